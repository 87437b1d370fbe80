/* test-component-values.c: The values and behaviors of a component by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

static void
test_aliases (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  const char *names[] = { "radius", "r", "half of the width", "größe" };

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    {
      double seen = 0;
      g_assert_true (gyre_component_set_real (GYRE_COMPONENT (ball), names[index], index, NULL));
      g_assert_cmpfloat (ball->radius, ==, index);
      g_assert_true (gyre_component_get_real (GYRE_COMPONENT (ball), names[index], &seen, NULL));
      g_assert_cmpfloat (seen, ==, index);
    }
}

static void
test_unknown (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  GyreComponent *component = GYRE_COMPONENT (ball);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  double real;

  g_assert_false (gyre_component_set_real (component, "raduis", 1, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "raduis", "did you mean 'radius'?");
  g_assert_false (gyre_component_set_text (component, "raduis", "1", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "raduis");
  g_assert_false (gyre_component_get_real (component, "raduis", &real, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "raduis");
  g_assert_null (gyre_component_dup_text (component, "raduis", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "raduis");
  g_assert_null (gyre_component_dup_value_locator (component, "raduis", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "raduis");
  g_assert_false (gyre_component_set_real (component, "measure", 1, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "behavior");
  g_assert_false (gyre_component_call (component, "radius", NULL, 0, &value, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "radius");
  g_assert_false (gyre_component_call (component, "mesure", NULL, 0, &value, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean");
}

static void
test_typed_getters (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  GyreComponent *component = GYRE_COMPONENT (ball);
  g_autoptr (GError) error = NULL;
  gint64 integer;
  gboolean boolean;

  g_assert_false (gyre_component_get_integer (component, "radius", &integer, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "radius", "real");
  g_assert_false (gyre_component_get_boolean (component, "label", &boolean, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "label", "string");
  g_assert_null (gyre_component_get_object (component, "label", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "label", "not a facility");
}

static void
test_none (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  GyreComponent *component = GYRE_COMPONENT (ball);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_set_none (component, "label", &error));
  g_assert_null (ball->label);
  test_assert_text (ball, "label", "none");
  g_assert_true (gyre_component_set_string (component, "label", "none", &error));
  g_assert_cmpstr (ball->label, ==, "none");
  test_assert_text (ball, "label", "\"none\"");
  test_set_text (ball, "label", "'none'");
  g_assert_cmpstr (ball->label, ==, "none");
  g_assert_no_error (error);
  g_assert_false (gyre_component_set_none (component, "radius", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "radius");
}

static void
test_refused (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "refusing-ball");
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (ball), "r", "-2", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "refusing-ball.radius", "at least 0", "-2");
  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (box), "side", "1.5", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.shapes.box.side", "1.5");
  g_assert_false (gyre_component_set_real (GYRE_COMPONENT (box), "side", 1.5, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "side");
  g_assert_false (gyre_component_set_integer (GYRE_COMPONENT (box), "side", G_MAXINT64, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "side");
  g_assert_false (gyre_component_set_string (GYRE_COMPONENT (ball), "label", "\xff", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "label", "UTF-8");
  g_assert_true (ball->radius == 1 && box->side == 3);
}

static void
test_object_property (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  /* GObject knows the bounds of a number itself. */
  g_test_expect_message ("GLib-GObject", G_LOG_LEVEL_WARNING, "*-1.0*radius*");
  g_object_set (ball, "radius", -1.0, NULL);
  g_test_assert_expected_messages ();
  g_assert_cmpfloat (ball->radius, ==, 1);
}

static void
test_texts_read_back (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  const char *labels[] = { "", " ", "a b", "'", "\"", "{x}", "none", "a\nb", "ü", "\\", "(a, b)", "#x", "a;b", "a = b" };

  for (guint index = 0; index < G_N_ELEMENTS (labels); index++)
    {
      g_autofree char *text = NULL;

      g_assert_true (gyre_component_set_string (GYRE_COMPONENT (ball), "label", labels[index], NULL));
      text = gyre_component_dup_text (GYRE_COMPONENT (ball), "label", NULL);
      g_assert_true (gyre_component_set_none (GYRE_COMPONENT (ball), "label", NULL));
      test_set_text (ball, "label", text);
      g_assert_cmpstr (ball->label, ==, labels[index]);
    }
  for (guint index = 0; index < 100; index++)
    {
      double value = g_test_rand_double () * 1e-3;
      g_autofree char *text = NULL;

      test_ball_set_radius (ball, value, NULL);
      text = gyre_component_dup_text (GYRE_COMPONENT (ball), "radius", NULL);
      test_ball_set_radius (ball, 0, NULL);
      test_set_text (ball, "radius", text);
      g_assert_cmpfloat (ball->radius, ==, value);
    }
}

static void
test_calls (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_auto (GValue) first = G_VALUE_INIT;
  g_auto (GValue) second = G_VALUE_INIT;
  const char *none[] = { NULL };
  g_autoptr (GError) error = NULL;

  test_ball_set_radius (ball, 4, NULL);
  g_assert_true (gyre_component_call (GYRE_COMPONENT (ball), "size", NULL, 0, &first, &error));
  g_assert_cmpfloat (g_value_get_double (&first), ==, 8);
  g_assert_true (gyre_component_call_with_texts (GYRE_COMPONENT (ball), "measure", none, &second, &error));
  g_assert_cmpfloat (g_value_get_double (&second), ==, 8);
}

/* Where code says a value, its line is known. */
static void
test_place_of_code (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreLocator) locator = NULL;
  guint line;

  line = __LINE__ + 1;
  g_assert_true (test_ball_set_radius (ball, 3, NULL));
  locator = gyre_component_dup_value_locator (GYRE_COMPONENT (ball), "radius", NULL);
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_EXPLICIT);
  if (gyre_locator_get_line (locator) == 0)
    {
      g_test_skip ("there is no debug information");
      return;
    }
  g_assert_true (g_str_has_suffix (gyre_locator_get_file (locator), "test-component-values.c"));
  g_assert_cmpuint (gyre_locator_get_line (locator), ==, line);
}

/* An equal value changes who said it, and nothing else. */
static void
test_equal_value (void)
{
  g_autoptr (TestBall) ball = NULL;
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("form.c", 3, 4);

  test_load ("equal-ball.radius = 2\n");
  ball = test_new (TEST_TYPE_BALL, "equal-ball");
  test_assert_place (ball, "radius", "test.pfg:1:21");
  g_assert_true (gyre_component_set_text_from (GYRE_COMPONENT (ball), "radius", "2", GYRE_CATEGORY_COMMAND, locator, NULL));
  test_assert_place (ball, "radius", "form.c:3:4");
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_COMMAND);
}

typedef struct { GyreComponent parent_instance; double first; gint64 second; char *third; GyreMaybeReal fourth; bool fifth; } TestOnce;
typedef struct { GyreComponentClass parent_class; } TestOnceClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestOnce, g_object_unref)
GYRE_DEFINE_COMPONENT (TestOnce, test_once, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (first, 1.0, .construct_only = TRUE), gyre_integer (second, 2, .construct_only = TRUE),
    gyre_string (third, "three", .construct_only = TRUE), gyre_maybe_real (fourth, "none", .construct_only = TRUE),
    gyre_boolean (fifth, false, .construct_only = TRUE)),
  GYRE_BEHAVIORS (), .family = "test.once")

static void
test_construct_only (void)
{
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (TestOnce) object = NULL;
  g_autoptr (TestOnce) given = NULL;
  g_autoptr (GError) error = NULL;

  test_load ("test.once.first = 10\ntest.once.second = 20\ntest.once.third = thirty\ntest.once.fourth = 40\ntest.once.fifth = yes\n");
  component = test_new (test_once_get_type (), NULL);
  object = g_object_new (test_once_get_type (), NULL);
  given = g_object_new (test_once_get_type (), "first", 11.0, "third", "given", NULL);
  test_assert_text (component, "first", "10");
  g_assert_true (object->first == 10 && object->second == 20 && object->fourth.value == 40 && object->fifth);
  g_assert_cmpstr (object->third, ==, "thirty");
  g_assert_true (given->first == 11 && given->second == 20);
  g_assert_cmpstr (given->third, ==, "given");
  g_assert_false (gyre_component_set_text (component, "first", "12", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "test.once.first");
  g_assert_false (gyre_component_set_real (component, "first", 12, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "test.once.first");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/values/aliases-with-blanks-and-umlauts-are-names", test_aliases);
  g_test_add_func ("/model/values/unknown-names-are-errors-with-a-suggestion", test_unknown);
  g_test_add_func ("/model/values/typed-getters-refuse-other-kinds", test_typed_getters);
  g_test_add_func ("/model/values/none-is-null-and-quoted-none-is-text", test_none);
  g_test_add_func ("/model/values/refused-value-leaves-the-old-one", test_refused);
  g_test_add_func ("/model/values/object-property-warns-and-leaves-the-old-one", test_object_property);
  g_test_add_func ("/model/values/texts-read-back-as-the-same", test_texts_read_back);
  g_test_add_func ("/model/values/behaviors-are-called-by-name-and-alias", test_calls);
  g_test_add_func ("/model/values/code-that-sets-is-known-by-line", test_place_of_code);
  g_test_add_func ("/model/values/equal-value-updates-who-said-it", test_equal_value);
  g_test_add_func ("/model/values/construct-only-is-configured-and-then-settled", test_construct_only);
  return g_test_run ();
}
