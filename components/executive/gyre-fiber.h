/* gyre-fiber.h: Sequential code that waits between frames
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-launch.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreFiber:
 *
 * A thread of its own for code that takes many frames from its beginning to its end, and would have to be taken to pieces as a
 * process: it has a stack, and gives the processor back only where it waits. It is cooperative: it runs in the frames of the
 * executive, in its thread, never beside anything else there, and needs no locks.
 *
 * It belongs to a component, whose process it is, and ends with it. It is used from inside its function only.
 *
 * Since: 0.1
 */
typedef struct _GyreFiber GyreFiber;

/**
 * GyreFiberFunction: (skip)
 * @fiber: the fiber, for waiting
 * @object: the component
 * @user_data: of gyre_executive_launch_fiber()
 * @error: where to say why it failed
 *
 * What a fiber does, from beginning to end. When a wait returns %FALSE the component ends: then it lets go of what it has, and
 * returns.
 *
 * Returns: whether it succeeded; if not, the restart policy of the process says whether it begins again
 *
 * Since: 0.1
 */
typedef gboolean (*GyreFiberFunction) (GyreFiber  *fiber,
                                       gpointer    object,
                                       gpointer    user_data,
                                       GError    **error);

gboolean gyre_executive_launch_fiber (GyreExecutive      *self,
                                      GyreHandle          process,
                                      GyreFiberFunction   function,
                                      gpointer            user_data,
                                      GDestroyNotify      destroy,
                                      const GyreLaunch   *launch,
                                      gsize               stack_size,
                                      GError            **error);

gboolean gyre_fiber_wait_frame       (GyreFiber          *self);
gboolean gyre_fiber_wait             (GyreFiber          *self,
                                      gint64              nanoseconds);

GYRE_END_DECLARATIONS
