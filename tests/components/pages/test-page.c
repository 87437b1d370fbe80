/* test-page.c: One page of a site: head, contents, body and foot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-page.h"

#include "specimen.h"

static void
a_class_that_has_a_page_is_linked (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GString) html = NULL;
  GyrePage page;

  gyre_page_begin (&page, catalogue, "../");
  gyre_page_append_name (&page, "specimen.shapes", NULL);
  gyre_page_append_name (&page, "other.family", "OtherType");
  html = gyre_page_end (&page, "a title", NULL, "a.html");
  g_assert_nonnull (strstr (html->str, "<a href=\"../reference/specimen.shapes.html\"><code>specimen.shapes</code></a>"));
  g_assert_nonnull (strstr (html->str, "<code>other.family</code>"));
  g_assert_null (strstr (html->str, "other.family.html"));
}

static void
a_section_is_in_the_contents (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GString) html = NULL;
  GyrePage page;

  gyre_page_begin (&page, catalogue, "");
  gyre_page_append_section (&page, "what", "What it is");
  html = gyre_page_end (&page, "a title", NULL, "a.html");
  g_assert_nonnull (strstr (html->str, "<h2 id=\"what\">"));
  g_assert_nonnull (strstr (html->str, "<li><a href=\"#what\">What it is</a></li>"));
}

static void
a_place_has_no_folders_of_this_machine (void)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *near = g_build_filename (here, "some", "file.pfg", NULL);
  g_autoptr (GyreLocator) first = gyre_locator_new_file (near, 3, 4);
  g_autoptr (GyreLocator) second = gyre_locator_new_file ("/far/away/file.pfg", 5, 6);
  g_autofree char *first_text = gyre_page_dup_place (first);
  g_autofree char *second_text = gyre_page_dup_place (second);

  g_assert_cmpstr (first_text, ==, "some/file.pfg:3:4");
  g_assert_cmpstr (second_text, ==, "file.pfg:5:6");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/page/a-class-that-has-a-page-is-linked", a_class_that_has_a_page_is_linked);
  g_test_add_func ("/pages/page/a-section-is-in-the-contents", a_section_is_in_the_contents);
  g_test_add_func ("/pages/page/a-place-has-no-folders-of-this-machine", a_place_has_no_folders_of_this_machine);
  return g_test_run ();
}
