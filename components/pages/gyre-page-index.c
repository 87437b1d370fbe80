/* gyre-page-index.c: The page that leads to all classes and interfaces
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The same classes in three orders: by module, by what they promise, by what they derive from.
 */
#include "gyre-page-index.h"

#include "gyre-overview.h"

static const char *
get_package (GyreDescription *description)
{
  return description->package != NULL ? description->package : "";
}

static void
append_family (GyrePage *page, GyreDescription *description)
{
  g_string_append (page->body, "<div><dt>");
  gyre_page_append_name (page, description->family, description->type);
  if (description->subject == GYRE_DESCRIPTION_INTERFACE)
    g_string_append (page->body, " <span class=\"tag\">interface</span>");
  if (description->is_abstract)
    g_string_append (page->body, " <span class=\"tag\">abstract</span>");
  gyre_markup_append (page->body, "</dt><dd>$</dd></div>\n", description->summary != NULL ? description->summary : "", NULL);
}

static void
begin_module (GyrePage *page, GyreDescription *description)
{
  g_autofree char *anchor = gyre_markup_dup_anchor ("module", get_package (description));

  gyre_page_append_section (page, anchor, *get_package (description) != '\0' ? get_package (description) : "Without a family");
  g_string_append (page->body, "<dl class=\"classes\">\n");
}

static int
compare_packages (gconstpointer first, gconstpointer second)
{
  GyreDescription *left = *(GyreDescription * const *) first;
  GyreDescription *right = *(GyreDescription * const *) second;
  int order = g_strcmp0 (get_package (left), get_package (right));

  /* What has no family, and so no package, stands behind what has one. */
  if ((*get_package (left) == '\0') != (*get_package (right) == '\0'))
    return *get_package (left) == '\0' ? 1 : -1;
  return order != 0 ? order : g_strcmp0 (gyre_description_get_public_name (left), gyre_description_get_public_name (right));
}

static void
append_modules (GyrePage *page, GyreCatalogue *catalogue)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const char *package = NULL;

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    g_ptr_array_add (sorted, gyre_catalogue_get (catalogue, index));
  g_ptr_array_sort (sorted, compare_packages);
  for (guint index = 0; index < sorted->len; index++)
    {
      GyreDescription *description = sorted->pdata[index];

      if (package == NULL || !g_str_equal (package, get_package (description)))
        {
          g_string_append (page->body, package != NULL ? "</dl>\n" : "");
          begin_module (page, description);
          package = get_package (description);
        }
      append_family (page, description);
    }
  g_string_append (page->body, package != NULL ? "</dl>\n" : "");
}

static void
append_interface (GyrePage *page, GyreKinship *kinship, GyreDescription *description)
{
  GPtrArray *implementers = gyre_kinship_get_implementers (kinship, description);

  g_string_append (page->body, "<div><dt>");
  gyre_page_append_name (page, description->family, description->type);
  g_string_append (page->body, "</dt><dd>");
  for (guint index = 0; index < implementers->len; index++)
    {
      g_string_append (page->body, index > 0 ? ", " : "");
      gyre_page_append_class (page, implementers->pdata[index]);
    }
  g_string_append (page->body, implementers->len > 0 ? "</dd></div>\n" : "no known class implements it</dd></div>\n");
}

static void
append_interfaces (GyrePage *page, GyreCatalogue *catalogue, GyreKinship *kinship)
{
  gboolean is_first = TRUE;

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);

      if (description->subject != GYRE_DESCRIPTION_INTERFACE)
        continue;
      if (is_first)
        {
          gyre_page_append_section (page, "interfaces", "Interfaces and who implements them");
          g_string_append (page->body, "<dl class=\"classes\">\n");
        }
      is_first = FALSE;
      append_interface (page, kinship, description);
    }
  g_string_append (page->body, is_first ? "" : "</dl>\n");
}

/* A class and everything below it. No class is its own ancestor, so this ends. */
static void
append_branch (GyrePage *page, GyreKinship *kinship, GyreDescription *description)
{
  GPtrArray *derived = gyre_kinship_get_derived (kinship, description);

  g_string_append (page->body, "<li>");
  gyre_page_append_name (page, description->family, description->type);
  if (derived->len > 0)
    g_string_append (page->body, "\n<ul>\n");
  for (guint index = 0; index < derived->len; index++)
    {
      const GyreDescribedClass *class = derived->pdata[index];
      GyreDescription *below = gyre_catalogue_find (page->catalogue, class->type);

      if (below != NULL)
        append_branch (page, kinship, below);
    }
  g_string_append (page->body, derived->len > 0 ? "</ul>\n</li>\n" : "</li>\n");
}

static gboolean
is_root (GyreCatalogue *catalogue, GyreDescription *description)
{
  GPtrArray *ancestors = gyre_markup_count (description->hierarchy) > 1 ? description->hierarchy : description->pedigree;

  return description->subject == GYRE_DESCRIPTION_CLASS
         && (gyre_markup_count (ancestors) < 2 || gyre_catalogue_find (catalogue, ((GyreDescribedClass *) ancestors->pdata[1])->type) == NULL);
}

/* Where a package has too many classes for one picture, it shows groups, and these are their lists. */
static void
append_groups (GyrePage *page, GyreCatalogue *catalogue, const char *package)
{
  g_autoptr (GPtrArray) groups = gyre_overview_list (catalogue, package);

  g_string_append (page->body, groups != NULL ? "<dl class=\"classes\">\n" : "");
  for (guint index = 0; groups != NULL && index < groups->len; index++)
    {
      const GyreOverviewGroup *group = groups->pdata[index];
      g_autofree char *anchor = gyre_overview_dup_anchor (package, group);
      g_autofree char *count = g_strdup_printf ("%u", group->count);

      gyre_markup_append (page->body, "<div id=\"$\"><dt>$ ($)</dt><dd>", anchor, group->name, count, NULL);
      for (guint member = 0; member < group->members->len; member++)
        {
          GyreDescription *description = group->members->pdata[member];

          g_string_append (page->body, member > 0 ? ", " : "");
          gyre_page_append_name (page, description->family, description->type);
        }
      g_string_append (page->body, "</dd></div>\n");
    }
  g_string_append (page->body, groups != NULL ? "</dl>\n" : "");
}

static void
append_tree (GyrePage *page, GyreCatalogue *catalogue, GyreKinship *kinship, GyreGallery *gallery)
{
  const char *last = "";

  gyre_page_append_section (page, "classes", "Class tree");
  g_string_append (page->body, "<ul class=\"branches\">\n");
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    if (is_root (catalogue, gyre_catalogue_get (catalogue, index)))
      append_branch (page, kinship, gyre_catalogue_get (catalogue, index));
  g_string_append (page->body, "</ul>\n");
  /* Families are in order, so those of a package are beside each other. */
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      const char *package = get_package (gyre_catalogue_get (catalogue, index));

      if (!g_str_equal (package, last))
        {
          gyre_page_append_picture (page, gyre_gallery_get_package (gallery, package), package);
          append_groups (page, catalogue, package);
        }
      last = package;
    }
}

/* Whoever runs no scripts has no tree, and finds every page here. */
static void
append_chapters (GyrePage *page, GPtrArray *chapters)
{
  if (gyre_markup_count (chapters) == 0)
    return;
  gyre_page_append_section (page, "pages", "All other pages");
  g_string_append (page->body, "<ul class=\"branches\">\n");
  for (guint index = 0; index < chapters->len; index++)
    {
      const GyreChapter *chapter = chapters->pdata[index];
      g_autofree char *link = gyre_markup_dup_link (chapter->file);

      gyre_markup_append (page->body, "<li><a href=\"$$\">$</a></li>\n", page->root, link, chapter->title, NULL);
    }
  g_string_append (page->body, "</ul>\n");
}

/* @library is where the reference of the library's C functions begins, or NULL. Returns: (transfer full): the page, which is @file */
GString *
gyre_page_write_index (GyreCatalogue *catalogue, GyreKinship *kinship, GyreGallery *gallery, GPtrArray *chapters, const char *library,
                       const char *file)
{
  GyrePage page;
  guint length = gyre_catalogue_get_length (catalogue), interfaces = 0;

  for (guint index = 0; index < length; index++)
    interfaces += gyre_catalogue_get (catalogue, index)->subject == GYRE_DESCRIPTION_INTERFACE;
  gyre_page_begin (&page, catalogue, "");
  g_string_append_printf (page.body, "<h1>Reference</h1>\n<p class=\"lead\">%u %s", length - interfaces,
                          length - interfaces == 1 ? "class" : "classes");
  if (interfaces > 0)
    g_string_append_printf (page.body, " and %u %s", interfaces, interfaces == 1 ? "interface" : "interfaces");
  g_string_append (page.body, "</p>\n");
  if (library != NULL)
    gyre_markup_append (page.body, "<p>The functions and types of the library are in its <a href=\"$\">C reference</a>.</p>\n", library, NULL);
  append_modules (&page, catalogue);
  append_interfaces (&page, catalogue, kinship);
  append_tree (&page, catalogue, kinship, gallery);
  append_chapters (&page, chapters);
  return gyre_page_end (&page, "Reference", NULL, file);
}
