/* test-graph-flow.c: How values come from cell to cell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "graph-fixture.h"
#include "gyre-graph-private.h"

enum { LONG = 1000000 };

static void
test_long_chain (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);
  g_autoptr (GyreExpression) next = gyre_expression_new ("{x} + 1", -1, GYRE_EXPRESSION_COMPUTED, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *last = g_strdup_printf ("c%u", LONG);
  GyreCell previous = gyre_graph_add (graph, "c0");

  gyre_proposal_set (proposal, previous, (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = 0 }, NULL);
  for (guint index = 1; index <= LONG; index++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", index);
      GyreCell cell = gyre_graph_add (graph, name);

      gyre_proposal_bind (proposal, cell, next, &previous, NULL);
      previous = cell;
    }
  g_assert_true (gyre_proposal_commit (proposal, &error));
  assert_holds (graph, last, "1000000");
  say (graph, "c0", "5");
  assert_holds (graph, last, "1000005");
  say (graph, "c0", NULL);
  assert_holds (graph, last, "! 'c0' is not defined, which is needed for 'c1000000'");
  g_assert_false (try_to_say (graph, "c0", "{c1000000}", &error));
  g_assert_nonnull (strstr (error->message, "\n  999981 more, and of\n  'c0'"));
}

/* One reads, one writes, and what is made of one and the same cell has one and the same value. */
static void
test_diamond (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();

  say (graph, "a", "1");
  say (graph, "b", "{a} + 1");
  say (graph, "c", "{a} * 10");
  say (graph, "d", "{b} + {c} + {a}");
  assert_holds (graph, "d", "13");
  say (graph, "a", "2");
  assert_holds (graph, "d", "25");
  assert_holds (graph, "b", "3");
}

/* A cell that is dirty stops the marking: nothing behind it is touched. */
static void
test_stops (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  GyreCell middle, end;

  say (graph, "a", "1");
  say (graph, "b", "{a}");
  say (graph, "c", "{b}");
  assert_holds (graph, "c", "1");
  middle = gyre_graph_find (graph, "b");
  end = gyre_graph_find (graph, "c");
  say (graph, "a", "2");
  g_assert_cmpuint (gyre_graph_get_cell (graph, end)->state, ==, GYRE_CELL_DIRTY);
  gyre_graph_get_cell (graph, end)->state = GYRE_CELL_KNOWN;
  say (graph, "a", "3");
  g_assert_cmpuint (gyre_graph_get_cell (graph, middle)->state, ==, GYRE_CELL_DIRTY);
  g_assert_cmpuint (gyre_graph_get_cell (graph, end)->state, ==, GYRE_CELL_KNOWN);
}

static void
test_failures (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);

  propose (proposal, graph, "zero", "0", 1);
  propose (proposal, graph, "a", "1 / {zero}", 2);
  propose (proposal, graph, "b", "{a} + 1", 3);
  g_assert_true (gyre_proposal_commit (proposal, NULL));
  assert_holds (graph, "b", "! 'a' (graph.pfg:2:1): must not divide by zero (at character 3), which is needed for 'b' (graph.pfg:3:1)");
  assert_holds (graph, "a", "! 'a' (graph.pfg:2:1): must not divide by zero (at character 3)");
  say (graph, "zero", "2");
  assert_holds (graph, "b", "1.5");
  g_assert_cmpuint (g_hash_table_size (graph->failures), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/components/store/graph-flow/chain-of-a-million-links-works", test_long_chain);
  g_test_add_func ("/components/store/graph-flow/paths-that-meet-agree", test_diamond);
  g_test_add_func ("/components/store/graph-flow/marking-stops-at-what-is-dirty", test_stops);
  g_test_add_func ("/components/store/graph-flow/failure-names-whom-to-blame-and-heals", test_failures);
  return g_test_run ();
}
