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

typedef struct
{
  GyreComponent parent_instance;
  guint64 size;
  GyreComplex wave;
  double _Complex field;
  GyreFraction ratio;
  GyreDecimal *price;
  GRegexCompileFlags flags;
  GDate *day;
  gint64 hour;
  GDateTime *moment;
  GUri *home;
  GyreInternetAddress *server;
  GVariant *data;
  GCancellable *cancellable;
  GyreBoxed *thing;
  char *variable;
  char *key;
  GyreStream *source;
  GyreStream *log;
} TestKinds;
typedef struct { GyreComponentClass parent_class; } TestKindsClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestKinds, g_object_unref)

static GType
regex_flags_get_type (void)
{
  static const GFlagsValue words[] = { { G_REGEX_CASELESS, "CASELESS", "caseless" }, { G_REGEX_DOTALL, "DOTALL", "dotall" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_flags_register_static ("TestRegexFlags", words);
  return type;
}

GYRE_DEFINE_COMPONENT (TestKinds, test_kinds, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_integer (size, G_MAXUINT64, .minimum = 5),
    gyre_complex (wave, "3+4j"),
    gyre_complex (field, "1j"),
    gyre_fraction (ratio, "6/8"),
    gyre_decimal (price, "0.10"),
    gyre_flags (flags, regex_flags, G_REGEX_CASELESS),
    gyre_date (day, "2026-08-02"),
    gyre_time (hour, "00:00:01.5"),
    gyre_timestamp (moment, NULL, .nullable = TRUE),
    gyre_uri (home, "https://localhost/", .format = "https"),
    gyre_internet_address (server, "any:80"),
    gyre_variant (data, "[1, 2]"),
    gyre_object (cancellable, g_cancellable, NULL, .nullable = TRUE),
    gyre_boxed (thing, gyre_complex, NULL, .nullable = TRUE),
    gyre_environment_variable (variable, "unset", .variable = "GYRE_TEST_ACCESSOR"),
    gyre_secret (key, "hunter2"),
    gyre_input_stream (source, "/nowhere/at/all"),
    gyre_output_stream (log, "stderr")),
  GYRE_BEHAVIORS (),
  .family = "test.kinds")

static TestKinds *
new_kinds (void)
{
  g_autoptr (GError) error = NULL;
  gpointer kinds = gyre_component_new (test_kinds_get_type (), NULL, &error, NULL);

  g_assert_no_error (error);
  return kinds;
}

static void
test_kinds_defaults (void)
{
  g_autoptr (TestKinds) kinds = new_kinds ();
  g_autofree char *price = gyre_decimal_to_text (test_kinds_get_price (kinds));
  g_autofree char *key = gyre_component_dup_text (GYRE_COMPONENT (kinds), "key", NULL);

  g_assert_cmpuint (test_kinds_get_size (kinds), ==, G_MAXUINT64);
  g_assert_cmpfloat (test_kinds_get_wave (kinds).imaginary, ==, 4);
  g_assert_cmpfloat (__imag__ kinds->field, ==, 1);
  g_assert_cmpint (test_kinds_get_ratio (kinds).denominator, ==, 4);
  g_assert_cmpstr (price, ==, "0.10");
  g_assert_cmpint (test_kinds_get_hour (kinds), ==, 1500000);
  g_assert_true (g_date_valid (test_kinds_get_day (kinds)));
  g_assert_cmpstr (test_kinds_get_variable (kinds), ==, "unset");
  g_assert_cmpstr (test_kinds_get_key (kinds), ==, "hunter2");
  g_assert_cmpstr (key, ==, "***");
}

static void
on_change (GyreComponent *component, const GyreChange *change, gpointer data)
{
  gyre_complex_equal (change->old_value.pointer, &(GyreComplex) { 3, 4 }) ? *(guint *) data += 1 : 0;
  gyre_complex_equal (change->new_value.pointer, &(GyreComplex) { 5, -6 }) ? *(guint *) data += 1 : 0;
}

/* A value only points to the struct, so what was there must be kept for those who are told. */
static void
test_in_place (void)
{
  g_autoptr (TestKinds) kinds = new_kinds ();
  g_autoptr (TestKinds) other = new_kinds ();
  GyreComplex *copy = NULL;
  guint count = 0;

  gyre_component_observe (GYRE_COMPONENT (kinds), "wave", on_change, &count, NULL, NULL);
  g_assert_true (test_kinds_set_wave (kinds, (GyreComplex) { 5, -6 }, NULL));
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpfloat (kinds->wave.imaginary, ==, -6);
  g_assert_cmpfloat (other->wave.imaginary, ==, 4);
  g_object_get (kinds, "wave", &copy, NULL);
  g_assert_cmpfloat (copy->real, ==, 5);
  gyre_complex_free (copy);
  g_assert_true (gyre_component_set_text (GYRE_COMPONENT (kinds), "field", "(7, 8)", NULL));
  g_assert_cmpfloat (__real__ kinds->field, ==, 7);
  g_assert_false (test_kinds_set_ratio (kinds, (GyreFraction) { 1, 0 }, NULL));
  g_assert_cmpint (kinds->ratio.denominator, ==, 4);
}

static void
test_unsigned (void)
{
  g_autoptr (TestKinds) kinds = new_kinds ();
  g_autoptr (GError) error = NULL;
  guint64 size = 0;

  g_assert_true (test_kinds_set_size (kinds, G_MAXUINT64 - 1, &error));
  g_object_get (kinds, "size", &size, NULL);
  g_assert_cmpuint (size, ==, G_MAXUINT64 - 1);
  g_assert_false (test_kinds_set_size (kinds, 4, NULL));
  g_assert_false (gyre_component_set_integer (GYRE_COMPONENT (kinds), "size", -1, &error));
  g_assert_nonnull (strstr (error->message, "must be between 0 and 18446744073709551615, is -1"));
  g_assert_true (gyre_component_set_integer (GYRE_COMPONENT (kinds), "size", 7, NULL));
  g_assert_cmpuint (kinds->size, ==, 7);
}

static void
test_pointers (void)
{
  g_autoptr (TestKinds) kinds = new_kinds ();
  g_autoptr (GyreDecimal) price = gyre_decimal_new_from_text ("1.50", NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_now_utc ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GUri) home = g_uri_parse ("http://localhost/", G_URI_FLAGS_NONE, NULL);
  g_autoptr (GyreBoxed) wrong = gyre_boxed_new (G_TYPE_DATE_TIME, moment);
  g_autoptr (GError) error = NULL;

  g_assert_true (test_kinds_set_price (kinds, price, NULL) && test_kinds_get_price (kinds) == price);
  g_assert_true (test_kinds_set_moment (kinds, moment, NULL) && test_kinds_get_moment (kinds) == moment);
  g_assert_true (test_kinds_set_moment (kinds, NULL, NULL) && test_kinds_get_moment (kinds) == NULL);
  g_assert_true (test_kinds_set_cancellable (kinds, cancellable, NULL));
  g_assert_cmpuint (G_OBJECT (cancellable)->ref_count, ==, 2);
  g_assert_true (test_kinds_set_flags (kinds, G_REGEX_DOTALL, NULL));
  g_assert_false (test_kinds_set_flags (kinds, G_REGEX_DOTALL | G_REGEX_UNGREEDY, NULL));
  g_assert_false (test_kinds_set_price (kinds, NULL, NULL));
  g_assert_false (test_kinds_set_hour (kinds, -1, NULL));
  g_assert_false (test_kinds_set_thing (kinds, wrong, NULL));
  g_assert_false (test_kinds_set_home (kinds, home, &error));
  g_assert_nonnull (strstr (error->message, "home: must be a uri of scheme https, is one of scheme http"));
  g_clear_object (&kinds);
  g_assert_cmpuint (G_OBJECT (cancellable)->ref_count, ==, 1);
}

static void
test_streams (void)
{
  g_autoptr (TestKinds) kinds = new_kinds ();
  g_autoptr (GOutputStream) log = test_kinds_open_log (kinds, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (log);
  g_assert_null (test_kinds_open_source (kinds, &error));
  g_assert_nonnull (strstr (error->message, "test.kinds.source: '/nowhere/at/all' can't be opened: "));
  g_assert_nonnull (strstr (error->message, "test-accessor.c:"));
}

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
  g_test_add_func ("/model/accessor/every-kind-has-its-default", test_kinds_defaults);
  g_test_add_func ("/model/accessor/a-struct-in-place-tells-what-it-was", test_in_place);
  g_test_add_func ("/model/accessor/sixty-four-bits-without-a-sign-are-exact", test_unsigned);
  g_test_add_func ("/model/accessor/a-pointer-is-kept-and-let-go", test_pointers);
  g_test_add_func ("/model/accessor/a-stream-that-can-not-be-opened-names-the-place", test_streams);
  return g_test_run ();
}
