/* gyre-part-private.h: A part of a component that gives way to another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-proposal-private.h"

void gyre_part_apply    (GyreProposal *proposal);
void gyre_part_withdraw (GyreProposal *proposal);
void gyre_part_settle   (GyreProposal *proposal);
