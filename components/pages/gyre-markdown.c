/* gyre-markdown.c: Markdown as HTML
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Raw HTML in a description is text: a page shows what somebody wrote and runs none of it.
 */
#include "gyre-markdown.h"

#include <md4c-html.h>

static void
append (const MD_CHAR *text, MD_SIZE length, gpointer data)
{
  g_string_append_len (data, text, length);
}

/* Returns: (transfer full): the HTML of @markdown, which must be UTF-8 */
char *
gyre_markdown_to_html (const char *markdown)
{
  GString *html = g_string_new (NULL);
  guint flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_NOHTML;

  if (md_html (markdown, strlen (markdown), append, html, flags, 0) != 0)
    g_string_assign (html, "");
  return g_string_free (html, FALSE);
}
