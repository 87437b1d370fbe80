/* test-class-state.c: What a class is in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-class-state-private.h"

static void
test_one_for_class_and_executive (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreActor *ball = gyre_actor_get (TEST_TYPE_BALL), *box = gyre_actor_get (TEST_TYPE_BOX);
  GyreClassState *state = gyre_class_state_get (ball, executive);

  g_assert_true (gyre_class_state_get (ball, executive) == state);
  g_assert_true (gyre_class_state_get (box, executive) != state);
  g_assert_true (gyre_class_state_get (ball, gyre_executive_get_default ()) != state);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/class-state/there-is-one-for-each-class-and-executive", test_one_for_class_and_executive);
  return g_test_run ();
}
