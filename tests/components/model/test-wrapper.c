/* test-wrapper.c: A component around any object
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "foreign-fixtures.h"

static void
test_identity (void)
{
  TestLamp *lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  GyreComponent *wrapper = test_wrap (lamp, "bedside", FALSE);
  g_autoptr (GyreComponent) again = test_wrap (lamp, "bedside", FALSE);
  g_autoptr (TestLamp) other = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GError) error = NULL;
  gpointer watched = lamp;

  g_assert_true (again == wrapper);
  g_assert_null (gyre_wrapper_new (G_OBJECT (other), "bedside", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "another object");
  g_assert_cmpuint (gyre_component_get_handle (wrapper), !=, GYRE_HANDLE_NONE);
  g_assert_true (gyre_wrapper_get_object (GYRE_WRAPPER (wrapper)) == G_OBJECT (lamp));
  g_object_add_weak_pointer (G_OBJECT (lamp), &watched);
  g_object_unref (lamp);
  g_assert_nonnull (watched);
  gyre_component_delete (wrapper);
  g_clear_object (&again);
  g_object_unref (wrapper);
  g_assert_null (watched);
}

/* Its own attributes first; what is set stays on it. */
static void
test_wrapper (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, "colour", "red", NULL);
  g_autoptr (GyreComponent) wrapper = test_wrap (lamp, NULL, FALSE);
  g_autoptr (GError) error = NULL;

  test_assert_text (wrapper, "power", "40");
  test_assert_text (wrapper, "colour", "red");
  test_set_text (wrapper, "power", "70");
  test_set_text (wrapper, "place", "bed");
  g_assert_cmpint (lamp->power, ==, 40);
  test_assert_text (wrapper, "power", "70");
  test_assert_attributes (wrapper, "power place colour n-blinks");
  g_assert_true (gyre_component_unset (wrapper, "power", &error));
  test_assert_text (wrapper, "power", "40");
  g_assert_false (gyre_component_unset (wrapper, "power", &error));
  g_assert_nonnull (error);
}

/* The object first; what it does not have stays on the proxy. */
static void
test_proxy (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) proxy = NULL;
  g_autoptr (GError) error = NULL;

  test_load ("desk-lamp.power = 60\ndesk-lamp.place = desk\n");
  proxy = test_wrap (lamp, "desk-lamp", TRUE);
  g_assert_cmpint (lamp->power, ==, 60);
  test_assert_text (proxy, "place", "desk");
  g_assert_cmpint (test_category_of (proxy, "power"), ==, GYRE_CATEGORY_USER);
  g_assert_true (gyre_component_set_integer (proxy, "power", 70, &error));
  g_assert_cmpint (lamp->power, ==, 70);
  test_set_text (proxy, "colour", "blue");
  g_assert_cmpstr (lamp->colour, ==, "blue");
  g_assert_false (gyre_component_set_integer (proxy, "power", 700, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "desk-lamp.power", "100");
  g_assert_false (gyre_component_set_integer (proxy, "n-blinks", 1, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "can't be set");
  g_assert_cmpint (lamp->power, ==, 70);
}

/* What is configured and can't be set is an error, and nothing is left of the proxy. */
static void
test_misconfigured (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GObject) left = NULL;
  g_autoptr (GError) error = NULL;

  test_load ("bad-lamp.power = 1000\n");
  g_assert_null (gyre_proxy_new (G_OBJECT (lamp), "bad-lamp", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "bad-lamp.power", "100");
  left = gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_default ()), "bad-lamp");
  g_assert_null (left);
}

/* A component in a wrapper lends it its behaviors. */
static void
test_behaviors (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreComponent) wrapper = test_wrap (ball, NULL, FALSE);
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  test_ball_set_radius (ball, 4, NULL);
  g_assert_true (gyre_component_call (wrapper, "measure", NULL, 0, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (g_value_get_double (&result), ==, 8);
  g_value_unset (&result);
  g_assert_false (gyre_component_call (wrapper, "measures", NULL, 0, &result, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "measure");
}

static void
test_saved (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreComponent) wrapper = test_wrap (ball, NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = gyre_component_dup_unique_name (wrapper);
  g_autofree char *subject = g_strdup_printf ("gyre.wrapper (%s).object can't be saved", name);

  g_assert_null (gyre_component_take_snapshot (wrapper, GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, subject, "it is a component already",
                     "(use the component itself in place of the wrapper)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/wrapper/object-gets-name-and-handle-and-is-owned", test_identity);
  g_test_add_func ("/model/wrapper/wrapper-comes-before-its-object", test_wrapper);
  g_test_add_func ("/model/wrapper/object-comes-before-its-proxy", test_proxy);
  g_test_add_func ("/model/wrapper/misconfigured-proxy-leaves-nothing", test_misconfigured);
  g_test_add_func ("/model/wrapper/behaviors-of-the-object-can-be-called", test_behaviors);
  g_test_add_func ("/model/wrapper/wrapper-of-a-component-is-not-saved", test_saved);
  return g_test_run ();
}
