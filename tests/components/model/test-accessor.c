/* test-accessor.c: Typed accessors of traits
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

static void
test_pairs (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (test_ball_set_radius (ball, 2.5, &error));
  g_assert_cmpfloat (test_ball_get_radius (ball), ==, 2.5);
  g_assert_true (test_ball_set_label (ball, "x", &error));
  g_assert_cmpstr (test_ball_get_label (ball), ==, "x");
  g_assert_true (test_ball_set_label (ball, NULL, &error));
  g_assert_null (test_ball_get_label (ball));
  g_assert_true (test_box_set_side (box, G_MININT, &error));
  g_assert_cmpint (test_box_get_side (box), ==, G_MININT);
  g_assert_no_error (error);
}

static void
test_refused (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (test_ball_set_radius (ball, -0.1, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.shapes.ball.radius");
  g_assert_false (test_ball_set_radius (ball, NAN, NULL));
  g_assert_false (test_box_set_side (box, (gint64) G_MAXINT + 1, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.shapes.box.side", "2147483648");
  g_assert_true (ball->radius == 1 && box->side == 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/accessor/what-is-set-is-got", test_pairs);
  g_test_add_func ("/model/accessor/what-breaks-a-rule-is-refused", test_refused);
  return g_test_run ();
}
