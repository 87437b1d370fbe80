/* test-sequence.c: Processes that are written as sequential code
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre.h"

#include <gio/gio.h>

#define FRAME (10 * 1000 * 1000)

static GString *story;

typedef struct
{
  GyreBaseProcess parent_instance;

  gint64 fails_at;
  gint64 pause;
  gint64 n_failures;
} TestWalker;
typedef GyreBaseProcessClass TestWalkerClass;

/* Three steps; it waits between them for its turn, or for some time. */
static gboolean
test_walker_run (TestWalker *self, GError **error)
{
  GyreComponent *component = GYRE_COMPONENT (self);

  for (guint step = 1; step <= 3; step++)
    {
      g_string_append_printf (story, "%u", step);
      if (step == self->fails_at)
        {
          self->fails_at = 0;
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "stumbles");
          return FALSE;
        }
      if (!(self->pause > 0 ? gyre_component_wait (component, self->pause) : gyre_component_wait_turn (component)))
        {
          g_string_append_c (story, 'x');
          return TRUE;
        }
    }
  g_string_append_c (story, '.');
  return TRUE;
}

GYRE_DEFINE_COMPONENT (TestWalker, test_walker, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (gyre_integer (fails_at, 0), gyre_integer (pause, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, test_walker_run, (nothing))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  GYRE_DEFAULTS ({ "perpetual", "no" }),
  .family = "test.walker",
  .sequential = TRUE)

/* No base process: code launches it. */
typedef struct { GyreComponent parent_instance; } TestPlain;
typedef GyreComponentClass TestPlainClass;

static gboolean
test_plain_run (TestPlain *self, GError **error)
{
  char room[200 * 1024];

  memset (room, 'a', sizeof room);
  g_string_append_c (story, room[sizeof room / 2]);
  if (gyre_component_wait_turn (GYRE_COMPONENT (self)))
    g_string_append_c (story, 'b');
  return TRUE;
}

GYRE_DEFINE_COMPONENT (TestPlain, test_plain, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_behavior (run, test_plain_run, (nothing))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  .family = "test.plain",
  .sequential = TRUE,
  .stack_size = 256 * 1024)

typedef struct
{
  GyreExecutive *executive;
  GyreComponent *walker;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (1);

  story = g_string_new (NULL);
  fixture->executive = gyre_executive_new ();
  g_assert_true (gyre_executive_set_surroundings (fixture->executive, surroundings, NULL));
  gyre_executive_set_pace (fixture->executive, GYRE_PACE_FIXED, 100);
  gyre_executive_push (fixture->executive);
  fixture->walker = gyre_component_new (test_walker_get_type (), "walker", NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->walker);
  gyre_executive_pop (fixture->executive);
  g_object_unref (fixture->executive);
  g_string_free (story, TRUE);
}

static void
set (Fixture *fixture, const char *trait, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_set_text (fixture->walker, trait, text, &error));
  g_assert_no_error (error);
}

/* What happened in so many frames. */
static const char *
play (Fixture *fixture, guint n_frames)
{
  g_string_truncate (story, 0);
  while (n_frames-- > 0)
    {
      g_assert_true (gyre_executive_run_frames (fixture->executive, 1, NULL));
      g_string_append_c (story, '|');
    }
  return story->str;
}

static gboolean
is_running (Fixture *fixture)
{
  gboolean is_running;

  g_assert_true (gyre_component_get_boolean (fixture->walker, "running", &is_running, NULL));
  return is_running;
}

static void
test_it_waits_between_frames_and_ends (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (play (fixture, 5), ==, "1|2|3|.||");
  g_assert_false (is_running (fixture));
  set (fixture, "running", "yes");
  g_assert_cmpstr (play (fixture, 5), ==, "1|2|3|.||");
}

static void
test_a_perpetual_one_begins_again (Fixture *fixture, gconstpointer data)
{
  set (fixture, "perpetual", "yes");
  g_assert_cmpstr (play (fixture, 6), ==, "1|2|3|.|1|2|");
}

static void
test_its_turns_are_those_of_its_priority (Fixture *fixture, gconstpointer data)
{
  set (fixture, "priority", "2");
  g_assert_cmpstr (play (fixture, 8), ==, "1||2||3||.||");
  set (fixture, "running", "yes");
  set (fixture, "priority", "30 ms");
  g_assert_cmpstr (play (fixture, 10), ==, "1||2|||3|||.||");
}

static void
test_a_change_of_priority_does_not_end_it (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (play (fixture, 1), ==, "1|");
  set (fixture, "priority", "3");
  set (fixture, "phase", "2");
  g_assert_cmpstr (play (fixture, 7), ==, "2|||3|||.|");
}

static void
test_a_change_leaves_a_wait_for_a_time_alone (Fixture *fixture, gconstpointer data)
{
  gyre_component_set_integer (fixture->walker, "pause", 4 * FRAME, NULL);
  g_assert_cmpstr (play (fixture, 2), ==, "1||");
  set (fixture, "priority", "5");
  set (fixture, "restart", "on-failure");
  g_assert_cmpstr (play (fixture, 5), ==, "||2|||");
}

static void
test_to_stop_and_start_it_does_not_end_it (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (play (fixture, 2), ==, "1|2|");
  set (fixture, "running", "no");
  g_assert_cmpstr (play (fixture, 3), ==, "|||");
  set (fixture, "running", "yes");
  g_assert_cmpstr (play (fixture, 3), ==, "3|.||");
}

static void
test_a_condition_holds_it_where_it_is (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (play (fixture, 1), ==, "1|");
  set (fixture, "run-condition", "no");
  g_assert_cmpstr (play (fixture, 2), ==, "||");
  set (fixture, "run-condition", "yes");
  g_assert_cmpstr (play (fixture, 3), ==, "2|3|.|");
}

static void
test_after_a_failure_it_begins_anew (Fixture *fixture, gconstpointer data)
{
  gyre_executive_set_print_level (fixture->executive, GYRE_ALERT_ERROR);
  gyre_component_set_integer (fixture->walker, "fails-at", 2, NULL);
  set (fixture, "restart", "on-failure");
  set (fixture, "back-off", "30 ms");
  g_assert_cmpstr (play (fixture, 9), ==, "1|2||||1|2|3|.|");
}

static void
test_a_failure_that_is_not_restarted_ends_it (Fixture *fixture, gconstpointer data)
{
  gyre_component_set_integer (fixture->walker, "fails-at", 2, NULL);
  g_assert_cmpstr (play (fixture, 4), ==, "1|2|||");
  g_assert_false (is_running (fixture));
  set (fixture, "running", "yes");
  g_assert_cmpstr (play (fixture, 4), ==, "1|2|3|.|");
}

static void
test_who_ends_brings_it_to_its_end (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (play (fixture, 2), ==, "1|2|");
  gyre_component_delete (fixture->walker);
  g_assert_cmpstr (story->str, ==, "1|2|x");
}

static void
test_any_component_can_be_launched_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) plain = gyre_component_new (test_plain_get_type (), NULL, NULL, NULL);
  GyreLaunch second = { .interval_frames = 2, .phase = -1, .once = TRUE };

  gyre_component_delete (fixture->walker);
  g_assert_true (gyre_component_launch (plain, NULL, NULL));
  g_assert_cmpstr (play (fixture, 5), ==, "a|b|a|b|a|");
  g_assert_true (gyre_component_launch (plain, &second, NULL));
  g_assert_cmpstr (play (fixture, 5), ==, "a||b|||");
}

static void
test_to_wait_is_for_who_runs (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_assert_false (gyre_component_wait_turn (fixture->walker));
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*fiber != NULL*");
}

#define ADD(path, function) g_test_add ("/model/sequence/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("it-waits-between-frames-and-ends", test_it_waits_between_frames_and_ends);
  ADD ("a-perpetual-one-begins-again", test_a_perpetual_one_begins_again);
  ADD ("its-turns-are-those-of-its-priority", test_its_turns_are_those_of_its_priority);
  ADD ("a-change-of-priority-does-not-end-it", test_a_change_of_priority_does_not_end_it);
  ADD ("a-change-leaves-a-wait-for-a-time-alone", test_a_change_leaves_a_wait_for_a_time_alone);
  ADD ("to-stop-and-start-it-does-not-end-it", test_to_stop_and_start_it_does_not_end_it);
  ADD ("a-condition-holds-it-where-it-is", test_a_condition_holds_it_where_it_is);
  ADD ("after-a-failure-it-begins-anew", test_after_a_failure_it_begins_anew);
  ADD ("a-failure-that-is-not-restarted-ends-it", test_a_failure_that_is_not_restarted_ends_it);
  ADD ("who-ends-brings-it-to-its-end", test_who_ends_brings_it_to_its_end);
  ADD ("any-component-can-be-launched-so", test_any_component_can_be_launched_so);
  ADD ("to-wait-is-for-who-runs", test_to_wait_is_for_who_runs);
  return g_test_run ();
}
