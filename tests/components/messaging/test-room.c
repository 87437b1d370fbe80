/* test-room.c: Senders who wait for room in a mailbox
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "messaging-fixture.h"

static void
test_watcher_is_told_once_when_enough_fits (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 10);
  GyreHandle handle = gyre_slot_get_handle (slot);

  g_assert_true (post_send (post, slot, "12345", NULL));
  g_assert_true (post_send (post, slot, "67890", NULL));
  post_frame (post);
  g_assert_true (gyre_messenger_watch_room (post->messenger, handle, 77, 6, NULL));
  g_assert_cmpuint (slot->flags & GYRE_SLOT_WATCHED, !=, 0);
  assert_reads (post, slot, 0, "12345");
  post_frame (post);
  g_assert_cmpuint (post->told, ==, 0);
  assert_reads (post, slot, 0, "67890");
  g_assert_cmpuint (post->told, ==, 0);
  g_assert_false (gyre_messenger_is_idle (post->messenger));
  post_frame (post);
  g_assert_cmpuint (post->told, ==, 77);
  g_assert_cmpuint (slot->flags & GYRE_SLOT_WATCHED, ==, 0);
  post->told = 0;
  post_frame (post);
  g_assert_cmpuint (post->told, ==, 0);
  post_free (post);
}

static void
test_room_that_is_there_is_told_too (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 10);

  g_assert_true (gyre_messenger_watch_room (post->messenger, gyre_slot_get_handle (slot), 5, 10, NULL));
  g_assert_cmpuint (post->told, ==, 0);
  post_frame (post);
  g_assert_cmpuint (post->told, ==, 5);
  post_free (post);
}

static void
test_room_that_never_comes_is_an_error (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 10);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_messenger_watch_room (post->messenger, gyre_slot_get_handle (slot), 5, 11, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE);
  g_clear_error (&error);
  g_assert_false (gyre_messenger_watch_room (post->messenger, 4711, 5, 1, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  post_free (post);
}

static void
test_taking_as_it_comes_makes_room (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *slot = post_add (post, notes, 4);

  g_assert_true (post_send (post, slot, "1234", NULL));
  g_assert_true (gyre_messenger_watch_room (post->messenger, gyre_slot_get_handle (slot), 5, 4, NULL));
  post_frame (post);
  g_assert_cmpuint (post->told, ==, 5);
  g_assert_cmpstr (notes->str, ==, "1234");
  post_free (post);
}

static void
test_watch_ends_with_the_receiver (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 4);

  g_assert_true (post_send (post, slot, "1234", NULL));
  g_assert_true (gyre_messenger_watch_room (post->messenger, gyre_slot_get_handle (slot), 5, 4, NULL));
  gyre_messenger_forget (post->messenger, slot);
  gyre_slots_remove (post->slots, slot);
  post_frame (post);
  g_assert_cmpuint (post->told, ==, 0);
  post_free (post);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/room/watcher-is-told-once-when-enough-fits", test_watcher_is_told_once_when_enough_fits);
  g_test_add_func ("/messaging/room/room-that-is-there-is-told-too", test_room_that_is_there_is_told_too);
  g_test_add_func ("/messaging/room/room-that-never-comes-is-an-error", test_room_that_never_comes_is_an_error);
  g_test_add_func ("/messaging/room/taking-as-it-comes-makes-room", test_taking_as_it_comes_makes_room);
  g_test_add_func ("/messaging/room/watch-ends-with-the-receiver", test_watch_ends_with_the_receiver);
  return g_test_run ();
}
