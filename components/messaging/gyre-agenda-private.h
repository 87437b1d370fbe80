/* gyre-agenda-private.h: The instructions that wait for their time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any thread posts and cancels; the thread of the executive takes what is due. At the same due time the smaller priority number
 * goes first, then who posted first, over all threads. What is posted while a frame's instructions are done is due in the next
 * frame at the earliest.
 */
#pragma once

#include "gyre-instruction.h"
#include "gyre-wheel-private.h"

/* One posting: the same instruction can have many. */
typedef struct
{
  GyreTimer timer;
  GyreInstruction *instruction;
  guint64 number;             /* by which it is cancelled; counts up, never 0 */
  GyreHandle poster;          /* GYRE_HANDLE_NONE when it was no component */
} GyrePosting;

typedef struct _GyreAgenda GyreAgenda;

GyreAgenda  *gyre_agenda_new           (gint64            now);
void         gyre_agenda_free          (GyreAgenda       *self);

/* Any thread. Returns the posting's number; 0 with @error when there is no memory. */
guint64      gyre_agenda_post          (GyreAgenda       *self,
                                        GyreInstruction  *instruction,
                                        gint64            due,
                                        GyreHandle        poster,
                                        GError          **error);

/* Any thread. Whether it was still waiting: then nobody does it, and its callback hears of it at the next frame. */
gboolean     gyre_agenda_cancel        (GyreAgenda       *self,
                                        guint64           number);

/* The thread of the executive. All that wait for a component, by handle or by name. Returns how many there were. */
guint        gyre_agenda_purge         (GyreAgenda       *self,
                                        GyreHandle        handle,
                                        const char       *name);

/* The thread of the executive: what is due at @now, in order, one after the other; owned by the caller. What is posted from
 * gyre_agenda_begin() on is not due before the next one. */
void         gyre_agenda_begin         (GyreAgenda       *self,
                                        gint64            now);
GyrePosting *gyre_agenda_take          (GyreAgenda       *self);

/* What was cancelled or purged, whose callbacks have not heard of it yet. */
GyrePosting *gyre_agenda_take_cancelled (GyreAgenda      *self);
void         gyre_posting_free         (GyrePosting      *posting);

/* G_MAXINT64 when nothing waits. */
gint64       gyre_agenda_get_next_due  (GyreAgenda       *self);
guint64      gyre_agenda_get_length    (GyreAgenda       *self);
