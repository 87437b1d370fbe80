/* test-expression-operand.c: What stands between the operators of an expression
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expression-fixture.h"

static void
test_literals (void)
{
  assert_computed ("(1_000, 0x1F, 0o17, 0b11, 1.5e3, .5)", "(1000, 31, 15, 3, 1500, 0.5)");
  assert_computed ("-9223372036854775808", "-9223372036854775808");
  assert_computed ("0x8000_0000_0000_0000 - 1", "9223372036854775807");
  assert_refused ("1 + 010", 4, "must not start with a zero", "0o10");
  assert_refused ("2 + 9223372036854775808", 0, "as a whole number", "with a point");
  assert_refused ("{1} + 10**20", 6, "as a whole number", "with a point");
  assert_computed ("1.0 * 10**20", "1e+20");
}

static void
test_words (void)
{
  assert_computed ("(true, false, none)", "(true, false, none)");
  assert_refused ("1 + meterr", 4, "'meterr' is no function, constant or unit", NULL);
  assert_refused ("8 / ²888888888888888888888888888888888888888⁰88", 4, "'²888888888888888888888888888888888888888' is no function", NULL);
  assert_refused ("2 * sqr", 4, "'sqr' is no function", "sqrt");
}

static void
test_units (void)
{
  assert_computed ("{2} km == 2000 m", "true");
  assert_computed ("({1} + 1) * kilometer == 2 km", "true");
  assert_computed ("5 kg m/s^2 == 5 N", "true");
  assert_computed ("1 / 2 s == 0.5 Hz", "true");
  assert_computed ("10 m / 2 s == 5 m/s", "true");
  assert_computed ("2**3 m == 8 m", "true");
  assert_computed ("-2 m**2 == -(2 m) * m", "true");
  assert_computed ("64 MiB > 64 MB", "true");
  assert_refused ("2 ^ 3", 2, "must have an operator, has '^'", "write **");
  assert_refused ("20 celsius + 1 K", 11, "whose zero is not the absolute one", "kelvin");
  assert_refused ("{x} * celsius", 4, "whose zero is not the absolute one", NULL);
  assert_computed ("max(20 celsius, {300 K}) - 100 K == 200 K", "true");
  assert_computed ("{300 K} > 20 celsius", "true");
}

static void
test_interpolation (void)
{
  assert_computed ("'{a}-{(1, 2)}-{1.0}'", "a-(1, 2)-1");
  assert_computed ("'{{{a}}}'", "{{a}}");
  assert_computed ("'tab\\t\\u00e9{a}\\n'", "\"tab\\té" "a\\n\"");
  assert_computed ("\"{ '{a}' + \"x\" }\"", "ax");
  assert_computed ("length('{a}{ {1} + 1 }')", "2");
  assert_refused ("1 + 'x}'", 6, "must not have a '}' that closes nothing", "write }}");
  assert_refused ("'\\q{a}'", 1, "backslash", NULL);
  assert_refused ("'{ }'", 2, "must have a name between braces", NULL);
  assert_form ("{a}/{b}.txt", GYRE_EXPRESSION_WRITTEN, "a/b.txt");
  assert_form ("{{{a}}}", GYRE_EXPRESSION_WRITTEN, "{{a}}");
  assert_form ("it's {a}", GYRE_EXPRESSION_WRITTEN, "it's a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/expression-operand/literals-are-those-of-numbers", test_literals);
  g_test_add_func ("/traits/expression-operand/unknown-words-are-refused", test_words);
  g_test_add_func ("/traits/expression-operand/units-bind-stronger-than-signs", test_units);
  g_test_add_func ("/traits/expression-operand/values-stand-in-texts", test_interpolation);
  return g_test_run ();
}
