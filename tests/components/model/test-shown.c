/* test-shown.c: The properties of another object as attributes of a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "foreign-fixtures.h"

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_autofree char *before = gyre_trait_print (change->trait, change->old_value);
  g_autofree char *after = gyre_trait_print (change->trait, change->new_value);

  g_string_append_printf (data, "%s: %s>%s;", gyre_trait_get_name (change->trait), before, after);
}

static void
test_notify (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) proxy = test_wrap (lamp, NULL, TRUE);
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  gyre_component_observe (proxy, "power", hear, heard, NULL, &error);
  g_assert_no_error (error);
  g_object_set (lamp, "power", 50, NULL);
  g_object_set (lamp, "power", 50, "colour", "red", NULL);
  gyre_component_set_integer (proxy, "power", 60, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (heard->str, ==, "power: 40>50;power: 50>60;");
}

/* An own attribute of a wrapper hides the property from observers, too. */
static void
test_hidden (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) wrapper = test_wrap (lamp, NULL, FALSE);
  g_autoptr (GString) heard = g_string_new (NULL);

  gyre_component_observe (wrapper, NULL, hear, heard, NULL, NULL);
  g_object_set (lamp, "colour", "red", NULL);
  test_set_text (wrapper, "colour", "mine");
  g_object_set (lamp, "colour", "blue", NULL);
  g_assert_cmpstr (heard->str, ==, "colour: none>red;colour: none>mine;");
}

static gpointer
set_elsewhere (gpointer lamp)
{
  g_object_set (lamp, "power", 77, NULL);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) proxy = test_wrap (lamp, NULL, TRUE);
  g_autoptr (GString) heard = g_string_new (NULL);

  gyre_component_observe (proxy, "power", hear, heard, NULL, NULL);
  g_thread_join (g_thread_new ("other", set_elsewhere, lamp));
  g_assert_cmpstr (heard->str, ==, "");
  test_assert_text (proxy, "power", "77");
}

/* An object that outlives its wrapper tells nobody. */
static void
test_ended (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  GyreComponent *proxy = test_wrap (lamp, NULL, TRUE);
  g_autoptr (GString) heard = g_string_new (NULL);

  gyre_component_observe (proxy, "power", hear, heard, NULL, NULL);
  g_object_run_dispose (G_OBJECT (proxy));
  g_object_set (lamp, "power", 50, NULL);
  g_assert_null (gyre_wrapper_get_object (GYRE_WRAPPER (proxy)));
  g_object_unref (proxy);
  g_object_set (lamp, "power", 51, NULL);
  g_assert_cmpstr (heard->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/shown/notify-becomes-a-change-for-observers", test_notify);
  g_test_add_func ("/model/shown/own-attribute-hides-the-property", test_hidden);
  g_test_add_func ("/model/shown/other-threads-are-not-heard", test_threads);
  g_test_add_func ("/model/shown/object-outlives-its-wrapper", test_ended);
  return g_test_run ();
}
