/* test-messenger.c: Messages between the components of one thread
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "messaging-fixture.h"

#include <gio/gio.h>

static void
test_exactly_the_bytes_arrive_in_order (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *slot = post_add (post, notes, 8096);

  g_assert_true (gyre_messenger_send (post->messenger, 0, gyre_slot_get_handle (slot), 0, "a\0b", 3, 0, NULL));
  g_assert_true (post_send (post, slot, "", NULL));
  g_assert_true (post_send (post, slot, "cdefghijk", NULL));
  g_assert_cmpuint (slot->n_messages, ==, 3);
  g_assert_cmpuint (post_frame (post), ==, 3);
  g_assert_cmpmem (notes->str, notes->len, "a\0bcdefghijk", 12);
  g_assert_cmpuint (slot->n_messages, ==, 0);
  g_assert_cmpuint (slot->n_bytes, ==, 0);
  post_check (post, 0);
  post_free (post);
}

static void
test_sender_kind_and_number_are_known (void)
{
  Post *post = post_new ();
  GyreSlot *sender = post_add (post, NULL, 100), *slot = post_add (post, NULL, 100);
  GQuark kind = g_quark_from_static_string ("some-kind");
  GyreMessage *first, *second;
  gsize size;

  g_assert_true (gyre_messenger_send (post->messenger, gyre_slot_get_handle (sender), gyre_slot_get_handle (slot), kind, "x", 1,
                                      0, NULL));
  g_assert_true (post_send (post, slot, "y", NULL));
  gyre_messenger_begin_frame (post->messenger);
  gyre_messenger_deliver (post->messenger, 10);
  first = gyre_messenger_read (post->messenger, slot, 0);
  second = gyre_messenger_read (post->messenger, slot, 0);
  g_assert_cmpuint (gyre_message_get_sender (first), ==, gyre_slot_get_handle (sender));
  g_assert_cmpuint (gyre_message_get_sender (second), ==, GYRE_HANDLE_NONE);
  g_assert_cmpuint (gyre_message_get_kind (first), ==, kind);
  g_assert_cmpuint (gyre_message_get_kind (second), ==, 0);
  g_assert_cmpuint (gyre_message_get_number (first), <, gyre_message_get_number (second));
  g_assert_cmpuint ((gsize) gyre_message_get_data (first, &size) % 8, ==, 0);
  g_assert_cmpuint ((gsize) gyre_message_get_data (second, &size) % 8, ==, 0);
  gyre_messenger_end_frame (post->messenger);
  post_free (post);
}

static void
test_full_mailbox_refuses_and_stores_nothing (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 10);
  g_autoptr (GError) error = NULL;

  g_assert_true (post_send (post, slot, "0123456", NULL));
  g_assert_false (post_send (post, slot, "abcd", &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  g_assert_true (post_send (post, slot, "abc", NULL));
  post_frame (post);
  g_assert_cmpuint (slot->n_bytes, ==, 10);
  assert_reads (post, slot, 0, "0123456");
  g_assert_true (post_send (post, slot, "1234567", NULL));
  post_frame (post);
  assert_reads (post, slot, 0, "abc");
  assert_reads (post, slot, 0, "1234567");
  assert_reads (post, slot, 0, NULL);
  post_check (post, 0);
  post_free (post);
}

static void
test_too_large_is_an_error_of_size (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 10), *none = post_add (post, NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (post_send (post, slot, "0123456789+", &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE);
  g_assert_nonnull (strstr (error->message, "at most 10 bytes, has 11"));
  g_clear_error (&error);
  g_assert_false (post_send (post, none, "", &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE);
  g_assert_cmpuint (slot->n_messages, ==, 0);
  post_free (post);
}

static void
test_empty_messages_fill_a_mailbox_too (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 3);

  for (guint count = 0; count < 3; count++)
    g_assert_true (post_send (post, slot, "", NULL));
  g_assert_false (post_send (post, slot, "", NULL));
  post_frame (post);
  assert_reads (post, slot, 0, "");
  g_assert_true (post_send (post, slot, "", NULL));
  post_free (post);
}

static void
test_growing_mailbox_takes_a_large_message_whole (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 10);
  g_autofree char *large = g_strnfill (200000, 'x');
  GyreMessage *message;
  gsize size;

  g_assert_true (gyre_messenger_set_policy (post->messenger, slot, GYRE_MAILBOX_GROW, 300000, NULL));
  g_assert_true (post_send (post, slot, "0123456789", NULL));
  g_assert_true (post_send (post, slot, large, NULL));
  g_assert_false (post_send (post, slot, large, NULL));
  post_frame (post);
  assert_reads (post, slot, 0, "0123456789");
  message = gyre_messenger_read (post->messenger, slot, 0);
  g_assert_cmpmem (gyre_message_get_data (message, &size), size, large, 200000);
  g_assert_true (gyre_messenger_set_policy (post->messenger, slot, GYRE_MAILBOX_REFUSE, 0, NULL));
  g_assert_cmpuint (slot->capacity, ==, 10);
  post_free (post);
}

static void
test_dropping_the_oldest_keeps_the_newest (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 3);

  g_assert_true (gyre_messenger_set_policy (post->messenger, slot, GYRE_MAILBOX_DROP_OLDEST, 0, NULL));
  for (const char *text = "abcdefg"; *text != '\0'; text++)
    g_assert_true (gyre_messenger_send (post->messenger, 0, gyre_slot_get_handle (slot), 0, text, 1, 0, NULL));
  post_frame (post);
  g_assert_true (post_send (post, slot, "h", NULL));
  post_frame (post);
  g_assert_cmpuint (gyre_messenger_get_dropped (post->messenger, slot), ==, 5);
  g_assert_cmpuint (gyre_messenger_get_counts (post->messenger)->dropped, ==, 5);
  assert_reads (post, slot, 0, "f");
  assert_reads (post, slot, 0, "g");
  assert_reads (post, slot, 0, "h");
  assert_reads (post, slot, 0, NULL);
  post_check (post, 0);
  post_free (post);
}

static void
test_dropping_the_newest_keeps_the_oldest (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 3);

  g_assert_true (gyre_messenger_set_policy (post->messenger, slot, GYRE_MAILBOX_DROP_NEWEST, 0, NULL));
  for (const char *text = "abcdefg"; *text != '\0'; text++)
    g_assert_true (gyre_messenger_send (post->messenger, 0, gyre_slot_get_handle (slot), 0, text, 1, 0, NULL));
  post_frame (post);
  g_assert_cmpuint (gyre_messenger_get_dropped (post->messenger, slot), ==, 4);
  for (const char *text = "abc"; *text != '\0'; text++)
    {
      char expected[] = { *text, '\0' };
      assert_reads (post, slot, 0, expected);
    }
  assert_reads (post, slot, 0, NULL);
  post_check (post, 0);
  post_free (post);
}

static void
test_deleted_receiver_is_an_error_and_what_was_under_way_is_dead (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *slot = post_add (post, notes, 100), *box = post_add (post, NULL, 100);
  GyreHandle handle = gyre_slot_get_handle (slot);
  g_autoptr (GError) error = NULL;

  g_assert_true (post_send (post, box, "waiting", NULL));
  post_frame (post);
  g_assert_true (post_send (post, slot, "+under way", NULL));
  gyre_messenger_forget (post->messenger, slot);
  gyre_slots_remove (post->slots, slot);
  gyre_messenger_forget (post->messenger, box);
  gyre_slots_remove (post->slots, box);
  g_assert_false (gyre_messenger_send (post->messenger, 0, handle, 0, "x", 1, 0, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  post_add (post, notes, 100);
  post_add (post, NULL, 100);
  post_frame (post);
  g_assert_cmpuint (notes->len, ==, 0);
  g_assert_cmpuint (post->n_dead, ==, 2);
  g_assert_cmpstr (post->dead->str, ==, "waiting+under way");
  post_check (post, 0);
  post_free (post);
}

static void
test_one_kind_is_read_behind_many_of_others (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 10000000);
  GyreHandle handle = gyre_slot_get_handle (slot);
  GQuark kinds[3] = { 0, g_quark_from_static_string ("kind-one"), g_quark_from_static_string ("kind-two") };
  guint n_others = 100000;

  for (guint index = 0; index < n_others; index++)
    g_assert_true (gyre_messenger_send (post->messenger, 0, handle, kinds[index % 2], "other", 5, 0, NULL));
  g_assert_true (gyre_messenger_send (post->messenger, 0, handle, kinds[2], "first", 5, 0, NULL));
  g_assert_true (gyre_messenger_send (post->messenger, 0, handle, kinds[1], "last", 4, 0, NULL));
  g_assert_true (gyre_messenger_send (post->messenger, 0, handle, kinds[2], "second", 6, 0, NULL));
  post_frame (post);
  assert_reads (post, slot, kinds[2], "first");
  assert_reads (post, slot, kinds[2], "second");
  assert_reads (post, slot, kinds[2], NULL);
  for (guint index = 0; index < n_others; index++)
    assert_reads (post, slot, 0, "other");
  assert_reads (post, slot, 0, "last");
  assert_reads (post, slot, 0, NULL);
  post_check (post, 0);
  post_free (post);
}

static void
test_next_frame_does_not_depend_on_who_ran_first (void)
{
  g_autoptr (GString) first = g_string_new (NULL), second = g_string_new (NULL);
  GString *both[2] = { first, second };

  for (guint turn = 0; turn < 2; turn++)
    {
      Post *post = post_new ();
      GyreSlot *slot = post_add (post, both[turn], 100), *senders[2];
      senders[0] = post_add (post, NULL, 100);
      senders[1] = post_add (post, NULL, 100);
      for (guint index = 0; index < 4; index++)
        {
          guint who = (index + turn) % 2;
          g_assert_true (gyre_messenger_send (post->messenger, gyre_slot_get_handle (senders[who]), gyre_slot_get_handle (slot), 0,
                                              who == 0 ? &"aA"[index / 2] : &"bB"[index / 2], 1, GYRE_MESSAGE_NEXT_FRAME, NULL));
        }
      g_assert_cmpuint (gyre_messenger_deliver (post->messenger, 100), ==, 0);
      g_assert_false (gyre_messenger_is_idle (post->messenger));
      g_assert_true (post_send (post, slot, "now", NULL));
      g_assert_cmpuint (gyre_messenger_deliver (post->messenger, 100), ==, 1);
      post_frame (post);
      g_assert_true (gyre_messenger_is_idle (post->messenger));
      post_check (post, 0);
      post_free (post);
    }
  g_assert_cmpstr (both[0]->str, ==, "nowaAbB");
  g_assert_cmpstr (both[1]->str, ==, "nowaAbB");
}

static void
test_paused_receiver_gets_everything_later_in_order (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *slot = post_add (post, notes, 100);

  g_assert_true (post_send (post, slot, "a", NULL));
  gyre_slot_add_flags (slot, GYRE_SLOT_PAUSED);
  post_frame (post);
  g_assert_true (post_send (post, slot, "b", NULL));
  post_frame (post);
  g_assert_cmpstr (notes->str, ==, "");
  g_assert_cmpuint (slot->n_bytes, ==, 2);
  g_assert_true (post_send (post, slot, "c", NULL));
  gyre_slot_remove_flags (slot, GYRE_SLOT_PAUSED);
  gyre_messenger_resume (post->messenger, slot);
  g_assert_false (gyre_messenger_is_idle (post->messenger));
  g_assert_true (post_send (post, slot, "d", NULL));
  post_frame (post);
  g_assert_cmpstr (notes->str, ==, "abcd");
  g_assert_cmpuint (slot->n_bytes, ==, 0);
  gyre_slot_add_flags (slot, GYRE_SLOT_STASHING);
  g_assert_true (post_send (post, slot, "e", NULL));
  post_frame (post);
  gyre_slot_remove_flags (slot, GYRE_SLOT_STASHING);
  g_assert_true (post_send (post, slot, "f", NULL));
  post_frame (post);
  g_assert_cmpstr (notes->str, ==, "abcdef");
  post_check (post, 0);
  post_free (post);
}

static void
test_claimed_message_is_written_in_place (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *slot = post_add (post, notes, 100);
  char *place = gyre_messenger_claim (post->messenger, 0, gyre_slot_get_handle (slot), 0, 50, 0, NULL);

  g_assert_cmpuint (slot->n_bytes, ==, 50);
  g_assert_true (post_send (post, slot, "after", NULL));
  g_assert_cmpuint (gyre_messenger_deliver (post->messenger, 10), ==, 0);
  memcpy (place, "claimed ", 8);
  gyre_messenger_commit (post->messenger, 8);
  g_assert_cmpuint (slot->n_bytes, ==, 13);
  g_assert_nonnull (gyre_messenger_claim (post->messenger, 0, gyre_slot_get_handle (slot), 0, 80, 0, NULL));
  gyre_messenger_abandon (post->messenger);
  g_assert_null (gyre_messenger_claim (post->messenger, 0, gyre_slot_get_handle (slot), 0, 101, 0, NULL));
  post_frame (post);
  g_assert_cmpstr (notes->str, ==, "claimed after");
  g_assert_cmpuint (slot->n_bytes, ==, 0);
  post_check (post, 0);
  post_free (post);
}

static void
test_parts_become_one_message (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 100);
  const GyreMessagePart parts[] = { { "one ", 4 }, { NULL, 0 }, { "message", 7 } };

  g_assert_true (gyre_messenger_send_parts (post->messenger, 0, gyre_slot_get_handle (slot), 0, parts, 3, 0, NULL));
  post_frame (post);
  assert_reads (post, slot, 0, "one message");
  post_free (post);
}

static gboolean
send_on (gpointer object, GyreMessage *message, GError **error)
{
  Post *post = object;
  gsize size;
  const guint *left = gyre_message_get_data (message, &size);
  guint next = *left - 1;
  GyreHandle own = gyre_message_get_sender (message);

  return *left == 0 || gyre_messenger_send (post->messenger, own, own, 0, &next, sizeof next, 0, error);
}

static void
test_budget_bounds_a_delivery (void)
{
  Post *post = post_new ();
  GyreSlot *slot = gyre_slots_add (post->slots, post);
  GyreHandle handle = gyre_slot_get_handle (slot);
  guint left = 1000;

  slot->receive = send_on;
  gyre_messenger_set_capacity (post->messenger, slot, 100);
  g_assert_true (gyre_messenger_send (post->messenger, handle, handle, 0, &left, sizeof left, 0, NULL));
  gyre_messenger_begin_frame (post->messenger);
  g_assert_cmpuint (gyre_messenger_deliver (post->messenger, 10), ==, 10);
  g_assert_false (gyre_messenger_is_idle (post->messenger));
  post_free (post);
}

static gboolean
fail (gpointer object, GyreMessage *message, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");
  return FALSE;
}

static void
test_failing_receiver_is_told_and_the_others_go_on (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *bad = post_add (post, notes, 100), *good = post_add (post, notes, 100);

  bad->receive = fail;
  g_assert_true (post_send (post, bad, "x", NULL));
  g_assert_true (post_send (post, good, "y", NULL));
  post_frame (post);
  g_assert_cmpuint (post->n_failed, ==, 1);
  g_assert_cmpstr (notes->str, ==, "y");
  post_free (post);
}

static gboolean
end_oneself (gpointer object, GyreMessage *message, GError **error)
{
  Post *post = object;
  gsize size;
  GyreHandle own = *(const GyreHandle *) gyre_message_get_data (message, &size);
  GyreSlot *slot = gyre_slots_find (post->slots, own);

  gyre_messenger_forget (post->messenger, slot);
  gyre_slots_remove (post->slots, slot);
  g_assert_cmpuint (*(const GyreHandle *) gyre_message_get_data (message, NULL), ==, own);
  return TRUE;
}

static void
test_receiver_can_end_while_it_receives (void)
{
  Post *post = post_new ();
  GyreSlot *slot = gyre_slots_add (post->slots, post);
  GyreHandle own = gyre_slot_get_handle (slot);

  slot->receive = end_oneself;
  gyre_messenger_set_capacity (post->messenger, slot, 100);
  gyre_slot_add_flags (slot, GYRE_SLOT_PAUSED);
  for (guint count = 0; count < 3; count++)
    g_assert_true (gyre_messenger_send (post->messenger, 0, own, 0, &own, sizeof own, 0, NULL));
  post_frame (post);
  gyre_slot_remove_flags (slot, GYRE_SLOT_PAUSED);
  gyre_messenger_resume (post->messenger, slot);
  g_assert_true (gyre_messenger_send (post->messenger, 0, own, 0, &own, sizeof own, 0, NULL));
  post_frame (post);
  g_assert_cmpuint (post->n_dead, ==, 3);
  post_check (post, 0);
  post_free (post);
}

static void
test_few_waiting_messages_do_not_keep_much_memory (void)
{
  Post *post = post_new ();
  GyreSlot *slow = post_add (post, NULL, 1000000), *fast = post_add (post, NULL, 100000000);
  GQuark kind = g_quark_from_static_string ("kept");
  g_autofree char *bulk = g_strnfill (10000, 'x');
  guint n_kept = 1000;

  for (guint index = 0; index < n_kept; index++)
    {
      g_autofree char *text = g_strdup_printf ("%u", index);
      g_assert_true (gyre_messenger_send (post->messenger, 0, gyre_slot_get_handle (slow), index % 3 == 0 ? kind : 0, text,
                                          strlen (text), 0, NULL));
      for (guint count = 0; count < 6; count++)
        g_assert_true (post_send (post, fast, bulk, NULL));
      post_frame (post);
      while (gyre_messenger_read (post->messenger, fast, 0) != NULL)
        continue;
    }
  post_frame (post);
  g_assert_cmpuint (post->messenger->mailboxes.chunks.n_bytes, <, 3 * 1024 * 1024);
  for (guint index = 0; index < n_kept; index += 3)
    {
      g_autofree char *text = g_strdup_printf ("%u", index);
      assert_reads (post, slow, kind, text);
    }
  for (guint index = 0; index < n_kept; index++)
    if (index % 3 != 0)
      {
        g_autofree char *text = g_strdup_printf ("%u", index);
        assert_reads (post, slow, 0, text);
      }
  assert_reads (post, slow, 0, NULL);
  post_free (post);
}

static void
test_what_was_read_stays_until_the_end_of_the_frame (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 1000000);
  const char *data;
  gsize size;

  g_assert_true (post_send (post, slot, "kept", NULL));
  post_frame (post);
  data = gyre_message_get_data (gyre_messenger_read (post->messenger, slot, 0), &size);
  for (guint count = 0; count < 10000; count++)
    g_assert_true (post_send (post, slot, "other", NULL));
  gyre_messenger_deliver (post->messenger, G_MAXUINT);
  while (gyre_messenger_read (post->messenger, slot, 0) != NULL)
    continue;
  gyre_messenger_forget (post->messenger, slot);
  g_assert_cmpmem (data, size, "kept", 4);
  gyre_messenger_end_frame (post->messenger);
  g_assert_cmpuint (post->messenger->mailboxes.n_bytes, ==, 0);
  post_free (post);
}

static void
note_visit (GyreHandle receiver, const GyreMessage *message, gboolean is_for_next, gpointer data)
{
  gsize size;
  const char *text = gyre_message_get_data (message, &size);

  g_string_append_printf (data, "%.*s%s;", (int) size, text, is_for_next ? "+" : "");
}

/* In mailboxes, under way and for the next frame; and what stands by order, when a delivery has stopped in between. */
static void
test_visit (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 8096), *other = post_add (post, NULL, 8096);
  GyreSlot *slots[] = { slot, NULL };
  g_autoptr (GString) seen = g_string_new (NULL);

  post_send (post, slot, "a", NULL);
  post_send (post, other, "elsewhere", NULL);
  post_frame (post);
  post_send (post, slot, "b", NULL);
  for (guint index = 0; index < 3; index++)
    gyre_messenger_send (post->messenger, gyre_slot_get_handle (index == 1 ? slot : other), gyre_slot_get_handle (slot), 0, &"cde"[index], 1,
                         GYRE_MESSAGE_NEXT_FRAME, NULL);
  gyre_messenger_visit (post->messenger, slots, 2, note_visit, seen);
  g_assert_cmpstr (seen->str, ==, "a;b;c+;d+;e+;");
  gyre_messenger_begin_frame (post->messenger);
  post_send (post, slot, "f", NULL);
  for (guint index = 0; index < 3; index++)
    {
      static const char * const expected[] = { "a;b;d;c;e;f;", "a;b;d;c;e;f;", "a;b;d;c;e;f;" };

      g_string_truncate (seen, 0);
      gyre_messenger_visit (post->messenger, slots, 2, note_visit, seen);
      g_assert_cmpstr (seen->str, ==, expected[index]);
      gyre_messenger_deliver (post->messenger, 1);
    }
  gyre_messenger_end_frame (post->messenger);
  post_free (post);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/messenger/visit-sees-what-has-come-and-not-gone", test_visit);
#define ADD(path, function) g_test_add_func ("/messaging/messenger/" path, function)
  ADD ("exactly-the-bytes-arrive-in-order", test_exactly_the_bytes_arrive_in_order);
  ADD ("sender-kind-and-number-are-known", test_sender_kind_and_number_are_known);
  ADD ("full-mailbox-refuses-and-stores-nothing", test_full_mailbox_refuses_and_stores_nothing);
  ADD ("too-large-is-an-error-of-size", test_too_large_is_an_error_of_size);
  ADD ("empty-messages-fill-a-mailbox-too", test_empty_messages_fill_a_mailbox_too);
  ADD ("growing-mailbox-takes-a-large-message-whole", test_growing_mailbox_takes_a_large_message_whole);
  ADD ("dropping-the-oldest-keeps-the-newest", test_dropping_the_oldest_keeps_the_newest);
  ADD ("dropping-the-newest-keeps-the-oldest", test_dropping_the_newest_keeps_the_oldest);
  ADD ("deleted-receiver-is-an-error-and-what-was-under-way-is-dead", test_deleted_receiver_is_an_error_and_what_was_under_way_is_dead);
  ADD ("one-kind-is-read-behind-many-of-others", test_one_kind_is_read_behind_many_of_others);
  ADD ("next-frame-does-not-depend-on-who-ran-first", test_next_frame_does_not_depend_on_who_ran_first);
  ADD ("paused-receiver-gets-everything-later-in-order", test_paused_receiver_gets_everything_later_in_order);
  ADD ("claimed-message-is-written-in-place", test_claimed_message_is_written_in_place);
  ADD ("parts-become-one-message", test_parts_become_one_message);
  ADD ("budget-bounds-a-delivery", test_budget_bounds_a_delivery);
  ADD ("failing-receiver-is-told-and-the-others-go-on", test_failing_receiver_is_told_and_the_others_go_on);
  ADD ("receiver-can-end-while-it-receives", test_receiver_can_end_while_it_receives);
  ADD ("few-waiting-messages-do-not-keep-much-memory", test_few_waiting_messages_do_not_keep_much_memory);
  ADD ("what-was-read-stays-until-the-end-of-the-frame", test_what_was_read_stays_until_the_end_of_the_frame);
  return g_test_run ();
}
