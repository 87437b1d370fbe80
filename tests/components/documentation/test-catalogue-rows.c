/* test-catalogue-rows.c: What a process knows, as rows of a file
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-catalogue-rows-private.h"

#include "gyre-catalogue-file-private.h"
#include "gyre-provider.h"
#include "pond.h"

static GVariant *
no_stamps (void)
{
  return g_variant_new_array (G_VARIANT_TYPE (GYRE_STAMP_TYPE), NULL, 0);
}

static GPtrArray *
list_reeds (void)
{
  GPtrArray *families = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_provided_family_free);

  g_ptr_array_add (families, gyre_provided_family_new ("reed.tall", "what sways"));
  return families;
}

static GyreDescription *
describe_reed (const char *family, GError **error)
{
  GyreDescription *description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_WEED)));

  g_free (description->family);
  g_free (description->package);
  description->family = g_strdup (family);
  description->package = g_strdup ("reed");
  return description;
}

static char *
dup_season (void)
{
  return g_strdup ("summer");
}

static const GyreProvider reeds = { "reed", "reed", list_reeds, describe_reed, dup_season };

static void
what_is_provided_is_listed_and_not_described (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GyreCatalogueCache) cache = NULL;
  guint index;

  g_type_class_unref (g_type_class_ref (POND_TYPE_WEED));
  gyre_provider_add (&reeds);
  bytes = gyre_catalogue_rows_write_everything (no_stamps (), g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0));
  cache = gyre_catalogue_cache_new_from_bytes (bytes);
  g_assert_true (gyre_catalogue_cache_find (cache, "pond.weed", &index));
  g_assert_true (gyre_catalogue_cache_find (cache, "reed.tall", &index));
  g_assert_cmpstr (gyre_catalogue_cache_get (cache, index).summary, ==, "what sways");
  g_assert_cmpint (gyre_catalogue_cache_get (cache, index).flags, ==, GYRE_CATALOGUE_PROVIDED);
  g_assert_null (gyre_catalogue_cache_get (cache, index).type);
  g_assert_null (gyre_catalogue_cache_dup_description (cache, index));
  pond_end (executive);
}

static void
one_that_is_provided_has_a_file_of_its_own (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) reed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GyreCatalogueCache) cache = NULL;
  g_autoptr (GVariant) told = NULL;

  g_type_class_unref (g_type_class_ref (POND_TYPE_WEED));
  gyre_provider_add (&reeds);
  reed = describe_reed ("reed.tall", NULL);
  bytes = gyre_catalogue_rows_write_provided (no_stamps (), reed);
  cache = gyre_catalogue_cache_new_from_bytes (bytes);
  g_assert_cmpuint (gyre_catalogue_cache_get_length (cache), ==, 1);
  told = gyre_catalogue_cache_dup_description (cache, 0);
  g_assert_nonnull (told);
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test, path) g_test_add_func ("/documentation/catalogue-rows/" path, test)
  ADD (what_is_provided_is_listed_and_not_described, "what-is-provided-is-listed-and-not-described");
  ADD (one_that_is_provided_has_a_file_of_its_own, "one-that-is-provided-has-a-file-of-its-own");
#undef ADD
  return g_test_run ();
}
