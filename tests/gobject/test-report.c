/* test-report.c: to be written
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
test_umbrella (void)
{
  g_assert_cmpuint (GYRE_TYPE_LOCATOR, !=, G_TYPE_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/report/umbrella-brings-every-layer", test_umbrella);
  return g_test_run ();
}
