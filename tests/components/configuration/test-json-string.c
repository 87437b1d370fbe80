/* test-json-string.c: Reads the texts of json
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-json-string-private.h"

#include <string.h>

/* Asserts what a text without its quotes means, and the mistakes in it. */
static void
assert_text (const char *written, const char *expected, guint faults)
{
  GyreJsonString self;
  GyreNestingText text = { .line = 1, .column = 1 };
  g_autofree char *found = NULL;

  gyre_json_string_init (&self);
  gyre_json_string_decode (&self, written, written + strlen (written), &text);
  found = g_strndup (text.text, text.length);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (self.faults->len, ==, faults);
  gyre_json_string_clear (&self);
}

static void
test_escapes (void)
{
  assert_text ("a\\n\\t\\\"\\\\\\/\\b\\f\\rb\"", "a\n\t\"\\/\b\f\rb", 0);
  assert_text ("\\u03c0\\uD83D\\uDE00\"", "\317\200\360\237\230\200", 0);
}

static void
test_wrong (void)
{
  assert_text ("a\\qb\"", "a?b", 1);
  assert_text ("\\u12g4\"", "?12g4", 1);
  assert_text ("\\u0000\"", "?", 1);
  assert_text ("\\ud83d\"", "?", 1);
  assert_text ("\\ud83d\\u0041\"", "?A", 1);
  assert_text ("\\ude00\"", "?", 1);
  assert_text ("a\tb\001\"", "a?b?", 2);
  assert_text ("a\\", "a?", 1);
}

static void
test_places (void)
{
  GyreJsonString self;
  GyreNestingText text = { .line = 3, .column = 5 };
  const char *written = "\317\200\\u0041b\"";

  gyre_json_string_init (&self);
  gyre_json_string_decode (&self, written, written + strlen (written), &text);
  g_assert_cmpuint (text.n_pieces, ==, 1);
  g_assert_cmpuint (text.pieces[0].offset, ==, 3);
  g_assert_cmpuint (text.pieces[0].line, ==, 3);
  g_assert_cmpuint (text.pieces[0].column, ==, 12);
  g_assert_cmpuint (self.wide, ==, 1);
  g_assert_true (*self.stop == '"');
  gyre_json_string_clear (&self);
}

static void
test_scan (void)
{
  guint wide = 0;
  const char *text = "a\317\200\"b";

  g_assert_true (gyre_json_string_scan (text, text + 5, &wide) == text + 3);
  g_assert_cmpuint (wide, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/json-string/" path, function)
  ADD ("escapes-mean-characters", test_escapes);
  ADD ("wrong-escapes-are-told-and-reading-goes-on", test_wrong);
  ADD ("text-after-an-escape-keeps-its-place", test_places);
  ADD ("scanning-ends-at-the-quote", test_scan);
  return g_test_run ();
}
