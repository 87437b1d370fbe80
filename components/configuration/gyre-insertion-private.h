/* gyre-insertion-private.h: Events become settings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Puts the assignments of a list of events, conditional ones too, into a batch of the store. Commands and sources are left
 * to the caller: it inserts what stands before one, deals with it, and goes on behind it.
 */
#pragma once

#include "gyre-batch.h"
#include "gyre-event-private.h"

void gyre_insertion_run (GyreEvents  *events,
                         guint        first,
                         guint        stop,
                         GyreBatch   *batch);
