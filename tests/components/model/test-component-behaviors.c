/* test-component-behaviors.c: The behaviors of a component by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

G_DECLARE_FINAL_TYPE (TestCounter, test_counter, TEST, COUNTER, GyreComponent)

struct _TestCounter
{
  GyreComponent parent_instance;
  gint64 step;
};

static gint64
test_counter_count (TestCounter *self, gint64 times, GError **error)
{
  if (times < 0)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "can't count backwards");
  return self->step * times;
}

GYRE_DEFINE_COMPONENT (TestCounter, test_counter, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (step, 3, .summary = "how far a step goes")),
  GYRE_BEHAVIORS (gyre_behavior (count, test_counter_count, (integer, (integer, times, .fallback = "2")), .aliases = "add up",
                                 .summary = "counts in steps")),
  .family = "test.behaviors.counter")

static GyreComponent *
new_counter (void)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *counter = gyre_component_new (test_counter_get_type (), NULL, &error, NULL);

  g_assert_no_error (error);
  return counter;
}

static void
assert_count (const char *name, const char * const *texts, gint64 expected)
{
  g_autoptr (GyreComponent) counter = new_counter ();
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_call_with_texts (counter, name, texts, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_value_get_int64 (&result), ==, expected);
}

static void
assert_refused (const char *name, const char * const *texts, const char *message)
{
  g_autoptr (GyreComponent) counter = new_counter ();
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_call_with_texts (counter, name, texts, &result, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_texts (void)
{
  assert_count ("count", (const char *[]) { "2**3", NULL }, 24);
  assert_count ("count", (const char *[]) { NULL }, 6);
}

static void
test_alias (void)
{
  assert_count ("add up", (const char *[]) { "1", NULL }, 3);
}

static void
test_native (void)
{
  g_autoptr (GyreComponent) counter = new_counter ();
  GValue argument = G_VALUE_INIT;
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_set_int64 (g_value_init (&argument, G_TYPE_INT64), 5);
  g_assert_true (gyre_component_call (counter, "count", &argument, 1, &result, &error));
  g_assert_cmpint (g_value_get_int64 (&result), ==, 15);
}

static void
test_own_error (void)
{
  assert_refused ("count", (const char *[]) { "-1", NULL }, "can't count backwards");
}

static void
test_unknown (void)
{
  assert_refused ("cont", (const char *[]) { NULL }, "test.behaviors.counter has no trait 'cont'; did you mean 'count'?");
}

static void
test_value (void)
{
  assert_refused ("step", (const char *[]) { NULL }, "test.behaviors.counter.step is a value and can't be called");
}

static void
test_unwanted_result (void)
{
  g_autoptr (GyreComponent) counter = new_counter ();
  g_autoptr (GError) error = NULL;
  g_auto (GValue) times = G_VALUE_INIT;
  const char *backwards[] = { "-1", NULL };

  g_value_set_int64 (g_value_init (&times, G_TYPE_INT64), 3);
  g_assert_true (gyre_component_call (counter, "count", &times, 1, NULL, &error));
  g_assert_true (gyre_component_call_with_texts (counter, "count", (const char *[]) { "3", NULL }, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (gyre_component_call_with_texts (counter, "count", backwards, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/component-behaviors/arguments-are-texts-or-left-out", test_texts);
  g_test_add_func ("/model/component-behaviors/an-alias-serves", test_alias);
  g_test_add_func ("/model/component-behaviors/native-arguments", test_native);
  g_test_add_func ("/model/component-behaviors/an-error-of-its-own-comes-through", test_own_error);
  g_test_add_func ("/model/component-behaviors/who-wants-no-result-gives-no-place-for-it", test_unwanted_result);
  g_test_add_func ("/model/component-behaviors/an-unknown-name-gets-a-suggestion", test_unknown);
  g_test_add_func ("/model/component-behaviors/a-value-is-no-behavior", test_value);
  return g_test_run ();
}
