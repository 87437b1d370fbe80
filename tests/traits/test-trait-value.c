/* test-trait-value.c: The values of a trait on their way in and out
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
test_place (void)
{
  GyreTrait *positive = MAKE_TRAIT (REAL, .constraints = GYRE_POSITIVE);

  assert_refuses (positive, "\v\f -1", GYRE_VALUE_ERROR_CONSTRAINT, "must be positive, is -1 (at character 4)");
  assert_refuses (positive, "' -x'", GYRE_VALUE_ERROR_SYNTAX, "must be a number, has 'x' (at character 4)");
  assert_refuses (positive, " ' 1{{'", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has '{' (at character 5)");
  assert_refuses (positive, "'1", GYRE_VALUE_ERROR_SYNTAX, "must close the quote ' (at character 1)");
}

/* A native value has no text that a place could be in. */
static void
test_no_place (void)
{
  assert_refuses_native (MAKE_TRAIT (REAL, .constraints = GYRE_POSITIVE), native_double (-1), GYRE_VALUE_ERROR_CONSTRAINT,
                         "must be positive, is -1");
}

static void
test_none (void)
{
  assert_reads (MAKE_TRAIT (POINTER (array), .nullable = TRUE), "\v None ", "none");
  assert_refuses (MAKE_TRAIT (POINTER (array), .nullable = TRUE), "'none'", GYRE_VALUE_ERROR_SYNTAX,
                  "element 0: must be a number, has 'none' (at character 2)");
  assert_refuses_native (MAKE_TRAIT (POINTER (string)), native_string (NULL), GYRE_VALUE_ERROR_NULL, "may not be none");
  assert_takes (MAKE_TRAIT (POINTER (string), .nullable = TRUE), native_string (NULL), "none");
}

static void
test_initial (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (string), .initial = { .text = "abc" }, .like = "[0-9]+");
  g_autoptr (GError) error = NULL;
  GyreValue value;

  g_assert_false (gyre_trait_get_initial (trait, &value, &error));
  g_assert_cmpstr (error->message, ==, "must be like '[0-9]+', is abc");
  g_assert_false (value.present);
  g_clear_error (&error);
  g_assert_false (gyre_trait_get_initial (MAKE_TRAIT (POINTER (array)), &value, &error));
  g_assert_cmpstr (error->message, ==, "may not be none");
  g_assert_true (gyre_trait_get_initial (MAKE_TRAIT (BOOLEAN, .initial = { .boolean = TRUE }), &value, NULL));
  g_assert_true (value.present && value.boolean);
  g_assert_true (gyre_trait_get_initial (MAKE_TRAIT (INTEGER (INT8), .initial = { .integer = -3 }), &value, NULL));
  g_assert_cmpint (value.integer, ==, -3);
}

/* A kind of other code may have errors of its own. */
static gboolean
foreign_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "not there");
  return FALSE;
}

static void
test_foreign_error (void)
{
  static const GyreKind kind = { .name = "foreign", .parse = foreign_parse };
  g_autoptr (GError) error = NULL;
  GyreValue value;

  g_assert_false (gyre_trait_parse (MAKE_TRAIT (.kind = &kind, .storage = GYRE_STORAGE_POINTER), " x", &value, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpstr (error->message, ==, "not there");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/trait-value/mistake-points-at-its-character", test_place);
  g_test_add_func ("/traits/trait-value/native-value-has-no-place", test_no_place);
  g_test_add_func ("/traits/trait-value/none-is-bare", test_none);
  g_test_add_func ("/traits/trait-value/default-keeps-the-rules-too", test_initial);
  g_test_add_func ("/traits/trait-value/error-of-another-domain-stays-as-it-is", test_foreign_error);
  return g_test_run ();
}
