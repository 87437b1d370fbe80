/* gyre-signal.h: What a signal is for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

#include <glib-object.h>

GYRE_BEGIN_DECLARATIONS

/**
 * GyreSignalNamer: (skip)
 * @signal: the number of a signal
 *
 * Somebody else who knows the names of what a signal says: a reader of repositories, for example. It is called in any thread.
 *
 * Returns: (transfer full) (nullable): as many names as the signal has arguments, an empty one where there is none; %NULL: it knows nothing
 *
 * Since: 0.1
 */
typedef GStrv (*GyreSignalNamer) (guint signal);

void        gyre_signal_set_summary (guint       signal,
                                     const char *summary);
const char *gyre_signal_get_summary (guint       signal);
void        gyre_signal_set_arguments (guint     signal,
                                     const char *names);
void        gyre_signal_set_namer   (GyreSignalNamer namer);
GStrv       gyre_signal_dup_arguments (guint     signal);

GYRE_END_DECLARATIONS
