/* gyre-reset.h: Whether a value is the instance's own, and taking it back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

gboolean gyre_component_is_set (GyreComponent  *self,
                                const char     *trait,
                                GError        **error);
gboolean gyre_component_reset  (GyreComponent  *self,
                                const char     *trait,
                                GError        **error);

GYRE_END_DECLARATIONS
