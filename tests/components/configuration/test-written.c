/* test-written.c: Values as people write them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-written-private.h"

#include <string.h>

/* Asserts the value of a line, and whether it leaves a quote open. */
static void
assert_value (const char *text, const char *expected, char quote)
{
  GyreWritten written;
  const char *stop;
  const char *line_end;

  gyre_written_init (&written, text + strlen (text));
  gyre_written_begin (&written);
  stop = gyre_written_scan (&written, text, &line_end);
  gyre_written_join (&written, text, stop, 1, 1);
  g_assert_cmpstr (written.joined->str, ==, expected);
  g_assert_cmpint (written.quote, ==, quote);
  g_assert_cmpint (*line_end, ==, strchr (text, '\n') != NULL ? '\n' : '\0');
  gyre_written_clear (&written);
}

static void
test_plain (void)
{
  assert_value ("1", "1", 0);
  assert_value ("two words  \t\r\nnext", "two words", 0);
  assert_value ("", "", 0);
}

static void
test_comment (void)
{
  assert_value ("1 ; comment\nnext", "1", 0);
  assert_value (";", "", 0);
  assert_value ("a;b", "a", 0);
}

static void
test_escape (void)
{
  assert_value ("a \\; b \\; c ; d", "a ; b ; c", 0);
  assert_value ("\\;", ";", 0);
  assert_value ("\\\\;\\n", "\\;\\n", 0);
}

static void
test_quotes (void)
{
  assert_value ("\"a ; b\" ; c", "\"a ; b\"", 0);
  assert_value ("( 'a;', [ \";'\"], 'c') ; d", "( 'a;', [ \";'\"], 'c')", 0);
  assert_value ("\"a \\\" ; b\\;\" ; c", "\"a \\\" ; b\\;\"", 0);
}

static void
test_quotes_that_do_not_open (void)
{
  assert_value ("it's ; here", "it's", 0);
  assert_value ("'a' 'b ; c", "'a' 'b", 0);
  assert_value ("5\" ; inches", "5\"", 0);
}

static void
test_open_quotes (void)
{
  assert_value ("\"a ; b", "\"a ; b", '"');
  assert_value ("a, 'b \\' ; \nnext", "a, 'b \\' ;", '\'');
  assert_value ("\"\\", "\"\\", '"');
}

static void
test_lines (void)
{
  static const char text[] = "[\"a ;\n;b\", 'c\\;'\n, \"d;\", e\\;\\;f] ; g";
  static const char * const expected[] = { "[\"a ;", "[\"a ;\n;b\", 'c\\;'", "[\"a ;\n;b\", 'c\\;'\n, \"d;\", e;;f]" };
  const char *start = text;
  GyreWritten written;

  gyre_written_init (&written, text + sizeof text - 1);
  gyre_written_begin (&written);
  for (guint line = 0; line < G_N_ELEMENTS (expected); line++)
    {
      const char *line_end;
      const char *stop = gyre_written_scan (&written, start, &line_end);

      gyre_written_join (&written, start, stop, line + 1, 1);
      g_assert_cmpstr (written.joined->str, ==, expected[line]);
      start = line_end + 1;
    }
  g_assert_cmpuint (written.pieces->len, ==, 5);
  g_assert_cmpuint (g_array_index (written.pieces, GyreEventSegment, 4).column, ==, 13);
  gyre_written_clear (&written);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/written/" path, function)
  ADD ("value-is-trimmed-and-ends-with-its-line", test_plain);
  ADD ("comment-is-no-part-of-a-value", test_comment);
  ADD ("backslash-keeps-a-semicolon-and-goes", test_escape);
  ADD ("quoted-text-stays-as-it-is", test_quotes);
  ADD ("quote-inside-a-text-opens-nothing", test_quotes_that_do_not_open);
  ADD ("quote-without-end-stays-open", test_open_quotes);
  ADD ("lines-are-joined-and-know-their-places", test_lines);
  return g_test_run ();
}
