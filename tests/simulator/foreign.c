/* foreign.c: Messages from four foreign threads: none is lost, torn, doubled or reordered
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * foreign [MESSAGES]: so many are accepted altogether, of random sizes, for receivers that end and are followed by others all the
 * time and whose mailboxes are mostly full. Each message says who has sent it as which one to which life, and has a pattern.
 */
#include "gyre-send.h"
#include "gyre-shard-private.h"

#include <stdlib.h>
#include <string.h>

#define N_THREADS 4
#define N_PLACES 8
#define FRAMES_OF_A_LIFE 40             /* until somebody ends */

typedef struct
{
  guint64 thread;
  guint64 life;
  guint64 number;                       /* of this thread to this life */
} Head;

/* A receiver, until it ends. */
typedef struct
{
  guint64 number;
  gboolean receives;
  guint64 expected[N_THREADS];
} Life;

static GyreExecutive *executive;
static GyreHandle handles[N_PLACES];    /* atomic */
static guint64 numbers[N_PLACES];       /* of lives; atomic, written before the handle */
static Life *lives[N_PLACES];
static guint64 last_life;
static guint64 n_received;
static guint64 n_reads;
static gint n_running;                  /* atomic */
static guint64 n_accepted;              /* atomic */
static guint64 n_refused;               /* atomic */

/* Words that follow from the number; the last bytes too. */
static void
fill (guint64 *words, gsize size, const Head *head)
{
  guint64 word = (head->number * N_THREADS + head->thread) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + head->life;

  memcpy (words, head, sizeof *head);
  for (gsize index = sizeof *head / 8; index * 8 < size; index++)
    words[index] = word += G_GUINT64_CONSTANT (0x517cc1b727220a95);
}

static void
check (Life *life, GyreMessage *message)
{
  static guint64 words[16384];
  gsize size;
  const guint64 *data = gyre_message_get_data (message, &size);
  const Head *head = (const Head *) data;

  g_assert_cmpuint (size, >=, sizeof *head);
  g_assert_cmpuint (head->life, ==, life->number);
  g_assert_cmpuint (head->thread, <, N_THREADS);
  g_assert_cmpuint (head->number, ==, life->expected[head->thread]);
  life->expected[head->thread]++;
  fill (words, size, head);
  g_assert_true (memcmp (words, data, size) == 0);
  n_received++;
}

static gboolean
receive (gpointer object, GyreMessage *message, GError **error)
{
  check (object, message);
  return TRUE;
}

static void
begin_life (guint place)
{
  GyreShard *shard = gyre_executive_get_shard (executive);
  Life *life = g_new0 (Life, 1);
  GyreHandle handle = gyre_shard_add (shard, life);
  GyreSlot *slot = gyre_slots_find (shard->slots, handle);

  g_assert_nonnull (slot);
  life->number = ++last_life;
  life->receives = place % 2 == 0;
  slot->receive = life->receives ? receive : NULL;
  g_assert_true (gyre_executive_set_mailbox (executive, handle, place < 2 ? 200000 : 3000, GYRE_MAILBOX_REFUSE, 0, NULL));
  lives[place] = life;
  __atomic_store_n (&numbers[place], life->number, __ATOMIC_RELEASE);
  __atomic_store_n (&handles[place], handle, __ATOMIC_RELEASE);
}

static void
end_life (guint place)
{
  gyre_shard_remove (gyre_executive_get_shard (executive), handles[place]);
  g_free (g_steal_pointer (&lives[place]));
}

/* What a thread knows of a place. */
typedef struct
{
  GyreHandle handle;
  guint64 life;
  guint64 number;
} Target;

/* N.B. the number of a life can be that of the next one already: then its handle is stale, and nothing is accepted. */
static void
look (Target *target, guint place)
{
  GyreHandle handle = __atomic_load_n (&handles[place], __ATOMIC_ACQUIRE);

  if (handle == target->handle)
    return;
  do
    {
      target->handle = handle;
      target->life = __atomic_load_n (&numbers[place], __ATOMIC_ACQUIRE);
      handle = __atomic_load_n (&handles[place], __ATOMIC_ACQUIRE);
    }
  while (handle != target->handle);
  target->number = 0;
}

static gsize
choose_size (GRand *random, guint place)
{
  gsize size = sizeof (Head);

  if (place < 2 && g_rand_int_range (random, 0, 1000) == 0)
    return size + (gsize) g_rand_int_range (random, 0, 100000);
  if (g_rand_int_range (random, 0, 50) == 0)
    return size + (gsize) g_rand_int_range (random, 0, 2500);
  return size + (gsize) g_rand_int_range (random, 0, 100);
}

/* One message, or a vector of them. Returns: how many were accepted. */
static guint
send_some (Target *target, guint thread, guint place, GRand *random, guint64 *words)
{
  guint n_messages = g_rand_int_range (random, 0, 4) == 0 ? (guint) g_rand_int_range (random, 2, 9) : 1, n_sent;
  GBytes *messages[8];

  for (guint index = 0; index < n_messages; index++)
    {
      gsize size = choose_size (random, place);
      const Head head = { thread, target->life, target->number + index };

      fill (words, size, &head);
      if (n_messages == 1)
        return gyre_executive_send (executive, thread + 1, target->handle, 0, words, size, 0, NULL);
      messages[index] = g_bytes_new (words, size);
    }
  n_sent = gyre_executive_send_many (executive, thread + 1, target->handle, 0, messages, n_messages, 0, NULL);
  for (guint index = 0; index < n_messages; index++)
    g_bytes_unref (messages[index]);
  return n_sent;
}

static guint64 n_wanted;                /* of each thread */

static gpointer
send_all (gpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data) + 1);
  g_autofree guint64 *words = g_new0 (guint64, 16384);
  Target targets[N_PLACES] = { { 0 } };
  guint64 n_sent = 0;

  while (n_sent < n_wanted)
    {
      guint place = (guint) g_rand_int_range (random, 0, N_PLACES), count;

      look (&targets[place], place);
      count = send_some (&targets[place], GPOINTER_TO_UINT (data), place, random, words);
      targets[place].number += count;
      n_sent += count;
      if (count > 0)
        continue;
      __atomic_add_fetch (&n_refused, 1, __ATOMIC_RELAXED);
      g_thread_yield ();
    }
  __atomic_add_fetch (&n_accepted, n_sent, __ATOMIC_RELAXED);
  __atomic_sub_fetch (&n_running, 1, __ATOMIC_RELEASE);
  return NULL;
}

static void
read_all (void)
{
  GyreMessage *message;

  for (guint place = 0; place < N_PLACES; place++)
    while (!lives[place]->receives && (message = gyre_executive_read (executive, handles[place], 0, NULL)) != NULL)
      {
        check (lives[place], message);
        n_reads++;
      }
}

static void
play (void)
{
  GRand *random = g_rand_new_with_seed (7);
  gboolean is_last = FALSE;

  for (guint64 frame = 0; !is_last; frame++)
    {
      is_last = __atomic_load_n (&n_running, __ATOMIC_ACQUIRE) == 0;
      g_assert_true (gyre_executive_step (executive, NULL));
      if (is_last || g_rand_int_range (random, 0, 3) == 0)
        read_all ();
      if (!is_last && frame % FRAMES_OF_A_LIFE == 0)
        {
          guint place = (guint) g_rand_int_range (random, 0, N_PLACES);
          end_life (place);
          begin_life (place);
        }
    }
  while (!gyre_messenger_is_idle (gyre_executive_get_shard (executive)->messenger))
    {
      g_assert_true (gyre_executive_step (executive, NULL));
      read_all ();
    }
  read_all ();
  g_rand_free (random);
}

static void
test_nothing_is_lost_torn_doubled_or_reordered (void)
{
  GThread *threads[N_THREADS];
  GyreMessageCounts counts;

  executive = gyre_executive_new ();
  g_assert_true (gyre_executive_acquire (executive, NULL));
  for (guint place = 0; place < N_PLACES; place++)
    begin_life (place);
  n_running = N_THREADS;
  for (guint thread = 0; thread < N_THREADS; thread++)
    threads[thread] = g_thread_new ("foreign", send_all, GUINT_TO_POINTER (thread));
  play ();
  for (guint thread = 0; thread < N_THREADS; thread++)
    g_thread_join (threads[thread]);
  gyre_executive_get_message_counts (executive, &counts);
  for (guint place = 0; place < N_PLACES; place++)
    end_life (place);
  g_assert_cmpuint (counts.sent, ==, n_accepted);
  g_assert_cmpuint (counts.delivered, ==, n_received);
  g_assert_cmpuint (counts.sent, ==, counts.delivered + counts.dead);
  g_assert_cmpuint (counts.dropped, ==, 0);
  g_assert_cmpuint (n_refused, >, 0);
  g_test_message ("%" G_GUINT64_FORMAT " accepted, %" G_GUINT64_FORMAT " delivered (%" G_GUINT64_FORMAT " of them read), %"
                  G_GUINT64_FORMAT " dead in %" G_GUINT64_FORMAT " lives, %" G_GUINT64_FORMAT " times refused", n_accepted,
                  counts.delivered, n_reads, counts.dead, last_life, n_refused);
  g_object_unref (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  n_wanted = (argc > 1 ? strtoull (argv[1], NULL, 10) : 1000 * 1000) / N_THREADS;
  g_test_add_func ("/simulator/foreign/nothing-is-lost-torn-doubled-or-reordered", test_nothing_is_lost_torn_doubled_or_reordered);
  return g_test_run ();
}
