/* test-dead-letters.c: Messages that reached nobody
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "messaging-fixture.h"

#include "gyre-dead-letters-private.h"

static void
test_collector_gets_what_reached_nobody (void)
{
  Post *post = post_new ();
  GyreSlot *collector = post_add (post, NULL, 1000), *slot = post_add (post, NULL, 100), *sender = post_add (post, NULL, 100);
  GyreHandle receiver = gyre_slot_get_handle (slot);
  GQuark kind = g_quark_from_static_string ("letter");
  const GyreDeadLetter *letter;
  GyreMessage *message;
  gsize size;

  gyre_messenger_set_collector (post->messenger, gyre_slot_get_handle (collector));
  g_assert_true (gyre_messenger_send (post->messenger, gyre_slot_get_handle (sender), receiver, kind, "text", 4, 0, NULL));
  gyre_messenger_forget (post->messenger, slot);
  gyre_slots_remove (post->slots, slot);
  post_frame (post);
  message = gyre_messenger_read (post->messenger, collector, gyre_dead_letter_quark ());
  g_assert_cmpuint (gyre_message_get_sender (message), ==, gyre_slot_get_handle (sender));
  letter = gyre_message_get_data (message, &size);
  g_assert_cmpuint (letter->receiver, ==, receiver);
  g_assert_cmpuint (letter->kind, ==, kind);
  g_assert_cmpmem (letter + 1, size - sizeof *letter, "text", 4);
  post_check (post, 0);
  post_free (post);
}

static void
test_collector_that_is_full_or_gone_ends_it (void)
{
  Post *post = post_new ();
  GyreSlot *collector = post_add (post, NULL, 30), *slot = post_add (post, NULL, 100);

  gyre_messenger_set_collector (post->messenger, gyre_slot_get_handle (collector));
  for (guint count = 0; count < 5; count++)
    g_assert_true (post_send (post, slot, "text", NULL));
  gyre_messenger_forget (post->messenger, slot);
  gyre_slots_remove (post->slots, slot);
  post_frame (post);
  g_assert_cmpuint (collector->n_messages, ==, 1);
  g_assert_cmpuint (post->n_dead, ==, 5);
  gyre_messenger_forget (post->messenger, collector);
  gyre_slots_remove (post->slots, collector);
  g_assert_cmpuint (post_frame (post), ==, 0);
  g_assert_cmpuint (post->n_dead, ==, 6);
  post_check (post, 0);
  post_free (post);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/dead-letters/collector-gets-what-reached-nobody", test_collector_gets_what_reached_nobody);
  g_test_add_func ("/messaging/dead-letters/collector-that-is-full-or-gone-ends-it", test_collector_that_is_full_or_gone_ends_it);
  return g_test_run ();
}
