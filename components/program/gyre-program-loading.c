/* gyre-program-loading.c: Modules and settings that the command line names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program-cache.h"

#include <string.h>

/* A program that has not been installed has a list of folders beside it, one a line: the modules that were built with it. They serve
 * who says no path. */
static void
add_built_modules (GyreExecutive *executive)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *file = program != NULL ? g_strconcat (program, ".modules", NULL) : NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) folders = NULL;

  if (file == NULL || !g_file_get_contents (file, &text, NULL, NULL))
    return;
  folders = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint folder = 0; folders[folder] != NULL; folder++)
    gyre_linker_add_folder (gyre_executive_get_linker (executive), folders[folder]);
}

/* Adds folders that are written as a path: `one:two`. */
void
gyre_program_add_folders (GyreExecutive *executive, const char *path)
{
  g_auto (GStrv) folders = g_strsplit (path, G_SEARCHPATH_SEPARATOR_S, -1);

  for (guint index = 0; folders[index] != NULL; index++)
    if (*folders[index] != '\0')
      gyre_linker_add_folder (gyre_executive_get_linker (executive), folders[index]);
}

void
gyre_program_add_modules (GyreExecutive *executive, const GyreCommand *command)
{
  if (command->module_path == NULL && g_getenv ("GYRE_MODULE_PATH") == NULL)
    add_built_modules (executive);
  for (guint index = 0; command->module_path != NULL && command->module_path[index] != NULL; index++)
    gyre_program_add_folders (executive, command->module_path[index]);
}

/* Puts what the environment says in force, and then files and settings, in the order of the command line. Tells every mistake; FALSE if there is one. */
gboolean
gyre_program_load_settings (GyreExecutive *executive, const GyreCommand *command)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) mistake = NULL;
  gboolean has_variables = command->is_isolated || gyre_executive_load_environment (executive, NULL, report, &mistake);
  gboolean is_good = gyre_executive_load_arguments (executive, (const char * const *) command->settings, NULL, report, &error);

  gyre_program_print_report (report);
  if (!has_variables)
    gyre_program_fail (GYRE_EXIT_USAGE, "%s", mistake->message);
  if (!is_good)
    gyre_program_fail (GYRE_EXIT_USAGE, "%s", error->message);
  return has_variables && is_good;
}

/* What is wrong with the files that are found; they are found whenever a module is loaded. */
static GyreReport *found;

/* Looks for the files of the package of a family, and from now on for those of each package whose module is loaded. FALSE when one
 * has a mistake. */
gboolean
gyre_program_find_settings (GyreExecutive *executive, const char *specification)
{
  g_autofree char *family = specification != NULL ? g_strndup (specification, strcspn (specification, "#")) : g_strdup ("");
  g_autofree char *package = gyre_name_dup_package (family);

  if (found == NULL)
    found = gyre_report_new ();
  gyre_executive_set_discovery (executive, found);
  gyre_executive_discover (executive, "gyre", found, NULL);
  if (*package != '\0' && gyre_name_is_valid (package, NULL))
    gyre_executive_discover (executive, package, found, NULL);
  return gyre_program_tell_found (executive);
}

/* Tells what was found since it was told last; FALSE when there was a mistake. */
gboolean
gyre_program_tell_found (GyreExecutive *executive)
{
  gboolean is_good = TRUE;

  if (found != NULL)
    {
      gyre_executive_set_discovery (executive, NULL);
      gyre_program_print_report (found);
      is_good = gyre_report_get_errors (found) == 0;
      gyre_report_unref (found);
      found = gyre_report_new ();
      gyre_executive_set_discovery (executive, found);
    }
  return is_good;
}

/* Whether nothing is configured although something should be. */
gboolean
gyre_program_needs_config (GyreExecutive *executive, const GyreCommand *command)
{
  if (gyre_settings_get_length (gyre_executive_get_settings (executive)) > 0)
    return FALSE;
  for (guint index = 0; command->settings[index] != NULL; index++)
    if (*command->settings[index] != '\0')
      return FALSE;
  gyre_program_fail (GYRE_EXIT_USAGE, "there is no configuration; write --config=FILE or --family.trait=value");
  return TRUE;
}

/* What can't be loaded is told and left out: a folder of modules may hold other libraries as well. */
void
gyre_program_load_all_modules (GyreExecutive *executive)
{
  gyre_program_learn (executive, TRUE);
}
