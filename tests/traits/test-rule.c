/* test-rule.c: Rules that can be combined
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

/* As a table has them: constant data at file scope. */
static const GyreTraitDeclaration row = {
  .field = "ratio", .kind = &gyre_kind_real, .storage = GYRE_STORAGE_DOUBLE, .initial = { .real = 1 },
  .rule = GYRE_ALL_OF (GYRE_GREATER_THAN (0), GYRE_NOT (GYRE_EQUAL_TO (3))),
};

static void
assert_keeps (const GyreRule *rule, const char *good, const char *bad, const char *message)
{
  GyreTrait *trait = MAKE_TRAIT (REAL, .rule = rule);
  g_autoptr (GError) error = NULL;
  GyreValue value;

  fixture_read (trait, good);
  g_assert_false (gyre_trait_parse (trait, bad, &value, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_numbers (void)
{
  assert_keeps (GYRE_EQUAL_TO (3), "3", "4", "must be equal to 3, is 4 (at character 1)");
  assert_keeps (GYRE_GREATER_THAN (0), "1", "0", "must be greater than 0, is 0 (at character 1)");
  assert_keeps (GYRE_AT_LEAST (0.5), "0.5", "0.4", "must be at least 0.5, is 0.4 (at character 1)");
  assert_keeps (GYRE_LESS_THAN (1), "0", "1", "must be less than 1, is 1 (at character 1)");
  assert_keeps (GYRE_AT_MOST (1), "1", "2", "must be at most 1, is 2 (at character 1)");
  assert_keeps (GYRE_BETWEEN (0, 1), "0.5", "0", "must be between 0 and 1, without these, is 0 (at character 1)");
  assert_keeps (GYRE_BETWEEN (0, 1), "0.5", "1", "must be between 0 and 1, without these, is 1 (at character 1)");
  assert_keeps (GYRE_IN_RANGE (0, 1), "0", "1", "must be at least 0 and less than 1, is 1 (at character 1)");
  assert_keeps (GYRE_IS_POSITIVE, "1", "0", "must be positive, is 0 (at character 1)");
  assert_keeps (GYRE_IS_NOT_NEGATIVE, "0", "-1", "must be at least 0, is -1 (at character 1)");
  assert_keeps (GYRE_IS_NEGATIVE, "-1", "0", "must be negative, is 0 (at character 1)");
  assert_keeps (GYRE_MEMBER_OF ("1, 2e3"), "2000", "3", "must be one of 1, 2e3, is 3 (at character 1)");
  assert_keeps (GYRE_AT_MOST ("2*3"), "6", "7", "must be at most 2*3, is 7 (at character 1)");
  assert_keeps (GYRE_AT_MOST (1), "1", "nan", "must be at most 1, is nan (at character 1)");
}

static void
test_combined (void)
{
  GyreTrait *trait = MAKE_TRAIT (REAL, .rule = row.rule);

  assert_reads (trait, "2", "2");
  assert_refuses (trait, "-1", GYRE_VALUE_ERROR_CONSTRAINT, "must be greater than 0, is -1 (at character 1)");
  assert_refuses (trait, "3", GYRE_VALUE_ERROR_CONSTRAINT, "must be not equal to 3, is 3 (at character 1)");
  assert_keeps (GYRE_ANY_OF (GYRE_LESS_THAN (0), GYRE_ALL_OF (GYRE_GREATER_THAN (5), GYRE_LESS_THAN (7))), "6", "3",
                "must be (less than 0) or ((greater than 5) and (less than 7)), is 3 (at character 1)");
  assert_keeps (GYRE_NOT (GYRE_ANY_OF (GYRE_EQUAL_TO (1), GYRE_EQUAL_TO (2))), "3", "2",
                "must be not ((equal to 1) or (equal to 2)), is 2 (at character 1)");
}

static void
test_texts (void)
{
  GyreTrait *word = MAKE_TRAIT (POINTER (string), .rule = GYRE_ALL_OF (GYRE_LIKE ("[a-z]+"), GYRE_NOT (GYRE_MEMBER_OF ("abc, x")),
                                                                       GYRE_LENGTH_AT_LEAST (2), GYRE_LENGTH_AT_MOST (4),
                                                                       GYRE_LESS_THAN ("m")));

  assert_reads (word, "ab", "ab");
  assert_refuses (word, "a1", GYRE_VALUE_ERROR_CONSTRAINT, "must be like '[a-z]+', is a1 (at character 1)");
  assert_refuses (word, "abc", GYRE_VALUE_ERROR_CONSTRAINT, "must be not one of abc, x, is abc (at character 1)");
  assert_refuses (word, "a", GYRE_VALUE_ERROR_CONSTRAINT, "must be of a length of at least 2, is a (at character 1)");
  assert_refuses (word, "abcde", GYRE_VALUE_ERROR_CONSTRAINT, "must be of a length of at most 4, is abcde (at character 1)");
  assert_refuses (word, "zz", GYRE_VALUE_ERROR_CONSTRAINT, "must be less than m, is zz (at character 1)");
  assert_refuses (MAKE_TRAIT (POINTER (string), .rule = GYRE_IS_NOT_EMPTY), "''", GYRE_VALUE_ERROR_CONSTRAINT,
                  "must be not empty, is \"\" (at character 1)");
}

/* Parts that speak of the list are the list's, the others are its elements'. */
static void
test_lists (void)
{
  GyreTrait *list = MAKE_TRAIT (LIST_OF (integer), .rule = GYRE_ALL_OF (GYRE_GREATER_THAN (0), GYRE_LENGTH_AT_MOST (2),
                                                                        GYRE_SUBSET_OF ("1, 2, 3, 4")));

  assert_reads (list, "(1, 4)", "(1, 4)");
  assert_refuses (list, "(1, 0)", GYRE_VALUE_ERROR_CONSTRAINT, "[1]: must be greater than 0, is 0 (at character 5)");
  assert_refuses (list, "(1, 2, 3)", GYRE_VALUE_ERROR_CONSTRAINT, "must be of a length of at most 2, is (1, 2, 3) (at character 1)");
  assert_refuses (list, "(1, 5)", GYRE_VALUE_ERROR_CONSTRAINT, "must be a subset of 1, 2, 3, 4, is (1, 5) (at character 1)");
}

static void
test_arrays (void)
{
  GyreTrait *array = MAKE_TRAIT (POINTER (array), .units = "m", .rule = GYRE_ALL_OF (GYRE_LESS_THAN ("1 km"), GYRE_LENGTH_AT_LEAST (2)));

  assert_reads (array, "(1, 2)", "(1, 2)");
  assert_refuses (array, "(1, 2 km)", GYRE_VALUE_ERROR_CONSTRAINT, "number 1 must be less than 1 km, is 2000 (at character 1)");
  assert_refuses (array, "(1)", GYRE_VALUE_ERROR_CONSTRAINT, "must be of a length of at least 2, is (1) (at character 1)");
}

static void
test_units (void)
{
  GyreTrait *speed = MAKE_TRAIT (.kind = &gyre_kind_quantity, .storage = GYRE_STORAGE_QUANTITY, .units = "km/h",
                                 .rule = GYRE_AT_MOST (130));
  GyreTrait *patience = MAKE_TRAIT (.kind = &gyre_kind_duration, .storage = GYRE_STORAGE_INT64, .units = "s",
                                    .rule = GYRE_ALL_OF (GYRE_AT_LEAST (1), GYRE_LESS_THAN ("2 min")));

  assert_reads (speed, "36 m/s", "129.6 km/h");
  assert_refuses (speed, "37 m/s", GYRE_VALUE_ERROR_CONSTRAINT, "must be at most 130, is 133.2 km/h (at character 1)");
  assert_reads (patience, "1", "1 s");
  assert_refuses (patience, "900 ms", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least 1, is 900 ms (at character 1)");
  assert_refuses (patience, "2 min", GYRE_VALUE_ERROR_CONSTRAINT, "must be less than 2 min, is 2 min (at character 1)");
}

static void
assert_senseless (GyreTrait *trait, const char *message)
{
  g_autoptr (GError) error = NULL;
  GyreValue value;

  g_assert_false (gyre_trait_get_initial (trait, &value, &error));
  g_assert_true (g_str_has_prefix (error->message, message));
}

static void
test_senseless (void)
{
  assert_senseless (MAKE_TRAIT (BOOLEAN, .rule = GYRE_GREATER_THAN (0)), "has a rule 'greater than 0', which says nothing about the kind boolean");
  assert_senseless (MAKE_TRAIT (REAL, .rule = GYRE_LIKE ("a")), "has a rule 'like 'a'', which says nothing about the kind real");
  assert_senseless (MAKE_TRAIT (REAL, .rule = GYRE_ALL_OF (GYRE_IS_POSITIVE, GYRE_AT_MOST ("x"))),
                    "has a rule .rule that cannot be read: must be a number, has 'x'");
  assert_senseless (MAKE_TRAIT (POINTER (string), .nullable = TRUE, .rule = GYRE_LIKE ("a)(b")), "has a rule .rule that cannot be read: ");
  assert_senseless (MAKE_TRAIT (LIST_OF (integer), .nullable = TRUE, .rule = GYRE_ANY_OF (GYRE_IS_NOT_EMPTY, GYRE_IS_POSITIVE)),
                    "has a rule 'positive', which says nothing about the kind list of integer");
}

static void
test_secret (void)
{
  assert_refuses_native (MAKE_TRAIT (POINTER (string), .secret = TRUE, .rule = GYRE_LENGTH_AT_LEAST (8)), native_string ("fish"),
                         GYRE_VALUE_ERROR_CONSTRAINT, "must be of a length of at least 8, is ***");
  assert_refuses_native (MAKE_TRAIT (POINTER (string), .secret = TRUE, .like = "a"), native_string ("hidden"),
                         GYRE_VALUE_ERROR_CONSTRAINT, "must be like 'a', is ***");
}

static void
test_listed (void)
{
  g_autoptr (GPtrArray) rules = gyre_trait_list_constraints (MAKE_TRAIT (REAL, .minimum = -5, .maximum = 5, .rule = row.rule));
  GyreConstraint *all = g_ptr_array_index (rules, 2);
  GyreConstraint *first = g_ptr_array_index (all->parts, 0), *second = g_ptr_array_index (all->parts, 1);
  g_autoptr (GyreConstraint) copy = gyre_constraint_copy (all);
  g_autofree char *text = gyre_constraint_to_string (copy);

  g_assert_cmpint (all->sort, ==, GYRE_CONSTRAINT_ALL);
  g_assert_cmpint (first->sort, ==, GYRE_CONSTRAINT_GREATER_THAN);
  g_assert_cmpstr (first->parameter, ==, "0");
  g_assert_cmpint (second->sort, ==, GYRE_CONSTRAINT_NOT);
  g_assert_cmpstr (((GyreConstraint *) second->parts->pdata[0])->parameter, ==, "3");
  g_assert_cmpstr (text, ==, "(greater than 0) and (not equal to 3)");
  g_assert_cmpuint (copy->parts->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/rule/numbers-keep-bounds", test_numbers);
  g_test_add_func ("/traits/rule/error-says-the-part-that-fails", test_combined);
  g_test_add_func ("/traits/rule/texts-keep-expressions-and-lengths", test_texts);
  g_test_add_func ("/traits/rule/list-and-elements-keep-their-parts", test_lists);
  g_test_add_func ("/traits/rule/each-number-of-an-array-keeps-it", test_arrays);
  g_test_add_func ("/traits/rule/number-is-in-the-units-of-the-trait", test_units);
  g_test_add_func ("/traits/rule/rule-that-makes-no-sense-is-told-with-the-class", test_senseless);
  g_test_add_func ("/traits/rule/secret-is-not-told", test_secret);
  g_test_add_func ("/traits/rule/rules-are-listed-as-data", test_listed);
  return g_test_run ();
}
