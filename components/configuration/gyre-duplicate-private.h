/* gyre-duplicate-private.h: Finds the keys that a map of a document has twice
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Maps open and close like brackets, and the keys of a map are forgotten when it closes. As long as each key comes after the
 * one before, by length and then by bytes, as programs number what they write, none can be there twice. From the first that
 * does not, small maps are compared key by key and larger ones have a table of hashes. The hashes have a seed, so no file can
 * be made to collide.
 */
#pragma once

#include "gyre-macros.h"

/* A key where it was written. Its text is not ended by NUL and must live until its map closes. */
typedef struct
{
  const char *text;
  guint32 length;
  guint32 hash;         /* once its map has a table */
  guint32 line;
  guint32 column;
} GyreDuplicateKey;

typedef struct
{
  guint64 filter;       /* a bit for each key that there is, of 64, as long as there is no table */
  guint first;          /* of the map's keys */
  gboolean is_in_order; /* each key comes after the one before */
  guint size;           /* of the table in use, a power of 2; 0: none */
  guint allocated;
  guint64 *table;       /* the hash above, the number of the key below, counted from 1 within the map */
} GyreDuplicateMap;

typedef struct
{
  GyreDuplicateKey *keys;
  guint length;
  guint allocated;
  GArray *maps;         /* of GyreDuplicateMap; those beyond `depth` keep their tables for the next one */
  guint depth;
  guint64 seed;
  guint64 steps;        /* comparisons of two keys so far */
} GyreDuplicate;

void                    gyre_duplicate_init  (GyreDuplicate *self);
void                    gyre_duplicate_clear (GyreDuplicate *self);
void                    gyre_duplicate_open  (GyreDuplicate *self);
void                    gyre_duplicate_close (GyreDuplicate *self);
const GyreDuplicateKey *gyre_duplicate_add   (GyreDuplicate *self,
                                              const char    *text,
                                              guint          length,
                                              guint          line,
                                              guint          column);
