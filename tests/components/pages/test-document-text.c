/* test-document-text.c: A catalogue as text, a line a member
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-document-text.h"

#include "exhibit.h"

static GyreCatalogue *
catalogue_new (void)
{
  GyreCatalogue *catalogue = gyre_catalogue_new ();
  g_autoptr (GyreDescription) description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (gyre_specimen_get_type ())));

  gyre_catalogue_add (catalogue, description);
  return catalogue;
}

static void
each_member_has_a_line (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "catalogue.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GyreCatalogue) catalogue = catalogue_new ();

  g_assert_true (gyre_text_write (catalogue, folder, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (strchr (text, '\n'), ==,
                   "\n\nclass odd.specimen (GyreSpecimen)\n"
                   "  derives from GyreComponent\n"
                   "  trait width: real = 1; at least 0; units m; aliases w\n"
                   "  trait words: string = .No \"a|b\"\n"
                   "  behavior real grow (real factor)\n");
}

static void
what_is_inherited_stands_where_it_is_declared (void)
{
  g_autoptr (GyreCatalogue) catalogue = catalogue_new ();
  GyreDescription *description = gyre_catalogue_get (catalogue, 0);
  GyreDescribedTrait *trait = description->traits->pdata[0];
  g_autofree char *text = NULL;

  trait->is_inherited = TRUE;
  text = gyre_document_text_dup (catalogue);
  g_assert_null (strstr (text, "trait width"));
  g_assert_nonnull (strstr (text, "trait words"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/document-text/each-member-has-a-line", each_member_has_a_line);
  g_test_add_func ("/pages/document-text/what-is-inherited-stands-where-it-is-declared", what_is_inherited_stands_where_it_is_declared);
  return g_test_run ();
}
