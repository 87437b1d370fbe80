/* test-graph-cycle.c: Whether a value would be made of itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "graph-fixture.h"

static void
assert_refused (GyreProposal *proposal, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_false (gyre_proposal_check (proposal, &error));
  g_assert_error (error, GYRE_GRAPH_ERROR, GYRE_GRAPH_ERROR_CYCLE);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_false (gyre_proposal_commit (proposal, &again));
  g_assert_cmpstr (again->message, ==, message);
}

static void
test_whole_cycle (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) first = gyre_proposal_new (graph);
  g_autoptr (GyreProposal) second = gyre_proposal_new (graph);

  propose (first, graph, "a", "{b} + 1", 1);
  propose (first, graph, "b", "{c} + {d}", 2);
  g_assert_true (gyre_proposal_commit (first, NULL));
  propose (second, graph, "x", "1", 8);
  propose (second, graph, "d", "{x} * {a}", 9);
  assert_refused (second, "'d' would be made of itself:\n  'd' (graph.pfg:9:1) is made of\n  'a' (graph.pfg:1:1) is made of\n"
                  "  'b' (graph.pfg:2:1) is made of\n  'd'");
}

/* The name did not exist before: it must be found all the same. */
static void
test_itself (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);

  propose (proposal, graph, "a", "{a} + 1", 4);
  assert_refused (proposal, "'a' would be made of itself:\n  'a' (graph.pfg:4:1) is made of\n  'a'");
  propose (proposal, graph, "a", "1", 4);
  g_assert_true (gyre_proposal_commit (proposal, NULL));
  assert_holds (graph, "a", "1");
}

/* What a proposal replaces makes no cycle any more. */
static void
test_turned (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);
  g_autoptr (GError) error = NULL;

  say (graph, "a", "{b}");
  propose (proposal, graph, "b", "{a} + 1", 0);
  propose (proposal, graph, "a", "1", 0);
  gyre_proposal_commit (proposal, &error);
  g_assert_no_error (error);
  assert_holds (graph, "b", "2");
}

/* a = {b} + 1; b = {a} - 1 is refused; b = 10 follows. */
static void
test_not_half_rewired (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GError) error = NULL;

  say (graph, "b", "2");
  say (graph, "a", "{b} + 1");
  assert_holds (graph, "a", "3");
  g_assert_false (try_to_say (graph, "b", "{a} - 1", &error));
  assert_holds (graph, "a", "3");
  say (graph, "b", "10");
  assert_holds (graph, "a", "11");
}

static void
test_long (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);
  g_autoptr (GError) error = NULL;

  for (guint index = 0; index < 25; index++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", index);
      g_autofree char *text = g_strdup_printf ("{c%u}", (index + 1) % 25);

      propose (proposal, graph, name, text, index + 1);
    }
  g_assert_false (gyre_proposal_commit (proposal, &error));
  g_assert_nonnull (strstr (error->message, "'c19' (graph.pfg:20:1) is made of\n  5 more, and of\n  'c0'"));
  g_assert_null (strstr (error->message, "'c20'"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/components/store/graph-cycle/error-has-the-whole-cycle-with-every-place", test_whole_cycle);
  g_test_add_func ("/components/store/graph-cycle/name-that-did-not-exist-refers-to-itself", test_itself);
  g_test_add_func ("/components/store/graph-cycle/turning-an-edge-around-is-no-cycle", test_turned);
  g_test_add_func ("/components/store/graph-cycle/refusal-leaves-nothing-half-rewired", test_not_half_rewired);
  g_test_add_func ("/components/store/graph-cycle/twenty-cells-are-told-and-the-others-counted", test_long);
  return g_test_run ();
}
