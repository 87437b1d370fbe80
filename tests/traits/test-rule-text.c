/* test-rule-text.c: What rules say, in words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-rule-private.h"

#include <math.h>

static void
assert_text (const GyreRule *rule, const char *expected)
{
  g_autofree char *text = gyre_rule_to_text (rule);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_leaves (void)
{
  assert_text (GYRE_AT_LEAST (1e6), "at least 1000000");
  assert_text (GYRE_AT_LEAST (0.1), "at least 0.1");
  assert_text (GYRE_AT_LEAST (INFINITY), "at least inf");
  assert_text (GYRE_AT_MOST ("2 h"), "at most 2 h");
  assert_text (GYRE_IN_RANGE (1, 2), "at least 1 and less than 2");
  assert_text (GYRE_SUBSET_OF ("a, b"), "a subset of a, b");
}

static void
test_composed (void)
{
  assert_text (GYRE_ALL_OF (GYRE_GREATER_THAN (0), GYRE_LESS_THAN (3)), "(greater than 0) and (less than 3)");
  assert_text (GYRE_NOT (GYRE_IS_NOT_EMPTY), "not not empty");
  assert_text (GYRE_NOT (GYRE_ANY_OF (GYRE_IS_POSITIVE, GYRE_IS_NEGATIVE)), "not ((positive) or (negative))");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/rule-text/parameters-are-as-declared", test_leaves);
  g_test_add_func ("/traits/rule-text/texts-are-composed", test_composed);
  return g_test_run ();
}
