/* test-caller.c: Somebody who is connected to a program that listens
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "control-fixture.h"
#include "gyre-caller-private.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct
{
  Fixture fixture;
  GyreBell *bell;
  GyreCaller *caller;
  int other;                    /* the end of who calls */
} Call;

static void
begin (Call *call, gconstpointer data)
{
  int ends[2];

  set_up (&call->fixture, data);
  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends), ==, 0);
  call->bell = gyre_bell_new ();
  call->caller = gyre_caller_new (ends[0], gyre_executive_get_shard (call->fixture.executive), call->bell);
  call->other = ends[1];
}

static void
finish (Call *call, gconstpointer data)
{
  g_clear_pointer (&call->caller, gyre_caller_free);
  gyre_bell_unref (call->bell);
  close (call->other);
  tear_down (&call->fixture, data);
}

static void
say (Call *call, const char *verb, const char *word)
{
  const char *words[] = { word, NULL };
  g_autoptr (GBytes) bytes = NULL;
  GVariantDict question;
  gsize length;

  g_variant_dict_init (&question, NULL);
  g_variant_dict_insert (&question, "verb", "s", verb);
  g_variant_dict_insert_value (&question, "words", g_variant_new_strv (words, word != NULL ? 1 : 0));
  bytes = gyre_packet_write (g_variant_dict_end (&question));
  length = g_bytes_get_size (bytes);
  g_assert_cmpint (send (call->other, g_bytes_get_data (bytes, NULL), length, 0), ==, length);
}

static gboolean
go_on (Call *call)
{
  GPollFD descriptor;
  gint64 deadline;

  gyre_caller_prepare (call->caller, &descriptor, &deadline);
  g_poll (&descriptor, 1, 0);
  return gyre_caller_go_on (call->caller, descriptor.revents);
}

static void
test_an_answer_is_made_in_the_executive_and_waited_for (Call *call, gconstpointer data)
{
  char answer[4096];

  g_assert_true (gyre_caller_is_idle (call->caller));
  say (call, "get", "first.size");
  while (recv (call->other, answer, sizeof answer, MSG_PEEK) < 0)
    {
      g_assert_true (go_on (call));
      g_assert_true (gyre_executive_step (call->fixture.executive, NULL));
    }
  g_assert_cmpint (recv (call->other, answer, sizeof answer, 0), >, 8);
  g_assert_true (memcmp (answer, "gyr1", 4) == 0);
  g_assert_true (gyre_caller_is_idle (call->caller));
}

/* While it waits nothing more is read: who asks and asks fills no memory but his own. */
static void
test_one_question_at_a_time (Call *call, gconstpointer data)
{
  GPollFD descriptor;
  gint64 deadline;

  say (call, "get", "first.size");
  say (call, "get", "first.size");
  for (guint index = 0; index < 4; index++)
    g_assert_true (go_on (call));
  gyre_caller_prepare (call->caller, &descriptor, &deadline);
  g_assert_cmpuint (descriptor.events, ==, 0);
  g_assert_cmpint (deadline, <, G_MAXINT64);
}

static void
test_who_goes_while_the_answer_is_made_is_forgotten (Call *call, gconstpointer data)
{
  say (call, "set", "first.size");
  for (guint index = 0; index < 4; index++)
    g_assert_true (go_on (call));
  g_clear_pointer (&call->caller, gyre_caller_free);
  g_assert_true (gyre_executive_step (call->fixture.executive, NULL));
}

static void
test_garbage_ends_it (Call *call, gconstpointer data)
{
  g_assert_cmpint (send (call->other, "hello there, how are you?", 25, 0), ==, 25);
  g_assert_false (go_on (call));
}

static void
test_who_hangs_up_is_let_go (Call *call, gconstpointer data)
{
  g_assert_cmpint (send (call->other, "gyr", 3, 0), ==, 3);
  g_assert_true (go_on (call));
  g_assert_false (gyre_caller_is_idle (call->caller));
  shutdown (call->other, SHUT_RDWR);
  g_assert_false (go_on (call));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/control/caller/an-answer-is-made-in-the-executive-and-waited-for", Call, NULL, begin,
              test_an_answer_is_made_in_the_executive_and_waited_for, finish);
  g_test_add ("/control/caller/one-question-at-a-time", Call, NULL, begin, test_one_question_at_a_time, finish);
  g_test_add ("/control/caller/who-goes-while-the-answer-is-made-is-forgotten", Call, NULL, begin,
              test_who_goes_while_the_answer_is_made_is_forgotten, finish);
  g_test_add ("/control/caller/garbage-ends-it", Call, NULL, begin, test_garbage_ends_it, finish);
  g_test_add ("/control/caller/who-hangs-up-is-let-go", Call, NULL, begin, test_who_hangs_up_is_let_go, finish);
  return g_test_run ();
}
