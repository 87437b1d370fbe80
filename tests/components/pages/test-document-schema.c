/* test-document-schema.c: The JSON Schema of the configuration of a catalogue's classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-document-schema.h"

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
the_classes_of_the_catalogue_are_in_the_schema (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "schema.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GyreCatalogue) catalogue = catalogue_new ();

  g_assert_true (gyre_schema_write (catalogue, folder, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"$schema\""));
  g_assert_nonnull (strstr (text, "\"odd.specimen\""));
  g_assert_null (strstr (text, "gyre.base-process"));
}

static void
what_has_no_record_is_left_out (void)
{
  g_autoptr (GyreCatalogue) catalogue = catalogue_new ();
  GyreDescription *description = gyre_catalogue_get (catalogue, 0);
  g_autofree char *text = NULL;
  g_autofree char *type = description->type;

  description->type = g_strdup ("NoSuchType");
  text = gyre_document_schema_dup (catalogue);
  g_assert_null (strstr (text, "\"odd.specimen\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/document-schema/the-classes-of-the-catalogue-are-in-the-schema", the_classes_of_the_catalogue_are_in_the_schema);
  g_test_add_func ("/pages/document-schema/what-has-no-record-is-left-out", what_has_no_record_is_left_out);
  return g_test_run ();
}
