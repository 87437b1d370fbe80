/* test-lane.c: The way of one thread's messages into an executive of another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-lane-private.h"

static gboolean
write_message (GyreLane *lane, GyreSlot *slot, guint64 number, gsize size, GError **error)
{
  g_autofree char *data = g_malloc0 (size + 1);
  GyreMessage head = { .receiver = 1, .number = number, .size = (guint32) size };
  GyreLaneCharge *charge = NULL;

  return gyre_lane_charge (lane, slot, 1, size, &charge, error) && gyre_lane_write (lane, &head, data, charge, error);
}

static guint64
read_message (GyreLane *lane, GyreChunks *chunks)
{
  GyreMessage *message = gyre_lane_look (lane, chunks);
  guint64 number;

  if (message == NULL)
    return 0;
  number = message->number;
  gyre_lane_go_on (lane, gyre_message_extent (message));
  return number;
}

static void
test_only_what_was_told_and_taken_up_is_read (void)
{
  GyreChunks chunks;
  GyreLane *lane = gyre_lane_new (1);
  GyreSlot slot = { .capacity = G_MAXUINT32 };

  gyre_chunks_init (&chunks);
  g_assert_true (write_message (lane, &slot, 1, 10, NULL));
  gyre_lane_take_up (lane);
  g_assert_cmpuint (read_message (lane, &chunks), ==, 0);
  gyre_lane_tell (lane, FALSE);
  g_assert_false (gyre_lane_is_empty (lane));
  g_assert_cmpuint (read_message (lane, &chunks), ==, 0);
  gyre_lane_take_up (lane);
  g_assert_cmpuint (read_message (lane, &chunks), ==, 1);
  g_assert_true (gyre_lane_is_empty (lane));
  gyre_lane_close (lane, &chunks);
  gyre_lane_unref (lane);
  gyre_chunks_clear (&chunks);
}

/* Chunks go round: a lane that is read needs no more memory. */
static void
test_full_lane_refuses_until_it_is_read (void)
{
  GyreChunks chunks;
  GyreLane *lane = gyre_lane_new (1);
  GyreSlot slot = { .capacity = G_MAXUINT32 };
  guint64 written = 0, read = 0;

  gyre_chunks_init (&chunks);
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (GError) error = NULL;
      while (write_message (lane, &slot, written + 1, written % 1000, &error))
        written++;
      g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
      g_assert_cmpuint (lane->n_written - lane->n_taken, <=, GYRE_LANE_WINDOW + GYRE_CHUNK_SIZE);
      gyre_lane_tell (lane, FALSE);
      gyre_lane_take_up (lane);
      while (read < written)
        g_assert_cmpuint (read_message (lane, &chunks), ==, ++read);
      g_assert_cmpuint (read_message (lane, &chunks), ==, 0);
      gyre_lane_tell_taken (lane);
    }
  g_assert_true (write_message (lane, &slot, written + 1, 5000000, NULL));
  g_assert_false (write_message (lane, &slot, written + 2, 5000000, NULL));
  gyre_lane_close (lane, &chunks);
  gyre_lane_unref (lane);
  gyre_chunks_clear (&chunks);
}

static void
test_charge_is_exact_for_one_writer (void)
{
  GyreChunks chunks;
  GyreLane *lane = gyre_lane_new (1);
  GyreSlot slot = { .capacity = 100 };
  g_autoptr (GError) error = NULL;

  gyre_chunks_init (&chunks);
  g_assert_true (write_message (lane, &slot, 1, 60, NULL));
  g_assert_false (write_message (lane, &slot, 2, 41, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  g_assert_true (write_message (lane, &slot, 2, 40, NULL));
  gyre_lane_tell (lane, FALSE);
  gyre_lane_take_up (lane);
  g_assert_cmpuint (read_message (lane, &chunks), ==, 1);
  gyre_lane_tell_taken (lane);
  g_assert_cmpuint (read_message (lane, &chunks), ==, 2);
  gyre_lane_tell_taken (lane);
  slot.n_bytes = 50;
  g_assert_false (write_message (lane, &slot, 3, 51, NULL));
  g_assert_true (write_message (lane, &slot, 3, 50, NULL));
  gyre_lane_close (lane, &chunks);
  gyre_lane_unref (lane);
  gyre_chunks_clear (&chunks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/lane/only-what-was-told-and-taken-up-is-read", test_only_what_was_told_and_taken_up_is_read);
  g_test_add_func ("/messaging/lane/full-lane-refuses-until-it-is-read", test_full_lane_refuses_until_it_is_read);
  g_test_add_func ("/messaging/lane/charge-is-exact-for-one-writer", test_charge_is_exact_for_one_writer);
  return g_test_run ();
}
