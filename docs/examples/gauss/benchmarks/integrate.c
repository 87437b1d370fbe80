/* integrate.c: How much faster than the Python original the integrals are
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Both run in turns in the same run, so that a busy machine slows both. A time is the median of the rounds, a round of ours the
 * mean of several runs, since one takes about a millisecond. Python's times are its own: without its start.
 */
#include "gauss-components.h"
#include "gauss-integral.h"
#include "gauss-original.h"

#include <stdlib.h>

#define RUNS 10
#define REQUIRED_RATIO 50.0
#define N_SUBJECTS 4

typedef double (*Integral) (gsize samples, gint64 seed);

typedef struct
{
  const char *name;
  Integral compute;
  GArray *our_seconds;
  GArray *python_seconds;
} Subject;

static int
compare_seconds (gconstpointer first, gconstpointer second)
{
  double difference = *(const double *) first - *(const double *) second;

  return (difference > 0.0) - (difference < 0.0);
}

static double
median (GArray *seconds)
{
  g_array_sort (seconds, compare_seconds);
  return g_array_index (seconds, double, seconds->len / 2);
}

static void
measure_ours (Subject *subject, gsize samples, gint64 seed, double expected)
{
  gint64 start = g_get_monotonic_time ();
  double seconds;

  for (guint run = 0; run < RUNS; run++)
    {
      double integral = subject->compute (samples, seed);

      if (integral != expected)
        g_error ("%s: Python says %.17g, we say %.17g", subject->name, expected, integral);
    }
  /* A tiny run may take no measurable time. */
  seconds = MAX (g_get_monotonic_time () - start, 1) / (1e6 * RUNS);
  g_array_append_val (subject->our_seconds, seconds);
}

static void
run_subject (Subject *subject, gsize samples, double integral, double python_seconds)
{
  g_array_append_val (subject->python_seconds, python_seconds);
  measure_ours (subject, samples, 0, integral);
}

static gboolean
run_round (Subject *subjects, gsize samples, GError **error)
{
  GaussOriginal original;

  if (!gauss_original_run (samples, 0, &original, error))
    return FALSE;
  for (guint index = 0; index < N_SUBJECTS; index += 2)
    {
      run_subject (&subjects[index], samples, original.quarter_circle, original.quarter_circle_seconds);
      run_subject (&subjects[index + 1], samples, original.gaussian, original.gaussian_seconds);
    }
  return TRUE;
}

/* Prints a row and adds it to the JSON text. Returns whether the ratio is reached. */
static gboolean
report (Subject *subject, GString *json)
{
  double ours = median (subject->our_seconds);
  double python = median (subject->python_seconds);
  double ratio = python / ours;

  g_print ("# %-33s python %9.3f ms, ours %7.3f ms: %.1f times as fast (must be at least %.0f)\n",
           subject->name, python * 1e3, ours * 1e3, ratio, REQUIRED_RATIO);
  g_string_append_printf (json, "%s    { \"name\": \"%s\", \"python-seconds\": %.9f, \"seconds\": %.9f, \"ratio\": %.2f,"
                          " \"required\": %.0f, \"reached\": %s }",
                          json->str[json->len - 1] == '}' ? ",\n" : "\n", subject->name, python, ours, ratio, REQUIRED_RATIO,
                          ratio >= REQUIRED_RATIO ? "true" : "false");
  return ratio >= REQUIRED_RATIO;
}

static Subject
subject_new (const char *name, Integral compute)
{
  Subject subject = { name, compute, g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) };

  return subject;
}

static void
subject_clear (Subject *subject)
{
  g_array_unref (subject->our_seconds);
  g_array_unref (subject->python_seconds);
}

static gboolean
run (gsize samples, guint rounds, gboolean tiny, const char *file, GError **error)
{
  Subject subjects[N_SUBJECTS] = {
    subject_new ("quarter-circle", gauss_components_quarter_circle),
    subject_new ("gaussian", gauss_components_gaussian),
    subject_new ("quarter-circle-without-components", gauss_integral_quarter_circle),
    subject_new ("gaussian-without-components", gauss_integral_gaussian),
  };
  g_autoptr (GString) json = g_string_new (NULL);
  gboolean is_reached = TRUE;

  for (guint round = 0; round < rounds; round++)
    if (!run_round (subjects, samples, error))
      return FALSE;
  g_string_printf (json, "{\n  \"samples\": %" G_GSIZE_FORMAT ",\n  \"rounds\": %u,\n  \"results\": [", samples, rounds);
  for (guint index = 0; index < N_SUBJECTS; index++)
    {
      is_reached &= report (&subjects[index], json);
      subject_clear (&subjects[index]);
    }
  g_string_append (json, "\n  ]\n}\n");
  if (file != NULL && !g_file_set_contents (file, json->str, json->len, error))
    return FALSE;
  /* A tiny run shows that the program works; its times say nothing. */
  if (is_reached || tiny)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "not fast enough: a ratio is below %.0f", REQUIRED_RATIO);
  return FALSE;
}

int
main (int argc, char **argv)
{
  gboolean tiny = FALSE;
  const GOptionEntry entries[] = {
    { "tiny", 0, 0, G_OPTION_ARG_NONE, &tiny, "Take few samples and one round: only see that it works", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[FILE]");
  g_autoptr (GError) error = NULL;
  g_autofree char *python = gauss_original_find_python ();

  g_option_context_set_summary (context, "Measures the integrals against the Python original; writes JSON to FILE.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (python == NULL)
    {
      g_print ("1..0 # SKIP there is no python3\n");
      return 77;
    }
  if (!run (tiny ? 1000 : 100000, tiny ? 1 : 7, tiny, argc > 1 ? argv[1] : NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
