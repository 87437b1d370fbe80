/* test-tree.c: Parents and children, holders and members
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

static GyreComponent *
create (GyreComponent *parent, GType type, const char *name)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *child = gyre_component_create (parent, type, name, &error, NULL);

  g_assert_no_error (error);
  g_assert_true (gyre_component_get_parent (child) == parent);
  return child;
}

static void
test_create_adopts (void)
{
  g_autoptr (GyreComponent) parent = test_new (TEST_TYPE_STONE, "nest");
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) known = test_new (TEST_TYPE_BOX, NULL);
  GyreComponent *ball = gyre_component_create (parent, TEST_TYPE_BALL, "nest.egg", &error, "radius", 3.0, NULL);
  GyreComponent *box = gyre_component_create_family (parent, "test.shapes.box", NULL, &error, "side", 4, NULL);
  GyreComponent *said = gyre_component_create_specification (parent, "test.shapes.ball#said", &error);

  g_assert_no_error (error);
  test_assert_text (ball, "radius", "3");
  test_assert_text (box, "side", "4");
  g_assert_cmpstr (gyre_component_get_name (said), ==, "said");
  g_assert_cmpuint (gyre_component_count_children (parent), ==, 3);
  g_assert_true (gyre_component_get_child (parent, 0) == ball);
  g_assert_true (gyre_component_get_child (parent, 1) == box);
  g_assert_true (gyre_component_get_child (parent, 2) == said);
  g_assert_null (gyre_component_get_child (parent, 3));
}

static void
test_failed_create_leaves_nothing (void)
{
  g_autoptr (GyreComponent) parent = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_component_create (parent, TEST_TYPE_BALL, "bad.egg", &error, "radius", -1.0, NULL));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION);
  g_assert_cmpuint (gyre_component_count_children (parent), ==, 0);
  g_assert_null (gyre_executive_find_component (gyre_executive_get_current (), "bad.egg"));
}

static void
test_by_class (void)
{
  g_autoptr (GyreComponent) parent = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *ball = create (parent, TEST_TYPE_BALL, NULL);
  g_autoptr (GPtrArray) all = NULL, balls = NULL, shapes = NULL;

  create (parent, TEST_TYPE_BOX, NULL);
  all = gyre_component_list_children (parent, G_TYPE_INVALID);
  balls = gyre_component_list_children (parent, TEST_TYPE_BALL);
  shapes = gyre_component_list_children (parent, TEST_TYPE_SHAPE);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (shapes->len, ==, 2);
  g_assert_cmpuint (balls->len, ==, 1);
  g_assert_true (balls->pdata[0] == ball);
}

static void
test_parent_owns (void)
{
  GyreComponent *parent = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *child = create (parent, TEST_TYPE_BALL, NULL);
  g_autoptr (GyreComponent) kept = g_object_ref (create (parent, TEST_TYPE_BALL, NULL));

  g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  g_object_unref (parent);
  g_assert_null (child);
  g_assert_null (gyre_component_get_parent (kept));
  g_assert_false (gyre_component_is_deleted (kept));
}

#define assert_refused(expression, ...) \
  do \
    { \
      g_autoptr (GError) error = NULL; \
      g_assert_false (expression); \
      test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_TREE, __VA_ARGS__); \
    } \
  while (FALSE)

static void
test_one_parent (void)
{
  g_autoptr (GyreComponent) first = test_new (TEST_TYPE_STONE, "first");
  g_autoptr (GyreComponent) second = test_new (TEST_TYPE_STONE, "second");
  g_autoptr (GyreComponent) child = test_new (TEST_TYPE_BALL, "child");

  g_assert_true (gyre_component_adopt (first, child, NULL));
  assert_refused (gyre_component_adopt (first, child, &error), "first, child", "parent already");
  assert_refused (gyre_component_adopt (second, child, &error), "second, child", "child of first");
  assert_refused (gyre_component_release (second, child, &error), "no child");
  g_assert_true (gyre_component_release (first, child, NULL));
  assert_refused (gyre_component_release (first, child, &error), "no child");
  g_assert_true (gyre_component_adopt (second, child, NULL));
}

static void
test_no_circle (void)
{
  g_autoptr (GyreComponent) first = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *second = create (first, TEST_TYPE_STONE, NULL);
  GyreComponent *third = create (second, TEST_TYPE_STONE, NULL);

  assert_refused (gyre_component_adopt (third, first, &error), "own descendant");
  assert_refused (gyre_component_adopt (first, first, &error), "itself");
  assert_refused (gyre_component_add (first, first, &error), "itself");
}

static void
test_several_holders (void)
{
  g_autoptr (GyreComponent) one = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *other = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GPtrArray) holders = NULL, members = NULL;

  g_assert_true (gyre_component_add (one, ball, NULL));
  g_assert_true (gyre_component_add (other, ball, NULL));
  assert_refused (gyre_component_add (one, ball, &error), "already");
  holders = gyre_component_list_holders (ball);
  g_assert_cmpuint (holders->len, ==, 2);
  g_clear_pointer (&holders, g_ptr_array_unref);
  members = gyre_component_list_members (one, G_TYPE_INVALID);
  g_assert_cmpuint (members->len, ==, 1);
  g_object_unref (other);
  g_assert_true (gyre_component_remove (one, ball, NULL));
  assert_refused (gyre_component_remove (one, ball, &error), "no member");
  g_assert_cmpuint (gyre_component_count_members (one), ==, 0);
  holders = gyre_component_list_holders (ball);
  g_assert_cmpuint (holders->len, ==, 0);
}

static void
test_family_tree (void)
{
  g_autoptr (GyreComponent) root = test_new (TEST_TYPE_STONE, "root");
  GyreComponent *left = create (root, TEST_TYPE_STONE, "left");
  g_autoptr (GVariant) tree = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) list = NULL;

  create (root, TEST_TYPE_BALL, "right");
  create (left, TEST_TYPE_BALL, "leaf");
  tree = gyre_component_describe_family_tree (root);
  text = g_variant_print (tree, FALSE);
  g_assert_cmpstr (text, ==, "[('root', 'TestStone', 0), ('left', 'TestStone', 1), ('leaf', 'TestBall', 2), ('right', 'TestBall', 1)]");
  list = gyre_component_list_family_tree (left);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (list->pdata[0] == left);
}

static void
test_executives_do_not_mix (void)
{
  g_autoptr (GyreExecutive) other = gyre_executive_new ();
  g_autoptr (GyreComponent) here = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GyreComponent) there = NULL;
  GyreComponent *child;

  gyre_executive_push (other);
  there = test_new (TEST_TYPE_STONE, NULL);
  gyre_executive_pop (other);
  assert_refused (gyre_component_adopt (here, there, &error), "one executive");
  child = create (there, TEST_TYPE_BALL, NULL);
  g_assert_true (gyre_component_get_executive (child) == other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/tree/create-builds-and-adopts", test_create_adopts);
  g_test_add_func ("/model/tree/failed-create-leaves-nothing", test_failed_create_leaves_nothing);
  g_test_add_func ("/model/tree/children-are-listed-by-class", test_by_class);
  g_test_add_func ("/model/tree/parent-keeps-its-children-alive-and-lets-them-go", test_parent_owns);
  g_test_add_func ("/model/tree/component-has-one-parent", test_one_parent);
  g_test_add_func ("/model/tree/nothing-is-its-own-ancestor", test_no_circle);
  g_test_add_func ("/model/tree/component-stands-in-several-holders-once-in-each", test_several_holders);
  g_test_add_func ("/model/tree/family-tree-lists-each-with-its-depth", test_family_tree);
  g_test_add_func ("/model/tree/executives-do-not-mix", test_executives_do_not_mix);
  return g_test_run ();
}
