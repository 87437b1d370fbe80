/* gyre-expectation.h: Asynchronous results that arrive as instructions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-instruction.h"

#include <gio/gio.h>

GYRE_BEGIN_DECLARATIONS

/* For everything that takes a GAsyncReadyCallback: streams, tasks, D-Bus.
 *
 *     g_input_stream_read_bytes_async (stream, 4096, G_PRIORITY_DEFAULT, NULL,
 *                                      gyre_expectation_meet, gyre_executive_expect (executive, instruction));
 *
 * The behavior gets the GAsyncResult as its last argument, and finishes the operation. */
gpointer  gyre_executive_expect (GyreExecutive    *self,
                                 GyreInstruction  *instruction);
void      gyre_expectation_meet (GObject          *source,
                                 GAsyncResult     *result,
                                 gpointer          expectation);

GYRE_END_DECLARATIONS
