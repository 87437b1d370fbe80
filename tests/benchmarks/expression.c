/* expression.c: What it costs to compute an expression
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The peer is the interpreter of Lua, where it is installed, else that of Python: each computes the same expression in a loop
 * of its own and prints the processor's time that it took.
 */
#include "benchmark.h"

#include <gyre.h>

#include <math.h>
#include <time.h>

enum
{
  MANY = 2000000,
  FEW = 10,
  PEER_ROUNDS = 5,
};

typedef struct
{
  const char *what;
  const char *text;
  guint operations;        /* arithmetic, comparison, choice; not what is pushed */
  const char *lua;
  const char *python;
  double inputs[3];
  gboolean is_whole;
} Sample;

static const Sample samples[] = {
  { "reals: ({a} * 2.5 + {b}) / ({c} - 1.0)", "({a} * 2.5 + {b}) / ({c} - 1.0)", 4, "(a * 2.5 + b) / (c - 1.0)", NULL,
    { 1.25, 2.5, 3.75 } },
  { "whole numbers: {a} * 3 + {b} - {c}", "{a} * 3 + {b} - {c}", 3, "a * 3 + b - c", NULL, { 5, 7, 11 }, TRUE },
  { "a choice: {a} + 1 if {b} < {c} else {a} - 1", "{a} + 1 if {b} < {c} else {a} - 1", 3, "b < c and a + 1 or a - 1",
    "a + 1 if b < c else a - 1", { 5, 7, 11 }, TRUE },
  { "functions: sqrt({a}) + max({b}, {c})", "sqrt({a}) + max({b}, {c})", 3, "math.sqrt(a) + math.max(b, c)",
    "math.sqrt(a) + max(b, c)", { 1.25, 2.5, 3.75 } },
};

/* Of the processor, as the peer measures. */
static double
now (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static double
measure (const Sample *sample, guint count)
{
  g_autoptr (GyreExpression) expression = gyre_expression_new (sample->text, -1, GYRE_EXPRESSION_COMPUTED, NULL);
  GyreTerm inputs[3];
  GyreTerm result;
  double start;

  for (guint index = 0; index < 3; index++)
    if (sample->is_whole)
      inputs[index] = (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = (gint64) sample->inputs[index] };
    else
      inputs[index] = (GyreTerm) { .kind = GYRE_TERM_REAL, .real = sample->inputs[index] };
  start = now ();
  for (guint round = 0; round < count; round++)
    {
      gyre_expression_evaluate (expression, inputs, &result, NULL);
      BENCHMARK_KEEP (result.real);
    }
  return (now () - start) / count * 1e9;
}

static double
measure_peer (const Sample *sample, guint count)
{
  g_autofree char *lua = g_find_program_in_path ("lua5.3");
  g_autofree char *script = NULL;
  g_autofree char *output = NULL;
  const char *python = sample->python != NULL ? sample->python : sample->lua;
  const char *format = sample->is_whole ? "%.0f" : "%.2f";
  char values[3][32];

  for (guint index = 0; index < 3; index++)
    g_ascii_formatd (values[index], sizeof values[index], format, sample->inputs[index]);
  if (lua != NULL)
    script = g_strdup_printf ("local function f (a, b, c) return %s end local a, b, c = %s, %s, %s local s = os.clock () "
                              "for i = 1, %u do f (a, b, c) end print ((os.clock () - s) * 1e9 / %u)",
                              sample->lua, values[0], values[1], values[2], count, count);
  else
    script = g_strdup_printf ("import math, time\na, b, c = %s, %s, %s\nf = compile('%s', '', 'eval')\ns = time.process_time()\n"
                              "for i in range(%u): eval(f)\nprint((time.process_time() - s) * 1e9 / %u)",
                              values[0], values[1], values[2], python, count, count);
  {
    const char *arguments[] = { lua != NULL ? lua : "python3", lua != NULL ? "-e" : "-c", script, NULL };

    if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL)
        || output == NULL || *output == '\0')
      return NAN;
  }
  return g_ascii_strtod (output, NULL);
}

static void
compare (Benchmark *benchmark, const Sample *sample)
{
  guint count = benchmark_get_size (benchmark, MANY, FEW);
  guint rounds = MIN (benchmark_get_rounds (benchmark), PEER_ROUNDS);
  g_autofree char *speed = g_strdup_printf ("%u operations of it, a second", sample->operations);
  double ours[PEER_ROUNDS], peer[PEER_ROUNDS];
  double median;

  for (guint round = 0; round < rounds; round++)
    {
      ours[round] = measure (sample, count);
      peer[round] = measure_peer (sample, count);
    }
  median = benchmark_get_median (ours, rounds);
  benchmark_tell (benchmark, sample->what, "ns", median, benchmark_get_median (peer, rounds), BENCHMARK_RATIO_AT_MOST, NAN);
  benchmark_tell (benchmark, speed, "M/s", sample->operations / median * 1e3, NAN, BENCHMARK_OURS_AT_LEAST, 20);
}

static double
measure_compilation (guint count)
{
  double start = benchmark_now ();

  for (guint round = 0; round < count; round++)
    {
      g_autoptr (GyreExpression) expression = gyre_expression_new (samples[0].text, -1, GYRE_EXPRESSION_COMPUTED, NULL);

      BENCHMARK_KEEP (expression);
    }
  return (benchmark_now () - start) / count * 1e9;
}

/* A million bytes that somebody made to take long. */
static const struct
{
  const char *what;
  const char *before;
  const char *again;
  const char *after;
  GyreExpressionForm form;
} floods[] = {
  { "a megabyte of 1+", "", "1+", "1", GYRE_EXPRESSION_COMPUTED },
  { "a megabyte of {a}+", "", "{a}+", "{a}", GYRE_EXPRESSION_COMPUTED },
  { "a megabyte of sum({a}+", "sum({a}", "+{a}", ")", GYRE_EXPRESSION_COMPUTED },
  { "a megabyte of names in a text", "", "{a.b}", "", GYRE_EXPRESSION_WRITTEN },
  { "a megabyte of names in a list", "[", "{a}, ", "1]", GYRE_EXPRESSION_COMPUTED },
  { "a megabyte of brackets", "", "(", "", GYRE_EXPRESSION_COMPUTED },
  { "a megabyte of braces", "", "{a", "", GYRE_EXPRESSION_WRITTEN },
  { "a megabyte of one word", "1 + ", "kilo", "", GYRE_EXPRESSION_COMPUTED },
  { "a megabyte of quotes", "", "'{a}'+", "''", GYRE_EXPRESSION_COMPUTED },
  { "a megabyte in texts in texts", "'{{}}{ '{ '{ {a} + '", "abcdefgh", "'}'}'}'", GYRE_EXPRESSION_COMPUTED },
};

static double
measure_flood (gsize row, guint length)
{
  g_autoptr (GString) text = g_string_new (floods[row].before);
  g_autoptr (GyreExpression) expression = NULL;
  g_autoptr (GError) error = NULL;
  GyreTerm input = gyre_term_from_text ("some text that is not so short", -1);
  GyreTerm result = { 0 };
  double start;

  while (text->len + 64 < length)
    g_string_append (text, floods[row].again);
  g_string_append (text, floods[row].after);
  start = benchmark_now ();
  expression = gyre_expression_new (text->str, text->len, floods[row].form, &error);
  if (expression != NULL)
    gyre_expression_evaluate (expression, &input, &result, NULL);
  gyre_term_clear (&result);
  gyre_term_clear (&input);
  return (benchmark_now () - start) * 1e3;
}

static void
tell_flood (Benchmark *benchmark, gsize row)
{
  guint rounds = MIN (benchmark_get_rounds (benchmark), PEER_ROUNDS);
  guint length = benchmark_get_size (benchmark, GYRE_EXPRESSION_MAXIMUM_LENGTH, 1000);
  double times[PEER_ROUNDS];

  for (guint round = 0; round < rounds; round++)
    times[round] = measure_flood (row, length);
  benchmark_tell (benchmark, floods[row].what, "ms", benchmark_get_median (times, rounds), NAN, BENCHMARK_OURS_AT_MOST, 50);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("expression", argc, argv);

  for (gsize index = 0; index < G_N_ELEMENTS (samples); index++)
    compare (benchmark, &samples[index]);
  benchmark_tell (benchmark, "compiling the first one", "ns", measure_compilation (benchmark_get_size (benchmark, MANY / 10, FEW)), NAN,
                  BENCHMARK_OURS_AT_MOST, NAN);
  for (gsize row = 0; row < G_N_ELEMENTS (floods); row++)
    tell_flood (benchmark, row);
  return benchmark_finish (benchmark);
}
