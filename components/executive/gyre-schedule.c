/* gyre-schedule.c: Who runs in which frame
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-schedule-private.h"
#include "gyre-records-private.h"
#include "gyre-rows-private.h"

#define FRAME_BITS 14                   /* how a wheel sees frames: one a tick */
#define LONGEST_BACK_OFF 10             /* doublings */
#define LONGEST_TIME (G_MAXINT64 / 4)   /* 73 years: what is longer is as long, so that the clock and it can be added up */

struct _GyreSchedule
{
  GyreSlots *slots;
  GyreRunner runner;
  const GyreScheduleOwner *owner;
  gpointer owner_data;

  guint64 frame;
  gint64 now;                           /* of the frame */
  gboolean in_frame;
  GyreRows rows;
  GyreProcessList next;                 /* who runs in the next frame, once */
  GyreProcessList present;              /* those of this frame */
  GyreWheel *times;
  GyreWheel *frames;
  guint n_in_rows;
  GyreRecords records;
};

static void failed (gpointer           data,
                    GyreProcessRecord *record,
                    GError            *error);

GyreSchedule *
gyre_schedule_new (GyreSlots *slots, GyreSurroundings *surroundings, const GyreScheduleOwner *owner, gpointer owner_data)
{
  GyreSchedule *self = g_new0 (GyreSchedule, 1);

  self->slots = slots;
  self->owner = owner;
  self->owner_data = owner_data;
  self->runner.surroundings = gyre_surroundings_ref (surroundings);
  self->runner.failed = failed;
  self->runner.data = self;
  gyre_rows_init (&self->rows);
  self->now = gyre_surroundings_get_time (surroundings);
  self->times = gyre_wheel_new (self->now);
  self->frames = gyre_wheel_new (0);
  return self;
}

/* The records of processes must be gone. */
void
gyre_schedule_free (GyreSchedule *self)
{
  gyre_rows_clear (&self->rows);
  gyre_wheel_free (self->times);
  gyre_wheel_free (self->frames);
  gyre_surroundings_unref (self->runner.surroundings);
  gyre_records_clear (&self->records);
  g_free (self);
}

/* Turns. */

/* In which of its frames: who says nothing runs in the next one. It stays, whatever else happens to the process. */
static void
settle (GyreSchedule *self, GyreLaunch *launch)
{
  if (launch->phase < 0 && launch->interval_time == 0)
    launch->phase = (gint64) ((self->frame + 1) % gyre_rows_get_period (launch));
  launch->interval_time = MIN (launch->interval_time, LONGEST_TIME);
  launch->back_off = MIN (launch->back_off, LONGEST_TIME >> LONGEST_BACK_OFF);
}

/* So that nothing fails later, when something else has been given up for it. */
static gboolean
reserve (GyreSchedule *self, const GyreLaunch *launch)
{
  GyreRow *row;

  if (!gyre_rows_has (launch))
    return TRUE;
  row = gyre_rows_get (&self->rows, launch);
  return row != NULL && gyre_row_reserve (row);
}

static gboolean
enter_row (GyreSchedule *self, GyreProcessRecord *record)
{
  GyreRow *row = gyre_rows_get (&self->rows, &record->launch);

  if (row == NULL || !gyre_row_add (row, record))
    return FALSE;
  self->n_in_rows++;
  return TRUE;
}

/* Between frames the time of the last one may be long ago. */
static gint64
get_now (GyreSchedule *self)
{
  return self->in_frame ? self->now : gyre_surroundings_get_time (self->runner.surroundings);
}

static void
arm_time (GyreSchedule *self, GyreProcessRecord *record, gint64 due)
{
  record->is_by_frames = FALSE;
  record->due = due;
  gyre_wheel_insert (self->times, &record->timer, due, record->slot->index);
}

static void
arm_frame (GyreSchedule *self, GyreProcessRecord *record, guint64 frame)
{
  record->is_by_frames = TRUE;
  gyre_wheel_insert (self->frames, &record->timer, (gint64) frame << FRAME_BITS, record->slot->index);
}

/* The first frame after this one that is of its phase. */
static guint64
get_first_frame (GyreSchedule *self, const GyreLaunch *launch)
{
  guint period = gyre_rows_get_period (launch);
  guint64 next = self->frame + 1;

  return next + (gyre_rows_get_phase (launch) + period - next % period) % period;
}

/* The first turn by time after now, without drift: @due is one of its turns. */
static gint64
get_turn_after (gint64 due, gint64 interval, gint64 now)
{
  return due > now ? due : due + ((now - due) / interval + 1) * interval;
}

/* From now on it has turns. */
static gboolean
begin (GyreSchedule *self, GyreProcessRecord *record)
{
  const GyreLaunch *launch = &record->launch;

  if (launch->interval_time > 0 || record->is_delayed)
    arm_time (self, record, record->due);
  else if (gyre_rows_has (launch))
    return enter_row (self, record);
  else if (gyre_rows_get_period (launch) == 1)
    gyre_process_list_append (&self->next, record);
  else
    arm_frame (self, record, get_first_frame (self, launch));
  return TRUE;
}

/* From now on it has none. */
static void
end (GyreSchedule *self, GyreProcessRecord *record)
{
  if (record->row != NULL)
    {
      gyre_row_remove (record);
      self->n_in_rows--;
    }
  if (record->timer.link != NULL)
    gyre_wheel_cancel (record->is_by_frames ? self->frames : self->times, &record->timer);
  gyre_process_list_remove (record);
  record->is_restarting = FALSE;
}

/* Whether it runs is news for the owner. */
static void
tell (GyreSchedule *self, GyreProcessRecord *record)
{
  gboolean runs = record->state != GYRE_RUN_STATE_STOPPED;

  if (record->is_known_to_run == runs)
    return;
  record->is_known_to_run = runs;
  if (self->owner->changed != NULL)
    self->owner->changed (self->owner_data, record->slot);
}

/* Who is paused has its turns when the pause is over. */
static gboolean
start (GyreSchedule *self, GyreProcessRecord *record)
{
  gboolean is_paused = (record->slot->flags & GYRE_SLOT_PAUSED) != 0;

  record->state = is_paused ? GYRE_RUN_STATE_PAUSED : GYRE_RUN_STATE_RUNNING;
  tell (self, record);
  return is_paused || begin (self, record);
}

gboolean
gyre_schedule_launch (GyreSchedule *self, GyreSlot *slot, const GyreLaunch *launch)
{
  GyreProcessRecord *record = slot->process;
  GyreLaunch settled = *launch;

  settle (self, &settled);
  if (!reserve (self, &settled))
    return FALSE;
  if (record == NULL)
    record = gyre_records_take (&self->records);
  else
    end (self, record);
  if (record == NULL)
    return FALSE;
  slot->process = record;
  record->slot = slot;
  record->launch = settled;
  record->n_failures_in_a_row = 0;
  record->is_halted = record->is_delayed = FALSE;
  record->due = get_now (self) + MAX (MIN (launch->phase, LONGEST_TIME), 0);
  return start (self, record);
}

void
gyre_schedule_pause (GyreSchedule *self, GyreSlot *slot)
{
  GyreProcessRecord *record = slot->process;

  gyre_slot_add_flags (slot, GYRE_SLOT_PAUSED);
  if (record == NULL || record->state != GYRE_RUN_STATE_RUNNING)
    return;
  end (self, record);
  record->state = GYRE_RUN_STATE_PAUSED;
}

/* Turns that passed meanwhile are not made up for; the phase stays. */
gboolean
gyre_schedule_resume (GyreSchedule *self, GyreSlot *slot)
{
  GyreProcessRecord *record = slot->process;

  if (record != NULL && record->state == GYRE_RUN_STATE_PAUSED && !reserve (self, &record->launch))
    return FALSE;
  gyre_slot_remove_flags (slot, GYRE_SLOT_PAUSED);
  if (record == NULL || record->state != GYRE_RUN_STATE_PAUSED)
    return TRUE;
  if (record->launch.interval_time > 0)
    record->due = get_turn_after (record->due, record->launch.interval_time, get_now (self));
  return start (self, record);
}

void
gyre_schedule_halt (GyreSchedule *self, GyreSlot *slot)
{
  GyreProcessRecord *record = slot->process;

  if (record == NULL)
    return;
  end (self, record);
  record->state = GYRE_RUN_STATE_STOPPED;
  record->is_halted = TRUE;
  tell (self, record);
}

/* The turns that it has go on. */
static gboolean
keeps_turns (const GyreProcessRecord *record, const GyreLaunch *launch, gint64 phase)
{
  const GyreLaunch *old = &record->launch;

  return record->state != GYRE_RUN_STATE_STOPPED && old->once == launch->once && old->interval_time == launch->interval_time
         && old->interval_frames == launch->interval_frames && (phase < 0 || phase == old->phase);
}

/* As launch, for who has turns by @launch. Who waits for a time that it has asked for waits on. */
static void
restart (GyreSchedule *self, GyreProcessRecord *record, const GyreLaunch *launch)
{
  end (self, record);
  record->launch = *launch;
  record->is_halted = FALSE;
  if (!record->is_delayed)
    record->due = get_now (self) + MAX (MIN (launch->phase, LONGEST_TIME), 0);
  start (self, record);
}

gboolean
gyre_schedule_relaunch (GyreSchedule *self, GyreSlot *slot, const GyreLaunch *launch)
{
  GyreProcessRecord *record = slot->process;
  GyreLaunch settled = *launch;

  settle (self, &settled);
  settled.step = record->launch.step;
  settled.step_many = record->launch.step_many;
  if (keeps_turns (record, &settled, launch->phase))
    {
      settled.phase = record->launch.phase;
      record->launch = settled;
      return TRUE;
    }
  if (!reserve (self, &settled))
    return FALSE;
  if (record->state == GYRE_RUN_STATE_WAITING || (self->runner.alone == record && settled.once))
    {
      record->launch = settled;
      record->is_halted = FALSE;
    }
  else
    restart (self, record, &settled);
  return TRUE;
}

/* When it runs once more. */
static void
plan (GyreSchedule *self, GyreProcessRecord *record, gint64 delay)
{
  end (self, record);
  record->is_delayed = delay >= 0;
  if (delay >= 0)
    record->due = get_now (self) + MIN (delay, LONGEST_TIME);
  else if (record->launch.interval_time > 0)
    record->due = get_turn_after (record->due, record->launch.interval_time, get_now (self));
}

gboolean
gyre_schedule_perpetuate (GyreSchedule *self, GyreSlot *slot, gint64 delay)
{
  GyreProcessRecord *record = slot->process;

  if (record == NULL || !reserve (self, &record->launch))
    return FALSE;
  plan (self, record, delay);
  record->is_halted = FALSE;
  return start (self, record);
}

void
gyre_schedule_wait (GyreSchedule *self, GyreSlot *slot, gint64 delay)
{
  plan (self, slot->process, delay);
  if (!((GyreProcessRecord *) slot->process)->is_halted)
    start (self, slot->process);
}

void
gyre_schedule_forget (GyreSchedule *self, GyreSlot *slot)
{
  GyreProcessRecord *record = slot->process;

  if (record == NULL)
    return;
  end (self, record);
  slot->process = NULL;
  if (self->runner.alone == record)
    {
      record->is_gone = TRUE;
      return;
    }
  if (self->runner.row != NULL && self->runner.row->left == record)
    self->runner.row->left = NULL;
  gyre_records_give_back (&self->records, record);
}

/* Failure. */

void
gyre_schedule_rest (GyreSchedule *self, GyreSlot *slot, gint64 delay)
{
  GyreProcessRecord *record = slot->process;

  end (self, record);
  record->state = GYRE_RUN_STATE_WAITING;
  record->is_restarting = TRUE;
  record->is_delayed = FALSE;
  record->is_by_frames = FALSE;
  gyre_wheel_insert (self->times, &record->timer, get_now (self) + delay, slot->index);
}

static void
restart_later (GyreSchedule *self, GyreProcessRecord *record)
{
  guint doublings = MIN (record->n_failures_in_a_row - 1, LONGEST_BACK_OFF);

  gyre_schedule_rest (self, record->slot, record->launch.back_off << doublings);
}

static void
apply_restart (GyreSchedule *self, GyreProcessRecord *record)
{
  GyreAccounting accounting;

  gyre_row_account (record, &accounting);
  record->accounting.failures++;
  record->n_failures_in_a_row = accounting.runs - record->runs_at_failure > 1 ? 1 : record->n_failures_in_a_row + 1;
  record->runs_at_failure = accounting.runs;
  if (record->is_halted)
    return;
  if (record->launch.restart == GYRE_RESTART_NEVER)
    gyre_schedule_halt (self, record->slot);
  else if (record->launch.restart == GYRE_RESTART_ON_FAILURE)
    restart_later (self, record);
  else if (record->launch.once)
    gyre_schedule_perpetuate (self, record->slot, -1);
}

/* @record: NULL when it has ended meanwhile. */
static void
failed (gpointer data, GyreProcessRecord *record, GError *error)
{
  GyreSchedule *self = data;
  GyreSlot *slot = record != NULL ? record->slot : NULL;

  if (record != NULL)
    apply_restart (self, record);
  self->owner->failed (self->owner_data, slot, error);
}

void
gyre_schedule_set_trace (GyreSchedule *self, const GyreRunnerTrace *trace, gpointer data)
{
  self->runner.trace = trace;
  self->runner.trace_data = data;
}

/* A frame. */

/* Its next turn by time, before it runs in this one. Turns that are past already do not happen. */
static void
arm_again (GyreSchedule *self, GyreProcessRecord *record)
{
  gint64 interval = record->launch.interval_time;
  gint64 n_missed = (self->now - record->due) / interval;

  record->accounting.missed += (guint64) n_missed;
  record->accounting.late += n_missed > 0;
  arm_time (self, record, record->due + (n_missed + 1) * interval);
}

/* Who always runs again has its next turn before it runs; who runs once counts as stopped meanwhile. */
static void
arm_once (GyreSchedule *self, GyreProcessRecord *record)
{
  if (record->launch.restart == GYRE_RESTART_ALWAYS)
    gyre_schedule_perpetuate (self, record->slot, -1);
  else
    record->state = GYRE_RUN_STATE_STOPPED;
}

static void
run_alone (GyreSchedule *self, GyreProcessRecord *record)
{
  record->is_delayed = FALSE;
  if (record->launch.once)
    arm_once (self, record);
  else if (record->launch.interval_time > 0)
    arm_again (self, record);
  else
    arm_frame (self, record, get_first_frame (self, &record->launch));
  gyre_runner_run (&self->runner, record);
  if (record->is_gone)
    gyre_records_give_back (&self->records, record);
  else
    tell (self, record);
}

/* The pause after a failure is over. Without memory it is tried again in the next frame. */
static void
start_again (GyreSchedule *self, GyreProcessRecord *record)
{
  if (!reserve (self, &record->launch))
    {
      gyre_wheel_insert (self->times, &record->timer, self->now, record->slot->index);
      return;
    }
  record->is_restarting = FALSE;
  if (record->launch.interval_time > 0)
    record->due = get_turn_after (record->due, record->launch.interval_time, self->now);
  start (self, record);
}

/* Who has a turn in this frame besides the rows. They stand in a list, so that each can still be taken out of it by another. */
static void
collect (GyreSchedule *self)
{
  GyreTimer *due[] = { gyre_wheel_take_due (self->times, self->now),
                       gyre_wheel_take_due (self->frames, (gint64) self->frame << FRAME_BITS) };

  for (GyreProcessRecord *record; (record = self->next.first) != NULL;)
    {
      gyre_process_list_remove (record);
      gyre_process_list_append (&self->present, record);
    }
  for (guint index = 0; index < G_N_ELEMENTS (due); index++)
    for (GyreTimer *timer = due[index]; timer != NULL; timer = timer->next)
      gyre_process_list_append (&self->present, (GyreProcessRecord *) timer);
}

static guint64
run_present (GyreSchedule *self)
{
  guint64 n_runs = 0;

  for (GyreProcessRecord *record; (record = self->present.first) != NULL;)
    {
      gyre_process_list_remove (record);
      if (record->is_restarting)
        {
          start_again (self, record);
          continue;
        }
      run_alone (self, record);
      n_runs++;
    }
  return n_runs;
}

guint64
gyre_schedule_run (GyreSchedule *self, guint64 frame, gint64 now)
{
  guint64 n_runs;

  self->frame = frame;
  self->now = now;
  if (gyre_schedule_get_next_due (self) == G_MAXINT64)
    return 0;
  self->in_frame = TRUE;
  self->runner.last = gyre_surroundings_get_time (self->runner.surroundings);
  collect (self);
  n_runs = run_present (self);
  n_runs += gyre_rows_run (&self->rows, &self->runner, frame);
  self->in_frame = FALSE;
  return n_runs;
}

gint64
gyre_schedule_get_next_due (GyreSchedule *self)
{
  if (self->n_in_rows > 0 || self->next.first != NULL || gyre_wheel_get_length (self->frames) > 0)
    return G_MININT64;
  return gyre_wheel_get_next_due (self->times);
}

GyreSlot *
gyre_schedule_get_current (GyreSchedule *self)
{
  return gyre_runner_get_current (&self->runner);
}

GyreRunState
gyre_schedule_get_state (GyreSchedule *self, GyreSlot *slot)
{
  GyreProcessRecord *record = slot->process;

  return record != NULL ? (GyreRunState) record->state : GYRE_RUN_STATE_NONE;
}

gboolean
gyre_schedule_get_accounting (GyreSchedule *self, GyreSlot *slot, GyreAccounting *accounting)
{
  if (slot->process == NULL)
    return FALSE;
  gyre_row_account (slot->process, accounting);
  return TRUE;
}
