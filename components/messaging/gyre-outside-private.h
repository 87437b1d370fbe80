/* gyre-outside-private.h: What other threads send
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each thread that sends gets a lane of its own when it does so first. The lane goes when the thread has ended and everything in it
 * was delivered, or when the messenger goes.
 */
#pragma once

#include "gyre-handover-private.h"
#include "gyre-reply.h"

/* Any other thread: one message that is a request, for which @reply (of which this takes the reference when it succeeds) knows who
 * asks and until when. It is completed in the thread of the executive. */
gboolean gyre_messenger_request_from_outside (GyreMessenger         *self,
                                              GyreReply             *reply,
                                              GyreHandle             receiver,
                                              GQuark                 kind,
                                              const GyreMessagePart *message,
                                              GyreMessageFlags       flags,
                                              GError               **error);

/* The thread of the executive. */
void     gyre_outside_take_up (GyreMessenger *self);
gboolean gyre_outside_is_idle (GyreMessenger *self);
void     gyre_outside_close   (GyreMessenger *self);
