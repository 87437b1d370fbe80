/* test-graph-overlay.c: What cells would hold if a proposal were committed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "graph-fixture.h"

static void
assert_would_hold (GyreProposal *proposal, GyreGraph *graph, const char *name, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  GyreTerm value;
  gboolean fine = gyre_proposal_read (proposal, gyre_graph_find (graph, name), &value, &error);

  found = describe_result (fine, value, error);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_nothing_changes (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);

  say (graph, "a", "1");
  say (graph, "b", "{a} + 1");
  say (graph, "c", "{b} + {z}");
  say (graph, "z", "100");
  assert_holds (graph, "c", "102");
  propose (proposal, graph, "a", "5", 0);
  assert_would_hold (proposal, graph, "c", "106");
  propose (proposal, graph, "z", "{a}", 0);
  assert_would_hold (proposal, graph, "c", "11");
  assert_would_hold (proposal, graph, "z", "5");
  say (graph, "b", "{a} * 2");
  assert_would_hold (proposal, graph, "c", "15");
  assert_holds (graph, "c", "102");
  assert_holds (graph, "z", "100");
  g_assert_true (gyre_proposal_commit (proposal, NULL));
  assert_holds (graph, "c", "15");
}

static void
test_failures (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);

  say (graph, "a", "1");
  say (graph, "b", "6 / {a}");
  say (graph, "c", "{b} + 1");
  propose (proposal, graph, "a", "0", 0);
  assert_would_hold (proposal, graph, "c", "! 'b': must not divide by zero (at character 3), which is needed for 'c'");
  propose (proposal, graph, "a", NULL, 0);
  assert_would_hold (proposal, graph, "c", "! 'a' is not defined, which is needed for 'c'");
  propose (proposal, graph, "a", "{c}", 0);
  assert_would_hold (proposal, graph, "c", "! 'a' would be made of itself:\n  'a' is made of\n  'c' is made of\n  'b' is made of\n  'a'");
  assert_holds (graph, "c", "7");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/components/store/graph-overlay/reading-a-proposal-changes-nothing", test_nothing_changes);
  g_test_add_func ("/components/store/graph-overlay/what-would-fail-is-said", test_failures);
  return g_test_run ();
}
