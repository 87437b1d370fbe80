/* gyre-outside-private.h: What other threads send
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each thread that sends gets a lane of its own when it does so first. The lane goes when the thread has ended and everything in it
 * was delivered, or when the messenger goes.
 */
#pragma once

#include "gyre-handover-private.h"

/* The thread of the executive. */
void     gyre_outside_take_up (GyreMessenger *self);
gboolean gyre_outside_is_idle (GyreMessenger *self);
void     gyre_outside_close   (GyreMessenger *self);
