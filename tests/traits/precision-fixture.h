/* precision-fixture.h: Whether last digits can be told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* Under valgrind a long double is computed as a double. */
static inline gboolean
skip_imprecise (void)
{
  volatile long double one = 1, little = 0x1p-60L;
  volatile long double sum = one + little;

  if (sum != one)
    return FALSE;
  g_test_skip ("a long double is computed as a double here");
  return TRUE;
}
