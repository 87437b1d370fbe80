/* gyre-rows-private.h: All rows of a schedule
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One for each (period, phase) of up to 64 frames, made when somebody has it, and one for each class that steps all its instances at once.
 */
#pragma once

#include "gyre-row-private.h"

#define GYRE_ROWS_LONGEST_PERIOD 64

typedef struct
{
  guint64 periods;                                /* a bit for each period that has rows */
  GyreRow **rows[GYRE_ROWS_LONGEST_PERIOD];       /* of period n + 1, one a phase; NULL while nobody has it */
  GArray *many;                                   /* of those of whole classes */
} GyreRows;

/* Of what is all 0. */
void     gyre_rows_init  (GyreRows         *self);
void     gyre_rows_clear (GyreRows         *self);

/* Whose turn it is by @launch, a settled one; NULL when there is no memory. */
GyreRow *gyre_rows_get   (GyreRows         *self,
                          const GyreLaunch *launch);

/* All whose turn it is. Returns how many ran. */
guint64  gyre_rows_run   (GyreRows         *self,
                          GyreRunner       *runner,
                          guint64           frame);

static inline guint
gyre_rows_get_period (const GyreLaunch *launch)
{
  return MAX (launch->interval_frames, 1);
}

static inline guint
gyre_rows_get_phase (const GyreLaunch *launch)
{
  return (guint) (launch->phase % gyre_rows_get_period (launch));
}

/* Whether it runs in a row: the others have timers. */
static inline gboolean
gyre_rows_has (const GyreLaunch *launch)
{
  return launch->interval_time == 0 && !launch->once && gyre_rows_get_period (launch) <= GYRE_ROWS_LONGEST_PERIOD;
}
