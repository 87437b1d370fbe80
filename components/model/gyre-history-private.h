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

/* An equal value was said: nothing has changed, and who keeps a history writes it down. */
static inline gboolean
gyre_history_say_again (GyreComponent *self, const GyreTrait *trait)
{
  if (G_UNLIKELY (gyre_state_peek (self)->listening & GYRE_LISTENING_HISTORY))
    gyre_history_record_again (self, trait);
  return TRUE;
}
