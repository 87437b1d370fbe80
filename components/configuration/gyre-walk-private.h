/* gyre-walk-private.h: Finds lines and columns of one byte after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * To find the column of a byte somebody must count the characters before it. Who asks for the bytes of a text in order, or
 * nearly so, counts each character once, however long the lines are.
 */
#pragma once

#include "gyre-source.h"

typedef struct
{
  const char *text;
  gsize length;
  gsize offset;         /* the byte whose place is known */
  guint line;
  guint column;
  guint64 steps;        /* bytes that were looked at so far */
} GyreWalk;

void gyre_walk_init (GyreWalk   *self,
                     GyreSource *source);
void gyre_walk_find (GyreWalk   *self,
                     gsize       offset,
                     guint      *line,
                     guint      *column);
