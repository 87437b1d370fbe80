/* test-alerting.c: Alerts of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-alerting.h"

static void
note (GyreAlert *alert, gpointer user_data)
{
  g_autofree char *text = gyre_alert_to_string (alert);

  g_string_append_printf (user_data, "%s in frame %d;", text, (int) gyre_alert_get_frame (alert));
}

static void
complain (Thing *thing)
{
  gyre_shard_alert (thing->fixture->shard, thing, NULL, GYRE_ALERT_NOTICE, "run %u", thing->n_runs);
}

static void
test_who_says_it_and_in_which_frame (Fixture *fixture, gconstpointer data)
{
  Thing *thing = launch (fixture, 'a', EVERY);
  guint64 connection = gyre_executive_connect_alerts (fixture->executive, note, fixture->story, NULL);

  g_autofree char *expected = g_strdup_printf ("warning: %s:%d: begin 1 in frame 0;", __FILE__, __LINE__ + 3);

  thing->act = complain;
  gyre_executive_alert (fixture->executive, GYRE_ALERT_WARNING, "begin %d", 1);
  g_assert_cmpstr (fixture->story->str, ==, expected);
  g_assert_cmpstr (play (fixture, 2), ==, "anotice: a: run 1 in frame 1;|anotice: a: run 2 in frame 2;|");
  gyre_executive_disconnect_alerts (fixture->executive, connection);
  g_assert_cmpstr (play (fixture, 1), ==, "a|");
  end (thing);
}

#define ADD(path, function) g_test_add ("/executive/alerting/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("who-says-it-and-in-which-frame", test_who_says_it_and_in_which_frame);
  return g_test_run ();
}
