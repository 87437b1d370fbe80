/* gyre-program-process.c: gyre run: the frames of a component that is a process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

#include <pthread.h>
#include <signal.h>

gboolean
gyre_program_wants_frames (const GyreCommand *command)
{
  return command->frames >= 0 || command->rate != NULL || command->clock != NULL || command->seed != NULL || command->trace != NULL
         || command->name != NULL;
}

/* Time and chance. */

/* The machine's time with chance that begins with a number. */
typedef struct
{
  GyreSurroundings *machine;
  GyreSurroundings *chance;
} Mixture;

static gint64
get_time (gpointer data)
{
  return gyre_surroundings_get_time (((Mixture *) data)->machine);
}

static gint64
get_date (gpointer data)
{
  return gyre_surroundings_get_date (((Mixture *) data)->machine);
}

static guint64
get_random (gpointer data)
{
  return gyre_surroundings_get_random (((Mixture *) data)->chance);
}

static GInputStream *
read_file (gpointer data, const char *path, GError **error)
{
  return gyre_surroundings_read_file (((Mixture *) data)->machine, path, error);
}

static GOutputStream *
write_file (gpointer data, const char *path, GError **error)
{
  return gyre_surroundings_write_file (((Mixture *) data)->machine, path, error);
}

static void
mixture_free (gpointer data)
{
  Mixture *self = data;

  gyre_surroundings_unref (self->machine);
  gyre_surroundings_unref (self->chance);
  g_free (self);
}

static GyreSurroundings *
new_mixture (guint64 seed)
{
  static const GyreSurroundingsTable table = { get_time, get_date, get_random, read_file, write_file, mixture_free };
  Mixture *self = g_new (Mixture, 1);

  *self = (Mixture) { gyre_surroundings_new (), gyre_surroundings_new_virtual (seed) };
  return gyre_surroundings_new_full (&table, self, FALSE);
}

static gboolean
refuse (const char *option, const char *value, const char *rule)
{
  gyre_program_fail (GYRE_EXIT_USAGE, "--%s: %s, not '%s'", option, rule, value);
  return FALSE;
}

static gboolean
prepare_surroundings (GyreExecutive *executive, const GyreCommand *command)
{
  gboolean is_virtual = g_strcmp0 (command->clock, "virtual") == 0;
  g_autoptr (GyreSurroundings) surroundings = NULL;
  g_autoptr (GError) error = NULL;
  guint64 seed = 0;

  if (!is_virtual && command->clock != NULL && !g_str_equal (command->clock, "real"))
    return refuse ("clock", command->clock, "must be real or virtual");
  if (command->seed != NULL && !g_ascii_string_to_unsigned (command->seed, 10, 0, G_MAXUINT64, &seed, NULL))
    return refuse ("seed", command->seed, "must be a whole number of at least 0");
  if (!is_virtual && command->seed == NULL)
    return TRUE;
  surroundings = is_virtual ? gyre_surroundings_new_virtual (seed) : new_mixture (seed);
  if (gyre_executive_set_surroundings (executive, surroundings, &error))
    return TRUE;
  gyre_program_fail (GYRE_EXIT_USAGE, "%s", error->message);
  return FALSE;
}

static gboolean
prepare_pace (GyreExecutive *executive, const GyreCommand *command)
{
  char *end = NULL;
  double rate;

  if (command->rate == NULL || g_str_equal (command->rate, "on-demand"))
    return TRUE;
  if (g_str_equal (command->rate, "fastest"))
    {
      gyre_executive_set_pace (executive, GYRE_PACE_FASTEST, 0);
      return TRUE;
    }
  rate = g_ascii_strtod (command->rate, &end);
  if (end == command->rate || (*end != '\0' && !g_str_equal (end, "Hz") && !g_str_equal (end, " Hz")) || !(rate > 0 && rate <= 1e9))
    return refuse ("rate", command->rate, "must be frames a second, more than 0 and at most 1e9, or fastest, or on-demand");
  gyre_executive_set_pace (executive, GYRE_PACE_FIXED, rate);
  return TRUE;
}

static gboolean
read_level (const char *option, const char *text, GyreAlertLevel *level)
{
  return gyre_alert_level_from_name (text, level)
         || refuse (option, text, "must be error, warning, notice, information, detail or debug");
}

static gboolean
prepare_alerts (GyreExecutive *executive, const GyreCommand *command)
{
  g_autoptr (GError) error = NULL;
  GyreAlertLevel level;

  /* Who runs something at a terminal wants to see what it says to people. */
  level = GYRE_ALERT_NOTICE;
  if (command->print_level != NULL && !read_level ("print-level", command->print_level, &level))
    return FALSE;
  gyre_executive_set_print_level (executive, level);
  if (command->log_level != NULL)
    {
      if (!read_level ("log-level", command->log_level, &level))
        return FALSE;
      gyre_executive_set_log_level (executive, level);
    }
  if (command->log_file == NULL
      || gyre_executive_set_log_file (executive, command->log_file, g_str_has_suffix (command->log_file, ".json"), 0, 0, &error))
    return TRUE;
  gyre_program_fail (GYRE_EXIT_USAGE, "--log-file: %s", error->message);
  return FALSE;
}

/* What must be said before anything is built. */
gboolean
gyre_program_prepare (GyreExecutive *executive, const GyreCommand *command)
{
  g_autoptr (GError) error = NULL;

  if (!prepare_surroundings (executive, command) || !prepare_alerts (executive, command) || !prepare_pace (executive, command))
    return FALSE;
  if (command->trace == NULL || gyre_executive_begin_trace (executive, command->trace, &error))
    return TRUE;
  gyre_program_fail (GYRE_EXIT_USAGE, "--trace: %s", error->message);
  return FALSE;
}

/* Signals. */

static sigset_t awaited;

/* The first signal lets the frame come to its end; the second one ends the program, whatever it does. */
static gpointer
await_signals (gpointer data)
{
  int number = 0;

  sigwait (&awaited, &number);
  gyre_executive_stop (data);
  sigwait (&awaited, &number);
  signal (number, SIG_DFL);
  pthread_sigmask (SIG_UNBLOCK, &awaited, NULL);
  raise (number);
  return NULL;
}

/* N.B. before any other thread begins, so that all of them leave the signals to this one. */
static void
watch_signals (GyreExecutive *executive)
{
  sigemptyset (&awaited);
  sigaddset (&awaited, SIGINT);
  sigaddset (&awaited, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &awaited, NULL);
  g_thread_unref (g_thread_new ("gyre-signals", await_signals, executive));
}

/* Frames. */

gboolean
gyre_program_is_process (GObject *instance)
{
  GyreDescriptor *behavior = gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_actor_get (G_OBJECT_TYPE (instance))), "run");

  if (!GYRE_IS_COMPONENT (instance))
    return FALSE;
  return gyre_component_get_run_state (GYRE_COMPONENT (instance)) != GYRE_RUN_STATE_NONE
         || (behavior != NULL && gyre_descriptor_get_sort (behavior) == GYRE_DESCRIPTOR_BEHAVIOR);
}

static gboolean
launch (GObject *instance)
{
  g_autoptr (GError) error = NULL;

  if (!gyre_program_is_process (instance) || gyre_component_get_run_state (GYRE_COMPONENT (instance)) != GYRE_RUN_STATE_NONE)
    return TRUE;
  if (GYRE_IS_BASE_PROCESS (instance) ? gyre_base_process_start (GYRE_BASE_PROCESS (instance), &error)
                                      : gyre_component_launch (GYRE_COMPONENT (instance), NULL, &error))
    return TRUE;
  gyre_program_fail (GYRE_EXIT_NEGATIVE, "%s", error->message);
  return FALSE;
}

/* A program of which nobody has said that it is to be reached runs as well without. */
static GyreExit
listen_as (GyreExecutive *executive, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (gyre_executive_listen (executive, name, &error))
    return GYRE_EXIT_OK;
  if (name != NULL)
    return gyre_program_fail_with (error);
  gyre_executive_alert (executive, GYRE_ALERT_INFORMATION, "nobody can reach this program: %s", error->message);
  return GYRE_EXIT_OK;
}

/* How long it runs. */
typedef struct
{
  GObject *instance;
  guint64 left;                 /* frames */
} Duration;

/* It runs as long as something will be due, or the component is paused, which somebody from outside can end. */
static gboolean
goes_on (GyreExecutive *executive, gpointer user_data)
{
  Duration *self = user_data;
  GyreRunState state = GYRE_RUN_STATE_NONE;

  if (self->left == 0)
    return FALSE;
  self->left--;
  if (GYRE_IS_COMPONENT (self->instance))
    state = gyre_component_get_run_state (GYRE_COMPONENT (self->instance));
  return state == GYRE_RUN_STATE_PAUSED || gyre_executive_get_next_due (executive) != G_MAXINT64;
}

static gboolean
run_frames (GyreExecutive *executive, const GyreCommand *command, GObject *instance, GError **error)
{
  Duration duration = { instance, command->frames >= 0 ? (guint64) command->frames : G_MAXUINT64 };

  return gyre_executive_run_while (executive, goes_on, &duration, error);
}

/* Who failed and stopped is why the program ends. */
static gboolean
has_failed (GObject *instance)
{
  GyreAccounting accounting;

  return GYRE_IS_COMPONENT (instance) && gyre_component_get_run_state (GYRE_COMPONENT (instance)) == GYRE_RUN_STATE_STOPPED
         && gyre_component_get_accounting (GYRE_COMPONENT (instance), &accounting) && accounting.failures > 0;
}

/* Some frames of those that are processes, after which everything lives as it is. FALSE when it has told a mistake. */
gboolean
gyre_program_try_frames (GyreExecutive *executive, const GyreCommand *command, GPtrArray *instances)
{
  g_autoptr (GError) error = NULL;

  prepare_pace (executive, command);
  for (guint index = 0; index < instances->len; index++)
    if (!launch (instances->pdata[index]))
      return FALSE;
  if (run_frames (executive, command, instances->pdata[0], &error))
    return TRUE;
  gyre_program_fail (GYRE_EXIT_NEGATIVE, "%s", error->message);
  return FALSE;
}

GyreExit
gyre_program_run_frames (GyreExecutive *executive, const GyreCommand *command, GObject *instance)
{
  g_autoptr (GError) error = NULL;
  GyreExit code;
  gboolean is_done;

  watch_signals (executive);
  prepare_pace (executive, command);            /* the first frame is due now, not when the component was to be built */
  if (!launch (instance))
    return GYRE_EXIT_NEGATIVE;
  code = listen_as (executive, command->name);
  if (code != GYRE_EXIT_OK)
    return code;
  is_done = run_frames (executive, command, instance, &error);
  gyre_executive_end_listening (executive);
  gyre_executive_shut_down (executive);
  is_done = gyre_executive_end_trace (executive, error == NULL ? &error : NULL) && is_done;
  gyre_executive_set_log_file (executive, NULL, FALSE, 0, 0, NULL);
  if (!is_done)
    return gyre_program_fail (GYRE_EXIT_NEGATIVE, "%s", error->message);
  return has_failed (instance) ? GYRE_EXIT_NEGATIVE : GYRE_EXIT_OK;
}
