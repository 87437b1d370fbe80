/* gyre-chunk-private.h: The blocks of memory in which messages lie
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A chunk lies at a multiple of 64 KiB, so that a message leads to its chunk. A message that is too large for a chunk has a
 * larger one to itself; nothing else may begin there, 64 KiB after the beginning. A chunk is held by the log that writes or reads it and by each of its messages that waits; when nobody
 * holds it, it goes back. Chunks that hold waiting messages have a number, and a message is named by 32 bits: the number and the
 * place. So up to 32 GiB of small messages can wait.
 *
 * The chunks belong to one thread, except that another may allocate one to fill it and hand it over: see gyre-lane-private.h.
 */
#pragma once

#include "gyre-message-private.h"

#define GYRE_CHUNK_ALIGNMENT ((gsize) 65536)

/* N.B. a full multiple would cost the C library another one for its own word in front. */
#define GYRE_CHUNK_SIZE (GYRE_CHUNK_ALIGNMENT - 64)
#define GYRE_CHUNK_BEGIN ((gsize) 160)    /* so that behind a head of 32 bytes a line begins */
#define GYRE_CHUNK_PLACE_BITS 13

typedef struct _GyreChunk GyreChunk;
typedef struct _GyreChunks GyreChunks;
typedef struct _GyreArena GyreArena;

struct _GyreChunk
{
  /* Of the writer, on a line of its own. */
  GyreChunk *next;              /* the one that the writer went on with; atomic in lanes */
  gsize end;                    /* what was written ends here; atomic in lanes */
  gsize size;
  gsize limit;                  /* of a log: nothing is written behind this */
  GyreArena *arena;             /* that it is a part of; NULL: it stands alone */
  char line[64 - 5 * sizeof (gsize)];

  /* Of the reader. */
  guint32 n_holders;
  guint32 number;               /* 0: its messages cannot wait yet */
  GyreMessage *order;           /* the first message, when they are not read in the order of the memory */
  GyreChunk *order_chunk;       /* where reading goes on after them */
  gsize order_end;
};

G_STATIC_ASSERT (sizeof (GyreChunk) <= 128);

struct _GyreChunks
{
  GyreChunk **table;            /* by number; what is free holds the next free number */
  guint32 n_numbers;            /* that were ever used */
  guint32 n_places;             /* in the table */
  guint32 free_number;          /* 0: none */
  GyreChunk *pool;              /* chunks of the common size that nobody needs */
  guint n_pooled;
  guint n_surplus;              /* the fewest that were in the pool since it was looked at last */
  guint n_frames;               /* since then */
  GyreArena *arenas;            /* those that have idle chunks */
  gsize n_bytes;                /* of all chunks that have a number */
};

void       gyre_chunks_init      (GyreChunks *chunks);
void       gyre_chunks_clear     (GyreChunks *chunks);

/* Any thread: a chunk that belongs to nobody yet, with room for @extent bytes; NULL when there is no memory. */
GyreChunk *gyre_chunk_new        (gsize       extent);
void       gyre_chunk_free       (GyreChunk  *chunk);

/* Writes the head of an empty chunk of @size bytes. */
static inline void
gyre_chunk_prepare (GyreChunk *chunk, gsize size)
{
  *chunk = (GyreChunk) { .end = GYRE_CHUNK_BEGIN, .size = size, .limit = size };
}

/* Held once, with a number. NULL when there is no memory. */
GyreChunk *gyre_chunks_take      (GyreChunks *chunks,
                                  gsize       extent);

/* Gives a number to a chunk that another thread has made. */
gboolean   gyre_chunks_adopt     (GyreChunks *chunks,
                                  GyreChunk  *chunk);

/* Nobody holds it any more. */
void       gyre_chunks_give_back (GyreChunks *chunks,
                                  GyreChunk  *chunk);

/* Once in a frame: what was not needed for some frames goes back to the system, bit by bit. */
void       gyre_chunks_trim      (GyreChunks *chunks);
void       gyre_chunks_disown    (GyreChunks *chunks,
                                  GyreChunk  *chunk);

static inline void
gyre_chunks_release (GyreChunks *chunks, GyreChunk *chunk)
{
  if (--chunk->n_holders == 0)
    gyre_chunks_give_back (chunks, chunk);
}

static inline GyreChunk *
gyre_message_get_chunk (const GyreMessage *message)
{
  return (GyreChunk *) ((gsize) message & ~(GYRE_CHUNK_ALIGNMENT - 1));
}

static inline guint32
gyre_message_get_reference (const GyreMessage *message)
{
  return gyre_message_get_chunk (message)->number << GYRE_CHUNK_PLACE_BITS
         | (guint32) (((gsize) message & (GYRE_CHUNK_ALIGNMENT - 1)) >> 3);
}

/* NULL for 0. */
static inline GyreMessage *
gyre_chunks_find (const GyreChunks *chunks, guint32 reference)
{
  if (reference == 0)
    return NULL;
  return (GyreMessage *) ((char *) chunks->table[reference >> GYRE_CHUNK_PLACE_BITS]
                          + ((gsize) (reference & ((1u << GYRE_CHUNK_PLACE_BITS) - 1)) << 3));
}
