/* gyre-fiber-private.h: What the shard asks of a fiber
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-fiber.h"

/* Its component ends: its function is brought to its end, so that it lets go of what it has. When that is what runs at this
 * moment, it goes on, and waits no more. Under the lock of the shard. */
void gyre_fiber_end (GyreFiber *self);

/* Takes from @launch what is the fiber's, so that what is left is for the schedule. */
void gyre_fiber_relaunch (GyreFiber *self, GyreLaunch *launch);

/* The one that runs at this moment in this thread, when it is that of @object; else NULL. */
GyreFiber *gyre_fiber_get_current (gconstpointer object);
