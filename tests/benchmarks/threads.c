/* threads.c: Whether threads that set traits of their own objects stand in each other's way
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "balls.h"

#include <math.h>

#define MOST_THREADS 4

typedef double (*Work) (guint count);

typedef struct
{
  gint waiting;              /* threads that are not there yet */
  guint count;
  Work work;
} Run;

typedef struct
{
  Run *run;
  double seconds;
} Worker;

#define VALUE(index) ((double) ((index) & 1) + 1.0)

#define WORK(function, type, statement) \
  static double \
  function (guint count) \
  { \
    g_autofree char *name = benchmark_dup_foreign ("radius"); \
    gpointer ball = g_object_new (type, NULL); \
    double start = benchmark_now (), seconds; \
    for (guint index = 0; index < count; index++) \
      { \
        statement; \
        BENCHMARK_KEEP (name); \
      } \
    seconds = benchmark_now () - start; \
    g_object_unref (ball); \
    return seconds; \
  }

WORK (set_typed, OUR_TYPE_BALL, our_ball_set_radius (ball, VALUE (index), NULL))
WORK (set_by_name, OUR_TYPE_BALL, gyre_component_set_real (ball, name, VALUE (index), NULL))
WORK (set_plain, PLAIN_TYPE_BALL, g_object_set (ball, name, VALUE (index), NULL))

/* Registers only: what threads cost each other here is the machine's own. */
static double
calculate (guint count)
{
  guint64 first = 1, second = 2, third = 3;
  double start = benchmark_now ();

  for (guint index = 0; index < count * 8; index++)
    {
      first = first * 3 + index;
      second ^= second << 3;
      second += index;
      third += third >> 2;
      third ^= index;
      __asm__ volatile ("" : "+r" (first), "+r" (second), "+r" (third));
    }
  return benchmark_now () - start;
}

static gpointer
work (gpointer data)
{
  Worker *self = data;

  g_atomic_int_add (&self->run->waiting, -1);
  while (g_atomic_int_get (&self->run->waiting) > 0)
    g_thread_yield ();
  self->seconds = self->run->work (self->run->count);
  return NULL;
}

/* What a thread needed, the median of them. */
static double
run_threads (guint n_threads, guint count, Work function)
{
  Run run = { (gint) n_threads, count, function };
  Worker workers[MOST_THREADS];
  GThread *threads[MOST_THREADS];
  double seconds[MOST_THREADS];

  for (guint index = 0; index < n_threads; index++)
    {
      workers[index] = (Worker) { &run, 0.0 };
      threads[index] = g_thread_new ("setter", work, &workers[index]);
    }
  for (guint index = 0; index < n_threads; index++)
    {
      g_thread_join (threads[index]);
      seconds[index] = workers[index].seconds;
    }
  return benchmark_get_median (seconds, n_threads);
}

static guint
count_threads (void)
{
  return CLAMP (g_get_num_processors (), 1, MOST_THREADS);
}

static double
run_all (guint count, gpointer function)
{
  return run_threads (count_threads (), count, function);
}

static double
run_one (guint count, gpointer function)
{
  return run_threads (1, count, function);
}

static void
measure (Benchmark *benchmark, const char *kind, double limit, guint count, Work function)
{
  g_autofree char *what = g_strdup_printf ("%s in %u threads, against one", kind, count_threads ());

  benchmark_compare (benchmark, what, limit, run_all, run_one, count, function);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("threads", argc, argv);

  measure (benchmark, "typed set", 1.3, 2000000, set_typed);
  measure (benchmark, "set by foreign name", 1.3, 1000000, set_by_name);
  measure (benchmark, "g_object_set by hand-written class", NAN, 500000, set_plain);
  measure (benchmark, "arithmetic in registers", NAN, 2000000, calculate);
  return benchmark_finish (benchmark);
}
