/* test-state.c: What only some instances have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-state-private.h"

static void
test_lean (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  GyreComponent *component = GYRE_COMPONENT (ball);

  g_assert_null (gyre_state_peek (component));
  g_assert_true (gyre_state_get_provenance (component, 0) == &gyre_component_get_birth (component)->provenances[0]);
  test_ball_set_radius (ball, 2, NULL);
  g_assert_nonnull (gyre_state_peek (component));
  g_assert_true (gyre_state_get_provenance (component, 0) != &gyre_component_get_birth (component)->provenances[0]);
}

static void
test_pending (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);
  GyreComponent *component = GYRE_COMPONENT (host);

  g_assert_cmpstr (gyre_state_get_pending (component, 0), ==, "test.shapes.ball");
  g_assert_null (gyre_state_get_pending (component, 1));
  gyre_state_set_pending_text (component, 0, "box", gyre_provenance_of_address (NULL));
  g_assert_cmpstr (gyre_state_get_pending (component, 0), ==, "box");
  /* The text that is there can be said again. */
  gyre_state_set_pending_text (component, 0, gyre_state_get_pending (component, 0), gyre_provenance_of_address (NULL));
  g_assert_cmpstr (gyre_state_get_pending (component, 0), ==, "box");
  gyre_state_set_pending_text (component, 0, NULL, gyre_provenance_of_address (NULL));
  g_assert_null (gyre_state_get_pending (component, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/state/instance-of-class-values-has-none", test_lean);
  g_test_add_func ("/model/state/said-to-the-instance-hides-said-to-the-class", test_pending);
  return g_test_run ();
}
