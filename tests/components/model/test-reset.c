/* test-reset.c: Whether a value is the instance's own, and taking it back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

static guint n_heard;

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  n_heard++;
}

static gboolean
is_set (gpointer component, const char *trait)
{
  g_autoptr (GError) error = NULL;
  gboolean result = gyre_component_is_set (component, trait, &error);

  g_assert_no_error (error);
  return result;
}

static void
reset (gpointer component, const char *trait)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_reset (component, trait, &error));
  g_assert_no_error (error);
}

static void
test_default (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  gyre_component_observe (GYRE_COMPONENT (ball), NULL, hear, NULL, NULL, NULL);
  g_assert_false (is_set (ball, "radius"));
  reset (ball, "radius");
  g_assert_cmpuint (n_heard, ==, 0);
  test_ball_set_radius (ball, 5, NULL);
  test_set_text (ball, "label", "none");
  g_assert_true (is_set (ball, "r"));
  g_assert_true (is_set (ball, "label"));
  n_heard = 0;
  reset (ball, "r");
  reset (ball, "label");
  g_assert_cmpuint (n_heard, ==, 2);
  g_assert_cmpfloat (ball->radius, ==, 1);
  g_assert_cmpstr (ball->label, ==, "plain");
  g_assert_false (is_set (ball, "radius"));
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_DEFAULTS);
}

/* What the configuration says for the family, also later, and for the name, counts again. */
static void
test_configured (void)
{
  g_autoptr (TestBox) plain = NULL;
  g_autoptr (TestBox) named = NULL;

  test_load ("test.shapes.box.side = 7\nreset-box.side = 8\n");
  plain = test_new (TEST_TYPE_BOX, NULL);
  named = test_new (TEST_TYPE_BOX, "reset-box");
  g_assert_false (is_set (plain, "side"));
  g_assert_true (is_set (named, "side"));
  test_set_text (plain, "side", "1");
  test_set_text (named, "side", "2");
  reset (plain, "side");
  reset (named, "side");
  g_assert_cmpint (plain->side, ==, 7);
  g_assert_cmpint (named->side, ==, 8);
  test_assert_family_place (plain, "side", "test.pfg:1:24");
  test_assert_place (named, "side", "test.pfg:2:18");
  test_set_text (plain, "side", "1");
  test_load ("test.shapes.box.side = 9\n");
  g_assert_cmpint (plain->side, ==, 1);
  reset (plain, "side");
  g_assert_cmpint (plain->side, ==, 9);
  g_assert_false (is_set (plain, "side"));
  test_assert_family_place (plain, "side", "test.pfg:1:24");
  test_load ("test.shapes.box.side = 10\n");
  g_assert_cmpint (plain->side, ==, 10);
}

static void
test_facility (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "reset-host");
  GObject *part;

  test_set_text (host, "ball", "none");
  g_assert_true (is_set (host, "ball"));
  reset (host, "ball");
  g_assert_false (is_set (host, "ball"));
  part = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);
  g_assert_true (TEST_IS_BALL (part));
  reset (host, "ball");
  g_assert_true ((gpointer) host->ball == part);
}

static void
test_refused (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_reset (GYRE_COMPONENT (ball), "radus", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean 'radius'?");
  g_assert_false (gyre_component_is_set (GYRE_COMPONENT (ball), "radus", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean 'radius'?");
  g_assert_false (gyre_component_reset (GYRE_COMPONENT (ball), "measure", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "is a behavior");
}

/* What the class says with references is followed again. The last case: the class keeps it. */
static void
test_followed (void)
{
  g_autoptr (TestBall) ball = NULL;

  test_load ("test.shapes.ball.radius = {reset-size.n} * 2\nreset-size.n = 4\n");
  ball = test_new (TEST_TYPE_BALL, NULL);
  g_assert_cmpfloat (ball->radius, ==, 8);
  g_assert_true (test_ball_set_radius (ball, 3, NULL));
  reset (ball, "radius");
  g_assert_cmpfloat (ball->radius, ==, 8);
  test_load ("reset-size.n = 5\n");
  g_assert_cmpfloat (ball->radius, ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_object_unref (test_new (TEST_TYPE_BALL, NULL));
  g_object_unref (test_new (TEST_TYPE_BOX, NULL));
  g_test_add_func ("/model/reset/value-is-as-if-nobody-had-set-it", test_default);
  g_test_add_func ("/model/reset/what-is-configured-now-counts-again", test_configured);
  g_test_add_func ("/model/reset/facilities-go-back-too", test_facility);
  g_test_add_func ("/model/reset/unknown-trait-is-an-error", test_refused);
  g_test_add_func ("/model/reset/what-the-class-follows-is-followed-again", test_followed);
  return g_test_run ();
}
