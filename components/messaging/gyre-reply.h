/* gyre-reply.h: What comes of a request, later
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-message.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_REPLY (gyre_reply_get_type ())
/**
 * GyreReply:
 *
 * A place for the reply to a request. It is filled once: with the bytes of the reply, or with an error when there will be none.
 *
 * Counted references, any thread; everything else is for the thread of the executive.
 *
 * Since: 0.1
 */
typedef struct _GyreReply GyreReply;

/**
 * GyreReplyCallback:
 * @reply: a reply that has come, or that will not come
 * @user_data: of gyre_reply_set_callback()
 *
 * Hears that a reply is complete.
 *
 * Since: 0.1
 */
typedef void (*GyreReplyCallback) (GyreReply *reply,
                                   gpointer   user_data);

GType      gyre_reply_get_type     (void);
GyreReply *gyre_reply_ref          (GyreReply          *self);
void       gyre_reply_unref        (GyreReply          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreReply, gyre_reply_unref)

gboolean   gyre_reply_is_complete  (GyreReply          *self);
GBytes    *gyre_reply_dup_bytes    (GyreReply          *self,
                                    GError            **error);
GVariant  *gyre_reply_dup_variant  (GyreReply          *self,
                                    GError            **error);
void       gyre_reply_set_callback (GyreReply          *self,
                                    GyreReplyCallback   callback,
                                    gpointer            user_data,
                                    GDestroyNotify      destroy);

GYRE_END_DECLARATIONS
