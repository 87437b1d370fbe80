/* gyre-paragraph.c: Text, broken where a terminal ends
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lines are broken at blanks and nowhere else: what can be copied (a path, a range of words without blanks) stays in one piece, and the
 * terminal itself breaks what is longer than a line.
 */
#include "gyre-paragraph.h"

#include <string.h>

static guint
measure (const char *text, gsize length)
{
  guint width = 0;

  for (const char *end = text + length; text < end; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

/**
 * gyre_paragraph_get_width: (skip)
 * @text: a text without control sequences
 *
 * Returns: how many columns it takes on a terminal
 *
 * Since: 0.1
 */
guint
gyre_paragraph_get_width (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return measure (text, strlen (text));
}

/* The blanks and the word that come next; on a new line where they would end behind the last column. */
static const char *
append_word (GString *page, const char *text, guint *column, guint indent, guint columns)
{
  gsize blanks = strspn (text, " ");
  gsize length = strcspn (text + blanks, " \n");
  guint width = measure (text + blanks, length);

  if (columns > 0 && length > 0 && *column > indent && *column + blanks + width > columns)
    {
      g_string_append_printf (page, "\n%*s", (int) indent, "");
      *column = indent;
    }
  else
    {
      g_string_append_len (page, text, (gssize) blanks);
      *column += (guint) blanks;
    }
  g_string_append_len (page, text + blanks, (gssize) length);
  *column += width;
  return text + blanks + length;
}

/**
 * gyre_paragraph_append: (skip)
 * @page: what it is appended to
 * @text: a text; a newline in it is kept
 * @column: how many columns of the line are taken
 * @indent: how far further lines are moved to the right, at most to half of the width
 * @columns: how many columns there are; 0: lines are never broken
 *
 * Appends a text, so that no line is longer than the terminal is wide.
 *
 * Since: 0.1
 */
void
gyre_paragraph_append (GString *page, const char *text, guint column, guint indent, guint columns)
{
  g_return_if_fail (page != NULL && text != NULL);

  if (columns > 0)
    indent = MIN (indent, columns / 2);
  while (*text != '\0')
    {
      if (*text != '\n')
        text = append_word (page, text, &column, indent, columns);
      if (*text == '\n')
        {
          g_string_append_c (page, *text++);
          column = 0;
        }
    }
}
