/* test-quantity.c: Numbers that have a dimension
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <math.h>
#include <string.h>

static GyreQuantity
read_quantity (const char *text)
{
  g_autoptr (GError) error = NULL;
  GyreQuantity quantity;

  if (!gyre_quantity_from_text (text, -1, &quantity, &error))
    g_error ("'%s' %s", text, error->message);
  return quantity;
}

static void
assert_is (GyreQuantity quantity, const char *expected)
{
  g_autofree char *text = gyre_quantity_to_text (quantity);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sum (void)
{
  g_autoptr (GError) error = NULL;
  GyreQuantity result;

  g_assert_true (gyre_quantity_add (read_quantity ("1 km"), read_quantity ("1 m"), &result, NULL));
  assert_is (result, "1001 m");
  g_assert_true (gyre_quantity_subtract (read_quantity ("1 km"), read_quantity ("1 m"), &result, NULL));
  assert_is (result, "999 m");
  g_assert_false (gyre_quantity_add (read_quantity ("1 m"), read_quantity ("1 s"), &result, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_DIMENSION);
  g_assert_cmpstr (error->message, ==, "must add what has the same dimension, has m and s");
  g_clear_error (&error);
  g_assert_false (gyre_quantity_subtract (read_quantity ("1 m"), read_quantity ("1"), &result, &error));
  g_assert_cmpstr (error->message, ==, "must subtract what has the same dimension, has m and a plain number");
  g_clear_error (&error);
  g_assert_false (gyre_quantity_add (read_quantity ("1e308 m"), read_quantity ("1e308 m"), &result, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_RANGE);
}

static void
test_product (void)
{
  GyreQuantity result;

  g_assert_true (gyre_quantity_multiply (read_quantity ("3 m/s"), read_quantity ("2 s"), &result, NULL));
  assert_is (result, "6 m");
  g_assert_true (gyre_quantity_divide (read_quantity ("6 m"), read_quantity ("2 m"), &result, NULL));
  g_assert_cmpuint (result.dimension, ==, GYRE_DIMENSIONLESS);
  g_assert_cmpfloat (result.magnitude, ==, 3);
  g_assert_true (gyre_quantity_multiply (read_quantity ("2"), read_quantity ("2 s"), &result, NULL));
  assert_is (result, "4 s");
  g_assert_false (gyre_quantity_divide (read_quantity ("6 m"), read_quantity ("0 m"), &result, NULL));
}

static void
test_power (void)
{
  GyreQuantity result;

  g_assert_true (gyre_quantity_power (read_quantity ("9 m^2"), 0.5, &result, NULL));
  assert_is (result, "3 m");
  g_assert_true (gyre_quantity_power (read_quantity ("4 m"), -2, &result, NULL));
  assert_is (result, "0.0625/m^2");
  g_assert_true (gyre_quantity_power (read_quantity ("2"), G_PI, &result, NULL));
  g_assert_false (gyre_quantity_power (read_quantity ("2 m"), G_PI, &result, NULL));
  g_assert_false (gyre_quantity_power (read_quantity ("-2 m"), 0.5, &result, NULL));
  g_assert_false (gyre_quantity_power (read_quantity ("0 m"), -1, &result, NULL));
}

static void
test_order (void)
{
  g_autoptr (GError) error = NULL;
  int order;

  g_assert_true (gyre_quantity_compare (read_quantity ("1 km"), read_quantity ("1000 m"), &order, NULL));
  g_assert_cmpint (order, ==, 0);
  g_assert_true (gyre_quantity_compare (read_quantity ("1 mm"), read_quantity ("1 m"), &order, NULL));
  g_assert_cmpint (order, ==, -1);
  g_assert_true (gyre_quantity_compare (read_quantity ("nan m"), read_quantity ("1 m"), &order, NULL));
  g_assert_cmpint (order, ==, G_MAXINT);
  g_assert_false (gyre_quantity_compare (read_quantity ("1 m"), read_quantity ("1"), &order, &error));
  g_assert_cmpstr (error->message, ==, "must compare what has the same dimension, has m and a plain number");
}

static void
test_convert (void)
{
  g_autoptr (GError) error = NULL;
  double number;

  g_assert_true (gyre_quantity_convert (read_quantity ("20 m/s"), "km/h", &number, NULL));
  g_assert_cmpfloat (number, ==, 72);
  g_assert_true (gyre_quantity_convert (read_quantity ("300 K"), "°C", &number, NULL));
  g_assert_cmpfloat_with_epsilon (number, 26.85, 1e-12);
  g_assert_true (gyre_quantity_convert (read_quantity ("100"), "dB", &number, NULL));
  g_assert_cmpfloat (number, ==, 20);
  g_assert_false (gyre_quantity_convert (read_quantity ("20 m/s"), "Hz", &number, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_DIMENSION);
  g_assert_cmpstr (gyre_value_error_get_hint (error), ==, "valid units are m/s, km/h, knot");
  g_clear_error (&error);
  g_assert_false (gyre_quantity_convert (read_quantity ("64 MiB"), "1", &number, &error));
  g_assert_false (gyre_quantity_convert (read_quantity ("5 m"), "3 °C", &number, NULL));
}

static void
assert_units (const char *text, const char *expected)
{
  g_auto (GStrv) units = gyre_dimension_dup_units (read_quantity (text).dimension);
  g_autofree char *joined = g_strjoinv (", ", units);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_units (void)
{
  assert_units ("1 m/s", "m/s, km/h, knot");
  assert_units ("1 Hz", "Hz, kHz, MHz, GHz");
  assert_units ("1 N", "N, kN");
  assert_units ("1 m^5/s^3", "m^5/s^3");
  assert_units ("1", "rad, °, %, dB, 1");
}

static void
test_reads_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1798);
  static const char * const bases[] = { "kg", "m", "s", "A", "K", "mol", "cd", "B" };
  static const double exponents[] = { -3, -1, -0.5, 1 / 3.0, 1, 2 };

  for (guint turn = 0; turn < 100000; turn++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      GyreQuantity quantity = { .dimension = GYRE_DIMENSIONLESS }, again;
      g_autofree char *text = NULL;

      for (guint factor = 0; factor < 3; factor++)
        {
          GyreQuantity base = read_quantity (bases[g_rand_int_range (random, 0, G_N_ELEMENTS (bases))]);
          double exponent = exponents[g_rand_int_range (random, 0, G_N_ELEMENTS (exponents))];

          base.magnitude = 1;
          g_assert_true (gyre_quantity_power (base, exponent, &base, NULL));
          quantity.magnitude = 1;
          g_assert_true (gyre_quantity_multiply (quantity, base, &quantity, NULL));
        }
      memcpy (&quantity.magnitude, &bits, sizeof bits);
      text = gyre_quantity_to_text (quantity);
      again = read_quantity (text);
      g_assert_true (gyre_real_equal (again.magnitude, quantity.magnitude));
      g_assert_cmpuint (again.dimension, ==, quantity.dimension);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/quantity/adding-metres-to-seconds-is-refused", test_sum);
  g_test_add_func ("/traits/quantity/product-of-units-that-cancel-is-a-plain-number", test_product);
  g_test_add_func ("/traits/quantity/power-multiplies-the-exponents", test_power);
  g_test_add_func ("/traits/quantity/only-the-same-dimension-is-compared", test_order);
  g_test_add_func ("/traits/quantity/conversion-tells-the-units-that-would-do", test_convert);
  g_test_add_func ("/traits/quantity/dimension-knows-its-units", test_units);
  g_test_add_func ("/traits/quantity/every-printed-quantity-reads-back", test_reads_back);
  return g_test_run ();
}
