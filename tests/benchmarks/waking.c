/* waking.c: How long a sleeping executive takes to wake up, and whether it sleeps
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Another thread posts an instruction; time passes until it is done. The peer is a thread that reads an eventfd and sets a word.
 */
#include "benchmark.h"

#include "gyre-shard-private.h"
#include "gyre-thread.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

enum
{
  PAUSE = 100,                 /* microseconds, in which the other falls asleep */
  WAKE_UPS = 300,
  IDLE_SECONDS = 10,
};

typedef struct
{
  GyreExecutive *executive;
  GyreInstruction *instruction;
  int descriptor;              /* of the peer */
  gint n_woken;                /* atomic */
  gint thread;                 /* of the executive; as the kernel numbers it */
} Bench;

static void
hear (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  Bench *bench = user_data;

  g_atomic_int_set (&bench->thread, (gint) syscall (SYS_gettid));
  g_atomic_int_inc (&bench->n_woken);
}

static gpointer
read_eventfd (gpointer data)
{
  Bench *bench = data;
  guint64 count = 0;

  while (count < G_MAXINT32 && read (bench->descriptor, &count, sizeof count) == sizeof count)
    g_atomic_int_inc (&bench->n_woken);
  return NULL;
}

static void
wake_ours (Bench *bench)
{
  gyre_shard_post (gyre_executive_get_shard (bench->executive), bench->instruction, G_MININT64, GYRE_HANDLE_NONE, NULL);
}

static void
wake_peer (Bench *bench)
{
  guint64 one = 1;

  g_assert (write (bench->descriptor, &one, sizeof one) == sizeof one);
}

static double
measure (Bench *bench, void (*wake) (Bench *bench), guint count)
{
  double time = 0;

  for (guint index = 0; index < count; index++)
    {
      gint n_woken = g_atomic_int_get (&bench->n_woken);
      double start;

      g_usleep (PAUSE);
      start = benchmark_now ();
      wake (bench);
      while (g_atomic_int_get (&bench->n_woken) == n_woken);
      time += benchmark_now () - start;
    }
  return time;
}

static double
measure_ours (guint count, gpointer data)
{
  return measure (data, wake_ours, count);
}

static double
measure_peer (guint count, gpointer data)
{
  return measure (data, wake_peer, count);
}

/* How often the thread of the executive has gone to sleep. */
static double
count_sleeps (Bench *bench)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%d/status", bench->thread);
  g_autofree char *text = NULL;
  const char *line;

  g_assert (g_file_get_contents (path, &text, NULL, NULL));
  line = strstr (text, "\nvoluntary_ctxt_switches:");
  g_assert (line != NULL);
  return g_ascii_strtod (line + strlen ("\nvoluntary_ctxt_switches:"), NULL);
}

static double
idle (Bench *bench, gulong microseconds)
{
  double before;

  g_usleep (20000);
  before = count_sleeps (bench);
  g_usleep (microseconds);
  return count_sleeps (bench) - before;
}

static void
start (Bench *bench)
{
  bench->executive = gyre_executive_new ();
  bench->instruction = gyre_instruction_new_for_handle (12345, "nothing", NULL, 0);
  gyre_instruction_set_callback (bench->instruction, hear, bench, NULL);
  bench->descriptor = eventfd (0, EFD_CLOEXEC);
  g_assert (gyre_executive_start_thread (bench->executive, "executive", NULL));
}

static void
stop (Bench *bench, GThread *peer)
{
  guint64 many = G_MAXINT32;

  g_assert (write (bench->descriptor, &many, sizeof many) == sizeof many);
  g_thread_join (peer);
  gyre_executive_stop (bench->executive);
  gyre_executive_join (bench->executive, NULL);
  g_object_unref (bench->executive);
  gyre_instruction_unref (bench->instruction);
  close (bench->descriptor);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("waking", argc, argv);
  Bench bench = { 0 };
  GThread *peer;

  start (&bench);
  peer = g_thread_new ("peer", read_eventfd, &bench);
  benchmark_compare (benchmark, "waking a sleeping executive by a posting, against an eventfd", 1.2, measure_ours, measure_peer,
                     WAKE_UPS, &bench);
  benchmark_tell (benchmark, "wake-ups of an idle executive in 10 s", "", idle (&bench, benchmark_is_tiny (benchmark)
                  ? 1000 : IDLE_SECONDS * G_USEC_PER_SEC), NAN, BENCHMARK_OURS_AT_MOST, 0);
  stop (&bench, peer);
  return benchmark_finish (benchmark);
}
