/* gyre-signal.h: What a signal is for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

void        gyre_signal_set_summary (guint       signal,
                                     const char *summary);
const char *gyre_signal_get_summary (guint       signal);

GYRE_END_DECLARATIONS
