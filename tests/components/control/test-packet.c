/* test-packet.c: Nested values, one after the other, on a stream
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-packet-private.h"

#include <string.h>

static GVariant *
new_content (const char *text)
{
  GVariantDict fields;

  g_variant_dict_init (&fields, NULL);
  g_variant_dict_insert (&fields, "text", "s", text);
  g_variant_dict_insert (&fields, "number", "t", G_MAXUINT64);
  return g_variant_dict_end (&fields);
}

/* As many bytes at once as there are room and @step. What the packets say, or the error; @content owns what came last. */
static guint
feed (GyrePacket *packet, const guint8 *data, gsize length, gsize step, GVariant **content, GError **error)
{
  guint n_packets = 0;

  while (length > 0)
    {
      g_autoptr (GVariant) said = NULL;
      gsize room;
      guint8 *place = gyre_packet_get_room (packet, &room);
      gsize n_bytes = MIN (MIN (room, step), length);

      g_assert_cmpuint (room, >, 0);
      memcpy (place, data, n_bytes);
      data += n_bytes;
      length -= n_bytes;
      if (!gyre_packet_add (packet, n_bytes, &said, error))
        return n_packets;
      if (said != NULL)
        {
          n_packets++;
          g_clear_pointer (content, g_variant_unref);
          *content = g_steal_pointer (&said);
        }
    }
  return n_packets;
}

static void
test_it_comes_in_pieces_of_any_size (void)
{
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autoptr (GVariant) sent = g_variant_ref_sink (new_content (text));
  g_autoptr (GBytes) bytes = gyre_packet_write (sent);
  const gsize steps[] = { 1, 3, 4096, G_MAXSIZE };

  for (guint index = 0; index < G_N_ELEMENTS (steps); index++)
    {
      GyrePacket packet = { .limit = GYRE_PACKET_LONGEST_QUESTION };
      g_autoptr (GVariant) content = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;
      const guint8 *data = g_bytes_get_data (bytes, &length);

      g_assert_cmpuint (feed (&packet, data, length, steps[index], &content, &error), ==, 1);
      g_assert_no_error (error);
      g_assert_true (g_variant_equal (content, sent));
      g_assert_false (gyre_packet_has_begun (&packet));
      g_assert_cmpuint (feed (&packet, data, length, steps[index], &content, &error), ==, 1);
      gyre_packet_clear (&packet);
    }
}

static void
assert_refused (const guint8 *data, gsize length, GIOErrorEnum code)
{
  GyrePacket packet = { .limit = GYRE_PACKET_LONGEST_QUESTION };
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (feed (&packet, data, length, G_MAXSIZE, &content, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, (int) code);
  gyre_packet_clear (&packet);
}

static void
test_what_is_no_packet_is_refused (void)
{
  assert_refused ((const guint8 *) "GET / HTTP/1.1\r\n", 16, G_IO_ERROR_INVALID_DATA);
  assert_refused ((const guint8 *) "gyr1\0\0\0\0", 8, G_IO_ERROR_MESSAGE_TOO_LARGE);
  assert_refused ((const guint8 *) "gyr1\xff\xff\xff\xff", 8, G_IO_ERROR_MESSAGE_TOO_LARGE);
  assert_refused ((const guint8 *) "gyr1\x05\0\0\0ABCDE", 13, G_IO_ERROR_INVALID_DATA);
}

static void
test_a_length_that_is_only_said_takes_no_memory (void)
{
  GyrePacket packet = { .limit = GYRE_PACKET_LONGEST_ANSWER };
  g_autoptr (GVariant) content = NULL;
  gsize room;

  feed (&packet, (const guint8 *) "gyr1\0\0\0\x03xx", 10, G_MAXSIZE, &content, NULL);
  gyre_packet_get_room (&packet, &room);
  g_assert_cmpuint (packet.room, <=, 65536);
  gyre_packet_clear (&packet);
}

/* Each byte of a good packet changed in each bit: it is refused, or is another dictionary in normal form. */
static void
test_no_changed_bit_harms (void)
{
  g_autoptr (GBytes) bytes = gyre_packet_write (new_content ("a text"));
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *changed = g_memdup2 (data, length);

  for (gsize bit = 0; bit < 8 * length; bit++)
    {
      GyrePacket packet = { .limit = GYRE_PACKET_LONGEST_QUESTION };
      g_autoptr (GVariant) content = NULL;

      changed[bit / 8] ^= (guint8) (1u << bit % 8);
      if (feed (&packet, changed, length, G_MAXSIZE, &content, NULL) > 0)
        {
          g_autofree char *text = g_variant_print (content, TRUE);

          g_assert_true (g_variant_is_normal_form (content));
        }
      changed[bit / 8] ^= (guint8) (1u << bit % 8);
      gyre_packet_clear (&packet);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/control/packet/it-comes-in-pieces-of-any-size", test_it_comes_in_pieces_of_any_size);
  g_test_add_func ("/control/packet/what-is-no-packet-is-refused", test_what_is_no_packet_is_refused);
  g_test_add_func ("/control/packet/a-length-that-is-only-said-takes-no-memory", test_a_length_that_is_only_said_takes_no_memory);
  g_test_add_func ("/control/packet/no-changed-bit-harms", test_no_changed_bit_harms);
  return g_test_run ();
}
