/* test-environment.c: Settings in the environment
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

#define VARIABLES(...) ((const char * const[]) { __VA_ARGS__, NULL })

static char *
describe (GyreEvents *events)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < gyre_events_get_length (events); index++)
    {
      g_auto (GStrv) key = gyre_events_dup_key (events, index);
      g_autofree char *key_text = g_strjoinv ("|", key);
      g_autofree char *value = gyre_events_dup_value (events, index);

      g_string_append_printf (text, "%s %s <%s>\n", key_text, gyre_events_get_operator (events, index), value);
    }
  return g_string_free (text, FALSE);
}

static void
assert_events (const char * const *variables, const char *expected)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_environment_parse (variables, report);
  g_autofree char *told = gyre_report_to_string (report);
  g_autofree char *found = describe (events);

  g_assert_cmpstr (told, ==, "");
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_mistake (const char * const *variables, const char *expected)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_environment_parse (variables, report);
  g_autofree char *told = gyre_report_to_string (report);

  g_assert_nonnull (events);
  if (!g_str_has_prefix (told, expected))
    g_assert_cmpstr (told, ==, expected);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
}

static void
test_names (void)
{
  assert_events (VARIABLES ("GYRE__gauss__shapes__ball__radius=2"), "gauss|shapes|ball|radius = <2>\n");
  assert_events (VARIABLES ("GYRE__mesh__memory_size=64 MiB"), "mesh|memory-size = <64 MiB>\n");
  assert_events (VARIABLES ("GYRE__Mesh__X2=a=b"), "Mesh|X2 = <a=b>\n");
  assert_events (VARIABLES ("GYRE__mc-π=µ", "GYRE__a="), "a = <>\nmc-π = <µ>\n");
}

static void
test_others (void)
{
  assert_events (VARIABLES ("HOME=/", "GYRE_DEBUG=1", "GYRE=2", "GYRE__a", "XGYRE__a=1"), "");
}

static void
test_operators (void)
{
  assert_events (VARIABLES ("GYRE__a+=1", "GYRE__a-=2", "GYRE__a^=3", "GYRE__a=0"),
                 "a += <1>\na -= <2>\na = <0>\na ^= <3>\n");
}

static void
test_order (void)
{
  assert_events (VARIABLES ("GYRE__b=1", "GYRE__a=2", "A=3", "GYRE__a__c=4"), "a = <2>\na|c = <4>\nb = <1>\n");
}

static void
test_mistakes (void)
{
  assert_mistake (VARIABLES ("GYRE__=1"), "environment variable GYRE__: error: variable: a name must not be empty");
  assert_mistake (VARIABLES ("GYRE__a____b=1"), "environment variable GYRE__a____b: error: variable: must not have more than two '_'");
  assert_mistake (VARIABLES ("GYRE__a___b=1"), "environment variable GYRE__a___b: error: variable: must not have more than two '_'");
  assert_mistake (VARIABLES ("GYRE___a=1"), "environment variable GYRE___a: error: variable: a fragment of a name must not be empty");
  assert_mistake (VARIABLES ("GYRE__a__=1"), "environment variable GYRE__a__: error: variable: a fragment of a name must not be empty");
  assert_mistake (VARIABLES ("GYRE__a(b)=1"), "environment variable GYRE__a(b): error: variable: a name must not hold any of");
  assert_mistake (VARIABLES ("GYRE__a=\xff"), "environment variable GYRE__a: error: the value of a variable must be UTF-8");
  assert_mistake (VARIABLES ("GYRE__\xff=1"), "environment variable GYRE__");
  assert_mistake (VARIABLES ("GYRE__a_b=1", "GYRE__a-b=2"),
                  "environment variable GYRE__a_b: error: a-b: a key must be said once in the environment, is said in GYRE__a-b too");
}

static void
test_places (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_environment_parse (VARIABLES ("A=1", "GYRE__a__b=xyz"), report);
  g_autoptr (GyreLocator) key = gyre_events_dup_fragment_locator (events, 0, 1);
  g_autoptr (GyreLocator) value = gyre_events_dup_value_locator (events, 0, 2);

  g_assert_cmpint (gyre_locator_get_kind (key), ==, GYRE_LOCATOR_ENVIRONMENT);
  g_assert_cmpstr (gyre_locator_get_file (key), ==, "GYRE__a__b");
  g_assert_cmpuint (gyre_locator_get_column (key), ==, 0);
  g_assert_cmpstr (gyre_locator_get_file (value), ==, "GYRE__a__b");
  g_assert_cmpuint (gyre_locator_get_column (value), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/environment/" path, function)
  ADD ("two-underscores-are-a-dot-and-one-is-a-dash", test_names);
  ADD ("other-variables-are-left-alone", test_others);
  ADD ("operator-ends-the-name", test_operators);
  ADD ("order-is-that-of-the-alphabet", test_order);
  ADD ("mistakes-name-their-variable", test_mistakes);
  ADD ("values-have-columns", test_places);
  return g_test_run ();
}
