/* gyre-part-private.h: A part of a component that gives way to another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-assignment-private.h"

void gyre_part_apply    (GyreAssignment *assignment);
void gyre_part_withdraw (GyreAssignment *assignment);
void gyre_part_settle   (GyreAssignment *assignment);
