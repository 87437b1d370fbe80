/* gyre-configurator.c: How events become settings that are in force
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-configurator-private.h"
#include "gyre-batch.h"
#include "gyre-checker-private.h"
#include "gyre-codec.h"
#include "gyre-command-line.h"
#include "gyre-executive-private.h"
#include "gyre-insertion-private.h"
#include "gyre-name.h"

#include <string.h>

/* What is being loaded. Everything in it comes into force together, or nothing does. */
typedef struct
{
  GyreExecutive *executive;
  GyreBatch *batch;           /* NULL when it is only checked */
  GyreBatch *files;           /* of the files that a command line names; NULL where there is no command line */
  GyreChecker *checker;
  GyreReport *report;
} Transaction;

static void
transaction_init (Transaction *self, GyreExecutive *executive, GyreBatch *batch)
{
  *self = (Transaction) {
    .executive = executive,
    .batch = batch,
    .checker = gyre_checker_new (executive),
    .report = gyre_report_new (),
  };
}

static void
transaction_clear (Transaction *self)
{
  g_clear_pointer (&self->batch, gyre_batch_free);
  g_clear_pointer (&self->files, gyre_batch_free);
  gyre_checker_free (self->checker);
  gyre_report_unref (self->report);
}

static void
note_setting (GyreSetting *setting, gpointer data)
{
  g_ptr_array_add (data, setting);
}

/* The settings keep their places when the batch becomes part of the store, so those noted before are those in force after. */
static void
transaction_commit (Transaction *self)
{
  g_autoptr (GPtrArray) settings = g_ptr_array_sized_new (gyre_batch_get_length (self->batch));

  if (self->files != NULL)
    {
      gyre_batch_foreach (self->files, note_setting, settings);
      gyre_batch_commit (self->files);
    }
  gyre_batch_foreach (self->batch, note_setting, settings);
  gyre_batch_commit (self->batch);
  gyre_executive_tell_configured (self->executive, settings);
}

/* Commits if no rule was broken. The caller's report gets everything; a caller without one gets it all as an error. */
static gboolean
transaction_end (Transaction *self, const char *subject, GyreReport *report, GError **error)
{
  guint errors = gyre_report_get_errors (self->report);

  if (report != NULL)
    gyre_report_append (report, self->report);
  if (errors == 0)
    transaction_commit (self);
  else if (report != NULL)
    g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION,
                 "%s: %u mistake%s, nothing of it is in force", subject, errors, errors > 1 ? "s" : "");
  else
    gyre_report_to_error (self->report, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, error);
  transaction_clear (self);
  return errors == 0;
}

static int
compare_places (gconstpointer first, gconstpointer second)
{
  GyreLocator *left = gyre_diagnostic_get_locator (*(GyreDiagnostic * const *) first);
  GyreLocator *right = gyre_diagnostic_get_locator (*(GyreDiagnostic * const *) second);
  guint left_line = left != NULL ? gyre_locator_get_line (left) : 0;
  guint right_line = right != NULL ? gyre_locator_get_line (right) : 0;

  if (left == NULL || right == NULL || left_line != right_line)
    return (left_line > right_line) - (left_line < right_line);
  return (int) gyre_locator_get_column (left) - (int) gyre_locator_get_column (right);
}

/* The mistakes of format and those of content were found one after the other; people read a file from top to bottom. */
static void
append_sorted (GyreReport *report, GyreReport *found)
{
  g_autoptr (GPtrArray) diagnostics = g_ptr_array_new ();

  for (guint index = 0; index < gyre_report_get_length (found); index++)
    g_ptr_array_add (diagnostics, gyre_report_get_diagnostic (found, index));
  g_ptr_array_sort (diagnostics, compare_places);
  for (guint index = 0; index < diagnostics->len; index++)
    gyre_report_add (report, diagnostics->pdata[index]);
}

/* Adds a configuration that was read to the transaction; the mistakes of its format are in @found. */
static void
add_file (Transaction *self, GyreEvents *events, GyreReport *found)
{
  gyre_checker_check (self->checker, events, found);
  append_sorted (self->report, found);
  if (self->batch != NULL && gyre_report_get_errors (self->report) == 0)
    gyre_insertion_run (events, 0, events->length, self->files != NULL ? self->files : self->batch);
}

GyreEvents *
gyre_configurator_read (const char *file, GyreReport *report, GError **error)
{
  const GyreCodec *codec;
  g_autoptr (GyreSource) source = gyre_source_new_from_file (file, error);

  if (source == NULL)
    return NULL;
  codec = gyre_codec_find_for_file (file, error);
  return codec != NULL ? gyre_codec_decode (codec, source, report) : NULL;
}

static gboolean
add_named_file (Transaction *self, const char *file, GError **error)
{
  g_autoptr (GyreReport) found = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_configurator_read (file, found, error);

  if (events == NULL)
    return FALSE;
  add_file (self, events, found);
  return TRUE;
}

/* A file that can't be read at all: one that is missing is told by the error alone. */
static gboolean
refuse_file (GyreReport *report, GError *problem, GError **error)
{
  gboolean is_missing = g_error_matches (problem, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_NOT_FOUND);

  if (report != NULL && !is_missing)
    gyre_report_error (report, NULL, NULL, "%s", problem->message);
  g_set_error_literal (error, GYRE_EXECUTIVE_ERROR,
                       is_missing ? GYRE_EXECUTIVE_ERROR_UNKNOWN : GYRE_EXECUTIVE_ERROR_CONFIGURATION, problem->message);
  g_error_free (problem);
  return FALSE;
}

gboolean
gyre_configurator_load (GyreExecutive *executive, const char *file, GyreCategory category, GyreReport *report, GError **error)
{
  g_autofree char *name = g_filename_display_name (file);
  GError *problem = NULL;
  Transaction transaction;

  transaction_init (&transaction, executive, gyre_batch_new (gyre_executive_get_settings (executive), category));
  if (add_named_file (&transaction, file, &problem))
    return transaction_end (&transaction, name, report, error);
  transaction_clear (&transaction);
  return refuse_file (report, problem, error);
}

static const GyreCodec *
find_codec (const char *name, GError **error)
{
  g_autofree char *base = g_path_get_basename (name);

  return strchr (base, '.') != NULL ? gyre_codec_find_for_file (name, error) : gyre_codec_find ("pfg", error);
}

gboolean
gyre_configurator_load_text (GyreExecutive *executive, const char *name, const char *text, GyreCategory category,
                             GyreReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GyreSource) source = NULL;
  g_autoptr (GyreReport) found = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;
  GError *problem = NULL;
  const GyreCodec *codec = find_codec (name, &problem);
  Transaction transaction;

  if (codec == NULL)
    return refuse_file (report, problem, error);
  source = gyre_source_new_from_bytes (name, bytes);
  events = gyre_codec_decode (codec, source, found);
  transaction_init (&transaction, executive, gyre_batch_new (gyre_executive_get_settings (executive), category));
  add_file (&transaction, events, found);
  return transaction_end (&transaction, name, report, error);
}

gboolean
gyre_configurator_check (GyreExecutive *executive, const char *file, GyreReport *report)
{
  g_autoptr (GError) problem = NULL;
  Transaction transaction;
  gboolean is_good;

  transaction_init (&transaction, executive, NULL);
  if (!add_named_file (&transaction, file, &problem))
    gyre_report_error (transaction.report, NULL, NULL, "%s", problem->message);
  is_good = gyre_report_get_errors (transaction.report) == 0;
  gyre_report_append (report, transaction.report);
  transaction_clear (&transaction);
  return is_good;
}

/* Reads the file that an argument names. A file is the user's, and arguments beat it wherever they stand on the line. */
static void
include_file (Transaction *self, GyreEvents *events, guint index)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *file = gyre_events_dup_value (events, index);

  if (!add_named_file (self, file, &problem))
    {
      g_autoptr (GyreLocator) place = gyre_events_dup_value_locator (events, index, 0);
      g_autoptr (GyreDiagnostic) diagnostic = gyre_diagnostic_new (GYRE_SEVERITY_ERROR, place, problem->message, NULL,
                                                                   gyre_locator_get_file (place));

      gyre_report_add (self->report, diagnostic);
    }
}

static void
apply_argument (Transaction *self, GyreEvents *events, guint index, GPtrArray *words)
{
  const GyreEvent *event = gyre_events_get (events, index);

  switch ((GyreEventKind) event->kind)
    {
    case GYRE_EVENT_COMMAND:
      g_ptr_array_add (words, gyre_events_dup_value (events, index));
      break;
    case GYRE_EVENT_SOURCE:
      include_file (self, events, index);
      break;
    case GYRE_EVENT_ASSIGNMENT:
    case GYRE_EVENT_CONDITIONAL:
    default:
      gyre_insertion_run (events, index, index + 1, self->batch);
      break;
    }
}

gboolean
gyre_configurator_load_arguments (GyreExecutive *executive, const char * const *arguments, GStrv *words,
                                  GyreReport *report, GError **error)
{
  GPtrArray *commands = g_ptr_array_new ();
  g_autoptr (GyreReport) found = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse (arguments, found);
  g_auto (GStrv) list = NULL;
  Transaction transaction;
  gboolean is_good;

  transaction_init (&transaction, executive, gyre_batch_new (gyre_executive_get_settings (executive), GYRE_CATEGORY_COMMAND));
  transaction.files = gyre_batch_new (gyre_executive_get_settings (executive), GYRE_CATEGORY_USER);
  gyre_checker_check (transaction.checker, events, found);
  append_sorted (transaction.report, found);
  for (guint index = 0; index < events->length; index++)
    apply_argument (&transaction, events, index, commands);
  g_ptr_array_add (commands, NULL);
  list = (GStrv) g_ptr_array_free (commands, FALSE);
  is_good = transaction_end (&transaction, "command line", report, error);
  if (words != NULL)
    *words = is_good ? g_steal_pointer (&list) : NULL;
  return is_good;
}

static void
check_setting (Transaction *self, const char *key, const char *text, GyreLocator *locator)
{
  const char *reason = NULL;

  if (!gyre_name_is_valid (key, &reason))
    {
      g_autofree char *readable = g_utf8_make_valid (key, -1);

      gyre_report_error (self->report, locator, NULL, "'%s' can't be a key: %s", readable, reason);
    }
  else if (!g_utf8_validate (text, -1, NULL))
    gyre_report_error (self->report, locator, NULL, "%s: the text of a value must be UTF-8", key);
  else if (strlen (text) >= 512 * 1024 * 1024)
    gyre_report_error (self->report, locator, NULL, "%s: the text of a value must have less than 512 MiB", key);
  else
    gyre_checker_check_setting (self->checker, key, text, locator, self->report);
}

gboolean
gyre_configurator_set (GyreExecutive *executive, const char *key, const char *text, GyreCategory category, GyreLocator *locator,
                       GError **error)
{
  Transaction transaction;

  transaction_init (&transaction, executive, gyre_batch_new (gyre_executive_get_settings (executive), category));
  check_setting (&transaction, key, text, locator);
  if (locator != NULL)
    gyre_batch_set_locator (transaction.batch, locator);
  if (gyre_report_get_errors (transaction.report) == 0)
    gyre_batch_insert (transaction.batch, key, -1, 0, 0, text, -1, 0, 0);
  return transaction_end (&transaction, key, NULL, error);
}

/* The names that were told already. */
typedef struct
{
  GyreExecutive *executive;
  GyreReport *report;
  GHashTable *told;
} Unused;

/* Whether what a setting speaks of begins with the family of a class or an interface. */
static gboolean
has_family (GyreExecutive *executive, const char *component)
{
  g_autofree char *prefix = g_strdup (component);

  for (;;)
    {
      char *dot = strrchr (prefix, '.');

      if (gyre_executive_peek_family (executive, prefix) != NULL)
        return TRUE;
      if (dot == NULL)
        return FALSE;
      *dot = '\0';
    }
}

static char *
suggest_name (GyreExecutive *executive, const char *component)
{
  char *hint = gyre_nameserver_suggest (gyre_executive_get_nameserver (executive), component);

  return hint != NULL ? hint : gyre_registrar_suggest_family (gyre_executive_get_registrar (executive), component);
}

/* Whether an instance lives that has a facility of this name, which nobody has asked for yet. */
static gboolean
is_facility_of_living (GyreExecutive *executive, const char *name, const char *facility)
{
  g_autoptr (GObject) host = gyre_nameserver_find (gyre_executive_get_nameserver (executive), name);
  GyreActor *actor = host != NULL ? gyre_actor_peek (G_OBJECT_TYPE (host)) : NULL;
  GyreDescriptor *trait = actor != NULL ? gyre_requirement_find_trait (GYRE_REQUIREMENT (actor), facility) : NULL;

  return trait != NULL && gyre_descriptor_get_sort (trait) == GYRE_DESCRIPTOR_FACILITY;
}

/* Whether a name is that of a part of something that was told already, or that lives. */
static gboolean
is_part (Unused *self, const char *component)
{
  for (const char *dot = strchr (component, '.'); dot != NULL; dot = strchr (dot + 1, '.'))
    {
      g_autofree char *host = g_strndup (component, dot - component);
      g_autofree char *facility = g_strndup (dot + 1, strcspn (dot + 1, "."));

      if (g_hash_table_contains (self->told, host) || is_facility_of_living (self->executive, host, facility))
        return TRUE;
    }
  return FALSE;
}

static void
report_unused (GyreSetting *setting, gpointer data)
{
  Unused *self = data;
  g_autofree char *component = gyre_setting_dup_component (setting);
  g_autoptr (GObject) living = NULL;
  g_autoptr (GyreLocator) place = NULL;
  g_autofree char *hint = NULL;

  if (*component == '\0' || g_hash_table_contains (self->told, component) || has_family (self->executive, component))
    return;
  living = gyre_nameserver_find (gyre_executive_get_nameserver (self->executive), component);
  if (living != NULL || is_part (self, component))
    return;
  place = gyre_setting_dup_key_locator (setting);
  hint = suggest_name (self->executive, component);
  gyre_report_note (self->report, place, hint, "no instance '%s' was built", component);
  g_hash_table_add (self->told, g_steal_pointer (&component));
}

void
gyre_configurator_report_unused (GyreExecutive *executive, GyreReport *report)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Unused unused = { executive, report, told };

  gyre_settings_foreach_unused (gyre_executive_get_settings (executive), report_unused, &unused);
}
