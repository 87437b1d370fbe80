/* savina.c: Six small programs of actors, in one thread, against CAF and Erlang
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Ours run on records and the messenger with everything that a message has: sender, number, capacity, flags, counts and budget.
 * The peers use one worker. Erlang runs beside us as a process that is asked for one program after the other.
 */
#include "savina.h"

#include "benchmark.h"
#include "gyre-messenger-private.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define BUDGET 10000
#define MOST_ROUNDS 32

typedef struct
{
  GyreSlots *slots;
  GyreMessenger *messenger;
  GyreHandle handles[SAVINA_BIG];
  guint n_done;
  guint64 sum;
} Stage;

/* What stands behind a record. */
typedef struct
{
  Stage *stage;
  GyreHandle own;
  GyreHandle next;
  guint64 left;
  guint64 random;
} Actor;

static GyreSlot *
stage_add (Stage *stage, Actor *actor, GyreReceive receive)
{
  GyreSlot *slot = gyre_slots_add (stage->slots, actor);

  slot->receive = receive;
  gyre_messenger_set_capacity (stage->messenger, slot, G_MAXUINT32 / 2);
  *actor = (Actor) { stage, gyre_slot_get_handle (slot) };
  return slot;
}

static inline gboolean
send_number (Actor *self, GyreHandle receiver, guint64 number)
{
  return gyre_messenger_send (self->stage->messenger, self->own, receiver, 0, &number, sizeof number, 0, NULL);
}

static inline guint64
get_number (const GyreMessage *message)
{
  gsize size;

  return *(const guint64 *) gyre_message_get_data (message, &size);
}

static gboolean
play (gpointer object, GyreMessage *message, GError **error)
{
  Actor *self = object;
  guint64 left = get_number (message);

  if (left == 0)
    self->stage->n_done++;
  else
    send_number (self, gyre_message_get_sender (message), left - 1);
  return TRUE;
}

static gboolean
pass_on (gpointer object, GyreMessage *message, GError **error)
{
  Actor *self = object;
  guint64 left = get_number (message);

  if (left == 0)
    self->stage->n_done++;
  else
    send_number (self, self->next, left - 1);
  return TRUE;
}

static gboolean
count_up (gpointer object, GyreMessage *message, GError **error)
{
  Actor *self = object;

  self->stage->sum += get_number (message);
  if (--self->left == 0)
    self->stage->n_done++;
  return TRUE;
}

static gboolean
compute (gpointer object, GyreMessage *message, GError **error)
{
  Actor *self = object;
  volatile double result = sin ((double) get_number (message));

  (void) result;
  if (--self->left == 0)
    self->stage->n_done++;
  return TRUE;
}

/* Sends so many to each of those from `next` on. */
static gboolean
produce (gpointer object, GyreMessage *message, GError **error)
{
  Actor *self = object;
  guint64 count = get_number (message);

  for (guint64 index = 0; index < count; index++)
    for (guint target = 0; target < self->left; target++)
      send_number (self, self->stage->handles[target], index);
  return TRUE;
}

static gboolean
die (gpointer object, GyreMessage *message, GError **error)
{
  Actor *self = object;
  Stage *stage = self->stage;
  GyreSlot *slot = gyre_slots_find (stage->slots, self->own);

  gyre_messenger_forget (stage->messenger, slot);
  gyre_slots_remove (stage->slots, slot);
  g_free (self);
  return TRUE;
}

static gboolean
create (gpointer object, GyreMessage *message, GError **error)
{
  Actor *self = object;
  guint64 left = get_number (message);
  Actor *child = g_new (Actor, 1);

  stage_add (self->stage, child, die);
  send_number (self, child->own, left);
  if (left > 1)
    send_number (self, self->own, left - 1);
  else
    self->stage->n_done++;
  return TRUE;
}

static void
ping (Actor *self)
{
  self->random = self->random * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  send_number (self, self->stage->handles[(self->random >> 33) % SAVINA_BIG], 0);
}

static gboolean
talk (gpointer object, GyreMessage *message, GError **error)
{
  Actor *self = object;

  switch (get_number (message))
    {
    case 0:
      send_number (self, gyre_message_get_sender (message), 1);
      break;
    case 1:
      if (--self->left > 0)
        ping (self);
      else
        self->stage->n_done++;
      break;
    default:
      ping (self);
      break;
    }
  return TRUE;
}

/* Frames until all is done. */
static void
run_frames (Stage *stage, guint n_expected)
{
  while (stage->n_done < n_expected)
    {
      gyre_messenger_begin_frame (stage->messenger);
      gyre_messenger_deliver (stage->messenger, BUDGET);
      gyre_messenger_end_frame (stage->messenger);
    }
}

/* The actors of a program; returns how many say that they are done, and the message to the first that begins it. */
static guint
set_scene (Stage *stage, Actor *actors, SavinaProgram program, guint count, guint64 *first)
{
  static const GyreReceive receives[N_SAVINA] = { play, pass_on, count_up, compute, create, talk };
  static const guint numbers[N_SAVINA] = { 2, SAVINA_RING, 1, SAVINA_FORKS, 1, SAVINA_BIG };
  guint n_actors = numbers[program];

  for (guint index = 0; index < n_actors; index++)
    {
      stage_add (stage, &actors[index], receives[program]);
      stage->handles[index] = actors[index].own;
      actors[index].random = index * 7919 + 1;
      actors[index].left = program == SAVINA_BIG_TALK ? count / (2 * SAVINA_BIG) : count / n_actors;
    }
  for (guint index = 0; index < n_actors; index++)
    actors[index].next = actors[(index + 1) % n_actors].own;
  stage_add (stage, &actors[n_actors], produce);
  actors[n_actors].left = n_actors;
  *first = count;
  if (program == SAVINA_FORK_JOIN || program == SAVINA_COUNTING)
    *first = count / n_actors;
  if (program == SAVINA_FORK_JOIN || program == SAVINA_BIG_TALK)
    return n_actors;
  return 1;
}

/* One machine for all programs and rounds, as the peers have it. */
static GyreSlots *slots;
static GyreMessenger *messenger;

static double
run_ours (SavinaProgram program, guint count)
{
  Stage stage = { slots, messenger };
  Actor actors[SAVINA_BIG + 2] = { { 0 } };
  guint64 first;
  guint n_expected;
  double start;

  n_expected = set_scene (&stage, actors, program, count, &first);
  start = benchmark_now ();
  if (program == SAVINA_BIG_TALK)
    for (guint index = 0; index < SAVINA_BIG; index++)
      send_number (&actors[index], actors[index].own, 2);
  else if (program == SAVINA_FORK_JOIN || program == SAVINA_COUNTING)
    send_number (&actors[0], actors[n_expected].own, first);
  else
    send_number (&actors[1], actors[0].own, first);
  run_frames (&stage, n_expected);
  start = benchmark_now () - start;
  gyre_messenger_deliver (stage.messenger, BUDGET);
  for (guint index = 0; gyre_slots_find (slots, actors[index].own) != NULL; index++)
    gyre_slots_remove (slots, gyre_slots_find (slots, actors[index].own));
  return start;
}

/* --- Erlang, as a process. */

typedef struct
{
  GSubprocess *process;
  GDataInputStream *answers;
} Erlang;

static gboolean
erlang_begin (Erlang *erlang)
{
#ifdef ERLANG_FOLDER
  erlang->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "erl", "-noshell",
                                      "+S", "1", "-pa", ERLANG_FOLDER, "-s", "savina", "main", NULL);
  if (erlang->process != NULL)
    erlang->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (erlang->process));
#endif
  return erlang->process != NULL;
}

static double
erlang_run (Erlang *erlang, SavinaProgram program, guint count)
{
  g_autofree char *question = g_strdup_printf ("%u %u\n", program, count), *answer = NULL;

  if (!g_output_stream_write_all (g_subprocess_get_stdin_pipe (erlang->process), question, strlen (question), NULL, NULL, NULL))
    return NAN;
  answer = g_data_input_stream_read_line (erlang->answers, NULL, NULL, NULL);
  return answer != NULL ? g_ascii_strtod (answer, NULL) : NAN;
}

static void
erlang_end (Erlang *erlang)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (erlang->process), NULL, NULL);
  g_subprocess_wait (erlang->process, NULL, NULL);
  g_object_unref (erlang->answers);
  g_object_unref (erlang->process);
}

typedef struct
{
  Benchmark *benchmark;
  Erlang erlang;
  gboolean has_erlang;
  gboolean has_caf;
  double caf_product;
  double erlang_product;
} Contest;

static void
tell_program (Contest *self, const char *name, const char *peer, double ours, double theirs, double *product)
{
  g_autofree char *what = g_strdup_printf ("savina: %s, against %s", name, peer);

  benchmark_tell (self->benchmark, what, "ns", ours, theirs, BENCHMARK_RATIO_AT_MOST, 1.0 / 4);
  *product *= theirs / ours;
}

static void
compare_program (Contest *self, SavinaProgram program, const char *name, guint count)
{
  double ours[MOST_ROUNDS], caf[MOST_ROUNDS], erlang[MOST_ROUNDS];
  guint rounds = benchmark_get_rounds (self->benchmark);

  count = benchmark_get_size (self->benchmark, count, 480);
  for (guint round = 0; round < rounds; round++)
    {
      ours[round] = run_ours (program, count) / count * 1e9;
#ifdef HAVE_CAF
      caf[round] = savina_caf_run (program, count) / count * 1e9;
#endif
      if (self->has_erlang)
        erlang[round] = erlang_run (&self->erlang, program, count) / count * 1e9;
    }
  ours[0] = benchmark_get_median (ours, rounds);
  if (self->has_caf)
    tell_program (self, name, "CAF", ours[0], benchmark_get_median (caf, rounds), &self->caf_product);
  if (self->has_erlang)
    tell_program (self, name, "Erlang", ours[0], benchmark_get_median (erlang, rounds), &self->erlang_product);
  if (!self->has_caf && !self->has_erlang)
    benchmark_tell (self->benchmark, name, "ns", ours[0], NAN, BENCHMARK_OURS_AT_MOST, NAN);
}

int
main (int argc, char **argv)
{
  static const GyreMessengerOwner owner = { 0 };
  Contest contest = { benchmark_new ("savina", argc, argv), .caf_product = 1, .erlang_product = 1 };

  slots = gyre_slots_new ();
  messenger = gyre_messenger_new (slots, &owner, NULL);
  contest.has_erlang = erlang_begin (&contest.erlang);
#ifdef HAVE_CAF
  contest.has_caf = TRUE;
  savina_caf_begin ();
#endif
  compare_program (&contest, SAVINA_PING_PONG, "ping-pong", 1000000);
  compare_program (&contest, SAVINA_THREAD_RING, "ring of 100", 1000000);
  compare_program (&contest, SAVINA_COUNTING, "counting", 1000000);
  compare_program (&contest, SAVINA_FORK_JOIN, "fork and join", 600000);
  compare_program (&contest, SAVINA_CREATE, "create, one message, end", 200000);
  compare_program (&contest, SAVINA_BIG_TALK, "big: 120 that talk", 960000);
  if (contest.has_caf)
    benchmark_tell (contest.benchmark, "savina: geometric mean of the six ratios, against CAF", "times faster",
                    pow (contest.caf_product, 1.0 / N_SAVINA), NAN, BENCHMARK_OURS_AT_LEAST, 10);
  if (contest.has_erlang)
    benchmark_tell (contest.benchmark, "savina: geometric mean of the six ratios, against Erlang", "times faster",
                    pow (contest.erlang_product, 1.0 / N_SAVINA), NAN, BENCHMARK_OURS_AT_LEAST, 8);
#ifdef HAVE_CAF
  savina_caf_end ();
#endif
  if (contest.has_erlang)
    erlang_end (&contest.erlang);
  gyre_messenger_free (messenger);
  gyre_slots_free (slots);
  return benchmark_finish (contest.benchmark);
}
