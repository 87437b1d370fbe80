/* test-accessor.c: Typed accessors of traits
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include <math.h>

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
  guint32 word;
  gint64 large;
  double ratio;
  char *title;
  char *folder;
  GyreMaybeBoolean maybe;
  GyreMaybeInteger seed;
  GyreMaybeReal limit;
  TestColour colour;
  GyreArray *points;
  GyreList *words;
  TestShape *shape;
  TestShape *spare;
  double fixed;
  GyreQuantity speed;
  GTimeSpan patience;
} TestMany;
typedef struct { GyreComponentClass parent_class; } TestManyClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestMany, g_object_unref)

GYRE_DEFINE_COMPONENT (TestMany, test_many, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_boolean (flag, false),
    gyre_integer (tiny, 1, .minimum = -3, .maximum = 9),
    gyre_integer (word, 1),
    gyre_integer (large, 1),
    gyre_real (ratio, 1.0, .constraints = GYRE_POSITIVE),
    gyre_string (title, "plain", .like = "[a-z]*"),
    gyre_path (folder, "/tmp", .nullable = TRUE),
    gyre_maybe_boolean (maybe, "none"),
    gyre_maybe_integer (seed, "none", .maximum = 9),
    gyre_maybe_real (limit, "none"),
    gyre_quantity (speed, "36 km/h", .units = "km/h", .maximum = 130),
    gyre_duration (patience, "30 ms", .rule = GYRE_GREATER_THAN (0)),
    gyre_enumeration (colour, test_colour, TEST_COLOUR_RED),
    gyre_array (points, "(1, 2)", .constraints = GYRE_NOT_EMPTY),
    gyre_list (words, string, "(one)"),
    gyre_facility (shape, test_shape, NULL),
    gyre_facility (spare, test_shape, "none", .nullable = TRUE),
    gyre_real (fixed, 1.0, .construct_only = TRUE)),
  GYRE_BEHAVIORS (),
  .family = "test.many")

static void
test_numbers (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (test_many_set_flag (many, true, &error) && test_many_get_flag (many));
  g_assert_true (test_many_set_tiny (many, -3, &error) && test_many_get_tiny (many) == -3);
  g_assert_true (test_many_set_word (many, G_MAXUINT32, &error) && test_many_get_word (many) == G_MAXUINT32);
  g_assert_true (test_many_set_large (many, G_MININT64, &error) && test_many_get_large (many) == G_MININT64);
  g_assert_true (test_many_set_ratio (many, 0.25, &error) && test_many_get_ratio (many) == 0.25);
  g_assert_true (test_many_set_colour (many, TEST_COLOUR_BLUE, &error));
  g_assert_cmpint (test_many_get_colour (many), ==, TEST_COLOUR_BLUE);
  g_assert_no_error (error);
  test_assert_text (many, "flag", "true");
  test_assert_text (many, "word", "4294967295");
  test_assert_text (many, "colour", "blue");
}

static void
test_texts (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);
  g_autoptr (GError) error = NULL;
  char given[] = "given";

  g_assert_true (test_many_set_title (many, given, &error));
  given[0] = 'x';
  g_assert_cmpstr (test_many_get_title (many), ==, "given");
  g_assert_true (test_many_set_title (many, test_many_get_title (many), &error));
  g_assert_cmpstr (test_many_get_title (many), ==, "given");
  g_assert_true (test_many_set_folder (many, "/var", &error));
  g_assert_cmpstr (test_many_get_folder (many), ==, "/var");
  g_assert_true (test_many_set_folder (many, NULL, &error));
  g_assert_null (test_many_get_folder (many));
  g_assert_no_error (error);
}

static void
test_maybe (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);
  g_autoptr (GError) error = NULL;
  const gboolean yes = TRUE;
  const gint64 seven = 7;
  const double half = 0.5;
  gboolean flag = FALSE;
  gint64 integer = 99;
  double real = 99;

  g_assert_false (test_many_get_seed (many, &integer));
  g_assert_cmpint (integer, ==, 99);
  g_assert_true (test_many_set_maybe (many, &yes, &error));
  g_assert_true (test_many_set_seed (many, &seven, &error));
  g_assert_true (test_many_set_limit (many, &half, &error));
  g_assert_true (test_many_get_maybe (many, &flag) && flag);
  g_assert_true (test_many_get_seed (many, &integer) && integer == 7);
  g_assert_true (test_many_get_limit (many, &real) && real == 0.5);
  g_assert_true (test_many_get_limit (many, NULL));
  g_assert_true (test_many_set_maybe (many, NULL, &error));
  g_assert_true (test_many_set_seed (many, NULL, &error));
  g_assert_true (test_many_set_limit (many, NULL, &error));
  g_assert_false (test_many_get_maybe (many, &flag));
  g_assert_false (test_many_get_seed (many, &integer));
  g_assert_false (test_many_get_limit (many, &real));
  g_assert_no_error (error);
}

static void
test_arrays_and_lists (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);
  g_autoptr (GError) error = NULL;
  double numbers[] = { 3, 4, 5 };
  GyreArray view = gyre_array_view_vector (numbers, 3);
  g_autoptr (GyreList) words = gyre_list_ref (test_many_get_words (many));

  g_assert_true (test_many_set_points (many, &view, &error));
  numbers[0] = 99;
  test_assert_text (many, "points", "(3, 4, 5)");
  g_assert_true (test_many_set_points (many, test_many_get_points (many), &error));
  test_assert_text (many, "points", "(3, 4, 5)");
  test_set_text (many, "words", "(two, three)");
  g_assert_cmpuint (gyre_list_get_length (test_many_get_words (many)), ==, 2);
  g_assert_true (test_many_set_words (many, words, &error));
  g_assert_cmpuint (gyre_list_get_length (test_many_get_words (many)), ==, 1);
  g_assert_cmpstr (gyre_list_get_string (test_many_get_words (many), 0), ==, "one");
  g_assert_no_error (error);
}

static void
test_facilities (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), "accessed");
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (many->shape);
  g_assert_true (TEST_IS_BALL (test_many_get_shape (many, &error)));
  g_assert_true (test_many_get_shape (many, &error) == many->shape);
  g_assert_null (test_many_get_spare (many, &error));
  g_assert_true (test_many_set_spare (many, (TestShape *) box, &error));
  g_assert_true ((gpointer) test_many_get_spare (many, &error) == box);
  g_assert_cmpuint (G_OBJECT (box)->ref_count, ==, 2);
  g_assert_true (test_many_set_spare (many, NULL, &error));
  g_assert_cmpuint (G_OBJECT (box)->ref_count, ==, 1);
  g_assert_no_error (error);
  g_assert_false (test_many_set_shape (many, NULL, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "accessed.shape", "none");
  g_assert_true (TEST_IS_BALL (many->shape));
}

static void
test_facility_fails (void)
{
  g_autoptr (TestMany) many = NULL;
  g_autoptr (TestStone) stone = test_new (TEST_TYPE_STONE, "in-the-way.shape");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (stone)), ==, "in-the-way.shape");
  many = test_new (test_many_get_type (), "in-the-way");
  g_assert_null (test_many_get_shape (many, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "in-the-way.shape"));
}

#define assert_refused(call, ...) \
  g_assert_false (call); \
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, __VA_ARGS__)

static void
test_refused (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), "refusing");
  g_autoptr (GyreArray) empty = gyre_array_new_from_text ("()", NULL);
  g_autoptr (GError) error = NULL;
  const gint64 ten = 10;

  assert_refused (test_many_set_tiny (many, 10, &error), "refusing.tiny", "10");
  assert_refused (test_many_set_tiny (many, 257, &error), "refusing.tiny", "257");
  assert_refused (test_many_set_word (many, -1, &error), "refusing.word", "-1");
  assert_refused (test_many_set_word (many, G_MAXINT64, &error), "refusing.word");
  assert_refused (test_many_set_ratio (many, 0, &error), "refusing.ratio", "0");
  assert_refused (test_many_set_ratio (many, NAN, &error), "refusing.ratio");
  assert_refused (test_many_set_title (many, "A1", &error), "refusing.title", "A1");
  assert_refused (test_many_set_title (many, NULL, &error), "refusing.title", "none");
  assert_refused (test_many_set_title (many, "\xff", &error), "refusing.title");
  assert_refused (test_many_set_seed (many, &ten, &error), "refusing.seed", "10");
  assert_refused (test_many_set_colour (many, (TestColour) 7, &error), "refusing.colour", "7");
  assert_refused (test_many_set_points (many, empty, &error), "refusing.points");
  assert_refused (test_many_set_points (many, NULL, &error), "refusing.points", "none");
  assert_refused (test_many_set_words (many, NULL, &error), "refusing.words", "none");
  g_assert_cmpint (many->tiny, ==, 1);
  g_assert_cmpuint (many->word, ==, 1);
  g_assert_cmpfloat (many->ratio, ==, 1);
  g_assert_cmpstr (many->title, ==, "plain");
  g_assert_false (many->seed.present);
  g_assert_cmpint (many->colour, ==, TEST_COLOUR_RED);
  test_assert_text (many, "points", "(1, 2)");
  test_assert_text (many, "words", "(one)");
  /* A refused value leaves no place behind either. */
  g_assert_cmpint (test_category_of (many, "tiny"), ==, GYRE_CATEGORY_DEFAULTS);
  g_assert_false (test_many_set_tiny (many, 10, NULL));
}

static void
test_construct_only (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), "fixing");
  g_autoptr (GError) error = NULL;

  g_assert_false (test_many_set_fixed (many, 2, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "fixing.fixed");
  g_assert_cmpfloat (many->fixed, ==, 1);
}

/* One call a line, from a known line on. */
static guint first_line;

static G_GNUC_NO_INLINE void
say_all (TestMany *many)
{
  first_line = __LINE__ + 1;
  g_assert_true (test_many_set_ratio (many, 2, NULL));
  g_assert_true (test_many_set_tiny (many, 2, NULL));
  g_assert_true (test_many_set_flag (many, true, NULL));
  g_assert_true (test_many_set_title (many, "said", NULL));
  g_assert_true (test_many_set_spare (many, NULL, NULL));
  g_assert_true (test_many_set_seed (many, NULL, NULL));
}

static void
test_place (void)
{
  static const char * const said[] = { "ratio", "tiny", "flag", "title", "spare", "seed" };
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);

  say_all (many);
  for (guint index = 0; index < G_N_ELEMENTS (said); index++)
    {
      g_autoptr (GyreLocator) locator = gyre_component_dup_value_locator (GYRE_COMPONENT (many), said[index], NULL);
      g_autofree char *place = gyre_locator_to_string (locator);
      g_autofree char *expected = g_strdup_printf ("test-accessor.c:%u", first_line + index);

      /* Without line tables it is the function, or the program. */
      if (strstr (place, "say_all") == NULL && strstr (place, "model-accessor") == NULL)
        g_assert_cmpstr (place, ==, expected);
      g_assert_cmpint (test_category_of (many, said[index]), ==, GYRE_CATEGORY_EXPLICIT);
    }
}

static void
count_up (guint *count)
{
  *count += 1;
}

static void
test_notify (void)
{
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);
  guint count = 0;

  g_signal_connect_swapped (many, "notify", G_CALLBACK (count_up), &count);
  test_many_set_ratio (many, 5, NULL);
  test_many_set_tiny (many, 5, NULL);
  test_many_set_title (many, "five", NULL);
  g_assert_cmpuint (count, ==, 3);
  test_many_set_ratio (many, 5, NULL);
  test_many_set_tiny (many, 5, NULL);
  test_many_set_title (many, "five", NULL);
  test_many_set_ratio (many, -5, NULL);
  g_assert_cmpuint (count, ==, 3);
}

static void
test_units (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TestMany) many = test_new (test_many_get_type (), NULL);
  GyreQuantity fast = { 50 };

  g_assert_no_error (error);
  g_assert_cmpfloat (test_many_get_speed (many).magnitude, ==, 10);
  g_assert_cmpint (test_many_get_patience (many), ==, 30 * G_TIME_SPAN_MILLISECOND);
  fast.dimension = test_many_get_speed (many).dimension;
  g_assert_false (test_many_set_speed (many, fast, &error));
  g_assert_nonnull (strstr (error->message, "must be at most 130, is 180 km/h"));
  g_clear_error (&error);
  fast.magnitude = 20;
  g_assert_true (test_many_set_speed (many, fast, &error));
  g_assert_cmpfloat (test_many_get_speed (many).magnitude, ==, 20);
  g_assert_true (gyre_component_set_real ((GyreComponent *) many, "speed", 72, &error));
  g_assert_cmpfloat (many->speed.magnitude, ==, 20);
  g_assert_true (test_many_set_patience (many, G_TIME_SPAN_HOUR, &error));
  g_assert_cmpint (test_many_get_patience (many), ==, G_TIME_SPAN_HOUR);
  g_assert_false (test_many_set_patience (many, 0, &error));
  g_assert_nonnull (strstr (error->message, "must be greater than 0, is 0 s"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gyre_executive_get_default ();
  gyre_module_mention (TEST_TYPE_SHAPE);
  gyre_module_mention (TEST_TYPE_BALL);
  g_test_add_func ("/model/accessor/numbers-are-set-and-read", test_numbers);
  g_test_add_func ("/model/accessor/texts-are-copied", test_texts);
  g_test_add_func ("/model/accessor/a-maybe-getter-tells-presence", test_maybe);
  g_test_add_func ("/model/accessor/an-array-that-is-a-view-is-copied-and-a-list-shared", test_arrays_and_lists);
  g_test_add_func ("/model/accessor/a-facility-is-built-when-it-is-asked-for", test_facilities);
  g_test_add_func ("/model/accessor/a-facility-that-can-not-be-built-is-an-error", test_facility_fails);
  g_test_add_func ("/model/accessor/a-refused-value-leaves-the-old-one", test_refused);
  g_test_add_func ("/model/accessor/a-construct-only-trait-is-not-set-later", test_construct_only);
  g_test_add_func ("/model/accessor/the-place-of-a-value-is-where-the-setter-was-called", test_place);
  g_test_add_func ("/model/accessor/only-a-change-is-heard-of", test_notify);
  g_test_add_func ("/model/accessor/quantity-and-duration-are-typed", test_units);
  return g_test_run ();
}
