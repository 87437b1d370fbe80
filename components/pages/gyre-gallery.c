/* gyre-gallery.c: The pictures of a site
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Graphviz takes longer to begin than to draw a small graph, so a few runs of it draw a share each in one go. A picture stands in its
 * page and not beside it: then its links are links of the page, and its lines have the colours of light and dark.
 */
#include "gyre-gallery.h"

#include "gyre-drawing.h"
#include "gyre-overview.h"
#include "gyre-page.h"
#include "gyre-picture.h"

#include <string.h>

/* What one run draws before a further one is worth its beginning. */
#define SHARE 40
/* How small a picture can be made and still be read. */
#define SMALLEST 0.7

struct _GyreGallery
{
  GHashTable *pictures;         /* type of a class, or ` ` and a package → SVG */
};

/* A part of all graphs. */
typedef struct
{
  GPtrArray *graphs;            /* graphviz' texts */
  GPtrArray *names;
  GyreDrawing *drawing;         /* while it is drawn */
  GPtrArray *pictures;          /* GBytes; NULL: it could not be drawn */
  GError *error;
} Share;

static char *
find_address (GyreDescription *description, gpointer root)
{
  g_autofree char *link = gyre_page_dup_link (description);

  return g_strconcat (root, link, NULL);
}

static void
share_free (gpointer data)
{
  Share *self = data;

  g_ptr_array_unref (self->graphs);
  g_ptr_array_unref (self->names);
  g_clear_pointer (&self->drawing, gyre_drawing_free);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static void
add_graph (GPtrArray *shares, guint *next, char *name, char *graph)
{
  Share *share = shares->pdata[*next];

  g_ptr_array_add (share->names, name);
  g_ptr_array_add (share->graphs, graph);
  *next = (*next + 1) % shares->len;
}

static GPtrArray *
make_shares (guint graphs)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (share_free);
  guint length = CLAMP (graphs / SHARE, 1, g_get_num_processors ());

  for (guint index = 0; index < length; index++)
    {
      Share *share = g_new0 (Share, 1);

      share->graphs = g_ptr_array_new_with_free_func (g_free);
      share->names = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (shares, share);
    }
  return shares;
}

/* All classes, or their groups where they are too many to be read; NULL: there are no groups either. */
static char *
draw_package (GyreCatalogue *catalogue, const char *package, guint count)
{
  const char *names[] = { package, NULL };
  GyrePictureWish wish = { .address = find_address, .data = (gpointer) "" };

  if (count <= GYRE_OVERVIEW_MANY)
    return gyre_picture_draw_packages (catalogue, names, &wish);
  return gyre_overview_draw (catalogue, package);
}

static void
add_packages (GPtrArray *shares, guint *next, GyreCatalogue *catalogue)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) packages = NULL;

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      const char *package = gyre_catalogue_get (catalogue, index)->package;

      if (package != NULL)
        g_hash_table_insert (counts, (gpointer) package, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, package)) + 1));
    }
  packages = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc) strcmp);
  for (GList *package = packages; package != NULL; package = package->next)
    {
      char *graph = draw_package (catalogue, package->data, GPOINTER_TO_UINT (g_hash_table_lookup (counts, package->data)));

      if (graph != NULL)
        add_graph (shares, next, g_strconcat (" ", package->data, NULL), graph);
    }
}

static gboolean
is_described (GyreCatalogue *catalogue, const char *name)
{
  return name != NULL && gyre_catalogue_find (catalogue, name) != NULL;
}

/* A chain of ancestors of which nothing is known but the name is a line of the page, and no picture. */
static gboolean
has_relatives (GyreCatalogue *catalogue, GyreKinship *kinship, GyreDescription *description)
{
  gboolean has_some = gyre_kinship_get_derived (kinship, description)->len > 0
                      || gyre_kinship_get_implementers (kinship, description)->len > 0 || gyre_markup_count (description->interfaces) > 0;

  for (guint index = 1; !has_some && index < gyre_markup_count (description->hierarchy); index++)
    has_some = is_described (catalogue, ((GyreDescribedClass *) description->hierarchy->pdata[index])->type);
  for (guint index = 0; !has_some && index < gyre_markup_count (description->traits); index++)
    has_some = is_described (catalogue, ((GyreDescribedTrait *) description->traits->pdata[index])->interface);
  return has_some;
}

static GPtrArray *
draw_graphs (GyreCatalogue *catalogue, GyreKinship *kinship)
{
  guint length = gyre_catalogue_get_length (catalogue), next = 0;
  GPtrArray *shares = make_shares (length);
  GyrePictureWish wish = { .address = find_address, .data = (gpointer) "../" };

  for (guint index = 0; index < length; index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);

      if (has_relatives (catalogue, kinship, description))
        add_graph (shares, &next, g_strdup (description->type), gyre_picture_draw_kin (catalogue, description, &wish));
    }
  add_packages (shares, &next, catalogue);
  return shares;
}

/* All draw at the same time. */
static void
draw_shares (GPtrArray *shares)
{
  for (guint index = 0; index < shares->len; index++)
    {
      Share *share = shares->pdata[index];

      share->drawing = gyre_drawing_begin (share->graphs, "svg", &share->error);
    }
  for (guint index = 0; index < shares->len; index++)
    {
      Share *share = shares->pdata[index];

      if (share->drawing != NULL)
        share->pictures = gyre_drawing_end (g_steal_pointer (&share->drawing), GYRE_DRAWING_PATIENCE, &share->error);
    }
}

/* A picture within a page has no head of its own, and its parts no names: a page has several. */
static char *
make_inline (GBytes *drawing)
{
  gsize size;
  const char *data = g_bytes_get_data (drawing, &size);
  g_autofree char *text = g_strndup (data, size);
  const char *place = strstr (text, "<svg");
  const char *width = place != NULL ? strstr (place, " width=\"") : NULL;
  GString *picture = g_string_sized_new (size);

  /* It is made smaller where the page is narrow, as long as it can be read; then it scrolls. */
  if (width != NULL)
    {
      g_string_append_printf (picture, "<svg style=\"min-width: %.0fpt\"", SMALLEST * g_ascii_strtod (width + strlen (" width=\""), NULL));
      place += strlen ("<svg");
    }
  for (const char *name; place != NULL && (name = strstr (place, " id=\"")) != NULL; place = strchr (name + strlen (" id=\""), '"') + 1)
    g_string_append_len (picture, place, name - place);
  g_string_append (picture, place != NULL ? place : "");
  return g_string_free (picture, FALSE);
}

static void
keep (GyreGallery *self, const Share *share)
{
  for (guint index = 0; share->pictures != NULL && index < share->pictures->len; index++)
    g_hash_table_insert (self->pictures, g_strdup (share->names->pdata[index]), make_inline (share->pictures->pdata[index]));
}

/* Draws what the pages of @catalogue show; @note: why there is nothing, to be told once. */
GyreGallery *
gyre_gallery_new (GyreCatalogue *catalogue, GyreKinship *kinship, char **note)
{
  GyreGallery *self = g_new0 (GyreGallery, 1);
  g_autoptr (GPtrArray) shares = draw_graphs (catalogue, kinship);

  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  draw_shares (shares);
  for (guint index = 0; index < shares->len; index++)
    {
      const Share *share = shares->pdata[index];

      keep (self, share);
      if (share->error != NULL && *note == NULL)
        *note = g_strdup_printf ("the pages have no pictures: %s", share->error->message);
    }
  return self;
}

void
gyre_gallery_free (GyreGallery *self)
{
  g_hash_table_unref (self->pictures);
  g_free (self);
}

/* Returns: (transfer none) (nullable): the class with its relatives */
const char *
gyre_gallery_get_relatives (GyreGallery *self, GyreDescription *description)
{
  return g_hash_table_lookup (self->pictures, description->type);
}

/* Returns: (transfer none) (nullable): all classes of a package, or their groups where they are many */
const char *
gyre_gallery_get_package (GyreGallery *self, const char *package)
{
  g_autofree char *name = g_strconcat (" ", package, NULL);

  return g_hash_table_lookup (self->pictures, name);
}
