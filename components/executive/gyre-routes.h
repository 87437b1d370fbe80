/* gyre-routes.h: Who sends messages to whom, counted for a while
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

/* While nobody counts, it costs nothing: messages take another way only where their receivers are marked. */
void     gyre_executive_count_routes (GyreExecutive  *self,
                                      gint64          duration);

GYRE_END_DECLARATIONS
