/* test-role.c: The order of an interface's bases
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plain-model.h"

static GType
declare (const char *name, GType first, GType second, GError **error)
{
  const PlainClass table = {
    .name = name, .parent = G_TYPE_INTERFACE, .implements = { first, second },
    .traits = { PLAIN_TRAIT (name, real) },
  };
  return plain_register_interface (&table, error);
}

static char *
order_of (GType type)
{
  return plain_join_records (gyre_requirement_get_pedigree (GYRE_REQUIREMENT (gyre_role_get (type))));
}

static void
test_diamond (void)
{
  GType root = declare ("DiamondRoot", 0, 0, NULL);
  GType left = declare ("DiamondLeft", root, 0, NULL);
  GType right = declare ("DiamondRight", root, 0, NULL);
  GType leaf = declare ("DiamondLeaf", left, right, NULL);
  g_autofree char *order = order_of (leaf);
  g_autofree char *traits =
    plain_join (gyre_requirement_get_inherited_traits (GYRE_REQUIREMENT (gyre_role_get (leaf))));

  g_assert_cmpstr (order, ==, "DiamondLeaf DiamondLeft DiamondRight DiamondRoot");
  g_assert_cmpstr (traits, ==, "DiamondLeft DiamondRight DiamondRoot");
  g_assert_true (gyre_role_extends (gyre_role_get (leaf), gyre_role_get (root)));
  g_assert_true (gyre_role_extends (gyre_role_get (leaf), gyre_role_get (leaf)));
  g_assert_false (gyre_role_extends (gyre_role_get (left), gyre_role_get (right)));
  g_assert_true (g_type_is_a (leaf, root));
}

static void
test_base_before_derived (void)
{
  GType root = declare ("InconsistentRoot", 0, 0, NULL);
  GType derived = declare ("InconsistentDerived", root, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (declare ("Inconsistent", root, derived, &error), ==, G_TYPE_INVALID);
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_BASES);
  plain_assert_contains (error->message, "no consistent order");
  g_assert_cmpuint (g_type_from_name ("Inconsistent"), ==, G_TYPE_INVALID);
}

static void
test_contradicting_orders (void)
{
  GType first = declare ("ContradictFirst", 0, 0, NULL);
  GType second = declare ("ContradictSecond", 0, 0, NULL);
  GType one = declare ("ContradictOne", first, second, NULL);
  GType other = declare ("ContradictOther", second, first, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (declare ("Contradict", one, other, &error), ==, G_TYPE_INVALID);
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_BASES);
}

static void
test_base_twice (void)
{
  GType base = declare ("TwiceBase", 0, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (declare ("Twice", base, base, &error), ==, G_TYPE_INVALID);
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_BASES);
  plain_assert_contains (error->message, "TwiceBase is named twice");
}

static void
test_unknown_base (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (declare ("UnknownBase", G_TYPE_TYPE_PLUGIN, 0, &error), ==, G_TYPE_INVALID);
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_BASES);
  plain_assert_contains (error->message, "GTypePlugin is no interface that Gyre knows");
}

static void
test_implementation (void)
{
  static const PlainClass base = {
    .name = "ImplementationBase", .parent = G_TYPE_INTERFACE, .implementation = "test.role.default",
  };
  GyreRole *role = plain_declare_interface (&base);
  GType derived = declare ("ImplementationDerived", gyre_requirement_get_gtype (GYRE_REQUIREMENT (role)), 0, NULL);

  g_assert_cmpstr (gyre_role_get_implementation (role), ==, "test.role.default");
  g_assert_cmpstr (gyre_role_get_implementation (gyre_role_get (derived)), ==, "test.role.default");
}

static void
test_shadowing_base (void)
{
  GType base = declare ("ShadowedTrait", 0, 0, NULL);
  const PlainClass table = {
    .name = "ShadowingRole", .parent = G_TYPE_INTERFACE, .implements = { base },
    .traits = { PLAIN_TRAIT ("ShadowedTrait", real, .summary = "nearer") },
  };
  GyreRequirement *record = GYRE_REQUIREMENT (plain_declare_interface (&table));

  g_assert_true (gyre_descriptor_get_owner (gyre_requirement_find_trait (record, "ShadowedTrait")) == record);
  g_assert_cmpuint (gyre_requirement_get_inherited_traits (record)->len, ==, 0);
}

static void
test_get (void)
{
  g_assert_null (gyre_role_get (G_TYPE_TYPE_PLUGIN));
  g_assert_null (gyre_role_get (G_TYPE_INVALID));
  g_assert_null (gyre_role_get (plain_get_type ()));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/role/diamond-has-pythons-order", test_diamond);
  g_test_add_func ("/gobject/role/base-before-what-extends-it-is-refused", test_base_before_derived);
  g_test_add_func ("/gobject/role/contradicting-orders-are-refused", test_contradicting_orders);
  g_test_add_func ("/gobject/role/base-named-twice-is-refused", test_base_twice);
  g_test_add_func ("/gobject/role/foreign-interface-is-no-base", test_unknown_base);
  g_test_add_func ("/gobject/role/default-implementation-is-inherited", test_implementation);
  g_test_add_func ("/gobject/role/redeclared-trait-of-a-base-is-shadowed", test_shadowing_base);
  g_test_add_func ("/gobject/role/only-interfaces-have-one", test_get);
  return g_test_run ();
}
