/* gyre-packet.c: Nested values, one after the other, on a stream
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-packet-private.h"

#include <string.h>

#define STEP 65536
#define MARK_LENGTH 4

static const char mark[] = "gyr1";

void
gyre_packet_clear (GyrePacket *self)
{
  g_clear_pointer (&self->data, g_free);
  self->n_head = 0;
  self->room = 0;
  self->length = 0;
}

static gsize
get_length (const GyrePacket *self)
{
  const guint8 *bytes = self->head + MARK_LENGTH;

  return (gsize) bytes[0] | (gsize) bytes[1] << 8 | (gsize) bytes[2] << 16 | (gsize) bytes[3] << 24;
}

guint8 *
gyre_packet_get_room (GyrePacket *self, gsize *size)
{
  gsize left;

  if (self->n_head < GYRE_PACKET_HEAD)
    {
      *size = GYRE_PACKET_HEAD - self->n_head;
      return self->head + self->n_head;
    }
  left = get_length (self) - self->length;
  if (self->length == self->room)
    {
      self->room += MIN (left, MAX (self->room, STEP));
      self->data = g_realloc (self->data, self->room);
    }
  *size = self->room - self->length;
  return self->data + self->length;
}

gboolean
gyre_packet_has_begun (GyrePacket *self)
{
  return self->n_head > 0;
}

/* Only what is exactly as it would be written: everything that reads it may rely on that. */
static gboolean
finish (GyrePacket *self, GVariant **content, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&self->data), self->length);
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));

  gyre_packet_clear (self);
  if (!g_variant_is_normal_form (variant))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a packet must be a dictionary in GVariant's normal form");
      return FALSE;
    }
  *content = g_steal_pointer (&variant);
  return TRUE;
}

gboolean
gyre_packet_add (GyrePacket *self, gsize n_bytes, GVariant **content, GError **error)
{
  *content = NULL;
  if (self->n_head < GYRE_PACKET_HEAD)
    self->n_head += n_bytes;
  else
    self->length += n_bytes;
  if (memcmp (self->head, mark, MIN (self->n_head, MARK_LENGTH)) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a packet must begin with 'gyr1'");
      return FALSE;
    }
  if (self->n_head < GYRE_PACKET_HEAD)
    return TRUE;
  if (get_length (self) > self->limit || get_length (self) == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "a packet must have 1 to %" G_GSIZE_FORMAT " bytes, not %"
                   G_GSIZE_FORMAT, self->limit, get_length (self));
      return FALSE;
    }
  return self->length < get_length (self) || finish (self, content, error);
}

GBytes *
gyre_packet_write (GVariant *content)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (content);
  gsize length = g_variant_get_size (owned);
  guint8 *data = g_malloc (GYRE_PACKET_HEAD + length);

  memcpy (data, mark, MARK_LENGTH);
  for (guint index = 0; index < GYRE_PACKET_HEAD - MARK_LENGTH; index++)
    data[MARK_LENGTH + index] = (guint8) (length >> 8 * index);
  g_variant_store (owned, data + GYRE_PACKET_HEAD);
  return g_bytes_new_take (data, GYRE_PACKET_HEAD + length);
}
