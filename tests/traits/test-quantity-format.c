/* test-quantity-format.c: How a quantity is shown
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-quantity-format-private.h"

#include <math.h>

static GyreQuantity
read_quantity (const char *text)
{
  GyreQuantity quantity;

  g_assert_true (gyre_quantity_from_text (text, -1, &quantity, NULL));
  return quantity;
}

static void
assert_format (const char *text, const char *units, const char *format, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = gyre_quantity_format (read_quantity (text), units, format, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_format (void)
{
  assert_format ("20 m/s", NULL, NULL, "20 m/s");
  assert_format ("20 m/s", "km/h", NULL, "72 km/h");
  assert_format ("20 m/s", "km/h", ".2f", "72.00 km/h");
  assert_format ("20 m/s", "km/h", "%+.1e", "+7.2e+01 km/h");
  assert_format ("1 mile", "mile", "value=.1f, label=mile|miles", "1.0 mile");
  assert_format ("2 mile", "mile", "label=mile|miles,value=.0f", "2 miles");
  assert_format ("2 mile", "mile", "label=", "2");
  assert_format ("20 °C", "°C", NULL, "20 °C");
  assert_format ("50 Hz", "1/s", NULL, "50/s");
}

static void
test_refused (void)
{
  static const char * const formats[] = { "%s", "%n", ".2f%s", "value=", ".999f", "f f", "%*f", "*f", "words", ".2d" };
  g_autoptr (GError) error = NULL;

  for (gsize index = 0; index < G_N_ELEMENTS (formats); index++)
    {
      g_assert_null (gyre_quantity_format (read_quantity ("1 m"), NULL, formats[index], &error));
      g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX);
      g_clear_error (&error);
    }
  g_assert_null (gyre_quantity_format (read_quantity ("1 m"), "kg", NULL, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_DIMENSION);
}

static void
assert_in (GyreQuantity quantity, const char *units, const char *expected)
{
  g_autofree char *text = gyre_quantity_to_text_in (quantity, units);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_units (void)
{
  assert_in (read_quantity ("72 km/h"), "km/h", "72 km/h");
  assert_in (read_quantity ("5 °C"), "°C", "5 °C");
  assert_in (read_quantity ("5 m"), "s", "5 m");
  assert_in (read_quantity ("5 m"), NULL, "5 m");
  /* No number of degrees is that near to absolute zero. */
  assert_in (read_quantity ("1e-300 K"), "°C", "1e-300 K");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/quantity-format/number-base-and-label-are-said", test_format);
  g_test_add_func ("/traits/quantity-format/format-cannot-reach-beyond-its-number", test_refused);
  g_test_add_func ("/traits/quantity-format/units-that-would-lose-something-are-not-used", test_units);
  return g_test_run ();
}
