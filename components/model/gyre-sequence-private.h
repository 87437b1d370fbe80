/* gyre-sequence-private.h: How a process that is written as sequential code begins
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-fiber.h"
#include "gyre-launch.h"
#include "gyre-sequence.h"

/* Of a class that is sequential: the step of @launch gets a stack of its own. */
gboolean gyre_sequence_launch (GyreComponent     *component,
                               const GyreLaunch  *launch,
                               GError           **error);
/* Whether a fiber does what the class of its component says. */
gboolean gyre_sequence_is_behind (GyreFiber      *fiber,
                               GyreComponent     *component);
