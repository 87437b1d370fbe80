/* test-dynamic-setting.c: What is configured for attributes that nobody has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dynamic-setting/nearest-class-then-name-then-priority", test_order);
  g_test_add_func ("/model/dynamic-setting/later-settings-reach-living-instances", test_later);
  g_test_add_func ("/model/dynamic-setting/mistake-is-told-with-its-place", test_mistakes);
  g_test_add_func ("/model/dynamic-setting/settings-follow-other-values", test_references);
  g_test_add_func ("/model/dynamic-setting/closed-class-refuses-unknown-keys", test_closed);
  return g_test_run ();
}
