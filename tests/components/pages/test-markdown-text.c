/* test-markdown-text.c: Text as Markdown wants it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-markdown-text.h"

#include "gyre-markdown.h"

/* What a reader of the page sees, with the tags of the block. */
static void
assert_shown (const char *markdown, const char *html)
{
  g_autofree char *whole = g_strdup_printf ("%s\n", markdown);
  g_autofree char *shown = gyre_markdown_to_html (whole);

  g_assert_cmpstr (g_strchomp (shown), ==, html);
}

static void
prose_is_shown_as_it_is (void)
{
  static const char * const texts[][2] = {
    { "*a* _b_ `c` [d](e) \\ <i> & ~f~ #", "*a* _b_ `c` [d](e) \\ &lt;i&gt; &amp; ~f~ #" },
    { "1. a", "1. a" }, { "- a", "- a" }, { "# a", "# a" }, { "=", "=" }, { "a\n\n    b", "a      b" }, { "&lt;", "&amp;lt;" },
  };

  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      g_autofree char *escaped = gyre_markdown_text_escape (texts[index][0]);
      g_autofree char *html = g_strdup_printf ("<p>%s</p>", texts[index][1]);

      assert_shown (escaped, html);
    }
}

static void
code_may_have_ticks_and_a_cell_bars (void)
{
  g_autofree char *ticks = gyre_markdown_text_code ("a ``b`` <c>");
  g_autofree char *bar = gyre_markdown_text_cell ("a|`b`");
  g_autoptr (GString) page = g_string_new ("| x |\n|---|\n");
  g_autofree char *html = NULL;

  assert_shown (ticks, "<p><code>a ``b`` &lt;c&gt;</code></p>");
  gyre_markdown_text_append_row (page, bar, NULL);
  html = gyre_markdown_to_html (page->str);
  g_assert_nonnull (strstr (html, "<td>a|`b`</td>"));
}

static void
a_block_of_code_that_was_left_open_is_closed (void)
{
  g_autofree char *open = gyre_markdown_text_close ("a\n~~~~ c\n~~~\nb");
  g_autofree char *closed = gyre_markdown_text_close ("a\n```\nb\n```");

  g_assert_cmpstr (open, ==, "a\n~~~~ c\n~~~\nb\n~~~~");
  g_assert_cmpstr (closed, ==, "a\n```\nb\n```");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/markdown-text/prose-is-shown-as-it-is", prose_is_shown_as_it_is);
  g_test_add_func ("/pages/markdown-text/code-may-have-ticks-and-a-cell-bars", code_may_have_ticks_and_a_cell_bars);
  g_test_add_func ("/pages/markdown-text/a-block-of-code-that-was-left-open-is-closed", a_block_of_code_that_was_left_open_is_closed);
  return g_test_run ();
}
