/* test-signature.c: What a behavior takes and gives
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
test_names (void)
{
  for (int kind = GYRE_ARGUMENT_NOTHING; kind <= GYRE_ARGUMENT_STRINGS; kind++)
    {
      GyreArgumentKind found;

      g_assert_true (gyre_argument_kind_from_name (gyre_argument_kind_get_name (kind), &found));
      g_assert_cmpint (found, ==, kind);
    }
  g_assert_false (gyre_argument_kind_from_name ("matrix", &(GyreArgumentKind) { 0 }));
  g_assert_true (gyre_argument_kind_get_gtype (GYRE_ARGUMENT_NOTHING) == G_TYPE_NONE);
}

static void
assert_argument (GyreArgumentKind kind, const char *text, const char *expected)
{
  const GyreArgument argument = { .kind = kind, .name = "x" };
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;

  gyre_argument_parse (&argument, text, &value, &error);
  g_assert_no_error (error);
  g_assert_true (G_VALUE_HOLDS (&value, gyre_argument_kind_get_gtype (kind)));
  printed = gyre_argument_print_value (&value);
  g_assert_cmpstr (printed, ==, expected);
}

/* The grammar is that of traits. */
static void
test_arguments (void)
{
  assert_argument (GYRE_ARGUMENT_BOOLEAN, " ON", "true");
  assert_argument (GYRE_ARGUMENT_INTEGER, "'2**10'", "1024");
  assert_argument (GYRE_ARGUMENT_REAL, "1/3", "0.3333333333333333");
  assert_argument (GYRE_ARGUMENT_REAL, "-0", "-0");
  assert_argument (GYRE_ARGUMENT_STRING, " 'a b ' ", "a b ");
  assert_argument (GYRE_ARGUMENT_STRING, "none", "none");
  assert_argument (GYRE_ARGUMENT_ARRAY, "(0, 1), (2, 3)", "((0, 1), (2, 3))");
  assert_argument (GYRE_ARGUMENT_VARIANT, "(1, 'a')", "(1, 'a')");
}

static void
assert_refused (GyreArgumentKind kind, const char *text, const char *message)
{
  const GyreArgument argument = { .kind = kind, .name = "x" };
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_argument_parse (&argument, text, &value, &error));
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_refused (void)
{
  assert_refused (GYRE_ARGUMENT_BOOLEAN, "maybe", "must be true or false, is 'maybe' (at character 1)");
  assert_refused (GYRE_ARGUMENT_INTEGER, "3.7", "must be a whole number, is 3.7 (at character 1)");
  assert_refused (GYRE_ARGUMENT_REAL, "none", "may not be none (at character 1)");
  assert_refused (GYRE_ARGUMENT_ARRAY, "(0, x)", "element 1: must be a number, has 'x' (at character 5)");
  assert_refused (GYRE_ARGUMENT_OBJECT, "x", "an argument of kind object has no text form");
  assert_refused (GYRE_ARGUMENT_BUFFER, "0", "an argument of kind buffer has no text form");
}

static void
test_equal (void)
{
  const GyreArgument one[] = { { GYRE_ARGUMENT_REAL, "a", NULL, NULL }, { GYRE_ARGUMENT_REAL, "b", NULL, "1" } };
  const GyreArgument other[] = { { GYRE_ARGUMENT_REAL, "x", NULL, NULL }, { GYRE_ARGUMENT_INTEGER, "b", NULL, NULL } };
  const GyreSignature signature = { GYRE_ARGUMENT_REAL, 2, one };

  g_assert_true (gyre_signature_equal (&signature, &signature));
  g_assert_false (gyre_signature_equal (&signature, &(GyreSignature) { GYRE_ARGUMENT_REAL, 2, other }));
  g_assert_false (gyre_signature_equal (&signature, &(GyreSignature) { GYRE_ARGUMENT_REAL, 1, one }));
  g_assert_false (gyre_signature_equal (&signature, &(GyreSignature) { GYRE_ARGUMENT_ARRAY, 2, one }));
  g_assert_true (gyre_signature_equal (&(GyreSignature) { GYRE_ARGUMENT_REAL, 1, one }, &(GyreSignature) { GYRE_ARGUMENT_REAL, 1, other }));
}

static void
test_text (void)
{
  const GyreArgument arguments[] = { { GYRE_ARGUMENT_ARRAY, "points", NULL, NULL }, { GYRE_ARGUMENT_INTEGER, "count", NULL, "1" } };
  g_autofree char *text = gyre_signature_to_string (&(GyreSignature) { GYRE_ARGUMENT_REAL, 2, arguments }, "evaluate");
  g_autofree char *nothing = gyre_signature_to_string (&(GyreSignature) { GYRE_ARGUMENT_NOTHING, 0, NULL }, "stop");

  g_assert_cmpstr (text, ==, "real evaluate (array points, integer count = 1)");
  g_assert_cmpstr (nothing, ==, "nothing stop ()");
}

/* What can be left out needs not be said, and what stands for any number of values has no end. */
static void
test_variable (void)
{
  const GyreArgument arguments[] = { { GYRE_ARGUMENT_REAL, "a", NULL, NULL }, { GYRE_ARGUMENT_REAL, "b", NULL, "1" },
                                     { GYRE_ARGUMENT_REALS, "rest", NULL, NULL } };
  const GyreSignature signature = { GYRE_ARGUMENT_REAL, 3, arguments };
  const GyreSignature fixed = { GYRE_ARGUMENT_REAL, 2, arguments };
  g_autofree char *text = gyre_signature_to_string (&signature, "add");

  g_assert_cmpstr (text, ==, "real add (real a, real b = 1, real rest …)");
  g_assert_true (gyre_signature_is_variable (&signature));
  g_assert_false (gyre_signature_is_variable (&fixed));
  g_assert_cmpuint (gyre_signature_get_minimum (&signature), ==, 1);
  g_assert_cmpuint (gyre_signature_get_maximum (&signature), ==, G_MAXUINT);
  g_assert_cmpuint (gyre_signature_get_maximum (&fixed), ==, 2);
  g_assert_true (gyre_signature_get_argument (&signature, 1) == &arguments[1]);
  g_assert_true (gyre_signature_get_argument (&signature, 100) == &arguments[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/signature/each-sort-of-arguments-has-a-name", test_names);
  g_test_add_func ("/traits/signature/argument-is-read-as-a-trait-is", test_arguments);
  g_test_add_func ("/traits/signature/mistake-in-an-argument-is-told", test_refused);
  g_test_add_func ("/traits/signature/names-do-not-matter-kinds-do", test_equal);
  g_test_add_func ("/traits/signature/text-shows-fallbacks", test_text);
  g_test_add_func ("/traits/signature/last-argument-stands-for-any-number-of-values", test_variable);
  return g_test_run ();
}
