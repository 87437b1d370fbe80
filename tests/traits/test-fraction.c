/* test-fraction.c: An exact quotient of two whole numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_terms (void)
{
  GyreFraction fraction;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_fraction_set (&fraction, 6, -8, NULL));
  g_assert_cmpint (fraction.numerator, ==, -3);
  g_assert_cmpint (fraction.denominator, ==, 4);
  g_assert_true (gyre_fraction_set (&fraction, G_MININT64, G_MININT64, NULL));
  g_assert_cmpint (fraction.numerator, ==, 1);
  g_assert_true (gyre_fraction_set (&fraction, 0, -7, NULL));
  g_assert_cmpint (fraction.denominator, ==, 1);
  g_assert_false (gyre_fraction_set (&fraction, 1, 0, &error));
  g_assert_cmpstr (error->message, ==, "must have a denominator that is not 0");
  g_assert_false (gyre_fraction_set (&fraction, G_MININT64, -1, NULL));
  g_assert_false (gyre_fraction_set (&fraction, 1, G_MININT64, NULL));
}

static void
test_order (void)
{
  const GyreFraction third = { 1, 3 }, close = { 3074457345618258602, G_MAXINT64 };

  g_assert_cmpint (gyre_fraction_compare (&third, &close), >, 0);
  g_assert_cmpint (gyre_fraction_compare (&close, &third), <, 0);
  g_assert_cmpint (gyre_fraction_compare (&third, &third), ==, 0);
  g_assert_cmpfloat (gyre_fraction_to_real (&third), ==, 1.0 / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/fraction/is-in-its-lowest-terms", test_terms);
  g_test_add_func ("/traits/fraction/order-is-exact", test_order);
  return g_test_run ();
}
