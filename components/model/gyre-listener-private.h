/* gyre-listener-private.h: One who hears of changes in a special way
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An observer that is nothing but a function and its data stands in the list of its component. One that has an owner, can
 * fail, takes all changes at once or belongs to a pattern has a listener behind it. A pattern's listener stands in the lists
 * of many components, of several threads; it can be disconnected at any time, and its data go when the last call has ended.
 */
#pragma once

#include "gyre-observer.h"

typedef struct _GyreListener GyreListener;

/* Exactly one of the functions is set. */
typedef struct
{
  GyreObserverFunction function;
  GyreCheckedObserverFunction checked;
  GyreChangesFunction changes;
  gpointer data;
  GDestroyNotify destroy;
  GObject *owner;
} GyreListenerForm;

/* How a listener is told that its owner goes: it shall be removed from its place. */
typedef void (*GyreListenerRemoval) (gpointer place,
                                     gulong   number);

gulong        gyre_listener_next_number    (void);
GyreListener *gyre_listener_new            (const GyreListenerForm *form,
                                            gulong                  number,
                                            gpointer                place,
                                            GyreListenerRemoval     remove);
GyreListener *gyre_listener_ref            (GyreListener           *listener);
void          gyre_listener_unref          (gpointer                listener);
gulong        gyre_listener_get_number     (GyreListener           *listener);
gboolean      gyre_listener_is_connected   (GyreListener           *listener);
void          gyre_listener_disconnect     (GyreListener           *listener);
void          gyre_listener_hear           (GyreComponent          *component,
                                            const GyreChange       *change,
                                            gpointer                listener);
void          gyre_listener_call           (GyreListener           *listener,
                                            const GyreChange       *changes,
                                            guint                   n_changes);

/* Closures of other languages. */
void          gyre_observer_take_closure   (GClosure               *closure);
void          gyre_observer_invoke_closure (GyreComponent          *component,
                                            const GyreChange       *change,
                                            gpointer                closure);
