/* test-page-class.c: The page of a class or an interface
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-page-class.h"

#include "specimen.h"

static GString *
write_page (const char *name)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);

  return gyre_page_write_class (catalogue, kinship, gyre_catalogue_find (catalogue, name), NULL);
}

static void
an_interface_tells_its_implementers_and_its_default (void)
{
  g_autoptr (GString) html = write_page ("specimen.shapes");

  g_assert_nonnull (strstr (html->str, "<h2 id=\"implementers\">"));
  g_assert_nonnull (strstr (html->str, "href=\"../reference/specimen.shapes.ball.html\""));
  g_assert_nonnull (strstr (html->str, "<dt>Default</dt>"));
}

static void
a_class_tells_what_it_promises (void)
{
  g_autoptr (GString) html = write_page ("specimen.shapes.ball");

  g_assert_nonnull (strstr (html->str, "<h1>specimen.<wbr>shapes.<wbr>ball</h1>"));
  g_assert_nonnull (strstr (html->str, "round &amp; full"));
  g_assert_nonnull (strstr (html->str, "<h2 id=\"interfaces\">"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/page-class/an-interface-tells-its-implementers-and-its-default", an_interface_tells_its_implementers_and_its_default);
  g_test_add_func ("/pages/page-class/a-class-tells-what-it-promises", a_class_tells_what_it_promises);
  return g_test_run ();
}
