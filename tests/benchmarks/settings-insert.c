/* settings-insert.c: What it costs to say a million things
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The shape is that of a configuration of many instances: sections of ten keys, each key a node of its own. Texts are cut out
 * of one large buffer, as a codec does it.
 */
#include "benchmark.h"

#include <gyre.h>

#include <math.h>
#include <string.h>
#include <unistd.h>

enum
{
  MOST_ROUNDS = 15,
  KEYS = 10,
  MANY = 1000000,
  FEW = 1000,
  VALUE_LENGTH = 11,
};

typedef struct
{
  double insert;      /* nanoseconds for each setting, until the commit */
  double commit;
  double find;        /* nanoseconds to find a node by its whole name and its winner */
  double bytes;       /* of memory for each setting, with its text */
} Round;

/* Bytes of memory that the process uses now. */
static double
get_resident_memory (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  pages = g_strsplit (text, " ", 3);
  return g_ascii_strtod (pages[1], NULL) * sysconf (_SC_PAGESIZE);
}

static double
median (const Round *rounds, guint length, gsize offset)
{
  double values[MOST_ROUNDS];

  for (guint index = 0; index < length; index++)
    values[index] = G_STRUCT_MEMBER (double, &rounds[index], offset);
  return benchmark_get_median (values, length);
}

static void
fill (GyreBatch *batch, guint sections)
{
  static const char text[] = "amplitude exponents tolerance iterations center radius intervals samples region integrand ";
  static const char value[] = "(1.0, 2.5)";
  guint line = 0;

  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "benchmark.pfg", NULL);
  for (guint section = 0; section < sections; section++)
    {
      char path[32];
      int length = g_snprintf (path, sizeof path, "gauss.ball%u", section);
      const char *key = text;

      line++;
      gyre_batch_push_section (batch, path, length, NULL, 0, line, 1);
      for (guint index = 0; index < KEYS; index++)
        {
          const char *blank = strchr (key, ' ');

          line++;
          gyre_batch_insert (batch, key, blank - key, line, 5, value, sizeof value - 1, line, 20);
          key = blank + 1;
        }
      gyre_batch_pop_section (batch);
    }
}

static void
find_all (GyreSettings *settings, guint sections)
{
  for (guint section = 0; section < sections; section++)
    {
      char name[64];
      GyreSetting *setting;

      g_snprintf (name, sizeof name, "gauss.ball%u.radius", section);
      setting = gyre_settings_get_winner (settings, gyre_settings_find (settings, name));
      g_assert (setting != NULL);
    }
}

static void
run (Round *round, guint length)
{
  double before = get_resident_memory ();
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  double start = benchmark_now () * 1e9;

  fill (batch, length / KEYS);
  round->insert = (benchmark_now () * 1e9 - start) / length;
  start = benchmark_now () * 1e9;
  gyre_batch_commit (batch);
  round->commit = (benchmark_now () * 1e9 - start) / length;
  round->bytes = (get_resident_memory () - before) / length;
  start = benchmark_now () * 1e9;
  find_all (settings, length / KEYS);
  round->find = (benchmark_now () * 1e9 - start) / (length / KEYS);
}

#define MEDIAN(rounds, length, field) median (rounds, length, G_STRUCT_OFFSET (Round, field))

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("settings-insert", argc, argv);
  guint length = benchmark_get_size (benchmark, MANY, FEW);
  guint n_rounds = benchmark_get_rounds (benchmark);
  Round rounds[MOST_ROUNDS];

  for (guint index = 0; index < n_rounds; index++)
    run (&rounds[index], length);
  benchmark_tell (benchmark, "a setting into the store", "ns", MEDIAN (rounds, n_rounds, insert), NAN, BENCHMARK_OURS_AT_MOST, NAN);
  benchmark_tell (benchmark, "its commit", "ns", MEDIAN (rounds, n_rounds, commit), NAN, BENCHMARK_OURS_AT_MOST, NAN);
  benchmark_tell (benchmark, "finding what won, by the whole name", "ns", MEDIAN (rounds, n_rounds, find), NAN,
                  BENCHMARK_OURS_AT_MOST, NAN);
  /* Of the text the value has 11 bytes; those of the keys, which are kept once for all, and the sections' share it. */
  benchmark_tell (benchmark, "memory of a setting, besides the text of its value", "bytes",
                  rounds[0].bytes - VALUE_LENGTH, NAN, BENCHMARK_OURS_AT_MOST, 100);
  return benchmark_finish (benchmark);
}
