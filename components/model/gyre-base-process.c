/* gyre-base-process.c: The traits that say how a process runs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the executive does follows from the traits: a change of one launches the process in another way, or halts it. And `running` follows
 * from what the executive does.
 */
#include "gyre-base-process-private.h"
#include "gyre-commit-private.h"
#include "gyre-deletion.h"
#include "gyre-hooks-private.h"
#include "gyre-identity.h"
#include "gyre-requirement-private.h"

#include <math.h>

/* What `heard` says. */
enum
{
  HEARD_NOTHING,
  HEARD_THAT_IT_STOPPED,
  HEARD_THAT_IT_RUNS,
};

static gint64
get_nanoseconds (GyreQuantity time)
{
  double seconds;

  return gyre_quantity_convert (time, "s", &seconds, NULL) ? (gint64) CLAMP (seconds * 1e9, -1, 1e18) : -1;
}

/* How many frames or how much time is between two runs: a plain number counts frames. */
static void
read_priority (GyreBaseProcess *self, GyreLaunch *launch)
{
  if (self->priority.dimension == GYRE_DIMENSIONLESS)
    launch->interval_frames = (guint) self->priority.magnitude;
  else
    launch->interval_time = MAX (get_nanoseconds (self->priority), 0);
}

static void
read_phase (GyreBaseProcess *self, GyreLaunch *launch)
{
  if (self->phase.dimension == GYRE_DIMENSIONLESS)
    launch->phase = (gint64) CLAMP (self->phase.magnitude, -1, 1e18);
  else
    launch->phase = get_nanoseconds (self->phase);
}

/* Who is a process already only runs in another way; but who has stopped begins anew, unless it is in the midst of something. */
static gboolean
can_go_on (GyreBaseProcess *self)
{
  switch (gyre_component_get_run_state (GYRE_COMPONENT (self)))
    {
    case GYRE_RUN_STATE_NONE:
      return FALSE;
    case GYRE_RUN_STATE_STOPPED:
      return GYRE_COMPONENT_GET_CLASS (self)->stack_size > 0;
    default:
      return TRUE;
    }
}

static gboolean
launch (GyreBaseProcess *self, GError **error)
{
  GyreLaunch how = {
    .once = !self->perpetual, .restart = self->restart,
    .back_off = GYRE_MICROSECONDS (self->back_off),
    .step_many = GYRE_BASE_PROCESS_GET_CLASS (self)->run_many,
  };

  read_priority (self, &how);
  read_phase (self, &how);
  if (can_go_on (self))
    return gyre_component_relaunch (GYRE_COMPONENT (self), &how, error);
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

/* The value that `running` has got is what was heard, and no wish. N.B. an observer can have set it again meanwhile. */
static gboolean
is_news (GyreBaseProcess *self)
{
  return self->heard == (self->running ? HEARD_THAT_IT_RUNS : HEARD_THAT_IT_STOPPED);
}

/* It is a fact, so no rule is asked. N.B. what `running` follows, if it follows something, it follows no more, as when code sets it:
 * what is to follow others is `run-condition`. */
static void
set_running (GyreBaseProcess *self, gboolean runs)
{
  GyreComponent *component = GYRE_COMPONENT (self);
  GyreDescriptor *running = gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), "running");
  GyreValue old_value = { .present = TRUE, .boolean = self->running };

  self->heard = runs ? HEARD_THAT_IT_RUNS : HEARD_THAT_IT_STOPPED;
  self->running = runs;
  gyre_component_notify_change (component, (GyreTrait *) running, old_value, (GyreValue) { .present = TRUE, .boolean = runs });
  self->heard = HEARD_NOTHING;
}

gboolean
gyre_base_process_is (gpointer object)
{
  return GYRE_IS_BASE_PROCESS (object);
}

/* N.B. a condition that is not met holds it back: it still shall run. */
void
gyre_base_process_hear_of_state (gpointer object)
{
  GyreBaseProcess *self = object;
  GyreRunState state;
  gboolean runs;

  if (gyre_component_is_deleted (object))
    return;
  state = gyre_component_get_run_state (object);
  runs = state != GYRE_RUN_STATE_NONE && state != GYRE_RUN_STATE_STOPPED;
  if (runs != self->running && (runs || self->run_condition))
    set_running (self, runs);
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

  if (strcmp (name, "running") == 0 && is_news (GYRE_BASE_PROCESS (component)))
    return;
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

static gboolean
is_whole (GyreQuantity number, double least)
{
  return number.magnitude >= least && number.magnitude == floor (number.magnitude);
}

static gboolean
is_time (GyreQuantity time)
{
  double seconds;

  return gyre_quantity_convert (time, "s", &seconds, NULL) && seconds >= 0;
}

static void
check_priority (GyreBaseProcess *self, GyreReport *report)
{
  gboolean is_frames = self->priority.dimension == GYRE_DIMENSIONLESS;

  if (is_frames ? !is_whole (self->priority, 0) || self->priority.magnitude > G_MAXUINT : !is_time (self->priority))
    gyre_report_error (report, NULL, "0 is every frame, 4 each fourth, 40 ms each 40 ms",
                       "priority must be a whole number of frames or a time, and not negative");
}

/* 0 and -1 go with both. */
static void
check_phase (GyreBaseProcess *self, GyreReport *report)
{
  gboolean is_frames = self->phase.dimension == GYRE_DIMENSIONLESS;

  if (is_frames ? !is_whole (self->phase, -1) : !is_time (self->phase))
    gyre_report_error (report, NULL, "-1 is at once, 2 the frames after those of 1, 10 ms a time after the beginning",
                       "phase must be a whole number of frames from -1 on, or a time that is not negative");
  else if (self->phase.magnitude > 0 && is_frames != (self->priority.dimension == GYRE_DIMENSIONLESS))
    gyre_report_error (report, NULL, "set both in one transaction, or phase to -1 before", "phase must be %s, as priority is",
                       is_frames ? "a time" : "a number of frames");
}

static void
gyre_base_process_validate (GyreComponent *component, GyreReport *report)
{
  check_priority (GYRE_BASE_PROCESS (component), report);
  check_phase (GYRE_BASE_PROCESS (component), report);
}

static void
gyre_base_process_class_initialize (gpointer type_class, gpointer data)
{
  static const GyreFramework framework = {
    .registered = gyre_base_process_registered,
    .trait_modified = gyre_base_process_trait_modified,
    .validate = gyre_base_process_validate,
  };

  gyre_hooks_set_framework (type_class, &framework);
}

/**
 * gyre_base_process_start:
 * @self: a process
 * @error: return location for a #GError
 *
 * Sets `running`: who has stopped, failed or run once begins again.
 *
 * Returns: whether it runs now
 *
 * Since: 0.1
 */
gboolean
gyre_base_process_start (GyreBaseProcess *self, GError **error)
{
  g_return_val_if_fail (GYRE_IS_BASE_PROCESS (self), FALSE);
  return gyre_component_set_boolean (GYRE_COMPONENT (self), "running", TRUE, error)
         && (gyre_component_get_run_state (GYRE_COMPONENT (self)) != GYRE_RUN_STATE_STOPPED || follow (self, error));
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
    gyre_quantity (phase, "-1", .summary = "in which of its frames it runs, or how much later, as a time; -1 is at once"),
    gyre_boolean (running, false, .summary = "whether it runs: false when it has failed or ended, and true starts it again"),
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
