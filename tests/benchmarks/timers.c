/* timers.c: What a million timers cost
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The wheel of the executive against libev's timers, and a turn of a loop with one of them due against GLib's. Due times are spread
 * over a thousand seconds, as the same chance gives them to all.
 */
#include "benchmark.h"

#include "gyre-wheel-private.h"

#include <math.h>
#ifdef HAVE_EV
#include <ev.h>
#endif

#define SECOND G_GINT64_CONSTANT (1000000000)

enum
{
  MANY = 1000000,
  FEW = 1000,
  MOST_ROUNDS = 9,
  SPREAD = 1000,               /* seconds */
  TURNS = 200,
  MOST_FOR_GLIB = 20000,       /* more take minutes to end */
};

typedef enum
{
  INSERT,
  REARM,                       /* for later, as time-outs are; in another order than they were inserted */
  REARM_ANY,                   /* for any time */
  CANCEL,
  FIRE,
  TURN,
  N_KINDS,
} Kind;

typedef struct
{
  guint length;
  guint n_turns;
  gint64 *times;               /* three for each */
  guint *order;                /* a mixed one */
  guint64 n_fired;
} Work;

static void
work_init (Work *self, guint length)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (4);

  *self = (Work) { length, MIN (TURNS, length), g_new (gint64, length * 3), g_new (guint, length), 0 };
  for (guint index = 0; index < length * 3; index++)
    self->times[index] = SECOND + (gint64) (g_rand_double (chance) * SPREAD * SECOND);
  for (guint index = 0; index < length; index++)
    {
      self->times[index + length] = self->times[index] + self->times[index + length] / 2;
      self->order[index] = index;
    }
  for (guint index = length - 1; index > 0; index--)
    {
      guint other = (guint) g_rand_int_range (chance, 0, (gint32) index + 1), kept = self->order[index];

      self->order[index] = self->order[other];
      self->order[other] = kept;
    }
}

static double
since (double *start)
{
  double now = benchmark_now (), time = now - *start;

  *start = now;
  return time;
}

static void
insert_all (Work *work, GyreWheel *wheel, GyreTimer *timers, guint offset)
{
  for (guint index = 0; index < work->length; index++)
    gyre_wheel_insert (wheel, &timers[index], work->times[index + offset], index);
}

static void
rearm_all (Work *work, GyreWheel *wheel, GyreTimer *timers, guint offset)
{
  for (guint index = 0; index < work->length; index++)
    {
      guint which = work->order[index];

      gyre_wheel_insert (wheel, &timers[which], work->times[which + offset], which);
    }
}

/* Each turn finds one due. */
static double
turn_wheel (Work *work, GyreWheel *wheel, gint64 now)
{
  GyreTimer *timers = g_new0 (GyreTimer, work->n_turns);
  double start;

  for (guint index = 0; index < work->n_turns; index++)
    gyre_wheel_insert (wheel, &timers[index], now + (index + 1) * SECOND / 1000000, 0);
  start = benchmark_now ();
  for (guint index = 0; index < work->n_turns; index++)
    for (GyreTimer *due = gyre_wheel_take_due (wheel, now + (index + 1) * SECOND / 1000000); due != NULL; due = due->next)
      work->n_fired++;
  start = benchmark_now () - start;
  g_free (timers);
  return start;
}

static void
run_wheel (Work *work, double *times)
{
  GyreTimer *timers = g_new0 (GyreTimer, work->length);
  GyreWheel *wheel = gyre_wheel_new (0);
  double start = benchmark_now ();

  insert_all (work, wheel, timers, 0);
  times[INSERT] = since (&start);
  rearm_all (work, wheel, timers, work->length);
  times[REARM] = since (&start);
  rearm_all (work, wheel, timers, 2 * work->length);
  times[REARM_ANY] = since (&start);
  times[TURN] = turn_wheel (work, wheel, SECOND / 2);
  start = benchmark_now ();
  for (guint index = 0; index < work->length; index++)
    gyre_wheel_cancel (wheel, &timers[work->order[index]]);
  times[CANCEL] = since (&start);
  insert_all (work, wheel, timers, 0);
  start = benchmark_now ();
  for (gint64 now = SECOND; now <= (SPREAD + 1) * SECOND; now += SECOND / 10)
    for (GyreTimer *due = gyre_wheel_take_due (wheel, now); due != NULL; due = due->next)
      work->n_fired++;
  times[FIRE] = since (&start);
  gyre_wheel_free (wheel);
  g_free (timers);
}

#ifdef HAVE_EV
static void
on_timer (struct ev_loop *loop, ev_timer *timer, int events)
{
  ((Work *) timer->data)->n_fired++;
}

static double
turn_ev (Work *work, struct ev_loop *loop)
{
  ev_timer *timers = g_new0 (ev_timer, work->n_turns);
  double start, time = 0;

  for (guint index = 0; index < work->n_turns; index++)
    {
      ev_timer_init (&timers[index], on_timer, 0.0, 0.0);
      timers[index].data = work;
      ev_timer_start (loop, &timers[index]);
      start = benchmark_now ();
      ev_run (loop, EVRUN_NOWAIT);
      time += benchmark_now () - start;
    }
  g_free (timers);
  return time;
}

/* Its clock can't be moved: what fires is due at once. */
static double
fire_ev (Work *work, struct ev_loop *loop, ev_timer *timers)
{
  guint64 n_fired = work->n_fired;
  double start;

  for (guint index = 0; index < work->length; index++)
    {
      ev_timer_set (&timers[index], (double) work->times[index] / SPREAD / SECOND * 1e-3, 0.0);
      ev_timer_start (loop, &timers[index]);
    }
  g_usleep (5000);
  start = benchmark_now ();
  while (work->n_fired - n_fired < work->length)
    ev_run (loop, EVRUN_NOWAIT);
  return benchmark_now () - start;
}

static void
rearm_ev (struct ev_loop *loop, ev_timer *timer, gint64 time)
{
  timer->repeat = (double) time / SECOND + SPREAD;
  ev_timer_again (loop, timer);
}

static void
run_ev (Work *work, double *times)
{
  ev_timer *timers = g_new0 (ev_timer, work->length);
  struct ev_loop *loop = ev_loop_new (EVFLAG_AUTO);
  double start = benchmark_now ();

  for (guint index = 0; index < work->length; index++)
    {
      ev_timer_init (&timers[index], on_timer, (double) work->times[index] / SECOND + SPREAD, 0.0);
      timers[index].data = work;
      ev_timer_start (loop, &timers[index]);
    }
  times[INSERT] = since (&start);
  for (guint index = 0; index < work->length; index++)
    rearm_ev (loop, &timers[work->order[index]], work->times[work->order[index] + work->length]);
  times[REARM] = since (&start);
  for (guint index = 0; index < work->length; index++)
    rearm_ev (loop, &timers[work->order[index]], work->times[work->order[index] + 2 * work->length]);
  times[REARM_ANY] = since (&start);
  times[TURN] = turn_ev (work, loop);
  start = benchmark_now ();
  for (guint index = 0; index < work->length; index++)
    ev_timer_stop (loop, &timers[work->order[index]]);
  times[CANCEL] = since (&start);
  times[FIRE] = fire_ev (work, loop, timers);
  ev_loop_destroy (loop);
  g_free (timers);
}
#endif

static gboolean
on_timeout (gpointer data)
{
  ++*(guint64 *) data;
  return G_SOURCE_REMOVE;
}

/* Seconds for a turn of a main context that has so many timeouts, of which one is due. */
static double
run_glib (Work *work, guint length)
{
  GMainContext *context = g_main_context_new ();
  double start;

  for (guint index = 0; index <= length; index++)
    {
      g_autoptr (GSource) source = g_timeout_source_new (index == 0 ? 0 : 3600 * 1000);

      g_source_set_callback (source, on_timeout, &work->n_fired, NULL);
      g_source_attach (source, context);
    }
  start = benchmark_now ();
  g_main_context_iteration (context, FALSE);
  start = benchmark_now () - start;
  g_main_context_unref (context);
  return start;
}

int
main (int argc, char **argv)
{
  static const char * const names[] = { "inserting a timer", "re-arming for later a timer",
                                        "re-arming for any time a timer", "cancelling a timer", "firing a timer" };
  static const double limits[] = { 1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 2 };
  Benchmark *benchmark = benchmark_new ("timers", argc, argv);
  guint length = benchmark_get_size (benchmark, MANY, FEW), n_rounds = MIN (benchmark_get_rounds (benchmark), MOST_ROUNDS);
  double ours[N_KINDS][MOST_ROUNDS], peers[N_KINDS][MOST_ROUNDS], glib[MOST_ROUNDS], turn;
  Work work;

  work_init (&work, length);
  for (guint round = 0; round < n_rounds; round++)
    {
      double our_times[N_KINDS], peer_times[N_KINDS] = { NAN, NAN, NAN, NAN, NAN, NAN };

      run_wheel (&work, our_times);
#ifdef HAVE_EV
      run_ev (&work, peer_times);
#endif
      for (guint kind = 0; kind < N_KINDS; kind++)
        {
          ours[kind][round] = our_times[kind] * 1e9 / (kind == TURN ? work.n_turns : length);
          peers[kind][round] = peer_times[kind] * 1e9 / (kind == TURN ? work.n_turns : length);
        }
      glib[round] = run_glib (&work, MIN (length, MOST_FOR_GLIB)) * 1e9;
    }
  for (guint kind = 0; kind < TURN; kind++)
    {
      g_autofree char *what = g_strdup_printf ("%s of a million, against libev", names[kind]);

      benchmark_tell (benchmark, what, "ns", benchmark_get_median (ours[kind], n_rounds),
                      benchmark_get_median (peers[kind], n_rounds), BENCHMARK_RATIO_AT_MOST, limits[kind]);
    }
  turn = benchmark_get_median (ours[TURN], n_rounds);
  benchmark_tell (benchmark, "a turn with one timer due of a million", "ns", turn, NAN, BENCHMARK_OURS_AT_MOST, 200);
  benchmark_tell (benchmark, "the same, against libev", "ns", turn, benchmark_get_median (peers[TURN], n_rounds),
                  BENCHMARK_RATIO_AT_MOST, NAN);
  benchmark_tell (benchmark, "the same, against 20000 of GLib", "ns", turn, benchmark_get_median (glib, n_rounds),
                  BENCHMARK_RATIO_AT_MOST, NAN);
  g_free (work.times);
  g_free (work.order);
  return benchmark_finish (benchmark);
}
