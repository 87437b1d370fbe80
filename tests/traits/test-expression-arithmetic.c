/* test-expression-arithmetic.c: What arithmetic and comparison between two terms yield
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expression-fixture.h"
#include "gyre-number.h"

/* The names are values: none of this is computed when the text is compiled. */
static void
test_like_numbers (void)
{
  static const char * const values[] = { "0", "1", "-1", "7", "-3", "2.5", "-0.5", "9223372036854775807", "-9223372036854775808",
                                         "1e308", "inf", "3" };
  static const char * const signs[] = { "+", "-", "*", "/", "//", "%", "**" };

  for (gsize first = 0; first < G_N_ELEMENTS (values); first++)
    for (gsize second = 0; second < G_N_ELEMENTS (values); second++)
      for (gsize sign = 0; sign < G_N_ELEMENTS (signs); sign++)
        {
          g_autofree char *literal = g_strdup_printf ("(%s) %s (%s)", values[first], signs[sign], values[second]);
          g_autofree char *text = g_strdup_printf ("{%s} %s {%s}", values[first], signs[sign], values[second]);
          GyreNumber number = { 0 };
          GyreTerm term = { 0 };
          gboolean fine = gyre_number_from_text (literal, -1, &number, NULL) && !number.overflow;

          g_assert_true (evaluate_form (text, GYRE_EXPRESSION_COMPUTED, &term, NULL) == fine);
          if (fine && number.is_integer)
            g_assert_cmpint (term.integer, ==, number.integer);
          else if (fine)
            g_assert_true (term.kind == GYRE_TERM_REAL && gyre_real_equal (term.real, number.real));
        }
}

static void
test_kinds (void)
{
  assert_refused ("{a} * 2", 4, "must have numbers on both sides of *, has a text and a whole number", NULL);
  assert_refused ("{a} + 2", 4, "must have numbers or texts on both sides of +, has a text and a whole number", "in quotes");
  assert_refused ("{true} + 1", 7, "has yes or no and a whole number", NULL);
  assert_refused ("{none} - 1", 7, "has none and a whole number", NULL);
  assert_refused ("-{a}", 0, "must have a number after -, has a text", NULL);
  assert_refused ("-{-9223372036854775808}", 0, "as a whole number", NULL);
  assert_computed ("'a' + {b}", "ab");
}

static void
test_comparisons (void)
{
  assert_computed ("{1} == {1.0}", "true");
  assert_computed ("{9007199254740993} > {9007199254740992.0}", "true");
  assert_computed ("{9223372036854775807} < {9223372036854775808.0}", "true");
  assert_computed ("{-1} > {-1.5}", "true");
  assert_computed ("{nan} == {nan}", "false");
  assert_computed ("{nan} < 1", "false");
  assert_computed ("{nan} != 1", "true");
  assert_computed ("{a} < {b}", "true");
  assert_computed ("{a} == 'a'", "true");
  assert_computed ("{none} == {none}", "true");
  assert_computed ("{a} == none", "false");
  assert_computed ("{(1, (2, x))} == (1.0, (2, 'x'))", "true");
  assert_computed ("{(1, 2)} != (1, 3)", "true");
  assert_refused ("{a} == 1", 4, "must compare values of one kind, has a text and a whole number", NULL);
  assert_refused ("{true} == 1", 7, "has yes or no and a whole number", NULL);
  assert_refused ("{(1, 2)} < (1, 3)", 9, "has a list and a list", NULL);
}

static void
test_dimensions (void)
{
  assert_computed ("{1 m} < {2 km}", "true");
  assert_computed ("{6 m} / {2 m}", "3");
  assert_computed ("{3 m} ** 2 == 9 m**2", "true");
  assert_refused ("{1 m} + {1 s}", 6, "", NULL);
  assert_refused ("{1 m} + 1", 6, "", NULL);
  assert_refused ("{1 m} < {1 s}", 6, "", NULL);
  assert_refused ("{1 m} == {1}", 6, "", NULL);
  assert_refused ("{7 m} // {2 m}", 6, "must have plain numbers on both sides of //", "divide both by a unit first");
  assert_refused ("2 ** {1 m}", 2, "must have a plain number as exponent", NULL);
  assert_refused ("{1 m} / {0 s}", 6, "must not divide by zero", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/expression-arithmetic/rules-are-those-of-numbers", test_like_numbers);
  g_test_add_func ("/traits/expression-arithmetic/other-kinds-are-refused", test_kinds);
  g_test_add_func ("/traits/expression-arithmetic/comparison-is-exact-and-of-one-kind", test_comparisons);
  g_test_add_func ("/traits/expression-arithmetic/dimensions-are-checked", test_dimensions);
  return g_test_run ();
}
