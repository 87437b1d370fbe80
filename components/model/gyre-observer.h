/* gyre-observer.h: Hearing of changes, with the old and the new value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreChange: (skip)
 * @trait: what has changed
 * @old_value: what it was, borrowed for the time of the call
 * @new_value: what it is, borrowed
 * @component: whose trait it is
 *
 * Since: 0.1
 */
typedef struct
{
  const GyreTrait *trait;
  GyreValue        old_value;
  GyreValue        new_value;
  GyreComponent   *component;
} GyreChange;

GPtrArray *gyre_change_list_deltas (const GyreChange *change);

/**
 * GyreObserverFunction: (skip)
 * @component: whose trait has changed
 * @change: what has changed
 * @data: the observer's data
 *
 * Hears of a change, right after it was made and before GObject's notify handlers. It can set traits, and add and remove
 * observers.
 *
 * Since: 0.1
 */
typedef void (*GyreObserverFunction) (GyreComponent    *component,
                                      const GyreChange *change,
                                      gpointer          data);

/**
 * GyreCheckedObserverFunction: (skip)
 * @component: whose trait has changed
 * @change: what has changed
 * @data: the observer's data
 * @error: return location for what went wrong
 *
 * An observer that can fail. The change stays, the other observers hear of it, and the failure is told by a warning of GLib's
 * log that names the trait and the place of the function. The same failure again and again is told once, until the observer
 * succeeds.
 *
 * Returns: whether it could do what it wanted
 *
 * Since: 0.1
 */
typedef gboolean (*GyreCheckedObserverFunction) (GyreComponent    *component,
                                                 const GyreChange *change,
                                                 gpointer          data,
                                                 GError          **error);

/**
 * GyreChangesFunction: (skip)
 * @changes: (array length=n_changes): what has changed, in the order in which it was set
 * @n_changes: how many
 * @data: the observer's data
 *
 * Hears of all changes of a transaction that concern it in one call, also of those of several components; of a set outside a
 * transaction as of one change.
 *
 * Since: 0.1
 */
typedef void (*GyreChangesFunction) (const GyreChange *changes,
                                     guint             n_changes,
                                     gpointer          data);

gulong   gyre_component_observe         (GyreComponent               *self,
                                         const char                  *trait,
                                         GyreObserverFunction         function,
                                         gpointer                     data,
                                         GDestroyNotify               destroy,
                                         GError                     **error);
gulong   gyre_component_observe_for     (GyreComponent               *self,
                                         const char                  *trait,
                                         GObject                     *owner,
                                         GyreObserverFunction         function,
                                         gpointer                     data,
                                         GDestroyNotify               destroy,
                                         GError                     **error);
gulong   gyre_component_observe_checked (GyreComponent               *self,
                                         const char                  *trait,
                                         GyreCheckedObserverFunction  function,
                                         gpointer                     data,
                                         GDestroyNotify               destroy,
                                         GError                     **error);
gulong   gyre_component_observe_changes (GyreComponent               *self,
                                         const char                  *trait,
                                         GyreChangesFunction          function,
                                         gpointer                     data,
                                         GDestroyNotify               destroy,
                                         GError                     **error);
gulong   gyre_component_observe_closure (GyreComponent               *self,
                                         const char                  *trait,
                                         GClosure                    *closure,
                                         GError                     **error);
gboolean gyre_component_unobserve       (GyreComponent               *self,
                                         gulong                       observer);

GYRE_END_DECLARATIONS
