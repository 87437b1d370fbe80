/* gyre-wrapper-private.h: A component around any object
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-wrapper.h"

/* A wrapper that has no object yet gets one, and the object what was configured for it. */
gboolean gyre_wrapper_show (GyreComponent *self,
                            GObject       *object,
                            GError       **error);
