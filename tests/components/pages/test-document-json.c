/* test-document-json.c: A catalogue as one JSON document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-document-json.h"

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
the_document_says_its_format_and_version (void)
{
  g_autoptr (GyreCatalogue) catalogue = catalogue_new ();
  g_autofree char *text = gyre_document_json_dup (catalogue);

  g_assert_nonnull (strstr (text, "\"format\" : \"gyre-catalogue\""));
  g_assert_nonnull (strstr (text, "\"version\" : 1"));
  g_assert_nonnull (strstr (text, "\"family\" : \"odd.specimen\""));
  g_assert_true (g_str_has_suffix (text, "}\n"));
}

static void
the_document_is_one_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "catalogue.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GyreCatalogue) catalogue = catalogue_new ();

  g_assert_true (gyre_json_write (catalogue, folder, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  expected = gyre_document_json_dup (catalogue);
  g_assert_cmpstr (text, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/document-json/the-document-says-its-format-and-version", the_document_says_its_format_and_version);
  g_test_add_func ("/pages/document-json/the-document-is-one-file", the_document_is_one_file);
  return g_test_run ();
}
