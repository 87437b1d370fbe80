/* gyre-schedule-private.h: Who runs in which frame
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What runs in a frame lies in contiguous entries, one row for each (period, phase), and one for each class that steps all its
 * instances at once. Periods of more than 64 frames, and intervals of time, are timers. Who is paused or gone is in no row: it
 * costs nothing. Taking an entry out leaves a gap that does nothing, so that the order of the others stays; rows with too many
 * gaps are closed up between frames.
 *
 * Belongs to the thread of the executive.
 */
#pragma once

#include "gyre-launch.h"
#include "gyre-slots-private.h"
#include "gyre-surroundings.h"

typedef struct _GyreSchedule GyreSchedule;
typedef struct _GyreRunnerTrace GyreRunnerTrace;

typedef struct
{
  /* A process failed with @error, which the function owns. @slot is NULL when it has ended meanwhile. */
  void (*failed) (gpointer   owner,
                  GyreSlot  *slot,
                  GError    *error);

  /* It began to run, or ceased to: whether it does now says its state. May be NULL. */
  void (*changed) (gpointer  owner,
                   GyreSlot *slot);
} GyreScheduleOwner;

GyreSchedule *gyre_schedule_new            (GyreSlots               *slots,
                                            GyreSurroundings        *surroundings,
                                            const GyreScheduleOwner *owner,
                                            gpointer                 owner_data);
void          gyre_schedule_free           (GyreSchedule            *self);

/* Anew when it is a process already. FALSE when there is no memory; then nothing has changed. */
gboolean      gyre_schedule_launch         (GyreSchedule            *self,
                                            GyreSlot                *slot,
                                            const GyreLaunch        *launch);
/* A process shall run in another way; its step stays. Who waits after a failure, for a time that it has asked for, or for the end
 * of a pause, waits on; who is stopped starts. FALSE as above. */
gboolean      gyre_schedule_relaunch       (GyreSchedule            *self,
                                            GyreSlot                *slot,
                                            const GyreLaunch        *launch);
void          gyre_schedule_pause          (GyreSchedule            *self,
                                            GyreSlot                *slot);
gboolean      gyre_schedule_resume         (GyreSchedule            *self,
                                            GyreSlot                *slot);
void          gyre_schedule_halt           (GyreSchedule            *self,
                                            GyreSlot                *slot);
/* Who runs once runs again: @delay nanoseconds from now, or (-1) in its next turn. */
gboolean      gyre_schedule_perpetuate     (GyreSchedule            *self,
                                            GyreSlot                *slot,
                                            gint64                   delay);

/* The same for the process that runs at this moment and runs once, unless somebody has halted it: then it waits until it is started
 * again. */
void          gyre_schedule_wait           (GyreSchedule            *self,
                                            GyreSlot                *slot,
                                            gint64                   delay);

/* As after a failure: it starts again @delay nanoseconds from now. */
void          gyre_schedule_rest           (GyreSchedule            *self,
                                            GyreSlot                *slot,
                                            gint64                   delay);

/* The process ends; its record goes. Also while it runs. */
void          gyre_schedule_forget         (GyreSchedule            *self,
                                            GyreSlot                *slot);

/* Everybody whose turn it is at @frame and @now. Returns how many ran. */
guint64       gyre_schedule_run            (GyreSchedule            *self,
                                            guint64                  frame,
                                            gint64                   now);

/* Who is told of each run; @trace NULL: nobody. */
void          gyre_schedule_set_trace      (GyreSchedule            *self,
                                            const GyreRunnerTrace   *trace,
                                            gpointer                 data);

/* When the next process wants a frame: G_MININT64 for at once, G_MAXINT64 for never. */
gint64        gyre_schedule_get_next_due   (GyreSchedule            *self);

/* Who runs at this moment; NULL when nobody does. */
GyreSlot     *gyre_schedule_get_current    (GyreSchedule            *self);
GyreRunState  gyre_schedule_get_state      (GyreSchedule            *self,
                                            GyreSlot                *slot);
gboolean      gyre_schedule_get_accounting (GyreSchedule            *self,
                                            GyreSlot                *slot,
                                            GyreAccounting          *accounting);
