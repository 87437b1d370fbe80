/* test-send.c: Messages of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-send.h"

static char *
read_text (Fixture *fixture, Thing *thing)
{
  GyreMessage *message = gyre_executive_read (fixture->executive, thing->handle, 0, NULL);
  gsize size;
  const char *data = message != NULL ? gyre_message_get_data (message, &size) : NULL;

  return message != NULL ? g_strndup (data, size) : NULL;
}

#define ASSERT_READ(fixture, thing, expected) \
  G_STMT_START { \
    g_autofree char *text = read_text (fixture, thing); \
    g_assert_cmpstr (text, ==, expected); \
  } G_STMT_END

static gboolean
send (Fixture *fixture, Thing *receiver, const char *text, GError **error)
{
  return gyre_executive_send (fixture->executive, GYRE_HANDLE_NONE, receiver->handle, 0, text, strlen (text), 0, error);
}

/* As in the founding document: no machine runs. */
static void
test_what_is_sent_can_be_read_without_a_frame (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');

  g_assert_true (send (fixture, thing, "this is a test message!", NULL));
  g_assert_true (send (fixture, thing, "", NULL));
  g_assert_true (send (fixture, thing, "delimiter", NULL));
  ASSERT_READ (fixture, thing, "this is a test message!");
  ASSERT_READ (fixture, thing, "");
  ASSERT_READ (fixture, thing, "delimiter");
  ASSERT_READ (fixture, thing, NULL);
  end (thing);
}

static void
test_a_full_mailbox_refuses_and_keeps_what_it_has (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  char text[1001];
  g_autoptr (GError) error = NULL;
  guint n_read = 0;

  memset (text, 'x', 1000);
  text[1000] = '\0';
  for (guint index = 0; index < 8; index++)
    g_assert_true (send (fixture, thing, text, NULL));
  g_assert_false (send (fixture, thing, text, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  while (gyre_executive_read (fixture->executive, thing->handle, 0, NULL) != NULL)
    n_read++;
  g_assert_cmpuint (n_read, ==, 8);
  g_assert_true (send (fixture, thing, text, NULL));
  end (thing);
}

static void
test_a_mailbox_can_be_changed (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_set_mailbox (fixture->executive, thing->handle, 4, GYRE_MAILBOX_DROP_OLDEST, 0, NULL));
  g_assert_true (send (fixture, thing, "abc", NULL));
  g_assert_true (send (fixture, thing, "def", NULL));
  ASSERT_READ (fixture, thing, "def");
  ASSERT_READ (fixture, thing, NULL);
  g_assert_false (send (fixture, thing, "too long", &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE);
  end (thing);
}

static void
test_who_has_ended_gets_nothing (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  GyreHandle handle = thing->handle;
  g_autoptr (GError) error = NULL;
  GyreMessageCounts counts;

  g_assert_true (send (fixture, thing, "last words", NULL));
  end (thing);
  g_assert_false (gyre_executive_send (fixture->executive, 0, handle, 0, "x", 1, 0, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  play (fixture, 1);
  gyre_executive_get_message_counts (fixture->executive, &counts);
  g_assert_cmpuint (counts.sent, ==, 1);
  g_assert_cmpuint (counts.dead, ==, 1);
}

static void
test_a_value_is_sent_with_its_type (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  GyreMessage *message;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gyre_executive_send_variant (fixture->executive, 0, thing->handle, 7, g_variant_new ("(si)", "bell", 3), 0, NULL));
  message = gyre_executive_read (fixture->executive, thing->handle, 7, NULL);
  g_assert_nonnull (message);
  value = gyre_message_dup_variant (message, NULL);
  text = g_variant_print (value, TRUE);
  g_assert_cmpstr (text, ==, "('bell', 3)");
  end (thing);
}

typedef struct
{
  Fixture *fixture;
  Thing *thing;
} Sender;

static gpointer
send_numbers (gpointer data)
{
  Sender *sender = data;

  for (guint number = 0; number < 3000;)
    {
      GBytes *messages[10];
      guint n_messages = number % 7 + 1, n_sent;

      for (guint index = 0; index < n_messages; index++)
        {
          guint value = number + index;
          messages[index] = g_bytes_new (&value, sizeof value);
        }
      n_sent = gyre_executive_send_many (sender->fixture->executive, sender->thing->handle, sender->thing->handle, 0, messages,
                                         n_messages, 0, NULL);
      number += n_sent;
      for (guint index = 0; index < n_messages; index++)
        g_bytes_unref (messages[index]);
      if (n_sent < n_messages)
        g_usleep (100);
    }
  return NULL;
}

static void
test_another_thread_sends_in_order (Fixture *fixture, gconstpointer data)
{
  Sender sender = { fixture, add (fixture, 'a') };
  GThread *thread;
  guint expected = 0;

  g_assert_true (gyre_executive_acquire (fixture->executive, NULL));
  thread = g_thread_new ("sender", send_numbers, &sender);
  while (expected < 3000)
    {
      GyreMessage *message = gyre_executive_read (fixture->executive, sender.thing->handle, 0, NULL);
      gsize size;

      if (message == NULL)
        continue;
      g_assert_cmpuint (*(const guint *) gyre_message_get_data (message, &size), ==, expected);
      g_assert_cmpuint (size, ==, sizeof (guint));
      g_assert_cmpuint (gyre_message_get_sender (message), ==, sender.thing->handle);
      expected++;
    }
  g_thread_join (thread);
  end (sender.thing);
}

#define ADD(path, function) g_test_add ("/executive/send/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-sent-can-be-read-without-a-frame", test_what_is_sent_can_be_read_without_a_frame);
  ADD ("a-full-mailbox-refuses-and-keeps-what-it-has", test_a_full_mailbox_refuses_and_keeps_what_it_has);
  ADD ("a-mailbox-can-be-changed", test_a_mailbox_can_be_changed);
  ADD ("who-has-ended-gets-nothing", test_who_has_ended_gets_nothing);
  ADD ("a-value-is-sent-with-its-type", test_a_value_is_sent_with_its_type);
  ADD ("another-thread-sends-in-order", test_another_thread_sends_in_order);
  return g_test_run ();
}
