/* gyre-communication-private.h: What the executive asks about who speaks
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-communication.h"

/* For the table of the model. */
const char     *gyre_communication_get_family    (gpointer        object);
GyreLocator    *gyre_communication_dup_place     (gpointer        object,
                                                  const char     *behavior);
GyreAlertLevel  gyre_communication_get_verbosity (gpointer        object);

/* What the class says of its mailbox, when the component gets its record: `receive`, and its traits `memory-size`, `when-full`
 * and `memory-limit`, where it has them. */
void            gyre_communication_furnish       (GyreComponent  *component,
                                                  GyreHandle      handle);
