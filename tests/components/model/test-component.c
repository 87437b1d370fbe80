/* test-component.c: The root of all component classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

static void
test_what_it_is (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "what");
  g_autoptr (TestBall) unnamed = test_new (TEST_TYPE_BALL, NULL);
  g_autofree char *first = gyre_component_dup_specification (GYRE_COMPONENT (ball));
  g_autofree char *second = gyre_component_dup_specification (GYRE_COMPONENT (unnamed));
  g_autofree char *name = NULL;
  g_autoptr (GyreLocator) place = gyre_component_dup_locator (GYRE_COMPONENT (ball));

  g_assert_cmpstr (first, ==, "test.shapes.ball#what");
  g_assert_cmpstr (second, ==, "test.shapes.ball");
  g_assert_cmpstr (gyre_component_get_family (GYRE_COMPONENT (ball)), ==, "test.shapes.ball");
  g_assert_true (gyre_component_get_actor (GYRE_COMPONENT (ball)) == gyre_actor_get (TEST_TYPE_BALL));
  g_assert_true (gyre_component_get_executive (GYRE_COMPONENT (ball)) == gyre_executive_get_default ());
  g_object_get (ball, "name", &name, NULL);
  g_assert_cmpstr (name, ==, "what");
  g_assert_nonnull (place);
}

static void
test_properties (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);
  g_autoptr (GObject) shape = NULL;
  g_autofree char *label = NULL;
  double radius = 0;

  g_object_set (ball, "radius", 3.0, "label", "new", NULL);
  g_object_get (ball, "radius", &radius, "label", &label, NULL);
  g_assert_cmpfloat (radius, ==, 3);
  g_assert_cmpstr (label, ==, "new");
  g_object_get (host, "shape", &shape, NULL);
  g_assert_true (TEST_IS_BALL (shape));
}

static void
test_end (void)
{
  TestBall *ball = test_new (TEST_TYPE_BALL, "ending");
  GyreNameserver *nameserver = gyre_executive_get_nameserver (gyre_executive_get_default ());
  GObject *found;

  g_object_run_dispose (G_OBJECT (ball));
  found = gyre_nameserver_find (nameserver, "ending");
  g_assert_null (found);
  g_assert_true (test_ball_set_radius (ball, 2, NULL));
  g_object_unref (ball);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/component/knows-what-it-is", test_what_it_is);
  g_test_add_func ("/model/component/traits-are-properties", test_properties);
  g_test_add_func ("/model/component/disposed-of-it-has-no-name-and-does-not-crash", test_end);
  return g_test_run ();
}
