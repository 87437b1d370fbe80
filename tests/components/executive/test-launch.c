/* test-launch.c: Processes by handle
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"

static void
test_a_stale_handle_is_an_error (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', EVERY);
  GyreHandle handle = thing->handle;
  GyreLaunch every = { .step = thing_run };
  GyreAccounting accounting;
  g_autoptr (GError) error = NULL;

  end (thing);
  g_assert_false (gyre_executive_launch (fixture->executive, handle, &every, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
  g_assert_false (gyre_executive_pause (fixture->executive, handle, NULL));
  g_assert_false (gyre_executive_resume (fixture->executive, handle, NULL));
  g_assert_false (gyre_executive_halt (fixture->executive, handle, NULL));
  g_assert_false (gyre_executive_perpetuate (fixture->executive, handle, -1, NULL));
  g_assert_false (gyre_executive_get_accounting (fixture->executive, handle, &accounting));
  g_assert_cmpint (gyre_executive_get_run_state (fixture->executive, handle), ==, GYRE_RUN_STATE_NONE);
}

static void
test_the_life_of_a_process (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  GyreLaunch every = { .step = thing_run, .phase = -1 };
  GyreExecutive *executive = fixture->executive;
  GyreAccounting accounting;

  g_assert_cmpint (gyre_executive_get_run_state (executive, thing->handle), ==, GYRE_RUN_STATE_NONE);
  g_assert_true (gyre_executive_launch (executive, thing->handle, &every, NULL));
  g_assert_cmpstr (play (fixture, 2), ==, "a|a|");
  g_assert_true (gyre_executive_pause (executive, thing->handle, NULL));
  g_assert_cmpstr (play (fixture, 1), ==, "|");
  g_assert_true (gyre_executive_resume (executive, thing->handle, NULL));
  g_assert_cmpstr (play (fixture, 1), ==, "a|");
  g_assert_true (gyre_executive_halt (executive, thing->handle, NULL));
  g_assert_cmpstr (play (fixture, 1), ==, "|");
  g_assert_true (gyre_executive_launch (executive, thing->handle, &every, NULL));
  g_assert_cmpstr (play (fixture, 1), ==, "a|");
  g_assert_true (gyre_executive_get_accounting (executive, thing->handle, &accounting));
  g_assert_cmpuint (accounting.runs, ==, 4);
  end (thing);
}

static void
test_who_never_was_a_process_can_not_run_again (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_perpetuate (fixture->executive, thing->handle, -1, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
  end (thing);
}

/* 20,000 come and go in any order, and nobody is disturbed. */
static void
test_many_come_and_go (Fixture *fixture, gconstpointer data)
{
  enum { N = 20000 };
  g_autofree Thing **things = g_new (Thing *, N);
  GyreFrameCounts counts;

  for (guint index = 0; index < N; index++)
    things[index] = launch (fixture, 'a', EVERY);
  play (fixture, 1);
  for (guint index = 0; index < N; index += 2)
    end (things[(index * 7919 / 2 * 2) % N]);
  play (fixture, 1);
  gyre_executive_get_counts (fixture->executive, &counts);
  g_assert_cmpuint (counts.runs, ==, N + N / 2);
  for (guint index = 1; index < N; index += 2)
    end (things[index]);
  g_assert_cmpstr (play (fixture, 0), ==, "");
}

#define ADD(path, function) g_test_add ("/executive/launch/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-stale-handle-is-an-error", test_a_stale_handle_is_an_error);
  ADD ("the-life-of-a-process", test_the_life_of_a_process);
  ADD ("who-never-was-a-process-can-not-run-again", test_who_never_was_a_process_can_not_run_again);
  ADD ("many-come-and-go", test_many_come_and_go);
  return g_test_run ();
}
