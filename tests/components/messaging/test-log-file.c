/* test-log-file.c: The file of the log
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-alert-private.h"
#include "gyre-log-file-private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("log-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "alerts.log", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GDir *folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_dir_close (folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
say (GyreLogFile *file, const char *message)
{
  GyreAlertOrigin origin = { .name = "Bell0" };
  g_autoptr (GyreAlert) alert = gyre_alert_new (GYRE_ALERT_NOTICE, &origin, G_GINT64_CONSTANT (1000000000250000000),
                                                g_strdup (message));

  gyre_log_file_write (file, alert);
}

static char *
read_file (Fixture *fixture, const char *suffix)
{
  g_autofree char *path = g_strconcat (fixture->path, suffix, NULL);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

#define ASSERT_FILE(fixture, suffix, expected) \
  G_STMT_START { \
    g_autofree char *text = read_file (fixture, suffix); \
    g_assert_cmpstr (text, ==, expected); \
  } G_STMT_END

static void
test_lines_are_added_to_what_is_there (Fixture *fixture, gconstpointer data)
{
  GyreLogFile *file;

  g_assert_true (g_file_set_contents (fixture->path, "before\n", -1, NULL));
  file = gyre_log_file_open (fixture->path, 0, 0, NULL);
  say (file, "one");
  say (file, "two\nlines");
  ASSERT_FILE (fixture, "", "before\n2001-09-09 01:46:40.250 notice: Bell0: one\n"
                            "2001-09-09 01:46:40.250 notice: Bell0: two\tlines\n");
  gyre_log_file_free (file);
}

static void
test_a_full_file_is_turned_over (Fixture *fixture, gconstpointer data)
{
  GyreLogFile *file = gyre_log_file_open (fixture->path, 100, 2, NULL);

  for (guint index = 0; index < 7; index++)
    {
      char message[] = { (char) ('a' + index), '\0' };

      say (file, message);
    }
  ASSERT_FILE (fixture, "", "2001-09-09 01:46:40.250 notice: Bell0: g\n");
  ASSERT_FILE (fixture, ".1", "2001-09-09 01:46:40.250 notice: Bell0: e\n2001-09-09 01:46:40.250 notice: Bell0: f\n");
  ASSERT_FILE (fixture, ".2", "2001-09-09 01:46:40.250 notice: Bell0: c\n2001-09-09 01:46:40.250 notice: Bell0: d\n");
  ASSERT_FILE (fixture, ".3", NULL);
  gyre_log_file_free (file);
}

static void
test_a_file_that_can_not_be_opened_is_an_error (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "alerts.log", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_log_file_open (path, 0, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));
}

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit = (struct rlimit) { size, limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* As on a full disk: the line that does not fit is not cut into the file, and that it is missing is said. */
static void
test_what_could_not_be_written_is_counted (Fixture *fixture, gconstpointer data)
{
  GyreLogFile *file = gyre_log_file_open (fixture->path, 0, 0, NULL);

  signal (SIGXFSZ, SIG_IGN);
  say (file, "a");
  limit_files (50);
  say (file, "b");
  say (file, "c");
  limit_files (RLIM_INFINITY);
  say (file, "d");
  ASSERT_FILE (fixture, "", "2001-09-09 01:46:40.250 notice: Bell0: a\nwarning: 2 alerts could not be written\n"
                            "2001-09-09 01:46:40.250 notice: Bell0: d\n");
  gyre_log_file_free (file);
}

#define ADD(path, function) g_test_add ("/messaging/log-file/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lines-are-added-to-what-is-there", test_lines_are_added_to_what_is_there);
  ADD ("a-full-file-is-turned-over", test_a_full_file_is_turned_over);
  ADD ("a-file-that-can-not-be-opened-is-an-error", test_a_file_that_can_not_be_opened_is_an_error);
  ADD ("what-could-not-be-written-is-counted", test_what_could_not_be_written_is_counted);
  return g_test_run ();
}
