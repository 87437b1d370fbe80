/* test-rule-compiler.c: What rules come to for one trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"
#include "gyre-rule-compiler-private.h"

static void
test_once (void)
{
  GyreTrait *trait = MAKE_TRAIT (REAL, .rule = GYRE_AT_MOST ("2*3"));
  const GyreCompiledRule *compiled = gyre_rule_get_compiled (trait);

  g_assert_true (compiled == gyre_rule_get_compiled (trait));
  g_assert_true (gyre_rule_makes_sense (compiled, NULL));
  g_assert_true (compiled->root->low == 6);
}

/* Bounds have their place beside the rule. */
static void
test_bounds (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (date), .least = "2020-01-01", .rule = GYRE_LESS_THAN ("2021-01-01"));
  const GyreRuleNode *bounds = gyre_rule_get_compiled_bounds (trait)->root;
  const GyreRuleNode *least = g_ptr_array_index (bounds->parts, 0);
  const GyreRuleNode *rule = gyre_rule_get_compiled (trait)->root;

  g_assert_cmpuint (bounds->parts->len, ==, 1);
  g_assert_cmpint (g_date_get_year (least->least.pointer), ==, 2020);
  g_assert_cmpint (g_date_get_year (rule->least.pointer), ==, 2021);
}

/* What speaks of the elements is not the list's. */
static void
test_lists (void)
{
  GyreTrait *list = MAKE_TRAIT (LIST_OF (integer), .rule = GYRE_GREATER_THAN (0));

  g_assert_null (gyre_rule_get_compiled (list)->root);
  g_assert_nonnull (gyre_rule_get_compiled (list->element)->root);
}

static void
test_problem (void)
{
  const GyreCompiledRule *compiled = gyre_rule_get_compiled (MAKE_TRAIT (REAL, .rule = GYRE_AT_MOST ("x")));
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_rule_makes_sense (compiled, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/rule-compiler/rule-is-compiled-once", test_once);
  g_test_add_func ("/traits/rule-compiler/bounds-stand-beside-the-rule", test_bounds);
  g_test_add_func ("/traits/rule-compiler/list-leaves-elements-their-rules", test_lists);
  g_test_add_func ("/traits/rule-compiler/problem-is-kept", test_problem);
  return g_test_run ();
}
