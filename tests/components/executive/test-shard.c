/* test-shard.c: What happens in a frame
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"

#include <gio/gio.h>

static void
note (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  g_string_append_printf (user_data, "<%s>", result != NULL ? g_value_get_string (result)
                                             : error != NULL ? error->message : "nothing");
}

static guint64
post (Fixture *fixture, const char *component, const char *behavior, gint64 delay, gboolean hears)
{
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new (component, behavior, NULL, 0);

  if (hears)
    gyre_instruction_set_callback (instruction, note, fixture->story, NULL);
  return gyre_shard_post (fixture->shard, instruction, gyre_executive_get_time (fixture->executive) + delay, GYRE_HANDLE_NONE,
                          NULL);
}

static void
test_instructions_come_before_processes (Fixture *fixture, gconstpointer data)
{
  Thing *first = launch (fixture, 'a', EVERY);
  Thing *second = launch (fixture, 'b', EVERY);

  post (fixture, "b", "ring", 0, TRUE);
  post (fixture, "a", "ring", 0, FALSE);
  g_assert_cmpstr (play (fixture, 2), ==, "b.ring<done>a.ringab|ab|");
  end (first);
  end (second);
}

static void
test_an_instruction_is_never_done_inline (Fixture *fixture, gconstpointer data)
{
  Thing *first = add (fixture, 'a');

  post (fixture, "a", "ring", 0, FALSE);
  g_assert_cmpstr (fixture->story->str, ==, "");
  g_assert_cmpstr (play (fixture, 1), ==, "a.ring|");
  end (first);
}

static void
test_a_delay_is_waited_for (Fixture *fixture, gconstpointer data)
{
  Thing *first = add (fixture, 'a');
  gint64 start = gyre_executive_get_time (fixture->executive);

  post (fixture, "a", "later", 5 * SECOND, FALSE);
  post (fixture, "a", "soon", SECOND, FALSE);
  g_assert_cmpint (gyre_executive_get_next_due (fixture->executive), ==, start + SECOND);
  g_assert_cmpstr (play (fixture, 1), ==, "a.soon|");
  g_assert_cmpint (gyre_executive_get_time (fixture->executive), ==, start + SECOND);
  g_assert_cmpstr (play (fixture, 1), ==, "a.later|");
  g_assert_cmpint (gyre_executive_get_time (fixture->executive), ==, start + 5 * SECOND);
  g_assert_cmpint (gyre_executive_get_next_due (fixture->executive), ==, G_MAXINT64);
  end (first);
}

static void
test_the_callback_hears_of_a_failure (Fixture *fixture, gconstpointer data)
{
  Thing *first = add (fixture, 'a');

  post (fixture, "a", "fail", 0, TRUE);
  post (fixture, "nobody", "ring", 0, TRUE);
  g_assert_cmpstr (play (fixture, 1), ==, "a.fail<no luck><there is no component “nobody”>|");
  end (first);
}

static void
note_alert (GyreAlert *alert, gpointer user_data)
{
  g_autofree char *text = gyre_alert_to_string (alert);

  g_string_append_printf (user_data, "[%s]", text);
}

/* The founding system did the previous instruction again. */
static void
test_a_failure_without_callback_is_an_alert_and_nothing_else_runs (Fixture *fixture, gconstpointer data)
{
  Thing *first = add (fixture, 'a');

  gyre_alerts_connect (fixture->shard->alerts, note_alert, fixture->story, NULL);
  post (fixture, "a", "ring", 0, FALSE);
  post (fixture, "a", "fail", 0, FALSE);
  post (fixture, "nobody", "ring", 0, FALSE);
  post (fixture, "a", "again", 0, FALSE);
  g_assert_cmpstr (play (fixture, 1), ==, "a.ringa.fail[error: a: Instruction a.fail: no luck]"
                   "[error: Instruction nobody.ring: there is no component “nobody”]a.again|");
  end (first);
}

static void
test_what_waits_for_who_ends_is_told (Fixture *fixture, gconstpointer data)
{
  Thing *first = add (fixture, 'a');
  Thing *second = add (fixture, 'b');
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_for_handle (first->handle, "ring", NULL, 0);

  gyre_instruction_set_callback (instruction, note, fixture->story, NULL);
  for (guint index = 0; index < 3; index++)
    gyre_shard_post (fixture->shard, instruction, SECOND, GYRE_HANDLE_NONE, NULL);
  end (first);
  g_assert_cmpstr (fixture->story->str, ==, "(a)");
  play (fixture, 1);
  g_assert_true (g_str_has_prefix (fixture->story->str, "<<100000000>.ring was cancelled, or"));
  g_assert_cmpstr (g_strrstr (fixture->story->str, "it was done>"), ==, "it was done>|");
  g_assert_cmpint (gyre_executive_get_next_due (fixture->executive), ==, G_MAXINT64);
  end (second);
}

static void
end_itself (Thing *thing)
{
  end (thing);
  g_string_append_c (thing->fixture->story, '!');
}

/* Its memory stays until the frame is over, although nobody holds it. */
static void
test_who_ends_itself_stays_until_its_run_is_over (Fixture *fixture, gconstpointer data)
{
  Thing *first = launch (fixture, 'a', EVERY);
  Thing *second = launch (fixture, 'b', EVERY);
  Thing *third = launch (fixture, 'c', (GyreLaunch) { .interval_time = SECOND / 100, .phase = -1 });
  GyreHandle handle = first->handle;

  first->act = end_itself;
  third->act = end_itself;
  g_assert_cmpstr (play (fixture, 2), ==, "c!a!b(c)(a)|b|");
  g_assert_cmpint (gyre_executive_get_run_state (fixture->executive, handle), ==, GYRE_RUN_STATE_NONE);
  end (second);
}

static void
test_an_instruction_can_end_its_component (Fixture *fixture, gconstpointer data)
{
  Thing *first = add (fixture, 'a');

  first->act = end_itself;
  post (fixture, "a", "run", 0, FALSE);
  post (fixture, "a", "ring", 0, TRUE);
  g_assert_cmpstr (play (fixture, 1), ==, "a.runa!(a)<there is no component “a”>|");
}

static gboolean
take (gpointer object, GyreMessage *message, GError **error)
{
  Thing *self = object;
  gsize size;
  const char *text = gyre_message_get_data (message, &size);

  g_string_append_printf (self->fixture->story, "%c<%.*s", self->letter, (int) size, text);
  if (size == 3)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "too long");
  return size != 3;
}

static void
send (Fixture *fixture, Thing *receiver, const char *text)
{
  g_assert_true (gyre_messenger_send (fixture->shard->messenger, GYRE_HANDLE_NONE, receiver->handle, 0, text, strlen (text), 0,
                                      NULL));
}

static void
send_to_itself (Thing *thing)
{
  send (thing->fixture, thing, "x");
}

static void
test_messages_come_after_the_processes (Fixture *fixture, gconstpointer data)
{
  Thing *first = launch (fixture, 'a', EVERY);
  Thing *second = launch (fixture, 'b', EVERY);

  gyre_slots_find (fixture->shard->slots, first->handle)->receive = take;
  first->act = send_to_itself;
  g_assert_cmpstr (play (fixture, 2), ==, "aba<x|aba<x|");
  end (first);
  end (second);
}

static void
test_a_receiver_that_fails_is_an_alert (Fixture *fixture, gconstpointer data)
{
  Thing *first = add (fixture, 'a');

  gyre_alerts_connect (fixture->shard->alerts, note_alert, fixture->story, NULL);
  gyre_slots_find (fixture->shard->slots, first->handle)->receive = take;
  send (fixture, first, "yyy");
  send (fixture, first, "z");
  g_assert_cmpint (gyre_executive_get_next_due (fixture->executive), ==, G_MININT64);
  g_assert_cmpstr (play (fixture, 1), ==, "a<yyy[error: a: it failed with a message: too long]a<z|");
  g_assert_cmpint (gyre_executive_get_next_due (fixture->executive), ==, G_MAXINT64);
  end (first);
}

static void
test_who_is_paused_gets_its_messages_afterwards (Fixture *fixture, gconstpointer data)
{
  Thing *first = launch (fixture, 'a', EVERY);

  gyre_slots_find (fixture->shard->slots, first->handle)->receive = take;
  gyre_executive_pause (fixture->executive, first->handle, NULL);
  send (fixture, first, "x");
  send (fixture, first, "y");
  g_assert_cmpstr (play (fixture, 2), ==, "||");
  gyre_executive_resume (fixture->executive, first->handle, NULL);
  send (fixture, first, "z");
  g_assert_cmpstr (play (fixture, 2), ==, "aa<xa<ya<z|a|");
  end (first);
}

typedef struct
{
  Fixture *fixture;
  Thing *thing;
  guint n_done;                 /* atomic */
} Visitor;

static gpointer
disturb (gpointer data)
{
  Visitor *visitor = data;
  Fixture *fixture = visitor->fixture;

  for (guint round = 0; round < 300; round++)
    {
      Thing *thing = g_object_new (thing_get_type (), NULL);
      GyreLaunch every = { .step = thing_run, .phase = -1 };

      thing->fixture = fixture;
      thing->handle = gyre_shard_add (fixture->shard, thing);
      thing->letter = 'x';
      g_assert_true (gyre_executive_launch (fixture->executive, thing->handle, &every, NULL));
      g_assert_true (gyre_executive_pause (fixture->executive, visitor->thing->handle, NULL));
      g_assert_cmpint (gyre_executive_get_run_state (fixture->executive, visitor->thing->handle), ==, GYRE_RUN_STATE_PAUSED);
      g_assert_true (gyre_executive_resume (fixture->executive, visitor->thing->handle, NULL));
      gyre_shard_remove (fixture->shard, thing->handle);
      /* No frame runs it any more. */
      thing->fixture = NULL;
      g_object_unref (thing);
    }
  g_atomic_int_set (&visitor->n_done, 1);
  return NULL;
}

static void
test_other_threads_come_and_go_between_frames (Fixture *fixture, gconstpointer data)
{
  Visitor visitor = { fixture, launch (fixture, 'a', EVERY), 0 };
  GThread *thread = g_thread_new ("visitor", disturb, &visitor);

  while (!g_atomic_int_get (&visitor.n_done))
    g_assert_true (gyre_executive_step (fixture->executive, NULL));
  g_thread_join (thread);
  end (visitor.thing);
}

#define ADD(path, function) g_test_add ("/executive/shard/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("instructions-come-before-processes", test_instructions_come_before_processes);
  ADD ("an-instruction-is-never-done-inline", test_an_instruction_is_never_done_inline);
  ADD ("a-delay-is-waited-for", test_a_delay_is_waited_for);
  ADD ("the-callback-hears-of-a-failure", test_the_callback_hears_of_a_failure);
  ADD ("a-failure-without-callback-is-an-alert-and-nothing-else-runs",
       test_a_failure_without_callback_is_an_alert_and_nothing_else_runs);
  ADD ("what-waits-for-who-ends-is-told", test_what_waits_for_who_ends_is_told);
  ADD ("who-ends-itself-stays-until-its-run-is-over", test_who_ends_itself_stays_until_its_run_is_over);
  ADD ("an-instruction-can-end-its-component", test_an_instruction_can_end_its_component);
  ADD ("messages-come-after-the-processes", test_messages_come_after_the_processes);
  ADD ("a-receiver-that-fails-is-an-alert", test_a_receiver_that_fails_is_an_alert);
  ADD ("who-is-paused-gets-its-messages-afterwards", test_who_is_paused_gets_its_messages_afterwards);
  ADD ("other-threads-come-and-go-between-frames", test_other_threads_come_and_go_between_frames);
  return g_test_run ();
}
