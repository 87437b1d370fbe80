/* gyre-turn-private.h: One frame after the other, each at its time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a thread of the executive's own and the source of a main context have in common. All of it belongs to the owner.
 */
#pragma once

#include "gyre-frame.h"
#include "gyre-context-private.h"
#include "gyre-shard-private.h"

/* When the next frame is to be: G_MININT64 for at once, G_MAXINT64 for never. */
gint64    gyre_turn_get_due        (GyreShard   *shard);
gint64    gyre_turn_get_time       (GyreShard   *shard);

/* What gets readable when a frame is to be made for it; -1 when frames have their own times. */
int       gyre_turn_get_descriptor (GyreShard   *shard);

/* Waits until a frame is due, and serves the context (NULL: there is none) at least once. Not with a virtual clock. Returns:
 * FALSE when the executive is to stop. */
gboolean  gyre_turn_wait           (GyreShard   *shard,
                                    GyreContext *context);

/* One frame, now. With a virtual clock it goes on to when the frame is due; FALSE when none ever will be. */
gboolean  gyre_turn_run            (GyreShard   *shard);

/* So many frames, each at its time, until the executive is stopped or, with a virtual clock, nothing is due any more. */
/* Frames until there were so many, the condition does not hold any more, or somebody stops it; NULL: it always holds. */
void      gyre_turn_run_many       (GyreShard   *shard,
                                    guint64      n_frames,
                                    GyreFrameCondition condition,
                                    gpointer     user_data);
