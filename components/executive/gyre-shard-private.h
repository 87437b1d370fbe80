/* gyre-shard-private.h: One thread's share of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Records, schedule, agenda and messenger of one thread, which shares nothing with others. An executive has one; nothing here
 * knows that there are no more.
 *
 * Threads: the shard belongs to one thread at a time, which gives it up itself. Whoever uses it takes it by gyre_shard_enter ()
 * and leaves it again: in a frame, for the owner, both cost a test; between frames a lock, and another thread waits for the end
 * of the frame. What other threads do often has ways of its own: posting takes the lock of the agenda, sending goes through
 * lanes, waking is a word. So a component can end in any thread, and no code of it runs meanwhile.
 */
#pragma once

#include "gyre-agenda-private.h"
#include "gyre-alerts-private.h"
#include "gyre-changes-private.h"
#include "gyre-frame.h"
#include "gyre-messenger-private.h"
#include "gyre-owner-private.h"
#include "gyre-parking-private.h"
#include "gyre-requests-private.h"
#include "gyre-saying-private.h"
#include "gyre-schedule-private.h"
#include "gyre-topics-private.h"

typedef struct _GyreShard GyreShard;
typedef struct _GyreReadiness GyreReadiness;
typedef struct _GyreThread GyreThread;
typedef struct _GyreTrace GyreTrace;
typedef struct _GyreRoutes GyreRoutes;

struct _GyreShard
{
  GyreExecutive *executive;     /* which owns it */
  GyreSurroundings *surroundings;
  GyreSlots *slots;
  GyreSchedule *schedule;
  GyreAgenda *agenda;
  GyreMessenger *messenger;
  GyreRequests *requests;
  GyreTopics *topics;
  GyreAlerts *alerts;
  GyreParking *parking;
  GyreReadiness *readiness;     /* of descriptors; NULL until one is watched */

  GyreOwner owner;              /* the thread to which all this belongs; atomic */
  GRecMutex lock;               /* held while a frame runs */
  guint n_waiting;              /* threads that wait for the lock; atomic */
  gboolean in_frame;
  GPtrArray *finalisers;        /* of gyre-finaliser.c; NULL while there are none */
  guint64 n_finalisers;         /* that there ever were */
  GPtrArray *graveyard;         /* of GObject: what ended in this frame, let go at its end */

  GyreChanges changes;          /* who began or ceased to run, and has not heard so */

  GyreFrameCounts counts;
  gint64 now;                   /* the time of this frame */

  GyrePace pace;
  double rate;                  /* frames a second, of a fixed pace and of a virtual clock */
  gint64 first;                 /* when the first of @n_paced frames was due */
  guint64 n_paced;
  gint is_stopping;             /* atomic */
  gint has_loop;                /* something makes its frames: a run, a thread or a main context; atomic */
  GSource *source;              /* of a main context; NULL: it is in none */
  GyreThread *thread;           /* of its own; NULL: it has none */

  GyreTrace *trace;             /* atomic; NULL: nothing is written down */
  GMutex trace_lock;            /* around each use of it */
  GyreRoutes *routes;           /* who has sent to whom; NULL: nobody counts */
  GQueue visits;                /* of GyreVisit: what other threads want done between frames */
  GMutex visit_lock;            /* around that */
  gint n_visits;                /* how many; atomic: asked for without the lock */
};

GyreShard *gyre_shard_new           (GyreExecutive    *executive);
void       gyre_shard_free          (GyreShard        *self);

/* Of the executive; made when it is first needed. Any thread. */
GyreShard *gyre_executive_get_shard (GyreExecutive    *executive);

/* Whether the calling thread owns it, claiming it when nobody does. */
gboolean   gyre_shard_claim         (GyreShard        *self);
gboolean   gyre_shard_is_mine       (GyreShard        *self);
void       gyre_shard_give_up       (GyreShard        *self);

/* Around every use of what is in it. Any thread; it can be entered again. */
void       gyre_shard_enter         (GyreShard        *self);
void       gyre_shard_leave         (GyreShard        *self);

/* Other clocks; before anything was launched, posted or run. */
gboolean   gyre_shard_set_surroundings (GyreShard        *self,
                                     GyreSurroundings *surroundings);

/* Any thread. A record for an object of the model; GYRE_HANDLE_NONE when there is no memory. */
GyreHandle gyre_shard_add           (GyreShard        *self,
                                     gpointer          object);

/* Any thread. The object ends: no handle reaches it, nothing of it waits or runs. When its code runs at this moment, in this
 * thread, it stays until the end of the frame. */
void       gyre_shard_remove        (GyreShard        *self,
                                     GyreHandle        handle);

/* Any thread. Lets go of @object, of which this takes the reference, at the end of the frame; at once when none runs. */
void       gyre_shard_bury          (GyreShard        *self,
                                     GObject          *object);

/* Any thread. An instruction waits; 0 with @error when there is no memory. */
guint64    gyre_shard_post          (GyreShard        *self,
                                     GyreInstruction  *instruction,
                                     gint64            due,
                                     GyreHandle        poster,
                                     GError          **error);

/* Does now what an instruction says, and tells its callback when it succeeded. The owner. */
gboolean   gyre_shard_do            (GyreShard        *self,
                                     GyreInstruction  *instruction,
                                     GError          **error);

/* The owner, between frames: messages come to their receivers as at the end of a frame. */
void       gyre_shard_deliver       (GyreShard        *self);

/* The owner: until @time, or until somebody brings work. Returns whether somebody did. */
gboolean   gyre_shard_park          (GyreShard        *self,
                                     gint64            time,
                                     GPollFD          *descriptors,
                                     guint             n_descriptors);

/* The owner. One frame. */
void       gyre_shard_run_frame     (GyreShard        *self);

/* The shard whose frame runs in this thread; NULL when none does. */
GyreShard *gyre_shard_get_running   (void);

/* The owner. When it wants the next frame, by its pace and what waits: G_MININT64 for at once, G_MAXINT64 for never. */
gint64     gyre_shard_get_next_frame (GyreShard       *self);

/* Any thread. There is one loop at a time; FALSE with @error when there is one already. */
gboolean   gyre_shard_begin_loop    (GyreShard        *self,
                                     GError          **error);
void       gyre_shard_end_loop      (GyreShard        *self);

/* Any thread. Something that concerns the pace or the work has changed. */
void       gyre_shard_wake          (GyreShard        *self);
