/* test-frame.c: The turns of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"

static gpointer
try_to_step (gpointer data)
{
  GError *error = NULL;

  g_assert_false (gyre_executive_step (data, &error));
  return error;
}

static void
test_frames_run_in_one_thread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_step (fixture->executive, NULL));
  g_assert_true (gyre_executive_is_mine (fixture->executive));
  error = g_thread_join (g_thread_new ("other", try_to_step, fixture->executive));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD);
}

static gpointer
step (gpointer data)
{
  g_assert_true (gyre_executive_step (data, NULL));
  return NULL;
}

static void
test_who_gives_it_up_leaves_it_to_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GyreFrameCounts counts;

  g_assert_true (gyre_executive_acquire (fixture->executive, NULL));
  gyre_executive_release (fixture->executive);
  g_thread_join (g_thread_new ("other", step, fixture->executive));
  g_assert_true (gyre_executive_step (fixture->executive, &error));
  g_assert_no_error (error);
  gyre_executive_get_counts (fixture->executive, &counts);
  g_assert_cmpuint (counts.frame, ==, 2);
}

static void
step_inside (Thing *thing)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_step (thing->fixture->executive, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_RUNNING);
}

static void
test_a_frame_has_no_frame_inside (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', EVERY);

  thing->act = step_inside;
  g_assert_cmpstr (play (fixture, 1), ==, "a|");
  end (thing);
}

static void
stop_at_5 (Thing *thing)
{
  if (thing->n_runs == 5)
    gyre_executive_stop (thing->fixture->executive);
}

static void
test_it_runs_until_it_is_stopped (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', EVERY);

  thing->act = stop_at_5;
  g_assert_true (gyre_executive_run (fixture->executive, NULL));
  g_assert_cmpuint (thing->n_runs, ==, 5);
  thing->n_runs = 0;
  g_assert_true (gyre_executive_run (fixture->executive, NULL));
  g_assert_cmpuint (thing->n_runs, ==, 5);
  end (thing);
}

/* Frames that are left. */
static gboolean
count_down (GyreExecutive *executive, gpointer user_data)
{
  return (*(guint *) user_data)-- > 0;
}

static guint64
run_while (Fixture *fixture, guint left)
{
  GyreFrameCounts before, after;

  gyre_executive_get_counts (fixture->executive, &before);
  g_assert_true (gyre_executive_run_while (fixture->executive, count_down, &left, NULL));
  gyre_executive_get_counts (fixture->executive, &after);
  return after.frame - before.frame;
}

/* Somebody who counts frames must hear of a stop in whichever of them it comes, and the stop is over then. */
static void
test_a_stop_in_a_frame_that_is_counted_is_not_lost (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', EVERY);

  thing->act = stop_at_5;
  g_assert_cmpuint (run_while (fixture, 3), ==, 3);
  g_assert_cmpuint (run_while (fixture, 10), ==, 2);
  g_assert_cmpuint (run_while (fixture, 10), ==, 10);
  end (thing);
}

static void
test_with_a_virtual_clock_it_ends_when_nothing_is_due (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', (GyreLaunch) { .once = TRUE, .interval_time = 1, .phase = 3600 * SECOND });

  g_assert_true (gyre_executive_run (fixture->executive, NULL));
  g_assert_cmpstr (fixture->story->str, ==, "a");
  g_assert_cmpint (gyre_executive_get_time (fixture->executive), ==, 3600 * SECOND);
  end (thing);
}

static void
test_surroundings_are_set_before_anything_begins (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', EVERY);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_set_surroundings (fixture->executive, fixture->surroundings, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_RUNNING);
  end (thing);
}

static void
test_a_pace_counts_in_the_time_of_surroundings_that_come_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (1);
  gint64 start = gyre_surroundings_get_time (surroundings);

  gyre_executive_set_pace (executive, GYRE_PACE_FIXED, 10);
  g_assert_true (gyre_executive_set_surroundings (executive, surroundings, NULL));
  g_assert_true (gyre_executive_run_frames (executive, 11, NULL));
  g_assert_cmpint (gyre_executive_get_time (executive), ==, start + SECOND);
}

/* Every frame stands at its own time: a second of 60 frames is a second, and the millionth frame is where it should be. */
static void
test_a_fixed_pace_does_not_drift (Fixture *fixture, gconstpointer data)
{
  gint64 start = gyre_executive_get_time (fixture->executive);
  GyreFrameCounts counts;

  gyre_executive_set_pace (fixture->executive, GYRE_PACE_FIXED, 60);
  g_assert_true (gyre_executive_run_frames (fixture->executive, 60001, NULL));
  g_assert_cmpint (ABS (gyre_executive_get_time (fixture->executive) - start - 1000 * SECOND), <=, SECOND / 50);
  gyre_executive_get_counts (fixture->executive, &counts);
  g_assert_cmpuint (counts.frame, ==, 60001);
  g_assert_cmpuint (counts.late, ==, 0);
}

/* With the clock of the machine: how many frames there were in the time that passed. */
static void
test_the_machine_paces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  gint64 start, time;
  GyreFrameCounts counts;

  gyre_executive_set_pace (executive, GYRE_PACE_FIXED, 1000);
  start = gyre_executive_get_time (executive);
  g_assert_true (gyre_executive_run_frames (executive, 50, NULL));
  time = gyre_executive_get_time (executive) - start;
  gyre_executive_get_counts (executive, &counts);
  g_assert_cmpint (time, >=, 49 * SECOND / 1000);
  g_assert_cmpuint (counts.frame, ==, 50);
}

static gpointer
stop_soon (gpointer data)
{
  g_usleep (20000);
  gyre_executive_stop (data);
  return NULL;
}

/* Nothing is due: it sleeps, and another thread wakes it. */
static void
test_an_idle_executive_is_woken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GThread *thread = g_thread_new ("stopper", stop_soon, executive);
  GyreFrameCounts counts;

  g_assert_true (gyre_executive_run (executive, NULL));
  gyre_executive_get_counts (executive, &counts);
  g_assert_cmpuint (counts.frame, ==, 0);
  g_thread_join (thread);
}

#define ADD(path, function) g_test_add ("/executive/frame/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("frames-run-in-one-thread", test_frames_run_in_one_thread);
  ADD ("who-gives-it-up-leaves-it-to-another", test_who_gives_it_up_leaves_it_to_another);
  ADD ("a-frame-has-no-frame-inside", test_a_frame_has_no_frame_inside);
  ADD ("it-runs-until-it-is-stopped", test_it_runs_until_it_is_stopped);
  ADD ("a-stop-in-a-frame-that-is-counted-is-not-lost", test_a_stop_in_a_frame_that_is_counted_is_not_lost);
  ADD ("with-a-virtual-clock-it-ends-when-nothing-is-due", test_with_a_virtual_clock_it_ends_when_nothing_is_due);
  ADD ("surroundings-are-set-before-anything-begins", test_surroundings_are_set_before_anything_begins);
  ADD ("a-pace-counts-in-the-time-of-surroundings-that-come-later",
       test_a_pace_counts_in_the_time_of_surroundings_that_come_later);
  ADD ("a-fixed-pace-does-not-drift", test_a_fixed_pace_does_not_drift);
  ADD ("the-machine-paces", test_the_machine_paces);
  ADD ("an-idle-executive-is-woken", test_an_idle_executive_is_woken);
  return g_test_run ();
}
