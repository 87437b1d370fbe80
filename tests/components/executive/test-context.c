/* test-context.c: GLib's own sources of a thread, served between the frames
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-context-private.h"
#include "gyre-parking-private.h"

#include <glib-unix.h>

static gboolean
count (gpointer data)
{
  ++*(guint *) data;
  return G_SOURCE_CONTINUE;
}

/* One round of a loop. Returns: how long it would have waited. */
static gint64
serve (GyreContext *context, int extra)
{
  GyreParking *parking = gyre_parking_new ();
  gint64 delay;
  guint n_polled;
  GPollFD *polled = gyre_context_prepare (context, extra, &delay, &n_polled);

  g_assert_cmpint (polled[0].fd == extra, ==, extra >= 0);
  gyre_parking_park (parking, G_MININT64, polled, n_polled);
  gyre_context_dispatch (context);
  gyre_parking_free (parking);
  return delay;
}

static void
test_the_first_thread_has_the_default_one (void)
{
  GyreContext *context = gyre_context_new ();
  guint n_calls = 0;
  guint source = g_idle_add (count, &n_calls);

  g_assert_nonnull (context);
  g_assert_cmpint (serve (context, -1), ==, 0);
  g_assert_cmpint (serve (context, 0), ==, 0);
  g_assert_cmpuint (n_calls, ==, 2);
  g_source_remove (source);
  g_assert_cmpint (serve (context, -1), ==, G_MAXINT64);
  gyre_context_free (context);
}

static void
test_a_time_of_a_source_ends_the_waiting (void)
{
  GyreContext *context = gyre_context_new ();
  guint n_calls = 0;
  guint source = g_timeout_add (3600 * 1000, count, &n_calls);
  gint64 delay = serve (context, -1);

  g_assert_cmpint (delay, >, G_GINT64_CONSTANT (3500) * 1000 * 1000 * 1000);
  g_assert_cmpint (delay, <=, G_GINT64_CONSTANT (3600) * 1000 * 1000 * 1000);
  g_source_remove (source);
  gyre_context_free (context);
}

static gpointer
look (gpointer data)
{
  g_autoptr (GMainContext) own = g_main_context_new ();
  GyreContext *context = gyre_context_new ();

  g_assert_null (context);
  g_main_context_push_thread_default (own);
  context = gyre_context_new ();
  g_assert_nonnull (context);
  gyre_context_free (context);
  g_main_context_pop_thread_default (own);
  return NULL;
}

/* The default one is the first thread's, also while nobody serves it. */
static void
test_other_threads_have_their_own_or_none (void)
{
  g_thread_join (g_thread_new ("other", look, NULL));
}

static gboolean
on_readable (int descriptor, GIOCondition condition, gpointer data)
{
  return count (data);
}

static void
test_more_descriptors_than_there_was_room_for_are_waited_for (void)
{
  GyreContext *context = gyre_context_new ();
  GyreParking *parkings[40];
  guint sources[G_N_ELEMENTS (parkings)];
  guint n_calls = 0;

  for (guint index = 0; index < G_N_ELEMENTS (parkings); index++)
    {
      parkings[index] = gyre_parking_new ();
      gyre_parking_set_time (parkings[index], 1);
      sources[index] = g_unix_fd_add (gyre_parking_get_timer (parkings[index]), G_IO_IN, on_readable, &n_calls);
    }
  serve (context, -1);
  g_assert_cmpuint (n_calls, ==, G_N_ELEMENTS (parkings));
  for (guint index = 0; index < G_N_ELEMENTS (parkings); index++)
    {
      g_source_remove (sources[index]);
      gyre_parking_free (parkings[index]);
    }
  gyre_context_free (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/context/the-first-thread-has-the-default-one", test_the_first_thread_has_the_default_one);
  g_test_add_func ("/executive/context/a-time-of-a-source-ends-the-waiting", test_a_time_of_a_source_ends_the_waiting);
  g_test_add_func ("/executive/context/other-threads-have-their-own-or-none", test_other_threads_have_their_own_or_none);
  g_test_add_func ("/executive/context/more-descriptors-than-there-was-room-for-are-waited-for",
                   test_more_descriptors_than_there_was_room_for_are_waited_for);
  return g_test_run ();
}
