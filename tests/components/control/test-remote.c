/* test-remote.c: Another program that runs, reached from this one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "control-fixture.h"
#include "gyre-listening.h"
#include "gyre-remote.h"

static void
ask_all (GyreExecutive *executive, GThread *own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreRemote) remote = gyre_remote_new (NULL, &error);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) long_answer = NULL;
  const char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (gyre_remote_get_name (remote), ==, "fixture");
  g_assert_cmpint (gyre_remote_get_process (remote), ==, getpid ());
  answer = gyre_remote_ask (remote, "call", (const char * const []) { "first", "twice", "8", NULL }, NULL, &error);
  g_assert_no_error (error);
  g_variant_lookup (answer, "text", "m&s", &text);
  g_assert_cmpstr (text, ==, "16");
  g_assert_null (gyre_remote_ask (remote, "call", (const char * const []) { "first", "fail", NULL }, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);
  long_answer = gyre_remote_ask (remote, "call", (const char * const []) { "first", "talk", "10000000", NULL }, NULL, &error);
  g_assert_no_error (error);
  g_variant_lookup (long_answer, "text", "m&s", &text);
  g_assert_cmpuint (strlen (text), ==, 10000000);
  g_assert_null (gyre_remote_ask (remote, "call", (const char * const []) { "first", "talk", "70000000", NULL }, NULL, &error));
  g_assert_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION);
  g_clear_error (&error);
  g_assert_null (gyre_remote_ask (remote, "set", (const char * const []) { "first.size", text, NULL }, NULL, &error));
  g_assert_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION);
}

static gpointer
talk (gpointer data)
{
  GyreExecutive *executive = data;

  ask_all (executive, NULL);
  gyre_executive_stop (executive);
  return NULL;
}

static void
test_answers_and_errors_come_from_the_thread_of_the_executive (Fixture *fixture, gconstpointer data)
{
  GThread *thread;

  g_assert_true (gyre_executive_listen (fixture->executive, "fixture", NULL));
  thread = g_thread_new ("talk", talk, fixture->executive);
  g_assert_true (gyre_executive_run (fixture->executive, NULL));
  g_thread_join (thread);
  g_assert_true (((TestWorker *) fixture->first)->thread == g_thread_self ());
  gyre_executive_end_listening (fixture->executive);
}

/* It says so after a while, and nothing happens later. */
static void
test_an_executive_that_nobody_runs_does_not_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreRemote) remote = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_listen (fixture->executive, "fixture", NULL));
  remote = gyre_remote_new ("fixture", &error);
  g_assert_no_error (error);
  g_assert_null (gyre_remote_ask (remote, "set", (const char * const []) { "first.size", "9", NULL }, NULL, &error));
  g_assert_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "does not come to it"));
  gyre_executive_step (fixture->executive, NULL);
  g_assert_cmpint (((TestWorker *) fixture->first)->size, ==, 3);
}

static void
test_a_program_that_ends_is_unreachable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreRemote) remote = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_listen (fixture->executive, "fixture", NULL));
  remote = gyre_remote_new ("fixture", NULL);
  g_assert_nonnull (remote);
  gyre_executive_end_listening (fixture->executive);
  for (guint index = 0; index < 2; index++)
    {
      g_assert_null (gyre_remote_ask (remote, "list", NULL, NULL, &error));
      g_assert_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE);
      g_clear_error (&error);
    }
  g_assert_null (gyre_remote_new ("fixture", &error));
  g_assert_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/control/remote/answers-and-errors-come-from-the-thread-of-the-executive", Fixture, NULL, set_up,
              test_answers_and_errors_come_from_the_thread_of_the_executive, tear_down);
  g_test_add ("/control/remote/an-executive-that-nobody-runs-does-not-answer", Fixture, NULL, set_up,
              test_an_executive_that_nobody_runs_does_not_answer, tear_down);
  g_test_add ("/control/remote/a-program-that-ends-is-unreachable", Fixture, NULL, set_up,
              test_a_program_that_ends_is_unreachable, tear_down);
  return g_test_run ();
}
