/* gyre-written.c: Values as people write them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-written-private.h"

#include <string.h>

/* What may mean something inside a value. */
static const gboolean is_special[256] = { ['\n'] = TRUE, [';'] = TRUE, ['"'] = TRUE, ['\''] = TRUE };

/* Makes a reader of the values of a text that ends at @end. */
void
gyre_written_init (GyreWritten *self, const char *end)
{
  *self = (GyreWritten) {
    .end = end,
    .escapes = g_ptr_array_new (),
    .pieces = g_array_new (FALSE, FALSE, sizeof (GyreEventSegment)),
    .joined = g_string_new (NULL),
  };
}

void
gyre_written_clear (GyreWritten *self)
{
  g_clear_pointer (&self->escapes, g_ptr_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_string_free (g_steal_pointer (&self->joined), TRUE);
}

/* Forgets the value before. */
void
gyre_written_begin (GyreWritten *self)
{
  self->quote = 0;
  self->before = '(';
  self->lines = 0;
}

static gboolean
opens_quote (const GyreWritten *self, const char *start, const char *quote)
{
  const char *stop = gyre_written_trim (start, quote);
  char before = stop > start ? stop[-1] : self->before;

  return before == '(' || before == '[' || before == ',';
}

/* Finds the byte after the open quote's end, or the end of the line with the quote still open. */
static const char *
skip_quoted (GyreWritten *self, const char *at)
{
  for (; at < self->end && *at != '\n'; at++)
    {
      if (*at == '\\' && at + 1 < self->end && at[1] != '\n')
        at++;
      else if (*at == self->quote)
        {
          self->quote = 0;
          return at + 1;
        }
    }
  return at;
}

/* Finds the byte that ends the line or begins its comment. */
static const char *
find_stop (GyreWritten *self, const char *start)
{
  const char *end = self->end;
  const char *at = self->quote != 0 ? skip_quoted (self, start) : start;

  for (;; at++)
    {
      while (at < end && !is_special[(guchar) *at])
        at++;
      if (at == end || *at == '\n' || (*at == ';' && (at == start || at[-1] != '\\')))
        return at;
      if (*at == ';')
        g_ptr_array_add (self->escapes, (gpointer) (at - 1));
      else if (opens_quote (self, start, at))
        {
          self->quote = *at;
          self->quoted = at;
          at = skip_quoted (self, at + 1) - 1;
        }
    }
}

/* Reads a line of a value from its first byte on. Returns where the value's part ends; *line_end is the newline after it,
 * or the end of the text. */
const char *
gyre_written_scan (GyreWritten *self, const char *start, const char **line_end)
{
  const char *stop = find_stop (self, start);

  *line_end = stop;
  if (stop < self->end && *stop == ';')
    {
      *line_end = memchr (stop, '\n', self->end - stop);
      if (*line_end == NULL)
        *line_end = self->end;
    }
  stop = gyre_written_trim (start, stop);
  if (stop > start)
    self->before = stop[-1];
  return stop;
}

/* Appends the line that was scanned last, without the backslashes that go, and a newline before it if it is not the first. */
void
gyre_written_join (GyreWritten *self, const char *start, const char *stop, guint line, guint column)
{
  GyreEventSegment piece = { 0, GYRE_EVENT_PART_VALUE, 0, line, column };

  if (self->lines == 0)
    g_string_truncate (self->joined, 0);
  if (self->lines++ > 0)
    g_string_append_c (self->joined, '\n');
  piece.offset = self->joined->len;
  g_array_append_val (self->pieces, piece);
  for (guint index = 0; index < self->escapes->len; index++)
    {
      const char *escape = self->escapes->pdata[index];

      g_string_append_len (self->joined, start, escape - start);
      piece.offset = self->joined->len;
      piece.column += g_utf8_strlen (start, escape - start) + 1;
      g_array_append_val (self->pieces, piece);
      start = escape + 1;
    }
  g_string_append_len (self->joined, start, stop - start);
  g_ptr_array_set_size (self->escapes, 0);
}

/* Makes what was joined the value of an event that is about to be added. */
void
gyre_written_take (GyreWritten *self, GyreEvents *events, GyreEvent *event)
{
  char *copy = gyre_events_allocate (events, self->joined->len);

  event->value = memcpy (copy, self->joined->str, self->joined->len);
  event->value_length = self->joined->len;
}

/* Tells where the parts of the value of the event added last were written. */
void
gyre_written_add_pieces (GyreWritten *self, GyreEvents *events)
{
  for (guint index = 0; index < self->pieces->len; index++)
    {
      const GyreEventSegment *piece = &g_array_index (self->pieces, GyreEventSegment, index);

      gyre_events_add_segment (events, piece->part, piece->offset, piece->line, piece->column);
    }
}
