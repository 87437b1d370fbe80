/* test-stamp.c: How a file is known again
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-stamp-private.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
  char *file;
  GVariant *stamp;
} Scene;

static void
write_text (const char *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
}

static void
begin (Scene *scene)
{
  scene->folder = g_dir_make_tmp ("stamp-XXXXXX", NULL);
  scene->file = g_build_filename (scene->folder, "file", NULL);
  write_text (scene->file, "one");
  scene->stamp = g_variant_ref_sink (gyre_stamp_new (scene->file));
}

static void
end (Scene *scene)
{
  g_unlink (scene->file);
  g_rmdir (scene->folder);
  g_variant_unref (scene->stamp);
  g_free (scene->file);
  g_free (scene->folder);
}

static void
a_file_that_nobody_touched_is_the_same (void)
{
  Scene scene;

  begin (&scene);
  g_assert_true (gyre_stamp_holds (scene.stamp));
  end (&scene);
}

static void
another_file_of_the_same_length_is_another (void)
{
  Scene scene;

  begin (&scene);
  write_text (scene.file, "two");
  g_assert_false (gyre_stamp_holds (scene.stamp));
  end (&scene);
}

static void
a_time_that_was_set_back_does_not_hide_a_change (void)
{
  Scene scene;
  struct stat status;

  begin (&scene);
  stat (scene.file, &status);
  g_usleep (20000);
  FILE *stream = fopen (scene.file, "r+");
  fputs ("two", stream);
  fclose (stream);
  utimensat (AT_FDCWD, scene.file, (struct timespec[]) { status.st_atim, status.st_mtim }, 0);
  g_assert_false (gyre_stamp_holds (scene.stamp));
  end (&scene);
}

static void
a_file_that_is_not_there_is_the_same_until_it_comes (void)
{
  Scene scene;

  begin (&scene);
  g_variant_unref (scene.stamp);
  g_unlink (scene.file);
  scene.stamp = g_variant_ref_sink (gyre_stamp_new (scene.file));
  g_assert_true (gyre_stamp_holds (scene.stamp));
  write_text (scene.file, "one");
  g_assert_false (gyre_stamp_holds (scene.stamp));
  end (&scene);
}

static void
a_folder_changes_with_the_names_in_it (void)
{
  Scene scene;
  g_autoptr (GVariant) folder = NULL;

  begin (&scene);
  folder = g_variant_ref_sink (gyre_stamp_new (scene.folder));
  g_assert_true (gyre_stamp_holds (folder));
  g_usleep (20000);
  g_unlink (scene.file);
  g_assert_false (gyre_stamp_holds (folder));
  end (&scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test, path) g_test_add_func ("/documentation/stamp/" path, test)
  ADD (a_file_that_nobody_touched_is_the_same, "a-file-that-nobody-touched-is-the-same");
  ADD (another_file_of_the_same_length_is_another, "another-file-of-the-same-length-is-another");
  ADD (a_time_that_was_set_back_does_not_hide_a_change, "a-time-that-was-set-back-does-not-hide-a-change");
  ADD (a_file_that_is_not_there_is_the_same_until_it_comes, "a-file-that-is-not-there-is-the-same-until-it-comes");
  ADD (a_folder_changes_with_the_names_in_it, "a-folder-changes-with-the-names-in-it");
#undef ADD
  return g_test_run ();
}
