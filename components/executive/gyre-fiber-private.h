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

/* Whether it is in the midst of its function; and whether it begins again when that has ended. */
gboolean gyre_fiber_is_started (const GyreFiber *self);
gboolean gyre_fiber_is_perpetual (const GyreFiber *self);

/* What it was launched with; NULL when it does something else. */
gpointer gyre_fiber_get_data (const GyreFiber *self, GyreFiberFunction function);

/* The one that runs at this moment in this thread, when it is that of @object; else NULL. */
GyreFiber *gyre_fiber_get_current (gconstpointer object);
