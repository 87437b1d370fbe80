/* gyre-reflection-private.h: The copy of the trait of a part, while both are set at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-assignment-private.h"

/* @component gets what @target of @part is set to. */
void     gyre_reflection_start (GyreAssignment  *assignment,
                                GyreComponent   *component,
                                const GyreTrait *trait,
                                GyreComponent   *part,
                                const GyreTrait *target);
/* Finds out the value, when the part has its own. A mistake is told when the assignment is checked. */
void     gyre_reflection_look  (GyreAssignment  *assignment);
gboolean gyre_reflection_check (GyreAssignment  *assignment,
                                GError         **error);
void     gyre_reflection_clear (GyreAssignment  *assignment);
