/* completion.c: How long a TAB takes, and how long what is known already
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Ours: `gyre complete`, as a shell asks it, with 1,000 families in 50 modules, from the start of the process to its end. The peer:
 * the program that the completion of gst-inspect-1.0 asks for the elements that are installed, where it is; else the peer has no time.
 */
#include "benchmark.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define FAMILIES_A_MODULE 20

typedef struct
{
  char *folder;
  const char *program;
  char *peer;
  GStrv variables;
} Work;

/* The milliseconds that a process takes. */
static double
run (Work *work, const char * const *words)
{
  double start = benchmark_now ();
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (work->folder, (char **) words, work->variables, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                     &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", words[0], error->message);
  return (benchmark_now () - start) * 1e3;
}

static void
copy_modules (Work *work, guint modules)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (g_getenv ("GYRE_MADE_MODULE"), &data, &length, NULL))
    g_error ("GYRE_MADE_MODULE names no file");
  for (guint index = 0; index < modules; index++)
    {
      g_autofree char *file = g_strdup_printf ("%s/libmade%u.so", work->folder, index);

      g_assert (g_file_set_contents (file, data, (gssize) length, NULL));
    }
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
prepare (Work *work, guint modules)
{
  work->folder = g_dir_make_tmp ("gyre-benchmark-XXXXXX", NULL);
  work->program = g_getenv ("GYRE_PROGRAM");
  work->peer = g_strdup (g_getenv ("GYRE_COMPLETION_PEER"));
  if (work->peer != NULL && !g_file_test (work->peer, G_FILE_TEST_IS_EXECUTABLE))
    g_clear_pointer (&work->peer, g_free);
  g_assert (work->folder != NULL && work->program != NULL);
  /* The cache lies apart: a folder of modules is as it was only while no name comes or goes. */
  g_autofree char *cache = g_strconcat (work->folder, ".cache", NULL);
  work->variables = g_environ_setenv (g_get_environ (), "XDG_CACHE_HOME", cache, TRUE);
  work->variables = g_environ_setenv (work->variables, "GYRE_MODULE_PATH", work->folder, TRUE);
  copy_modules (work, modules);
}

static void
forget (Work *work)
{
  g_autofree char *cache = g_strconcat (work->folder, ".cache", NULL);

  remove_folder (cache);
}

/* Times of a process of ours and, in turns, of one of the peer. */
static void
tell (Benchmark *benchmark, Work *work, const char *what, const char * const *words, gboolean is_first, double limit)
{
  const char *listing[] = { work->peer, "-l", NULL };
  guint rounds = benchmark_get_rounds (benchmark);
  g_autofree double *ours = g_new (double, rounds);
  g_autofree double *peer = g_new (double, rounds);

  if (work->peer != NULL)
    run (work, listing);
  for (guint round = 0; round < rounds; round++)
    {
      if (is_first)
        forget (work);
      ours[round] = run (work, words);
      peer[round] = work->peer != NULL ? run (work, listing) : 0.0;
    }
  benchmark_tell (benchmark, what, "ms", benchmark_get_median (ours, rounds), work->peer != NULL ? benchmark_get_median (peer, rounds) : NAN,
                  BENCHMARK_OURS_AT_MOST, limit);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("completion", argc, argv);
  Work work = { 0 };
  const char *breaks = " \t\n\"'@><=;|&(:";

  prepare (&work, benchmark_get_size (benchmark, 1000 / FAMILIES_A_MODULE, 1));
  const char *families[] = { work.program, "complete", "bash", breaks, "gyre run ", NULL };
  const char *family[] = { work.program, "complete", "bash", breaks, "gyre run made0.class1", NULL };
  const char *traits[] = { work.program, "complete", "bash", breaks, "gyre run made0.class1 --made0.class1.t", NULL };
  const char *listing[] = { work.program, "list", "families", NULL };
  const char *inspection[] = { work.program, "inspect", "made0.class1", NULL };

  tell (benchmark, &work, "TAB, 1,000 families, the very first one", family, TRUE, NAN);
  tell (benchmark, &work, "TAB, all of 1,000 families, against gst-completion-helper", families, FALSE, 20);
  tell (benchmark, &work, "TAB, a family of 1,000", family, FALSE, 20);
  tell (benchmark, &work, "TAB, a trait of a family of 1,000", traits, FALSE, 20);
  tell (benchmark, &work, "gyre list families, 1,000", listing, FALSE, 20);
  tell (benchmark, &work, "gyre inspect, a family of 1,000", inspection, FALSE, 20);
  forget (&work);
  remove_folder (work.folder);
  g_free (work.folder);
  g_free (work.peer);
  g_strfreev (work.variables);
  return benchmark_finish (benchmark);
}
