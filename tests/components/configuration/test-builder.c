/* test-builder.c: Makes events of formats that nest
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"
#include "gyre-builder-private.h"

#define TEXT(content, at_line, at_column) \
  (&(GyreText) { .text = content, .length = strlen (content), .line = at_line, .column = at_column })

typedef struct
{
  GyreEvents *events;
  GyreReport *report;
  GyreBuilder *builder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one\ntwo\nthree\n", 14);
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("a.yaml", bytes);

  fixture->events = gyre_events_new (source);
  fixture->report = gyre_report_new ();
  fixture->builder = gyre_builder_new (fixture->events, fixture->report);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gyre_builder_free (fixture->builder);
  gyre_report_unref (fixture->report);
  gyre_events_unref (fixture->events);
}

static void
assert_made (Fixture *fixture, const char *expected)
{
  g_autofree char *found = describe_events (fixture->events, TRUE);

  g_assert_cmpuint (gyre_report_get_length (fixture->report), ==, 0);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_told (Fixture *fixture, const char *expected)
{
  g_autofree char *told = gyre_report_to_string (fixture->report);

  if (!g_str_has_prefix (told, expected))
    g_assert_cmpstr (told, ==, expected);
}

static void
test_nesting (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gyre_builder_open (fixture->builder, TEXT ("p.q", 1, 1));
  gyre_builder_open (fixture->builder, TEXT ("f.g # n", 2, 3));
  gyre_builder_open (fixture->builder, TEXT ("m", 3, 5));
  gyre_builder_assign (fixture->builder, TEXT ("a . b", 4, 7), TEXT ("v", 4, 20));
  gyre_builder_close (fixture->builder);
  gyre_builder_open_conditional (fixture->builder, TEXT ("h", 5, 1), TEXT ("k", 6, 1));
  gyre_builder_assign (fixture->builder, TEXT ("c", 7, 7), TEXT ("w", 7, 9));
  gyre_builder_close (fixture->builder);
  gyre_builder_close (fixture->builder);
  gyre_builder_assign (fixture->builder, TEXT ("d", 8, 1), TEXT ("", 8, 4));
  g_assert_cmpuint (gyre_builder_get_depth (fixture->builder), ==, 1);
  assert_made (fixture, "4:7 conditional [p|q|n|m|a] b = <v> 4:20 if p|q|n is f|g 2:3\n"
                        "7:7 conditional [p|q|n|k] c = <w> 7:9 if p|q|n is f|g 2:3 if p|q|n|k is h 6:1\n"
                        "8:1 assignment p|q|d = <> 8:4\n");
}

static void
test_operators (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gyre_builder_assign (fixture->builder, TEXT ("a +=", 1, 1), TEXT ("1", 1, 9));
  gyre_builder_assign (fixture->builder, TEXT ("a-=", 2, 1), TEXT ("2", 2, 9));
  gyre_builder_assign (fixture->builder, TEXT ("a+", 3, 1), TEXT ("3", 3, 9));
  gyre_builder_assign_with (fixture->builder, TEXT ("a", 4, 1), GYRE_SETTING_PREPEND, TEXT ("4", 4, 9));
  assert_made (fixture, "1:1 assignment a += <1> 1:9\n2:1 assignment a -= <2> 2:9\n"
                        "3:1 assignment a+ = <3> 3:9\n4:1 assignment a ^= <4> 4:9\n");
}

static void
test_includes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gyre_builder_assign (fixture->builder, TEXT ("@include", 1, 1), TEXT ("(a.yaml, ?b.yaml)", 1, 11));
  assert_made (fixture, "1:1 source  = <a.yaml> 1:12\n1:1 source  = <b.yaml> optional 1:20\n");
  gyre_builder_open (fixture->builder, TEXT ("s", 2, 1));
  gyre_builder_assign (fixture->builder, TEXT ("@include", 3, 3), TEXT ("c.yaml", 3, 9));
  assert_told (fixture, "a.yaml:3:3: error: @include: must stand outside of all sections");
}

static void
test_places (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const GyreEventSegment segments[] = { { .offset = 0, .line = 1, .column = 5 }, { .offset = 4, .line = 2, .column = 9 } };
  GyreText value = { "one two", 7, 1, 5, segments, 2 };
  g_autoptr (GyreLocator) first = NULL;
  g_autoptr (GyreLocator) second = NULL;

  gyre_builder_assign (fixture->builder, TEXT ("a . b", 1, 1), &value);
  first = gyre_events_dup_value_locator (fixture->events, 0, 5);
  second = gyre_events_dup_fragment_locator (fixture->events, 0, 1);
  g_assert_cmpuint (gyre_locator_get_line (first), ==, 2);
  g_assert_cmpuint (gyre_locator_get_column (first), ==, 10);
  g_assert_cmpuint (gyre_locator_get_column (second), ==, 5);
}

static void
test_mistakes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gyre_builder_open (fixture->builder, TEXT ("f # a..b", 1, 2));
  assert_told (fixture, "a.yaml:1:8: error: name: a fragment of a name must not be empty");
  gyre_builder_assign (fixture->builder, TEXT ("x", 2, 1), TEXT ("1", 2, 5));
  gyre_builder_close (fixture->builder);
  g_assert_cmpuint (gyre_report_get_errors (fixture->report), ==, 1);
  gyre_builder_open (fixture->builder, TEXT ("f(", 1, 2));
  gyre_builder_close (fixture->builder);
  gyre_builder_assign (fixture->builder, TEXT ("f#a", 1, 1), TEXT ("1", 2, 5));
  gyre_builder_assign (fixture->builder, TEXT ("a=b", 1, 1), TEXT ("1", 2, 5));
  gyre_builder_assign (fixture->builder, TEXT ("", 1, 1), TEXT ("1", 2, 5));
  gyre_builder_assign (fixture->builder, TEXT ("y", 1, 1), TEXT ("1", 2, 5));
  gyre_builder_assign (fixture->builder, TEXT ("y", 2, 1), TEXT ("1", 2, 5));
  g_assert_cmpuint (gyre_report_get_errors (fixture->report), ==, 6);
}

static void
test_depth (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint level = 0; level < 2 * GYRE_EVENTS_DEEPEST; level++)
    gyre_builder_open (fixture->builder, TEXT ("a", 1, 1));
  gyre_builder_assign (fixture->builder, TEXT ("x", 2, 1), TEXT ("1", 2, 5));
  g_assert_cmpuint (gyre_report_get_errors (fixture->report), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/configuration/builder/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("sections-and-conditions-nest", test_nesting);
  ADD ("operator-ends-the-key", test_operators);
  ADD ("include-names-files", test_includes);
  ADD ("parts-of-texts-have-places", test_places);
  ADD ("mistakes-are-told-and-reading-goes-on", test_mistakes);
  ADD ("deep-nesting-is-told-once", test_depth);
  return g_test_run ();
}
