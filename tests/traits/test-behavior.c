/* test-behavior.c: A member of a class that can be called
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

/* Behaviors of a plain GObject, told by the macros that a class uses. */
static gboolean
do_nothing (GObject *self, GError **error)
{
  g_object_set_data (self, "called", GINT_TO_POINTER (1));
  return TRUE;
}

static gboolean
do_fail (GObject *self, gboolean says_why, GError **error)
{
  if (says_why)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "no such thing");
  return FALSE;
}

/* What a register holds above a gboolean is anybody's; so is what stands in a narrower one. */
static gboolean
do_is_even (GObject *self, gint64 number, GError **error)
{
  return (gboolean) (number ^ 1) & 1;
}

static gboolean
do_not (GObject *self, gboolean value, GError **error)
{
  return !value;
}

static gint64
do_negate (GObject *self, gint64 number, GError **error)
{
  return -number;
}

static double
do_mix (GObject *self, double a, gint64 b, gboolean c, double d, gint64 e, double f, gint64 g, double h, GError **error)
{
  return a + (double) b * 10 + c * 100 + d * 1000 + (double) e * 1e4 + f * 1e5 + (double) g * 1e6 + h * 1e7;
}

static double
do_fail_real (GObject *self, GError **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "no number");
  return 5;
}

static char *
do_greet (GObject *self, const char *name, const char *word, GError **error)
{
  return name != NULL ? g_strdup_printf ("%s, %s", word, name) : NULL;
}

static GyreArray *
do_double (GObject *self, const GyreArray *numbers, GError **error)
{
  GyreArray *result = gyre_array_copy (numbers);

  for (gsize index = 0; index < result->length; index++)
    result->values[index] *= 2;
  return result;
}

static gboolean
do_fill (GObject *self, GyreArray *room, GError **error)
{
  for (gsize index = 0; index < room->length; index++)
    room->values[index] = (double) index;
  return TRUE;
}

static GObject *
do_same (GObject *self, GObject *other, GError **error)
{
  return other != NULL ? g_object_ref (other) : NULL;
}

/* A floating reference, as GLib's own constructors give. */
static GVariant *
do_wrap (GObject *self, GVariant *variant, GError **error)
{
  return g_variant_new_maybe (NULL, variant);
}

static double
do_add (GObject *self, double first, const GyreArray *numbers, GError **error)
{
  for (gsize index = 0; index < numbers->length; index++)
    first += numbers->values[index];
  return first;
}

static char *
do_join (GObject *self, const char *separator, const char * const *words, GError **error)
{
  return g_strjoinv (separator, (GStrv) words);
}

static const GyreBehaviorDeclaration table[] = {
#define ROW(...) GYRE_BEHAVIOR_ROW ((GObject, test), (__VA_ARGS__))
  ROW (stop_now, do_nothing, (nothing), .summary = "does nothing")
  ROW (fail, do_fail, (nothing, (boolean, says_why)))
  ROW (is_even, do_is_even, (boolean, (integer, number)))
  ROW (invert, do_not, (boolean, (boolean, value)))
  ROW (negate, do_negate, (integer, (integer, number)))
  ROW (mix, do_mix, (real, (real, a), (integer, b), (boolean, c), (real, d), (integer, e), (real, f), (integer, g), (real, h)))
  ROW (fail_real, do_fail_real, (real))
  ROW (greet, do_greet, (string, (string, name), (string, word, .fallback = "'good day'")))
  ROW (twice, do_double, (array, (array, numbers)))
  ROW (fill, do_fill, (nothing, (buffer, room)))
  ROW (same, do_same, (object, (object, other)))
  ROW (wrap, do_wrap, (variant, (variant, value)))
  ROW (add, do_add, (real, (real, first), (reals, numbers)))
  ROW (join, do_join, (string, (string, separator, .fallback = "-"), (strings, words)))
  { .name = "promised", .signature = { .result = GYRE_ARGUMENT_REAL } },
};

static GyreBehavior *
behavior (const char *name)
{
  static GyreBehavior *made[G_N_ELEMENTS (table)];

  for (gsize index = 0; index < G_N_ELEMENTS (table); index++)
    if (strcmp (table[index].name, name) == 0)
      {
        if (made[index] == NULL)
          made[index] = gyre_behavior_new (&table[index]);
        return made[index];
      }
  g_assert_not_reached ();
}

static GObject *
subject (void)
{
  static GObject *object;

  if (object == NULL)
    object = g_object_new (G_TYPE_OBJECT, NULL);
  return object;
}

static void
assert_says (const char *name, const char * const *texts, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_auto (GValue) result = G_VALUE_INIT;
  g_autofree char *printed = NULL;

  gyre_behavior_call_with_texts (behavior (name), subject (), texts, &result, &error);
  g_assert_no_error (error);
  printed = gyre_argument_print_value (&result);
  g_assert_cmpstr (printed, ==, expected);
}

#define TEXTS(...) ((const char * const []) { __VA_ARGS__, NULL })
#define NO_TEXTS ((const char * const []) { NULL })

static void
test_kinds (void)
{
  assert_says ("is_even", TEXTS ("4"), "true");
  assert_says ("is_even", TEXTS ("2**32"), "true");
  assert_says ("is_even", TEXTS ("2**32 + 1"), "false");
  assert_says ("invert", TEXTS ("yes"), "false");
  assert_says ("invert", TEXTS ("no"), "true");
  assert_says ("negate", TEXTS ("2**63 - 1"), "-9223372036854775807");
  assert_says ("greet", TEXTS ("Ann", "hello"), "hello, Ann");
  assert_says ("greet", TEXTS ("none", "hello"), "none");
  assert_says ("twice", TEXTS ("(1, 2), (3, 4)"), "((2, 4), (6, 8))");
  assert_says ("wrap", TEXTS ("5"), "@mi 5");
}

/* Reals and integers go by different registers, and the last ones by the stack. */
static void
test_many_arguments (void)
{
  assert_says ("mix", TEXTS ("1", "2", "yes", "4", "5", "6", "7", "8"), "87654121");
}

static void
test_nothing (void)
{
  GValue result = G_VALUE_INIT;

  g_assert_true (gyre_behavior_call (behavior ("stop_now"), subject (), NULL, 0, &result, NULL));
  g_assert_false (G_IS_VALUE (&result));
  g_assert_nonnull (g_object_get_data (subject (), "called"));
  g_assert_cmpstr (gyre_behavior_get_name (behavior ("stop_now")), ==, "stop-now");
}

static void
test_object (void)
{
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  g_auto (GValue) argument = G_VALUE_INIT;
  g_auto (GValue) result = G_VALUE_INIT;

  g_value_set_object (g_value_init (&argument, G_TYPE_OBJECT), other);
  g_assert_true (gyre_behavior_call (behavior ("same"), subject (), &argument, 1, &result, NULL));
  g_assert_true (g_value_get_object (&result) == other);
}

static void
test_buffer (void)
{
  double numbers[3] = { 7, 7, 7 };
  GyreArray room = gyre_array_view_vector (numbers, 3);
  GValue argument = G_VALUE_INIT;
  GValue result = G_VALUE_INIT;

  g_value_set_static_boxed (g_value_init (&argument, GYRE_TYPE_ARRAY), &room);
  g_assert_true (gyre_behavior_call (behavior ("fill"), subject (), &argument, 1, &result, NULL));
  g_assert_cmpfloat (numbers[2], ==, 2);
  g_value_unset (&argument);
}

static void
assert_fails (const char *name, const char * const *texts, GQuark domain, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  GValue result = G_VALUE_INIT;

  g_assert_false (gyre_behavior_call_with_texts (behavior (name), subject (), texts, &result, &error));
  g_assert_cmpstr (error->message, ==, message);
  g_assert_error (error, domain, code);
  g_assert_false (G_IS_VALUE (&result));
}

static void
test_errors (void)
{
  assert_fails ("fail", TEXTS ("yes"), G_FILE_ERROR, G_FILE_ERROR_NOENT, "no such thing");
  assert_fails ("fail", TEXTS ("no"), GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_FAILED, "fail failed");
  assert_fails ("fail_real", NO_TEXTS, G_FILE_ERROR, G_FILE_ERROR_NOENT, "no number");
  assert_fails ("promised", NO_TEXTS, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ABSTRACT, "promised is only promised here");
}

static void
test_fallback (void)
{
  assert_says ("greet", TEXTS ("Ann"), "good day, Ann");
  assert_fails ("greet", NO_TEXTS, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS,
                "string greet (string name, string word = 'good day'): takes 1 to 2 arguments, got 0");
}

static void
test_wrong_arguments (void)
{
  g_autoptr (GError) error = NULL;
  GValue result = G_VALUE_INIT;
  GValue argument = native_double (1);

  assert_fails ("negate", TEXTS ("1", "2"), GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS,
                "integer negate (integer number): takes 1 argument, got 2");
  assert_fails ("stop_now", TEXTS ("1"), GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS,
                "nothing stop-now (): takes 0 arguments, got 1");
  assert_fails ("negate", TEXTS ("x"), GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX, "number: must be a number, has 'x' (at character 1)");
  g_assert_false (gyre_behavior_call (behavior ("negate"), subject (), &argument, 1, &result, &error));
  g_assert_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS);
  g_assert_cmpstr (error->message, ==, "integer negate (integer number): 'number' must be of kind integer, is a gdouble");
  g_clear_error (&error);
  g_assert_false (gyre_behavior_call (behavior ("negate"), subject (), NULL, 0, &result, &error));
  g_assert_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS);
}

static void
test_any_number (void)
{
  assert_says ("add", TEXTS ("1"), "1");
  assert_says ("add", TEXTS ("1", "2", "3"), "6");
  assert_says ("add", TEXTS ("1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1"), "12");
  assert_says ("join", NO_TEXTS, "");
  assert_says ("join", TEXTS ("+", "a", "'b c'"), "a+b c");
  assert_fails ("add", NO_TEXTS, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS,
                "real add (real first, real numbers …): takes at least 1 argument, got 0");
  assert_fails ("add", TEXTS ("1", "2", "x"), GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX,
                "numbers: must be a number, has 'x' (at character 1)");
}

static void
test_any_number_of_values (void)
{
  double numbers[] = { 2, 3 };
  GyreArray array = gyre_array_view_vector (numbers, 2);
  GValue each[] = { native_double (1), native_double (2), native_double (3), native_int64 (4) };
  GValue whole[] = { native_double (1), G_VALUE_INIT };
  GValue result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_set_static_boxed (g_value_init (&whole[1], GYRE_TYPE_ARRAY), &array);
  g_assert_true (gyre_behavior_call (behavior ("add"), subject (), each, 3, &result, NULL));
  g_assert_cmpfloat (g_value_get_double (&result), ==, 6);
  g_value_unset (&result);
  g_assert_true (gyre_behavior_call (behavior ("add"), subject (), whole, 2, &result, NULL));
  g_assert_cmpfloat (g_value_get_double (&result), ==, 6);
  g_value_unset (&result);
  g_assert_true (gyre_behavior_call (behavior ("add"), subject (), each, 2, &result, NULL));
  g_assert_cmpfloat (g_value_get_double (&result), ==, 3);
  g_value_unset (&result);
  g_assert_false (gyre_behavior_call (behavior ("add"), subject (), each, 4, &result, &error));
  g_assert_cmpstr (error->message, ==, "real add (real first, real numbers …): 'numbers' must be of kind real, is a gint64");
  g_value_unset (&whole[1]);
}

/* A behavior lives as long as the process: somebody has to hold it, where no compiler sees that nobody reads it. */
static GyreBehavior * volatile adding;

static gint64
closure_add (GObject *self, gint64 number, gpointer data)
{
  return number + GPOINTER_TO_INT (data);
}

static void
test_closure (void)
{
  const GValue argument = native_int64 (40);
  g_auto (GValue) result = G_VALUE_INIT;

  adding = gyre_behavior_new_for_closure ("add", "integer", TEXTS ("integer number"), "adds",
                                          g_cclosure_new (G_CALLBACK (closure_add), GINT_TO_POINTER (2), NULL));
  g_assert_true (gyre_behavior_call (adding, subject (), &argument, 1, &result, NULL));
  g_assert_cmpint (g_value_get_int64 (&result), ==, 42);
}

static void
test_closure_refused (void)
{
  GClosure *closure = g_cclosure_new (G_CALLBACK (closure_add), NULL, NULL);

  g_closure_ref (closure);
  g_closure_sink (closure);
  g_assert_null (gyre_behavior_new_for_closure ("x", "matrix", NO_TEXTS, NULL, closure));
  g_assert_null (gyre_behavior_new_for_closure ("x", "buffer", NO_TEXTS, NULL, closure));
  g_assert_null (gyre_behavior_new_for_closure ("x", "reals", NO_TEXTS, NULL, closure));
  g_assert_null (gyre_behavior_new_for_closure ("x", "real", TEXTS ("reals a", "real b"), NULL, closure));
  g_assert_null (gyre_behavior_new_for_closure ("x", "real", TEXTS ("real"), NULL, closure));
  g_assert_null (gyre_behavior_new_for_closure ("x", "real", TEXTS ("nothing x"), NULL, closure));
  g_assert_null (gyre_behavior_new_for_closure ("x", "real", TEXTS ("real a", "real b", "real c", "real d", "real e", "real f", "real g",
                                                                    "real h", "real i"), NULL, closure));
  g_closure_unref (closure);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/behavior/each-kind-goes-in-and-comes-out", test_kinds);
  g_test_add_func ("/traits/behavior/eight-arguments-arrive-in-order", test_many_arguments);
  g_test_add_func ("/traits/behavior/result-of-nothing-stays-empty", test_nothing);
  g_test_add_func ("/traits/behavior/object-goes-in-and-comes-out", test_object);
  g_test_add_func ("/traits/behavior/buffer-of-the-caller-is-filled", test_buffer);
  g_test_add_func ("/traits/behavior/error-comes-through-and-leaves-no-result", test_errors);
  g_test_add_func ("/traits/behavior/argument-with-a-fallback-can-be-left-out", test_fallback);
  g_test_add_func ("/traits/behavior/wrong-arguments-are-told-with-the-signature", test_wrong_arguments);
  g_test_add_func ("/traits/behavior/last-argument-takes-any-number-of-texts", test_any_number);
  g_test_add_func ("/traits/behavior/last-argument-takes-any-number-of-values-or-all-as-one", test_any_number_of_values);
  g_test_add_func ("/traits/behavior/closure-is-called-with-component-and-arguments", test_closure);
  g_test_add_func ("/traits/behavior/closure-of-an-unknown-signature-is-refused", test_closure_refused);
  return g_test_run ();
}
