/* test-changes.c: Processes that began or ceased to run, and have not heard so
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-changes-private.h"

static void
test_what_was_put_down_waits (void)
{
  GyreChanges changes;

  gyre_changes_init (&changes);
  g_assert_false (gyre_changes_wait (&changes));
  gyre_changes_add (&changes, 7);
  gyre_changes_add (&changes, 8);
  g_assert_true (gyre_changes_wait (&changes));
  g_assert_cmpuint (changes.handles->len, ==, 2);
  g_assert_cmpuint (g_array_index (changes.handles, GyreHandle, 1), ==, 8);
  gyre_changes_clear (&changes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/changes/what-was-put-down-waits", test_what_was_put_down_waits);
  return g_test_run ();
}
