/* test-publication.c: Files that are written to a folder together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-publication.h"

#include <glib/gstdio.h>

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("gyre-publication-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
add (GyrePublication *publication, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_publication_add_text (publication, name, g_string_new (text), &error));
  g_assert_no_error (error);
}

static void
write_well (GyrePublication *publication)
{
  g_autoptr (GError) error = NULL;

  gyre_publication_write (publication, &error);
  g_assert_no_error (error);
}

static void
assert_contents (const char *folder, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
folders_are_made (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *below = g_build_filename (folder, "a", "b", NULL);
  g_autoptr (GyrePublication) publication = gyre_publication_new (below, "test");

  add (publication, "c/d.html", "text");
  write_well (publication);
  assert_contents (below, "c/d.html", "text");
}

static void
what_is_somebodys_is_not_overwritten (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "b.html", NULL);
  g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "test");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  add (publication, "a.html", "first");
  add (publication, "b.html", "second");
  g_assert_false (gyre_publication_write (publication, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_assert_nonnull (strstr (error->message, path));
  assert_contents (folder, "b.html", "mine");
  /* Nothing of the rest was written either. */
  assert_contents (folder, "a.html", NULL);
}

static void
what_is_no_longer_made_is_removed (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *empty = g_build_filename (folder, "old", NULL);
  g_autofree char *mine = g_build_filename (folder, "mine.txt", NULL);
  g_autoptr (GyrePublication) first = gyre_publication_new (folder, "test");
  g_autoptr (GyrePublication) second = gyre_publication_new (folder, "test");

  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  add (first, "a.html", "first");
  add (first, "old/b.html", "old");
  write_well (first);
  add (second, "a.html", "second");
  write_well (second);
  assert_contents (folder, "a.html", "second");
  assert_contents (folder, "mine.txt", "mine");
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
}

static void
a_list_that_was_edited_leads_nowhere_else (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *site = g_build_filename (folder, "site", NULL);
  g_autofree char *list = g_build_filename (site, ".gyre-test", NULL);
  g_autofree char *mine = g_build_filename (folder, "mine.txt", NULL);
  g_autoptr (GyrePublication) publication = gyre_publication_new (site, "test");

  g_assert_cmpint (g_mkdir (site, 0777), ==, 0);
  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  g_assert_true (g_file_set_contents (list, "../mine.txt\n/etc/none\n", -1, NULL));
  add (publication, "a.html", "first");
  write_well (publication);
  assert_contents (folder, "mine.txt", "mine");
}

static void
two_files_of_one_name_are_a_mistake (void)
{
  g_autoptr (GyrePublication) publication = gyre_publication_new ("nowhere", "test");
  g_autoptr (GError) error = NULL;

  add (publication, "a.html", "first");
  g_assert_false (gyre_publication_add_text (publication, "a.html", g_string_new ("second"), &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
}

static void
what_can_not_be_written_is_told_with_its_place (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "reference", NULL);
  g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "test");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "a file where a folder must be", -1, NULL));
  add (publication, "reference/a.html", "first");
  g_assert_false (gyre_publication_write (publication, &error));
  g_assert_nonnull (strstr (error->message, "reference/a.html"));
  assert_contents (folder, "reference", "a file where a folder must be");
}

static void
what_has_not_changed_is_left_alone (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.html", NULL);
  GStatBuf before, after;

  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "test");

      add (publication, "a.html", "first");
      write_well (publication);
      g_assert_cmpint (g_stat (path, turn == 0 ? &before : &after), ==, 0);
    }
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/publication/folders-are-made", folders_are_made);
  g_test_add_func ("/pages/publication/what-is-somebodys-is-not-overwritten", what_is_somebodys_is_not_overwritten);
  g_test_add_func ("/pages/publication/what-is-no-longer-made-is-removed", what_is_no_longer_made_is_removed);
  g_test_add_func ("/pages/publication/a-list-that-was-edited-leads-nowhere-else", a_list_that_was_edited_leads_nowhere_else);
  g_test_add_func ("/pages/publication/two-files-of-one-name-are-a-mistake", two_files_of_one_name_are_a_mistake);
  g_test_add_func ("/pages/publication/what-can-not-be-written-is-told-with-its-place", what_can_not_be_written_is_told_with_its_place);
  g_test_add_func ("/pages/publication/what-has-not-changed-is-left-alone", what_has_not_changed_is_left_alone);
  return g_test_run ();
}
