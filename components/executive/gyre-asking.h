/* gyre-asking.h: Requests of other threads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-message.h"

#include <gio/gio.h>

GYRE_BEGIN_DECLARATIONS

/* Any thread asks a component, and has the answer as GIO has such things: in its own main context, or by waiting for it. The
 * component sees a request as any other. It takes its place among the other messages of the thread: none overtakes it.
 *
 * Somebody must make the frames of the executive; else neither reply nor deadline comes. */
void    gyre_executive_ask_async  (GyreExecutive        *self,
                                   GyreHandle            receiver,
                                   GQuark                kind,
                                   gconstpointer         data,
                                   gsize                 size,
                                   gint64                patience,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GBytes *gyre_executive_ask_finish (GyreExecutive        *self,
                                   GAsyncResult         *result,
                                   GError              **error);
GBytes *gyre_executive_ask        (GyreExecutive        *self,
                                   GyreHandle            receiver,
                                   GQuark                kind,
                                   gconstpointer         data,
                                   gsize                 size,
                                   gint64                patience,
                                   GError              **error);

GYRE_END_DECLARATIONS
