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

static void
test_names (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();

  for (guint index = 1; index <= 1000; index++)
    {
      g_autofree char *name = g_strdup_printf ("name.%u", index);

      g_assert_cmpuint (gyre_graph_find (graph, name), ==, GYRE_CELL_NONE);
      g_assert_cmpuint (gyre_graph_add (graph, name), ==, index);
      g_assert_cmpuint (gyre_graph_add (graph, name), ==, index);
      g_assert_cmpstr (gyre_graph_get_name (graph, index), ==, name);
    }
  g_assert_cmpuint (gyre_graph_find (graph, "name.500"), ==, 500);
  g_assert_cmpuint (gyre_graph_get_length (graph), ==, 1000);
}

static void
test_texts_and_lists (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();

  say (graph, "name", "gyre");
  say (graph, "greeting", "\"hello {name}\"");
  say (graph, "list", "({name}, {greeting})");
  assert_holds (graph, "list", "(gyre, hello gyre)");
  say (graph, "name", "you");
  assert_holds (graph, "list", "(you, hello you)");
}

enum { THREADS = 4, ROUNDS = 2000 };

static void
on_cell_count (GyreGraph *graph, GyreCell cell, const GyreTerm *value, const GError *error, gpointer data)
{
  /* One call at a time: the count needs no lock. */
  (*(guint *) data)++;
}

/* The sum of two cells that are always changed together is never seen in between. */
static gpointer
work (gpointer data)
{
  GyreGraph *graph = data;
  GyreCell first = gyre_graph_find (graph, "first");
  GyreCell second = gyre_graph_find (graph, "second");
  GyreCell sum = gyre_graph_find (graph, "sum");

  for (gint64 round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);
      GyreTerm value;

      gyre_proposal_set (proposal, first, (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = round }, NULL);
      gyre_proposal_set (proposal, second, (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = -round }, NULL);
      g_assert_true (gyre_proposal_read (proposal, sum, &value, NULL));
      g_assert_cmpint (value.integer, ==, 0);
      g_assert_true (gyre_proposal_commit (proposal, NULL));
      g_assert_true (gyre_graph_read (graph, sum, &value, NULL));
      g_assert_cmpint (value.integer, ==, 0);
      if (round % 100 == 0)
        say (graph, "other", "{first} + {sum}");
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  GThread *threads[THREADS];
  guint told = 0, told_sum = 0;

  say (graph, "first", "0");
  say (graph, "second", "0");
  say (graph, "sum", "{first} + {second}");
  gyre_graph_watch (graph, gyre_graph_find (graph, "first"), on_cell_count, &told);
  gyre_graph_watch (graph, gyre_graph_find (graph, "sum"), on_cell_count, &told_sum);
  for (guint index = 0; index < THREADS; index++)
    threads[index] = g_thread_new ("graph", work, graph);
  for (guint index = 0; index < THREADS; index++)
    g_thread_join (threads[index]);
  g_assert_cmpuint (told, >=, ROUNDS - 1);
  g_assert_cmpuint (told_sum, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/components/store/graph/value-follows-what-it-is-made-of", test_follows);
  g_test_add_func ("/components/store/graph/same-name-gives-the-same-cell", test_names);
  g_test_add_func ("/components/store/graph/texts-and-lists-follow-too", test_texts_and_lists);
  g_test_add_func ("/components/store/graph/threads-see-whole-commits-only", test_threads);
  return g_test_run ();
}
