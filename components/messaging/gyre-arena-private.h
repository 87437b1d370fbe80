/* gyre-arena-private.h: Many chunks in a piece of memory that one entry of the processor's tables maps
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A program with millions of messages under way touches thousands of pages, and looking these up costs as much as the messages. So
 * when much memory is in use already, more of it is taken by two mebibytes at a time, which the system is asked to map as one page.
 * Everything here belongs to the thread of the chunks.
 */
#pragma once

#include "gyre-chunk-private.h"

#define GYRE_ARENA_SIZE ((gsize) 1 << 21)
#define GYRE_ARENA_CHUNKS (GYRE_ARENA_SIZE / GYRE_CHUNK_ALIGNMENT)

struct _GyreArena
{
  gpointer memory;
  GyreChunk *idle;              /* linked by `next` */
  guint n_idle;
  GyreArena *next;              /* among those that have idle chunks */
  GyreArena *previous;
};

/* A chunk of the first arena that has one, or of a new arena; NULL when there is no memory. */
GyreChunk *gyre_arenas_take      (GyreArena **arenas);

/* An arena whose chunks are all idle goes back to the system. */
void       gyre_arenas_give_back (GyreArena **arenas,
                                  GyreChunk  *chunk);
