/* parse-pfg.c: How fast settings are read from a text, beside GKeyFile
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * parse-pfg [--tiny] [FILE.json]
 *
 * Both read the same keys in the same sections, in turn, in the same run. Ours makes the events with line and column of
 * each key and value, and then puts them into a store; GKeyFile keeps neither line nor column. What is freed is freed
 * outside of the time that counts. It is linked with the layers themselves.
 */
#include "gyre-codec.h"
#include "gyre-insertion-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 9
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

static int
compare_times (const void *one, const void *other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_median (double *times, guint length)
{
  qsort (times, length, sizeof *times, compare_times);
  return times[length / 2];
}

/* Writes a number as JSON wants it, whatever the locale. */
static const char *
format_number (char buffer[G_ASCII_DTOSTR_BUF_SIZE], double number)
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.6g", number);
}

static void
write_json (const char *path, guint keys, guint rounds, double parse, double insert, double theirs)
{
  char numbers[6][G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strdup_printf (
    "{\"benchmark\": \"parse-pfg\", \"keys\": %u, \"rounds\": %u,\n"
    " \"parse\": {\"seconds\": %s, \"settings-per-second\": %s},\n"
    " \"parse-and-insert\": {\"seconds\": %s, \"settings-per-second\": %s},\n"
    " \"gkeyfile\": {\"seconds\": %s},\n"
    " \"ratio\": %s}\n", keys, rounds,
    format_number (numbers[0], parse), format_number (numbers[1], keys / parse),
    format_number (numbers[2], parse + insert), format_number (numbers[3], keys / (parse + insert)),
    format_number (numbers[4], theirs), format_number (numbers[5], theirs / (parse + insert)));

  if (!g_file_set_contents (path, json, -1, &error))
    g_error ("%s", error->message);
}

static void
print_row (const char *what, guint keys, double seconds)
{
  printf ("  %-18s %7.1f ms  %6.2f M settings/s\n", what, seconds * 1e3, keys / seconds / 1e6);
}

int
main (int argc, char **argv)
{
  gboolean is_tiny = argc > 1 && strcmp (argv[1], "--tiny") == 0;
  const char *path = argc > 1 + is_tiny ? argv[1 + is_tiny] : NULL;
  guint rounds = is_tiny ? 1 : ROUNDS;
  double parses[ROUNDS], inserts[ROUNDS], peers[ROUNDS];
  double parse, insert, peer;
  Texts texts;

  make_texts (&texts, is_tiny ? KEYS_TINY : KEYS);
  for (guint round = 0; round < rounds; round++)
    {
      time_pfg (&texts, &parses[round], &inserts[round]);
      peers[round] = time_keyfile (&texts);
    }
  parse = get_median (parses, rounds);
  insert = get_median (inserts, rounds);
  peer = get_median (peers, rounds);
  printf ("%u keys, median of %u rounds\n", texts.keys, rounds);
  print_row ("pfg, parse", texts.keys, parse);
  print_row ("pfg, with insertion", texts.keys, parse + insert);
  print_row ("GKeyFile", texts.keys, peer);
  printf ("  GKeyFile takes %.2f times as long as parse and insertion\n", peer / (parse + insert));
  if (path != NULL)
    write_json (path, texts.keys, rounds, parse, insert, peer);
  g_free (texts.pfg);
  g_free (texts.keyfile);
  return 0;
}
