/* gyre-asking.c: Requests of other threads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The task does not hold the executive: a request that is never answered would keep both for ever. An executive that ends
 * completes what waits with an error.
 */
#include "gyre-asking.h"
#include "gyre-frame.h"
#include "gyre-outside-private.h"
#include "gyre-reply-private.h"
#include "gyre-shard-private.h"

/* In the thread of the executive; the task tells its own. */
static void
hear (GyreReply *reply, gpointer task)
{
  GError *error = NULL;
  GBytes *bytes = gyre_reply_dup_bytes (reply, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
send_inside (GyreShard *shard, GyreReply **reply, GyreHandle receiver, GQuark kind, const GyreMessagePart *part, gint64 deadline,
             GError **error)
{
  gyre_shard_enter (shard);
  *reply = gyre_requests_send (shard->requests, GYRE_HANDLE_NONE, receiver, kind, part->data, part->size, GYRE_MESSAGE_SAME_FRAME,
                               deadline, error);
  gyre_shard_leave (shard);
  return *reply != NULL;
}

static gboolean
send_from_outside (GyreShard *shard, GyreReply **reply, GyreHandle receiver, GQuark kind, const GyreMessagePart *part,
                   gint64 deadline, GTask *task, GError **error)
{
  *reply = gyre_reply_new (GYRE_HANDLE_NONE);
  if (*reply == NULL)
    {
      g_set_error_literal (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_MEMORY, "there is no memory for a request");
      return FALSE;
    }
  (*reply)->deadline = deadline;
  gyre_reply_set_callback (*reply, hear, g_object_ref (task), g_object_unref);
  if (gyre_messenger_request_from_outside (shard->messenger, gyre_reply_ref (*reply), receiver, kind, part, GYRE_MESSAGE_SAME_FRAME,
                                           error))
    return TRUE;
  gyre_reply_unref (*reply);
  return FALSE;
}

/**
 * gyre_executive_ask_async:
 * @self: an executive
 * @receiver: the handle of who is asked
 * @kind: by which it can be read apart; 0 for none
 * @data: (array length=size) (element-type guint8) (nullable): the bytes of the request, which are copied
 * @size: how many
 * @patience: how long to wait for the reply, in nanoseconds; -1 for ever
 * @callback: (scope async) (closure user_data): what is called when the reply has come, or is known not to come
 * @user_data: what it gets
 *
 * Asks a component from any thread. The callback comes in the main context that is the thread's default one now.
 *
 * Since: 0.1
 */
void
gyre_executive_ask_async (GyreExecutive *self, GyreHandle receiver, GQuark kind, gconstpointer data, gsize size, gint64 patience,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  const GyreMessagePart part = { data, size };
  g_autoptr (GTask) task = NULL;
  g_autoptr (GyreReply) reply = NULL;
  GyreShard *shard;
  GError *error = NULL;
  gint64 deadline;
  gboolean is_mine;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));
  g_return_if_fail (size == 0 || data != NULL);
  g_return_if_fail (patience >= -1);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, gyre_executive_ask_async);
  deadline = patience < 0 ? G_MAXINT64 : gyre_executive_get_time (self) + MIN (patience, G_MAXINT64 / 4);
  shard = gyre_executive_get_shard (self);
  is_mine = gyre_shard_is_mine (shard);
  if (is_mine ? send_inside (shard, &reply, receiver, kind, &part, deadline, &error)
              : send_from_outside (shard, &reply, receiver, kind, &part, deadline, task, &error))
    {
      if (is_mine)
        gyre_reply_set_callback (reply, hear, g_object_ref (task), g_object_unref);
      return;
    }
  gyre_shard_name_receiver (shard, receiver, &error);
  g_task_return_error (task, error);
}

/**
 * gyre_executive_ask_finish:
 * @self: an executive
 * @result: what the callback got
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * Finishes gyre_executive_ask_async(). There is no reply when the request was not accepted, when its time was up
 * (%GYRE_MESSAGE_ERROR_TIMEOUT), and when the component or the executive has ended (%GYRE_MESSAGE_ERROR_RECEIVER).
 *
 * Returns: (transfer full) (nullable): the bytes of the reply
 *
 * Since: 0.1
 */
GBytes *
gyre_executive_ask_finish (GyreExecutive *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

/**
 * gyre_executive_ask:
 * @self: an executive, of another thread
 * @receiver: the handle of who is asked
 * @kind: by which it can be read apart; 0 for none
 * @data: (array length=size) (element-type guint8) (nullable): the bytes of the request, which are copied
 * @size: how many
 * @patience: how long to wait for the reply, in nanoseconds; -1 for ever
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR or %GYRE_EXECUTIVE_ERROR
 *
 * Asks a component from another thread and waits for the reply. The thread of the executive itself can't wait for what it has to do:
 * there it is %GYRE_EXECUTIVE_ERROR_THREAD.
 *
 * Returns: (transfer full) (nullable): the bytes of the reply
 *
 * Since: 0.1
 */
GBytes *
gyre_executive_ask (GyreExecutive *self, GyreHandle receiver, GQuark kind, gconstpointer data, gsize size, gint64 patience,
                    GError **error)
{
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);

  if (gyre_shard_is_mine (gyre_executive_get_shard (self)))
    {
      g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD,
                           "the executive belongs to this thread, which can't wait for what it has to do itself; request does not wait");
      return NULL;
    }
  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  gyre_executive_ask_async (self, receiver, kind, data, size, patience, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return gyre_executive_ask_finish (self, result, error);
}
