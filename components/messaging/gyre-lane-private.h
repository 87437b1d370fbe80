/* gyre-lane-private.h: The way of one thread's messages into an executive of another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One writer, one reader, no lock. The writer fills chunks with complete messages and tells how far they are written; the reader
 * hands the messages over where they are. A chunk that was read goes back to the writer, unless messages in it wait: then it
 * belongs to the reader. What is under way is limited to four megabytes, or to one larger message.
 *
 * The writer's thread holds the lane and so does the reader; the last one to let go frees it.
 */
#pragma once

#include "gyre-chunk-private.h"
#include "gyre-messenger-private.h"

#define GYRE_LANE_WINDOW ((gsize) 4 * 1024 * 1024)
#define GYRE_LANE_NUMBERS 65536         /* that a writer takes at a time */

typedef struct _GyreLane GyreLane;

/* What a lane has sent to one receiver and what may not have arrived. */
typedef struct
{
  GyreHandle receiver;                  /* 0: nothing stands here */
  guint64 early_until;                  /* the bytes have arrived when the reader has come so far */
  guint64 late_until;
  guint32 early;
  guint32 late;
} GyreLaneCharge;

struct _GyreLane
{
  /* Of the writer. */
  guint64 messenger;                    /* its number */
  GyreChunk *last;
  gsize end;                            /* where it writes; chunk->end is what it has told */
  guint64 n_written;
  guint64 number;                       /* of the next message, and of the first that it may not use */
  guint64 number_end;
  GyreChunk *spare;                     /* the first to come back first */
  guint n_spare;
  GyreLaneCharge *charges;              /* by receiver, each at its place or after it */
  guint n_charges;
  guint n_places;
  GyreLane *next_of_thread;
  char writer_line[64];

  /* Of both, atomic. */
  guint64 n_taken;                      /* bytes handed over, told once in each delivery */
  GyreChunk *returned;                  /* chunks on the way back */
  gint n_holders;
  gint is_ended;                        /* the thread is gone */
  gint is_closed;                       /* the messenger is gone */
  char common_line[64];

  /* Of the reader. */
  GyreChunk *first;
  gsize position;
  GyreChunk *until_chunk;               /* what is taken up in this frame ends there */
  gsize until;
  guint64 n_read;
  GyreLane *next;
};

GyreLane    *gyre_lane_new          (guint64                messenger);
void         gyre_lane_unref        (GyreLane              *lane);

/* The writer. FALSE with @error. A message is charged, then written; it is seen by the reader once it is told. @is_ordered: before
 * anything that this thread reads afterwards. */
gboolean     gyre_lane_write        (GyreLane              *lane,
                                     const GyreMessage     *head,
                                     gconstpointer          data,
                                     GyreLaneCharge        *charge,
                                     GError               **error);
gboolean     gyre_lane_charge       (GyreLane              *lane,
                                     const GyreSlot        *slot,
                                     GyreHandle             receiver,
                                     gsize                  size,
                                     GyreLaneCharge       **charge,
                                     GError               **error);

/* Charges and writes so many messages with the same @head, each with a number of its own. Returns how many. */
guint        gyre_lane_write_all    (GyreLane              *lane,
                                     const GyreSlot        *slot,
                                     GyreMessage           *head,
                                     const GyreMessagePart *messages,
                                     guint                  n_messages,
                                     guint64               *next_number,
                                     GError               **error);
void         gyre_lane_tell         (GyreLane              *lane,
                                     gboolean               is_ordered);

/* The reader, which looks at what was there when it was taken up last. */
void         gyre_lane_take_up      (GyreLane              *lane);
GyreMessage *gyre_lane_look_further (GyreLane              *lane,
                                     GyreChunks            *chunks);

/* Once in a delivery. */
void         gyre_lane_tell_taken   (GyreLane              *lane);

/* The reader lets go. */
void         gyre_lane_close        (GyreLane              *lane,
                                     GyreChunks            *chunks);

/* Whether nothing is in it, taken up or not. */
gboolean     gyre_lane_is_empty     (GyreLane              *lane);

/* The oldest message; NULL when there is none. */
static inline GyreMessage *
gyre_lane_look (GyreLane *lane, GyreChunks *chunks)
{
  if (G_LIKELY (lane->first == lane->until_chunk && lane->position < lane->until))
    return (GyreMessage *) ((char *) lane->first + lane->position);
  return gyre_lane_look_further (lane, chunks);
}

static inline void
gyre_lane_go_on (GyreLane *lane, gsize extent)
{
  lane->position += extent;
  lane->n_read += extent;
}
