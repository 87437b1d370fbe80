/* gyre-binding.h: Traits that follow other values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

gboolean    gyre_component_bind          (GyreComponent  *self,
                                          const char     *trait,
                                          const char     *text,
                                          GError        **error);
gboolean    gyre_component_unbind        (GyreComponent  *self,
                                          const char     *trait,
                                          GError        **error);
const char *gyre_component_get_binding   (GyreComponent  *self,
                                          const char     *trait,
                                          GError        **error);
gboolean    gyre_component_check_binding (GyreComponent  *self,
                                          const char     *trait,
                                          GError        **error);

GYRE_END_DECLARATIONS
