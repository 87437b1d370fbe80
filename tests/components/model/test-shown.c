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

/* A property follows as a trait does: it has its own kind and bounds, and what is wrong is told with the last good value in place. */
static void
test_follow (void)
{
  g_autoptr (TestOpen) leader = test_new (TEST_TYPE_OPEN, "lamp-leader");
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) proxy = test_wrap (lamp, "lamp-follower", TRUE);
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (GString) watched = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gulong watch = gyre_executive_observe (gyre_executive_get_current (), "lamp-follower.*", hear, watched, NULL, &error);

  gyre_component_observe (proxy, "power", hear, heard, NULL, NULL);
  test_set_text (proxy, "power", "{lamp-leader.size} * 2");
  g_assert_cmpint (lamp->power, ==, 40);
  test_set_text (leader, "size", "10");
  g_assert_cmpint (lamp->power, ==, 20);
  g_assert_true (gyre_component_bind (proxy, "colour", "size {lamp-leader.size}", &error));
  g_assert_cmpstr (lamp->colour, ==, "size 10");
  test_set_text (ball, "radius", "{lamp-follower.power} + 1");
  g_assert_cmpfloat (ball->radius, ==, 21);
  test_set_text (leader, "size", "25");
  g_assert_cmpint (lamp->power, ==, 50);
  g_assert_cmpfloat (ball->radius, ==, 51);
  g_assert_cmpstr (gyre_component_get_binding (proxy, "power", &error), ==, "{lamp-leader.size} * 2");
  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*lamp-follower.power*100*");
  test_set_text (leader, "size", "51");
  g_test_assert_expected_messages ();
  g_assert_cmpint (lamp->power, ==, 50);
  g_assert_false (gyre_component_check_binding (proxy, "power", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "lamp-follower.power", "100");
  g_assert_cmpstr (heard->str, ==, "power: 40>20;power: 20>50;");
  g_assert_cmpstr (watched->str, ==, "power: 40>20;colour: none>size 10;power: 20>50;colour: size 10>size 25;colour: size 25>size 51;");
  gyre_executive_unobserve (gyre_executive_get_current (), watch);
}

/* Whoever else sets it has the last word: the object itself, its owner, or somebody through the proxy. */
static void
test_unfollow (void)
{
  g_autoptr (TestOpen) leader = test_new (TEST_TYPE_OPEN, "other-leader");
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) proxy = test_wrap (lamp, NULL, TRUE);
  g_autoptr (GError) error = NULL;

  test_set_text (leader, "size", "10");
  test_set_text (proxy, "power", "{other-leader.size}");
  g_assert_cmpint (lamp->power, ==, 10);
  g_object_set (lamp, "power", 33, NULL);
  g_assert_null (gyre_component_get_binding (proxy, "power", &error));
  test_set_text (leader, "size", "11");
  g_assert_cmpint (lamp->power, ==, 33);
  test_set_text (proxy, "power", "{other-leader.size}");
  test_set_text (proxy, "power", "44");
  test_set_text (leader, "size", "12");
  g_assert_cmpint (lamp->power, ==, 44);
  test_set_text (proxy, "power", "{other-leader.size}");
  g_assert_true (gyre_component_unbind (proxy, "power", &error));
  test_set_text (leader, "size", "13");
  g_assert_cmpint (lamp->power, ==, 12);
  test_set_text (proxy, "power", "{other-leader.size}");
  g_assert_true (gyre_component_reset (proxy, "power", &error));
  test_set_text (leader, "size", "14");
  g_assert_cmpint (lamp->power, ==, 13);
  test_set_text (proxy, "power", "{other-leader.size}");
  g_object_run_dispose (G_OBJECT (proxy));
  test_set_text (leader, "size", "15");
  g_assert_cmpint (lamp->power, ==, 14);
}

static void
test_follow_refused (void)
{
  g_autoptr (TestOpen) leader = test_new (TEST_TYPE_OPEN, "third-leader");
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) proxy = test_wrap (lamp, "third-lamp", TRUE);
  g_autoptr (GError) error = NULL;

  test_set_text (leader, "size", "200");
  g_assert_false (gyre_component_bind (proxy, "power", "{third-leader.size}", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "third-lamp.power", "100");
  g_assert_false (gyre_component_bind (proxy, "n-blinks", "{third-leader.size}", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "third-lamp.n-blinks", "can't be set");
  g_assert_false (gyre_component_bind (proxy, "power", "{third-lamp.power} + 1", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "third-lamp.power");
  test_set_text (leader, "size", "30");
  g_assert_cmpint (lamp->power, ==, 40);
  g_assert_null (gyre_component_get_binding (proxy, "power", &error));
}

static gboolean
say_both (TestOpen *open, GyreComponent *proxy, const char *weight, const char *power, GError **error)
{
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_current ());

  gyre_transaction_set_text (transaction, proxy, "power", power, error);
  gyre_transaction_set_text (transaction, GYRE_COMPONENT (open), "weight", weight, NULL);
  return gyre_transaction_commit (transaction, error != NULL && *error != NULL ? NULL : error);
}

/* Set last, when everything else was found good; what it followed goes on where it was not. */
static void
test_transaction (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "fourth-leader");
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) proxy = test_wrap (lamp, "fourth-lamp", TRUE);
  g_autoptr (GyreTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  test_set_text (open, "limit", "50");
  g_assert_true (say_both (open, proxy, "7", "{fourth-leader.weight} * 1", &error));
  g_assert_no_error (error);
  g_assert_cmpint (lamp->power, ==, 7);
  g_assert_false (say_both (open, proxy, "60", "{fourth-leader.weight} * 2", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "fourth-lamp.power", "100");
  g_assert_false (say_both (open, proxy, "60", "{fourth-leader.weight}", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "heavier");
  g_assert_false (say_both (open, proxy, "60", "3", &error));
  g_clear_error (&error);
  g_assert_cmpint (lamp->power, ==, 7);
  test_set_text (open, "weight", "8");
  g_assert_cmpint (lamp->power, ==, 8);
  g_assert_true (say_both (open, proxy, "9", "3", &error));
  test_set_text (open, "weight", "10");
  g_assert_cmpint (lamp->power, ==, 3);
  g_assert_true (say_both (open, proxy, "11", "{nobody.there}", &error));
  g_assert_cmpint (lamp->power, ==, 3);
  g_assert_true (say_both (open, proxy, "12", "{fourth-leader.weight}", &error));
  transaction = gyre_transaction_begin (gyre_executive_get_current ());
  g_assert_true (gyre_transaction_reset (transaction, proxy, "power", &error));
  g_assert_true (gyre_transaction_commit (transaction, &error));
  test_set_text (open, "weight", "13");
  g_assert_cmpint (lamp->power, ==, 12);
}

/* What is configured before there is an object, and a tree that is loaded again. */
static void
test_follow_kept (void)
{
  g_autoptr (TestOpen) leader = test_new (TEST_TYPE_OPEN, "fifth-leader");
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) proxy = NULL;
  g_autoptr (GyreComponent) again = NULL;
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  TestLamp *other;

  test_set_text (leader, "size", "10");
  test_load ("fifth-lamp.power = {fifth-leader.size} + 1\n");
  proxy = test_wrap (lamp, "fifth-lamp", TRUE);
  g_assert_cmpint (lamp->power, ==, 11);
  g_assert_cmpint (test_category_of (proxy, "power"), ==, GYRE_CATEGORY_USER);
  test_set_text (proxy, "colour", "of {fifth-leader.size}");
  snapshot = gyre_component_take_snapshot (proxy, GYRE_SNAPSHOT_PLAIN, &error);
  g_assert_no_error (error);
  again = gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_WITHOUT_NAMES, &error);
  g_assert_no_error (error);
  other = TEST_LAMP (gyre_wrapper_get_object (GYRE_WRAPPER (again)));
  test_set_text (leader, "size", "20");
  g_assert_cmpint (lamp->power, ==, 21);
  g_assert_cmpint (other->power, ==, 21);
  g_assert_cmpstr (other->colour, ==, "of 20");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/shown/notify-becomes-a-change-for-observers", test_notify);
  g_test_add_func ("/model/shown/own-attribute-hides-the-property", test_hidden);
  g_test_add_func ("/model/shown/other-threads-are-not-heard", test_threads);
  g_test_add_func ("/model/shown/object-outlives-its-wrapper", test_ended);
  g_test_add_func ("/model/shown/property-follows-in-its-own-kind", test_follow);
  g_test_add_func ("/model/shown/whoever-sets-it-otherwise-ends-that", test_unfollow);
  g_test_add_func ("/model/shown/what-a-property-can-not-be-it-does-not-follow", test_follow_refused);
  g_test_add_func ("/model/shown/refused-transaction-leaves-what-it-followed", test_transaction);
  g_test_add_func ("/model/shown/what-is-followed-is-configured-and-saved", test_follow_kept);
  return g_test_run ();
}
