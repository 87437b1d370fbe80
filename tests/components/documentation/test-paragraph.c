/* test-paragraph.c: Text, broken where a terminal ends
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
assert_broken (const char *text, guint column, guint indent, guint columns, const char *expected)
{
  g_autoptr (GString) page = g_string_new (NULL);

  gyre_paragraph_append (page, text, column, indent, columns);
  g_assert_cmpstr (page->str, ==, expected);
}

static void
lines_end_before_the_last_column (void)
{
  assert_broken ("one two three", 0, 2, 7, "one two\n  three");
  assert_broken ("one two three", 0, 2, 8, "one two\n  three");
  assert_broken ("one two", 4, 2, 10, "one\n  two");
}

static void
without_a_width_nothing_is_broken (void)
{
  assert_broken ("one two three four five six seven", 50, 2, 0, "one two three four five six seven");
}

static void
words_stay_in_one_piece (void)
{
  assert_broken ("abc /quite/long/path b", 0, 2, 8, "abc\n  /quite/long/path\n  b");
  assert_broken ("unbreakable", 0, 2, 4, "unbreakable");
}

static void
blanks_and_newlines_are_kept (void)
{
  assert_broken ("2  default", 0, 2, 20, "2  default");
  assert_broken ("one\n\ntwo", 0, 2, 20, "one\n\ntwo");
}

static void
a_narrow_terminal_keeps_half_for_the_text (void)
{
  assert_broken ("four two", 0, 40, 6, "four\n   two");
}

static void
wide_characters_take_two_columns (void)
{
  g_assert_cmpuint (gyre_paragraph_get_width ("σ日e\u0301"), ==, 4);
  assert_broken ("日本 語", 0, 1, 6, "日本\n 語");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/paragraph/lines-end-before-the-last-column", lines_end_before_the_last_column);
  g_test_add_func ("/documentation/paragraph/without-a-width-nothing-is-broken", without_a_width_nothing_is_broken);
  g_test_add_func ("/documentation/paragraph/words-stay-in-one-piece", words_stay_in_one_piece);
  g_test_add_func ("/documentation/paragraph/blanks-and-newlines-are-kept", blanks_and_newlines_are_kept);
  g_test_add_func ("/documentation/paragraph/a-narrow-terminal-keeps-half-for-the-text", a_narrow_terminal_keeps_half_for_the_text);
  g_test_add_func ("/documentation/paragraph/wide-characters-take-two-columns", wide_characters_take_two_columns);
  return g_test_run ();
}
