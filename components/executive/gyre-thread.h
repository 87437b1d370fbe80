/* gyre-thread.h: A thread that an executive has for itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-frame.h"

GYRE_BEGIN_DECLARATIONS

/* For a program that has other things to do: its threads post, send, pause and launch, and the executive's own thread does the
 * work. */
gboolean  gyre_executive_start_thread (GyreExecutive  *self,
                                       const char     *name,
                                       GError        **error);
gboolean  gyre_executive_join         (GyreExecutive  *self,
                                       GError        **error);

GYRE_END_DECLARATIONS
