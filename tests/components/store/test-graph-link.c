/* test-graph-link.c: What leads from one cell to another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-graph-private.h"

enum { CELLS = 60, STEPS = 20000 };

static void
add_cells (GyreGraph *graph)
{
  for (guint index = 0; index < CELLS; index++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", index);

      gyre_graph_add (graph, name);
    }
}

/* Each input knows where its cell stands among the dependents, and no dependent stands there without an input. */
static void
assert_consistent (GyreGraph *graph)
{
  gsize inputs = 0, dependents = 0;

  for (GyreCell cell = 1; cell <= CELLS; cell++)
    {
      const GyreCellRecord *record = gyre_graph_get_cell (graph, cell);
      const GyreInput *list = record->n_inputs == 1 ? &record->input
                                                    : (const GyreInput *) (gpointer) (graph->pool.words + record->input.source);

      for (guint index = 0; index < record->n_inputs; index++)
        {
          const GyreCellRecord *source = gyre_graph_get_cell (graph, list[index].source);

          g_assert_cmpuint (list[index].position, <, source->dependents.length);
          g_assert_cmpuint (gyre_graph_get_dependents (graph, source)[list[index].position], ==, cell);
        }
      inputs += record->n_inputs;
      dependents += record->dependents.length;
    }
  g_assert_cmpuint (inputs, ==, dependents);
}

static void
test_random (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  guint32 length = 0;

  add_cells (graph);
  for (guint step = 0; step < STEPS; step++)
    {
      GyreCell cell = g_test_rand_int_range (1, CELLS + 1);
      GyreCell inputs[8];
      guint count = g_test_rand_int_range (0, 9);

      for (guint index = 0; index < count; index++)
        inputs[index] = g_test_rand_int_range (1, g_test_rand_bit () ? 4 : CELLS + 1);
      gyre_graph_unlink (graph, cell);
      gyre_graph_link (graph, cell, inputs, count);
      if (step % 100 == 0)
        assert_consistent (graph);
      if (step == STEPS / 2)
        length = graph->pool.length;
    }
  assert_consistent (graph);
  /* What is given back is taken again. */
  g_assert_cmpuint (graph->pool.length, <, length * 2);
  for (GyreCell cell = 1; cell <= CELLS; cell++)
    gyre_graph_unlink (graph, cell);
  assert_consistent (graph);
}

static void
test_order (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  const GyreCell inputs[] = { 3, 1, 3, 2 };

  add_cells (graph);
  gyre_graph_link (graph, 5, inputs, 4);
  for (guint index = 0; index < 4; index++)
    g_assert_cmpuint (gyre_graph_get_input (graph, gyre_graph_get_cell (graph, 5), index), ==, inputs[index]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/components/store/graph-link/both-ends-agree-after-any-changes", test_random);
  g_test_add_func ("/components/store/graph-link/inputs-keep-their-order", test_order);
  return g_test_run ();
}
