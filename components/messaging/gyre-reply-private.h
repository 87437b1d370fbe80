/* gyre-reply-private.h: A reply, for those who fill it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-reply.h"
#include "gyre-wheel-private.h"

struct _GyreReply
{
  GyreTimer timer;              /* of the deadline; the first field */
  gatomicrefcount references;
  guint64 number;               /* of the request */
  GyreHandle requester;
  GyreReply *next;              /* among the requests that wait and share a place, or that other threads have sent */
  gint64 deadline;              /* of one that another thread has sent */
  gboolean is_complete;
  GBytes *bytes;
  GVariant *variant;
  GError *error;
  GyreReplyCallback callback;
  gpointer user_data;
  GDestroyNotify destroy;
};

/* NULL when there is no memory. */
GyreReply *gyre_reply_new      (GyreHandle         requester);

/* With what @message brings, or with @error, which it owns. Then the callback is called. */
void       gyre_reply_complete (GyreReply         *self,
                                const GyreMessage *message,
                                GError            *error);
