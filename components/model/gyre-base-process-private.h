/* gyre-base-process-private.h: What the executive says to processes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-base-process.h"

/* For the table of the model: it began to run, or ceased to. Others than base processes do not mind. */
gboolean gyre_base_process_is            (gpointer object);
void     gyre_base_process_hear_of_state (gpointer object);
