/* gyre-launch.c: Processes: what runs in the frames of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-launch.h"
#include "gyre-fiber-private.h"
#include "gyre-shard-private.h"

GType
gyre_restart_get_type (void)
{
  static const GEnumValue values[] = {
    { GYRE_RESTART_NEVER, "GYRE_RESTART_NEVER", "never" },
    { GYRE_RESTART_ALWAYS, "GYRE_RESTART_ALWAYS", "always" },
    { GYRE_RESTART_ON_FAILURE, "GYRE_RESTART_ON_FAILURE", "on-failure" },
    { 0, NULL, NULL },
  };
  static GType type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("GyreRestart", values));
  return type;
}

static gboolean
fail_for_memory (GError **error)
{
  g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_MEMORY, "there is no memory for a process");
  return FALSE;
}

static gboolean
fail_for_no_process (GError **error)
{
  g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN,
                       "the component is no process, so it can't run again; it is launched first");
  return FALSE;
}

/* Enters the shard of an executive. NULL with @error, and it is left again, when the handle is stale. */
static GyreSlot *
enter (GyreExecutive *self, GyreHandle process, GyreShard **shard, GError **error)
{
  GyreSlot *slot;

  *shard = gyre_executive_get_shard (self);
  gyre_shard_enter (*shard);
  slot = gyre_slots_find ((*shard)->slots, process);
  if (slot != NULL)
    return slot;
  gyre_shard_leave (*shard);
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "the component of handle %" G_GINT64_MODIFIER
               "x has ended, or never was", process);
  return NULL;
}

/* Something has changed for the schedule. */
static void
leave (GyreShard *shard)
{
  gyre_shard_leave (shard);
  gyre_shard_tell_changes (shard);
  gyre_shard_wake (shard);
}

/**
 * gyre_executive_launch: (skip)
 * @self: an executive
 * @process: the handle of who shall run
 * @launch: how; copied
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Makes a component a process, or launches it anew: what it was before, also a fiber, ends. It runs from the next frame on, or still in this one when the turn of those
 * with the same interval is still to come. Who is paused begins when it is resumed. Without memory everything stays as it was.
 * Any thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: whether it runs now, or will when it is resumed
 *
 * Since: 0.1
 */
gboolean
gyre_executive_launch (GyreExecutive *self, GyreHandle process, const GyreLaunch *launch, GError **error)
{
  GyreShard *shard;
  GyreSlot *slot;
  gboolean runs;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (launch->step != NULL || launch->step_many != NULL, FALSE);
  g_return_val_if_fail (launch->interval_time >= 0 && launch->back_off >= 0, FALSE);

  slot = enter (self, process, &shard, error);
  if (slot == NULL)
    return FALSE;
  if (slot->rare != NULL)
    gyre_fiber_end (g_steal_pointer (&slot->rare));
  runs = gyre_schedule_launch (shard->schedule, slot, launch);
  leave (shard);
  return runs || fail_for_memory (error);
}

/**
 * gyre_executive_relaunch: (skip)
 * @self: an executive
 * @process: the handle of a process
 * @launch: how it runs from now on; its steps are not looked at
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Changes how a process runs, and nothing else: a fiber goes on where it is, who waits (after a failure, for a time that it has
 * asked for, for the end of a pause) waits on, and whose turns are the same keeps them. Who was stopped starts. Any thread; others
 * than the executive's own wait for the end of the frame.
 *
 * Returns: whether it runs now, or will when it is resumed
 *
 * Since: 0.1
 */
gboolean
gyre_executive_relaunch (GyreExecutive *self, GyreHandle process, const GyreLaunch *launch, GError **error)
{
  GyreLaunch how = *launch;
  GyreShard *shard;
  GyreSlot *slot;
  gboolean runs, is_process;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (launch->interval_time >= 0 && launch->back_off >= 0, FALSE);

  slot = enter (self, process, &shard, error);
  if (slot == NULL)
    return FALSE;
  is_process = slot->process != NULL;
  if (slot->rare != NULL)
    gyre_fiber_relaunch (slot->rare, &how);
  runs = is_process && gyre_schedule_relaunch (shard->schedule, slot, &how);
  leave (shard);
  return runs || (is_process ? fail_for_memory (error) : fail_for_no_process (error));
}

/**
 * gyre_executive_halt:
 * @self: an executive
 * @process: the handle of a process
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * The process runs no more, until it is launched again. Its messages stay. Any thread; others than the executive's own wait for
 * the end of the frame.
 *
 * Returns: whether there is such a component
 *
 * Since: 0.1
 */
gboolean
gyre_executive_halt (GyreExecutive *self, GyreHandle process, GError **error)
{
  GyreShard *shard;
  GyreSlot *slot;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  slot = enter (self, process, &shard, error);
  if (slot == NULL)
    return FALSE;
  gyre_schedule_halt (shard->schedule, slot);
  leave (shard);
  return TRUE;
}

/**
 * gyre_executive_pause:
 * @self: an executive
 * @process: the handle of a component
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Its turns pass by without it, and its messages wait, until gyre_executive_resume(). Instructions for it are done: one can be to
 * resume it. Any thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: whether there is such a component
 *
 * Since: 0.1
 */
gboolean
gyre_executive_pause (GyreExecutive *self, GyreHandle process, GError **error)
{
  GyreShard *shard;
  GyreSlot *slot;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  slot = enter (self, process, &shard, error);
  if (slot == NULL)
    return FALSE;
  gyre_schedule_pause (shard->schedule, slot);
  leave (shard);
  return TRUE;
}

/**
 * gyre_executive_resume:
 * @self: an executive
 * @process: the handle of a component
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Ends a pause. The turns that passed by are not made up for; the next one comes when it would have come without the pause. Any
 * thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: whether it goes on
 *
 * Since: 0.1
 */
gboolean
gyre_executive_resume (GyreExecutive *self, GyreHandle process, GError **error)
{
  GyreShard *shard;
  GyreSlot *slot;
  gboolean runs;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  slot = enter (self, process, &shard, error);
  if (slot == NULL)
    return FALSE;
  runs = gyre_schedule_resume (shard->schedule, slot);
  if (runs)
    gyre_messenger_resume (shard->messenger, slot);
  leave (shard);
  return runs || fail_for_memory (error);
}

/**
 * gyre_executive_perpetuate:
 * @self: an executive
 * @process: the handle of a process
 * @delay: after how many nanoseconds; -1 for its next turn
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Who runs once runs once more. Any thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: whether it runs again
 *
 * Since: 0.1
 */
gboolean
gyre_executive_perpetuate (GyreExecutive *self, GyreHandle process, gint64 delay, GError **error)
{
  GyreShard *shard;
  GyreSlot *slot;
  gboolean runs, is_process;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (delay >= -1, FALSE);

  slot = enter (self, process, &shard, error);
  if (slot == NULL)
    return FALSE;
  is_process = slot->process != NULL;
  runs = is_process && gyre_schedule_perpetuate (shard->schedule, slot, delay);
  leave (shard);
  return runs || (is_process ? fail_for_memory (error) : fail_for_no_process (error));
}

/**
 * gyre_executive_get_run_state:
 * @self: an executive
 * @process: a handle
 *
 * Any thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: what the process is doing; of a stale handle %GYRE_RUN_STATE_NONE
 *
 * Since: 0.1
 */
GyreRunState
gyre_executive_get_run_state (GyreExecutive *self, GyreHandle process)
{
  GyreShard *shard;
  GyreSlot *slot;
  GyreRunState state;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), GYRE_RUN_STATE_NONE);

  slot = enter (self, process, &shard, NULL);
  if (slot == NULL)
    return GYRE_RUN_STATE_NONE;
  state = gyre_schedule_get_state (shard->schedule, slot);
  gyre_shard_leave (shard);
  return state;
}

/**
 * gyre_executive_get_accounting: (skip)
 * @self: an executive
 * @process: a handle
 * @accounting: (out caller-allocates): how it ran
 *
 * Any thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: whether it is or was a process
 *
 * Since: 0.1
 */
gboolean
gyre_executive_get_accounting (GyreExecutive *self, GyreHandle process, GyreAccounting *accounting)
{
  GyreShard *shard;
  GyreSlot *slot;
  gboolean is_process;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  slot = enter (self, process, &shard, NULL);
  if (slot == NULL)
    return FALSE;
  is_process = gyre_schedule_get_accounting (shard->schedule, slot, accounting);
  gyre_shard_leave (shard);
  return is_process;
}
