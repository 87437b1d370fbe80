/* inspect.c: How long the whole program takes to tell what an element of GStreamer is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Ours: `gyre inspect gst.videotestsrc`, from the start of the process to its end. The peers: gst-inspect-1.0 of the same element, and gdbus
 * introspect of the bus itself, on a bus that nobody else uses. GStreamer's registry is the same for both sides. Warm is when somebody
 * has asked before; cold is without what Gyre has kept, and, for the whole, without GStreamer's registry either. Then everything that is
 * installed is described at once.
 */
#include "benchmark.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define ELEMENT "videotestsrc"

/* What a round has: the time of each side, in milliseconds. */
typedef struct
{
  const char *what;
  char **ours;
  char **peer;
  gboolean forgets_ours;        /* before each of our rounds what Gyre has kept goes */
  gboolean forgets_registry;    /* and before each of both GStreamer's registry */
  double limit;
} Row;

static char *cache;
static char *registry;

/* Removes a folder and all that is in it. */
static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static double
measure (char **arguments)
{
  double start = benchmark_now ();
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                     NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", arguments[0], error->message);
  return (benchmark_now () - start) * 1e3;
}

static double
measure_side (const Row *row, gboolean is_ours)
{
  g_autofree char *kept = g_build_filename (cache, "gyre", NULL);

  if (is_ours && row->forgets_ours)
    remove_all (kept);
  if (row->forgets_registry)
    g_remove (registry);
  return measure (is_ours ? row->ours : row->peer);
}

/* In turns, and each round begins with another side. The first of both warms what can be warmed. */
static void
run_row (Benchmark *benchmark, const Row *row)
{
  guint rounds = benchmark_is_tiny (benchmark) ? 1 : benchmark_get_rounds (benchmark);
  g_autofree double *ours = g_new (double, rounds);
  g_autofree double *peer = g_new (double, rounds);

  measure (row->ours);
  measure (row->peer);
  for (guint round = 0; round < rounds; round++)
    {
      if (round % 2 == 0)
        ours[round] = measure_side (row, TRUE);
      peer[round] = measure_side (row, FALSE);
      if (round % 2 == 1)
        ours[round] = measure_side (row, TRUE);
    }
  benchmark_tell (benchmark, row->what, "ms", benchmark_get_median (ours, rounds), benchmark_get_median (peer, rounds),
                  BENCHMARK_RATIO_AT_MOST, row->limit);
}

/* A bus of our own; NULL where there is none to be had. */
static GTestDBus *
begin_bus (void)
{
  g_autofree char *daemon = g_find_program_in_path ("dbus-daemon");
  g_autofree char *asker = g_find_program_in_path ("gdbus");
  GTestDBus *bus = daemon != NULL && asker != NULL ? g_test_dbus_new (G_TEST_DBUS_NONE) : NULL;

  if (bus != NULL)
    g_test_dbus_up (bus);
  return bus;
}

/* For both sides: what is kept goes to a folder of our own, and GStreamer's registry too. */
static void
begin_cache (void)
{
  cache = g_dir_make_tmp ("gyre-benchmark-XXXXXX", NULL);
  g_assert (cache != NULL);
  registry = g_build_filename (cache, "registry.bin", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_setenv ("GST_REGISTRY", registry, TRUE);
  g_setenv ("GST_INSPECT_NO_PAGER", "1", TRUE);
  g_setenv ("PAGER", "cat", TRUE);
}

static void
run_rows (Benchmark *benchmark, const char *program, const char *describe_all)
{
  char *modules = (char *) g_getenv ("GYRE_MODULE_PATH");
  char *text[] = { (char *) program, (char *) "inspect", (char *) "gst." ELEMENT, NULL };
  char *json[] = { (char *) program, (char *) "inspect", (char *) "gst." ELEMENT, (char *) "--json", NULL };
  char *all[] = { (char *) describe_all, modules, (char *) "gst", (char *) "--quiet", NULL };
  char *theirs[] = { (char *) "gst-inspect-1.0", (char *) ELEMENT, NULL };
  char *theirs_all[] = { (char *) "gst-inspect-1.0", (char *) "--print-all", NULL };
  char *question[] = { (char *) "gdbus", (char *) "introspect", (char *) "--session", (char *) "--dest=org.freedesktop.DBus",
                       (char *) "--object-path=/org/freedesktop/DBus", NULL };
  const Row rows[] = {
    { "gyre inspect of an element, warm, against gst-inspect-1.0", text, theirs, FALSE, FALSE, 1.0 },
    { "the same as JSON", json, theirs, FALSE, FALSE, NAN },
    { "gyre inspect of an element, nothing kept, against gst-inspect-1.0", text, theirs, TRUE, FALSE, 2.5 },
    { "the same without GStreamer's registry, which both make", text, theirs, TRUE, TRUE, 1.1 },
    { "every element that is installed, nothing kept, against gst-inspect-1.0 --print-all", all, theirs_all, TRUE, FALSE, NAN },
    { "the same, warm", all, theirs_all, FALSE, FALSE, NAN },
    { "gyre inspect of an element, warm, against gdbus introspect of a bus", text, question, FALSE, FALSE, NAN },
  };
  GTestDBus *bus;

  for (guint row = 0; row + 1 < G_N_ELEMENTS (rows); row++)
    run_row (benchmark, &rows[row]);
  bus = begin_bus ();
  if (bus == NULL)
    return;
  run_row (benchmark, &rows[G_N_ELEMENTS (rows) - 1]);
  g_test_dbus_down (bus);
  g_object_unref (bus);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("inspect", argc, argv);
  const char *program = g_getenv ("GYRE_PROGRAM");
  const char *describe_all = g_getenv ("GYRE_DESCRIBE_ALL");
  g_autofree char *peer = g_find_program_in_path ("gst-inspect-1.0");
  char *exists[] = { peer, (char *) "--exists", (char *) ELEMENT, NULL };
  int status = 1;

  g_assert (program != NULL && describe_all != NULL);
  if (peer == NULL || !g_spawn_sync (NULL, exists, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL) || status != 0)
    {
      g_print ("not measured: gst-inspect-1.0 or its element " ELEMENT " is not installed\n");
      return 0;
    }
  begin_cache ();
  run_rows (benchmark, program, describe_all);
  remove_all (cache);
  return benchmark_finish (benchmark);
}
