/* test-lane.c: The way of one thread's messages into an executive of another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-lane-private.h"

/* Numbers are given out when there is room. */
static gboolean
write_message (GyreLane *lane, GyreSlot *slot, guint64 number, gsize size, GError **error)
{
  g_autofree char *data = g_malloc0 (size + 1);
  GyreMessage head = { .receiver = 1 };
  GyreMessagePart part = { data, size };
  guint64 next_number = MAX (lane->number_end, 1);

  if (gyre_lane_write_all (lane, slot, &head, &part, 1, &next_number, error) == 0)
    return FALSE;
  g_assert_cmpuint (gyre_lane_get_number (lane), ==, number);
  return TRUE;
}

static guint64
read_message (GyreLane *lane, GyreChunks *chunks)
{
  GyreMessage *message = gyre_lane_look (lane, chunks);
  guint64 number;

  if (message == NULL)
    return 0;
  number = message->number;
  gyre_lane_go_on (lane);
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

/* What the lane takes for a message of @size bytes by @sender. */
static guint64
measure_message (GyreLane *lane, GyreSlot *slot, GyreHandle sender, gsize size, guint flags)
{
  static const char data[2000];
  GyreMessage head = { .sender = sender, .receiver = gyre_slot_get_handle (slot) };
  const GyreMessagePart part = { data, size };
  guint64 next_number = MAX (lane->number_end, 1), before = lane->n_written;

  head.flags = flags;
  if (!gyre_lane_is_model (lane, sender, head.receiver, 0, flags) || !gyre_lane_write_one_alike (lane, &part))
    g_assert_cmpuint (gyre_lane_write_all (lane, slot, &head, &part, 1, &next_number, NULL), ==, 1);
  return lane->n_written - before;
}

static void
test_only_what_differs_from_the_one_before_has_a_whole_head (void)
{
  GyreChunks chunks;
  GyreLane *lane = gyre_lane_new (1);
  GyreSlot slot = { .capacity = G_MAXUINT32, .generation = 5, .flags = GYRE_SLOT_ALIVE }, other = slot;

  gyre_chunks_init (&chunks);
  other.index = 1;
  g_assert_cmpuint (measure_message (lane, &slot, 1, 64, 0), ==, 32 + 64);
  g_assert_cmpuint (measure_message (lane, &slot, 1, 64, 0), ==, 8 + 64);
  g_assert_cmpuint (measure_message (lane, &slot, 1, 64, 0), ==, 8 + 64);
  g_assert_cmpuint (measure_message (lane, &slot, 2, 64, 0), ==, 32 + 64);
  g_assert_cmpuint (measure_message (lane, &slot, 2, 60, 0), ==, 32 + 64);
  g_assert_cmpuint (measure_message (lane, &slot, 2, 60, 0), ==, 8 + 64);
  g_assert_cmpuint (measure_message (lane, &other, 2, 60, 0), ==, 32 + 64);
  g_assert_cmpuint (measure_message (lane, &other, 2, 60, GYRE_MESSAGE_VARIANT), ==, 32 + 64);
  g_assert_cmpuint (measure_message (lane, &other, 2, 60, GYRE_MESSAGE_VARIANT), ==, 8 + 64);
  slot.flags |= GYRE_SLOT_WAITING;
  g_assert_cmpuint (measure_message (lane, &slot, 1, 64, 0), ==, 32 + 64);
  g_assert_cmpuint (measure_message (lane, &slot, 1, 64, 0), ==, 32 + 64);
  g_assert_cmpuint (measure_message (lane, &other, 1, 2000, 0), ==, 32 + 2000);
  g_assert_cmpuint (measure_message (lane, &other, 1, 2000, 0), ==, 32 + 2000);
  g_assert_cmpuint (measure_message (lane, &other, 1, 0, 0), ==, 32);
  g_assert_cmpuint (measure_message (lane, &other, 1, 0, 0), ==, 32);
  gyre_lane_tell (lane, FALSE);
  gyre_lane_take_up (lane);
  for (guint64 number = 1; number <= 15; number++)
    g_assert_cmpuint (read_message (lane, &chunks), ==, number);
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
  g_test_add_func ("/messaging/lane/only-what-differs-from-the-one-before-has-a-whole-head",
                   test_only_what_differs_from_the_one_before_has_a_whole_head);
  return g_test_run ();
}
