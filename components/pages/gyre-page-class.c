/* gyre-page-class.c: The page of a class or an interface
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Everything that a description tells, in the order in which a reader asks: what it is, where it stands among others, how it is
 * configured, what it has, what it can do.
 */
#include "gyre-page-class.h"

#include "gyre-facts.h"
#include "gyre-highlight.h"
#include "gyre-page-members.h"

static void
append_badge (GString *html, gboolean is_there, const char *text)
{
  if (is_there)
    gyre_markup_append (html, "<span class=\"badge\">$</span>\n", text, NULL);
}

/* The package and what stands before the last dot, as a way back. */
static void
append_trail (GyrePage *page, const GyreDescription *self)
{
  const char *package = self->package != NULL ? self->package : "";
  g_autofree char *anchor = gyre_markup_dup_anchor ("module", package);

  if (*package != '\0')
    gyre_markup_append (page->body, "<nav class=\"trail\" aria-label=\"Where this is\"><a href=\"$families.html#$\">$</a></nav>\n",
                        page->root, anchor, package, NULL);
}

static void
append_fact (GyrePage *page, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    gyre_markup_append (page->body, "<div><dt>$</dt><dd>$</dd></div>\n", name, text, NULL);
}

static void
append_code_fact (GyrePage *page, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    gyre_markup_append (page->body, "<div><dt>$</dt><dd><code>$</code></dd></div>\n", name, text, NULL);
}

static void
append_facts (GyrePage *page, const GyreDescription *self)
{
  g_autofree char *place = gyre_page_dup_place (self->declared);
  g_autofree char *module = gyre_facts_dup_module (self);

  g_string_append (page->body, "<dl class=\"facts\">\n");
  append_code_fact (page, "Type", self->type);
  append_code_fact (page, "Module", module);
  append_fact (page, "Version", self->version);
  append_code_fact (page, "Declared", place);
  if (self->implementation != NULL)
    {
      g_string_append (page->body, "<div><dt>Default</dt><dd>");
      gyre_page_append_name (page, self->implementation, NULL);
      g_string_append (page->body, "</dd></div>\n");
    }
  g_string_append (page->body, "</dl>\n");
}

static void
append_head (GyrePage *page, GyreDescription *self)
{
  append_trail (page, self);
  g_string_append (page->body, "<h1>");
  gyre_markup_append_name (page->body, gyre_description_get_public_name (self));
  g_string_append (page->body, "</h1>\n<p class=\"badges\">");
  append_badge (page->body, TRUE, self->subject == GYRE_DESCRIPTION_INTERFACE ? "interface" : "class");
  append_badge (page->body, self->is_abstract, "abstract: only derived classes have instances");
  append_badge (page->body, self->is_open, "open: takes attributes that nobody has declared");
  append_badge (page->body, self->is_internal, "internal");
  g_string_append (page->body, "</p>\n");
  if (self->summary != NULL)
    gyre_markup_append (page->body, "<p class=\"lead\">$</p>\n", self->summary, NULL);
  if (self->mistakes != NULL)
    gyre_markup_append (page->body, "<div class=\"warning\" role=\"note\"><strong>This class is invalid.</strong> <span>$</span></div>\n",
                        self->mistakes, NULL);
  append_facts (page, self);
  if (self->description != NULL)
    gyre_page_append_markdown (page, self->description);
}

static void
append_example (GyrePage *page, const GyreDescription *self)
{
  if (self->example == NULL || *self->example == '\0')
    return;
  gyre_page_append_section (page, "example", "Example configuration");
  g_string_append (page->body, "<div class=\"code\"><pre tabindex=\"0\"><code>");
  gyre_highlight_append (page->body, self->example, "pfg");
  g_string_append (page->body, "</code></pre></div>\n");
}

static void
append_chain (GyrePage *page, const GyreDescription *self)
{
  GPtrArray *chain = gyre_markup_count (self->hierarchy) > 0 ? self->hierarchy : self->pedigree;

  g_string_append (page->body, "<ol class=\"chain\" aria-label=\"Ancestors, the class itself last\">\n");
  for (guint index = gyre_markup_count (chain); index > 0; index--)
    {
      const GyreDescribedClass *class = chain->pdata[index - 1];

      gyre_markup_append (page->body, "<li$>", index == 1 ? " aria-current=\"true\"" : "", NULL);
      if (index > 1)
        gyre_page_append_class (page, class);
      else
        gyre_markup_append (page->body, "<code>$</code>", class->family != NULL ? class->family : class->type, NULL);
      g_string_append (page->body, "</li>\n");
    }
  g_string_append (page->body, "</ol>\n");
}

/* Classes that are mentioned, each with its summary and what it asks for. */
static void
append_classes (GyrePage *page, GPtrArray *classes)
{
  g_string_append (page->body, "<dl class=\"classes\">\n");
  for (guint index = 0; index < gyre_markup_count (classes); index++)
    {
      const GyreDescribedClass *class = classes->pdata[index];

      g_string_append (page->body, "<div><dt>");
      gyre_page_append_class (page, class);
      gyre_markup_append (page->body, "</dt><dd>$", class->summary != NULL ? class->summary : "", NULL);
      if (class->asks != NULL && class->asks[0] != NULL)
        {
          g_string_append (page->body, "<span class=\"asks\">asks for");
          for (guint promise = 0; class->asks[promise] != NULL; promise++)
            gyre_markup_append (page->body, " <code>$</code>", class->asks[promise], NULL);
          g_string_append (page->body, "</span>");
        }
      g_string_append (page->body, "</dd></div>\n");
    }
  g_string_append (page->body, "</dl>\n");
}

static void
append_related (GyrePage *page, const char *anchor, const char *title, GPtrArray *classes)
{
  if (gyre_markup_count (classes) == 0)
    return;
  gyre_page_append_section (page, anchor, title);
  append_classes (page, classes);
}

static void
append_relations (GyrePage *page, GyreKinship *kinship, GyreDescription *self)
{
  gboolean is_interface = self->subject == GYRE_DESCRIPTION_INTERFACE;

  if (gyre_markup_count (self->hierarchy) > 1 || gyre_markup_count (self->pedigree) > 1)
    {
      gyre_page_append_section (page, "hierarchy", "Hierarchy");
      append_chain (page, self);
    }
  append_related (page, "interfaces", is_interface ? "Bases" : "Interfaces", self->interfaces);
  if (is_interface)
    append_related (page, "implementers", "Known implementers", gyre_kinship_get_implementers (kinship, self));
  append_related (page, "derived", is_interface ? "Derived interfaces" : "Derived classes", gyre_kinship_get_derived (kinship, self));
}

/* Facts that only some have. Lines of a text stay lines. */
static void
append_facts_of_some (GyrePage *page, const GyreDescription *self)
{
  for (guint index = 0; index < gyre_markup_count (self->sections); index++)
    {
      const GyreDescribedSection *section = self->sections->pdata[index];
      g_autofree char *anchor = gyre_markup_dup_anchor ("section", section->title);
      g_autofree char *title = g_strdup (section->title);

      *title = g_ascii_toupper (*title);
      gyre_page_append_section (page, anchor, title);
      g_string_append (page->body, "<dl class=\"rows\">\n");
      for (guint row = 0; row < gyre_markup_count (section->rows); row++)
        {
          const GyreDescribedRow *fact = section->rows->pdata[row];

          gyre_markup_append (page->body, "<div><dt>$</dt><dd>$</dd></div>\n", fact->name, fact->text != NULL ? fact->text : "", NULL);
        }
      g_string_append (page->body, "</dl>\n");
    }
}

static void
append_picture (GyrePage *page, GyreDescription *self, const char *picture)
{
  if (picture == NULL)
    return;
  gyre_page_append_section (page, "picture", "Picture");
  gyre_page_append_picture (page, picture, gyre_description_get_public_name (self));
}

/* Returns: (transfer full): the page; @picture is SVG, or NULL */
GString *
gyre_page_write_class (GyreCatalogue *catalogue, GyreKinship *kinship, GyreDescription *description, const char *picture)
{
  GyrePage page;
  g_autofree char *current = gyre_page_dup_link (description);

  gyre_page_begin (&page, catalogue, "../");
  append_head (&page, description);
  append_example (&page, description);
  append_relations (&page, kinship, description);
  gyre_page_append_traits (&page, description);
  gyre_page_append_behaviors (&page, description);
  gyre_page_append_signals (&page, description);
  append_facts_of_some (&page, description);
  append_picture (&page, description, picture);
  return gyre_page_end (&page, gyre_description_get_public_name (description), description->summary, current);
}
