/* test-constraint-schema.c: What a JSON Schema can say of the rules of a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
assert_schema (GyreTrait *trait, const char *expected)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) schema = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  gyre_trait_describe_constraint_schema (trait, &builder);
  schema = g_variant_ref_sink (g_variant_builder_end (&builder));
  /* Whole numbers are of 64 bits everywhere. */
  printed = g_variant_print (schema, FALSE);
  parts = g_strsplit (printed, "int64 ", -1);
  text = g_strjoinv ("", parts);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_bounds (void)
{
  assert_schema (MAKE_TRAIT (REAL), "{}");
  assert_schema (MAKE_TRAIT (REAL, .minimum = 0.5, .maximum = 2), "{'minimum': <0.5>, 'maximum': <2>}");
  assert_schema (MAKE_TRAIT (REAL, .constraints = GYRE_POSITIVE), "{'exclusiveMinimum': <0>}");
  assert_schema (MAKE_TRAIT (INTEGER (UINT8)), "{'minimum': <0>, 'maximum': <255>}");
  assert_schema (MAKE_TRAIT (INTEGER (INT64)), "{}");
}

static void
test_texts (void)
{
  assert_schema (MAKE_TRAIT (POINTER (string), .member = "a, b", .constraints = GYRE_NOT_EMPTY),
                 "{'minLength': <1>, 'enum': <[<'a'>, <'b'>]>}");
  assert_schema (MAKE_TRAIT (POINTER (string), .like = "a|b"), "{'pattern': <'^(?:a|b)$'>}");
  assert_schema (MAKE_TRAIT (INTEGER (INT64), .member = "1, 2"), "{'enum': <[<1>, <2>]>}");
}

static void
test_rules (void)
{
  assert_schema (MAKE_TRAIT (REAL, .rule = GYRE_ALL_OF (GYRE_IN_RANGE (0, 9), GYRE_NOT (GYRE_EQUAL_TO (3)))),
                 "{'allOf': <[{'minimum': <0>, 'exclusiveMaximum': <9>}, {'not': <{'const': <3>}>}]>}");
  assert_schema (MAKE_TRAIT (REAL, .rule = GYRE_ANY_OF (GYRE_IS_NEGATIVE, GYRE_GREATER_THAN (5))),
                 "{'allOf': <[{'anyOf': <[{'exclusiveMaximum': <0>}, {'exclusiveMinimum': <5>}]>}]>}");
  assert_schema (MAKE_TRAIT (POINTER (string), .rule = GYRE_LENGTH_AT_MOST (5)), "{'allOf': <[{'maxLength': <5>}]>}");
}

/* A schema must not refuse what the trait takes, such as 0.10 for 0.1. It says so instead. */
static void
test_left_out (void)
{
  assert_schema (MAKE_TRAIT (POINTER (date), .least = "2020-01-01", .greatest = "2021-01-01"),
                 "{'description': <'must be at least 2020-01-01 and at most 2021-01-01'>}");
  assert_schema (MAKE_TRAIT (POINTER (decimal), .constraints = GYRE_POSITIVE), "{'description': <'must be positive'>}");
  assert_schema (MAKE_TRAIT (POINTER (decimal), .member = "0.1, 2"), "{'description': <'must be one of 0.1, 2'>}");
  assert_schema (MAKE_TRAIT (POINTER (decimal), .rule = GYRE_NOT (GYRE_EQUAL_TO ("0.1"))), "{'description': <'must be not equal to 0.1'>}");
  assert_schema (MAKE_TRAIT (.kind = &gyre_kind_duration, .storage = GYRE_STORAGE_INT64, .greatest = "2 h"),
                 "{'description': <'must be at most 2 h'>}");
  assert_schema (MAKE_TRAIT (.kind = &gyre_kind_duration, .storage = GYRE_STORAGE_INT64, .rule = GYRE_AT_MOST ("2 h")),
                 "{'description': <'must be at most 2 h'>}");
  assert_schema (MAKE_TRAIT (REAL, .units = "s", .rule = GYRE_NOT (GYRE_AT_MOST ("2 h"))), "{'description': <'must be not at most 2 h'>}");
  assert_schema (MAKE_TRAIT (LIST_OF (integer), .rule = GYRE_ALL_OF (GYRE_IS_POSITIVE, GYRE_LENGTH_AT_LEAST (2))),
                 "{'allOf': <[{'minItems': <2>}]>}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/constraint-schema/bounds-are-told", test_bounds);
  g_test_add_func ("/traits/constraint-schema/members-and-expressions-are-told", test_texts);
  g_test_add_func ("/traits/constraint-schema/combined-rules-are-told", test_rules);
  g_test_add_func ("/traits/constraint-schema/what-it-cannot-say-is-said-in-words", test_left_out);
  return g_test_run ();
}
