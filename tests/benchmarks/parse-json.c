/* parse-json.c: How fast settings are read from json, beside yajl
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Both read the same text, in turn, in the same run. yajl calls a function that does nothing for each token. Ours makes the
 * events with line and column of each key and value, and looks for keys that are there twice. What is freed is freed outside of
 * the time that counts. It is linked with the layers themselves.
 */
#include "benchmark.h"
#include "gyre-codec.h"

#include <string.h>
#include <yajl_parse.h>

#define MOST_ROUNDS 15
#define KEYS_IN_SECTION 10

/* Numbers that come in order, or in none. */
static guint
get_number (guint index, guint count, gboolean is_in_order)
{
  return is_in_order ? index : (guint) ((guint64) index * 7919 % count);
}

static guint
get_section (guint key, guint keys, gboolean is_in_order)
{
  return get_number (key / KEYS_IN_SECTION, keys / KEYS_IN_SECTION, is_in_order);
}

static char *
make_text (guint keys, gboolean is_in_order)
{
  GString *text = g_string_new ("{\n");

  for (guint key = 0; key < keys; key++)
    {
      if (key % KEYS_IN_SECTION == 0)
        g_string_append_printf (text, "%s  \"gauss.instances.number%u\": {\n", key > 0 ? "\n  },\n" : "",
                                get_section (key, keys, is_in_order));
      else
        g_string_append (text, ",\n");
      g_string_append_printf (text, "    \"setting%u\": %u.25", get_number (key % KEYS_IN_SECTION, KEYS_IN_SECTION, is_in_order), key);
    }
  g_string_append (text, "\n  }\n}\n");
  return g_string_free (text, FALSE);
}

static double
time_ours (const char *text, guint keys)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreSource) source = NULL;
  g_autoptr (GyreEvents) events = NULL;
  double start = benchmark_now ();
  double stop;

  source = gyre_source_new_from_bytes ("benchmark.json", bytes);
  events = gyre_codec_decode (gyre_codec_find ("json", NULL), source, report);
  stop = benchmark_now ();
  if (gyre_events_get_length (events) != keys || gyre_report_get_length (report) != 0)
    g_error ("json: %u events", gyre_events_get_length (events));
  return MAX (stop - start, 1e-6);
}

static int
count_text (void *data, const unsigned char *text, size_t length)
{
  ++*(guint *) data;
  return 1;
}

static int
count_number (void *data, const char *text, size_t length)
{
  ++*(guint *) data;
  return 1;
}

static double
time_peer (const char *text, guint keys)
{
  yajl_callbacks callbacks = { .yajl_map_key = count_text, .yajl_number = count_number, .yajl_string = count_text };
  guint count = 0;
  yajl_handle handle = yajl_alloc (&callbacks, NULL, &count);
  double start = benchmark_now ();
  double stop;

  if (yajl_parse (handle, (const unsigned char *) text, strlen (text)) != yajl_status_ok
      || yajl_complete_parse (handle) != yajl_status_ok)
    g_error ("yajl: cannot read");
  stop = benchmark_now ();
  yajl_free (handle);
  if (count != 2 * keys + keys / KEYS_IN_SECTION)
    g_error ("yajl: %u tokens", count);
  return MAX (stop - start, 1e-6);
}

static void
compare (Benchmark *benchmark, const char *what, guint keys, gboolean is_in_order)
{
  g_autofree char *text = make_text (keys, is_in_order);
  double ours[MOST_ROUNDS], peers[MOST_ROUNDS];
  guint rounds = benchmark_get_rounds (benchmark);

  for (guint round = 0; round < rounds; round++)
    {
      ours[round] = time_ours (text, keys);
      peers[round] = time_peer (text, keys);
    }
  benchmark_tell (benchmark, what, "M/s", keys / benchmark_get_median (ours, rounds) / 1e6,
                  keys / benchmark_get_median (peers, rounds) / 1e6, BENCHMARK_PEER_AT_LEAST, 0.9);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("parse-json", argc, argv);

  compare (benchmark, "json, 10 k keys with locators, against yajl's bare tokens", benchmark_get_size (benchmark, 10000, 200), TRUE);
  compare (benchmark, "json, 1 M keys with locators, against yajl's bare tokens", benchmark_get_size (benchmark, 1000000, 200), TRUE);
  compare (benchmark, "json, 1 M keys in no order, against yajl's bare tokens", benchmark_get_size (benchmark, 1000000, 200), FALSE);
  return benchmark_finish (benchmark);
}
