/* gyre-arena.c: Many chunks in a piece of memory that one entry of the processor's tables maps
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-arena-private.h"

#include <stdlib.h>
#include <sys/mman.h>

static void
link_arena (GyreArena **arenas, GyreArena *arena)
{
  arena->previous = NULL;
  arena->next = *arenas;
  if (arena->next != NULL)
    arena->next->previous = arena;
  *arenas = arena;
}

static void
unlink_arena (GyreArena **arenas, GyreArena *arena)
{
  if (arena->previous != NULL)
    arena->previous->next = arena->next;
  else
    *arenas = arena->next;
  if (arena->next != NULL)
    arena->next->previous = arena->previous;
}

/* Whether the system maps it as one page is its own affair, and nothing depends on it. */
static GyreArena *
arena_new (void)
{
  GyreArena *arena = g_try_new0 (GyreArena, 1);

  if (arena == NULL)
    return NULL;
  if (posix_memalign (&arena->memory, GYRE_ARENA_SIZE, GYRE_ARENA_SIZE) != 0)
    {
      g_free (arena);
      return NULL;
    }
  (void) madvise (arena->memory, GYRE_ARENA_SIZE, MADV_HUGEPAGE);
  for (guint index = GYRE_ARENA_CHUNKS; index > 0; index--)
    {
      GyreChunk *chunk = (GyreChunk *) ((char *) arena->memory + (index - 1) * GYRE_CHUNK_ALIGNMENT);

      gyre_chunk_prepare (chunk, GYRE_CHUNK_SIZE);
      chunk->arena = arena;
      chunk->next = arena->idle;
      arena->idle = chunk;
    }
  arena->n_idle = GYRE_ARENA_CHUNKS;
  return arena;
}

GyreChunk *
gyre_arenas_take (GyreArena **arenas)
{
  GyreArena *arena = *arenas;
  GyreChunk *chunk;

  if (arena == NULL)
    {
      if ((arena = arena_new ()) == NULL)
        return NULL;
      link_arena (arenas, arena);
    }
  chunk = arena->idle;
  arena->idle = chunk->next;
  if (--arena->n_idle == 0)
    unlink_arena (arenas, arena);
  return chunk;
}

void
gyre_arenas_give_back (GyreArena **arenas, GyreChunk *chunk)
{
  GyreArena *arena = chunk->arena;

  if (arena->n_idle++ == 0)
    link_arena (arenas, arena);
  chunk->next = arena->idle;
  arena->idle = chunk;
  if (arena->n_idle < GYRE_ARENA_CHUNKS)
    return;
  unlink_arena (arenas, arena);
  free (arena->memory);
  g_free (arena);
}
