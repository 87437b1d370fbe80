/* test-shape.c: What a value that nobody has declared is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-shape-private.h"

static void
assert_text (const char *text, const char *expected)
{
  g_autofree char *name = gyre_shape_dup_name (gyre_shape_of_text (text));

  if (g_strcmp0 (name, expected) != 0)
    g_error ("%s is of kind %s, not %s", text, name, expected);
}

static void
test_texts (void)
{
  static const char * const table[][2] = {
    { "5", "integer" }, { " -17 ", "integer" }, { "5.0", "real" }, { "-.5", "real" }, { "1e9", "real" }, { "true", "boolean" },
    { "false", "boolean" }, { "no", "string" }, { "none", "string" }, { "\"5\"", "string" }, { "'true'", "string" }, { "5 apples", "string" },
    { "-", "string" }, { "inf", "string" }, { "", "string" }, { "(1, 2)", "list of integer" }, { "[1, 2.5]", "list of real" },
    { "(a, b)", "list of string" }, { "(1, a)", "list of string" }, { "(true, false)", "list of boolean" }, { "()", "list of string" },
    { "((1, 2), (3.5))", "list of list of real" }, { "(hello) world", "string" }, { "99999999999999999999", "string" },
    { "2026-11-21", "string" }, { "1.5.2", "string" }, { "3 m", "quantity" }, { "-2.5 km/h", "quantity" }, { "9.81 kg*m/s^2", "quantity" },
    { "1 h 30 min", "quantity" }, { "20 °C", "quantity" }, { "5/s", "quantity" }, { "1e3  Hz", "quantity" }, { "50 %", "quantity" },
    { "'3 m'", "string" }, { "\"3 m\"", "string" }, { "3m", "string" }, { "2nd", "string" }, { "3D", "string" }, { "90s", "string" },
    { "5 pm", "string" }, { "9 am", "string" }, { "3 pi", "string" }, { "12 Main Street", "string" }, { "2 in 1", "string" },
    { "3 m 4 s", "string" }, { "m", "string" }, { "inf m", "string" }, { "10/2", "string" }, { "5/6/2026", "string" }, { "1/2", "string" },
    { "3 * 4 m", "string" }, { "(1 m, 2 km)", "list of quantity" }, { "(1, 2 m)", "list of string" }, { "10 - 2 m", "string" },
  };

  for (guint index = 0; index < G_N_ELEMENTS (table); index++)
    assert_text (table[index][0], table[index][1]);
}

static void
test_natives (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GValue) pointer = G_VALUE_INIT;
  g_auto (GValue) word = G_VALUE_INIT;
  g_autofree char *name = NULL;

  g_value_init (&pointer, G_TYPE_POINTER);
  g_assert_null (gyre_shape_of_native (&pointer, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "gpointer");
  g_value_set_enum (g_value_init (&word, G_TYPE_UNICODE_TYPE), 3);
  name = gyre_shape_dup_name (gyre_shape_of_native (&word, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "enumeration GUnicodeType");
}

static void
test_names (void)
{
  static const char * const names[] = { "integer", "list of list of real", "mapping of string", "enumeration GUnicodeType", "boxed GBytes" };
  static const char * const wrong[] = { "", "integers", "list of", "list of nothing", "enumeration GObject", "object NoSuchType", "boxed GObject" };
  g_autoptr (GError) error = NULL;

  g_type_ensure (G_TYPE_UNICODE_TYPE);
  g_type_ensure (G_TYPE_BYTES);
  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    {
      const GyreTrait *shape = gyre_shape_from_name (names[index], &error);
      g_autofree char *name = NULL;

      g_assert_no_error (error);
      name = gyre_shape_dup_name (shape);
      g_assert_cmpstr (name, ==, names[index]);
      g_assert_true (gyre_shape_from_name (name, NULL) == shape);
    }
  for (guint index = 0; index < G_N_ELEMENTS (wrong); index++)
    {
      g_assert_null (gyre_shape_from_name (wrong[index], &error));
      test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "no kind of an attribute");
    }
}

/* What is printed says the value and its kind. */
static void
test_print (void)
{
  static const char * const texts[] = {
    "5", "5.0", "1e300", "true", "\"5\"", "\"true\"", "plain", "\"(1, 2)\"", "\"-3 \"", "none", "(1, 2)", "(1.5, 2)", "(a, b)", "\"( {{ }} )\"",
    "\" 7\"", "((1), (2, 3))", "\"\"", "3 m", "\"3 m\"", "5/s", "2 s/m^2", "50 %", "(1 m, 2 km)", "(\"1 m\", \"2\")", "3 m^0.5", "0.1 inch", "1e300 kg",
  };

  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      const GyreTrait *shape = gyre_shape_of_text (texts[index]);
      g_autoptr (GError) error = NULL;
      GyreValue value = GYRE_NONE, again = GYRE_NONE;
      g_autofree char *text = NULL;

      gyre_trait_parse (shape, texts[index], &value, &error);
      g_assert_no_error (error);
      text = gyre_shape_print (shape, value);
      if (gyre_shape_of_text (text) != shape)
        g_error ("%s is printed as %s", texts[index], text);
      gyre_trait_parse (shape, text, &again, &error);
      g_assert_no_error (error);
      g_assert_true (gyre_kind_equal (shape->kind, value, again));
      gyre_kind_clear (shape->kind, &value);
      gyre_kind_clear (shape->kind, &again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/shape/text-says-the-kind-by-how-it-is-written", test_texts);
  g_test_add_func ("/model/shape/native-value-says-the-kind-by-its-type", test_natives);
  g_test_add_func ("/model/shape/name-finds-the-shape-again", test_names);
  g_test_add_func ("/model/shape/printed-text-says-value-and-kind", test_print);
  return g_test_run ();
}
