/* test-value.c: A value on its way in or out of a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
test_size (void)
{
  g_assert_cmpuint (sizeof (GyreValue), ==, 16);
}

static void
test_none (void)
{
  g_assert_false (GYRE_NONE.present);
  g_assert_null (GYRE_NONE.pointer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/value/value-is-two-words", test_size);
  g_test_add_func ("/traits/value/none-points-to-nothing", test_none);
  return g_test_run ();
}
