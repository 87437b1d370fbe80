/* test-composed.c: The lists of classes and instances that several settings make
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-batch.h"
#include "gyre-delta.h"
#include "gyre-executive-private.h"

#include <math.h>

typedef struct { GyreComponent parent_instance; GyreList *names; GyreList *numbers; int size; } TestShelf;
typedef struct { GyreComponentClass parent_class; } TestShelfClass;
typedef struct { GyreComponent parent_instance; GyreMapping *weights; } TestScale;
typedef struct { GyreComponentClass parent_class; } TestScaleClass;

static GType
test_scale_get_type (void)
{
  static GType type;

  if (type == G_TYPE_INVALID)
    {
      static const GyreTraitDeclaration rows[] = {
        { .field = "weights", .kind = &gyre_kind_mapping, .element = &gyre_kind_real, .storage = GYRE_STORAGE_POINTER,
          .offset = G_STRUCT_OFFSET (TestScale, weights), .initial = { .text = "[a: 1, b: 2]" },
          .minimum = -INFINITY, .maximum = INFINITY },
        { .field = NULL },
      };
      const GyreClassDeclaration declaration = {
        .name = "TestScale", .parent = GYRE_TYPE_COMPONENT, .class_size = sizeof (TestScaleClass), .instance_size = sizeof (TestScale),
        .traits = rows, .file = __FILE__, .line = __LINE__, .family = "test.scale",
      };

      type = gyre_component_define (&declaration);
    }
  return type;
}

typedef struct { TestShelf parent_instance; } TestRack;
typedef struct { TestShelfClass parent_class; } TestRackClass;

GYRE_DEFINE_COMPONENT (TestShelf, test_shelf, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_list (names, string, "a, b", .aliases = "labels"),
    gyre_list (numbers, real, "[]"),
    gyre_integer (size, 1)),
  GYRE_BEHAVIORS (), .family = "test.shelf")
GYRE_DEFINE_COMPONENT (TestRack, test_rack, test_shelf_get_type (), GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.rack")

static GyreExecutive *
enter (void)
{
  GyreExecutive *executive;

  gyre_executive_get_default ();
  g_type_ensure (test_shelf_get_type ());
  g_type_ensure (test_rack_get_type ());
  executive = gyre_executive_new ();
  gyre_executive_push (executive);
  return executive;
}

static void
leave (GyreExecutive *executive)
{
  gyre_executive_pop (executive);
  g_object_unref (executive);
}

/* Says one thing as a file would, on a line of its own. */
static void
say (GyreExecutive *executive, const char *family, const char *path, const char *key, GyreSettingOperator operator,
     const char *value, guint line)
{
  g_autoptr (GyreBatch) batch = gyre_batch_new (gyre_executive_get_settings (executive), GYRE_CATEGORY_USER);
  g_autoptr (GPtrArray) settings = g_ptr_array_new ();
  GyreSetting *setting;

  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "test.pfg", NULL);
  if (family != NULL)
    gyre_batch_push_section (batch, path, -1, family, -1, line, 1);
  setting = gyre_batch_insert (batch, key, -1, line, 1, value, -1, line, 20);
  gyre_batch_set_operator (batch, setting, operator);
  g_ptr_array_add (settings, setting);
  gyre_batch_commit (batch);
  gyre_executive_tell_configured (executive, settings, NULL);
}

#define assert_element_place(component, index, expected) \
  do \
    { \
      g_autoptr (GError) test_error = NULL; \
      g_autoptr (GyreLocator) test_locator = gyre_component_dup_element_locator (GYRE_COMPONENT (component), "names", index, &test_error); \
      g_assert_no_error (test_error); \
      g_autofree char *test_place = gyre_locator_to_string (test_locator); \
      g_assert_cmpstr (test_place, ==, expected); \
    } \
  while (FALSE)

static void
test_instance (void)
{
  GyreExecutive *executive = enter ();

  say (executive, NULL, NULL, "shelf.names", GYRE_SETTING_APPEND, "c, d", 1);
  say (executive, NULL, NULL, "shelf.names", GYRE_SETTING_PREPEND, "z", 2);
  say (executive, NULL, NULL, "shelf.names", GYRE_SETTING_REMOVE, "b", 3);
  {
    g_autoptr (GyreComponent) shelf = test_new (test_shelf_get_type (), "shelf");

    test_assert_text (shelf, "names", "(z, a, c, d)");
    assert_element_place (shelf, 0, "test.pfg:2:20");
    assert_element_place (shelf, 2, "test.pfg:1:20");
    assert_element_place (shelf, 3, "test.pfg:1:23");
    test_assert_place (shelf, "names", "test.pfg:3:20");
  }
  leave (executive);
}

/* What a package list is made of: each element knows the file that added it. */
static void
test_families (void)
{
  GyreExecutive *executive = enter ();

  say (executive, NULL, NULL, "test.shelf.names", GYRE_SETTING_APPEND, "c", 1);
  say (executive, NULL, NULL, "test.rack.names", GYRE_SETTING_APPEND, "d", 2);
  say (executive, NULL, NULL, "rack.labels", GYRE_SETTING_APPEND, "e", 3);
  {
    g_autoptr (GyreComponent) rack = test_new (test_rack_get_type (), "rack");
    g_autoptr (GyreComponent) other = test_new (test_rack_get_type (), NULL);
    g_autoptr (GyreLocator) declared = gyre_component_dup_element_locator (rack, "names", 0, NULL);

    test_assert_text (rack, "names", "(a, b, c, d, e)");
    test_assert_text (other, "names", "(a, b, c, d)");
    assert_element_place (rack, 2, "test.pfg:1:20");
    assert_element_place (rack, 3, "test.pfg:2:20");
    assert_element_place (rack, 4, "test.pfg:3:20");
    assert_element_place (other, 3, "test.pfg:2:20");
    g_assert_cmpint (gyre_locator_get_kind (declared), ==, GYRE_LOCATOR_DEFAULT);
  }
  leave (executive);
}

static void
test_late (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) rack = test_new (test_rack_get_type (), "rack");

    say (executive, NULL, NULL, "rack.names", GYRE_SETTING_APPEND, "e", 3);
    test_assert_text (rack, "names", "(a, b, e)");
    say (executive, NULL, NULL, "test.rack.names", GYRE_SETTING_APPEND, "d", 2);
    test_assert_text (rack, "names", "(a, b, d, e)");
    say (executive, NULL, NULL, "test.shelf.names", GYRE_SETTING_ASSIGN, "x", 1);
    test_assert_text (rack, "names", "(x, d, e)");
    say (executive, "test.rack", "rack", "names", GYRE_SETTING_PREPEND, "first", 9);
    test_assert_text (rack, "names", "(first, x, d, e)");
    say (executive, NULL, NULL, "rack.names", GYRE_SETTING_ASSIGN, "new", 10);
    test_assert_text (rack, "names", "(first, new)");
  }
  leave (executive);
}

static void
test_conditions (void)
{
  GyreExecutive *executive = enter ();

  say (executive, "test.shelf", "rack", "names", GYRE_SETTING_APPEND, "never", 1);
  say (executive, "test.rack", "rack", "names", GYRE_SETTING_APPEND, "always", 2);
  {
    g_autoptr (GyreComponent) rack = test_new (test_rack_get_type (), "rack");

    test_assert_text (rack, "names", "(a, b, always)");
  }
  leave (executive);
}

static void
test_values (void)
{
  GyreExecutive *executive = enter ();

  say (executive, NULL, NULL, "shelf.numbers", GYRE_SETTING_ASSIGN, "[1, 2.0, 3]", 1);
  say (executive, NULL, NULL, "shelf.numbers", GYRE_SETTING_REMOVE, "1.0, 2", 2);
  say (executive, NULL, NULL, "shelf.names", GYRE_SETTING_APPEND, "\"with, comma\"", 3);
  {
    g_autoptr (GyreComponent) shelf = test_new (test_shelf_get_type (), "shelf");

    test_assert_text (shelf, "numbers", "(3)");
    test_assert_text (shelf, "names", "(a, b, \"with, comma\")");
  }
  leave (executive);
}

static void
test_code (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) shelf = test_new (test_shelf_get_type (), "shelf");

    test_set_text (shelf, "names", "mine");
    say (executive, NULL, NULL, "shelf.names", GYRE_SETTING_APPEND, "weak", 1);
    test_assert_text (shelf, "names", "(mine)");
  }
  leave (executive);
}

/* A keyword is weaker than a file, so a file can add to it, and again. */
static void
test_keyword (void)
{
  GyreExecutive *executive = enter ();
  const char *words[] = { "k", NULL };

  say (executive, NULL, NULL, "shelf.names", GYRE_SETTING_APPEND, "file", 1);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (GyreComponent) shelf = gyre_component_new (test_shelf_get_type (), "shelf", &error, "names", words, NULL);

    g_assert_no_error (error);
    test_assert_text (shelf, "names", "(k, file)");
    say (executive, NULL, NULL, "shelf.names", GYRE_SETTING_APPEND, "more", 2);
    test_assert_text (shelf, "names", "(k, file, more)");
  }
  leave (executive);
}

static void
test_scalar (void)
{
  GyreExecutive *executive = enter ();
  g_autoptr (GError) error = NULL;

  say (executive, NULL, NULL, "shelf.size", GYRE_SETTING_APPEND, "2", 1);
  g_assert_null (gyre_component_new (test_shelf_get_type (), "shelf", &error, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "shelf.size", "'+=' is for lists",
                     "write '='", "test.pfg:1:20");
  leave (executive);
}

static void
test_mapping (void)
{
  GyreExecutive *executive = enter ();

  gyre_actor_get (test_scale_get_type ());
  test_load ("scale.weights.c = 3\nscale.weights.a = 10\ntest.scale.weights.d = 4\n");
  {
    g_autoptr (GyreComponent) scale = test_new (test_scale_get_type (), "scale");
    g_autoptr (GyreLocator) place = gyre_component_dup_entry_locator (scale, "weights", "d", NULL);
    g_autofree char *text = gyre_locator_to_string (place);

    test_assert_text (scale, "weights", "(a: 10, b: 2, d: 4, c: 3)");
    g_assert_cmpstr (text, ==, "test.pfg:3:24");
    test_load ("scale.weights.b = 20\n");
    test_assert_text (scale, "weights", "(a: 10, b: 20, d: 4, c: 3)");
    say (executive, NULL, NULL, "scale.weights", GYRE_SETTING_REMOVE, "a, d", 9);
    test_assert_text (scale, "weights", "(b: 20, c: 3)");
    test_load ("scale.weights = [z: 1]\n");
    test_assert_text (scale, "weights", "(z: 1)");
  }
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (gyre_executive_load_text (executive, "m.pfg", "test.scale.weights.d = x\n", GYRE_CATEGORY_USER, NULL, &error));
    test_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, "m.pfg:1:24", "test.scale.weights.d");
  }
  leave (executive);
}

static GString *heard;

static void
hear_deltas (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_autoptr (GPtrArray) deltas = gyre_change_list_deltas (change);

  for (guint index = 0; index < deltas->len; index++)
    {
      GyreDelta *delta = g_ptr_array_index (deltas, index);

      g_string_append_printf (heard, "%c%s %g ", delta->sort == GYRE_DELTA_ADDED ? '+' : '-', delta->key, delta->value.real);
    }
}

#define assert_heard(expected) \
  do \
    { \
      g_assert_cmpstr (heard->str, ==, expected); \
      g_string_truncate (heard, 0); \
    } \
  while (FALSE)

#define assert_entry_place(component, key, expected) \
  do \
    { \
      g_autoptr (GyreLocator) test_locator = gyre_component_dup_entry_locator (component, "weights", key, NULL); \
      g_autofree char *test_place = gyre_locator_to_string (test_locator); \
      g_assert_cmpstr (test_place, ==, expected); \
    } \
  while (FALSE)

static void
test_followed_entry (void)
{
  GyreExecutive *executive = enter ();

  gyre_actor_get (test_scale_get_type ());
  heard = g_string_new (NULL);
  test_load ("scale.weights.a = {shelf.size} * 2\n\nscale.weights.c = max({shelf.size}, 3)\n");
  {
    g_autoptr (GyreComponent) shelf = test_new (test_shelf_get_type (), "shelf");
    g_autoptr (GyreComponent) scale = test_new (test_scale_get_type (), "scale");
    g_autoptr (GError) error = NULL;

    gyre_component_observe (scale, "weights", hear_deltas, NULL, NULL, &error);
    g_assert_no_error (error);
    test_assert_text (scale, "weights", "(a: 2, b: 2, c: 3)");
    assert_entry_place (scale, "a", "test.pfg:1:19");
    assert_entry_place (scale, "c", "test.pfg:3:19");
    test_set_text (shelf, "size", "2");
    test_assert_text (scale, "weights", "(a: 4, b: 2, c: 3)");
    assert_heard ("-a 2 +a 4 ");
    test_load ("\nscale.weights.a = 7\n");
    assert_heard ("-a 4 +a 7 ");
    test_set_text (shelf, "size", "5");
    assert_heard ("-c 3 +c 5 ");
    test_assert_text (scale, "weights", "(a: 7, b: 2, c: 5)");
    assert_entry_place (scale, "a", "test.pfg:2:19");
    test_load ("scale.weights -= c\n");
    assert_heard ("-c 5 ");
    test_set_text (shelf, "size", "6");
    assert_heard ("");
  }
  g_string_free (heard, TRUE);
  leave (executive);
}

/* What the class follows is the base of what is said for an instance; relative names mean the component itself. */
static void
test_followed_base (void)
{
  GyreExecutive *executive = enter ();

  test_load ("test.shelf.numbers = [{.size}, 8]\ntest.shelf.numbers += {.size} * 10\nshelf.numbers += \"{.size} + 1\", 9\n"
             "shelf.names = [x{.size}, b]\nshelf.names ^= \"{.size}, first\"\n");
  {
    g_autoptr (GyreComponent) shelf = test_new (test_shelf_get_type (), "shelf");
    g_autoptr (GyreComponent) other = test_new (test_shelf_get_type (), NULL);

    test_assert_text (shelf, "numbers", "(1, 8, 10, 2, 9)");
    test_assert_text (other, "numbers", "(1, 8, 10)");
    test_assert_text (shelf, "names", "(\"1, first\", x1, b)");
    assert_element_place (shelf, 1, "test.pfg:4:16");
    assert_element_place (shelf, 0, "test.pfg:5:16");
    test_set_text (shelf, "size", "3");
    test_set_text (other, "size", "4");
    test_assert_text (shelf, "numbers", "(3, 8, 30, 4, 9)");
    test_assert_text (other, "numbers", "(4, 8, 40)");
    test_assert_text (shelf, "names", "(\"3, first\", x3, b)");
  }
  leave (executive);
}

/* A whole mapping can be followed, and an entry of it that a setting says. */
static void
test_followed_whole (void)
{
  GyreExecutive *executive = enter ();

  gyre_actor_get (test_scale_get_type ());
  test_load ("one.weights = [x: {shelf.size}, \"y z\": 2]\ntwo.weights = {one.weights}\n"
             "three.weights.q = {shelf.size} * 100\n");
  {
    g_autoptr (GyreComponent) shelf = test_new (test_shelf_get_type (), "shelf");
    g_autoptr (GyreComponent) one = test_new (test_scale_get_type (), "one");
    g_autoptr (GyreComponent) two = test_new (test_scale_get_type (), "two");
    g_autoptr (GyreComponent) three = test_new (test_scale_get_type (), "three");
    g_autoptr (GyreComponent) four = test_new (test_scale_get_type (), "four");
    g_autoptr (GError) error = NULL;

    gyre_component_bind (four, "weights", "[a: {three.weights.q}]", &error);
    g_assert_no_error (error);
    test_set_text (shelf, "size", "3");
    test_assert_text (one, "weights", "(x: 3, y z: 2)");
    test_assert_text (two, "weights", "(x: 3, y z: 2)");
    test_assert_text (four, "weights", "(a: 300)");
    test_assert_text (three, "weights", "(a: 1, b: 2, q: 300)");
    test_set_text (one, "weights", "[plain: 1]");
    test_assert_text (two, "weights", "(plain: 1)");
    g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "test.pfg:2:15: two.weights: can't be added to*as a whole*one by one*");
    test_load ("two.weights.z = 4\n");
    g_test_assert_expected_messages ();
    test_assert_text (two, "weights", "(plain: 1)");
  }
  leave (executive);
}

/* However a format writes maps and lists, their values are the same. */
static void
test_followed_formats (void)
{
  static const char * const texts[][2] = {
    { "a.pfg", "scale.weights = [a: {shelf.size} * 2, b: \"max({shelf.size}, 3)\"]\nrack.numbers = [{shelf.size} + 1, \"max(2, {shelf.size})\", 7]\n"
               "rack.names = [\"{shelf.size}, x\", y]\n" },
    { "a.cfg", "[scale]\nweights.a = {shelf.size} * 2\nweights.b = max({shelf.size}, 3)\n[rack]\n"
               "numbers = {shelf.size} + 1, max(2, {shelf.size}), 7\nnames = \"{shelf.size}, x\", y\n" },
    { "a.yaml", "scale:\n  weights:\n    a: \"{shelf.size} * 2\"\n    b: max({shelf.size}, 3)\nrack:\n  numbers:\n    - \"{shelf.size} + 1\"\n"
                "    - max(2, {shelf.size})\n    - 7\n  names: [\"{shelf.size}, x\", y]\n" },
    { "a.json", "{\"scale\": {\"weights\": {\"a\": \"{shelf.size} * 2\", \"b\": \"max({shelf.size}, 3)\"}},\n"
                "\"rack\": {\"numbers\": [\"{shelf.size} + 1\", \"2 if \\\"a\\\" == \\\"a\\\" and {shelf.size} < 2 else 5\", 7],\n"
                "\"names\": [\"{shelf.size}, x\", \"y\"]}}\n" },
  };

  gyre_actor_get (test_scale_get_type ());
  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      GyreExecutive *executive = enter ();
      g_autoptr (GError) error = NULL;

      gyre_executive_load_text (executive, texts[index][0], texts[index][1], GYRE_CATEGORY_USER, NULL, &error);
      g_assert_no_error (error);
      {
        g_autoptr (GyreComponent) shelf = test_new (test_shelf_get_type (), "shelf");
        g_autoptr (GyreComponent) scale = test_new (test_scale_get_type (), "scale");
        g_autoptr (GyreComponent) rack = test_new (test_rack_get_type (), "rack");

        test_assert_text (rack, "numbers", "(2, 2, 7)");
        test_set_text (shelf, "size", "5");
        test_assert_text (rack, "numbers", "(6, 5, 7)");
        test_assert_text (rack, "names", "(\"5, x\", y)");
        test_assert_text (scale, "weights", "(a: 10, b: 5)");
      }
      leave (executive);
    }
}

static void
test_followed_mistakes (void)
{
  GyreExecutive *executive = enter ();
  static const char * const mistakes[][2] = {
    { "test.scale.weights.d = {shelf.size} + * 2\n", "m.pfg:1:39" },
    { "test.scale.weights = [d: {shelf.size}, e: x]\n", "m.pfg:1:43" },
    { "test.scale.weights.d = {test.shelf.sise}\n", "sise" },
    { "scale.x = 1\ntest.scale.weights.d = {test.scale.weights.d}\n", "made of itself" },
  };

  gyre_actor_get (test_scale_get_type ());
  for (guint index = 0; index < G_N_ELEMENTS (mistakes); index++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gyre_executive_load_text (executive, "m.pfg", mistakes[index][0], GYRE_CATEGORY_USER, NULL, &error));
      test_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, "m.pfg:", mistakes[index][1]);
    }
  leave (executive);
}

static void
test_no_element (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) shelf = test_new (test_shelf_get_type (), "shelf");
    g_autoptr (GError) error = NULL;

    g_assert_null (gyre_component_dup_element_locator (shelf, "names", 7, &error));
    test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "2 elements", "7");
    g_assert_null (gyre_component_dup_element_locator (shelf, "size", 0, &error));
    test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "has no elements");
    g_assert_null (gyre_component_dup_entry_locator (shelf, "names", "a", &error));
    test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "no entry 'a'");
  }
  leave (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/composed/settings-of-an-instance-make-one-list", test_instance);
  g_test_add_func ("/model/composed/each-element-knows-the-family-that-said-it", test_families);
  g_test_add_func ("/model/composed/a-late-setting-makes-the-list-again", test_late);
  g_test_add_func ("/model/composed/only-settings-whose-conditions-hold-count", test_conditions);
  g_test_add_func ("/model/composed/elements-are-compared-as-values", test_values);
  g_test_add_func ("/model/composed/what-code-has-set-is-stronger", test_code);
  g_test_add_func ("/model/composed/a-keyword-is-what-a-file-adds-to", test_keyword);
  g_test_add_func ("/model/composed/an-operator-on-a-number-is-an-error", test_scalar);
  g_test_add_func ("/model/composed/entries-of-a-mapping-have-keys-of-their-own", test_mapping);
  g_test_add_func ("/model/composed/an-element-that-is-not-there-is-an-error", test_no_element);
  g_test_add_func ("/model/composed/an-entry-follows-and-tells-of-itself-only", test_followed_entry);
  g_test_add_func ("/model/composed/settings-add-to-elements-that-follow", test_followed_base);
  g_test_add_func ("/model/composed/a-whole-mapping-is-followed", test_followed_whole);
  g_test_add_func ("/model/composed/every-format-says-entries-that-follow", test_followed_formats);
  g_test_add_func ("/model/composed/mistakes-in-entries-that-follow-are-told-with-their-places", test_followed_mistakes);
  return g_test_run ();
}
