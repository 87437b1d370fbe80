/* test-inquiry.c: What can be asked of an executive, and its answers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "control-fixture.h"
#include "gyre-inquiry-private.h"
#include "gyre-remote.h"

/* The answer as text; or domain and message of the error. */
static char *
ask (Fixture *fixture, const char *verb, const char *words)
{
  g_auto (GStrv) split = *words != '\0' ? g_strsplit (words, " ", -1) : g_new0 (char *, 1);
  g_autoptr (GVariant) question = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) result = NULL;
  g_autoptr (GError) error = NULL;
  GVariantDict entries;

  g_variant_dict_init (&entries, NULL);
  g_variant_dict_insert (&entries, "verb", "s", verb);
  g_variant_dict_insert_value (&entries, "words", g_variant_new_strv ((const char * const *) split, -1));
  question = g_variant_ref_sink (g_variant_dict_end (&entries));
  answer = g_variant_ref_sink (gyre_inquiry_answer (fixture->executive, question));
  result = gyre_inquiry_get_result (answer, &error);
  return result != NULL ? g_variant_print (result, FALSE)
                        : g_strdup_printf ("%s %d %s", g_quark_to_string (error->domain), error->code, error->message);
}

static void
assert_answer (Fixture *fixture, const char *verb, const char *words, const char *expected)
{
  g_autofree char *found = ask (fixture, verb, words);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_values_are_read_and_set (Fixture *fixture, gconstpointer data)
{
  assert_answer (fixture, "get", "first.size", "{'value': <int64 3>, 'text': <@ms '3'>}");
  assert_answer (fixture, "set", "first.size 4", "{'value': <int64 4>, 'text': <@ms '4'>}");
  assert_answer (fixture, "get", "TestWorker0.size", "gyre-component-error-quark 0 there is no component 'TestWorker0'");
  assert_answer (fixture, "get", "TestWorker1.size", "{'value': <int64 3>, 'text': <@ms '3'>}");
}

static void
test_errors_are_those_of_the_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *refused = ask (fixture, "set", "first.size 11");
  g_autofree char *failed = ask (fixture, "call", "first fail");
  g_autofree char *unknown = ask (fixture, "get", "first.sise");

  g_assert_true (g_str_has_prefix (refused, "gyre-component-error-quark 4 first.size: must be at least 0"));
  g_assert_cmpstr (failed, ==, "g-io-error-quark 26 it is \"busy\"");
  g_assert_nonnull (strstr (unknown, "did you mean 'size'?"));
  assert_answer (fixture, "get", "first.run", "gyre-component-error-quark 0 first.run is a behavior and has no value");
  assert_answer (fixture, "call", "first size", "gyre-component-error-quark 0 first.size is no behavior and can't be called");
}

static void
test_no_secret_goes_out (Fixture *fixture, gconstpointer data)
{
  static const char * const questions[][2] = {
    { "get", "first.password" }, { "inspect", "first" }, { "list", "" }, { "top", "" }, { "set", "first.password open-it" },
    { "inspect", "first" },
  };

  for (guint index = 0; index < G_N_ELEMENTS (questions); index++)
    {
      g_autofree char *found = ask (fixture, questions[index][0], questions[index][1]);

      g_assert_null (strstr (found, "sesame"));
      g_assert_null (strstr (found, "open-it"));
    }
  g_assert_cmpstr (((TestWorker *) fixture->first)->password, ==, "open-it");
}

static void
test_behaviors_are_called_and_posted (Fixture *fixture, gconstpointer data)
{
  assert_answer (fixture, "call", "first twice 21", "{'value': <int64 42>, 'text': <@ms '42'>}");
  ((TestWorker *) fixture->first)->thread = NULL;
  g_free (ask (fixture, "post", "first twice 4"));
  g_assert_null (((TestWorker *) fixture->first)->thread);
  g_assert_true (gyre_executive_step (fixture->executive, NULL));
  g_assert_nonnull (((TestWorker *) fixture->first)->thread);
}

static void
test_processes_are_paused_and_go_on (Fixture *fixture, gconstpointer data)
{
  assert_answer (fixture, "pause", "first", "{'state': <'paused'>}");
  gyre_executive_step (fixture->executive, NULL);
  g_assert_cmpint (((TestWorker *) fixture->first)->count, ==, 0);
  assert_answer (fixture, "resume", "first", "{'state': <'running'>}");
  gyre_executive_step (fixture->executive, NULL);
  g_assert_cmpint (((TestWorker *) fixture->first)->count, ==, 1);
}

static void
test_what_is_no_question_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) odd = g_variant_ref_sink (g_variant_new_parsed ("{'verb': <3>, 'words': <'x'>, 'limit': <'many'>}"));
  g_autoptr (GVariant) answer = g_variant_ref_sink (gyre_inquiry_answer (fixture->executive, odd));
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_inquiry_get_result (answer, &error));
  g_assert_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION);
  assert_answer (fixture, "get", "", "gyre-remote-error-quark 3 get: 0 words are not as many as it takes");
  assert_answer (fixture, "get", "first", "gyre-remote-error-quark 3 'first': a trait is written NAME.TRAIT");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/control/inquiry/values-are-read-and-set", Fixture, NULL, set_up, test_values_are_read_and_set, tear_down);
  g_test_add ("/control/inquiry/errors-are-those-of-the-library", Fixture, NULL, set_up, test_errors_are_those_of_the_library, tear_down);
  g_test_add ("/control/inquiry/no-secret-goes-out", Fixture, NULL, set_up, test_no_secret_goes_out, tear_down);
  g_test_add ("/control/inquiry/behaviors-are-called-and-posted", Fixture, NULL, set_up, test_behaviors_are_called_and_posted, tear_down);
  g_test_add ("/control/inquiry/processes-are-paused-and-go-on", Fixture, NULL, set_up, test_processes_are_paused_and_go_on, tear_down);
  g_test_add ("/control/inquiry/what-is-no-question-is-told", Fixture, NULL, set_up, test_what_is_no_question_is_told, tear_down);
  return g_test_run ();
}
