/* gyre-roster.h: Places of which the same is to be said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sixty players who all have one parent and all send to one stage are sixty places and two lines: they stand in a table, and a line
 * to the table is a line to each of them. Only large pictures have tables.
 */
#pragma once

#include "gyre-sketch-private.h"

/* Says of each place in which roster it stands, if in any. Returns: (transfer container): what holds them */
GPtrArray  *gyre_rosters_assign      (GyreSketch *sketch);

/* No place stands in a roster any more. */
void        gyre_rosters_withdraw    (GyreSketch *sketch);

const char *gyre_roster_get_name     (GyreRoster *self);
GPtrArray  *gyre_roster_get_members  (GyreRoster *self);
guint       gyre_roster_get_width    (GyreRoster *self);
