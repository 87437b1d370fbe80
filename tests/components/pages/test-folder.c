/* test-folder.c: Where pages are written to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-folder.h"

#include <glib/gstdio.h>

static void
folders_are_made (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a/b/page", NULL);
  g_autofree char *text = NULL;
  GError *error = NULL;

  g_assert_true (gyre_folder_write (folder, "a/b/page", "words\n", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "words\n");
}

static void
what_is_the_same_stays_as_old_as_it_is (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page", NULL);
  GStatBuf before, same, changed;

  g_assert_true (gyre_folder_write (folder, "page", "words\n", NULL));
  g_assert_cmpint (g_stat (path, &before), ==, 0);
  g_assert_true (gyre_folder_write (folder, "page", "words\n", NULL));
  g_assert_cmpint (g_stat (path, &same), ==, 0);
  g_assert_true (gyre_folder_write (folder, "page", "other words\n", NULL));
  g_assert_cmpint (g_stat (path, &changed), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, same.st_ino);
  g_assert_cmpint (changed.st_size, ==, 12);
}

static void
a_folder_that_can_not_be_made_is_named (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  GError *error = NULL;

  g_assert_true (gyre_folder_write (folder, "page", "words\n", NULL));
  g_assert_false (gyre_folder_write (folder, "page/below", "words\n", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_assert_nonnull (strstr (error->message, "page: the folder can't be made"));
  g_error_free (error);
}

static void
a_name_stays_in_its_folder (void)
{
  g_autofree char *name = gyre_folder_dup_name ("odd/type");

  g_assert_cmpstr (name, ==, "odd_type");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/folder/folders-are-made", folders_are_made);
  g_test_add_func ("/pages/folder/what-is-the-same-stays-as-old-as-it-is", what_is_the_same_stays_as_old_as_it_is);
  g_test_add_func ("/pages/folder/a-folder-that-can-not-be-made-is-named", a_folder_that_can_not_be_made_is_named);
  g_test_add_func ("/pages/folder/a-name-stays-in-its-folder", a_name_stays_in_its_folder);
  return g_test_run ();
}
