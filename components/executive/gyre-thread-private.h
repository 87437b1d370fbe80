/* gyre-thread-private.h: A thread that an executive has for itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-shard-private.h"
#include "gyre-thread.h"

/* Nobody has the executive any more. Its thread is stopped and has ended afterwards; called in that thread itself, the thread keeps
 * the executive until it has left the frame, and ends it then. */
void gyre_thread_end (GyreShard *shard);
