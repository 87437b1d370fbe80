/* gyre-chunk.c: The blocks of memory in which messages lie
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-arena-private.h"

#include <stdlib.h>

#define ALWAYS_POOLED 16              /* chunks that are kept for the next peak: 1 MiB */
#define TRIM_FRAMES 64
#define FIRST_PLACES 16
#define MUCH GYRE_ARENA_SIZE          /* bytes in use from which on memory comes by arenas */
#define MOST_NUMBERS (1u << (32 - GYRE_CHUNK_PLACE_BITS))

void
gyre_chunks_init (GyreChunks *chunks)
{
  *chunks = (GyreChunks) { .n_numbers = 1 };
}

static void
free_chunk (GyreChunks *chunks, GyreChunk *chunk)
{
  if (chunk->arena != NULL)
    gyre_arenas_give_back (&chunks->arenas, chunk);
  else
    gyre_chunk_free (chunk);
}

/* Everything goes, whoever holds it. */
void
gyre_chunks_clear (GyreChunks *chunks)
{
  for (guint32 number = 1; number < chunks->n_numbers; number++)
    if (((gsize) chunks->table[number] & 1) == 0)
      free_chunk (chunks, chunks->table[number]);
  for (GyreChunk *chunk = chunks->pool, *next; chunk != NULL; chunk = next)
    {
      next = chunk->next;
      free_chunk (chunks, chunk);
    }
  g_free (chunks->table);
}

GyreChunk *
gyre_chunk_new (gsize extent)
{
  gsize size = MAX (GYRE_CHUNK_SIZE, GYRE_CHUNK_BEGIN + extent);
  gpointer memory;

  if (posix_memalign (&memory, GYRE_CHUNK_ALIGNMENT, size) != 0)
    return NULL;
  gyre_chunk_prepare (memory, size);
  return memory;
}

void
gyre_chunk_free (GyreChunk *chunk)
{
  free (chunk);
}

static gboolean
grow_table (GyreChunks *chunks)
{
  guint32 n_places = MAX (FIRST_PLACES, chunks->n_places * 2);
  GyreChunk **table;

  if (chunks->n_places >= MOST_NUMBERS || (table = g_try_renew (GyreChunk *, chunks->table, n_places)) == NULL)
    return FALSE;
  chunks->table = table;
  chunks->n_places = n_places;
  return TRUE;
}

/* A free number's place in the table holds the next free one, with the lowest bit set to tell it from a chunk. */
gboolean
gyre_chunks_adopt (GyreChunks *chunks, GyreChunk *chunk)
{
  guint32 number = chunks->free_number;

  if (number != 0)
    {
      chunks->free_number = (guint32) ((gsize) chunks->table[number] >> 1);
    }
  else
    {
      if (chunks->n_numbers >= chunks->n_places && !grow_table (chunks))
        return FALSE;
      number = chunks->n_numbers++;
    }
  chunks->table[number] = chunk;
  chunk->number = number;
  chunks->n_bytes += chunk->size;
  return TRUE;
}

void
gyre_chunks_disown (GyreChunks *chunks, GyreChunk *chunk)
{
  chunks->table[chunk->number] = (GyreChunk *) ((gsize) chunks->free_number << 1 | 1);
  chunks->free_number = chunk->number;
  chunks->n_bytes -= chunk->size;
  chunk->number = 0;
}

GyreChunk *
gyre_chunks_take (GyreChunks *chunks, gsize extent)
{
  gboolean is_common = extent <= GYRE_CHUNK_SIZE - GYRE_CHUNK_BEGIN;
  GyreChunk *chunk = is_common ? chunks->pool : NULL;

  if (chunk == NULL && is_common && chunks->n_bytes >= MUCH)
    chunk = gyre_arenas_take (&chunks->arenas);
  if (chunk == NULL && (chunk = gyre_chunk_new (extent)) == NULL)
    return NULL;
  if (!gyre_chunks_adopt (chunks, chunk))
    {
      if (chunk != chunks->pool)
        free_chunk (chunks, chunk);
      return NULL;
    }
  if (chunk == chunks->pool)
    {
      chunks->pool = chunk->next;
      chunks->n_pooled--;
      chunks->n_surplus = MIN (chunks->n_surplus, chunks->n_pooled);
    }
  chunk->next = NULL;
  chunk->end = GYRE_CHUNK_BEGIN;
  chunk->limit = chunk->size;
  chunk->order = NULL;
  chunk->n_holders = 1;
  return chunk;
}

void
gyre_chunks_give_back (GyreChunks *chunks, GyreChunk *chunk)
{
  gyre_chunks_disown (chunks, chunk);
  if (chunk->size != GYRE_CHUNK_SIZE)
    {
      free_chunk (chunks, chunk);
      return;
    }
  chunk->next = chunks->pool;
  chunks->pool = chunk;
  chunks->n_pooled++;
}

void
gyre_chunks_trim (GyreChunks *chunks)
{
  guint count;

  if (++chunks->n_frames < TRIM_FRAMES)
    return;
  for (count = (chunks->n_surplus + 1) / 2; count > 0 && chunks->n_pooled > ALWAYS_POOLED; count--)
    {
      GyreChunk *chunk = chunks->pool;
      chunks->pool = chunk->next;
      chunks->n_pooled--;
      free_chunk (chunks, chunk);
    }
  chunks->n_surplus = chunks->n_pooled;
  chunks->n_frames = 0;
}
