/* test-expression-function.c: The functions that expressions know
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expression-fixture.h"

static void
test_numbers (void)
{
  assert_computed ("(abs({-3}), abs(-2.5), abs({-3 m}) == 3 m)", "(3, 2.5, true)");
  assert_computed ("(round({2.5}), round(3.5), round(-2.5), round(7))", "(2, 4, -2, 7)");
  assert_computed ("(round({2.675}, 2), round(1.005, 1), round(5, 2))", "(2.67, 1, 5)");
  assert_computed ("(floor({-1.5}), ceil({-1.5}), floor(2), ceil(2.1))", "(-2, -1, 2, 3)");
  assert_computed ("(sqrt({16}), exp(0), log({e}) if false else 0, log10(1000))", "(4, 1, 0, 3)");
  assert_computed ("(sin(0), cos(0), tan(0), asin(0), acos(1), atan(0))", "(0, 1, 0, 0, 0, 0)");
  assert_computed ("(atan2({1}, 1) == pi / 4, hypot(3 m, 4 m) == 5 m)", "(true, true)");
  assert_computed ("(tau == 2 * pi, π == pi, log(e), -inf < inf)", "(true, true, 1, true)");
}

static void
test_aggregates (void)
{
  assert_computed ("(min({(3, 1, 2)}), max(3, {5}, 2.5), min('b', 'a'), max(1 m, 1 km) == 1 km)", "(1, 5, a, true)");
  assert_computed ("(sum({(1, 2, 3)}), sum(1, 2), sum({()}), sum(1 m, 1 km) == 1001 m)", "(6, 3, 0, true)");
  assert_computed ("(average({(1, 2)}), average(2, 4), count({(1, 2, 3)}), count(5, 6), count({()}))", "(1.5, 3, 3, 2, 0)");
  assert_computed ("(product({(2, 3)}), product({()}), length({(1, 2)}), length('aπ'))", "(6, 1, 2, 2)");
  assert_computed ("(any({(yes, no)}), all({(yes, no)}), any(false), all({()}))", "(true, false, false, true)");
  assert_computed ("max({nan}, 1) == 1", "false");
}

static void
test_refusals (void)
{
  assert_refused ("1 + sqrt({-1})", 4, "sqrt() must have a number of at least 0, has -1", NULL);
  assert_refused ("log({0})", 0, "log() must have a number above 0, has 0", NULL);
  assert_refused ("asin({2})", 0, "between -1 and 1", NULL);
  assert_refused ("exp({1000})", 0, "beyond what a real number holds", NULL);
  assert_refused ("floor({1e300})", 0, "that 64 bits hold", NULL);
  assert_refused ("sin({1 m})", 0, "must have a plain number, has a quantity", "divide by a unit");
  assert_refused ("hypot({1 m}, {1})", 0, "two numbers of one dimension", NULL);
  assert_refused ("abs({a})", 0, "abs() must have a number, has a text", NULL);
  assert_refused ("min({()})", 0, "must have at least one value", NULL);
  assert_refused ("average({()})", 0, "must have at least one value", NULL);
  assert_refused ("max(1, {a})", 0, "must compare values of one kind", NULL);
  assert_refused ("max({(a, yes)})", 0, "must compare values of one kind", NULL);
  assert_refused ("sum({(1, a)})", 0, "sum() must have a number, has a text", NULL);
  assert_refused ("any({1})", 0, "values that are yes or no", NULL);
  assert_refused ("length({1})", 0, "a list or a text", NULL);
  assert_refused ("round({1.5}, 16)", 0, "between 0 and 15 digits", NULL);
  assert_refused ("sum({9223372036854775807}, 1)", 0, "as a whole number", NULL);
}

static void
test_arguments (void)
{
  assert_refused ("abs()", 0, "abs() must have 1 argument, has 0", NULL);
  assert_refused ("abs(1, 2)", 0, "abs() must have 1 argument, has 2", NULL);
  assert_refused ("round(1, 2, 3)", 0, "round() must have 1 or 2 arguments, has 3", NULL);
  assert_refused ("2 * atan2(1)", 4, "atan2() must have 2 arguments, has 1", NULL);
  assert_refused ("sum()", 0, "sum() must have a list or values, has none", NULL);
  assert_refused ("flor({1})", 0, "'flor' is no function", "did you mean 'floor'?");
  assert_refused ("system('ls')", 0, "'system' is no function", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/expression-function/numbers-have-their-functions", test_numbers);
  g_test_add_func ("/traits/expression-function/aggregates-take-a-list-or-several-values", test_aggregates);
  g_test_add_func ("/traits/expression-function/what-has-no-value-is-refused", test_refusals);
  g_test_add_func ("/traits/expression-function/arguments-are-counted-and-names-suggested", test_arguments);
  return g_test_run ();
}
