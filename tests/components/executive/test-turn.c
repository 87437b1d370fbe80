/* test-turn.c: One frame after the other, each at its time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-turn-private.h"

static void
be_late (Fixture *fixture, gint64 time)
{
  g_assert_true (gyre_executive_acquire (fixture->executive, NULL));
  gyre_surroundings_advance_to (fixture->surroundings, gyre_turn_get_due (fixture->shard) + time);
  g_assert_true (gyre_turn_run (fixture->shard));
}

static void
test_frames_after_a_late_one_make_up_for_it (Fixture *fixture, gconstpointer data)
{
  gint64 start = gyre_executive_get_time (fixture->executive);
  GyreFrameCounts counts;

  gyre_executive_set_pace (fixture->executive, GYRE_PACE_FIXED, 1000);
  be_late (fixture, SECOND / 100 + 1);
  for (guint index = 0; index < 10; index++)
    g_assert_true (gyre_turn_run (fixture->shard));
  gyre_executive_get_counts (fixture->executive, &counts);
  g_assert_cmpuint (counts.frame, ==, 11);
  g_assert_cmpuint (counts.late, ==, 10);
  g_assert_cmpuint (counts.missed, ==, 0);
  g_assert_cmpint (gyre_turn_get_due (fixture->shard), ==, start + 11 * SECOND / 1000);
}

/* Who was stopped for an hour does not run 3,600,000 frames at once. */
static void
test_what_is_a_second_late_does_not_happen_and_is_counted (Fixture *fixture, gconstpointer data)
{
  gint64 start = gyre_executive_get_time (fixture->executive);
  GyreFrameCounts counts;

  gyre_executive_set_pace (fixture->executive, GYRE_PACE_FIXED, 1000);
  be_late (fixture, 3600 * SECOND);
  gyre_executive_get_counts (fixture->executive, &counts);
  g_assert_cmpuint (counts.frame, ==, 1);
  g_assert_cmpuint (counts.missed, ==, 3600 * 1000);
  g_assert_cmpint (gyre_turn_get_due (fixture->shard), ==, start + 3600 * SECOND + SECOND / 1000);
}

static gboolean
tell_idle (gpointer data)
{
  Fixture *fixture = data;

  g_string_append_c (fixture->story, '.');
  return G_SOURCE_CONTINUE;
}

static void
stop_at_3 (Thing *thing)
{
  g_assert_true (gyre_executive_get_current () == thing->fixture->executive);
  if (thing->n_runs == 3)
    gyre_executive_stop (thing->fixture->executive);
}

static void
test_sources_of_glib_are_served_once_per_frame (Fixture *fixture, gconstpointer data)
{
  GyreExecutive *outer = fixture->executive;
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  guint source = g_idle_add (tell_idle, fixture);
  Thing *thing;

  fixture->executive = executive;
  fixture->shard = gyre_executive_get_shard (executive);
  thing = launch (fixture, 'a', EVERY);
  thing->act = stop_at_3;
  g_assert_true (gyre_executive_run (executive, NULL));
  g_assert_cmpstr (fixture->story->str, ==, ".a.a.a");
  end (thing);
  g_source_remove (source);
  fixture->executive = outer;
}

static void
test_with_a_virtual_clock_none_are_served (Fixture *fixture, gconstpointer data)
{
  guint source = g_idle_add (tell_idle, fixture);
  Thing *thing = launch (fixture, 'a', EVERY);

  g_assert_cmpstr (play (fixture, 2), ==, "a|a|");
  end (thing);
  g_source_remove (source);
}

#define ADD(path, function) g_test_add ("/executive/turn/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("frames-after-a-late-one-make-up-for-it", test_frames_after_a_late_one_make_up_for_it);
  ADD ("what-is-a-second-late-does-not-happen-and-is-counted", test_what_is_a_second_late_does_not_happen_and_is_counted);
  ADD ("sources-of-glib-are-served-once-per-frame", test_sources_of_glib_are_served_once_per_frame);
  ADD ("with-a-virtual-clock-none-are-served", test_with_a_virtual_clock_none_are_served);
  return g_test_run ();
}
