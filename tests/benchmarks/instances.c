/* instances.c: What it costs to have many instances
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bare object is one of the hand-written class with the same fields.
 */
#include "balls.h"

#include <math.h>

#define MOST_ROUNDS 15
#define PARTS 10

typedef struct
{
  double first;      /* seconds for one of the first tenth */
  double last;
  double bytes;
} Round;

typedef gpointer (*Build) (guint number);

static gpointer
build_plain (guint number)
{
  return g_object_new (PLAIN_TYPE_BALL, NULL);
}

static gpointer
build_unnamed (guint number)
{
  return g_object_new (OUR_TYPE_BALL, NULL);
}

static gpointer
build_named (guint number)
{
  char name[32];

  g_snprintf (name, sizeof name, "ball%u", number);
  return gyre_component_new (OUR_TYPE_BALL, name, NULL, NULL);
}

static Round
run (guint count, Build build)
{
  g_autofree gpointer *objects = g_new (gpointer, count);
  gsize memory = benchmark_get_memory ();
  double times[PARTS + 1];
  Round round;

  for (guint part = 0; part < PARTS; part++)
    {
      times[part] = benchmark_now ();
      for (guint index = count / PARTS * part; index < count / PARTS * (part + 1); index++)
        objects[index] = build (index);
    }
  times[PARTS] = benchmark_now ();
  round = (Round) { (times[1] - times[0]) * PARTS / count, (times[PARTS] - times[PARTS - 1]) * PARTS / count,
                    (double) (benchmark_get_memory () - memory) / count };
  for (guint index = 0; index < count; index++)
    g_object_unref (objects[index]);
  return round;
}

static double
get_median (const Round *rounds, guint length, gsize offset)
{
  double values[MOST_ROUNDS];

  for (guint index = 0; index < length; index++)
    values[index] = G_STRUCT_MEMBER (double, &rounds[index], offset);
  return benchmark_get_median (values, length);
}

#define MEDIAN(rounds, length, field) get_median (rounds, length, G_STRUCT_OFFSET (Round, field))

static void
measure (Benchmark *benchmark, const char *kind, Build build, double limit)
{
  guint count = benchmark_get_size (benchmark, 100000, 100);
  guint rounds = benchmark_get_rounds (benchmark);
  Round ours[MOST_ROUNDS] = { { 0 } }, plain[MOST_ROUNDS] = { { 0 } };
  g_autofree char *time = g_strdup_printf ("100,000 %s: the last ten thousand, against the first", kind);
  g_autofree char *memory = g_strdup_printf ("%s: memory over the bare object", kind);

  for (guint round = 0; round < rounds; round++)
    {
      ours[round] = run (count, build);
      plain[round] = run (count, build_plain);
    }
  benchmark_tell (benchmark, time, "ns", MEDIAN (ours, rounds, last) * 1e9, MEDIAN (ours, rounds, first) * 1e9,
                  BENCHMARK_RATIO_AT_MOST, 1.1);
  /* The first round tells: later ones find memory that the one before has left. */
  benchmark_tell (benchmark, memory, "bytes", ours[0].bytes - plain[0].bytes, NAN, BENCHMARK_OURS_AT_MOST, limit);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("instances", argc, argv);

  measure (benchmark, "unnamed instances", build_unnamed, 96.0);
  measure (benchmark, "named instances", build_named, 400.0);
  return benchmark_finish (benchmark);
}
