/* test-event-place.c: Where the parts of an event were said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"

static GyreEvents *
read_events (const char *text)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  return read_bytes ("pfg", "a.pfg", text, strlen (text), report);
}

static void
assert_locator (GyreLocator *locator, const char *expected)
{
  g_autoptr (GyreLocator) owned = locator;
  g_autofree char *found = gyre_locator_to_string (owned);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_places (void)
{
  g_autoptr (GyreEvents) events = read_events ("s.t:\n  u:\n    μ.b = vw\n");

  assert_locator (gyre_events_dup_key_locator (events, 0), "a.pfg:3:5");
  assert_locator (gyre_events_dup_value_locator (events, 0, 0), "a.pfg:3:11");
  assert_locator (gyre_events_dup_value_locator (events, 0, 1), "a.pfg:3:12");
  assert_locator (gyre_events_dup_fragment_locator (events, 0, 0), "a.pfg:1:1");
  assert_locator (gyre_events_dup_fragment_locator (events, 0, 1), "a.pfg:1:3");
  assert_locator (gyre_events_dup_fragment_locator (events, 0, 2), "a.pfg:2:3");
  assert_locator (gyre_events_dup_fragment_locator (events, 0, 3), "a.pfg:3:5");
  assert_locator (gyre_events_dup_fragment_locator (events, 0, 4), "a.pfg:3:7");
}

static void
test_segments (void)
{
  g_autoptr (GyreEvents) events = read_events ("a = 1\nb =\n  (1,\n    2)\n");

  assert_locator (gyre_events_dup_value_locator (events, 0, 0), "a.pfg:1:5");
  assert_locator (gyre_events_dup_value_locator (events, 1, 0), "a.pfg:3:3");
  assert_locator (gyre_events_dup_value_locator (events, 1, 4), "a.pfg:4:5");
  assert_locator (gyre_events_dup_value_locator (events, 1, 99), "a.pfg:4:7");
}

static void
test_arguments (void)
{
  static const char * const arguments[] = { "run", "--a=1", NULL };
  static const char * const variables[] = { "GYRE__a=1", NULL };
  g_autoptr (GyreEvents) words = gyre_events_new_for_arguments (arguments);
  g_autoptr (GyreEvents) environment = gyre_events_new_for_environment (variables);
  g_autoptr (GyreLocator) place = NULL;

  *gyre_events_add (words) = (GyreEvent) { .key = "a", .value = "1", .key_length = 1, .value_length = 1, .line = 2, .column = 3,
                                           .value_line = 2, .value_column = 5 };
  *gyre_events_add (environment) = (GyreEvent) { .key = "a", .value = "1", .key_length = 1, .value_length = 1, .line = 1,
                                                 .value_line = 1, .value_column = 1 };
  assert_locator (gyre_events_dup_key_locator (words, 0), "argument 2 '--a=1'");
  assert_locator (gyre_events_dup_key_locator (environment, 0), "environment variable GYRE__a");
  place = gyre_events_dup_value_locator (environment, 0, 1);
  g_assert_cmpint (gyre_locator_get_kind (place), ==, GYRE_LOCATOR_ENVIRONMENT);
  g_assert_cmpuint (gyre_locator_get_column (place), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/event-place/" path, function)
  ADD ("each-fragment-and-value-has-its-place", test_places);
  ADD ("lines-of-a-value-have-places-of-their-own", test_segments);
  ADD ("words-and-variables-are-places", test_arguments);
  return g_test_run ();
}
