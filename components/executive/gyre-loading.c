/* gyre-loading.c: What is being loaded, which comes into force together or not at all
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each file that somebody names, and each package, is a portion with a batch for each category; so is what comes from elsewhere. Those of
 * the weakest category are committed first. What files say becomes a load of the store, which can be said anew.
 */
#include "gyre-loading-private.h"
#include "gyre-batch.h"
#include "gyre-checker-private.h"
#include "gyre-codec.h"
#include "gyre-executive-private.h"
#include "gyre-nickname-private.h"
#include "gyre-include-private.h"
#include "gyre-inclusion-private.h"
#include "gyre-insertion-private.h"
#include "gyre-load.h"
#include "gyre-manifest-private.h"
#include "gyre-name.h"
#include "gyre-secrecy.h"
#include "gyre-setting-private.h"

#include <string.h>

/* What one entry of the manifest says; the first portion is what can't be read again. */
typedef struct
{
  GyreBatch *batches[GYRE_CATEGORIES];
} Portion;

struct _GyreLoading
{
  GyreExecutive *executive;
  GyreLoadingFlags flags;
  GPtrArray *portions;        /* the one behind the first is the first entry's of the manifest, and so on */
  Portion *portion;           /* that is being filled */
  GyreChecker *checker;
  GyreReport *report;
  GyreManifest *manifest;     /* what was loaded by it */
  GPtrArray *files;           /* that were read: of char * */
  GStrv known;                /* files that were read before */
  GyreInclusion *innermost;   /* the file that is being read, with those around it */
  GPtrArray *arrived;         /* of GyreSetting: what has to be told */
  GyreWithdrawal withdrawal;
};

static void
portion_free (gpointer data)
{
  Portion *self = data;

  for (guint category = 0; category < GYRE_CATEGORIES; category++)
    g_clear_pointer (&self->batches[category], gyre_batch_free);
  g_free (self);
}

/* What is said from here on is said by another entry. */
static void
begin_portion (GyreLoading *self)
{
  self->portion = g_new0 (Portion, 1);
  g_ptr_array_add (self->portions, self->portion);
}

static void
end_portion (GyreLoading *self)
{
  self->portion = self->portions->pdata[0];
}

GyreLoading *
gyre_loading_new (GyreExecutive *executive, GyreLoadingFlags flags)
{
  GyreLoading *self = g_new0 (GyreLoading, 1);

  self->executive = executive;
  self->flags = flags;
  self->checker = gyre_checker_new (executive);
  self->report = gyre_report_new ();
  self->manifest = gyre_manifest_new ();
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->known = gyre_manifest_dup_files (gyre_executive_get_manifest (executive));
  self->portions = g_ptr_array_new_with_free_func (portion_free);
  begin_portion (self);
  self->arrived = g_ptr_array_new ();
  self->withdrawal.settings = g_ptr_array_new ();
  self->withdrawal.changed = g_hash_table_new (NULL, NULL);
  self->withdrawal.pending = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
gyre_loading_free (GyreLoading *loading)
{
  g_ptr_array_unref (loading->portions);
  g_ptr_array_unref (loading->arrived);
  g_ptr_array_unref (loading->withdrawal.settings);
  g_hash_table_unref (loading->withdrawal.changed);
  g_ptr_array_unref (loading->withdrawal.pending);
  gyre_checker_free (loading->checker);
  gyre_report_unref (loading->report);
  gyre_manifest_free (loading->manifest);
  g_ptr_array_unref (loading->files);
  g_strfreev (loading->known);
  g_free (loading);
}

GyreReport *
gyre_loading_get_report (GyreLoading *loading)
{
  return loading->report;
}

static GyreBatch *
get_batch (GyreLoading *self, GyreCategory category)
{
  if (self->portion->batches[category] == NULL)
    self->portion->batches[category] = gyre_batch_new (gyre_executive_get_settings (self->executive), category);
  return self->portion->batches[category];
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

/* The mistakes of format and those of content were found one after the other; people read a file from top to bottom. Nobody reads
 * secrets. */
static void
append_sorted (GyreLoading *self, GyreEvents *events, GyreReport *found)
{
  g_autoptr (GPtrArray) diagnostics = g_ptr_array_new ();
  g_autoptr (GyreReport) sorted = gyre_report_new ();
  g_autoptr (GyreSecrecy) secrecy = NULL;

  if (gyre_report_get_length (found) == 0)
    return;
  for (guint index = 0; index < gyre_report_get_length (found); index++)
    g_ptr_array_add (diagnostics, gyre_report_get_diagnostic (found, index));
  g_ptr_array_sort (diagnostics, compare_places);
  for (guint index = 0; index < diagnostics->len; index++)
    gyre_report_add (sorted, diagnostics->pdata[index]);
  secrecy = gyre_secrecy_new (self->executive, gyre_events_get_source (events));
  gyre_secrecy_conceal (secrecy, events, sorted, self->report);
}

/* Nothing is inserted once a rule was broken: it would not come into force. */
static void
insert (GyreLoading *self, GyreEvents *events, guint first, guint stop, GyreCategory category)
{
  GyreBatch *batch;

  if ((self->flags & GYRE_LOADING_CHECK) || gyre_report_get_errors (self->report) > 0 || first == stop)
    return;
  batch = get_batch (self, category);
  gyre_batch_set_through (batch, gyre_inclusion_get_place (self->innermost));
  gyre_insertion_run (events, first, stop, batch);
}

static void
tell_at (GyreLoading *self, GyreEvents *events, guint index, const char *hint, const char *message)
{
  GyreSource *source = gyre_events_get_source (events);
  g_autoptr (GyreLocator) place = gyre_events_dup_value_locator (events, index, 0);
  g_autofree char *excerpt = source != NULL ? gyre_source_dup_line (source, gyre_locator_get_line (place))
                                            : g_strdup (gyre_locator_get_file (place));
  g_autoptr (GyreDiagnostic) diagnostic = gyre_diagnostic_new (GYRE_SEVERITY_ERROR, place, message, hint, excerpt);

  gyre_report_add (self->report, diagnostic);
}

GyreEvents *
gyre_loading_read (const char *file, GyreReport *report, GError **error)
{
  const GyreCodec *codec;
  g_autoptr (GyreSource) source = gyre_source_new_from_file (file, error);

  if (source == NULL)
    return NULL;
  codec = gyre_codec_find_for_file (file, error);
  return codec != NULL ? gyre_codec_decode (codec, source, report) : NULL;
}

static void add_file_events (GyreLoading *self, GyreEvents *events, GyreCategory category);

/* Reads a file within the one that is being read. A file that is read already, further out, would never end. */
static gboolean
include_file (GyreLoading *self, const char *file, GyreLocator *place, GyreCategory category, GError **error)
{
  GyreInclusion inclusion = { self->innermost, file, place };
  g_autoptr (GyreReport) found = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;

  if (!gyre_inclusion_check (&inclusion, error))
    return FALSE;
  events = gyre_loading_read (file, found, error);
  if (events == NULL)
    return FALSE;
  g_ptr_array_add (self->files, g_strdup (file));
  gyre_checker_check (self->checker, events, found);
  append_sorted (self, events, found);
  self->innermost = &inclusion;
  add_file_events (self, events, category);
  self->innermost = inclusion.outer;
  return TRUE;
}

/* Reads a file that can be read again. An empty one takes its place in the order of loads too. */
static gboolean
add_entry (GyreLoading *self, const char *file, GyreCategory category, GError **error)
{
  gboolean is_read;

  begin_portion (self);
  get_batch (self, category);
  is_read = include_file (self, file, NULL, category, error);
  end_portion (self);
  gyre_manifest_add_file (self->manifest, file, category);
  return is_read;
}

/* Reads what a line of a file or an argument names: one file or several. */
static void
include (GyreLoading *self, GyreEvents *events, guint index, GyreCategory category)
{
  gboolean is_file = gyre_events_get_source (events) != NULL;
  g_autoptr (GError) problem = NULL;
  g_auto (GStrv) files = gyre_include_find_files (events, index, &problem);
  g_autoptr (GyreLocator) line = gyre_events_dup_value_locator (events, index, 0);
  g_autoptr (GyreLocator) place = is_file ? gyre_inclusion_locate (self->innermost, line) : NULL;

  if (files == NULL)
    tell_at (self, events, index, NULL, problem->message);
  for (guint number = 0; files != NULL && files[number] != NULL; number++)
    {
      g_clear_error (&problem);
      if (!(is_file ? include_file (self, files[number], place, category, &problem)
                    : add_entry (self, files[number], category, &problem)))
        tell_at (self, events, index, NULL, problem->message);
    }
}

/* The events of a file: what it includes comes where it says so. */
static void
add_file_events (GyreLoading *self, GyreEvents *events, GyreCategory category)
{
  guint first = 0;

  for (guint index = 0; index < events->length; index++)
    if (gyre_events_get (events, index)->kind == GYRE_EVENT_SOURCE)
      {
        insert (self, events, first, index, category);
        include (self, events, index, category);
        first = index + 1;
      }
  insert (self, events, first, events->length, category);
}

gboolean
gyre_loading_add_file (GyreLoading *loading, const char *file, GyreCategory category, GError **error)
{
  return add_entry (loading, file, category, error);
}

/* A file that lies on two paths, or is for all packages, is read once. */
static gboolean
is_read_already (GyreLoading *self, const char *file)
{
  return g_ptr_array_find_with_equal_func (self->files, file, g_str_equal, NULL)
         || (!(self->flags & GYRE_LOADING_REPLACE)
             && gyre_manifest_has_file (gyre_executive_get_manifest (self->executive), file));
}

void
gyre_loading_add_package (GyreLoading *loading, const char *package)
{
  g_autofree char *nickname = gyre_nickname_find (gyre_executive_get_settings (loading->executive), g_get_host_name (),
                                                       loading->report);
  g_autoptr (GPtrArray) hits = NULL;

  if (nickname != NULL)
    gyre_executive_set_host (loading->executive, nickname);
  hits = gyre_executive_find_files (loading->executive, package);
  begin_portion (loading);
  get_batch (loading, GYRE_CATEGORY_PACKAGE);
  get_batch (loading, GYRE_CATEGORY_PERSISTENT);
  for (guint index = 0; index < hits->len; index++)
    {
      const GyreSearchHit *hit = hits->pdata[index];
      g_autoptr (GError) problem = NULL;

      if (!is_read_already (loading, hit->file) && !include_file (loading, hit->file, NULL, hit->category, &problem))
        {
          g_autoptr (GyreLocator) place = gyre_locator_new_file (hit->file, 0, 0);

          gyre_report_error (loading->report, place, NULL, "%s", problem->message);
        }
    }
  end_portion (loading);
  gyre_manifest_add_package (loading->manifest, package);
}

/* An argument that names a file speaks of the user's, and arguments beat it wherever they stand on the line. */
static void
add_argument (GyreLoading *self, GyreEvents *events, guint index, GyreCategory category, GPtrArray *words)
{
  switch ((GyreEventKind) gyre_events_get (events, index)->kind)
    {
    case GYRE_EVENT_COMMAND:
      if (words != NULL)
        g_ptr_array_add (words, gyre_events_dup_value (events, index));
      break;
    case GYRE_EVENT_SOURCE:
      include (self, events, index, GYRE_CATEGORY_USER);
      break;
    case GYRE_EVENT_ASSIGNMENT:
    case GYRE_EVENT_CONDITIONAL:
    default:
      insert (self, events, index, index + 1, category);
      break;
    }
}

void
gyre_loading_add_events (GyreLoading *loading, GyreEvents *events, GyreReport *found, GyreCategory category, GPtrArray *words)
{
  gyre_checker_check (loading->checker, events, found);
  append_sorted (loading, events, found);
  if (gyre_events_get_source (events) != NULL)
    {
      add_file_events (loading, events, category);
      return;
    }
  for (guint index = 0; index < events->length; index++)
    add_argument (loading, events, index, category, words);
}

static void
check_setting (GyreLoading *self, const char *key, const char *text, GyreLocator *locator)
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

void
gyre_loading_add_setting (GyreLoading *loading, const char *key, const char *text, GyreCategory category, GyreLocator *locator)
{
  GyreBatch *batch = get_batch (loading, category);

  check_setting (loading, key, text, locator);
  if (locator != NULL)
    gyre_batch_set_locator (batch, locator);
  if (gyre_report_get_errors (loading->report) == 0)
    gyre_batch_insert (batch, key, -1, 0, 0, text, -1, 0, 0);
}

static void
note_setting (GyreSetting *setting, gpointer data)
{
  g_ptr_array_add (data, setting);
}

/* The settings keep their places when a batch becomes part of the store, so those noted before are those in force after. */
static void
commit_plain (GyreLoading *self, GyreBatch *batch)
{
  gyre_batch_foreach (batch, note_setting, self->arrived);
  gyre_batch_commit (batch);
}

static GPtrArray *
list_load (GyreLoading *self, guint load)
{
  GPtrArray *settings = g_ptr_array_new ();

  if (load > 0)
    gyre_settings_foreach_of_load (gyre_executive_get_settings (self->executive), load, note_setting, settings);
  return settings;
}

static gboolean
has_node (GHashTable *nodes, GyreSetting *setting)
{
  return g_hash_table_contains (nodes, GUINT_TO_POINTER (gyre_setting_get_node (setting)));
}

/* A line that only stands elsewhere is not told again; it is used if the old one was. */
static void
note_replaced (GyreLoading *self, GPtrArray *before, GPtrArray *after)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint index = 0; index < before->len; index++)
    {
      g_ptr_array_add (self->withdrawal.settings, before->pdata[index]);
      if (gyre_setting_is_used (before->pdata[index]))
        g_hash_table_add (used, GUINT_TO_POINTER (gyre_setting_get_node (before->pdata[index])));
    }
  for (guint index = 0; index < after->len; index++)
    if (has_node (self->withdrawal.changed, after->pdata[index]))
      g_ptr_array_add (self->arrived, after->pdata[index]);
    else if (has_node (used, after->pdata[index]))
      gyre_setting_mark_used (after->pdata[index]);
}

static void
note_changes (GyreLoading *self, GArray *changes)
{
  for (guint index = 0; index < changes->len; index++)
    {
      const GyreSettingChange *change = &g_array_index (changes, GyreSettingChange, index);

      if (change->differs)
        g_hash_table_add (self->withdrawal.changed, GUINT_TO_POINTER (change->node));
    }
}

/* Where the loads of the entries are kept: those that are read for the first time are not the executive's yet. */
static GyreManifest *
get_manifest (GyreLoading *self)
{
  return self->flags & GYRE_LOADING_REPLACE ? gyre_executive_get_manifest (self->executive) : self->manifest;
}

static void
commit_load (GyreLoading *self, guint position, GyreCategory category, GyreBatch *batch)
{
  guint load = gyre_manifest_get_load (get_manifest (self), position, category);
  g_autoptr (GPtrArray) before = list_load (self, load);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GArray) changes = NULL;

  if (load == 0)
    load = gyre_settings_new_load (gyre_executive_get_settings (self->executive));
  gyre_manifest_set_load (get_manifest (self), position, category, load);
  changes = gyre_batch_commit_load (batch, load);
  after = list_load (self, load);
  if (before->len > 0 && after->len > 0 && before->pdata[0] == after->pdata[0])
    return;
  note_changes (self, changes);
  if (self->flags & GYRE_LOADING_REPLACE)
    note_replaced (self, before, after);
  else
    g_ptr_array_extend_and_steal (self->arrived, g_steal_pointer (&after));
}

/* An entry that says nothing in a category any more withdraws what it said. */
static void
commit_portion (GyreLoading *self, guint index, GyreCategory category)
{
  Portion *portion = self->portions->pdata[index];

  self->portion = portion;
  if (index > 0 && gyre_manifest_get_load (get_manifest (self), index - 1, category) > 0)
    get_batch (self, category);
  if (portion->batches[category] != NULL && index > 0)
    commit_load (self, index - 1, category, portion->batches[category]);
  else if (portion->batches[category] != NULL)
    commit_plain (self, portion->batches[category]);
}

static void
tell (GyreLoading *self)
{
  gyre_manifest_set_files (gyre_executive_get_manifest (self->executive), self->known, self->files);
  gyre_executive_tell_withdrawn (self->executive, &self->withdrawal);
  gyre_executive_tell_configured (self->executive, self->arrived, self->withdrawal.pending);
}

/* What is withdrawn is there until everybody has been told. */
static void
put_in_force (GyreLoading *self)
{
  GyreSettings *settings = gyre_executive_get_settings (self->executive);

  gyre_settings_hold (settings);
  for (guint category = 0; category < GYRE_CATEGORIES; category++)
    for (guint index = 0; index < self->portions->len; index++)
      commit_portion (self, index, category);
  if (self->flags & GYRE_LOADING_REPLACE)
    tell (self);
  else
    {
      gyre_manifest_append (gyre_executive_get_manifest (self->executive), self->manifest, self->files);
      gyre_executive_tell_configured (self->executive, self->arrived, NULL);
    }
  gyre_settings_release (settings);
}

GStrv
gyre_loading_dup_pending (GyreLoading *loading)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv keys;

  for (guint index = 0; index < loading->withdrawal.pending->len; index++)
    g_strv_builder_add (builder, loading->withdrawal.pending->pdata[index]);
  keys = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return keys;
}

gboolean
gyre_loading_commit (GyreLoading *loading, const char *subject, GyreReport *report, GError **error)
{
  guint errors = gyre_report_get_errors (loading->report);

  if (report != NULL)
    gyre_report_append (report, loading->report);
  if (errors == 0)
    put_in_force (loading);
  else if (report != NULL)
    g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION,
                 "%s: %u mistake%s, nothing of it is in force", subject, errors, errors > 1 ? "s" : "");
  else
    gyre_report_to_error (loading->report, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, error);
  return errors == 0;
}
