/* test-message.c: A message as its receiver sees it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "messaging-fixture.h"

static void
test_variant_arrives_as_it_was (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 1000);
  g_autoptr (GVariant) sent = g_variant_ref_sink (g_variant_new_parsed ("({'one': <1.5>}, [uint64 7, 8], 'text')"));
  g_autoptr (GVariant) unit = g_variant_ref_sink (g_variant_new ("()"));
  g_autoptr (GVariant) found = NULL, nothing = NULL;

  g_assert_true (gyre_messenger_send_variant (post->messenger, 0, gyre_slot_get_handle (slot), 0, sent, 0, NULL));
  g_assert_true (gyre_messenger_send_variant (post->messenger, 0, gyre_slot_get_handle (slot), 0, unit, 0, NULL));
  post_frame (post);
  found = gyre_message_dup_variant (gyre_messenger_read (post->messenger, slot, 0), NULL);
  g_assert_true (g_variant_equal (found, sent));
  nothing = gyre_message_dup_variant (gyre_messenger_read (post->messenger, slot, 0), NULL);
  g_assert_true (g_variant_equal (nothing, unit));
  post_free (post);
}

/* Bytes that somebody has made up. */
static void
check_refused (gconstpointer data, gsize size, GyreMessageFlags flags)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 1000);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_messenger_send (post->messenger, 0, gyre_slot_get_handle (slot), 0, data, size, flags, NULL));
  post_frame (post);
  g_assert_null (gyre_message_dup_variant (gyre_messenger_read (post->messenger, slot, 0), &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_KIND);
  post_free (post);
}

static void
test_bytes_that_are_no_value_are_refused (void)
{
  check_refused ("i\0\0\0\0\0\0\0\1\0\0\0", 12, 0);
  check_refused ("", 0, GYRE_MESSAGE_VARIANT);
  check_refused ("i", 1, GYRE_MESSAGE_VARIANT);
  check_refused ("i\0", 2, GYRE_MESSAGE_VARIANT);
  check_refused ("i\0\0\0\0\0\0\0\1\0\0", 11, GYRE_MESSAGE_VARIANT);
  check_refused ("b\0\0\0\0\0\0\0\2", 9, GYRE_MESSAGE_VARIANT);
  check_refused ("(((", 3, GYRE_MESSAGE_VARIANT);
  check_refused ("*\0\0\0\0\0\0\0\1", 9, GYRE_MESSAGE_VARIANT);
  check_refused ("s\0\0\0\0\0\0\0no end", 14, GYRE_MESSAGE_VARIANT);
}

static void
test_bytes_can_be_kept (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 1000);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  g_assert_true (post_send (post, slot, "kept", NULL));
  post_frame (post);
  bytes = gyre_message_dup_bytes (gyre_messenger_read (post->messenger, slot, 0));
  post_free (post);
  g_assert_cmpmem (g_bytes_get_data (bytes, &size), 4, "kept", 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/message/variant-arrives-as-it-was", test_variant_arrives_as_it_was);
  g_test_add_func ("/messaging/message/bytes-that-are-no-value-are-refused", test_bytes_that_are_no_value_are_refused);
  g_test_add_func ("/messaging/message/bytes-can-be-kept", test_bytes_can_be_kept);
  return g_test_run ();
}
