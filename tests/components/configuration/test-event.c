/* test-event.c: What a configuration says, one event a setting
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static GyreEvents *
read_events (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("a.pfg", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  GyreEvents *events = gyre_codec_decode (gyre_codec_find ("pfg", NULL), source, report);

  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
  return events;
}

static void
assert_list (GStrv list, const char *expected)
{
  g_auto (GStrv) owned = list;
  g_autofree char *found = g_strjoinv ("|", owned);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_locator (GyreLocator *locator, const char *expected)
{
  g_autoptr (GyreLocator) owned = locator;
  g_autofree char *found = gyre_locator_to_string (owned);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("a.pfg", bytes);
  g_autoptr (GyreEvents) events = gyre_events_new (source);

  g_assert_cmpuint (gyre_events_get_length (events), ==, 0);
  g_assert_true (gyre_events_get_source (events) == source);
}

static void
test_assignment (void)
{
  g_autoptr (GyreEvents) events = read_events ("s:\n  a.b = v\n");
  g_autofree char *value = gyre_events_dup_value (events, 0);

  g_assert_cmpuint (gyre_events_get_length (events), ==, 1);
  g_assert_cmpint (gyre_events_get_kind (events, 0), ==, GYRE_EVENT_ASSIGNMENT);
  g_assert_cmpstr (gyre_events_get_operator (events, 0), ==, "=");
  g_assert_cmpstr (value, ==, "v");
  assert_list (gyre_events_dup_key (events, 0), "s|a|b");
  assert_list (gyre_events_dup_component (events, 0), "");
  g_assert_cmpuint (gyre_events_get_condition_count (events, 0), ==, 0);
}

static void
test_conditional (void)
{
  g_autoptr (GyreEvents) events = read_events ("p:\n  f.g # n:\n    q:\n      h # m:\n        a.b = v\n");

  g_assert_cmpint (gyre_events_get_kind (events, 0), ==, GYRE_EVENT_CONDITIONAL);
  assert_list (gyre_events_dup_key (events, 0), "b");
  assert_list (gyre_events_dup_component (events, 0), "p|n|q|m|a");
  g_assert_cmpuint (gyre_events_get_condition_count (events, 0), ==, 2);
  for (guint index = 0; index < 2; index++)
    {
      GStrv name, family;

      gyre_events_dup_condition (events, 0, index, &name, &family);
      assert_list (name, index == 0 ? "p|n" : "p|n|q|m");
      assert_list (family, index == 0 ? "f|g" : "h");
    }
  assert_locator (gyre_events_dup_condition_locator (events, 0, 0), "a.pfg:2:3");
  assert_locator (gyre_events_dup_condition_locator (events, 0, 1), "a.pfg:4:7");
}

static void
test_operator (void)
{
  g_autoptr (GyreEvents) events = read_events ("a = 1\na += 2\na -= 3\na ^= 4\n");
  static const char * const operators[] = { "=", "+=", "-=", "^=" };

  for (guint index = 0; index < G_N_ELEMENTS (operators); index++)
    g_assert_cmpstr (gyre_events_get_operator (events, index), ==, operators[index]);
}

static void
test_source (void)
{
  g_autoptr (GyreEvents) events = read_events ("@include = a.pfg, ?b.pfg\n");
  g_autofree char *path = gyre_events_dup_value (events, 1);

  g_assert_cmpuint (gyre_events_get_length (events), ==, 2);
  g_assert_cmpint (gyre_events_get_kind (events, 0), ==, GYRE_EVENT_SOURCE);
  g_assert_false (gyre_events_is_optional (events, 0));
  g_assert_true (gyre_events_is_optional (events, 1));
  g_assert_cmpstr (path, ==, "b.pfg");
  assert_list (gyre_events_dup_key (events, 1), "");
}

static void
test_outlives (void)
{
  GyreEvents *events = read_events ("a = 1\n");
  g_autoptr (GyreEvents) second = gyre_events_ref (events);
  g_autofree char *value = NULL;

  gyre_events_unref (events);
  value = gyre_events_dup_value (second, 0);
  g_assert_cmpstr (value, ==, "1");
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GyreEvents) events = NULL;

  for (guint index = 0; index < 20000; index++)
    g_string_append_printf (text, "f # n%u:\n a . b = \\;%u\n", index, index);
  events = read_events (text->str);
  g_assert_cmpuint (gyre_events_get_length (events), ==, 20000);
  for (guint index = 0; index < 20000; index += 999)
    {
      g_autofree char *value = gyre_events_dup_value (events, index);
      g_autofree char *expected = g_strdup_printf (";%u", index);
      g_autofree char *component = g_strdup_printf ("n%u|a", index);
      g_autofree char *place = g_strdup_printf ("a.pfg:%u:12", 2 * index + 2);

      g_assert_cmpstr (value, ==, expected);
      assert_list (gyre_events_dup_component (events, index), component);
      assert_locator (gyre_events_dup_value_locator (events, index, 1), place);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/event/" path, function)
  ADD ("new-list-is-empty", test_empty);
  ADD ("assignment-has-the-full-key", test_assignment);
  ADD ("conditional-has-component-trait-and-conditions", test_conditional);
  ADD ("operator-is-part-of-an-event", test_operator);
  ADD ("source-is-a-path-that-may-be-optional", test_source);
  ADD ("list-keeps-its-text-alive", test_outlives);
  ADD ("many-events-keep-their-texts-and-places", test_many);
  return g_test_run ();
}
