/* gyre-dynamic-assignment-private.h: An attribute that nobody has declared, among many values that are set at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The steps of an assignment, see gyre-assignment-private.h, for an attribute: its kind goes and comes with its value. The property
 * of another object is set when the assignment is settled, as all that other code keeps.
 */
#pragma once

#include "gyre-assignment-private.h"

gboolean gyre_dynamic_assignment_read_text    (GyreAssignment  *self,
                                               const char      *text,
                                               GError         **error);
gboolean gyre_dynamic_assignment_read_native  (GyreAssignment  *self,
                                               const GValue    *source,
                                               GError         **error);
void     gyre_dynamic_assignment_apply        (GyreAssignment  *self);
void     gyre_dynamic_assignment_withdraw     (GyreAssignment  *self);
void     gyre_dynamic_assignment_settle       (GyreAssignment  *self);
void     gyre_dynamic_assignment_list_changes (GyreAssignment  *self,
                                               GArray          *changes);
void     gyre_dynamic_assignment_clear        (GyreAssignment  *self);
