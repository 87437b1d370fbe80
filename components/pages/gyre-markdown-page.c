/* gyre-markdown-page.c: Pages in Markdown
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * CommonMark with tables: one page for each class and interface, and index.md with all of them.
 */
#include "gyre-markdown-page.h"

#include "gyre-facts.h"
#include "gyre-markdown-text.h"
#include "gyre-markup.h"
#include "gyre-publication.h"

/* A name that leads to its page, where it has one. */
static char *
dup_link (GyreCatalogue *catalogue, const char *name)
{
  GyreDescription *found = gyre_catalogue_find (catalogue, name);
  g_autofree char *code = gyre_markdown_text_code (name);
  g_autofree char *file = NULL;
  g_autofree char *address = NULL;

  if (found == NULL)
    return g_steal_pointer (&code);
  file = gyre_markup_dup_file (gyre_description_get_public_name (found));
  address = g_uri_escape_string (file, NULL, TRUE);
  return g_strdup_printf ("[%s](%s.md)", code, address);
}

static void
append_heading (GString *page, const char *level, const char *name, const char *summary, const char *description)
{
  g_autofree char *code = gyre_markdown_text_code (name);

  g_string_append_printf (page, "%s %s\n\n", level, code);
  if (summary != NULL && *summary != '\0')
    {
      g_autofree char *escaped = gyre_markdown_text_escape (summary);

      g_string_append_printf (page, "%s\n\n", escaped);
    }
  if (description != NULL && *description != '\0')
    {
      g_autofree char *closed = gyre_markdown_text_close (description);

      g_string_append_printf (page, "%s\n\n", g_strchomp (closed));
    }
}

static void
append_links (GString *page, GyreCatalogue *catalogue, const char *title, GPtrArray *classes)
{
  for (guint index = 0; index < classes->len; index++)
    {
      const GyreDescribedClass *class = classes->pdata[index];
      g_autofree char *link = dup_link (catalogue, class->family != NULL ? class->family : class->type);

      g_string_append_printf (page, "%s%s%s", index > 0 ? ", " : title, index > 0 ? "" : ": ", link);
    }
  if (classes->len > 0)
    g_string_append (page, "\n\n");
}

/* Facts as a list; takes @facts. */
static void
append_facts (GString *page, GPtrArray *facts)
{
  for (guint index = 0; index < facts->len; index++)
    {
      const GyreDescribedRow *row = facts->pdata[index];
      g_autofree char *name = gyre_markdown_text_escape (row->name);
      g_autofree char *text = gyre_markdown_text_code (row->text);

      g_string_append_printf (page, "- %s: %s\n", name, text);
    }
  g_string_append (page, facts->len > 0 ? "\n" : "");
  g_ptr_array_unref (facts);
}

static char *
dup_cell (const char *text)
{
  return gyre_markdown_text_cell (text != NULL ? text : "");
}

static void
append_overview (GString *page, GyreDescription *description)
{
  g_string_append (page, "| trait | kind | default | range | units | |\n|---|---|---|---|---|---|\n");
  for (guint index = 0; index < description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = description->traits->pdata[index];
      g_autofree char *name = dup_cell (trait->name);
      g_autofree char *kind = dup_cell (trait->kind_text);
      g_autofree char *fallback = dup_cell (gyre_facts_get_default (trait));
      g_autofree char *units = dup_cell (gyre_described_trait_get_units (trait));
      g_autofree char *range = gyre_markdown_text_escape (trait->rules != NULL ? trait->rules : "");
      g_autofree char *summary = gyre_markdown_text_escape (trait->summary != NULL ? trait->summary : "");

      gyre_markdown_text_append_row (page, name, kind, fallback, range, units, summary, NULL);
    }
  g_string_append_c (page, '\n');
}

static void
append_traits (GString *page, GyreDescription *description)
{
  if (description->traits->len == 0)
    return;
  g_string_append (page, "## Traits\n\n");
  append_overview (page, description);
  for (guint index = 0; index < description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = description->traits->pdata[index];

      append_heading (page, "###", trait->name, trait->summary, trait->description);
      append_facts (page, gyre_facts_list_trait (trait));
    }
}

static void
append_calls (GString *page, GyreDescription *description)
{
  g_string_append (page, description->behaviors->len > 0 ? "## Behaviors\n\n" : "");
  for (guint index = 0; index < description->behaviors->len; index++)
    {
      const GyreDescribedBehavior *behavior = description->behaviors->pdata[index];

      append_heading (page, "###", behavior->signature, behavior->summary, behavior->description);
      append_facts (page, gyre_facts_list_behavior (behavior));
    }
  g_string_append (page, description->signals->len > 0 ? "## Signals\n\n" : "");
  for (guint index = 0; index < description->signals->len; index++)
    {
      const GyreDescribedSignal *signal = description->signals->pdata[index];

      append_heading (page, "###", signal->signature != NULL ? signal->signature : signal->name, signal->summary, NULL);
      append_facts (page, gyre_facts_list_signal (signal));
    }
}

static void
append_sections (GString *page, GyreDescription *description)
{
  for (guint index = 0; index < description->sections->len; index++)
    {
      const GyreDescribedSection *section = description->sections->pdata[index];
      g_autofree char *title = gyre_markdown_text_escape (section->title);

      g_string_append_printf (page, "## %s\n\n", title);
      for (guint row = 0; row < section->rows->len; row++)
        {
          const GyreDescribedRow *fact = section->rows->pdata[row];
          g_autofree char *name = gyre_markdown_text_escape (fact->name);
          g_autofree char *text = gyre_markdown_text_escape (fact->text);

          g_string_append_printf (page, "- %s: %s\n", name, text);
        }
      g_string_append_c (page, '\n');
    }
}

/* Each line is indented, so that nothing in it can end the block. */
static void
append_example (GString *page, const char *example)
{
  g_auto (GStrv) lines = g_strsplit (example != NULL ? example : "", "\n", -1);

  if (example == NULL)
    return;
  g_string_append (page, "## Example\n\n");
  for (guint index = 0; lines[index] != NULL; index++)
    g_string_append_printf (page, *lines[index] != '\0' ? "    %s\n" : "%s\n", lines[index]);
  g_string_append_c (page, '\n');
}

/* Returns: (transfer full): the page of a class or an interface */
char *
gyre_markdown_page_dup (GyreCatalogue *catalogue, GyreDescription *description)
{
  GString *page = g_string_new (NULL);
  gboolean is_interface = description->subject == GYRE_DESCRIPTION_INTERFACE;

  append_heading (page, "#", gyre_description_get_public_name (description), description->summary, description->description);
  append_links (page, catalogue, is_interface ? "Extends" : "Interfaces", description->interfaces);
  append_links (page, catalogue, "Implemented by", description->implementers);
  append_links (page, catalogue, "Derived", description->derived);
  append_facts (page, gyre_facts_list_subject (description));
  append_traits (page, description);
  append_calls (page, description);
  append_sections (page, description);
  append_example (page, description->example);
  g_string_append (page, "[All families](index.md)\n");
  return g_string_free (page, FALSE);
}

static void
append_index (GString *page, GyreCatalogue *catalogue, GyreDescriptionSubject subject, const char *title)
{
  gboolean is_empty = TRUE;

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);
      g_autofree char *link = dup_link (catalogue, gyre_description_get_public_name (description));
      g_autofree char *summary = gyre_markdown_text_escape (description->summary != NULL ? description->summary : "");

      if (description->subject != subject)
        continue;
      if (is_empty)
        g_string_append_printf (page, "## %s\n\n| family | |\n|---|---|\n", title);
      is_empty = FALSE;
      gyre_markdown_text_append_row (page, link, summary, NULL);
    }
  g_string_append (page, is_empty ? "" : "\n");
}

/* Returns: (transfer full): the page that leads to all others */
char *
gyre_markdown_page_dup_index (GyreCatalogue *catalogue)
{
  GString *page = g_string_new ("# Families\n\n");

  append_index (page, catalogue, GYRE_DESCRIPTION_CLASS, "Classes");
  append_index (page, catalogue, GYRE_DESCRIPTION_INTERFACE, "Interfaces");
  return g_string_free (page, FALSE);
}

/* Writes a page for each class and interface, and index.md, into @folder. */
gboolean
gyre_markdown_write (GyreCatalogue *catalogue, const char *folder, GError **error)
{
  g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "markdown");
  g_autofree char *front = gyre_markdown_page_dup_index (catalogue);

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);
      g_autofree char *page = gyre_markdown_page_dup (catalogue, description);
      g_autofree char *name = gyre_markup_dup_file (gyre_description_get_public_name (description));
      g_autofree char *file = g_strdup_printf ("%s.md", name);

      if (!gyre_publication_add_text (publication, file, g_string_new (page), error))
        return FALSE;
    }
  return gyre_publication_add_text (publication, "index.md", g_string_new (front), error) && gyre_publication_write (publication, error);
}
