/* gyre-shard-private.h: One thread's share of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Records, schedule, agenda and messenger of one thread, which shares nothing with others. An executive has one; nothing here
 * knows that there are no more.
 *
 * Threads: @owner is who may touch all this. It is claimed once and given up by its thread alone, so a thread that finds itself
 * there can rely on it. Others go through lanes and the agenda. A component that ends in another thread takes `ending`, which
 * the owner holds while a frame runs.
 */
#pragma once

#include "gyre-agenda-private.h"
#include "gyre-frame.h"
#include "gyre-messenger-private.h"
#include "gyre-parking-private.h"
#include "gyre-schedule-private.h"

typedef struct _GyreShard GyreShard;

struct _GyreShard
{
  GyreExecutive *executive;
  GyreSurroundings *surroundings;
  GyreSlots *slots;
  GyreSchedule *schedule;
  GyreAgenda *agenda;
  GyreMessenger *messenger;
  GyreParking *parking;

  gpointer owner;               /* of the thread to which all this belongs; atomic */
  GRecMutex ending;             /* held while a frame runs */
  GPtrArray *graveyard;         /* of GObject: what ended in this frame, let go at its end */
  guint in_frame : 1;

  GyreFrameCounts counts;
  gint64 now;                   /* the time of this frame */

  GyrePace pace;
  double rate;
  gint64 first_deadline;        /* of a fixed rate */
  guint64 n_paced;              /* frames since then */
  gint is_stopping;             /* atomic */
};

GyreShard *gyre_shard_new           (GyreExecutive  *executive);
void       gyre_shard_free          (GyreShard      *self);

/* Of the executive; made when it is first needed. Any thread. */
GyreShard *gyre_executive_get_shard (GyreExecutive  *executive);

/* Whether the calling thread owns it, claiming it when nobody does. */
gboolean   gyre_shard_claim         (GyreShard      *self);
gboolean   gyre_shard_is_mine       (GyreShard      *self);
void       gyre_shard_give_up       (GyreShard      *self);

/* A record for an object of the model. The owner's thread, or any while no frame runs (it takes `ending`). */
GyreHandle gyre_shard_enter         (GyreShard      *self,
                                     gpointer        object);

/* The object ends: no handle reaches it, nothing of it waits or runs. Any thread. Returns how many instructions were purged. */
guint      gyre_shard_leave         (GyreShard      *self,
                                     GyreHandle      handle);

/* Keeps @object, of which this takes a reference, until the end of the frame; outside of frames it is let go at once. */
void       gyre_shard_bury          (GyreShard      *self,
                                     GObject        *object);

/* One frame. @ending is taken in it. */
void       gyre_shard_run_frame     (GyreShard      *self);

/* When it wants the next frame, by pace, agenda, schedule and messenger: G_MININT64 for at once, G_MAXINT64 for never. */
gint64     gyre_shard_get_next_due  (GyreShard      *self);
