/* turns.c: The model: which process runs when
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "world.h"

static guint
get_period (const Part *part)
{
  return MAX (part->launch.interval_frames, 1);
}

static gint64
get_turn_after (const Part *part, gint64 now)
{
  gint64 due = part->due;

  while (due <= now)
    due += part->launch.interval_time;
  return due;
}

void
turns_launch (World *world, Part *part, const GyreLaunch *launch)
{
  guint64 phase = launch->phase < 0 ? world->scheduled + 1 : (guint64) launch->phase;

  part->launch = *launch;
  part->phase = (guint) (phase % get_period (part));
  part->is_timed = launch->interval_time > 0;
  part->due = world_get_now (world) + MAX (launch->phase, 0);
  part->n_failures_in_a_row = 0;
  part->state = part->is_paused ? GYRE_RUN_STATE_PAUSED : GYRE_RUN_STATE_RUNNING;
  part->is_halted = FALSE;
  part->touched = world->frame;
}

void
turns_pause (World *world, Part *part)
{
  part->is_paused = TRUE;
  if (part->state != GYRE_RUN_STATE_RUNNING)
    return;
  part->state = GYRE_RUN_STATE_PAUSED;
  part->touched = world->frame;
}

void
turns_resume (World *world, Part *part)
{
  part->is_paused = FALSE;
  if (part->state != GYRE_RUN_STATE_PAUSED)
    return;
  if (part->launch.interval_time > 0)
    part->due = get_turn_after (part, world_get_now (world));
  part->state = GYRE_RUN_STATE_RUNNING;
  part->touched = world->frame;
}

void
turns_halt (World *world, Part *part)
{
  if (part->state == GYRE_RUN_STATE_NONE)
    return;
  part->state = GYRE_RUN_STATE_STOPPED;
  part->is_halted = TRUE;
  part->touched = world->frame;
}

void
turns_perpetuate (World *world, Part *part, gint64 delay)
{
  part->state = part->is_paused ? GYRE_RUN_STATE_PAUSED : GYRE_RUN_STATE_RUNNING;
  part->is_halted = FALSE;
  part->is_timed = delay >= 0 || part->launch.interval_time > 0;
  if (delay >= 0)
    part->due = world_get_now (world) + delay;
  else if (part->launch.interval_time > 0)
    part->due = get_turn_after (part, world_get_now (world));
  part->touched = world->frame;
}

static gboolean
has_turn (World *world, const Part *part)
{
  if (part->state != GYRE_RUN_STATE_RUNNING)
    return FALSE;
  if (part->is_timed)
    return part->due <= world_get_now (world);
  return world->frame % get_period (part) == part->phase;
}

/* Pauses after failures are over. */
void
turns_begin (World *world)
{
  world->scheduled = world->frame;
  for (guint index = 0; index < world->alive->len; index++)
    {
      Part *part = world->alive->pdata[index];

      if (part->state != GYRE_RUN_STATE_WAITING || part->restart > world_get_now (world))
        continue;
      if (part->launch.interval_time > 0)
        part->due = get_turn_after (part, world_get_now (world));
      part->is_timed = part->launch.interval_time > 0;
      part->state = part->is_paused ? GYRE_RUN_STATE_PAUSED : GYRE_RUN_STATE_RUNNING;
      part->touched = world->frame;
    }
}

static void
count_turn (World *world, Part *part)
{
  gint64 n_missed = (world_get_now (world) - part->due) / part->launch.interval_time;

  part->accounting.missed += (guint64) n_missed;
  part->accounting.late += n_missed > 0;
  part->due += (n_missed + 1) * part->launch.interval_time;
}

void
turns_run (World *world, Part *part)
{
  world_trace (world, "%u runs", part->number);
  if (!part->is_alive)
    world_fail (world, "%u runs, which has ended", part->number);
  if (part->is_paused || part->state != GYRE_RUN_STATE_RUNNING)
    world_fail (world, "%u runs, which %s", part->number, part->is_paused ? "is paused" : "does not run");
  if (!has_turn (world, part))
    world_fail (world, "%u runs out of its turn", part->number);
  if (part->last_run == world->frame && part->touched != world->frame)
    world_fail (world, "%u runs twice", part->number);
  part->last_run = world->frame;
  part->accounting.runs++;
  part->is_halted = FALSE;
  if (part->launch.once && part->launch.restart != GYRE_RESTART_ALWAYS)
    part->state = GYRE_RUN_STATE_STOPPED;
  else if (part->launch.once)
    turns_perpetuate (world, part, -1);
  else if (part->is_timed)
    count_turn (world, part);
}

/* It has run, and failed. It can have ended. */
void
turns_fail (World *world, Part *part)
{
  world->n_expected_alerts++;
  if (!part->is_alive)
    return;
  part->accounting.failures++;
  part->n_failures_in_a_row = part->accounting.runs - part->runs_at_failure > 1 ? 1 : part->n_failures_in_a_row + 1;
  part->runs_at_failure = part->accounting.runs;
  if (part->is_halted)
    return;
  part->touched = world->frame;
  if (part->launch.restart == GYRE_RESTART_NEVER)
    part->state = GYRE_RUN_STATE_STOPPED;
  else if (part->launch.restart == GYRE_RESTART_ON_FAILURE)
    {
      part->state = GYRE_RUN_STATE_WAITING;
      part->restart = world_get_now (world) + (part->launch.back_off << MIN (part->n_failures_in_a_row - 1, 10));
    }
  else if (part->launch.once)
    turns_perpetuate (world, part, -1);
}

static void
check_part (World *world, Part *part)
{
  GyreAccounting found = { 0 };
  GyreRunState state = gyre_executive_get_run_state (world->executive, part->handle);

  if (part->touched != world->frame && part->last_run != world->frame && has_turn (world, part))
    world_fail (world, "%u has not run in its turn", part->number);
  if (state != part->state)
    world_fail (world, "%u is in state %d, should be in %d", part->number, state, part->state);
  gyre_executive_get_accounting (world->executive, part->handle, &found);
  if (found.runs != part->accounting.runs || found.failures != part->accounting.failures)
    world_fail (world, "%u has run %u times and failed %u times, should be %u and %u", part->number, (guint) found.runs,
                (guint) found.failures, (guint) part->accounting.runs, (guint) part->accounting.failures);
  if (found.missed != part->accounting.missed || found.late != part->accounting.late)
    world_fail (world, "%u has missed %u turns and was late %u times, should be %u and %u", part->number, (guint) found.missed,
                (guint) found.late, (guint) part->accounting.missed, (guint) part->accounting.late);
}

void
turns_check (World *world)
{
  for (guint index = 0; index < world->alive->len; index++)
    check_part (world, world->alive->pdata[index]);
}

/* When the executive must have a frame for them at the latest. */
gint64
turns_get_next_due (World *world)
{
  gint64 due = G_MAXINT64;

  for (guint index = 0; index < world->alive->len; index++)
    {
      const Part *part = world->alive->pdata[index];

      if (part->state == GYRE_RUN_STATE_WAITING)
        due = MIN (due, part->restart);
      else if (part->state == GYRE_RUN_STATE_RUNNING)
        due = MIN (due, part->is_timed ? part->due : G_MININT64);
    }
  return due;
}
