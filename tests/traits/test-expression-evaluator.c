/* test-expression-evaluator.c: The steps of an expression, done
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expression-fixture.h"

/* Computes @text again and again, with its own result as the input. Returns the message that ends it. */
static char *
grow (const char *text, const char *start)
{
  g_autoptr (GyreExpression) expression = gyre_expression_new (text, -1, GYRE_EXPRESSION_COMPUTED, NULL);
  GyreTerm term = gyre_term_from_text (start, -1);

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (GError) error = NULL;
      GyreTerm result;
      gboolean fine = gyre_expression_evaluate (expression, &term, &result, &error);

      gyre_term_clear (&term);
      if (!fine)
        return g_strdup (error->message);
      term = result;
    }
  g_error ("%s: never ends", text);
}

/* Each of these would be larger than any memory before long. */
static void
test_growth (void)
{
  g_autofree char *text = grow ("{a} + {a}", "a");
  g_autofree char *written = grow ("'{a}{a}'", "a");
  g_autofree char *list = grow ("({a}, {a})", "a");
  g_autofree char *deep = grow ("({a},)", "a");
  g_autofree char *number = grow ("{a} * {a}", "3");
  g_autofree char *real = grow ("{a} * {a}", "3.0");

  g_assert_nonnull (strstr (text, "a text of at most 4194304 bytes"));
  g_assert_nonnull (strstr (written, "a text of at most 4194304 bytes"));
  g_assert_nonnull (strstr (list, "a list of at most 1048576 values"));
  g_assert_nonnull (strstr (deep, "nested at most 64 deep"));
  g_assert_nonnull (strstr (number, "as a whole number"));
  g_assert_nonnull (strstr (real, "beyond what a real number holds"));
}

static void
test_budget (void)
{
  g_autoptr (GString) text = g_string_new ("0");
  g_autoptr (GyreExpression) expression = NULL;
  g_autoptr (GError) error = NULL;
  GyreTerm list, result;

  for (guint index = 0; index < 10000; index++)
    g_string_append (text, " + sum({a})");
  expression = gyre_expression_new (text->str, -1, GYRE_EXPRESSION_COMPUTED, NULL);
  list = (GyreTerm) { .kind = GYRE_TERM_LIST, .list = gyre_term_list_new (10000) };
  for (guint index = 0; index < 10000; index++)
    list.list->terms[index] = (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = 1 };
  gyre_term_list_seal (list.list);
  g_assert_false (gyre_expression_evaluate (expression, &list, &result, &error));
  g_assert_nonnull (strstr (error->message, "must be computed in at most 1048576 steps"));
  g_assert_cmpuint (result.kind, ==, GYRE_TERM_UNDEFINED);
  gyre_term_clear (&list);
}

/* The terms that were on the stack are freed; the sanitizer would find them. */
static void
test_failure_keeps_nothing (void)
{
  assert_refused ("('a{b}', ({c}, 'd' + {e}), 1 / {0})", 29, "must not divide by zero", NULL);
  assert_refused ("max('a{b}', 'c{d}') + [{1}, 'x{y}'][5]", 35, "must be an element", NULL);
}

static void
test_lazy (void)
{
  assert_computed ("({1} / {0} if {false} else 2, {true} or {1} / {0} > 0, {false} and {1} / {0} > 0)", "(2, true, false)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/expression-evaluator/nothing-grows-without-end", test_growth);
  g_test_add_func ("/traits/expression-evaluator/work-is-counted", test_budget);
  g_test_add_func ("/traits/expression-evaluator/failure-keeps-nothing", test_failure_keeps_nothing);
  g_test_add_func ("/traits/expression-evaluator/what-is-not-needed-is-not-computed", test_lazy);
  return g_test_run ();
}
