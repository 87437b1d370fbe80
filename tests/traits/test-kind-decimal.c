/* test-kind-decimal.c: The kind of exact decimal numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_reads (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (decimal));

  assert_reads (trait, "0.1", "0.1");
  assert_reads (trait, "'0.10'", "0.10");
  assert_data (trait, "'0.10'", "0.10");
  assert_data (trait, "0.1", "0.1");
  assert_takes (trait, native_double (0.1), "0.1");
  assert_takes (trait, native_uint64 (G_MAXUINT64), "18446744073709551615");
  assert_takes (trait, native_int (-7), "-7");
  assert_takes (trait, native_string ("1.50"), "1.50");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (decimal));

  assert_refuses (trait, "1.2.3", GYRE_VALUE_ERROR_SYNTAX, "must end behind the number, has '.' (at character 4)");
  assert_refuses (trait, "  1,5", GYRE_VALUE_ERROR_SYNTAX, "must end behind the number, has ',' (at character 4)");
  assert_refuses (trait, "1e", GYRE_VALUE_ERROR_SYNTAX, "must go on with a digit of the exponent, ends (at character 3)");
  assert_refuses (trait, "-", GYRE_VALUE_ERROR_SYNTAX, "must go on with a digit, ends (at character 2)");
  assert_refuses (trait, "1e1000000000", GYRE_VALUE_ERROR_RANGE,
                  "must have an exponent between -999999999 and 999999999 (at character 3)");
  assert_hint (trait, "0x10", "write a decimal number, such as -12.50 or 1.5e-7");
  assert_refuses_native (trait, native_double (NAN), GYRE_VALUE_ERROR_RANGE, "must be finite, is nan");
  assert_refuses (trait, "none", GYRE_VALUE_ERROR_NULL, "may not be none (at character 1)");
}

static GyreValue
make (GRand *random)
{
  GString *text = g_string_new (g_rand_boolean (random) ? "-" : "");

  for (gint count = g_rand_int_range (random, 1, 40); count > 0; count--)
    g_string_append_c (text, (char) g_rand_int_range (random, '0', '9' + 1));
  if (g_rand_boolean (random))
    g_string_append_printf (text, ".%u", g_rand_int (random));
  if (g_rand_boolean (random))
    g_string_append_printf (text, "e%d", g_rand_int_range (random, -50, 50));
  GyreValue value = { .present = TRUE, .pointer = gyre_decimal_new_from_text (text->str, NULL) };
  g_string_free (text, TRUE);
  return value;
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (POINTER (decimal)), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-decimal/tenth-stays-a-tenth", test_reads);
  g_test_add_func ("/traits/kind-decimal/garbage-has-its-place", test_refused);
  g_test_add_func ("/traits/kind-decimal/every-value-survives", test_property);
  return g_test_run ();
}
