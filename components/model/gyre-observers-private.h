/* gyre-observers-private.h: The observers of one component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-listener-private.h"

typedef struct _GyreObservers GyreObservers;

typedef struct
{
  gulong number;                     /* the order of connection, over all components */
  const GyreTrait *trait;            /* NULL for all */
  GyreObserverFunction function;     /* NULL when removed */
  gpointer data;
  GDestroyNotify destroy;
  gboolean is_watch;                 /* of a pattern, which is not removed here */
} GyreObserver;

void     gyre_observers_free    (GyreObservers      *observers);
gboolean gyre_observers_notify  (GyreObservers      *observers,
                                 GyreComponent      *component,
                                 const GyreChange   *change);
gboolean gyre_observers_notify_of (GyreObservers    *observers,
                                 GyreComponent      *component,
                                 const GyreTrait    *key,
                                 const GyreChange   *change);
void     gyre_observers_add     (GyreComponent      *component,
                                 const GyreObserver *observer);
gboolean gyre_observers_remove  (GyreComponent      *component,
                                 gulong              number,
                                 gboolean            is_watch);
gboolean gyre_observers_has     (GyreComponent      *component,
                                 gulong              number);
void     gyre_observers_retain_watches (GyreComponent *component,
                                 GHashTable         *numbers);
void     gyre_observers_collect (GyreComponent      *component,
                                 const GyreTrait    *trait,
                                 GArray             *numbers);
void     gyre_observers_call    (GyreComponent      *component,
                                 gulong              number,
                                 const GyreChange   *changes,
                                 guint               n_changes);
