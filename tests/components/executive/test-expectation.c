/* test-expectation.c: Asynchronous results that arrive as instructions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-expectation.h"

static gboolean
finish (gpointer object, const char *behavior, const GValue *arguments, guint n_arguments, const char * const *texts,
        GValue *result, GError **error)
{
  Thing *self = object;
  gssize value;

  g_assert_cmpuint (n_arguments, ==, 2);
  g_assert_cmpint (g_value_get_int (&arguments[0]), ==, 7);
  g_assert_true (G_VALUE_HOLDS (&arguments[1], G_TYPE_TASK));
  value = g_task_propagate_int (g_value_get_object (&arguments[1]), error);
  g_string_append_printf (self->fixture->story, "%c.%s=%d", self->letter, behavior, (int) value);
  return value >= 0;
}

static GyreInstruction *
make (Thing *thing)
{
  g_auto (GValue) seven = G_VALUE_INIT;

  g_value_init (&seven, G_TYPE_INT);
  g_value_set_int (&seven, 7);
  return gyre_instruction_new_for_handle (thing->handle, "finish", &seven, 1);
}

static void
note (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  g_string_append_printf (user_data, "<%s>", error != NULL ? error->message : "fine");
}

static void
set_up_for_results (Fixture *fixture, gconstpointer data)
{
  static const GyreExecutiveModel model = { .find_handle = find_thing, .call = finish, .dup_name = dup_thing_name };

  set_up (fixture, data);
  gyre_executive_set_model (&model);
}

static void
test_the_behavior_gets_the_result_in_a_frame (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  g_autoptr (GyreInstruction) instruction = make (thing);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_return_int (task, 42);
  gyre_expectation_meet (NULL, G_ASYNC_RESULT (task), gyre_executive_expect (fixture->executive, instruction));
  g_assert_cmpstr (fixture->story->str, ==, "");
  g_assert_cmpstr (play (fixture, 1), ==, "a.finish=42|");
  end (thing);
}

/* The instruction is extended; its own callback hears what came of it. */
static void
test_the_callback_hears_of_a_failure (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  g_autoptr (GyreInstruction) instruction = make (thing);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  gyre_instruction_set_callback (instruction, note, fixture->story, NULL);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
  gyre_expectation_meet (NULL, G_ASYNC_RESULT (task), gyre_executive_expect (fixture->executive, instruction));
  g_assert_cmpstr (play (fixture, 1), ==, "a.finish=-1<no luck>|");
  end (thing);
}

static void
test_an_executive_that_has_ended_hears_nothing (Fixture *fixture, gconstpointer data)
{
  GyreExecutive *executive = gyre_executive_new ();
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("a", "finish", NULL, 0);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  gpointer expectation = gyre_executive_expect (executive, instruction);

  g_task_return_int (task, 42);
  g_object_unref (executive);
  gyre_expectation_meet (NULL, G_ASYNC_RESULT (task), expectation);
  g_task_propagate_int (task, NULL);
}

#ifndef __SANITIZE_THREAD__
static gboolean finished;

/* Of a worker thread of GLib's, back in the main context of the thread that runs the executive, without any loop of GLib's. */
static void
count (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_int (task, 3);
}

static void
stop (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  g_assert_no_error (error);
  finished = TRUE;
  gyre_executive_stop (user_data);
}

static void
test_a_task_in_a_thread_comes_back_to_a_running_executive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreInstruction) instruction = NULL;
  g_autoptr (GTask) task = NULL;
  Thing thing = { .fixture = fixture, .letter = 'a' };
  Thing *real = g_object_new (thing_get_type (), NULL);

  real->fixture = fixture;
  real->letter = 'a';
  thing.handle = gyre_shard_add (gyre_executive_get_shard (executive), real);
  instruction = make (&thing);
  gyre_instruction_set_callback (instruction, stop, executive, NULL);
  task = g_task_new (NULL, NULL, gyre_expectation_meet, gyre_executive_expect (executive, instruction));
  g_task_run_in_thread (task, count);
  finished = FALSE;
  g_assert_true (gyre_executive_run (executive, NULL));
  g_assert_true (finished);
  gyre_shard_remove (gyre_executive_get_shard (executive), thing.handle);
  g_object_unref (real);
}

#endif

#define ADD(path, function) \
  g_test_add ("/executive/expectation/" path, Fixture, NULL, set_up_for_results, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-behavior-gets-the-result-in-a-frame", test_the_behavior_gets_the_result_in_a_frame);
  ADD ("the-callback-hears-of-a-failure", test_the_callback_hears_of_a_failure);
  ADD ("an-executive-that-has-ended-hears-nothing", test_an_executive_that_has_ended_hears_nothing);
  /* The queues of GLib's pool of threads lock in a way that the thread sanitizer can't see. */
#ifndef __SANITIZE_THREAD__
  ADD ("a-task-in-a-thread-comes-back-to-a-running-executive", test_a_task_in_a_thread_comes_back_to_a_running_executive);
#endif
  return g_test_run ();
}
