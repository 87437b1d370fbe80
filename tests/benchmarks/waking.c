/* waking.c: How long a sleeping executive takes to wake up, and whether it sleeps
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Another thread posts an instruction; time passes until it is done. The peer is a thread that reads an eventfd and sets a word.
 *
 * The kernel mostly wakes the sleeper on the processor of who wakes it, and runs it before that goes on: what is measured is all
 * from the call to the next sleep. In one wake-up of some hundred it takes another processor, which the host of a virtual machine
 * may not run for up to milliseconds: so a round gives its median wake-up, where a mean would tell how busy the host is.
 */
#include "benchmark.h"

#include "gyre-executive-private.h"
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
  GObject *object;
  int descriptor;              /* of the peer */
  gboolean has_context;        /* the executive, of a thread that serves GIO, too */
  GThread *peer;
  GThread *runner;             /* the executive's, when it does not */
  gint n_woken;                /* atomic */
  gint thread;                 /* of the executive; as the kernel numbers it */
} Bench;

static void
hear (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  Bench *bench = user_data;

  /* Once: the peer makes no call for it either. */
  if (g_atomic_int_get (&bench->thread) == 0)
    g_atomic_int_set (&bench->thread, (gint) syscall (SYS_gettid));
  g_atomic_int_inc (&bench->n_woken);
}

static gboolean
call (gpointer object, const char *behavior, const GValue *arguments, guint n_arguments, const char * const *texts, GValue *result,
      GError **error)
{
  return TRUE;
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
wake_once (Bench *bench, void (*wake) (Bench *bench))
{
  gint n_woken = g_atomic_int_get (&bench->n_woken);
  double start;

  g_usleep (PAUSE);
  start = benchmark_now ();
  wake (bench);
  while (g_atomic_int_get (&bench->n_woken) == n_woken);
  return benchmark_now () - start;
}

static double
measure (Bench *bench, void (*wake) (Bench *bench), guint count)
{
  double times[WAKE_UPS];

  for (guint index = 0; index < count; index++)
    times[index] = wake_once (bench, wake);
  return benchmark_get_median (times, count) * count;
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

static gpointer
run (gpointer executive)
{
  gyre_executive_run (executive, NULL);
  return NULL;
}

static void
start (Bench *bench)
{
  static const GyreExecutiveModel model = { .call = call };

  gyre_executive_set_model (&model);
  bench->executive = gyre_executive_new ();
  bench->object = g_object_new (G_TYPE_OBJECT, NULL);
  bench->instruction = gyre_instruction_new_for_handle (gyre_shard_add (gyre_executive_get_shard (bench->executive), bench->object),
                                                        "nothing", NULL, 0);
  gyre_instruction_set_callback (bench->instruction, hear, bench, NULL);
  bench->descriptor = eventfd (0, EFD_CLOEXEC);
  if (bench->has_context)
    g_assert (gyre_executive_start_thread (bench->executive, "executive", NULL));
  else
    bench->runner = g_thread_new ("executive", run, bench->executive);
  bench->peer = g_thread_new ("peer", read_eventfd, bench);
}

static void
stop (Bench *bench)
{
  guint64 many = G_MAXINT32;

  g_assert (write (bench->descriptor, &many, sizeof many) == sizeof many);
  g_thread_join (bench->peer);
  gyre_executive_stop (bench->executive);
  if (bench->has_context)
    gyre_executive_join (bench->executive, NULL);
  else
    g_thread_join (bench->runner);
  g_object_unref (bench->executive);
  gyre_instruction_unref (bench->instruction);
  g_object_unref (bench->object);
  close (bench->descriptor);
}

static void
measure_executive (Benchmark *benchmark, gboolean has_context)
{
  const char *whose = has_context ? ", whose thread serves GIO" : "";
  g_autofree char *waking = g_strdup_printf ("waking a sleeping executive%s, against an eventfd", whose);
  g_autofree char *sleeping = g_strdup_printf ("wake-ups of an idle executive%s in 10 s", whose);
  gulong idle_time = benchmark_is_tiny (benchmark) ? 1000 : IDLE_SECONDS * G_USEC_PER_SEC;
  Bench bench = { .has_context = has_context };

  start (&bench);
  benchmark_compare (benchmark, waking, 1.2, measure_ours, measure_peer, WAKE_UPS, &bench);
  benchmark_tell (benchmark, sleeping, "", idle (&bench, idle_time), NAN, BENCHMARK_OURS_AT_MOST, 0);
  stop (&bench);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("waking", argc, argv);

  measure_executive (benchmark, FALSE);
  measure_executive (benchmark, TRUE);
  return benchmark_finish (benchmark);
}
