/* test-dimension.c: Powers of the base units
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-dimension-private.h"

static GyreDimension
make (GyreBase base, gint16 numerator, guint16 denominator)
{
  GyreExponents exponents = { .denominator = { 1, 1, 1, 1, 1, 1, 1, 1 } };
  GyreDimension dimension = GYRE_DIMENSIONLESS;

  exponents.numerator[base] = numerator;
  exponents.denominator[base] = denominator;
  g_assert_true (gyre_dimension_intern (&exponents, &dimension));
  return dimension;
}

static void
assert_text (GyreDimension dimension, const char *expected)
{
  g_autofree char *text = gyre_dimension_to_text (dimension);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_same_number (void)
{
  g_assert_cmpuint (make (GYRE_BASE_METRE, 2, 1), ==, make (GYRE_BASE_METRE, 2, 1));
  g_assert_cmpuint (make (GYRE_BASE_METRE, 2, 1), !=, make (GYRE_BASE_SECOND, 2, 1));
  g_assert_cmpuint (make (GYRE_BASE_METRE, 0, 1), ==, GYRE_DIMENSIONLESS);
}

static void
test_product (void)
{
  GyreDimension metre = make (GYRE_BASE_METRE, 1, 1), second = make (GYRE_BASE_SECOND, 1, 1), speed, product;

  for (guint turn = 0; turn < 2; turn++)
    {
      g_assert_true (gyre_dimension_combine (metre, second, -1, &speed));
      assert_text (speed, "m/s");
      g_assert_true (gyre_dimension_combine (speed, second, 1, &product));
      g_assert_cmpuint (product, ==, metre);
      g_assert_true (gyre_dimension_combine (metre, metre, -1, &product));
      g_assert_cmpuint (product, ==, GYRE_DIMENSIONLESS);
      g_assert_true (gyre_dimension_combine (GYRE_DIMENSIONLESS, second, -1, &product));
      assert_text (product, "1/s");
    }
}

static void
test_power (void)
{
  GyreDimension metre = make (GYRE_BASE_METRE, 1, 1), root, back;

  g_assert_true (gyre_dimension_raise (metre, 1 / 3.0, &root));
  assert_text (root, "m^(1/3)");
  g_assert_true (gyre_dimension_raise (root, 3, &back));
  g_assert_cmpuint (back, ==, metre);
  g_assert_false (gyre_dimension_raise (metre, G_PI, &root));
  g_assert_false (gyre_dimension_raise (metre, 1e6, &root));
  g_assert_false (gyre_dimension_raise (metre, G_MAXDOUBLE, &root));
  g_assert_true (gyre_dimension_raise (GYRE_DIMENSIONLESS, G_PI, &root));
  g_assert_true (gyre_dimension_raise (metre, 1000, &root));
  g_assert_false (gyre_dimension_combine (root, metre, 1, &back));
}

static gpointer
intern_many (gpointer data)
{
  gsize sum = 0;

  for (gint16 numerator = 1; numerator <= 300; numerator++)
    sum += make (GYRE_BASE_MOLE, numerator, 1) * (gsize) numerator;
  return GSIZE_TO_POINTER (sum);
}

static void
test_threads (void)
{
  GThread *threads[4];
  gpointer expected;

  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    threads[index] = g_thread_new (NULL, intern_many, NULL);
  expected = intern_many (NULL);
  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    g_assert_true (g_thread_join (threads[index]) == expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/dimension/equal-ones-have-one-number", test_same_number);
  g_test_add_func ("/traits/dimension/product-adds-exponents", test_product);
  g_test_add_func ("/traits/dimension/power-can-be-a-fraction-that-is-simple", test_power);
  g_test_add_func ("/traits/dimension/every-thread-gets-the-same-number", test_threads);
  return g_test_run ();
}
