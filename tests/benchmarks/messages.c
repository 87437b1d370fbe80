/* messages.c: Messages from other threads, against queues; and what a waiting message takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bytes are written by the sender for each message and read by the receiver, all of them. Each peer has about as much room as
 * one of our lanes. A sender that finds no room lets others run; a receiver that finds nothing sleeps for 20 µs, as between frames.
 *
 * Before the clock starts, as much was sent as fits twice into that room: some touch their memory when they are made and others
 * when they are used first, and for a few milliseconds of messages that would count more than anything else.
 */
#include "benchmark.h"
#include "gyre-messenger-private.h"
#ifdef HAVE_MOODYCAMEL
#include "moodycamel.h"
#endif

#ifdef HAVE_CK
#include <ck_ring.h>
#endif
#include <math.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_VECTOR 32
#define MOST_SIZE 4096
#define ROOM (4 * 1024 * 1024)
#define MOST_THREADS 3

typedef struct _Way Way;

typedef struct
{
  const Way *way;
  guint n_threads;
  guint vector;
  gsize size;

  gpointer shared;                      /* of the way */
  GyreHandle receiver;
  GyreSlots *slots;
  guint n_messages;                     /* of each thread */
  gint is_warm;                         /* atomic: the clock has started */
  char line[128];                       /* what follows is written with each message */
  guint64 n_received;
  guint64 sum;
} Run;

/* One kind of queue. */
struct _Way
{
  void     (*begin)   (Run *run);
  void     (*end)     (Run *run);
  gpointer (*join)    (Run *run);
  void     (*leave)   (Run *run, gpointer own);

  /* How many were sent. */
  guint    (*send)    (Run *run, gpointer own, const char *cells, guint count);

  /* Takes what there is. */
  void     (*receive) (Run *run);
};

static inline void
read_cell (Run *run, gconstpointer data)
{
  const guint64 *words = data;
  guint64 sum = 0;

  for (gsize index = 0; index < run->size / 8; index++)
    sum += words[index];
  run->sum += sum;
  run->n_received++;
}

/* --- Ours. */

static gboolean
on_message (gpointer object, GyreMessage *message, GError **error)
{
  gsize size;

  read_cell (object, gyre_message_get_data (message, &size));
  return TRUE;
}

static void
our_begin (Run *run)
{
  static const GyreMessengerOwner owner = { 0 };
  GyreSlot *slot;

  run->slots = gyre_slots_new ();
  run->shared = gyre_messenger_new (run->slots, &owner, NULL);
  slot = gyre_slots_add (run->slots, run);
  slot->receive = on_message;
  gyre_messenger_set_capacity (run->shared, slot, 16 * ROOM);
  gyre_messenger_set_awake (run->shared, TRUE);
  run->receiver = gyre_slot_get_handle (slot);
}

static void
our_end (Run *run)
{
  gyre_messenger_free (run->shared);
  gyre_slots_free (run->slots);
}

static guint
our_send (Run *run, gpointer own, const char *cells, guint count)
{
  GyreMessagePart parts[MOST_VECTOR];
  guint n_sent;

  for (guint index = 0; index < count; index++)
    parts[index] = (GyreMessagePart) { cells + index * run->size, run->size };
  gyre_messenger_send_from_outside (run->shared, 0, run->receiver, 0, parts, count, 0, &n_sent, NULL);
  return n_sent;
}

static void
our_receive (Run *run)
{
  gyre_messenger_begin_frame (run->shared);
  gyre_messenger_deliver (run->shared, G_MAXUINT);
  gyre_messenger_end_frame (run->shared);
}

static const Way ours = { our_begin, our_end, NULL, NULL, our_send, our_receive };

/* --- A queue of GLib's, with memory of malloc. */

static void
glib_begin (Run *run)
{
  run->shared = g_async_queue_new ();
}

static void
glib_end (Run *run)
{
  g_async_queue_unref (run->shared);
}

static guint
glib_send (Run *run, gpointer own, const char *cells, guint count)
{
  for (guint index = 0; index < count; index++)
    {
      gpointer copy = malloc (run->size);
      memcpy (copy, cells + index * run->size, run->size);
      g_async_queue_push (run->shared, copy);
    }
  return count;
}

static void
glib_receive (Run *run)
{
  gpointer cell;

  while ((cell = g_async_queue_try_pop (run->shared)) != NULL)
    {
      read_cell (run, cell);
      free (cell);
    }
}

static const Way glib = { glib_begin, glib_end, NULL, NULL, glib_send, glib_receive };

/* --- ck_ring, the cells in the ring. */

#ifdef HAVE_CK
/* N.B. the macros of ck want the tags. */
struct SmallCell
{
  char bytes[64];
};

struct LargeCell
{
  char bytes[4096];
};

typedef struct SmallCell SmallCell;
typedef struct LargeCell LargeCell;

CK_RING_PROTOTYPE (small, SmallCell)
CK_RING_PROTOTYPE (large, LargeCell)

typedef struct
{
  ck_ring_t ring CK_CC_CACHELINE;
  gpointer cells;
} Ring;

static void
ck_begin (Run *run)
{
  Ring *ring = aligned_alloc (64, (sizeof *ring + 63) & ~(gsize) 63);

  ring->cells = aligned_alloc (64, ROOM);
  ck_ring_init (&ring->ring, ROOM / run->size);
  run->shared = ring;
}

static void
ck_end (Run *run)
{
  Ring *ring = run->shared;

  free (ring->cells);
  free (ring);
}

static gboolean
ck_send_one (Run *run, const char *cell)
{
  Ring *ring = run->shared;

  if (run->size == sizeof (SmallCell))
    return run->n_threads == 1 ? CK_RING_ENQUEUE_SPSC (small, &ring->ring, ring->cells, (SmallCell *) cell)
                               : CK_RING_ENQUEUE_MPSC (small, &ring->ring, ring->cells, (SmallCell *) cell);
  return run->n_threads == 1 ? CK_RING_ENQUEUE_SPSC (large, &ring->ring, ring->cells, (LargeCell *) cell)
                             : CK_RING_ENQUEUE_MPSC (large, &ring->ring, ring->cells, (LargeCell *) cell);
}

static guint
ck_send (Run *run, gpointer own, const char *cells, guint count)
{
  guint index = 0;

  while (index < count && ck_send_one (run, cells + index * run->size))
    index++;
  return index;
}

static gboolean
ck_take_one (Run *run, LargeCell *cell)
{
  Ring *ring = run->shared;

  if (run->size == sizeof (SmallCell))
    return run->n_threads == 1 ? CK_RING_DEQUEUE_SPSC (small, &ring->ring, ring->cells, (SmallCell *) cell)
                               : CK_RING_DEQUEUE_MPSC (small, &ring->ring, ring->cells, (SmallCell *) cell);
  return run->n_threads == 1 ? CK_RING_DEQUEUE_SPSC (large, &ring->ring, ring->cells, cell)
                             : CK_RING_DEQUEUE_MPSC (large, &ring->ring, ring->cells, cell);
}

static void
ck_receive (Run *run)
{
  LargeCell cell;

  while (ck_take_one (run, &cell))
    read_cell (run, &cell);
}

static const Way ck = { ck_begin, ck_end, NULL, NULL, ck_send, ck_receive };
#endif

/* --- moodycamel's queue. It has no bound of its own. */

#ifdef HAVE_MOODYCAMEL
static void
camel_begin (Run *run)
{
  run->shared = moodycamel_new (run->size);
}

static void
camel_end (Run *run)
{
  moodycamel_free (run->shared, run->size);
}

static gpointer
camel_join (Run *run)
{
  return moodycamel_new_producer (run->shared, run->size);
}

static void
camel_leave (Run *run, gpointer own)
{
  moodycamel_free_producer (own, run->size);
}

static guint
camel_send (Run *run, gpointer own, const char *cells, guint count)
{
  return moodycamel_send (run->shared, own, run->size, cells, count) ? count : 0;
}

static void
camel_receive (Run *run)
{
  static char cells[64 * MOST_SIZE] __attribute__ ((aligned (64)));
  guint count;

  while ((count = moodycamel_take (run->shared, run->size, cells, 64)) > 0)
    for (guint index = 0; index < count; index++)
      read_cell (run, cells + index * run->size);
}

static const Way camel = { camel_begin, camel_end, camel_join, camel_leave, camel_send, camel_receive };
#endif

/* --- A run. */

static void
send_all (Run *run, gpointer own, char *cells, guint n_messages)
{
  for (guint n_sent = 0; n_sent < n_messages;)
    {
      guint count = MIN (run->vector, n_messages - n_sent);
      guint sent = 0;
      for (guint index = 0; index < count; index++)
        *(guint64 *) (cells + index * run->size) = n_sent + index;
      while (sent < count)
        {
          guint more = run->way->send (run, own, cells + sent * run->size, count - sent);
          sent += more;
          if (more == 0)
            sched_yield ();
        }
      n_sent += count;
    }
}

static guint
get_n_before (const Run *run)
{
  return MIN ((guint) (2 * ROOM / run->size), 10 * run->n_messages);
}

static gpointer
produce (gpointer data)
{
  Run *run = data;
  gpointer own = run->way->join != NULL ? run->way->join (run) : NULL;
  char *cells = aligned_alloc (64, MOST_VECTOR * MOST_SIZE);

  memset (cells, 1, MOST_VECTOR * MOST_SIZE);
  send_all (run, own, cells, get_n_before (run));
  while (!g_atomic_int_get (&run->is_warm))
    sched_yield ();
  send_all (run, own, cells, run->n_messages);
  if (run->way->leave != NULL)
    run->way->leave (run, own);
  free (cells);
  return NULL;
}

static void
receive_all (Run *run, guint64 expected)
{
  const struct timespec pause = { 0, 20000 };

  while (run->n_received < expected)
    {
      guint64 before = run->n_received;
      run->way->receive (run);
      if (run->n_received == before)
        nanosleep (&pause, NULL);
    }
}

static double
measure (Run *run, const Way *way, guint count)
{
  GThread *threads[MOST_THREADS];
  guint64 before;
  double start;

  run->way = way;
  run->n_messages = count / run->n_threads;
  run->n_received = run->sum = 0;
  run->is_warm = FALSE;
  before = (guint64) get_n_before (run) * run->n_threads;
  way->begin (run);
  for (guint index = 0; index < run->n_threads; index++)
    threads[index] = g_thread_new ("producer", produce, run);
  receive_all (run, before);
  start = benchmark_now ();
  g_atomic_int_set (&run->is_warm, TRUE);
  receive_all (run, before + (guint64) run->n_messages * run->n_threads);
  start = benchmark_now () - start;
  for (guint index = 0; index < run->n_threads; index++)
    g_thread_join (threads[index]);
  way->end (run);
  return start;
}

static double
measure_ours (guint count, gpointer data)
{
  return measure (data, &ours, count);
}

static double
measure_glib (guint count, gpointer data)
{
  return measure (data, &glib, count);
}

#ifdef HAVE_CK
static double
measure_ck (guint count, gpointer data)
{
  return measure (data, &ck, count);
}
#endif

#ifdef HAVE_MOODYCAMEL
static double
measure_camel (guint count, gpointer data)
{
  return measure (data, &camel, count);
}
#endif

static void
compare (Benchmark *benchmark, gsize size, guint n_threads, guint vector, const char *peer, BenchmarkMeasure measure_peer, double limit)
{
  Run run = { .n_threads = n_threads, .vector = vector, .size = size };
  g_autofree char *what = g_strdup_printf ("messages: %" G_GSIZE_FORMAT " bytes, %u sending, %s, against %s", size, n_threads,
                                           vector > 1 ? "by 32" : "singly", peer);

  benchmark_compare (benchmark, what, limit, measure_ours, measure_peer, size > 64 ? 40000 : 400000, &run);
}

/* What a message of eight bytes takes while it waits. */
static void
tell_memory (Benchmark *benchmark)
{
  static const GyreMessengerOwner owner = { 0 };
  guint count = benchmark_get_size (benchmark, 1000000, 1000);
  GyreSlots *slots = gyre_slots_new ();
  GyreMessenger *messenger = gyre_messenger_new (slots, &owner, NULL);
  GyreSlot *slot = gyre_slots_add (slots, NULL);
  gsize before = benchmark_get_memory ();
  guint64 payload = 0;

  gyre_messenger_set_capacity (messenger, slot, G_MAXUINT32);
  for (guint index = 0; index < count; index++)
    gyre_messenger_send (messenger, 0, gyre_slot_get_handle (slot), 0, &payload, sizeof payload, 0, NULL);
  gyre_messenger_begin_frame (messenger);
  gyre_messenger_deliver (messenger, G_MAXUINT);
  gyre_messenger_end_frame (messenger);
  benchmark_tell (benchmark, "messages: memory of a waiting message of 8 bytes", "bytes",
                  (double) (benchmark_get_memory () - before) / count, NAN, BENCHMARK_OURS_AT_MOST,
                  benchmark_is_tiny (benchmark) ? NAN : 48);
  gyre_messenger_free (messenger);
  gyre_slots_free (slots);
}

/* Reading one kind, behind so many of another. */
static double
read_kind (guint n_others, guint count)
{
  static const GyreMessengerOwner owner = { 0 };
  GyreSlots *slots = gyre_slots_new ();
  GyreMessenger *messenger = gyre_messenger_new (slots, &owner, NULL);
  GyreSlot *slot = gyre_slots_add (slots, NULL);
  GyreHandle handle = gyre_slot_get_handle (slot);
  GQuark other = g_quark_from_static_string ("other"), wanted = g_quark_from_static_string ("wanted");
  double start;

  gyre_messenger_set_capacity (messenger, slot, G_MAXUINT32);
  for (guint index = 0; index < n_others; index++)
    gyre_messenger_send (messenger, 0, handle, other, "12345678", 8, 0, NULL);
  gyre_messenger_deliver (messenger, G_MAXUINT);
  start = benchmark_now ();
  for (guint index = 0; index < count; index++)
    {
      gyre_messenger_send (messenger, 0, handle, wanted, "12345678", 8, 0, NULL);
      gyre_messenger_deliver (messenger, 1);
      BENCHMARK_KEEP (gyre_messenger_read (messenger, slot, wanted));
      gyre_messenger_end_frame (messenger);
    }
  start = benchmark_now () - start;
  gyre_messenger_free (messenger);
  gyre_slots_free (slots);
  return start;
}

static double
read_behind_many (guint count, gpointer data)
{
  return read_kind (*(guint *) data, count);
}

static double
read_behind_none (guint count, gpointer data)
{
  return read_kind (0, count);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("messages", argc, argv);
  guint n_others = benchmark_get_size (benchmark, 100000, 100);

#ifdef HAVE_CK
  compare (benchmark, 64, 1, 32, "ck_ring", measure_ck, 1.0 / 3);
  compare (benchmark, 64, 3, 32, "ck_ring", measure_ck, 1.0 / 3);
  compare (benchmark, 64, 1, 1, "ck_ring", measure_ck, 1.0);
  compare (benchmark, 64, 3, 1, "ck_ring", measure_ck, 1.0);
  compare (benchmark, 4096, 1, 1, "ck_ring", measure_ck, 1 / 1.2);
  compare (benchmark, 4096, 3, 1, "ck_ring", measure_ck, 1 / 1.2);
#else
  g_print ("messages against ck_ring: not measured, the build has not found ck\n");
#endif
#ifdef HAVE_MOODYCAMEL
  compare (benchmark, 64, 1, 32, "moodycamel", measure_camel, 1.0);
  compare (benchmark, 64, 3, 32, "moodycamel", measure_camel, 1.0);
  compare (benchmark, 4096, 1, 32, "moodycamel", measure_camel, 1 / 1.2);
  compare (benchmark, 4096, 3, 32, "moodycamel", measure_camel, 1 / 1.2);
#else
  g_print ("messages against moodycamel's queue: not measured, the build has not found it and a C++ compiler\n");
#endif
  compare (benchmark, 64, 1, 1, "GAsyncQueue and malloc", measure_glib, 1.0 / 20);
  compare (benchmark, 64, 3, 1, "GAsyncQueue and malloc", measure_glib, 1.0 / 20);
  benchmark_compare (benchmark, "messages: reading a kind behind 100,000 others, against none", 2, read_behind_many, read_behind_none,
                     200000, &n_others);
  tell_memory (benchmark);
  return benchmark_finish (benchmark);
}
