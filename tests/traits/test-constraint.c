/* test-constraint.c: The rules that a trait's values keep
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
test_positive (void)
{
  GyreTrait *positive = MAKE_TRAIT (REAL, .constraints = GYRE_POSITIVE);

  assert_reads (positive, "5e-324", "5e-324");
  assert_reads (positive, "inf", "inf");
  assert_refuses (positive, "0", GYRE_VALUE_ERROR_CONSTRAINT, "must be positive, is 0 (at character 1)");
  assert_refuses (positive, "-0", GYRE_VALUE_ERROR_CONSTRAINT, "must be positive, is -0 (at character 1)");
  assert_refuses (positive, "nan", GYRE_VALUE_ERROR_CONSTRAINT, "must be positive, is nan (at character 1)");
}

static void
test_not_negative (void)
{
  GyreTrait *trait = MAKE_TRAIT (REAL, .constraints = GYRE_NOT_NEGATIVE);

  assert_reads (trait, "0", "0");
  assert_reads (trait, "-0", "-0");
  assert_refuses (trait, "-5e-324", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least 0, is -5e-324 (at character 1)");
  assert_refuses (MAKE_TRAIT (INTEGER (INT32), .constraints = GYRE_NOT_NEGATIVE), "-1", GYRE_VALUE_ERROR_CONSTRAINT,
                  "must be at least 0, is -1 (at character 1)");
}

static void
test_range (void)
{
  GyreTrait *real = MAKE_TRAIT (REAL, .minimum = -1.5, .maximum = 1.5);
  GyreTrait *integer = MAKE_TRAIT (INTEGER (INT64), .minimum = 0.5, .maximum = 3.5);
  GyreTrait *positive = MAKE_TRAIT (INTEGER (INT64), .minimum = 5, .maximum = INFINITY, .constraints = GYRE_POSITIVE);

  assert_reads (real, "1.5", "1.5");
  assert_refuses (real, "nan", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least -1.5 and at most 1.5, is nan (at character 1)");
  assert_reads (integer, "3", "3");
  assert_refuses (integer, "0", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least 1 and at most 3, is 0 (at character 1)");
  assert_refuses (integer, "4", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least 1 and at most 3, is 4 (at character 1)");
  assert_refuses (positive, "4", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least 5, is 4 (at character 1)");
  assert_reads (MAKE_TRAIT (INTEGER (INT64), .minimum = -1e30, .maximum = 1e30), "-2**63", "-9223372036854775808");
}

static void
test_member (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (string), .member = "fast, careful, 'a, b'");

  assert_reads (trait, "'fast'", "fast");
  assert_reads (trait, "a, b", "a, b");
  assert_refuses (trait, " fsat", GYRE_VALUE_ERROR_CONSTRAINT, "must be one of fast, careful, 'a, b', is fsat (at character 2)");
  assert_hint (trait, "fasst", "did you mean 'fast'?");
  assert_reads (MAKE_TRAIT (INTEGER (INT32), .member = "1e3, 2**4"), "1000", "1000");
  assert_refuses (MAKE_TRAIT (INTEGER (INT32), .member = "1e3, 2**4"), "17", GYRE_VALUE_ERROR_CONSTRAINT,
                  "must be one of 1e3, 2**4, is 17 (at character 1)");
}

static void
test_like (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (string), .like = "a+|b");

  assert_reads (trait, "aaa", "aaa");
  assert_reads (trait, "b", "b");
  assert_refuses (trait, "ab", GYRE_VALUE_ERROR_CONSTRAINT, "must be like 'a+|b', is ab (at character 1)");
  assert_refuses (trait, "xb", GYRE_VALUE_ERROR_CONSTRAINT, "must be like 'a+|b', is xb (at character 1)");
  assert_refuses (trait, "'b\\n'", GYRE_VALUE_ERROR_CONSTRAINT, "must be like 'a+|b', is \"b\\n\" (at character 1)");
  assert_reads (MAKE_TRAIT (POINTER (string), .like = ".é."), "aéb", "aéb");
}

static void
test_not_empty (void)
{
  assert_refuses (MAKE_TRAIT (POINTER (string), .constraints = GYRE_NOT_EMPTY), "  ", GYRE_VALUE_ERROR_CONSTRAINT,
                  "must not be empty (at character 3)");
  assert_refuses (MAKE_TRAIT (LIST_OF (string), .constraints = GYRE_NOT_EMPTY), "()", GYRE_VALUE_ERROR_CONSTRAINT,
                  "must not be empty (at character 1)");
  assert_reads (MAKE_TRAIT (LIST_OF (string), .constraints = GYRE_NOT_EMPTY), "''", "(\"\")");
}

static void
assert_senseless (GyreTrait *trait, const char *message)
{
  g_autoptr (GError) error = NULL;
  GyreValue value;

  g_assert_false (gyre_trait_get_initial (trait, &value, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT);
  g_assert_true (g_str_has_prefix (error->message, message));
}

/* Said with the class, not with the first value that somebody sets. */
static void
test_senseless (void)
{
  assert_senseless (MAKE_TRAIT (POINTER (string), .nullable = TRUE, .like = "a)(b"), "has a rule .like that cannot be read: ");
  assert_senseless (MAKE_TRAIT (INTEGER (INT32), .member = "1, x"), "has a rule .member that cannot be read: must be a number, has 'x'");
  assert_senseless (MAKE_TRAIT (LIST_OF (integer), .nullable = TRUE, .member = "1,,2"), "has a rule .member that cannot be read: ");
  assert_senseless (MAKE_TRAIT (REAL, .minimum = 5, .maximum = 1), "has rules that no value keeps: at least 5 and at most 1");
  assert_senseless (MAKE_TRAIT (INTEGER (INT32), .minimum = 5, .maximum = 1), "has rules that no value keeps: at least 5 and at most 1");
  assert_senseless (MAKE_TRAIT (POINTER (string), .nullable = TRUE, .constraints = GYRE_POSITIVE),
                    "has a rule GYRE_POSITIVE, which says nothing about the kind string");
  assert_senseless (MAKE_TRAIT (BOOLEAN, .constraints = GYRE_NOT_EMPTY), "has a rule GYRE_NOT_EMPTY, which says nothing about the kind boolean");
  assert_senseless (MAKE_TRAIT (REAL, .like = "1"), "has a rule .like, which says nothing about the kind real");
}

static void
assert_described (GyreTrait *trait, const char *expected)
{
  g_autofree char *text = gyre_trait_describe_constraints (trait);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_described (void)
{
  g_autoptr (GPtrArray) rules = gyre_trait_list_constraints (MAKE_TRAIT (LIST_OF (integer), .maximum = 9, .minimum = -INFINITY,
                                                                         .constraints = GYRE_POSITIVE | GYRE_NOT_EMPTY));

  assert_described (MAKE_TRAIT (REAL), NULL);
  assert_described (MAKE_TRAIT (INTEGER (UINT8)), NULL);
  assert_described (MAKE_TRAIT (REAL, .minimum = 0, .maximum = INFINITY), "at least 0");
  assert_described (MAKE_TRAIT (POINTER (string), .member = "a, b", .like = ".", .constraints = GYRE_NOT_EMPTY),
                    "one of a, b and like '.' and not empty");
  g_assert_cmpuint (rules->len, ==, 3);
  g_assert_cmpint (((GyreConstraint *) rules->pdata[0])->sort, ==, GYRE_CONSTRAINT_POSITIVE);
  g_assert_cmpstr (((GyreConstraint *) rules->pdata[1])->parameter, ==, "9");
  g_assert_cmpint (((GyreConstraint *) rules->pdata[2])->sort, ==, GYRE_CONSTRAINT_NOT_EMPTY);
}

/* A bound that nobody would keep is a mistake of the declaration, and not a rule. */
static void
test_bounds_without_use (void)
{
  static const GyreKind * const kinds[] = { &gyre_kind_string, &gyre_kind_uri, &gyre_kind_internet_address };

  for (guint index = 0; index < G_N_ELEMENTS (kinds); index++)
    {
      GyreTrait *trait = MAKE_TRAIT (.kind = kinds[index], .storage = GYRE_STORAGE_POINTER, .nullable = TRUE, .minimum = 1, .maximum = 2);
      g_autoptr (GError) error = NULL;
      GyreValue value;

      g_assert_false (gyre_trait_get_initial (trait, &value, &error));
      g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT);
      g_assert_nonnull (strstr (error->message, "has a rule .minimum or .maximum, which says nothing about the kind"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/constraint/positive-is-greater-than-zero", test_positive);
  g_test_add_func ("/traits/constraint/not-negative-allows-zero", test_not_negative);
  g_test_add_func ("/traits/constraint/range-includes-its-ends", test_range);
  g_test_add_func ("/traits/constraint/member-is-compared-as-a-value", test_member);
  g_test_add_func ("/traits/constraint/like-matches-the-whole-text", test_like);
  g_test_add_func ("/traits/constraint/not-empty-has-something-in-it", test_not_empty);
  g_test_add_func ("/traits/constraint/rule-that-makes-no-sense-is-told-with-the-default", test_senseless);
  g_test_add_func ("/traits/constraint/bounds-of-a-kind-without-bounds-are-refused", test_bounds_without_use);
  g_test_add_func ("/traits/constraint/rules-are-told-in-words", test_described);
  return g_test_run ();
}
