/* gyre-log-file.c: A file that alerts are written to, turned over when it grows
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-log-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define MODE 0640

struct _GyreLogFile
{
  char *path;
  int descriptor;               /* -1: it could not be opened the last time */
  guint64 size;
  guint64 maximum_size;         /* 0: any */
  guint n_kept;
  gboolean is_json;
  guint64 n_lost;               /* lines since the last one that could be written */
};

static gboolean
reopen (GyreLogFile *self)
{
  struct stat status;

  self->descriptor = open (self->path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, MODE);
  if (self->descriptor < 0)
    return FALSE;
  self->size = fstat (self->descriptor, &status) == 0 ? (guint64) status.st_size : 0;
  return TRUE;
}

GyreLogFile *
gyre_log_file_open (const char *path, guint64 maximum_size, guint n_kept, GError **error)
{
  GyreLogFile *self = g_new0 (GyreLogFile, 1);

  self->path = g_strdup (path);
  self->maximum_size = maximum_size;
  self->n_kept = n_kept;
  if (reopen (self))
    return self;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s can't be opened for the log: %s", path, g_strerror (errno));
  g_free (self->path);
  g_free (self);
  return NULL;
}

void
gyre_log_file_free (GyreLogFile *self)
{
  if (self->descriptor >= 0)
    close (self->descriptor);
  g_free (self->path);
  g_free (self);
}

void
gyre_log_file_set_json (GyreLogFile *self, gboolean is_json)
{
  self->is_json = is_json;
}

static char *
get_old_path (GyreLogFile *self, guint age)
{
  return age == 0 ? g_strdup (self->path) : g_strdup_printf ("%s.%u", self->path, age);
}

/* The oldest first, so that each finds its place free. */
static void
turn_over (GyreLogFile *self)
{
  close (self->descriptor);
  for (guint age = self->n_kept; age > 0; age--)
    {
      g_autofree char *from = get_old_path (self, age - 1);
      g_autofree char *to = get_old_path (self, age);

      g_rename (from, to);
    }
  if (self->n_kept == 0)
    g_unlink (self->path);
  reopen (self);
}

/* A line is whole or not there. */
static gboolean
write_line (GyreLogFile *self, const char *line, gsize length)
{
  gssize n_written;

  if (self->descriptor < 0 && !reopen (self))
    return FALSE;
  if (self->maximum_size > 0 && self->size > 0 && self->size + length > self->maximum_size)
    turn_over (self);
  if (self->descriptor < 0)
    return FALSE;
  do
    n_written = write (self->descriptor, line, length);
  while (n_written < 0 && errno == EINTR);
  if (n_written == (gssize) length)
    {
      self->size += length;
      return TRUE;
    }
  if (n_written > 0 && ftruncate (self->descriptor, (off_t) self->size) != 0)
    self->size += (guint64) n_written;
  return FALSE;
}

static char *
print_line (GyreLogFile *self, const GyreAlert *alert)
{
  g_autofree char *text = self->is_json ? gyre_alert_to_json (alert) : gyre_alert_to_string (alert);
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (gyre_alert_get_date (alert) / 1000000000);
  g_autofree char *date = g_date_time_format (seconds, "%Y-%m-%d %H:%M:%S");

  if (self->is_json)
    return g_strconcat (text, "\n", NULL);
  /* A line is one alert: what an alert has in further lines is set in. */
  for (char *at = text; (at = strchr (at, '\n')) != NULL; at++)
    *at = '\t';
  return g_strdup_printf ("%s.%03d %s\n", date, (int) (gyre_alert_get_date (alert) % 1000000000 / 1000000), text);
}

/* What was lost is said as soon as something can be said again. */
static gboolean
write_lost (GyreLogFile *self)
{
  g_autofree char *line = NULL;

  if (self->n_lost == 0)
    return TRUE;
  if (self->is_json)
    line = g_strdup_printf ("{\"level\":\"warning\",\"message\":\"%" G_GUINT64_FORMAT " alerts could not be written\"}\n", self->n_lost);
  else
    line = g_strdup_printf ("warning: %" G_GUINT64_FORMAT " alerts could not be written\n", self->n_lost);
  return write_line (self, line, strlen (line));
}

void
gyre_log_file_write (GyreLogFile *self, GyreAlert *alert)
{
  g_autofree char *line = print_line (self, alert);

  if (write_lost (self) && write_line (self, line, strlen (line)))
    self->n_lost = 0;
  else
    self->n_lost++;
}

void
gyre_log_file_flush (GyreLogFile *self)
{
  if (self->descriptor >= 0)
    fdatasync (self->descriptor);
}
