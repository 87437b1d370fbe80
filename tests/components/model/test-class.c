/* test-class.c: The class side of components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

static void
test_errors (void)
{
  GyreActor *ball = gyre_actor_get (TEST_TYPE_BALL);
  GyreActor *host = gyre_actor_get (TEST_TYPE_HOST);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_actor_set_default (ball, "raduis", "1", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "raduis", "did you mean");
  g_assert_false (gyre_actor_set_default (ball, "radius", "-1", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.shapes.ball.radius", "-1");
  g_assert_false (gyre_actor_set_default (ball, "measure", "1", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "behavior");
  g_assert_false (gyre_actor_set_default (host, "shape", "test.stone", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.host.shape");
  g_assert_false (gyre_actor_set_default (gyre_actor_get (G_TYPE_OBJECT), "x", "1", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "GObject");
}

static void
test_default (void)
{
  GyreActor *ball = gyre_actor_get (TEST_TYPE_BALL);
  GyrePriority priority;
  g_autofree char *text = gyre_actor_dup_default (ball, "r", NULL);
  g_autoptr (GyreLocator) locator = gyre_actor_dup_default_locator (ball, "r", NULL);

  g_assert_cmpstr (text, ==, "1");
  g_assert_nonnull (locator);
  g_assert_true (gyre_actor_get_default_priority (ball, "r", &priority, NULL));
  g_assert_cmpint (priority.category, ==, GYRE_CATEGORY_DEFAULTS);
}

static void
test_records (void)
{
  g_assert_null (gyre_actor_get (G_TYPE_INT));
  g_assert_null (gyre_actor_get (G_TYPE_INVALID));
  g_assert_true (gyre_actor_get (TEST_TYPE_BALL) == gyre_actor_peek (TEST_TYPE_BALL));
  g_assert_true (gyre_registrar_find (gyre_registrar_get_default (), "test.shapes.ball")
                 == (GyreRequirement *) gyre_actor_get (TEST_TYPE_BALL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/class/wrong-defaults-are-refused", test_errors);
  g_test_add_func ("/model/class/default-has-text-place-and-weight", test_default);
  g_test_add_func ("/model/class/record-is-one-for-each-class", test_records);
  return g_test_run ();
}
