/* gyre-message.c: Bytes that one component sends to another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-message.h"
#include "gyre-message-private.h"

#include <string.h>

#define REPLY_PREFIX 8            /* the number of the request */

/* N.B. G_DEFINE_QUARK keeps the number in a word that threads would write together. */

GType
gyre_mailbox_policy_get_type (void)
{
  static const GEnumValue values[] = {
    { GYRE_MAILBOX_REFUSE, "GYRE_MAILBOX_REFUSE", "refuse" },
    { GYRE_MAILBOX_GROW, "GYRE_MAILBOX_GROW", "grow" },
    { GYRE_MAILBOX_DROP_OLDEST, "GYRE_MAILBOX_DROP_OLDEST", "drop-oldest" },
    { GYRE_MAILBOX_DROP_NEWEST, "GYRE_MAILBOX_DROP_NEWEST", "drop-newest" },
    { 0, NULL, NULL },
  };
  static GType type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("GyreMailboxPolicy", values));
  return type;
}
GQuark
gyre_message_error_quark (void)
{
  static gint known;
  gint quark = g_atomic_int_get (&known);

  if (G_UNLIKELY (quark == 0))
    {
      quark = (gint) g_quark_from_static_string ("gyre-message-error-quark");
      g_atomic_int_set (&known, quark);
    }
  return (GQuark) quark;
}

/**
 * gyre_message_get_data:
 * @message: a message
 * @size: (out) (optional): how many bytes there are
 *
 * Gets exactly the bytes that were sent. They begin at a multiple of eight and belong to the message.
 *
 * Returns: (array length=size) (element-type guint8) (transfer none): the bytes
 *
 * Since: 0.1
 */
gconstpointer
gyre_message_get_data (const GyreMessage *message, gsize *size)
{
  gsize before;

  g_return_val_if_fail (message != NULL, NULL);

  before = (message->flags & GYRE_MESSAGE_IS_REPLY) != 0 ? REPLY_PREFIX : 0;
  if (size != NULL)
    *size = message->size - before;
  return (const char *) gyre_message_payload (message) + before;
}

/**
 * gyre_message_dup_bytes:
 * @message: a message
 *
 * Copies the bytes of a message, to keep them.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 0.1
 */
GBytes *
gyre_message_dup_bytes (const GyreMessage *message)
{
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (message != NULL, NULL);

  data = gyre_message_get_data (message, &size);
  return g_bytes_new (data, size);
}

gsize
gyre_message_get_prefix_size (GVariant *variant)
{
  return (strlen (g_variant_get_type_string (variant)) + 1 + 7) & ~(gsize) 7;
}

void
gyre_message_write_prefix (GVariant *variant, char *prefix)
{
  const char *type = g_variant_get_type_string (variant);
  gsize length = strlen (type);

  memcpy (prefix, type, length);
  memset (prefix + length, 0, gyre_message_get_prefix_size (variant) - length);
}

/* The type at the beginning of @data; NULL when there is none. */
static const char *
find_type (const char *data, gsize size, gsize *begin)
{
  const char *end;

  if (!g_variant_type_string_scan (data, data + size, &end) || end == data + size || *end != '\0')
    return NULL;
  *begin = (end - data + 1 + 7) & ~(gsize) 7;
  return *begin <= size && g_variant_type_is_definite ((const GVariantType *) data) ? data : NULL;
}

/**
 * gyre_message_dup_variant:
 * @message: a message that carries a value
 * @error: return location for a #GError
 *
 * Copies the value that a message carries. Whoever sent it, the value is whole: bytes that are not a serialised value of their
 * type are an error, %GYRE_MESSAGE_ERROR_KIND, as is a message that carries no value.
 *
 * Returns: (transfer full): the value, not floating, or %NULL
 *
 * Since: 0.1
 */
GVariant *
gyre_message_dup_variant (const GyreMessage *message, GError **error)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *data, *type;
  gsize size, begin;

  g_return_val_if_fail (message != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = gyre_message_get_data (message, &size);
  if ((message->flags & GYRE_MESSAGE_VARIANT) == 0 || (type = find_type (data, size, &begin)) == NULL)
    {
      g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_KIND,
                   "message %" G_GUINT64_FORMAT ": must carry a value with its type, carries %" G_GSIZE_FORMAT " plain bytes; "
                   "send it as a variant, or read its bytes", gyre_message_get_number (message), size);
      return NULL;
    }
  bytes = g_bytes_new (data + begin, size - begin);
  variant = g_variant_ref_sink (g_variant_new_from_bytes ((const GVariantType *) type, bytes, FALSE));
  if (g_variant_is_normal_form (variant))
    return g_steal_pointer (&variant);
  g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_KIND,
               "message %" G_GUINT64_FORMAT ": its bytes are no value of type \"%s\"", gyre_message_get_number (message), type);
  return NULL;
}

/**
 * gyre_message_get_kind:
 * @message: a message
 *
 * Gets the kind of a message, which the sender has chosen: a mailbox finds the next message of a kind at once.
 *
 * Returns: the kind, or 0
 *
 * Since: 0.1
 */
GQuark
gyre_message_get_kind (const GyreMessage *message)
{
  g_return_val_if_fail (message != NULL, 0);

  return message->kind;
}

/**
 * gyre_message_get_sender:
 * @message: a message
 *
 * Gets who has sent a message.
 *
 * Returns: the sender's handle; %GYRE_HANDLE_NONE when it was no component
 *
 * Since: 0.1
 */
GyreHandle
gyre_message_get_sender (const GyreMessage *message)
{
  g_return_val_if_fail (message != NULL, GYRE_HANDLE_NONE);

  return message->sender;
}

/**
 * gyre_message_get_number:
 * @message: a message
 *
 * Gets the number of a message. No two messages of an executive have the same one, and among the messages of one thread it
 * grows in the order in which they were sent.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint64
gyre_message_get_number (const GyreMessage *message)
{
  g_return_val_if_fail (message != NULL, 0);

  return message->number;
}

/**
 * gyre_message_is_request:
 * @message: a message
 *
 * Gets whether its sender waits for a reply: then gyre_executive_reply() answers it, or in a later frame
 * gyre_executive_reply_to() with its number.
 *
 * Returns: whether it is a request
 *
 * Since: 0.1
 */
gboolean
gyre_message_is_request (const GyreMessage *message)
{
  g_return_val_if_fail (message != NULL, FALSE);

  return (message->flags & GYRE_MESSAGE_IS_REQUEST) != 0;
}
