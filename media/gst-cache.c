/* gst-cache.c: What was found out of elements, for the next process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A folder for each fingerprint in the user's cache, and a file in it for each element that somebody asked for: a nested value, mapped
 * and not read. Files are written beside and renamed, so that a reader sees a whole one or none; what can't be read is as if it were not
 * there. Where nothing can be written nothing is lost. All calls come from the provider, one at a time.
 */
#include "gst-cache.h"
#include "gst-fingerprint.h"

#include <glib/gstdio.h>
#include <string.h>

/* Who asks for more elements than these at once wants all, and to write them all down takes longer than to find them out. */
#define MOST_VALUES 32
/* Who works with more sets of plugins than these in turns finds some of them out anew. */
#define MOST_FOLDERS 4

/* As long as the process lives: GStreamer too looks for plugins once. */
static char *folder;
/* How many values this process has kept. */
static guint count;

static char *
dup_root (void)
{
  return g_build_filename (g_get_user_cache_dir (), "gyre", "gst", NULL);
}

static const char *
get_folder (void)
{
  if (folder == NULL)
    {
      g_autofree char *root = dup_root ();
      g_autofree char *fingerprint = gyre_gst_dup_fingerprint ();

      folder = g_build_filename (root, fingerprint, NULL);
    }
  return folder;
}

/* The next use asks for the fingerprint again. */
void
gyre_gst_cache_restart (void)
{
  g_clear_pointer (&folder, g_free);
}

/* What was kept under a name; NULL when there is nothing. (transfer full) */
GVariant *
gyre_gst_cache_find (const char *name, const GVariantType *type)
{
  g_autofree char *file = g_build_filename (get_folder (), name, NULL);
  g_autoptr (GMappedFile) map = strchr (name, G_DIR_SEPARATOR) == NULL ? g_mapped_file_new (file, FALSE, NULL) : NULL;
  g_autoptr (GBytes) bytes = map != NULL ? g_mapped_file_get_bytes (map) : NULL;
  g_autoptr (GVariant) variant = bytes != NULL ? g_variant_ref_sink (g_variant_new_from_bytes (type, bytes, FALSE)) : NULL;

  if (variant == NULL || g_variant_get_size (variant) == 0 || !g_variant_is_normal_form (variant))
    return NULL;
  return g_steal_pointer (&variant);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* Folders of fingerprints that nobody has any more are never asked again; the oldest of them go. */
static void
remove_oldest (const char *root)
{
  g_autoptr (GDir) entries = g_dir_open (root, 0, NULL);
  g_autofree char *oldest = NULL;
  gint64 least = G_MAXINT64;
  guint folders = 0;
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (root, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) != 0)
        continue;
      folders++;
      if ((gint64) status.st_mtime >= least)
        continue;
      least = status.st_mtime;
      g_free (oldest);
      oldest = g_steal_pointer (&path);
    }
  if (folders >= MOST_FOLDERS && oldest != NULL)
    remove_folder (oldest);
}

/* Whether one more value is worth it. */
gboolean
gyre_gst_cache_has_room (void)
{
  return count < MOST_VALUES;
}

/* Keeps a value for the next process. */
void
gyre_gst_cache_keep (const char *name, GVariant *variant)
{
  g_autofree char *root = dup_root ();
  g_autofree char *file = g_build_filename (get_folder (), name, NULL);

  if (strchr (name, G_DIR_SEPARATOR) != NULL || count++ >= MOST_VALUES)
    return;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    remove_oldest (root);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents (file, g_variant_get_data (variant), (gssize) g_variant_get_size (variant), NULL);
}
