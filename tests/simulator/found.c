/* found.c: What the simulator has found, each by itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "../components/executive/executive-fixture.h"

#include "gyre-send.h"

#include <stdio.h>

/* Whoever is still there ends. */
static void
end_all (Fixture *fixture, gconstpointer data)
{
  GHashTableIter things;
  gpointer thing;

  for (;;)
    {
      g_hash_table_iter_init (&things, fixture->things);
      if (!g_hash_table_iter_next (&things, NULL, &thing))
        break;
      end (thing);
    }
  tear_down (fixture, data);
}

static gboolean
fail_run (gpointer object, GError **error)
{
  thing_run (object, NULL);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
  return FALSE;
}

static Thing *
launch_failing (Fixture *fixture, char letter, GyreLaunch how)
{
  Thing *thing = add (fixture, letter);

  how.step = fail_run;
  g_assert_true (gyre_executive_launch (fixture->executive, thing->handle, &how, NULL));
  return thing;
}

static void
test_a_launch_does_not_end_a_pause (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  GyreLaunch every = { .step = thing_run, .phase = -1 };

  launch (fixture, 'b', EVERY);
  g_assert_true (gyre_executive_pause (fixture->executive, thing->handle, NULL));
  g_assert_true (gyre_executive_launch (fixture->executive, thing->handle, &every, NULL));
  g_assert_cmpstr (play (fixture, 2), ==, "b|b|");
  g_assert_cmpint (gyre_executive_get_run_state (fixture->executive, thing->handle), ==, GYRE_RUN_STATE_PAUSED);
  g_assert_true (gyre_executive_resume (fixture->executive, thing->handle, NULL));
  g_assert_cmpstr (play (fixture, 1), ==, "ba|");
}

/* Who is resumed in each frame does not run more often than it should. */
static void
test_a_pause_does_not_change_the_phase (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', (GyreLaunch) { .interval_frames = 4, .phase = -1 });
  guint n_runs;

  launch (fixture, 'b', EVERY);
  play (fixture, 1);
  n_runs = thing->n_runs;
  for (guint frame = 0; frame < 8; frame++)
    {
      gyre_executive_pause (fixture->executive, thing->handle, NULL);
      gyre_executive_resume (fixture->executive, thing->handle, NULL);
      play (fixture, 1);
    }
  g_assert_cmpuint (n_runs, ==, 1);
  g_assert_cmpuint (thing->n_runs, ==, 3);
}

/* The original took the due time for a delay when it resumed. */
static void
test_a_pause_keeps_the_delay (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', (GyreLaunch) { .once = TRUE, .phase = -1 });
  gint64 begin;

  play (fixture, 1);
  begin = gyre_executive_get_time (fixture->executive);
  g_assert_true (gyre_executive_perpetuate (fixture->executive, thing->handle, 10 * SECOND, NULL));
  g_assert_true (gyre_executive_pause (fixture->executive, thing->handle, NULL));
  gyre_surroundings_advance_to (fixture->surroundings, begin + 2 * SECOND);
  g_assert_true (gyre_executive_resume (fixture->executive, thing->handle, NULL));
  g_assert_cmpstr (play (fixture, 1), ==, "a|");
  g_assert_cmpint (gyre_executive_get_time (fixture->executive), ==, begin + 10 * SECOND);
}

static void
test_an_interval_holds_for_who_runs_once_and_always (Fixture *fixture, gconstpointer data)
{
  launch (fixture, 'a', (GyreLaunch) { .once = TRUE, .interval_time = SECOND / 25, .restart = GYRE_RESTART_ALWAYS, .phase = -1 });
  launch (fixture, 'b', EVERY);
  g_assert_cmpstr (play (fixture, 9), ==, "ab|b|b|ab|b|b|b|ab|b|");
}

static void
halt_self (Thing *thing)
{
  gyre_executive_halt (thing->fixture->executive, thing->handle, NULL);
}

static void
test_who_was_halted_is_not_started_again (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch_failing (fixture, 'a', (GyreLaunch) { .once = TRUE, .restart = GYRE_RESTART_ALWAYS, .phase = -1 });

  launch (fixture, 'b', EVERY);
  thing->act = halt_self;
  g_assert_cmpstr (play (fixture, 3), ==, "ab|b|b|");
  g_assert_cmpint (gyre_executive_get_run_state (fixture->executive, thing->handle), ==, GYRE_RUN_STATE_STOPPED);
}

static Thing *newcomer;

/* Whoever comes next gets the record of who has ended. */
static void
make_room (Thing *thing)
{
  Fixture *fixture = thing->fixture;

  end (thing);
  newcomer = launch (fixture, 'n', EVERY);
}

static void
test_a_failure_is_not_that_of_the_newcomer (Fixture *fixture, gconstpointer data)
{
  Thing *first = launch_failing (fixture, 'a', EVERY);
  GyreHandle handle = first->handle;
  GyreAccounting accounting;

  first->act = make_room;
  play (fixture, 3);
  g_assert_cmpuint ((guint32) handle, ==, (guint32) newcomer->handle);
  g_assert_cmpint (gyre_executive_get_run_state (fixture->executive, newcomer->handle), ==, GYRE_RUN_STATE_RUNNING);
  g_assert_true (gyre_executive_get_accounting (fixture->executive, newcomer->handle, &accounting));
  g_assert_cmpuint (accounting.failures, ==, 0);
}

/* It was the capacity from before, when that was larger. */
static void
test_a_growing_mailbox_has_its_limit (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  g_autofree char *bytes = g_malloc0 (2000);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_set_mailbox (fixture->executive, thing->handle, 100, GYRE_MAILBOX_GROW, 1000, NULL));
  g_assert_true (gyre_executive_send (fixture->executive, 0, thing->handle, 0, bytes, 1000, 0, NULL));
  g_assert_false (gyre_executive_send (fixture->executive, 0, thing->handle, 0, bytes, 1, 0, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (gyre_executive_send (fixture->executive, 0, thing->handle, 0, bytes, 1001, 0, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE);
}

static void
send_to (Fixture *fixture, Thing *thing, char letter, gsize size)
{
  g_autofree char *bytes = g_strnfill (size, letter);

  g_assert_true (gyre_executive_send (fixture->executive, 0, thing->handle, 0, bytes, size, 0, NULL));
}

static void
assert_reads (Fixture *fixture, Thing *thing, char letter, gsize expected)
{
  GyreMessage *message = gyre_executive_read (fixture->executive, thing->handle, 0, NULL);
  gsize size;
  const char *data;

  g_assert_nonnull (message);
  data = gyre_message_get_data (message, &size);
  g_assert_cmpuint (size, ==, expected);
  g_assert_cmpint (data[0], ==, letter);
  g_assert_cmpint (data[size - 1], ==, letter);
}

/* Messages behind the first 64 KiB of a chunk do not find it. */
static void
test_nothing_follows_a_large_message_in_its_chunk (Fixture *fixture, gconstpointer data)
{
  Thing *first = add (fixture, 'a'), *second = add (fixture, 'b');

  g_assert_true (gyre_executive_set_mailbox (fixture->executive, first->handle, 300000, GYRE_MAILBOX_REFUSE, 0, NULL));
  send_to (fixture, first, 'l', 90000);
  assert_reads (fixture, first, 'l', 90000);
  play (fixture, 2);
  send_to (fixture, first, 'm', 80000);
  send_to (fixture, second, 's', 100);
  send_to (fixture, first, 't', 200);
  play (fixture, 1);
  assert_reads (fixture, second, 's', 100);
  assert_reads (fixture, first, 'm', 80000);
  assert_reads (fixture, first, 't', 200);
}

#define ADD(path, function) g_test_add ("/simulator/found/" path, Fixture, NULL, set_up, function, end_all)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stderr = fopen ("/dev/null", "w");
  ADD ("a-launch-does-not-end-a-pause", test_a_launch_does_not_end_a_pause);
  ADD ("a-pause-does-not-change-the-phase", test_a_pause_does_not_change_the_phase);
  ADD ("a-pause-keeps-the-delay", test_a_pause_keeps_the_delay);
  ADD ("an-interval-holds-for-who-runs-once-and-always", test_an_interval_holds_for_who_runs_once_and_always);
  ADD ("who-was-halted-is-not-started-again", test_who_was_halted_is_not_started_again);
  ADD ("a-failure-is-not-that-of-the-newcomer", test_a_failure_is_not_that_of_the_newcomer);
  ADD ("a-growing-mailbox-has-its-limit", test_a_growing_mailbox_has_its_limit);
  ADD ("nothing-follows-a-large-message-in-its-chunk", test_nothing_follows_a_large_message_in_its_chunk);
  return g_test_run ();
}
