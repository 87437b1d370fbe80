/* test-mapping.c: Values of one kind by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static GyreValue
number (gint64 integer)
{
  return (GyreValue) { .present = TRUE, .integer = integer };
}

static GyreMapping *
make (void)
{
  GyreMapping *mapping = gyre_mapping_new (&gyre_kind_integer);

  gyre_mapping_take_value (mapping, "b", number (1));
  gyre_mapping_take_value (mapping, "a", number (2));
  gyre_mapping_take_value (mapping, "b", number (3));
  return mapping;
}

static void
test_order (void)
{
  g_autoptr (GyreMapping) mapping = make ();
  g_auto (GStrv) keys = gyre_mapping_dup_keys (mapping);
  g_autofree char *joined = g_strjoinv (",", keys);

  g_assert_cmpstr (joined, ==, "b,a");
  g_assert_cmpint (gyre_mapping_get_integer (mapping, "b"), ==, 3);
  g_assert_cmpint (gyre_mapping_get_integer (mapping, "c"), ==, 0);
  g_assert_true (gyre_mapping_contains (mapping, "a") && !gyre_mapping_contains (mapping, "c"));
}

static void
test_sharing (void)
{
  g_autoptr (GyreMapping) mapping = make ();
  g_autoptr (GyreMapping) more = gyre_mapping_with (mapping, "c", number (4));
  g_autoptr (GyreMapping) other = gyre_mapping_with (mapping, "b", number (9));
  g_autoptr (GyreMapping) less = gyre_mapping_without (mapping, "b");
  g_autoptr (GyreMapping) same = make ();

  g_assert_cmpuint (gyre_mapping_get_length (mapping), ==, 2);
  g_assert_cmpstr (gyre_mapping_get_key (more, 2), ==, "c");
  g_assert_cmpstr (gyre_mapping_get_key (other, 0), ==, "b");
  g_assert_cmpint (gyre_mapping_get_integer (other, "b"), ==, 9);
  g_assert_cmpuint (gyre_mapping_get_length (less), ==, 1);
  g_assert_true (gyre_mapping_equal (mapping, same) && !gyre_mapping_equal (mapping, other));
}

static void
test_counted (void)
{
  GyreMapping *mapping = make ();
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_set_boxed (g_value_init (&value, GYRE_TYPE_MAPPING), mapping);
  gyre_mapping_unref (mapping);
  g_assert_cmpint (gyre_mapping_get_integer (g_value_get_boxed (&value), "a"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/mapping/keys-keep-the-order-of-their-first-mention", test_order);
  g_test_add_func ("/traits/mapping/change-makes-another-mapping", test_sharing);
  g_test_add_func ("/traits/mapping/mapping-lives-as-long-as-somebody-has-it", test_counted);
  return g_test_run ();
}
