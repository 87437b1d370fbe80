/* test-catalogue.c: The descriptions of many classes and interfaces
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

static void
known_families_come_in_the_order_of_their_names (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();

  g_type_class_unref (g_type_class_ref (POND_TYPE_PIKE));
  g_type_class_unref (g_type_class_ref (POND_TYPE_WEED));
  gyre_catalogue_add_known (catalogue, "pond");
  g_assert_cmpuint (gyre_catalogue_get_length (catalogue), >=, 4);
  for (guint index = 1; index < gyre_catalogue_get_length (catalogue); index++)
    g_assert_cmpstr (gyre_description_get_public_name (gyre_catalogue_get (catalogue, index - 1)), <,
                     gyre_description_get_public_name (gyre_catalogue_get (catalogue, index)));
  pond_end (executive);
}

static void
a_description_is_found_by_family_and_by_type (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GyreDescription) pike = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));

  gyre_catalogue_add (catalogue, pike);
  gyre_catalogue_add (catalogue, pike);
  g_assert_cmpuint (gyre_catalogue_get_length (catalogue), ==, 1);
  g_assert_true (gyre_catalogue_find (catalogue, pike->family) == pike);
  g_assert_true (gyre_catalogue_find (catalogue, "PondPike") == pike);
  g_assert_null (gyre_catalogue_find (catalogue, "pond.carp"));
  pond_end (executive);
}

static void
what_a_module_provides_is_added_when_its_package_is_named (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreCatalogue) whole = gyre_catalogue_new ();
  g_autoptr (GyreCatalogue) zoo = gyre_catalogue_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("GYRE_TEST_BUILD"), "tests", "components", "executive", "modules", NULL);

  gyre_linker_add_folder (gyre_executive_get_linker (executive), folder);
  g_assert_nonnull (gyre_executive_find_provider (executive, "zoo.lion"));
  gyre_catalogue_add_known (whole, NULL);
  g_assert_null (gyre_catalogue_find (whole, "zoo.lion"));
  gyre_catalogue_add_known (zoo, "zoo");
  g_assert_cmpuint (gyre_catalogue_get_length (zoo), ==, 1);
  g_assert_cmpstr (gyre_catalogue_find (zoo, "zoo.lion")->type, ==, "GCancellable");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/catalogue/known-families-come-in-the-order-of-their-names", known_families_come_in_the_order_of_their_names);
  g_test_add_func ("/documentation/catalogue/a-description-is-found-by-family-and-by-type", a_description_is_found_by_family_and_by_type);
  g_test_add_func ("/documentation/catalogue/what-a-module-provides-is-added-when-its-package-is-named", what_a_module_provides_is_added_when_its_package_is_named);
  return g_test_run ();
}
