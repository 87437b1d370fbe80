/* access.c: What it costs to read and to set a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "balls.h"

#include <math.h>

typedef struct
{
  OurBall *ours;
  PlainBall *plain;
  char *name;               /* "radius", in a buffer of its own */
  double heard;
} Subjects;

/* Each value differs from the one before, so each is a change. */
#define VALUE(index) ((double) ((index) & 1) + 1.0)

#define MEASURE(function, statement) \
  static double \
  function (guint count, gpointer data) \
  { \
    Subjects *self = data; \
    double start = benchmark_now (); \
    for (guint index = 0; index < count; index++) \
      { \
        statement; \
        BENCHMARK_KEEP (self); \
      } \
    return benchmark_now () - start; \
  }

MEASURE (get_typed, BENCHMARK_KEEP (our_ball_get_radius (self->ours)))
MEASURE (get_typed_by_hand, BENCHMARK_KEEP (plain_ball_get_radius (self->plain)))
MEASURE (set_typed, our_ball_set_radius (self->ours, VALUE (index), NULL))
MEASURE (set_by_name, gyre_component_set_real (GYRE_COMPONENT (self->ours), self->name, VALUE (index), NULL))
MEASURE (set_object, g_object_set (self->ours, "radius", VALUE (index), NULL))
MEASURE (set_foreign, g_object_set (self->ours, self->name, VALUE (index), NULL))
MEASURE (set_plain, g_object_set (self->plain, "radius", VALUE (index), NULL))
MEASURE (set_plain_foreign, g_object_set (self->plain, self->name, VALUE (index), NULL))
MEASURE (get_object, double value; g_object_get (self->ours, "radius", &value, NULL); BENCHMARK_KEEP (value))
MEASURE (get_foreign, double value; g_object_get (self->ours, self->name, &value, NULL); BENCHMARK_KEEP (value))
MEASURE (get_plain, double value; g_object_get (self->plain, "radius", &value, NULL); BENCHMARK_KEEP (value))
MEASURE (get_plain_foreign, double value; g_object_get (self->plain, self->name, &value, NULL); BENCHMARK_KEEP (value))

static double
read_fields (guint count, gpointer data)
{
  Subjects *self = data;
  double start = benchmark_now ();

  BENCHMARK_KEEP (our_ball_read_fields (self->ours, count));
  return benchmark_now () - start;
}

static double
call_getters (guint count, gpointer data)
{
  Subjects *self = data;
  double start = benchmark_now ();

  BENCHMARK_KEEP (our_ball_call_getters (self->ours, count));
  return benchmark_now () - start;
}

static double
read_plain_fields (guint count, gpointer data)
{
  Subjects *self = data;
  double start = benchmark_now ();

  BENCHMARK_KEEP (plain_ball_read_fields (self->plain, count));
  return benchmark_now () - start;
}

static void
on_change (GyreComponent *component, const GyreChange *change, gpointer data)
{
  Subjects *self = data;

  self->heard += change->new_value.real - change->old_value.real;
}

static void
on_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  Subjects *self = data;

  self->heard += 1.0;
}

static void
compare_reads (Benchmark *benchmark, Subjects *subjects)
{
  guint count = 2000000;

  benchmark_compare (benchmark, "field read inside the class", 1.0, read_fields, read_plain_fields, count, subjects);
  benchmark_compare (benchmark, "typed getter inside the class", 1.0, call_getters, read_plain_fields, count, subjects);
  benchmark_compare (benchmark, "typed getter from outside, against one by hand", 1.0, get_typed, get_typed_by_hand, count, subjects);
}

static void
compare_object_calls (Benchmark *benchmark, Subjects *subjects)
{
  guint count = 200000;

  benchmark_compare (benchmark, "g_object_get, the literal of the declaration", NAN, get_object, get_plain, count, subjects);
  benchmark_compare (benchmark, "g_object_get, foreign name", 1.1, get_foreign, get_plain_foreign, count, subjects);
  benchmark_compare (benchmark, "g_object_set, the literal of the declaration", NAN, set_object, set_plain, count, subjects);
  benchmark_compare (benchmark, "g_object_set, foreign name", 1.1, set_foreign, set_plain_foreign, count, subjects);
  benchmark_compare (benchmark, "set by foreign name, against g_object_set", 1.0 / 2, set_by_name, set_plain_foreign, count, subjects);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("access", argc, argv);
  Subjects subjects = { g_object_new (OUR_TYPE_BALL, NULL), g_object_new (PLAIN_TYPE_BALL, NULL), benchmark_dup_foreign ("radius"), 0.0 };

  compare_reads (benchmark, &subjects);
  benchmark_compare (benchmark, "typed set, no listener, against g_object_set without one", 1.0 / 4, set_typed, set_plain_foreign, 500000, &subjects);
  compare_object_calls (benchmark, &subjects);

  gyre_component_observe (GYRE_COMPONENT (subjects.ours), "radius", on_change, &subjects, NULL, NULL);
  g_signal_connect (subjects.plain, "notify::radius", G_CALLBACK (on_notify), &subjects);
  benchmark_compare (benchmark, "typed set, one observer, against g_object_set and one notify", 1.0 / 15, set_typed, set_plain_foreign, 200000, &subjects);
  if (subjects.heard <= 0.0)
    g_error ("nobody has heard anything");
  g_object_unref (subjects.ours);
  g_object_unref (subjects.plain);
  g_free (subjects.name);
  return benchmark_finish (benchmark);
}
