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

/* The pages of gi-docgen, where they stand beside the site by now. */
static const char *
find_library (const char *folder)
{
  static const char link[] = "../reference/index.html";
  g_autofree char *path = g_build_filename (folder, link, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? link : NULL;
}

/* A site without chapters begins with the index. */
static gboolean
add_index (GyrePublication *publication, GyreCatalogue *catalogue, GyreKinship *kinship, GyreGallery *gallery, GPtrArray *chapters, const char *library,
           gboolean is_first, GError **error)
{
  return gyre_publication_add_text (publication, "families.html",
                                    gyre_page_write_index (catalogue, kinship, gallery, chapters, library, "families.html"), error)
         && (!is_first
             || gyre_publication_add_text (publication, "index.html",
                                           gyre_page_write_index (catalogue, kinship, gallery, chapters, library, "index.html"), error));
}

static gboolean
add_chapters (GyrePublication *publication, GyreCatalogue *catalogue, GPtrArray *chapters, GError **error)
{
  g_autoptr (GHashTable) sources = gyre_page_list_sources (chapters);

  for (guint index = 0; index < chapters->len; index++)
    {
      const GyreChapter *chapter = chapters->pdata[index];

      if (!gyre_publication_add_text (publication, chapter->file, gyre_page_write_chapter (catalogue, chapters, sources, index), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_picture (const char *name)
{
  static const char * const endings[] = { ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp" };

  for (guint index = 0; index < G_N_ELEMENTS (endings); index++)
    if (g_str_has_suffix (name, endings[index]))
      return TRUE;
  return FALSE;
}

static gboolean
add_picture (GyrePublication *publication, const char *path, const char *name, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) mapped = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return mapped != NULL && gyre_publication_add (publication, name, mapped, error);
}

/* The pictures that stand beside chapters, at the places that the chapters know; @below ends with a slash, or is empty. */
static gboolean
add_pictures (GyrePublication *publication, const char *root, const char *below, GError **error)
{
  g_autofree char *path = g_build_filename (root, below, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  gboolean is_good = folder != NULL;
  const char *name;

  while (is_good && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_strconcat (below, name, NULL);
      g_autofree char *file = g_build_filename (root, inside, NULL);
      g_autofree char *deeper = g_strconcat (inside, "/", NULL);

      if (*name == '.' || !g_utf8_validate (name, -1, NULL) || g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        is_good = add_pictures (publication, root, deeper, error);
      else if (is_picture (name))
        is_good = add_picture (publication, file, inside, error);
    }
  return is_good;
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
  const char *library;

  if (chapters == NULL)
    return FALSE;
  library = find_library (folder);
  gallery = gyre_gallery_new (catalogue, kinship, note);
  for (guint index = 0; index < G_N_ELEMENTS (resources); index++)
    if (!add_resource (publication, resources[index], error))
      return FALSE;
  return add_classes (publication, catalogue, kinship, gallery, error)
         && add_chapters (publication, catalogue, chapters, error)
         && (pages == NULL || add_pictures (publication, pages, "", error))
         && add_index (publication, catalogue, kinship, gallery, chapters, library, !has_first_page (chapters), error)
         && gyre_publication_add_text (publication, "families.js", gyre_search_write_families (catalogue, chapters), error)
         && gyre_publication_add_text (publication, "members.js", gyre_search_write_members (catalogue, chapters), error)
         && gyre_publication_write (publication, error);
}
