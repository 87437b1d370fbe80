/* gyre-process-image.c: How a process stands, to be kept and given back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-process-image-private.h"
#include "gyre-row-private.h"

/* Turns that passed are not made up for. */
static gint64
get_delay (GyreShard *shard, const GyreProcessRecord *record)
{
  gint64 now = gyre_surroundings_get_time (shard->surroundings);
  gint64 interval = record->launch.interval_time;

  if (record->state == GYRE_RUN_STATE_WAITING)
    return MAX (record->timer.due - now, 0);
  if (record->state == GYRE_RUN_STATE_STOPPED || (interval == 0 && !record->is_delayed))
    return -1;
  if (record->state == GYRE_RUN_STATE_PAUSED && interval > 0 && record->due <= now)
    return record->due + ((now - record->due) / interval + 1) * interval - now;
  return MAX (record->due - now, 0);
}

static gint64
get_period (const GyreLaunch *launch)
{
  return MAX ((gint64) launch->interval_frames, 1);
}

static gint64
get_n_frames (GyreShard *shard, const GyreLaunch *launch)
{
  gint64 period = get_period (launch);
  gint64 next = (gint64) ((shard->counts.frame + 1) % (guint64) period);

  return launch->interval_time > 0 ? 0 : 1 + (launch->phase % period + period - next) % period;
}

gboolean
gyre_process_image_take (GyreShard *shard, GyreSlot *slot, GyreProcessImage *image)
{
  const GyreProcessRecord *record = slot->process;

  *image = (GyreProcessImage) { .is_paused = (slot->flags & GYRE_SLOT_PAUSED) != 0, .delay = -1 };
  if (record == NULL)
    return image->is_paused;
  image->launch = record->launch;
  image->state = (GyreRunState) record->state;
  image->is_halted = record->is_halted;
  image->n_frames = get_n_frames (shard, &record->launch);
  image->delay = get_delay (shard, record);
  image->n_failures = record->n_failures_in_a_row;
  return TRUE;
}

gboolean
gyre_process_image_is_good (const GyreProcessImage *image)
{
  const GyreLaunch *launch = &image->launch;
  gboolean is_timed = launch->interval_time > 0;

  if (image->state == GYRE_RUN_STATE_NONE)
    return image->is_paused;
  return (guint) image->state <= GYRE_RUN_STATE_WAITING && (guint) launch->restart <= GYRE_RESTART_ON_FAILURE && launch->interval_time >= 0
         && launch->back_off >= 0 && image->delay >= -1 && (image->state != GYRE_RUN_STATE_PAUSED || image->is_paused)
         && (is_timed ? image->n_frames == 0 : image->n_frames >= 1 && image->n_frames <= get_period (launch));
}

/* Who is stopped has been launched before, and knows how it runs. */
static gboolean
give_turn (GyreShard *shard, GyreSlot *slot, const GyreProcessImage *image)
{
  GyreProcessRecord *record = slot->process;

  record->n_failures_in_a_row = image->n_failures;
  if (image->state == GYRE_RUN_STATE_WAITING)
    gyre_schedule_rest (shard->schedule, slot, MAX (image->delay, 0));
  else if (image->state == GYRE_RUN_STATE_STOPPED)
    {
      gyre_schedule_halt (shard->schedule, slot);
      record->is_halted = image->is_halted;
    }
  else if (image->delay >= 0)
    return gyre_schedule_perpetuate (shard->schedule, slot, image->delay);
  return TRUE;
}

gboolean
gyre_process_image_give (GyreShard *shard, GyreSlot *slot, const GyreProcessImage *image)
{
  GyreLaunch launch = image->launch;

  if (image->is_paused)
    gyre_schedule_pause (shard->schedule, slot);
  if (image->state == GYRE_RUN_STATE_NONE)
    return TRUE;
  launch.phase = launch.interval_time > 0 ? MAX (image->delay, 0)
                                          : (gint64) ((shard->counts.frame + (guint64) image->n_frames) % (guint64) get_period (&launch));
  return gyre_schedule_launch (shard->schedule, slot, &launch) && give_turn (shard, slot, image);
}
