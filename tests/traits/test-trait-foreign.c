/* test-trait-foreign.c: Traits of properties that other code has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static GyreTrait *
foreign (GParamSpec *specification)
{
  GyreTrait *trait = gyre_trait_new_foreign (g_param_spec_ref_sink (specification));

  if (fixture_traits == NULL)
    fixture_traits = g_ptr_array_new ();
  g_ptr_array_add (fixture_traits, trait);
  g_param_spec_unref (specification);
  return trait;
}

static void
assert_foreign (GParamSpec *specification, const char *kind, const char *initial)
{
  GyreTrait *trait = foreign (specification);
  g_autofree char *text = gyre_trait_dup_initial_text (trait);

  g_assert_true (gyre_trait_is_foreign (trait));
  g_assert_cmpstr (gyre_trait_get_kind_name (trait), ==, kind);
  g_assert_cmpstr (text, ==, initial);
}

static void
test_foreign (void)
{
  assert_foreign (g_param_spec_boolean ("a", NULL, NULL, TRUE, G_PARAM_READWRITE), "boolean", "true");
  assert_foreign (g_param_spec_int ("a", NULL, NULL, -5, 5, 3, G_PARAM_READWRITE), "integer", "3");
  assert_foreign (g_param_spec_uint64 ("a", NULL, NULL, 0, G_MAXUINT64, 3, G_PARAM_READWRITE), "integer", "3");
  assert_foreign (g_param_spec_double ("a", NULL, NULL, 0, 1, 0.5, G_PARAM_READWRITE), "real", "0.5");
  assert_foreign (g_param_spec_float ("a", NULL, NULL, 0, 1, 0.5, G_PARAM_READWRITE), "real", "0.5");
  assert_foreign (g_param_spec_string ("a", NULL, NULL, "none", G_PARAM_READWRITE), "string", "\"none\"");
  assert_foreign (g_param_spec_string ("a", NULL, NULL, NULL, G_PARAM_READWRITE), "string", "none");
  assert_foreign (g_param_spec_boxed ("a", NULL, NULL, GYRE_TYPE_ARRAY, G_PARAM_READWRITE), "array", "none");
  assert_foreign (g_param_spec_object ("a", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READWRITE), "facility", "none");
}

static void
test_foreign_bounds (void)
{
  GyreTrait *small = foreign (g_param_spec_int ("a", NULL, NULL, -5, 5, 3, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY));
  GyreTrait *read_only = foreign (g_param_spec_double ("a", NULL, NULL, 0, 1, 0.5, G_PARAM_READABLE));

  g_assert_true (gyre_trait_is_construct_only (small));
  g_assert_false (gyre_trait_is_writable (read_only));
  assert_refuses (small, "6", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least -5 and at most 5, is 6 (at character 1)");
  assert_refuses (read_only, "2", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least 0 and at most 1, is 2 (at character 1)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/trait-foreign/property-of-other-code-is-a-trait", test_foreign);
  g_test_add_func ("/traits/trait-foreign/bounds-of-other-code-hold", test_foreign_bounds);
  return g_test_run ();
}
