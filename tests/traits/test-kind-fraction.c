/* test-kind-fraction.c: The kind of exact quotients of whole numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

#define FRACTION .kind = &gyre_kind_fraction, .storage = GYRE_STORAGE_FRACTION

static void
test_reads (void)
{
  GyreTrait *trait = MAKE_TRAIT (FRACTION);

  assert_reads (trait, "6/8", "3/4");
  assert_reads (trait, " -6 / 8 ", "-3/4");
  assert_reads (trait, "1.20", "6/5");
  assert_reads (trait, "0.500000000000000000000000000", "1/2");
  assert_reads (trait, "-9223372036854775808", "-9223372036854775808");
  assert_reads (trait, "0/5", "0");
  assert_takes (trait, native_double (0.1), "1/10");
  assert_takes (trait, native_double (1e16), "10000000000000000");
  assert_takes (trait, native_int64 (G_MININT64), "-9223372036854775808");
  assert_data (trait, "'3/4'", "3/4");
  assert_data (trait, "0.25", "1/4");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (FRACTION);

  assert_refuses (trait, "3/0", GYRE_VALUE_ERROR_RANGE, "must have a denominator that is not 0, has '0' (at character 3)");
  assert_refuses (trait, "3/4/5", GYRE_VALUE_ERROR_SYNTAX, "must end behind the number, has '/' (at character 4)");
  assert_refuses (trait, "3/", GYRE_VALUE_ERROR_SYNTAX, "must go on with a digit, ends (at character 3)");
  assert_refuses (trait, "1.5/2", GYRE_VALUE_ERROR_SYNTAX, "must end behind the number, has '/' (at character 4)");
  assert_refuses (trait, "9223372036854775808", GYRE_VALUE_ERROR_RANGE,
                  "must have a numerator and a denominator of 64 bits, has larger ones (at character 1)");
  assert_refuses (trait, "99999999999999999999/3", GYRE_VALUE_ERROR_RANGE,
                  "must have a numerator and a denominator of 64 bits, has larger ones (at character 1)");
  assert_refuses_native (trait, native_double (INFINITY), GYRE_VALUE_ERROR_RANGE,
                         "must have a numerator and a denominator of 64 bits, is inf");
}

static void
test_terms (void)
{
  GValue native = G_VALUE_INIT;

  g_value_set_boxed (g_value_init (&native, GYRE_TYPE_FRACTION), &(GyreFraction) { 6, 8 });
  assert_refuses_native (MAKE_TRAIT (FRACTION), native, GYRE_VALUE_ERROR_TYPE, "must be in its lowest terms, is 6/8");
}

static GyreValue
make (GRand *random)
{
  GyreFraction fraction = { 0, 1 };

  while (!gyre_fraction_set (&fraction, (gint64) random_bits (random), (gint64) random_bits (random), NULL))
    ;
  return (GyreValue) { .present = TRUE, .pointer = gyre_fraction_copy (&fraction) };
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (FRACTION), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-fraction/quotient-decimals-and-integer-are-read", test_reads);
  g_test_add_func ("/traits/kind-fraction/overflow-is-an-error", test_refused);
  g_test_add_func ("/traits/kind-fraction/native-one-is-in-its-lowest-terms", test_terms);
  g_test_add_func ("/traits/kind-fraction/every-value-survives", test_property);
  return g_test_run ();
}
