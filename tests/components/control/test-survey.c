/* test-survey.c: What lives and runs in an executive at this moment
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "control-fixture.h"
#include "gyre-survey-private.h"

static GVariant *
get_element (GVariant *list, const char *name, guint index)
{
  g_autoptr (GVariant) elements = g_variant_lookup_value (list, name, G_VARIANT_TYPE ("av"));
  g_autoptr (GVariant) boxed = g_variant_get_child_value (elements, index);

  return g_variant_get_variant (boxed);
}

static guint64
get_number (GVariant *fields, const char *name)
{
  guint64 number = G_MAXUINT64;

  g_assert_true (g_variant_lookup (fields, name, "t", &number));
  return number;
}

static void
test_processes_have_names_states_and_accounts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) survey = NULL;
  guint n_seen = 0;

  gyre_executive_set_pace (fixture->executive, GYRE_PACE_FASTEST, 0);
  g_assert_true (gyre_executive_run_frames (fixture->executive, 3, NULL));
  g_assert_true (gyre_component_pause (fixture->second, NULL));
  gyre_component_send_to (fixture->first, "first", "abcd", 4, NULL);
  gyre_executive_step (fixture->executive, NULL);
  survey = g_variant_ref_sink (gyre_survey_processes (fixture->executive, 10));
  g_assert_cmpuint (get_number (survey, "frame"), ==, 4);
  g_assert_cmpuint (get_number (survey, "n-processes"), ==, 2);
  g_assert_cmpuint (get_number (survey, "runs"), ==, 7);
  for (guint index = 0; index < 2; index++)
    {
      g_autoptr (GVariant) process = get_element (survey, "processes", index);
      const char *name, *state;

      g_variant_lookup (process, "name", "m&s", &name);
      g_variant_lookup (process, "state", "m&s", &state);
      n_seen += g_str_equal (name, "first");
      g_assert_cmpstr (state, ==, g_str_equal (name, "first") ? "running" : "paused");
      g_assert_cmpuint (get_number (process, "runs"), ==, g_str_equal (name, "first") ? 4 : 3);
      g_assert_cmpuint (get_number (process, "waiting-bytes"), ==, g_str_equal (name, "first") ? 4 : 0);
    }
  g_assert_cmpuint (n_seen, ==, 1);
}

static void
test_a_limit_shortens_the_list_and_not_the_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) processes = g_variant_ref_sink (gyre_survey_processes (fixture->executive, 1));
  g_autoptr (GVariant) components = g_variant_ref_sink (gyre_survey_components (fixture->executive, 1));
  g_autoptr (GVariant) shown = g_variant_lookup_value (processes, "processes", NULL);
  g_autoptr (GVariant) listed = g_variant_lookup_value (components, "components", NULL);

  g_assert_cmpuint (g_variant_n_children (shown), ==, 1);
  g_assert_cmpuint (get_number (processes, "n-processes"), ==, 2);
  g_assert_cmpuint (g_variant_n_children (listed), ==, 1);
  g_assert_cmpuint (get_number (components, "n-components"), ==, 2);
}

static void
test_components_of_another_executive_are_not_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) other = gyre_executive_new ();
  g_autoptr (GVariant) components = g_variant_ref_sink (gyre_survey_components (other, 10));

  g_assert_cmpuint (get_number (components, "n-components"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/control/survey/processes-have-names-states-and-accounts", Fixture, NULL, set_up,
              test_processes_have_names_states_and_accounts, tear_down);
  g_test_add ("/control/survey/a-limit-shortens-the-list-and-not-the-number", Fixture, NULL, set_up,
              test_a_limit_shortens_the_list_and_not_the_number, tear_down);
  g_test_add ("/control/survey/components-of-another-executive-are-not-listed", Fixture, NULL, set_up,
              test_components_of_another_executive_are_not_listed, tear_down);
  return g_test_run ();
}
