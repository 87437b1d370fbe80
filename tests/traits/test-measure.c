/* test-measure.c: The text of a number with a unit
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-measure-private.h"
#include "precision-fixture.h"

#include <string.h>

static void
assert_reads (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  GyreQuantity quantity;

  if (!gyre_quantity_from_text (text, -1, &quantity, &error))
    g_error ("'%s' %s", text, error->message);
  found = gyre_quantity_to_text (quantity);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_refuses (const char *text, GyreValueError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  GyreQuantity quantity;

  if (gyre_quantity_from_text (text, -1, &quantity, &error))
    g_error ("'%s' is read", text);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_error (error, GYRE_VALUE_ERROR, (int) code);
}

static void
test_expressions (void)
{
  assert_reads ("9.81*kg*m/s**2", "9.81 kg*m/s^2");
  assert_reads ("30*minute", "1800 s");
  assert_reads ("micro*meter", "1e-06 m");
  assert_reads ("m**0.5", "1 m^(1/2)");
  assert_reads ("3.5*m*s**-2", "3.5 m/s^2");
  assert_reads ("(2*m)**3 / (4 * m)", "2 m^2");
  assert_reads ("-(3 + 4)*pi*radian/pi", "-7");
  assert_reads ("1_000 * 0x10 * m", "16000 m");
  assert_reads ("2**3**2", "512");
  assert_reads ("-m**2", "-1 m^2");
  assert_reads ("kg/kg", "1");
  assert_reads ("50 km - 2 mile", "46781.312 m");
}

static void
test_human (void)
{
  if (skip_imprecise ())
    return;
  assert_reads ("9.81 m/s^2", "9.81 m/s^2");
  assert_reads ("9.81 m/s²", "9.81 m/s^2");
  assert_reads ("9.81 m·s⁻²", "9.81 m/s^2");
  assert_reads ("30 ms", "0.03 s");
  assert_reads ("48 kHz", "48000/s");
  assert_reads ("48000/s", "48000/s");
  assert_reads ("64 MiB", "67108864 B");
  assert_reads ("64MiB", "67108864 B");
  assert_reads ("3m", "3 m");
  assert_reads ("3e2m", "300 m");
  assert_reads ("3 eV", "4.806529902e-19 kg*m^2/s^2");
  assert_reads (" 5 µs ", "5e-06 s");
  assert_reads ("72 km/h", "20 m/s");
  assert_reads ("50 %", "0.5");
  assert_reads ("1/2 m", "0.5 m");
  assert_reads ("inf m", "inf m");
  assert_reads ("2 kWh", "7200000 kg*m^2/s^2");
  assert_reads ("−3\302\240m", "-3 m");
  assert_reads ("20 W/(m^2*K)", "20 kg/(s^3*K)");
}

static void
test_mixed (void)
{
  assert_reads ("1h 30min", "5400 s");
  assert_reads ("-1 h 30 min", "-5400 s");
  assert_reads ("5 ft 3 in", "1.6002 m");
  assert_refuses ("5 6", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator or a unit, has '6' (at character 3)");
  assert_refuses ("1 h 30 m", GYRE_VALUE_ERROR_DIMENSION,
                  "must add and subtract what has the same dimension, has s and m (at character 5)");
}

static void
test_offset (void)
{
  if (skip_imprecise ())
    return;
  assert_reads ("20 °C", "293.15 K");
  assert_reads ("-20°C", "253.15 K");
  assert_reads ("20*celsius", "293.15 K");
  assert_reads ("(10 + 10) celsius", "293.15 K");
  assert_reads ("32 °F", "273.15 K");
  assert_reads ("5 W/°C", "5 kg*m^2/(s^3*K)");
  assert_reads ("5 °C/min", "0.08333333333333333 K/s");
  assert_refuses ("20 °C + 5 K", GYRE_VALUE_ERROR_DIMENSION,
                  "must have a temperature with an offset alone, with one number (at character 8)");
  assert_refuses ("2 * 20 °C * 2", GYRE_VALUE_ERROR_DIMENSION,
                  "must have a temperature with an offset alone, with one number (at character 12)");
  assert_refuses ("-(20 °C)", GYRE_VALUE_ERROR_DIMENSION,
                  "must have a temperature with an offset alone, with one number (at character 1)");
  assert_refuses ("(20 °C)**2", GYRE_VALUE_ERROR_DIMENSION,
                  "must have a temperature with an offset alone, with one number (at character 8)");
}

static void
test_decibel (void)
{
  assert_reads ("-10 dB", "0.1");
  assert_reads ("0 dB", "1");
  assert_refuses ("3 dB + 3 dB", GYRE_VALUE_ERROR_DIMENSION, "must have decibels alone, with one number (at character 7)");
  assert_refuses ("3 dB m", GYRE_VALUE_ERROR_DIMENSION, "must have decibels alone, with one number (at character 6)");
}

static void
test_refused (void)
{
  assert_refuses ("", GYRE_VALUE_ERROR_SYNTAX, "must be a number or a unit, ends instead (at character 1)");
  assert_refuses ("5 frobs", GYRE_VALUE_ERROR_UNKNOWN, "must have units that are known, has 'frobs' (at character 3)");
  assert_refuses ("5 J/kg K", GYRE_VALUE_ERROR_SYNTAX,
                  "must say with '*' or parentheses whether this is divided by too (at character 8)");
  assert_refuses ("5 m + 3", GYRE_VALUE_ERROR_DIMENSION,
                  "must add and subtract what has the same dimension, has m and a plain number (at character 6)");
  assert_refuses ("5 m/0", GYRE_VALUE_ERROR_RANGE, "must not divide by zero (at character 5)");
  assert_refuses ("1e300 * 1e300 m", GYRE_VALUE_ERROR_RANGE, "is beyond what a real number holds (at character 8)");
  assert_refuses ("m**m", GYRE_VALUE_ERROR_DIMENSION, "must have a plain number for an exponent (at character 2)");
  assert_refuses ("m**pi", GYRE_VALUE_ERROR_DIMENSION,
                  "must raise units to whole numbers or simple fractions, of up to a thousand (at character 2)");
  assert_refuses ("(-4 m)**0.5", GYRE_VALUE_ERROR_RANGE, "must not raise a negative number to a fraction (at character 7)");
  assert_refuses ("5 m)", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator or a unit, has ')' (at character 4)");
  assert_refuses ("(5 m", GYRE_VALUE_ERROR_SYNTAX, "must have an operator or ')', ends instead (at character 5)");
  assert_refuses ("1,5 m", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator or a unit, has ',' (at character 2)");
  assert_refuses ("010 m", GYRE_VALUE_ERROR_SYNTAX, "must not start with a zero (at character 1)");
}

static void
test_limits (void)
{
  g_autofree char *deep = g_strnfill (1000, '(');
  g_autofree char *signs = g_strnfill (1000, '-');
  g_autofree char *long_text = g_strnfill (1 << 20, 'm');
  GyreQuantity quantity;

  g_assert_false (gyre_quantity_from_text (deep, -1, &quantity, NULL));
  g_assert_false (gyre_quantity_from_text (signs, -1, &quantity, NULL));
  assert_refuses (long_text, GYRE_VALUE_ERROR_SYNTAX, "must be a quantity of at most 4096 bytes (at character 1)");
  g_assert_true (gyre_quantity_from_text ("5 m and more", 3, &quantity, NULL));
  g_assert_false (gyre_quantity_from_text ("5\0m", 3, &quantity, NULL));
  g_assert_false (gyre_quantity_from_text ("\xff\xfe", 2, &quantity, NULL));
}

/* What is read and written in the same units is what it was, to the bit. */
static void
test_same_units (void)
{
  static const char * const units[] = { "km/h", "°C", "dB", "ms", "in", "%", "kWh", "°F", "MiB/s", "J/(kg*K)" };
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  if (skip_imprecise ())
    return;
  for (guint turn = 0; turn < 20000; turn++)
    {
      const char *text_of_units = units[turn % G_N_ELEMENTS (units)];
      double number = g_rand_double_range (random, -1e3, 1e3), again;
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *text = g_strdup_printf ("%s %s", g_ascii_dtostr (buffer, sizeof buffer, number), text_of_units);
      GyreMeasure measure;
      GyreUnit unit;

      g_assert_true (gyre_measure_read_units (text_of_units, &unit, NULL));
      g_assert_true (gyre_measure_read (text, -1, &measure, NULL));
      g_assert_true (gyre_measure_in_units (&measure, &unit, text_of_units, &again, NULL));
      g_assert_cmpfloat (again, ==, number);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/measure/expression-of-units-is-read", test_expressions);
  g_test_add_func ("/traits/measure/what-people-write-is-read", test_human);
  g_test_add_func ("/traits/measure/smaller-units-follow-larger-ones", test_mixed);
  g_test_add_func ("/traits/measure/offset-counts-where-the-unit-stands-alone", test_offset);
  g_test_add_func ("/traits/measure/decibel-is-a-ratio-of-powers", test_decibel);
  g_test_add_func ("/traits/measure/mistake-has-its-place", test_refused);
  g_test_add_func ("/traits/measure/no-text-is-too-long-or-too-deep", test_limits);
  g_test_add_func ("/traits/measure/same-units-give-the-same-number", test_same_units);
  return g_test_run ();
}
