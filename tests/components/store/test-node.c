/* test-node.c: Dotted names as a tree of numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-node-private.h"

#include <string.h>

static guint32
add (GyreNodes *nodes, const char *path)
{
  return gyre_nodes_add (nodes, GYRE_NODE_ROOT, path, strlen (path));
}

static void
test_same_path (void)
{
  GyreNodes nodes;
  guint32 radius;
  g_autoptr (GString) text = g_string_new (NULL);

  gyre_nodes_init (&nodes);
  radius = add (&nodes, "gauss.ball.radius");
  g_assert_cmpuint (add (&nodes, "gauss.ball.radius"), ==, radius);
  g_assert_cmpuint (gyre_nodes_add (&nodes, add (&nodes, "gauss"), "ball.radius", 11), ==, radius);
  g_assert_cmpuint (gyre_nodes_find (&nodes, GYRE_NODE_ROOT, "gauss.ball.center", 17), ==, GYRE_NODE_NONE);
  gyre_nodes_append_name (&nodes, radius, text);
  g_assert_cmpstr (text->str, ==, "gauss.ball.radius");
  gyre_nodes_clear (&nodes);
}

static void
test_hidden_until_shown (void)
{
  GyreNodes nodes;
  guint32 first, second, parent;

  gyre_nodes_init (&nodes);
  first = add (&nodes, "a.x");
  second = add (&nodes, "a.y");
  parent = add (&nodes, "a");
  g_assert_cmpuint (gyre_nodes_get_first (&nodes, GYRE_NODE_ROOT), ==, 0);
  gyre_nodes_show (&nodes, second);
  g_assert_cmpuint (gyre_nodes_get_first (&nodes, GYRE_NODE_ROOT), ==, parent);
  gyre_nodes_show (&nodes, first);
  gyre_nodes_show (&nodes, second);
  g_assert_cmpuint (gyre_nodes_get_first (&nodes, parent), ==, second);
  g_assert_cmpuint (gyre_nodes_get_next (&nodes, second), ==, first);
  g_assert_cmpuint (gyre_nodes_get_next (&nodes, first), ==, 0);
  gyre_nodes_clear (&nodes);
}

static void
test_many_children (void)
{
  GyreNodes nodes;
  guint32 numbers[3000];
  char name[16];

  gyre_nodes_init (&nodes);
  for (guint index = 0; index < G_N_ELEMENTS (numbers); index++)
    {
      g_snprintf (name, sizeof name, "p%u.n%u", index % 3, index);
      numbers[index] = add (&nodes, name);
    }
  for (guint index = 0; index < G_N_ELEMENTS (numbers); index++)
    {
      g_snprintf (name, sizeof name, "p%u.n%u", index % 3, index);
      g_assert_cmpuint (add (&nodes, name), ==, numbers[index]);
      g_snprintf (name, sizeof name, "p%u.n%u", (index + 1) % 3, index);
      g_assert_cmpuint (gyre_nodes_find (&nodes, GYRE_NODE_ROOT, name, strlen (name)), ==, GYRE_NODE_NONE);
    }
  gyre_nodes_clear (&nodes);
}

static void
test_deep_name (void)
{
  GyreNodes nodes;
  g_autoptr (GString) path = g_string_new ("a");
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 node;

  gyre_nodes_init (&nodes);
  for (guint depth = 1; depth < 200000; depth++)
    g_string_append (path, ".a");
  node = gyre_nodes_add (&nodes, GYRE_NODE_ROOT, path->str, path->len);
  gyre_nodes_show (&nodes, node);
  gyre_nodes_append_name (&nodes, node, text);
  g_assert_true (g_string_equal (path, text));
  gyre_nodes_clear (&nodes);
}

static void
test_alias_of_ancestor (void)
{
  GyreNodes nodes;
  guint32 leaf;

  gyre_nodes_init (&nodes);
  leaf = add (&nodes, "old.x");
  g_assert_true (gyre_nodes_merge (&nodes, add (&nodes, "old"), add (&nodes, "new")));
  g_assert_cmpuint (gyre_nodes_resolve (&nodes, leaf), ==, add (&nodes, "new.x"));
  g_assert_cmpuint (add (&nodes, "old.y"), ==, add (&nodes, "new.y"));
  g_assert_true (gyre_nodes_merge (&nodes, add (&nodes, "new"), add (&nodes, "newest")));
  g_assert_cmpuint (gyre_nodes_resolve (&nodes, leaf), ==, add (&nodes, "newest.x"));
  gyre_nodes_clear (&nodes);
}

static void
test_no_loop (void)
{
  GyreNodes nodes;

  gyre_nodes_init (&nodes);
  gyre_nodes_show (&nodes, add (&nodes, "a.b.c"));
  g_assert_false (gyre_nodes_merge (&nodes, add (&nodes, "a"), add (&nodes, "a.b")));
  g_assert_false (gyre_nodes_merge (&nodes, add (&nodes, "a.b"), add (&nodes, "a")));
  g_assert_true (gyre_nodes_merge (&nodes, add (&nodes, "t.b"), add (&nodes, "a.b")));
  g_assert_false (gyre_nodes_merge (&nodes, add (&nodes, "a"), add (&nodes, "t")));
  g_assert_cmpuint (nodes.aliases, ==, 1);
  gyre_nodes_clear (&nodes);
}

/* Children are added to many parents in turns: what is remembered of one must not be taken for another. */
static void
test_turns (void)
{
  GyreNodes nodes;
  guint32 found[40][70] = { { 0 } };

  gyre_nodes_init (&nodes);
  for (guint round = 0; round < 20000; round++)
    {
      guint parent = g_test_rand_int_range (0, 40), child = g_test_rand_int_range (0, 70);
      g_autofree char *name = g_strdup_printf ("p%u.c%u", parent, child);
      guint32 node = gyre_nodes_find (&nodes, GYRE_NODE_ROOT, name, strlen (name));

      g_assert_cmpuint (node, ==, found[parent][child]);
      found[parent][child] = gyre_nodes_add (&nodes, GYRE_NODE_ROOT, name, strlen (name));
      g_assert_true (node == 0 || node == found[parent][child]);
    }
  gyre_nodes_clear (&nodes);
}

static void
test_hide (void)
{
  GyreNodes nodes;
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 deep, other;

  gyre_nodes_init (&nodes);
  deep = gyre_nodes_add (&nodes, GYRE_NODE_ROOT, "a.b.c", 5);
  other = gyre_nodes_add (&nodes, GYRE_NODE_ROOT, "a.d", 3);
  gyre_nodes_show (&nodes, deep);
  gyre_nodes_show (&nodes, other);
  g_array_append_val (empty, deep);
  gyre_nodes_hide (&nodes, empty);
  g_assert_false (gyre_nodes_get (&nodes, deep)->shown);
  g_assert_cmpuint (gyre_nodes_get_first (&nodes, GYRE_NODE_ROOT), ==, 0);
  gyre_nodes_show (&nodes, deep);
  g_assert_cmpuint (gyre_nodes_get_first (&nodes, GYRE_NODE_ROOT), !=, 0);
  gyre_nodes_clear (&nodes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/node/same-path-leads-to-the-same-number", test_same_path);
  g_test_add_func ("/store/node/hidden-until-shown-then-in-that-order", test_hidden_until_shown);
  g_test_add_func ("/store/node/many-children-are-told-apart", test_many_children);
  g_test_add_func ("/store/node/any-depth-needs-no-stack", test_deep_name);
  g_test_add_func ("/store/node/alias-moves-what-is-below", test_alias_of_ancestor);
  g_test_add_func ("/store/node/alias-that-leads-into-itself-is-refused", test_no_loop);
  g_test_add_func ("/store/node/children-of-many-parents-come-in-turns", test_turns);
  g_test_add_func ("/store/node/what-is-empty-is-hidden-with-what-is-above", test_hide);
  return g_test_run ();
}
