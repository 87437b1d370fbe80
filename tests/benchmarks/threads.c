/* threads.c: Whether threads that set traits of their own objects stand in each other's way
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "balls.h"

#define MOST_THREADS 4

typedef struct
{
  gint waiting;              /* threads that are not there yet */
  guint count;
  const char *name;          /* NULL for the typed setter */
} Run;

typedef struct
{
  Run *run;
  double seconds;
} Worker;

static void
set_many (OurBall *ball, const Run *run)
{
  for (guint index = 0; index < run->count; index++)
    if (run->name == NULL)
      our_ball_set_radius (ball, (double) (index & 1) + 1.0, NULL);
    else
      gyre_component_set_real (GYRE_COMPONENT (ball), run->name, (double) (index & 1) + 1.0, NULL);
}

static gpointer
work (gpointer data)
{
  Worker *self = data;
  OurBall *ball = g_object_new (OUR_TYPE_BALL, NULL);
  double start;

  g_atomic_int_add (&self->run->waiting, -1);
  while (g_atomic_int_get (&self->run->waiting) > 0)
    g_thread_yield ();
  start = benchmark_now ();
  set_many (ball, self->run);
  self->seconds = benchmark_now () - start;
  g_object_unref (ball);
  return NULL;
}

/* What a thread needed, the median of them. */
static double
run_threads (guint n_threads, guint count, const char *name)
{
  Run run = { (gint) n_threads, count, name };
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

static double
run_all (guint count, gpointer name)
{
  return run_threads (CLAMP (g_get_num_processors (), 1, MOST_THREADS), count, name);
}

static double
run_one (guint count, gpointer name)
{
  return run_threads (1, count, name);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("threads", argc, argv);
  g_autofree char *name = benchmark_dup_foreign ("radius");
  g_autofree char *what = g_strdup_printf ("typed set in %d threads, against one",
                                           CLAMP ((int) g_get_num_processors (), 1, MOST_THREADS));
  g_autofree char *what_by_name = g_strdup_printf ("set by name in %d threads, against one",
                                                   CLAMP ((int) g_get_num_processors (), 1, MOST_THREADS));

  benchmark_compare (benchmark, what, 1.3, run_all, run_one, 2000000, NULL);
  benchmark_compare (benchmark, what_by_name, 1.3, run_all, run_one, 1000000, name);
  return benchmark_finish (benchmark);
}
