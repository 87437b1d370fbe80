/* gyre-walk.c: Finds lines and columns of one byte after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-walk-private.h"

#include <string.h>

/* Begins at the first byte of a source, which must live as long. */
void
gyre_walk_init (GyreWalk *self, GyreSource *source)
{
  *self = (GyreWalk) { .line = 1, .column = 1 };
  self->text = gyre_source_get_text (source, &self->length);
}

static void
go_on (GyreWalk *self, gsize offset)
{
  for (; self->offset < offset; self->offset++)
    {
      guchar byte = self->text[self->offset];

      if (byte == '\n')
        {
          self->line++;
          self->column = 1;
        }
      else
        self->column += self->offset + 1 == self->length || ((guchar) self->text[self->offset + 1] & 0xc0) != 0x80;
    }
}

static void
go_back (GyreWalk *self, gsize offset)
{
  gboolean has_left = FALSE;
  const char *start;

  for (; self->offset > offset; self->offset--)
    {
      gboolean is_newline = self->text[self->offset - 1] == '\n';

      has_left |= is_newline;
      self->line -= is_newline;
      self->column -= self->offset == self->length || ((guchar) self->text[self->offset] & 0xc0) != 0x80;
    }
  if (!has_left)
    return;
  start = offset > 0 ? memrchr (self->text, '\n', offset) : NULL;
  start = start != NULL ? start + 1 : self->text;
  self->steps += self->text + offset - start;
  self->column = 1 + g_utf8_strlen (start, self->text + offset - start);
}

/* Finds the place of the first byte of a character, or of the end. */
void
gyre_walk_find (GyreWalk *self, gsize offset, guint *line, guint *column)
{
  offset = MIN (offset, self->length);
  self->steps += offset > self->offset ? offset - self->offset : self->offset - offset;
  if (offset < self->offset / 2)
    *self = (GyreWalk) { self->text, self->length, 0, 1, 1, self->steps };
  if (offset < self->offset)
    go_back (self, offset);
  else
    go_on (self, offset);
  *line = self->line;
  *column = self->column;
}
