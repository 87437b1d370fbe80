/* gyre-page.c: One page of a site: head, contents, body and foot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A page says where it is from the root and nothing else of the machine: no date, no absolute path, so that the same catalogue gives the
 * same bytes everywhere. What all pages share (the tree, the search) comes from scripts beside them: a browser reads those from the file
 * system as well, which it does not do with data.
 */
#include "gyre-page.h"

#include "gyre-markdown.h"

#include <string.h>

void
gyre_page_begin (GyrePage *self, GyreCatalogue *catalogue, const char *root)
{
  *self = (GyrePage) {
    .catalogue = catalogue,
    .root = root,
    .body = g_string_sized_new (8192),
    .contents = g_string_new (NULL),
  };
}

static void
append_head (GyrePage *self, GString *html, const char *title, const char *summary, const char *current)
{
  gyre_markup_append (html, "<!DOCTYPE html>\n<html lang=\"en\" data-root=\"$\" data-current=\"$\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<title>$</title>\n", self->root, current, title, NULL);
  if (summary != NULL)
    gyre_markup_append (html, "<meta name=\"description\" content=\"$\">\n", summary, NULL);
  gyre_markup_append (html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"color-scheme\" content=\"light dark\">\n"
                      "<link rel=\"icon\" type=\"image/svg+xml\" href=\"$site.svg\">\n"
                      "<link rel=\"stylesheet\" href=\"$site.css\">\n"
                      "<script defer src=\"$families.js\"></script>\n<script defer src=\"$site.js\"></script>\n"
                      "</head>\n", self->root, self->root, self->root, self->root, NULL);
  gyre_markup_append (html, "<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n"
                      "<header class=\"bar\">\n"
                      "<button type=\"button\" class=\"menu\" aria-expanded=\"false\" aria-controls=\"tree\"><span>Menu</span></button>\n"
                      "<a class=\"home\" href=\"$index.html\"><img src=\"$site.svg\" alt=\"\" width=\"22\" height=\"22\">Contents</a>\n"
                      "<div class=\"search\" role=\"search\">\n"
                      "<input type=\"search\" id=\"search\" role=\"combobox\" aria-expanded=\"false\" aria-controls=\"results\" "
                      "aria-autocomplete=\"list\" aria-label=\"Search\" autocomplete=\"off\" spellcheck=\"false\" "
                      "placeholder=\"Search families, traits, behaviors\">\n<kbd aria-hidden=\"true\">/</kbd>\n"
                      "<ul id=\"results\" role=\"listbox\" aria-label=\"Results\" hidden></ul>\n"
                      "<p id=\"status\" class=\"unseen\" role=\"status\"></p>\n</div>\n</header>\n"
                      "<div class=\"frame\">\n<nav id=\"tree\" class=\"tree\" aria-label=\"All pages\">\n"
                      "<noscript><p><a href=\"$index.html\">All pages</a></p></noscript>\n</nav>\n",
                      self->root, self->root, self->root, NULL);
}

/* Returns: (transfer full): the whole page; @current is the file of the page from the root */
GString *
gyre_page_end (GyrePage *self, const char *title, const char *summary, const char *current)
{
  GString *html = g_string_sized_new (self->body->len + self->contents->len + 4096);

  append_head (self, html, title, summary, current);
  g_string_append (html, "<main id=\"content\" tabindex=\"-1\">\n");
  g_string_append_len (html, self->body->str, (gssize) self->body->len);
  g_string_append (html, "</main>\n");
  if (self->contents->len > 0)
    {
      g_string_append (html, "<nav class=\"contents\" aria-label=\"On this page\">\n<p>On this page</p>\n<ul>\n");
      g_string_append_len (html, self->contents->str, (gssize) self->contents->len);
      g_string_append (html, "</ul>\n</nav>\n");
    }
  g_string_append (html, "</div>\n</body>\n</html>\n");
  g_string_free (self->body, TRUE);
  g_string_free (self->contents, TRUE);
  return html;
}

/* A heading of the page, and its row in the contents. */
void
gyre_page_append_section (GyrePage *self, const char *anchor, const char *title)
{
  gyre_markup_append (self->body, "<h2 id=\"$\"><a href=\"#$\">$</a></h2>\n", anchor, anchor, title, NULL);
  gyre_markup_append (self->contents, "<li><a href=\"#$\">$</a></li>\n", anchor, title, NULL);
}

/* A row in the contents, below the last section. */
void
gyre_page_append_entry (GyrePage *self, const char *anchor, const char *title)
{
  gyre_markup_append (self->contents, "<li class=\"entry\"><a href=\"#$\">$</a></li>\n", anchor, title, NULL);
}

/* Returns: (transfer full): the address of the page of a class, from the root of the site */
char *
gyre_page_dup_link (GyreDescription *description)
{
  g_autofree char *file = gyre_markup_dup_file (gyre_description_get_public_name (description));
  g_autofree char *link = gyre_markup_dup_link (file);

  return g_strdup_printf ("reference/%s.html", link);
}

/* The name of a class or an interface, with a link where it has a page. */
void
gyre_page_append_name (GyrePage *self, const char *family, const char *type)
{
  GyreDescription *description = family != NULL ? gyre_catalogue_find (self->catalogue, family) : NULL;
  g_autofree char *link = NULL;

  if (description == NULL && type != NULL)
    description = gyre_catalogue_find (self->catalogue, type);
  if (description == NULL)
    {
      gyre_markup_append (self->body, "<code>$</code>", family != NULL ? family : type != NULL ? type : "", NULL);
      return;
    }
  link = gyre_page_dup_link (description);
  gyre_markup_append (self->body, "<a href=\"$$\"><code>$</code></a>", self->root, link, gyre_description_get_public_name (description), NULL);
}

void
gyre_page_append_class (GyrePage *self, const GyreDescribedClass *class)
{
  gyre_page_append_name (self, class->family, class->type);
}

void
gyre_page_append_markdown (GyrePage *self, const char *markdown)
{
  g_autofree char *valid = g_utf8_make_valid (markdown, -1);
  g_autofree char *html = gyre_markdown_to_html (valid);

  g_string_append_printf (self->body, "<div class=\"prose\">%s</div>\n", html);
}

/* A picture in SVG, which scrolls in itself; NULL is none. */
void
gyre_page_append_picture (GyrePage *self, const char *picture, const char *subject)
{
  if (picture == NULL)
    return;
  gyre_markup_append (self->body, "<figure class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"$ and its relatives, as a picture\">\n",
                      subject, NULL);
  g_string_append (self->body, picture);
  g_string_append (self->body, "</figure>\n");
}

/* Where something was said. Folders of this machine are left out: the page can be read elsewhere. */
char *
gyre_page_dup_place (GyreLocator *locator)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *prefix = g_strconcat (here, "/", NULL);
  g_autofree char *text = locator != NULL ? gyre_locator_to_string (locator) : NULL;
  g_auto (GStrv) words = NULL;

  if (text == NULL)
    return NULL;
  words = g_strsplit (text, " ", -1);
  for (guint index = 0; words[index] != NULL; index++)
    {
      const char *rest = g_str_has_prefix (words[index], prefix) ? words[index] + strlen (prefix) : strrchr (words[index], '/') + 1;
      char *shorter;

      if (words[index][0] != '/')
        continue;
      shorter = g_strdup (rest);
      g_free (words[index]);
      words[index] = shorter;
    }
  return g_strjoinv (" ", words);
}
