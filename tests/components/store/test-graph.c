/* test-graph.c: Values that follow other values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "graph-fixture.h"

static void
test_follows (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();

  say (graph, "a", "{b} * 2");
  assert_holds (graph, "a", "! 'b' is not defined, which is needed for 'a'");
  say (graph, "b", "3");
  assert_holds (graph, "a", "6");
  say (graph, "b", "4");
  assert_holds (graph, "a", "8");
  say (graph, "b", NULL);
  assert_holds (graph, "a", "! 'b' is not defined, which is needed for 'a'");
  assert_holds (graph, "b", "! 'b' is not defined");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/components/store/graph/value-follows-what-it-is-made-of", test_follows);
  return g_test_run ();
}
