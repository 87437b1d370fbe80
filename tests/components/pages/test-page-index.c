/* test-page-index.c: The page that leads to all classes and interfaces
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-page-index.h"

#include "specimen.h"
#include "studio.h"

static void
classes_stand_under_their_module_and_their_interface (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  g_autofree char *note = NULL;
  g_autoptr (GyreGallery) gallery = gyre_gallery_new (catalogue, kinship, &note);
  g_autoptr (GString) html = gyre_page_write_index (catalogue, kinship, gallery, NULL, NULL, "index.html");
  const char *module = strstr (html->str, "<h2 id=\"module-specimen\">");
  const char *interfaces = strstr (html->str, "<h2 id=\"interfaces\">");
  const char *classes = strstr (html->str, "<h2 id=\"classes\">");

  g_assert_true (module != NULL && module < interfaces && interfaces < classes);
  g_assert_nonnull (strstr (module, "reference/specimen.shapes.ball.html"));
  g_assert_nonnull (strstr (interfaces, "reference/specimen.shapes.ball.html"));
  g_assert_nonnull (strstr (classes, "reference/specimen.shapes.ball.html"));
  g_assert_nonnull (strstr (html->str, "1 class and 1 interface"));
}

static void
a_package_of_many_classes_has_lists_of_its_groups (void)
{
  g_autoptr (GyreCatalogue) catalogue = studio_new ();
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  g_autofree char *note = NULL;
  g_autoptr (GyreGallery) gallery = gyre_gallery_new (catalogue, kinship, &note);
  g_autoptr (GString) html = gyre_page_write_index (catalogue, kinship, gallery, NULL, NULL, "index.html");
  const char *push = strstr (html->str, "<div id=\"group-studio-Push\"><dt>Push (10)</dt>");

  g_assert_nonnull (push);
  g_assert_nonnull (strstr (push, "reference/studio.source9.html"));
  g_assert_nonnull (strstr (html->str, "<div id=\"group-studio-Sink\"><dt>Sink (60)</dt>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/page-index/classes-stand-under-their-module-and-their-interface", classes_stand_under_their_module_and_their_interface);
  g_test_add_func ("/pages/page-index/a-package-of-many-classes-has-lists-of-its-groups", a_package_of_many_classes_has_lists_of_its_groups);
  return g_test_run ();
}
