/* test-condition.c: Whether what a section's head says is so
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-condition-private.h"

static void
test_exact (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "judged");
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, "judged-box");
  GyreComponent *component = GYRE_COMPONENT (ball);

  g_assert_true (gyre_condition_holds (component, "judged", "test.shapes.ball"));
  g_assert_false (gyre_condition_holds (component, "judged", "test.shapes.box"));
  g_assert_true (gyre_condition_holds (component, "judged-box", "test.shapes.box"));
  g_assert_false (gyre_condition_holds (component, "nobody", "test.shapes.box"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/condition/holds-for-a-name-of-exactly-the-family", test_exact);
  return g_test_run ();
}
