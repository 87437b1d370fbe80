/* test-markdown.c: Markdown as HTML
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-markdown.h"

static void
tables_and_code_are_shown (void)
{
  g_autofree char *html = gyre_markdown_to_html ("| a | b |\n|---|---|\n| `1` | 2 |\n");

  g_assert_nonnull (strstr (html, "<table>"));
  g_assert_nonnull (strstr (html, "<code>1</code>"));
}

static void
html_in_a_description_is_text (void)
{
  g_autofree char *html = gyre_markdown_to_html ("see <script>alert (1)</script>\n");

  g_assert_null (strstr (html, "<script>"));
  g_assert_nonnull (strstr (html, "&lt;script&gt;"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/markdown/tables-and-code-are-shown", tables_and_code_are_shown);
  g_test_add_func ("/pages/markdown/html-in-a-description-is-text", html_in_a_description_is_text);
  return g_test_run ();
}
