/* test-action.c: Action signals of an object, called by name
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "foreign-fixtures.h"

static void
test_call (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) wrapper = test_wrap (lamp, NULL, FALSE);
  const char *texts[] = { "2", NULL };
  g_auto (GValue) times = G_VALUE_INIT;
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_set_int64 (g_value_init (&times, G_TYPE_INT64), 3);
  g_assert_true (gyre_component_call (wrapper, "blink", &times, 1, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_value_get_int64 (&result), ==, 3);
  g_value_unset (&result);
  g_assert_true (gyre_component_call_with_texts (wrapper, "blink", texts, &result, &error));
  g_assert_cmpint (lamp->n_blinks, ==, 5);
}

static void
test_refused (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);
  g_autoptr (GyreComponent) wrapper = test_wrap (lamp, NULL, FALSE);
  g_auto (GValue) text = G_VALUE_INIT;
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_call (wrapper, "blink", NULL, 0, &result, &error));
  test_assert_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS, "blink", "takes 1 argument");
  g_value_init (&text, G_TYPE_STRV);
  g_assert_false (gyre_component_call (wrapper, "blink", &text, 1, &result, &error));
  test_assert_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS, "argument 1 must be a gint");
  g_assert_false (gyre_component_call (wrapper, "burnt-out", NULL, 0, &result, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "burnt-out");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/action/action-signal-is-called-like-a-behavior", test_call);
  g_test_add_func ("/model/action/other-signals-and-wrong-arguments-are-refused", test_refused);
  return g_test_run ();
}
