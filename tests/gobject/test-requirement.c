/* test-requirement.c: What a record says of a class or an interface
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plain-model.h"

static GyreRequirement *
declare (const char *name, const char *family)
{
  const PlainClass table = {
    .name = name, .family = family,
    .traits = { PLAIN_TRAIT ("radius", real, .aliases = "r"), PLAIN_TRAIT ("center", string) },
  };
  return GYRE_REQUIREMENT (plain_declare (&table));
}

static void
test_identity (void)
{
  GyreRequirement *record = declare ("RequirementIdentity", "test.requirement.identity");
  g_autofree char *place = gyre_locator_to_string (gyre_requirement_get_locator (record));

  g_assert_cmpstr (gyre_requirement_get_name (record), ==, "RequirementIdentity");
  g_assert_cmpstr (gyre_requirement_get_family (record), ==, "test.requirement.identity");
  g_assert_cmpstr (gyre_requirement_get_package (record), ==, "test");
  g_assert_cmpstr (gyre_requirement_get_public_name (record), ==, "test.requirement.identity");
  g_assert_cmpuint (gyre_requirement_get_gtype (record), ==, g_type_from_name ("RequirementIdentity"));
  g_assert_cmpstr (place, ==, "plain.c:10:1");
  g_assert_null (gyre_requirement_get_report (record));
  g_assert_false (gyre_requirement_is_internal (record));
}

static void
test_no_family (void)
{
  GyreRequirement *record = declare ("RequirementNameless", NULL);

  g_assert_null (gyre_requirement_get_family (record));
  g_assert_null (gyre_requirement_get_package (record));
  g_assert_cmpstr (gyre_requirement_get_public_name (record), ==, "RequirementNameless");
}

static void
test_unknown_trait (void)
{
  GyreRequirement *record = declare ("RequirementUnknown", "test.requirement.unknown");
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_requirement_get_trait (record, "radus", &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "test.requirement.unknown has no trait 'radus'; did you mean 'radius'?");
  g_assert_nonnull (gyre_requirement_get_trait (record, "r", NULL));
}

static void
test_traitmap (void)
{
  GyreRequirement *record = declare ("RequirementTraitmap", NULL);
  g_autoptr (GHashTable) traitmap = gyre_requirement_get_traitmap (record);

  g_assert_cmpuint (g_hash_table_size (traitmap), ==, 2);
  g_assert_true (g_hash_table_lookup (traitmap, "radius") == gyre_requirement_find_trait (record, "r"));
  g_assert_false (g_hash_table_contains (traitmap, "r"));
}

static void
test_unmade (void)
{
  static const PlainClass table = { .name = "RequirementUnmade", .traits = { PLAIN_TRAIT ("one", real) } };
  GyreRequirement *record = plain_prepare_class (&table, NULL);

  g_assert_null (gyre_requirement_find_trait (record, "one"));
  g_assert_cmpuint (gyre_requirement_get_local_traits (record)->len, ==, 0);
  g_type_class_unref (g_type_class_ref (gyre_requirement_get_gtype (record)));
  g_assert_nonnull (gyre_requirement_find_trait (record, "one"));
}

static void
test_invalid_is_told_once (void)
{
  const PlainClass table = {
    .name = "RequirementInvalid",
    .traits = { PLAIN_TRAIT ("one", real, .aliases = "a=b"), PLAIN_TRAIT ("two", real, .aliases = "c=d") },
  };
  g_autofree char *text = plain_declare_invalid (&table);
  GyreRequirement *record = GYRE_REQUIREMENT (gyre_actor_peek (g_type_from_name ("RequirementInvalid")));

  plain_assert_contains (text, "a=b");
  plain_assert_contains (text, "c=d");
  g_assert_cmpuint (gyre_report_get_errors (gyre_requirement_get_report (record)), ==, 2);
  g_type_class_unref (g_type_class_ref (gyre_requirement_get_gtype (record)));
  g_assert_false (gyre_requirement_is_valid (record, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/requirement/knows-name-family-package-and-place", test_identity);
  g_test_add_func ("/gobject/requirement/without-family-the-type-is-the-public-name", test_no_family);
  g_test_add_func ("/gobject/requirement/unknown-trait-is-an-error-with-a-suggestion", test_unknown_trait);
  g_test_add_func ("/gobject/requirement/traitmap-has-canonical-names-only", test_traitmap);
  g_test_add_func ("/gobject/requirement/traits-are-there-when-the-class-is-made", test_unmade);
  g_test_add_func ("/gobject/requirement/invalid-declaration-is-told-once-and-in-full", test_invalid_is_told_once);
  return g_test_run ();
}
