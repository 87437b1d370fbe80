/* gyre-document-json.c: A catalogue as one JSON document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     {"format": "gyre-catalogue", "version": 1, "descriptions": [...]}
 *
 * Each description is what `gyre inspect --json` gives, in the order of public names. The version grows when a member changes its
 * meaning or goes; new members can come at any time.
 */
#include "gyre-document-json.h"

#include "gyre-publication.h"

#define VERSION 1

/* Returns: (transfer full): the document; it ends with a newline */
char *
gyre_document_json_dup (GyreCatalogue *catalogue)
{
  GVariantBuilder document, descriptions;
  g_autofree char *text = NULL;

  g_variant_builder_init (&document, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&descriptions, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    g_variant_builder_add (&descriptions, "v", gyre_description_to_variant (gyre_catalogue_get (catalogue, index)));
  g_variant_builder_add (&document, "{sv}", "format", g_variant_new_string ("gyre-catalogue"));
  g_variant_builder_add (&document, "{sv}", "version", g_variant_new_int64 (VERSION));
  g_variant_builder_add (&document, "{sv}", "descriptions", g_variant_builder_end (&descriptions));
  text = gyre_variant_to_json (g_variant_builder_end (&document));
  return g_strconcat (text, "\n", NULL);
}

/* Writes catalogue.json into @folder. */
gboolean
gyre_json_write (GyreCatalogue *catalogue, const char *folder, GError **error)
{
  g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "json");
  g_autofree char *text = gyre_document_json_dup (catalogue);

  return gyre_publication_add_text (publication, "catalogue.json", g_string_new (text), error) && gyre_publication_write (publication, error);
}
