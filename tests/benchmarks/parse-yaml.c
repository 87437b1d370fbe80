/* parse-yaml.c: How fast settings are read from yaml, beside libyaml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Both read the same text, in turn, in the same run. libyaml makes its events, which are counted. Ours makes the
 * events with line and column of each key and value, and looks for keys that are there twice. What is freed is freed outside of
 * the time that counts. It is linked with the layers themselves.
 */
#include "benchmark.h"
#include "gyre-codec.h"

#include <string.h>
#include <yaml.h>

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
  GString *text = g_string_new (NULL);

  for (guint key = 0; key < keys; key++)
    {
      if (key % KEYS_IN_SECTION == 0)
        g_string_append_printf (text, "gauss.instances.number%u:\n", get_section (key, keys, is_in_order));
      g_string_append_printf (text, "  setting%u: %u.25\n", get_number (key % KEYS_IN_SECTION, KEYS_IN_SECTION, is_in_order), key);
    }
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

  source = gyre_source_new_from_bytes ("benchmark.yaml", bytes);
  events = gyre_codec_decode (gyre_codec_find ("yaml", NULL), source, report);
  stop = benchmark_now ();
  if (gyre_events_get_length (events) != keys || gyre_report_get_length (report) != 0)
    g_error ("yaml: %u events", gyre_events_get_length (events));
  return MAX (stop - start, 1e-6);
}

static double
time_peer (const char *text, guint keys)
{
  yaml_parser_t parser;
  guint count = 0;
  gboolean is_at_end = FALSE;
  double start = benchmark_now ();
  double stop;

  if (!yaml_parser_initialize (&parser))
    g_error ("libyaml: cannot begin");
  yaml_parser_set_input_string (&parser, (const guchar *) text, strlen (text));
  while (!is_at_end)
    {
      yaml_event_t event;

      if (!yaml_parser_parse (&parser, &event))
        g_error ("libyaml: cannot read");
      count += event.type == YAML_SCALAR_EVENT;
      is_at_end = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete (&event);
    }
  yaml_parser_delete (&parser);
  stop = benchmark_now ();
  if (count != 2 * keys + keys / KEYS_IN_SECTION)
    g_error ("libyaml: %u tokens", count);
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
  Benchmark *benchmark = benchmark_new ("parse-yaml", argc, argv);

  compare (benchmark, "yaml, 10 k keys with locators, against libyaml's bare events", benchmark_get_size (benchmark, 10000, 200), TRUE);
  compare (benchmark, "yaml, 1 M keys with locators, against libyaml's bare events", benchmark_get_size (benchmark, 1000000, 200), TRUE);
  compare (benchmark, "yaml, 1 M keys in no order, against libyaml's bare events", benchmark_get_size (benchmark, 1000000, 200), FALSE);
  return benchmark_finish (benchmark);
}
