/* gyre-quantity-number-private.h: A number's text that may have units
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-number.h"

gboolean gyre_quantity_read_number (const char  *units,
                                    const char  *text,
                                    GyreNumber  *number,
                                    GError     **error);
gboolean gyre_quantity_is_units    (const char  *units);
