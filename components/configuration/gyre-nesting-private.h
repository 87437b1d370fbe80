/* gyre-nesting-private.h: Maps in maps become events
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What yaml and json (and in part pml) have in common. A map below a key is a section; a key may be dotted; `family#name`
 * is a section with a condition; a key that ends in `+=`, `-=` or `^=` has that operator; the key `@include` names files to
 * be read here. An array is written as the list that means the same, and each of its elements keeps its place.
 *
 * Order of calls: init; for a map, begin, then for each member its key and one value, then end; clear. A value is a scalar,
 * a list, or a map. What stands below a wrong key is not looked at.
 */
#pragma once

#include "gyre-duplicate-private.h"
#include "gyre-event-private.h"
#include "gyre-key-private.h"
#include "gyre-listing-private.h"

typedef struct
{
  guint section;                /* that the map stands in */
} GyreNestingFrame;

typedef struct
{
  GyreSource *source;
  GyreEvents *events;
  GyreReport *report;
  GyreDuplicate duplicate;
  GyreKey key;
  GArray *frames;               /* of GyreNestingFrame: the maps that are open */
  guint section;                /* of the innermost map */
  guint lists;                  /* that are open */
  guint skipped;                /* maps and lists that are open below something wrong */
  gboolean is_skipping;         /* the value to come belongs to a wrong key */
  gboolean has_key;
  gboolean may_repeat;          /* the key to come may be there already: set by a format whose sections may */
  gboolean is_include;
  gboolean is_plain;            /* the key is made of words and dots */
  GyreEvent event;              /* the setting whose value is to come */
  const char *family;           /* of the key; NULL: none */
  guint32 family_length;
  guint32 family_column;
  guint32 fragments;
  guint32 key_start;
  guint32 key_stop;
  GyreListing listing;          /* the list that is read */
  GArray *key_pieces;           /* of GyreNestingPiece: of the key */
} GyreNesting;

void     gyre_nesting_init       (GyreNesting           *self,
                                  GyreSource            *source,
                                  GyreEvents            *events,
                                  GyreReport            *report);
void     gyre_nesting_clear      (GyreNesting           *self);
void     gyre_nesting_key        (GyreNesting           *self,
                                  const GyreNestingText *text);
void     gyre_nesting_begin_map  (GyreNesting           *self,
                                  guint                  line,
                                  guint                  column,
                                  guint32                start);
void     gyre_nesting_end_map    (GyreNesting           *self,
                                  guint32                stop);
gboolean gyre_nesting_begin_list (GyreNesting           *self,
                                  guint                  line,
                                  guint                  column,
                                  guint32                start);
void     gyre_nesting_end_list   (GyreNesting           *self,
                                  guint                  line,
                                  guint                  column,
                                  guint32                stop);
void     gyre_nesting_scalar     (GyreNesting           *self,
                                  const GyreNestingText *text,
                                  GyreNestingScalar      kind);
