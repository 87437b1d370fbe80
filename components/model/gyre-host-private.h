/* gyre-host-private.h: What the classes around a part say of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `family.facility.trait` speaks of the part of every instance of the family. It is more special than what the family of the
 * part says, and gives way to what is said of the part itself.
 */
#pragma once

#include "gyre-state-private.h"

void gyre_host_apply   (GyreComponent   *part,
                        GyreComponent   *host,
                        const GyreTrait *facility,
                        GyreReport      *report);

/* What is said about host.alias.x is said about the part host.trait. */
void gyre_host_alias_parts (GyreComponent *component);

/* A setting has come: parts that live already take it up. */
void gyre_host_take    (GyreExecutive   *executive,
                        GyreSetting     *setting);
