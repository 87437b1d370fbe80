/* test-described-example.c: A configuration of a class that loads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

static void
example_loads_and_changes_nothing (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreDescription) before = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));
  g_autoptr (GyreDescription) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before->example, ==, "pond.pike:\n    is-hungry = true\n    age = 1\n    food = pond.weed\n");
  g_assert_true (gyre_executive_load_text (executive, "example.pfg", before->example, GYRE_CATEGORY_USER, report, &error));
  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
  after = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));
  for (guint index = 0; index < before->traits->len; index++)
    g_assert_cmpstr (((GyreDescribedTrait *) before->traits->pdata[index])->fallback.text, ==,
                     ((GyreDescribedTrait *) after->traits->pdata[index])->fallback.text);
  pond_end (executive);
}

static void
what_has_no_family_or_no_values_has_no_example (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) food = gyre_description_new (GYRE_REQUIREMENT (gyre_role_get (POND_TYPE_FOOD)));
  g_autoptr (GyreDescription) root = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (G_TYPE_OBJECT)));

  g_assert_null (food->example);
  g_assert_null (root->example);
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described-example/example-loads-and-changes-nothing", example_loads_and_changes_nothing);
  g_test_add_func ("/documentation/described-example/what-has-no-family-or-no-values-has-no-example", what_has_no_family_or_no_values_has_no_example);
  return g_test_run ();
}
