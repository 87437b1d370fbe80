/* frames.c: What a step of a process costs in a frame
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The processes are GObjects that count; the executive reaches them as it reaches components, by their handles. The peers call a
 * function for each of as many sources that are always ready: GLib's idle sources, and libuv's idle handles.
 */
#include "benchmark.h"

#include "gyre-launch.h"
#include "gyre-row-private.h"
#include "gyre-shard-private.h"

#include <math.h>
#ifdef HAVE_UV
#include <uv.h>
#endif

enum
{
  FEW = 1000,
  MORE = 100000,
  MANY = 1000000,
  MOST_ROUNDS = 15,
  LONGEST_PERIOD = 64,
  STEPS = 4000000,              /* in a round */
};

typedef struct
{
  GObject parent_instance;
  guint64 count;
} Counter;

typedef GObjectClass CounterClass;
static GType counter_get_type (void);
G_DEFINE_TYPE (Counter, counter, G_TYPE_OBJECT)

static void
counter_class_init (CounterClass *class)
{
}

static void
counter_init (Counter *self)
{
}

static gboolean
step (gpointer object, GError **error)
{
  ((Counter *) object)->count++;
  return TRUE;
}

static void
step_many (gpointer *objects, guint n_objects)
{
  for (guint index = 0; index < n_objects; index++)
    ((Counter *) objects[index])->count++;
}

/* Ours. */

typedef struct
{
  GyreExecutive *executive;
  GPtrArray *objects;
} Ours;

typedef void (*How) (GyreLaunch *launch,
                     guint       index);

static void
in_each_frame (GyreLaunch *launch, guint index)
{
}

static void
all_at_once (GyreLaunch *launch, guint index)
{
  launch->step_many = step_many;
}

static void
by_mixed_periods (GyreLaunch *launch, guint index)
{
  launch->interval_frames = 1 + index % LONGEST_PERIOD;
  launch->phase = index / LONGEST_PERIOD % launch->interval_frames;
}

static void
ours_add (Ours *self, guint length, How how, gboolean is_paused)
{
  GyreShard *shard = gyre_executive_get_shard (self->executive);

  for (guint index = 0; index < length; index++)
    {
      GyreLaunch launch = { .step = step, .phase = -1 };
      gpointer object = g_object_new (counter_get_type (), NULL);
      GyreHandle handle = gyre_shard_add (shard, object);

      g_ptr_array_add (self->objects, object);
      how (&launch, index);
      gyre_executive_launch (self->executive, handle, &launch, NULL);
      if (is_paused)
        gyre_executive_pause (self->executive, handle, NULL);
    }
}

static Ours
ours_new (guint length, How how)
{
  Ours self = { gyre_executive_new (), g_ptr_array_new_with_free_func (g_object_unref) };

  ours_add (&self, length, how, FALSE);
  gyre_executive_step (self.executive, NULL);
  return self;
}

static void
ours_clear (Ours *self)
{
  g_object_unref (self->executive);
  g_ptr_array_unref (self->objects);
}

/* Nanoseconds a step. */
static double
ours_run (Ours *self, guint n_frames)
{
  GyreFrameCounts before, after;
  double start;

  gyre_executive_get_counts (self->executive, &before);
  start = benchmark_now ();
  for (guint frame = 0; frame < n_frames; frame++)
    gyre_executive_step (self->executive, NULL);
  start = benchmark_now () - start;
  gyre_executive_get_counts (self->executive, &after);
  return start * 1e9 / (double) (after.runs - before.runs);
}

/* GLib's. */

typedef struct
{
  GMainContext *context;
  guint length;
  guint64 n_calls;
} Idle;

static gboolean
on_idle (gpointer data)
{
  ++*(guint64 *) data;
  return G_SOURCE_CONTINUE;
}

static Idle *
idle_new (guint length)
{
  Idle *self = g_new0 (Idle, 1);

  self->context = g_main_context_new ();
  self->length = length;
  for (guint index = 0; index < length; index++)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_callback (source, on_idle, &self->n_calls, NULL);
      g_source_attach (source, self->context);
    }
  return self;
}

static void
idle_free (Idle *self)
{
  g_main_context_unref (self->context);
  g_free (self);
}

static double
idle_run (Idle *self)
{
  double start = benchmark_now ();

  g_main_context_iteration (self->context, FALSE);
  return (benchmark_now () - start) * 1e9 / self->length;
}

/* libuv's. */

#ifdef HAVE_UV
typedef struct
{
  uv_loop_t loop;
  uv_idle_t *handles;
  GPtrArray *objects;
  guint length;
} Handles;

static void
on_handle (uv_idle_t *handle)
{
  ((Counter *) handle->data)->count++;
}

static Handles *
handles_new (guint length)
{
  Handles *self = g_new0 (Handles, 1);

  uv_loop_init (&self->loop);
  self->length = length;
  self->handles = g_new0 (uv_idle_t, length);
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint index = 0; index < length; index++)
    {
      g_ptr_array_add (self->objects, g_object_new (counter_get_type (), NULL));
      uv_idle_init (&self->loop, &self->handles[index]);
      self->handles[index].data = self->objects->pdata[index];
      uv_idle_start (&self->handles[index], on_handle);
    }
  return self;
}

static void
handles_free (Handles *self)
{
  for (guint index = 0; index < self->length; index++)
    uv_close ((uv_handle_t *) &self->handles[index], NULL);
  uv_run (&self->loop, UV_RUN_NOWAIT);
  uv_loop_close (&self->loop);
  g_free (self->handles);
  g_ptr_array_unref (self->objects);
  g_free (self);
}

static double
handles_run (Handles *self, guint n_turns)
{
  double start = benchmark_now ();

  for (guint turn = 0; turn < n_turns; turn++)
    uv_run (&self->loop, UV_RUN_NOWAIT);
  return (benchmark_now () - start) * 1e9 / n_turns / self->length;
}
#endif

static guint
get_turns (guint length)
{
  return MAX (STEPS / length, 1);
}

static void
tell (Benchmark *benchmark, const char *what, guint length, double ours, double peer, BenchmarkBound bound, double limit)
{
  g_autofree char *text = g_strdup_printf ("%s, %u processes", what, length);

  benchmark_tell (benchmark, text, "ns", ours, peer, bound, limit);
}

static void
measure_steps (Benchmark *benchmark, guint length, double limit)
{
  guint n_rounds = benchmark_get_rounds (benchmark), n_turns = benchmark_is_tiny (benchmark) ? 1 : get_turns (length);
  double our_times[MOST_ROUNDS], idle_times[MOST_ROUNDS];
  Ours ours = ours_new (length, in_each_frame);
  Idle *idle = idle_new (length);
#ifdef HAVE_UV
  double handle_times[MOST_ROUNDS];
  Handles *handles = handles_new (length);
#endif

  for (guint round = 0; round < n_rounds; round++)
    {
      our_times[round] = ours_run (&ours, n_turns);
      idle_times[round] = idle_run (idle);
#ifdef HAVE_UV
      handle_times[round] = handles_run (handles, n_turns);
#endif
    }
  tell (benchmark, "a step", length, benchmark_get_median (our_times, n_rounds), NAN, BENCHMARK_OURS_AT_MOST, limit);
  tell (benchmark, "a step, against idle sources of GLib", length, benchmark_get_median (our_times, n_rounds),
        benchmark_get_median (idle_times, n_rounds), BENCHMARK_RATIO_AT_MOST, 1.0 / 20);
#ifdef HAVE_UV
  tell (benchmark, "a step, against idle handles of libuv", length, benchmark_get_median (our_times, n_rounds),
        benchmark_get_median (handle_times, n_rounds), BENCHMARK_RATIO_AT_MOST, 1.2);
  handles_free (handles);
#endif
  idle_free (idle);
  ours_clear (&ours);
}

/* The same entries, run without any measurement: what is left of a row when nothing is accounted for. */
static double
run_bare (GyreRow *row, guint n_turns)
{
  double start = benchmark_now ();

  for (guint turn = 0; turn < n_turns; turn++)
    for (guint32 index = 0; index < row->length; index++)
      {
        GyreRunEntry *entry = &row->entries[index];
        GError *error = NULL;

        __builtin_prefetch (entry[GYRE_ROW_AHEAD].object, 1);
        row->running = index;
        if (G_UNLIKELY (!entry->step (entry->object, &error)))
          g_error_free (error);
      }
  row->running = G_MAXUINT32;
  return (benchmark_now () - start) * 1e9 / n_turns / row->length;
}

static void
measure_accounting (Benchmark *benchmark, guint length)
{
  guint n_rounds = benchmark_get_rounds (benchmark), n_turns = benchmark_is_tiny (benchmark) ? 1 : get_turns (length);
  double our_times[MOST_ROUNDS], bare_times[MOST_ROUNDS];
  Ours ours = ours_new (length, in_each_frame);
  GyreShard *shard = gyre_executive_get_shard (ours.executive);
  GyreSlot *slot = gyre_slots_find (shard->slots, G_GUINT64_CONSTANT (1) << 32);
  GyreProcessRecord *record = slot->process;

  for (guint round = 0; round < n_rounds; round++)
    {
      our_times[round] = ours_run (&ours, n_turns);
      bare_times[round] = run_bare (record->row, n_turns);
    }
  tell (benchmark, "a step with accounting, against without", length, benchmark_get_median (our_times, n_rounds),
        benchmark_get_median (bare_times, n_rounds), BENCHMARK_RATIO_AT_MOST, 1.15);
  ours_clear (&ours);
}

static void
measure_how (Benchmark *benchmark, const char *what, guint length, How how, double limit)
{
  guint n_rounds = benchmark_get_rounds (benchmark);
  double times[MOST_ROUNDS];
  Ours ours = ours_new (length, how);

  for (guint round = 0; round < n_rounds; round++)
    times[round] = ours_run (&ours, benchmark_is_tiny (benchmark) ? 1 : LONGEST_PERIOD);
  tell (benchmark, what, length, benchmark_get_median (times, n_rounds), NAN, BENCHMARK_OURS_AT_MOST, limit);
  ours_clear (&ours);
}

static void
measure_paused (Benchmark *benchmark, guint length, guint n_paused)
{
  guint n_rounds = benchmark_get_rounds (benchmark), n_turns = benchmark_is_tiny (benchmark) ? 1 : get_turns (length);
  double with_times[MOST_ROUNDS], without_times[MOST_ROUNDS];
  Ours without = ours_new (length, in_each_frame);
  Ours with = ours_new (length, in_each_frame);

  ours_add (&with, n_paused, in_each_frame, TRUE);
  gyre_executive_step (with.executive, NULL);
  for (guint round = 0; round < n_rounds; round++)
    {
      with_times[round] = ours_run (&with, n_turns);
      without_times[round] = ours_run (&without, n_turns);
    }
  tell (benchmark, "a step beside a million that are paused, against none", length, benchmark_get_median (with_times, n_rounds),
        benchmark_get_median (without_times, n_rounds), BENCHMARK_RATIO_AT_MOST, 1.1);
  ours_clear (&without);
  ours_clear (&with);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("frames", argc, argv);
  guint many = benchmark_get_size (benchmark, MANY, FEW);

  measure_steps (benchmark, FEW, 5);
  measure_steps (benchmark, benchmark_get_size (benchmark, MORE, FEW), 5);
  measure_steps (benchmark, many, 10);
  measure_accounting (benchmark, FEW);
  measure_how (benchmark, "a step, mixed periods of 1…64 frames", many, by_mixed_periods, 20);
  measure_how (benchmark, "a step, all of a class at once", many, all_at_once, NAN);
  measure_paused (benchmark, FEW, many);
  return benchmark_finish (benchmark);
}
