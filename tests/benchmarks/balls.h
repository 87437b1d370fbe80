/* balls.h: The same class twice: as a component, and written by hand on GObject
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Both have five reals, of which `radius` must not be negative. What only code of the class can do is measured in the class's
 * own file, the rest from outside.
 */
#pragma once

#include <gyre.h>

#include "benchmark.h"

#define OUR_TYPE_BALL (our_ball_get_type ())
G_DECLARE_FINAL_TYPE (OurBall, our_ball, OUR, BALL, GyreComponent)
GYRE_DECLARE_REAL (OurBall, our_ball, radius);

/* The same class, without an extent. */
#define OUR_TYPE_UNTRACKED_BALL (our_untracked_ball_get_type ())
G_DECLARE_FINAL_TYPE (OurUntrackedBall, our_untracked_ball, OUR, UNTRACKED_BALL, GyreComponent)

#define PLAIN_TYPE_BALL (plain_ball_get_type ())
G_DECLARE_FINAL_TYPE (PlainBall, plain_ball, PLAIN, BALL, GObject)
double plain_ball_get_radius (PlainBall *self);

/* From inside the class: the sum of so many reads of a field, and of so many calls of its typed getter. */
double our_ball_read_fields   (OurBall   *self,
                               guint      count);
double our_ball_call_getters  (OurBall   *self,
                               guint      count);
double plain_ball_read_fields (PlainBall *self,
                               guint      count);
