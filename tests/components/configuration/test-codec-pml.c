/* test-codec-pml.c: What pml files mean, and how their mistakes are told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"

static void
test_nested_conditions (void)
{
  assert_events_of ("pml",
                    "<config><package name='p'>\n<component name='a' family='f'><package name='b'>"
                    "<bind property='c.x'>1</bind></package>\n<component family='g' name='h'><bind property='y'>2</bind>"
                    "</component></component></package></config>",
                    "2:66 conditional [p|a|b|c] x = <1> 2:71 if p|a is f 2:29\n"
                    "3:48 conditional [p|a|h] y = <2> 3:51 if p|a is f 2:29 if p|a|h is g 3:20\n");
}

static void
test_places (void)
{
  g_autoptr (GyreEvents) events = read_text ("pml", "<config>\n<bind property='a'>\n  (&amp;b,\n   πc)\n</bind></config>");
  g_autofree char *value = gyre_events_dup_value (events, 0);
  static const guint places[][3] = { { 0, 3, 3 }, { 1, 3, 4 }, { 2, 3, 9 }, { 5, 4, 4 }, { 7, 4, 5 } };

  g_assert_cmpstr (value, ==, "(&b,\n\317\200c)");
  for (guint index = 0; index < G_N_ELEMENTS (places); index++)
    assert_value_place (events, 0, places[index][0], places[index][1], places[index][2]);
}

static void
test_sections_may_repeat (void)
{
  g_autoptr (GyreEvents) events = read_text ("pml", "<config><package name='a'><bind property='x'>1</bind></package>"
                                             "<package name='a'><bind property='x'>2</bind></package></config>");

  g_assert_cmpuint (gyre_events_get_length (events), ==, 2);
}

static void
test_deep_nesting_ends (void)
{
  GString *text = g_string_new ("<config>");
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;
  g_autofree char *told = NULL;

  for (guint index = 0; index < 40000; index++)
    g_string_append (text, "<package name=\"p\">");
  events = read_bytes ("pml", "t", text->str, text->len, report);
  g_assert_cmpuint (gyre_events_get_length (events), ==, 0);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  told = gyre_report_to_string (report);
  g_assert_nonnull (strstr (told, "elements must not nest deeper than 512"));
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_fixtures ("pml", 21);
#define ADD(path, function) g_test_add_func ("/configuration/codec-pml/" path, function)
  ADD ("nested-conditions-accumulate", test_nested_conditions);
  ADD ("every-byte-of-a-value-has-its-place", test_places);
  ADD ("sections-may-repeat", test_sections_may_repeat);
  ADD ("deep-nesting-is-told-once", test_deep_nesting_ends);
  return g_test_run ();
}
