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
 *
 * Since: 0.1
 */
typedef struct
{
  const GyreTrait *trait;
  GyreValue        old_value;
  GyreValue        new_value;
} GyreChange;

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

gulong   gyre_component_observe        (GyreComponent        *self,
                                        const char           *trait,
                                        GyreObserverFunction  function,
                                        gpointer              data,
                                        GDestroyNotify        destroy,
                                        GError              **error);
gulong   gyre_component_observe_closure (GyreComponent       *self,
                                        const char           *trait,
                                        GClosure             *closure,
                                        GError              **error);
gboolean gyre_component_unobserve      (GyreComponent        *self,
                                        gulong                observer);

GYRE_END_DECLARATIONS
