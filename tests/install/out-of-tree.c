/* out-of-tree.c: A program that knows Gyre only as it is installed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>
#include <stdio.h>

int
main (void)
{
  printf ("%s\n", g_type_name (gyre_locator_get_type ()));
  return 0;
}
