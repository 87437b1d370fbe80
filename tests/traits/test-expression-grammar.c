/* test-expression-grammar.c: The grammar of expressions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expression-fixture.h"

static void
test_ranks (void)
{
  assert_computed ("{1} + 2 * 3 - 4 / 2", "5");
  assert_computed ("({1} + 2) * 3", "9");
  assert_computed ("2 ** {3} ** 2", "512");
  assert_computed ("-{2} ** 2", "-4");
  assert_computed ("2 ** -{1}", "0.5");
  assert_computed ("- - +{3}", "3");
  assert_computed ("{7} // 2 * 2 + {7} % 2", "7");
  assert_computed ("not {1} > 2 and {1} < 2 or {false}", "true");
  assert_computed ("1 + 1 if {1} == 1 and {2} == 2 else 1 / {0}", "2");
  assert_computed ("1 if {false} else 2 if {false} else 3", "3");
  assert_computed ("[1, 2, 3][{0} + 1] + 1", "3");
  assert_computed ("-[1, 2][1]", "-2");
  assert_computed ("{(1, (2, 3))}[1][0]", "2");
  assert_computed ("(1,)", "(1)");
  assert_computed ("[]", "()");
}

static void
test_mistakes (void)
{
  assert_refused ("", 0, "must be an expression, ends instead", NULL);
  assert_refused ("1 2", 2, "must go on with an operator, has '2'", NULL);
  assert_refused ("(1 + 2", 6, "must go on with an operator, ',' or ')', ends instead", NULL);
  assert_refused ("[1, 2)", 5, "must go on with an operator, ',' or ']', has ')'", NULL);
  assert_refused ("1 + * 2", 4, "must be an expression, has '*'", NULL);
  assert_refused ("1 if {true}", 11, "must go on with an operator or 'else', ends instead", "a if b else c");
  assert_refused ("1 < {2} < 3", 8, "must not compare the result of a comparison", "and");
  assert_refused ("{π} and π ; 2", 10, "must be an expression, has ';'", NULL);
  assert_refused ("{a} = 2", 4, "must be an expression, has '='", "write == to compare");
  assert_refused ("1 + not {true}", 4, "must be an expression, has 'not'", NULL);
  assert_refused ("{x}[1", 5, "']'", NULL);
  assert_refused ("{(1, 2)}[2]", 8, "must be an element of a list of 2, has [2]", "the first element is [0]");
  assert_refused ("{(1, 2)}[0.0]", 8, "must have a whole number between [ and ]", NULL);
  assert_refused ("{5}[0]", 3, "must have a list before [, has a whole number", NULL);
  assert_refused ("1 if {5} else 2", 2, "must have yes or no after 'if', has a whole number", NULL);
  assert_refused ("{5} or {true}", 4, "on both sides of 'or'", NULL);
  assert_refused ("{true} and {5}", 7, "on both sides of 'and'", NULL);
  assert_refused ("not {5}", 0, "after 'not'", NULL);
}

static char *
repeat (const char *before, const char *middle, const char *after, guint count)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < count; index++)
    g_string_append (text, before);
  g_string_append (text, middle);
  for (guint index = 0; index < count; index++)
    g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* Whatever nests is refused with a reason, and whatever goes on is computed: the stack of the machine does not grow with it. */
static void
test_depth (void)
{
  static const char * const nesting[][3] = {
    { "(", "1", ")" }, { "[", "1", "]" }, { "-", "1", "" }, { "2**", "1", "" }, { "not ", "true", "" }, { "abs(", "1", ")" },
    { "1 if true else ", "1", "" }, { "[1][", "0", "]" },
  };

  for (gsize index = 0; index < G_N_ELEMENTS (nesting); index++)
    {
      g_autofree char *text = repeat (nesting[index][0], nesting[index][1], nesting[index][2], 60000);
      g_autofree char *shallow = repeat (nesting[index][0], nesting[index][1], nesting[index][2], 20);
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreExpression) expression = gyre_expression_new (text, -1, GYRE_EXPRESSION_COMPUTED, &error);
      g_autoptr (GyreExpression) other = gyre_expression_new (shallow, -1, GYRE_EXPRESSION_COMPUTED, NULL);

      g_assert_null (expression);
      g_assert_nonnull (strstr (error->message, "deeper than 128"));
      g_assert_nonnull (other);
    }
}

/* Each of them would be read once more for each text around it, or moved for each condition. */
static void
test_texts_in_texts (void)
{
  g_autofree char *deep = repeat ("\"{ {a} + ", "\"\"", "}\"", 5);
  g_autofree char *shallow = repeat ("\"{ {a} + ", "\"\"", "}\"", 3);
  g_autofree char *sum = repeat ("{1} + ", "1", "", 50000);
  g_autofree char *opening = g_strnfill (100, '(');
  g_autofree char *conditions = repeat ("", "", " if {yes} else 0)", 100);
  g_autofree char *text = g_strconcat (opening, sum, conditions, NULL);
  g_autoptr (GError) error = NULL;

  assert_refused (deep, 36, "texts in texts deeper than 4", NULL);
  assert_computed (shallow, "aaa");
  g_assert_null (gyre_expression_new (text, -1, GYRE_EXPRESSION_COMPUTED, &error));
  g_assert_nonnull (strstr (error->message, "conditions around conditions"));
}

static void
test_length (void)
{
  g_autofree char *sum = repeat ("{1} + ", "1", "", 50000);
  g_autofree char *list = repeat ("{2}, ", "1", "", 50000);
  g_autofree char *total = g_strdup_printf ("sum([%s])", list);
  g_autofree char *too_many = repeat ("1+", "1", "", 100000);
  g_autofree char *too_long = repeat ("1+", "1", "", GYRE_EXPRESSION_MAXIMUM_LENGTH);

  assert_computed (sum, "50001");
  assert_computed (total, "100001");
  assert_refused (too_many, 131071, "at most 131072 words", NULL);
  assert_refused (too_long, 0, "at most 1048576 bytes", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/expression-grammar/operators-have-ranks", test_ranks);
  g_test_add_func ("/traits/expression-grammar/mistakes-have-a-place-and-a-hint", test_mistakes);
  g_test_add_func ("/traits/expression-grammar/deep-nesting-is-refused", test_depth);
  g_test_add_func ("/traits/expression-grammar/what-would-be-read-again-and-again-is-refused", test_texts_in_texts);
  g_test_add_func ("/traits/expression-grammar/long-texts-are-computed", test_length);
  return g_test_run ();
}
