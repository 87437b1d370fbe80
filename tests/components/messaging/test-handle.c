/* test-handle.c: Handles are plain numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre.h"

static void
test_nobody_is_zero (void)
{
  GyreHandle handle = { 0 };

  g_assert_cmpuint (handle, ==, GYRE_HANDLE_NONE);
  g_assert_cmpuint (sizeof handle, ==, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/handle/nobody-is-zero", test_nobody_is_zero);
  return g_test_run ();
}
