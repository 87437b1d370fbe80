/* gyre-yaml-scalar.c: The texts of yaml, where they were written and what they mean
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-yaml-scalar-private.h"

#include <string.h>

void
gyre_yaml_scalar_init (GyreYamlScalar *self, GyreSource *source)
{
  self->source = gyre_source_get_text (source, &self->length);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (GyreNestingPiece));
}

void
gyre_yaml_scalar_clear (GyreYamlScalar *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
}

/* Steps to the start of the next line of the source. */
static gsize
skip_line (const GyreYamlScalar *self, gsize offset)
{
  const char *found = offset < self->length ? memchr (self->source + offset, '\n', self->length - offset) : NULL;

  return found != NULL ? (gsize) (found + 1 - self->source) : self->length;
}

/* The bytes of a line of the source without its end. */
static gsize
measure_line (const GyreYamlScalar *self, gsize offset)
{
  gsize stop = skip_line (self, offset);

  while (stop > offset && (self->source[stop - 1] == '\n' || self->source[stop - 1] == '\r'))
    stop--;
  return stop - offset;
}

/* Tells where the lines of a block are: each is the end of a line of the source. */
static void
find_lines (GyreYamlScalar *self, GyreNestingText *text)
{
  gsize offset = skip_line (self, text->start);
  guint line = text->line + 1;

  g_array_set_size (self->pieces, 0);
  for (guint32 start = 0; start <= text->length && offset < self->length; line++)
    {
      const char *stop = memchr (text->text + start, '\n', text->length - start);
      guint32 length = stop != NULL ? stop - text->text - start : text->length - start;
      gsize whole = measure_line (self, offset);
      GyreNestingPiece piece = { start, line, 1 };

      if (whole >= length)
        piece.column += g_utf8_strlen (self->source + offset, whole - length);
      g_array_append_val (self->pieces, piece);
      offset = skip_line (self, offset);
      start += length + 1;
    }
  text->pieces = (const GyreNestingPiece *) self->pieces->data;
  text->n_pieces = self->pieces->len;
  if (self->pieces->len == 0)
    return;
  text->line = text->pieces[0].line;
  text->column = text->pieces[0].column;
}

/* The newlines at the end of a block belong to the way it is written. */
static guint32
trim (const char *text, guint32 length)
{
  while (length > 0 && strchr (" \t\r\n", text[length - 1]) != NULL)
    length--;
  return length;
}

/* Reads the text of an event; its place and bytes are known. The text is the one in the source where it is the same. */
void
gyre_yaml_scalar_read (GyreYamlScalar *self, const yaml_event_t *event, GyreNestingText *text)
{
  guint32 quote = 0;

  text->text = (const char *) event->data.scalar.value;
  text->length = event->data.scalar.length;
  while (text->stop > text->start && strchr (" \t\r\n", self->source[text->stop - 1]) != NULL)
    text->stop--;
  switch (event->data.scalar.style)
    {
    case YAML_LITERAL_SCALAR_STYLE:
      text->length = trim (text->text, text->length);
      find_lines (self, text);
      return;
    case YAML_FOLDED_SCALAR_STYLE:
      text->length = trim (text->text, text->length);
      return;
    case YAML_PLAIN_SCALAR_STYLE:
      break;
    default:
      /* A tag or an anchor may stand before the quote. */
      while (text->start + quote < text->stop && strchr ("\"'", self->source[text->start + quote]) == NULL)
        quote++;
      text->column += ++quote;
      break;
    }
  if (text->start + quote + text->length <= text->stop
      && memcmp (self->source + text->start + quote, text->text, text->length) == 0)
    {
      text->text = self->source + text->start + quote;
      text->is_lasting = TRUE;
    }
}

static gboolean
is_one_of (const GyreNestingText *text, const char * const *words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == text->length && memcmp (*words, text->text, text->length) == 0)
      return TRUE;
  return FALSE;
}

static void
replace (GyreNestingText *text, const char *word)
{
  text->text = word;
  text->length = strlen (word);
  text->is_lasting = TRUE;
}

/* Finds out what a text without quotes means in YAML 1.2's core schema, and writes that as our values are written. Numbers
 * are written alike. */
GyreNestingScalar
gyre_yaml_scalar_resolve (GyreNestingText *text)
{
  static const char * const nulls[] = { "", "~", "null", "Null", "NULL", NULL };
  static const char * const trues[] = { "true", "True", "TRUE", NULL };
  static const char * const falses[] = { "false", "False", "FALSE", NULL };
  static const char * const infinities[] = { ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", NULL };
  static const char * const negatives[] = { "-.inf", "-.Inf", "-.INF", NULL };
  static const char * const nans[] = { ".nan", ".NaN", ".NAN", NULL };

  if (text->length > 5 || (text->length > 0 && strchr ("~nNtTfF.+-", *text->text) == NULL))
    return GYRE_NESTING_STRING;
  if (is_one_of (text, nulls))
    {
      replace (text, "none");
      return GYRE_NESTING_WORD;
    }
  if (is_one_of (text, trues))
    replace (text, "true");
  else if (is_one_of (text, falses))
    replace (text, "false");
  else if (is_one_of (text, infinities))
    replace (text, "inf");
  else if (is_one_of (text, negatives))
    replace (text, "-inf");
  else if (is_one_of (text, nans))
    replace (text, "nan");
  return GYRE_NESTING_STRING;
}
