/* test-roff-markdown.c: Markdown as a part of a manual page
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-roff-markdown.h"

static void
assert_becomes (const char *markdown, const char *expected)
{
  g_autoptr (GString) page = g_string_new (NULL);

  gyre_roff_append_markdown (page, markdown, FALSE);
  g_assert_cmpstr (page->str, ==, expected);
}

static void
paragraphs_have_words_of_three_fonts (void)
{
  assert_becomes ("a *b* **c**\nand `d-e`.\n\n.f &lt; &#946; <b>", "a \\fIb\\fR \\fBc\\fR and \\fBd\\-e\\fR.\n.Pp\n\\&.f < \\[u03B2] <b>\n");
}

static void
lists_are_lists (void)
{
  assert_becomes ("first\n\n- a\n- b\n\n  more\n\nlast\n",
                  "first\n.Bl -bullet\n.It\na\n.It\nb\n.Pp\nmore\n.El\n.Pp\nlast\n");
  assert_becomes ("1. a\n   - b\n", ".Bl -enum\n.It\na\n.Bl -bullet\n.It\nb\n.El\n.El\n");
}

static void
code_and_tables_are_displays (void)
{
  assert_becomes ("    a - b\n    .c\n", ".Bd -literal -offset indent\na \\- b\n\\&.c\n.Ed\n");
  assert_becomes ("| a | b |\n|---|---|\n| 1 | 2 |\n", ".Bd -literal -offset indent\na    b\n1    2\n.Ed\n");
}

static void
headings_are_sections_below_the_section (void)
{
  assert_becomes ("# No \"b\"\ntext\n", ".Ss \"\\&No \\(dqb\\(dq\"\ntext\n");
  assert_becomes ("- # a\n", ".Bl -bullet\n.It\n\\fBa\\fR\n.El\n");
}

static void
links_say_where_they_lead (void)
{
  assert_becomes ("[a](https://b.c/d-e) [f](g.md)", "a \\(lahttps://b.c/d\\-e\\(ra f\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/roff-markdown/paragraphs-have-words-of-three-fonts", paragraphs_have_words_of_three_fonts);
  g_test_add_func ("/pages/roff-markdown/lists-are-lists", lists_are_lists);
  g_test_add_func ("/pages/roff-markdown/code-and-tables-are-displays", code_and_tables_are_displays);
  g_test_add_func ("/pages/roff-markdown/headings-are-sections-below-the-section", headings_are_sections_below_the_section);
  g_test_add_func ("/pages/roff-markdown/links-say-where-they-lead", links_say_where_they_lead);
  return g_test_run ();
}
