/* parse-nested.h: How fast settings are read from yaml and json, beside the library of each
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Both read the same text, in turn, in the same run. Ours makes the events with line and column of each key and value, and looks
 * for keys that are there twice; the library counts what it finds. What is freed is freed outside of the time that counts. It is
 * linked with the layers themselves.
 */
#pragma once

#include "benchmark.h"
#include "gyre-codec.h"

#include <string.h>

#define NESTED_MOST_ROUNDS 15
#define NESTED_KEYS_IN_SECTION 10

typedef struct
{
  const char *encoding;
  char      *(*make_text) (guint keys, gboolean is_in_order);
  double     (*time_peer) (const char *text, guint keys);
  const char *rows[3];          /* few keys, many keys, many in no order */
} NestedFormat;

/* Numbers that come in order, or in none. */
static inline guint
nested_get_number (guint index, guint count, gboolean is_in_order)
{
  return is_in_order ? index : (guint) ((guint64) index * 7919 % count);
}

static inline guint
nested_get_section (guint key, guint keys, gboolean is_in_order)
{
  return nested_get_number (key / NESTED_KEYS_IN_SECTION, keys / NESTED_KEYS_IN_SECTION, is_in_order);
}

static inline guint
nested_get_setting (guint key, gboolean is_in_order)
{
  return nested_get_number (key % NESTED_KEYS_IN_SECTION, NESTED_KEYS_IN_SECTION, is_in_order);
}

static inline double
nested_time_ours (const char *encoding, const char *text, guint keys)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreSource) source = NULL;
  g_autoptr (GyreEvents) events = NULL;
  double start = benchmark_now ();
  double stop;

  source = gyre_source_new_from_bytes ("benchmark", bytes);
  events = gyre_codec_decode (gyre_codec_find (encoding, NULL), source, report);
  stop = benchmark_now ();
  if (gyre_events_get_length (events) != keys || gyre_report_get_length (report) != 0)
    g_error ("%s: %u events", encoding, gyre_events_get_length (events));
  return MAX (stop - start, 1e-6);
}

static inline void
nested_compare (Benchmark *benchmark, const NestedFormat *format, const char *what, guint keys, gboolean is_in_order)
{
  g_autofree char *text = format->make_text (keys, is_in_order);
  double ours[NESTED_MOST_ROUNDS], peers[NESTED_MOST_ROUNDS];
  guint rounds = benchmark_get_rounds (benchmark);

  for (guint round = 0; round < rounds; round++)
    {
      ours[round] = nested_time_ours (format->encoding, text, keys);
      peers[round] = format->time_peer (text, keys);
    }
  benchmark_tell (benchmark, what, "M/s", keys / benchmark_get_median (ours, rounds) / 1e6,
                  keys / benchmark_get_median (peers, rounds) / 1e6, BENCHMARK_PEER_AT_LEAST, 0.9);
}

static inline int
nested_run (const NestedFormat *format, const char *name, int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new (name, argc, argv);

  nested_compare (benchmark, format, format->rows[0], benchmark_get_size (benchmark, 10000, 200), TRUE);
  nested_compare (benchmark, format, format->rows[1], benchmark_get_size (benchmark, 1000000, 200), TRUE);
  nested_compare (benchmark, format, format->rows[2], benchmark_get_size (benchmark, 1000000, 200), FALSE);
  return benchmark_finish (benchmark);
}
