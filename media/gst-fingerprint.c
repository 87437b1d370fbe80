/* gst-fingerprint.c: What the elements that are installed come from
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The names, sizes and times of all files in the folders that GStreamer looks for plugins in, of its registry (which it writes again when a
 * plugin has changed its mind about hardware or files of others), the version, and the variables that decide which elements there are
 * and in which language they speak. GStreamer is not started for it.
 */
#include "gst-fingerprint.h"

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <gst/gst.h>
#include <gyre.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As deep as GStreamer looks. */
#define DEEPEST 10

static void
add_text (GChecksum *checksum, const char *text)
{
  /* With its end, so that two texts never look like one. */
  g_checksum_update (checksum, (const guchar *) (text != NULL ? text : "\1"), text != NULL ? (gssize) strlen (text) + 1 : 2);
}

static void
add_status (GChecksum *checksum, const char *name, const struct stat *status)
{
  const gint64 facts[] = {
    status->st_size, status->st_mtim.tv_sec, status->st_mtim.tv_nsec, status->st_ctim.tv_sec, status->st_ctim.tv_nsec, status->st_ino,
  };

  add_text (checksum, name);
  g_checksum_update (checksum, (const guchar *) facts, sizeof facts);
}

static void
add_file (GChecksum *checksum, const char *file)
{
  struct stat status;

  if (stat (file, &status) == 0)
    add_status (checksum, file, &status);
  else
    add_text (checksum, NULL);
}

static int
compare_names (const struct dirent **first, const struct dirent **second)
{
  return strcmp ((*first)->d_name, (*second)->d_name);
}

static int
is_no_link_to_itself (const struct dirent *entry)
{
  return strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0;
}

static void
add_folder (GChecksum *checksum, const char *folder, guint depth)
{
  struct dirent **entries = NULL;
  int count = scandir (folder, &entries, is_no_link_to_itself, compare_names);
  int descriptor = count >= 0 ? open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

  add_text (checksum, count >= 0 ? folder : NULL);
  for (int index = 0; index < count; index++)
    {
      g_autofree struct dirent *entry = entries[index];
      struct stat status;

      if (fstatat (descriptor, entry->d_name, &status, 0) != 0)
        continue;
      if (!S_ISDIR (status.st_mode))
        add_status (checksum, entry->d_name, &status);
      else if (depth < DEEPEST)
        {
          g_autofree char *inner = g_build_filename (folder, entry->d_name, NULL);

          add_folder (checksum, inner, depth + 1);
        }
    }
  if (descriptor >= 0)
    close (descriptor);
  free (entries);
}

static void
add_folders (GChecksum *checksum, const char *path)
{
  g_auto (GStrv) folders = g_strsplit (path, G_SEARCHPATH_SEPARATOR_S, -1);

  for (guint index = 0; folders[index] != NULL; index++)
    if (*folders[index] != '\0')
      add_folder (checksum, folders[index], 0);
}

/* The first of the variables that is there, as GStreamer takes it. */
static const char *
find_variable (const char *versioned, const char *plain)
{
  const char *value = g_getenv (versioned);

  return value != NULL ? value : g_getenv (plain);
}

static void
add_system_folders (GChecksum *checksum)
{
  const char *path = find_variable ("GST_PLUGIN_SYSTEM_PATH_1_0", "GST_PLUGIN_SYSTEM_PATH");
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "gstreamer-1.0", "plugins", NULL);

  if (path != NULL)
    {
      add_folders (checksum, path);
      return;
    }
  add_folder (checksum, own, 0);
  add_folder (checksum, GYRE_GST_PLUGIN_FOLDER, 0);
}

static void
add_registry (GChecksum *checksum)
{
  const char *file = find_variable ("GST_REGISTRY_1_0", "GST_REGISTRY");
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "gstreamer-1.0", NULL);

  if (file != NULL)
    add_file (checksum, file);
  else
    add_folder (checksum, folder, DEEPEST);
}

/* Who describes: this module, and the library that has its parts. */
static void
add_describers (GChecksum *checksum)
{
  gpointer places[] = { gyre_gst_dup_fingerprint, gyre_description_new };

  for (guint index = 0; index < G_N_ELEMENTS (places); index++)
    {
      Dl_info information;

      if (dladdr (places[index], &information) != 0)
        add_file (checksum, information.dli_fname);
    }
}

/* Which elements there are, and in which language they speak. */
#define PATHS \
  "GST_PLUGIN_PATH_1_0", "GST_PLUGIN_PATH", "GST_PLUGIN_SYSTEM_PATH_1_0", "GST_PLUGIN_SYSTEM_PATH", "GST_REGISTRY_1_0", "GST_REGISTRY", \
  "GST_REGISTRY_DISABLE", "GST_REGISTRY_UPDATE", "GST_PLUGIN_LOADING_WHITELIST", "LADSPA_PATH", "FREI0R_PATH", "LV2_PATH"
#define OTHERS "GST_PLUGIN_FEATURE_RANK", "GST_PRESET_PATH", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "DISPLAY", "WAYLAND_DISPLAY"

/* A text of 64 digits. */
char *
gyre_gst_dup_fingerprint (void)
{
  static const char * const variables[] = { PATHS, OTHERS };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *path = find_variable ("GST_PLUGIN_PATH_1_0", "GST_PLUGIN_PATH");
  g_autofree char *version = gst_version_string ();

  add_text (checksum, version);
  add_describers (checksum);
  for (guint index = 0; index < G_N_ELEMENTS (variables); index++)
    add_text (checksum, g_getenv (variables[index]));
  add_folders (checksum, path != NULL ? path : "");
  add_system_folders (checksum);
  add_registry (checksum);
  return g_strdup (g_checksum_get_string (checksum));
}

/* Of a plain file most file systems say so without being asked for each one. */
static gboolean
is_folder (const char *path, const struct dirent *entry)
{
  return entry->d_type != DT_REG && g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* The folder and those in it, as deep as GStreamer looks, in the order of their names. */
static void
list_folders (GStrvBuilder *signs, const char *folder, guint depth)
{
  struct dirent **entries = NULL;
  int count = depth < DEEPEST ? scandir (folder, &entries, is_no_link_to_itself, compare_names) : 0;

  g_strv_builder_add (signs, folder);
  for (int index = 0; index < count; index++)
    {
      g_autofree struct dirent *entry = entries[index];
      g_autofree char *inner = g_build_filename (folder, entry->d_name, NULL);

      if (is_folder (inner, entry))
        list_folders (signs, inner, depth + 1);
    }
  free (entries);
}

static void
list_path (GStrvBuilder *signs, const char *path)
{
  g_auto (GStrv) folders = g_strsplit (path, G_SEARCHPATH_SEPARATOR_S, -1);

  for (guint index = 0; folders[index] != NULL; index++)
    if (*folders[index] != '\0')
      list_folders (signs, folders[index], 0);
}

/* Less than the fingerprint looks at, but it is looked at whenever somebody presses TAB: a plugin that comes or goes changes its folder, and
 * what GStreamer finds out about one changes the registry. The language and the screen change no name. */
GStrv
gyre_gst_list_signs (void)
{
  static const char * const variables[] = { PATHS };
  g_autoptr (GStrvBuilder) signs = g_strv_builder_new ();
  const char *path = find_variable ("GST_PLUGIN_PATH_1_0", "GST_PLUGIN_PATH");
  const char *system = find_variable ("GST_PLUGIN_SYSTEM_PATH_1_0", "GST_PLUGIN_SYSTEM_PATH");
  const char *registry = find_variable ("GST_REGISTRY_1_0", "GST_REGISTRY");
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "gstreamer-1.0", "plugins", NULL);
  g_autofree char *usual = g_build_filename (g_get_user_cache_dir (), "gstreamer-1.0", NULL);

  for (guint index = 0; index < G_N_ELEMENTS (variables); index++)
    {
      g_autofree char *sign = g_strconcat ("$", variables[index], NULL);

      g_strv_builder_add (signs, sign);
    }
  list_path (signs, path != NULL ? path : "");
  list_path (signs, system != NULL ? system : own);
  if (system == NULL)
    list_path (signs, GYRE_GST_PLUGIN_FOLDER);
  g_strv_builder_add (signs, registry != NULL ? registry : usual);
  return g_strv_builder_end (signs);
}
