/* concert.c: A program that runs an orchestra until its conductor has had enough
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Usage: concert [--name=NAME] FILE [SEED] [--COMPONENT.TRAIT=VALUE…]
 *
 * Without a name it is over at once, in virtual time. With one it takes its time, and other programs reach it: gyre top --at=NAME.
 */
#include <gyre.h>
#include <stdio.h>

#define FRAMES_PER_SECOND 40

static const char * const cast[] = {
  "orchestra.stage#stage", "orchestra.usher#usher", "orchestra.critic#critic", "orchestra.soloist#soloist",
  "orchestra.conductor#conductor",
};

/* The story is what the components have to say, and sometimes the executive itself. */
static void
tell (GyreAlert *alert, gpointer beginning)
{
  const char *name = gyre_alert_get_name (alert);
  gint64 time = gyre_executive_get_time (gyre_executive_get_default ()) - *(gint64 *) beginning;

  printf ("%7.3f s  %s: %s\n", (double) time / 1e9, name != NULL ? name : "executive", gyre_alert_get_message (alert));
}

/* Takes --name away from the arguments: what is left is settings and words. */
static gboolean
read_name (int *argc, char ***argv, char **name, GError **error)
{
  const GOptionEntry entries[] = { { "name", 0, 0, G_OPTION_ARG_STRING, name, NULL, NULL }, { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse (context, argc, argv, error);
}

/* Files say how the orchestra is, arguments what is different today. */
static gboolean
configure (GyreExecutive *executive, char **arguments, guint64 *seed, GError **error)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_auto (GStrv) words = NULL;

  if (!gyre_executive_load_arguments (executive, (const char * const *) arguments, &words, report, error))
    return FALSE;
  if (words[0] == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "usage: concert [--name=NAME] FILE [SEED] [--COMPONENT.TRAIT=VALUE]...");
      return FALSE;
    }
  *seed = words[1] != NULL ? g_ascii_strtoull (words[1], NULL, 10) : 1;
  return gyre_executive_load (executive, words[0], GYRE_CATEGORY_USER, report, error);
}

/* Virtual time does not wait: the music is over at once, and the same for the same seed. */
static gboolean
set_clock (GyreExecutive *executive, guint64 seed, GError **error)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (seed);

  gyre_executive_set_pace (executive, GYRE_PACE_FIXED, FRAMES_PER_SECOND);
  return gyre_executive_set_surroundings (executive, surroundings, error);
}

static GPtrArray *
assemble (GError **error)
{
  g_autoptr (GPtrArray) components = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint index = 0; index < G_N_ELEMENTS (cast); index++)
    {
      GObject *component = gyre_component_new_from_specification (cast[index], error);

      if (component == NULL)
        return NULL;
      g_ptr_array_add (components, component);
    }
  return g_steal_pointer (&components);
}

static gboolean
finish (GyreExecutive *executive, GyreComponent *stage, GError **error)
{
  g_auto (GValue) programme = G_VALUE_INIT;
  GyreFrameCounts counts;

  if (!gyre_component_call (stage, "programme", NULL, 0, &programme, error))
    return FALSE;
  gyre_executive_get_counts (executive, &counts);
  printf ("\n%s\n", g_value_get_string (&programme));
  printf ("%6u frames, %u runs, %u instructions, %u messages\n", (guint) counts.frame, (guint) counts.runs,
          (guint) counts.instructions, (guint) counts.messages);
  return TRUE;
}

/* Where others can look on, the music takes its time. */
static gboolean
open_doors (GyreExecutive *executive, const char *name, guint64 seed, GError **error)
{
  if (name == NULL)
    return set_clock (executive, seed, error);
  gyre_executive_set_pace (executive, GYRE_PACE_FIXED, FRAMES_PER_SECOND);
  return gyre_executive_listen (executive, name, error);
}

static gboolean
perform (char **arguments, const char *name, GError **error)
{
  GyreExecutive *executive = gyre_executive_get_default ();
  g_autoptr (GPtrArray) components = NULL;
  gint64 beginning;
  guint64 seed;

  if (!configure (executive, arguments, &seed, error) || !open_doors (executive, name, seed, error))
    return FALSE;
  beginning = gyre_executive_get_time (executive);
  gyre_executive_connect_alerts (executive, tell, &beginning, NULL);
  components = assemble (error);
  if (components == NULL || !gyre_executive_run (executive, error) || !finish (executive, components->pdata[0], error))
    return FALSE;
  gyre_executive_end_listening (executive);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  /* A shell that completes asks what there is, and no music is played for it. */
  if (gyre_completion_answer (gyre_executive_get_default (), NULL))
    return 0;
  setlinebuf (stdout);
  if (read_name (&argc, &argv, &name, &error) && perform (argv + 1, name, &error))
    return 0;
  g_printerr ("concert: %s\n", error->message);
  return 1;
}
