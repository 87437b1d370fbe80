/* test-pipeline.c: What a declaration does with a value on its way in
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

/* Who was asked, in order. */
static GString *calls;

static void
put_down (const char *call)
{
  g_string_append_printf (calls, "%s%s", calls->len > 0 ? " " : "", call);
}

static char *
strip_unit (const GyreTrait *trait, const char *text, GError **error)
{
  put_down ("strip");
  return g_str_has_suffix (text, "!") ? g_strndup (text, strlen (text) - 1) : g_strdup (text);
}

static char *
refuse_dozen (const GyreTrait *trait, const char *text, GError **error)
{
  put_down ("dozen");
  if (strcmp (text, "dozen") != 0)
    return g_strdup (text);
  g_set_error_literal (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX, "must not be a dozen");
  return NULL;
}

static gboolean
double_it (const GyreTrait *trait, GyreValue *value, GError **error)
{
  put_down ("double");
  value->integer *= 2;
  return TRUE;
}

static gboolean
add_one (const GyreTrait *trait, GyreValue *value, GError **error)
{
  put_down ("add");
  value->integer += 1;
  return TRUE;
}

static gpointer asked_instance;

static gboolean
refuse_seven (const GyreTrait *trait, GyreValue value, gpointer instance, GError **error)
{
  put_down ("seven");
  asked_instance = instance;
  if (value.integer != 7)
    return TRUE;
  g_set_error_literal (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT, "must not be seven");
  return FALSE;
}

static gboolean
refuse_nothing (const GyreTrait *trait, GyreValue value, gpointer instance, GError **error)
{
  put_down ("nothing");
  return TRUE;
}

static const GyreConverter converters[] = { strip_unit, refuse_dozen, NULL };
static const GyreNormaliser normalisers[] = { double_it, add_one, NULL };
static const GyreValidator validators[] = { refuse_nothing, refuse_seven, NULL };
#define PIPELINE .converters = converters, .normalisers = normalisers, .validators = validators

/* A kind that says when it is asked. */
static gboolean
loud_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  put_down ("parse");
  return gyre_kind_integer.parse (trait, text, value, error);
}

static gboolean
loud_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  put_down ("validate");
  return TRUE;
}

static char *
assert_calls (const GyreTrait *trait, const char *text, gint64 expected)
{
  GyreValue value;

  calls = g_string_new (NULL);
  value = fixture_read (trait, text);
  g_assert_cmpint (value.integer, ==, expected);
  return g_string_free (g_steal_pointer (&calls), FALSE);
}

static void
test_order (void)
{
  GyreKind loud = gyre_kind_integer;
  g_autofree char *found = NULL;

  loud.base = &gyre_kind_integer;
  loud.parse = loud_parse;
  loud.validate = loud_validate;
  found = assert_calls (MAKE_TRAIT (.kind = &loud, .storage = GYRE_STORAGE_INT64, PIPELINE, .rule = GYRE_LESS_THAN (100)), " '5!' ", 11);
  g_assert_cmpstr (found, ==, "strip dozen parse double add validate nothing seven");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (INTEGER (INT64), PIPELINE, .rule = GYRE_LESS_THAN (100));

  calls = g_string_new (NULL);
  assert_refuses (trait, "dozen", GYRE_VALUE_ERROR_SYNTAX, "must not be a dozen (at character 1)");
  assert_refuses (trait, "  3", GYRE_VALUE_ERROR_CONSTRAINT, "must not be seven (at character 3)");
  assert_refuses (trait, " x!", GYRE_VALUE_ERROR_SYNTAX, "must be a number, has 'x' (at character 2)");
  g_string_truncate (calls, 0);
  /* The rule sees what the normalisers made, and the validators do not see what broke it. */
  assert_refuses (trait, "60", GYRE_VALUE_ERROR_CONSTRAINT, "must be less than 100, is 121 (at character 1)");
  g_assert_cmpstr (calls->str, ==, "strip dozen double add");
  g_string_free (calls, TRUE);
}

static void
test_native (void)
{
  GyreTrait *trait = MAKE_TRAIT (INTEGER (INT64), PIPELINE);
  g_autoptr (GError) error = NULL;
  int instance;

  calls = g_string_new (NULL);
  assert_takes (trait, native_int (5), "11");
  g_assert_cmpstr (calls->str, ==, "double add nothing seven");
  g_assert_null (asked_instance);
  g_assert_true (gyre_trait_validate_for (trait, (GyreValue) { .present = TRUE, .integer = 8 }, &instance, NULL));
  g_assert_true (asked_instance == &instance);
  g_assert_false (gyre_trait_validate_for (trait, (GyreValue) { .present = TRUE, .integer = 7 }, &instance, &error));
  g_assert_cmpstr (error->message, ==, "must not be seven");
  g_string_free (calls, TRUE);
}

static void
test_none (void)
{
  GyreTrait *trait = MAKE_TRAIT (MAYBE (integer, INTEGER), PIPELINE);

  calls = g_string_new (NULL);
  g_assert_false (fixture_read (trait, "none").present);
  g_assert_cmpstr (calls->str, ==, "");
  g_string_free (calls, TRUE);
}

static void
test_default (void)
{
  GyreTrait *trait = MAKE_TRAIT (INTEGER (INT64), PIPELINE, .initial = { .integer = 20 });
  GyreValue value;

  calls = g_string_new (NULL);
  g_assert_true (gyre_trait_get_initial (trait, &value, NULL));
  g_assert_cmpint (value.integer, ==, 41);
  g_string_free (calls, TRUE);
}

static void
test_elements (void)
{
  static const GyreTraitDeclaration of = { .field = "element", .kind = &gyre_kind_integer, .storage = GYRE_STORAGE_INT64, PIPELINE };
  GyreTrait *list = MAKE_TRAIT (POINTER (list), .of = &of);
  GyreValue value;
  g_autofree char *printed = NULL;

  calls = g_string_new (NULL);
  value = fixture_read (list, "(1!, 2)");
  printed = gyre_trait_print (list, value);
  g_assert_cmpstr (printed, ==, "(3, 5)");
  g_assert_true (g_str_has_prefix (calls->str, "strip dozen double add nothing seven strip dozen double add nothing seven"));
  gyre_kind_clear (&gyre_kind_list, &value);
  assert_refuses (list, "(1, 3)", GYRE_VALUE_ERROR_CONSTRAINT, "[1]: must not be seven (at character 5)");
  g_string_free (calls, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/pipeline/order-is-convert-parse-normalise-validate", test_order);
  g_test_add_func ("/traits/pipeline/any-step-can-refuse", test_refused);
  g_test_add_func ("/traits/pipeline/native-value-is-not-converted", test_native);
  g_test_add_func ("/traits/pipeline/none-goes-past", test_none);
  g_test_add_func ("/traits/pipeline/default-goes-through-too", test_default);
  g_test_add_func ("/traits/pipeline/elements-have-their-own", test_elements);
  return g_test_run ();
}
