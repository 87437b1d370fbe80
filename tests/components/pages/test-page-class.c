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

static void
a_class_shows_an_example_to_copy_and_what_its_interfaces_ask (void)
{
  g_autoptr (GString) html = write_page ("specimen.shapes.ball");

  g_assert_nonnull (strstr (html->str, "<h2 id=\"example\">"));
  g_assert_nonnull (strstr (html->str, "<div class=\"code\"><pre tabindex=\"0\"><code>specimen.shapes.ball:\n    radius = 1.5\n"));
  g_assert_nonnull (strstr (html->str, "asks for <code>real measure ()</code>"));
}

static void
facts_of_some_keep_their_lines (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  GyreDescription *description = gyre_catalogue_find (catalogue, "specimen.shapes.ball");
  GyreDescribedRow row = { (char *) "src", (char *) "video/x-raw\n  format: I420" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GyreDescribedSection section = { (char *) "pads", rows };
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  GPtrArray *own = description->sections;
  g_autoptr (GString) html = NULL;

  g_ptr_array_add (rows, &row);
  g_ptr_array_add (sections, &section);
  description->sections = sections;
  html = gyre_page_write_class (catalogue, kinship, description, NULL);
  description->sections = own;
  g_assert_nonnull (strstr (html->str, "<h2 id=\"section-pads\"><a href=\"#section-pads\">Pads</a></h2>"));
  g_assert_nonnull (strstr (html->str, "<dt>src</dt><dd>video/x-raw\n  format: I420</dd>"));
}

static void
what_nobody_has_filled_is_left_out (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  GyreDescription description = { .subject = GYRE_DESCRIPTION_CLASS, .type = (char *) "Bare" };
  g_autoptr (GString) html = gyre_page_write_class (catalogue, kinship, &description, NULL);

  g_assert_nonnull (strstr (html->str, "<h1>Bare</h1>"));
  g_assert_null (strstr (html->str, "<h2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/page-class/an-interface-tells-its-implementers-and-its-default", an_interface_tells_its_implementers_and_its_default);
  g_test_add_func ("/pages/page-class/a-class-tells-what-it-promises", a_class_tells_what_it_promises);
  g_test_add_func ("/pages/page-class/a-class-shows-an-example-to-copy-and-what-its-interfaces-ask", a_class_shows_an_example_to_copy_and_what_its_interfaces_ask);
  g_test_add_func ("/pages/page-class/facts-of-some-keep-their-lines", facts_of_some_keep_their_lines);
  g_test_add_func ("/pages/page-class/what-nobody-has-filled-is-left-out", what_nobody_has_filled_is_left_out);
  return g_test_run ();
}
