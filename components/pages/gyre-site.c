/* gyre-site.c: A catalogue as a web site of files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All pages are made before the first one is written, so that a mistake in one leaves the folder as it was.
 */
#include "gyre-site.h"

#include "gyre-gallery.h"
#include "gyre-kinship.h"
#include "gyre-page-chapter.h"
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
add_classes (GyrePublication *publication, GyreCatalogue *catalogue, GyreKinship *kinship, GyreGallery *gallery, GError **error)
{
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);
      g_autofree char *file = gyre_markup_dup_file (gyre_description_get_public_name (description));
      g_autofree char *name = g_strconcat ("reference/", file, ".html", NULL);

      if (!gyre_publication_add_text (publication, name, gyre_page_write_class (catalogue, kinship, description, gyre_gallery_get_relatives (gallery, description)),
                                      error))
        return FALSE;
    }
  return TRUE;
}

/* A site without chapters begins with the index. */
static gboolean
add_index (GyrePublication *publication, GyreCatalogue *catalogue, GyreKinship *kinship, GyreGallery *gallery, gboolean is_first, GError **error)
{
  return gyre_publication_add_text (publication, "families.html", gyre_page_write_index (catalogue, kinship, gallery, "families.html"), error)
         && (!is_first
             || gyre_publication_add_text (publication, "index.html", gyre_page_write_index (catalogue, kinship, gallery, "index.html"), error));
}

/* The pictures that a chapter shows, from beside it to beside its page; what is not there the reader misses, and not the site. */
static gboolean
add_pictures (GyrePublication *publication, const char *pages, const GyreChapter *chapter, GError **error)
{
  g_autoptr (GRegex) image = g_regex_new ("!\\[[^\\]]*\\]\\(([\\w/-]+\\.(?:svg|png))\\)", 0, 0, NULL);
  g_autofree char *below = g_path_get_dirname (chapter->source);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (image, chapter->markdown, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *path = g_build_filename (pages, below, name, NULL);
      g_autofree char *target = g_str_equal (below, ".") ? g_strdup (name) : g_build_filename (below, name, NULL);
      g_autofree char *data = NULL;
      g_autoptr (GBytes) contents = NULL;
      gsize length;

      if (!g_file_get_contents (path, &data, &length, NULL))
        continue;
      contents = g_bytes_new (data, length);
      if (!gyre_publication_add (publication, target, contents, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_chapters (GyrePublication *publication, GyreCatalogue *catalogue, GPtrArray *chapters, const char *pages, GError **error)
{
  g_autoptr (GHashTable) sources = gyre_page_list_sources (chapters);

  for (guint index = 0; index < chapters->len; index++)
    {
      const GyreChapter *chapter = chapters->pdata[index];

      if (!gyre_publication_add_text (publication, chapter->file, gyre_page_write_chapter (catalogue, chapters, sources, index), error)
          || !add_pictures (publication, pages, chapter, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_first_page (GPtrArray *chapters)
{
  return chapters->len > 0 && g_str_equal (((GyreChapter *) chapters->pdata[0])->file, "index.html");
}

/* Writes the site of @catalogue to @folder; @pages is a folder of Markdown that becomes a part of it, or NULL. @note is set when
 * there is something to tell although all went well. */
gboolean
gyre_site_write (GyreCatalogue *catalogue, const char *pages, const char *folder, char **note, GError **error)
{
  static const char * const resources[] = { "site.css", "site.js", "site.svg" };
  g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "html");
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  g_autoptr (GyreGallery) gallery = NULL;
  g_autoptr (GPtrArray) chapters = pages != NULL ? gyre_chapter_read_folder (pages, error) : g_ptr_array_new ();

  if (chapters == NULL)
    return FALSE;
  gallery = gyre_gallery_new (catalogue, kinship, note);
  for (guint index = 0; index < G_N_ELEMENTS (resources); index++)
    if (!add_resource (publication, resources[index], error))
      return FALSE;
  return add_classes (publication, catalogue, kinship, gallery, error)
         && add_chapters (publication, catalogue, chapters, pages, error)
         && add_index (publication, catalogue, kinship, gallery, !has_first_page (chapters), error)
         && gyre_publication_add_text (publication, "families.js", gyre_search_write_families (catalogue, chapters), error)
         && gyre_publication_add_text (publication, "members.js", gyre_search_write_members (catalogue, chapters), error)
         && gyre_publication_write (publication, error);
}
