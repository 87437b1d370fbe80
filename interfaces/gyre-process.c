/* gyre-process.c: What a process promises
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-process.h"

/**
 * gyre_process_run:
 * @self: a process
 * @error: return location for what the process says
 *
 * Does at once what the executive does in a frame.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
GYRE_DEFINE_INTERFACE (GyreProcess, gyre_process,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (
    gyre_required (run, (nothing), .summary = "does what there is to do in one frame")),
  .family = "gyre.process",
  .summary = "what runs in the frames of an executive")
