/* test-dynamic-setting.c: What is configured for attributes that nobody has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

#include <string.h>

static GType
base_type (void)
{
  static GType type;

  if (type == G_TYPE_INVALID)
    type = test_declare ("TestSettingBase", GYRE_TYPE_COMPONENT, "test.setting-base", TRUE);
  return type;
}

static GType
derived_type (void)
{
  static GType type;

  if (type == G_TYPE_INVALID)
    type = test_declare ("TestSettingDerived", base_type (), "test.setting-derived", FALSE);
  return type;
}

/* The nearest class has the last word, then the name, then the stronger of name and keyword. */
static void
test_order (void)
{
  g_autoptr (GyreComponent) base = NULL;
  g_autoptr (GyreComponent) derived = NULL;
  g_autoptr (GyreComponent) named = NULL;
  g_autoptr (GyreComponent) plain = NULL;
  g_autoptr (GError) error = NULL;

  g_type_class_unref (g_type_class_ref (derived_type ()));
  test_load ("test.setting-base.colour = red\ntest.setting-base.size = 1\ntest.setting-derived.colour = blue\nordered.size = 7\nordered.note = 5\n");
  base = test_new (base_type (), NULL);
  derived = test_new (derived_type (), NULL);
  named = gyre_component_new (derived_type (), "ordered", &error, "size", "6", "kept", "yes", NULL);
  g_assert_no_error (error);
  plain = g_object_new (derived_type (), NULL);
  test_assert_text (base, "colour", "red");
  test_assert_text (derived, "colour", "blue");
  test_assert_text (derived, "size", "1");
  test_assert_text (plain, "colour", "blue");
  test_assert_text (named, "size", "7");
  test_assert_text (named, "note", "5");
  test_assert_text (named, "kept", "yes");
  test_assert_kind (named, "note", "integer");
  g_assert_false (gyre_component_is_set (derived, "colour", NULL));
  g_assert_true (gyre_component_is_set (named, "size", NULL));
}

static void
test_later (void)
{
  g_autoptr (GyreComponent) base = test_new (base_type (), NULL);
  g_autoptr (GyreComponent) named = test_new (derived_type (), "later");

  test_load ("test.setting-base.late = 1\nlater.late = 2\n");
  test_assert_text (base, "late", "1");
  test_assert_text (named, "late", "2");
  test_set_text (base, "late", "9");
  test_load ("test.setting-base.late = 3\nlater.late = 4\n");
  test_assert_text (base, "late", "9");
  test_assert_text (named, "late", "4");
  gyre_component_reset (base, "late", NULL);
  test_assert_text (base, "late", "3");
  test_set_text (base, "own", "1");
  gyre_component_reset (base, "own", NULL);
  g_assert_null (gyre_component_find_dynamic (base, "own"));
}

/* A mistake in what is configured is told with its place. */
static void
test_mistakes (void)
{
  g_autoptr (GError) error = NULL;

  test_load ("mistaken.things += (1)\n");
  g_assert_null (gyre_component_new (base_type (), "mistaken", &error, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "test.pfg:1", "declared");
}

/* What is said for a family follows, too, each instance for itself. */
static void
test_references (void)
{
  g_autoptr (GyreComponent) one = NULL;
  g_autoptr (GyreComponent) other = NULL;

  g_type_class_unref (g_type_class_ref (derived_type ()));
  test_load ("test.setting-derived.area = {.side} * {.side}\nreferring.side = 3\nreferring.note = side {.side}\n");
  one = test_new (derived_type (), "referring");
  other = test_new (derived_type (), NULL);
  test_assert_text (one, "area", "9");
  test_assert_text (one, "note", "side 3");
  test_assert_text (other, "area", "none");
  test_set_text (other, "side", "5");
  test_assert_text (other, "area", "25");
  test_set_text (other, "area", "1");
  gyre_component_reset (other, "area", NULL);
  test_assert_text (other, "area", "25");
}

/* In a closed class an unknown key stays a mistake. */
static void
test_closed (void)
{
  g_autoptr (GError) error = NULL;

  g_type_class_unref (g_type_class_ref (TEST_TYPE_BALL));
  g_assert_false (gyre_executive_load_text (gyre_executive_get_current (), "closed.pfg", "test.shapes.ball.radios = 1\n", GYRE_CATEGORY_USER,
                                            NULL, &error));
  g_assert_nonnull (strstr (error->message, "radius"));
}

/* The same text says the same kind, wherever it stands, and what is in quotes is a text. */
static const char * const formats[][2] = {
  { "kinds.pfg", "kinds-pfg:\n  whole = 3\n  real = 2.5\n  truth = true\n  long = 3 km\n  fast = 9.81 m/s^2\n  list = (1 m, 2 m)\n"
                 "  word = \"3 km\"\n  digits = \"12\"\n  odd = 2nd\n" },
  { "kinds.cfg", "[kinds-cfg]\nwhole = 3\nreal = 2.5\ntruth = true\nlong = 3 km\nfast = 9.81 m/s^2\nlist = (1 m, 2 m)\n"
                 "word = \"3 km\"\ndigits = \"12\"\nodd = 2nd\n" },
  { "kinds.yaml", "kinds-yaml:\n  whole: 3\n  real: 2.5\n  truth: true\n  long: 3 km\n  fast: 9.81 m/s^2\n  list: [1 m, 2 m]\n"
                  "  word: '\"3 km\"'\n  digits: '\"12\"'\n  odd: 2nd\n" },
  { "kinds.json", "{\"kinds-json\": {\"whole\": 3, \"real\": 2.5, \"truth\": true, \"long\": \"3 km\", \"fast\": \"9.81 m/s^2\","
                  " \"list\": [\"1 m\", \"2 m\"], \"word\": \"\\\"3 km\\\"\", \"digits\": \"\\\"12\\\"\", \"odd\": \"2nd\"}}" },
  { "kinds.pml", "<config><component name=\"kinds-pml\"><bind property=\"whole\">3</bind><bind property=\"real\">2.5</bind>"
                 "<bind property=\"truth\">true</bind><bind property=\"long\">3 km</bind><bind property=\"fast\">9.81 m/s^2</bind>"
                 "<bind property=\"list\">(1 m, 2 m)</bind><bind property=\"word\">\"3 km\"</bind><bind property=\"digits\">\"12\"</bind>"
                 "<bind property=\"odd\">2nd</bind></component></config>" },
};

static void
assert_kinds (gpointer open)
{
  test_assert_kind (open, "whole", "integer");
  test_assert_kind (open, "real", "real");
  test_assert_kind (open, "truth", "boolean");
  test_assert_kind (open, "long", "quantity");
  test_assert_text (open, "long", "3000 m");
  test_assert_kind (open, "fast", "quantity");
  test_assert_text (open, "fast", "9.81 m/s^2");
  test_assert_kind (open, "list", "list");
  test_assert_text (open, "list", "(1 m, 2 m)");
  test_assert_kind (open, "word", "string");
  test_assert_text (open, "word", "\"3 km\"");
  test_assert_kind (open, "digits", "string");
  test_assert_text (open, "digits", "\"12\"");
  test_assert_text (open, "odd", "2nd");
}

static void
test_formats (void)
{
  for (guint index = 0; index < G_N_ELEMENTS (formats); index++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (formats[index][0]), ".", '-');
      g_autoptr (GError) error = NULL;
      g_autoptr (TestOpen) open = NULL;

      gyre_executive_load_text (gyre_executive_get_current (), formats[index][0], formats[index][1], GYRE_CATEGORY_USER, NULL, &error);
      g_assert_no_error (error);
      open = test_new (TEST_TYPE_OPEN, name);
      assert_kinds (open);
    }
}

/* Arguments, setters, keywords and transactions. */
static void
test_texts (void)
{
  const char *arguments[] = { "--kinds-told.whole=3", "--kinds-told.real=2.5", "--kinds-told.truth=true", "--kinds-told.long=3 km",
                              "--kinds-told.fast=9.81 m/s^2", "--kinds-told.list=(1 m, 2 m)", "--kinds-told.word=\"3 km\"",
                              "--kinds-told.digits=\"12\"", "--kinds-told.odd=2nd", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TestOpen) told = NULL;
  g_autoptr (TestOpen) set = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (TestOpen) together = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GyreComponent) born = NULL;
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_current ());

  gyre_executive_load_arguments (gyre_executive_get_current (), arguments, NULL, NULL, &error);
  g_assert_no_error (error);
  told = test_new (TEST_TYPE_OPEN, "kinds-told");
  assert_kinds (told);
  for (guint index = 0; arguments[index] != NULL; index++)
    {
      g_auto (GStrv) parts = g_strsplit (arguments[index] + strlen ("--kinds-told."), "=", 2);

      test_set_text (set, parts[0], parts[1]);
      gyre_transaction_set_text (transaction, GYRE_COMPONENT (together), parts[0], parts[1], &error);
      g_assert_no_error (error);
    }
  gyre_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  born = gyre_component_new (TEST_TYPE_OPEN, NULL, &error, "whole", "3", "real", "2.5", "truth", "true", "long", "3 km", "fast", "9.81 m/s^2",
                             "list", "(1 m, 2 m)", "word", "\"3 km\"", "digits", "\"12\"", "odd", "2nd", NULL);
  g_assert_no_error (error);
  assert_kinds (set);
  assert_kinds (together);
  assert_kinds (born);
}

/* What is saved is loaded as the same, also where nothing is configured. */
static void
test_saved (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TestOpen) open = NULL;
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GyreExecutive) other = gyre_executive_new ();
  g_autoptr (GyreComponent) again = NULL;

  gyre_executive_load_text (gyre_executive_get_current (), "kinds.pfg", formats[0][1], GYRE_CATEGORY_USER, NULL, &error);
  open = test_new (TEST_TYPE_OPEN, "kinds-pfg");
  test_set_text (open, "ratio", "50 %");
  test_set_text (open, "double", "{.long} * 2");
  snapshot = gyre_component_take_snapshot (GYRE_COMPONENT (open), GYRE_SNAPSHOT_PLAIN, &error);
  g_assert_no_error (error);
  gyre_executive_push (other);
  again = gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, &error);
  g_assert_no_error (error);
  assert_kinds (again);
  test_assert_kind (again, "ratio", "quantity");
  test_assert_kind (again, "double", "quantity");
  test_set_text (again, "long", "1 m");
  test_assert_text (again, "double", "2 m");
  g_clear_object (&again);
  gyre_executive_pop (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dynamic-setting/nearest-class-then-name-then-priority", test_order);
  g_test_add_func ("/model/dynamic-setting/later-settings-reach-living-instances", test_later);
  g_test_add_func ("/model/dynamic-setting/mistake-is-told-with-its-place", test_mistakes);
  g_test_add_func ("/model/dynamic-setting/settings-follow-other-values", test_references);
  g_test_add_func ("/model/dynamic-setting/closed-class-refuses-unknown-keys", test_closed);
  g_test_add_func ("/model/dynamic-setting/every-format-says-the-same-kinds", test_formats);
  g_test_add_func ("/model/dynamic-setting/arguments-setters-and-keywords-say-the-same-kinds", test_texts);
  g_test_add_func ("/model/dynamic-setting/kinds-that-texts-say-are-saved", test_saved);
  return g_test_run ();
}
