/* test-member.c: Members of a class that are declared by function calls
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static GType
test_mode_get_type (void)
{
  static const GEnumValue words[] = { { 0, "FAST", "fast" }, { 1, "SLOW", "slow" }, { 0 } };
  static GType type;

  if (type == G_TYPE_INVALID)
    type = g_enum_register_static ("TestMode", words);
  return type;
}

static void
add (GyreDeclaration *declaration, const char *name, const char *kind, const char *initial, GType type, const char *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) dictionary = options != NULL ? g_variant_parse (G_VARIANT_TYPE_VARDICT, options, NULL, NULL, NULL) : NULL;

  gyre_declaration_add_trait (declaration, name, kind, initial, type, dictionary, &error);
  g_assert_no_error (error);
}

static void
marshal_area (GClosure *closure, GValue *result, guint length, const GValue *parameters, gpointer hint, gpointer data)
{
  double side = 0;

  if (gyre_component_get_real (g_value_get_object (&parameters[0]), "side", &side, NULL) && side > 50)
    gyre_behavior_raise ("too large");
  g_value_set_double (result, side * side * g_value_get_double (&parameters[1]));
}

static void
marshal_constructor (GClosure *closure, GValue *result, guint length, const GValue *parameters, gpointer hint, gpointer data)
{
  GyreComponent *component = g_value_get_object (&parameters[0]);
  g_autofree char *label = gyre_component_dup_text (component, "label", NULL);
  gint64 built = 0;

  if (g_strcmp0 (label, "'broken'") == 0 || g_strcmp0 (label, "broken") == 0)
    gyre_behavior_raise ("it is broken");
  gyre_component_get_integer (component, "built", &built, NULL);
  gyre_component_set_integer (component, "built", built + 1, NULL);
}

static GClosure *
closure_of (GClosureMarshal marshal)
{
  GClosure *closure = g_closure_new_simple (sizeof (GClosure), NULL);

  g_closure_set_marshal (closure, marshal);
  return closure;
}

static GType
register_square (void)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("Square", GYRE_TYPE_COMPONENT);
  const char * const arguments[] = { "real scale", NULL };
  g_autoptr (GError) error = NULL;
  GType type;

  gyre_declaration_set_family (declaration, "lab.square");
  add (declaration, "solid", "boolean", "true", G_TYPE_NONE, NULL);
  add (declaration, "side", "real", "1.5", G_TYPE_NONE, "{'not-negative': <true>, 'aliases': <'s'>, 'units': <'m'>}");
  add (declaration, "limit", "integer", NULL, G_TYPE_NONE, "{'nullable': <true>}");
  add (declaration, "label", "string", "a b", G_TYPE_NONE, NULL);
  add (declaration, "corners", "array", "((0, 0), (1, 1))", G_TYPE_NONE, NULL);
  add (declaration, "mode", "enumeration", "slow", test_mode_get_type (), NULL);
  add (declaration, "weights", "list of real", "(1, 2)", G_TYPE_NONE, NULL);
  add (declaration, "marks", "set of string", "(a, b, a)", G_TYPE_NONE, NULL);
  add (declaration, "prices", "mapping of real", "(a: 1)", G_TYPE_NONE, "{'minimum': <int64 0>}");
  add (declaration, "modes", "list of enumeration", "(slow, fast)", test_mode_get_type (), NULL);
  add (declaration, "other", "facility", NULL, GYRE_TYPE_COMPONENT, "{'nullable': <true>}");
  add (declaration, "built", "integer", NULL, G_TYPE_NONE, "{'maximum': <int64 9>}");
  gyre_declaration_add_behavior (declaration, "area", "real", arguments, NULL, closure_of (marshal_area), &error);
  g_assert_no_error (error);
  gyre_declaration_set_constructor (declaration, closure_of (marshal_constructor));
  type = gyre_component_register (declaration, G_TYPE_INVALID, &error);
  g_assert_no_error (error);
  return type;
}

static void
assert_text (GyreComponent *component, const char *trait, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gyre_component_dup_text (component, trait, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static GType square;

static void
test_defaults (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = gyre_component_new (square, NULL, &error, NULL);

  g_assert_no_error (error);
  assert_text (component, "solid", "true");
  assert_text (component, "s", "1.5");
  assert_text (component, "limit", "none");
  assert_text (component, "label", "a b");
  assert_text (component, "corners", "((0, 0), (1, 1))");
  assert_text (component, "marks", "(a, b)");
  assert_text (component, "prices", "(a: 1)");
  assert_text (component, "mode", "slow");
  assert_text (component, "weights", "(1, 2)");
  assert_text (component, "modes", "(slow, fast)");
  assert_text (component, "other", "none");
}

/* Each field has room of its own: writing all of them leaves none changed. */
static void
test_fields (void)
{
  static const struct { const char *trait, *text; } said[] = {
    { "solid", "false" }, { "side", "3.25" }, { "limit", "12" }, { "label", "long enough" }, { "corners", "(1, 2, 3)" },
    { "weights", "(3, 4, 5)" }, { "built", "7" },
  };
  g_autoptr (GyreComponent) component = gyre_component_new (square, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (said); index++)
    gyre_component_set_text (component, said[index].trait, said[index].text, &error);
  g_assert_no_error (error);
  for (guint index = 0; index < G_N_ELEMENTS (said); index++)
    assert_text (component, said[index].trait, said[index].text);
  g_assert_false (gyre_component_set_text (component, "side", "-1", &error));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (gyre_component_set_integer (component, "built", 10, &error));
  assert_text (component, "built", "7");
}

static void
test_behavior (void)
{
  g_autoptr (GyreComponent) component = gyre_component_new (square, NULL, NULL, "side", 3.0, NULL);
  const char * const texts[] = { "2", NULL };
  g_autoptr (GError) error = NULL;
  g_auto (GValue) result = G_VALUE_INIT;
  g_auto (GValue) nothing = G_VALUE_INIT;

  g_assert_true (gyre_component_call_with_texts (component, "area", texts, &result, &error));
  g_assert_cmpfloat (g_value_get_double (&result), ==, 18);
  gyre_component_set_real (component, "side", 51, NULL);
  g_assert_false (gyre_component_call_with_texts (component, "area", texts, &nothing, &error));
  g_assert_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "area: too large");
}

static void
test_constructor (void)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("SquareChild", square);
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) plain = g_object_new (square, NULL);
  g_autoptr (GyreComponent) derived = NULL;
  GType child;

  add (declaration, "depth", "real", "4", G_TYPE_NONE, NULL);
  child = gyre_component_register (declaration, G_TYPE_INVALID, &error);
  assert_text (plain, "built", "1");
  derived = gyre_component_new (child, NULL, &error, NULL);
  g_assert_no_error (error);
  assert_text (derived, "built", "1");
  assert_text (derived, "depth", "4");
  g_assert_null (gyre_component_new (square, "crash", &error, "label", "broken", NULL));
  g_assert_nonnull (strstr (error->message, "it is broken"));
  g_assert_null (gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_current ()), "crash"));
}

/* A bound of a date, said in another language. */
static void
test_bound (void)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("SquareOfTheTwenties", square);
  g_autoptr (GyreComponent) dated = NULL;
  g_autoptr (GError) error = NULL;
  GType type;

  add (declaration, "drawn", "date", "2020-01-01", G_TYPE_NONE, "{'least': <'2020-01-01'>, 'greatest': <'2029-12-31'>}");
  type = gyre_component_register (declaration, G_TYPE_INVALID, &error);
  g_assert_no_error (error);
  dated = g_object_new (type, NULL);
  g_assert_true (gyre_component_set_text (dated, "drawn", "2029-12-31", NULL));
  g_assert_false (gyre_component_set_text (dated, "drawn", "2019-05-05", &error));
  g_assert_nonnull (strstr (error->message, "must be at least 2020-01-01, is 2019-05-05"));
  assert_text (dated, "drawn", "2029-12-31");
}

static void
test_refused (void)
{
  static const struct { const char *kind, *initial, *options, *expected; } rows[] = {
    { "colour", NULL, NULL, "no kind 'colour'" },
    { "list", NULL, NULL, "no kind 'list'" },
    { "list of facility", NULL, NULL, "no kind" },
    { "real of string", NULL, NULL, "no kind" },
    { "mapping of list", NULL, NULL, "no kind" },
    { "real", "much", NULL, "default" },
    { "enumeration", NULL, NULL, "needs its type" },
    { "list of enumeration", NULL, NULL, "needs its type" },
    { "facility", NULL, NULL, "needs an interface" },
    { "real", NULL, "{'colour': <true>}", "'colour' is not known" },
    { "real", NULL, "{'colour': <'red'>}", "'colour'" },
    { "real", NULL, "{'units': <true>}", "must be a text" },
    { "real", NULL, "{'minimum': <'low'>}", "must be a number" },
  };
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("Refused", GYRE_TYPE_COMPONENT);

  for (guint index = 0; index < G_N_ELEMENTS (rows); index++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) options = rows[index].options != NULL
                          ? g_variant_parse (G_VARIANT_TYPE_VARDICT, rows[index].options, NULL, NULL, NULL) : NULL;

      g_assert_false (gyre_declaration_add_trait (declaration, "thing", rows[index].kind, rows[index].initial, G_TYPE_NONE,
                                                  options, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, rows[index].expected));
    }
  g_assert_cmpuint (gyre_declaration_get_length (declaration), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  square = register_square ();
  g_test_add_func ("/model/member/an-instance-holds-the-declared-defaults", test_defaults);
  g_test_add_func ("/model/member/each-trait-has-a-field-of-its-own", test_fields);
  g_test_add_func ("/model/member/a-behavior-is-called-and-can-fail", test_behavior);
  g_test_add_func ("/model/member/every-instance-meets-the-constructor-once", test_constructor);
  g_test_add_func ("/model/member/a-bound-can-be-a-text", test_bound);
  g_test_add_func ("/model/member/a-wrong-declaration-is-refused", test_refused);
  return g_test_run ();
}
