/* gyre-caller-private.h: Somebody who is connected to a program that listens
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One question at a time: while it waits for its answer nothing more is read, and while the answer goes out nothing is asked. Who
 * is too slow with either, or says something that is no question, is let go. The thread that listens owns all callers; only the
 * answers are made in the thread of the executive.
 */
#pragma once

#include "gyre-packet-private.h"
#include "gyre-shard-private.h"

typedef struct _GyreCaller GyreCaller;
typedef struct _GyreBell GyreBell;

/* Wakes the thread that listens; it can be rung after that has ended. Counted. */
GyreBell   *gyre_bell_new           (void);
GyreBell   *gyre_bell_ref           (GyreBell   *self);
void        gyre_bell_unref         (GyreBell   *self);
int         gyre_bell_get_descriptor (GyreBell  *self);
void        gyre_bell_ring          (GyreBell   *self);
void        gyre_bell_silence       (GyreBell   *self);

/* Takes the socket, which does not block. */
GyreCaller *gyre_caller_new         (int         socket,
                                     GyreShard  *shard,
                                     GyreBell   *bell);
void        gyre_caller_free        (GyreCaller *self);

/* What it waits for: for poll(), and until when (microseconds of the monotonic clock; G_MAXINT64: for ever). */
void        gyre_caller_prepare     (GyreCaller *self,
                                     GPollFD    *descriptor,
                                     gint64     *deadline);

/* What has come of it. FALSE when the caller is to be let go. */
gboolean    gyre_caller_go_on       (GyreCaller *self,
                                     gushort     events);

/* Whether nothing is begun: then it can be let go for somebody else. */
gboolean    gyre_caller_is_idle     (GyreCaller *self);
