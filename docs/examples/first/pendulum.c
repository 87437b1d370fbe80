/* pendulum.c: A first component: how long a pendulum takes to swing
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <math.h>

G_DECLARE_FINAL_TYPE (PendulumSimple, pendulum_simple, PENDULUM, SIMPLE, GyreComponent)

struct _PendulumSimple
{
  GyreComponent parent_instance;

  double length;
  double gravity;
};

static double
pendulum_simple_compute_period (PendulumSimple *self, GError **error)
{
  return 2 * G_PI * sqrt (self->length / self->gravity);
}

GYRE_DEFINE_COMPONENT (PendulumSimple, pendulum_simple, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (length, 1.0, .aliases = "l", .units = "m", .constraints = GYRE_POSITIVE, .summary = "from the pivot to the weight"),
    gyre_real (gravity, 9.81, .units = "m/s^2", .constraints = GYRE_POSITIVE, .summary = "what pulls it down")),
  GYRE_BEHAVIORS (
    gyre_behavior (period, pendulum_simple_compute_period, (real), .summary = "how many seconds it takes to swing to and fro")),
  .family = "pendulum.simple",
  .summary = "a weight on a string, for small swings")

GYRE_MODULE (pendulum_simple_get_type)
