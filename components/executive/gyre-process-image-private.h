/* gyre-process-image-private.h: How a process stands, to be kept and given back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Everything is counted from now, so that it means the same at another time and in another executive. What a process has used so far
 * is not in it. Belongs to the thread of the executive, between frames or in one.
 */
#pragma once

#include "gyre-shard-private.h"

typedef struct
{
  GyreLaunch launch;            /* how it runs; the phase says nothing */
  GyreRunState state;           /* NONE: it is no process */
  gboolean is_paused;           /* its messages wait, whether it is a process or not */
  gboolean is_halted;           /* stopped by somebody, and not because it runs once */
  gint64 n_frames;              /* of one whose turns are frames: until the next one; 1 is the next frame */
  gint64 delay;                 /* nanoseconds until its next turn by time, or its start after a failure; -1 for none */
  guint n_failures;             /* in a row */
} GyreProcessImage;

/* FALSE when there is nothing to say of it. */
gboolean gyre_process_image_take (GyreShard              *shard,
                                  GyreSlot               *slot,
                                  GyreProcessImage       *image);

/* Whether the numbers can be those of a process. */
gboolean gyre_process_image_is_good (const GyreProcessImage *image);

/* FALSE when there is no memory. */
gboolean gyre_process_image_give (GyreShard              *shard,
                                  GyreSlot               *slot,
                                  const GyreProcessImage *image);
