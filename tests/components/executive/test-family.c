/* test-family.c: From a family to its class
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "classes.h"
#include "gyre-executive.h"

static void
test_find_family (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;
  GyreRequirement *record = gyre_executive_find_family (executive, "test.shapes.ball", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gyre_requirement_get_family (record), ==, "test.shapes.ball");
  g_assert_null (gyre_executive_find_family (executive, "test.shapes.bal", &error));
  g_assert_cmpstr (error->message, ==, "no family 'test.shapes.bal'; did you mean 'test.shapes.ball'?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classes_define_all ();
  g_test_add_func ("/executive/family/known-family-is-found", test_find_family);
  return g_test_run ();
}
