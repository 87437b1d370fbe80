/* test-page-index.c: The page that leads to all classes and interfaces
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-page-index.h"

#include "specimen.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/page-index/classes-stand-under-their-module-and-their-interface", classes_stand_under_their_module_and_their_interface);
  return g_test_run ();
}
