/* test-request.c: Requests, topics and dead letters of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-request.h"
#include "gyre-send.h"

/* Says everything twice. */
static gboolean
answer (gpointer object, GyreMessage *message, GError **error)
{
  Thing *self = object;
  g_autofree char *text = NULL;
  gsize size;
  const char *asked = gyre_message_get_data (message, &size);

  text = g_strdup_printf ("%.*s%.*s", (int) size, asked, (int) size, asked);
  return gyre_executive_reply (self->fixture->executive, self->handle, message, text, strlen (text), error);
}

static gboolean
hear (gpointer object, GyreMessage *message, GError **error)
{
  Thing *self = object;
  gsize size;
  const char *text = gyre_message_get_data (message, &size);

  g_string_append_printf (self->fixture->story, "%c<%s:%.*s>", self->letter, g_quark_to_string (gyre_message_get_kind (message)),
                          (int) size, text);
  return TRUE;
}

static void
set_receive (Thing *thing, GyreReceive receive)
{
  gyre_slots_find (thing->fixture->shard->slots, thing->handle)->receive = receive;
}

static void
test_a_request_gets_its_reply (Fixture *fixture, gconstpointer data)
{
  Thing *asker = add (fixture, 'a');
  Thing *sage = add (fixture, 's');
  g_autoptr (GyreReply) reply = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  set_receive (sage, answer);
  reply = gyre_executive_request (fixture->executive, asker->handle, sage->handle, 0, "ho", 2, SECOND, &error);
  g_assert_no_error (error);
  g_assert_false (gyre_reply_is_complete (reply));
  play (fixture, 1);
  g_assert_true (gyre_reply_is_complete (reply));
  bytes = gyre_reply_dup_bytes (reply, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "hoho", 4);
  end (asker);
  end (sage);
}

static guint64 kept;

static gboolean
keep_number (gpointer object, GyreMessage *message, GError **error)
{
  kept = gyre_message_is_request (message) ? gyre_message_get_number (message) : 0;
  return TRUE;
}

static void
test_a_number_is_answered_in_a_later_frame (Fixture *fixture, gconstpointer data)
{
  Thing *asker = add (fixture, 'a');
  Thing *sage = add (fixture, 's');
  g_autoptr (GyreReply) reply = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  set_receive (sage, keep_number);
  reply = gyre_executive_request (fixture->executive, asker->handle, sage->handle, 0, "?", 1, -1, NULL);
  play (fixture, 3);
  g_assert_cmpuint (kept, !=, 0);
  g_assert_true (gyre_executive_reply_to (fixture->executive, sage->handle, kept, "later", 5, &error));
  play (fixture, 1);
  bytes = gyre_reply_dup_bytes (reply, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "later", 5);
  g_assert_false (gyre_executive_reply_to (fixture->executive, sage->handle, kept, "again", 5, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  end (asker);
  end (sage);
}

static void
test_a_plain_message_has_no_number_to_answer (Fixture *fixture, gconstpointer data)
{
  Thing *sage = add (fixture, 's');

  set_receive (sage, keep_number);
  kept = 1;
  g_assert_true (gyre_executive_send (fixture->executive, GYRE_HANDLE_NONE, sage->handle, 0, "x", 1, 0, NULL));
  play (fixture, 1);
  g_assert_cmpuint (kept, ==, 0);
  end (sage);
}

static void
test_the_number_of_who_has_ended_is_an_error (Fixture *fixture, gconstpointer data)
{
  Thing *asker = add (fixture, 'a');
  Thing *sage = add (fixture, 's');
  g_autoptr (GyreReply) reply = gyre_executive_request (fixture->executive, asker->handle, sage->handle, 0, "?", 1, -1, NULL);
  g_autoptr (GError) error = NULL;

  set_receive (sage, keep_number);
  play (fixture, 1);
  end (asker);
  g_assert_false (gyre_executive_reply_to (fixture->executive, sage->handle, kept, "late", 4, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  end (sage);
}

/* Nothing else wakes the executive: the deadline does. */
static void
test_patience_ends (Fixture *fixture, gconstpointer data)
{
  Thing *asker = add (fixture, 'a');
  Thing *mute = add (fixture, 'm');
  g_autoptr (GyreReply) reply = gyre_executive_request (fixture->executive, asker->handle, mute->handle, 0, "?", 1, SECOND, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_run (fixture->executive, NULL));
  g_assert_true (gyre_reply_is_complete (reply));
  g_assert_null (gyre_reply_dup_bytes (reply, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_TIMEOUT);
  g_assert_cmpint (gyre_executive_get_time (fixture->executive), >=, SECOND);
  end (asker);
  end (mute);
}

static void
test_what_is_published_comes_to_all_subscribers (Fixture *fixture, gconstpointer data)
{
  Thing *first = add (fixture, 'a');
  Thing *second = add (fixture, 'b');

  set_receive (first, hear);
  set_receive (second, hear);
  g_assert_cmpuint (gyre_executive_publish (fixture->executive, 0, "news", "x", 1, 0, NULL), ==, 0);
  g_assert_true (gyre_executive_subscribe (fixture->executive, second->handle, "news", NULL));
  g_assert_true (gyre_executive_subscribe (fixture->executive, first->handle, "news", NULL));
  g_assert_cmpuint (gyre_executive_publish (fixture->executive, 0, "news", "y", 1, 0, NULL), ==, 2);
  g_assert_cmpstr (play (fixture, 1), ==, "b<news:y>a<news:y>|");
  end (second);
  g_assert_cmpuint (gyre_executive_publish (fixture->executive, 0, "news", "z", 1, 0, NULL), ==, 1);
  g_assert_true (gyre_executive_unsubscribe (fixture->executive, first->handle, "news"));
  g_assert_false (gyre_executive_unsubscribe (fixture->executive, first->handle, "news"));
  g_assert_cmpstr (play (fixture, 1), ==, "a<news:z>|");
  end (first);
}

static void
test_a_collector_gets_what_reached_nobody (Fixture *fixture, gconstpointer data)
{
  Thing *collector = add (fixture, 'c');
  Thing *gone = add (fixture, 'g');
  GyreHandle handle = gone->handle;

  gyre_executive_set_collector (fixture->executive, collector->handle);
  g_assert_true (gyre_executive_send (fixture->executive, 0, handle, 0, "late", 4, 0, NULL));
  end (gone);
  play (fixture, 2);
  g_assert_nonnull (gyre_executive_read (fixture->executive, collector->handle, 0, NULL));
  end (collector);
}

static gpointer
request_from_outside (gpointer data)
{
  Fixture *fixture = data;
  GError *error = NULL;

  g_assert_null (gyre_executive_request (fixture->executive, 0, 1, 0, "", 0, -1, &error));
  return error;
}

static void
test_another_thread_can_not_ask (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_step (fixture->executive, NULL));
  error = g_thread_join (g_thread_new ("other", request_from_outside, fixture));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD);
}

#define ADD(path, function) g_test_add ("/executive/request/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-request-gets-its-reply", test_a_request_gets_its_reply);
  ADD ("a-number-is-answered-in-a-later-frame", test_a_number_is_answered_in_a_later_frame);
  ADD ("a-plain-message-has-no-number-to-answer", test_a_plain_message_has_no_number_to_answer);
  ADD ("the-number-of-who-has-ended-is-an-error", test_the_number_of_who_has_ended_is_an_error);
  ADD ("patience-ends", test_patience_ends);
  ADD ("what-is-published-comes-to-all-subscribers", test_what_is_published_comes_to_all_subscribers);
  ADD ("a-collector-gets-what-reached-nobody", test_a_collector_gets_what_reached_nobody);
  ADD ("another-thread-can-not-ask", test_another_thread_can_not_ask);
  return g_test_run ();
}
