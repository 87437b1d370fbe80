/* gyre-reader-private.h: Reads texts line by line: what pfg and cfg have in common
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A line begins with a head: what stands before its `=` or what else may end it. The head of a setting is a key, and an
 * operator when `+`, `-` or `^` stands right before the `=`. A key that begins with `@` is a directive.
 */
#pragma once

#include "gyre-key-private.h"
#include "gyre-key-set-private.h"
#include "gyre-written-private.h"

typedef struct
{
  GyreSource *source;
  GyreEvents *events;
  GyreReport *report;
  const char *text;
  const char *end;
  const char *at;       /* the next byte to read */
  const char *start;    /* of the line that is read */
  guint line;           /* its number */
  const char *counted;  /* characters were counted up to here, */
  guint column;         /* where this column is */
  GyreKey key;          /* the name that is read */
} GyreReader;

typedef enum
{
  GYRE_HEAD_HAS_DOTS = 1 << 0,
  GYRE_HEAD_HAS_ESCAPES = 1 << 1,
  GYRE_HEAD_HAS_CONTROLS = 1 << 2,
} GyreHeadFlags;

typedef struct
{
  const char *start;
  const char *stop;     /* the byte that ends it */
  guint column;         /* of its start */
  guint wide;           /* bytes that are not the first of their character */
  guint flags;          /* of GyreHeadFlags */
} GyreHead;

/* What a byte is in a head. */
enum
{
  GYRE_HEAD_PLAIN,
  GYRE_HEAD_INNER,      /* not the first byte of a character */
  GYRE_HEAD_DOT,
  GYRE_HEAD_CONTROL,
  GYRE_HEAD_STOP,
};

/* Rows of a table of bytes that every format has. */
#define GYRE_HEAD_CLASSES               \
  [0 ... 8] = GYRE_HEAD_CONTROL,        \
  ['\n'] = GYRE_HEAD_STOP,              \
  [11 ... 12] = GYRE_HEAD_CONTROL,      \
  [14 ... 31] = GYRE_HEAD_CONTROL,      \
  [127] = GYRE_HEAD_CONTROL,            \
  ['.'] = GYRE_HEAD_DOT,                \
  ['='] = GYRE_HEAD_STOP,               \
  [':'] = GYRE_HEAD_STOP,               \
  [0x80 ... 0xbf] = GYRE_HEAD_INNER

void     gyre_reader_init             (GyreReader   *reader,
                                       GyreSource   *source,
                                       GyreEvents   *events,
                                       GyreReport   *report);
void     gyre_reader_clear            (GyreReader   *reader);

guint    gyre_reader_get_column       (GyreReader   *reader,
                                       const char   *at);
void     gyre_reader_skip_line        (GyreReader   *reader,
                                       const char   *at);
void     gyre_reader_report           (GyreReader   *reader,
                                       const char   *at,
                                       const char   *hint,
                                       const char   *format,
                                       ...) G_GNUC_PRINTF (4, 5);
gboolean gyre_reader_read_name        (GyreReader   *reader,
                                       const char   *start,
                                       const char   *stop,
                                       const char   *what,
                                       const char  **name,
                                       guint        *length);
gboolean gyre_reader_read_key         (GyreReader   *reader,
                                       GyreHead     *head,
                                       const char   *comment,
                                       GyreEvent    *event);
void     gyre_reader_add_key_pieces   (GyreReader   *reader,
                                       const char   *line_start,
                                       guint         line);

const char *gyre_reader_find_line_end (const char   *at,
                                       const char   *end);
int      gyre_reader_get_shown_length (const char   *start,
                                       const char   *stop);
const char *gyre_reader_measure_blanks (const char  *at,
                                       const char   *end,
                                       gint         *indentation);

/* Reads up to the byte that tells what the line is. */
static inline void
gyre_reader_scan_head (GyreReader *self, const guint8 *classes, const char *at, GyreHead *head)
{
  const char *end = self->end;
  const char *start = at;
  guint wide = 0;
  guint flags = 0;

  for (;; at++)
    {
      while (at < end && classes[(guchar) *at] == GYRE_HEAD_PLAIN)
        at++;
      if (at == end)
        break;
      switch (classes[(guchar) *at])
        {
        case GYRE_HEAD_INNER:
          wide++;
          continue;
        case GYRE_HEAD_DOT:
          flags |= GYRE_HEAD_HAS_DOTS;
          continue;
        case GYRE_HEAD_CONTROL:
          flags |= GYRE_HEAD_HAS_CONTROLS;
          continue;
        default:
          break;
        }
      if (*at != ';' || at == start || at[-1] != '\\')
        break;
      flags |= GYRE_HEAD_HAS_ESCAPES;
    }
  *head = (GyreHead) { start, at, start - self->start + 1, wide, flags };
}

/* Whether a key is a word up to @stop, which needs no second look: most keys are. */
static inline gboolean
gyre_head_is_word (const GyreHead *head, const char *stop)
{
  return stop > head->start && head->flags == 0 && *head->start != '#' && *head->start != '@'
         && (guchar) *head->start < 0x80 && g_ascii_isalnum (stop[-1]);
}
