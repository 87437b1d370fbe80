/* gyre-reader.c: Reads texts line by line: what pfg and cfg have in common
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-reader-private.h"
#include "gyre-name.h"
#include "gyre-source-private.h"

#include <string.h>

#define TAB_WIDTH 8
#define DEEPEST_TAB (1 << 28)

void
gyre_reader_init (GyreReader *self, GyreSource *source, GyreEvents *events, GyreReport *report)
{
  gsize length;

  *self = (GyreReader) { source, events, report };
  self->text = self->at = self->start = gyre_source_get_text (source, &length);
  self->end = self->at + length;
  gyre_key_init (&self->key);
}

void
gyre_reader_clear (GyreReader *self)
{
  gyre_key_clear (&self->key);
}

/* The byte that ends a line. */
const char *
gyre_reader_find_line_end (const char *at, const char *end)
{
  const char *found = at < end ? memchr (at, '\n', end - at) : NULL;

  return found != NULL ? found : end;
}

/* The column of a byte of the line that is read. A line may be long and be asked for often: mostly from left to right. */
guint
gyre_reader_get_column (GyreReader *self, const char *at)
{
  if (self->counted == NULL || self->counted < self->start || self->counted > at)
    {
      self->counted = self->start;
      self->column = 1;
    }
  self->column += g_utf8_strlen (self->counted, at - self->counted);
  self->counted = at;
  return self->column;
}

/* Steps to the line after the one that `at` stands in. */
void
gyre_reader_skip_line (GyreReader *self, const char *at)
{
  at = gyre_reader_find_line_end (at, self->end);
  self->at = at < self->end ? at + 1 : at;
}

/* How many bytes of a text a message shows: whole characters, and not too many. */
int
gyre_reader_get_shown_length (const char *start, const char *stop)
{
  const char *limit = start + 60;

  if (stop - start <= 60)
    return stop - start;
  while (limit > start && ((guchar) *limit & 0xc0) == 0x80)
    limit--;
  return limit - start;
}

/* Steps over blanks and tells about how deep they go. */
const char *
gyre_reader_measure_blanks (const char *at, const char *end, gint *indentation)
{
  *indentation = 0;
  for (; at < end && gyre_written_is_blank (*at); at++)
    *indentation += *at == '\t' && *indentation < DEEPEST_TAB ? TAB_WIDTH - *indentation % TAB_WIDTH : 1;
  return at;
}

/* Tells a mistake in the line that is read. */
void
gyre_reader_report (GyreReader *self, const char *at, const char *hint, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (!gyre_source_tells_more (self->report))
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  gyre_source_report (self->source, self->report, self->line, gyre_reader_get_column (self, at), hint, "%s", message);
}

/* Names of nothing but these need no second look. */
static gboolean
is_plain_name (const char *name, guint length)
{
  for (guint index = 0; index < length; index++)
    if (!g_ascii_isalnum (name[index]) && strchr ("._-", name[index]) == NULL)
      return FALSE;
  return TRUE;
}

/* Reads the name of a section, or the family that it is of. */
gboolean
gyre_reader_read_name (GyreReader *self, const char *start, const char *stop, const char *what, const char **name, guint *length)
{
  g_autofree char *copy = NULL;
  const char *reason;

  if (!gyre_key_read (&self->key, self->events, start, stop))
    {
      gyre_reader_report (self, self->key.wrong, NULL, "%s: %s", what, self->key.reason);
      return FALSE;
    }
  *name = self->key.name;
  *length = self->key.length;
  if (is_plain_name (*name, *length))
    return TRUE;
  copy = g_strndup (*name, *length);
  if (gyre_name_is_valid (copy, &reason))
    return TRUE;
  gyre_reader_report (self, gyre_written_skip_blanks (start, stop), NULL, "%s: %s", what, reason);
  return FALSE;
}

static gboolean
check_controls (GyreReader *self, const GyreHead *head)
{
  if ((head->flags & GYRE_HEAD_HAS_CONTROLS) == 0)
    return TRUE;
  for (const char *at = head->start; at < head->stop; at++)
    if (g_ascii_iscntrl (*at) && !gyre_written_is_blank (*at))
      {
        gyre_reader_report (self, at, NULL, "key: a name must not hold control characters");
        break;
      }
  return FALSE;
}

/* Reads a key that is more than a word, with the operator behind it. Returns whether it is good; @comment says how comments
 * are written. */
gboolean
gyre_reader_read_key (GyreReader *self, GyreHead *head, const char *comment, GyreEvent *event)
{
  const char *stop = head->stop;

  if (*head->start == '#')
    {
      gyre_reader_report (self, head->start, comment, "a key must not begin with '#'");
      return FALSE;
    }
  event->operator = gyre_key_read_operator (head->start, &stop);
  if (!gyre_key_read (&self->key, self->events, head->start, stop))
    {
      gyre_reader_report (self, self->key.wrong, NULL, "key: %s", self->key.reason);
      return FALSE;
    }
  event->key = self->key.name;
  event->key_length = self->key.length;
  if (*event->key == '@')
    event->kind = GYRE_EVENT_SOURCE;
  return check_controls (self, head);
}

/* Tells where the fragments of a key were written that is not as it was written. */
void
gyre_reader_add_key_pieces (GyreReader *self, const char *line_start, guint line)
{
  const char *counted = line_start;
  guint column = 1;

  for (guint index = 0; index < self->key.pieces->len; index++)
    {
      const GyreKeyPiece *piece = &g_array_index (self->key.pieces, GyreKeyPiece, index);

      column += g_utf8_strlen (counted, piece->at - counted);
      counted = piece->at;
      gyre_events_add_segment (self->events, GYRE_EVENT_PART_KEY, piece->offset, line, column);
    }
}
