/* test-resolution.c: From the text that says a component to the component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-resolution-private.h"

/* A class without a family, which is known by the name of its type. */
typedef struct { GyreComponent parent_instance; } TestNameless;
typedef struct { GyreComponentClass parent_class; } TestNamelessClass;

GYRE_DEFINE_COMPONENT (TestNameless, test_nameless, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS ())

/* An interface that suggests nothing. */
typedef struct _TestTool TestTool;
typedef struct { GTypeInterface parent_interface; } TestToolInterface;

GYRE_DEFINE_INTERFACE (TestTool, test_tool, GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.tools")

static GObject *
resolve (const char *text, GType type, GError **error)
{
  return gyre_resolution_run (gyre_executive_get_default (), text, type, NULL, NULL, NULL, error);
}

static void
assert_resolves (const char *text, GType type, GType expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) object = resolve (text, type, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (object), ==, g_type_name (expected));
}

static void
assert_refused (const char *text, GType type, int code, const char *first, const char *second)
{
  g_autoptr (GError) error = NULL;
  GObject *object = resolve (text, type, &error);

  g_assert_null (object);
  test_assert_error (error, GYRE_COMPONENT_ERROR, code, first, second);
}

static void
test_short_name (void)
{
  assert_resolves ("ball", TEST_TYPE_SHAPE, TEST_TYPE_BALL);
  assert_resolves ("box", TEST_TYPE_SHAPE, TEST_TYPE_BOX);
  assert_resolves ("test.shapes.box", TEST_TYPE_SHAPE, TEST_TYPE_BOX);
  assert_resolves ("test.quiet", TEST_TYPE_SHAPE, TEST_TYPE_QUIET);
  /* What asks for a class is served from the folder of its family. */
  assert_resolves ("ball", TEST_TYPE_BALL, TEST_TYPE_BALL);
  assert_refused ("ball", G_TYPE_INVALID, GYRE_COMPONENT_ERROR_UNKNOWN, "ball", "'ball'");
}

static void
test_interface (void)
{
  assert_resolves ("test.shapes", TEST_TYPE_SHAPE, TEST_TYPE_BALL);
  assert_resolves ("test.shapes", G_TYPE_INVALID, TEST_TYPE_BALL);
  assert_refused ("test.tools", G_TYPE_INVALID, GYRE_COMPONENT_ERROR_UNKNOWN, "test.tools", "without a default");
}

static void
test_type_name (void)
{
  assert_resolves ("TestNameless", G_TYPE_INVALID, test_nameless_get_type ());
  assert_refused ("TestNamelessOnes", G_TYPE_INVALID, GYRE_COMPONENT_ERROR_UNKNOWN, "TestNamelessOnes", "TestNamelessOnes");
}

static void
test_names (void)
{
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, "resolved");
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) by_name = resolve ("#resolved", TEST_TYPE_SHAPE, &error);
  g_autoptr (GObject) by_both = resolve ("box#resolved", TEST_TYPE_SHAPE, &error);
  g_autoptr (GObject) fresh = resolve ("#resolved-fresh", TEST_TYPE_SHAPE, &error);

  g_assert_no_error (error);
  g_assert_true (by_name == G_OBJECT (box));
  g_assert_true (by_both == G_OBJECT (box));
  g_assert_true (TEST_IS_BALL (fresh));
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (fresh)), ==, "resolved-fresh");
}

static void
test_defaults (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("wanted.txt", 3, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) family = NULL;
  g_autoptr (GObject) name = NULL;
  g_autoptr (GObject) own_name = NULL;
  g_autoptr (GyreLocator) place = NULL;
  g_autofree char *text = NULL;
  GyreExecutive *executive = gyre_executive_get_default ();

  family = gyre_resolution_run (executive, "#said", TEST_TYPE_SHAPE, "test.shapes.box", "unsaid", locator, &error);
  name = gyre_resolution_run (executive, "ball", TEST_TYPE_SHAPE, "test.shapes.box", "unsaid", locator, &error);
  own_name = gyre_resolution_run (executive, "ball#own", TEST_TYPE_SHAPE, NULL, "unsaid-too", locator, &error);
  g_assert_no_error (error);
  g_assert_true (TEST_IS_BOX (family));
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (family)), ==, "said");
  g_assert_true (TEST_IS_BALL (name));
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (name)), ==, "unsaid");
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (own_name)), ==, "own");
  place = gyre_component_dup_locator (GYRE_COMPONENT (name));
  text = gyre_locator_to_string (place);
  g_assert_cmpstr (text, ==, "wanted.txt:3:1");
}

static void
test_errors (void)
{
  g_autoptr (TestStone) stone = test_new (TEST_TYPE_STONE, "unfit");

  g_assert_cmpint (stone->weight, ==, 5);
  assert_refused ("bal", TEST_TYPE_SHAPE, GYRE_COMPONENT_ERROR_UNKNOWN, "'bal'", "did you mean 'ball'?");
  assert_refused ("test.shapes.bxo", TEST_TYPE_SHAPE, GYRE_COMPONENT_ERROR_UNKNOWN, "test.shapes.bxo", "did you mean 'test.shapes.box'?");
  assert_refused ("test.stone", TEST_TYPE_SHAPE, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "test.stone", "measure");
  assert_refused ("#unfit", TEST_TYPE_SHAPE, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "test.stone", "measure");
  assert_refused ("test.shapes.box", TEST_TYPE_BALL, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "test.shapes.ball", "test.shapes.box");
  assert_refused ("#unfit", TEST_TYPE_BALL, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "TestBall", "TestStone");
  assert_refused ("box#unfit", TEST_TYPE_SHAPE, GYRE_COMPONENT_ERROR_NAME, "'unfit'", "test.stone");
  assert_refused ("#nobody-at-all", G_TYPE_INVALID, GYRE_COMPONENT_ERROR_UNKNOWN, "'nobody-at-all'", "of what class");
  assert_refused ("#unfti", G_TYPE_INVALID, GYRE_COMPONENT_ERROR_UNKNOWN, "'unfti'", "'unfit'");
}

static void
test_check (void)
{
  GyreExecutive *executive = gyre_executive_get_default ();
  const char *wrong[] = { "", " ", "#", "a..b", "a#", "a#b..c", ".a" };
  g_autofree char *family = NULL;
  g_autofree char *name = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (wrong); index++)
    {
      char *no_family = NULL, *no_name = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (gyre_resolution_check (executive, wrong[index], &no_family, &no_name, &error));
      test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_SPECIFICATION, wrong[index], "family#name");
      g_assert_null (no_family);
      g_assert_null (no_name);
    }
  g_assert_true (gyre_resolution_check (executive, " a.b # c.d ", &family, &name, NULL));
  g_assert_cmpstr (family, ==, "a.b");
  g_assert_cmpstr (name, ==, "c.d");
}

/* Finding a class builds nothing. */
static void
test_find_class (void)
{
  g_autoptr (GPtrArray) before = gyre_actor_get_extent (gyre_actor_get (TEST_TYPE_BALL));
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  GyreActor *actor = gyre_resolution_find_class (gyre_executive_get_default (), "ball", TEST_TYPE_SHAPE, &error);

  g_assert_no_error (error);
  g_assert_true (actor == gyre_actor_get (TEST_TYPE_BALL));
  after = gyre_actor_get_extent (actor);
  g_assert_cmpuint (after->len, ==, before->len);
  actor = gyre_resolution_find_class (gyre_executive_get_default (), "stone", TEST_TYPE_SHAPE, &error);
  g_assert_null (actor);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "stone");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gyre_executive_get_default ();
  gyre_module_mention (TEST_TYPE_BALL);
  gyre_module_mention (TEST_TYPE_BOX);
  gyre_module_mention (TEST_TYPE_QUIET);
  gyre_module_mention (TEST_TYPE_SHAPE);
  gyre_module_mention (test_nameless_get_type ());
  gyre_module_mention (test_tool_get_type ());
  g_test_add_func ("/model/resolution/a-short-name-is-relative-to-the-family-of-what-is-asked-for", test_short_name);
  g_test_add_func ("/model/resolution/family-of-an-interface-is-its-default", test_interface);
  g_test_add_func ("/model/resolution/a-class-without-a-family-is-known-by-its-type", test_type_name);
  g_test_add_func ("/model/resolution/a-name-is-the-living-instance-or-a-new-one", test_names);
  g_test_add_func ("/model/resolution/what-the-text-leaves-open-is-filled-in", test_defaults);
  g_test_add_func ("/model/resolution/what-is-wrong-is-told-with-a-suggestion", test_errors);
  g_test_add_func ("/model/resolution/a-text-that-says-no-component-is-refused", test_check);
  g_test_add_func ("/model/resolution/a-class-is-found-without-building", test_find_class);
  return g_test_run ();
}
