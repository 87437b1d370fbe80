/* test-combination.c: Values that come of a value and a text about a part of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

#define MAPPING_OF(element_) POINTER (mapping), .element = &gyre_kind_##element_
#define SET_OF(element_) POINTER (set), .element = &gyre_kind_##element_

static void
assert_combines (const GyreTrait *trait, const char *before, GyreCombination combination, const char *text, const char *expected)
{
  GyreValue value = fixture_read (trait, before);
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;

  gyre_trait_combine (trait, &value, combination, text, &error);
  g_assert_no_error (error);
  printed = gyre_trait_print (trait, value);
  g_assert_cmpstr (printed, ==, expected);
  gyre_kind_clear (gyre_trait_get_kind (trait), &value);
}

/* A value that does not change is a refusal's other half. */
static void
assert_refuses_to (const GyreTrait *trait, const char *before, GyreCombination combination, const char *text, const char *message,
                   const char *hint)
{
  GyreValue value = fixture_read (trait, before);
  GyreValue same = gyre_kind_copy (gyre_trait_get_kind (trait), value);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_trait_combine (trait, &value, combination, text, &error));
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpstr (gyre_value_error_get_hint (error), ==, hint);
  g_assert_true (gyre_kind_equal (gyre_trait_get_kind (trait), value, same));
  gyre_kind_clear (gyre_trait_get_kind (trait), &value);
  gyre_kind_clear (gyre_trait_get_kind (trait), &same);
}

static void
test_list (void)
{
  GyreTrait *trait = MAKE_TRAIT (LIST_OF (string), .nullable = TRUE);

  assert_combines (trait, "a, b", GYRE_COMBINATION_APPEND, "c, \"d, e\"", "(a, b, c, \"d, e\")");
  assert_combines (trait, "a, b", GYRE_COMBINATION_PREPEND, "c, d", "(c, d, a, b)");
  assert_combines (trait, "a, b, a, c", GYRE_COMBINATION_REMOVE, "a, c", "(b)");
  assert_combines (trait, "none", GYRE_COMBINATION_APPEND, "a", "(a)");
  assert_combines (trait, "a", GYRE_COMBINATION_APPEND, "()", "(a)");
}

static void
test_set (void)
{
  GyreTrait *trait = MAKE_TRAIT (SET_OF (integer));

  assert_combines (trait, "1, 2", GYRE_COMBINATION_APPEND, "2, 3", "(1, 2, 3)");
  assert_combines (trait, "1, 2", GYRE_COMBINATION_PREPEND, "3, 2", "(3, 2, 1)");
  assert_combines (trait, "1, 2", GYRE_COMBINATION_REMOVE, "1e0", "(2)");
}

static void
test_mapping (void)
{
  GyreTrait *trait = MAKE_TRAIT (MAPPING_OF (integer));

  assert_combines (trait, "a: 1, b: 2", GYRE_COMBINATION_APPEND, "c: 3, a: 4", "(a: 4, b: 2, c: 3)");
  assert_combines (trait, "a: 1, b: 2", GYRE_COMBINATION_PREPEND, "c: 3, b: 4", "(c: 3, b: 4, a: 1)");
  assert_combines (trait, "a: 1, b: 2, c: 3", GYRE_COMBINATION_REMOVE, "c, a", "(b: 2)");
}

static void
test_array (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (array));

  assert_combines (trait, "1, 2", GYRE_COMBINATION_APPEND, "3", "(1, 2, 3)");
  assert_combines (trait, "(1, 2), (3, 4)", GYRE_COMBINATION_PREPEND, "((5, 6),)", "((5, 6), (1, 2), (3, 4))");
  assert_combines (trait, "(1, 2), (3, 4)", GYRE_COMBINATION_REMOVE, "((1, 2),)", "((3, 4))");
  assert_refuses_to (trait, "(1, 2), (3, 4)", GYRE_COMBINATION_APPEND, "5, 6",
                     "must have the shape of what is there, but for the first dimension", NULL);
}

static void
test_refusals (void)
{
  GyreTrait *words = MAKE_TRAIT (LIST_OF (string), .constraints = GYRE_NOT_EMPTY);
  GyreTrait *small = MAKE_TRAIT (LIST_OF (integer), .minimum = 0, .maximum = 9);
  GyreTrait *weights = MAKE_TRAIT (MAPPING_OF (integer));

  assert_refuses_to (words, "ball, cube", GYRE_COMBINATION_REMOVE, "bal", "has no 'bal' that could be removed", "did you mean 'ball'?");
  assert_refuses_to (weights, "first: 1", GYRE_COMBINATION_REMOVE, "frst", "has no 'frst' that could be removed", "did you mean 'first'?");
  assert_refuses_to (words, "ball", GYRE_COMBINATION_REMOVE, "ball", "must not be empty", NULL);
  assert_refuses_to (small, "1", GYRE_COMBINATION_APPEND, "2, 10", "[1]: must be at least 0 and at most 9, is 10 (at character 4)", NULL);
  assert_refuses_to (MAKE_TRAIT (REAL), "1", GYRE_COMBINATION_APPEND, "2",
                     "is of kind real, only lists, sets, arrays and mappings can be added to", NULL);
}

static void
test_entry (void)
{
  GyreTrait *trait = MAKE_TRAIT (MAPPING_OF (integer), .minimum = 0, .maximum = 9);
  GyreValue value = GYRE_NONE;
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;

  g_assert_true (gyre_trait_set_entry (trait, &value, "a", "1", NULL));
  g_assert_true (gyre_trait_set_entry (trait, &value, "b, c", " 2", NULL));
  g_assert_true (gyre_trait_set_entry (trait, &value, "a", "3", NULL));
  g_assert_false (gyre_trait_set_entry (trait, &value, "a", " 11", &error));
  g_assert_cmpstr (error->message, ==, "[a]: must be at least 0 and at most 9, is 11 (at character 2)");
  g_clear_error (&error);
  g_assert_false (gyre_trait_remove_entry (trait, &value, "aa", &error));
  g_assert_cmpstr (gyre_value_error_get_hint (error), ==, "did you mean 'a'?");
  printed = gyre_trait_print (trait, value);
  g_assert_cmpstr (printed, ==, "(a: 3, \"b, c\": 2)");
  g_assert_true (gyre_trait_remove_entry (trait, &value, "a", NULL));
  g_assert_cmpuint (gyre_mapping_get_length (value.mapping), ==, 1);
  gyre_kind_clear (&gyre_kind_mapping, &value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/combination/list-grows-at-both-ends-and-loses-every-equal-element", test_list);
  g_test_add_func ("/traits/combination/set-has-each-element-once", test_set);
  g_test_add_func ("/traits/combination/mapping-takes-entries-and-loses-keys", test_mapping);
  g_test_add_func ("/traits/combination/array-grows-along-its-first-dimension", test_array);
  g_test_add_func ("/traits/combination/refusal-says-why-and-changes-nothing", test_refusals);
  g_test_add_func ("/traits/combination/entry-of-a-mapping-is-set-and-removed", test_entry);
  return g_test_run ();
}
