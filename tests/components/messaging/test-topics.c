/* test-topics.c: Who wants to have what is said on a topic
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "messaging-fixture.h"

#include "gyre-topics-private.h"

static void
test_subscribers_get_what_is_published_on_their_topic (void)
{
  Post *post = post_new ();
  GyreTopics *topics = gyre_topics_new (post->slots, post->messenger);
  GyreSlot *one = post_add (post, NULL, 100), *other = post_add (post, NULL, 100);
  GyrePublication result;

  g_assert_true (gyre_topics_publish (topics, 0, "never heard of", "x", 1, 0, &result, NULL));
  g_assert_cmpuint (result.n_reached, ==, 0);
  g_assert_true (gyre_topics_subscribe (topics, "news", gyre_slot_get_handle (one), NULL));
  g_assert_true (gyre_topics_subscribe (topics, "news", gyre_slot_get_handle (other), NULL));
  g_assert_true (gyre_topics_subscribe (topics, "news", gyre_slot_get_handle (other), NULL));
  g_assert_true (gyre_topics_subscribe (topics, "weather", gyre_slot_get_handle (other), NULL));
  g_assert_true (gyre_topics_publish (topics, 0, "news", "new", 3, 0, &result, NULL));
  g_assert_cmpuint (result.n_reached, ==, 2);
  g_assert_true (gyre_topics_publish (topics, 0, "weather", "rain", 4, 0, &result, NULL));
  g_assert_cmpuint (result.n_reached, ==, 1);
  post_frame (post);
  assert_reads (post, one, 0, "new");
  assert_reads (post, one, 0, NULL);
  assert_reads (post, other, g_quark_from_static_string ("weather"), "rain");
  assert_reads (post, other, 0, "new");
  assert_reads (post, other, 0, NULL);
  g_assert_true (gyre_topics_unsubscribe (topics, "news", gyre_slot_get_handle (one)));
  g_assert_false (gyre_topics_unsubscribe (topics, "news", gyre_slot_get_handle (one)));
  g_assert_cmpuint (gyre_topics_get_length (topics, "news"), ==, 1);
  gyre_topics_free (topics);
  post_free (post);
}

static void
test_a_full_subscriber_does_not_keep_it_from_the_others (void)
{
  Post *post = post_new ();
  GyreTopics *topics = gyre_topics_new (post->slots, post->messenger);
  GyreSlot *small = post_add (post, NULL, 2), *other = post_add (post, NULL, 100);
  g_autoptr (GError) error = NULL;
  GyrePublication result;

  g_assert_true (gyre_topics_subscribe (topics, "news", gyre_slot_get_handle (small), NULL));
  g_assert_true (gyre_topics_subscribe (topics, "news", gyre_slot_get_handle (other), NULL));
  g_assert_false (gyre_topics_publish (topics, 0, "news", "new", 3, 0, &result, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE);
  g_assert_cmpuint (result.n_reached, ==, 1);
  gyre_topics_free (topics);
  post_free (post);
}

static void
test_leaving_is_unsubscribing (void)
{
  Post *post = post_new ();
  GyreTopics *topics = gyre_topics_new (post->slots, post->messenger);
  g_autoptr (GError) error = NULL;
  GyreHandle handle = 0;

  for (guint count = 0; count < 1000; count++)
    {
      g_autofree char *name = g_strdup_printf ("topic %u", count % 50);
      GyreSlot *slot = post_add (post, NULL, 100);
      handle = gyre_slot_get_handle (slot);
      g_assert_true (gyre_topics_subscribe (topics, name, handle, NULL));
      g_assert_cmpuint (gyre_topics_get_length (topics, name), ==, 1);
      gyre_messenger_forget (post->messenger, slot);
      gyre_slots_remove (post->slots, slot);
      g_assert_cmpuint (gyre_topics_get_length (topics, name), ==, 0);
    }
  g_assert_false (gyre_topics_subscribe (topics, "news", handle, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  gyre_topics_free (topics);
  post_free (post);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/topics/subscribers-get-what-is-published-on-their-topic",
                   test_subscribers_get_what_is_published_on_their_topic);
  g_test_add_func ("/messaging/topics/a-full-subscriber-does-not-keep-it-from-the-others",
                   test_a_full_subscriber_does_not_keep_it_from_the_others);
  g_test_add_func ("/messaging/topics/leaving-is-unsubscribing", test_leaving_is_unsubscribing);
  return g_test_run ();
}
