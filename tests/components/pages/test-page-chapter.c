/* test-page-chapter.c: The page of a chapter
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-page-chapter.h"

#include "specimen.h"

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
links_lead_to_pages (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) chapters = NULL;
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GString) html = NULL;

  put (folder, "README.md", "# All\n");
  put (folder, "guide/1-first.md", "# First\n\n## A heading\n\n[all](../README.md) [part](2-second.md#a-part) [code](../../some/file.c) [web](https://example.org/a.md)\n");
  put (folder, "guide/2-second.md", "# Second\n\n## A part\n");
  chapters = gyre_chapter_read_folder (folder, NULL);
  files = gyre_page_list_sources (chapters);
  html = gyre_page_write_chapter (catalogue, chapters, files, 1);
  g_assert_nonnull (strstr (html->str, "<a href=\"../index.html\">all</a>"));
  g_assert_nonnull (strstr (html->str, "<a href=\"../guide/2-second.html#a-part\">part</a>"));
  g_assert_nonnull (strstr (html->str, "<a href=\"https://example.org/a.md\">web</a>"));
  g_assert_nonnull (strstr (html->str, "<h2 id=\"a-heading\">"));
  /* What is no page has no link that would lead nowhere. */
  g_assert_null (strstr (html->str, "href=\"../../some/file.c\""));
}

static void
code_says_where_it_is_from (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) chapters = NULL;
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GString) html = NULL;

  put (folder, "README.md", "# All\n\n<!-- file: a/b.c -->\n```c\nint a;\n```\n\n<!-- run: gyre list -->\n```\nanswer\n```\n");
  chapters = gyre_chapter_read_folder (folder, NULL);
  files = gyre_page_list_sources (chapters);
  html = gyre_page_write_chapter (catalogue, chapters, files, 0);
  g_assert_nonnull (strstr (html->str, "<p class=\"origin\">a/b.c</p>"));
  g_assert_nonnull (strstr (html->str, "<p class=\"origin command\">gyre list</p>"));
  g_assert_null (strstr (html->str, "&lt;!--"));
}

static void
a_comment_that_names_nothing_is_no_origin (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) chapters = NULL;
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GString) html = NULL;

  put (folder, "README.md", "# All\n\n<!-- file: -->\n```c\nint a;\n```\n\n<!-- run:  -->\n```\nanswer\n```\n");
  chapters = gyre_chapter_read_folder (folder, NULL);
  files = gyre_page_list_sources (chapters);
  html = gyre_page_write_chapter (catalogue, chapters, files, 0);
  g_assert_null (strstr (html->str, "class=\"origin"));
  g_assert_nonnull (strstr (html->str, "answer"));
}

static void
a_family_in_a_text_is_a_link (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) chapters = NULL;
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GString) html = NULL;

  put (folder, "README.md", "# All\n\nA `specimen.shapes.ball` and `another`.\n");
  chapters = gyre_chapter_read_folder (folder, NULL);
  files = gyre_page_list_sources (chapters);
  html = gyre_page_write_chapter (catalogue, chapters, files, 0);
  g_assert_nonnull (strstr (html->str, "<a href=\"reference/specimen.shapes.ball.html\"><code>specimen.shapes.ball</code></a>"));
  g_assert_nonnull (strstr (html->str, "<code>another</code>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/page-chapter/links-lead-to-pages", links_lead_to_pages);
  g_test_add_func ("/pages/page-chapter/code-says-where-it-is-from", code_says_where_it_is_from);
  g_test_add_func ("/pages/page-chapter/a-comment-that-names-nothing-is-no-origin", a_comment_that_names_nothing_is_no_origin);
  g_test_add_func ("/pages/page-chapter/a-family-in-a-text-is-a-link", a_family_in_a_text_is_a_link);
  return g_test_run ();
}
