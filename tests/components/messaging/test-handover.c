/* test-handover.c: How a message comes to its receiver
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "messaging-fixture.h"

#include "gyre-topics-private.h"

static gint memory_left = -1;        /* allocations of ours that succeed; -1: all */

static gboolean
has_memory (void)
{
  if (memory_left < 0)
    return TRUE;
  if (memory_left == 0)
    return FALSE;
  memory_left--;
  return TRUE;
}

/* Every way in which ours allocate, in the place of GLib's and the C library's. N.B. GLib's slices use the last one too. */
gpointer
g_try_malloc (gsize size)
{
  return has_memory () ? malloc (size) : NULL;
}

gpointer
g_try_malloc0 (gsize size)
{
  return has_memory () ? calloc (1, size) : NULL;
}

gpointer
g_try_malloc_n (gsize count, gsize size)
{
  return has_memory () ? calloc (count, size) : NULL;
}

gpointer
g_try_malloc0_n (gsize count, gsize size)
{
  return has_memory () ? calloc (count, size) : NULL;
}

gpointer
g_try_realloc_n (gpointer memory, gsize count, gsize size)
{
  return has_memory () ? realloc (memory, count * size) : NULL;
}

int
posix_memalign (void **memory, size_t alignment, size_t size)
{
  if (alignment == GYRE_CHUNK_ALIGNMENT && !has_memory ())
    return ENOMEM;
  *memory = aligned_alloc (alignment, (size + alignment - 1) & ~(alignment - 1));
  return *memory != NULL ? 0 : ENOMEM;
}

static gpointer
send_from_thread (gpointer data)
{
  Post *post = data;
  GyreMessagePart part = { "outside ", 8 };
  g_autoptr (GError) error = NULL;
  GyreHandle receiver = gyre_slot_get_handle (gyre_slots_find (post->slots, G_GUINT64_CONSTANT (1) << 32));
  gboolean is_sent = gyre_messenger_send_from_outside (post->messenger, 0, receiver, 0, &part, 1, 0, NULL, &error);

  if (!is_sent)
    g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_MEMORY);
  return GINT_TO_POINTER (is_sent);
}

static gboolean
is_done (gboolean result, GError **error)
{
  if (!result)
    g_assert_error (*error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_MEMORY);
  g_clear_error (error);
  return result;
}

/* All that needs memory, with the n-th allocation missing; afterwards everything that was accepted arrives, and nothing else.
 * Returns: whether memory was missing. */
static gboolean
run_without (gint n_allocations)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL), expected = g_string_new (NULL);
  GyreSlot *slot = post_add (post, notes, 1000000), *box = post_add (post, NULL, 1000000);
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  gboolean is_missing, was_outside;
  guint n_boxed = 0;
  char *place;

  memory_left = n_allocations;
  gyre_slot_add_flags (slot, GYRE_SLOT_PAUSED);
  if (is_done (post_send (post, slot, "small ", &error), &error))
    g_string_append (expected, "small ");
  if (is_done (post_send (post, slot, large, &error), &error))
    g_string_append (expected, large);
  place = gyre_messenger_claim (post->messenger, 0, gyre_slot_get_handle (slot), 0, 8, GYRE_MESSAGE_NEXT_FRAME, &error);
  if (is_done (place != NULL, &error))
    {
      memcpy (place, "claimed ", 8);
      gyre_messenger_commit (post->messenger, 8);
    }
  for (GQuark kind = 0; kind < 20; kind++)
    n_boxed += is_done (gyre_messenger_send (post->messenger, 0, gyre_slot_get_handle (box), kind, "x", 1, 0, &error), &error);
  is_done (gyre_messenger_watch_room (post->messenger, gyre_slot_get_handle (box), 5, 1000000, &error), &error);
  is_done (gyre_messenger_set_policy (post->messenger, box, GYRE_MAILBOX_GROW, 2000000, &error), &error);
  was_outside = GPOINTER_TO_INT (g_thread_join (g_thread_new ("outside", send_from_thread, post)));
  post_frame (post);
  post_frame (post);
  is_missing = memory_left == 0;
  memory_left = -1;
  post_frame (post);
  gyre_slot_remove_flags (slot, GYRE_SLOT_PAUSED);
  gyre_messenger_resume (post->messenger, slot);
  post_frame (post);
  g_assert_cmpint (strstr (notes->str, "outside ") != NULL, ==, was_outside);
  g_assert_cmpint (strstr (notes->str, "claimed ") != NULL, ==, place != NULL);
  g_assert_cmpuint (notes->len, ==, expected->len + (was_outside ? 8 : 0) + (place != NULL ? 8 : 0));
  g_assert_cmpuint (slot->n_bytes, ==, 0);
  while (gyre_messenger_read (post->messenger, box, 0) != NULL)
    n_boxed--;
  g_assert_cmpuint (n_boxed, ==, 0);
  post_check (post, 0);
  post_free (post);
  return is_missing;
}

/* One allocation fails, and all after it, until the executive had two frames without memory. */
static void
test_missing_memory_is_an_error_and_nothing_is_half_done (void)
{
  gint n_allocations = 0;

  while (run_without (n_allocations))
    n_allocations++;
  g_assert_cmpint (n_allocations, >, 10);
}

/* The same for requests, replies and topics. */
static gboolean
ask_without (gint n_allocations)
{
  Post *post = post_new ();
  GyreRequests *requests = gyre_requests_new (post->messenger, 0);
  GyreTopics *topics = gyre_topics_new (post->slots, post->messenger);
  GyreSlot *slot = post_add (post, NULL, 10000);
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_reply_unref);
  g_autoptr (GError) error = NULL;
  gboolean is_missing, is_heard;
  GyreMessage *message;
  guint n_answered = 0;

  memory_left = n_allocations;
  for (guint count = 0; count < 50; count++)
    {
      GyreReply *reply = gyre_requests_send (requests, 0, gyre_slot_get_handle (slot), 0, "ask", 3, 0, 1000, &error);
      if (is_done (reply != NULL, &error))
        g_ptr_array_add (replies, reply);
    }
  is_heard = is_done (gyre_topics_subscribe (topics, "news", gyre_slot_get_handle (slot), &error), &error);
  post_frame (post);
  is_missing = memory_left == 0;
  memory_left = -1;
  post_frame (post);
  g_assert_cmpuint (gyre_topics_get_length (topics, "news"), ==, is_heard);
  g_assert_cmpuint (gyre_requests_get_length (requests), ==, replies->len);
  while ((message = gyre_messenger_read (post->messenger, slot, 0)) != NULL)
    n_answered += gyre_requests_reply (requests, 0, gyre_message_get_number (message), "x", 1, 0, NULL);
  g_assert_cmpuint (n_answered, ==, replies->len);
  post_frame (post);
  g_assert_cmpuint (gyre_requests_expire (requests, 1000), ==, 0);
  post_check (post, 0);
  gyre_topics_free (topics);
  gyre_requests_free (requests);
  post_free (post);
  return is_missing;
}

static void
test_missing_memory_does_not_lose_a_request (void)
{
  gint n_allocations = 0;

  while (ask_without (n_allocations))
    n_allocations++;
  g_assert_cmpint (n_allocations, >, 50);
}

static void
test_traced_receiver_is_traced (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *slot = post_add (post, notes, 100), *other = post_add (post, notes, 100);

  gyre_slot_add_flags (slot, GYRE_SLOT_TRACED);
  g_assert_true (post_send (post, slot, "a", NULL));
  g_assert_true (post_send (post, other, "b", NULL));
  post_frame (post);
  g_assert_cmpuint (post->n_traced, ==, 1);
  g_assert_cmpstr (notes->str, ==, "ab");
  post_free (post);
}

/* Neither an endless conversation inside nor a flood from outside keeps the other waiting. */
static gboolean
answer (gpointer object, GyreMessage *message, GError **error)
{
  Post *post = object;
  GyreHandle own = gyre_message_get_sender (message);

  return gyre_messenger_send (post->messenger, own, own, 0, "x", 1, 0, error);
}

static gpointer
flood (gpointer data)
{
  for (guint count = 0; count < 100; count++)
    g_assert_true (GPOINTER_TO_INT (send_from_thread (data)));
  return NULL;
}

static void
test_inside_and_outside_share_the_budget (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *taker = post_add (post, notes, 100000), *talker = gyre_slots_add (post->slots, post);
  GyreHandle own = gyre_slot_get_handle (talker);

  g_assert_cmpuint (taker->index, ==, 0);
  talker->receive = answer;
  gyre_messenger_set_capacity (post->messenger, talker, 100);
  g_assert_true (gyre_messenger_send (post->messenger, own, own, 0, "x", 1, 0, NULL));
  g_thread_join (g_thread_new ("flood", flood, post));
  gyre_messenger_begin_frame (post->messenger);
  g_assert_cmpuint (gyre_messenger_deliver (post->messenger, 20), ==, 20);
  g_assert_cmpuint (notes->len, ==, 10 * 8);
  g_assert_cmpuint (gyre_messenger_get_counts (post->messenger)->delivered, ==, 20);
  post_free (post);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/handover/missing-memory-is-an-error-and-nothing-is-half-done",
                   test_missing_memory_is_an_error_and_nothing_is_half_done);
  g_test_add_func ("/messaging/handover/missing-memory-does-not-lose-a-request", test_missing_memory_does_not_lose_a_request);
  g_test_add_func ("/messaging/handover/traced-receiver-is-traced", test_traced_receiver_is_traced);
  g_test_add_func ("/messaging/handover/inside-and-outside-share-the-budget", test_inside_and_outside_share_the_budget);
  return g_test_run ();
}
