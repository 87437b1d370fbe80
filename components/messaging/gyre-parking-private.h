/* gyre-parking-private.h: How a thread waits for time or for another thread
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One thread parks, any thread wakes it. A wake-up that comes before the parking is not lost; many become one. Waking a thread
 * that is not parked costs one read of a word. Waiting for a time is as exact as the kernel's own absolute sleep: no rounding to
 * milliseconds. Waiting for nothing uses no processor time.
 */
#pragma once

#include <glib.h>

typedef struct _GyreParking GyreParking;

GyreParking *gyre_parking_new         (void);
void         gyre_parking_free        (GyreParking *parking);

/* Until @time (CLOCK_MONOTONIC, nanoseconds; G_MAXINT64: for ever), a wake-up, or one of @descriptors is ready.
 * Returns: whether it was woken or a descriptor is ready. @descriptors are as poll () has them. */
gboolean     gyre_parking_park        (GyreParking *parking,
                                       gint64       time,
                                       GPollFD     *descriptors,
                                       guint        n_descriptors);

/* From any thread. */
void         gyre_parking_wake        (GyreParking *parking);

/* What a GMainContext polls in place of parking: readable when woken. */
int          gyre_parking_get_descriptor (GyreParking *parking);

/* Before looking for work for the last time, and after. Between the two, wakers write to the descriptor. */
void         gyre_parking_prepare     (GyreParking *parking);
void         gyre_parking_cancel      (GyreParking *parking);
