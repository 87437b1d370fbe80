/* gyre-publication.c: Files that are written to a folder together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A list of what was written stays in the folder. A file that is there and not in the list is somebody's: nothing is written then.
 * A file of the list that is no longer made is removed. The list is written before the files, with all old and new names, so that a
 * run that was broken off leaves nothing that the next one takes for somebody's. A file that has the same contents is left alone.
 */
#include "gyre-publication.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct _GyrePublication
{
  char *folder;
  char *list;           /* the name of the list of files */
  GHashTable *files;    /* name → GBytes */
};

/* Returns: (transfer full): what is to be written into @folder; @format tells the lists of several outputs apart */
GyrePublication *
gyre_publication_new (const char *folder, const char *format)
{
  GyrePublication *self = g_new0 (GyrePublication, 1);

  self->folder = g_strdup (folder);
  self->list = g_strconcat (".gyre-", format, NULL);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return self;
}

void
gyre_publication_free (GyrePublication *self)
{
  g_free (self->folder);
  g_free (self->list);
  g_hash_table_unref (self->files);
  g_free (self);
}

/* Adds a file; @name may have folders in it. Two of one name are a mistake. */
gboolean
gyre_publication_add (GyrePublication *self, const char *name, GBytes *contents, GError **error)
{
  if (g_hash_table_contains (self->files, name))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "%s/%s: two pages have this name; rename one of them", self->folder, name);
      return FALSE;
    }
  g_hash_table_insert (self->files, g_strdup (name), g_bytes_ref (contents));
  return TRUE;
}

/* Adds a file, and takes @text. */
gboolean
gyre_publication_add_text (GyrePublication *self, const char *name, GString *text, GError **error)
{
  g_autoptr (GBytes) contents = g_string_free_to_bytes (text);

  return gyre_publication_add (self, name, contents, error);
}

guint
gyre_publication_get_length (GyrePublication *self)
{
  return g_hash_table_size (self->files);
}

static gboolean
fail (GyrePublication *self, const char *name, const char *what, int number, GError **error)
{
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (number), "%s%s%s: %s: %s", self->folder, *name != '\0' ? "/" : "", name,
               what, g_strerror (number));
  return FALSE;
}

/* A name in a list that somebody has edited must not lead out of the folder. */
static gboolean
is_inside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  for (guint index = 0; parts[index] != NULL; index++)
    if (*parts[index] == '\0' || g_str_equal (parts[index], "..") || g_str_equal (parts[index], "."))
      return FALSE;
  return *name != '\0';
}

static GHashTable *
read_list (GyrePublication *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *file = g_build_filename (self->folder, self->list, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    return names;
  lines = g_strsplit (text, "\n", -1);
  for (guint index = 0; lines[index] != NULL; index++)
    if (is_inside (lines[index]))
      g_hash_table_add (names, g_strdup (lines[index]));
  return names;
}

static GList *
sort_names (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);
}

static GBytes *
list_names (GHashTable *first, GHashTable *second)
{
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) names = NULL;
  GString *text = g_string_new (NULL);
  GHashTableIter iterator;
  gpointer name;

  g_hash_table_iter_init (&iterator, first);
  while (g_hash_table_iter_next (&iterator, &name, NULL))
    g_hash_table_add (all, name);
  g_hash_table_iter_init (&iterator, second);
  while (g_hash_table_iter_next (&iterator, &name, NULL))
    g_hash_table_add (all, name);
  names = sort_names (all);
  for (GList *entry = names; entry != NULL; entry = entry->next)
    g_string_append_printf (text, "%s\n", (char *) entry->data);
  return g_string_free_to_bytes (text);
}

static gboolean
write_all (int file, GBytes *contents)
{
  gsize size;
  const char *data = g_bytes_get_data (contents, &size);

  for (gsize done = 0; done < size;)
    {
      gssize written = write (file, data + done, size - done);

      if (written < 0 && errno != EINTR)
        return FALSE;
      done += written > 0 ? (gsize) written : 0;
    }
  return TRUE;
}

static gboolean
has_contents (const char *path, GBytes *contents)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) present = NULL;
  GStatBuf status;

  if (g_lstat (path, &status) != 0 || !S_ISREG (status.st_mode) || (gsize) status.st_size != g_bytes_get_size (contents))
    return FALSE;
  file = g_mapped_file_new (path, FALSE, NULL);
  present = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  return present != NULL && g_bytes_equal (present, contents);
}

/* A file is whole or the old one: it is written beside, and takes the name when it is there. */
static gboolean
write_file (GyrePublication *self, const char *name, GBytes *contents, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_build_filename (folder, ".gyre-XXXXXX", NULL);
  int file, problem = 0;

  if (has_contents (path, contents))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    return fail (self, name, "the folder can't be made", errno, error);
  file = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666);
  if (file < 0)
    return fail (self, name, "can't be written", errno, error);
  if (!write_all (file, contents))
    problem = errno;
  if (close (file) != 0 && problem == 0)
    problem = errno;
  if (problem == 0 && g_rename (beside, path) != 0)
    problem = errno;
  if (problem == 0)
    return TRUE;
  g_unlink (beside);
  return fail (self, name, "can't be written", problem, error);
}

static gboolean
check_ownership (GyrePublication *self, GHashTable *ours, GError **error)
{
  g_autoptr (GList) names = sort_names (self->files);

  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *path = g_build_filename (self->folder, name->data, NULL);
      GStatBuf status;

      if (g_hash_table_contains (ours, name->data) || g_lstat (path, &status) != 0)
        continue;
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                   "%s: is there already, and was not written by gyre document; remove it, or choose another folder", path);
      return FALSE;
    }
  return TRUE;
}

static void
remove_stale (GyrePublication *self, GHashTable *old)
{
  g_autoptr (GList) names = sort_names (old);

  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *path = g_build_filename (self->folder, name->data, NULL);
      g_autofree char *folder = g_path_get_dirname (path);

      if (g_hash_table_contains (self->files, name->data))
        continue;
      g_unlink (path);
      /* A folder in which something is left stays. */
      if (!g_str_equal (folder, self->folder))
        g_rmdir (folder);
    }
}

/* Writes all files, or says what is in the way. */
gboolean
gyre_publication_write (GyrePublication *self, GError **error)
{
  g_autoptr (GHashTable) old = read_list (self);
  g_autoptr (GList) names = sort_names (self->files);
  g_autoptr (GBytes) before = list_names (old, self->files);
  g_autoptr (GBytes) after = list_names (self->files, self->files);

  if (g_mkdir_with_parents (self->folder, 0777) != 0)
    return fail (self, "", "the folder can't be made", errno, error);
  if (!check_ownership (self, old, error) || !write_file (self, self->list, before, error))
    return FALSE;
  for (GList *name = names; name != NULL; name = name->next)
    if (!write_file (self, name->data, g_hash_table_lookup (self->files, name->data), error))
      return FALSE;
  remove_stale (self, old);
  return write_file (self, self->list, after, error);
}
