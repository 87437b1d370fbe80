/* test-component-calls.c: The behaviors of a component by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static void
marshal_twice (GClosure *closure, GValue *result, guint length, const GValue *parameters, gpointer hint, gpointer data)
{
  g_value_set_double (result, 2 * g_value_get_double (&parameters[1]));
}

static void
marshal_nothing (GClosure *closure, GValue *result, guint length, const GValue *parameters, gpointer hint, gpointer data)
{
}

static void
add (GyreDeclaration *declaration, const char *name, const char *result, const char *argument, GClosureMarshal marshal)
{
  GClosure *closure = g_closure_new_simple (sizeof (GClosure), NULL);
  const char * const arguments[] = { argument, NULL };
  GVariant *options = g_variant_parse (G_VARIANT_TYPE_VARDICT, "{'aliases': <'2x'>}", NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_closure_set_marshal (closure, marshal);
  gyre_declaration_add_behavior (declaration, name, result, arguments, argument != NULL ? options : NULL, closure, &error);
  g_assert_no_error (error);
  if (argument == NULL)
    g_variant_unref (g_variant_ref_sink (options));
}

static GyreComponent *
caller_new (void)
{
  static GType type;
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("Caller", GYRE_TYPE_COMPONENT);
  GyreComponent *component;
  g_autoptr (GError) error = NULL;

  if (type == G_TYPE_INVALID)
    {
      add (declaration, "twice", "real", "real number", marshal_twice);
      add (declaration, "rest", "nothing", NULL, marshal_nothing);
      gyre_declaration_add_trait (declaration, "value", "real", NULL, G_TYPE_NONE, NULL, &error);
      g_assert_no_error (error);
      type = gyre_component_register (declaration, G_TYPE_INVALID, &error);
    }
  component = gyre_component_new (type, NULL, &error, NULL);
  g_assert_no_error (error);
  return component;
}

static void
test_call (void)
{
  g_autoptr (GyreComponent) component = caller_new ();
  g_auto (GValue) argument = G_VALUE_INIT;
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_set_double (g_value_init (&argument, G_TYPE_DOUBLE), 1.5);
  g_assert_true (gyre_component_call (component, "2x", &argument, 1, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (g_value_get_double (&result), ==, 3);
}

static void
test_nothing (void)
{
  g_autoptr (GyreComponent) component = caller_new ();
  g_auto (GValue) empty = G_VALUE_INIT;
  g_auto (GValue) done = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_call (component, "rest", NULL, 0, &empty, &error));
  g_assert_false (G_IS_VALUE (&empty));
  g_assert_true (gyre_component_call_value (component, "rest", NULL, 0, &done, &error));
  g_assert_true (g_value_get_boolean (&done));
}

static void
test_refused (void)
{
  g_autoptr (GyreComponent) component = caller_new ();
  const char * const texts[] = { "much", NULL };
  const char * const none[] = { NULL };
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_call_with_texts (component, "value", none, &result, &error));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (gyre_component_call_with_texts (component, "twics", none, &result, &error));
  g_assert_nonnull (strstr (error->message, "did you mean 'twice'"));
  g_clear_error (&error);
  g_assert_false (gyre_component_call_with_texts (component, "twice", texts, &result, &error));
  g_assert_nonnull (strstr (error->message, "number"));
  g_clear_error (&error);
  g_assert_false (gyre_component_call (component, "twice", NULL, 0, &result, &error));
  g_assert_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/component-calls/a-behavior-is-called-by-an-alias", test_call);
  g_test_add_func ("/model/component-calls/one-without-a-result-leaves-it-empty", test_nothing);
  g_test_add_func ("/model/component-calls/what-can-not-be-called-is-an-error", test_refused);
  return g_test_run ();
}
