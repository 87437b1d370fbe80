/* crew.c: A module with processes: who counts, who fails, who talks by chance
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <gio/gio.h>

/* Counts its runs, and has a secret. */
#define CREW_TYPE_COUNTER (crew_counter_get_type ())
G_DECLARE_FINAL_TYPE (CrewCounter, crew_counter, CREW, COUNTER, GyreBaseProcess)

struct _CrewCounter
{
  GyreBaseProcess parent_instance;

  gint64 count;
  gint64 step;
  gint64 fails_at;
  char *password;
};

static gboolean
counter_run (CrewCounter *self, GError **error)
{
  self->count += self->step;
  if (self->count != self->fails_at)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "it does not like %d", (int) self->count);
  return FALSE;
}

static gint64
counter_add (CrewCounter *self, gint64 first, gint64 second, GError **error)
{
  return first + second;
}

static double
counter_average (CrewCounter *self, const GyreArray *numbers, GError **error)
{
  double sum = 0;

  for (gsize index = 0; index < numbers->length; index++)
    sum += numbers->values[index];
  return numbers->length > 0 ? sum / (double) numbers->length : 0;
}

static gboolean
counter_complain (CrewCounter *self, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "it has had enough");
  return FALSE;
}

GYRE_DEFINE_COMPONENT (CrewCounter, crew_counter, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (
    gyre_integer (count, 0, .summary = "how far it is"),
    gyre_integer (step, 1, .minimum = 0, .maximum = 1000, .summary = "how far it goes in a run"),
    gyre_integer (fails_at, -1, .summary = "which number it does not like"),
    gyre_string (password, "sesame", .secret = true)),
  GYRE_BEHAVIORS (
    gyre_behavior (run, counter_run, (nothing)),
    gyre_behavior (add, counter_add, (integer, (integer, first), (integer, second))),
    gyre_behavior (complain, counter_complain, (nothing)),
    gyre_behavior (average, counter_average, (real, (reals, numbers)))),
  .family = "crew.counter",
  .summary = "counts")

/* Not a process by its class, but it has `run`. */
#define CREW_TYPE_RUNNER (crew_runner_get_type ())
G_DECLARE_FINAL_TYPE (CrewRunner, crew_runner, CREW, RUNNER, GyreComponent)

struct _CrewRunner
{
  GyreComponent parent_instance;
};

static gboolean
runner_run (CrewRunner *self, GError **error)
{
  gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_NOTICE, "it runs");
  return TRUE;
}

GYRE_DEFINE_COMPONENT (CrewRunner, crew_runner, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_behavior (run, runner_run, (nothing))),
  .family = "crew.runner",
  .summary = "runs")

/* Says to itself what chance tells it. */
#define CREW_TYPE_GAMBLER (crew_gambler_get_type ())
G_DECLARE_FINAL_TYPE (CrewGambler, crew_gambler, CREW, GAMBLER, GyreBaseProcess)

struct _CrewGambler
{
  GyreBaseProcess parent_instance;
};

static gboolean
gambler_run (CrewGambler *self, GError **error)
{
  GyreSurroundings *surroundings = gyre_executive_get_surroundings (gyre_component_get_executive (GYRE_COMPONENT (self)));
  guint64 size = gyre_surroundings_get_random (surroundings) % 100;
  g_autoptr (GPtrArray) read = gyre_component_read_messages (GYRE_COMPONENT (self));
  char text[100] = { 0 };

  if (size == 7)
    gyre_component_post (GYRE_COMPONENT (self), "win", (gint64) (gyre_surroundings_get_random (surroundings) % 1000000), NULL);
  return gyre_component_send (GYRE_COMPONENT (self), gyre_component_get_handle (GYRE_COMPONENT (self)),
                              g_quark_from_static_string ("bet"), text, size, GYRE_MESSAGE_SAME_FRAME, error);
}

static gboolean
gambler_win (CrewGambler *self, GError **error)
{
  gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_NOTICE, "it wins");
  return TRUE;
}

GYRE_DEFINE_COMPONENT (CrewGambler, crew_gambler, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_behavior (run, gambler_run, (nothing)), gyre_behavior (win, gambler_win, (nothing))),
  .family = "crew.gambler",
  .summary = "leaves everything to chance")

GYRE_MODULE (crew_counter_get_type, crew_runner_get_type, crew_gambler_get_type)
