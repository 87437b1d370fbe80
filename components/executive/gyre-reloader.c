/* gyre-reloader.c: Reads configuration files again when they change
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Folders are watched, not files: an editor puts another file in the place of the old one, and the watch of a file would stay with
 * what is gone. Each event puts off the reading, so that a file which is being written is read when it is complete; what was read is
 * remembered by a checksum, so that events without a change do nothing.
 */
#include "gyre-reloader.h"
#include "gyre-codec.h"
#include "gyre-executive-private.h"
#include "gyre-manifest-private.h"

#include <gio/gio.h>
#include <string.h>

/* How long files must be at rest, in milliseconds. */
#define USUAL_DELAY 100

struct _GyreReloader
{
  GObject parent_instance;

  GyreExecutive *executive;
  GMainContext *context;
  GHashTable *monitors;       /* folder → GFileMonitor */
  GSource *timer;             /* runs when the files are at rest */
  guint delay;
  char *known;                /* the checksum of what was read, whether it came into force or not */
};

enum { RELOADED, REFUSED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GyreReloader, gyre_reloader, G_TYPE_OBJECT)

static void
monitor_free (gpointer monitor)
{
  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

static void
stop_timer (GyreReloader *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static void
gyre_reloader_finalize (GObject *object)
{
  GyreReloader *self = GYRE_RELOADER (object);

  stop_timer (self);
  g_hash_table_unref (self->monitors);
  g_main_context_unref (self->context);
  g_object_unref (self->executive);
  g_free (self->known);
  G_OBJECT_CLASS (gyre_reloader_parent_class)->finalize (object);
}

static void
gyre_reloader_class_init (GyreReloaderClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gyre_reloader_finalize;

  /**
   * GyreReloader::reloaded:
   * @self: the reloader
   * @report: warnings and notes
   * @pending: the keys whose new values wait for a restart
   *
   * The files as they are now are in force.
   *
   * Since: 0.1
   */
  signals[RELOADED] = g_signal_new ("reloaded", GYRE_TYPE_RELOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    GYRE_TYPE_REPORT, G_TYPE_STRV);
  /**
   * GyreReloader::refused:
   * @self: the reloader
   * @report: every mistake
   *
   * The files as they are now have mistakes; nothing has changed.
   *
   * Since: 0.1
   */
  signals[REFUSED] = g_signal_new ("refused", GYRE_TYPE_RELOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   GYRE_TYPE_REPORT);
}

static void
gyre_reloader_init (GyreReloader *self)
{
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, monitor_free);
  self->context = g_main_context_ref_thread_default ();
  self->delay = USUAL_DELAY;
}

/* The files that would be read now: those that were, and those of the packages that are there now. */
static GPtrArray *
list_files (GyreReloader *self)
{
  g_auto (GStrv) files = gyre_manifest_dup_files (gyre_executive_get_manifest (self->executive));
  g_autoptr (GPtrArray) entries = gyre_manifest_dup_entries (gyre_executive_get_manifest (self->executive));
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint index = 0; files[index] != NULL; index++)
    g_ptr_array_add (list, g_strdup (files[index]));
  for (guint index = 0; index < entries->len; index++)
    {
      const char *package = ((GyreManifestEntry *) entries->pdata[index])->package;
      g_autoptr (GPtrArray) hits = package != NULL ? gyre_executive_find_files (self->executive, package) : NULL;

      for (guint hit = 0; hits != NULL && hit < hits->len; hit++)
        g_ptr_array_add (list, g_strdup (((GyreSearchHit *) hits->pdata[hit])->file));
    }
  return list;
}

static char *
dup_checksum (GPtrArray *files)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint index = 0; index < files->len; index++)
    {
      g_autofree char *text = NULL;
      gsize length = 0;

      g_checksum_update (checksum, files->pdata[index], strlen (files->pdata[index]) + 1);
      if (g_file_get_contents (files->pdata[index], &text, &length, NULL))
        g_checksum_update (checksum, (const guchar *) text, length);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static void watch (GyreReloader *self, GPtrArray *files);

/**
 * gyre_reloader_look:
 * @self: a reloader
 *
 * Reads the files again now, if they are not as they were.
 *
 * Returns: whether something new is in force
 *
 * Since: 0.1
 */
gboolean
gyre_reloader_look (GyreReloader *self)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *checksum = NULL;
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_auto (GStrv) pending = NULL;
  gboolean is_good;

  g_return_val_if_fail (GYRE_IS_RELOADER (self), FALSE);

  stop_timer (self);
  files = list_files (self);
  checksum = dup_checksum (files);
  if (g_str_equal (checksum, self->known))
    {
      watch (self, files);
      return FALSE;
    }
  g_free (self->known);
  self->known = g_steal_pointer (&checksum);
  g_object_ref (self);
  is_good = gyre_executive_reload (self->executive, report, &pending, NULL);
  watch (self, files);
  if (is_good)
    g_signal_emit (self, signals[RELOADED], 0, report, pending);
  else
    g_signal_emit (self, signals[REFUSED], 0, report);
  g_object_unref (self);
  return is_good;
}

static gboolean
on_rest (gpointer data)
{
  gyre_reloader_look (data);
  return G_SOURCE_REMOVE;
}

/* Runs when nothing more important has to be done. */
static void
start_timer (GyreReloader *self)
{
  stop_timer (self);
  self->timer = g_timeout_source_new (self->delay);
  g_source_set_priority (self->timer, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (self->timer, on_rest, self, NULL);
  g_source_attach (self->timer, self->context);
}

/* A configuration file, or the folder of the drop-ins of a package. */
static gboolean
is_of_interest (GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_auto (GStrv) encodings = gyre_codec_dup_encodings ();
  const char *suffix = name != NULL ? strrchr (name, '.') : NULL;

  return suffix != NULL && (g_str_equal (suffix, ".d") || g_strv_contains ((const char * const *) encodings, suffix + 1));
}

static void
on_changed (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, GyreReloader *self)
{
  if (is_of_interest (file) || is_of_interest (other))
    start_timer (self);
}

static void
watch_folder (GyreReloader *self, const char *folder)
{
  g_autoptr (GFile) file = NULL;
  GFileMonitor *monitor;

  if (g_hash_table_contains (self->monitors, folder))
    return;
  file = g_file_new_for_path (folder);
  monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (monitor, 0);
  g_signal_connect_object (monitor, "changed", G_CALLBACK (on_changed), self, 0);
  g_hash_table_insert (self->monitors, g_strdup (folder), monitor);
}

/* The drop-ins of all packages that were loaded, where there are any. */
static void
watch_drop_ins (GyreReloader *self, const char *folder)
{
  g_autoptr (GPtrArray) entries = gyre_manifest_dup_entries (gyre_executive_get_manifest (self->executive));

  for (guint index = 0; index < entries->len; index++)
    {
      const char *package = ((GyreManifestEntry *) entries->pdata[index])->package;
      g_autofree char *name = g_strconcat (package != NULL ? package : "", ".d", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (package != NULL && g_file_test (path, G_FILE_TEST_IS_DIR))
        watch_folder (self, path);
    }
}

/* Folders that are no longer of interest stay watched: an event costs a checksum. */
static void
watch (GyreReloader *self, GPtrArray *files)
{
  g_autoptr (GPtrArray) folders = gyre_executive_list_folders (self->executive);

  g_main_context_push_thread_default (self->context);
  for (guint index = 0; index < files->len; index++)
    {
      g_autofree char *folder = g_path_get_dirname (files->pdata[index]);

      watch_folder (self, folder);
    }
  for (guint index = 0; index < folders->len; index++)
    {
      watch_folder (self, folders->pdata[index]);
      watch_drop_ins (self, folders->pdata[index]);
    }
  g_main_context_pop_thread_default (self->context);
}

/**
 * gyre_reloader_new:
 * @executive: an executive whose files were loaded
 *
 * Starts to watch what was loaded so far and what is loaded by it later.
 *
 * Returns: (transfer full): a reloader; it watches until it goes
 *
 * Since: 0.1
 */
GyreReloader *
gyre_reloader_new (GyreExecutive *executive)
{
  GyreReloader *self;
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  self = g_object_new (GYRE_TYPE_RELOADER, NULL);
  self->executive = g_object_ref (executive);
  files = list_files (self);
  self->known = dup_checksum (files);
  watch (self, files);
  return self;
}

/**
 * gyre_reloader_set_delay:
 * @self: a reloader
 * @milliseconds: how long files must be at rest before they are read; 100 unless it is changed
 *
 * Since: 0.1
 */
void
gyre_reloader_set_delay (GyreReloader *self, guint milliseconds)
{
  g_return_if_fail (GYRE_IS_RELOADER (self));
  self->delay = milliseconds;
}
