/* test-gallery.c: The pictures of a site
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-gallery.h"

#include "specimen.h"
#include "studio.h"

static void
a_class_and_its_package_have_pictures_with_links (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  g_autofree char *note = NULL;
  g_autoptr (GyreGallery) gallery = NULL;
  const char *picture;

  g_autofree char *program = g_find_program_in_path ("dot");

  if (program == NULL)
    {
      g_test_skip ("graphviz is not installed");
      return;
    }
  gallery = gyre_gallery_new (catalogue, kinship, &note);
  g_assert_null (note);
  picture = gyre_gallery_get_relatives (gallery, gyre_catalogue_find (catalogue, "specimen.shapes.ball"));
  g_assert_true (g_str_has_prefix (picture, "<svg"));
  g_assert_nonnull (strstr (picture, "\"../reference/specimen.shapes.html\""));
  g_assert_null (strstr (picture, " id=\""));
  picture = gyre_gallery_get_package (gallery, "specimen");
  g_assert_nonnull (strstr (picture, "\"reference/specimen.shapes.ball.html\""));
}

static void
a_package_of_many_classes_has_a_picture_of_their_groups (void)
{
  g_autoptr (GyreCatalogue) catalogue = studio_new ();
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  g_autofree char *program = g_find_program_in_path ("dot");
  g_autofree char *note = NULL;
  g_autoptr (GyreGallery) gallery = NULL;
  const char *picture;

  if (program == NULL)
    {
      g_test_skip ("graphviz is not installed");
      return;
    }
  gallery = gyre_gallery_new (catalogue, kinship, &note);
  picture = gyre_gallery_get_package (gallery, "studio");
  g_assert_nonnull (strstr (picture, "\"#group-studio-Source\""));
  g_assert_nonnull (strstr (picture, "100 classes"));
  g_assert_null (strstr (picture, "source99"));
}

static void
without_graphviz_it_is_told_once (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  g_autofree char *note = NULL;
  g_autoptr (GyreGallery) gallery = NULL;
  g_autofree char *path = g_strdup (g_getenv ("PATH"));

  g_setenv ("PATH", "/nowhere", TRUE);
  gallery = gyre_gallery_new (catalogue, kinship, &note);
  g_setenv ("PATH", path, TRUE);
  g_assert_nonnull (note);
  g_assert_nonnull (strstr (note, "graphviz"));
  g_assert_null (gyre_gallery_get_relatives (gallery, gyre_catalogue_find (catalogue, "specimen.shapes.ball")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/gallery/a-class-and-its-package-have-pictures-with-links", a_class_and_its_package_have_pictures_with_links);
  g_test_add_func ("/pages/gallery/a-package-of-many-classes-has-a-picture-of-their-groups", a_package_of_many_classes_has_a_picture_of_their_groups);
  g_test_add_func ("/pages/gallery/without-graphviz-it-is-told-once", without_graphviz_it_is_told_once);
  return g_test_run ();
}
