/* test-nesting.c: Maps in maps become events
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The codecs' tests show what texts mean. Here a document is told call by call.
 */
#include "events.h"
#include "gyre-nesting-private.h"

typedef struct
{
  GyreSource *source;
  GyreEvents *events;
  GyreReport *report;
  GyreNesting nesting;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one line", 8);

  self->source = gyre_source_new_from_bytes ("test", bytes);
  self->events = gyre_events_new (self->source);
  self->report = gyre_report_new ();
  gyre_nesting_init (&self->nesting, self->source, self->events, self->report);
  gyre_nesting_begin_map (&self->nesting, 1, 1, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gyre_nesting_clear (&self->nesting);
  gyre_report_unref (self->report);
  gyre_events_unref (self->events);
  gyre_source_unref (self->source);
}

static void
say_key (Fixture *self, const char *text)
{
  GyreNestingText key = { .text = text, .length = strlen (text), .line = 1, .column = 1 };

  gyre_nesting_key (&self->nesting, &key);
}

static void
say_value (Fixture *self, const char *text)
{
  GyreNestingText value = { .text = text, .length = strlen (text), .line = 1, .column = 1 };

  gyre_nesting_scalar (&self->nesting, &value, GYRE_NESTING_STRING);
}

static void
assert_said (Fixture *self, const char *expected)
{
  g_autofree char *found = describe_events (self->events, FALSE);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_operators (Fixture *self, gconstpointer data)
{
  say_key (self, "a +=");
  say_value (self, "1");
  say_key (self, "a-=");
  say_value (self, "2");
  say_key (self, " a ^= ");
  say_value (self, "3");
  g_assert_cmpuint (gyre_report_get_length (self->report), ==, 0);
  assert_said (self, "assignment a += <1>\nassignment a -= <2>\nassignment a ^= <3>\n");
}

static void
test_sections (Fixture *self, gconstpointer data)
{
  say_key (self, "f.g # a . b");
  gyre_nesting_begin_map (&self->nesting, 1, 1, 0);
  say_key (self, "c.d");
  say_value (self, "1");
  gyre_nesting_end_map (&self->nesting, 0);
  say_key (self, "e");
  say_value (self, "2");
  assert_said (self, "conditional [a|b|c] d = <1> if a|b is f|g\nassignment e = <2>\n");
}

static void
test_wrong_key (Fixture *self, gconstpointer data)
{
  say_key (self, "a=b");
  g_assert_true (gyre_nesting_begin_list (&self->nesting, 1, 1, 0));
  say_value (self, "1");
  gyre_nesting_begin_map (&self->nesting, 1, 1, 0);
  say_key (self, "x..y");
  say_value (self, "2");
  gyre_nesting_end_map (&self->nesting, 0);
  gyre_nesting_end_list (&self->nesting, 1, 1, 0);
  say_key (self, "b");
  say_value (self, "3");
  g_assert_cmpuint (gyre_report_get_errors (self->report), ==, 1);
  assert_said (self, "assignment b = <3>\n");
}

static void
test_include (Fixture *self, gconstpointer data)
{
  say_key (self, "@include");
  g_assert_true (gyre_nesting_begin_list (&self->nesting, 1, 1, 0));
  say_value (self, "a.json");
  say_value (self, "?b, c.json");
  gyre_nesting_end_list (&self->nesting, 1, 1, 0);
  say_key (self, "d");
  say_value (self, "1");
  g_assert_cmpuint (gyre_report_get_errors (self->report), ==, 0);
  g_assert_cmpuint (gyre_events_get_length (self->events), ==, 3);
  g_assert_cmpint (gyre_events_get_kind (self->events, 0), ==, GYRE_EVENT_SOURCE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/configuration/nesting/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("operator-ends-a-key", test_operators);
  ADD ("map-below-a-key-is-a-section", test_sections);
  ADD ("nothing-is-told-below-a-wrong-key", test_wrong_key);
  ADD ("include-names-files", test_include);
  return g_test_run ();
}
