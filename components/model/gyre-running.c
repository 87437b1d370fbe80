/* gyre-running.c: A component as a process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-running.h"
#include "gyre-running-private.h"
#include "gyre-identity.h"
#include "gyre-sequence-private.h"

/* Of a class whose `run` is no C function: it is called as any behavior is. */
static gboolean
step_by_name (gpointer object, GError **error)
{
  return gyre_component_call (object, "run", NULL, 0, NULL, error);
}

GyreStep
gyre_running_find_step (GyreComponent *self, GError **error)
{
  GCallback function = gyre_interface_find_function (self, GYRE_TYPE_PROCESS, G_STRUCT_OFFSET (GyreProcessInterface, run), "run",
                                                     NULL);
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (self));
  GyreDescriptor *behavior = gyre_requirement_find_trait (requirement, "run");

  if (function != NULL)
    return (GyreStep) function;
  if (behavior != NULL && gyre_descriptor_get_sort (behavior) == GYRE_DESCRIPTOR_BEHAVIOR)
    return step_by_name;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE,
               "%s has no behavior 'run', so it can't be a process", gyre_requirement_get_public_name (requirement));
  return NULL;
}

/**
 * gyre_component_launch: (skip)
 * @self: a component with a behavior `run`
 * @launch: (nullable): how it runs; %NULL for in every frame. Without a step, it is the behavior
 * @error: return location for a #GError
 *
 * Makes the component a process of its executive, or launches it anew. It runs from the next frame on. When its class is
 * sequential, and no step is given, `run` has a stack of its own: what was there of it before is brought to its end.
 *
 * Returns: whether it runs now
 *
 * Since: 0.1
 */
gboolean
gyre_component_launch (GyreComponent *self, const GyreLaunch *launch, GError **error)
{
  GyreLaunch how = launch != NULL ? *launch : (GyreLaunch) { .phase = -1 };
  gboolean is_sequential;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);

  is_sequential = how.step == NULL && GYRE_COMPONENT_GET_CLASS (self)->stack_size > 0;
  if (how.step == NULL)
    how.step = gyre_running_find_step (self, error);
  if (how.step == NULL)
    return FALSE;
  if (is_sequential)
    return gyre_sequence_launch (self, &how, error);
  return gyre_executive_launch (gyre_component_get_executive (self), gyre_component_get_handle (self), &how, error);
}

/**
 * gyre_component_relaunch: (skip)
 * @self: a process
 * @launch: how it runs from now on; its steps are not looked at
 * @error: return location for a #GError
 *
 * Changes how the process runs: see gyre_executive_relaunch().
 *
 * Returns: whether it runs now
 *
 * Since: 0.1
 */
gboolean
gyre_component_relaunch (GyreComponent *self, const GyreLaunch *launch, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  g_return_val_if_fail (launch != NULL, FALSE);
  return gyre_executive_relaunch (gyre_component_get_executive (self), gyre_component_get_handle (self), launch, error);
}

/**
 * gyre_component_halt:
 * @self: a process
 * @error: return location for a #GError
 *
 * It runs no more, until it is launched again. Its messages stay.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_component_halt (GyreComponent *self, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_halt (gyre_component_get_executive (self), gyre_component_get_handle (self), error);
}

/**
 * gyre_component_pause:
 * @self: a component
 * @error: return location for a #GError
 *
 * Its turns pass by without it, and its messages wait, until gyre_component_resume().
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_component_pause (GyreComponent *self, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_pause (gyre_component_get_executive (self), gyre_component_get_handle (self), error);
}

/**
 * gyre_component_resume:
 * @self: a component
 * @error: return location for a #GError
 *
 * Ends a pause. What passed by is not made up for.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_component_resume (GyreComponent *self, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_resume (gyre_component_get_executive (self), gyre_component_get_handle (self), error);
}

/**
 * gyre_component_perpetuate:
 * @self: a process that runs once
 * @delay: after how many nanoseconds; -1 for its next turn
 * @error: return location for a #GError
 *
 * It runs once more. A process that does this in each of its runs goes on for ever, and stops by not doing it.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_component_perpetuate (GyreComponent *self, gint64 delay, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_perpetuate (gyre_component_get_executive (self), gyre_component_get_handle (self), delay, error);
}

/**
 * gyre_component_get_run_state:
 * @self: a component
 *
 * Returns: what it is doing, as a process
 *
 * Since: 0.1
 */
GyreRunState
gyre_component_get_run_state (GyreComponent *self)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), GYRE_RUN_STATE_NONE);
  return gyre_executive_get_run_state (gyre_component_get_executive (self), gyre_component_get_handle (self));
}

/**
 * gyre_component_get_accounting: (skip)
 * @self: a component
 * @accounting: (out caller-allocates): how it ran
 *
 * Returns: whether it is or was a process
 *
 * Since: 0.1
 */
gboolean
gyre_component_get_accounting (GyreComponent *self, GyreAccounting *accounting)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_get_accounting (gyre_component_get_executive (self), gyre_component_get_handle (self), accounting);
}
