/* test-decimal.c: A decimal number of any size, exact
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
assert_text (const char *text, const char *expected, gint64 scale)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreDecimal) decimal = gyre_decimal_new_from_text (text, &error);
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  printed = gyre_decimal_to_text (decimal);
  g_assert_cmpstr (printed, ==, expected);
  g_assert_cmpint (gyre_decimal_get_scale (decimal), ==, scale);
}

static void
test_text (void)
{
  assert_text ("0.1", "0.1", 1);
  assert_text ("0.10", "0.10", 2);
  assert_text ("+007.50", "7.50", 2);
  assert_text ("-0.00", "-0.00", 2);
  assert_text (".5", "0.5", 1);
  assert_text ("5.", "5", 0);
  assert_text ("1e3", "1e+3", -3);
  assert_text ("12e-3", "0.012", 3);
  assert_text ("0.0000001", "1e-7", 7);
  assert_text ("123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789", 9);
  assert_text ("1.5e-999999998", "1.5e-999999998", 999999999);
}

static void
test_order (void)
{
  static const char * const rows[] = { "-1e9", "-10", "-0.1", "0", "1e-30", "0.09", "0.1", "0.11", "9.99", "10", "1e30", NULL };

  for (guint index = 0; rows[index] != NULL; index++)
    for (guint other = 0; rows[other] != NULL; other++)
      {
        g_autoptr (GyreDecimal) left = gyre_decimal_new_from_text (rows[index], NULL);
        g_autoptr (GyreDecimal) right = gyre_decimal_new_from_text (rows[other], NULL);
        int order = gyre_decimal_compare (left, right);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (index > other) - (index < other));
      }
}

static void
test_scale (void)
{
  g_autoptr (GyreDecimal) tenth = gyre_decimal_new_from_text ("0.1", NULL);
  g_autoptr (GyreDecimal) longer = gyre_decimal_new_from_text ("0.10", NULL);
  g_autoptr (GyreDecimal) zero = gyre_decimal_new_from_text ("-0.00", NULL);
  g_autoptr (GyreDecimal) nothing = gyre_decimal_new_from_integer (0);

  g_assert_cmpint (gyre_decimal_compare (tenth, longer), ==, 0);
  g_assert_false (gyre_decimal_equal (tenth, longer));
  g_assert_cmpint (gyre_decimal_compare (zero, nothing), ==, 0);
  g_assert_cmpfloat (gyre_decimal_to_real (longer), ==, 0.1);
}

static void
test_real (void)
{
  g_autoptr (GyreDecimal) tenth = gyre_decimal_new_from_real (0.1, NULL);
  g_autofree char *text = gyre_decimal_to_text (tenth);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, "0.1");
  g_assert_null (gyre_decimal_new_from_real (INFINITY, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_RANGE);
}

static void
test_long (void)
{
  g_autofree char *digits = g_strnfill (1000000, '7');
  g_autoptr (GyreDecimal) decimal = gyre_decimal_new_from_text (digits, NULL);
  g_autofree char *printed = gyre_decimal_to_text (decimal);

  g_assert_cmpstr (printed, ==, digits);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/decimal/text-keeps-digits-and-scale", test_text);
  g_test_add_func ("/traits/decimal/order-is-that-of-the-numbers", test_order);
  g_test_add_func ("/traits/decimal/scale-counts-where-values-are-told-apart", test_scale);
  g_test_add_func ("/traits/decimal/real-number-brings-no-binary-noise", test_real);
  g_test_add_func ("/traits/decimal/million-digits-are-exact", test_long);
  return g_test_run ();
}
