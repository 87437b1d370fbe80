/* test-records.c: What the schedule knows of processes, and the order in which some of them run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-records-private.h"

static void
test_a_record_comes_again_and_empty (void)
{
  enum { N = 200 };
  GyreRecords records = { NULL, NULL };
  GyreProcessRecord *taken[N], *again;

  for (guint index = 0; index < N; index++)
    {
      taken[index] = gyre_records_take (&records);
      g_assert_nonnull (taken[index]);
      for (guint other = 0; other < index; other++)
        g_assert_true (taken[other] != taken[index]);
    }
  taken[77]->due = 5;
  gyre_records_give_back (&records, taken[77]);
  again = gyre_records_take (&records);
  g_assert_true (again == taken[77]);
  g_assert_cmpint (again->due, ==, 0);
  gyre_records_clear (&records);
  g_assert_null (records.chunks);
}

static void
test_a_list_keeps_its_order_whoever_leaves (void)
{
  GyreProcessRecord records[4] = { { .due = 0 }, { .due = 1 }, { .due = 2 }, { .due = 3 } };
  GyreProcessList list = { NULL, NULL };
  GString *story = g_string_new (NULL);

  for (guint index = 0; index < 4; index++)
    gyre_process_list_append (&list, &records[index]);
  gyre_process_list_remove (&records[2]);
  gyre_process_list_remove (&records[0]);
  gyre_process_list_remove (&records[0]);
  gyre_process_list_append (&list, &records[2]);
  while (list.first != NULL)
    {
      g_string_append_printf (story, "%d", (int) list.first->due);
      gyre_process_list_remove (list.first);
    }
  g_assert_cmpstr (story->str, ==, "132");
  g_assert_null (list.last);
  g_string_free (story, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/records/a-record-comes-again-and-empty", test_a_record_comes_again_and_empty);
  g_test_add_func ("/executive/records/a-list-keeps-its-order-whoever-leaves", test_a_list_keeps_its_order_whoever_leaves);
  return g_test_run ();
}
