/* test-log.c: Messages one after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-log-private.h"

static void
write_message (GyreLog *log, GyreHandle sender, guint64 number, gsize size)
{
  gsize extent = GYRE_MESSAGE_EXTENT (GYRE_MESSAGE_IS_WIDE, size);
  GyreMessage *message = gyre_log_reserve (log, extent);

  message->sender = sender;
  message->number = number;
  message->flags = GYRE_MESSAGE_IS_WIDE;
  message->size = size;
  gyre_log_write (log, extent);
}

static guint64
read_message (GyreLog *log)
{
  GyreMessage *message = gyre_log_look (log);
  guint64 number;

  if (message == NULL)
    return 0;
  number = message->number;
  gyre_log_go_on (log, gyre_message_extent (message));
  return number;
}

static void
test_what_was_written_is_read_in_order (void)
{
  GyreChunks chunks;
  GyreLog log;

  gyre_chunks_init (&chunks);
  gyre_log_init (&log, &chunks);
  g_assert_cmpuint (read_message (&log), ==, 0);
  for (guint64 number = 1; number <= 5000; number++)
    write_message (&log, 1, number, number % 1000 == 0 ? 300000 : number % 97);
  for (guint64 number = 1; number <= 5000; number++)
    g_assert_cmpuint (read_message (&log), ==, number);
  g_assert_cmpuint (read_message (&log), ==, 0);
  g_assert_true (gyre_log_is_empty (&log));
  gyre_log_clear (&log);
  g_assert_cmpuint (chunks.n_bytes, ==, 0);
  gyre_chunks_clear (&chunks);
}

static void
test_talk_stays_at_the_same_place (void)
{
  GyreChunks chunks;
  GyreLog log;
  GyreMessage *place;

  gyre_chunks_init (&chunks);
  gyre_log_init (&log, &chunks);
  write_message (&log, 1, 1, 8);
  place = gyre_log_look (&log);
  for (guint64 number = 1; number <= 100000; number++)
    {
      g_assert_true (gyre_log_look (&log) == place);
      g_assert_cmpuint (read_message (&log), ==, number);
      g_assert_cmpuint (read_message (&log), ==, 0);
      write_message (&log, 1, number + 1, 8);
    }
  gyre_log_clear (&log);
  gyre_chunks_clear (&chunks);
}

static gint
compare_keys (gconstpointer left, gconstpointer right)
{
  const guint64 *one = left, *other = right;

  return one[0] != other[0] ? (one[0] > other[0]) - (one[0] < other[0]) : (one[1] > other[1]) - (one[1] < other[1]);
}

/* Against a sort of the C library, with many senders in any order, over several chunks. */
static void
test_appended_in_order_of_senders (void)
{
  GyreChunks chunks;
  GyreLog log, next;
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);

  gyre_chunks_init (&chunks);
  gyre_log_init (&log, &chunks);
  gyre_log_init (&next, &chunks);
  for (guint round = 0; round < 20; round++)
    {
      guint n_messages = g_rand_int_range (chance, 1, 5000);
      g_autofree guint64 *keys = g_new (guint64, 2 * n_messages);
      if (round % 3 != 0)
        write_message (&log, 9, 1000000, 8);
      for (guint index = 0; index < n_messages; index++)
        {
          keys[2 * index] = g_rand_int_range (chance, 0, 50);
          keys[2 * index + 1] = index + 1;
          write_message (&next, keys[2 * index] | G_GUINT64_CONSTANT (1) << 32, index + 1, index % 40);
        }
      qsort (keys, n_messages, 2 * sizeof *keys, compare_keys);
      gyre_log_append_in_order (&log, &next);
      write_message (&log, 1, 2000000, 8);
      g_assert_true (gyre_log_is_empty (&next));
      if (round % 3 != 0)
        g_assert_cmpuint (read_message (&log), ==, 1000000);
      for (guint index = 0; index < n_messages; index++)
        g_assert_cmpuint (read_message (&log), ==, keys[2 * index + 1]);
      g_assert_cmpuint (read_message (&log), ==, 2000000);
      g_assert_cmpuint (read_message (&log), ==, 0);
    }
  gyre_log_clear (&log);
  gyre_log_clear (&next);
  g_assert_cmpuint (chunks.n_bytes, ==, 0);
  gyre_chunks_clear (&chunks);
}

static void
test_claimed_place_keeps_its_turn (void)
{
  GyreChunks chunks;
  GyreLog log;
  gsize extent = GYRE_MESSAGE_EXTENT (0, 100);
  GyreMessage *message;

  gyre_chunks_init (&chunks);
  gyre_log_init (&log, &chunks);
  write_message (&log, 1, 1, 8);
  message = gyre_log_reserve (&log, extent);
  gyre_log_claim (&log);
  write_message (&log, 1, 3, 8);
  g_assert_cmpuint (read_message (&log), ==, 1);
  g_assert_null (gyre_log_look (&log));
  message->number = 2;
  message->flags = 0;
  message->size = 100;
  gyre_log_commit (&log, extent);
  g_assert_cmpuint (read_message (&log), ==, 2);
  g_assert_cmpuint (read_message (&log), ==, 3);
  gyre_log_clear (&log);
  gyre_chunks_clear (&chunks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/log/what-was-written-is-read-in-order", test_what_was_written_is_read_in_order);
  g_test_add_func ("/messaging/log/talk-stays-at-the-same-place", test_talk_stays_at_the_same_place);
  g_test_add_func ("/messaging/log/appended-in-order-of-senders", test_appended_in_order_of_senders);
  g_test_add_func ("/messaging/log/claimed-place-keeps-its-turn", test_claimed_place_keeps_its_turn);
  return g_test_run ();
}
