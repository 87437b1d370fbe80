/* test-slots.c: Records reached by handle
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-slots-private.h"

static void
test_handle_leads_to_its_record (void)
{
  GyreSlots *slots = gyre_slots_new ();
  int object;
  GyreSlot *slot = gyre_slots_add (slots, &object);

  g_assert_true (gyre_slots_find (slots, gyre_slot_get_handle (slot)) == slot);
  g_assert_true (slot->object == &object);
  g_assert_cmpuint (gyre_slot_get_handle (slot), !=, GYRE_HANDLE_NONE);
  gyre_slots_free (slots);
}

static void
test_stale_handle_does_not_reach_the_newcomer (void)
{
  GyreSlots *slots = gyre_slots_new ();
  int old, newcomer;
  GyreSlot *slot = gyre_slots_add (slots, &old);
  GyreHandle handle = gyre_slot_get_handle (slot);
  GyreSlot *again;

  gyre_slots_remove (slots, slot);
  g_assert_null (gyre_slots_find (slots, handle));
  g_assert_false (gyre_slots_is_alive (slots, handle));
  again = gyre_slots_add (slots, &newcomer);
  g_assert_true (again == slot);
  g_assert_null (gyre_slots_find (slots, handle));
  g_assert_true (gyre_slots_is_alive (slots, gyre_slot_get_handle (again)));
  gyre_slots_free (slots);
}

static void
test_invented_handles_reach_nobody (void)
{
  GyreSlots *slots = gyre_slots_new ();
  int object;
  GyreSlot *slot = gyre_slots_add (slots, &object);
  GyreHandle next = gyre_slot_get_handle (slot) + (G_GUINT64_CONSTANT (1) << 32);

  g_assert_null (gyre_slots_find (slots, GYRE_HANDLE_NONE));
  g_assert_null (gyre_slots_find (slots, G_MAXUINT64));
  g_assert_null (gyre_slots_find (slots, gyre_slot_get_handle (slot) + 1));
  gyre_slots_remove (slots, slot);
  g_assert_null (gyre_slots_find (slots, next));
  gyre_slots_free (slots);
}

static void
test_a_record_never_moves (void)
{
  GyreSlots *slots = gyre_slots_new ();
  guint n_records = 100000;
  g_autofree GyreSlot **records = g_new (GyreSlot *, n_records);

  for (guint index = 0; index < n_records; index++)
    records[index] = gyre_slots_add (slots, GUINT_TO_POINTER (index + 1));
  for (guint index = 0; index < n_records; index++)
    {
      g_assert_true (gyre_slots_find (slots, gyre_slot_get_handle (records[index])) == records[index]);
      g_assert_cmpuint (GPOINTER_TO_UINT (records[index]->object), ==, index + 1);
      g_assert_cmpuint ((gsize) records[index] % 64, ==, 0);
    }
  g_assert_cmpuint (gyre_slots_get_length (slots), ==, n_records);
  gyre_slots_free (slots);
}

static void
test_used_up_generations_end_a_record (void)
{
  GyreSlots *slots = gyre_slots_new ();
  int object;
  GyreSlot *slot = gyre_slots_add (slots, &object);

  slot->generation = G_MAXUINT32;
  gyre_slots_remove (slots, slot);
  g_assert_true (gyre_slots_add (slots, &object) != slot);
  gyre_slots_free (slots);
}

static void
test_who_has_a_flag_is_not_found_among_those_without (void)
{
  GyreSlots *slots = gyre_slots_new ();
  int object;
  GyreSlot *slot = gyre_slots_add (slots, &object);
  GyreHandle handle = gyre_slot_get_handle (slot);

  g_assert_true (gyre_slots_find_without (slots, handle, GYRE_SLOT_PAUSED | GYRE_SLOT_WAITING) == slot);
  gyre_slot_add_flags (slot, GYRE_SLOT_TRACED);
  g_assert_true (gyre_slots_find_without (slots, handle, GYRE_SLOT_PAUSED | GYRE_SLOT_WAITING) == slot);
  gyre_slot_add_flags (slot, GYRE_SLOT_PAUSED);
  g_assert_null (gyre_slots_find_without (slots, handle, GYRE_SLOT_PAUSED | GYRE_SLOT_WAITING));
  gyre_slot_remove_flags (slot, GYRE_SLOT_PAUSED);
  g_assert_true (gyre_slots_find_without (slots, handle, GYRE_SLOT_PAUSED | GYRE_SLOT_WAITING) == slot);
  gyre_slots_remove (slots, slot);
  g_assert_null (gyre_slots_find_without (slots, handle, 0));
  g_assert_true (gyre_slots_add (slots, &object) == slot);
  g_assert_null (gyre_slots_find_without (slots, handle, 0));
  g_assert_true (gyre_slots_find_without (slots, gyre_slot_get_handle (slot), 0) == slot);
  gyre_slots_free (slots);
}

static void
test_a_charge_counts_messages_and_bytes (void)
{
  GyreSlots *slots = gyre_slots_new ();
  int object;
  GyreSlot *slot = gyre_slots_add (slots, &object);

  gyre_slot_charge (slot, G_MAXUINT32 - 1);
  gyre_slot_charge (slot, 1);
  g_assert_cmpuint (slot->n_messages, ==, 2);
  g_assert_cmpuint (slot->n_bytes, ==, G_MAXUINT32);
  gyre_slot_discharge (slot, G_MAXUINT32 - 1);
  g_assert_cmpuint (slot->n_messages, ==, 1);
  g_assert_cmpuint (slot->n_bytes, ==, 1);
  gyre_slots_remove (slots, slot);
  g_assert_true (gyre_slots_add (slots, &object) == slot);
  g_assert_cmpuint (slot->n_messages, ==, 0);
  g_assert_cmpuint (slot->n_bytes, ==, 0);
  gyre_slots_free (slots);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/slots/handle-leads-to-its-record", test_handle_leads_to_its_record);
  g_test_add_func ("/messaging/slots/stale-handle-does-not-reach-the-newcomer", test_stale_handle_does_not_reach_the_newcomer);
  g_test_add_func ("/messaging/slots/invented-handles-reach-nobody", test_invented_handles_reach_nobody);
  g_test_add_func ("/messaging/slots/a-record-never-moves", test_a_record_never_moves);
  g_test_add_func ("/messaging/slots/who-has-a-flag-is-not-found-among-those-without",
                   test_who_has_a_flag_is_not_found_among_those_without);
  g_test_add_func ("/messaging/slots/a-charge-counts-messages-and-bytes", test_a_charge_counts_messages_and_bytes);
  g_test_add_func ("/messaging/slots/used-up-generations-end-a-record", test_used_up_generations_end_a_record);
  return g_test_run ();
}
