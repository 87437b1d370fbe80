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
guint64        gyre_component_get_number   (GyreComponent  *self);
GyreComponent *gyre_actor_find_number      (GyreActor      *self,
                                            guint64         number);
char          *gyre_component_dup_unique_name (GyreComponent *self);
GyreComponent *gyre_executive_find_component (GyreExecutive *executive,
                                            const char     *name);

GYRE_END_DECLARATIONS
