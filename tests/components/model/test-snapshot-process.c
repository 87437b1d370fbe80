/* test-snapshot-process.c: The processes in a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "snapshot-fixtures.h"

#include "gyre-snapshot-private.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

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
  gyre_component_set_integer (GYRE_COMPONENT (self), "count", self->count + 1, NULL);
  if (self->count == self->fails_at)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "run %d", (int) self->count);
  return self->count != self->fails_at;
}

GYRE_DEFINE_COMPONENT (TestWorker, test_worker, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (gyre_integer (count, 0), gyre_integer (fails_at, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, test_worker_run, (nothing))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  .family = "test.snapshot-worker")

typedef struct
{
  GyreExecutive *executive;
} Fixture;

/* 100 frames a second of a virtual clock. */
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
  return test_new (test_worker_get_type (), name);
}

static void
run (Fixture *fixture, guint n_frames)
{
  g_autoptr (GError) error = NULL;

  gyre_executive_run_frames (fixture->executive, n_frames, &error);
  g_assert_no_error (error);
}

/* Saved, ended and loaded in the same moment: the same dump, and from then on the same counts as one that goes on. */
static void
assert_goes_on (Fixture *fixture, TestWorker *worker)
{
  g_autoptr (GVariant) before = test_snapshot (worker, GYRE_SNAPSHOT_PLAIN);
  g_autoptr (GVariant) after = NULL;
  TestWorker *other = test_restore (before, GYRE_SNAPSHOT_WITHOUT_NAMES);

  after = test_snapshot (other, GYRE_SNAPSHOT_PLAIN);
  if (!g_variant_equal (before, after))
    g_error ("%s\nbecame\n%s", g_variant_print (before, TRUE), g_variant_print (after, TRUE));
  for (guint frame = 0; frame < 60; frame++)
    {
      run (fixture, 1);
      g_assert_cmpint (other->count, ==, worker->count);
      g_assert_cmpint (gyre_component_get_run_state (GYRE_COMPONENT (other)), ==, gyre_component_get_run_state (GYRE_COMPONENT (worker)));
    }
  test_delete (other);
  test_delete (worker);
}

static void
test_intervals (Fixture *fixture, gconstpointer data)
{
  static const char * const priorities[] = { "0", "3", "7", "100", "40 ms", "130 ms" };

  for (guint index = 0; index < G_N_ELEMENTS (priorities); index++)
    for (guint frames = 0; frames < 9; frames++)
      {
        TestWorker *worker = build (NULL);

        test_set_text (worker, "priority", priorities[index]);
        run (fixture, frames);
        assert_goes_on (fixture, worker);
      }
}

static void
test_paused (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL), *other;
  g_autoptr (GVariant) snapshot = NULL;

  test_set_text (worker, "priority", "50 ms");
  run (fixture, 3);
  gyre_component_pause (GYRE_COMPONENT (worker), NULL);
  run (fixture, 9);
  snapshot = test_snapshot (worker, GYRE_SNAPSHOT_PLAIN);
  other = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  g_assert_cmpint (gyre_component_get_run_state (GYRE_COMPONENT (other)), ==, GYRE_RUN_STATE_PAUSED);
  run (fixture, 20);
  g_assert_cmpint (other->count, ==, worker->count);
  gyre_component_resume (GYRE_COMPONENT (worker), NULL);
  gyre_component_resume (GYRE_COMPONENT (other), NULL);
  for (guint frame = 0; frame < 30; frame++)
    {
      run (fixture, 1);
      g_assert_cmpint (other->count, ==, worker->count);
    }
  g_assert_cmpint (other->count, >, 5);
  test_delete (other);
  test_delete (worker);
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);

  test_set_text (worker, "perpetual", "false");
  assert_goes_on (fixture, worker);
  worker = build (NULL);
  test_set_text (worker, "perpetual", "false");
  run (fixture, 3);
  g_assert_cmpint (worker->count, ==, 1);
  assert_goes_on (fixture, worker);
  worker = build (NULL);
  test_set_text (worker, "perpetual", "false");
  run (fixture, 3);
  gyre_component_perpetuate (GYRE_COMPONENT (worker), SECOND / 10, NULL);
  assert_goes_on (fixture, worker);
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  TestWorker *worker = build (NULL);

  test_set_text (worker, "restart", "on-failure");
  test_set_text (worker, "fails-at", "2");
  run (fixture, 2);
  g_assert_cmpint (worker->count, ==, 2);
  g_assert_cmpint (gyre_component_get_run_state (GYRE_COMPONENT (worker)), ==, GYRE_RUN_STATE_WAITING);
  assert_goes_on (fixture, worker);
}

/* A component that code has launched, without traits that say how. */
static void
test_launched (Fixture *fixture, gconstpointer data)
{
  const GyreLaunch launch = { .phase = -1, .interval_frames = 4 };
  TestWorker *worker = build (NULL), *other;
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_launch (GYRE_COMPONENT (worker), &launch, &error));
  g_assert_no_error (error);
  run (fixture, 2);
  snapshot = test_snapshot (worker, GYRE_SNAPSHOT_PLAIN);
  other = test_restore (snapshot, GYRE_SNAPSHOT_WITHOUT_PROCESSES);
  run (fixture, 4);
  g_assert_cmpint (other->count, ==, 5);
  test_delete (other);
  test_delete (worker);
}

static gboolean
step (gpointer object, GError **error)
{
  return TRUE;
}

static gboolean
wait (GyreFiber *fiber, gpointer object, gpointer data, GError **error)
{
  return gyre_fiber_wait_frame (fiber);
}

/* What can't be saved is an error with its name; without processes the rest is saved. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const GyreLaunch launch = { .phase = -1, .step = step };
  TestSafe *safe = test_new (TEST_TYPE_SAFE, "unsaved");
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_launch (GYRE_COMPONENT (safe), &launch, NULL));
  g_assert_null (gyre_component_take_snapshot (GYRE_COMPONENT (safe), GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, "test.safe#unsaved.run", "none of its behaviors",
                     "the behavior 'run'", "GYRE_SNAPSHOT_SKIP_PROCESSES");
  g_assert_true (gyre_executive_launch_fiber (fixture->executive, gyre_component_get_handle (GYRE_COMPONENT (safe)), wait, NULL, NULL, NULL, 0, NULL));
  run (fixture, 1);
  g_assert_null (gyre_component_take_snapshot (GYRE_COMPONENT (safe), GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, "none of its behaviors");
  snapshot = test_snapshot (safe, GYRE_SNAPSHOT_WITHOUT_PROCESSES);
  test_delete (safe);
}

static void
assert_refused (const char *processes, int code, const char *text)
{
  g_autofree char *all = g_strdup_printf ("(2, [(-1, true, 'test.safe', 'wrong-safe', [], [])], [], [], %s, [])", processes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) snapshot = g_variant_parse (G_VARIANT_TYPE (GYRE_SNAPSHOT_TYPE), all, NULL, NULL, &error);
  g_autoptr (GObject) left = NULL;

  g_assert_no_error (error);
  g_assert_null (gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, code, text);
  left = gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_current ()), "wrong-safe");
  g_assert_null (left);
}

#define PROCESS(number, state, paused, interval, turn, restart, back_off, delay) \
  "[(" #number ", " #state ", " #paused ", false, 0, " #interval ", " #turn ", false, " #restart ", " #back_off ", " #delay ", 0)]"

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  test_delete (test_new (TEST_TYPE_SAFE, NULL));
  assert_refused (PROCESS (4, 1, false, 0, 1, 0, 0, -1), GYRE_SNAPSHOT_ERROR_FORMAT, "component 4: it is said how it runs, and it is not there");
  assert_refused (PROCESS (0, 9, false, 0, 1, 0, 0, -1), GYRE_SNAPSHOT_ERROR_FORMAT, "component 0 (test.safe#wrong-safe): it can't run");
  assert_refused (PROCESS (0, 0, false, 0, 1, 0, 0, -1), GYRE_SNAPSHOT_ERROR_FORMAT, "it can't run");
  assert_refused (PROCESS (0, 2, false, 0, 1, 0, 0, -1), GYRE_SNAPSHOT_ERROR_FORMAT, "it can't run");
  assert_refused (PROCESS (0, 1, false, -5, 0, 0, 0, -1), GYRE_SNAPSHOT_ERROR_FORMAT, "it can't run");
  assert_refused (PROCESS (0, 1, false, 0, 2, 0, 0, -1), GYRE_SNAPSHOT_ERROR_FORMAT, "it can't run");
  assert_refused (PROCESS (0, 1, false, 0, 1, 7, 0, -1), GYRE_SNAPSHOT_ERROR_FORMAT, "it can't run");
  assert_refused (PROCESS (0, 1, false, 0, 1, 0, -1, -1), GYRE_SNAPSHOT_ERROR_FORMAT, "it can't run");
  assert_refused (PROCESS (0, 1, false, 0, 1, 0, 0, -2), GYRE_SNAPSHOT_ERROR_FORMAT, "it can't run");
  assert_refused (PROCESS (0, 1, false, 0, 1, 0, 0, -1), GYRE_SNAPSHOT_ERROR_UNKNOWN, "no behavior 'run'");
}

/* Sequential code: three pieces, with a wait behind each. */
static gboolean
test_reader_run (TestWorker *self, GError **error)
{
  for (guint piece = 0; piece < 3; piece++)
    {
      gyre_component_set_integer (GYRE_COMPONENT (self), "count", self->count + 1, NULL);
      if (!gyre_component_wait_turn (GYRE_COMPONENT (self)))
        return TRUE;
    }
  return TRUE;
}

typedef TestWorker TestReader;
typedef TestWorkerClass TestReaderClass;

GYRE_DEFINE_COMPONENT (TestReader, test_reader, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (gyre_integer (count, 0), gyre_integer (fails_at, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, test_reader_run, (nothing))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  GYRE_DEFAULTS ({ "perpetual", "no" }),
  .family = "test.snapshot-reader",
  .sequential = TRUE)

/* No traits say how it runs: code has launched it. */
typedef struct { GyreComponent parent_instance; gint64 count; } TestBare;
typedef GyreComponentClass TestBareClass;

static gboolean
test_bare_run (TestBare *self, GError **error)
{
  while (gyre_component_wait_turn (GYRE_COMPONENT (self)))
    gyre_component_set_integer (GYRE_COMPONENT (self), "count", self->count + 1, NULL);
  return TRUE;
}

GYRE_DEFINE_COMPONENT (TestBare, test_bare, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (count, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, test_bare_run, (nothing))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  .family = "test.snapshot-bare",
  .sequential = TRUE)

/* In the midst of it the error names the component, where it was built, and what can be done. */
static void
test_midst (Fixture *fixture, gconstpointer data)
{
  TestWorker *reader = test_new (test_reader_get_type (), "midway");
  g_autoptr (GError) error = NULL;

  run (fixture, 2);
  g_assert_cmpint (reader->count, ==, 2);
  g_assert_null (gyre_component_take_snapshot (GYRE_COMPONENT (reader), GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, "model-fixtures.h:", ": test.snapshot-reader#midway.run can't be saved",
                     "in the midst of sequential code", "save it when that has ended", "GYRE_SNAPSHOT_RESTART_PROCESSES", "GYRE_SNAPSHOT_SKIP_PROCESSES");
  test_delete (reader);
}

/* Before it has begun, and when it has ended, there is nothing that no text says. */
static void
test_ended (Fixture *fixture, gconstpointer data)
{
  TestWorker *reader = test_new (test_reader_get_type (), NULL), *other;
  g_autoptr (GVariant) before = test_snapshot (reader, GYRE_SNAPSHOT_PLAIN);
  g_autoptr (GVariant) after = NULL;

  run (fixture, 6);
  g_assert_cmpint (reader->count, ==, 3);
  after = test_snapshot (reader, GYRE_SNAPSHOT_PLAIN);
  test_delete (reader);
  other = test_restore (before, GYRE_SNAPSHOT_PLAIN);
  run (fixture, 6);
  g_assert_cmpint (other->count, ==, 3);
  g_assert_cmpint (gyre_component_get_run_state (GYRE_COMPONENT (other)), ==, GYRE_RUN_STATE_STOPPED);
  test_delete (other);
  other = test_restore (after, GYRE_SNAPSHOT_PLAIN);
  run (fixture, 6);
  g_assert_cmpint (other->count, ==, 3);
  g_assert_cmpint (gyre_component_get_run_state (GYRE_COMPONENT (other)), ==, GYRE_RUN_STATE_STOPPED);
  gyre_base_process_start (GYRE_BASE_PROCESS (other), NULL);
  run (fixture, 6);
  g_assert_cmpint (other->count, ==, 6);
  test_delete (other);
}

/* It begins anew with the values that it had; one that is paused when it is resumed; one that code has launched, too. */
static void
test_anew (Fixture *fixture, gconstpointer data)
{
  TestWorker *reader = test_new (test_reader_get_type (), NULL), *other;
  TestBare *bare = test_new (test_bare_get_type (), NULL), *bare_again;
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GVariant) paused = NULL;
  g_autoptr (GVariant) launched = NULL;
  gint64 count;

  g_assert_true (gyre_component_launch (GYRE_COMPONENT (bare), &(GyreLaunch) { .phase = -1, .interval_frames = 2, .once = TRUE }, NULL));
  run (fixture, 2);
  snapshot = test_snapshot (reader, GYRE_SNAPSHOT_RESTART_PROCESSES);
  gyre_component_pause (GYRE_COMPONENT (reader), NULL);
  paused = test_snapshot (reader, GYRE_SNAPSHOT_RESTART_PROCESSES);
  run (fixture, 9);
  launched = test_snapshot (bare, GYRE_SNAPSHOT_RESTART_PROCESSES);
  count = bare->count;
  other = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  g_assert_cmpint (other->count, ==, 2);
  run (fixture, 9);
  g_assert_cmpint (other->count, ==, 5);
  g_assert_cmpint (gyre_component_get_run_state (GYRE_COMPONENT (other)), ==, GYRE_RUN_STATE_STOPPED);
  test_delete (other);
  other = test_restore (paused, GYRE_SNAPSHOT_PLAIN);
  run (fixture, 9);
  g_assert_cmpint (other->count, ==, 2);
  gyre_component_resume (GYRE_COMPONENT (other), NULL);
  run (fixture, 9);
  g_assert_cmpint (other->count, ==, 5);
  bare_again = test_restore (launched, GYRE_SNAPSHOT_PLAIN);
  g_assert_cmpint (count, >, 3);
  g_assert_cmpint (bare_again->count, ==, count);
  run (fixture, 20);
  g_assert_cmpint (bare_again->count, ==, count + 9);
  test_delete (other);
  test_delete (reader);
  test_delete (bare_again);
  test_delete (bare);
}

/* What can't be saved is left out, and what can be is there. */
static void
test_skipped (Fixture *fixture, gconstpointer data)
{
  TestBare *bare = test_new (test_bare_get_type (), NULL), *again;
  TestWorker *worker = build (NULL);
  TestSafe *safe = test_new (TEST_TYPE_SAFE, NULL);
  g_autoptr (GVariant) snapshot = NULL;

  test_set_text (worker, "priority", "3");
  g_assert_true (gyre_component_launch (GYRE_COMPONENT (bare), NULL, NULL));
  g_assert_true (gyre_component_launch (GYRE_COMPONENT (safe), &(GyreLaunch) { .phase = -1, .step = step }, NULL));
  test_adopt (bare, worker);
  test_adopt (bare, safe);
  run (fixture, 4);
  gyre_component_pause (GYRE_COMPONENT (safe), NULL);
  snapshot = test_snapshot (bare, GYRE_SNAPSHOT_SKIP_PROCESSES);
  again = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  g_assert_cmpint (gyre_component_get_run_state (GYRE_COMPONENT (again)), ==, GYRE_RUN_STATE_NONE);
  run (fixture, 30);
  g_assert_cmpint (again->count, <, bare->count);
  g_assert_cmpint (((TestWorker *) gyre_component_get_child (GYRE_COMPONENT (again), 0))->count, ==, worker->count);
  g_assert_cmpint (gyre_component_get_run_state (gyre_component_get_child (GYRE_COMPONENT (again), 1)), ==, GYRE_RUN_STATE_NONE);
  test_delete (again);
  test_delete (bare);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/model/snapshot-process/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("turns-go-on-where-they-were", test_intervals);
  ADD ("paused-process-is-paused-and-keeps-its-phase", test_paused);
  ADD ("who-runs-once-has-run-or-will", test_once);
  ADD ("who-failed-waits-for-the-rest-of-its-pause", test_failed);
  ADD ("how-it-runs-is-left-out-on-request", test_launched);
  ADD ("foreign-function-and-fiber-are-refused", test_refused);
  ADD ("who-is-in-the-midst-of-sequential-code-is-refused-with-a-hint", test_midst);
  ADD ("sequential-code-that-has-ended-or-not-begun-is-saved", test_ended);
  ADD ("sequential-code-begins-anew-on-request", test_anew);
  ADD ("what-can-not-be-saved-is-left-out-on-request", test_skipped);
  ADD ("mistake-is-told-with-its-place-and-leaves-nothing", test_mistakes);
  return g_test_run ();
}
