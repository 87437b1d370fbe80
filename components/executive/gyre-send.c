/* gyre-send.c: Messages between the components of an executive, and from other threads to them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-send.h"
#include "gyre-message-private.h"
#include "gyre-shard-private.h"

/* Whether the calling thread goes the short way. The first that sends is the owner, so that what was sent can be read without
 * any frame. */
static gboolean
is_inside (GyreShard *shard)
{
  return gyre_shard_is_mine (shard) || gyre_shard_claim (shard);
}

static gboolean
refuse (GyreShard *shard, GyreHandle receiver, GError **error)
{
  gyre_shard_name_receiver (shard, receiver, error);
  return FALSE;
}

/**
 * gyre_executive_send:
 * @self: an executive
 * @sender: the handle of who sends; %GYRE_HANDLE_NONE when it is no component
 * @receiver: the handle of who shall get it
 * @kind: by which it can be read apart; 0 for none
 * @data: (array length=size) (element-type guint8) (nullable): the bytes, which are copied
 * @size: how many
 * @flags: how it goes
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * The message comes in this frame or, outside of one and with %GYRE_MESSAGE_NEXT_FRAME, in the next. What another thread sends
 * comes in a frame that begins afterwards, whatever the flags say: all of it is for the next frame.
 *
 * Returns: whether it was accepted: then it comes, unless its receiver ends first or its mailbox drops messages
 *
 * Since: 0.1
 */
gboolean
gyre_executive_send (GyreExecutive *self, GyreHandle sender, GyreHandle receiver, GQuark kind, gconstpointer data, gsize size,
                     GyreMessageFlags flags, GError **error)
{
  GyreShard *shard;
  gboolean is_sent;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (size == 0 || data != NULL, FALSE);

  shard = gyre_executive_get_shard (self);
  if (!is_inside (shard))
    {
      GyreMessagePart part = { data, size };

      is_sent = gyre_messenger_send_from_outside (shard->messenger, sender, receiver, kind, &part, 1, flags, NULL, error);
    }
  else
    {
      gyre_shard_enter (shard);
      is_sent = gyre_messenger_send (shard->messenger, sender, receiver, kind, data, size, flags, error);
      gyre_shard_leave (shard);
    }
  return G_LIKELY (is_sent) || refuse (shard, receiver, error);
}

static void
fail_for_memory (GError **error)
{
  g_set_error_literal (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_MEMORY, "there is no memory for the message");
}

static gboolean
send_variant_from_outside (GyreShard *shard, GyreHandle sender, GyreHandle receiver, GQuark kind, GVariant *variant,
                           GyreMessageFlags flags, GError **error)
{
  gsize prefix = gyre_message_get_prefix_size (variant);
  gsize size = prefix + g_variant_get_size (variant);
  g_autofree char *bytes = g_try_malloc0 (size);
  GyreMessagePart part = { bytes, size };

  if (bytes == NULL)
    {
      fail_for_memory (error);
      return FALSE;
    }
  gyre_message_write_prefix (variant, bytes);
  g_variant_store (variant, bytes + prefix);

  return gyre_messenger_send_from_outside (shard->messenger, sender, receiver, kind, &part, 1, flags | GYRE_MESSAGE_VARIANT, NULL,
                                           error)
         || refuse (shard, receiver, error);
}

/**
 * gyre_executive_send_variant:
 * @self: an executive
 * @sender: the handle of who sends; %GYRE_HANDLE_NONE when it is no component
 * @receiver: the handle of who shall get it
 * @kind: by which it can be read apart; 0 for none
 * @variant: a value, which is sunk when it is floating
 * @flags: how it goes
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * Sends a value with its type; the receiver has gyre_message_dup_variant().
 *
 * Returns: whether it was accepted
 *
 * Since: 0.1
 */
gboolean
gyre_executive_send_variant (GyreExecutive *self, GyreHandle sender, GyreHandle receiver, GQuark kind, GVariant *variant,
                             GyreMessageFlags flags, GError **error)
{
  g_autoptr (GVariant) own = NULL;
  GyreShard *shard;
  gboolean is_sent;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (variant != NULL, FALSE);

  own = g_variant_ref_sink (variant);
  shard = gyre_executive_get_shard (self);
  if (!is_inside (shard))
    return send_variant_from_outside (shard, sender, receiver, kind, own, flags, error);
  gyre_shard_enter (shard);
  is_sent = gyre_messenger_send_variant (shard->messenger, sender, receiver, kind, own, flags, error);
  gyre_shard_leave (shard);
  return is_sent || refuse (shard, receiver, error);
}

static guint
send_many_inside (GyreShard *shard, GyreHandle sender, GyreHandle receiver, GQuark kind, const GyreMessagePart *parts,
                  guint n_parts, GyreMessageFlags flags, GError **error)
{
  guint n_sent = 0;

  gyre_shard_enter (shard);
  while (n_sent < n_parts && gyre_messenger_send (shard->messenger, sender, receiver, kind, parts[n_sent].data,
                                                  parts[n_sent].size, flags, error))
    n_sent++;
  gyre_shard_leave (shard);
  return n_sent;
}

/**
 * gyre_executive_send_many: (skip)
 * @self: an executive
 * @sender: the handle of who sends; %GYRE_HANDLE_NONE when it is no component
 * @receiver: the handle of who shall get them
 * @kind: by which they can be read apart; 0 for none
 * @messages: (array length=n_messages): the messages
 * @n_messages: how many
 * @flags: how they go
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * Sends several messages at once, which costs another thread much less than one after the other.
 *
 * Returns: how many were accepted, the first ones; fewer than @n_messages with @error
 *
 * Since: 0.1
 */
guint
gyre_executive_send_many (GyreExecutive *self, GyreHandle sender, GyreHandle receiver, GQuark kind, GBytes **messages,
                          guint n_messages, GyreMessageFlags flags, GError **error)
{
  g_autofree GyreMessagePart *parts = NULL;
  GyreShard *shard;
  guint n_sent = 0;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);

  parts = g_try_new (GyreMessagePart, n_messages);
  if (parts == NULL && n_messages > 0)
    {
      fail_for_memory (error);
      return 0;
    }
  for (guint index = 0; index < n_messages; index++)
    parts[index].data = g_bytes_get_data (messages[index], &parts[index].size);
  shard = gyre_executive_get_shard (self);
  if (is_inside (shard))
    n_sent = send_many_inside (shard, sender, receiver, kind, parts, n_messages, flags, error);
  else
    gyre_messenger_send_from_outside (shard->messenger, sender, receiver, kind, parts, n_messages, flags, &n_sent, error);
  if (n_sent < n_messages)
    refuse (shard, receiver, error);
  return n_sent;
}

/* Enters the shard. NULL with @error, and the shard is left again, when the handle is stale. */
static GyreSlot *
enter (GyreShard *shard, GyreHandle receiver, GError **error)
{
  GyreSlot *slot;

  gyre_shard_enter (shard);
  slot = gyre_slots_find (shard->slots, receiver);
  if (slot != NULL)
    return slot;
  gyre_shard_leave (shard);
  g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER, "the component of handle %" G_GINT64_MODIFIER
               "x has ended, or never was", receiver);
  return NULL;
}

/**
 * gyre_executive_set_mailbox:
 * @self: an executive
 * @receiver: the handle of a component
 * @capacity: how many bytes of payload it takes; 0: it takes no messages
 * @policy: what it does when it is full
 * @limit: how far it may grow, in bytes, where it does
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * A component has a mailbox of 8096 bytes that refuses what is too much, unless somebody says otherwise. Memory is taken when
 * messages come. Any thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: whether it has it now
 *
 * Since: 0.1
 */
gboolean
gyre_executive_set_mailbox (GyreExecutive *self, GyreHandle receiver, guint capacity, GyreMailboxPolicy policy, guint limit,
                            GError **error)
{
  GyreShard *shard;
  GyreSlot *slot;
  gboolean is_set;
  guint32 before;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  shard = gyre_executive_get_shard (self);
  slot = enter (shard, receiver, error);
  if (slot == NULL)
    return FALSE;
  before = slot->capacity;
  gyre_messenger_set_capacity (shard->messenger, slot, capacity);
  is_set = gyre_messenger_set_policy (shard->messenger, slot, policy, limit, error);
  if (!is_set)
    gyre_messenger_set_capacity (shard->messenger, slot, before);
  gyre_shard_leave (shard);
  return is_set;
}

/**
 * gyre_executive_read: (skip)
 * @self: an executive, of the calling thread
 * @receiver: the handle of a component
 * @kind: of which kind; 0 for any
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * Takes the oldest message out of a mailbox. Outside of frames what is under way is delivered first, to everybody, as at the
 * end of a frame.
 *
 * Returns: (nullable) (transfer none): the message, until the end of the frame, or outside of one until the next call; %NULL
 *   without @error when none waits
 *
 * Since: 0.1
 */
GyreMessage *
gyre_executive_read (GyreExecutive *self, GyreHandle receiver, GQuark kind, GError **error)
{
  GyreMessage *message;
  GyreShard *shard;
  GyreSlot *slot;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);

  shard = gyre_executive_get_shard (self);
  if (!is_inside (shard))
    {
      g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD,
                           "the executive belongs to another thread, and mailboxes are read there");
      return NULL;
    }
  if (!shard->in_frame)
    gyre_shard_deliver (shard);
  slot = enter (shard, receiver, error);
  if (slot == NULL)
    return NULL;
  message = gyre_messenger_read (shard->messenger, slot, kind);
  gyre_shard_leave (shard);
  return message;
}

/**
 * gyre_executive_get_message_counts: (skip)
 * @self: an executive
 * @counts: (out caller-allocates): what became of its messages
 *
 * Any thread; others than the executive's own wait for the end of the frame.
 *
 * Since: 0.1
 */
void
gyre_executive_get_message_counts (GyreExecutive *self, GyreMessageCounts *counts)
{
  const GyreMessengerCounts *known;
  GyreShard *shard;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));

  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  known = gyre_messenger_get_counts (shard->messenger);
  *counts = (GyreMessageCounts) { known->sent, known->delivered, known->dropped, known->dead };
  gyre_shard_leave (shard);
}
