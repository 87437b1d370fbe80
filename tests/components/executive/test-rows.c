/* test-rows.c: All rows of a schedule
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-rows-private.h"

static gboolean
count (gpointer object, GError **error)
{
  ++*(guint *) object;
  return TRUE;
}

static void
test_an_interval_and_a_phase_have_one_row (void)
{
  GyreRows rows = { 0 };
  GyreLaunch third = { .step = count, .interval_frames = 3, .phase = 5 };
  GyreLaunch other = { .step = count, .interval_frames = 3, .phase = 1 };

  gyre_rows_init (&rows);
  g_assert_true (gyre_rows_get (&rows, &third) == gyre_rows_get (&rows, &(GyreLaunch) { .interval_frames = 3, .phase = 2 }));
  g_assert_true (gyre_rows_get (&rows, &third) != gyre_rows_get (&rows, &other));
  gyre_rows_clear (&rows);
}

static void
test_a_row_runs_in_its_frames (void)
{
  GyreSlots *slots = gyre_slots_new ();
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (1);
  GyreRunner runner = { .surroundings = surroundings };
  GyreRows rows = { 0 };
  guint n_runs = 0;
  GyreProcessRecord record = { .launch = { .step = count, .interval_frames = 4, .phase = 3 } };

  gyre_rows_init (&rows);
  record.slot = gyre_slots_add (slots, &n_runs);
  g_assert_true (gyre_row_add (gyre_rows_get (&rows, &record.launch), &record));
  for (guint64 frame = 1; frame <= 8; frame++)
    g_assert_cmpuint (gyre_rows_run (&rows, &runner, frame), ==, frame % 4 == 3);
  g_assert_cmpuint (n_runs, ==, 2);
  gyre_rows_clear (&rows);
  gyre_slots_free (slots);
}

static void
test_what_is_rare_or_goes_by_time_has_none (void)
{
  g_assert_true (gyre_rows_has (&(GyreLaunch) { .interval_frames = 64 }));
  g_assert_false (gyre_rows_has (&(GyreLaunch) { .interval_frames = 65 }));
  g_assert_false (gyre_rows_has (&(GyreLaunch) { .interval_time = 1 }));
  g_assert_false (gyre_rows_has (&(GyreLaunch) { .once = TRUE }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/rows/an-interval-and-a-phase-have-one-row", test_an_interval_and_a_phase_have_one_row);
  g_test_add_func ("/executive/rows/a-row-runs-in-its-frames", test_a_row_runs_in_its_frames);
  g_test_add_func ("/executive/rows/what-is-rare-or-goes-by-time-has-none", test_what_is_rare_or_goes_by_time_has_none);
  return g_test_run ();
}
