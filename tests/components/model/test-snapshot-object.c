/* test-snapshot-object.c: The objects in a snapshot that are no components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "foreign-fixtures.h"
#include "snapshot-fixtures.h"

#include "gyre-snapshot-private.h"

static void
test_wrapped (void)
{
  TestOpen *root = test_new (TEST_TYPE_OPEN, "lit");
  TestLamp *lamp = g_object_new (TEST_TYPE_LAMP, "power", 60, "colour", "12", NULL);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  GyreComponent *wrapper, *proxy;
  GObject *again;

  test_adopt (root, test_wrap (lamp, "lit-wrapper", FALSE));
  test_adopt (root, test_wrap (lamp, "lit-proxy", TRUE));
  g_object_unref (lamp);
  test_set_text (gyre_component_get_child (GYRE_COMPONENT (root), 0), "note", "mine");
  before = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
  test_delete (root);
  root = test_restore (before, GYRE_SNAPSHOT_PLAIN);
  wrapper = gyre_component_get_child (GYRE_COMPONENT (root), 0);
  proxy = gyre_component_get_child (GYRE_COMPONENT (root), 1);
  again = gyre_wrapper_get_object (GYRE_WRAPPER (wrapper));
  g_assert_true (TEST_IS_LAMP (again));
  g_assert_true (gyre_wrapper_get_object (GYRE_WRAPPER (proxy)) == again);
  g_assert_cmpint (TEST_LAMP (again)->power, ==, 60);
  test_assert_text (wrapper, "colour", "12");
  g_assert_cmpstr (TEST_LAMP (again)->colour, ==, "12");
  test_assert_text (wrapper, "note", "mine");
  test_set_text (proxy, "power", "70");
  g_assert_cmpint (TEST_LAMP (again)->power, ==, 70);
  test_set_text (proxy, "power", "60");
  after = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
  g_assert_true (g_variant_equal (before, after));
  test_delete (root);
}

/* What is configured for the name today goes to the object. */
static void
test_configured (void)
{
  TestLamp *lamp = g_object_new (TEST_TYPE_LAMP, "power", 60, NULL);
  GyreComponent *proxy = test_wrap (lamp, "configured-lamp", TRUE);
  g_autoptr (GVariant) snapshot = test_snapshot (proxy, GYRE_SNAPSHOT_PLAIN);

  g_object_unref (lamp);
  test_delete (proxy);
  test_load ("configured-lamp.power = 80\n");
  proxy = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  g_assert_cmpint (TEST_LAMP (gyre_wrapper_get_object (GYRE_WRAPPER (proxy)))->power, ==, 80);
  test_delete (proxy);
}

typedef struct
{
  GObject parent_instance;

  GObject *friend;
  gpointer secret;
} TestShelf;
typedef GObjectClass TestShelfClass;
static GType test_shelf_get_type (void);
G_DEFINE_TYPE (TestShelf, test_shelf, G_TYPE_OBJECT)

static void
test_shelf_get_property (GObject *object, guint property, GValue *value, GParamSpec *specification)
{
  if (property == 1)
    g_value_set_object (value, ((TestShelf *) object)->friend);
  else
    g_value_set_pointer (value, ((TestShelf *) object)->secret);
}

static void
test_shelf_set_property (GObject *object, guint property, const GValue *value, GParamSpec *specification)
{
  if (property == 1)
    g_set_object (&((TestShelf *) object)->friend, g_value_get_object (value));
  else
    ((TestShelf *) object)->secret = g_value_get_pointer (value);
}

static void
test_shelf_finalize (GObject *object)
{
  g_clear_object (&((TestShelf *) object)->friend);
  G_OBJECT_CLASS (test_shelf_parent_class)->finalize (object);
}

static void
test_shelf_class_init (TestShelfClass *class)
{
  class->get_property = test_shelf_get_property;
  class->set_property = test_shelf_set_property;
  class->finalize = test_shelf_finalize;
  g_object_class_install_property (class, 1, g_param_spec_object ("friend", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READWRITE));
  g_object_class_install_property (class, 2, g_param_spec_pointer ("secret", NULL, NULL, G_PARAM_READWRITE));
}

static void
test_shelf_init (TestShelf *self)
{
}

/* A property can be a component of the tree; what no text can say is refused, with its place. */
static void
test_references (void)
{
  TestShelf *shelf = g_object_new (test_shelf_get_type (), NULL);
  TestOpen *root = test_new (TEST_TYPE_OPEN, NULL);
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  TestShelf *again;

  test_adopt (root, test_wrap (shelf, "shelf", FALSE));
  test_adopt (root, ball);
  g_object_set (shelf, "friend", ball, NULL);
  snapshot = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
  g_object_set (shelf, "friend", NULL, "secret", shelf, NULL);
  g_assert_null (gyre_component_take_snapshot (GYRE_COMPONENT (root), GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, "gyre.wrapper#shelf.secret");
  g_object_unref (shelf);
  test_delete (root);
  root = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  again = (TestShelf *) gyre_wrapper_get_object (GYRE_WRAPPER (gyre_component_get_child (GYRE_COMPONENT (root), 0)));
  g_assert_true (again->friend == G_OBJECT (gyre_component_get_child (GYRE_COMPONENT (root), 1)));
  test_delete (root);
}

static void
assert_refused (const char *objects, int code, const char *text)
{
  g_autofree char *all = g_strdup_printf ("(2, [(-1, true, 'gyre.wrapper', 'wrong-lamp', [], []), (0, true, 'test.open', '', [], [])], [], %s, [], [])",
                                          objects);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) snapshot = g_variant_parse (G_VARIANT_TYPE (GYRE_SNAPSHOT_TYPE), all, NULL, NULL, &error);
  g_autoptr (GObject) left = NULL;

  g_assert_no_error (error);
  g_assert_null (gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, code, text);
  left = gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_default ()), "wrong-lamp");
  g_assert_null (left);
}

static void
test_mistakes (void)
{
  g_autoptr (TestLamp) lamp = g_object_new (TEST_TYPE_LAMP, NULL);

  g_object_unref (g_object_new (test_shelf_get_type (), NULL));
  test_delete (test_new (TEST_TYPE_OPEN, NULL));
  test_delete (test_wrap (lamp, NULL, FALSE));
  assert_refused ("[([7], 'TestLamp', [])]", GYRE_SNAPSHOT_ERROR_FORMAT, "component 7: an object is for it, and it is not there");
  assert_refused ("[([1], 'TestLamp', [])]", GYRE_SNAPSHOT_ERROR_FORMAT, "component 1 (test.open): an object is for it, and it is no wrapper");
  assert_refused ("[([0], 'TestLamp', []), ([0], 'TestLamp', [])]", GYRE_SNAPSHOT_ERROR_FORMAT, "two objects");
  assert_refused ("[([0], 'TestLump', [])]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "component 0 (gyre.wrapper#wrong-lamp): 'TestLump'");
  assert_refused ("[([0], 'TestOpen', [])]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "'TestOpen'");
  assert_refused ("[([0], 'TestLamp', [('pawer', <'3'>)])]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "no property 'pawer'");
  assert_refused ("[([0], 'TestLamp', [('n-blinks', <'3'>)])]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "n-blinks");
  assert_refused ("[([0], 'TestLamp', [('power', <'300'>)])]", GYRE_SNAPSHOT_ERROR_VALUE, "power: must be");
  assert_refused ("[([0], 'TestLamp', [('power', <uint32 1>)])]", GYRE_SNAPSHOT_ERROR_FORMAT, "power: must be a text");
  assert_refused ("[([0], 'TestLamp', [('power', <3>)])]", GYRE_SNAPSHOT_ERROR_FORMAT, "power");
  assert_refused ("[([0], 'TestShelf', [('friend', <uint32 9>)])]", GYRE_SNAPSHOT_ERROR_FORMAT, "no component 9");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/snapshot-object/wrapped-object-comes-back-with-its-properties", test_wrapped);
  g_test_add_func ("/model/snapshot-object/proxy-passes-on-what-is-configured-today", test_configured);
  g_test_add_func ("/model/snapshot-object/property-can-be-a-component-of-the-tree", test_references);
  g_test_add_func ("/model/snapshot-object/mistake-is-told-with-its-place-and-leaves-nothing", test_mistakes);
  return g_test_run ();
}
