/* gyre-listing.c: An array of a document, written as a list
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-listing-private.h"
#include "gyre-literal.h"

#include <string.h>

void
gyre_listing_init (GyreListing *self)
{
  *self = (GyreListing) {
    .list = g_string_new (NULL),
    .pieces = g_array_new (FALSE, FALSE, sizeof (GyreNestingPiece)),
  };
}

void
gyre_listing_clear (GyreListing *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
  g_string_free (g_steal_pointer (&self->list), TRUE);
}

/* Forgets the list before; a new one begins at a place. */
void
gyre_listing_begin (GyreListing *self, guint line, guint column, guint32 start)
{
  g_string_truncate (self->list, 0);
  g_array_set_size (self->pieces, 0);
  self->text = (GyreNestingText) { .line = line, .column = column, .start = start };
}

static void
add_piece (GyreListing *self, guint line, guint column)
{
  GyreNestingPiece piece = { self->list->len, line, column };

  g_array_append_val (self->pieces, piece);
}

/* Writes what stands between two elements. */
static void
begin_element (GyreListing *self)
{
  if (self->list->len > 0 && !self->is_first)
    g_string_append (self->list, ", ");
  self->is_first = FALSE;
}

/* Opens a list, which may be an element of the one that is open. */
void
gyre_listing_open (GyreListing *self, guint line, guint column)
{
  begin_element (self);
  add_piece (self, line, column);
  g_string_append_c (self->list, '(');
  self->is_first = TRUE;
}

void
gyre_listing_close (GyreListing *self, guint line, guint column, guint32 stop)
{
  add_piece (self, line, column);
  g_string_append_c (self->list, ')');
  self->is_first = FALSE;
  self->text.text = self->list->str;
  self->text.length = self->list->len;
  self->text.pieces = (const GyreNestingPiece *) self->pieces->data;
  self->text.n_pieces = self->pieces->len;
  self->text.stop = stop;
}

static gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static gboolean
pairs (char open, char close)
{
  return (open == '(' && close == ')') || (open == '[' && close == ']');
}

/* Whether brackets pair up, commas stand between them only, and they do not enclose the whole. */
static gboolean
has_fine_brackets (const GyreNestingText *text)
{
  char open[GYRE_LITERAL_MAXIMUM_DEPTH];
  guint depth = 0;

  for (guint index = 0; index < text->length; index++)
    {
      char byte = text->text[index];

      if (byte == '(' || byte == '[')
        {
          if (depth == G_N_ELEMENTS (open))
            return FALSE;
          open[depth++] = byte;
        }
      else if (byte == ')' || byte == ']')
        {
          if (depth == 0 || !pairs (open[depth - 1], byte))
            return FALSE;
          depth--;
          if (depth == 0 && index + 1 == text->length && (*text->text == '(' || *text->text == '['))
            return FALSE;
        }
      else if (byte == ',' && depth == 0)
        return FALSE;
    }
  return depth == 0;
}

/* Whether a text can be an element of a list only in quotes. */
static gboolean
needs_quotes (const GyreNestingText *text)
{
  if (text->length == 0 || is_blank (text->text[0]) || is_blank (text->text[text->length - 1]))
    return TRUE;
  if (text->length == 4 && g_ascii_strncasecmp (text->text, "none", 4) == 0)
    return TRUE;
  for (guint index = 0; index < text->length; index++)
    if (g_ascii_iscntrl (text->text[index]) || strchr (";\"'", text->text[index]) != NULL)
      return TRUE;
  return !has_fine_brackets (text);
}

/* Writes a byte of a quoted element. Returns whether it is not as it was. */
static gboolean
append_quoted (GString *list, char byte)
{
  switch (byte)
    {
    case '"':
    case '\\':
      g_string_append_c (list, '\\');
      g_string_append_c (list, byte);
      return TRUE;
    case '\n':
      g_string_append (list, "\\n");
      return TRUE;
    default:
      break;
    }
  if (g_ascii_iscntrl (byte))
    g_string_append_printf (list, "\\x%02x", (guint) (guchar) byte);
  else
    g_string_append_c (list, byte);
  return g_ascii_iscntrl (byte);
}

/* Writes an element, and where each part of it was written. A reference in it stays one. */
static void
append_element (GyreListing *self, const GyreNestingText *text, gboolean is_quoted)
{
  GyreNestingPiece place = { 0, text->line, text->column };
  guint next = 0;
  gboolean has_moved = TRUE;

  begin_element (self);
  add_piece (self, text->line, text->column);
  if (is_quoted)
    g_string_append_c (self->list, '"');
  for (guint index = 0; index < text->length; index++)
    {
      if (next < text->n_pieces && text->pieces[next].offset == index)
        {
          place = text->pieces[next++];
          has_moved = TRUE;
        }
      if (has_moved && (index > 0 || is_quoted))
        add_piece (self, place.line, place.column);
      has_moved = FALSE;
      if (is_quoted)
        has_moved = append_quoted (self->list, text->text[index]);
      else
        g_string_append_c (self->list, text->text[index]);
      place.column += index + 1 == text->length || ((guchar) text->text[index + 1] & 0xc0) != 0x80;
    }
  if (is_quoted)
    g_string_append_c (self->list, '"');
}

/* Writes an element, in quotes if it can be an element only so. */
void
gyre_listing_append (GyreListing *self, const GyreNestingText *text, GyreNestingScalar kind)
{
  append_element (self, text, kind == GYRE_NESTING_STRING && needs_quotes (text));
}
