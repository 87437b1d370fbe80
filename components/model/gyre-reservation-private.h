/* gyre-reservation-private.h: Names of instances that are being built
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An instance has its name from its first moment on, so that its own parts can find it. Another thread that asks for the name
 * meanwhile must not get it half built: it waits.
 */
#pragma once

#include "gyre-component.h"

#include "gyre-executive.h"

typedef struct _GyreReservation GyreReservation;

/* Lives on the stack of the thread that builds. */
struct _GyreReservation
{
  GyreReservation *next;
  GyreExecutive *executive;
  const char *name;
  GThread *thread;
};

gboolean gyre_reservation_take    (GyreReservation *reservation,
                                   GyreExecutive   *executive,
                                   const char      *name);
void     gyre_reservation_release (GyreReservation *reservation);
void     gyre_reservation_wait    (GyreExecutive   *executive,
                                   const char      *name);
GObject *gyre_reservation_find  (GyreActor       *actor,
                                 const char      *name,
                                 GyreLocator     *locator,
                                 GError         **error);
