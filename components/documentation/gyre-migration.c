/* gyre-migration.c: A configuration file that speaks of traits by names that they had
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The checker finds what is outdated, so that a migration changes just what a check complains of. The changes are made by number of
 * event, which they do not change, from the last to the first.
 */
#include "gyre-migration.h"
#include "gyre-checker-private.h"
#include "gyre-edit-private.h"
#include "gyre-former-private.h"
#include "gyre-loading-private.h"
#include "gyre-secrecy.h"
#include "gyre-variant-private.h"

#include <string.h>

/* A setting of something outdated. */
typedef struct
{
  guint event;
  GyreRequirement *record;
  const GyreTrait *trait;
  char *key;                /* in full, as the file says it */
  char *new_key;            /* NULL: it stays */
  char *written;            /* the new key within its section */
  char *reason;
} Step;

struct _GyreMigration
{
  GyreExecutive *executive;
  GyreEdit *edit;
  GyreEvents *events;       /* what the file says before all changes */
  GPtrArray *steps;         /* of Step, in the order of the file */
  guint changes;
};

static void
step_free (gpointer data)
{
  Step *self = data;

  g_free (self->key);
  g_free (self->new_key);
  g_free (self->written);
  g_free (self->reason);
  g_free (self);
}

/* The whole key without its last fragment, with the dot. */
static char *
dup_owner (GyreEvents *events, guint event)
{
  g_auto (GStrv) component = gyre_events_dup_component (events, event);
  g_auto (GStrv) key = gyre_events_dup_key (events, event);
  GString *owner = g_string_new (NULL);

  for (guint index = 0; component[index] != NULL; index++)
    g_string_append_printf (owner, "%s.", component[index]);
  for (guint index = 0; key[index] != NULL && key[index + 1] != NULL; index++)
    g_string_append_printf (owner, "%s.", key[index]);
  return g_string_free (owner, FALSE);
}

/* Of whom an event speaks, and under which conditions. */
static char *
dup_subject (GyreEvents *events, guint event)
{
  GString *subject = g_string_new (NULL);
  g_autofree char *owner = dup_owner (events, event);

  for (guint index = 0; index < gyre_events_get_condition_count (events, event); index++)
    {
      g_auto (GStrv) name = NULL;
      g_auto (GStrv) family = NULL;
      g_autofree char *name_text = NULL;
      g_autofree char *family_text = NULL;

      gyre_events_dup_condition (events, event, index, &name, &family);
      name_text = g_strjoinv (".", name);
      family_text = g_strjoinv (".", family);
      g_string_append_printf (subject, "%s#%s;", family_text, name_text);
    }
  g_string_append (subject, owner);
  return g_string_free (subject, FALSE);
}

static char *
dup_last (GyreEvents *events, guint event)
{
  const GyreEvent *record = gyre_events_get (events, event);
  const char *dot = memrchr (record->key, '.', record->key_length);
  const char *last = dot != NULL ? dot + 1 : record->key;

  return g_strndup (last, record->key + record->key_length - last);
}

static char *
dup_reason (GyreMigration *self, const Step *step)
{
  const char *since = step->trait->descriptor.deprecated_since;
  const char *until = step->trait->options != NULL ? step->trait->options->formerly_until : NULL;
  GString *reason = g_string_new (NULL);

  if (step->new_key != NULL && until != NULL)
    g_string_append_printf (reason, "renamed; the old name is %s %s",
                            gyre_former_is_over (self->executive, step->record, step->trait) ? "an error since" : "an error from", until);
  else if (step->new_key != NULL)
    g_string_append (reason, "renamed");
  if (since != NULL)
    g_string_append_printf (reason, "%sdeprecated since %s", reason->len > 0 ? "; " : "", since);
  return g_string_free (reason, FALSE);
}

/* Whether the file itself says what a part shall be: then it need not be what it is by default. */
static gboolean
is_chosen (GyreMigration *self, const GyreTrait *facility)
{
  for (guint event = 0; event < self->events->length; event++)
    {
      g_autofree char *last = self->events->events[event].key != NULL ? dup_last (self->events, event) : NULL;

      if (g_strcmp0 (last, facility->descriptor.name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
note_outdated (guint event, GyreRequirement *record, const GyreTrait *trait, const char *name, const GyreTrait *facility,
               gpointer data)
{
  GyreMigration *self = data;
  const GyreEvent *written = gyre_events_get (self->events, event);
  g_autofree char *owner = dup_owner (self->events, event);
  g_autofree char *last = dup_last (self->events, event);
  Step *step;

  if (facility != NULL && is_chosen (self, facility))
    return;
  step = g_new0 (Step, 1);
  step->event = event;
  step->record = record;
  step->trait = trait;
  step->key = g_strconcat (owner, last, NULL);
  if (gyre_requirement_find_trait (record, name) == NULL)
    {
      step->new_key = g_strconcat (owner, trait->descriptor.name, NULL);
      step->written = g_strdup_printf ("%.*s%s", (int) (written->key_length - strlen (last)), written->key, trait->descriptor.name);
      self->changes++;
    }
  step->reason = dup_reason (self, step);
  g_ptr_array_add (self->steps, step);
}

/* Tells a setting of the same trait under another name: after the change the file would say it twice. */
static void
check_step (GyreMigration *self, const Step *step, GPtrArray *subjects, GyreReport *report)
{
  g_autofree char *former = dup_last (self->events, step->event);

  for (guint event = 0; event < subjects->len; event++)
    {
      g_autofree char *last = NULL;
      g_autoptr (GyreLocator) here = NULL;
      g_autoptr (GyreLocator) there = NULL;
      g_autofree char *place = NULL;
      gboolean is_today;

      if (event == step->event || g_strcmp0 (subjects->pdata[event], subjects->pdata[step->event]) != 0)
        continue;
      last = dup_last (self->events, event);
      is_today = gyre_requirement_find_trait (step->record, last) == &step->trait->descriptor;
      /* Of two former names the second one tells it. */
      if (strcmp (last, former) == 0
          || (!is_today && (event > step->event || gyre_former_find (step->record, last) != step->trait)))
        continue;
      here = gyre_events_dup_key_locator (self->events, step->event);
      there = gyre_events_dup_key_locator (self->events, event);
      place = gyre_locator_to_string (there);
      gyre_report_error (report, here, "keep one of them", "%s: is called '%s' now, and %s says '%s' too", step->key,
                         step->trait->descriptor.name, place, last);
      return;
    }
}

static void
check_steps (GyreMigration *self, GyreReport *report)
{
  g_autoptr (GPtrArray) subjects = NULL;

  if (self->changes == 0)
    return;
  subjects = g_ptr_array_new_with_free_func (g_free);
  for (guint event = 0; event < self->events->length; event++)
    g_ptr_array_add (subjects, self->events->events[event].key != NULL ? dup_subject (self->events, event) : NULL);
  for (guint index = 0; index < self->steps->len; index++)
    {
      const Step *step = self->steps->pdata[index];

      if (step->new_key != NULL)
        check_step (self, step, subjects, report);
    }
}

/* Makes all changes in memory. */
static gboolean
change (GyreMigration *self, GError **error)
{
  for (guint index = self->steps->len; index-- > 0;)
    {
      const Step *step = self->steps->pdata[index];

      if (step->new_key != NULL && !gyre_edit_rename_event (self->edit, step->event, step->written, error))
        return FALSE;
    }
  return TRUE;
}

/* Adds the mistakes of the file, without its secrets. */
static void
tell (GyreMigration *self, GyreEvents *events, GyreReport *found, GyreReport *report)
{
  g_autoptr (GyreSecrecy) secrecy = NULL;

  if (gyre_report_get_length (found) == 0)
    return;
  secrecy = gyre_secrecy_new (self->executive, gyre_events_get_source (events));
  gyre_secrecy_conceal (secrecy, events, found, report);
}

/* Reads a file whose format has no mistake. */
static gboolean
open_file (GyreMigration *self, const char *file, GyreReport *report, GError **error)
{
  g_autoptr (GyreReport) found = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_loading_read (file, found, error);

  if (events == NULL)
    return FALSE;
  tell (self, events, found, report);
  self->edit = gyre_edit_open (file, error);
  if (self->edit == NULL)
    return FALSE;
  self->events = gyre_events_ref (gyre_edit_get_events (self->edit));
  return TRUE;
}

/* Finds what is outdated, and every mistake. */
static void
check (GyreMigration *self, GyreReport *report)
{
  g_autoptr (GyreChecker) checker = gyre_checker_new (self->executive);
  g_autoptr (GyreReport) found = gyre_report_new ();

  gyre_checker_set_outdated (checker, note_outdated, self);
  gyre_checker_check (checker, self->events, found);
  check_steps (self, found);
  tell (self, self->events, found, report);
}

/**
 * gyre_migration_new: (skip)
 * @executive: an executive, which loads the modules that the file speaks of
 * @file: (type filename): a configuration file; its suffix names the format
 * @report: where the mistakes of the file are told
 * @error: return location of an error
 *
 * Looks for former names and deprecated traits in a file. Other mistakes that a check would tell are told here too, and so is a
 * setting of a former name beside one of the same trait under another. Fails with %GYRE_CONFIGURATION_ERROR when the file can't be
 * read or changed, and with %GYRE_EXECUTIVE_ERROR_CONFIGURATION when a mistake was told.
 *
 * Returns: (transfer full): a migration, or %NULL with @error set
 *
 * Since: 0.1
 */
GyreMigration *
gyre_migration_new (GyreExecutive *executive, const char *file, GyreReport *report, GError **error)
{
  g_autoptr (GyreMigration) self = NULL;
  guint errors;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive) && file != NULL && report != NULL, NULL);

  errors = gyre_report_get_errors (report);
  self = g_new0 (GyreMigration, 1);
  self->executive = g_object_ref (executive);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  if (!open_file (self, file, report, error))
    return NULL;
  check (self, report);
  errors = gyre_report_get_errors (report) - errors;
  if (errors == 0)
    return change (self, error) ? g_steal_pointer (&self) : NULL;
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, "%s: %u mistake%s", file, errors,
               errors > 1 ? "s" : "");
  return NULL;
}

/**
 * gyre_migration_free: (skip)
 * @migration: (transfer full): a migration; what was not written is lost
 *
 * Since: 0.1
 */
void
gyre_migration_free (GyreMigration *migration)
{
  g_clear_pointer (&migration->events, gyre_events_unref);
  g_clear_pointer (&migration->edit, gyre_edit_free);
  g_clear_object (&migration->executive);
  g_ptr_array_unref (migration->steps);
  g_free (migration);
}

/**
 * gyre_migration_get_changes: (skip)
 * @migration: a migration
 *
 * Returns: how many settings get another key; 0 for a file that was migrated already
 *
 * Since: 0.1
 */
guint
gyre_migration_get_changes (GyreMigration *migration)
{
  g_return_val_if_fail (migration != NULL, 0);
  return migration->changes;
}

/**
 * gyre_migration_to_string: (skip)
 * @migration: a migration
 *
 * Writes a paragraph for each setting: the place and why, the old key, and the new one if it gets one. Values are not shown.
 *
 * Returns: (transfer full): the text; empty when there is nothing to tell
 *
 * Since: 0.1
 */
char *
gyre_migration_to_string (GyreMigration *migration)
{
  GString *page;

  g_return_val_if_fail (migration != NULL, NULL);

  page = g_string_new (NULL);
  for (guint index = 0; index < migration->steps->len; index++)
    {
      const Step *step = migration->steps->pdata[index];
      g_autoptr (GyreLocator) locator = gyre_events_dup_key_locator (migration->events, step->event);
      g_autofree char *place = gyre_locator_to_string (locator);

      g_string_append_printf (page, "%s: %s\n", place, step->reason);
      if (step->new_key != NULL)
        g_string_append_printf (page, "- %s\n+ %s\n", step->key, step->new_key);
      else
        g_string_append_printf (page, "  %s\n", step->key);
    }
  return g_string_free (page, FALSE);
}

/**
 * gyre_migration_to_variant: (skip)
 * @migration: a migration
 *
 * Gives the same as nested values: a list of `locator`, `key`, `new-key` (nothing for one that stays) and `reason`.
 *
 * Returns: (transfer floating): the list, for gyre_variant_to_json()
 *
 * Since: 0.1
 */
GVariant *
gyre_migration_to_variant (GyreMigration *migration)
{
  GVariantBuilder list;

  g_return_val_if_fail (migration != NULL, NULL);

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < migration->steps->len; index++)
    {
      const Step *step = migration->steps->pdata[index];
      g_autoptr (GyreLocator) locator = gyre_events_dup_key_locator (migration->events, step->event);
      GVariantBuilder fields;

      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      gyre_fields_add_locator (&fields, "locator", locator);
      gyre_fields_add_text (&fields, "key", step->key);
      gyre_fields_add_text (&fields, "new-key", step->new_key);
      gyre_fields_add_text (&fields, "reason", step->reason);
      g_variant_builder_add (&list, "v", g_variant_builder_end (&fields));
    }
  return g_variant_builder_end (&list);
}

/**
 * gyre_migration_write: (skip)
 * @migration: a migration
 * @error: return location of an error
 *
 * Puts the changed file into the place of the old one, as [method@Gyre.Edit.save] does.
 *
 * Returns: whether the file is as it should be
 *
 * Since: 0.1
 */
gboolean
gyre_migration_write (GyreMigration *migration, GError **error)
{
  g_return_val_if_fail (migration != NULL, FALSE);
  return gyre_edit_save (migration->edit, error);
}
