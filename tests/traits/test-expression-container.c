/* test-expression-container.c: Texts with references, read for a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "container-fixture.h"

#include "gyre-expression-container-private.h"
#include "gyre-value-error.h"

/* References have the values that their names have as texts: {2} is 2. */
static char *
follow (const GyreTrait *trait, const char *text, GError **error)
{
  g_autoptr (GyreExpression) expression = gyre_expression_new_for (trait, text, -1, error);
  GyreTerm inputs[8], result = { .kind = GYRE_TERM_UNDEFINED };
  GyreValue value = GYRE_NONE;
  g_autofree char *written = NULL;
  char *printed = NULL;

  if (expression == NULL)
    return NULL;
  g_assert_cmpuint (gyre_expression_get_length (expression), <=, G_N_ELEMENTS (inputs));
  for (guint index = 0; index < gyre_expression_get_length (expression); index++)
    inputs[index] = gyre_term_from_text (gyre_expression_get_name (expression, index), -1);
  if (gyre_expression_evaluate (expression, inputs, &result, error))
    {
      written = gyre_expression_dup_text_for (trait, &result);
      if (gyre_trait_parse (trait, written, &value, error))
        printed = gyre_trait_print (trait, value);
      gyre_kind_clear (trait->kind, &value);
    }
  gyre_term_clear (&result);
  for (guint index = 0; index < gyre_expression_get_length (expression); index++)
    gyre_term_clear (&inputs[index]);
  return printed;
}

static void
assert_follows (const GyreTrait *trait, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = follow (trait, text, &error);

  if (found == NULL)
    g_error ("%s: %s", text, error->message);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_refused (const GyreTrait *trait, const char *text, gsize offset, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = follow (trait, text, &error);
  gsize place = G_MAXSIZE;

  g_assert_null (found);
  g_assert_nonnull (strstr (error->message, message));
  g_assert_true (gyre_value_error_get_offset (error, &place));
  g_assert_cmpuint (place, ==, offset);
}

static void
test_entries (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_real);

  assert_follows (trait, "[low: {2} * 2, high: 9]", "(low: 4, high: 9)");
  assert_follows (trait, "low: max({2}, 3), \"a, b\": \"{1} + 1\"", "(low: 3, \"a, b\": 2)");
  assert_follows (trait, "[low: 2**3, high: sqrt(4) , x: {1}]", "(low: 8, high: 2, x: 1)");
  assert_follows (MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_string), "[a: /x/{1}.txt, b: \"{2}, {3}\", c: plain]",
                  "(a: /x/1.txt, b: \"2, 3\", c: plain)");
  assert_follows (MAKE_TRAIT (POINTER (mapping), OF (.kind = &gyre_kind_list, .element = &gyre_kind_integer)), "[a: [{1}, 2], b: [3]]",
                  "(a: (1, 2), b: (3))");
}

static void
test_elements (void)
{
  assert_follows (MAKE_TRAIT (POINTER (list), .element = &gyre_kind_string), "/data/{run}.txt, b c", "(/data/run.txt, b c)");
  assert_follows (MAKE_TRAIT (POINTER (list), .element = &gyre_kind_string), "[{a}, 'x, {b}']", "(a, \"x, b\")");
  assert_follows (MAKE_TRAIT (POINTER (list), .element = &gyre_kind_date), "[2024-01-01, {2024-01-02}]", "(2024-01-01, 2024-01-02)");
  assert_follows (MAKE_TRAIT (POINTER (list), .element = &gyre_kind_integer), "[{1} + 1, \"{2} * 2\", 9223372036854775807]",
                  "(2, 4, 9223372036854775807)");
  assert_follows (MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_mapping, .element = &gyre_kind_integer)), "[[a: {1}], [b: 2]]",
                  "((a: 1), (b: 2))");
}

static void
test_whole (void)
{
  GyreTrait *numbers = MAKE_TRAIT (POINTER (list), .element = &gyre_kind_integer);

  assert_follows (numbers, "{3}", "(3)");
  assert_follows (numbers, "{(1, 2)}", "(1, 2)");
  assert_follows (numbers, "[1] if {true} else [2]", "(1)");
  assert_follows (MAKE_TRAIT (POINTER (list), .element = &gyre_kind_string), "/data/{run}.txt", "(/data/run.txt)");
}

static void
test_mistakes (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_integer);

  assert_refused (trait, "[a: {1} + * 2]", 10, "must be an expression");
  assert_refused (trait, "[ä: {1}, b: x]", 12, "must be a number");
  assert_refused (trait, "[a: {1}, a: 2]", 9, "must have each key once");
  assert_refused (trait, "[a: {1}, b: none]", 12, "may not be none");
  assert_refused (trait, "[a: {1", 4, "must close the brace");
  assert_refused (trait, "[a: {1}, {2}]", 9, "");
}

static void
test_quoting (void)
{
  GyreTrait *text = MAKE_TRAIT (.kind = &gyre_kind_string, .storage = GYRE_STORAGE_POINTER);
  GyreTrait *number = MAKE_TRAIT (.kind = &gyre_kind_integer, .storage = GYRE_STORAGE_INT64);
  GyreTrait *list = MAKE_TRAIT (POINTER (list), .element = &gyre_kind_integer);
  g_autofree char *bare = gyre_expression_quote_element (number, "max({1}, 2)");
  g_autofree char *quoted = gyre_expression_quote_element (text, "a, \"b\" {1}");
  g_autofree char *bracketed = gyre_expression_quote_element (list, "{1}, 2");
  g_autofree char *kept = gyre_expression_quote_element (list, "[{1}, 2]");

  g_assert_cmpstr (bare, ==, "max({1}, 2)");
  g_assert_cmpstr (quoted, ==, "\"a, \\\"b\\\" {1}\"");
  g_assert_cmpstr (bracketed, ==, "[{1}, 2]");
  g_assert_cmpstr (kept, ==, "[{1}, 2]");
}

/* What nobody would write ends as well, and says why. */
static void
test_floods (void)
{
  static const char * const pieces[] = { "{a},", "[{a}", "{", "a: {b}, ", "\"{", "({a}+1),", "}" };
  GyreTrait *list = MAKE_TRAIT (POINTER (list), .element = &gyre_kind_real);
  GyreTrait *mapping = MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_string);

  for (guint index = 0; index < G_N_ELEMENTS (pieces); index++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      GyreExpression *expression;

      while (text->len < 1000000)
        g_string_append (text, pieces[index]);
      expression = gyre_expression_new_for (list, text->str, -1, NULL);
      g_clear_pointer (&expression, gyre_expression_unref);
      expression = gyre_expression_new_for (mapping, text->str, -1, &error);
      g_assert_null (expression);
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/expression-container/entries-are-read-one-by-one", test_entries);
  g_test_add_func ("/traits/expression-container/elements-are-read-as-their-kind-would-be", test_elements);
  g_test_add_func ("/traits/expression-container/an-expression-can-yield-the-whole", test_whole);
  g_test_add_func ("/traits/expression-container/mistakes-know-their-places", test_mistakes);
  g_test_add_func ("/traits/expression-container/an-element-can-stand-among-others", test_quoting);
  g_test_add_func ("/traits/expression-container/a-megabyte-of-anything-ends", test_floods);
  return g_test_run ();
}
