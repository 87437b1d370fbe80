/* gyre-observers-private.h: The observers of one component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-observer.h"

typedef struct _GyreObservers GyreObservers;

void     gyre_observers_free   (GyreObservers    *observers);
gboolean gyre_observers_notify (GyreObservers    *observers,
                                GyreComponent    *component,
                                const GyreChange *change);
