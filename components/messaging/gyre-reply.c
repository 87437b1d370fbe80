/* gyre-reply.c: What comes of a request, later
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-reply.h"
#include "gyre-reply-private.h"

#include "gyre-message-private.h"

#include <gio/gio.h>

G_DEFINE_BOXED_TYPE (GyreReply, gyre_reply, gyre_reply_ref, gyre_reply_unref)

GyreReply *
gyre_reply_new (GyreHandle requester)
{
  GyreReply *self = g_try_new0 (GyreReply, 1);

  if (self == NULL)
    return NULL;
  g_atomic_ref_count_init (&self->references);
  self->requester = requester;
  return self;
}

/**
 * gyre_reply_ref:
 * @self: a reply
 *
 * Counts another reference. Any thread.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
GyreReply *
gyre_reply_ref (GyreReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
drop_callback (GyreReply *self)
{
  GDestroyNotify destroy = g_steal_pointer (&self->destroy);

  self->callback = NULL;
  if (destroy != NULL)
    destroy (g_steal_pointer (&self->user_data));
}

/**
 * gyre_reply_unref:
 * @self: (transfer full): a reply
 *
 * Gives up a reference. Any thread.
 *
 * Since: 0.1
 */
void
gyre_reply_unref (GyreReply *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  drop_callback (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->variant, g_variant_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* N.B. whether the bytes are a value is looked at once, here, as long as the message is there. */
static void
keep (GyreReply *self, const GyreMessage *message)
{
  gsize size;
  gconstpointer data = gyre_message_get_data (message, &size);
  gpointer copy = g_try_malloc (MAX (size, 1));

  if (copy == NULL)
    {
      self->error = g_error_new (GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_MEMORY,
                                 "reply to message %" G_GUINT64_FORMAT ": there must be memory for its %" G_GSIZE_FORMAT
                                 " bytes, there is none", self->number, size);
      return;
    }
  if (size > 0)
    memcpy (copy, data, size);
  self->bytes = g_bytes_new_take (copy, size);
  if ((message->flags & GYRE_MESSAGE_VARIANT) != 0)
    self->variant = gyre_message_dup_variant (message, NULL);
}

void
gyre_reply_complete (GyreReply *self, const GyreMessage *message, GError *error)
{
  self->is_complete = TRUE;
  self->error = error;
  if (message != NULL)
    keep (self, message);
  gyre_reply_ref (self);
  if (self->callback != NULL)
    self->callback (self, self->user_data);
  drop_callback (self);
  gyre_reply_unref (self);
}

/**
 * gyre_reply_is_complete:
 * @self: a reply
 *
 * Gets whether the reply has come, or is known not to come.
 *
 * Returns: whether it is complete
 *
 * Since: 0.1
 */
gboolean
gyre_reply_is_complete (GyreReply *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_complete;
}

static gboolean
has_come (GyreReply *self, GError **error)
{
  if (!self->is_complete)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING, "reply to message %" G_GUINT64_FORMAT ": has not come yet", self->number);
  else if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return self->is_complete && self->error == NULL;
}

/**
 * gyre_reply_dup_bytes:
 * @self: a reply
 * @error: return location for a #GError
 *
 * Gets the bytes of the reply. There are none before it has come (%G_IO_ERROR_PENDING), when its time was up
 * (%GYRE_MESSAGE_ERROR_TIMEOUT), and when whoever was asked ended before it was read (%GYRE_MESSAGE_ERROR_RECEIVER).
 *
 * Returns: (transfer full): the bytes, or %NULL
 *
 * Since: 0.1
 */
GBytes *
gyre_reply_dup_bytes (GyreReply *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return has_come (self, error) ? g_bytes_ref (self->bytes) : NULL;
}

/**
 * gyre_reply_dup_variant:
 * @self: a reply
 * @error: return location for a #GError
 *
 * Gets the value of the reply. Errors are those of gyre_reply_dup_bytes(), and %GYRE_MESSAGE_ERROR_KIND when it is not a value.
 *
 * Returns: (transfer full): the value, not floating, or %NULL
 *
 * Since: 0.1
 */
GVariant *
gyre_reply_dup_variant (GyreReply *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!has_come (self, error))
    return NULL;
  if (self->variant != NULL)
    return g_variant_ref (self->variant);
  g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_KIND,
               "reply to message %" G_GUINT64_FORMAT ": must be a value with its type, is %" G_GSIZE_FORMAT " plain bytes",
               self->number, g_bytes_get_size (self->bytes));
  return NULL;
}

/**
 * gyre_reply_set_callback:
 * @self: a reply
 * @callback: (scope notified) (closure user_data): what is called when the reply is complete
 * @user_data: what it is called with
 * @destroy: (nullable): what frees @user_data afterwards
 *
 * Says who wants to hear that the reply is complete. It is called once, on the thread of the executive, while messages are
 * delivered; when the reply is complete already, at once.
 *
 * Since: 0.1
 */
void
gyre_reply_set_callback (GyreReply *self, GyreReplyCallback callback, gpointer user_data, GDestroyNotify destroy)
{
  g_return_if_fail (self != NULL);

  drop_callback (self);
  self->callback = callback;
  self->user_data = user_data;
  self->destroy = destroy;
  if (!self->is_complete)
    return;
  if (callback != NULL)
    callback (self, user_data);
  drop_callback (self);
}
