/* gyre-parking-private.h: How a thread waits for time or for another thread
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One thread parks, any thread wakes it. A wake-up that comes before the parking is not lost; many become one. Waking a thread
 * that is awake costs an atomic exchange. Waiting for a time is as exact as the kernel's own
 * absolute sleep: no rounding to milliseconds. Waiting for nothing uses no processor time.
 *
 * Who parks looks for work first, after it came back from parking the last time; who brings work publishes it before it wakes.
 */
#pragma once

#include <glib.h>

typedef struct _GyreParking GyreParking;

GyreParking *gyre_parking_new            (void);
void         gyre_parking_free           (GyreParking *parking);

/* Until @time (CLOCK_MONOTONIC, nanoseconds; G_MAXINT64: for ever), a wake-up, a signal of the system, or until one of
 * @descriptors is ready, as poll () has them. Returns: whether it was woken or a descriptor is ready. */
gboolean     gyre_parking_park           (GyreParking *parking,
                                          gint64       time,
                                          GPollFD     *descriptors,
                                          guint        n_descriptors);

/* From any thread. */
void         gyre_parking_wake           (GyreParking *parking);

/* For a loop of somebody else's, which polls the descriptor between the two: it gets readable when somebody wakes.
 * gyre_parking_begin() returns FALSE when it was woken already; gyre_parking_end() returns whether it was woken. */
int          gyre_parking_get_descriptor (GyreParking *parking);
gboolean     gyre_parking_begin          (GyreParking *parking);
gboolean     gyre_parking_end            (GyreParking *parking);

/* For the same loop: a descriptor that is readable from the time on for which it was set last; G_MAXINT64 is never. */
int          gyre_parking_get_timer      (GyreParking *parking);
void         gyre_parking_set_time       (GyreParking *parking,
                                          gint64       time);
