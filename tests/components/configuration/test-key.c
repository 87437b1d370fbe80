/* test-key.c: Dotted names as people write them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-key-private.h"

#include <string.h>

static const char * const no_arguments[] = { NULL };

static void
assert_key (const char *text, const char *expected, guint fragments, gboolean is_borrowed)
{
  g_autoptr (GyreEvents) events = gyre_events_new_for_arguments (no_arguments);
  const char *stop = text + strlen (text);
  GyreKey key;

  gyre_key_init (&key);
  g_assert_true (gyre_key_read (&key, events, text, stop));
  g_assert_null (key.reason);
  g_assert_cmpmem (key.name, key.length, expected, strlen (expected));
  g_assert_cmpuint (key.fragments, ==, fragments);
  g_assert_cmpint (key.name >= text && key.name < stop, ==, is_borrowed);
  g_assert_cmpuint (key.pieces->len, ==, is_borrowed ? 0 : fragments);
  gyre_key_clear (&key);
}

static void
assert_mistake (const char *text, gssize offset, const char *reason)
{
  g_autoptr (GyreEvents) events = gyre_events_new_for_arguments (no_arguments);
  GyreKey key;

  gyre_key_init (&key);
  g_assert_false (gyre_key_read (&key, events, text, text + strlen (text)));
  g_assert_cmpstr (key.reason, ==, reason);
  g_assert_cmpint (key.wrong - text, ==, offset);
  gyre_key_clear (&key);
}

static void
test_plain (void)
{
  assert_key ("a", "a", 1, TRUE);
  assert_key ("a.bb.μ", "a.bb.μ", 3, TRUE);
  assert_key ("  two words.b \t", "two words.b", 2, TRUE);
}

static void
test_blanks (void)
{
  assert_key ("a .b", "a.b", 2, FALSE);
  assert_key ("a. b", "a.b", 2, FALSE);
  assert_key (" a . b c .\td ", "a.b c.d", 3, FALSE);
  assert_key ("a\302\240.b", "a.b", 2, FALSE);
}

static void
test_escape (void)
{
  assert_key ("a\\;b.c", "a;b.c", 2, FALSE);
  assert_key ("a\\b\\", "a\\b\\", 1, FALSE);
}

static void
test_places (void)
{
  g_autoptr (GyreEvents) events = gyre_events_new_for_arguments (no_arguments);
  const char *text = " aa . b\\;. c";
  GyreKey key;
  const GyreKeyPiece *pieces;

  gyre_key_init (&key);
  g_assert_true (gyre_key_read (&key, events, text, text + strlen (text)));
  g_assert_cmpuint (key.pieces->len, ==, 3);
  pieces = (const GyreKeyPiece *) key.pieces->data;
  g_assert_cmpint (pieces[0].at - text, ==, 1);
  g_assert_cmpint (pieces[1].at - text, ==, 6);
  g_assert_cmpint (pieces[2].at - text, ==, 11);
  g_assert_cmpuint (pieces[1].offset, ==, 3);
  g_assert_cmpuint (pieces[2].offset, ==, 6);
  gyre_key_clear (&key);
}

static void
test_missing (void)
{
  assert_mistake ("", 0, "a name must stand here");
  assert_mistake ("  ", 2, "a name must stand here");
}

static void
test_empty_fragment (void)
{
  const char *reason = "a fragment of a name must not be empty";

  assert_mistake ("a..b", 2, reason);
  assert_mistake (".b", 0, reason);
  assert_mistake ("a.", 2, reason);
  assert_mistake ("a. .b", 3, reason);
  assert_mistake (".", 0, reason);
}

static void
test_many_fragments (void)
{
  g_autoptr (GString) text = g_string_new ("a");

  for (guint index = 1; index < GYRE_EVENTS_DEEPEST; index++)
    g_string_append (text, ".a");
  assert_key (text->str, text->str, GYRE_EVENTS_DEEPEST, TRUE);
  g_string_append (text, ".b");
  assert_mistake (text->str, text->len - 1, "a name must not have more than 256 fragments");
}

static void
test_reader_is_used_again (void)
{
  g_autoptr (GyreEvents) events = gyre_events_new_for_arguments (no_arguments);
  const char *text = "a . b..";
  GyreKey key;

  gyre_key_init (&key);
  g_assert_true (gyre_key_read (&key, events, text, text + 5));
  g_assert_false (gyre_key_read (&key, events, text, text + 7));
  g_assert_nonnull (key.reason);
  g_assert_true (gyre_key_read (&key, events, text, text + 1));
  g_assert_null (key.reason);
  g_assert_cmpuint (key.pieces->len, ==, 0);
  gyre_key_clear (&key);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/key/" path, function)
  ADD ("plain-name-is-not-copied", test_plain);
  ADD ("blanks-around-dots-go", test_blanks);
  ADD ("backslash-goes-before-a-semicolon", test_escape);
  ADD ("copied-fragments-know-their-places", test_places);
  ADD ("missing-name-is-refused", test_missing);
  ADD ("empty-fragment-is-refused-at-its-place", test_empty_fragment);
  ADD ("too-many-fragments-are-refused", test_many_fragments);
  ADD ("reader-forgets-the-name-before", test_reader_is_used_again);
  return g_test_run ();
}
