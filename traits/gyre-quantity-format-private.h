/* gyre-quantity-format-private.h: How a quantity is shown
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-quantity.h"

char *gyre_quantity_to_text_in (GyreQuantity  quantity,
                                const char   *units);
