/* test-computed.c: Values that are made when they are asked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

typedef struct { GyreComponent parent_instance; double width; double area; double broken; } TestPlate;
typedef struct { GyreComponentClass parent_class; } TestPlateClass;
typedef struct { GyreComponent parent_instance; TestBall *ball; double radius; } TestFront;
typedef struct { GyreComponentClass parent_class; } TestFrontClass;

static guint computed;

static gboolean
test_plate_make_area (const GyreTrait *trait, gpointer instance, GyreValue *value, GError **error)
{
  computed++;
  *value = (GyreValue) { .present = TRUE, .real = ((TestPlate *) instance)->width * ((TestPlate *) instance)->width };
  return TRUE;
}

static gboolean
test_plate_fail (const GyreTrait *trait, gpointer instance, GyreValue *value, GError **error)
{
  g_set_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT, "there is no such thing");
  return FALSE;
}

GYRE_DEFINE_COMPONENT (TestPlate, test_plate, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (width, 3),
    gyre_real (area, 0, .compute = test_plate_make_area),
    gyre_real (broken, 5, .compute = test_plate_fail)),
  GYRE_BEHAVIORS (), .family = "test.plate")

GYRE_DEFINE_COMPONENT (TestFront, test_front, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_facility (ball, test_ball, "test.shapes.ball"),
    gyre_real (radius, 0, .delegate = "ball.radius")),
  GYRE_BEHAVIORS (), .family = "test.front")

typedef struct { GyreComponent parent_instance; TestBall *ball; double radius; } TestWrong;
typedef struct { GyreComponentClass parent_class; } TestWrongClass;

GYRE_DEFINE_COMPONENT (TestWrong, test_wrong, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_facility (ball, test_ball, "test.shapes.ball"),
    gyre_real (radius, 0, .delegate = "ball.radios")),
  GYRE_BEHAVIORS (), .family = "test.wrong")

static void
test_first_read (void)
{
  g_autoptr (GyreComponent) plate = test_new (test_plate_get_type (), NULL);
  g_autoptr (GyreLocator) place = NULL;
  TestPlate *self = (TestPlate *) plate;
  double area = 0;

  computed = 0;
  self->width = 4;
  g_assert_cmpfloat (self->area, ==, 0);
  g_assert_cmpfloat (test_plate_get_area (self), ==, 16);
  g_assert_cmpfloat (self->area, ==, 16);
  self->width = 5;
  g_assert_true (gyre_component_get_real (plate, "area", &area, NULL));
  g_assert_cmpfloat (area, ==, 16);
  g_assert_cmpuint (computed, ==, 1);
  place = gyre_component_dup_value_locator (plate, "area", NULL);
  g_assert_true (g_str_has_prefix (gyre_locator_get_function (place), "computed"));
  g_assert_cmpint (test_category_of (plate, "area"), ==, GYRE_CATEGORY_DEFAULTS);
}

static void
test_property (void)
{
  g_autoptr (GyreComponent) plate = test_new (test_plate_get_type (), NULL);
  double area = 0;

  g_object_get (plate, "area", &area, NULL);
  g_assert_cmpfloat (area, ==, 9);
  test_assert_text (plate, "area", "9");
}

static void
test_given (void)
{
  GyreExecutive *executive = gyre_executive_new ();

  gyre_executive_push (executive);
  test_load ("plate.area = 1\n");
  computed = 0;
  {
    g_autoptr (GyreComponent) plate = test_new (test_plate_get_type (), "plate");
    g_autoptr (GyreComponent) other = test_new (test_plate_get_type (), NULL);

    test_assert_text (plate, "area", "1");
    g_assert_cmpuint (computed, ==, 0);
    test_assert_text (other, "area", "9");
    test_load ("test.plate.area = 2\n");
    test_assert_text (other, "area", "2");
    g_assert_cmpuint (computed, ==, 1);
  }
  gyre_executive_pop (executive);
  g_object_unref (executive);
}

static void
test_failure (void)
{
  g_autoptr (GyreComponent) plate = test_new (test_plate_get_type (), NULL);

  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*test.plate.broken: there is no such thing*");
  test_assert_text (plate, "broken", "5");
  g_test_assert_expected_messages ();
  test_assert_text (plate, "broken", "5");
}

static void
count (GObject *object, GParamSpec *specification, gpointer data)
{
  ++*(guint *) data;
}

static void
test_delegate (void)
{
  g_autoptr (GyreComponent) front = test_new (test_front_get_type (), NULL);
  g_autoptr (TestBall) other = test_new (TEST_TYPE_BALL, NULL);
  guint changes = 0;
  GObject *ball;

  g_signal_connect (front, "notify::radius", G_CALLBACK (count), &changes);
  test_assert_text (front, "radius", "1");
  test_set_text (front, "radius", "3");
  ball = gyre_component_get_object (front, "ball", NULL);
  test_assert_text (ball, "radius", "3");
  g_assert_cmpuint (changes, ==, 1);
  test_set_text (ball, "radius", "4");
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpfloat (test_front_get_radius ((TestFront *) front), ==, 4);
  test_set_text (other, "radius", "9");
  g_assert_true (gyre_component_set_object (front, "ball", G_OBJECT (other), NULL));
  g_assert_cmpuint (changes, ==, 3);
  test_assert_text (front, "radius", "9");
  g_object_set (front, "radius", 10.0, NULL);
  g_assert_cmpfloat (test_ball_get_radius (other), ==, 10);
}

static void
test_delegate_refused (void)
{
  g_autoptr (GyreComponent) front = test_new (test_front_get_type (), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_set_text (front, "radius", "-1", &error));
  g_assert_nonnull (strstr (error->message, "at least 0"));
  test_assert_text (front, "radius", "1");
}

static void
test_delegate_unknown (void)
{
  g_autoptr (GError) error = NULL;

  gyre_executive_get_default ();
  gyre_actor_get (TEST_TYPE_BALL);
  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*test.wrong*");
  g_assert_null (gyre_component_new (test_wrong_get_type (), NULL, &error, NULL));
  g_test_assert_expected_messages ();
  g_assert_nonnull (strstr (error->message, "test.wrong.radius: delegates to 'ball.radios', but test.shapes.ball promises no trait 'radios'"));
  g_assert_nonnull (strstr (error->message, "did you mean 'radius'?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/computed/a-default-is-made-at-the-first-read-and-kept", test_first_read);
  g_test_add_func ("/model/computed/gobject-reads-it-too", test_property);
  g_test_add_func ("/model/computed/what-was-said-is-not-computed", test_given);
  g_test_add_func ("/model/computed/a-failure-is-told-once-and-the-plain-default-stays", test_failure);
  g_test_add_func ("/model/computed/a-delegate-is-the-trait-of-the-part", test_delegate);
  g_test_add_func ("/model/computed/the-part-refuses-for-its-delegate", test_delegate_refused);
  g_test_add_func ("/model/computed/a-delegate-to-an-unknown-trait-is-a-mistake-of-the-class", test_delegate_unknown);
  return g_test_run ();
}
