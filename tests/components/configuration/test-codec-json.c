/* test-codec-json.c: What json files mean, and how their mistakes are told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"
#include "gyre-codec-json-private.h"

static void
test_elements_have_places (void)
{
  g_autoptr (GyreEvents) events = read_text ("json", "{\n  \"a\": [\"πx\", \"b, c\",\n    [3, 44]] }");
  g_autofree char *value = gyre_events_dup_value (events, 0);

  g_assert_cmpstr (value, ==, "(\317\200x, \"b, c\", (3, 44))");
  assert_value_place (events, 0, 0, 2, 8);
  assert_value_place (events, 0, 1, 2, 10);
  assert_value_place (events, 0, 3, 2, 11);
  assert_value_place (events, 0, 6, 2, 16);
  assert_value_place (events, 0, 7, 2, 16);
  assert_value_place (events, 0, 10, 2, 19);
  assert_value_place (events, 0, 14, 3, 5);
  assert_value_place (events, 0, 15, 3, 6);
  assert_value_place (events, 0, 19, 3, 10);
}

static void
test_escapes_have_places (void)
{
  g_autoptr (GyreEvents) events = read_text ("json", "{ \"a\": \"x\\u0041yz\" }");

  assert_value_place (events, 0, 0, 1, 9);
  assert_value_place (events, 0, 2, 1, 16);
  assert_value_place (events, 0, 3, 1, 17);
}

static void
test_numbers (void)
{
  assert_meaning ("json", "{\"a\": 0.10000000000000000555, \"b\": -0, \"c\": 1E5, \"d\": 18446744073709551616}",
                  "assignment a = <0.10000000000000000555>\nassignment b = <-0>\nassignment c = <1E5>\n"
                  "assignment d = <18446744073709551616>\n");
}

static void
test_nested_conditions (void)
{
  assert_meaning ("json", "{\"p\": {\"f#a\": {\"b\": {\"c.x\": 1}, \"g#h\": {\"y\": 2}}}}",
                  "conditional [p|a|b|c] x = <1> if p|a is f\nconditional [p|a|h] y = <2> if p|a is f if p|a|h is g\n");
}

static void
test_wrong_key_is_told_once (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  const char *text = "{\"a..b\": {\"c\": [1], \"d..\": 2}, \"e\": 3}";
  g_autoptr (GyreEvents) events = read_bytes ("json", "t", text, strlen (text), report);
  g_autofree char *found = describe_events (events, FALSE);

  g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
  g_assert_cmpstr (found, ==, "assignment e = <3>\n");
}

static void
test_deep_nesting_ends (void)
{
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *text = g_strconcat ("{\"a\":", brackets, NULL);
  g_autofree char *maps = g_strnfill (1000000, '{');

  assert_told ("json", text, "t:1:70: error: lists must not nest deeper than 64");
  assert_told ("json", maps, "t:1:2: error: ");
}

/* Each mistake once took the line along. */
static void
test_many_mistakes_in_a_line (void)
{
  g_autoptr (GString) text = g_string_new ("{\"a\": \"");
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;

  while (text->len < 1000 * 1000)
    g_string_append (text, "\\z");
  g_string_append (text, "\"}");
  events = read_bytes ("json", "t", text->str, text->len, report);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_fixtures ("json", 25);
#define ADD(path, function) g_test_add_func ("/configuration/codec-json/" path, function)
  ADD ("each-element-of-an-array-has-its-place", test_elements_have_places);
  ADD ("text-behind-an-escape-has-its-place", test_escapes_have_places);
  ADD ("numbers-stay-the-text-that-they-are", test_numbers);
  ADD ("keys-nested-in-conditional-maps-address-the-right-trait", test_nested_conditions);
  ADD ("what-stands-below-a-wrong-key-is-not-told", test_wrong_key_is_told_once);
  ADD ("deep-nesting-ends-by-a-limit", test_deep_nesting_ends);
  ADD ("many-mistakes-in-a-line-are-told-up-to-a-limit", test_many_mistakes_in_a_line);
  return g_test_run ();
}
