/* gyre-stamp.c: How a file is known again
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who replaces a file gives it another inode; who writes into it changes the time of its contents, and who sets that time back changes
 * the time of its record. The stamp of a folder changes as soon as a name in it comes or goes.
 */
#include "gyre-stamp-private.h"

#include <string.h>
#include <sys/stat.h>

static gint64
to_nanoseconds (struct timespec moment)
{
  return (gint64) moment.tv_sec * 1000000000 + moment.tv_nsec;
}

GVariant *
gyre_stamp_new (const char *path)
{
  struct stat status;

  if (stat (path, &status) != 0)
    memset (&status, 0, sizeof status);
  return g_variant_new ("(^ayxxtt)", path, to_nanoseconds (status.st_mtim), to_nanoseconds (status.st_ctim),
                        (guint64) status.st_size, (guint64) status.st_ino);
}

gboolean
gyre_stamp_holds (GVariant *stamp)
{
  g_autoptr (GVariant) path = g_variant_get_child_value (stamp, 0);
  g_autoptr (GVariant) now = g_variant_ref_sink (gyre_stamp_new (g_variant_get_bytestring (path)));

  return g_variant_equal (stamp, now);
}
