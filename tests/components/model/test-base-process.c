/* test-base-process.c: Traits say how a process runs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre.h"

#include <gio/gio.h>

typedef struct
{
  GyreBaseProcess parent_instance;

  gint64 count;
  gint64 fails_at;
} TestWorker;
typedef struct { GyreBaseProcessClass parent_class; } TestWorkerClass;

static gboolean
test_worker_run (TestWorker *self, GError **error)
{
  self->count++;
  if (self->count == self->fails_at)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "run %d", (int) self->count);
  return self->count != self->fails_at;
}

GYRE_DEFINE_COMPONENT (TestWorker, test_worker, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (gyre_integer (count, 0), gyre_integer (fails_at, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, test_worker_run, (nothing))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  .family = "test.worker")

typedef struct
{
  GyreExecutive *executive;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (1);

  fixture->executive = gyre_executive_new ();
  g_assert_true (gyre_executive_set_surroundings (fixture->executive, surroundings, NULL));
  gyre_executive_set_pace (fixture->executive, GYRE_PACE_ON_DEMAND, 100);
  gyre_executive_push (fixture->executive);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gyre_executive_pop (fixture->executive);
  g_object_unref (fixture->executive);
}

static TestWorker *
build (const char *name)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *worker = gyre_component_new (test_worker_get_type (), name, &error, NULL);

  g_assert_no_error (error);
  return (TestWorker *) worker;
}

static void
set (TestWorker *worker, const char *trait, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_set_text (GYRE_COMPONENT (worker), trait, text, &error));
  g_assert_no_error (error);
}

static gint64
run (Fixture *fixture, TestWorker *worker, guint n_frames)
{
  gint64 before = worker->count;

  g_assert_true (gyre_executive_run_frames (fixture->executive, n_frames, NULL));
  return worker->count - before;
}

static void
test_it_starts_by_itself_and_stops_when_it_shall (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);

  g_assert_cmpint (run (fixture, worker, 3), ==, 3);
  set (worker, "running", "no");
  g_assert_cmpint (run (fixture, worker, 3), ==, 0);
  g_assert_true (gyre_base_process_start (GYRE_BASE_PROCESS (worker), NULL));
  g_assert_cmpint (run (fixture, worker, 3), ==, 3);
  g_object_unref (worker);
}

static void
test_a_configuration_says_how_it_runs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;
  TestWorker *slow, *lazy;

  g_assert_true (gyre_executive_load_text (fixture->executive, "workers.pfg",
                                           "test.worker:\n    priority = 40 ms\n\nlazy:\n    automatic-start = no\n",
                                           GYRE_CATEGORY_USER, report, &error));
  g_assert_no_error (error);
  slow = build ("slow");
  lazy = build ("lazy");
  g_assert_cmpint (run (fixture, slow, 10), ==, 10);
  g_assert_cmpint (gyre_executive_get_time (fixture->executive), ==, G_GINT64_CONSTANT (360000000));
  g_assert_cmpint (lazy->count, ==, 0);
  g_object_unref (slow);
  g_object_unref (lazy);
}

static void
test_a_plain_number_counts_frames (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);

  set (worker, "priority", "3");
  g_assert_cmpint (run (fixture, worker, 9), ==, 3);
  set (worker, "priority", "0");
  g_assert_cmpint (run (fixture, worker, 9), ==, 9);
  g_object_unref (worker);
}

static void
test_what_changes_during_a_pause_does_not_end_it (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);

  g_assert_true (gyre_component_pause (GYRE_COMPONENT (worker), NULL));
  set (worker, "priority", "3");
  g_assert_cmpint (run (fixture, worker, 9), ==, 0);
  g_assert_cmpint (gyre_component_get_run_state (GYRE_COMPONENT (worker)), ==, GYRE_RUN_STATE_PAUSED);
  g_assert_true (gyre_component_resume (GYRE_COMPONENT (worker), NULL));
  g_assert_cmpint (run (fixture, worker, 9), ==, 3);
  g_object_unref (worker);
}

/* What is longer than all time is never, and no mistake of arithmetic. */
static void
test_times_beyond_all_time_are_never (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);

  set (worker, "priority", "1e12 s");
  set (worker, "phase", "1e12 s");
  set (worker, "back-off", "9000000000000000000 us");
  g_assert_cmpint (gyre_component_get_run_state (GYRE_COMPONENT (worker)), ==, GYRE_RUN_STATE_RUNNING);
  for (guint frame = 0; frame < 3; frame++)
    g_assert_true (gyre_executive_step (fixture->executive, NULL));
  g_assert_cmpint (worker->count, ==, 0);
  g_object_unref (worker);
}

static void
test_phase_is_a_number_of_frames_or_a_time (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (fixture->executive);
  g_autoptr (GError) error = NULL;
  gint64 start;

  set (worker, "priority", "4");
  set (worker, "phase", "2");
  g_assert_cmpint (run (fixture, worker, 1), ==, 0);
  g_assert_cmpint (run (fixture, worker, 1), ==, 1);
  g_assert_cmpint (run (fixture, worker, 3), ==, 0);
  g_assert_cmpint (run (fixture, worker, 1), ==, 1);
  g_assert_true (gyre_transaction_set_text (transaction, GYRE_COMPONENT (worker), "priority", "1 s", &error));
  g_assert_true (gyre_transaction_set_text (transaction, GYRE_COMPONENT (worker), "phase", "300 ms", &error));
  g_assert_true (gyre_transaction_commit (transaction, &error));
  g_assert_no_error (error);
  start = gyre_executive_get_time (fixture->executive);
  g_assert_cmpint (run (fixture, worker, 2), ==, 2);
  g_assert_cmpint (gyre_executive_get_time (fixture->executive) - start, ==, G_GINT64_CONSTANT (1300000000));
  g_object_unref (worker);
}

static void
test_a_phase_that_makes_no_sense_is_refused (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);
  static const char * const wrong[] = { "-2", "1.5", "3 kg", "-2 s", "2 s" };

  for (guint index = 0; index < G_N_ELEMENTS (wrong); index++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gyre_component_set_text (GYRE_COMPONENT (worker), "phase", wrong[index], &error));
      g_assert_nonnull (strstr (error->message, "phase must be a"));
    }
  g_assert_cmpint (run (fixture, worker, 2), ==, 2);
  g_object_unref (worker);
}

static void
count_change (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_string_append (data, change->new_value.boolean ? "runs;" : "stopped;");
}

static void
count_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  g_string_append (data, "notify;");
}

static gboolean
is_running (TestWorker *worker)
{
  gboolean is_running;

  g_assert_true (gyre_component_get_boolean (GYRE_COMPONENT (worker), "running", &is_running, NULL));
  return is_running;
}

static void
test_who_failed_does_not_say_that_it_runs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) story = g_string_new (NULL);
  TestWorker *worker = build ("worker");

  gyre_executive_set_print_level (fixture->executive, GYRE_ALERT_ERROR);
  gyre_component_observe (GYRE_COMPONENT (worker), "running", count_change, story, NULL, NULL);
  g_signal_connect (worker, "notify::running", G_CALLBACK (count_notify), story);
  worker->fails_at = 2;
  g_assert_cmpint (run (fixture, worker, 1), ==, 1);
  g_assert_true (is_running (worker));
  g_assert_cmpint (run (fixture, worker, 3), ==, 1);
  g_assert_false (is_running (worker));
  g_assert_cmpstr (story->str, ==, "stopped;notify;");
  set (worker, "running", "yes");
  g_assert_cmpint (run (fixture, worker, 3), ==, 3);
  g_assert_cmpstr (story->str, ==, "stopped;notify;runs;notify;");
  g_object_unref (worker);
}

static void
test_who_is_started_again_runs_all_the_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) story = g_string_new (NULL);
  TestWorker *worker = build ("worker");

  gyre_component_observe (GYRE_COMPONENT (worker), "running", count_change, story, NULL, NULL);
  set (worker, "restart", "on-failure");
  worker->fails_at = 2;
  g_assert_cmpint (run (fixture, worker, 20), >, 5);
  g_assert_cmpstr (story->str, ==, "");
  g_object_unref (worker);
}

static void
test_who_ran_once_does_not_say_that_it_runs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) story = g_string_new (NULL);
  TestWorker *worker = build (NULL);

  set (worker, "perpetual", "no");
  gyre_component_observe (GYRE_COMPONENT (worker), "running", count_change, story, NULL, NULL);
  g_assert_cmpint (run (fixture, worker, 3), ==, 1);
  g_assert_false (is_running (worker));
  g_assert_true (gyre_component_perpetuate (GYRE_COMPONENT (worker), 50000000, NULL));
  g_assert_true (is_running (worker));
  g_assert_cmpint (run (fixture, worker, 10), ==, 1);
  g_assert_false (is_running (worker));
  g_assert_cmpstr (story->str, ==, "stopped;runs;stopped;");
  g_object_unref (worker);
}

static void
test_what_code_does_is_seen_in_running (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);
  GyreLaunch third = { .interval_frames = 3, .phase = -1 };

  g_assert_true (gyre_component_halt (GYRE_COMPONENT (worker), NULL));
  g_assert_false (is_running (worker));
  g_assert_true (gyre_component_launch (GYRE_COMPONENT (worker), &third, NULL));
  g_assert_true (is_running (worker));
  g_assert_cmpint (run (fixture, worker, 9), ==, 3);
  g_assert_true (gyre_base_process_stop (GYRE_BASE_PROCESS (worker), NULL));
  g_assert_false (is_running (worker));
  g_object_unref (worker);
}

static void
test_a_condition_holds_back_who_shall_run (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);

  set (worker, "run-condition", "no");
  g_assert_cmpint (run (fixture, worker, 3), ==, 0);
  g_assert_true (is_running (worker));
  set (worker, "run-condition", "yes");
  g_assert_cmpint (run (fixture, worker, 3), ==, 3);
  g_object_unref (worker);
}

static void
start_again (GyreComponent *component, const GyreChange *change, gpointer data)
{
  if (!change->new_value.boolean)
    gyre_component_set_boolean (component, "running", TRUE, NULL);
}

/* Who supervises it sets the trait in the midst of the news. */
static void
test_an_observer_can_start_it_again (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build ("worker");

  gyre_executive_set_print_level (fixture->executive, GYRE_ALERT_ERROR);
  worker->fails_at = 2;
  gyre_component_observe (GYRE_COMPONENT (worker), "running", start_again, NULL, NULL, NULL);
  g_assert_cmpint (run (fixture, worker, 6), ==, 6);
  g_assert_true (is_running (worker));
  g_object_unref (worker);
}

static void
test_what_follows_running_hears_of_a_failure (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build ("worker"), *other = build ("other");

  gyre_executive_set_print_level (fixture->executive, GYRE_ALERT_ERROR);
  set (other, "run-condition", "{worker.running}");
  worker->fails_at = 4;
  g_assert_cmpint (run (fixture, other, 10), ==, 4);
  set (worker, "running", "yes");
  g_assert_cmpint (run (fixture, other, 3), ==, 3);
  g_object_unref (worker);
  g_object_unref (other);
}

static gpointer
halt_from_outside (gpointer worker)
{
  return GINT_TO_POINTER (gyre_component_halt (worker, NULL));
}

static void
test_what_another_thread_does_is_seen_in_the_next_frame (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);
  TestWorker *other = build (NULL);

  g_assert_cmpint (run (fixture, worker, 1), ==, 1);
  g_assert_nonnull (g_thread_join (g_thread_new ("halt", halt_from_outside, worker)));
  g_assert_true (is_running (worker));
  g_assert_cmpint (run (fixture, worker, 1), ==, 0);
  g_assert_false (is_running (worker));
  g_object_unref (worker);
  g_object_unref (other);
}

typedef struct { TestWorker parent_instance; } TestForgetful;
typedef GyreBaseProcessClass TestForgetfulClass;

static void
test_forgetful_registered (TestForgetful *self)
{
}

static void
test_forgetful_trait_modified (TestForgetful *self, GyreTrait *trait)
{
}

static void
test_forgetful_validate (TestForgetful *self, GyreReport *report)
{
}

GYRE_DEFINE_COMPONENT (TestForgetful, test_forgetful, test_worker_get_type (),
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (),
  .registered = test_forgetful_registered,
  .trait_modified = test_forgetful_trait_modified,
  .validate = test_forgetful_validate,
  .family = "test.forgetful")

static void
test_hooks_that_do_not_chain_up_break_nothing (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = (TestWorker *) gyre_component_new (test_forgetful_get_type (), NULL, NULL, NULL);

  g_assert_cmpint (run (fixture, worker, 3), ==, 3);
  set (worker, "priority", "3");
  g_assert_cmpint (run (fixture, worker, 9), ==, 3);
  set (worker, "running", "no");
  g_assert_cmpint (run (fixture, worker, 3), ==, 0);
  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (worker), "priority", "-1", NULL));
  g_object_unref (worker);
}

static void
test_a_priority_that_makes_no_sense_is_refused (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);
  static const char * const wrong[] = { "-1", "1.5", "3 kg", "-2 s" };

  for (guint index = 0; index < G_N_ELEMENTS (wrong); index++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gyre_component_set_text (GYRE_COMPONENT (worker), "priority", wrong[index], &error));
      g_assert_nonnull (strstr (error->message, "priority must be a"));
    }
  g_assert_cmpint (run (fixture, worker, 2), ==, 2);
  g_object_unref (worker);
}

/* The condition can follow anything that an expression can say. */
static void
test_a_condition_can_follow_others (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build ("worker");

  set (worker, "run-condition", "{.count} < 100");
  g_assert_cmpint (run (fixture, worker, 5), ==, 5);
  g_assert_true (gyre_component_set_integer (GYRE_COMPONENT (worker), "count", 200, NULL));
  g_assert_cmpint (run (fixture, worker, 5), ==, 0);
  g_assert_true (gyre_component_set_integer (GYRE_COMPONENT (worker), "count", 50, NULL));
  g_assert_cmpint (run (fixture, worker, 5), ==, 5);
  g_object_unref (worker);
}

static void
note (GyreAlert *alert, gpointer user_data)
{
  g_string_append_printf (user_data, "%s: %s;", gyre_alert_get_name (alert), gyre_alert_get_message (alert));
}

static void
test_a_failure_is_an_alert_and_the_restart_policy_decides (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) story = g_string_new (NULL);
  TestWorker *worker = build ("worker");
  TestWorker *other = build ("other");

  gyre_executive_connect_alerts (fixture->executive, note, story, NULL);
  worker->fails_at = 2;
  g_assert_cmpint (run (fixture, worker, 5), ==, 2);
  g_assert_cmpstr (story->str, ==, "worker: its run failed, and it has stopped: run 2;");
  g_assert_cmpint (other->count, ==, 5);
  set (worker, "restart", "on-failure");
  worker->fails_at = 3;
  g_assert_cmpint (run (fixture, worker, 5), ==, 0);
  set (worker, "running", "yes");
  g_assert_cmpint (run (fixture, worker, 5), ==, 1);
  g_assert_true (g_str_has_suffix (story->str, "worker: its run failed, and it is started again after 100 ms: run 3;"));
  g_assert_cmpint (run (fixture, worker, 10), >, 1);
  g_object_unref (worker);
  g_object_unref (other);
}

static void
note_place (GyreAlert *alert, gpointer user_data)
{
  g_autofree char *place = gyre_locator_to_string (gyre_alert_get_locator (alert));

  g_string_append_printf (user_data, "%s;", place);
}

static void
test_a_failure_tells_where_the_run_is_declared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) story = g_string_new (NULL);
  GyreRequirement *class = GYRE_REQUIREMENT (gyre_actor_get (test_worker_get_type ()));
  g_autofree char *place = gyre_locator_to_string (gyre_requirement_get_locator (class));
  g_autofree char *expected = g_strdup_printf ("%s;%s;", place, place);
  TestWorker *worker = (TestWorker *) gyre_component_new (test_forgetful_get_type (), NULL, NULL, NULL);

  gyre_executive_connect_alerts (fixture->executive, note_place, story, NULL);
  worker->fails_at = 1;
  g_assert_cmpint (run (fixture, worker, 1), ==, 1);
  worker->fails_at = 2;
  g_assert_cmpuint (gyre_component_post (GYRE_COMPONENT (worker), "run", 0, NULL), !=, 0);
  g_assert_cmpint (run (fixture, worker, 1), ==, 1);
  g_assert_cmpstr (story->str, ==, expected);
  g_object_unref (worker);
}

static void
test_who_runs_once_perpetuates_itself (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);

  set (worker, "perpetual", "no");
  g_assert_cmpint (run (fixture, worker, 3), ==, 1);
  g_assert_true (gyre_component_perpetuate (GYRE_COMPONENT (worker), -1, NULL));
  g_assert_cmpint (run (fixture, worker, 3), ==, 1);
  g_object_unref (worker);
}

static void
test_memory_size_is_a_trait (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build ("worker");
  g_autoptr (GError) error = NULL;

  set (worker, "memory-size", "10");
  g_assert_true (gyre_component_send_to (GYRE_COMPONENT (worker), "worker", "0123456789", 10, &error));
  g_assert_no_error (error);
  g_assert_false (gyre_component_send_to (GYRE_COMPONENT (worker), "worker", "x", 1, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  g_object_unref (worker);
}

#define ADD(path, function) g_test_add ("/model/base-process/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("it-starts-by-itself-and-stops-when-it-shall", test_it_starts_by_itself_and_stops_when_it_shall);
  ADD ("a-configuration-says-how-it-runs", test_a_configuration_says_how_it_runs);
  ADD ("a-plain-number-counts-frames", test_a_plain_number_counts_frames);
  ADD ("what-changes-during-a-pause-does-not-end-it", test_what_changes_during_a_pause_does_not_end_it);
  ADD ("times-beyond-all-time-are-never", test_times_beyond_all_time_are_never);
  ADD ("a-priority-that-makes-no-sense-is-refused", test_a_priority_that_makes_no_sense_is_refused);
  ADD ("phase-is-a-number-of-frames-or-a-time", test_phase_is_a_number_of_frames_or_a_time);
  ADD ("a-phase-that-makes-no-sense-is-refused", test_a_phase_that_makes_no_sense_is_refused);
  ADD ("who-failed-does-not-say-that-it-runs", test_who_failed_does_not_say_that_it_runs);
  ADD ("who-is-started-again-runs-all-the-time", test_who_is_started_again_runs_all_the_time);
  ADD ("who-ran-once-does-not-say-that-it-runs", test_who_ran_once_does_not_say_that_it_runs);
  ADD ("what-code-does-is-seen-in-running", test_what_code_does_is_seen_in_running);
  ADD ("a-condition-holds-back-who-shall-run", test_a_condition_holds_back_who_shall_run);
  ADD ("an-observer-can-start-it-again", test_an_observer_can_start_it_again);
  ADD ("what-follows-running-hears-of-a-failure", test_what_follows_running_hears_of_a_failure);
  ADD ("what-another-thread-does-is-seen-in-the-next-frame", test_what_another_thread_does_is_seen_in_the_next_frame);
  ADD ("hooks-that-do-not-chain-up-break-nothing", test_hooks_that_do_not_chain_up_break_nothing);
  ADD ("a-condition-can-follow-others", test_a_condition_can_follow_others);
  ADD ("a-failure-is-an-alert-and-the-restart-policy-decides", test_a_failure_is_an_alert_and_the_restart_policy_decides);
  ADD ("a-failure-tells-where-the-run-is-declared", test_a_failure_tells_where_the_run_is_declared);
  ADD ("who-runs-once-perpetuates-itself", test_who_runs_once_perpetuates_itself);
  ADD ("memory-size-is-a-trait", test_memory_size_is_a_trait);
  return g_test_run ();
}
