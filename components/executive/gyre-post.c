/* gyre-post.c: Handing instructions to an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-post.h"
#include "gyre-shard-private.h"

/* Who posts is the process that runs at this moment. */
static GyreHandle
get_poster (GyreShard *shard)
{
  GyreSlot *slot = gyre_shard_is_mine (shard) && shard->in_frame ? gyre_schedule_get_current (shard->schedule) : NULL;

  return slot != NULL ? gyre_slot_get_handle (slot) : GYRE_HANDLE_NONE;
}

/**
 * gyre_executive_post_at:
 * @self: an executive
 * @instruction: what shall be done; it can wait already, and will be done once more then
 * @time: when, in nanoseconds of gyre_executive_get_time(); what is past is due at once
 * @error: return location for %GYRE_INSTRUCTION_ERROR_MEMORY
 *
 * Any thread.
 *
 * Returns: by which number gyre_executive_cancel() knows it; 0 when there is no memory
 *
 * Since: 0.1
 */
guint64
gyre_executive_post_at (GyreExecutive *self, GyreInstruction *instruction, gint64 time, GError **error)
{
  GyreShard *shard;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);
  g_return_val_if_fail (instruction != NULL, 0);

  shard = gyre_executive_get_shard (self);
  return gyre_shard_post (shard, instruction, time, get_poster (shard), error);
}

/**
 * gyre_executive_post:
 * @self: an executive
 * @instruction: what shall be done; it can wait already, and will be done once more then
 * @delay: after how many nanoseconds; 0 for the next frame
 * @error: return location for %GYRE_INSTRUCTION_ERROR_MEMORY
 *
 * Any thread. Who has a callback set hears there what came of it; without one, a failure is an alert.
 *
 * Returns: by which number gyre_executive_cancel() knows it; 0 when there is no memory
 *
 * Since: 0.1
 */
guint64
gyre_executive_post (GyreExecutive *self, GyreInstruction *instruction, gint64 delay, GError **error)
{
  gint64 now;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);
  g_return_val_if_fail (delay >= 0, 0);

  now = gyre_executive_get_time (self);
  return gyre_executive_post_at (self, instruction, delay < G_MAXINT64 - MAX (now, 0) ? now + delay : G_MAXINT64 - 1, error);
}

/**
 * gyre_executive_cancel:
 * @self: an executive
 * @posting: the number that posting it gave
 *
 * Takes an instruction back. Its callback hears of it in the next frame. Any thread.
 *
 * Returns: whether it was still waiting; else it was done, cancelled or purged before
 *
 * Since: 0.1
 */
gboolean
gyre_executive_cancel (GyreExecutive *self, guint64 posting)
{
  GyreShard *shard;
  gboolean was_waiting;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  shard = gyre_executive_get_shard (self);
  was_waiting = gyre_agenda_cancel (shard->agenda, posting);
  gyre_shard_wake (shard);
  return was_waiting;
}

/**
 * gyre_executive_purge:
 * @self: an executive
 * @component: a handle
 *
 * Takes back every instruction for a handle. Their callbacks hear of it in the next frame. Any thread.
 *
 * Returns: how many there were
 *
 * Since: 0.1
 */
guint
gyre_executive_purge (GyreExecutive *self, GyreHandle component)
{
  GyreShard *shard;
  guint n_purged;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);

  shard = gyre_executive_get_shard (self);
  n_purged = gyre_agenda_purge (shard->agenda, component, NULL);
  gyre_shard_wake (shard);
  return n_purged;
}

/**
 * gyre_executive_purge_name:
 * @self: an executive
 * @component: a name
 *
 * Takes back every instruction for a name. Their callbacks hear of it in the next frame. Any thread.
 *
 * Returns: how many there were
 *
 * Since: 0.1
 */
guint
gyre_executive_purge_name (GyreExecutive *self, const char *component)
{
  GyreShard *shard;
  guint n_purged;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);
  g_return_val_if_fail (component != NULL, 0);

  shard = gyre_executive_get_shard (self);
  n_purged = gyre_agenda_purge (shard->agenda, GYRE_HANDLE_NONE, component);
  gyre_shard_wake (shard);
  return n_purged;
}

/**
 * gyre_executive_count_postings:
 * @self: an executive
 *
 * Returns: how many postings wait
 *
 * Since: 0.1
 */
guint64
gyre_executive_count_postings (GyreExecutive *self)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);
  return gyre_agenda_get_length (gyre_executive_get_shard (self)->agenda);
}
