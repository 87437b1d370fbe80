/* test-markdown-page.c: Pages in Markdown
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-markdown-page.h"

#include "gyre-markdown.h"
#include "exhibit.h"

static GyreCatalogue *
catalogue_new (void)
{
  GyreCatalogue *catalogue = gyre_catalogue_new ();
  g_autoptr (GyreDescription) description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (gyre_specimen_get_type ())));

  gyre_catalogue_add (catalogue, description);
  return catalogue;
}

static void
odd_words_are_shown_as_they_are (void)
{
  g_autoptr (GyreCatalogue) catalogue = catalogue_new ();
  g_autofree char *page = gyre_markdown_page_dup (catalogue, gyre_catalogue_get (catalogue, 0));
  g_autofree char *html = gyre_markdown_to_html (page);

  g_assert_nonnull (strstr (html, "<h1><code>odd.specimen</code></h1>"));
  g_assert_nonnull (strstr (html, ".Nm of &quot;an&quot; 'odd' \\ &lt;specimen&gt; *with* _marks_ | and β</p>"));
  g_assert_nonnull (strstr (html, "<td>.from | one\\end 'to' &quot;the&quot; other: -β-</td>"));
  g_assert_nonnull (strstr (html, "<td>.No &quot;a|b&quot;</td>"));
  g_assert_nonnull (strstr (html, "a_b *c* &lt;d&gt; `e` | f"));
}

static void
a_trait_tells_its_kind_default_range_and_units (void)
{
  g_autoptr (GyreCatalogue) catalogue = catalogue_new ();
  g_autofree char *page = gyre_markdown_page_dup (catalogue, gyre_catalogue_get (catalogue, 0));

  g_assert_nonnull (strstr (page, "\n| `width` | `real` | `1` | at least 0 | `m` | "));
  g_assert_nonnull (strstr (page, "\n- Aliases: `w`\n"));
  g_assert_nonnull (strstr (page, "\n### `real grow (real factor)`\n"));
}

static void
the_index_leads_to_each_page (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "index.md", NULL);
  g_autofree char *page_path = g_build_filename (folder, "odd.specimen.md", NULL);
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GyreCatalogue) catalogue = catalogue_new ();

  g_assert_true (gyre_markdown_write (catalogue, folder, NULL));
  g_assert_true (g_file_test (page_path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  html = gyre_markdown_to_html (text);
  g_assert_nonnull (strstr (html, "<td><a href=\"odd.specimen.md\"><code>odd.specimen</code></a></td>"));
  g_assert_null (strstr (html, "Interfaces"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/markdown-page/odd-words-are-shown-as-they-are", odd_words_are_shown_as_they_are);
  g_test_add_func ("/pages/markdown-page/a-trait-tells-its-kind-default-range-and-units", a_trait_tells_its_kind_default_range_and_units);
  g_test_add_func ("/pages/markdown-page/the-index-leads-to-each-page", the_index_leads_to_each_page);
  return g_test_run ();
}
