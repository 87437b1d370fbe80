/* test-trait.c: A typed member of a class: a property or a facility
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
test_attributes (void)
{
  GyreTrait *trait = fixture_make ((GyreTraitDeclaration) { .field = "memory_size", REAL, .units = "m", .construct_only = TRUE, .summary = "how much" });
  g_autofree char *path = gyre_trait_dup_path (trait, "gauss.ball");

  g_assert_cmpstr (gyre_trait_get_name (trait), ==, "memory-size");
  g_assert_cmpstr (path, ==, "gauss.ball.memory-size");
  g_assert_cmpstr (gyre_trait_get_units (trait), ==, "m");
  g_assert_cmpstr (gyre_trait_get_kind_name (trait), ==, "real");
  g_assert_true (gyre_trait_is_construct_only (trait) && gyre_trait_is_writable (trait));
  g_assert_false (gyre_trait_is_nullable (trait) || gyre_trait_is_facility (trait) || gyre_trait_is_foreign (trait));
  g_assert_null (gyre_trait_get_specification (trait));
}

static void
test_nullable (void)
{
  g_assert_true (gyre_trait_is_nullable (MAKE_TRAIT (MAYBE (real, REAL))));
  g_assert_true (gyre_trait_is_nullable (MAKE_TRAIT (POINTER (string), .nullable = TRUE)));
  g_assert_false (gyre_trait_is_nullable (MAKE_TRAIT (POINTER (string))));
}

static void
assert_kind_text (GyreTrait *trait, const char *expected)
{
  g_autofree char *text = gyre_trait_dup_kind_text (trait);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_kind_text (void)
{
  assert_kind_text (MAKE_TRAIT (REAL), "real");
  assert_kind_text (MAKE_TRAIT (LIST_OF (path)), "list of path");
  assert_kind_text (MAKE_TRAIT (POINTER (array)), "array of real");
  assert_kind_text (MAKE_TRAIT (POINTER (facility), .get_type = g_object_get_type), "facility GObject");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/trait/says-what-its-declaration-says", test_attributes);
  g_test_add_func ("/traits/trait/number-is-nullable-by-its-field", test_nullable);
  g_test_add_func ("/traits/trait/kind-is-told-with-its-elements", test_kind_text);
  return g_test_run ();
}
