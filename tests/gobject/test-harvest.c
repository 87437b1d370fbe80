/* test-harvest.c: What a class has from its declaration and from its ancestors
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plain-model.h"

static GyreActor *
declare_base (const char *name)
{
  const PlainClass table = {
    .name = name,
    .traits = { PLAIN_TRAIT ("size", real, .aliases = "s, Größe der Welt"), PLAIN_TRAIT ("memory_size", integer),
                PLAIN_TRAIT ("color", string) },
    .behaviors = { PLAIN_BEHAVIOR ("grow", (nothing)) },
  };
  return plain_declare (&table);
}

static GyreActor *
derive (GyreActor *base, const char *name, const GyreTraitDeclaration *row)
{
  const PlainClass table = {
    .name = name, .parent = gyre_requirement_get_gtype (GYRE_REQUIREMENT (base)), .traits = { *row },
  };
  return plain_declare (&table);
}

static void
test_order (void)
{
  GyreRequirement *record = GYRE_REQUIREMENT (declare_base ("HarvestOrder"));
  g_autofree char *names = plain_join (gyre_requirement_get_local_traits (record));

  g_assert_true (gyre_requirement_is_valid (record, NULL));
  g_assert_cmpstr (names, ==, "size memory-size color grow");
}

static void
test_inherited (void)
{
  GyreActor *base = declare_base ("HarvestInheritedBase");
  GyreActor *middle = derive (base, "HarvestInheritedMiddle", &(GyreTraitDeclaration) PLAIN_TRAIT ("weight", real));
  GyreRequirement *leaf =
    GYRE_REQUIREMENT (derive (middle, "HarvestInheritedLeaf", &(GyreTraitDeclaration) PLAIN_TRAIT ("age", integer)));
  g_autoptr (GPtrArray) all = gyre_requirement_get_traits (leaf);
  g_autofree char *inherited = plain_join (gyre_requirement_get_inherited_traits (leaf));
  g_autofree char *names = plain_join (all);
  g_autofree char *pedigree = plain_join_records (gyre_requirement_get_pedigree (leaf));

  g_assert_cmpstr (inherited, ==, "weight size memory-size color grow");
  g_assert_cmpstr (names, ==, "age weight size memory-size color grow");
  g_assert_cmpstr (pedigree, ==, "HarvestInheritedLeaf HarvestInheritedMiddle HarvestInheritedBase Plain");
}

static void
test_shadowing (void)
{
  GyreActor *base = declare_base ("HarvestShadowBase");
  GyreRequirement *leaf =
    GYRE_REQUIREMENT (derive (base, "HarvestShadowLeaf", &(GyreTraitDeclaration) PLAIN_TRAIT ("size", integer)));
  g_autofree char *inherited = plain_join (gyre_requirement_get_inherited_traits (leaf));
  GyreTrait *trait = (GyreTrait *) gyre_requirement_find_trait (leaf, "size");

  g_assert_true (gyre_requirement_is_valid (leaf, NULL));
  g_assert_cmpstr (inherited, ==, "memory-size color grow");
  g_assert_true (trait->descriptor.owner == leaf);
  g_assert_true (trait->kind == &gyre_kind_integer);
  g_assert_null (gyre_requirement_find_trait (leaf, "s"));
  g_assert_nonnull (gyre_requirement_find_trait (GYRE_REQUIREMENT (base), "s"));
}

static void
test_slots (void)
{
  GyreActor *base = declare_base ("HarvestSlotsBase");
  GyreActor *leaf = derive (base, "HarvestSlotsLeaf", &(GyreTraitDeclaration) PLAIN_TRAIT ("size", integer));
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (leaf));
  GyreDescriptor *shadowed = gyre_requirement_find_trait (GYRE_REQUIREMENT (base), "size");
  GyreDescriptor *kept = gyre_requirement_find_trait (GYRE_REQUIREMENT (base), "color");
  GyreDescriptor *nearer = gyre_requirement_find_trait (GYRE_REQUIREMENT (leaf), "size");

  g_assert_true (shadowed != nearer);
  g_assert_true (record->slots[shadowed->index] == nearer);
  g_assert_true (record->slots[kept->index] == kept);
  g_assert_true (record->slots[nearer->index] == nearer);
}

static void
test_aliases (void)
{
  GyreRequirement *record = GYRE_REQUIREMENT (declare_base ("HarvestAliases"));
  GyreDescriptor *size = gyre_requirement_find_trait (record, "size");
  g_autoptr (GHashTable) namemap = gyre_requirement_get_namemap (record);

  g_assert_true (gyre_requirement_find_trait (record, "s") == size);
  g_assert_true (gyre_requirement_find_trait (record, "Größe der Welt") == size);
  g_assert_true (gyre_requirement_find_trait (record, "memory_size") == gyre_requirement_find_trait (record, "memory-size"));
  g_assert_cmpstr (g_hash_table_lookup (namemap, "s"), ==, "size");
  g_assert_cmpstr (g_hash_table_lookup (namemap, "size"), ==, "size");
  g_assert_cmpuint (g_hash_table_size (namemap), ==, 7);
}

static void
test_alias_collision (void)
{
  const PlainClass table = {
    .name = "HarvestCollision", .family = "test.harvest.collision",
    .traits = { PLAIN_TRAIT ("first", real, .aliases = "x"), PLAIN_TRAIT ("second", real, .aliases = "x"),
                PLAIN_TRAIT ("third", real, .aliases = "first") },
  };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (text, "plain.c:10:1: test.harvest.collision: 'x' names both the trait 'first' and the trait 'second'");
  plain_assert_contains (text, "'first' names both the trait 'first' and the trait 'third'");
  g_assert_null (gyre_registrar_find (gyre_registrar_get_default (), "test.harvest.collision"));
}

static void
test_inherited_alias_collision (void)
{
  GyreActor *base = declare_base ("HarvestInheritedCollisionBase");
  const PlainClass table = {
    .name = "HarvestInheritedCollision", .parent = gyre_requirement_get_gtype (GYRE_REQUIREMENT (base)),
    .traits = { PLAIN_TRAIT ("s", real), PLAIN_TRAIT ("hue", string, .aliases = "color") },
  };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (text, "'s' names both the trait 's' of HarvestInheritedCollision and the trait 'size' of "
                               "HarvestInheritedCollisionBase");
  plain_assert_contains (text, "'color' names both the trait 'hue' of HarvestInheritedCollision and the trait 'color' of "
                               "HarvestInheritedCollisionBase");
}

static void
test_invalid_aliases (void)
{
  const PlainClass table = {
    .name = "HarvestInvalidAliases",
    .traits = { PLAIN_TRAIT ("one", real, .aliases = "a=b"), PLAIN_TRAIT ("two", real, .aliases = "a.b"),
                PLAIN_TRAIT ("three", real, .aliases = "c,,d"), PLAIN_TRAIT ("four", real, .aliases = "\xff") },
  };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (text, "HarvestInvalidAliases.one: 'a=b' can't be an alias: ");
  plain_assert_contains (text, "HarvestInvalidAliases.two: 'a.b' can't be an alias: ");
  plain_assert_contains (text, "HarvestInvalidAliases.three: '' can't be an alias: ");
  plain_assert_contains (text, "HarvestInvalidAliases.four: ");
}

static void
test_invalid_name (void)
{
  const PlainClass table = { .name = "HarvestInvalidName", .traits = { PLAIN_TRAIT ("9 lives", integer) } };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (text, "can't be the name of a trait");
}

static void
test_descriptor_used_twice (void)
{
  GyreActor *first = declare_base ("HarvestFirstOwner");
  const PlainClass table = {
    .name = "HarvestSecondOwner", .descriptor = gyre_requirement_find_trait (GYRE_REQUIREMENT (first), "color"),
  };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (text, "HarvestSecondOwner: the descriptor of the trait 'color' belongs to HarvestFirstOwner already");
  g_assert_true (table.descriptor->owner == GYRE_REQUIREMENT (first));
}

static void
test_other_sort (void)
{
  GyreActor *base = declare_base ("HarvestSortBase");
  const PlainClass table = {
    .name = "HarvestSort", .parent = gyre_requirement_get_gtype (GYRE_REQUIREMENT (base)),
    .traits = { PLAIN_TRAIT ("grow", real) },
  };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (text, "'grow' is a behavior in HarvestSortBase and can't be a trait in HarvestSort");
}

static void
test_invalid_ancestor (void)
{
  const PlainClass base = {
    .name = "HarvestBrokenBase", .traits = { PLAIN_TRAIT ("one", real, .aliases = "a=b") },
  };
  g_autofree char *reason = plain_declare_invalid (&base);
  const PlainClass table = { .name = "HarvestOfBroken", .parent = g_type_from_name ("HarvestBrokenBase") };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (reason, "a=b");
  plain_assert_contains (text, "HarvestOfBroken: can't derive from HarvestBrokenBase: its declaration is invalid");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/harvest/local-traits-keep-the-order-of-the-declaration", test_order);
  g_test_add_func ("/gobject/harvest/inherited-traits-come-nearest-ancestor-first", test_inherited);
  g_test_add_func ("/gobject/harvest/redeclared-trait-replaces-and-merges-nothing", test_shadowing);
  g_test_add_func ("/gobject/harvest/slot-of-a-shadowed-trait-leads-to-what-shadows-it", test_slots);
  g_test_add_func ("/gobject/harvest/aliases-may-hold-blanks-and-any-letters", test_aliases);
  g_test_add_func ("/gobject/harvest/alias-collision-names-both-traits", test_alias_collision);
  g_test_add_func ("/gobject/harvest/collision-with-an-inherited-name-names-both-classes", test_inherited_alias_collision);
  g_test_add_func ("/gobject/harvest/invalid-aliases-are-all-told", test_invalid_aliases);
  g_test_add_func ("/gobject/harvest/name-that-gobject-refuses-is-refused", test_invalid_name);
  g_test_add_func ("/gobject/harvest/descriptor-belongs-to-one-class", test_descriptor_used_twice);
  g_test_add_func ("/gobject/harvest/behavior-is-not-shadowed-by-a-trait", test_other_sort);
  g_test_add_func ("/gobject/harvest/invalid-ancestor-makes-invalid", test_invalid_ancestor);
  return g_test_run ();
}
