/* gyre-base-process.c: The traits that say how a process runs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The traits are the wish; what the executive does follows from them: a change of one launches the process anew, or halts it.
 */
#include "gyre-base-process.h"
#include "gyre-identity.h"

#define NANOSECONDS_A_MICROSECOND 1000

/* How many frames or how much time is between two runs: a plain number counts frames. */
static void
read_priority (GyreBaseProcess *self, GyreLaunch *launch)
{
  double seconds;

  if (self->priority.dimension == GYRE_DIMENSIONLESS)
    launch->interval_frames = (guint) self->priority.magnitude;
  else if (gyre_quantity_convert (self->priority, "s", &seconds, NULL))
    launch->interval_time = (gint64) MIN (seconds * 1e9, 1e18);
}

static gboolean
launch (GyreBaseProcess *self, GError **error)
{
  GyreLaunch how = {
    .phase = self->phase, .once = !self->perpetual, .restart = self->restart,
    .back_off = MIN (self->back_off, G_MAXINT64 / NANOSECONDS_A_MICROSECOND) * NANOSECONDS_A_MICROSECOND,
    .step_many = GYRE_BASE_PROCESS_GET_CLASS (self)->run_many,
  };

  read_priority (self, &how);
  return gyre_component_launch (GYRE_COMPONENT (self), &how, error);
}

/* As the traits say now. */
static gboolean
follow (GyreBaseProcess *self, GError **error)
{
  if (self->running && self->run_condition)
    return launch (self, error);
  return gyre_component_get_run_state (GYRE_COMPONENT (self)) == GYRE_RUN_STATE_NONE
         || gyre_component_halt (GYRE_COMPONENT (self), error);
}

static void
follow_or_alert (GyreBaseProcess *self)
{
  g_autoptr (GError) error = NULL;

  if (!follow (self, &error))
    gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_ERROR, "it can't run: %s", error->message);
}

static void
follow_mailbox (GyreBaseProcess *self)
{
  g_autoptr (GError) error = NULL;

  if (!gyre_executive_set_mailbox (gyre_component_get_executive (GYRE_COMPONENT (self)),
                                   gyre_component_get_handle (GYRE_COMPONENT (self)), (guint) self->memory_size, self->when_full,
                                   (guint) self->memory_limit, &error))
    gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_ERROR, "its mailbox stays as it is: %s", error->message);
}

static void
gyre_base_process_trait_modified (GyreComponent *component, GyreTrait *trait)
{
  static const char * const about_runs[] = {
    "running", "run-condition", "priority", "phase", "perpetual", "restart", "back-off", NULL,
  };
  static const char * const about_messages[] = { "memory-size", "memory-limit", "when-full", NULL };
  const char *name = gyre_trait_get_name (trait);

  if (g_strv_contains (about_runs, name))
    follow_or_alert (GYRE_BASE_PROCESS (component));
  else if (g_strv_contains (about_messages, name))
    follow_mailbox (GYRE_BASE_PROCESS (component));
}

static void
gyre_base_process_registered (GyreComponent *component)
{
  GyreBaseProcess *self = GYRE_BASE_PROCESS (component);

  if (self->automatic_start && !self->running)
    gyre_component_set_boolean (component, "running", TRUE, NULL);
  else if (self->running)
    follow_or_alert (self);
}

static void
gyre_base_process_validate (GyreComponent *component, GyreReport *report)
{
  GyreBaseProcess *self = GYRE_BASE_PROCESS (component);
  gboolean is_frames = self->priority.dimension == GYRE_DIMENSIONLESS;
  double seconds;

  if (self->priority.magnitude < 0 || (is_frames && self->priority.magnitude != (double) (guint) self->priority.magnitude))
    gyre_report_error (report, NULL, "0 is every frame, 4 each fourth, 40 ms each 40 ms",
                       "priority must be a whole number of frames or a time, and not negative");
  else if (!is_frames && !gyre_quantity_convert (self->priority, "s", &seconds, NULL))
    gyre_report_error (report, NULL, "0 is every frame, 4 each fourth, 40 ms each 40 ms",
                       "priority must be a number of frames or a time");
}

static void
gyre_base_process_class_initialize (gpointer type_class, gpointer data)
{
  GyreComponentClass *class = type_class;

  class->registered = gyre_base_process_registered;
  class->trait_modified = gyre_base_process_trait_modified;
  class->validate = gyre_base_process_validate;
}

/**
 * gyre_base_process_start:
 * @self: a process
 * @error: return location for a #GError
 *
 * Sets `running`.
 *
 * Returns: whether it runs now
 *
 * Since: 0.1
 */
gboolean
gyre_base_process_start (GyreBaseProcess *self, GError **error)
{
  g_return_val_if_fail (GYRE_IS_BASE_PROCESS (self), FALSE);
  return gyre_component_set_boolean (GYRE_COMPONENT (self), "running", TRUE, error) && follow (self, error);
}

/**
 * gyre_base_process_stop:
 * @self: a process
 * @error: return location for a #GError
 *
 * Takes `running` back.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_base_process_stop (GyreBaseProcess *self, GError **error)
{
  g_return_val_if_fail (GYRE_IS_BASE_PROCESS (self), FALSE);
  return gyre_component_set_boolean (GYRE_COMPONENT (self), "running", FALSE, error);
}

GYRE_DEFINE_COMPONENT (GyreBaseProcess, gyre_base_process, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_quantity (priority, "0", .summary = "what is between two runs: so many frames, or a time; 0 is every frame"),
    gyre_integer (phase, -1, .minimum = -1,
                  .summary = "where between two runs the first one is; -1 is at once",
                  .description = "Of a priority in frames, in which of them it runs; of a time, how many nanoseconds pass before."),
    gyre_boolean (running, false, .summary = "whether it runs"),
    gyre_boolean (automatic_start, true, .summary = "whether it runs as soon as it is built"),
    gyre_boolean (perpetual, true, .summary = "whether it runs again and again; else once, and once more whenever it says so"),
    gyre_boolean (run_condition, true, .summary = "what must be true for it to run"),
    gyre_enumeration (restart, gyre_restart, GYRE_RESTART_NEVER, .summary = "what happens when it fails"),
    gyre_duration (back_off, "100 ms", .rule = GYRE_AT_LEAST (0),
                   .summary = "the pause before it is started again; it doubles with each failure in a row"),
    gyre_integer (memory_size, 8096, .minimum = 0, .maximum = G_MAXUINT32, .units = "byte",
                  .summary = "how much its mailbox holds of messages"),
    gyre_enumeration (when_full, gyre_mailbox_policy, GYRE_MAILBOX_REFUSE, .summary = "what its mailbox does when it is full"),
    gyre_integer (memory_limit, 1048576, .minimum = 0, .maximum = G_MAXUINT32, .units = "byte",
                  .summary = "how far its mailbox grows, where it does"),
    gyre_enumeration (verbosity, gyre_alert_level, GYRE_ALERT_DETAIL, .summary = "what matters less than that is not said")),
  GYRE_BEHAVIORS (),
  .family = "gyre.base-process",
  .abstract = TRUE,
  .class_initialize = gyre_base_process_class_initialize,
  .summary = "the traits that say how a process runs")
