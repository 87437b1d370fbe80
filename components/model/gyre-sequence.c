/* gyre-sequence.c: Processes that are written as sequential code
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-sequence-private.h"
#include "gyre-fiber-private.h"
#include "gyre-identity.h"
#include "gyre-running-private.h"

/* @step is a pointer to a function. */
static gboolean
perform (GyreFiber *fiber, gpointer object, gpointer step, GError **error)
{
  return (*(GyreStep *) step) (object, error);
}

gboolean
gyre_sequence_launch (GyreComponent *component, const GyreLaunch *launch, GError **error)
{
  GyreStep step = launch->step;

  return gyre_executive_launch_fiber (gyre_component_get_executive (component), gyre_component_get_handle (component), perform,
                                      g_memdup2 (&step, sizeof step), g_free, launch,
                                      GYRE_COMPONENT_GET_CLASS (component)->stack_size, error);
}

gboolean
gyre_sequence_is_behind (GyreFiber *fiber, GyreComponent *component)
{
  const GyreStep *step = gyre_fiber_get_data (fiber, perform);

  return step != NULL && *step == gyre_running_find_step (component, NULL);
}

/**
 * gyre_component_wait:
 * @self: a process of a sequential class, in its own `run`
 * @nanoseconds: how long at least
 *
 * Gives the processor back until the first frame after that time, and then goes on here. While the process is paused or halted it
 * waits on.
 *
 * Returns: whether it goes on; if not, the component ends, and `run` should return soon
 *
 * Since: 0.1
 */
gboolean
gyre_component_wait (GyreComponent *self, gint64 nanoseconds)
{
  GyreFiber *fiber = gyre_fiber_get_current (self);

  g_return_val_if_fail (fiber != NULL && nanoseconds >= 0, FALSE);
  return gyre_fiber_wait (fiber, nanoseconds);
}

/**
 * gyre_component_wait_turn:
 * @self: a process of a sequential class, in its own `run`
 *
 * Gives the processor back until the next turn of the process, which is the next frame, or what its `priority` says.
 *
 * Returns: whether it goes on; if not, the component ends, and `run` should return soon
 *
 * Since: 0.1
 */
gboolean
gyre_component_wait_turn (GyreComponent *self)
{
  GyreFiber *fiber = gyre_fiber_get_current (self);

  g_return_val_if_fail (fiber != NULL, FALSE);
  return gyre_fiber_wait_frame (fiber);
}
