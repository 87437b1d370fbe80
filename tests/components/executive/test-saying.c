/* test-saying.c: What a shard has to say to people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-alerting.h"

static void
note_place (GyreAlert *alert, gpointer data)
{
  g_autofree char *place = gyre_alert_get_locator (alert) != NULL ? gyre_locator_to_string (gyre_alert_get_locator (alert)) : NULL;

  g_string_append_printf (data, "%s: %s;", place != NULL ? place : "nowhere", gyre_alert_get_message (alert));
}

static void
test_an_alert_tells_its_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) story = g_string_new (NULL);
  g_autofree char *line = NULL;

  gyre_executive_set_print_level (fixture->executive, GYRE_ALERT_ERROR);
  gyre_executive_connect_alerts (fixture->executive, note_place, story, NULL);
  line = g_strdup_printf ("test-saying.c:%d", __LINE__ + 1);
  gyre_executive_alert (fixture->executive, GYRE_ALERT_NOTICE, "number %d", 7);
  g_assert_nonnull (strstr (story->str, line));
  g_assert_true (g_str_has_suffix (story->str, ": number 7;"));
}

static void
test_what_is_of_no_place_tells_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) story = g_string_new (NULL);

  gyre_executive_set_print_level (fixture->executive, GYRE_ALERT_ERROR);
  gyre_executive_connect_alerts (fixture->executive, note_place, story, NULL);
  gyre_shard_alert (fixture->shard, NULL, NULL, GYRE_ALERT_NOTICE, "somewhere");
  g_assert_cmpstr (story->str, ==, "nowhere: somewhere;");
}

/* Nobody wants it: nothing is made. */
static void
test_what_nobody_wants_is_nothing (Fixture *fixture, gconstpointer data)
{
  GyreAlertPlace place = { "a.c", 1, NULL, NULL };

  gyre_executive_set_print_level (fixture->executive, GYRE_ALERT_ERROR);
  gyre_executive_set_log_level (fixture->executive, GYRE_ALERT_ERROR);
  gyre_shard_alert (fixture->shard, NULL, &place, GYRE_ALERT_NOTICE, "%s", (const char *) GSIZE_TO_POINTER (1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/executive/saying/an-alert-tells-its-line", Fixture, NULL, set_up, test_an_alert_tells_its_line, tear_down);
  g_test_add ("/executive/saying/what-is-of-no-place-tells-none", Fixture, NULL, set_up, test_what_is_of_no_place_tells_none, tear_down);
  g_test_add ("/executive/saying/what-nobody-wants-is-no-text", Fixture, NULL, set_up, test_what_nobody_wants_is_nothing, tear_down);
  return g_test_run ();
}
