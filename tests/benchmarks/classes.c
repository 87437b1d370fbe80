/* classes.c: What it costs to declare many classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Types live as long as the process, so there are no rounds: blocks of ours and of the peer come in turns, and a time is the
 * median of the blocks.
 */
#include "balls.h"

#include <math.h>

#define BLOCKS 10
#define TRAITS 20

typedef struct
{
  GyreComponent parent_instance;
  double fields[TRAITS];
} Instance;

typedef struct
{
  GObject parent_instance;
  double fields[TRAITS];
} PlainInstance;

typedef struct
{
  double seconds[BLOCKS];
  double bytes[BLOCKS];
} Series;

static char *names[TRAITS];

/* As a program would that makes its classes while it runs: nothing is a literal. */
static void
declare (guint number)
{
  g_autofree char *name = g_strdup_printf ("BenchmarkClass%u", number);
  g_autofree char *family = g_strdup_printf ("benchmark.classes.number%u", number);
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new (name, GYRE_TYPE_COMPONENT);
  g_autoptr (GError) error = NULL;
  GType type;

  gyre_declaration_set_family (declaration, family);
  gyre_declaration_set_sizes (declaration, sizeof (GyreComponentClass), sizeof (Instance));
  for (guint index = 0; index < TRAITS; index++)
    {
      GyreTraitDeclaration row = {
        .field = names[index], .kind = &gyre_kind_real, .storage = GYRE_STORAGE_DOUBLE,
        .offset = G_STRUCT_OFFSET (Instance, fields) + index * sizeof (double), .initial = { .real = index },
        .constraints = GYRE_NOT_NEGATIVE, .minimum = -INFINITY, .maximum = INFINITY,
      };
      gyre_declaration_add (declaration, (GyreDescriptor *) gyre_trait_new (&row));
    }
  type = gyre_component_register (declaration, G_TYPE_INVALID, &error);
  if (type == G_TYPE_INVALID)
    g_error ("%s", error->message);
  g_type_class_ref (type);
  if (number % 1000 == 0 && !gyre_requirement_is_valid (GYRE_REQUIREMENT (gyre_actor_get (type)), &error))
    g_error ("%s", error->message);
}

static void
plain_get_property (GObject *object, guint property, GValue *value, GParamSpec *specification)
{
  g_value_set_double (value, ((PlainInstance *) object)->fields[property - 1]);
}

static void
plain_set_property (GObject *object, guint property, const GValue *value, GParamSpec *specification)
{
  ((PlainInstance *) object)->fields[property - 1] = g_value_get_double (value);
}

static void
plain_class_init (gpointer type_class, gpointer data)
{
  GObjectClass *object_class = type_class;

  object_class->get_property = plain_get_property;
  object_class->set_property = plain_set_property;
  for (guint index = 0; index < TRAITS; index++)
    g_object_class_install_property (object_class, index + 1,
                                     g_param_spec_double (names[index], NULL, NULL, 0.0, G_MAXDOUBLE, index,
                                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
}

static void
declare_plain (guint number)
{
  g_autofree char *name = g_strdup_printf ("PlainClass%u", number);
  GTypeInfo information = { .class_size = sizeof (GObjectClass), .class_init = plain_class_init, .instance_size = sizeof (PlainInstance) };

  g_type_class_ref (g_type_register_static (G_TYPE_OBJECT, name, &information, 0));
}

static void
run_block (Series *series, guint block, guint count, void (*function) (guint number))
{
  gsize memory = benchmark_get_memory ();
  double start = benchmark_now ();

  for (guint index = 0; index < count; index++)
    function (block * count + index);
  series->seconds[block] = (benchmark_now () - start) / count;
  series->bytes[block] = (double) (benchmark_get_memory () - memory) / count;
}

static double
get_sum (const double *values)
{
  double sum = 0.0;

  for (guint block = 0; block < BLOCKS; block++)
    sum += values[block];
  return sum;
}

static void
tell (Benchmark *benchmark, Series *ours, Series *peer)
{
  double first = ours->seconds[0] * 1e6, last = ours->seconds[BLOCKS - 1] * 1e6;
  double plain_first = peer->seconds[0] * 1e6, plain_last = peer->seconds[BLOCKS - 1] * 1e6;

  benchmark_tell (benchmark, "10,000 classes of 20 traits: a class", "µs", benchmark_get_median (ours->seconds, BLOCKS) * 1e6,
                  benchmark_get_median (peer->seconds, BLOCKS) * 1e6, BENCHMARK_OURS_AT_MOST, 20.0);
  benchmark_tell (benchmark, "memory of a class", "KB", get_sum (ours->bytes) / BLOCKS / 1e3, get_sum (peer->bytes) / BLOCKS / 1e3,
                  BENCHMARK_OURS_AT_MOST, 10.0);
  benchmark_tell (benchmark, "the last thousand, against the first", "µs", last, first, BENCHMARK_RATIO_AT_MOST, 1.1);
  benchmark_tell (benchmark, "plain GObject: the last thousand, against the first", "µs", plain_last, plain_first,
                  BENCHMARK_RATIO_AT_MOST, NAN);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("classes", argc, argv);
  guint count = benchmark_get_size (benchmark, 1000, 2);
  Series ours, peer;

  for (guint index = 0; index < TRAITS; index++)
    names[index] = g_strdup_printf ("trait%u", index);
  /* What happens once in a process is not the first class's. */
  g_object_unref (g_object_new (OUR_TYPE_BALL, NULL));
  g_object_unref (g_object_new (PLAIN_TYPE_BALL, NULL));
  for (guint block = 0; block < BLOCKS; block++)
    {
      run_block (&ours, block, count, declare);
      run_block (&peer, block, count, declare_plain);
    }
  tell (benchmark, &ours, &peer);
  for (guint index = 0; index < TRAITS; index++)
    g_free (names[index]);
  return benchmark_finish (benchmark);
}
