/* parse.h: How fast settings are read from a text of some format, beside GKeyFile
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Both read the same keys in the same sections, in turn, in the same run. Ours makes the events with line and column of
 * each key and value, and then puts them into a store; GKeyFile keeps neither line nor column. What is freed is freed
 * outside of the time that counts. A small text is read many times. It is linked with the layers themselves.
 */
#pragma once

#include "benchmark.h"
#include "gyre-codec.h"
#include "gyre-insertion-private.h"

#include <math.h>
#include <string.h>

#define PARSE_MOST_ROUNDS 15
#define PARSE_KEYS_IN_SECTION 10

typedef struct
{
  const char *encoding;
  const char *section;  /* how the head of a section is written; printed with a number */
  const char *setting;  /* printed with two numbers */
} ParseFormat;

typedef struct
{
  const ParseFormat *format;
  char *text;
  char *keyfile;
  guint keys;
  guint times;          /* how often it is read in a round */
} ParseTexts;

static inline char *
parse_make_text (const char *section, const char *setting, guint keys)
{
  GString *text = g_string_new (NULL);

  for (guint key = 0; key < keys; key++)
    {
      if (key % PARSE_KEYS_IN_SECTION == 0)
        g_string_append_printf (text, section, key / PARSE_KEYS_IN_SECTION);
      g_string_append_printf (text, setting, key % PARSE_KEYS_IN_SECTION, key);
    }
  return g_string_free (text, FALSE);
}

/* What malloc has put off to tidy up after the round before is not to be paid by the next one: asking for much does that. */
static inline void
parse_settle (void)
{
  void *memory = g_malloc (64 * 1024);

  BENCHMARK_KEEP (memory);
  g_free (memory);
}

/* Seconds for reading the text with ours, from its bytes to its events, and for putting them into a store. */
static inline void
parse_time_ours (const ParseTexts *texts, double *parse, double *insert)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (texts->text, strlen (texts->text));
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreSource) source = NULL;
  g_autoptr (GyreEvents) events = NULL;
  g_autoptr (GyreSettings) settings = NULL;
  g_autoptr (GyreBatch) batch = NULL;
  const GyreCodec *codec = gyre_codec_find (texts->format->encoding, NULL);
  double start = benchmark_now ();
  double middle;

  source = gyre_source_new_from_bytes ("benchmark", bytes);
  events = gyre_codec_decode (codec, source, report);
  middle = benchmark_now ();
  settings = gyre_settings_new ();
  batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  gyre_insertion_run (events, 0, gyre_events_get_length (events), batch);
  gyre_batch_commit (batch);
  *insert += benchmark_now () - middle;
  *parse += middle - start;
  if (gyre_events_get_length (events) != texts->keys || gyre_report_get_length (report) != 0)
    g_error ("%s: %u events", texts->format->encoding, gyre_events_get_length (events));
}

static inline double
parse_time_keyfile (const ParseTexts *texts)
{
  g_autoptr (GKeyFile) keyfile = g_key_file_new ();
  double start = benchmark_now ();
  gboolean is_good = g_key_file_load_from_data (keyfile, texts->keyfile, strlen (texts->keyfile), G_KEY_FILE_NONE, NULL);
  double seconds = benchmark_now () - start;

  if (!is_good)
    g_error ("GKeyFile: cannot read");
  return seconds;
}

/* Millions of keys in a second. */
static inline double
parse_get_rate (const ParseTexts *texts, double *seconds, guint rounds)
{
  return (double) texts->keys * texts->times / MAX (benchmark_get_median (seconds, rounds), 1e-9) / 1e6;
}

static inline void
parse_tell (Benchmark *benchmark, const ParseTexts *texts, const char *what, double *seconds, double *peers, guint rounds,
            double limit)
{
  g_autofree char *title = g_strdup_printf ("%s, %u keys: %s", texts->format->encoding, texts->keys, what);

  benchmark_tell (benchmark, title, "M/s", parse_get_rate (texts, seconds, rounds), parse_get_rate (texts, peers, rounds),
                  BENCHMARK_PEER_AT_LEAST, limit);
}

static inline void
parse_measure (Benchmark *benchmark, const ParseFormat *format, guint keys, guint times)
{
  guint rounds = benchmark_get_rounds (benchmark);
  double parses[PARSE_MOST_ROUNDS] = { 0 }, wholes[PARSE_MOST_ROUNDS] = { 0 }, peers[PARSE_MOST_ROUNDS] = { 0 };
  ParseTexts texts = { format, parse_make_text (format->section, format->setting, keys),
                       parse_make_text ("[gauss.instances.number%u]\n", "setting%u=%u.25\n", keys), keys, times };

  for (guint round = 0; round < rounds; round++)
    for (guint time = 0; time < times; time++)
      {
        double insert = 0, parse = 0;

        parse_settle ();
        parse_time_ours (&texts, &parse, &insert);
        parses[round] += parse;
        wholes[round] += parse + insert;
        parse_settle ();
        peers[round] += parse_time_keyfile (&texts);
      }
  parse_tell (benchmark, &texts, "parse with locators, against GKeyFile's load", parses, peers, rounds, 3.0);
  parse_tell (benchmark, &texts, "parse and insertion into the store", wholes, peers, rounds, 1.0);
  g_free (texts.text);
  g_free (texts.keyfile);
}

static inline int
parse_run (const char *name, const ParseFormat *format, int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new (name, argc, argv);

  parse_measure (benchmark, format, benchmark_get_size (benchmark, 10000, 100), benchmark_get_size (benchmark, 20, 2));
  parse_measure (benchmark, format, benchmark_get_size (benchmark, 1000000, 200), 1);
  return benchmark_finish (benchmark);
}
