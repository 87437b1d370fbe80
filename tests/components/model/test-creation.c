/* test-creation.c: How code asks for a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

/* A field for each C type that the variable arguments can carry. */
typedef struct
{
  GyreComponent parent_instance;
  bool flag;
  gint8 tiny;
  guint32 word;
  gint64 large;
  double ratio;
  char *title;
  char *folder;
  GyreMaybeInteger seed;
  GyreArray *points;
  TestShape *shape;
} TestMany;
typedef struct { GyreComponentClass parent_class; } TestManyClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestMany, g_object_unref)

static double
test_many_twice (TestMany *self, double value, GError **error)
{
  return 2 * value;
}

GYRE_DEFINE_COMPONENT (TestMany, test_many, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_boolean (flag, false),
    gyre_integer (tiny, 1, .maximum = 9),
    gyre_integer (word, 1),
    gyre_integer (large, 1, .aliases = "big one, größe"),
    gyre_real (ratio, 1.0),
    gyre_string (title, "plain"),
    gyre_path (folder, "/tmp", .construct_only = TRUE),
    gyre_maybe_integer (seed, "none"),
    gyre_array (points, "(1, 2)"),
    gyre_facility (shape, test_shape, NULL)),
  GYRE_BEHAVIORS (gyre_behavior (twice, test_many_twice, (real, (real, value)))),
  .family = "test.many")

static void
test_keywords (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreArray) points = gyre_array_new_from_text ("(3, 4, 5)", NULL);
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
  g_autoptr (TestMany) many = NULL;

  many = (TestMany *) gyre_component_new (test_many_get_type (), NULL, &error,
                                          "flag", TRUE, "tiny", 9, "word", G_MAXUINT32, "large", G_MAXINT64, "ratio", 0.5,
                                          "title", "own", "folder", "/var", "seed", g_variant_new ("mx", TRUE, (gint64) 7),
                                          "points", points, "shape", box, NULL);
  g_assert_no_error (error);
  g_assert_true (many->flag);
  g_assert_cmpint (many->tiny, ==, 9);
  g_assert_cmpuint (many->word, ==, G_MAXUINT32);
  g_assert_cmpint (many->large, ==, G_MAXINT64);
  g_assert_cmpfloat (many->ratio, ==, 0.5);
  g_assert_cmpstr (many->title, ==, "own");
  g_assert_cmpstr (many->folder, ==, "/var");
  g_assert_true (many->seed.present && many->seed.value == 7);
  g_assert_true (gyre_array_equal (many->points, points));
  g_assert_true ((gpointer) many->shape == box);
  g_assert_cmpint (test_category_of (many, "ratio"), ==, GYRE_CATEGORY_CONSTRUCTION);
}

static void
test_alias (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TestMany) many = NULL;

  many = (TestMany *) gyre_component_new (test_many_get_type (), NULL, &error, "größe", (gint64) 1 << 40, "ratio", 2.0, NULL);
  g_assert_no_error (error);
  g_assert_cmpint (many->large, ==, (gint64) 1 << 40);
  g_assert_cmpfloat (many->ratio, ==, 2);
}

static void
assert_refused (const char *keyword, GQuark domain, int code, const char *text)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *component = gyre_component_new (test_many_get_type (), "refused", &error, keyword, NULL);

  g_assert_null (component);
  test_assert_error (error, domain, code, text);
  g_assert_null (gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_default ()), "refused"));
}

static void
test_wrong_keywords (void)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *component;

  assert_refused ("ratoi", GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean 'ratio'?");
  assert_refused ("twice", GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "test.many.twice is a behavior");
  component = gyre_component_new (test_many_get_type (), "refused", &error, "tiny", 10, "ratio", 2.0, NULL);
  g_assert_null (component);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "tiny", "10");
}

/* What has been collected before the mistake is let go of: the sanitizers see to it. */
static void
test_mistake_behind_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreArray) points = gyre_array_new_from_text ("(3, 4)", NULL);
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
  GyreComponent *component = gyre_component_new (test_many_get_type (), NULL, &error, "title", "own", "points", points,
                                                 "shape", box, "nothing-like-it", 1, NULL);

  g_assert_null (component);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "nothing-like-it");
  g_assert_cmpuint (G_OBJECT (box)->ref_count, ==, 1);
}

static void
test_family (void)
{
  GyreLinker *linker = gyre_executive_get_linker (gyre_executive_get_default ());
  g_auto (GStrv) before = gyre_linker_list (linker);
  g_auto (GStrv) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TestBall) ball = NULL;
  GyreComponent *nobody;

  ball = (TestBall *) gyre_component_new_family ("test.shapes.ball", "by-family", &error, "r", 3.0, NULL);
  g_assert_no_error (error);
  g_assert_true (TEST_IS_BALL (ball));
  g_assert_cmpfloat (ball->radius, ==, 3);
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (ball)), ==, "by-family");
  after = gyre_linker_list (linker);
  g_assert_cmpuint (g_strv_length (after), ==, g_strv_length (before));
  nobody = gyre_component_new_family ("test.shapes.bal", NULL, &error, NULL);
  g_assert_null (nobody);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "test.shapes.bal", "did you mean 'test.shapes.ball'?");
}

static void
test_family_of_interface (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = gyre_component_new_family ("test.shapes", NULL, &error, NULL);

  g_assert_no_error (error);
  g_assert_true (TEST_IS_BALL (component));
}

static void
test_specification (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) unnamed = gyre_component_new_from_specification ("test.shapes.ball", &error);
  g_autoptr (GObject) other = gyre_component_new_from_specification ("test.shapes.ball", &error);
  g_autoptr (GObject) named = gyre_component_new_from_specification (" test.shapes.ball # specified ", &error);
  g_autoptr (GObject) again = gyre_component_new_from_specification ("test.shapes.ball#specified", &error);
  g_autoptr (GObject) by_name = gyre_component_new_from_specification ("#specified", &error);

  g_assert_no_error (error);
  g_assert_true (TEST_IS_BALL (unnamed) && other != unnamed);
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (unnamed)));
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (named)), ==, "specified");
  g_assert_true (again == named);
  g_assert_true (by_name == named);
}

static void
assert_specification_refused (const char *specification, int code, const char *text)
{
  g_autoptr (GError) error = NULL;
  GObject *object = gyre_component_new_from_specification (specification, &error);

  g_assert_null (object);
  test_assert_error (error, GYRE_COMPONENT_ERROR, code, text);
}

static void
test_wrong_specifications (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "of-a-ball");

  g_assert_cmpfloat (ball->radius, ==, 1);
  assert_specification_refused ("test.shapes.box#of-a-ball", GYRE_COMPONENT_ERROR_NAME, "test.shapes.ball");
  assert_specification_refused ("#of-nobody", GYRE_COMPONENT_ERROR_UNKNOWN, "of-nobody");
  assert_specification_refused ("#of-a-bal", GYRE_COMPONENT_ERROR_UNKNOWN, "did you mean");
  assert_specification_refused ("test.shapes.bll", GYRE_COMPONENT_ERROR_UNKNOWN, "test.shapes.ball");
  assert_specification_refused ("", GYRE_COMPONENT_ERROR_SPECIFICATION, "family#name");
  assert_specification_refused ("#", GYRE_COMPONENT_ERROR_SPECIFICATION, "family#name");
  assert_specification_refused ("test..ball", GYRE_COMPONENT_ERROR_SPECIFICATION, "test..ball");
  assert_specification_refused ("test.shapes.ball#", GYRE_COMPONENT_ERROR_SPECIFICATION, "test.shapes.ball#");
}

static void
test_no_component_class (void)
{
  g_autoptr (GError) error = NULL;
  const GType types[] = { G_TYPE_OBJECT, G_TYPE_INVALID, G_TYPE_INT, TEST_TYPE_SHAPE };

  for (guint index = 0; index < G_N_ELEMENTS (types); index++)
    {
      GyreComponent *component = gyre_component_new (types[index], NULL, &error, NULL);
      g_assert_null (component);
      test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "is no component class");
      component = gyre_component_new_with_values (types[index], NULL, NULL, NULL, 0, NULL, &error);
      g_assert_null (component);
      test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "is no component class");
    }
}

static void
test_places (void)
{
  g_autoptr (GyreLocator) said = gyre_locator_new_file ("said.txt", 4, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) at = gyre_component_new_from_specification_at ("test.shapes.ball#placed", said, &error);
  g_autoptr (GyreLocator) place = gyre_component_dup_locator (GYRE_COMPONENT (at));
  g_autofree char *text = gyre_locator_to_string (place);
  g_autoptr (GyreComponent) here = gyre_component_new (TEST_TYPE_BALL, "placed-here", &error, "radius", 2.0, NULL);
  g_autoptr (GyreLocator) place_here = gyre_component_dup_locator (here);
  g_autofree char *text_here = gyre_locator_to_string (place_here);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "said.txt:4:2");
  /* Without line tables it is the function, or the program. */
  g_assert_true (g_str_has_prefix (text_here, "test-creation.c:") || strstr (text_here, "test_places") != NULL
                 || strstr (text_here, "model-creation") != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gyre_module_mention (TEST_TYPE_BALL);
  gyre_module_mention (TEST_TYPE_BOX);
  gyre_module_mention (TEST_TYPE_SHAPE);
  g_test_add_func ("/model/creation/keywords-take-values-of-each-c-type", test_keywords);
  g_test_add_func ("/model/creation/keywords-can-be-aliases", test_alias);
  g_test_add_func ("/model/creation/wrong-keywords-build-nothing-and-say-why", test_wrong_keywords);
  g_test_add_func ("/model/creation/values-before-a-mistake-are-let-go-of", test_mistake_behind_values);
  g_test_add_func ("/model/creation/a-known-family-is-built-and-loads-nothing", test_family);
  g_test_add_func ("/model/creation/family-of-an-interface-builds-what-it-suggests", test_family_of_interface);
  g_test_add_func ("/model/creation/a-specification-builds-or-finds", test_specification);
  g_test_add_func ("/model/creation/a-wrong-specification-builds-nothing-and-says-why", test_wrong_specifications);
  g_test_add_func ("/model/creation/what-is-no-component-class-is-refused", test_no_component_class);
  g_test_add_func ("/model/creation/the-place-of-an-instance-is-where-it-was-asked-for", test_places);
  return g_test_run ();
}
