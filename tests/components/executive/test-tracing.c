/* test-tracing.c: Writing down what an executive does
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-alerting.h"
#include "gyre-post.h"
#include "gyre-send.h"
#include "gyre-tracing.h"

#include <glib/gstdio.h>

static char *
dup_path (const char *name)
{
  return g_strdup_printf ("%s/gyre-tracing-%d-%s.json", g_get_tmp_dir (), (int) getpid (), name);
}

static char *
take_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return text;
}

static guint
count (const char *text, const char *part)
{
  guint n_found = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n_found++;
  return n_found;
}

static void
send_letter (Thing *thing)
{
  gyre_executive_send (thing->fixture->executive, thing->handle, thing->handle, g_quark_from_static_string ("letter"), "abc", 3,
                       GYRE_MESSAGE_SAME_FRAME, NULL);
}

static void
test_frames_runs_instructions_messages_and_alerts_are_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ("all");
  g_autofree char *text = NULL;
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("b", "ring", NULL, 0);
  Thing *first = launch (fixture, 'a', EVERY);
  Thing *second;

  first->act = send_letter;
  g_assert_true (gyre_executive_begin_trace (fixture->executive, path, NULL));
  second = add (fixture, 'b');
  gyre_executive_post (fixture->executive, instruction, 0, NULL);
  play (fixture, 2);
  gyre_executive_alert (fixture->executive, GYRE_ALERT_NOTICE, "it is %d o'clock", 3);
  g_assert_true (gyre_executive_end_trace (fixture->executive, NULL));
  play (fixture, 2);
  text = take_file (path);
  g_assert_cmpuint (count (text, "\"cat\":\"frame\""), ==, 2);
  g_assert_cmpuint (count (text, "\"cat\":\"run\",\"name\":\"run\""), ==, 2);
  g_assert_cmpuint (count (text, "\"cat\":\"instruction\",\"name\":\"ring\""), ==, 1);
  g_assert_cmpuint (count (text, "\"cat\":\"message\",\"name\":\"letter\",\"args\":{\"bytes\":3,\"sender\":\"a\"}"), ==, 2);
  g_assert_cmpuint (count (text, "it is 3 o'clock"), ==, 1);
  g_assert_cmpuint (count (text, "{\"name\":\"a\"}"), ==, 1);
  g_assert_cmpuint (count (text, "{\"name\":\"b\"}"), ==, 1);
  g_assert_cmpuint (count (text, "\"ph\":\"B\""), ==, count (text, "\"ph\":\"E\""));
  end (first);
  end (second);
}

/* A process can end in its own run, and its record go to somebody else. */
static void
end_itself (Thing *thing)
{
  end (g_object_ref (thing));
  add (thing->fixture, 'n');
}

static void
test_who_ends_in_its_run_has_an_end_in_the_trace (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ("end");
  g_autofree char *text = NULL;
  Thing *thing = launch (fixture, 'a', EVERY);

  thing->act = end_itself;
  g_assert_true (gyre_executive_begin_trace (fixture->executive, path, NULL));
  play (fixture, 1);
  g_assert_true (gyre_executive_end_trace (fixture->executive, NULL));
  text = take_file (path);
  g_assert_cmpuint (count (text, "\"ph\":\"B\""), ==, 2);
  g_assert_cmpuint (count (text, "\"ph\":\"E\""), ==, 2);
  g_object_unref (thing);
  end (g_hash_table_lookup (fixture->things, "n"));
}

static void
test_there_is_one_trace_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ("one");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_end_trace (fixture->executive, NULL));
  g_assert_true (gyre_executive_begin_trace (fixture->executive, path, NULL));
  g_assert_false (gyre_executive_begin_trace (fixture->executive, path, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_RUNNING);
  g_clear_error (&error);
  g_assert_true (gyre_executive_end_trace (fixture->executive, NULL));
  g_assert_false (gyre_executive_begin_trace (fixture->executive, "/no/such/folder/trace.json", &error));
  g_assert_nonnull (error);
  text = take_file (path);
  g_assert_nonnull (strstr (text, "\n]}\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/executive/tracing/frames-runs-instructions-messages-and-alerts-are-written", Fixture, NULL, set_up,
              test_frames_runs_instructions_messages_and_alerts_are_written, tear_down);
  g_test_add ("/executive/tracing/who-ends-in-its-run-has-an-end-in-the-trace", Fixture, NULL, set_up,
              test_who_ends_in_its_run_has_an_end_in_the_trace, tear_down);
  g_test_add ("/executive/tracing/there-is-one-trace-at-a-time", Fixture, NULL, set_up, test_there_is_one_trace_at_a_time,
              tear_down);
  return g_test_run ();
}
