/* gyre-listing-private.h: An array of a document, written as a list
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A list of values has one grammar wherever it stands. The array of a document becomes the list that means the same: its
 * texts get quotes where they need them, a reference in them stays one, and each element keeps the place where it was written.
 *
 * Order of calls: begin; open, append and close as the brackets stand; then `text` is the whole.
 */
#pragma once

#include "gyre-macros.h"

/* From byte `offset` of a text on, it was written at this place. */
typedef struct
{
  guint32 offset;
  guint32 line;
  guint32 column;
} GyreNestingPiece;

/* A text and where it was written. */
typedef struct
{
  const char *text;             /* not ended by NUL */
  guint32 length;
  guint32 line;
  guint32 column;
  gboolean is_lasting;          /* lives as long as the source, so it need not be copied */
  guint n_pieces;               /* where it is not as it was written */
  const GyreNestingPiece *pieces;
  guint32 start;                /* the bytes of the source that say it, with its quotes; for those who edit */
  guint32 stop;
} GyreNestingText;

typedef enum
{
  GYRE_NESTING_WORD,            /* a number, true, false or none: it means the same in a list */
  GYRE_NESTING_STRING,          /* a text, which may need quotes in a list */
} GyreNestingScalar;

typedef struct
{
  GString *list;
  GArray *pieces;               /* of GyreNestingPiece */
  GyreNestingText text;
  gboolean is_first;            /* no element was written since the last bracket was opened */
} GyreListing;

void gyre_listing_init   (GyreListing           *self);
void gyre_listing_clear  (GyreListing           *self);
void gyre_listing_begin  (GyreListing           *self,
                          guint                  line,
                          guint                  column,
                          guint32                start);
void gyre_listing_open   (GyreListing           *self,
                          guint                  line,
                          guint                  column);
void gyre_listing_append (GyreListing           *self,
                          const GyreNestingText *text,
                          GyreNestingScalar      kind);
void gyre_listing_close  (GyreListing           *self,
                          guint                  line,
                          guint                  column,
                          guint32                stop);
