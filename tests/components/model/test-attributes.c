/* test-attributes.c: Many traits of one component at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

static void
assert_ball (gpointer ball, const char *radius, const char *label)
{
  test_assert_text (ball, "radius", radius);
  test_assert_text (ball, "label", label);
}

static void
test_names_and_values (void)
{
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_set_attributes (ball, &error, "r", 2.0, "label", "big", NULL));
  g_assert_no_error (error);
  assert_ball (ball, "2", "big");
  g_assert_true (gyre_component_set_attributes (ball, &error, NULL));
}

static void
test_all_or_none (void)
{
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_set_attributes (ball, &error, "label", "big", "radius", -1.0, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "radius", "-1");
  g_assert_false (gyre_component_set_attributes (ball, &error, "label", "big", "radios", 1.0, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "radios", "radius");
  g_assert_false (gyre_component_set_attributes (ball, &error, "measure", 1.0, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "measure", "behavior");
  assert_ball (ball, "1", "plain");
}

static void
test_values (void)
{
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
  const char *names[] = { "radius", "label" };
  GValue values[2] = { G_VALUE_INIT, G_VALUE_INIT };
  g_autoptr (GError) error = NULL;

  g_value_set_int (g_value_init (&values[0], G_TYPE_INT), 3);
  g_value_set_static_string (g_value_init (&values[1], G_TYPE_STRING), "x");
  g_assert_true (gyre_component_set_attributes_with_values (ball, names, values, 2, &error));
  assert_ball (ball, "3", "x");
  g_value_set_int (&values[0], -3);
  names[1] = "lable";
  g_assert_false (gyre_component_set_attributes_with_values (ball, names, values, 2, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "-3", "lable");
  assert_ball (ball, "3", "x");
  g_value_unset (&values[1]);
}

static void
test_dictionary (void)
{
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreComponent) host = test_new (TEST_TYPE_HOST, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_set_attributes_from_variant (ball, g_variant_new_parsed ("{'r': <2>, 'label': <'two words'>}"), &error));
  assert_ball (ball, "2", "two words");
  g_assert_true (gyre_component_set_attributes_from_variant (host, g_variant_new_parsed ("{'spare': <'test.shapes.ball'>}"), &error));
  g_assert_no_error (error);
  g_assert_false (gyre_component_set_attributes_from_variant (ball, g_variant_new_parsed ("{'radius': <'x'>, 'label': <(1, 2)>}"), &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "radius", "label");
  g_assert_false (gyre_component_set_attributes_from_variant (ball, g_variant_new_parsed ("[1]"), &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "a{sv}", "ai");
  assert_ball (ball, "2", "two words");
}

static void
test_text (void)
{
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreComponent) host = test_new (TEST_TYPE_HOST, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_set_attributes_from_text (ball, " radius=2   label='it\\'s (one'\n", &error));
  g_assert_no_error (error);
  assert_ball (ball, "2", "it's (one");
  g_assert_true (gyre_component_set_attributes_from_text (ball, "", &error));
  g_assert_true (gyre_component_set_attributes_from_text (ball, "r=(1 + 2)", &error));
  g_assert_no_error (error);
  g_assert_true (gyre_component_set_attributes_from_text (host, "spare=test.shapes.ball", &error));
  g_assert_no_error (error);
}

static void
test_mistakes_in_text (void)
{
  static const char * const texts[] = { "radius", "radius = 2", "=2", "radius=2 label", "radius=-1", "radius=2 nothing=1",
                                        "radius=", "radius='2", "radius=(2" };

  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (gyre_component_set_attributes_from_text (ball, texts[index], &error));
      g_assert_nonnull (error);
      assert_ball (ball, "1", "plain");
    }
}

static void
count (GyreComponent *component, const GyreChange *change, gpointer data)
{
  ++*(guint *) data;
}

static void
test_told_together (void)
{
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
  guint n_changes = 0;

  gyre_component_observe (ball, NULL, count, &n_changes, NULL, NULL);
  gyre_component_set_attributes_from_text (ball, "radius=2 radius=3 label=x", NULL);
  g_assert_cmpuint (n_changes, ==, 2);
  test_assert_text (ball, "radius", "3");
}

/* An open class takes names that nobody declared, in each of the ways, and with the others or not at all. */
static void
test_open (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "opened");
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_set_attributes (GYRE_COMPONENT (open), &error, "weight", 2.0, "count", "3", NULL));
  g_assert_true (gyre_component_set_attributes_from_text (GYRE_COMPONENT (open), "label='two words' sizes=(1, 2) double={.weight}*2", &error));
  g_assert_true (gyre_component_set_attributes_from_variant (GYRE_COMPONENT (open), g_variant_new_parsed ("{'flag': <true>, 'note': <'x'>}"), &error));
  g_assert_no_error (error);
  test_assert_attributes (open, "count label sizes double flag note");
  test_assert_kind (open, "count", "integer");
  test_assert_kind (open, "flag", "boolean");
  test_assert_text (open, "double", "4.0");
  g_assert_false (gyre_component_set_attributes_from_text (GYRE_COMPONENT (open), "fresh=1 label=other weight=heavy", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "opened.weight");
  test_assert_attributes (open, "count label sizes double flag note");
  test_assert_text (open, "label", "two words");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/attributes/open-class-takes-names-that-nobody-declared", test_open);
  g_test_add_func ("/model/attributes/names-and-values-are-set-together", test_names_and_values);
  g_test_add_func ("/model/attributes/one-mistake-and-none-is-set", test_all_or_none);
  g_test_add_func ("/model/attributes/every-mistake-is-told", test_values);
  g_test_add_func ("/model/attributes/dictionary-sets-data-and-texts", test_dictionary);
  g_test_add_func ("/model/attributes/text-has-quotes-and-brackets", test_text);
  g_test_add_func ("/model/attributes/text-that-is-wrong-sets-nothing", test_mistakes_in_text);
  g_test_add_func ("/model/attributes/each-trait-is-told-once", test_told_together);
  return g_test_run ();
}
