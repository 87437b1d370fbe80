/* test-schedule.c: Who runs in which frame
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-schedule-private.h"

#include <gio/gio.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

typedef struct _Runner Runner;

typedef struct
{
  GyreSurroundings *surroundings;
  GyreSlots *slots;
  GyreSchedule *schedule;
  guint64 frame;
  GString *story;             /* who ran */
  GString *failures;
} Fixture;

struct _Runner
{
  Fixture *fixture;
  GyreSlot *slot;
  char letter;
  guint n_runs;
  void (*act) (Runner *runner);
  Runner *other;
  gboolean fails;
};

static gboolean
run (gpointer object, GError **error)
{
  Runner *runner = object;

  runner->n_runs++;
  g_string_append_c (runner->fixture->story, runner->letter);
  g_assert_true (gyre_schedule_get_current (runner->fixture->schedule) == runner->slot);
  if (runner->act != NULL)
    runner->act (runner);
  if (runner->fails)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
  return !runner->fails;
}

static void
note_failure (gpointer owner, GyreSlot *slot, GError *error)
{
  Fixture *fixture = owner;

  g_string_append_printf (fixture->failures, "%c: %s;", slot != NULL ? ((Runner *) slot->object)->letter : '?', error->message);
  g_error_free (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GyreScheduleOwner owner = { note_failure };

  fixture->surroundings = gyre_surroundings_new_virtual (1);
  fixture->slots = gyre_slots_new ();
  fixture->schedule = gyre_schedule_new (fixture->slots, fixture->surroundings, &owner, fixture);
  fixture->story = g_string_new (NULL);
  fixture->failures = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gyre_schedule_free (fixture->schedule);
  gyre_slots_free (fixture->slots);
  gyre_surroundings_unref (fixture->surroundings);
  g_string_free (fixture->story, TRUE);
  g_string_free (fixture->failures, TRUE);
}

static Runner *
add (Fixture *fixture, char letter, GyreLaunch launch)
{
  Runner *runner = g_new0 (Runner, 1);

  runner->fixture = fixture;
  runner->letter = letter;
  runner->slot = gyre_slots_add (fixture->slots, runner);
  launch.step = run;
  g_assert_true (gyre_schedule_launch (fixture->schedule, runner->slot, &launch));
  return runner;
}

static void
leave (Runner *runner)
{
  gyre_schedule_forget (runner->fixture->schedule, runner->slot);
  gyre_slots_remove (runner->fixture->slots, runner->slot);
  runner->slot = NULL;
}

static void
drop (Runner *runner)
{
  if (runner->slot != NULL)
    leave (runner);
  g_free (runner);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Runner, drop)

/* Frames of 10 ms; '|' ends each. */
static const char *
play (Fixture *fixture, guint n_frames)
{
  g_string_set_size (fixture->story, 0);
  for (guint frame = 0; frame < n_frames; frame++)
    {
      gyre_surroundings_advance_to (fixture->surroundings, gyre_surroundings_get_time (fixture->surroundings) + SECOND / 100);
      fixture->frame++;
      gyre_schedule_run (fixture->schedule, fixture->frame, gyre_surroundings_get_time (fixture->surroundings));
      g_string_append_c (fixture->story, '|');
    }
  return fixture->story->str;
}

#define EVERY (GyreLaunch) { .phase = -1 }

static void
test_everybody_runs_once_a_frame_in_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) first = add (fixture, 'a', EVERY);
  g_autoptr (Runner) second = add (fixture, 'b', EVERY);

  g_assert_cmpstr (play (fixture, 3), ==, "ab|ab|ab|");
  g_assert_cmpuint (first->n_runs + second->n_runs, ==, 6);
  g_assert_cmpint (gyre_schedule_get_next_due (fixture->schedule), ==, G_MININT64);
}

static void
test_an_interval_of_frames (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) third = add (fixture, 'c', (GyreLaunch) { .interval_frames = 3, .phase = -1 });
  g_autoptr (Runner) shifted = add (fixture, 'd', (GyreLaunch) { .interval_frames = 3, .phase = 0 });
  g_autoptr (Runner) rare = add (fixture, 'e', (GyreLaunch) { .interval_frames = 100, .phase = 5 });

  g_assert_cmpstr (play (fixture, 7), ==, "c||d|c|e|d|c|");
  play (fixture, 98);
  g_assert_cmpuint (third->n_runs, ==, 35);
  g_assert_cmpuint (shifted->n_runs, ==, 35);
  g_assert_cmpuint (rare->n_runs, ==, 2);
}

static void
test_an_interval_of_time_does_not_drift (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) timed = add (fixture, 't', (GyreLaunch) { .interval_time = SECOND / 40, .phase = -1 });
  GyreAccounting accounting;

  /* Every 25 ms in frames of 10 ms: at 0, 25, 50, 75 and 100. */
  g_assert_cmpint (gyre_schedule_get_next_due (fixture->schedule), ==, 0);
  g_assert_cmpstr (play (fixture, 10), ==, "t||t||t|||t||t|");
  play (fixture, 90);
  g_assert_cmpuint (timed->n_runs, ==, 41);
  g_assert_true (gyre_schedule_get_accounting (fixture->schedule, timed->slot, &accounting));
  g_assert_cmpuint (accounting.runs, ==, 41);
  g_assert_cmpuint (accounting.late, ==, 0);
}

static void
test_what_is_late_is_counted_and_not_made_up_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) timed = add (fixture, 't', (GyreLaunch) { .interval_time = SECOND / 100, .phase = -1 });
  GyreAccounting accounting;

  play (fixture, 5);
  gyre_surroundings_advance_to (fixture->surroundings, gyre_surroundings_get_time (fixture->surroundings) + SECOND);
  g_assert_cmpstr (play (fixture, 3), ==, "t|t|t|");
  g_assert_true (gyre_schedule_get_accounting (fixture->schedule, timed->slot, &accounting));
  g_assert_cmpuint (accounting.late, ==, 2);
  g_assert_cmpuint (accounting.missed, ==, 101);
  g_assert_cmpuint (accounting.runs, ==, 8);
}

static void
test_a_paused_process_has_no_turn_and_no_burst (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) frames = add (fixture, 'a', EVERY);
  g_autoptr (Runner) timed = add (fixture, 't', (GyreLaunch) { .interval_time = SECOND / 50, .phase = -1 });
  g_autoptr (Runner) other = add (fixture, 'b', EVERY);

  g_assert_cmpstr (play (fixture, 2), ==, "tab|tab|");
  gyre_schedule_pause (fixture->schedule, frames->slot);
  gyre_schedule_pause (fixture->schedule, timed->slot);
  g_assert_cmpint (gyre_schedule_get_state (fixture->schedule, timed->slot), ==, GYRE_RUN_STATE_PAUSED);
  g_assert_cmpstr (play (fixture, 7), ==, "b|b|b|b|b|b|b|");
  gyre_schedule_resume (fixture->schedule, frames->slot);
  gyre_schedule_resume (fixture->schedule, timed->slot);
  g_assert_cmpstr (play (fixture, 4), ==, "tba|ba|tba|ba|");
  g_assert_cmpuint (other->n_runs, ==, 13);
}

static void
test_who_runs_once_runs_again_when_it_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) once = add (fixture, 'o', (GyreLaunch) { .once = TRUE, .phase = -1 });

  g_assert_cmpstr (play (fixture, 3), ==, "o|||");
  g_assert_cmpint (gyre_schedule_get_state (fixture->schedule, once->slot), ==, GYRE_RUN_STATE_STOPPED);
  g_assert_cmpint (gyre_schedule_get_next_due (fixture->schedule), ==, G_MAXINT64);
  g_assert_true (gyre_schedule_perpetuate (fixture->schedule, once->slot, -1));
  g_assert_cmpstr (play (fixture, 2), ==, "o||");
  g_assert_true (gyre_schedule_perpetuate (fixture->schedule, once->slot, SECOND / 50));
  g_assert_cmpstr (play (fixture, 3), ==, "|o||");
}

static void
perpetuate (Runner *runner)
{
  gyre_schedule_perpetuate (runner->fixture->schedule, runner->slot, -1);
}

static void
test_who_perpetuates_itself_runs_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) once = add (fixture, 'o', (GyreLaunch) { .once = TRUE, .phase = -1 });
  g_autoptr (Runner) timed = add (fixture, 't', (GyreLaunch) { .once = TRUE, .interval_time = SECOND / 50, .phase = -1 });

  once->act = perpetuate;
  timed->act = perpetuate;
  g_assert_cmpstr (play (fixture, 4), ==, "ot|ot|o|ot|");
}

static void
pause_other (Runner *runner)
{
  gyre_schedule_pause (runner->fixture->schedule, runner->other->slot);
}

static void
leave_other (Runner *runner)
{
  if (runner->other->slot != NULL)
    leave (runner->other);
}

static void
test_who_is_taken_out_before_its_turn_does_not_run (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) first = add (fixture, 'a', EVERY);
  g_autoptr (Runner) second = add (fixture, 'b', EVERY);
  g_autoptr (Runner) third = add (fixture, 'c', EVERY);
  g_autoptr (Runner) timed = add (fixture, 't', (GyreLaunch) { .interval_time = SECOND, .phase = -1 });
  g_autoptr (Runner) next = add (fixture, 'u', (GyreLaunch) { .interval_time = SECOND, .phase = -1 });
  GyreAccounting accounting;

  timed->act = leave_other;
  timed->other = next;
  first->act = pause_other;
  first->other = second;
  g_assert_cmpstr (play (fixture, 2), ==, "tac|ac|");
  g_assert_true (gyre_schedule_get_accounting (fixture->schedule, second->slot, &accounting));
  g_assert_cmpuint (accounting.runs, ==, 0);
  g_assert_cmpuint (third->n_runs, ==, 2);
}

static void
test_who_ends_while_it_runs_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) first = add (fixture, 'a', EVERY);
  g_autoptr (Runner) second = add (fixture, 'b', EVERY);
  g_autoptr (Runner) timed = add (fixture, 't', (GyreLaunch) { .interval_time = SECOND / 100, .phase = -1 });

  first->act = leave_other;
  first->other = first;
  timed->act = leave_other;
  timed->other = timed;
  g_assert_cmpstr (play (fixture, 2), ==, "tab|b|");
  g_assert_cmpuint (second->n_runs, ==, 2);
}

static void
launch_other (Runner *runner)
{
  GyreLaunch launch = { .step = run, .phase = -1 };

  runner->act = NULL;
  g_assert_true (gyre_schedule_launch (runner->fixture->schedule, runner->other->slot, &launch));
}

static void
test_who_is_launched_in_a_frame_runs_in_the_next (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) first = add (fixture, 'a', EVERY);
  g_autoptr (Runner) second = add (fixture, 'b', EVERY);

  gyre_schedule_halt (fixture->schedule, second->slot);
  first->act = launch_other;
  first->other = second;
  g_assert_cmpstr (play (fixture, 3), ==, "a|ab|ab|");
}

static void
test_who_fails_stops_and_the_others_go_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) first = add (fixture, 'a', EVERY);
  g_autoptr (Runner) second = add (fixture, 'b', EVERY);
  GyreAccounting accounting;

  first->fails = TRUE;
  g_assert_cmpstr (play (fixture, 2), ==, "ab|b|");
  g_assert_cmpstr (fixture->failures->str, ==, "a: no luck;");
  g_assert_cmpint (gyre_schedule_get_state (fixture->schedule, first->slot), ==, GYRE_RUN_STATE_STOPPED);
  g_assert_true (gyre_schedule_get_accounting (fixture->schedule, first->slot, &accounting));
  g_assert_cmpuint (accounting.failures, ==, 1);
  g_assert_cmpuint (accounting.runs, ==, 1);
  g_assert_cmpuint (second->n_runs, ==, 2);
}

static void
test_who_shall_always_run_runs_after_a_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) first = add (fixture, 'a', (GyreLaunch) { .restart = GYRE_RESTART_ALWAYS, .phase = -1 });
  g_autoptr (Runner) once = add (fixture, 'o', (GyreLaunch) { .restart = GYRE_RESTART_ALWAYS, .once = TRUE, .phase = -1 });

  first->fails = TRUE;
  g_assert_cmpstr (play (fixture, 3), ==, "oa|oa|oa|");
  g_assert_cmpuint (once->n_runs, ==, 3);
}

/* 20 ms, 40 ms, 80 ms; after a run that succeeds it is 20 ms again. */
static void
test_pauses_after_failures_double (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Runner) first = add (fixture, 'a', (GyreLaunch) { .restart = GYRE_RESTART_ON_FAILURE, .back_off = SECOND / 50,
                                                               .phase = -1 });

  first->fails = TRUE;
  g_assert_cmpstr (play (fixture, 8), ==, "a||a||||a||");
  g_assert_cmpint (gyre_schedule_get_state (fixture->schedule, first->slot), ==, GYRE_RUN_STATE_WAITING);
  first->fails = FALSE;
  g_assert_cmpstr (play (fixture, 8), ==, "||||||a|a|");
  first->fails = TRUE;
  g_assert_cmpstr (play (fixture, 3), ==, "a||a|");
}

static void
step_crowd (gpointer *objects, guint n_objects)
{
  for (guint index = 0; index < n_objects; index++)
    {
      Runner *runner = objects[index];

      runner->n_runs++;
      if (runner->act != NULL)
        runner->act (runner);
    }
}

static void
add_crowd (Runner *runner)
{
  runner->act = NULL;
  for (guint index = 0; index < 100; index++)
    g_ptr_array_add ((GPtrArray *) runner->other,
                     add (runner->fixture, 'x', (GyreLaunch) { .step_many = step_crowd, .phase = -1 }));
}

static void
test_a_class_steps_all_its_instances (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) crowd = g_ptr_array_new_with_free_func ((GDestroyNotify) drop);
  Runner *first = add (fixture, 'a', (GyreLaunch) { .step_many = step_crowd, .phase = -1 });
  guint n_runs = 0;

  g_ptr_array_add (crowd, first);
  first->act = add_crowd;
  first->other = (Runner *) crowd;
  play (fixture, 1);
  g_assert_cmpuint (crowd->len, ==, 101);
  play (fixture, 1);
  leave (crowd->pdata[50]);
  play (fixture, 1);
  for (guint index = 0; index < crowd->len; index++)
    n_runs += ((Runner *) crowd->pdata[index])->n_runs;
  g_assert_cmpuint (n_runs, ==, 1 + 101 + 100);
}

/* Gaps are closed up, and everybody goes on in the old order. */
static void
test_order_stays_when_many_leave (Fixture *fixture, gconstpointer data)
{
  Runner *runners[100];
  g_autoptr (GString) expected = g_string_new (NULL);
  GyreAccounting accounting;

  for (guint index = 0; index < 100; index++)
    runners[index] = add (fixture, (char) ('A' + index % 26), EVERY);
  play (fixture, 2);
  for (guint index = 0; index < 100; index++)
    if (index % 3 != 0)
      gyre_schedule_halt (fixture->schedule, runners[index]->slot);
    else
      g_string_append_c (expected, runners[index]->letter);
  g_string_append (expected, "|");
  g_assert_cmpstr (play (fixture, 1), ==, expected->str);
  g_assert_cmpstr (play (fixture, 1), ==, expected->str);
  g_assert_true (gyre_schedule_get_accounting (fixture->schedule, runners[99]->slot, &accounting));
  g_assert_cmpuint (accounting.runs, ==, 4);
  g_assert_true (gyre_schedule_get_accounting (fixture->schedule, runners[98]->slot, &accounting));
  g_assert_cmpuint (accounting.runs, ==, 2);
  for (guint index = 0; index < 100; index++)
    drop (runners[index]);
}

/* A clock that a process moves: the time of its runs is known. */
static void
take_5_ms (Runner *runner)
{
  GyreSurroundings *surroundings = runner->fixture->surroundings;

  gyre_surroundings_advance_to (surroundings, gyre_surroundings_get_time (surroundings) + SECOND / 200);
}

static void
test_who_takes_long_is_measured_alone (Fixture *fixture, gconstpointer data)
{
  Runner *runners[160];
  GyreAccounting accounting;

  for (guint index = 0; index < 160; index++)
    runners[index] = add (fixture, 'a', EVERY);
  runners[7]->act = take_5_ms;
  play (fixture, 4);
  g_assert_true (gyre_schedule_get_accounting (fixture->schedule, runners[7]->slot, &accounting));
  g_assert_cmpint (accounting.longest, ==, SECOND / 200);
  g_assert_cmpint (accounting.total, ==, 3 * SECOND / 200 + SECOND / 200 / 128);
  g_assert_true (gyre_schedule_get_accounting (fixture->schedule, runners[8]->slot, &accounting));
  g_assert_cmpint (accounting.longest, ==, 0);
  g_assert_true (gyre_schedule_get_accounting (fixture->schedule, runners[159]->slot, &accounting));
  g_assert_cmpint (accounting.total, ==, 0);
  for (guint index = 0; index < 160; index++)
    drop (runners[index]);
}

static void
act_at_random (Runner *runner)
{
  Runner *other = runner->other + g_test_rand_int_range (0, 20);
  GyreSchedule *schedule = runner->fixture->schedule;
  GyreLaunch launch = { .step = run, .phase = -1, .interval_frames = g_test_rand_int_range (0, 100),
                        .once = g_test_rand_bit (), .interval_time = g_test_rand_bit () ? 0 : SECOND / 70 };

  switch (g_test_rand_int_range (0, 12))
    {
    case 0: gyre_schedule_pause (schedule, other->slot); break;
    case 1: gyre_schedule_resume (schedule, other->slot); break;
    case 2: gyre_schedule_halt (schedule, other->slot); break;
    case 3: gyre_schedule_launch (schedule, other->slot, &launch); break;
    case 4: gyre_schedule_perpetuate (schedule, other->slot, g_test_rand_int_range (-1, SECOND / 10)); break;
    case 5: gyre_schedule_forget (schedule, other->slot); break;
    default: break;
    }
}

/* Whoever runs counts itself; the schedule's own count must be the same. */
static void
test_random_life_is_counted_right (Fixture *fixture, gconstpointer data)
{
  Runner *runners = g_new0 (Runner, 20);
  GyreLaunch launch = { .step = run, .phase = -1, .restart = GYRE_RESTART_ALWAYS };

  for (guint index = 0; index < 20; index++)
    {
      runners[index] = (Runner) { fixture, gyre_slots_add (fixture->slots, &runners[index]), 'a', 0, act_at_random, runners, FALSE };
      gyre_schedule_launch (fixture->schedule, runners[index].slot, &launch);
    }
  for (guint round = 0; round < 3000; round++)
    {
      guint64 before = 0, after = 0, counted;

      for (guint index = 0; index < 20; index++)
        {
          before += runners[index].n_runs;
          runners[index].fails = g_test_rand_int_range (0, 10) == 0;
          if (runners[index].slot->process == NULL)
            gyre_schedule_launch (fixture->schedule, runners[index].slot, &launch);
        }
      gyre_surroundings_advance_to (fixture->surroundings, gyre_surroundings_get_time (fixture->surroundings) + SECOND / 100);
      counted = gyre_schedule_run (fixture->schedule, ++fixture->frame, gyre_surroundings_get_time (fixture->surroundings));
      for (guint index = 0; index < 20; index++)
        after += runners[index].n_runs;
      g_assert_cmpuint (counted, ==, after - before);
    }
  for (guint index = 0; index < 20; index++)
    gyre_schedule_forget (fixture->schedule, runners[index].slot);
  g_free (runners);
}

#define ADD(path, function) g_test_add ("/executive/schedule/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everybody-runs-once-a-frame-in-order", test_everybody_runs_once_a_frame_in_order);
  ADD ("an-interval-of-frames", test_an_interval_of_frames);
  ADD ("an-interval-of-time-does-not-drift", test_an_interval_of_time_does_not_drift);
  ADD ("what-is-late-is-counted-and-not-made-up-for", test_what_is_late_is_counted_and_not_made_up_for);
  ADD ("a-paused-process-has-no-turn-and-no-burst", test_a_paused_process_has_no_turn_and_no_burst);
  ADD ("who-runs-once-runs-again-when-it-says-so", test_who_runs_once_runs_again_when_it_says_so);
  ADD ("who-perpetuates-itself-runs-on", test_who_perpetuates_itself_runs_on);
  ADD ("who-is-taken-out-before-its-turn-does-not-run", test_who_is_taken_out_before_its_turn_does_not_run);
  ADD ("who-ends-while-it-runs-is-gone", test_who_ends_while_it_runs_is_gone);
  ADD ("who-is-launched-in-a-frame-runs-in-the-next", test_who_is_launched_in_a_frame_runs_in_the_next);
  ADD ("who-fails-stops-and-the-others-go-on", test_who_fails_stops_and_the_others_go_on);
  ADD ("who-shall-always-run-runs-after-a-failure", test_who_shall_always_run_runs_after_a_failure);
  ADD ("pauses-after-failures-double", test_pauses_after_failures_double);
  ADD ("a-class-steps-all-its-instances", test_a_class_steps_all_its_instances);
  ADD ("order-stays-when-many-leave", test_order_stays_when_many_leave);
  ADD ("who-takes-long-is-measured-alone", test_who_takes_long_is_measured_alone);
  ADD ("random-life-is-counted-right", test_random_life_is_counted_right);
  return g_test_run ();
}
