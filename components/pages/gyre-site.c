/* gyre-site.c: A catalogue as a web site of files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All pages are made before the first one is written, so that a mistake in one leaves the folder as it was.
 */
#include "gyre-site.h"

#include "gyre-kinship.h"
#include "gyre-page-class.h"
#include "gyre-page-index.h"
#include "gyre-publication.h"
#include "gyre-search.h"
#include "gyre-site-resources.h"

static gboolean
add_resource (GyrePublication *publication, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/gyre/pages/", name, NULL);
  g_autoptr (GBytes) contents = g_resource_lookup_data (gyre_site_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return contents != NULL && gyre_publication_add (publication, name, contents, error);
}

static gboolean
add_classes (GyrePublication *publication, GyreCatalogue *catalogue, GyreKinship *kinship, GError **error)
{
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);
      g_autofree char *file = gyre_markup_dup_file (gyre_description_get_public_name (description));
      g_autofree char *name = g_strconcat ("reference/", file, ".html", NULL);

      if (!gyre_publication_add_text (publication, name, gyre_page_write_class (catalogue, kinship, description, NULL), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_index (GyrePublication *publication, GyreCatalogue *catalogue, GyreKinship *kinship, GError **error)
{
  return gyre_publication_add_text (publication, "families.html", gyre_page_write_index (catalogue, kinship, "families.html", NULL), error)
         && gyre_publication_add_text (publication, "index.html", gyre_page_write_index (catalogue, kinship, "index.html", NULL), error)
         && gyre_publication_add_text (publication, "families.js", gyre_search_write_families (catalogue, NULL), error)
         && gyre_publication_add_text (publication, "members.js", gyre_search_write_members (catalogue), error);
}

/* Writes the site of @catalogue to @folder; @pages is a folder of Markdown that becomes a part of it, or NULL. */
gboolean
gyre_site_write (GyreCatalogue *catalogue, const char *pages, const char *folder, GError **error)
{
  g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "html");
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);

  return add_resource (publication, "site.css", error) && add_resource (publication, "site.js", error)
         && add_resource (publication, "site.svg", error) && add_classes (publication, catalogue, kinship, error)
         && add_index (publication, catalogue, kinship, error) && gyre_publication_write (publication, error);
}
