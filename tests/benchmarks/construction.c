/* construction.c: What it costs to build a component whose traits are configured by family
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "balls.h"

#include <math.h>

#define CONFIGURATION(family) family ":\n  radius = 2\n  mass = 3\n  charge = 4\n  height = 5\n  speed = 6\n"

#define MEASURE(function, expression) \
  static double \
  function (guint count, gpointer data) \
  { \
    double start = benchmark_now (); \
    for (guint index = 0; index < count; index++) \
      { \
        gpointer object = expression; \
        BENCHMARK_KEEP (object); \
        g_object_unref (object); \
      } \
    return benchmark_now () - start; \
  }

MEASURE (build_untracked, g_object_new (OUR_TYPE_UNTRACKED_BALL, NULL))
MEASURE (build_tracked, g_object_new (OUR_TYPE_BALL, NULL))
MEASURE (build_untracked_component, gyre_component_new (OUR_TYPE_UNTRACKED_BALL, NULL, NULL, NULL))
MEASURE (build_tracked_component, gyre_component_new (OUR_TYPE_BALL, NULL, NULL, NULL))
MEASURE (build_plain, g_object_new (PLAIN_TYPE_BALL, NULL))

static void
configure (void)
{
  static const char text[] = CONFIGURATION ("benchmark.ball") CONFIGURATION ("benchmark.untracked");
  g_autoptr (GError) error = NULL;

  if (!gyre_executive_load_text (gyre_executive_get_default (), "benchmark.pfg", text, GYRE_CATEGORY_USER, NULL, &error))
    g_error ("%s", error->message);
}

/* What is measured must be configured, else it says nothing. */
static void
check (GType type)
{
  g_autoptr (GObject) object = g_object_new (type, NULL);
  double radius, speed;

  g_object_get (object, "radius", &radius, "speed", &speed, NULL);
  if (radius != 2.0 || speed != 6.0)
    g_error ("%s: not configured", g_type_name (type));
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("construction", argc, argv);
  guint count = 50000;

  configure ();
  check (OUR_TYPE_BALL);
  check (OUR_TYPE_UNTRACKED_BALL);
  benchmark_compare (benchmark, "new and unref, 5 traits by family, no extent", 1.10, build_untracked, build_plain, count, NULL);
  benchmark_compare (benchmark, "new and unref, 5 traits by family, with the extent", 1.20, build_tracked, build_plain, count, NULL);
  benchmark_compare (benchmark, "the same with gyre_component_new, no extent", NAN, build_untracked_component, build_plain, count, NULL);
  benchmark_compare (benchmark, "the same with gyre_component_new, with the extent", NAN, build_tracked_component, build_plain, count, NULL);
  return benchmark_finish (benchmark);
}
