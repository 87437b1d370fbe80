/* test-registrar.c: The classes and interfaces that the process knows
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plain-model.h"

static GyreRegistrar *
registrar (void)
{
  return gyre_registrar_get_default ();
}

static GType
type_of (gpointer record)
{
  return gyre_requirement_get_gtype (record);
}

static void
test_find (void)
{
  const PlainClass table = { .name = "RegistrarFound", .family = "registrar-package.found" };
  GyreActor *actor;

  g_assert_null (gyre_registrar_find (registrar (), "registrar-package.found"));
  g_assert_false (gyre_registrar_has_package (registrar (), "registrar-package"));
  actor = plain_declare (&table);
  g_assert_true (gyre_registrar_find (registrar (), "registrar-package.found") == GYRE_REQUIREMENT (actor));
  g_assert_true (gyre_registrar_has_package (registrar (), "registrar-package"));
}

static void
test_family_collision (void)
{
  const PlainClass first = { .name = "RegistrarFirst", .family = "test.registrar.shared" };
  const PlainClass second = { .name = "RegistrarSecond", .family = "test.registrar.shared" };
  const PlainClass role = { .name = "RegistrarSharedRole", .family = "test.registrar.shared", .parent = G_TYPE_INTERFACE };
  GyreActor *actor = plain_declare (&first);
  g_autofree char *text = plain_declare_invalid (&second);
  g_autofree char *other = plain_declare_invalid (&role);

  plain_assert_contains (text, "plain.c:10:1: RegistrarSecond: the family 'test.registrar.shared' is taken by "
                               "RegistrarFirst (test.registrar.shared), plain.c:10:1");
  plain_assert_contains (other, "RegistrarSharedRole: the family 'test.registrar.shared' is taken by RegistrarFirst");
  g_assert_true (gyre_registrar_find (registrar (), "test.registrar.shared") == GYRE_REQUIREMENT (actor));
}

static void
test_invalid_leaves_nothing (void)
{
  const PlainClass table = { .name = "RegistrarBroken", .family = "registrar-broken.role", .parent = G_TYPE_INTERFACE,
                             .traits = { PLAIN_TRAIT ("one", real, .aliases = "a=b") } };
  g_autofree char *text = plain_declare_invalid (&table);
  g_autoptr (GPtrArray) interfaces = gyre_registrar_list_interfaces (registrar ());
  GyreRole *role = gyre_role_get (g_type_from_name ("RegistrarBroken"));

  plain_assert_contains (text, "a=b");
  g_assert_nonnull (role);
  g_assert_false (gyre_requirement_is_valid (GYRE_REQUIREMENT (role), NULL));
  g_assert_false (g_ptr_array_find (interfaces, role, NULL));
  g_assert_null (gyre_registrar_find (registrar (), "registrar-broken.role"));
  g_assert_false (gyre_registrar_has_package (registrar (), "registrar-broken"));
}

static void
test_invalid_family (void)
{
  const PlainClass table = { .name = "RegistrarOddFamily", .family = "test..odd" };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (text, "RegistrarOddFamily: 'test..odd' can't be a family: ");
}

static void
test_lists (void)
{
  const PlainClass base = { .name = "RegistrarBase", .parent = G_TYPE_INTERFACE };
  GyreRole *base_role = plain_declare_interface (&base);
  const PlainClass derived = { .name = "RegistrarDerived", .parent = G_TYPE_INTERFACE, .implements = { type_of (base_role) } };
  GyreRole *role = plain_declare_interface (&derived);
  const PlainClass first = { .name = "RegistrarImplementer", .implements = { type_of (role) } };
  GyreActor *actor = plain_declare (&first);
  const PlainClass second = { .name = "RegistrarHeir", .parent = type_of (actor) };

  plain_declare (&second);
  g_autoptr (GPtrArray) interfaces = gyre_registrar_list_interfaces (registrar ());
  g_autoptr (GPtrArray) classes = gyre_registrar_list_classes (registrar ());
  g_autoptr (GPtrArray) implementers = gyre_registrar_list_implementers (registrar (), base_role);
  g_autofree char *names = plain_join_records (implementers);
  guint base_place = 0, place = 0;

  g_assert_true (g_ptr_array_find (interfaces, base_role, &base_place));
  g_assert_true (g_ptr_array_find (interfaces, role, &place));
  g_assert_cmpuint (base_place, <, place);
  g_assert_true (g_ptr_array_find (classes, actor, NULL));
  g_assert_cmpstr (names, ==, "RegistrarImplementer RegistrarHeir");
}

static void
on_registered (GyreRegistrar *self, GyreRequirement *record, GString *names)
{
  g_assert_true (gyre_requirement_is_valid (record, NULL));
  g_string_append_printf (names, "%s ", gyre_requirement_get_name (record));
}

static void
test_observers (void)
{
  static const PlainClass role = { .name = "ObservedRole", .parent = G_TYPE_INTERFACE };
  static const PlainClass class = { .name = "ObservedClass" };
  static const PlainClass broken = { .name = "ObservedBroken", .traits = { PLAIN_TRAIT ("one", real, .aliases = "a=b") } };
  static const PlainClass late = { .name = "ObservedLate" };
  GString *names = g_string_new (NULL);
  gulong handler = g_signal_connect (registrar (), "registered", G_CALLBACK (on_registered), names);

  plain_declare_interface (&role);
  plain_declare (&class);
  g_free (plain_declare_invalid (&broken));
  g_signal_handler_disconnect (registrar (), handler);
  plain_declare (&late);
  if (strstr (names->str, "Plain ") != NULL)
    g_string_erase (names, strstr (names->str, "Plain ") - names->str, strlen ("Plain "));
  g_assert_cmpstr (names->str, ==, "ObservedRole ObservedClass ");
  g_string_free (names, TRUE);
}

static void
test_suggestion (void)
{
  const PlainClass table = { .name = "RegistrarNear", .family = "test.registrar.montecarlo" };
  g_autofree char *hint = NULL;

  plain_declare (&table);
  hint = gyre_registrar_suggest_family (registrar (), "test.registrar.montcarlo");
  g_assert_cmpstr (hint, ==, "did you mean 'test.registrar.montecarlo'?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/registrar/finds-by-family", test_find);
  g_test_add_func ("/gobject/registrar/family-collision-names-both-sides", test_family_collision);
  g_test_add_func ("/gobject/registrar/invalid-interface-leaves-nothing-but-its-type", test_invalid_leaves_nothing);
  g_test_add_func ("/gobject/registrar/invalid-family-is-refused", test_invalid_family);
  g_test_add_func ("/gobject/registrar/lists-bases-first-and-implementers-through-bases-and-ancestors", test_lists);
  g_test_add_func ("/gobject/registrar/observers-see-valid-declarations", test_observers);
  g_test_add_func ("/gobject/registrar/near-misses-are-suggested", test_suggestion);
  return g_test_run ();
}
