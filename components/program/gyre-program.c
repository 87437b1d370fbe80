/* gyre-program.c: The `gyre` program: finds the verb and lets it work
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program-complete.h"

#include <locale.h>

static void
append_verbs (GString *text, const GyreVerb *verbs)
{
  for (; verbs->name != NULL; verbs++)
    g_string_append_printf (text, "  %s %s\n      %s\n", verbs->name, verbs->parameters, verbs->summary);
}

static char *
dup_exits (void)
{
  GString *text = g_string_new ("Exit status:\n");

  for (const GyreExitRow *row = gyre_program_get_exits (); row->summary != NULL; row++)
    g_string_append_printf (text, "  %d  %s\n", row->code, row->summary);
  g_string_append (text, "A process that SIGINT or SIGTERM ends comes to the end of its frame: that is 0 as well.");
  return g_string_free (text, FALSE);
}

static GyreExit
print_help (const char *parameters, const GyreVerb *verbs)
{
  g_autoptr (GString) text = g_string_new ("Runs, inspects, lists and configures components.\n\n");
  g_autofree char *exits = dup_exits ();
  g_autofree char *help = NULL;

  append_verbs (text, verbs);
  g_string_append (text, "\n  --family.trait=value and --name.trait=value set traits, anywhere on the line. They beat files, and the\n  last one wins.");
  help = gyre_command_dup_help (NULL, parameters, text->str, exits);
  gyre_program_print (help);
  return GYRE_EXIT_OK;
}

static GyreExit
print_verb_help (const char *group, const GyreVerb *verb)
{
  g_autofree char *parameters = g_strdup_printf ("%s%s %s", group, verb->name, verb->parameters);
  g_autofree char *help = gyre_command_dup_help (verb, parameters, verb->summary, verb->description);

  gyre_program_print (help);
  return GYRE_EXIT_OK;
}

static GyreExit
refuse_verb (const GyreVerb *verbs, const char *group, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *all = NULL;
  g_autofree char *hint = NULL;

  for (; verbs->name != NULL; verbs++)
    g_ptr_array_add (names, (gpointer) verbs->name);
  g_ptr_array_add (names, NULL);
  all = g_strjoinv (", ", (char **) names->pdata);
  if (name == NULL)
    return gyre_program_fail (GYRE_EXIT_USAGE, "%sa verb must follow: %s; --help tells more", group, all);
  hint = gyre_name_suggest (name, (const char * const *) names->pdata);
  return gyre_program_fail (GYRE_EXIT_USAGE, "%sthere is no verb '%s'; %s%s", group, name, hint != NULL ? hint : "there are ",
                            hint != NULL ? "" : all);
}

/* An option that means nothing to the verb, which its user does not know; NULL: there is none. What no verb claims is for all. */
static const char *
find_misplaced (const GyreCommand *command, const GyreVerb *verb)
{
  for (guint index = 0; command->options[index] != NULL; index++)
    if (!gyre_verb_takes (verb, command->options[index]))
      return command->options[index];
  return NULL;
}

static GyreExit
refuse_option (const char *group, const GyreVerb *verb, const char *option)
{
  g_autofree char *takers = gyre_program_dup_takers (option);

  return gyre_program_fail (GYRE_EXIT_USAGE, "--%s means nothing to gyre %s%s; --%s is for %s", option, group, verb->name, option, takers);
}

static GyreExit
run_verb (const GyreVerb *verb, const char *group, const GyreCommand *command, GStrv words)
{
  GyreExecutive *executive = gyre_executive_get_default ();
  guint given = g_strv_length (words);
  GyreExit code;

  if (command->is_help)
    return print_verb_help (group, verb);
  if (given < verb->least || given > verb->most)
    return gyre_program_fail (GYRE_EXIT_USAGE, "too %s words; usage: gyre %s%s %s", given < verb->least ? "few" : "many", group,
                              verb->name, verb->parameters);
  if (find_misplaced (command, verb) != NULL)
    return refuse_option (group, verb, find_misplaced (command, verb));
  gyre_program_add_modules (executive, command);
  if (verb->searches && !command->is_isolated && !gyre_program_find_settings (executive, words[0]))
    return GYRE_EXIT_USAGE;
  if (!gyre_program_load_settings (executive, command))
    return GYRE_EXIT_USAGE;
  if (!gyre_verb_has_format (verb, command->format))
    return GYRE_EXIT_USAGE;
  code = verb->run (executive, command, words);
  return gyre_program_tell_found (executive) ? code : GYRE_EXIT_USAGE;
}

static GyreExit
run_configuration (const GyreCommand *command, GStrv words)
{
  const GyreVerb *verbs = gyre_program_get_configuration_verbs ();
  const GyreVerb *verb = words[0] != NULL ? gyre_verb_find (verbs, words[0]) : NULL;

  if (verb != NULL)
    return run_verb (verb, "configuration ", command, words + 1);
  if (command->is_help)
    return print_help ("configuration VERB …", verbs);
  return refuse_verb (verbs, "configuration: ", words[0]);
}

static GyreExit
run_command (const GyreCommand *command)
{
  const GyreVerb *verbs = gyre_program_get_verbs ();
  const GyreVerb *verb = command->words[0] != NULL ? gyre_verb_find (verbs, command->words[0]) : NULL;

  if (command->is_version)
    {
      g_autofree char *version = g_strdup_printf ("gyre %s (GLib %u.%u.%u)\n", GYRE_PROGRAM_VERSION, glib_major_version, glib_minor_version,
                                                  glib_micro_version);

      gyre_program_print (version);
      return GYRE_EXIT_OK;
    }
  if (verb != NULL && verb->run == NULL)
    return run_configuration (command, command->words + 1);
  if (verb != NULL)
    return run_verb (verb, "", command, command->words + 1);
  if (command->is_help)
    return print_help ("VERB …", verbs);
  return refuse_verb (verbs, "", command->words[0]);
}

int
main (int argc, char **argv)
{
  GyreCommand command;
  GyreExit code = GYRE_EXIT_USAGE;

  /* Before anything else: who presses TAB waits for it. */
  if (argc > 1 && g_str_equal (argv[1], "complete"))
    return (int) gyre_program_complete (argc - 2, argv + 2);
  setlocale (LC_ALL, "");
  g_set_prgname ("gyre");
  if (gyre_command_read (&command, (const char * const *) argv + MIN (argc, 1)))
    code = run_command (&command);
  gyre_command_clear (&command);
  return gyre_program_finish_output () || code != GYRE_EXIT_OK ? (int) code : GYRE_EXIT_NEGATIVE;
}
