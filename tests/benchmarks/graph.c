/* graph.c: What it costs to change one of a million values that others are made of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A million bound cells: k of them are made of the cell that is changed, the others of another one. "A dependent" is the time
 * of the change, divided by k: it must be the same for few and for many, whatever else is in the graph. Nothing that GLib has
 * follows values, so there is no peer.
 */
#include "benchmark.h"

#include <gyre.h>

#include <math.h>

enum
{
  MOST_ROUNDS = 15,
  MANY = 1000000,
  FEW = 1000,
};

typedef struct
{
  GyreGraph *graph;
  GyreCell source;
  GyreCell first;          /* of those that are bound */
  guint length;
} Field;

static GyreTerm
whole (gint64 integer)
{
  return (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = integer };
}

static GyreCell
add_numbered (GyreGraph *graph, guint number)
{
  char name[32];

  g_snprintf (name, sizeof name, "lab.thing%u.size", number);
  return gyre_graph_add (graph, name);
}

/* @fan of the cells are made of the source, the others of a cell that never changes. In a chain each is made of the one before. */
static void
field_init (Field *field, guint length, guint fan, gboolean is_chain)
{
  g_autoptr (GyreExpression) expression = gyre_expression_new ("{x} + 1", -1, GYRE_EXPRESSION_COMPUTED, NULL);
  GyreProposal *proposal;
  GyreCell other, previous;

  field->graph = gyre_graph_new ();
  field->length = length;
  field->source = previous = gyre_graph_add (field->graph, "source");
  other = gyre_graph_add (field->graph, "other");
  proposal = gyre_proposal_new (field->graph);
  gyre_proposal_set (proposal, field->source, whole (0), NULL);
  gyre_proposal_set (proposal, other, whole (0), NULL);
  for (guint index = 0; index < length; index++)
    {
      /* Those of the source stand all over the graph. */
      gboolean of_source = (guint64) index * fan % length < fan;
      GyreCell cell = add_numbered (field->graph, index);
      GyreCell input = is_chain ? previous : of_source ? field->source : other;

      field->first = index == 0 ? cell : field->first;
      gyre_proposal_bind (proposal, cell, expression, &input, NULL);
      previous = cell;
    }
  g_assert (gyre_proposal_commit (proposal, NULL));
  gyre_proposal_free (proposal);
}

static void
read_all (const Field *field)
{
  GyreTerm value;

  for (guint index = 0; index < field->length; index++)
    gyre_graph_read (field->graph, field->first + index, &value, NULL);
}

static void
tell_change (Benchmark *benchmark, const char *format, guint length, guint fan, gboolean is_chain)
{
  Field field;
  double times[MOST_ROUNDS], reads[MOST_ROUNDS];
  guint rounds = benchmark_get_rounds (benchmark);
  guint dependents = is_chain ? length : fan;
  g_autofree char *what = g_strdup_printf (format, dependents);
  g_autofree char *reading = g_strdup_printf ("  … and computing it, each of %u", length);

  field_init (&field, length, fan, is_chain);
  read_all (&field);
  for (guint round = 0; round < rounds; round++)
    {
      double start = benchmark_now ();

      gyre_graph_set (field.graph, field.source, whole (round + 1));
      times[round] = (benchmark_now () - start) * 1e6 / dependents;
      start = benchmark_now ();
      read_all (&field);
      reads[round] = (benchmark_now () - start) * 1e9 / length;
    }
  benchmark_tell (benchmark, what, "M/s", 1 / benchmark_get_median (times, rounds), NAN, BENCHMARK_OURS_AT_LEAST, fan < 1000 ? NAN : 10);
  benchmark_tell (benchmark, reading, "ns", benchmark_get_median (reads, rounds), NAN, BENCHMARK_OURS_AT_MOST, NAN);
  gyre_graph_unref (field.graph);
}

static void
tell_memory (Benchmark *benchmark, guint length)
{
  gsize before = benchmark_get_memory ();
  double start = benchmark_now ();
  Field field;

  field_init (&field, length, length, FALSE);
  benchmark_tell (benchmark, "adding and binding a cell", "ns", (benchmark_now () - start) * 1e9 / length, NAN, BENCHMARK_OURS_AT_MOST,
                  NAN);
  benchmark_tell (benchmark, "memory of a bound cell, with its name and its link", "bytes",
                  (double) (benchmark_get_memory () - before) / length, NAN, BENCHMARK_OURS_AT_MOST, NAN);
  gyre_graph_unref (field.graph);
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("graph", argc, argv);
  guint length = benchmark_get_size (benchmark, MANY, FEW);

  tell_change (benchmark, "dependents reached by a change, of %u", length, 10, FALSE);
  tell_change (benchmark, "dependents reached by a change, of %u", length, MIN (1000, length), FALSE);
  tell_change (benchmark, "dependents reached by a change, of %u", length, length, FALSE);
  tell_change (benchmark, "links reached by a change, of a chain of %u", length, length, TRUE);
  tell_memory (benchmark, length);
  return benchmark_finish (benchmark);
}
