/* test-codec-yaml.c: What yaml files mean, and how their mistakes are told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"
#include "gyre-codec-yaml-private.h"

static void
test_elements_have_places (void)
{
  g_autoptr (GyreEvents) events = read_text ("yaml", "π:\n  a: [πx, \"b, c\",\n    [3, 44]]\n  b:\n    - 1\n    - x y\n");
  g_autofree char *value = gyre_events_dup_value (events, 0);

  g_assert_cmpstr (value, ==, "(\317\200x, \"b, c\", (3, 44))");
  assert_value_place (events, 0, 0, 2, 6);
  assert_value_place (events, 0, 1, 2, 7);
  assert_value_place (events, 0, 6, 2, 12);
  assert_value_place (events, 0, 15, 3, 6);
  assert_value_place (events, 0, 19, 3, 10);
  assert_value_place (events, 1, 1, 5, 7);
  assert_value_place (events, 1, 4, 6, 7);
}

static void
test_lines_have_places (void)
{
  g_autoptr (GyreEvents) events = read_text ("yaml", "a: |\n  one\n    two\n\n  three\nb: 1\n");
  g_autofree char *value = gyre_events_dup_value (events, 0);

  g_assert_cmpstr (value, ==, "one\n  two\n\nthree");
  assert_value_place (events, 0, 0, 2, 3);
  assert_value_place (events, 0, 6, 3, 5);
  assert_value_place (events, 0, 11, 5, 3);
}

static void
test_core_schema (void)
{
  assert_meaning ("yaml", "a: [n, yes, on, Off, y, null, ~, True]\nb: 0o17\nc: 010\nd: 12:30:45\ne: 2001-01-01\n",
                  "assignment a = <(n, yes, on, Off, y, none, none, true)>\nassignment b = <0o17>\nassignment c = <010>\n"
                  "assignment d = <12:30:45>\nassignment e = <2001-01-01>\n");
  assert_meaning ("yaml", "n: 1\nno: 2\n", "assignment n = <1>\nassignment no = <2>\n");
}

static void
test_nested_conditions (void)
{
  assert_meaning ("yaml", "p:\n  f#a:\n    b:\n      c.x: 1\n    'g#h': {y: 2}\n",
                  "conditional [p|a|b|c] x = <1> if p|a is f\nconditional [p|a|h] y = <2> if p|a is f if p|a|h is g\n");
}

static void
test_aliases (void)
{
  assert_meaning ("yaml", "a: &x {b: 1, c: &y [2, 3]}\nd: *x\ne: *y\nf: &z g\nh: {*z : *z}\n",
                  "assignment a|b = <1>\nassignment a|c = <(2, 3)>\nassignment d|b = <1>\nassignment d|c = <(2, 3)>\n"
                  "assignment e = <(2, 3)>\nassignment f = <g>\nassignment h|g = <g>\n");
}

static void
test_anchor_anew (void)
{
  assert_meaning ("yaml", "a: &x [&x 1, 2]\nb: *x\n", "assignment a = <(1, 2)>\nassignment b = <1>\n");
}

static void
test_alias_budget (void)
{
  GString *text = g_string_new ("a: &x [");

  for (guint index = 0; index < 1000; index++)
    g_string_append (text, "1,");
  g_string_append (text, "]\n");
  for (guint index = 0; index < 200; index++)
    g_string_append_printf (text, "b%u: *x\n", index);
  assert_told ("yaml", text->str, "aliases must not stand for more than 100000 values");
  g_string_free (text, TRUE);
}

static void
test_deep_nesting_ends (void)
{
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *text = g_strconcat ("a: ", brackets, NULL);
  g_autofree char *maps = g_strnfill (1000000, '{');

  assert_told ("yaml", text, "t:1:68: error: lists must not nest deeper than 64");
  assert_told ("yaml", maps, "t:1:2: error: a key must be a text");
}

static void
test_odd_line_ends (void)
{
  g_autoptr (GyreEvents) events = read_text ("yaml", "a: 1\r\nb: \"\302\205x\"\r\nc: 3\r\n");

  assert_value_place (events, 2, 0, 3, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_fixtures ("yaml", 25);
#define ADD(path, function) g_test_add_func ("/configuration/codec-yaml/" path, function)
  ADD ("each-element-of-an-array-has-its-place", test_elements_have_places);
  ADD ("each-line-of-a-block-has-its-place", test_lines_have_places);
  ADD ("words-mean-what-the-core-schema-says", test_core_schema);
  ADD ("keys-nested-in-conditional-maps-address-the-right-trait", test_nested_conditions);
  ADD ("alias-stands-for-what-its-anchor-names", test_aliases);
  ADD ("anchor-is-given-anew-inside-itself", test_anchor_anew);
  ADD ("aliases-end-by-a-budget", test_alias_budget);
  ADD ("deep-nesting-ends-by-a-limit", test_deep_nesting_ends);
  ADD ("places-are-right-behind-odd-line-ends", test_odd_line_ends);
  return g_test_run ();
}
