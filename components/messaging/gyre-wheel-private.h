/* gyre-wheel-private.h: Timers, as many as there are, each in constant time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A hierarchical wheel. Timers are part of what they belong to; the wheel allocates nothing. What is due comes out in the order
 * (due time, order): a spoke of the wheel is sorted when it is emptied, never when it is filled.
 *
 * Belongs to one thread.
 */
#pragma once

#include <glib.h>

typedef struct _GyreTimer GyreTimer;
typedef struct _GyreWheel GyreWheel;

struct _GyreTimer
{
  GyreTimer *next;
  GyreTimer **link;           /* what points to it; NULL: it is in no wheel */
  gint64 due;                 /* in nanoseconds */
  guint64 order;              /* among those due at the same time: the smaller goes first */
};

GyreWheel *gyre_wheel_new          (gint64      now);
void       gyre_wheel_free         (GyreWheel  *wheel);

/* Also for a timer that is in the wheel already: it is armed anew. A due time that is past is due at once. */
void       gyre_wheel_insert       (GyreWheel  *wheel,
                                    GyreTimer  *timer,
                                    gint64      due,
                                    guint64     order);
void       gyre_wheel_cancel       (GyreWheel  *wheel,
                                    GyreTimer  *timer);

/* The list (by `next`) of all that are due at @now, in order; they are in no wheel any more. */
GyreTimer *gyre_wheel_take_due     (GyreWheel  *wheel,
                                    gint64      now);

/* When the next timer is due; a little earlier when very many are due at nearly the same time, never later. G_MAXINT64 when there
 * is none. */
gint64     gyre_wheel_get_next_due (GyreWheel  *wheel);
guint64    gyre_wheel_get_length   (GyreWheel  *wheel);
