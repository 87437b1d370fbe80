/* test-trampoline.c: A C function that calls what another language implements
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-array.h"
#include "gyre-behavior.h"

#include <string.h>

/* A closure as a binding makes one: it sees values only. */
typedef void (*Body) (GValue *result, const GValue *parameters);

static void
marshal (GClosure *closure, GValue *result, guint length, const GValue *parameters, gpointer hint, gpointer data)
{
  ((Body) closure->data) (result, parameters);
}

/* Behaviors live as long as the process: somebody has to hold them. */
static GPtrArray *behaviors;

static GyreBehavior *
behavior_of (const char *result, const char * const *arguments, Body body)
{
  GClosure *closure = g_closure_new_simple (sizeof (GClosure), body);
  GyreBehavior *behavior;

  g_closure_set_marshal (closure, marshal);
  if (behaviors == NULL)
    behaviors = g_ptr_array_new ();
  behavior = gyre_behavior_new_for_closure ("try", result, arguments, "tries", closure);
  g_ptr_array_add (behaviors, behavior);
  return behavior;
}

static void
weigh (GValue *result, const GValue *parameters)
{
  g_value_set_double (result, g_value_get_double (&parameters[1]) * g_value_get_int64 (&parameters[2])
                              + g_value_get_boolean (&parameters[3]) + strlen (g_value_get_string (&parameters[4])));
}

static void
test_function (void)
{
  const char * const arguments[] = { "real factor", "integer count", "boolean more", "string text", NULL };
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GError) error = NULL;
  GyreBehavior *behavior = behavior_of ("real", arguments, weigh);
  double (*function) (GObject *, double, gint64, gboolean, const char *, GError **) = NULL;

  g_assert_nonnull (behavior);
  function = (gpointer) behavior->function;
  g_assert_cmpfloat (function (object, 2.5, 4, TRUE, "abc", &error), ==, 14);
  g_assert_no_error (error);
}

static void
double_all (GValue *result, const GValue *parameters)
{
  GyreArray *room = g_value_get_boxed (&parameters[1]);

  for (gsize index = 0; index < room->length; index++)
    room->values[index] *= 2;
}

static void
test_buffer (void)
{
  const char * const arguments[] = { "buffer room", NULL };
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GError) error = NULL;
  double values[] = { 1, 2, 3 };
  GyreArray view = gyre_array_view_vector (values, G_N_ELEMENTS (values));
  GyreBehavior *behavior = behavior_of ("nothing", arguments, double_all);
  gboolean (*function) (GObject *, GyreArray *, GError **) = (gpointer) behavior->function;

  g_assert_true (function (object, &view, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (values[2], ==, 6);
}

static void
fail (GValue *result, const GValue *parameters)
{
  gyre_behavior_raise ("out of sand");
}

static void
test_raise (void)
{
  static const char * const results[] = { "nothing", "boolean", "integer", "real", "string", "array", "object", "variant" };
  const char * const arguments[] = { NULL };
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);

  for (guint index = 0; index < G_N_ELEMENTS (results); index++)
    {
      g_autoptr (GError) error = NULL;
      GValue value = G_VALUE_INIT;
      GyreBehavior *behavior = behavior_of (results[index], arguments, fail);

      g_assert_false (gyre_behavior_call (behavior, object, NULL, 0, &value, &error));
      g_assert_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_FAILED);
      g_assert_cmpstr (error->message, ==, "try: out of sand");
      if (G_IS_VALUE (&value))
        g_value_unset (&value);
    }
}

static void
say (GValue *result, const GValue *parameters)
{
  g_value_set_string (result, "said");
}

/* What was raised outside any call does not reach a call that succeeds. */
static void
test_stale (void)
{
  const char * const arguments[] = { NULL };
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GyreBehavior *behavior = behavior_of ("string", arguments, say);

  gyre_behavior_raise ("earlier");
  g_assert_true (gyre_behavior_call (behavior, object, NULL, 0, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, "said");
}

static void
test_refused (void)
{
  const char * const unknown[] = { "complex number", NULL };
  const char * const nameless[] = { "real", NULL };
  const char * const nothing[] = { "nothing at-all", NULL };
  const char * const none[] = { NULL };
  const char * const many[] = { "real a", "real b", "real c", "real d", "real e", "real f", "real g", "real h", "real i", NULL };

  g_assert_null (behavior_of ("real", unknown, say));
  g_assert_null (behavior_of ("real", nameless, say));
  g_assert_null (behavior_of ("real", nothing, say));
  g_assert_null (behavior_of ("real", many, say));
  g_assert_null (behavior_of ("buffer", none, say));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/trampoline/a-closure-is-a-function-of-its-signature", test_function);
  g_test_add_func ("/traits/trampoline/a-buffer-is-the-callers", test_buffer);
  g_test_add_func ("/traits/trampoline/what-is-raised-is-the-error-of-the-call", test_raise);
  g_test_add_func ("/traits/trampoline/what-was-raised-earlier-is-forgotten", test_stale);
  g_test_add_func ("/traits/trampoline/an-unknown-sort-is-refused", test_refused);
  return g_test_run ();
}
