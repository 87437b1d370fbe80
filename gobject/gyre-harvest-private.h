/* gyre-harvest-private.h: What a record takes from its declaration and from its ancestors
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-requirement.h"

void gyre_requirement_harvest (GyreRequirement *self,
                               GyreReport      *report);
