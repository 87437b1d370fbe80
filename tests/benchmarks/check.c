/* check.c: How long the whole program takes to check a configuration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Ours: `gyre configuration check` on 10,000 lines of cfg, from the start of the process to its end. The peer: Python reads the same file
 * with its configparser, and looks at no value.
 */
#include "benchmark.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *file;
  const char *program;
} Work;

static double
measure (guint count, char **arguments)
{
  double start = benchmark_now ();

  for (guint round = 0; round < count; round++)
    {
      g_autoptr (GError) error = NULL;
      int status;

      if (!g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error)
          || !g_spawn_check_wait_status (status, &error))
        g_error ("%s: %s", arguments[0], error->message);
    }
  return benchmark_now () - start;
}

static double
check (guint count, gpointer data)
{
  Work *work = data;
  char *arguments[] = { (char *) work->program, (char *) "configuration", (char *) "check", (char *) "--isolated", work->file, NULL };

  return measure (count, arguments);
}

static double
read_in_python (guint count, gpointer data)
{
  Work *work = data;
  char *arguments[] = {
    (char *) "python3", (char *) "-c", (char *) "import configparser, sys; configparser.ConfigParser ().read (sys.argv[1])", work->file, NULL,
  };

  return measure (count, arguments);
}

/* A head, and nine settings below it. */
static char *
write_lines (guint lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *file = NULL;
  int descriptor = g_file_open_tmp ("gyre-benchmark-XXXXXX.cfg", &file, NULL);

  g_assert (descriptor >= 0);
  g_close (descriptor, NULL);
  for (guint line = 0; line < lines; line++)
    if (line % 10 == 0)
      g_string_append_printf (text, "[gauss.instances.number%u]\n", line);
    else
      g_string_append_printf (text, "setting%u = %u.25\n", line, line);
  g_assert (g_file_set_contents (file, text->str, text->len, NULL));
  return file;
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("check", argc, argv);
  guint rounds = benchmark_get_rounds (benchmark);
  g_autofree double *ours = g_new (double, rounds);
  g_autofree double *peer = g_new (double, rounds);
  Work work = { write_lines (benchmark_get_size (benchmark, 10000, 100)), g_getenv ("GYRE_PROGRAM") };

  g_assert (work.program != NULL);
  for (guint round = 0; round < rounds; round++)
    {
      ours[round] = check (1, &work) * 1e3;
      peer[round] = read_in_python (1, &work) * 1e3;
    }
  benchmark_tell (benchmark, "gyre configuration check, 10,000 lines, whole process, against configparser", "ms",
                  benchmark_get_median (ours, rounds), benchmark_get_median (peer, rounds), BENCHMARK_OURS_AT_MOST, 50);
  g_remove (work.file);
  g_free (work.file);
  return benchmark_finish (benchmark);
}
