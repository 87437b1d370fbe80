/* gyre-written-private.h: Values as people write them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A value ends with its line or with a comment. A comment begins with a `;`, unless a backslash stands before it, which
 * then goes, or it stands in a quoted text. A quote opens only at the start of a value or of an element of a list: at the
 * apostrophe of "it's" nothing opens. A value may have several lines; a quoted text may go over their ends.
 *
 * Order of calls: begin; scan each line; where a value is not one line as it was written, join each line and take the
 * whole; add the event; add the pieces, which tell where each part was written.
 */
#pragma once

#include "gyre-event-private.h"

typedef struct
{
  const char *end;      /* of the whole text */
  const char *quoted;   /* where the quote stands that is open */
  char quote;           /* that quote, or 0 */
  char before;          /* the last character that is not a blank */
  guint lines;          /* that were joined */
  GPtrArray *escapes;   /* the backslashes of the line that go */
  GArray *pieces;       /* of GyreEventSegment, without the event */
  GString *joined;
} GyreWritten;

void        gyre_written_init       (GyreWritten  *self,
                                     const char   *end);
void        gyre_written_clear      (GyreWritten  *self);
void        gyre_written_begin      (GyreWritten  *self);
const char *gyre_written_scan       (GyreWritten  *self,
                                     const char   *start,
                                     const char  **line_end);
void        gyre_written_join       (GyreWritten  *self,
                                     const char   *start,
                                     const char   *stop,
                                     guint         line,
                                     guint         column);
void        gyre_written_take       (GyreWritten  *self,
                                     GyreEvents   *events,
                                     GyreEvent    *event);
void        gyre_written_add_pieces (GyreWritten  *self,
                                     GyreEvents   *events);

static inline gboolean
gyre_written_is_blank (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\r';
}

static inline const char *
gyre_written_skip_blanks (const char *at, const char *end)
{
  while (at < end && gyre_written_is_blank (*at))
    at++;
  return at;
}

static inline const char *
gyre_written_trim (const char *start, const char *stop)
{
  while (stop > start && gyre_written_is_blank (stop[-1]))
    stop--;
  return stop;
}
