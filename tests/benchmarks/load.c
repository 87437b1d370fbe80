/* load.c: A configuration into many instances, and one of many bound values that changes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Loading is everything: the text is parsed and checked, each value converted, judged and set in a living instance, and its place
 * kept. The peer is what a program does without us: GKeyFile, g_key_file_get_double () and g_object_set () on plain objects.
 */
#include "benchmark.h"

#include <math.h>

#include <gyre.h>

#include <string.h>

enum { KEYS = 4, INSTANCES = 100000, BOUND = 1000000, FEW = 200 };

typedef struct { GyreComponent parent_instance; double one, two, three, four; } BenchmarkPoint;
typedef struct { GyreComponentClass parent_class; } BenchmarkPointClass;

GYRE_DEFINE_COMPONENT (BenchmarkPoint, benchmark_point, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (one, 1, .constraints = GYRE_NOT_NEGATIVE),
    gyre_real (two, 2, .constraints = GYRE_NOT_NEGATIVE),
    gyre_real (three, 3, .constraints = GYRE_NOT_NEGATIVE),
    gyre_real (four, 4, .constraints = GYRE_NOT_NEGATIVE)),
  GYRE_BEHAVIORS (), .family = "benchmark.point")

static const char * const names[KEYS] = { "one", "two", "three", "four" };

/* The same object without us. */
typedef struct { GObject parent_instance; double values[KEYS]; } PlainPoint;
typedef struct { GObjectClass parent_class; } PlainPointClass;

static GType plain_point_get_type (void);
G_DEFINE_FINAL_TYPE (PlainPoint, plain_point, G_TYPE_OBJECT)

static void
plain_point_set_property (GObject *object, guint property, const GValue *value, GParamSpec *specification)
{
  ((PlainPoint *) object)->values[property - 1] = g_value_get_double (value);
}

static void
plain_point_class_init (PlainPointClass *class)
{
  G_OBJECT_CLASS (class)->set_property = plain_point_set_property;
  for (guint index = 0; index < KEYS; index++)
    g_object_class_install_property (G_OBJECT_CLASS (class), index + 1,
                                     g_param_spec_double (names[index], names[index], names[index], 0, 1e9, 0,
                                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
plain_point_init (PlainPoint *self)
{
}

static char *
dup_text (guint instances, gboolean is_pfg)
{
  GString *text = g_string_new (NULL);

  for (guint instance = 0; instance < instances; instance++)
    {
      g_string_append_printf (text, is_pfg ? "p%u:\n" : "[p%u]\n", instance);
      for (guint index = 0; index < KEYS; index++)
        g_string_append_printf (text, is_pfg ? "  %s = %u.25\n" : "%s=%u.25\n", names[index], instance % 1000 + index);
    }
  return g_string_free (text, FALSE);
}

static double
load_ours (guint settings, gpointer data)
{
  guint instances = MAX (settings / KEYS, 1);
  GyreExecutive *executive = gyre_executive_new ();
  g_autofree char *text = dup_text (instances, TRUE);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  double seconds;

  gyre_executive_push (executive);
  for (guint instance = 0; instance < instances; instance++)
    {
      char name[32];
      g_snprintf (name, sizeof name, "p%u", instance);
      g_ptr_array_add (points, gyre_component_new (benchmark_point_get_type (), name, NULL, NULL));
    }
  seconds = -benchmark_now ();
  gyre_executive_load_text (executive, "benchmark.pfg", text, GYRE_CATEGORY_USER, NULL, &error);
  seconds += benchmark_now ();
  g_assert_no_error (error);
  g_assert_cmpfloat (((BenchmarkPoint *) points->pdata[instances - 1])->four, ==, (instances - 1) % 1000 + 3.25);
  g_clear_pointer (&points, g_ptr_array_unref);
  gyre_executive_pop (executive);
  g_object_unref (executive);
  return seconds;
}

static void
set_plain (GObject *point, GKeyFile *file, const char *group)
{
  for (guint index = 0; index < KEYS; index++)
    g_object_set (point, names[index], g_key_file_get_double (file, group, names[index], NULL), NULL);
}

static double
load_peer (guint settings, gpointer data)
{
  guint instances = MAX (settings / KEYS, 1);
  g_autofree char *text = dup_text (instances, FALSE);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  double seconds;

  for (guint instance = 0; instance < instances; instance++)
    g_ptr_array_add (points, g_object_new (plain_point_get_type (), NULL));
  seconds = -benchmark_now ();
  g_assert_true (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL));
  for (guint instance = 0; instance < instances; instance++)
    {
      char group[32];
      g_snprintf (group, sizeof group, "p%u", instance);
      set_plain (points->pdata[instance], file, group);
    }
  seconds += benchmark_now ();
  return seconds;
}

/* Many bound values, of which one has `followers` dependents. */
typedef struct
{
  GPtrArray *points;
  GyreExecutive *executive;
} Bound;

static void
bound_init (Bound *self, guint many, guint followers)
{
  self->executive = gyre_executive_new ();
  gyre_executive_push (self->executive);
  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  gyre_executive_load_text (self->executive, "a.pfg", "base = 1\nother = 2\n", GYRE_CATEGORY_USER, NULL, NULL);
  for (guint index = 0; index < MAX (many / KEYS, 1); index++)
    {
      GyreComponent *point = gyre_component_new (benchmark_point_get_type (), NULL, NULL, NULL);

      g_ptr_array_add (self->points, point);
      for (guint key = 0; key < KEYS; key++)
        gyre_component_bind (point, names[key], index * KEYS + key < followers ? "{base} * 2" : "{other} * 2", NULL);
    }
}

static void
bound_clear (Bound *self)
{
  g_ptr_array_unref (self->points);
  gyre_executive_pop (self->executive);
  g_object_unref (self->executive);
}

/* Seconds for each change of a value that `followers` follow, among many others. */
static double
change (guint many, guint followers, guint rounds)
{
  Bound bound;
  double seconds;

  bound_init (&bound, many, followers);
  seconds = -benchmark_now ();
  for (guint round = 0; round < rounds; round++)
    {
      char text[32];
      g_snprintf (text, sizeof text, "%u", round + 10);
      gyre_executive_set (bound.executive, "base", text, GYRE_CATEGORY_USER, NULL, NULL);
    }
  seconds += benchmark_now ();
  g_assert_cmpfloat (((BenchmarkPoint *) bound.points->pdata[0])->one, ==, 2 * (rounds + 9));
  bound_clear (&bound);
  return seconds / rounds;
}

static void
compare_loads (Benchmark *benchmark)
{
  guint settings = benchmark_get_size (benchmark, INSTANCES, FEW) * KEYS;
  guint rounds = benchmark_get_rounds (benchmark);
  g_autofree double *ours = g_new (double, rounds);
  g_autofree double *peer = g_new (double, rounds);

  for (guint round = 0; round < rounds; round++)
    {
      ours[round] = settings / load_ours (settings, NULL) / 1e6;
      peer[round] = settings / load_peer (settings, NULL) / 1e6;
    }
  benchmark_tell (benchmark, "a file into living instances", "M/s", benchmark_get_median (ours, rounds),
                  benchmark_get_median (peer, rounds), BENCHMARK_OURS_AT_LEAST, 1);
}

static void
compare_changes (Benchmark *benchmark)
{
  guint many = benchmark_get_size (benchmark, BOUND, FEW);
  guint rounds = benchmark_get_size (benchmark, 20, 2);
  double few = change (many, 1, rounds);
  double all = change (many, many, rounds);

  benchmark_tell (benchmark, "a change that one of a million follows", "µs", few * 1e6, all * 1e6,
                  BENCHMARK_RATIO_AT_MOST, 0.1);
  benchmark_tell (benchmark, "a change that all follow", "M/s", many / all / 1e6, NAN,
                  BENCHMARK_OURS_AT_LEAST, 10);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("load", argc, argv);

  gyre_actor_get (benchmark_point_get_type ());
  compare_loads (benchmark);
  compare_changes (benchmark);
  return benchmark_finish (benchmark);
}
