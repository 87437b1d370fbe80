/* test-birth.c: The values that the instances of a class are born with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-state-private.h"

typedef struct
{
  GyreComponent parent_instance;
  bool flag;
  gint64 count;
  double ratio;
  char *title;
  GyreMaybeInteger seed;
  GyreArray *points;
  GyreList *words;
  double fixed;
} TestBase;
typedef struct { GyreComponentClass parent_class; } TestBaseClass;
typedef struct { TestBase parent_instance; } TestDerived;
typedef struct { TestBaseClass parent_class; } TestDerivedClass;
typedef struct { GyreComponent parent_instance; double size; } TestLate;
typedef struct { GyreComponentClass parent_class; } TestLateClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestBase, g_object_unref)

GYRE_DEFINE_COMPONENT (TestBase, test_base, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_boolean (flag, TRUE), gyre_integer (count, 3, .maximum = 100), gyre_real (ratio, 0.5), gyre_string (title, "base"),
    gyre_maybe_integer (seed, "none"), gyre_array (points, "(1, 2)"), gyre_list (words, string, "(a, b)"),
    gyre_real (fixed, 4.0, .construct_only = TRUE)),
  GYRE_BEHAVIORS (), .family = "test.base")
GYRE_DEFINE_COMPONENT (TestDerived, test_derived, test_base_get_type (), GYRE_TRAITS (), GYRE_BEHAVIORS (),
  .family = "test.derived", GYRE_DEFAULTS ({ "ratio", "0.75" }))
GYRE_DEFINE_COMPONENT (TestLate, test_late, GYRE_TYPE_COMPONENT, GYRE_TRAITS (gyre_real (size, 1.0)), GYRE_BEHAVIORS (),
  .family = "test.late")

typedef struct { GyreComponent parent_instance; gint64 count; bool flag; } TestWrong;
typedef struct { GyreComponentClass parent_class; } TestWrongClass;

GYRE_DEFINE_COMPONENT (TestWrong, test_wrong, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (count, 3, .maximum = 100), gyre_boolean (flag, TRUE)), GYRE_BEHAVIORS (),
  .family = "test.wrong")

/* Everything that a fact says is said in an executive of its own. */
static GyreExecutive *
begin (const char *settings)
{
  GyreExecutive *executive;

  gyre_executive_get_default ();
  executive = gyre_executive_new ();
  gyre_executive_push (executive);
  if (settings != NULL)
    test_load_as (executive, GYRE_CATEGORY_USER, settings);
  return executive;
}

static void
end (GyreExecutive *executive)
{
  gyre_executive_pop (executive);
  g_object_unref (executive);
}

static void
assert_born (GType type, const char *trait, const char *expected)
{
  g_autoptr (GyreComponent) component = test_new (type, NULL);

  test_assert_text (component, trait, expected);
}

static void
set_default (GType type, const char *trait, const char *text)
{
  g_autoptr (GError) error = NULL;

  gyre_actor_set_default (gyre_actor_get (type), trait, text, &error);
  g_assert_no_error (error);
}

static void
test_declared (void)
{
  GyreExecutive *executive = begin (NULL);
  g_autoptr (TestBase) base = test_new (test_base_get_type (), NULL);

  g_assert_true (base->flag);
  g_assert_cmpint (base->count, ==, 3);
  g_assert_cmpfloat (base->ratio, ==, 0.5);
  g_assert_cmpstr (base->title, ==, "base");
  g_assert_false (base->seed.present);
  g_assert_cmpfloat (base->points->values[1], ==, 2);
  g_assert_cmpuint (gyre_list_get_length (base->words), ==, 2);
  g_assert_cmpint (test_category_of (base, "title"), ==, GYRE_CATEGORY_DEFAULTS);
  end (executive);
}

static void
test_before_declaration (void)
{
  GyreExecutive *executive;

  gyre_executive_get_default ();
  g_assert_null (gyre_registrar_find (gyre_registrar_get_default (), "test.late"));
  executive = begin ("test.late.size = 7\n");
  assert_born (test_late_get_type (), "size", "7");
  end (executive);
}

static void
test_after_declaration (void)
{
  GyreExecutive *executive = begin (NULL);

  assert_born (test_base_get_type (), "count", "3");
  test_load_as (executive, GYRE_CATEGORY_USER, "test.base.count = 8\n" "test.base.seed = 9\n");
  assert_born (test_base_get_type (), "count", "8");
  assert_born (test_base_get_type (), "seed", "9");
  end (executive);
}

/* GObject hands the declared default over once more for what can only be set while it is built. */
static void
test_construct_only (void)
{
  GyreExecutive *executive = begin ("test.base.fixed = 7\n");
  g_autoptr (GyreComponent) given = NULL;

  assert_born (test_base_get_type (), "fixed", "7");
  given = gyre_component_new (test_base_get_type (), NULL, NULL, "fixed", 6.0, NULL);
  test_assert_text (given, "fixed", "6");
  g_assert_cmpint (test_category_of (given, "fixed"), ==, GYRE_CATEGORY_CONSTRUCTION);
  end (executive);
}

static void
test_derived_follows (void)
{
  GyreExecutive *executive = begin ("test.base.count = 5\n" "test.base.ratio = 5\n");
  g_autoptr (GyreComponent) derived = test_new (test_derived_get_type (), NULL);

  test_assert_text (derived, "count", "5");
  test_assert_family_place (derived, "count", "test.pfg:1:19");
  /* What a class says of an inherited trait is a value of its own. */
  test_assert_text (derived, "ratio", "0.75");
  set_default (test_base_get_type (), "count", "6");
  assert_born (test_derived_get_type (), "count", "6");
  test_load_as (executive, GYRE_CATEGORY_PACKAGE, "test.derived.count = 7\n");
  assert_born (test_derived_get_type (), "count", "7");
  set_default (test_base_get_type (), "count", "8");
  assert_born (test_derived_get_type (), "count", "7");
  assert_born (test_base_get_type (), "count", "8");
  end (executive);
}

static void
test_by_code (void)
{
  GyreExecutive *executive = begin (NULL);
  g_autoptr (GyreComponent) earlier = test_new (test_base_get_type (), NULL);
  g_autoptr (GError) error = NULL;

  set_default (test_base_get_type (), "count", "10");
  test_assert_text (earlier, "count", "3");
  assert_born (test_base_get_type (), "count", "10");
  test_load_as (executive, GYRE_CATEGORY_COMMAND, "test.base.count = 11\n");
  assert_born (test_base_get_type (), "count", "10");
  g_assert_false (gyre_actor_set_default (gyre_actor_get (test_base_get_type ()), "count", "101", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.base.count: ", "at most 100", "101");
  assert_born (test_base_get_type (), "count", "10");
  end (executive);
}

/* What is said of a class that nobody knows yet can't be refused when it is read. */
static void
test_wrong_settings (void)
{
  GyreExecutive *executive = begin ("test.wrong.count = 101\n" "test.wrong.flag = perhaps\n" "test.wrong.cuont = 1\n");
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (GError) error = NULL;
  GyreBirth *birth = gyre_birth_get (g_type_class_ref (test_wrong_get_type ()), executive);

  g_assert_cmpuint (gyre_report_get_errors (birth->report), ==, 3);
  component = gyre_component_new (test_wrong_get_type (), NULL, &error, NULL);
  g_assert_null (component);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "test.pfg:1:20", "at most 100", "101",
                     "test.pfg:2:19", "perhaps", "test.pfg:3:1", "'count'");
  g_type_class_unref (g_type_class_peek (test_wrong_get_type ()));
  end (executive);
}

static void
test_image (void)
{
  GyreExecutive *executive = begin ("test.base.title = shared\n");
  g_autoptr (TestBase) first = test_new (test_base_get_type (), NULL);
  g_autoptr (TestBase) second = test_new (test_base_get_type (), NULL);

  g_assert_true (gyre_component_get_birth (GYRE_COMPONENT (first)) == gyre_component_get_birth (GYRE_COMPONENT (second)));
  test_set_text (first, "title", "own");
  test_set_text (first, "points", "(7, 8)");
  g_assert_cmpstr (second->title, ==, "shared");
  g_assert_cmpfloat (second->points->values[0], ==, 1);
  g_clear_object (&first);
  assert_born (test_base_get_type (), "title", "shared");
  assert_born (test_base_get_type (), "points", "(1, 2)");
  end (executive);
}

static void
test_two_executives (void)
{
  GyreExecutive *one = begin ("test.base.count = 21\n");
  GyreExecutive *two;

  set_default (test_base_get_type (), "title", "one");
  two = begin ("test.base.ratio = 22\n");
  assert_born (test_base_get_type (), "count", "3");
  assert_born (test_base_get_type (), "title", "base");
  assert_born (test_base_get_type (), "ratio", "22");
  end (two);
  assert_born (test_base_get_type (), "count", "21");
  assert_born (test_base_get_type (), "title", "one");
  assert_born (test_base_get_type (), "ratio", "0.5");
  end (one);
  assert_born (test_base_get_type (), "count", "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/birth/setting-waits-for-the-declaration-of-its-class", test_before_declaration);
  g_test_add_func ("/model/birth/fresh-instance-holds-the-declared-default-of-each-kind", test_declared);
  g_test_add_func ("/model/birth/setting-after-the-declaration-reaches-the-next-instance", test_after_declaration);
  g_test_add_func ("/model/birth/setting-and-keyword-beat-the-default-of-a-construct-only-real", test_construct_only);
  g_test_add_func ("/model/birth/derived-follows-its-base-until-it-has-a-value-of-its-own", test_derived_follows);
  g_test_add_func ("/model/birth/default-by-code-is-for-later-instances-and-stays", test_by_code);
  g_test_add_func ("/model/birth/wrong-settings-are-all-reported-and-refuse-instances", test_wrong_settings);
  g_test_add_func ("/model/birth/instances-share-their-birth-and-not-their-changes", test_image);
  g_test_add_func ("/model/birth/executives-do-not-mix", test_two_executives);
  return g_test_run ();
}
