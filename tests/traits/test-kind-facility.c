/* test-kind-facility.c: The kind of other components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static GyreTrait *
facility (void)
{
  return MAKE_TRAIT (POINTER (facility), .get_type = g_object_get_type, .nullable = TRUE);
}

static void
test_texts (void)
{
  g_assert_true (gyre_trait_is_facility (facility ()));
  assert_reads (facility (), " gauss.shapes.ball#b ", "gauss.shapes.ball#b");
  assert_reads (facility (), "none", "none");
  assert_reads (facility (), "'#none, but a name'", "#none, but a name");
}

static void
test_nothing (void)
{
  assert_refuses (facility (), "  ", GYRE_VALUE_ERROR_SYNTAX, "must say a component, is empty (at character 3)");
  assert_hint (facility (), "", "write a family, family#name, #name, or none");
  assert_refuses (MAKE_TRAIT (POINTER (facility)), "none", GYRE_VALUE_ERROR_NULL, "may not be none (at character 1)");
}

static void
test_property (void)
{
  g_autoptr (GParamSpec) specification = g_param_spec_ref_sink (gyre_kind_facility.specify (facility (), G_PARAM_READWRITE));

  g_assert_true (specification->value_type == G_TYPE_OBJECT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-facility/text-is-kept-as-it-was-said", test_texts);
  g_test_add_func ("/traits/kind-facility/nothing-is-no-component", test_nothing);
  g_test_add_func ("/traits/kind-facility/property-takes-any-object", test_property);
  return g_test_run ();
}
