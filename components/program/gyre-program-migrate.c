/* gyre-program-migrate.c: gyre configuration migrate: files get the names that traits have today
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nothing is written unless each of the files can be.
 */
#include "gyre-program.h"

static void
free_migration (gpointer data)
{
  gyre_migration_free (data);
}

/* Each file that has no mistake; NULL, and all mistakes told, when one has. */
static GPtrArray *
read_files (GyreExecutive *executive, GStrv files)
{
  g_autoptr (GPtrArray) migrations = g_ptr_array_new_with_free_func (free_migration);
  gboolean is_good = TRUE;

  for (guint index = 0; files[index] != NULL; index++)
    {
      g_autoptr (GyreReport) report = gyre_report_new ();
      g_autoptr (GError) error = NULL;
      GyreMigration *migration = gyre_migration_new (executive, files[index], report, &error);

      gyre_program_print_report (report);
      is_good = is_good && migration != NULL;
      if (migration != NULL)
        g_ptr_array_add (migrations, migration);
      else if (gyre_report_get_errors (report) == 0)
        gyre_program_fail (GYRE_EXIT_USAGE, "%s", error->message);
    }
  return is_good ? g_steal_pointer (&migrations) : NULL;
}

static guint
count_changes (GPtrArray *migrations)
{
  guint changes = 0;

  for (guint index = 0; index < migrations->len; index++)
    changes += gyre_migration_get_changes (migrations->pdata[index]);
  return changes;
}

static void
show_as_json (GPtrArray *migrations)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < migrations->len; index++)
    gyre_program_append_elements (&list, gyre_migration_to_variant (migrations->pdata[index]));
  gyre_program_print_json (g_variant_builder_end (&list));
}

static void
show (GPtrArray *migrations, const GyreCommand *command)
{
  g_autoptr (GString) page = g_string_new (NULL);

  for (guint index = 0; index < migrations->len; index++)
    {
      g_autofree char *text = gyre_migration_to_string (migrations->pdata[index]);

      g_string_append (page, text);
    }
  gyre_program_print_page (page->str, command);
}

static gboolean
write_files (GPtrArray *migrations)
{
  gboolean is_good = TRUE;

  for (guint index = 0; index < migrations->len; index++)
    {
      g_autoptr (GError) error = NULL;

      if (!gyre_migration_write (migrations->pdata[index], &error))
        {
          gyre_program_fail (GYRE_EXIT_USAGE, "%s", error->message);
          is_good = FALSE;
        }
    }
  return is_good;
}

GyreExit
gyre_program_migrate (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GPtrArray) migrations = NULL;

  if (command->is_writing && command->is_checking)
    return gyre_program_fail (GYRE_EXIT_USAGE, "either --write or --check, not both");
  migrations = read_files (executive, words);
  if (migrations == NULL)
    return GYRE_EXIT_USAGE;
  if (command->is_json)
    show_as_json (migrations);
  else if (!command->is_checking)
    show (migrations, command);
  if (command->is_writing)
    return write_files (migrations) ? GYRE_EXIT_OK : GYRE_EXIT_USAGE;
  return count_changes (migrations) > 0 ? GYRE_EXIT_NEGATIVE : GYRE_EXIT_OK;
}
