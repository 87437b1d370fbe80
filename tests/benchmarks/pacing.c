/* pacing.c: Whether frames happen when they should
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An executive of a fixed pace, a thread that does nothing but clock_nanosleep() to the same times, and g_timeout_add() run at the
 * same time in threads of their own, so that the machine troubles all alike. --long: for a minute each, else for three seconds.
 */
#include "benchmark.h"

#include "gyre-frame.h"
#include "gyre-launch.h"
#include "gyre-shard-private.h"
#include "gyre-surroundings.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

enum
{
  MOST_ROUNDS = 7,
};

typedef struct
{
  double rate;
  guint n_frames;
  gint64 first;                /* when all begin */
  GArray *lateness;            /* of double, in nanoseconds */
  guint64 n_happened;          /* in the time of @n_frames */
} Pacer;

static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (gint64) now.tv_sec * SECOND + now.tv_nsec;
}

static gint64
get_due (Pacer *self, guint64 frame)
{
  return self->first + (gint64) ((double) frame * (1e9 / self->rate));
}

static void
note (Pacer *self)
{
  gint64 now = get_time ();
  double late = (double) (now - get_due (self, self->lateness->len));

  if (now < get_due (self, self->n_frames))
    self->n_happened++;
  g_array_append_val (self->lateness, late);
}

static void
sleep_until (gint64 time)
{
  struct timespec until = { .tv_sec = time / SECOND, .tv_nsec = time % SECOND };

  while (clock_nanosleep (CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) != 0);
}

static gpointer
run_bare (gpointer data)
{
  Pacer *self = data;

  while (self->lateness->len < self->n_frames)
    {
      sleep_until (get_due (self, self->lateness->len));
      note (self);
    }
  return NULL;
}

typedef struct
{
  GObject parent_instance;
  Pacer *pacer;
} Tick;

typedef GObjectClass TickClass;
static GType tick_get_type (void);
G_DEFINE_TYPE (Tick, tick, G_TYPE_OBJECT)

static void
tick_class_init (TickClass *class)
{
}

static void
tick_init (Tick *self)
{
}

static gboolean
step (gpointer object, GError **error)
{
  note (((Tick *) object)->pacer);
  return TRUE;
}

static gpointer
run_ours (gpointer data)
{
  Pacer *self = data;
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreShard *shard = gyre_executive_get_shard (executive);
  GyreLaunch launch = { .step = step, .phase = -1 };
  Tick *tick = g_object_new (tick_get_type (), NULL);

  tick->pacer = self;
  gyre_executive_launch (executive, gyre_shard_add (shard, tick), &launch, NULL);
  sleep_until (self->first - SECOND / 100);
  gyre_executive_set_pace (executive, GYRE_PACE_FIXED, self->rate);
  self->first = shard->first;
  gyre_executive_run_frames (executive, self->n_frames, NULL);
  g_clear_object (&executive);
  g_object_unref (tick);
  return NULL;
}

static gboolean
on_timeout (gpointer data)
{
  note (data);
  return G_SOURCE_CONTINUE;
}

static gpointer
run_glib (gpointer data)
{
  Pacer *self = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) source = g_timeout_source_new ((guint) (1000 / self->rate));

  g_source_set_callback (source, on_timeout, self, NULL);
  sleep_until (self->first);
  g_source_attach (source, context);
  while (get_time () < get_due (self, self->n_frames))
    g_main_context_iteration (context, TRUE);
  g_source_destroy (source);
  return NULL;
}

static double
get_percentile (GArray *values, double part)
{
  benchmark_get_median ((double *) values->data, values->len);
  return g_array_index (values, double, MIN (values->len - 1, (guint) (part * values->len)));
}

/* Of frames of which so many were asked for: how many there would be in their time. Who has drifted away has others. */
static double
count_happened (Pacer *self)
{
  double last = g_array_index (self->lateness, double, self->lateness->len - 1);

  return self->n_frames - round (last / (1e9 / self->rate));
}

typedef enum
{
  OURS,
  BARE,
  GLIB,
  N_PACERS,
} Who;

/* All at the same time. Microseconds of lateness that 99 of 100 frames keep, and how many frames there were. */
static void
run_round (double rate, guint n_frames, double *late, double *happened)
{
  static const GThreadFunc functions[] = { run_ours, run_bare, run_glib };
  GThread *threads[N_PACERS];
  Pacer pacers[N_PACERS];
  gint64 first = get_time () + SECOND / 20;

  for (guint who = 0; who < N_PACERS; who++)
    {
      pacers[who] = (Pacer) { rate, n_frames, first, g_array_new (FALSE, FALSE, sizeof (double)), 0 };
      threads[who] = g_thread_new ("pacer", functions[who], &pacers[who]);
    }
  for (guint who = 0; who < N_PACERS; who++)
    {
      g_thread_join (threads[who]);
      /* A source of GLib that was attached too late may have no frames at all; nobody asks how late it was. */
      happened[who] = who == GLIB ? (double) pacers[who].n_happened : count_happened (&pacers[who]);
      late[who] = who == GLIB ? 0 : get_percentile (pacers[who].lateness, 0.99) / 1e3;
      g_array_unref (pacers[who].lateness);
    }
}

static void
measure (Benchmark *benchmark, double rate, double seconds, guint n_rounds)
{
  double ours[MOST_ROUNDS], bare[MOST_ROUNDS], our_frames[MOST_ROUNDS], glib_frames[MOST_ROUNDS];
  guint n_frames = (guint) (rate * seconds);
  g_autofree char *lateness = g_strdup_printf ("lateness of 99 of 100 frames at %g Hz, against clock_nanosleep", rate);
  g_autofree char *count = g_strdup_printf ("frames at %g Hz where %u are due, against g_timeout_add", rate, n_frames);

  for (guint round = 0; round < n_rounds; round++)
    {
      double late[N_PACERS], happened[N_PACERS];

      run_round (rate, n_frames, late, happened);
      ours[round] = late[OURS];
      bare[round] = late[BARE];
      our_frames[round] = happened[OURS];
      glib_frames[round] = happened[GLIB];
    }
  benchmark_tell (benchmark, lateness, "µs", benchmark_get_median (ours, n_rounds), benchmark_get_median (bare, n_rounds),
                  BENCHMARK_RATIO_AT_MOST, 1.1);
  benchmark_tell (benchmark, count, "frames", benchmark_get_median (our_frames, n_rounds),
                  benchmark_get_median (glib_frames, n_rounds), BENCHMARK_OURS_AT_LEAST, n_frames);
}

int
main (int argc, char **argv)
{
  gboolean is_long = argc > 1 && strcmp (argv[1], "--long") == 0;
  Benchmark *benchmark = benchmark_new ("pacing", argc - is_long, argv + is_long);
  double seconds = benchmark_is_tiny (benchmark) ? 0.1 : is_long ? 60 : 3;
  guint n_rounds = benchmark_is_tiny (benchmark) || is_long ? 1 : MOST_ROUNDS;

  measure (benchmark, 60, seconds, n_rounds);
  measure (benchmark, 1000, seconds, n_rounds);
  return benchmark_finish (benchmark);
}
