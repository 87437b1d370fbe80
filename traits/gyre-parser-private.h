/* gyre-parser-private.h: Where a parser is in its text, and what its mistakes say
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the parsers of numbers and of measures share. Places in errors count characters, not bytes: any bytes can be counted, because
 * those that continue a character are left out.
 */
#pragma once

#include "gyre-value-error.h"

#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  const char *cursor;
  const char *end;
  guint depth;
  GError **error;
} GyreParser;

gsize    gyre_parser_count_characters (const char       *text,
                                       const char       *place);
gboolean gyre_parser_refuse           (const GyreParser *self,
                                       GyreValueError    code,
                                       const char       *place,
                                       const char       *hint,
                                       const char       *complaint);
gboolean gyre_parser_expect           (const GyreParser *self,
                                       const char       *word_end,
                                       const char       *expectation,
                                       const char       *hint);
char    *gyre_parser_dup_found        (const GyreParser *self,
                                       const char       *start,
                                       const char       *word_end);
gboolean gyre_parser_descend          (GyreParser       *self);

static inline void
gyre_parser_skip_blanks (GyreParser *self)
{
  while (self->cursor < self->end && *self->cursor != '\0' && strchr (" \t\n\v\f\r", *self->cursor) != NULL)
    self->cursor++;
}

static inline gboolean
gyre_parser_accept (GyreParser *self, const char *token)
{
  gsize length = strlen (token);

  if ((gsize) (self->end - self->cursor) < length || memcmp (self->cursor, token, length) != 0)
    return FALSE;
  self->cursor += length;
  return TRUE;
}

G_END_DECLS
