/* test-kind-mapping.c: The kind of values of one kind by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "container-fixture.h"

static void
test_texts (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_string);

  assert_reads (trait, "(key: value, \"other key\": 'a, b', k: x:y)", "(key: value, other key: \"a, b\", k: x:y)");
  assert_reads (trait, "b: 1, a: 2", "(b: 1, a: 2)");
  assert_reads (trait, "[\"a:b\": \"x)\", 'c,d' : e]", "(\"a:b\": \"x)\", \"c,d\": e)");
  assert_reads (trait, "", "()");
  assert_reads (trait, "( )", "()");
  assert_reads (MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_integer), "a: (1+2)*3", "(a: 9)");
  assert_reads (MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_mapping, .element = &gyre_kind_string)), "(a: \"x, )\"), (b: c)",
                "((a: \"x, )\"), (b: c))");
}

static void
test_mistakes (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_integer, .minimum = 0, .maximum = 9);
  GyreTrait *nested = MAKE_TRAIT (POINTER (mapping), OF (.kind = &gyre_kind_list, .element = &gyre_kind_integer));

  assert_refuses (trait, "a: 1, b: 11", GYRE_VALUE_ERROR_CONSTRAINT, "[b]: must be at least 0 and at most 9, is 11 (at character 10)");
  assert_refuses (nested, "ä: (1), b: (2, x)", GYRE_VALUE_ERROR_SYNTAX, "[b][1]: must be a number, has 'x' (at character 16)");
  assert_refuses (trait, "a: 1, b", GYRE_VALUE_ERROR_SYNTAX, "must be a key, a colon and a value (at character 7)");
  assert_refuses (trait, "a: 1, a: 2", GYRE_VALUE_ERROR_SYNTAX, "must have each key once, has 'a' again (at character 7)");
  assert_refuses (trait, "a: 1, : 2", GYRE_VALUE_ERROR_SYNTAX, "must have a key before the colon (at character 7)");
  assert_refuses (trait, "a:", GYRE_VALUE_ERROR_SYNTAX, "must have a value after the key (at character 3)");
  assert_refuses (trait, "(a: , b: 1)", GYRE_VALUE_ERROR_SYNTAX, "must not have an empty element (at character 5)");
  assert_refuses (trait, "a: 1,, b: 2", GYRE_VALUE_ERROR_SYNTAX, "must not have an empty element (at character 6)");
  assert_refuses (trait, "(a: 1", GYRE_VALUE_ERROR_SYNTAX, "must close the bracket ( (at character 1)");
  assert_refuses (trait, "(a: 1) b", GYRE_VALUE_ERROR_SYNTAX, "must be a key, a colon and a value (at character 1)");
  assert_refuses (trait, "a: none", GYRE_VALUE_ERROR_NULL, "[a]: may not be none (at character 4)");
}

static void
test_kind_text (void)
{
  g_autofree char *text = gyre_trait_dup_kind_text (MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_integer));

  g_assert_cmpstr (text, ==, "mapping of integer");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-mapping/keys-are-bare-or-in-quotes", test_texts);
  g_test_add_func ("/traits/kind-mapping/mistake-is-told-with-its-key-and-place", test_mistakes);
  g_test_add_func ("/traits/kind-mapping/kind-is-told-with-that-of-its-values", test_kind_text);
  return g_test_run ();
}
