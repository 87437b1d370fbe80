/* gyre-frame.h: The turns of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-surroundings.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyrePace:
 * @GYRE_PACE_ON_DEMAND: a frame whenever there is something to do; else the executive sleeps and uses no processor time
 * @GYRE_PACE_FASTEST: one frame after the other
 * @GYRE_PACE_FIXED: so many a second, each at its own time since the first one
 *
 * When frames happen.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_PACE_ON_DEMAND,
  GYRE_PACE_FASTEST,
  GYRE_PACE_FIXED,
} GyrePace;

/**
 * GyreFrameCounts: (skip)
 * @frame: the number of the frame that runs, or of the last one; the first is 1
 * @runs: how often a process has run
 * @instructions: how many instructions were done
 * @messages: how many messages were delivered
 * @late: how many frames of a fixed rate began after the next one was due
 * @missed: how many frames of a fixed rate did not happen, because they were more than a second late
 * @longest: the longest frame, in nanoseconds
 * @total: all frames, in nanoseconds
 *
 * What an executive has done.
 *
 * Since: 0.1
 */
typedef struct
{
  guint64 frame;
  guint64 runs;
  guint64 instructions;
  guint64 messages;
  guint64 late;
  guint64 missed;
  gint64  longest;
  gint64  total;
} GyreFrameCounts;

/**
 * GyreFrameCondition:
 * @executive: an executive
 * @user_data: (closure): what was given with it
 *
 * Asked in the executive's own thread, between two frames.
 *
 * Returns: whether another frame is wanted
 *
 * Since: 0.1
 */
typedef gboolean (*GyreFrameCondition) (GyreExecutive *executive,
                                        gpointer       user_data);

/* The frames of an executive run in one thread: the first that asks for one, until it gives the executive up or ends. A frame
 * does, in this order: what came from other threads; the instructions that are due; every process whose turn it is; the
 * messages; then what ended in it is let go. */
gboolean  gyre_executive_acquire          (GyreExecutive     *self,
                                           GError           **error);
void      gyre_executive_release          (GyreExecutive     *self);
gboolean  gyre_executive_is_mine          (GyreExecutive     *self);

/* How it goes: before the first frame. */
gboolean  gyre_executive_set_surroundings (GyreExecutive     *self,
                                           GyreSurroundings  *surroundings,
                                           GError           **error);
GyreSurroundings *gyre_executive_get_surroundings (GyreExecutive *self);
void      gyre_executive_set_pace         (GyreExecutive     *self,
                                           GyrePace           pace,
                                           double             frames_per_second);

/* One frame by hand; frames until somebody stops them. */
gboolean  gyre_executive_step             (GyreExecutive     *self,
                                           GError           **error);
gboolean  gyre_executive_run              (GyreExecutive     *self,
                                           GError           **error);
gboolean  gyre_executive_run_frames       (GyreExecutive     *self,
                                           guint64            n_frames,
                                           GError           **error);
gboolean  gyre_executive_run_while        (GyreExecutive     *self,
                                           GyreFrameCondition condition,
                                           gpointer           user_data,
                                           GError           **error);
void      gyre_executive_stop             (GyreExecutive     *self);

/* What is. */
gint64    gyre_executive_get_time         (GyreExecutive     *self);
void      gyre_executive_get_counts       (GyreExecutive     *self,
                                           GyreFrameCounts   *counts);
gint64    gyre_executive_get_next_due     (GyreExecutive     *self);

GYRE_END_DECLARATIONS
