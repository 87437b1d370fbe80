/* test-variant.c: Places, mistakes, events and values as nested values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <math.h>

static void
locator_has_kind_and_place (void)
{
  g_autoptr (GyreLocator) file = gyre_locator_new_file ("a.pfg", 3, 5);
  g_autoptr (GyreLocator) argument = gyre_locator_new_argument ("--a.b=c", 2, 7);
  g_autoptr (GyreLocator) variable = gyre_locator_new_environment ("HOME");
  g_autoptr (GyreLocator) source = gyre_locator_new_source ("a.c", 9, "f");
  g_autoptr (GyreLocator) nowhere = gyre_locator_new_default (NULL, 0);

  pond_assert (gyre_locator_to_variant (file), "kind", "file");
  pond_assert (gyre_locator_to_variant (file), "file", "a.pfg");
  pond_assert (gyre_locator_to_variant (file), "line", "3");
  pond_assert (gyre_locator_to_variant (file), "column", "5");
  pond_assert (gyre_locator_to_variant (file), "through", "[]");
  pond_assert (gyre_locator_to_variant (argument), "kind", "argument");
  pond_assert (gyre_locator_to_variant (argument), "file", "--a.b=c");
  pond_assert (gyre_locator_to_variant (argument), "line", "2");
  pond_assert (gyre_locator_to_variant (variable), "kind", "environment");
  pond_assert (gyre_locator_to_variant (source), "kind", "source");
  pond_assert (gyre_locator_to_variant (nowhere), "kind", "default");
  pond_assert (gyre_locator_to_variant (nowhere), "file", NULL);
}

static void
locator_tells_what_it_came_through (void)
{
  g_autoptr (GyreLocator) file = gyre_locator_new_file ("a.pfg", 3, 5);
  g_autoptr (GyreLocator) family = gyre_locator_new_source ("a.c", 9, NULL);
  g_autoptr (GyreLocator) locator = gyre_locator_new_through (file, family);

  pond_assert (gyre_locator_to_variant (locator), "line", "3");
  pond_assert (gyre_locator_to_variant (locator), "through/0/file", "a.c");
  pond_assert (gyre_locator_to_variant (locator), "through/0/line", "9");
}

static void
report_lists_its_diagnostics (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreLocator) file = gyre_locator_new_file ("a.pfg", 3, 5);

  gyre_report_error (report, file, "try b", "a is wrong");
  gyre_report_note (report, NULL, NULL, "c");
  pond_assert (gyre_report_to_variant (report), "0/severity", "error");
  pond_assert (gyre_report_to_variant (report), "0/message", "a is wrong");
  pond_assert (gyre_report_to_variant (report), "0/hint", "try b");
  pond_assert (gyre_report_to_variant (report), "0/column", "5");
  pond_assert (gyre_report_to_variant (report), "1/severity", "note");
  pond_assert (gyre_report_to_variant (report), "1/hint", NULL);
  pond_assert (gyre_report_to_variant (report), "1/file", NULL);
  pond_assert (gyre_report_to_variant (report), "1/line", "0");
}

static void
text_that_is_no_utf8_is_made_so (void)
{
  g_autoptr (GyreLocator) file = gyre_locator_new_file ("a\xff.pfg", 3, 5);

  pond_assert (gyre_locator_to_variant (file), "file", "a\357\277\275.pfg");
}

static void
assert_json (const GValue *value, const char *wanted)
{
  g_autofree char *text = gyre_variant_to_json (gyre_value_to_variant (value));

  g_assert_cmpstr (g_strdelimit (text, "\n", ' '), ==, wanted);
}

static void
reals_read_back_exactly (void)
{
  const double values[] = { 1.0 / 3.0, 0.1, 1e308, 5e-324, -0.0, 0.7871100000000001 };

  for (guint index = 0; index < G_N_ELEMENTS (values); index++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;
      double read;

      g_value_set_double (g_value_init (&value, G_TYPE_DOUBLE), values[index]);
      text = gyre_variant_to_json (gyre_value_to_variant (&value));
      read = g_ascii_strtod (text, NULL);
      g_assert_cmpmem (&read, sizeof read, &values[index], sizeof read);
    }
}

static void
values_have_their_json_form (void)
{
  g_auto (GValue) real = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;
  g_auto (GValue) array = G_VALUE_INIT;
  g_auto (GValue) object = G_VALUE_INIT;
  g_auto (GValue) nothing = G_VALUE_INIT;

  g_value_set_double (g_value_init (&real, G_TYPE_DOUBLE), NAN);
  assert_json (&real, "\"nan\"");
  g_value_set_double (&real, -INFINITY);
  assert_json (&real, "\"-inf\"");
  g_value_set_string (g_value_init (&text, G_TYPE_STRING), "a\"b");
  assert_json (&text, "\"a\\\"b\"");
  g_value_init (&array, GYRE_TYPE_ARRAY);
  assert_json (&array, "null");
  g_value_take_boxed (&array, gyre_array_new_from_text ("((1, 2), (3, 4))", NULL));
  assert_json (&array, "[   [     1.0,     2.0   ],   [     3.0,     4.0   ] ]");
  g_value_take_object (g_value_init (&object, G_TYPE_OBJECT), gyre_component_new (POND_TYPE_WEED, "kelp", NULL, NULL));
  assert_json (&object, "\"pond.weed#kelp\"");
  assert_json (&nothing, "null");
}

static void
events_tell_keys_as_lists (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a.b # c.d:\n  e.f = 1\ng = 2\n", 27);
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("x.pfg", bytes);
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find ("pfg", NULL), source, report);

  pond_assert (gyre_events_to_variant (events), "0/kind", "conditional");
  pond_assert (gyre_events_to_variant (events), "0/key", "[<'f'>]");
  pond_assert (gyre_events_to_variant (events), "0/component", "[<'c'>, <'d'>, <'e'>]");
  pond_assert (gyre_events_to_variant (events), "0/conditions/0/name", "[<'c'>, <'d'>]");
  pond_assert (gyre_events_to_variant (events), "0/conditions/0/family", "[<'a'>, <'b'>]");
  pond_assert (gyre_events_to_variant (events), "0/operator", "=");
  pond_assert (gyre_events_to_variant (events), "0/value", "1");
  pond_assert (gyre_events_to_variant (events), "0/locator/line", "2");
  pond_assert (gyre_events_to_variant (events), "0/locator/column", "3");
  pond_assert (gyre_events_to_variant (events), "1/kind", "assignment");
  pond_assert (gyre_events_to_variant (events), "1/component", "[]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/variant/locator-has-kind-and-place", locator_has_kind_and_place);
  g_test_add_func ("/documentation/variant/locator-tells-what-it-came-through", locator_tells_what_it_came_through);
  g_test_add_func ("/documentation/variant/report-lists-its-diagnostics", report_lists_its_diagnostics);
  g_test_add_func ("/documentation/variant/text-that-is-no-utf8-is-made-so", text_that_is_no_utf8_is_made_so);
  g_test_add_func ("/documentation/variant/reals-read-back-exactly", reals_read_back_exactly);
  g_test_add_func ("/documentation/variant/values-have-their-json-form", values_have_their_json_form);
  g_test_add_func ("/documentation/variant/events-tell-keys-as-lists", events_tell_keys_as_lists);
  return g_test_run ();
}
