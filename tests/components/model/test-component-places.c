/* test-component-places.c: Where the values of a component were said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

static void
test_trait (void)
{
  g_autoptr (TestBall) ball = NULL;

  test_load ("places-ball.radius = 4\n");
  ball = test_new (TEST_TYPE_BALL, "places-ball");
  test_assert_place (ball, "r", "test.pfg:1:22");
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_USER);
  g_assert_cmpint (test_category_of (ball, "label"), ==, GYRE_CATEGORY_DEFAULTS);
}

static void
test_attribute (void)
{
  g_autoptr (TestOpen) plain = NULL;
  g_autoptr (TestOpen) named = NULL;

  test_load ("test.open.height = 2\nplaces-open.height = 3\n");
  plain = test_new (TEST_TYPE_OPEN, NULL);
  named = test_new (TEST_TYPE_OPEN, "places-open");
  test_assert_family_place (plain, "height", "test.pfg:1:20");
  test_assert_place (named, "height", "test.pfg:2:22");
  g_assert_cmpint (test_category_of (named, "height"), ==, GYRE_CATEGORY_USER);
  test_set_text (named, "height", "4");
  g_assert_cmpint (test_category_of (named, "height"), ==, GYRE_CATEGORY_EXPLICIT);
}

static void
test_unknown (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GError) error = NULL;
  GyrePriority priority;

  g_assert_null (gyre_component_dup_value_locator (GYRE_COMPONENT (ball), "radios", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "radius");
  g_assert_false (gyre_component_get_value_priority (GYRE_COMPONENT (open), "weigth", &priority, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "no attribute 'weigth'", "weight");
  g_assert_null (gyre_component_dup_value_locator (GYRE_COMPONENT (ball), "measure", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "behavior");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/component-places/trait-knows-where-it-was-said", test_trait);
  g_test_add_func ("/model/component-places/attribute-knows-where-it-was-said", test_attribute);
  g_test_add_func ("/model/component-places/unknown-name-is-an-error", test_unknown);
  return g_test_run ();
}
