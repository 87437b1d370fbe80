/* gyre-folder.c: Where pages are written to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-folder.h"

#include <errno.h>
#include <string.h>

/* Returns: (transfer full): a public name as the name of a file; the name of a foreign type may have a slash */
char *
gyre_folder_dup_name (const char *name)
{
  char *file = g_strdup (name);

  return g_strdelimit (file, "/", '_');
}

/* Writes a file as a whole or not at all, and makes its folders. A file that is the same already is left alone, so that what was made of
 * it stays fresh. */
gboolean
gyre_folder_write (const char *folder, const char *name, const char *text, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *present = NULL;
  gsize length;

  if (g_mkdir_with_parents (parent, 0777) != 0)
    {
      int problem = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (problem), "%s: the folder can't be made: %s", parent, g_strerror (problem));
      return FALSE;
    }
  if (g_file_get_contents (path, &present, &length, NULL) && length == strlen (text) && memcmp (present, text, length) == 0)
    return TRUE;
  return g_file_set_contents (path, text, -1, error);
}
