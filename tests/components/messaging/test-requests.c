/* test-requests.c: The requests that wait for a reply
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "messaging-fixture.h"

#include <gio/gio.h>

typedef struct
{
  Post *post;
  GyreRequests *requests;
  GyreSlot *asker;
  GyreSlot *asked;              /* reads its mailbox */
} Talk;

static Talk
talk_begin (void)
{
  Talk talk = { post_new () };

  talk.requests = gyre_requests_new (talk.post->messenger, 0);
  talk.asker = post_add (talk.post, NULL, 100);
  talk.asked = post_add (talk.post, NULL, 100);
  return talk;
}

static void
talk_end (Talk *talk)
{
  gyre_requests_free (talk->requests);
  post_free (talk->post);
}

static GyreReply *
ask (Talk *talk, gint64 deadline)
{
  GyreReply *reply = gyre_requests_send (talk->requests, gyre_slot_get_handle (talk->asker), gyre_slot_get_handle (talk->asked), 0,
                                         "question", 8, 0, deadline, NULL);
  g_assert_nonnull (reply);
  return reply;
}

static void
end_slot (Post *post, GyreSlot *slot)
{
  gyre_messenger_forget (post->messenger, slot);
  gyre_slots_remove (post->slots, slot);
}

static void
test_reply_comes_to_who_has_asked_and_to_no_mailbox (void)
{
  Talk talk = talk_begin ();
  g_autoptr (GyreReply) first = ask (&talk, G_MAXINT64), second = ask (&talk, G_MAXINT64);
  g_autoptr (GBytes) bytes = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  GyreMessage *messages[2];
  GyreHandle own = gyre_slot_get_handle (talk.asked);
  gsize size;

  post_frame (talk.post);
  messages[0] = gyre_messenger_read (talk.post->messenger, talk.asked, 0);
  messages[1] = gyre_messenger_read (talk.post->messenger, talk.asked, 0);
  g_assert_true (gyre_message_is_request (messages[0]));
  g_assert_true (gyre_requests_reply (talk.requests, own, gyre_message_get_number (messages[1]), "answer", 6, 0, NULL));
  g_assert_false (gyre_reply_is_complete (second));
  g_assert_null (gyre_reply_dup_bytes (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  post_frame (talk.post);
  g_assert_false (gyre_reply_is_complete (first));
  bytes = gyre_reply_dup_bytes (second, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, &size), size, "answer", 6);
  g_assert_cmpuint (talk.asker->n_messages, ==, 0);
  g_assert_cmpuint (gyre_requests_get_length (talk.requests), ==, 1);
  post_check (talk.post, 0);
  talk_end (&talk);
  g_clear_error (&error);
  none = gyre_reply_dup_bytes (first, &error);
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
}

static void
test_deadline_completes_with_an_error_and_the_late_reply_is_dead (void)
{
  Talk talk = talk_begin ();
  g_autoptr (GyreReply) soon = ask (&talk, 1000), later = ask (&talk, 2000);
  g_autoptr (GError) error = NULL;
  guint64 number;

  post_frame (talk.post);
  number = gyre_message_get_number (gyre_messenger_read (talk.post->messenger, talk.asked, 0));
  g_assert_cmpint (gyre_requests_get_next_due (talk.requests), <=, 1000);
  g_assert_cmpuint (gyre_requests_expire (talk.requests, 999), ==, 0);
  g_assert_true (gyre_requests_reply (talk.requests, 0, number, "late", 4, 0, NULL));
  g_assert_cmpuint (gyre_requests_expire (talk.requests, 1000), ==, 1);
  g_assert_true (gyre_reply_is_complete (soon));
  g_assert_false (gyre_reply_is_complete (later));
  g_assert_null (gyre_reply_dup_bytes (soon, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_TIMEOUT);
  post_frame (talk.post);
  g_assert_cmpuint (talk.post->n_dead, ==, 1);
  g_assert_cmpstr (talk.post->dead->str, ==, "late");
  g_clear_error (&error);
  g_assert_false (gyre_requests_reply (talk.requests, 0, number, "later", 5, 0, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  talk_end (&talk);
}

static void
test_request_that_reaches_nobody_is_completed_at_once (void)
{
  Talk talk = talk_begin ();
  g_autoptr (GyreReply) waiting = ask (&talk, G_MAXINT64), under_way = NULL;
  g_autoptr (GError) error = NULL;

  post_frame (talk.post);
  under_way = ask (&talk, G_MAXINT64);
  end_slot (talk.post, talk.asked);
  g_assert_null (gyre_reply_dup_bytes (waiting, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  post_frame (talk.post);
  g_clear_error (&error);
  g_assert_null (gyre_reply_dup_bytes (under_way, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  g_assert_cmpuint (gyre_requests_get_length (talk.requests), ==, 0);
  talk_end (&talk);
}

static void
test_request_that_is_dropped_is_completed_too (void)
{
  Talk talk = talk_begin ();
  g_autoptr (GyreReply) reply = ask (&talk, G_MAXINT64);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_messenger_set_policy (talk.post->messenger, talk.asked, GYRE_MAILBOX_DROP_OLDEST, 0, NULL));
  for (guint count = 0; count < 100; count++)
    g_assert_true (post_send (talk.post, talk.asked, "more", NULL));
  post_frame (talk.post);
  g_assert_null (gyre_reply_dup_bytes (reply, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  g_assert_true (gyre_messenger_set_policy (talk.post->messenger, talk.asked, GYRE_MAILBOX_DROP_NEWEST, 0, NULL));
  g_clear_error (&error);
  g_assert_null (gyre_requests_send (talk.requests, 0, gyre_slot_get_handle (talk.asked), 0, "question", 8, 0, 5, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  g_assert_cmpuint (gyre_requests_get_length (talk.requests), ==, 0);
  talk_end (&talk);
}

static void
test_who_has_ended_gets_no_reply (void)
{
  Talk talk = talk_begin ();
  g_autoptr (GyreReply) reply = ask (&talk, G_MAXINT64);
  g_autoptr (GError) error = NULL;
  guint64 number;

  post_frame (talk.post);
  number = gyre_message_get_number (gyre_messenger_read (talk.post->messenger, talk.asked, 0));
  end_slot (talk.post, talk.asker);
  g_assert_false (gyre_requests_reply (talk.requests, 0, number, "answer", 6, 0, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  g_assert_nonnull (strstr (error->message, "who has asked must live"));
  talk_end (&talk);
}

static void
test_who_ends_while_the_reply_is_under_way_gets_none (void)
{
  Talk talk = talk_begin ();
  g_autoptr (GyreReply) reply = ask (&talk, G_MAXINT64);
  g_autoptr (GError) error = NULL;
  guint64 number;

  post_frame (talk.post);
  number = gyre_message_get_number (gyre_messenger_read (talk.post->messenger, talk.asked, 0));
  g_assert_true (gyre_requests_reply (talk.requests, 0, number, "answer", 6, 0, NULL));
  end_slot (talk.post, talk.asker);
  post_frame (talk.post);
  g_assert_null (gyre_reply_dup_bytes (reply, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  talk_end (&talk);
}

/* Each finds its own, in any order. */
static void
test_thousands_wait_at_the_same_time (void)
{
  Talk talk = talk_begin ();
  guint n_requests = 10000;
  g_autofree GyreReply **replies = g_new (GyreReply *, n_requests);
  g_autofree guint64 *numbers = g_new (guint64, n_requests);

  gyre_messenger_set_capacity (talk.post->messenger, talk.asked, 1000000);
  for (guint index = 0; index < n_requests; index++)
    replies[index] = ask (&talk, index % 2 == 0 ? 1000 : G_MAXINT64);
  post_frame (talk.post);
  for (guint index = 0; index < n_requests; index++)
    numbers[index] = gyre_message_get_number (gyre_messenger_read (talk.post->messenger, talk.asked, 0));
  for (guint index = n_requests; index-- > 0;)
    if (index % 3 == 0)
      g_assert_true (gyre_requests_reply (talk.requests, 0, numbers[index], &index, sizeof index, 0, NULL));
  post_frame (talk.post);
  gyre_requests_expire (talk.requests, 1000);
  for (guint index = 0; index < n_requests; index++)
    {
      g_autoptr (GBytes) bytes = gyre_reply_dup_bytes (replies[index], NULL);
      g_assert_cmpint (gyre_reply_is_complete (replies[index]), ==, index % 3 == 0 || index % 2 == 0);
      g_assert_cmpint (bytes != NULL, ==, index % 3 == 0);
      if (bytes != NULL)
        g_assert_cmpuint (*(const guint *) g_bytes_get_data (bytes, NULL), ==, index);
      gyre_reply_unref (replies[index]);
    }
  talk_end (&talk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/messaging/requests/" path, function)
  ADD ("reply-comes-to-who-has-asked-and-to-no-mailbox", test_reply_comes_to_who_has_asked_and_to_no_mailbox);
  ADD ("deadline-completes-with-an-error-and-the-late-reply-is-dead", test_deadline_completes_with_an_error_and_the_late_reply_is_dead);
  ADD ("request-that-reaches-nobody-is-completed-at-once", test_request_that_reaches_nobody_is_completed_at_once);
  ADD ("request-that-is-dropped-is-completed-too", test_request_that_is_dropped_is_completed_too);
  ADD ("who-has-ended-gets-no-reply", test_who_has_ended_gets_no_reply);
  ADD ("who-ends-while-the-reply-is-under-way-gets-none", test_who_ends_while_the_reply_is_under_way_gets_none);
  ADD ("thousands-wait-at-the-same-time", test_thousands_wait_at_the_same_time);
  return g_test_run ();
}
