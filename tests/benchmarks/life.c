/* life.c: What it costs to have and to lose components: children in any order, and a million of them with handles
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "balls.h"

#include <math.h>

#define MANY 20000
#define FEW 2000
#define MOST_ROUNDS 15

/* In which order the children go. */
typedef enum
{
  OLDEST_FIRST,
  YOUNGEST_FIRST,
  SHUFFLED,
  WITH_THE_PARENT,
} Order;

static void
shuffle (gpointer *objects, guint count)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (count);

  for (guint index = count; index > 1; index--)
    {
      guint other = g_rand_int_range (chance, 0, index);
      gpointer object = objects[index - 1];
      objects[index - 1] = objects[other];
      objects[other] = object;
    }
}

/* Seconds for one child, from its creation to its end. */
static double
bring_up (guint count, Order order)
{
  GyreComponent *parent = g_object_new (OUR_TYPE_BALL, NULL);
  g_autofree gpointer *children = g_new (gpointer, count);
  double start = benchmark_now ();
  double time;

  for (guint index = 0; index < count; index++)
    children[index] = gyre_component_create (parent, OUR_TYPE_BALL, NULL, NULL, NULL);
  time = benchmark_now () - start;
  if (order == SHUFFLED)
    shuffle (children, count);
  start = benchmark_now ();
  for (guint index = 0; order != WITH_THE_PARENT && index < count; index++)
    gyre_component_delete (children[order == YOUNGEST_FIRST ? count - 1 - index : index]);
  gyre_component_delete (parent);
  time += benchmark_now () - start;
  g_object_unref (parent);
  return time / count;
}

/* Ten times as many must take ten times as long, but for what no longer fits into the cache; were it the square, the ratio would
 * be 10. The few are made as often, so that both take as long. */
static void
measure_order (Benchmark *benchmark, const char *what, Order order)
{
  guint many = benchmark_get_size (benchmark, MANY, 20);
  guint few = benchmark_get_size (benchmark, FEW, 2);
  guint rounds = benchmark_get_rounds (benchmark);
  double long_times[MOST_ROUNDS], short_times[MOST_ROUNDS];

  for (guint round = 0; round < rounds; round++)
    {
      long_times[round] = bring_up (many, order);
      short_times[round] = 0;
      for (guint index = 0; index < many / few; index++)
        short_times[round] += bring_up (few, order) / (many / few);
    }
  benchmark_tell (benchmark, what, "ns", benchmark_get_median (long_times, rounds) * 1e9,
                  benchmark_get_median (short_times, rounds) * 1e9, BENCHMARK_RATIO_AT_MOST, 2.0);
}

typedef struct
{
  double birth;       /* seconds for one */
  double handle;
  double death;
  double bytes;
} Life;

static Life
live (guint count, gboolean with_handles)
{
  g_autofree gpointer *objects = g_new0 (gpointer, count);
  gsize memory = benchmark_get_memory ();
  double times[4];
  Life life;

  times[0] = benchmark_now ();
  for (guint index = 0; index < count; index++)
    objects[index] = gyre_component_new (OUR_TYPE_BALL, NULL, NULL, NULL);
  times[1] = benchmark_now ();
  for (guint index = 0; with_handles && index < count; index++)
    if (gyre_component_get_handle (objects[index]) == GYRE_HANDLE_NONE)
      g_error ("no handle");
  times[2] = benchmark_now ();
  life.bytes = ((double) benchmark_get_memory () - (double) memory) / count;
  for (guint index = 0; index < count; index++)
    gyre_component_delete (objects[index]);
  for (guint index = 0; index < count; index++)
    g_object_unref (objects[index]);
  times[3] = benchmark_now ();
  life.birth = (times[1] - times[0]) / count;
  life.handle = (times[2] - times[1]) / count;
  life.death = (times[3] - times[2]) / count;
  return life;
}

static void
measure_million (Benchmark *benchmark)
{
  guint count = benchmark_get_size (benchmark, 1000000, 100);
  guint rounds = benchmark_get_rounds (benchmark);
  double births[MOST_ROUNDS], handles[MOST_ROUNDS], deaths[MOST_ROUNDS], bytes = 0;

  for (guint round = 0; round < rounds; round++)
    {
      Life life = live (count, TRUE);
      births[round] = life.birth + life.handle;
      handles[round] = life.handle;
      deaths[round] = life.death;
      /* Later rounds find memory that the first has left. */
      if (round == 0)
        bytes = life.bytes;
    }
  benchmark_tell (benchmark, "a million components: built and given a handle", "ns", benchmark_get_median (births, rounds) * 1e9,
                  NAN, BENCHMARK_OURS_AT_MOST, 500);
  benchmark_tell (benchmark, "the handle of it", "ns", benchmark_get_median (handles, rounds) * 1e9, NAN,
                  BENCHMARK_OURS_AT_MOST, NAN);
  benchmark_tell (benchmark, "deleted, and let go", "ns", benchmark_get_median (deaths, rounds) * 1e9, NAN,
                  BENCHMARK_OURS_AT_MOST, NAN);
  benchmark_tell (benchmark, "a million components with five traits and a handle: each, with GObject", "bytes", bytes, NAN,
                  BENCHMARK_OURS_AT_MOST, 256);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("life", argc, argv);

  measure_million (benchmark);
  measure_order (benchmark, "20,000 children, deleted from the oldest on: one, against 2,000", OLDEST_FIRST);
  measure_order (benchmark, "the same from the youngest on", YOUNGEST_FIRST);
  measure_order (benchmark, "the same in any order", SHUFFLED);
  measure_order (benchmark, "the same with their parent", WITH_THE_PARENT);
  return benchmark_finish (benchmark);
}
