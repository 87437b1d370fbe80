/* our-ball.c: A component of five reals
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "balls.h"

struct _OurBall
{
  GyreComponent parent_instance;
  double radius;
  double mass;
  double charge;
  double height;
  double speed;
};

struct _OurUntrackedBall
{
  GyreComponent parent_instance;
  double radius;
  double mass;
  double charge;
  double height;
  double speed;
};

#define BALL_TRAITS \
  GYRE_TRAITS ( \
    gyre_real (radius, 1.0, .constraints = GYRE_NOT_NEGATIVE, .summary = "the distance from the center to the surface"), \
    gyre_real (mass, 1.0), \
    gyre_real (charge, 0.0), \
    gyre_real (height, 0.0), \
    gyre_real (speed, 0.0))

GYRE_DEFINE_COMPONENT (OurBall, our_ball, GYRE_TYPE_COMPONENT, BALL_TRAITS, GYRE_BEHAVIORS (),
  .family = "benchmark.ball")

GYRE_DEFINE_COMPONENT (OurUntrackedBall, our_untracked_ball, GYRE_TYPE_COMPONENT, BALL_TRAITS, GYRE_BEHAVIORS (),
  .family = "benchmark.untracked", .untracked = TRUE)

double
our_ball_read_fields (OurBall *self, guint count)
{
  double sum = 0.0;

  for (guint index = 0; index < count; index++)
    {
      sum += self->radius;
      BENCHMARK_KEEP (self);
    }
  return sum;
}

double
our_ball_call_getters (OurBall *self, guint count)
{
  double sum = 0.0;

  for (guint index = 0; index < count; index++)
    {
      sum += our_ball_get_radius (self);
      BENCHMARK_KEEP (self);
    }
  return sum;
}
