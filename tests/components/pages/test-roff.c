/* test-roff.c: Text as manual pages want it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-roff.h"

static void
what_roff_would_read_is_escaped (void)
{
  g_autofree char *prose = gyre_roff_escape ("a\\b \"c\" β\tx-y");
  g_autofree char *exact = gyre_roff_escape_exactly ("--x='~^`'");

  g_assert_cmpstr (prose, ==, "a\\eb \\(dqc\\(dq \\[u03B2] x-y");
  g_assert_cmpstr (exact, ==, "\\-\\-x=\\(aq\\(ti\\(ha\\(ga\\(aq");
}

static void
what_is_no_character_is_replaced (void)
{
  g_autofree char *escaped = gyre_roff_escape ("a\001b\377c");

  g_assert_cmpstr (escaped, ==, "a\\[uFFFD]b\\[uFFFD]c");
}

static void
a_short_argument_is_no_macro (void)
{
  g_autoptr (GString) page = g_string_new (NULL);

  gyre_roff_append_macro (page, "It", "No", "a \"b\"", NULL);
  g_assert_cmpstr (page->str, ==, ".It \"\\&No\" \"a \\(dqb\\(dq\"\n");
}

static void
no_line_begins_a_request (void)
{
  g_autoptr (GString) page = g_string_new (NULL);

  gyre_roff_append_text (page, ".so this\n\n\n\n'br that");
  g_assert_cmpstr (page->str, ==, "\\&.so this\n.Pp\n\\&'br that\n");
}

static void
long_text_is_broken_and_no_line_is_empty (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) page = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  for (guint index = 0; index < 100; index++)
    g_string_append (text, "  .word");
  gyre_roff_append_text (page, text->str);
  lines = g_strsplit (page->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 7);
  for (guint index = 0; lines[index + 1] != NULL; index++)
    {
      g_assert_true (g_str_has_prefix (lines[index], "\\&.word"));
      g_assert_cmpuint (strlen (lines[index]), <, 80);
    }
}

static void
lines_stay_as_they_are_in_a_display (void)
{
  g_autoptr (GString) page = g_string_new (NULL);

  gyre_roff_append_literal (page, "a:\n    .b = -1\n\n.c\n\n");
  g_assert_cmpstr (page->str, ==, ".Bd -literal -offset indent\na:\n    .b = \\-1\n\\&\n\\&.c\n.Ed\n");
}

static void
a_paragraph_without_a_text_is_left_out (void)
{
  g_autofree char *page = gyre_roff_finish (g_string_new (".Sh A\n.Pp\na\n.Pp\n.Pp\nb\n.Pp\n.Bd -literal\n\\&\n.Ed\n.Pp\n.Bl -tag -compact\n.El\n.Pp\n"));

  g_assert_cmpstr (page, ==, ".Sh A\na\n.Pp\nb\n.Bd -literal\n\\&\n.Ed\n.Pp\n.Bl -tag -compact\n.El\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/roff/what-roff-would-read-is-escaped", what_roff_would_read_is_escaped);
  g_test_add_func ("/pages/roff/what-is-no-character-is-replaced", what_is_no_character_is_replaced);
  g_test_add_func ("/pages/roff/a-short-argument-is-no-macro", a_short_argument_is_no_macro);
  g_test_add_func ("/pages/roff/no-line-begins-a-request", no_line_begins_a_request);
  g_test_add_func ("/pages/roff/long-text-is-broken-and-no-line-is-empty", long_text_is_broken_and_no_line_is_empty);
  g_test_add_func ("/pages/roff/lines-stay-as-they-are-in-a-display", lines_stay_as_they_are_in_a_display);
  g_test_add_func ("/pages/roff/a-paragraph-without-a-text-is-left-out", a_paragraph_without_a_text_is_left_out);
  return g_test_run ();
}
