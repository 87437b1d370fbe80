/* gyre-history-private.h: What values a trait had, on demand
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-history.h"
#include "gyre-state-private.h"

void gyre_history_record (GyreComponent   *component,
                          const GyreTrait *trait);
void gyre_history_record_again (GyreComponent   *component,
                                const GyreTrait *trait);
void gyre_history_free   (gpointer         history);
