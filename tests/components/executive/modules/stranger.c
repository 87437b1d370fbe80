/* stranger.c: A shared object that is no module of Gyre
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gmodule.h>

G_MODULE_EXPORT int stranger (void);

int
stranger (void)
{
  return 1;
}
