/* test-landscape.c: The components that live in an executive, and how they hang together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "control-fixture.h"
#include "gyre-binding.h"
#include "gyre-communication.h"
#include "gyre-deletion.h"
#include "gyre-landscape.h"
#include "gyre-member.h"
#include "gyre-routes.h"
#include "gyre-running.h"
#include "gyre-tree.h"

#define TEST_TYPE_CRANE (test_crane_get_type ())
G_DECLARE_FINAL_TYPE (TestCrane, test_crane, TEST, CRANE, GyreComponent)

struct _TestCrane
{
  GyreComponent parent_instance;

  TestWorker *driver;
  gint64 load;
};

GYRE_DEFINE_COMPONENT (TestCrane, test_crane, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_facility (driver, test_worker, "test.worker", .nullable = true),
    gyre_integer (load, 1)),
  GYRE_BEHAVIORS (),
  .family = "test.crane")

/* The lines, each as `kind from to label count`. */
static GStrv
list_lines (GVariant *landscape)
{
  g_autoptr (GVariant) components = g_variant_lookup_value (landscape, "components", G_VARIANT_TYPE ("a(smssmsttttt)"));
  g_autoptr (GVariant) lines = g_variant_lookup_value (landscape, "lines", G_VARIANT_TYPE ("a(suust)"));
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (gsize index = 0; index < g_variant_n_children (lines); index++)
    {
      const char *kind, *label, *names[2];
      guint numbers[2];
      guint64 count;
      g_autofree char *text = NULL;

      g_variant_get_child (lines, index, "(&suu&st)", &kind, &numbers[0], &numbers[1], &label, &count);
      for (guint end = 0; end < 2; end++)
        g_variant_get_child (components, numbers[end], "(&sm&s&sm&sttttt)", &names[end], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
      text = g_strdup_printf ("%s %s %s %s %d", kind, names[0], names[1], label, (int) count);
      g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

static void
test_children_facilities_bindings_and_messages_are_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) crane = gyre_component_new (TEST_TYPE_CRANE, "crane", &error, NULL);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  g_autoptr (GVariant) plans = NULL;
  g_auto (GStrv) lines = NULL;
  guint number;
  const char *trait, *text;

  g_assert_no_error (error);
  g_assert_true (gyre_component_adopt (crane, fixture->first, &error));
  g_assert_true (gyre_component_set_text (crane, "load", "{first.size} * 2", &error));
  before = gyre_executive_dup_landscape (fixture->executive, 100);
  plans = g_variant_lookup_value (before, "plans", G_VARIANT_TYPE ("a(uss)"));
  g_assert_cmpuint (g_variant_n_children (plans), ==, 1);
  g_variant_get_child (plans, 0, "(u&s&s)", &number, &trait, &text);
  g_assert_cmpstr (trait, ==, "driver");
  g_assert_cmpstr (text, ==, "test.worker");
  g_assert_nonnull (gyre_component_get_object (crane, "driver", &error));
  gyre_executive_count_routes (fixture->executive, G_GINT64_CONSTANT (100) * 1000 * 1000 * 1000);
  gyre_component_send_to (fixture->first, "crane", "abcd", 4, &error);
  gyre_component_send_to (fixture->first, "crane", "abcd", 4, &error);
  g_assert_no_error (error);
  gyre_executive_step (fixture->executive, NULL);
  after = gyre_executive_dup_landscape (fixture->executive, 100);
  lines = list_lines (after);
  g_assert_true (g_strv_contains ((const char * const *) lines, "child crane first  0"));
  g_assert_true (g_strv_contains ((const char * const *) lines, "facility crane crane.driver driver 0"));
  g_assert_true (g_strv_contains ((const char * const *) lines, "follows crane first load ← size 0"));
  g_assert_true (g_strv_contains ((const char * const *) lines, "messages first crane  2"));
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  gyre_component_delete (crane);
}

/* Who looks does not change what is there. */
static void
test_nothing_is_built_to_be_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) crane = gyre_component_new (TEST_TYPE_CRANE, "crane", &error, NULL);
  guint64 n_components = 0;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GVariant) landscape = gyre_executive_dup_landscape (fixture->executive, 100);

      g_assert_true (g_variant_lookup (landscape, "n-components", "t", &n_components));
      g_assert_cmpuint (n_components, ==, 3);
    }
}

static void
test_a_limit_leaves_out_lines_to_those_it_leaves_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) landscape = NULL;
  g_auto (GStrv) lines = NULL;
  guint64 n_components = 0;

  g_assert_true (gyre_component_adopt (fixture->second, fixture->first, NULL));
  landscape = gyre_executive_dup_landscape (fixture->executive, 1);
  lines = list_lines (landscape);
  g_assert_cmpuint (g_strv_length (lines), ==, 0);
  g_assert_true (g_variant_lookup (landscape, "n-components", "t", &n_components));
  g_assert_cmpuint (n_components, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/control/landscape/children-facilities-bindings-and-messages-are-lines", Fixture, NULL, set_up,
              test_children_facilities_bindings_and_messages_are_lines, tear_down);
  g_test_add ("/control/landscape/nothing-is-built-to-be-seen", Fixture, NULL, set_up, test_nothing_is_built_to_be_seen, tear_down);
  g_test_add ("/control/landscape/a-limit-leaves-out-lines-to-those-it-leaves-out", Fixture, NULL, set_up,
              test_a_limit_leaves_out_lines_to_those_it_leaves_out, tear_down);
  return g_test_run ();
}
