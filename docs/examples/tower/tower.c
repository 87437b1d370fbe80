/* tower.c: The clock of a tower, which is a process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#define TOWER_TYPE_CLOCK (tower_clock_get_type ())
G_DECLARE_FINAL_TYPE (TowerClock, tower_clock, TOWER, CLOCK, GyreBaseProcess)

struct _TowerClock
{
  GyreBaseProcess parent_instance;

  gint64 hour;
  gint64 step;
};

static gboolean
tower_clock_run (TowerClock *self, GError **error)
{
  self->hour = (self->hour + self->step) % 12;
  gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_NOTICE, "it is %d o'clock", self->hour == 0 ? 12 : (int) self->hour);
  return TRUE;
}

static gint64
tower_clock_strike (TowerClock *self, gint64 times, GError **error)
{
  return times * 2;
}

GYRE_DEFINE_COMPONENT (TowerClock, tower_clock, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (
    gyre_integer (hour, 0, .minimum = 0, .maximum = 11, .summary = "where the short hand is"),
    gyre_integer (step, 1, .minimum = 0, .maximum = 11, .units = "hour", .summary = "how far it goes in a run")),
  GYRE_BEHAVIORS (
    gyre_behavior (run, tower_clock_run, (nothing), .summary = "goes on and tells the hour"),
    gyre_behavior (strike, tower_clock_strike, (integer, (integer, times, .summary = "how often")), .summary = "strikes two bells")),
  .family = "tower.clock",
  .summary = "tells the hour, in each of its runs another")

GYRE_MODULE (tower_clock_get_type)
