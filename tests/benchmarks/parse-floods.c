/* parse-floods.c: How long a megabyte of one thing takes, in each format
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nobody writes such texts, but somebody may send them, and some programs write files that are nearly such. Each is read from
 * its bytes to its events, or to what is told about it, and given back; there is no peer. It is linked with the layers themselves.
 */
#include "benchmark.h"
#include "gyre-codec.h"

#include <math.h>

#define MOST_ROUNDS 7

/* What a text is made of. A `$` is a number that is another one each time. */
static const struct
{
  const char *what;
  const char *encoding;
  const char *before;
  const char *again;
  const char *after;
} floods[] = {
  { "a megabyte of settings in pfg", "pfg", "", "a$=1\n", "" },
  { "a megabyte of sections in pfg", "pfg", "", "a$:\n", "" },
  { "a megabyte of words in pfg", "pfg", "", "a\n", "" },
  { "a megabyte of dots in pfg", "pfg", "", "a.", "b=1\n" },
  { "a megabyte of brackets in pfg", "pfg", "a = ", "(", "" },
  { "a megabyte of lines in pfg", "pfg", "a =", "\n 1,", "\n" },
  { "a megabyte of comments in pfg", "pfg", "", ";\n", "" },
  { "a megabyte of quotes in pfg", "pfg", "a = ", "'\\'", "\n" },
  { "a megabyte of one key in pfg", "pfg", "", "a=1\n", "" },
  { "a megabyte of settings in cfg", "cfg", "[a]\n", "a$=1\n", "" },
  { "a megabyte of sections in cfg", "cfg", "", "[a]\n", "" },
  { "a megabyte of families in cfg", "cfg", "", "[a#b$]\n", "" },
  { "a megabyte of words in cfg", "cfg", "", "a\n", "" },
  { "a megabyte of brackets in cfg", "cfg", "", "[", "" },
  { "a megabyte of arrows in cfg", "cfg", "[a#a", ">a#a", "]\n" },
  { "a megabyte of settings in yaml", "yaml", "", "a$: 1\n", "" },
  { "a megabyte of one key in yaml", "yaml", "", "a: 1\n", "" },
  { "a megabyte of settings in braces in yaml", "yaml", "a: {", "a$: 1, ", "}\n" },
  { "a megabyte of elements in yaml", "yaml", "a:\n", "- 1\n", "" },
  { "a megabyte of elements in brackets in yaml", "yaml", "a: [", "1,", "]\n" },
  { "a megabyte of nested elements in yaml", "yaml", "a:\n", "- [1]\n", "" },
  { "a megabyte of wide settings in yaml", "yaml", "", "\317\200$: 1\n", "" },
  { "a megabyte of brackets in yaml", "yaml", "a: ", "[", "" },
  { "a megabyte of dashes in yaml", "yaml", "a:\n ", "- ", "" },
  { "a megabyte of question marks in yaml", "yaml", "", "? ", "" },
  { "a megabyte of anchors in yaml", "yaml", "", "a$: &b 1\n", "" },
  { "a megabyte of aliases in yaml", "yaml", "a: &a 1\n", "b$: *a\n", "" },
  { "a megabyte of one block in yaml", "yaml", "a: |\n", "  b\n", "" },
  { "a megabyte of one word in yaml", "yaml", "a:\n", "  b\n", "" },
  { "a megabyte of one text in yaml", "yaml", "a: \"", "\\n", "\"\n" },
  { "a megabyte of settings in json", "json", "{", "\"a$\":1,", "\"b\":1}" },
  { "a megabyte of one key in json", "json", "{", "\"a\":1,", "\"b\":1}" },
  { "a megabyte of maps in json", "json", "{", "\"a$\":{},", "\"b\":1}" },
  { "a megabyte of nested maps in json", "json", "", "{\"a\":", "" },
  { "a megabyte of elements in json", "json", "{\"a\":[", "1,", "1]}" },
  { "a megabyte of texts in json", "json", "{\"a\":[", "\"\",", "1]}" },
  { "a megabyte of lists in json", "json", "{\"a\":[", "[],", "1]}" },
  { "a megabyte of brackets in json", "json", "", "[", "" },
  { "a megabyte of commas in json", "json", "{\"a\":[", ",", "]}" },
  { "a megabyte of escapes in json", "json", "{\"a\":\"", "\\n", "\"}" },
  { "a megabyte of characters by number in json", "json", "{\"a\":\"", "\\u03c0", "\"}" },
  { "a megabyte of wrong escapes in json", "json", "{\"a\":\"", "\\z", "\"}" },
  { "a megabyte of comments in json", "json", "{}", "//\n", "" },
  { "a megabyte of settings in pml", "pml", "<config>", "<bind property=\"a$\">1</bind>", "</config>" },
  { "a megabyte of packages in pml", "pml", "<config>", "<package name=\"a\"/>", "</config>" },
  { "a megabyte of unknown elements in pml", "pml", "<config>", "<a/>", "</config>" },
  { "a megabyte of nested elements in pml", "pml", "<config>", "<a>", "" },
  { "a megabyte of attributes in pml", "pml", "<config><bind", " a$=''", "/></config>" },
  { "a megabyte of characters by name in pml", "pml", "<config><bind property=\"a\">", "&lt;", "</bind></config>" },
  { "a megabyte of lines in pml", "pml", "<config><bind property=\"a\">", "1\n", "</bind></config>" },
  { "a megabyte of comments in pml", "pml", "<config><bind property=\"a\">", "1<!---->", "</bind></config>" },
  { "a megabyte of angles in pml", "pml", "", "<", "" },
};

static GBytes *
make_text (gsize row, gsize length)
{
  GString *text = g_string_new (floods[row].before);

  for (guint number = 0; text->len < length; number++)
    for (const char *at = floods[row].again; *at != '\0'; at++)
      if (*at == '$')
        g_string_append_printf (text, "%u", number);
      else
        g_string_append_c (text, *at);
  g_string_append (text, floods[row].after);
  return g_string_free_to_bytes (text);
}

/* Milliseconds for reading a text and forgetting it. */
static double
measure (gsize row, GBytes *bytes)
{
  double start = benchmark_now ();
  GyreReport *report = gyre_report_new ();
  GyreSource *source = gyre_source_new_from_bytes ("flood", bytes);
  GyreEvents *events = gyre_codec_decode (gyre_codec_find (floods[row].encoding, NULL), source, report);

  gyre_events_unref (events);
  gyre_source_unref (source);
  gyre_report_unref (report);
  return (benchmark_now () - start) * 1e3;
}

static void
tell (Benchmark *benchmark, gsize row)
{
  guint rounds = MIN (benchmark_get_rounds (benchmark), MOST_ROUNDS);
  g_autoptr (GBytes) bytes = make_text (row, benchmark_get_size (benchmark, 1000 * 1000, 1000));
  double times[MOST_ROUNDS];

  for (guint round = 0; round < rounds; round++)
    times[round] = measure (row, bytes);
  benchmark_tell (benchmark, floods[row].what, "ms", benchmark_get_median (times, rounds), NAN, BENCHMARK_OURS_AT_MOST, 50);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("parse-floods", argc, argv);

  for (gsize row = 0; row < G_N_ELEMENTS (floods); row++)
    tell (benchmark, row);
  return benchmark_finish (benchmark);
}
