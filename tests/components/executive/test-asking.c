/* test-asking.c: Requests of other threads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-asking.h"
#include "gyre-request.h"
#include "gyre-send.h"
#include "gyre-thread.h"

#define N_QUESTIONS 500

static Thing *
add_receiver (Fixture *fixture, GyreReceive receive)
{
  Thing *thing = add (fixture, 's');

  gyre_slots_find (fixture->shard->slots, thing->handle)->receive = receive;
  return thing;
}

static gboolean
echo (gpointer object, GyreMessage *message, GError **error)
{
  Thing *self = object;
  gsize size;
  const char *text = gyre_message_get_data (message, &size);

  self->n_runs++;
  if (!gyre_message_is_request (message))
    return TRUE;
  return gyre_executive_reply (self->fixture->executive, self->handle, message, text, size, error);
}

static gboolean
say_nothing (gpointer object, GyreMessage *message, GError **error)
{
  return TRUE;
}

typedef struct
{
  GyreExecutive *executive;
  GyreHandle receiver;
  gint64 patience;
  guint n_answers;
  GError *error;
  GMainLoop *loop;
} Asker;

static gpointer
ask_often (gpointer data)
{
  Asker *self = data;

  for (guint index = 0; index < N_QUESTIONS; index++)
    {
      g_autoptr (GBytes) bytes = gyre_executive_ask (self->executive, self->receiver, 0, &index, sizeof index, self->patience, &self->error);

      if (bytes == NULL)
        break;
      g_atomic_int_add (&self->n_answers, memcmp (g_bytes_get_data (bytes, NULL), &index, sizeof index) == 0);
      gyre_executive_send (self->executive, GYRE_HANDLE_NONE, self->receiver, 0, "x", 1, 0, NULL);
    }
  gyre_executive_stop (self->executive);
  return NULL;
}

static void
use_real_time (Fixture *fixture)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new ();

  g_assert_true (gyre_executive_set_surroundings (fixture->executive, surroundings, NULL));
}

static void
test_each_gets_its_own_answers (Fixture *fixture, gconstpointer data)
{
  Asker askers[3];
  GThread *threads[3];
  guint n_answers = 0;
  Thing *sage;

  use_real_time (fixture);
  sage = add_receiver (fixture, echo);
  for (guint index = 0; index < 3; index++)
    askers[index] = (Asker) { fixture->executive, sage->handle, -1, 0, NULL, NULL };
  g_assert_true (gyre_executive_acquire (fixture->executive, NULL));
  for (guint index = 0; index < 3; index++)
    threads[index] = g_thread_new ("asker", ask_often, &askers[index]);
  for (guint round = 0; round < 3; round++)
    g_assert_true (gyre_executive_run (fixture->executive, NULL));
  for (guint index = 0; index < 3; index++)
    {
      while (g_atomic_int_get (&askers[index].n_answers) < N_QUESTIONS)
        g_assert_true (gyre_executive_step (fixture->executive, NULL));
      g_thread_join (threads[index]);
      g_assert_no_error (askers[index].error);
      n_answers += askers[index].n_answers;
    }
  g_assert_cmpuint (n_answers, ==, 3 * N_QUESTIONS);
  end (sage);
}

static void
test_the_deadline_comes (Fixture *fixture, gconstpointer data)
{
  Asker asker = { .executive = fixture->executive, .patience = SECOND / 100 };
  GThread *thread;
  Thing *mute;

  use_real_time (fixture);
  mute = add_receiver (fixture, say_nothing);
  asker.receiver = mute->handle;
  g_assert_true (gyre_executive_acquire (fixture->executive, NULL));
  thread = g_thread_new ("asker", ask_often, &asker);
  g_assert_true (gyre_executive_run (fixture->executive, NULL));
  g_thread_join (thread);
  g_assert_error (asker.error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_TIMEOUT);
  g_error_free (asker.error);
  end (mute);
}

static void
keep_error (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *self = data;

  g_assert_null (gyre_executive_ask_finish (self->executive, result, &self->error));
  g_main_loop_quit (self->loop);
}

/* In the context of who asks, also when the executive is the thread's own. */
static void
test_who_is_stale_is_an_error (Fixture *fixture, gconstpointer data)
{
  Asker asker = { .executive = fixture->executive, .loop = g_main_loop_new (NULL, FALSE) };
  Thing *gone = add_receiver (fixture, echo);
  GyreHandle handle = gone->handle;

  g_assert_true (gyre_executive_acquire (fixture->executive, NULL));
  end (gone);
  gyre_executive_ask_async (fixture->executive, handle, 0, "?", 1, -1, keep_error, &asker);
  g_main_loop_run (asker.loop);
  g_assert_error (asker.error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  g_error_free (asker.error);
  g_main_loop_unref (asker.loop);
}

static void
test_the_own_thread_can_not_wait (Fixture *fixture, gconstpointer data)
{
  Thing *sage = add_receiver (fixture, echo);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_acquire (fixture->executive, NULL));
  g_assert_null (gyre_executive_ask (fixture->executive, sage->handle, 0, "?", 1, -1, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD);
  end (sage);
}

static gpointer
ask_and_leave (gpointer data)
{
  Asker *self = data;

  g_main_context_push_thread_default (g_main_loop_get_context (self->loop));
  gyre_executive_ask_async (self->executive, self->receiver, 0, "?", 1, -1, keep_error, self);
  g_main_context_pop_thread_default (g_main_loop_get_context (self->loop));
  return NULL;
}

/* It was never taken up. */
static void
test_who_waits_hears_that_the_executive_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreShard *shard = gyre_executive_get_shard (executive);
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);
  GyreHandle handle = gyre_shard_add (shard, object);
  g_autoptr (GMainContext) context = g_main_context_new ();
  Asker asker = { .executive = fixture->executive, .receiver = handle, .loop = g_main_loop_new (context, FALSE) };
  Asker sent = asker;

  g_assert_true (gyre_executive_acquire (executive, NULL));
  sent.executive = executive;
  g_thread_join (g_thread_new ("asker", ask_and_leave, &sent));
  gyre_shard_remove (shard, handle);
  gyre_executive_release (executive);
  g_clear_object (&executive);
  sent.executive = fixture->executive;
  g_main_loop_run (sent.loop);
  g_assert_error (sent.error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  g_error_free (sent.error);
  g_main_loop_unref (asker.loop);
}

static gboolean
note_frame (gpointer object, GyreMessage *message, GError **error)
{
  Thing *self = object;

  g_string_append_printf (self->fixture->story, "<%u>", (guint) self->fixture->shard->counts.frame);
  return TRUE;
}

static gpointer
send_one (gpointer data)
{
  Asker *self = data;

  g_assert_true (gyre_executive_send (self->executive, GYRE_HANDLE_NONE, self->receiver, 0, "x", 1, GYRE_MESSAGE_NEXT_FRAME, NULL));
  return NULL;
}

static void
let_another_send (Thing *thing)
{
  Asker asker = { .executive = thing->fixture->executive, .receiver = thing->handle };

  if (thing->n_runs == 2)
    g_thread_join (g_thread_new ("sender", send_one, &asker));
}

static void
test_what_another_thread_sends_is_for_the_next_frame (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', EVERY);

  gyre_slots_find (fixture->shard->slots, thing->handle)->receive = note_frame;
  thing->act = let_another_send;
  g_assert_cmpstr (play (fixture, 4), ==, "a|a|a<3>|a|");
  end (thing);
}

#define ADD(path, function) g_test_add ("/executive/asking/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-gets-its-own-answers", test_each_gets_its_own_answers);
  ADD ("the-deadline-comes", test_the_deadline_comes);
  ADD ("who-is-stale-is-an-error", test_who_is_stale_is_an_error);
  ADD ("the-own-thread-can-not-wait", test_the_own_thread_can_not_wait);
  ADD ("who-waits-hears-that-the-executive-ends", test_who_waits_hears_that_the_executive_ends);
  ADD ("what-another-thread-sends-is-for-the-next-frame", test_what_another_thread_sends_is_for_the_next_frame);
  return g_test_run ();
}
