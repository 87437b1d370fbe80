/* gyre-agenda-private.h: The instructions that wait for their time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any thread posts and cancels; the thread of the executive takes what is due. At the same due time the smaller priority number
 * goes first, then who posted first, over all threads. What is posted while a frame's instructions are done is due in the next
 * frame at the earliest.
 *
 * One lock guards everything, for a few instructions at a time; nothing of anybody else's runs under it.
 */
#pragma once

#include "gyre-instruction.h"
#include "gyre-wheel-private.h"

typedef struct _GyreAgenda GyreAgenda;
typedef struct _GyrePosting GyrePosting;

/* One posting: the same instruction can have many. */
struct _GyrePosting
{
  GyreTimer timer;            /* first */
  GyreInstruction *instruction;
  guint64 number;             /* by which it is cancelled; never 0, and never used again */
  GyreHandle poster;          /* GYRE_HANDLE_NONE when it was no component */
  GyrePosting *next;          /* of those for the same component */
  GyrePosting *previous;
  guint8 is_cancelled;        /* after it had become due */
};

GyreAgenda  *gyre_agenda_new            (gint64            now);

/* What waits goes without a word. */
void         gyre_agenda_free           (GyreAgenda       *self);

/* Any thread. Returns the posting's number; 0 with @error when there is no memory. */
guint64      gyre_agenda_post           (GyreAgenda       *self,
                                         GyreInstruction  *instruction,
                                         gint64            due,
                                         GyreHandle        poster,
                                         GError          **error);

/* Any thread. Whether it was still waiting: then nobody does it, and its callback hears of it in the next frame. */
gboolean     gyre_agenda_cancel         (GyreAgenda       *self,
                                         guint64           number);

/* Any thread. All that wait for a component, by handle or by name (either may be none). Returns how many there were. */
guint        gyre_agenda_purge          (GyreAgenda       *self,
                                         GyreHandle        handle,
                                         const char       *name);

/* One posting that waits, for those who save it. */
typedef struct
{
  GyreInstruction *instruction;   /* owned */
  gint64 due;
  guint64 order;
} GyreWaiting;

/* Any thread. Adds those that wait for a component, by handle and by name (either may be none), to an array of GyreWaiting. */
void         gyre_agenda_list           (GyreAgenda       *self,
                                         GyreHandle        handle,
                                         const char       *name,
                                         GArray           *waiting);

/* The thread of the executive: whether something is due at @now or was cancelled, and then one after the other in order,
 * owned by the caller. */
gboolean     gyre_agenda_begin          (GyreAgenda       *self,
                                         gint64            now);
GyrePosting *gyre_agenda_take           (GyreAgenda       *self);

/* The thread of the executive: what was cancelled or purged and whose callback has not heard of it. */
GyrePosting *gyre_agenda_take_cancelled (GyreAgenda       *self);
void         gyre_posting_free          (GyrePosting      *posting);

/* Any thread. When something has to be done: G_MININT64 for at once, G_MAXINT64 when nothing waits. */
gint64       gyre_agenda_get_next_due   (GyreAgenda       *self);
guint64      gyre_agenda_get_length     (GyreAgenda       *self);
