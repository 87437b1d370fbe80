/* test-expression-compiler.c: What is known while a text is compiled
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expression-fixture.h"
#include "gyre-expression-private.h"

static guint
steps_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreExpression) expression = gyre_expression_new (text, -1, GYRE_EXPRESSION_COMPUTED, &error);

  g_assert_no_error (error);
  return expression->n_steps;
}

static void
test_folding (void)
{
  g_assert_cmpuint (steps_of ("2 * 3 + 4 ** 2 - -1"), ==, 1);
  g_assert_cmpuint (steps_of ("9.81 m/s^2"), ==, 1);
  g_assert_cmpuint (steps_of ("2 * 3 + {a}"), ==, 3);
  /* What cannot be computed is said when it is needed. */
  g_assert_cmpuint (steps_of ("1 / 0"), ==, 3);
  assert_computed ("1 if true else 1 / 0", "1");
  /* A constant at the end of a branch is not the whole branch. */
  assert_computed ("-({1} if {true} else 2)", "-1");
  assert_computed ("({1} if {true} else 2) + 3", "4");
  assert_computed ("3 + ({1} if {true} else 2)", "4");
  assert_computed ("({5} if {true} else 2) m == 5 m", "true");
}

static void
test_names (void)
{
  g_autoptr (GyreExpression) expression = gyre_expression_new ("{ a . b } + 'π{.c}' + {a.b} + {..d e}", -1, GYRE_EXPRESSION_COMPUTED,
                                                               NULL);

  g_assert_cmpuint (gyre_expression_get_length (expression), ==, 3);
  g_assert_cmpstr (gyre_expression_get_name (expression, 0), ==, "a.b");
  g_assert_cmpstr (gyre_expression_get_name (expression, 1), ==, ".c");
  g_assert_cmpstr (gyre_expression_get_name (expression, 2), ==, "..d e");
  g_assert_cmpuint (gyre_expression_get_offset (expression, 0), ==, 1);
  g_assert_cmpuint (gyre_expression_get_offset (expression, 1), ==, 15);
}

/* One term more on the stack than was counted would be written behind its end. */
static void
test_depth (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint index = 0; index < 70; index++)
    g_string_append (list, "{1} + (");
  g_string_append (list, "{1} if {true} else [{2}, {3}][0]");
  for (guint index = 0; index < 70; index++)
    g_string_append (list, ")");
  assert_computed (list->str, "71");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/expression-compiler/constants-are-computed-once", test_folding);
  g_test_add_func ("/traits/expression-compiler/each-name-is-one-input", test_names);
  g_test_add_func ("/traits/expression-compiler/stack-is-deep-enough", test_depth);
  return g_test_run ();
}
