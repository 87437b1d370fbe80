/* gyre-edit-file.c: A file gives way to another one, at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-edit-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
write_all (int file, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize written = write (file, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      data += written;
      length -= written;
    }
  return fsync (file) == 0;
}

gboolean
gyre_edit_file_replace (const char *path, GBytes *bytes)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  struct stat status;
  gboolean is_good;
  int file;

  if (stat (path, &status) != 0)
    return FALSE;
  file = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0)
    return FALSE;
  is_good = write_all (file, bytes);
  if (fchown (file, status.st_uid, status.st_gid) != 0 && fchown (file, -1, status.st_gid) != 0)
    g_debug ("%s: keeps neither owner nor group", path);
  is_good = fchmod (file, status.st_mode & 07777) == 0 && is_good;
  is_good = close (file) == 0 && is_good;
  is_good = is_good && rename (temporary, path) == 0;
  if (!is_good)
    {
      int reason = errno;

      unlink (temporary);
      errno = reason;
    }
  return is_good;
}
