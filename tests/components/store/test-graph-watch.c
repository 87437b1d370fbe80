/* test-graph-watch.c: Who hears that a cell has another value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "graph-fixture.h"

static void
on_cell (GyreGraph *graph, GyreCell cell, const GyreTerm *value, const GError *error, gpointer data)
{
  GString *heard = data;
  g_autofree char *text = value != NULL ? gyre_term_to_text (*value) : g_strdup_printf ("! %s", error->message);

  g_string_append_printf (heard, "%s=%s;", gyre_graph_get_name (graph, cell), text);
}

static void
watch (GyreGraph *graph, const char *name, GString *heard)
{
  gyre_graph_watch (graph, gyre_graph_add (graph, name), on_cell, heard);
}

static void
assert_heard (GString *heard, const char *expected)
{
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
}

static void
test_order (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);
  g_autoptr (GString) heard = g_string_new (NULL);

  say (graph, "d", "{c} + {b} + {a}");
  say (graph, "c", "{b} + 1");
  say (graph, "b", "{a} + 1");
  say (graph, "a", "1");
  say (graph, "e", "1");
  for (const char *name = "d\0b\0a\0c\0e\0"; *name != '\0'; name += 2)
    watch (graph, name, heard);
  assert_heard (heard, "");
  say (graph, "a", "2");
  assert_heard (heard, "a=2;b=3;c=4;d=9;");
  propose (proposal, graph, "c", "{e}", 0);
  propose (proposal, graph, "e", "7", 0);
  propose (proposal, graph, "a", "1", 0);
  g_assert_true (gyre_proposal_commit (proposal, NULL));
  g_assert_true (g_str_has_prefix (heard->str, "e=7;a=1;"));
  g_assert_true (g_str_has_suffix (heard->str, "d=10;"));
  g_assert_cmpuint (heard->len, ==, strlen ("e=7;a=1;c=7;b=2;d=10;"));
}

static void
test_only_differences (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GString) heard = g_string_new (NULL);

  say (graph, "a", "3");
  say (graph, "b", "{a} > 2");
  say (graph, "c", "1 / ({a} - 5)");
  watch (graph, "b", heard);
  watch (graph, "c", heard);
  say (graph, "a", "3");
  assert_heard (heard, "");
  say (graph, "a", "4");
  assert_heard (heard, "c=-1;");
  say (graph, "a", "5");
  assert_heard (heard, "c=! 'c': must not divide by zero (at character 3);");
  gyre_graph_set (graph, gyre_graph_find (graph, "a"), (GyreTerm) { .kind = GYRE_TERM_REAL, .real = 5.0 });
  assert_heard (heard, "");
  say (graph, "a", "1");
  assert_heard (heard, "b=false;c=-0.25;");
  say (graph, "a", NULL);
  assert_heard (heard, "b=! 'a' is not defined, which is needed for 'b';c=! 'a' is not defined, which is needed for 'c';");
  gyre_graph_unwatch (graph, gyre_graph_find (graph, "c"));
  say (graph, "a", "7");
  assert_heard (heard, "b=true;");
}

static void
on_cell_change_another (GyreGraph *graph, GyreCell cell, const GyreTerm *value, const GError *error, gpointer data)
{
  static guint depth;

  g_assert_cmpuint (depth, ==, 0);
  depth++;
  on_cell (graph, cell, value, error, data);
  if (value != NULL && value->integer < 5)
    {
      gyre_graph_set (graph, gyre_graph_find (graph, "a"), (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = value->integer + 1 });
      say (graph, "z", "0");
    }
  depth--;
}

static void
test_changes_from_a_watcher (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GString) heard = g_string_new (NULL);

  say (graph, "a", "1");
  say (graph, "b", "{a} * 10");
  gyre_graph_watch (graph, gyre_graph_find (graph, "a"), on_cell_change_another, heard);
  watch (graph, "b", heard);
  say (graph, "a", "3");
  assert_heard (heard, "a=3;b=30;a=4;b=40;a=5;b=50;");
}

static void
on_cell_unwatch (GyreGraph *graph, GyreCell cell, const GyreTerm *value, const GError *error, gpointer data)
{
  on_cell (graph, cell, value, error, data);
  gyre_graph_unwatch (graph, cell);
  gyre_graph_unwatch (graph, gyre_graph_find (graph, "b"));
}

static void
test_unwatched_while_telling (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GString) heard = g_string_new (NULL);

  say (graph, "a", "1");
  say (graph, "b", "{a} * 10");
  gyre_graph_watch (graph, gyre_graph_find (graph, "a"), on_cell_unwatch, heard);
  watch (graph, "b", heard);
  say (graph, "a", "3");
  assert_heard (heard, "a=3;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/components/store/graph-watch/inputs-are-told-before-what-is-made-of-them", test_order);
  g_test_add_func ("/components/store/graph-watch/only-differences-are-told", test_only_differences);
  g_test_add_func ("/components/store/graph-watch/changes-from-a-watcher-are-told-after-the-others", test_changes_from_a_watcher);
  g_test_add_func ("/components/store/graph-watch/who-is-unwatched-meanwhile-hears-nothing", test_unwatched_while_telling);
  return g_test_run ();
}
