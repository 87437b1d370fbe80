/* test-processes.c: What the founding documents say of processes, and of what is posted to them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each story begins with the words that it tells.
 */
#include <gyre.h>

#include <string.h>

#define MILLISECOND G_GINT64_CONSTANT (1000000)

/* "Developing your own Processes for a virtual machine is straightforward": the scheduler of the document, and its timers. */

typedef struct
{
  GyreComponent parent_instance;

  gint64 count;
} Timer;
typedef struct { GyreComponentClass parent_class; } TimerClass;

static gboolean
timer_run (Timer *self, GError **error)
{
  self->count++;
  return TRUE;
}

GYRE_DEFINE_COMPONENT (Timer, timer, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (count, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, timer_run, (nothing))),
  .family = "story.timer")

typedef struct
{
  GyreBaseProcess parent_instance;

  gint64 most;
  gint64 count;
} TaskScheduler;
typedef struct { GyreBaseProcessClass parent_class; } TaskSchedulerClass;

static gboolean
task_scheduler_run (TaskScheduler *self, GError **error)
{
  g_autoptr (GPtrArray) timers = gyre_component_list_children (GYRE_COMPONENT (self), timer_get_type ());

  for (guint index = 0; index < timers->len; index++)
    timer_run (timers->pdata[index], NULL);
  self->count++;
  return self->count == self->most || gyre_component_post (GYRE_COMPONENT (self), "run", 0, error) != 0;
}

GYRE_DEFINE_COMPONENT (TaskScheduler, task_scheduler, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (gyre_integer (most, 0), gyre_integer (count, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, task_scheduler_run, (nothing))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  GYRE_DEFAULTS ({ "perpetual", "no" }),
  .family = "story.task-scheduler")

/* A process that runs on. */

typedef struct
{
  GyreBaseProcess parent_instance;

  gint64 count;
} Worker;
typedef struct { GyreBaseProcessClass parent_class; } WorkerClass;

static gboolean
worker_run (Worker *self, GError **error)
{
  self->count++;
  return TRUE;
}

static gint64
worker_add (Worker *self, gint64 number, GError **error)
{
  self->count += number;
  return self->count;
}

GYRE_DEFINE_COMPONENT (Worker, worker, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (gyre_integer (count, 0)),
  GYRE_BEHAVIORS (
    gyre_behavior (run, worker_run, (nothing)),
    gyre_behavior (add, worker_add, (integer, (integer, number)))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  .family = "story.worker")

typedef struct
{
  GyreExecutive *executive;
  GyreComponent *machine;       /* who creates the others */
} Fixture;

static GyreComponent *
build (GType type, const char *name)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *component = gyre_component_new (type, name, &error, NULL);

  g_assert_no_error (error);
  return component;
}

/* Frames of a hundredth of a second, in virtual time. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (1);

  fixture->executive = gyre_executive_new ();
  g_assert_true (gyre_executive_set_surroundings (fixture->executive, surroundings, NULL));
  gyre_executive_set_pace (fixture->executive, GYRE_PACE_FIXED, 100);
  gyre_executive_push (fixture->executive);
  fixture->machine = build (timer_get_type (), "machine");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gyre_component_delete (fixture->machine);
  g_object_unref (fixture->machine);
  gyre_executive_pop (fixture->executive);
  g_object_unref (fixture->executive);
}

static void
run (Fixture *fixture, guint n_frames)
{
  g_assert_true (gyre_executive_run_frames (fixture->executive, n_frames, NULL));
}

static Worker *
create_worker (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *worker = gyre_component_create (fixture->machine, worker_get_type (), name, &error, NULL);

  g_assert_no_error (error);
  return (Worker *) worker;
}

/* "Whatever is defined in the run method will be called once per frame. If you need the process to run more then one frame, it must
 * be perpetuated via an event." */
static void
test_run_is_called_once_and_perpetuated_by_an_event (Fixture *fixture, gconstpointer data)
{
  GyreComponent *scheduler = gyre_component_create (fixture->machine, task_scheduler_get_type (), NULL, NULL, "most",
                                                    G_GINT64_CONSTANT (1), NULL);
  GyreComponent *timer = gyre_component_create (scheduler, timer_get_type (), NULL, NULL, NULL);

  run (fixture, 5);
  g_assert_cmpint (((Timer *) timer)->count, ==, 1);

  gyre_component_set_integer (scheduler, "most", 1000, NULL);
  gyre_component_post (scheduler, "run", 0, NULL);
  run (fixture, 5);
  g_assert_cmpint (((Timer *) timer)->count, ==, 6);
}

/* `Event("Task_Scheduler0", "run", component=self).post()`: "Simply posting an event for the handler to pick up queues up your
 * instruction for processing." */
static void
test_an_event_names_component_and_method_and_is_queued_up (Fixture *fixture, gconstpointer data)
{
  Timer *timer = (Timer *) gyre_component_create (fixture->machine, timer_get_type (), NULL, NULL, NULL);
  g_autoptr (GyreInstruction) event = gyre_instruction_new ("Timer1", "run", NULL, 0);

  gyre_executive_post (fixture->executive, event, 0, NULL);
  gyre_executive_post (fixture->executive, event, 0, NULL);
  g_assert_cmpint (timer->count, ==, 0);
  run (fixture, 1);
  g_assert_cmpint (timer->count, ==, 2);
  run (fixture, 10);
  g_assert_cmpint (timer->count, ==, 2);
}

static void
keep_result (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer data)
{
  *(gint64 *) data = error == NULL ? g_value_get_int64 (result) : -1;
}

/* "posting an event": with arguments, after a while, and with somebody who hears what came of it. */
static void
test_an_event_has_arguments_and_a_result (Fixture *fixture, gconstpointer data)
{
  Worker *worker = create_worker (fixture, "worker");
  g_autoptr (GyreInstruction) event = gyre_instruction_new_with_texts ("worker", "add", (const char *[]) { "1000", NULL });
  gint64 result = 0;

  gyre_instruction_set_callback (event, keep_result, &result, NULL);
  gyre_executive_post (fixture->executive, event, 50 * MILLISECOND, NULL);
  run (fixture, 5);
  g_assert_cmpint (result, ==, 0);
  run (fixture, 1);
  g_assert_cmpint (result, ==, 1005);
  g_assert_cmpint (worker->count, ==, 1006);
}

/* "a structured environment where any number of arbitrarily complex logical processes can be run concurrently" */
static void
test_any_number_of_processes_runs_concurrently (Fixture *fixture, gconstpointer data)
{
  for (guint number = 0; number < 1000; number++)
    create_worker (fixture, NULL);
  run (fixture, 3);
  for (guint number = 0; number < 1000; number++)
    g_assert_cmpint (((Worker *) gyre_component_get_child (fixture->machine, number))->count, ==, 3);
}

/* "Processes … are scheduled to run at specific intervals according to their priority." */
static void
test_priority_is_the_interval (Fixture *fixture, gconstpointer data)
{
  Worker *often = create_worker (fixture, "often");
  Worker *seldom = create_worker (fixture, "seldom");
  Worker *slowly = create_worker (fixture, "slowly");

  g_assert_true (gyre_component_set_text (GYRE_COMPONENT (seldom), "priority", "10", NULL));
  g_assert_true (gyre_component_set_text (GYRE_COMPONENT (slowly), "priority", "250 ms", NULL));
  run (fixture, 100);
  g_assert_cmpint (often->count, ==, 100);
  g_assert_cmpint (seldom->count, ==, 10);
  g_assert_cmpint (slowly->count, ==, 4);
}

/* "Processes can be paused/deleted" */
static void
test_processes_can_be_paused_and_deleted (Fixture *fixture, gconstpointer data)
{
  Worker *worker = create_worker (fixture, "worker");
  Worker *other = create_worker (fixture, "other");

  run (fixture, 3);
  g_assert_true (gyre_component_pause (GYRE_COMPONENT (worker), NULL));
  run (fixture, 3);
  g_assert_cmpint (worker->count, ==, 3);
  g_assert_true (gyre_component_resume (GYRE_COMPONENT (worker), NULL));
  run (fixture, 3);
  g_assert_cmpint (worker->count, ==, 6);
  g_assert_true (gyre_component_delete (GYRE_COMPONENT (worker)));
  g_assert_null (gyre_executive_find_component (fixture->executive, "worker"));
  run (fixture, 3);
  g_assert_cmpint (other->count, ==, 12);
}

/* "Processes can be … launched via other python modules": the family is not known until somebody asks for it. */
static void
test_processes_can_be_launched_from_other_modules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *soloist = gyre_component_create_family (fixture->machine, "orchestra.soloist", NULL, &error, NULL);

  g_assert_no_error (error);
  run (fixture, 1);
  g_assert_cmpint (gyre_component_get_run_state (soloist), ==, GYRE_RUN_STATE_STOPPED);
  g_assert_true (gyre_component_perpetuate (soloist, -1, &error));
  g_assert_no_error (error);
}

static gboolean
newcomer_create (Timer *self, GError **error)
{
  return gyre_component_create (GYRE_COMPONENT (self), worker_get_type (), "newcomer", error, NULL) != NULL;
}

typedef Timer Founder;
typedef TimerClass FounderClass;

GYRE_DEFINE_COMPONENT (Founder, founder, timer_get_type (),
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_behavior (found, newcomer_create, (nothing))),
  .family = "story.founder")

/* "Well, the event based design allows completely new processes to be started without even pausing the machine or any other
 * processes running on it" */
static void
test_new_processes_start_while_the_machine_runs (Fixture *fixture, gconstpointer data)
{
  Worker *worker = create_worker (fixture, "worker");
  g_autoptr (GyreComponent) founder = build (founder_get_type (), "founder");
  g_autoptr (GyreComponent) newcomer = NULL;

  gyre_component_post (founder, "found", 20 * MILLISECOND, NULL);
  run (fixture, 10);
  newcomer = gyre_executive_find_component (fixture->executive, "newcomer");
  g_assert_nonnull (newcomer);
  g_assert_cmpint (worker->count, ==, 10);
  g_assert_cmpint (((Worker *) newcomer)->count, ==, 8);
  gyre_component_delete (founder);
}

/* "Processes are cooperatively scheduled and designed to process one frame at a time. No reliance on global data structures
 * eliminates any need for locking mechanisms": they are in one thread, in a fixed order. */
static void
test_frames_are_processed_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  Worker *first = create_worker (fixture, NULL);
  Worker *second = create_worker (fixture, NULL);

  for (guint frame = 1; frame <= 5; frame++)
    {
      g_assert_true (gyre_executive_step (fixture->executive, NULL));
      g_assert_cmpint (first->count, ==, frame);
      g_assert_cmpint (second->count, ==, frame);
    }
}

/* "the ability to update a running process without stopping or (potentially) even pausing it" */
static void
test_a_running_process_can_be_updated (Fixture *fixture, gconstpointer data)
{
  Worker *worker = create_worker (fixture, "worker");
  g_autoptr (GyreReport) report = gyre_report_new ();

  run (fixture, 10);
  g_assert_true (gyre_executive_load_text (fixture->executive, "update.pfg", "worker:\n    priority = 5\n    count = 100\n",
                                           GYRE_CATEGORY_USER, report, NULL));
  g_assert_cmpint (worker->count, ==, 100);
  run (fixture, 10);
  g_assert_cmpint (worker->count, ==, 102);
}

static void
signal_result (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer data)
{
  g_assert_no_error (error);
  g_async_queue_push (data, g_memdup2 (&(gint64) { g_value_get_int64 (result) }, sizeof (gint64)));
}

/* "you can embed a machine in your standard python script simply by configuring and instantiating a machine and using a CPython
 * thread to run it": `thread = threading.Thread(target=my_machine.run)`, `thread.start()`, "... your non framework code goes
 * here ...". */
static void
test_a_program_runs_a_machine_in_a_thread (void)
{
  g_autoptr (GyreExecutive) machine = gyre_executive_new ();
  g_autoptr (GAsyncQueue) answers = g_async_queue_new ();
  g_autofree gint64 *answer = NULL;
  g_autoptr (GyreInstruction) event = NULL;
  GyreComponent *worker;

  gyre_executive_push (machine);
  worker = gyre_component_new (worker_get_type (), "worker", NULL, "automatic-start", FALSE, NULL);
  gyre_executive_pop (machine);
  g_assert_true (gyre_executive_start_thread (machine, "machine", NULL));

  event = gyre_instruction_new_with_texts ("worker", "add", (const char *[]) { "7", NULL });
  gyre_instruction_set_callback (event, signal_result, answers, NULL);
  g_assert_cmpuint (gyre_executive_post (machine, event, 0, NULL), !=, 0);
  answer = g_async_queue_pop (answers);
  g_assert_cmpint (*answer, ==, 7);

  gyre_executive_stop (machine);
  g_assert_true (gyre_executive_join (machine, NULL));
  g_object_unref (worker);
}

#define ADD(path, function) g_test_add ("/stories/processes/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("run-is-called-once-and-perpetuated-by-an-event", test_run_is_called_once_and_perpetuated_by_an_event);
  ADD ("an-event-names-component-and-method-and-is-queued-up", test_an_event_names_component_and_method_and_is_queued_up);
  ADD ("an-event-has-arguments-and-a-result", test_an_event_has_arguments_and_a_result);
  ADD ("any-number-of-processes-runs-concurrently", test_any_number_of_processes_runs_concurrently);
  ADD ("priority-is-the-interval", test_priority_is_the_interval);
  ADD ("processes-can-be-paused-and-deleted", test_processes_can_be_paused_and_deleted);
  ADD ("processes-can-be-launched-from-other-modules", test_processes_can_be_launched_from_other_modules);
  ADD ("new-processes-start-while-the-machine-runs", test_new_processes_start_while_the_machine_runs);
  ADD ("frames-are-processed-one-at-a-time", test_frames_are_processed_one_at_a_time);
  ADD ("a-running-process-can-be-updated", test_a_running_process_can_be_updated);
  g_test_add_func ("/stories/processes/a-program-runs-a-machine-in-a-thread", test_a_program_runs_a_machine_in_a_thread);
  return g_test_run ();
}
