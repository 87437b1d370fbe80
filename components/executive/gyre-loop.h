/* gyre-loop.h: The executive as one source of a main context
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-frame.h"

GYRE_BEGIN_DECLARATIONS

/* For programs that have a main loop already. The executive is one source of it: a frame each time that it is dispatched, at the
 * times that its pace and its work ask for, to the microsecond. The thread that runs the context owns it. */
guint     gyre_executive_attach  (GyreExecutive  *self,
                                  GMainContext   *context,
                                  GError        **error);
gboolean  gyre_executive_detach  (GyreExecutive  *self);

GYRE_END_DECLARATIONS
