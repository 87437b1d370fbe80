/* test-list.c: Values of one kind, one after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static GyreList *
list_of (const char *first, const char *second)
{
  GyreList *list = gyre_list_new (&gyre_kind_string, 2);

  gyre_list_take_value (list, 0, (GyreValue) { .present = TRUE, .string = g_strdup (first) });
  gyre_list_take_value (list, 1, (GyreValue) { .present = TRUE, .string = g_strdup (second) });
  return list;
}

static void
test_elements (void)
{
  g_autoptr (GyreList) list = list_of ("a", "b");

  g_assert_cmpuint (gyre_list_get_length (list), ==, 2);
  g_assert_cmpstr (gyre_list_get_string (list, 1), ==, "b");
  gyre_list_take_value (list, 1, (GyreValue) { .present = TRUE, .string = g_strdup ("c") });
  g_assert_cmpstr (gyre_list_get_string (list, 1), ==, "c");
}

static void
test_numbers (void)
{
  g_autoptr (GyreList) integers = gyre_list_new (&gyre_kind_integer, 1);
  g_autoptr (GyreList) reals = gyre_list_new (&gyre_kind_real, 1);
  g_autoptr (GyreList) booleans = gyre_list_new (&gyre_kind_boolean, 1);

  gyre_list_take_value (integers, 0, (GyreValue) { .present = TRUE, .integer = G_MININT64 });
  gyre_list_take_value (reals, 0, (GyreValue) { .present = TRUE, .real = 0.5 });
  gyre_list_take_value (booleans, 0, (GyreValue) { .present = TRUE, .boolean = TRUE });
  g_assert_cmpint (gyre_list_get_integer (integers, 0), ==, G_MININT64);
  g_assert_cmpfloat (gyre_list_get_real (reals, 0), ==, 0.5);
  g_assert_true (gyre_list_get_boolean (booleans, 0));
}

static void
test_equal (void)
{
  g_autoptr (GyreList) list = list_of ("a", "b");
  g_autoptr (GyreList) same = list_of ("a", "b");
  g_autoptr (GyreList) other = list_of ("a", "c");
  g_autoptr (GyreList) empty = gyre_list_new (&gyre_kind_string, 0);

  g_assert_true (gyre_list_equal (list, same));
  g_assert_false (gyre_list_equal (list, other));
  g_assert_false (gyre_list_equal (list, empty));
}

static void
test_counted (void)
{
  GyreList *list = list_of ("a", "b");
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_set_boxed (g_value_init (&value, GYRE_TYPE_LIST), list);
  g_assert_true (g_value_get_boxed (&value) == list);
  gyre_list_unref (list);
  g_assert_cmpstr (gyre_list_get_string (g_value_get_boxed (&value), 0), ==, "a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/list/element-can-be-replaced-while-it-is-made", test_elements);
  g_test_add_func ("/traits/list/numbers-come-out-as-they-went-in", test_numbers);
  g_test_add_func ("/traits/list/equal-lists-have-equal-elements", test_equal);
  g_test_add_func ("/traits/list/list-lives-as-long-as-somebody-has-it", test_counted);
  return g_test_run ();
}
