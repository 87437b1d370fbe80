/* test-reply.c: What comes of a request, later
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "messaging-fixture.h"

static void
count_call (GyreReply *reply, gpointer data)
{
  g_assert_true (gyre_reply_is_complete (reply));
  ++*(guint *) data;
}

static void
count_destroy (gpointer data)
{
  *(guint *) data += 100;
}

static void
test_callback_is_called_once (void)
{
  Post *post = post_new ();
  GyreRequests *requests = gyre_requests_new (post->messenger, 0);
  GyreSlot *slot = post_add (post, NULL, 100);
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new ("(is)", 7, "seven")), found = NULL;
  g_autoptr (GyreReply) reply = gyre_requests_send (requests, 0, gyre_slot_get_handle (slot), 0, NULL, 0, 0, G_MAXINT64, NULL);
  guint n_calls = 0;
  guint64 number;

  gyre_reply_set_callback (reply, count_call, &n_calls, count_destroy);
  post_frame (post);
  number = gyre_message_get_number (gyre_messenger_read (post->messenger, slot, 0));
  g_assert_true (gyre_requests_reply_variant (requests, 0, number, value, 0, NULL));
  g_assert_true (gyre_requests_reply_variant (requests, 0, number, value, 0, NULL));
  g_assert_cmpuint (n_calls, ==, 0);
  post_frame (post);
  g_assert_cmpuint (n_calls, ==, 101);
  found = gyre_reply_dup_variant (reply, NULL);
  g_assert_true (g_variant_equal (found, value));
  gyre_reply_set_callback (reply, count_call, &n_calls, NULL);
  g_assert_cmpuint (n_calls, ==, 102);
  gyre_requests_free (requests);
  post_free (post);
}

static void
test_plain_bytes_are_no_value (void)
{
  Post *post = post_new ();
  GyreRequests *requests = gyre_requests_new (post->messenger, 0);
  GyreSlot *slot = post_add (post, NULL, 100);
  g_autoptr (GyreReply) reply = gyre_requests_send (requests, 0, gyre_slot_get_handle (slot), 0, NULL, 0, 0, G_MAXINT64, NULL);
  g_autoptr (GError) error = NULL;

  post_frame (post);
  g_assert_true (gyre_requests_reply (requests, 0, gyre_message_get_number (gyre_messenger_read (post->messenger, slot, 0)), "i", 1,
                                      GYRE_MESSAGE_NEXT_FRAME, NULL));
  post_frame (post);
  g_assert_null (gyre_reply_dup_variant (reply, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_KIND);
  gyre_requests_free (requests);
  post_free (post);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/reply/callback-is-called-once", test_callback_is_called_once);
  g_test_add_func ("/messaging/reply/plain-bytes-are-no-value", test_plain_bytes_are_no_value);
  return g_test_run ();
}
