/* gyre-pml-text.c: Where things stand in XML, and what its texts mean
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-pml-text-private.h"

#include <string.h>

void
gyre_pml_text_init (GyrePmlText *self, GyreSource *source)
{
  gsize length;

  gyre_walk_init (&self->walk, source);
  self->text = gyre_source_get_text (source, &length);
  self->end = self->text + length;
  self->decoded = g_string_new (NULL);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (GyreNestingPiece));
}

void
gyre_pml_text_clear (GyrePmlText *self)
{
  g_string_free (g_steal_pointer (&self->decoded), TRUE);
  g_clear_pointer (&self->pieces, g_array_unref);
}

static gboolean
begins (const char *at, const char *stop, const char *text)
{
  return (gsize) (stop - at) >= strlen (text) && memcmp (at, text, strlen (text)) == 0;
}

/* The byte behind the next @closing, or @stop. */
static const char *
skip_past (const char *at, const char *stop, const char *closing)
{
  const char *found = memmem (at, stop - at, closing, strlen (closing));

  return found != NULL ? found + strlen (closing) : stop;
}

/* Steps over a comment, an instruction or a marked section; NULL where none begins. */
static const char *
skip_markup (const char *at, const char *stop)
{
  if (begins (at, stop, "<!--"))
    return skip_past (at + 4, stop, "-->");
  if (begins (at, stop, "<?"))
    return skip_past (at, stop, "?>");
  if (begins (at, stop, "<![CDATA["))
    return skip_past (at, stop, "]]>");
  if (begins (at, stop, "<!"))
    return skip_past (at, stop, ">");
  return NULL;
}

/* Finds the next tag, of either sort. */
static const char *
find_tag (GyrePmlText *self, const char *at)
{
  while (at < self->end && (at = memchr (at, '<', self->end - at)) != NULL)
    {
      const char *behind = skip_markup (at, self->end);

      if (behind == NULL)
        return at;
      at = behind;
    }
  return self->end;
}

static const char *
skip_spaces (const char *at, const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;
  return at;
}

static const char *
read_attribute (GyrePmlText *self, const char *at, GyrePmlAttribute *attribute)
{
  attribute->name = at;
  while (at < self->end && *at != '=' && !g_ascii_isspace (*at))
    at++;
  attribute->name_length = at - attribute->name;
  while (at < self->end && *at != '"' && *at != '\'')
    at++;
  attribute->value = MIN (at + 1, self->end);
  at = at < self->end ? memchr (at + 1, *at, self->end - at - 1) : NULL;
  if (at == NULL)
    at = self->end;
  attribute->value_length = at - attribute->value;
  return MIN (at + 1, self->end);
}

/* Finds the next tag that opens an element, and its attributes; there is one. */
void
gyre_pml_text_find_tag (GyrePmlText *self, const char *from, GyrePmlTag *tag)
{
  const char *at = find_tag (self, from);
  GyrePmlAttribute ignored;

  while (at + 1 < self->end && at[1] == '/')
    at = find_tag (self, at + 1);
  tag->start = at;
  tag->n_attributes = 0;
  while (at < self->end && !g_ascii_isspace (*at) && *at != '>' && *at != '/')
    at++;
  for (at = skip_spaces (at, self->end); at < self->end && *at != '>'; at = skip_spaces (at, self->end))
    if (*at == '/')
      at++;
    else if (tag->n_attributes < GYRE_PML_MOST_ATTRIBUTES)
      at = read_attribute (self, at, &tag->attributes[tag->n_attributes++]);
    else
      at = read_attribute (self, at, &ignored);
  tag->stop = MIN (at + 1, self->end);
}

/* Finds the `<` of the tag that closes an element without children, whose text begins at @from. */
const char *
gyre_pml_text_find_end (GyrePmlText *self, const char *from)
{
  return find_tag (self, from);
}

/* Finds the end of the part of a value that begins at @from, and where the next part begins: comments divide them. */
const char *
gyre_pml_text_next (GyrePmlText *self, const char *from, const char *stop, const char **next)
{
  const char *at = from;

  while (at < stop && (at = memchr (at, '<', stop - at)) != NULL)
    {
      const char *behind = skip_markup (at, stop);

      if (!begins (at, stop, "<![CDATA["))
        {
          *next = behind != NULL ? behind : stop;
          return at;
        }
      at = behind;
    }
  *next = stop;
  return stop;
}

static void
add_piece (GyrePmlText *self, const char *at)
{
  GyreNestingPiece piece = { self->decoded->len };

  gyre_walk_find (&self->walk, at - self->text, &piece.line, &piece.column);
  g_array_append_val (self->pieces, piece);
}

/* Reads `&name;` and `&#number;`. Returns the byte behind it. */
static const char *
read_entity (GyrePmlText *self, const char *at, const char *stop)
{
  static const struct { const char *name; char character; } entities[] = {
    { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' },
  };
  const char *behind = skip_past (at, stop, ";");

  for (guint index = 0; index < G_N_ELEMENTS (entities); index++)
    if (begins (at, stop, entities[index].name))
      {
        g_string_append_c (self->decoded, entities[index].character);
        return behind;
      }
  if (begins (at, stop, "&#"))
    {
      gboolean is_hexadecimal = at + 2 < stop && at[2] == 'x';
      guint64 character = g_ascii_strtoull (at + 2 + is_hexadecimal, NULL, is_hexadecimal ? 16 : 10);

      if (character <= 0x10ffff && character != 0 && g_unichar_validate (character))
        g_string_append_unichar (self->decoded, character);
    }
  return behind;
}

typedef struct
{
  gsize solid;          /* the length of the text without the blanks at its end */
  gboolean is_broken;   /* a line ended */
  gboolean is_moved;    /* the next byte does not stand where one would think */
} Lines;

/* Writes what goes before a byte that is no blank. */
static void
begin_solid (GyrePmlText *self, Lines *lines, const char *at)
{
  if (lines->is_broken && lines->solid > 0)
    g_string_append_c (self->decoded, '\n');
  if (lines->is_broken || lines->is_moved || lines->solid == 0)
    add_piece (self, at);
  lines->is_broken = lines->is_moved = FALSE;
}

static const char *
read_marked (GyrePmlText *self, const char *at, const char *stop)
{
  const char *behind = skip_past (at, stop, "]]>");

  at += strlen ("<![CDATA[");
  if (behind - 3 > at)
    g_string_append_len (self->decoded, at, behind - 3 - at);
  return behind;
}

/* Reads the text between two bytes. It lives until the next one is read. */
void
gyre_pml_text_read (GyrePmlText *self, const char *start, const char *stop, GyreNestingText *text)
{
  Lines lines = { 0 };
  const char *at = start;

  g_string_truncate (self->decoded, 0);
  g_array_set_size (self->pieces, 0);
  while (at < stop)
    {
      if (g_ascii_isspace (*at))
        {
          lines.is_broken |= *at == '\n';
          if (lines.is_broken)
            g_string_truncate (self->decoded, lines.solid);
          else if (lines.solid > 0)
            g_string_append_c (self->decoded, *at);
          at++;
          continue;
        }
      begin_solid (self, &lines, at);
      lines.is_moved = *at == '&' || *at == '<';
      if (*at == '&')
        at = read_entity (self, at, stop);
      else if (begins (at, stop, "<![CDATA["))
        at = read_marked (self, at, stop);
      else
        g_string_append_c (self->decoded, *at++);
      lines.solid = self->decoded->len;
    }
  g_string_truncate (self->decoded, lines.solid);
  *text = (GyreNestingText) {
    .text = self->decoded->str,
    .length = self->decoded->len,
    .start = start - self->text,
    .stop = stop - self->text,
    .n_pieces = self->pieces->len,
    .pieces = (const GyreNestingPiece *) self->pieces->data,
  };
  if (text->n_pieces > 0)
    {
      text->line = text->pieces[0].line;
      text->column = text->pieces[0].column;
    }
  else
    gyre_walk_find (&self->walk, start - self->text, &text->line, &text->column);
}
