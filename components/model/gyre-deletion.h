/* gyre-deletion.h: The end of a component and of all that it owns
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

gboolean gyre_component_delete     (GyreComponent *self);
gboolean gyre_component_is_deleted (GyreComponent *self);

GYRE_END_DECLARATIONS
