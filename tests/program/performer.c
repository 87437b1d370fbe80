/* performer.c: A program of a user that takes arguments, with a class and options of its own
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Run, it prints its words, line by line, and what is configured; a shell that completes asks it for what it knows.
 */
#include <gyre.h>
#include <stdio.h>

typedef struct
{
  GyreComponent parent_instance;

  double pitch;
  char *mood;
} PerformerSinger;
typedef GyreComponentClass PerformerSingerClass;

GType performer_singer_get_type (void);

GYRE_DEFINE_COMPONENT (PerformerSinger, performer_singer, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (pitch, 440.0, .units = "Hz", .constraints = GYRE_POSITIVE, .summary = "how high the first note is"),
    gyre_string (mood, "glad", .member = "glad, sad", .summary = "how it sounds")),
  GYRE_BEHAVIORS (),
  .family = "performer.singer",
  .summary = "somebody who sings")

static gboolean is_loud;
static char *tune, *score;

static const GOptionEntry entries[] = {
  { "loud", 0, 0, G_OPTION_ARG_NONE, &is_loud, "Be heard", NULL },
  { "tune", 0, 0, G_OPTION_ARG_STRING, &tune, "Which tune", "march|waltz" },
  { "score", 0, 0, G_OPTION_ARG_FILENAME, &score, "Sing from this file", "FILE" },
  { NULL },
};

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  GyreExecutive *executive = gyre_executive_get_default ();
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  gyre_actor_get (performer_singer_get_type ());
  if (gyre_completion_answer (executive, entries))
    return 0;
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || !gyre_executive_load_arguments (executive, (const char * const *) argv + 1, &words, NULL, &error))
    {
      g_printerr ("performer: %s\n", error->message);
      return 1;
    }
  printf ("loud %d, tune %s\n", is_loud, tune != NULL ? tune : "none");
  for (guint index = 0; words[index] != NULL; index++)
    printf ("%s\n", words[index]);
  return 0;
}
