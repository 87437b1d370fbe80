/* gyre-request.c: Requests with replies, topics, and letters that reached nobody
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-request.h"
#include "gyre-dead-letters-private.h"
#include "gyre-frame.h"
#include "gyre-shard-private.h"

/* Enters the shard, in its own thread. NULL with @error for another thread. */
static GyreShard *
enter (GyreExecutive *self, GError **error)
{
  GyreShard *shard = gyre_executive_get_shard (self);

  if (!gyre_executive_acquire (self, error))
    return NULL;
  gyre_shard_enter (shard);
  return shard;
}

/**
 * gyre_executive_request:
 * @self: an executive, of the calling thread
 * @sender: the handle of who asks
 * @receiver: the handle of who is asked
 * @kind: by which it can be read apart; 0 for none
 * @data: (array length=size) (element-type guint8) (nullable): the bytes of the request, which are copied
 * @size: how many
 * @patience: how long to wait for the reply, in nanoseconds; -1 for ever
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * Sends a request. The reply goes past the mailbox of who has asked.
 *
 * Returns: (nullable) (transfer full): where the reply will be; %NULL when the request was not accepted
 *
 * Since: 0.1
 */
GyreReply *
gyre_executive_request (GyreExecutive *self, GyreHandle sender, GyreHandle receiver, GQuark kind, gconstpointer data, gsize size,
                        gint64 patience, GError **error)
{
  gint64 deadline;
  GyreShard *shard;
  GyreReply *reply;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);
  g_return_val_if_fail (patience >= -1, NULL);

  deadline = patience < 0 ? G_MAXINT64 : gyre_executive_get_time (self) + patience;
  shard = enter (self, error);
  if (shard == NULL)
    return NULL;
  reply = gyre_requests_send (shard->requests, sender, receiver, kind, data, size, GYRE_MESSAGE_SAME_FRAME, deadline, error);
  gyre_shard_leave (shard);
  if (reply == NULL)
    gyre_shard_name_receiver (shard, receiver, error);
  return reply;
}

/**
 * gyre_executive_reply_to:
 * @self: an executive, of the calling thread
 * @sender: the handle of who answers
 * @number: gyre_message_get_number() of what was asked
 * @data: (array length=size) (element-type guint8) (nullable): the bytes of the reply, which are copied
 * @size: how many
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * Answers a request in this frame or in a later one: the message goes with its frame, its number stays good until it is answered, its
 * time is up, or who has asked has ended. Each of these is %GYRE_MESSAGE_ERROR_RECEIVER.
 *
 * Returns: whether somebody still waits for it
 *
 * Since: 0.1
 */
gboolean
gyre_executive_reply_to (GyreExecutive *self, GyreHandle sender, guint64 number, gconstpointer data, gsize size, GError **error)
{
  GyreShard *shard;
  gboolean is_sent;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  shard = enter (self, error);
  if (shard == NULL)
    return FALSE;
  is_sent = gyre_requests_reply (shard->requests, sender, number, data, size, GYRE_MESSAGE_SAME_FRAME, error);
  gyre_shard_leave (shard);
  return is_sent;
}

/**
 * gyre_executive_reply_variant_to:
 * @self: an executive, of the calling thread
 * @sender: the handle of who answers
 * @number: gyre_message_get_number() of what was asked
 * @variant: the reply, which is sunk when it is floating
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * As gyre_executive_reply_to(), with a value.
 *
 * Returns: whether somebody still waits for it
 *
 * Since: 0.1
 */
gboolean
gyre_executive_reply_variant_to (GyreExecutive *self, GyreHandle sender, guint64 number, GVariant *variant, GError **error)
{
  g_autoptr (GVariant) own = NULL;
  GyreShard *shard;
  gboolean is_sent;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (variant != NULL, FALSE);

  own = g_variant_ref_sink (variant);
  shard = enter (self, error);
  if (shard == NULL)
    return FALSE;
  is_sent = gyre_requests_reply_variant (shard->requests, sender, number, own, GYRE_MESSAGE_SAME_FRAME, error);
  gyre_shard_leave (shard);
  return is_sent;
}

static gboolean
check_request (const GyreMessage *message, GError **error)
{
  if (gyre_message_is_request (message))
    return TRUE;
  g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_KIND,
               "reply to message %" G_GUINT64_FORMAT ": it must be a request, it is a plain message; send one to its sender",
               gyre_message_get_number (message));
  return FALSE;
}

/**
 * gyre_executive_reply:
 * @self: an executive, of the calling thread
 * @sender: the handle of who answers
 * @request: what was asked
 * @data: (array length=size) (element-type guint8) (nullable): the bytes of the reply, which are copied
 * @size: how many
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * Answers a request at once: see gyre_executive_reply_to(). A plain message is %GYRE_MESSAGE_ERROR_KIND.
 *
 * Returns: whether somebody still waits for it
 *
 * Since: 0.1
 */
gboolean
gyre_executive_reply (GyreExecutive *self, GyreHandle sender, const GyreMessage *request, gconstpointer data, gsize size,
                      GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (request != NULL, FALSE);
  return check_request (request, error)
         && gyre_executive_reply_to (self, sender, gyre_message_get_number (request), data, size, error);
}

/**
 * gyre_executive_reply_variant:
 * @self: an executive, of the calling thread
 * @sender: the handle of who answers
 * @request: what was asked
 * @variant: the reply, which is sunk when it is floating
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * Answers a request with a value.
 *
 * Returns: whether somebody still waits for it
 *
 * Since: 0.1
 */
gboolean
gyre_executive_reply_variant (GyreExecutive *self, GyreHandle sender, const GyreMessage *request, GVariant *variant, GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (request != NULL && variant != NULL, FALSE);
  return check_request (request, error)
         && gyre_executive_reply_variant_to (self, sender, gyre_message_get_number (request), variant, error);
}

/**
 * gyre_executive_subscribe:
 * @self: an executive, of the calling thread
 * @subscriber: the handle of who wants to have it
 * @topic: what it is about
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * A second time changes nothing.
 *
 * Returns: whether it is subscribed now
 *
 * Since: 0.1
 */
gboolean
gyre_executive_subscribe (GyreExecutive *self, GyreHandle subscriber, const char *topic, GError **error)
{
  GyreShard *shard;
  gboolean is_subscribed;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (topic != NULL, FALSE);

  shard = enter (self, error);
  if (shard == NULL)
    return FALSE;
  is_subscribed = gyre_topics_subscribe (shard->topics, topic, subscriber, error);
  gyre_shard_leave (shard);
  return is_subscribed;
}

/**
 * gyre_executive_unsubscribe:
 * @self: an executive, of the calling thread
 * @subscriber: the handle of who does not want it any more
 * @topic: what it is about
 *
 * Returns: whether it was subscribed
 *
 * Since: 0.1
 */
gboolean
gyre_executive_unsubscribe (GyreExecutive *self, GyreHandle subscriber, const char *topic)
{
  GyreShard *shard;
  gboolean was_subscribed;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (topic != NULL, FALSE);

  shard = enter (self, NULL);
  if (shard == NULL)
    return FALSE;
  was_subscribed = gyre_topics_unsubscribe (shard->topics, topic, subscriber);
  gyre_shard_leave (shard);
  return was_subscribed;
}

/* The error of the first who did not get it says how many there are. */
static void
tell_refusals (GyreShard *shard, const char *topic, const GyrePublication *result, GError **error)
{
  gyre_shard_name_receiver (shard, result->first_refused, error);
  g_prefix_error (error, "topic “%s”: %u of %u subscribers did not get it, the first one because of this: ", topic, result->n_refused,
                  result->n_refused + result->n_reached);
}

/**
 * gyre_executive_publish:
 * @self: an executive, of the calling thread
 * @sender: the handle of who says it; %GYRE_HANDLE_NONE when it is no component
 * @topic: what it is about
 * @data: (array length=size) (element-type guint8) (nullable): the bytes, which are copied for each subscriber
 * @size: how many
 * @flags: how they go
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR: the first refusal, with how many there were
 *
 * Says something to all who have subscribed; who refuses it keeps it from nobody else. That nobody has subscribed is no mistake.
 *
 * Returns: how many have it; with @error when there are others who refused it, as when their mailboxes are full
 *
 * Since: 0.1
 */
guint
gyre_executive_publish (GyreExecutive *self, GyreHandle sender, const char *topic, gconstpointer data, gsize size,
                        GyreMessageFlags flags, GError **error)
{
  GyreShard *shard;
  GyrePublication result;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);
  g_return_val_if_fail (topic != NULL, 0);

  shard = enter (self, error);
  if (shard == NULL)
    return 0;
  gyre_topics_publish (shard->topics, sender, topic, data, size, flags, &result, error);
  gyre_shard_leave (shard);
  if (result.n_refused > 0)
    tell_refusals (shard, topic, &result, error);
  return result.n_reached;
}

/**
 * gyre_executive_set_collector:
 * @self: an executive
 * @collector: the handle of a component; %GYRE_HANDLE_NONE for nobody
 *
 * Who gets the messages that reached nobody, as messages of the kind `gyre-dead-letter`, as far as its mailbox has room. All of them are
 * counted, see gyre_executive_get_message_counts(). Any thread; others than the executive's own wait for the end of the frame.
 *
 * Since: 0.1
 */
void
gyre_executive_set_collector (GyreExecutive *self, GyreHandle collector)
{
  GyreShard *shard;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));

  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  gyre_messenger_set_collector (shard->messenger, collector);
  gyre_shard_leave (shard);
}
