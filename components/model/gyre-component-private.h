/* gyre-component-private.h: Parts of a component that other files of the model reach
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

void gyre_component_get_facility_value (GyreComponent   *self,
                                        const GyreTrait *trait,
                                        GValue          *value);
void gyre_component_get_plain_value    (GyreComponent   *self,
                                        const GyreTrait *trait,
                                        GValue          *value);
void gyre_component_release_name       (GyreComponent   *self);
/* Whether it is held until the end of the frame that runs. */
gboolean gyre_component_leave          (GyreComponent   *self);
void gyre_component_tell_deleted       (GyreComponent   *self);
