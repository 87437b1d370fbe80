/* test-facility-container.c: Several facilities in one trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#define TEST_TYPE_CROWD (test_crowd_get_type ())
G_DECLARE_FINAL_TYPE (TestCrowd, test_crowd, TEST, CROWD, GyreComponent)

struct _TestCrowd
{
  GyreComponent parent_instance;

  GyreList *parts;
  GyreMapping *tools;
  GyreList *grid;
  GyreList *range;
  GyreList *flavours;
  GyreMapping *weights;
  GyreMapping *groups;
  GyreList *words;
};

GYRE_DEFINE_COMPONENT (TestCrowd, test_crowd, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_facilities (parts, test_shape, "()"),
    gyre_facility_mapping (tools, test_shape, "(first: test.shapes.box)", .nullable = TRUE),
    gyre_list (grid, GYRE_LIST_OF (GYRE_OF (real, .minimum = 0)), "()"),
    gyre_tuple (range, (real, GYRE_OF (real, .nullable = TRUE)), "(0, none)"),
    gyre_set (flavours, string, "(sweet)", .constraints = GYRE_NOT_EMPTY),
    gyre_mapping (weights, real, "(a: 1)", .minimum = 0),
    gyre_catalog (groups, string, "(all: (a, b))"),
    gyre_strings (words, "(x)", .like = "[a-z]+")),
  GYRE_BEHAVIORS (),
  .family = "test.crowd")

static GyreComponent *
get (GyreList *list, guint index)
{
  return GYRE_COMPONENT (gyre_list_get_object (list, index));
}

static void
test_build (void)
{
  g_autoptr (TestBox) living = test_new (TEST_TYPE_BOX, "crowd-living");
  g_autoptr (TestCrowd) crowd = test_new (TEST_TYPE_CROWD, "crowd-a");
  g_autoptr (GError) error = NULL;
  GyreList *parts;

  test_set_text (crowd, "parts", "(test.shapes.ball, test.shapes.box, #crowd-living, test.shapes.ball#crowd-own)");
  parts = test_crowd_get_parts (crowd, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gyre_list_get_length (parts), ==, 4);
  g_assert_cmpstr (gyre_component_get_name (get (parts, 0)), ==, "crowd-a.parts.0");
  g_assert_true (TEST_IS_BOX (get (parts, 1)));
  g_assert_true ((gpointer) get (parts, 2) == living);
  g_assert_cmpstr (gyre_component_get_name (get (parts, 3)), ==, "crowd-own");
  g_assert_true (test_crowd_get_parts (crowd, NULL) == parts);
  test_assert_text (crowd, "parts", "(test.shapes.ball#crowd-a.parts.0, test.shapes.box#crowd-a.parts.1, test.shapes.box#crowd-living, test.shapes.ball#crowd-own)");
}

static void
test_entries (void)
{
  g_autoptr (TestCrowd) crowd = test_new (TEST_TYPE_CROWD, "crowd-b");
  g_autoptr (GError) error = NULL;
  GyreMapping *tools;

  test_set_text (crowd, "tools", "(left: test.shapes.ball, right: test.shapes.box)");
  tools = test_crowd_get_tools (crowd, &error);
  g_assert_no_error (error);
  g_assert_true (TEST_IS_BOX (gyre_mapping_get_object (tools, "right")));
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (gyre_mapping_get_object (tools, "left"))), ==, "crowd-b.tools.left");
}

/* A text is checked when it is set; what a class has as its default, when somebody asks for it. */
static void
test_mistakes (void)
{
  g_autoptr (TestCrowd) crowd = NULL;
  g_autoptr (GError) error = NULL;

  test_load ("crowd-c.words = (a)\n");
  crowd = test_new (TEST_TYPE_CROWD, "crowd-c");
  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (crowd), "parts", "(test.shapes.ball, test.stone)", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "crowd-c.parts: [1]: ");
  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (crowd), "tools", "(a: test.shapes.bal)", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "crowd-c.tools: [a]: ");
  test_set_text (crowd, "parts", "(test.shapes.ball, \"#crowd-c-nobody\")");
  g_assert_nonnull (test_crowd_get_parts (crowd, NULL));
  test_assert_text (crowd, "words", "(a)");
}

static void
test_unresolvable (void)
{
  g_autoptr (TestCrowd) crowd = test_new (TEST_TYPE_CROWD, "crowd-d");
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a.pfg", 3, 5);
  g_autoptr (GObject) box = NULL;
  g_autoptr (GError) error = NULL;

  box = test_new (TEST_TYPE_BOX, "crowd-d-box");
  g_assert_true (gyre_component_set_text_from (GYRE_COMPONENT (crowd), "parts", "(test.shapes.ball, #crowd-d-box)",
                                               GYRE_CATEGORY_USER, locator, NULL));
  g_clear_object (&box);
  box = test_new (TEST_TYPE_STONE, "crowd-d-box");
  g_assert_null (test_crowd_get_parts (crowd, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "crowd-d.parts: [1] (a.pfg:3:5): ");
  g_assert_null (gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_default ()), "crowd-d.parts.0"));
  test_assert_text (crowd, "parts", "(test.shapes.ball, #crowd-d-box)");
}

static void
test_objects (void)
{
  g_autoptr (TestCrowd) crowd = test_new (TEST_TYPE_CROWD, "crowd-e");
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "crowd-e-ball");
  g_autoptr (TestStone) stone = test_new (TEST_TYPE_STONE, NULL);
  GObject *good[] = { G_OBJECT (ball) };
  GObject *bad[] = { G_OBJECT (ball), G_OBJECT (stone) };
  g_autoptr (GyreList) right = gyre_list_new_of_objects (good, 1);
  g_autoptr (GyreList) wrong = gyre_list_new_of_objects (bad, 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (test_crowd_set_parts (crowd, right, &error));
  g_assert_true ((gpointer) get (test_crowd_get_parts (crowd, NULL), 0) == ball);
  g_assert_false (test_crowd_set_parts (crowd, wrong, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "crowd-e.parts: [1]: ");
  g_assert_true ((gpointer) get (test_crowd_get_parts (crowd, NULL), 0) == ball);
}

static void
test_names (void)
{
  g_autoptr (TestCrowd) crowd = test_new (TEST_TYPE_CROWD, "crowd-f");
  g_autoptr (GObject) kept = NULL;

  test_set_text (crowd, "parts", "(test.shapes.ball)");
  kept = g_object_ref (G_OBJECT (get (test_crowd_get_parts (crowd, NULL), 0)));
  test_set_text (crowd, "parts", "(test.shapes.ball, test.shapes.ball)");
  g_assert_cmpstr (gyre_component_get_name (get (test_crowd_get_parts (crowd, NULL), 0)), ==, "crowd-f.parts.0");
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (kept)));
}

static void
test_end (void)
{
  TestCrowd *crowd = test_new (TEST_TYPE_CROWD, "crowd-g");
  gpointer part;

  test_set_text (crowd, "parts", "(test.shapes.ball)");
  part = get (test_crowd_get_parts (crowd, NULL), 0);
  g_object_add_weak_pointer (part, &part);
  g_object_unref (crowd);
  g_assert_null (part);
}

static void
test_values (void)
{
  g_autoptr (TestCrowd) crowd = test_new (TEST_TYPE_CROWD, "crowd-h");
  g_autoptr (GError) error = NULL;

  test_set_text (crowd, "grid", "(1, 2), (3)");
  g_assert_cmpfloat (gyre_list_get_real (gyre_list_get_list (test_crowd_get_grid (crowd), 1), 0), ==, 3);
  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (crowd), "grid", "(1), (2), (3, -1)", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "crowd-h.grid: [2][1]: must be at least 0, is -1");
  test_set_text (crowd, "flavours", "(sour, sweet, sour)");
  test_assert_text (crowd, "flavours", "(sour, sweet)");
  test_assert_text (crowd, "range", "(0, none)");
  test_assert_text (crowd, "groups", "(all: (a, b))");
  g_assert_cmpfloat (gyre_mapping_get_real (test_crowd_get_weights (crowd), "a"), ==, 1);
  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (crowd), "weights", "(a: -1)", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "[a]: must be at least 0, is -1");
  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (crowd), "words", "(a, B)", &error));
}

static void
test_setters (void)
{
  g_autoptr (TestCrowd) crowd = test_new (TEST_TYPE_CROWD, "crowd-i");
  g_autoptr (GyreMapping) weights = gyre_mapping_with (test_crowd_get_weights (crowd), "b", (GyreValue) { .present = TRUE, .real = 2 });
  g_autoptr (GyreMapping) wrong = gyre_mapping_with (weights, "c", (GyreValue) { .present = TRUE, .real = -2 });
  g_autoptr (GyreMapping) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (test_crowd_set_weights (crowd, weights, NULL));
  g_assert_true (test_crowd_get_weights (crowd) == weights);
  g_assert_false (test_crowd_set_weights (crowd, wrong, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "[c]: must be at least 0, is -2");
  g_object_get (crowd, "weights", &read, NULL);
  g_assert_true (read == weights);
}

/* A part is an instance with a name, of which settings can speak. */
static void
test_settings (void)
{
  g_autoptr (TestCrowd) crowd = NULL;
  g_autoptr (GError) error = NULL;

  test_load ("crowd-j.parts = (test.shapes.ball, test.shapes.ball)\n"
             "crowd-j.parts.1.radius = 4\n");
  crowd = test_new (TEST_TYPE_CROWD, "crowd-j");
  g_assert_cmpfloat (TEST_BALL (get (test_crowd_get_parts (crowd, &error), 1))->radius, ==, 4);
  test_load ("crowd-j.parts.1.radius = 5\n");
  g_assert_cmpfloat (TEST_BALL (get (test_crowd_get_parts (crowd, &error), 1))->radius, ==, 5);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_type_class_unref (g_type_class_ref (TEST_TYPE_BALL));
  g_type_class_unref (g_type_class_ref (TEST_TYPE_BOX));
  g_type_class_unref (g_type_class_ref (TEST_TYPE_STONE));
  g_test_add_func ("/components/model/facility-container/list-is-built-when-it-is-read", test_build);
  g_test_add_func ("/components/model/facility-container/entries-are-named-by-their-keys", test_entries);
  g_test_add_func ("/components/model/facility-container/mistake-is-told-by-its-index-or-key-when-it-is-said", test_mistakes);
  g_test_add_func ("/components/model/facility-container/part-that-cannot-be-had-is-told-with-its-place-and-nothing-is-built", test_unresolvable);
  g_test_add_func ("/components/model/facility-container/code-sets-objects", test_objects);
  g_test_add_func ("/components/model/facility-container/part-that-goes-gives-its-name-back", test_names);
  g_test_add_func ("/components/model/facility-container/parts-end-with-their-host", test_end);
  g_test_add_func ("/components/model/facility-container/settings-speak-of-a-part-by-its-name", test_settings);
  g_test_add_func ("/components/model/facility-container/table-declares-every-container", test_values);
  g_test_add_func ("/components/model/facility-container/accessor-sets-a-mapping", test_setters);
  return g_test_run ();
}
