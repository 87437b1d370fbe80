/* gyre-loading.c: What is being loaded, which comes into force together or not at all
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each category has a batch of its own, made when something is said in it; they are committed weakest first.
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
#include "gyre-manifest-private.h"
#include "gyre-name.h"

#include <string.h>

struct _GyreLoading
{
  GyreExecutive *executive;
  GyreLoadingFlags flags;
  GyreBatch *batches[GYRE_CATEGORIES];
  GyreChecker *checker;
  GyreReport *report;
  GyreManifest *manifest;     /* what was loaded by it */
  GPtrArray *files;           /* that were read: of char * */
  GyreInclusion *innermost;   /* the file that is being read, with those around it */
};

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
  return self;
}

void
gyre_loading_free (GyreLoading *loading)
{
  for (guint category = 0; category < GYRE_CATEGORIES; category++)
    g_clear_pointer (&loading->batches[category], gyre_batch_free);
  gyre_checker_free (loading->checker);
  gyre_report_unref (loading->report);
  gyre_manifest_free (loading->manifest);
  g_ptr_array_unref (loading->files);
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
  if (self->batches[category] == NULL)
    self->batches[category] = gyre_batch_new (gyre_executive_get_settings (self->executive), category);
  return self->batches[category];
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
  append_sorted (self->report, found);
  self->innermost = &inclusion;
  add_file_events (self, events, category);
  self->innermost = inclusion.outer;
  return TRUE;
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
      if (!include_file (self, files[number], place, category, &problem))
        tell_at (self, events, index, NULL, problem->message);
      else if (!is_file)
        gyre_manifest_add_file (self->manifest, files[number], category);
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
  if (!include_file (loading, file, NULL, category, error))
    return FALSE;
  gyre_manifest_add_file (loading->manifest, file, category);
  return TRUE;
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
  append_sorted (loading->report, found);
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
put_in_force (GyreLoading *self)
{
  g_autoptr (GPtrArray) settings = g_ptr_array_new ();

  for (guint category = 0; category < GYRE_CATEGORIES; category++)
    if (self->batches[category] != NULL)
      {
        gyre_batch_foreach (self->batches[category], note_setting, settings);
        gyre_batch_commit (self->batches[category]);
      }
  if (self->flags & GYRE_LOADING_REPLACE)
    gyre_manifest_set_files (gyre_executive_get_manifest (self->executive), self->files);
  else
    gyre_manifest_append (gyre_executive_get_manifest (self->executive), self->manifest, self->files);
  gyre_executive_tell_configured (self->executive, settings);
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
