/* benchmark.c: The common frame of the benchmarks: rounds, medians, a table, JSON
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "benchmark.h"

#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 15
/* Two loops of the same instructions differ by as much on a machine that is not ours alone: "1.0 ×" allows for it. */
#define NOISE 1.03

typedef struct
{
  char *what;
  const char *unit;
  double ours;
  double peer;               /* NAN where there is none */
  BenchmarkBound bound;
  double limit;              /* NAN where the issue sets none */
} Row;

struct _Benchmark
{
  const char *name;
  gboolean is_tiny;
  const char *file;
  GArray *rows;
};

Benchmark *
benchmark_new (const char *name, int argc, char **argv)
{
  Benchmark *self = g_new0 (Benchmark, 1);

  self->name = name;
  self->is_tiny = argc > 1 && strcmp (argv[1], "--tiny") == 0;
  self->file = argc > 1 + self->is_tiny ? argv[1 + self->is_tiny] : NULL;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

gboolean
benchmark_is_tiny (Benchmark *self)
{
  return self->is_tiny;
}

guint
benchmark_get_size (Benchmark *self, guint full, guint tiny)
{
  return self->is_tiny ? tiny : full;
}

guint
benchmark_get_rounds (Benchmark *self)
{
  return self->is_tiny ? 1 : ROUNDS;
}

double
benchmark_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + (double) time.tv_nsec * 1e-9;
}

/* Bytes that the process has from malloc. */
gsize
benchmark_get_memory (void)
{
  struct mallinfo2 information = mallinfo2 ();

  return information.uordblks + information.hblkhd;
}

/* A text that no literal and no interned string shares its address with: what a file, a console or another language hands in. */
char *
benchmark_dup_foreign (const char *text)
{
  return g_strdup (text);
}

static int
compare_reals (const void *first, const void *second)
{
  double left = *(const double *) first, right = *(const double *) second;

  return (left > right) - (left < right);
}

double
benchmark_get_median (double *values, guint length)
{
  g_assert (length > 0);
  qsort (values, length, sizeof *values, compare_reals);
  return length % 2 == 1 ? values[length / 2] : (values[length / 2 - 1] + values[length / 2]) / 2;
}

/* Nanoseconds an operation of ours and of the peer, in turns; who comes first changes with each round. */
void
benchmark_compare (Benchmark *self, const char *what, double limit, BenchmarkMeasure ours, BenchmarkMeasure peer, guint count,
                   gpointer data)
{
  double our_times[ROUNDS], peer_times[ROUNDS];
  guint rounds = benchmark_get_rounds (self);

  if (self->is_tiny)
    count = MIN (count, 10);
  ours (MIN (count, 1000), data);
  peer (MIN (count, 1000), data);
  for (guint round = 0; round < rounds; round++)
    {
      if (round % 2 == 0)
        our_times[round] = ours (count, data) / count * 1e9;
      peer_times[round] = peer (count, data) / count * 1e9;
      if (round % 2 == 1)
        our_times[round] = ours (count, data) / count * 1e9;
    }
  benchmark_tell (self, what, "ns", benchmark_get_median (our_times, rounds), benchmark_get_median (peer_times, rounds),
                  BENCHMARK_RATIO_AT_MOST, limit);
}

/* Adds a row that the program has measured itself: medians. */
void
benchmark_tell (Benchmark *self, const char *what, const char *unit, double ours, double peer, BenchmarkBound bound,
                double limit)
{
  Row row = { g_strdup (what), unit, ours, peer, bound, limit };

  g_array_append_val (self->rows, row);
}

static gboolean
row_is_reached (const Row *row)
{
  switch (row->bound)
    {
    case BENCHMARK_RATIO_AT_MOST:
      return row->ours <= row->peer * row->limit * (row->limit == 1.0 ? NOISE : 1.0);
    case BENCHMARK_OURS_AT_MOST:
      return row->ours <= row->limit;
    case BENCHMARK_OURS_AT_LEAST:
      return row->ours >= row->limit;
    case BENCHMARK_PEER_AT_LEAST:
      return row->ours >= row->peer * row->limit;
    default:
      g_assert_not_reached ();
    }
}

static char *
dup_limit (const Row *row)
{
  gboolean is_ratio = row->bound == BENCHMARK_RATIO_AT_MOST || row->bound == BENCHMARK_PEER_AT_LEAST;
  gboolean is_ceiling = row->bound == BENCHMARK_RATIO_AT_MOST || row->bound == BENCHMARK_OURS_AT_MOST;

  if (isnan (row->limit))
    return g_strdup ("");
  if (row->bound == BENCHMARK_RATIO_AT_MOST && row->limit < 1.0)
    return g_strdup_printf ("≤ 1/%.4g", 1.0 / row->limit);
  return g_strdup_printf ("%s %.4g %s", is_ceiling ? "≤" : "≥", row->limit, is_ratio ? "×" : row->unit);
}

static char *
dup_number (double number, const char *format)
{
  return isnan (number) ? g_strdup ("") : g_strdup_printf (format, number);
}

/* printf() counts bytes; a table is made of characters. */
static void
print_cell (const char *text, glong width, gboolean to_the_right)
{
  int blanks = (int) MAX (0, width - g_utf8_strlen (text, -1));

  printf ("%*s%s%*s | ", to_the_right ? blanks : 0, "", text, to_the_right ? 0 : blanks, "");
}

static void
print_row (const char *what, const char *ours, const char *peer, const char *ratio, const char *limit, const char *reached)
{
  printf ("| ");
  print_cell (what, 66, FALSE);
  print_cell (ours, 12, TRUE);
  print_cell (peer, 12, TRUE);
  print_cell (ratio, 6, TRUE);
  print_cell (limit, 14, FALSE);
  print_cell (reached, 7, FALSE);
  printf ("\n");
}

static void
print_result (const Row *row)
{
  g_autofree char *ours = g_strdup_printf ("%.4g %s", row->ours, row->unit);
  g_autofree char *peer = isnan (row->peer) ? g_strdup ("") : g_strdup_printf ("%.4g %s", row->peer, row->unit);
  g_autofree char *ratio = dup_number (row->ours / row->peer, "%.3f");
  g_autofree char *limit = dup_limit (row);

  print_row (row->what, ours, peer, ratio, limit, isnan (row->limit) ? "" : row_is_reached (row) ? "yes" : "NO");
}

static void
append_number (GString *json, const char *key, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (json, ", \"%s\": %s", key,
                          isnan (number) ? "null" : g_ascii_formatd (buffer, sizeof buffer, "%.6g", number));
}

static void
append_result (GString *json, const Row *row)
{
  g_autofree char *limit = dup_limit (row);

  g_string_append_printf (json, "    { \"what\": \"%s\", \"unit\": \"%s\"", row->what, row->unit);
  append_number (json, "ours", row->ours);
  append_number (json, "peer", row->peer);
  append_number (json, "ratio", row->ours / row->peer);
  g_string_append_printf (json, ", \"limit\": \"%s\", \"reached\": %s }", limit,
                          isnan (row->limit) ? "null" : row_is_reached (row) ? "true" : "false");
}

static gboolean
write_json (Benchmark *self)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_printf (json, "{\n  \"benchmark\": \"%s\",\n  \"rounds\": %u,\n  \"results\": [\n", self->name,
                   benchmark_get_rounds (self));
  for (guint index = 0; index < self->rows->len; index++)
    {
      append_result (json, &g_array_index (self->rows, Row, index));
      g_string_append (json, index + 1 < self->rows->len ? ",\n" : "\n");
    }
  g_string_append (json, "  ]\n}\n");
  if (g_file_set_contents (self->file, json->str, json->len, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

/* Prints the table and writes the file. A missed limit is told, and is no failure: the reader judges. */
int
benchmark_finish (Benchmark *self)
{
  gboolean is_written;

  print_row ("what", "ours", "peer", "ratio", "limit", "reached");
  printf ("|---|---|---|---|---|---|\n");
  for (guint index = 0; index < self->rows->len; index++)
    print_result (&g_array_index (self->rows, Row, index));
  is_written = self->file == NULL || write_json (self);
  for (guint index = 0; index < self->rows->len; index++)
    g_free (g_array_index (self->rows, Row, index).what);
  g_array_unref (self->rows);
  g_free (self);
  return is_written ? EXIT_SUCCESS : EXIT_FAILURE;
}
