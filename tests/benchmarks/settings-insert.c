/* settings-insert.c: What it costs to say a million things
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * settings-insert [--tiny] [FILE]: prints the medians, and writes them to FILE as JSON. The shape is that of a
 * configuration of many instances: sections of ten keys, each key a node of its own. Texts are cut out of one large
 * buffer, as a codec does it.
 */
#include <gyre.h>

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

enum
{
  ROUNDS = 9,
  KEYS = 10,
  MANY = 1000000,
  FEW = 1000,
};

typedef struct
{
  double insert;      /* nanoseconds for each setting, until the commit */
  double commit;
  double find;        /* nanoseconds to find a node by its whole name and its winner */
  double bytes;       /* of memory for each setting, with its text */
} Round;

static int
compare_reals (const void *left, const void *right)
{
  double first = *(const double *) left, second = *(const double *) right;

  return (first > second) - (first < second);
}

static double
median (const Round *rounds, gsize offset)
{
  double values[ROUNDS];

  for (guint index = 0; index < ROUNDS; index++)
    values[index] = *(const double *) ((const char *) &rounds[index] + offset);
  qsort (values, ROUNDS, sizeof (double), compare_reals);
  return values[ROUNDS / 2];
}

static double
now (void)
{
  return (double) g_get_monotonic_time () * 1000.0;
}

static gsize
memory (void)
{
  struct mallinfo2 information = mallinfo2 ();

  return information.uordblks + information.hblkhd;
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
  gsize before = memory ();
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  double start = now ();

  fill (batch, length / KEYS);
  round->insert = (now () - start) / length;
  start = now ();
  gyre_batch_commit (batch);
  round->commit = (now () - start) / length;
  round->bytes = (double) (memory () - before) / length;
  start = now ();
  find_all (settings, length / KEYS);
  round->find = (now () - start) / (length / KEYS);
}

int
main (int argc, char **argv)
{
  gboolean tiny = argc > 1 && strcmp (argv[1], "--tiny") == 0;
  const char *file = argc > 1 + tiny ? argv[1 + tiny] : NULL;
  guint length = tiny ? FEW : MANY;
  Round rounds[ROUNDS];
  g_autofree char *report = NULL;
  double insert, commit;

  for (guint index = 0; index < ROUNDS; index++)
    run (&rounds[index], length);
  insert = median (rounds, G_STRUCT_OFFSET (Round, insert));
  commit = median (rounds, G_STRUCT_OFFSET (Round, commit));
  report = g_strdup_printf ("{\"settings\": %u, \"insert-nanoseconds\": %.1f, \"commit-nanoseconds\": %.1f, "
                            "\"millions-per-second\": %.2f, \"find-nanoseconds\": %.1f, \"bytes\": %.1f}\n",
                            length, insert, commit, 1000.0 / (insert + commit),
                            median (rounds, G_STRUCT_OFFSET (Round, find)), median (rounds, G_STRUCT_OFFSET (Round, bytes)));
  g_print ("%s", report);
  return file == NULL || g_file_set_contents (file, report, -1, NULL) ? EXIT_SUCCESS : EXIT_FAILURE;
}
