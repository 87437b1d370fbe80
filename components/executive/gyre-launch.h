/* gyre-launch.h: Processes: what runs in the frames of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-frame.h"
#include "gyre-handle.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreStep:
 * @object: whose step it is
 * @error: where to say why it failed
 *
 * One run of a process: what it has to do in one frame.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
typedef gboolean (*GyreStep) (gpointer   object,
                              GError   **error);

/**
 * GyreStepMany: (skip)
 * @objects: the instances, all of one class
 * @n_objects: how many
 *
 * One run of many processes of one class. What one of them fails with is for the class to report by gyre_component_alert().
 *
 * Since: 0.1
 */
typedef void (*GyreStepMany) (gpointer *objects,
                              guint     n_objects);

/**
 * GyreRestart:
 * @GYRE_RESTART_NEVER: who failed stops
 * @GYRE_RESTART_ALWAYS: who failed, or ended, runs again in its next turn
 * @GYRE_RESTART_ON_FAILURE: who failed runs again after a pause, which doubles with each failure in a row
 *
 * What happens with a process that failed.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_RESTART_NEVER,
  GYRE_RESTART_ALWAYS,
  GYRE_RESTART_ON_FAILURE,
} GyreRestart;

#define GYRE_TYPE_RESTART (gyre_restart_get_type ())
GType        gyre_restart_get_type         (void);

/**
 * GyreLaunch: (skip)
 * @step: what it does in a frame
 * @step_many: (nullable): what all of its class do in a frame, in place of @step
 * @interval_frames: frames between two runs; 0 and 1 are every frame
 * @interval_time: nanoseconds between two runs; 0: it is frames that count
 * @phase: in which of its frames, or how many nanoseconds later; -1: at once, and then by its interval
 * @once: whether it runs once, and again only when it says so
 * @restart: what happens when it fails
 * @back_off: the first pause after a failure, in nanoseconds
 *
 * How a process runs.
 *
 * Since: 0.1
 */
typedef struct
{
  GyreStep     step;
  GyreStepMany step_many;
  guint        interval_frames;
  gint64       interval_time;
  gint64       phase;
  gboolean     once;
  GyreRestart  restart;
  gint64       back_off;
} GyreLaunch;

/**
 * GyreAccounting: (skip)
 * @runs: how often it has run
 * @failures: how often it has failed
 * @late: how many of its runs began after the next one was due
 * @missed: how many runs did not happen, because it was too late for them
 * @longest: its longest run that was measured alone, in nanoseconds
 * @total: all its runs, in nanoseconds; runs that were measured together share their time
 *
 * What is known of how a process ran.
 *
 * Since: 0.1
 */
typedef struct
{
  guint64 runs;
  guint64 failures;
  guint64 late;
  guint64 missed;
  gint64  longest;
  gint64  total;
} GyreAccounting;

/**
 * GyreRunState:
 * @GYRE_RUN_STATE_NONE: it is no process
 * @GYRE_RUN_STATE_RUNNING: it runs in its turns
 * @GYRE_RUN_STATE_PAUSED: its turns pass by, and messages wait
 * @GYRE_RUN_STATE_STOPPED: it was a process, and can be one again
 * @GYRE_RUN_STATE_WAITING: it failed, and waits to be started again
 *
 * What a process is doing.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_RUN_STATE_NONE,
  GYRE_RUN_STATE_RUNNING,
  GYRE_RUN_STATE_PAUSED,
  GYRE_RUN_STATE_STOPPED,
  GYRE_RUN_STATE_WAITING,
} GyreRunState;

/* Each of these also while the process runs itself, and from any thread: others than the executive's own wait for the end of the
 * frame. A stale handle is an error. */
gboolean     gyre_executive_launch         (GyreExecutive     *self,
                                            GyreHandle         process,
                                            const GyreLaunch  *launch,
                                            GError           **error);
gboolean     gyre_executive_relaunch       (GyreExecutive     *self,
                                            GyreHandle         process,
                                            const GyreLaunch  *launch,
                                            GError           **error);
gboolean     gyre_executive_halt           (GyreExecutive     *self,
                                            GyreHandle         process,
                                            GError           **error);

gboolean     gyre_executive_pause          (GyreExecutive     *self,
                                            GyreHandle         process,
                                            GError           **error);
gboolean     gyre_executive_resume         (GyreExecutive     *self,
                                            GyreHandle         process,
                                            GError           **error);

/* Who runs once runs again, after @delay nanoseconds or in its next turn (-1). */
gboolean     gyre_executive_perpetuate     (GyreExecutive     *self,
                                            GyreHandle         process,
                                            gint64             delay,
                                            GError           **error);

GyreRunState gyre_executive_get_run_state  (GyreExecutive     *self,
                                            GyreHandle         process);
gboolean     gyre_executive_get_accounting (GyreExecutive     *self,
                                            GyreHandle         process,
                                            GyreAccounting    *accounting);

GYRE_END_DECLARATIONS
