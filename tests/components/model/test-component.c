/* test-component.c: The root of all component classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

typedef enum { TEST_COLOUR_RED, TEST_COLOUR_BLUE } TestColour;

static GType
test_colour_get_type (void)
{
  static GType type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue words[] = {
        { TEST_COLOUR_RED, "TEST_COLOUR_RED", "red" }, { TEST_COLOUR_BLUE, "TEST_COLOUR_BLUE", "blue" }, { 0 } };
      g_once_init_leave (&type, g_enum_register_static ("TestColour", words));
    }
  return type;
}

typedef struct
{
  GyreComponent parent_instance;
  bool flag;
  gint8 tiny;
  gint64 large;
  double ratio;
  char *title;
  char *folder;
  GyreMaybeReal limit;
  TestColour colour;
  GyreArray *points;
  GyreList *words;
  TestShape *shape;
  double fixed;
} TestMany;
typedef struct { GyreComponentClass parent_class; } TestManyClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestMany, g_object_unref)

GYRE_DEFINE_COMPONENT (TestMany, test_many, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_boolean (flag, false),
    gyre_integer (tiny, 1, .minimum = -3, .maximum = 9),
    gyre_integer (large, 1),
    gyre_real (ratio, 1.0, .constraints = GYRE_POSITIVE),
    gyre_string (title, "plain", .like = "[a-z]*"),
    gyre_path (folder, "/tmp", .nullable = TRUE),
    gyre_maybe_real (limit, "none"),
    gyre_enumeration (colour, test_colour, TEST_COLOUR_RED),
    gyre_array (points, "(1, 2)"),
    gyre_list (words, string, "(one)"),
    gyre_facility (shape, test_shape, NULL),
    gyre_real (fixed, 1.0, .construct_only = TRUE, .maximum = 5)),
  GYRE_BEHAVIORS (),
  .family = "test.many")

/* A class without a family. */
typedef struct { GyreComponent parent_instance; } TestNameless;
typedef struct { GyreComponentClass parent_class; } TestNamelessClass;

GYRE_DEFINE_COMPONENT (TestNameless, test_nameless, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS ())

static void
test_name (void)
{
  g_autoptr (TestMany) named = test_new (test_many_get_type (), "property");
  g_autoptr (TestMany) unnamed = test_new (test_many_get_type (), NULL);
  GParamSpec *specification = g_object_class_find_property (G_OBJECT_GET_CLASS (named), "name");
  g_autofree char *name = NULL;
  g_autofree char *nothing = NULL;

  g_object_get (named, "name", &name, NULL);
  g_object_get (unnamed, "name", &nothing, NULL);
  g_assert_cmpstr (name, ==, "property");
  g_assert_null (nothing);
  g_assert_true (specification->flags & G_PARAM_CONSTRUCT_ONLY);
}

static void
assert_specification (gpointer component, const char *expected)
{
  g_autofree char *text = gyre_component_dup_specification (component);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_specification (void)
{
  g_autoptr (GyreComponent) named = test_new (test_many_get_type (), "specified");
  g_autoptr (GyreComponent) unnamed = test_new (test_many_get_type (), NULL);
  g_autoptr (GyreComponent) nameless = test_new (test_nameless_get_type (), "of-no-family");
  g_autoptr (GObject) again = gyre_component_new_from_specification ("test.many#specified", NULL);
  g_autoptr (GObject) without_family = gyre_component_new_from_specification ("TestNameless#of-no-family", NULL);

  assert_specification (named, "test.many#specified");
  assert_specification (unnamed, "test.many");
  assert_specification (nameless, "TestNameless#of-no-family");
  g_assert_true (again == (gpointer) named);
  g_assert_true (without_family == (gpointer) nameless);
  g_assert_cmpstr (gyre_component_get_family (named), ==, "test.many");
  g_assert_null (gyre_component_get_family (nameless));
  g_assert_true (gyre_component_get_actor (named) == gyre_actor_get (test_many_get_type ()));
}

static void
test_executive (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreComponent) here = test_new (test_many_get_type (), NULL);
  g_autoptr (GyreComponent) there = NULL;

  gyre_executive_push (executive);
  there = test_new (test_many_get_type (), NULL);
  gyre_executive_pop (executive);
  g_assert_true (gyre_component_get_executive (here) == gyre_executive_get_default ());
  g_assert_true (gyre_component_get_executive (there) == executive);
}

static void
test_set (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);
  g_autoptr (GyreArray) points = gyre_array_new_from_text ("(3, 4, 5)", NULL);
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
  g_auto (GStrv) words = NULL;

  test_set_text (many, "words", "(two, three)");
  g_object_get (many, "words", &words, NULL);
  test_set_text (many, "words", "()");
  g_object_set (many, "flag", TRUE, "tiny", -3, "large", G_MININT64, "ratio", 0.5, "title", "own", "folder", NULL,
                "limit", g_variant_new ("md", TRUE, 0.25), "colour", TEST_COLOUR_BLUE, "points", points, "words", words,
                "shape", box, NULL);
  g_assert_true (many->flag);
  g_assert_cmpint (many->tiny, ==, -3);
  g_assert_cmpint (many->large, ==, G_MININT64);
  g_assert_cmpfloat (many->ratio, ==, 0.5);
  g_assert_cmpstr (many->title, ==, "own");
  g_assert_null (many->folder);
  g_assert_true (many->limit.present && many->limit.value == 0.25);
  g_assert_cmpint (many->colour, ==, TEST_COLOUR_BLUE);
  g_assert_true (gyre_array_equal (many->points, points));
  g_assert_cmpuint (gyre_list_get_length (many->words), ==, 2);
  g_assert_true ((gpointer) many->shape == box);
  g_assert_cmpint (test_category_of (many, "ratio"), ==, GYRE_CATEGORY_EXPLICIT);
}

static void
test_get_numbers (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);
  g_autoptr (GVariant) none = NULL;
  gboolean flag = TRUE;
  int tiny = 0, colour = 9;
  gint64 large = 0;
  double ratio = 0;

  g_object_get (many, "flag", &flag, "tiny", &tiny, "large", &large, "ratio", &ratio, "colour", &colour, "limit", &none, NULL);
  g_assert_false (flag);
  g_assert_cmpint (tiny, ==, 1);
  g_assert_cmpint (large, ==, 1);
  g_assert_cmpfloat (ratio, ==, 1);
  g_assert_cmpint (colour, ==, TEST_COLOUR_RED);
  g_assert_cmpstr (g_variant_get_type_string (none), ==, "md");
  g_assert_cmpuint (g_variant_n_children (none), ==, 0);
}

static void
test_get_pointers (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);
  g_autoptr (GyreArray) points = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GObject) shape = NULL;
  g_autofree char *title = NULL;
  g_autofree char *folder = NULL;

  g_object_get (many, "title", &title, "folder", &folder, "points", &points, "words", &words, "shape", &shape, NULL);
  g_assert_cmpstr (title, ==, "plain");
  g_assert_cmpstr (folder, ==, "/tmp");
  g_assert_true (gyre_array_equal (points, many->points));
  g_assert_cmpuint (g_strv_length (words), ==, 1);
  g_assert_cmpstr (words[0], ==, "one");
  g_assert_true (TEST_IS_BALL (shape));
  g_assert_true ((gpointer) many->shape == shape);
}

#define assert_warns(domain, pattern, ...) \
  g_test_expect_message (domain, G_LOG_LEVEL_WARNING, pattern); \
  g_object_set (__VA_ARGS__, NULL); \
  g_test_assert_expected_messages ()

static void
test_refused (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), "warned");
  GObject *shape = gyre_component_get_object (GYRE_COMPONENT (many), "shape", NULL);

  /* A range is in the specification of the property: GObject refuses before we are asked. */
  assert_warns ("GLib-GObject", "*10*'tiny'*", many, "tiny", 10);
  assert_warns ("GLib-GObject", "*0*'ratio'*", many, "ratio", 0.0);
  assert_warns ("Gyre", "*warned.title*A1*", many, "title", "A1");
  assert_warns ("Gyre", "*warned.title*none*", many, "title", NULL);
  assert_warns ("Gyre", "*warned.points*", many, "points", NULL);
  assert_warns ("Gyre", "*warned.shape*none*", many, "shape", NULL);
  g_assert_cmpint (many->tiny, ==, 1);
  g_assert_cmpfloat (many->ratio, ==, 1);
  g_assert_cmpstr (many->title, ==, "plain");
  test_assert_text (many, "points", "(1, 2)");
  g_assert_true ((gpointer) many->shape == shape);
  g_assert_cmpint (test_category_of (many, "tiny"), ==, GYRE_CATEGORY_DEFAULTS);
}

static void
test_construct_only (void)
{
  g_autoptr (TestMany) by_object = g_object_new (test_many_get_type (), "fixed", 3.0, NULL);
  g_autoptr (TestMany) by_default = g_object_new (test_many_get_type (), NULL);
  g_autoptr (TestMany) refused = NULL;
  g_autoptr (TestMany) by_family = NULL;
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (by_object->fixed, ==, 3);
  g_assert_cmpfloat (by_default->fixed, ==, 1);
  g_test_expect_message ("GLib-GObject", G_LOG_LEVEL_WARNING, "*6*'fixed'*");
  refused = g_object_new (test_many_get_type (), "fixed", 6.0, NULL);
  g_test_assert_expected_messages ();
  g_assert_cmpfloat (refused->fixed, ==, 1);
  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (by_object), "fixed", "4", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "fixed");
  g_assert_cmpfloat (by_object->fixed, ==, 3);
  /* The default that GObject hands to what nobody has given must not hide what the family says. */
  gyre_executive_push (executive);
  test_load_as (executive, GYRE_CATEGORY_USER, "test.many.fixed = 2\n");
  by_family = g_object_new (test_many_get_type (), NULL);
  gyre_executive_pop (executive);
  g_assert_cmpfloat (by_family->fixed, ==, 2);
}

static void
test_life (void)
{
  TestMany *many = test_new (test_many_get_type (), "mortal");
  GyreNameserver *nameserver = gyre_executive_get_nameserver (gyre_executive_get_default ());
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
  g_autoptr (GObject) found = NULL;
  gpointer watched = many;

  g_object_set (many, "shape", box, NULL);
  g_object_add_weak_pointer (G_OBJECT (many), &watched);
  found = gyre_nameserver_find (nameserver, "mortal");
  g_assert_true (found == (gpointer) many);
  g_clear_object (&found);
  g_object_unref (many);
  g_assert_null (watched);
  g_assert_null (gyre_nameserver_find (nameserver, "mortal"));
  g_assert_cmpuint (G_OBJECT (box)->ref_count, ==, 1);
}

static void
test_locator (void)
{
  g_autoptr (GyreLocator) said = gyre_locator_new_file ("said.txt", 4, 2);
  g_autoptr (GyreComponent) named = NULL;
  g_autoptr (GyreComponent) unnamed = NULL;
  g_autoptr (GyreLocator) kept = NULL;
  g_autofree char *text = NULL;

  named = gyre_component_new_with_values (test_many_get_type (), "located", NULL, NULL, 0, said, NULL);
  unnamed = gyre_component_new_with_values (test_many_get_type (), NULL, NULL, NULL, 0, said, NULL);
  kept = gyre_component_dup_locator (named);
  text = gyre_locator_to_string (kept);
  g_assert_cmpstr (text, ==, "said.txt:4:2");
  g_assert_null (gyre_component_dup_locator (unnamed));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gyre_executive_get_default ();
  gyre_module_mention (TEST_TYPE_BALL);
  g_test_add_func ("/model/component/name-is-a-property-that-is-said-once", test_name);
  g_test_add_func ("/model/component/specification-leads-back-to-the-component", test_specification);
  g_test_add_func ("/model/component/executive-is-the-one-it-was-built-in", test_executive);
  g_test_add_func ("/model/component/g-object-set-takes-each-kind", test_set);
  g_test_add_func ("/model/component/g-object-get-gives-numbers-and-words", test_get_numbers);
  g_test_add_func ("/model/component/g-object-get-gives-copies-and-references", test_get_pointers);
  g_test_add_func ("/model/component/g-object-set-warns-of-a-refused-value-and-keeps-the-old-one", test_refused);
  g_test_add_func ("/model/component/a-construct-only-trait-is-said-at-construction-and-not-later", test_construct_only);
  g_test_add_func ("/model/component/a-component-that-is-gone-lets-go-of-its-name-and-parts", test_life);
  g_test_add_func ("/model/component/only-a-named-instance-keeps-where-it-was-asked-for", test_locator);
  return g_test_run ();
}
