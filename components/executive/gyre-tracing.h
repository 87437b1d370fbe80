/* gyre-tracing.h: Writing down what an executive does
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

/* Frames, runs of processes, instructions, messages and alerts, with the names of the components, in the JSON format of Chrome's
 * and Perfetto's viewers. While nothing is written down, it costs a test of a pointer or a flag. */
gboolean gyre_executive_begin_trace (GyreExecutive  *self,
                                     const char     *path,
                                     GError        **error);
gboolean gyre_executive_end_trace   (GyreExecutive  *self,
                                     GError        **error);

GYRE_END_DECLARATIONS
