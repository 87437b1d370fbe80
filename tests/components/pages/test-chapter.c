/* test-chapter.c: Pages of Markdown that become pages of a site
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-chapter.h"

#include <glib/gstdio.h>

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("gyre-chapter-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "guide", NULL);

  g_assert_cmpint (g_mkdir (below, 0777), ==, 0);
  return folder;
}

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
folders_are_read_in_order (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) chapters = NULL;
  g_autoptr (GError) error = NULL;

  put (folder, "README.md", "# All\n");
  put (folder, "guide/2-second.md", "# Second *one*\n");
  put (folder, "guide/1-first.md", "# First\n");
  put (folder, "guide/picture.txt", "no page\n");
  chapters = gyre_chapter_read_folder (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (chapters->len, ==, 3);
  g_assert_cmpstr (((GyreChapter *) chapters->pdata[0])->file, ==, "index.html");
  g_assert_cmpstr (((GyreChapter *) chapters->pdata[1])->file, ==, "guide/1-first.html");
  g_assert_cmpstr (((GyreChapter *) chapters->pdata[2])->title, ==, "Second one");
}

static void
a_folder_that_is_not_there_is_told (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chapters = gyre_chapter_read_folder ("nowhere/at-all", &error);

  g_assert_null (chapters);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "nowhere/at-all"));
}

static void
the_readme_says_the_order (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) chapters = NULL;

  put (folder, "README.md", "# docs: what there is\n\n[second](b.md) [first](a.md)\n");
  put (folder, "a.md", "# A\n");
  put (folder, "b.md", "# B\n");
  put (folder, "0.md", "# Not linked\n");
  chapters = gyre_chapter_read_folder (folder, NULL);
  g_assert_cmpuint (chapters->len, ==, 4);
  g_assert_cmpstr (((GyreChapter *) chapters->pdata[0])->title, ==, "What there is");
  g_assert_cmpstr (((GyreChapter *) chapters->pdata[1])->title, ==, "B");
  g_assert_cmpstr (((GyreChapter *) chapters->pdata[2])->title, ==, "A");
  g_assert_cmpstr (((GyreChapter *) chapters->pdata[3])->title, ==, "Not linked");
}

static void
headings_in_code_are_none (void)
{
  GyreChapter chapter = { .markdown = (char *) "# A\n\n## The `first`\n\n```sh\n## no heading\n```\n\n### Third\n" };
  g_autoptr (GPtrArray) headings = gyre_chapter_list_headings (&chapter);

  g_assert_cmpuint (headings->len, ==, 2);
  g_assert_cmpstr (headings->pdata[0], ==, "The first");
  g_assert_cmpstr (headings->pdata[1], ==, "Third");
}

static void
a_second_heading_of_a_name_has_a_number (void)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *first = gyre_chapter_dup_slug ("What's `new`?", used);
  g_autofree char *second = gyre_chapter_dup_slug ("Whats new", used);

  g_assert_cmpstr (first, ==, "whats-new");
  g_assert_cmpstr (second, ==, "whats-new-1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/chapter/folders-are-read-in-order", folders_are_read_in_order);
  g_test_add_func ("/pages/chapter/a-folder-that-is-not-there-is-told", a_folder_that_is_not_there_is_told);
  g_test_add_func ("/pages/chapter/the-readme-says-the-order", the_readme_says_the_order);
  g_test_add_func ("/pages/chapter/headings-in-code-are-none", headings_in_code_are_none);
  g_test_add_func ("/pages/chapter/a-second-heading-of-a-name-has-a-number", a_second_heading_of_a_name_has_a_number);
  return g_test_run ();
}
