/* gyre-real.h: The text of one real number
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GYRE_REAL_TEXT_SIZE:
 *
 * How many bytes [func@Gyre.real_to_string] needs.
 *
 * Since: 0.1
 */
#define GYRE_REAL_TEXT_SIZE 32

char     *gyre_real_to_string    (double      value,
                                  char        buffer[GYRE_REAL_TEXT_SIZE]);
gboolean  gyre_real_from_decimal (const char *text,
                                  gsize       length,
                                  double     *value);
gboolean  gyre_real_equal        (double      value,
                                  double      other);

GYRE_END_DECLARATIONS
