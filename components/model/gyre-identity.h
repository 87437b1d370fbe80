/* gyre-identity.h: Which component it is: handle, number, name
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"
#include "gyre-handle.h"

GYRE_BEGIN_DECLARATIONS

/* A component can be found in these ways; none of them keeps it alive. */
GyreHandle     gyre_component_get_handle   (GyreComponent  *self);
GyreComponent *gyre_executive_find_handle  (GyreExecutive  *executive,
                                            GyreHandle      handle);

GYRE_END_DECLARATIONS
