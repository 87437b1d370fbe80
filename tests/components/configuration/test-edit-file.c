/* test-edit-file.c: A file gives way to another one, at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-edit-file-private.h"

#include <errno.h>
#include <glib/gstdio.h>

static void
test_replace (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-edit-file-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autofree char *text = NULL;
  GStatBuf status;
  g_autoptr (GDir) names = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0604), ==, 0);
  g_assert_true (gyre_edit_file_replace (path, bytes));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "new");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0604);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_missing (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  g_assert_false (gyre_edit_file_replace ("/nonexistent/file", bytes));
  g_assert_cmpint (errno, ==, ENOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/configuration/edit-file/the-mode-is-kept-and-nothing-else-left-behind", test_replace);
  g_test_add_func ("/configuration/edit-file/what-is-not-there-gives-way-to-nothing", test_missing);
  return g_test_run ();
}
