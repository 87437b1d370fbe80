/* gyre-document-schema.c: The JSON Schema of the configuration of a catalogue's classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-document-schema.h"

#include "gyre-publication.h"

/* Returns: (transfer full): the schema; it ends with a newline. Classes that have no record in this process are left out. */
char *
gyre_document_schema_dup (GyreCatalogue *catalogue)
{
  g_autoptr (GPtrArray) requirements = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);
      GType type = g_type_from_name (description->type);

      if (description->subject == GYRE_DESCRIPTION_CLASS && description->family != NULL && g_type_is_a (type, GYRE_TYPE_COMPONENT))
        g_ptr_array_add (requirements, gyre_actor_get (type));
    }
  text = gyre_variant_to_json (gyre_schema_describe (requirements));
  return g_strconcat (text, "\n", NULL);
}

/* Writes schema.json into @folder. */
gboolean
gyre_schema_write (GyreCatalogue *catalogue, const char *folder, GError **error)
{
  g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "schema");
  g_autofree char *text = gyre_document_schema_dup (catalogue);

  return gyre_publication_add_text (publication, "schema.json", g_string_new (text), error) && gyre_publication_write (publication, error);
}
