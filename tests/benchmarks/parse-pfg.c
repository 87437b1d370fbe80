/* parse-pfg.c: How fast settings are read from a text, beside GKeyFile
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Both read the same keys in the same sections, in turn, in the same run. Ours makes the events with line and column of
 * each key and value, and then puts them into a store; GKeyFile keeps neither line nor column. What is freed is freed
 * outside of the time that counts. It is linked with the layers themselves.
 */
#include "benchmark.h"
#include "gyre-codec.h"
#include "gyre-insertion-private.h"

#include <math.h>
#include <string.h>

#define MOST_ROUNDS 15
#define KEYS 1000000
#define KEYS_TINY 200
#define KEYS_IN_SECTION 10

typedef struct
{
  char *pfg;
  char *keyfile;
  guint keys;
} Texts;

static void
make_texts (Texts *self, guint keys)
{
  GString *pfg = g_string_new (NULL);
  GString *keyfile = g_string_new (NULL);

  for (guint key = 0; key < keys; key++)
    {
      if (key % KEYS_IN_SECTION == 0)
        {
          g_string_append_printf (pfg, "gauss.instances.number%u:\n", key / KEYS_IN_SECTION);
          g_string_append_printf (keyfile, "[gauss.instances.number%u]\n", key / KEYS_IN_SECTION);
        }
      g_string_append_printf (pfg, "    setting%u = %u.25\n", key % KEYS_IN_SECTION, key);
      g_string_append_printf (keyfile, "setting%u=%u.25\n", key % KEYS_IN_SECTION, key);
    }
  self->keys = keys;
  self->pfg = g_string_free (pfg, FALSE);
  self->keyfile = g_string_free (keyfile, FALSE);
}

/* Seconds for reading the text with ours, from its bytes to its events, and for putting them into a store. */
static void
time_pfg (const Texts *texts, double *parse, double *insert)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (texts->pfg, strlen (texts->pfg));
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreSource) source = NULL;
  g_autoptr (GyreEvents) events = NULL;
  g_autoptr (GyreSettings) settings = NULL;
  g_autoptr (GyreBatch) batch = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 middle, stop;

  source = gyre_source_new_from_bytes ("benchmark.pfg", bytes);
  events = gyre_codec_decode (gyre_codec_find ("pfg", NULL), source, report);
  middle = g_get_monotonic_time ();
  settings = gyre_settings_new ();
  batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  gyre_insertion_run (events, 0, gyre_events_get_length (events), batch);
  gyre_batch_commit (batch);
  stop = g_get_monotonic_time ();
  if (gyre_events_get_length (events) != texts->keys || gyre_report_get_length (report) != 0)
    g_error ("pfg: %u events", gyre_events_get_length (events));
  *parse = MAX (middle - start, 1) / 1e6;
  *insert = MAX (stop - middle, 1) / 1e6;
}

static double
time_keyfile (const Texts *texts)
{
  g_autoptr (GKeyFile) keyfile = g_key_file_new ();
  gint64 start = g_get_monotonic_time ();
  gboolean is_good = g_key_file_load_from_data (keyfile, texts->keyfile, strlen (texts->keyfile), G_KEY_FILE_NONE, NULL);
  gint64 stop = g_get_monotonic_time ();

  if (!is_good)
    g_error ("GKeyFile: cannot read");
  return MAX (stop - start, 1) / 1e6;
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("parse-pfg", argc, argv);
  guint rounds = benchmark_get_rounds (benchmark);
  guint keys = benchmark_get_size (benchmark, KEYS, KEYS_TINY);
  double parses[MOST_ROUNDS], wholes[MOST_ROUNDS], peers[MOST_ROUNDS];
  double whole, peer;
  Texts texts;

  make_texts (&texts, keys);
  for (guint round = 0; round < rounds; round++)
    {
      double insert;

      time_pfg (&texts, &parses[round], &insert);
      wholes[round] = parses[round] + insert;
      peers[round] = time_keyfile (&texts);
    }
  whole = keys / benchmark_get_median (wholes, rounds) / 1e6;
  peer = keys / benchmark_get_median (peers, rounds) / 1e6;
  benchmark_tell (benchmark, "pfg, parse with locators", "M/s", keys / benchmark_get_median (parses, rounds) / 1e6, NAN,
                  BENCHMARK_OURS_AT_LEAST, NAN);
  benchmark_tell (benchmark, "pfg, parse with locators and insertion", "M/s", whole, NAN, BENCHMARK_OURS_AT_LEAST, 3.0);
  benchmark_tell (benchmark, "pfg, parse and insertion, against GKeyFile's load", "M/s", whole, peer, BENCHMARK_PEER_AT_LEAST, 1.0);
  g_free (texts.pfg);
  g_free (texts.keyfile);
  return benchmark_finish (benchmark);
}
