/* gyre-parser.c: Where a parser is in its text, and what its mistakes say
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-parser-private.h"
#include "gyre-number.h"
#include "gyre-value-error-private.h"

/* The longest piece of foreign text that a message quotes. */
#define QUOTED_LENGTH 32

static gboolean
goes_on (char byte)
{
  return (byte & 0xc0) == 0x80;
}

/* Characters before a place. */
gsize
gyre_parser_count_characters (const char *text, const char *place)
{
  gsize count = 0;

  for (; text < place; text++)
    count += goes_on (*text) ? 0 : 1;
  return count;
}

/* A word, or where none stands one character; of a long one its beginning, in whole characters. */
char *
gyre_parser_dup_found (const GyreParser *self, const char *start, const char *word_end)
{
  const char *end = CLAMP (word_end, start + 1, start + QUOTED_LENGTH);

  while (end < self->end && goes_on (*end))
    end++;
  return g_utf8_make_valid (start, end - start);
}

/* FALSE, for the caller to pass on. */
gboolean
gyre_parser_refuse (const GyreParser *self, GyreValueError code, const char *place, const char *hint, const char *complaint)
{
  gyre_value_error_set (self->error, code, gyre_parser_count_characters (self->text, place), hint, "%s", complaint);
  return FALSE;
}

/* What stands at the cursor is not what must stand there. */
gboolean
gyre_parser_expect (const GyreParser *self, const char *word_end, const char *expectation, const char *hint)
{
  gsize offset = gyre_parser_count_characters (self->text, self->cursor);
  g_autofree char *found = NULL;

  if (self->cursor == self->end)
    {
      gyre_value_error_set (self->error, GYRE_VALUE_ERROR_SYNTAX, offset, hint, "must %s, ends instead", expectation);
      return FALSE;
    }
  found = gyre_parser_dup_found (self, self->cursor, word_end);
  gyre_value_error_set (self->error, GYRE_VALUE_ERROR_SYNTAX, offset, hint, "must %s, has '%s'", expectation, found);
  return FALSE;
}

gboolean
gyre_parser_descend (GyreParser *self)
{
  if (self->depth == GYRE_NUMBER_MAXIMUM_DEPTH)
    return gyre_parser_refuse (self, GYRE_VALUE_ERROR_SYNTAX, self->cursor, NULL,
                               "must not nest parentheses, signs and powers deeper than "
                               G_STRINGIFY (GYRE_NUMBER_MAXIMUM_DEPTH));
  self->depth++;
  return TRUE;
}
