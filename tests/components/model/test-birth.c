/* test-birth.c: The values that the instances of a class are born with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-birth-private.h"

typedef struct { GyreComponent parent_instance; double a; char *b; } TestParent;
typedef struct { GyreComponentClass parent_class; } TestParentClass;
typedef struct { TestParent parent_instance; } TestChild;
typedef struct { TestParentClass parent_class; } TestChildClass;
GYRE_DEFINE_COMPONENT (TestParent, test_parent, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (a, 1.0), gyre_string (b, "b")), GYRE_BEHAVIORS (), .family = "test.parent")
GYRE_DEFINE_COMPONENT (TestChild, test_child, test_parent_get_type (), GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.child")

static void
assert_default (GType type, const char *trait, const char *expected)
{
  g_autofree char *text = gyre_actor_dup_default (gyre_actor_get (type), trait, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
begin (GyreExecutive *executive)
{
  gyre_actor_get (test_child_get_type ());
  gyre_executive_push (executive);
}

static void
test_follow (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreActor *parent = gyre_actor_get (test_parent_get_type ());
  GyreActor *child = gyre_actor_get (test_child_get_type ());

  begin (executive);
  assert_default (test_child_get_type (), "a", "1");
  g_assert_true (gyre_actor_set_default (parent, "a", "2", NULL));
  assert_default (test_child_get_type (), "a", "2");
  g_assert_true (gyre_actor_set_default (child, "a", "3", NULL));
  g_assert_true (gyre_actor_set_default (parent, "a", "4", NULL));
  assert_default (test_child_get_type (), "a", "3");
  assert_default (test_parent_get_type (), "a", "4");
  gyre_executive_pop (executive);
  assert_default (test_parent_get_type (), "a", "1");
}

static void
test_later_only (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreComponent) early = NULL;
  g_autoptr (GyreComponent) late = NULL;

  begin (executive);
  early = test_new (test_parent_get_type (), NULL);
  g_assert_true (gyre_actor_set_default (gyre_actor_get (test_parent_get_type ()), "a", "2", NULL));
  late = test_new (test_parent_get_type (), NULL);
  test_assert_text (early, "a", "1");
  test_assert_text (late, "a", "2");
  gyre_executive_pop (executive);
}

static void
test_places (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreComponent) child = NULL;
  g_autoptr (GyreLocator) declared = NULL;

  begin (executive);
  test_load_as (executive, GYRE_CATEGORY_USER, "test.parent.a = 5\n");
  child = test_new (test_child_get_type (), NULL);
  test_assert_text (child, "a", "5");
  test_assert_family_place (child, "a", "test.pfg:1:17");
  g_assert_cmpint (test_category_of (child, "a"), ==, GYRE_CATEGORY_USER);
  g_assert_cmpint (test_category_of (child, "b"), ==, GYRE_CATEGORY_DEFAULTS);
  declared = gyre_component_dup_value_locator (child, "b", NULL);
  g_assert_true (g_str_has_suffix (gyre_locator_get_file (declared), "test-birth.c"));
  gyre_executive_pop (executive);
}

/* Explicit beats command beats user, whatever comes first. */
static void
test_priority (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();

  begin (executive);
  test_load_as (executive, GYRE_CATEGORY_COMMAND, "test.parent.a = 7\n");
  test_load_as (executive, GYRE_CATEGORY_USER, "test.parent.a = 6\n");
  assert_default (test_parent_get_type (), "a", "7");
  g_assert_true (gyre_actor_set_default (gyre_actor_get (test_parent_get_type ()), "a", "8", NULL));
  test_load_as (executive, GYRE_CATEGORY_COMMAND, "test.parent.a = 9\n");
  assert_default (test_parent_get_type (), "a", "8");
  gyre_executive_pop (executive);
}

static void
test_kept (void)
{
  GyreComponentClass *class = g_type_class_ref (test_parent_get_type ());
  GyreExecutive *executive = gyre_executive_get_default ();
  GyreBirth *birth = gyre_birth_get (class, executive);

  g_assert_true (gyre_birth_get (class, executive) == birth);
  gyre_birth_invalidate (class->actor, executive);
  g_assert_true (gyre_birth_get (class, executive) != birth);
  g_type_class_unref (class);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/birth/derived-follows-its-base-until-it-has-a-value", test_follow);
  g_test_add_func ("/model/birth/default-by-code-is-for-later-instances", test_later_only);
  g_test_add_func ("/model/birth/place-is-known-through-the-base", test_places);
  g_test_add_func ("/model/birth/weight-decides-and-not-the-order", test_priority);
  g_test_add_func ("/model/birth/one-birth-until-something-changes", test_kept);
  return g_test_run ();
}
