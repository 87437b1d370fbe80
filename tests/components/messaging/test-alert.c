/* test-alert.c: One alert
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-alert-private.h"

#include <json-glib/json-glib.h>

#define DATE G_GINT64_CONSTANT (1000000000123456789)

static GyreAlert *
make (const char *message)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("bells.pfg", 3, 9);
  GyreAlertOrigin origin = { .name = "Bell0", .family = "tower.bell", .handle = 77, .locator = locator, .frame = 12 };

  return gyre_alert_new (GYRE_ALERT_WARNING, &origin, DATE, g_strdup (message));
}

static void
test_it_says_who_where_and_what (void)
{
  g_autoptr (GyreAlert) alert = make ("the rope is worn");
  g_autofree char *text = gyre_alert_to_string (alert);

  g_assert_cmpstr (text, ==, "warning: Bell0: bells.pfg:3:9: the rope is worn");
  g_assert_cmpuint (gyre_alert_get_handle (alert), ==, 77);
  g_assert_cmpuint (gyre_alert_get_frame (alert), ==, 12);
}

static void
test_what_there_is_not_is_left_out (void)
{
  GyreAlertOrigin origin = { NULL };
  g_autoptr (GyreAlert) alert = gyre_alert_new (GYRE_ALERT_ERROR, &origin, DATE, g_strdup ("no memory"));
  g_autofree char *text = gyre_alert_to_string (alert);
  g_autofree char *json = gyre_alert_to_json (alert);

  g_assert_cmpstr (text, ==, "error: no memory");
  g_assert_cmpstr (json, ==, "{\"date\":\"2001-09-09T01:46:40.123456Z\",\"level\":\"error\",\"message\":\"no memory\"}");
}

static void
test_json_is_json_whatever_is_said (void)
{
  g_autoptr (GyreAlert) alert = make ("\"\\\n\xff\x01");
  g_autofree char *json = gyre_alert_to_json (alert);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (json_parser_load_from_data (parser, json, -1, &error));
  g_assert_no_error (error);
  g_assert_null (strchr (json, '\n'));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (json_parser_get_root (parser)), "component"), ==, "Bell0");
}

static void
test_json_has_file_and_line (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_source ("bell.c", 42, "ring");
  GyreAlertOrigin origin = { .locator = locator };
  g_autoptr (GyreAlert) alert = gyre_alert_new (GYRE_ALERT_ERROR, &origin, DATE, g_strdup ("no rope"));
  g_autofree char *json = gyre_alert_to_json (alert);
  g_autofree char *text = gyre_alert_to_string (alert);

  g_assert_nonnull (strstr (json, "\"place\":\"bell.c:42\",\"file\":\"bell.c\",\"line\":42"));
  g_assert_cmpstr (text, ==, "error: bell.c:42: no rope");
}

static void
test_levels_have_words (void)
{
  GyreAlertLevel level;

  for (guint index = GYRE_ALERT_ERROR; index <= GYRE_ALERT_DEBUG; index++)
    {
      g_assert_true (gyre_alert_level_from_name (gyre_alert_level_get_name (index), &level));
      g_assert_cmpuint (level, ==, index);
    }
  g_assert_false (gyre_alert_level_from_name ("loud", &level));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/alert/it-says-who-where-and-what", test_it_says_who_where_and_what);
  g_test_add_func ("/messaging/alert/what-there-is-not-is-left-out", test_what_there_is_not_is_left_out);
  g_test_add_func ("/messaging/alert/json-is-json-whatever-is-said", test_json_is_json_whatever_is_said);
  g_test_add_func ("/messaging/alert/json-has-file-and-line", test_json_has_file_and_line);
  g_test_add_func ("/messaging/alert/levels-have-words", test_levels_have_words);
  return g_test_run ();
}
