/* test-row.c: Processes side by side
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-row-private.h"

static gboolean
count (gpointer object, GError **error)
{
  ++*(guint *) object;
  return TRUE;
}

/* What runs in a frame is contiguous, four entries in a line of the cache. */
static void
test_an_entry_is_a_quarter_of_a_line (void)
{
  g_assert_cmpuint (sizeof (GyreRunEntry), ==, 16);
}

static void
test_a_gap_does_nothing (void)
{
  GyreSlots *slots = gyre_slots_new ();
  GyreRow *row = gyre_row_new (NULL);
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (1);
  GyreRunner runner = { .surroundings = surroundings };
  GyreProcessRecord records[70] = { 0 };
  guint counts[70] = { 0 };

  for (guint index = 0; index < 70; index++)
    {
      records[index].slot = gyre_slots_add (slots, &counts[index]);
      records[index].launch.step = count;
      g_assert_true (gyre_row_add (row, &records[index]));
    }
  gyre_row_remove (&records[33]);
  g_assert_cmpuint (gyre_row_run (row, &runner), ==, 69);
  gyre_row_close_up (row);
  g_assert_cmpuint (row->n_gaps, ==, 1);
  for (guint index = 0; index < 20; index++)
    gyre_row_remove (&records[index]);
  gyre_row_close_up (row);
  g_assert_cmpuint (row->n_gaps, ==, 0);
  g_assert_cmpuint (row->length, ==, 49);
  g_assert_cmpuint (gyre_row_run (row, &runner), ==, 49);
  for (guint index = 0; index < 70; index++)
    g_assert_cmpuint (counts[index], ==, index == 33 ? 0 : index < 20 ? 1 : 2);
  gyre_row_free (row);
  gyre_slots_free (slots);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/row/an-entry-is-a-quarter-of-a-line", test_an_entry_is_a_quarter_of_a_line);
  g_test_add_func ("/executive/row/a-gap-does-nothing", test_a_gap_does_nothing);
  return g_test_run ();
}
