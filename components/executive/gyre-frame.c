/* gyre-frame.c: The turns of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-frame.h"
#include "gyre-turn-private.h"

#define NANOSECONDS 1e9

static gboolean
claim (GyreExecutive *self, GyreShard *shard, GError **error)
{
  if (gyre_shard_claim (shard))
    return TRUE;
  g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD,
                       "the executive belongs to another thread, which can give it up by gyre_executive_release()");
  return FALSE;
}

static gboolean
begin (GyreExecutive *self, GyreShard *shard, GError **error)
{
  if (!claim (self, shard, error))
    return FALSE;
  if (!shard->in_frame)
    return TRUE;
  g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_RUNNING,
                       "the executive runs a frame at this moment, and can't run another one inside of it");
  return FALSE;
}

/**
 * gyre_executive_acquire:
 * @self: an executive
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Makes the executive the calling thread's. That happens by itself when a thread is the first to launch or run something; the
 * thread has it until gyre_executive_release() or until it ends.
 *
 * Returns: whether it belongs to the calling thread now
 *
 * Since: 0.1
 */
gboolean
gyre_executive_acquire (GyreExecutive *self, GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  return claim (self, gyre_executive_get_shard (self), error);
}

/**
 * gyre_executive_release:
 * @self: an executive
 *
 * The calling thread gives the executive up, so that another can take it. In a frame it stays.
 *
 * Since: 0.1
 */
void
gyre_executive_release (GyreExecutive *self)
{
  GyreShard *shard;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));

  shard = gyre_executive_get_shard (self);
  if (gyre_shard_is_mine (shard) && !shard->in_frame)
    gyre_shard_give_up (shard);
}

/**
 * gyre_executive_is_mine:
 * @self: an executive
 *
 * Returns: whether it belongs to the calling thread
 *
 * Since: 0.1
 */
gboolean
gyre_executive_is_mine (GyreExecutive *self)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  return gyre_shard_is_mine (gyre_executive_get_shard (self));
}

/**
 * gyre_executive_set_surroundings:
 * @self: an executive of which nothing runs or waits
 * @surroundings: where its time, chance and files come from
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * With virtual surroundings the executive does not wait: its clock goes on from one frame to the time at which something is due.
 * Everything in a run then follows from the seed.
 *
 * Returns: whether it has them now; not when something was launched, posted or run before
 *
 * Since: 0.1
 */
gboolean
gyre_executive_set_surroundings (GyreExecutive *self, GyreSurroundings *surroundings, GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  if (gyre_shard_set_surroundings (gyre_executive_get_shard (self), surroundings))
    return TRUE;
  g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_RUNNING,
                       "the executive has begun already; other surroundings are set before anything is launched or posted");
  return FALSE;
}

/**
 * gyre_executive_get_surroundings:
 * @self: an executive
 *
 * Returns: (transfer none): where its time, chance and files come from
 *
 * Since: 0.1
 */
GyreSurroundings *
gyre_executive_get_surroundings (GyreExecutive *self)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);
  return gyre_executive_get_shard (self)->surroundings;
}

/**
 * gyre_executive_set_pace:
 * @self: an executive
 * @pace: when frames happen
 * @frames_per_second: of a fixed pace how many, more than 0; of a virtual clock how long a frame takes that nothing is waited
 *   for. 0 for what it was, which is 60 at first
 *
 * An executive whose pace nobody sets makes its frames on demand. Any thread; it counts from the next frame.
 *
 * Since: 0.1
 */
void
gyre_executive_set_pace (GyreExecutive *self, GyrePace pace, double frames_per_second)
{
  GyreShard *shard;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));
  g_return_if_fail (frames_per_second >= 0 && frames_per_second <= NANOSECONDS);

  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  __atomic_store_n (&shard->pace, pace, __ATOMIC_RELAXED);
  if (frames_per_second > 0)
    shard->rate = frames_per_second;
  shard->first = gyre_surroundings_get_time (shard->surroundings);
  shard->n_paced = 0;
  gyre_shard_leave (shard);
  gyre_shard_wake (shard);
}

/**
 * gyre_executive_step:
 * @self: an executive
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Runs one frame, now. What fails in it is told by alerts.
 *
 * Returns: whether it ran; not when the executive belongs to another thread, or from inside a frame
 *
 * Since: 0.1
 */
gboolean
gyre_executive_step (GyreExecutive *self, GError **error)
{
  GyreShard *shard;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  shard = gyre_executive_get_shard (self);
  if (!begin (self, shard, error))
    return FALSE;
  gyre_shard_run_frame (shard);
  return TRUE;
}

static gboolean
run (GyreExecutive *self, guint64 n_frames, GyreFrameCondition condition, gpointer user_data, GError **error)
{
  GyreShard *shard = gyre_executive_get_shard (self);

  if (!begin (self, shard, error) || !gyre_shard_begin_loop (shard, error))
    return FALSE;
  gyre_turn_run_many (shard, n_frames, condition, user_data);
  gyre_shard_end_loop (shard);
  return TRUE;
}

/**
 * gyre_executive_run:
 * @self: an executive
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Runs frames, each when its pace or what is due wants it, until gyre_executive_stop(). In between the thread sleeps, and serves
 * the sources of its own main context (g_main_context_get_thread_default(); in the first thread of the process the default one):
 * what components have begun with GIO comes back there. With a virtual clock it serves none, and ends also when nothing is due any
 * more.
 *
 * The executive is the current one of the thread meanwhile.
 *
 * Returns: whether it ran; not when the executive belongs to another thread, from inside a frame, or when something else runs its
 *   frames already
 *
 * Since: 0.1
 */
gboolean
gyre_executive_run (GyreExecutive *self, GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  return run (self, G_MAXUINT64, NULL, NULL, error);
}

/**
 * gyre_executive_run_frames:
 * @self: an executive
 * @n_frames: how many
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * As gyre_executive_run(), for so many frames at most.
 *
 * Returns: whether it ran; not when the executive belongs to another thread, or from inside a frame
 *
 * Since: 0.1
 */
gboolean
gyre_executive_run_frames (GyreExecutive *self, guint64 n_frames, GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  return run (self, n_frames, NULL, NULL, error);
}

/**
 * gyre_executive_run_while:
 * @self: an executive
 * @condition: (scope call): asked before each frame
 * @user_data: (closure): for @condition
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * As gyre_executive_run(), until @condition wants no further frame. Whoever counts frames or looks for an end does it so, and not by
 * single calls of gyre_executive_run_frames(): that a frame was the last of a call and that somebody stopped it look the same.
 *
 * Returns: whether it ran; not when the executive belongs to another thread, or from inside a frame
 *
 * Since: 0.1
 */
gboolean
gyre_executive_run_while (GyreExecutive *self, GyreFrameCondition condition, gpointer user_data, GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (condition != NULL, FALSE);

  return run (self, G_MAXUINT64, condition, user_data, error);
}

/**
 * gyre_executive_stop:
 * @self: an executive
 *
 * What runs its frames returns when the present frame is over; when nothing does, the next that begins returns at once. Any
 * thread.
 *
 * Since: 0.1
 */
void
gyre_executive_stop (GyreExecutive *self)
{
  GyreShard *shard;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));

  shard = gyre_executive_get_shard (self);
  g_atomic_int_set (&shard->is_stopping, TRUE);
  gyre_shard_wake (shard);
}

/**
 * gyre_executive_get_time:
 * @self: an executive
 *
 * Returns: inside a frame when it began, the same for all of it; else the time of the surroundings, in nanoseconds
 *
 * Since: 0.1
 */
gint64
gyre_executive_get_time (GyreExecutive *self)
{
  GyreShard *shard;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);

  shard = gyre_executive_get_shard (self);
  return gyre_shard_is_mine (shard) && shard->in_frame ? shard->now : gyre_surroundings_get_time (shard->surroundings);
}

/**
 * gyre_executive_get_counts: (skip)
 * @self: an executive
 * @counts: (out caller-allocates): what it has done
 *
 * Any thread; of others than the executive's own it waits for the end of the frame.
 *
 * Since: 0.1
 */
void
gyre_executive_get_counts (GyreExecutive *self, GyreFrameCounts *counts)
{
  GyreShard *shard;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));

  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  *counts = shard->counts;
  gyre_shard_leave (shard);
}

/**
 * gyre_executive_get_next_due:
 * @self: an executive
 *
 * Any thread; of others than the executive's own it waits for the end of the frame.
 *
 * Returns: when it wants its next frame, in nanoseconds: %G_MININT64 for at once, %G_MAXINT64 for never
 *
 * Since: 0.1
 */
gint64
gyre_executive_get_next_due (GyreExecutive *self)
{
  GyreShard *shard;
  gint64 due;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), G_MAXINT64);

  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  due = gyre_shard_get_next_frame (shard);
  gyre_shard_leave (shard);
  return due;
}
