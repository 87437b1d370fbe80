/* gyre-markdown-text.c: Text as Markdown wants it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * CommonMark lets any ASCII punctuation be escaped by a backslash; only what could mean something is.
 */
#include "gyre-markdown-text.h"

#include <string.h>

static char *
dup_line (const char *text)
{
  char *line = g_utf8_make_valid (text, -1);

  for (char *place = line; *place != '\0'; place++)
    if (*place >= 0 && *place < ' ')
      *place = ' ';
  return g_strstrip (line);
}

/* Whether this begins a heading, a list or a rule when it stands first in a line. */
static gsize
measure_marker (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (digits > 0 && (line[digits] == '.' || line[digits] == ')'))
    return digits;
  return 0;
}

/* Returns: (transfer full): @text in one line, as prose */
char *
gyre_markdown_text_escape (const char *text)
{
  g_autofree char *line = dup_line (text);
  gsize marker = measure_marker (line);
  GString *escaped = g_string_new (NULL);

  for (gsize index = 0; line[index] != '\0'; index++)
    {
      if (strchr ("\\`*_[]<>|&~#$", line[index]) != NULL
          || (index == 0 && strchr ("-+=", line[index]) != NULL)
          || (index > 0 && index == marker))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, line[index]);
    }
  return g_string_free (escaped, FALSE);
}

/* How many backticks stand together at most. */
static guint
measure_ticks (const char *line)
{
  guint longest = 0;

  while (*line != '\0')
    {
      gsize ticks = strspn (line, "`");

      longest = MAX (longest, ticks);
      line += ticks > 0 ? ticks : 1;
    }
  return longest;
}

/* Returns: (transfer full): @text in one line, as code */
char *
gyre_markdown_text_code (const char *text)
{
  g_autofree char *line = dup_line (text);
  guint ticks = measure_ticks (line);
  g_autofree char *fence = g_strnfill (ticks + 1, '`');
  const char *space = ticks > 0 ? " " : "";

  return *line != '\0' ? g_strconcat (fence, space, line, space, fence, NULL) : g_strdup ("");
}

/* Returns: (transfer full): @text as code in a cell of a table, or as prose where it has a bar: readers do not agree on bars in code */
char *
gyre_markdown_text_cell (const char *text)
{
  return strchr (text, '|') != NULL ? gyre_markdown_text_escape (text) : gyre_markdown_text_code (text);
}

/* Returns: (transfer full): @markdown, in which no block of code is left open, so that what follows is none */
char *
gyre_markdown_text_close (const char *markdown)
{
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autofree char *fence = NULL;

  for (guint index = 0; lines[index] != NULL; index++)
    {
      const char *line = lines[index] + strspn (lines[index], " ");
      gsize length = *line == '`' || *line == '~' ? strspn (line, *line == '`' ? "`" : "~") : 0;

      if (length < 3 || line - lines[index] > 3)
        continue;
      if (fence == NULL && (*line == '~' || strchr (line + length, '`') == NULL))
        fence = g_strndup (line, length);
      else if (fence != NULL && *line == *fence && length >= strlen (fence) && line[length + strspn (line + length, " \t")] == '\0')
        g_clear_pointer (&fence, g_free);
    }
  return g_strconcat (markdown, fence != NULL ? "\n" : "", fence, NULL);
}

/* Adds a row of a table; the cells are Markdown. */
void
gyre_markdown_text_append_row (GString *page, const char *first, ...)
{
  va_list cells;

  va_start (cells, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (cells, const char *))
    g_string_append_printf (page, "| %s ", cell);
  va_end (cells);
  g_string_append (page, "|\n");
}
