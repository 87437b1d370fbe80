/* test-quantity-number.c: A number's text that may have units
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"
#include "precision-fixture.h"

#define HINTED(trait, text, code, message, hint) (assert_refuses (trait, text, code, message), assert_hint (trait, text, hint))

static void
test_real (void)
{
  GyreTrait *rate = MAKE_TRAIT (REAL, .units = "Hz", .maximum = 1e6, .minimum = -INFINITY);

  if (skip_imprecise ())
    return;
  assert_reads (rate, "48 kHz", "48000");
  assert_reads (rate, "48000", "48000");
  assert_reads (rate, "2*24e3", "48000");
  assert_reads (rate, "1/(20 µs)", "50000");
  HINTED (rate, "12 m", GYRE_VALUE_ERROR_DIMENSION, "must be in units such as Hz, has the units m (at character 1)",
          "valid units are Hz, kHz, MHz, GHz");
  HINTED (rate, "12 khz", GYRE_VALUE_ERROR_UNKNOWN, "must have units that are known, has 'khz' (at character 4)",
          "did you mean 'kHz'?");
  assert_refuses (rate, "2 MHz", GYRE_VALUE_ERROR_CONSTRAINT, "must be at most 1000000, is 2000000 (at character 1)");
  assert_refuses (rate, "2^3", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has '^' (at character 2)");
  assert_takes (rate, native_double (440), "440");
  assert_reads (MAKE_TRAIT (REAL, .units = "°C"), "68 °F", "20");
  assert_reads (MAKE_TRAIT (REAL, .units = "dB"), "-6 dB", "-6");
  assert_reads (MAKE_TRAIT (REAL, .units = "%"), "12.5 %", "12.5");
  assert_reads (MAKE_TRAIT (REAL, .units = "m"), "7 % 4", "3");
  assert_reads (MAKE_TRAIT (MAYBE (real, REAL), .units = "s"), "30 ms", "0.03");
}

static void
test_label (void)
{
  GyreTrait *label = MAKE_TRAIT (REAL, .units = "samples");

  assert_reads (label, "12", "12");
  assert_refuses (label, "12 samples", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has 'samples' (at character 4)");
  assert_refuses (MAKE_TRAIT (REAL), "12 m", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has 'm' (at character 4)");
}

static void
test_integer (void)
{
  GyreTrait *size = MAKE_TRAIT (INTEGER (INT64), .units = "B");

  assert_reads (size, "64 MiB", "67108864");
  assert_reads (size, "1.5 kB", "1500");
  assert_reads (size, "16 bit", "2");
  assert_refuses (size, "12 bit", GYRE_VALUE_ERROR_TYPE, "must be a whole number, is 1.5 (at character 1)");
  assert_refuses (size, "16 YiB", GYRE_VALUE_ERROR_RANGE,
                  "must be between -9223372036854775808 and 9223372036854775807, is 1.9342813113834067e+25 (at character 1)");
  HINTED (size, "2 rad", GYRE_VALUE_ERROR_DIMENSION, "must be in units such as B, has no units (at character 1)",
          "valid units are B, kB, KiB, MB, MiB, GB, GiB, bit");
}

static void
test_containers (void)
{
  GyreTrait *array = MAKE_TRAIT (POINTER (array), .units = "m", .constraints = GYRE_POSITIVE);
  GyreTrait *list = MAKE_TRAIT (LIST_OF (real), .units = "ms");

  assert_reads (array, "(1 km, 2, 3 cm)", "(1000, 2, 0.03)");
  assert_reads (array, "((1 km, 2), (3, 4 mm))", "((1000, 2), (3, 0.004))");
  assert_refuses (array, "(1, 2 s)", GYRE_VALUE_ERROR_DIMENSION,
                  "element 1: must be in units such as m, has the units s (at character 5)");
  assert_refuses (array, "(1 km, -2 km)", GYRE_VALUE_ERROR_CONSTRAINT, "element 1 must be positive, is -2000 (at character 8)");
  assert_refuses (array, "((1 km, 2), (3))", GYRE_VALUE_ERROR_DIMENSION,
                  "element 1 has the length 1, the lists before it have 2: all must have the same length");
  assert_reads (list, "1 s, 2", "(1000, 2)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/quantity-number/quantity-is-converted-to-the-units-of-the-trait", test_real);
  g_test_add_func ("/traits/quantity-number/units-that-are-just-a-word-take-plain-numbers", test_label);
  g_test_add_func ("/traits/quantity-number/integer-must-come-out-whole", test_integer);
  g_test_add_func ("/traits/quantity-number/each-element-is-converted", test_containers);
  return g_test_run ();
}
