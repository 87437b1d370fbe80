/* test-progress.c: How far a piece of work is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <math.h>

static void
note (double fraction, gpointer data)
{
  g_array_append_val ((GArray *) data, fraction);
}

static gpointer
report_from_elsewhere (gpointer data)
{
  gyre_progress_report (0.75);
  return NULL;
}

static void
listener_hears_until_it_is_popped (void)
{
  g_autoptr (GArray) heard = g_array_new (FALSE, FALSE, sizeof (double));

  gyre_progress_report (0.1);
  gyre_progress_push (note, heard);
  gyre_progress_report (0.25);
  gyre_progress_pop ();
  gyre_progress_report (0.5);
  g_assert_cmpuint (heard->len, ==, 1);
  g_assert_cmpfloat (g_array_index (heard, double, 0), ==, 0.25);
}

static void
last_listener_hears_alone (void)
{
  g_autoptr (GArray) outer = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (double));

  gyre_progress_push (note, outer);
  gyre_progress_push (note, inner);
  gyre_progress_report (0.25);
  gyre_progress_pop ();
  gyre_progress_report (0.5);
  gyre_progress_pop ();
  g_assert_cmpuint (outer->len, ==, 1);
  g_assert_cmpuint (inner->len, ==, 1);
}

static void
fraction_is_between_0_and_1 (void)
{
  g_autoptr (GArray) heard = g_array_new (FALSE, FALSE, sizeof (double));

  gyre_progress_push (note, heard);
  gyre_progress_report (-1.0);
  gyre_progress_report (7.0);
  gyre_progress_report (NAN);
  gyre_progress_pop ();
  g_assert_cmpfloat (g_array_index (heard, double, 0), ==, 0.0);
  g_assert_cmpfloat (g_array_index (heard, double, 1), ==, 1.0);
  g_assert_cmpfloat (g_array_index (heard, double, 2), ==, 0.0);
}

static void
other_threads_are_not_heard (void)
{
  g_autoptr (GArray) heard = g_array_new (FALSE, FALSE, sizeof (double));

  gyre_progress_push (note, heard);
  g_thread_join (g_thread_new ("elsewhere", report_from_elsewhere, NULL));
  gyre_progress_pop ();
  g_assert_cmpuint (heard->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/progress/listener-hears-until-it-is-popped", listener_hears_until_it_is_popped);
  g_test_add_func ("/documentation/progress/last-listener-hears-alone", last_listener_hears_alone);
  g_test_add_func ("/documentation/progress/fraction-is-between-0-and-1", fraction_is_between_0_and_1);
  g_test_add_func ("/documentation/progress/other-threads-are-not-heard", other_threads_are_not_heard);
  return g_test_run ();
}
