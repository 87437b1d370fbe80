/* test-expression.c: What a text with references computes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expression-fixture.h"

static void
test_arithmetic (void)
{
  assert_computed ("{2} * 3 + 1", "7");
  assert_computed ("1 + 2 * 3 ** 2", "19");
  assert_computed ("2 ** 3 ** 2", "512");
  assert_computed ("-2 ** 2", "-4");
  assert_computed ("2 ** -1", "0.5");
  assert_computed ("{7} / 2", "3.5");
  assert_computed ("{8} / 2", "4");
  assert_computed ("{-7} // 2", "-4");
  assert_computed ("{-7} % 3", "2");
  assert_computed ("2**63 - 1", "9223372036854775807");
  assert_computed ("-2**63", "-9223372036854775808");
  assert_computed ("({1} + {2}) * ({3} - 1)", "6");
}

static void
test_conditions (void)
{
  assert_computed ("1 if {true} else 2", "1");
  assert_computed ("1 if {1} > 2 else 2 if {1} > 1 else 3", "3");
  assert_computed ("1 if {true} else 1 / {0}", "1");
  assert_computed ("(1 if {false} else 2) + 3", "5");
  assert_computed ("-(1 if {true} else 2)", "-1");
  assert_computed ("{false} and 1 / {0} > 1", "false");
  assert_computed ("{true} or 1 / {0} > 1", "true");
  assert_computed ("not {1} == 2 and {3} >= 3", "true");
}

static void
test_texts (void)
{
  assert_computed ("\"a\" + 'b'", "ab");
  assert_computed ("\"{1} and { {2} + 1 }, {{}}\\n\"", "\"1 and 3, {{}}\\n\"");
  assert_form ("/data/{run}.txt", GYRE_EXPRESSION_WRITTEN, "/data/run.txt");
  assert_form ("  \"a\\t{1}\" ", GYRE_EXPRESSION_WRITTEN, "\"a\\t1\"");
  assert_form ("n = { {1} + 1 }", GYRE_EXPRESSION_WRITTEN, "n = 2");
  assert_form ("{(1, 2)}", GYRE_EXPRESSION_WRITTEN, "\"(1, 2)\"");
}

static void
test_lists (void)
{
  assert_computed ("({1}, {2} + 1)", "(1, 3)");
  assert_computed ("[1, (2, 3), 'a b',][1][-1]", "3");
  assert_computed ("sum({(1, 2, 3)})", "6");
  assert_computed ("max(1, {5}, 3)", "5");
  assert_computed ("()", "()");
  assert_computed ("count()", "0");
}

static void
test_quantities (void)
{
  assert_computed ("30 ms + {1} s == 1030 ms", "true");
  assert_computed ("{5} * meter", "5 m");
  assert_computed ("{5} * m / (2 s)", "2.5 m/s");
  assert_computed ("9.81 m/s^2 == 9.81*m/s**2", "true");
  assert_computed ("-2 m**2 < 0 m^2", "true");
  assert_computed ("sqrt(4 m**2)", "2 m");
  assert_computed ("{30 ms} > 20 ms", "true");
  assert_computed ("0 celsius == 273.15 K", "true");
  assert_computed ("max(32 fahrenheit, 0 K) - {273.15 K} < 1e-9 K", "true");
}

static void
test_refusals (void)
{
  assert_refused ("1 +", 3, "ends instead", NULL);
  assert_refused ("sqr({2})", 0, "'sqr' is no function", "sqrt");
  assert_refused ("1 m + {2} s", 4, "", NULL);
  assert_refused ("{π} + 1 / {0}", 8, "divide by zero", NULL);
  assert_refused ("{9223372036854775807} + 1", 22, "as a whole number", "with a point");
}

static void
test_braces (void)
{
  g_assert_true (gyre_text_has_references ("a {b}", -1));
  g_assert_true (gyre_text_has_references ("a }", -1));
  g_assert_true (gyre_text_has_references ("{{{a}}}", -1));
  g_assert_false (gyre_text_has_references ("{{a}}", -1));
  g_assert_true (gyre_text_has_references ("{{", 1));
  g_assert_false (gyre_text_has_references ("{", 0));
}

static void
assert_resolved (const char *name, const char *owner, const char *expected)
{
  g_autofree char *found = gyre_reference_resolve (name, owner);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_relative (void)
{
  assert_resolved ("x.y", "a.b", "x.y");
  assert_resolved (".x", "a.b", "a.b.x");
  assert_resolved ("..x.y", "a.b", "a.x.y");
  assert_resolved ("...x", "a.b", "x");
  assert_resolved ("....x", "a.b", NULL);
}

static void
test_any_bytes (void)
{
  assert_refused ("{a} + \xff", 6, "must be UTF-8, has the byte 0xff", NULL);
  g_assert_null (gyre_expression_new ("1 + \0 2", 7, GYRE_EXPRESSION_COMPUTED, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/expression/arithmetic-is-that-of-numbers", test_arithmetic);
  g_test_add_func ("/traits/expression/only-the-branch-that-counts-is-computed", test_conditions);
  g_test_add_func ("/traits/expression/texts-have-values-in-them", test_texts);
  g_test_add_func ("/traits/expression/lists-have-elements", test_lists);
  g_test_add_func ("/traits/expression/quantities-have-dimensions", test_quantities);
  g_test_add_func ("/traits/expression/refusals-have-a-place", test_refusals);
  g_test_add_func ("/traits/expression/single-brace-is-a-reference", test_braces);
  g_test_add_func ("/traits/expression/dots-lead-outwards", test_relative);
  g_test_add_func ("/traits/expression/other-bytes-than-characters-are-refused", test_any_bytes);
  return g_test_run ();
}
