/* test-outside.c: What other threads send
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "messaging-fixture.h"

#define N_THREADS 4

/* What the threads send: who, the how many-th, and bytes that follow from both. */
typedef struct
{
  guint32 thread;
  guint32 count;
  guint8 bytes[];
} Parcel;

typedef struct
{
  Post *post;
  guint32 number;
  guint32 n_messages;
  GyreHandle receivers[8];
  guint64 n_refused;
} Sender;

typedef struct
{
  guint32 next[N_THREADS];
  guint64 n_received;
} Receiver;

static gboolean
check_parcel (gpointer object, GyreMessage *message, GError **error)
{
  Receiver *self = object;
  gsize size;
  const Parcel *parcel = gyre_message_get_data (message, &size);

  g_assert_cmpuint (parcel->thread, <, N_THREADS);
  g_assert_cmpuint (parcel->count, >=, self->next[parcel->thread]);
  self->next[parcel->thread] = parcel->count + 1;
  for (gsize index = 0; index < size - sizeof *parcel; index++)
    if (parcel->bytes[index] != (guint8) (parcel->count + index))
      g_error ("torn");
  self->n_received++;
  return TRUE;
}

/* Some to one receiver and of one size one after the other, as they are written in another way. */
static gpointer
send_parcels (gpointer data)
{
  Sender *self = data;
  g_autoptr (GRand) chance = g_rand_new_with_seed (self->number);
  Parcel *parcel = g_malloc (sizeof *parcel + 100000);
  GyreHandle receiver = GYRE_HANDLE_NONE;
  gsize size = 0;

  parcel->thread = self->number;
  for (parcel->count = 0; parcel->count < self->n_messages; parcel->count++)
    {
      GyreMessagePart part;
      if (parcel->count == 0 || g_rand_int_range (chance, 0, 4) == 0)
        {
          size = g_rand_int_range (chance, 0, 25) == 0 ? g_rand_int_range (chance, 0, 100000) : g_rand_int_range (chance, 0, 200);
          receiver = self->receivers[g_rand_int_range (chance, 0, G_N_ELEMENTS (self->receivers))];
        }
      else if (size > 200)
        {
          size = g_rand_int_range (chance, 0, 200);
        }
      part = (GyreMessagePart) { parcel, sizeof *parcel + size };
      for (gsize index = 0; index < size; index++)
        parcel->bytes[index] = (guint8) (parcel->count + index);
      while (TRUE)
        {
          g_autoptr (GError) error = NULL;
          if (gyre_messenger_send_from_outside (self->post->messenger, 0, receiver, 0, &part, 1, 0, NULL, &error))
            break;
          if (!g_error_matches (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL))
            g_error ("%s", error->message);
          self->n_refused++;
          g_thread_yield ();
        }
    }
  g_free (parcel);
  return NULL;
}

/* Half of the receivers take what comes, half read their mailboxes now and then. */
static void
test_nothing_is_lost_torn_doubled_or_reordered (void)
{
  Post *post = post_new ();
  guint n_messages = g_test_slow () ? 25000000 : 250000;
  Sender senders[N_THREADS];
  Receiver receivers[8] = { { { 0 } } };
  GyreSlot *slots[8];
  GThread *threads[N_THREADS];
  guint64 n_received = 0;

  for (guint index = 0; index < G_N_ELEMENTS (slots); index++)
    {
      slots[index] = gyre_slots_add (post->slots, &receivers[index]);
      slots[index]->receive = index % 2 == 0 ? check_parcel : NULL;
      gyre_messenger_set_capacity (post->messenger, slots[index], 300000);
    }
  for (guint index = 0; index < N_THREADS; index++)
    {
      senders[index] = (Sender) { post, index, n_messages };
      for (guint other = 0; other < G_N_ELEMENTS (slots); other++)
        senders[index].receivers[other] = gyre_slot_get_handle (slots[other]);
      threads[index] = g_thread_new ("sender", send_parcels, &senders[index]);
    }
  while (n_received < (guint64) n_messages * N_THREADS)
    {
      GyreMessage *message;
      gyre_messenger_begin_frame (post->messenger);
      gyre_messenger_deliver (post->messenger, 5000);
      for (guint index = 1; index < G_N_ELEMENTS (slots); index += 2)
        while ((message = gyre_messenger_read (post->messenger, slots[index], 0)) != NULL)
          check_parcel (&receivers[index], message, NULL);
      gyre_messenger_end_frame (post->messenger);
      n_received = 0;
      for (guint index = 0; index < G_N_ELEMENTS (slots); index++)
        n_received += receivers[index].n_received;
    }
  for (guint index = 0; index < N_THREADS; index++)
    g_thread_join (threads[index]);
  g_assert_cmpuint (post_frame (post), ==, 0);
  g_assert_null (post->messenger->lanes);
  post_check (post, 0);
  post_free (post);
}

/* Receivers that come and go, as the threads see them. */
typedef struct
{
  Post *post;
  GyreHandle receivers[16];             /* atomic */
  guint64 n_accepted;
  gint is_over;
} Crowd;

static gpointer
send_to_a_crowd (gpointer data)
{
  Crowd *crowd = data;
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  const GyreMessagePart parts[] = { { "one", 3 }, { "two", 3 }, { "three", 5 } };
  guint64 n_accepted = 0;
  guint n_sent;

  while (!__atomic_load_n (&crowd->is_over, __ATOMIC_ACQUIRE))
    {
      GyreHandle receiver = __atomic_load_n (&crowd->receivers[g_rand_int_range (chance, 0, 16)], __ATOMIC_RELAXED);
      if (!gyre_messenger_send_from_outside (crowd->post->messenger, 0, receiver, g_rand_int_range (chance, 0, 3), parts, 3, 0, &n_sent,
                                             NULL))
        g_thread_yield ();
      n_accepted += n_sent;
    }
  __atomic_add_fetch (&crowd->n_accepted, n_accepted, __ATOMIC_RELAXED);
  return NULL;
}

/* One of the crowd ends, another comes, in another way of being. */
static void
replace_one (Crowd *crowd, GString *notes, guint place, guint way)
{
  Post *post = crowd->post;
  GyreSlot *slot = gyre_slots_find (post->slots, crowd->receivers[place]);

  if (slot != NULL)
    {
      gyre_messenger_forget (post->messenger, slot);
      gyre_slots_remove (post->slots, slot);
    }
  slot = post_add (post, way % 2 == 0 ? notes : NULL, 100);
  if (way % 3 == 0)
    gyre_slot_add_flags (slot, GYRE_SLOT_PAUSED);
  if (way % 5 == 0)
    g_assert_true (gyre_messenger_set_policy (post->messenger, slot, GYRE_MAILBOX_DROP_OLDEST, 0, NULL));
  __atomic_store_n (&crowd->receivers[place], gyre_slot_get_handle (slot), __ATOMIC_RELAXED);
}

static void
test_nothing_is_lost_while_receivers_come_and_go (void)
{
  Post *post = post_new ();
  Crowd crowd = { post };
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  GThread *threads[N_THREADS];
  const GyreMessengerCounts *counts = gyre_messenger_get_counts (post->messenger);

  for (guint place = 0; place < 16; place++)
    replace_one (&crowd, notes, place, place);
  for (guint index = 0; index < N_THREADS; index++)
    threads[index] = g_thread_new ("sender", send_to_a_crowd, &crowd);
  for (guint count = 0; count < 20000 || counts->dead == 0 || counts->dropped == 0; count++)
    {
      replace_one (&crowd, notes, g_rand_int_range (chance, 0, 16), count);
      post_frame (post);
      g_string_truncate (notes, 0);
      g_string_truncate (post->dead, 0);
      gyre_messenger_read (post->messenger, gyre_slots_find (post->slots, crowd.receivers[count % 16]), 0);
    }
  __atomic_store_n (&crowd.is_over, TRUE, __ATOMIC_RELEASE);
  for (guint index = 0; index < N_THREADS; index++)
    g_thread_join (threads[index]);
  post_frame (post);
  for (guint place = 0; place < 16; place++)
    replace_one (&crowd, notes, place, place);
  post_frame (post);
  g_assert_cmpuint (counts->sent, ==, crowd.n_accepted);
  post_check (post, 0);
  g_assert_cmpuint (post->messenger->mailboxes.n_bytes, ==, 0);
  post_free (post);
}

static gpointer
send_vector (gpointer data)
{
  Sender *self = data;
  const GyreMessagePart parts[] = { { "a", 1 }, { "", 0 }, { "bcd", 3 }, { "e", 1 } };
  g_autoptr (GError) error = NULL;
  guint n_sent;

  g_assert_false (gyre_messenger_send_from_outside (self->post->messenger, 7, self->receivers[0], 0, parts, 4, 0, &n_sent, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  g_assert_cmpuint (n_sent, ==, 3);
  return NULL;
}

static void
test_vector_tells_how_many_were_sent (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *slot = post_add (post, notes, 5);
  Sender sender = { post, 0, 0, { gyre_slot_get_handle (slot) } };

  g_thread_join (g_thread_new ("sender", send_vector, &sender));
  g_assert_false (gyre_messenger_is_idle (post->messenger));
  g_assert_cmpuint (post_frame (post), ==, 3);
  g_assert_cmpstr (notes->str, ==, "abcd");
  g_assert_true (gyre_messenger_is_idle (post->messenger));
  g_thread_join (g_thread_new ("sender", send_vector, &sender));
  post_frame (post);
  g_assert_cmpstr (notes->str, ==, "abcdabcd");
  post_check (post, 0);
  post_free (post);
}

static gpointer
send_mistakes (gpointer data)
{
  Sender *self = data;
  GyreMessagePart part = { "0123456789", 10 };
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_messenger_send_from_outside (self->post->messenger, 0, self->receivers[0], 0, &part, 1, 0, NULL, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  g_clear_error (&error);
  g_assert_false (gyre_messenger_send_from_outside (self->post->messenger, 0, self->receivers[1], 0, &part, 1, 0, NULL, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE);
  return NULL;
}

static void
test_sender_hears_of_ended_receivers_and_of_size (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 100), *small = post_add (post, NULL, 9);
  Sender sender = { post, 0, 0, { gyre_slot_get_handle (slot), gyre_slot_get_handle (small) } };

  gyre_messenger_forget (post->messenger, slot);
  gyre_slots_remove (post->slots, slot);
  g_thread_join (g_thread_new ("sender", send_mistakes, &sender));
  g_assert_cmpuint (post_frame (post), ==, 0);
  post_free (post);
}

static gpointer
send_one (gpointer data)
{
  Sender *self = data;
  GyreMessagePart part = { "x", 1 };

  g_assert_true (gyre_messenger_send_from_outside (self->post->messenger, 0, self->receivers[0], 0, &part, 1, 0, NULL, NULL));
  return NULL;
}

static void
test_executive_is_woken_unless_it_is_awake (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 100);
  Sender sender = { post, 0, 0, { gyre_slot_get_handle (slot) } };

  g_thread_join (g_thread_new ("sender", send_one, &sender));
  g_assert_cmpint (post->n_woken, ==, 1);
  gyre_messenger_set_awake (post->messenger, TRUE);
  g_thread_join (g_thread_new ("sender", send_one, &sender));
  g_assert_cmpint (post->n_woken, ==, 1);
  gyre_messenger_set_awake (post->messenger, FALSE);
  g_thread_join (g_thread_new ("sender", send_one, &sender));
  g_assert_cmpint (post->n_woken, ==, 2);
  g_assert_cmpuint (post_frame (post), ==, 3);
  post_free (post);
}

static void
test_what_was_sent_to_one_that_ends_is_dead (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 100);
  Sender sender = { post, 0, 0, { gyre_slot_get_handle (slot) } };

  g_thread_join (g_thread_new ("sender", send_one, &sender));
  gyre_messenger_forget (post->messenger, slot);
  gyre_slots_remove (post->slots, slot);
  post_frame (post);
  g_assert_cmpuint (post->n_dead, ==, 1);
  post_check (post, 0);
  post_free (post);
}

/* The thread outlives the messenger, and sends to another one. */
static void
test_lane_of_a_messenger_that_is_gone_is_not_used (void)
{
  for (guint count = 0; count < 3; count++)
    {
      Post *post = post_new ();
      g_autoptr (GString) notes = g_string_new (NULL);
      GyreSlot *slot = post_add (post, notes, 100);
      Sender sender = { post, 0, 0, { gyre_slot_get_handle (slot) } };
      send_one (&sender);
      if (count != 1)
        post_frame (post);
      g_assert_cmpstr (notes->str, ==, count != 1 ? "x" : "");
      post_free (post);
    }
}

static void
send_texts (Post *post, GyreSlot *slot, GQuark kind, const char *texts)
{
  g_auto (GStrv) words = g_strsplit (texts, " ", -1);
  GyreMessagePart parts[16];
  guint count = g_strv_length (words);

  for (guint index = 0; index < count; index++)
    parts[index] = (GyreMessagePart) { words[index], strlen (words[index]) };
  g_assert_true (gyre_messenger_send_from_outside (post->messenger, 7, gyre_slot_get_handle (slot), kind, parts, count, 0, NULL, NULL));
}

/* Their receiver is paused when some of them were delivered, and reads again later. */
static void
test_messages_that_are_alike_wait_in_their_order (void)
{
  Post *post = post_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  GyreSlot *slot = post_add (post, notes, 100);

  send_texts (post, slot, 0, "a1 a2 a3 a4 a5 b a6 a7");
  gyre_messenger_begin_frame (post->messenger);
  g_assert_cmpuint (gyre_messenger_deliver (post->messenger, 2), ==, 2);
  gyre_messenger_end_frame (post->messenger);
  g_assert_cmpstr (notes->str, ==, "a1a2");
  gyre_slot_add_flags (slot, GYRE_SLOT_PAUSED);
  post_frame (post);
  send_texts (post, slot, 0, "a8 a9");
  post_frame (post);
  g_assert_cmpstr (notes->str, ==, "a1a2");
  post_check (post, 8);
  gyre_slot_remove_flags (slot, GYRE_SLOT_PAUSED);
  gyre_messenger_resume (post->messenger, slot);
  send_texts (post, slot, 0, "c1 c2 c3");
  post_frame (post);
  g_assert_cmpstr (notes->str, ==, "a1a2a3a4a5ba6a7a8a9c1c2c3");
  post_check (post, 0);
  g_assert_cmpuint (post->messenger->mailboxes.n_bytes, ==, 0);
  g_assert_cmpuint (slot->n_bytes, ==, 0);
  post_free (post);
}

static void
test_messages_that_are_alike_are_read_with_what_their_head_says (void)
{
  Post *post = post_new ();
  GyreSlot *slot = post_add (post, NULL, 100);
  GQuark kind = g_quark_from_static_string ("kind"), other = g_quark_from_static_string ("other");
  guint64 number = 0;

  send_texts (post, slot, kind, "a1 a2 a3");
  send_texts (post, slot, other, "b1 b2 b3");
  send_texts (post, slot, kind, "a4 a5");
  post_frame (post);
  for (guint index = 1; index <= 3; index++)
    {
      g_autofree char *expected = g_strdup_printf ("b%u", index);
      assert_reads (post, slot, other, expected);
    }
  for (guint index = 1; index <= 5; index++)
    {
      GyreMessage *message = gyre_messenger_read (post->messenger, slot, 0);
      gsize size;
      g_assert_cmpmem (gyre_message_get_data (message, &size), 2, ((char[]) { 'a', (char) ('0' + index) }), 2);
      g_assert_cmpuint (size, ==, 2);
      g_assert_cmpuint (gyre_message_get_sender (message), ==, 7);
      g_assert_true (gyre_message_get_kind (message) == kind);
      g_assert_cmpuint (gyre_message_get_number (message), >, number);
      number = gyre_message_get_number (message);
    }
  g_assert_null (gyre_messenger_read (post->messenger, slot, 0));
  post_frame (post);
  post_check (post, 0);
  g_assert_cmpuint (post->messenger->mailboxes.n_bytes, ==, 0);
  post_free (post);
}

static gboolean
end_at_the_third (gpointer object, GyreMessage *message, GError **error)
{
  Post *post = object;
  GyreSlot *slot = gyre_slots_get_record (post->slots, 0);

  if (++post->n_traced < 3)
    return TRUE;
  gyre_messenger_forget (post->messenger, slot);
  gyre_slots_remove (post->slots, slot);
  g_assert_true (gyre_slots_add (post->slots, NULL) == slot);
  return TRUE;
}

/* Whoever comes after it has the same record, and gets none of them. */
static void
test_messages_that_are_alike_are_dead_when_their_receiver_ends_among_them (void)
{
  Post *post = post_new ();
  GyreSlot *slot = gyre_slots_add (post->slots, post);

  slot->receive = end_at_the_third;
  gyre_messenger_set_capacity (post->messenger, slot, 100);
  send_texts (post, slot, 0, "a1 a2 a3 a4 a5");
  post_frame (post);
  g_assert_cmpuint (post->n_traced, ==, 3);
  g_assert_cmpstr (post->dead->str, ==, "a4a5");
  g_assert_cmpuint (slot->n_messages, ==, 0);
  post_check (post, 0);
  post_free (post);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/messaging/outside/" path, function)
  ADD ("nothing-is-lost-torn-doubled-or-reordered", test_nothing_is_lost_torn_doubled_or_reordered);
  ADD ("nothing-is-lost-while-receivers-come-and-go", test_nothing_is_lost_while_receivers_come_and_go);
  ADD ("vector-tells-how-many-were-sent", test_vector_tells_how_many_were_sent);
  ADD ("sender-hears-of-ended-receivers-and-of-size", test_sender_hears_of_ended_receivers_and_of_size);
  ADD ("executive-is-woken-unless-it-is-awake", test_executive_is_woken_unless_it_is_awake);
  ADD ("what-was-sent-to-one-that-ends-is-dead", test_what_was_sent_to_one_that_ends_is_dead);
  ADD ("lane-of-a-messenger-that-is-gone-is-not-used", test_lane_of_a_messenger_that_is_gone_is_not_used);
  ADD ("messages-that-are-alike-wait-in-their-order", test_messages_that_are_alike_wait_in_their_order);
  ADD ("messages-that-are-alike-are-read-with-what-their-head-says", test_messages_that_are_alike_are_read_with_what_their_head_says);
  ADD ("messages-that-are-alike-are-dead-when-their-receiver-ends-among-them",
       test_messages_that_are_alike_are_dead_when_their_receiver_ends_among_them);
  return g_test_run ();
}
