/* test-bound.c: The bounds of a declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

#define DATE POINTER (date)
#define DECIMAL POINTER (decimal)
#define TIMESTAMP POINTER (timestamp)
#define FRACTION .kind = &gyre_kind_fraction, .storage = GYRE_STORAGE_FRACTION
#define TIME .kind = &gyre_kind_time, .storage = GYRE_STORAGE_TIME
#define DURATION .kind = &gyre_kind_duration, .storage = GYRE_STORAGE_INT64
#define BROKEN GYRE_VALUE_ERROR_CONSTRAINT

static void
test_dates (void)
{
  GyreTrait *trait = MAKE_TRAIT (DATE, .least = "2020-01-01", .greatest = "2020-12-31");
  GyreTrait *beyond = MAKE_TRAIT (DATE, .rule = GYRE_BETWEEN ("2020-01-01", "2020-01-03"));
  GyreTrait *written = MAKE_TRAIT (DATE, .format = "%d.%m.%Y", .least = "1.2.2020");

  assert_reads (trait, "2020-01-01", "2020-01-01");
  assert_reads (trait, "2020-12-31", "2020-12-31");
  assert_refuses (trait, "2019-05-05", BROKEN, "must be at least 2020-01-01, is 2019-05-05 (at character 1)");
  assert_refuses (trait, "12021-01-01", BROKEN, "must be at most 2020-12-31, is 12021-01-01 (at character 1)");
  assert_reads (beyond, "2020-01-02", "2020-01-02");
  assert_refuses (beyond, "2020-01-01", BROKEN, "must be between 2020-01-01 and 2020-01-03, without these, is 2020-01-01 (at character 1)");
  assert_refuses (beyond, "2020-01-03", BROKEN, "must be between 2020-01-01 and 2020-01-03, without these, is 2020-01-03 (at character 1)");
  assert_reads (written, "01.02.2020", "01.02.2020");
  assert_refuses (written, "31.1.2020", BROKEN, "must be at least 1.2.2020, is 31.01.2020 (at character 1)");
}

static void
test_times (void)
{
  GyreTrait *trait = MAKE_TRAIT (TIME, .least = "08:00", .greatest = "17:30");
  GyreTrait *beyond = MAKE_TRAIT (TIME, .rule = GYRE_IN_RANGE ("08:00", "17:30"));

  assert_reads (trait, "08:00", "08:00:00");
  assert_reads (trait, "17:30", "17:30:00");
  assert_refuses (trait, "07:59:59.999999", BROKEN, "must be at least 08:00, is 07:59:59.999999 (at character 1)");
  assert_refuses (trait, "17:30:00.000001", BROKEN, "must be at most 17:30, is 17:30:00.000001 (at character 1)");
  assert_refuses_native (trait, native_int64 (0), BROKEN, "must be at least 08:00, is 00:00:00");
  assert_reads (beyond, "08:00", "08:00:00");
  assert_refuses (beyond, "17:30", BROKEN, "must be at least 08:00 and less than 17:30, is 17:30:00 (at character 1)");
}

/* A moment is the same in every zone. */
static void
test_timestamps (void)
{
  GyreTrait *trait = MAKE_TRAIT (TIMESTAMP, .least = "2026-08-02T12:00:00+02:00");
  GyreTrait *beyond = MAKE_TRAIT (TIMESTAMP, .rule = GYRE_GREATER_THAN ("2026-08-02T10:00Z"));
  GyreTrait *same = MAKE_TRAIT (TIMESTAMP, .rule = GYRE_EQUAL_TO ("2026-08-02T10:00Z"));

  assert_reads (trait, "2026-08-02T10:00Z", "2026-08-02T10:00:00Z");
  assert_refuses (trait, "2026-08-02T11:59:59+02:00", BROKEN,
                  "must be at least 2026-08-02T12:00:00+02:00, is 2026-08-02T11:59:59+02:00 (at character 1)");
  assert_reads (beyond, "2026-08-02T10:00:00.000001Z", "2026-08-02T10:00:00.000001Z");
  assert_refuses (beyond, "2026-08-02T12:00+02:00", BROKEN,
                  "must be greater than 2026-08-02T10:00Z, is 2026-08-02T12:00:00+02:00 (at character 1)");
  assert_reads (same, "2026-08-02T12:00+02:00", "2026-08-02T12:00:00+02:00");
}

/* No double is near: the numbers differ in the last of thirty digits, and 0.1 is no binary number. */
static void
test_decimals (void)
{
  GyreTrait *large = MAKE_TRAIT (DECIMAL, .least = "100000000000000000000000000000.1", .greatest = "1e40");
  GyreTrait *tenth = MAKE_TRAIT (DECIMAL, .minimum = 0.1, .maximum = 0.3);
  GyreTrait *beyond = MAKE_TRAIT (DECIMAL, .rule = GYRE_ALL_OF (GYRE_GREATER_THAN ("0.10"), GYRE_LESS_THAN (1)));

  assert_reads (large, "100000000000000000000000000000.10", "100000000000000000000000000000.10");
  assert_refuses (large, "100000000000000000000000000000.09", BROKEN,
                  "must be at least 100000000000000000000000000000.1, is 100000000000000000000000000000.09 (at character 1)");
  assert_refuses (large, "10000000000000000000000000000000000000001", BROKEN,
                  "must be at most 1e40, is 10000000000000000000000000000000000000001 (at character 1)");
  assert_reads (tenth, "0.1", "0.1");
  assert_reads (tenth, "0.30", "0.30");
  assert_refuses (tenth, "0.09999999999999999999999999", BROKEN, "must be at least 0.1, is 0.09999999999999999999999999 (at character 1)");
  assert_refuses (tenth, "0.30000000000000000000000001", BROKEN, "must be at most 0.3, is 0.30000000000000000000000001 (at character 1)");
  assert_reads (beyond, "0.1000000000000000000000000001", "0.1000000000000000000000000001");
  assert_refuses (beyond, "0.1", BROKEN, "must be greater than 0.10, is 0.1 (at character 1)");
  assert_refuses (beyond, "1.0", BROKEN, "must be less than 1, is 1.0 (at character 1)");
}

static void
test_fractions (void)
{
  GyreTrait *trait = MAKE_TRAIT (FRACTION, .least = "1/3", .greatest = "9223372036854775806/9223372036854775807");
  GyreTrait *beyond = MAKE_TRAIT (FRACTION, .rule = GYRE_LESS_THAN ("1/3"));

  assert_reads (trait, "2/6", "1/3");
  assert_reads (trait, "9223372036854775806/9223372036854775807", "9223372036854775806/9223372036854775807");
  assert_refuses (trait, "3074457345618258602/9223372036854775807", BROKEN,
                  "must be at least 1/3, is 3074457345618258602/9223372036854775807 (at character 1)");
  assert_refuses (trait, "1", BROKEN, "must be at most 9223372036854775806/9223372036854775807, is 1 (at character 1)");
  assert_reads (beyond, "333333333/1000000000", "333333333/1000000000");
  assert_refuses (beyond, "1/3", BROKEN, "must be less than 1/3, is 1/3 (at character 1)");
}

static void
test_signs (void)
{
  GyreTrait *positive = MAKE_TRAIT (DECIMAL, .constraints = GYRE_POSITIVE);
  GyreTrait *natural = MAKE_TRAIT (FRACTION, .constraints = GYRE_NOT_NEGATIVE);
  GyreTrait *negative = MAKE_TRAIT (DECIMAL, .rule = GYRE_IS_NEGATIVE);

  assert_reads (positive, "1e-400", "1e-400");
  assert_refuses (positive, "0.00", BROKEN, "must be positive, is 0.00 (at character 1)");
  assert_reads (natural, "0", "0");
  assert_refuses (natural, "-1/9", BROKEN, "must be at least 0, is -1/9 (at character 1)");
  assert_reads (negative, "-1e-400", "-1e-400");
  assert_refuses (negative, "-0", BROKEN, "must be negative, is -0 (at character 1)");
  assert_refuses (MAKE_TRAIT (FRACTION, .rule = GYRE_IS_POSITIVE), "0", BROKEN, "must be positive, is 0 (at character 1)");
  assert_reads (MAKE_TRAIT (FRACTION, .rule = GYRE_IS_NOT_NEGATIVE), "0", "0");
}

/* Members are compared by what they mean. */
static void
test_members (void)
{
  GyreTrait *decimal = MAKE_TRAIT (DECIMAL, .member = "0.1, 2");

  assert_reads (decimal, "0.10", "0.10");
  assert_reads (MAKE_TRAIT (DECIMAL, .rule = GYRE_MEMBER_OF ("0.1, 2")), "2.00", "2.00");
  assert_reads (MAKE_TRAIT (LIST_OF (decimal), .rule = GYRE_SUBSET_OF ("0.1, 2")), "(2.0, 0.10)", "(2.0, 0.10)");
  assert_refuses (decimal, "0.11", BROKEN, "must be one of 0.1, 2, is 0.11 (at character 1)");
  assert_refuses (MAKE_TRAIT (DECIMAL, .rule = GYRE_NOT (GYRE_EQUAL_TO ("0.1"))), "0.100", BROKEN,
                  "must be not equal to 0.1, is 0.100 (at character 1)");
}

/* A bound that is a text is for kinds of numbers as well, in any units. */
static void
test_numbers (void)
{
  GyreTrait *length = MAKE_TRAIT (REAL, .units = "m", .greatest = "2 km");
  GyreTrait *patience = MAKE_TRAIT (DURATION, .least = "1 min", .greatest = "2 h");

  assert_reads (length, "2000", "2000");
  assert_refuses (length, "2001", BROKEN, "must be at most 2 km, is 2001 (at character 1)");
  assert_reads (patience, "60 s", "1 min");
  assert_refuses (patience, "121 min", BROKEN, "must be at most 2 h, is 2 h 1 min (at character 1)");
  assert_refuses (MAKE_TRAIT (.kind = &gyre_kind_quantity, .storage = GYRE_STORAGE_QUANTITY, .units = "m/s", .least = "36 km/h"), "9.9", BROKEN,
                  "must be at least 36 km/h, is 9.9 m/s (at character 1)");
  assert_refuses (MAKE_TRAIT (POINTER (array), .units = "m", .greatest = "2 km"), "(1, 2001)", BROKEN,
                  "number 1 must be at most 2 km, is 2001 (at character 1)");
  assert_refuses (MAKE_TRAIT (INTEGER (INT32), .least = "2**4"), "15", BROKEN, "must be at least 2**4, is 15 (at character 1)");
  assert_refuses (MAKE_TRAIT (POINTER (string), .least = "b"), "a", BROKEN, "must be at least b, is a (at character 1)");
}

static void
test_elements (void)
{
  GyreTrait *row = MAKE_TRAIT (LIST_OF (date), .least = "2020-01-01");
  static const GyreTraitDeclaration element = { .kind = &gyre_kind_decimal, .least = "1" };
  GyreTrait *of = MAKE_TRAIT (POINTER (list), .of = &element);

  assert_reads (row, "(2020-01-01, 2021-01-01)", "(2020-01-01, 2021-01-01)");
  assert_refuses (row, "(2020-01-01, 2019-01-01)", BROKEN, "[1]: must be at least 2020-01-01, is 2019-01-01 (at character 14)");
  assert_refuses (of, "(1, 0.9)", BROKEN, "[1]: must be at least 1, is 0.9 (at character 5)");
}

/* The class is refused, with the bound that is wrong. */
static void
test_senseless (void)
{
  assert_declaration_fails (MAKE_TRAIT (DATE, .nullable = TRUE, .least = "2020-01-01", .greatest = "2020-13-01"),
                            "has a rule .greatest '2020-13-01' that cannot be read: "
                            "must be a date that exists, is '2020-13-01' (at character 6)");
  assert_declaration_fails (MAKE_TRAIT (DATE, .nullable = TRUE, .minimum = 5, .maximum = INFINITY), "has a rule .minimum '5' that cannot be read: must be a date that exists, is '5' (at character 2)");
  assert_declaration_fails (MAKE_TRAIT (DECIMAL, .nullable = TRUE, .least = "1,5"), "has a rule .least '1,5' that cannot be read: must end behind the number, has ',' (at character 2)");
  assert_declaration_fails (MAKE_TRAIT (REAL, .greatest = "x"), "has a rule .greatest 'x' that cannot be read: must be a number, has 'x' (at character 1)");
  assert_declaration_fails (MAKE_TRAIT (DATE, .nullable = TRUE, .least = "2021-01-01", .greatest = "2020-01-01"),
                            "has rules that no value keeps: at least 2021-01-01 and at most 2020-01-01");
  assert_declaration_fails (MAKE_TRAIT (DECIMAL, .nullable = TRUE, .constraints = GYRE_POSITIVE, .greatest = "0"),
                            "has rules that no value keeps: positive and at most 0");
  assert_declaration_fails (MAKE_TRAIT (DATE, .nullable = TRUE, .constraints = GYRE_POSITIVE),
                            "has a rule GYRE_POSITIVE, which says nothing about the kind date");
  assert_declaration_fails (MAKE_TRAIT (DATE, .nullable = TRUE, .rule = GYRE_IS_POSITIVE),
                            "has a rule 'positive', which says nothing about the kind date");
}

/* A place in a network or a complex number is not before another one. */
static void
test_unordered (void)
{
  static const GyreTraitDeclaration element = { .kind = &gyre_kind_date };

  assert_declaration_fails (MAKE_TRAIT (POINTER (uri), .nullable = TRUE, .least = "http://a"),
                            "has a rule 'at least http://a', which says nothing about the kind uri");
  assert_declaration_fails (MAKE_TRAIT (POINTER (internet_address), .nullable = TRUE, .minimum = 1, .maximum = 2), "has a rule .minimum or .maximum, which says nothing about the kind internet address");
  assert_declaration_fails (MAKE_TRAIT (.kind = &gyre_kind_complex, .storage = GYRE_STORAGE_COMPLEX, .greatest = "1"), "has a rule 'at most 1', which says nothing about the kind complex");
  assert_declaration_fails (MAKE_TRAIT (POINTER (list), .of = &element, .nullable = TRUE, .minimum = 1, .maximum = 2),
                            "has a rule .minimum or .maximum, which says nothing about the kind list of date");
  assert_declaration_fails (MAKE_TRAIT (BOOLEAN, .greatest = "1"), "has a rule 'at most 1', which says nothing about the kind boolean");
}

/* A default that breaks a bound is a mistake of the class. */
static void
test_initial (void)
{
  assert_declaration_fails (MAKE_TRAIT (DATE, .initial = { .text = "2019-05-05" }, .least = "2020-01-01"),
                            "must be at least 2020-01-01, is 2019-05-05 (at character 1)");
}

static void
test_secret (void)
{
  assert_refuses_native (MAKE_TRAIT (DECIMAL, .secret = TRUE, .least = "5"), native_string ("4"), BROKEN, "must be at least 5, is ***");
}

static void
test_listed (void)
{
  GyreTrait *trait = MAKE_TRAIT (LIST_OF (date), .least = "2020-01-01", .greatest = "2021-01-01", .constraints = GYRE_NOT_EMPTY);
  g_autoptr (GPtrArray) rules = gyre_trait_list_constraints (trait);
  g_autofree char *text = gyre_trait_describe_constraints (trait);
  GyreConstraint *first = g_ptr_array_index (rules, 0), *second = g_ptr_array_index (rules, 1);

  g_assert_cmpuint (rules->len, ==, 3);
  g_assert_cmpint (first->sort, ==, GYRE_CONSTRAINT_AT_LEAST);
  g_assert_cmpstr (first->parameter, ==, "2020-01-01");
  g_assert_cmpint (second->sort, ==, GYRE_CONSTRAINT_AT_MOST);
  g_assert_cmpstr (second->parameter, ==, "2021-01-01");
  g_assert_cmpstr (text, ==, "at least 2020-01-01 and at most 2021-01-01 and not empty");
}

/* The property: what a bound says is what comparing says. */
static void
test_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint count = 0; count < 2000; count++)
    {
      g_autofree char *bound = g_strdup_printf ("%d.%02de%d", g_rand_int_range (random, -20, 20), g_rand_int_range (random, 0, 100), g_rand_int_range (random, -2, 3));
      g_autofree char *text = g_strdup_printf ("%d.%02de%d", g_rand_int_range (random, -20, 20), g_rand_int_range (random, 0, 100), g_rand_int_range (random, -2, 3));
      GyreTrait *trait = MAKE_TRAIT (DECIMAL, .least = bound);
      g_autoptr (GyreDecimal) left = gyre_decimal_new_from_text (text, NULL);
      g_autoptr (GyreDecimal) right = gyre_decimal_new_from_text (bound, NULL);
      GyreValue value = GYRE_NONE;

      g_assert_true (gyre_trait_parse (trait, text, &value, NULL) == (gyre_decimal_compare (left, right) >= 0));
      gyre_kind_clear (&gyre_kind_decimal, &value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/bound/dates-keep-bounds", test_dates);
  g_test_add_func ("/traits/bound/times-keep-bounds", test_times);
  g_test_add_func ("/traits/bound/moments-keep-bounds-in-every-zone", test_timestamps);
  g_test_add_func ("/traits/bound/decimals-of-any-size-keep-bounds", test_decimals);
  g_test_add_func ("/traits/bound/fractions-keep-bounds", test_fractions);
  g_test_add_func ("/traits/bound/decimals-and-fractions-have-signs", test_signs);
  g_test_add_func ("/traits/bound/members-are-compared-by-value", test_members);
  g_test_add_func ("/traits/bound/numbers-take-bounds-in-other-units", test_numbers);
  g_test_add_func ("/traits/bound/elements-keep-bounds", test_elements);
  g_test_add_func ("/traits/bound/bound-that-makes-no-sense-is-told-with-the-class", test_senseless);
  g_test_add_func ("/traits/bound/kinds-without-an-order-have-no-bounds", test_unordered);
  g_test_add_func ("/traits/bound/default-keeps-bounds", test_initial);
  g_test_add_func ("/traits/bound/secret-is-not-told", test_secret);
  g_test_add_func ("/traits/bound/bounds-are-listed-as-data", test_listed);
  g_test_add_func ("/traits/bound/bound-is-what-comparing-says", test_property);
  return g_test_run ();
}
