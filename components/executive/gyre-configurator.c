/* gyre-configurator.c: How configurations come into force
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A configuration is read, checked event by event, and committed only when no rule is broken. All mistakes are told, those of one file in
 * the order of its lines.
 */
#include "gyre-codec.h"
#include "gyre-command-line.h"
#include "gyre-environment.h"
#include "gyre-executive-private.h"
#include "gyre-loading-private.h"
#include "gyre-manifest-private.h"

#include <string.h>

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

/**
 * gyre_executive_load:
 * @self: an executive
 * @file: (type filename): a configuration file; its suffix names the format
 * @category: who says what is in it
 * @report: (nullable): where every mistake is told
 * @error: return location for an error of %GYRE_EXECUTIVE_ERROR
 *
 * Reads a configuration, checks what can be checked, and puts it in force, as a whole. Settings of classes that are known, or
 * that a module on the linker's path brings, are checked; all others wait for their class or instance.
 *
 * Fails with %GYRE_EXECUTIVE_ERROR_UNKNOWN when there is no such file and with %GYRE_EXECUTIVE_ERROR_CONFIGURATION when it has
 * mistakes; then nothing of it is in force. Without @report the error tells every mistake.
 *
 * Returns: whether it is in force
 *
 * Since: 0.1
 */
gboolean
gyre_executive_load (GyreExecutive *self, const char *file, GyreCategory category, GyreReport *report, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GyreLoading) loading = NULL;
  GError *problem = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && file != NULL, FALSE);
  g_return_val_if_fail (category >= 0 && category < GYRE_CATEGORIES, FALSE);

  name = g_filename_display_name (file);
  loading = gyre_loading_new (self, GYRE_LOADING_NORMAL);
  if (!gyre_loading_add_file (loading, file, category, &problem))
    return refuse_file (report, problem, error);
  return gyre_loading_commit (loading, name, report, error);
}

/**
 * gyre_executive_check:
 * @self: an executive
 * @file: (type filename): a configuration file; its suffix names the format
 * @report: where every mistake is told
 *
 * Looks for every mistake that gyre_executive_load() would find, and changes nothing.
 *
 * Returns: whether there is none
 *
 * Since: 0.1
 */
gboolean
gyre_executive_check (GyreExecutive *self, const char *file, GyreReport *report)
{
  g_autoptr (GyreLoading) loading = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && file != NULL && report != NULL, FALSE);

  loading = gyre_loading_new (self, GYRE_LOADING_CHECK);
  if (!gyre_loading_add_file (loading, file, GYRE_CATEGORY_USER, &problem))
    gyre_report_error (gyre_loading_get_report (loading), NULL, NULL, "%s", problem->message);
  gyre_report_append (report, gyre_loading_get_report (loading));
  return gyre_report_get_errors (gyre_loading_get_report (loading)) == 0;
}

static const GyreCodec *
find_codec (const char *name, GError **error)
{
  g_autofree char *base = g_path_get_basename (name);

  return strchr (base, '.') != NULL ? gyre_codec_find_for_file (name, error) : gyre_codec_find ("pfg", error);
}

/**
 * gyre_executive_load_text:
 * @self: an executive
 * @name: the name that places are told with; its suffix names the format, `pfg` if it has none
 * @text: the text of a configuration
 * @category: who says what is in it
 * @report: (nullable): where every mistake is told
 * @error: return location for %GYRE_EXECUTIVE_ERROR_CONFIGURATION
 *
 * Does what gyre_executive_load() does, for a text in memory.
 *
 * Returns: whether it is in force
 *
 * Since: 0.1
 */
gboolean
gyre_executive_load_text (GyreExecutive *self, const char *name, const char *text, GyreCategory category,
                          GyreReport *report, GError **error)
{
  g_autoptr (GyreLoading) loading = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GyreSource) source = NULL;
  g_autoptr (GyreReport) found = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;
  const GyreCodec *codec;
  GError *problem = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && name != NULL && text != NULL, FALSE);
  g_return_val_if_fail (category >= 0 && category < GYRE_CATEGORIES, FALSE);

  codec = find_codec (name, &problem);
  if (codec == NULL)
    return refuse_file (report, problem, error);
  bytes = g_bytes_new (text, strlen (text));
  source = gyre_source_new_from_bytes (name, bytes);
  events = gyre_codec_decode (codec, source, found);
  loading = gyre_loading_new (self, GYRE_LOADING_NORMAL);
  gyre_loading_add_events (loading, events, found, category, NULL);
  return gyre_loading_commit (loading, name, report, error);
}

/**
 * gyre_executive_load_arguments:
 * @self: an executive
 * @arguments: (array zero-terminated=1): the words of a command line, without the program
 * @words: (out) (optional) (transfer full): those that are no settings, in order; %NULL on failure
 * @report: (nullable): where every mistake is told
 * @error: return location for %GYRE_EXECUTIVE_ERROR_CONFIGURATION
 *
 * Puts the settings of a command line in force, as a whole. They have the priority `command`. `--config=FILE` reads that file,
 * whose settings have the priority `user`: arguments beat files, wherever they stand on the line.
 *
 * Returns: whether they are in force; if not, none is
 *
 * Since: 0.1
 */
gboolean
gyre_executive_load_arguments (GyreExecutive *self, const char * const *arguments, GStrv *words,
                               GyreReport *report, GError **error)
{
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GyreReport) found = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;
  g_autoptr (GyreLoading) loading = NULL;
  gboolean is_good;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && arguments != NULL, FALSE);

  events = gyre_command_line_parse (arguments, found);
  loading = gyre_loading_new (self, GYRE_LOADING_NORMAL);
  gyre_loading_add_events (loading, events, found, GYRE_CATEGORY_COMMAND, commands);
  is_good = gyre_loading_commit (loading, "command line", report, error);
  g_ptr_array_add (commands, NULL);
  if (words != NULL)
    *words = is_good ? (GStrv) g_ptr_array_steal (commands, NULL) : NULL;
  return is_good;
}

/**
 * gyre_executive_load_environment:
 * @self: an executive
 * @environment: (nullable) (array zero-terminated=1): variables as `NAME=value`; %NULL: those of the process
 * @report: (nullable): where every mistake is told
 * @error: return location for %GYRE_EXECUTIVE_ERROR_CONFIGURATION
 *
 * Puts the settings of the environment in force, as a whole: the variables whose names begin with `GYRE__`, so that
 * `GYRE__gauss__shapes__ball__radius=2` sets gauss.shapes.ball.radius. They have the priority `command`; arguments that are loaded
 * later beat them.
 *
 * Returns: whether they are in force; if not, none is
 *
 * Since: 0.1
 */
gboolean
gyre_executive_load_environment (GyreExecutive *self, const char * const *environment, GyreReport *report, GError **error)
{
  g_auto (GStrv) own = NULL;
  g_autoptr (GyreReport) found = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;
  g_autoptr (GyreLoading) loading = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  if (environment == NULL)
    own = g_get_environ ();
  events = gyre_environment_parse (own != NULL ? (const char * const *) own : environment, found);
  loading = gyre_loading_new (self, GYRE_LOADING_NORMAL);
  gyre_loading_add_events (loading, events, found, GYRE_CATEGORY_COMMAND, NULL);
  return gyre_loading_commit (loading, "environment", report, error);
}

/**
 * gyre_executive_discover:
 * @self: an executive
 * @package: a package, the first fragment of its families; or the name of an application
 * @report: (nullable): where every mistake is told
 * @error: return location for %GYRE_EXECUTIVE_ERROR_CONFIGURATION
 *
 * Loads the configuration files of a package that lie on the search path: beside its module, in the folders of the system, of the user,
 * and in the working folder; drop-ins; and files for this platform, this host and this user. `gyre configuration order` shows them. What
 * lies beside the module or in the folders of the system has the priority `package`, the rest `persistent`. The package is looked for
 * once.
 *
 * Returns: whether all of it is in force; if not, none is
 *
 * Since: 0.1
 */
gboolean
gyre_executive_discover (GyreExecutive *self, const char *package, GyreReport *report, GError **error)
{
  g_autoptr (GyreLoading) loading = NULL;
  gboolean is_good;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && package != NULL, FALSE);

  /* To check what is found can load the package's module, which asks for the same again. */
  if (gyre_manifest_has_package (gyre_executive_get_manifest (self), package) || !gyre_executive_begin_search (self, package))
    return TRUE;
  loading = gyre_loading_new (self, GYRE_LOADING_NORMAL);
  gyre_loading_add_package (loading, package);
  is_good = gyre_loading_commit (loading, package, report, error);
  gyre_executive_end_search (self, package);
  return is_good;
}

static void
add_entry_again (GyreLoading *loading, const GyreManifestEntry *entry)
{
  g_autoptr (GError) problem = NULL;

  if (entry->package != NULL)
    gyre_loading_add_package (loading, entry->package);
  else if (!gyre_loading_add_file (loading, entry->file, entry->category, &problem))
    {
      g_autoptr (GyreLocator) place = gyre_locator_new_file (entry->file, 0, 0);

      gyre_report_error (gyre_loading_get_report (loading), place, NULL, "%s", problem->message);
    }
}

/**
 * gyre_executive_reload:
 * @self: an executive
 * @report: (nullable): where every mistake is told
 * @pending: (out) (optional) (transfer full): the keys whose new values wait for a restart; %NULL on failure
 * @error: return location for %GYRE_EXECUTIVE_ERROR_CONFIGURATION
 *
 * Reads all files again that were loaded by name, by an argument or with a package, and puts what they say now in the place of what
 * they said before. Files of a package that are new count; what is no longer said is taken back, and living instances get what holds
 * now. What code, arguments and texts have said stays. Values of living instances whose trait needs a restart stay too.
 *
 * Call it in the thread of the instances.
 *
 * Returns: whether the files as they are now are in force; if not, nothing has changed
 *
 * Since: 0.1
 */
gboolean
gyre_executive_reload (GyreExecutive *self, GyreReport *report, GStrv *pending, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GyreLoading) loading = NULL;
  gboolean is_good;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  entries = gyre_manifest_dup_entries (gyre_executive_get_manifest (self));
  loading = gyre_loading_new (self, GYRE_LOADING_REPLACE);
  for (guint index = 0; index < entries->len; index++)
    add_entry_again (loading, entries->pdata[index]);
  is_good = gyre_loading_commit (loading, "configuration", report, error);
  if (pending != NULL)
    *pending = is_good ? gyre_loading_dup_pending (loading) : NULL;
  return is_good;
}

/**
 * gyre_executive_set:
 * @self: an executive
 * @key: a dotted key: the family of a class or the name of an instance, and a trait
 * @text: the text of the value, as a file would have it
 * @category: who says it
 * @locator: (nullable): where it is said
 * @error: return location for %GYRE_EXECUTIVE_ERROR_CONFIGURATION
 *
 * Says one thing, with the checks of gyre_executive_load().
 *
 * Returns: whether it is in force
 *
 * Since: 0.1
 */
gboolean
gyre_executive_set (GyreExecutive *self, const char *key, const char *text, GyreCategory category, GyreLocator *locator,
                    GError **error)
{
  g_autoptr (GyreLoading) loading = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && key != NULL && text != NULL, FALSE);
  g_return_val_if_fail (category >= 0 && category < GYRE_CATEGORIES, FALSE);

  loading = gyre_loading_new (self, GYRE_LOADING_NORMAL);
  gyre_loading_add_setting (loading, key, text, category, locator);
  return gyre_loading_commit (loading, key, NULL, error);
}
