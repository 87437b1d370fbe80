/* gyre-log-private.h: Messages one after the other, in the order in which they were sent
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One thread writes at the end and reads at the beginning. Reading is looking at the oldest message and going on to the next
 * one; whoever lets a message wait holds its chunk. A log that is empty and of which nothing waits begins again at the same
 * place, so that two who talk to each other stay in the processor's cache.
 */
#pragma once

#include "gyre-chunk-private.h"

typedef struct
{
  GyreChunks *chunks;
  GyreChunk *first;             /* where it is read; NULL before the first message */
  GyreChunk *last;              /* where it is written */
  gsize position;               /* of the reader in `first` */
  gsize n_bytes;                /* of its chunks */
  GyreMessage *ordered;         /* what is read next, while it goes by order */

  GyreChunk *claimed;           /* where a message is being written in place */
} GyreLog;

void         gyre_log_init           (GyreLog          *log,
                                      GyreChunks       *chunks);
void         gyre_log_clear          (GyreLog          *log);

/* Another chunk, with room for @extent. */
gboolean     gyre_log_extend         (GyreLog          *log,
                                      gsize             extent);

/* Keeps the place of a message that was reserved; others can be written meanwhile, and are read only afterwards. */
void         gyre_log_claim          (GyreLog          *log);
void         gyre_log_commit         (GyreLog          *log,
                                      gsize             extent);

/* What @source holds is read after what @log holds: of different senders in the order of their handles, of the same one in the
 * order of sending. All messages in @source have a wide head. */
void         gyre_log_append_in_order (GyreLog         *log,
                                       GyreLog         *source);

/* Beyond the end of a chunk, or by order. */
GyreMessage *gyre_log_look_further   (GyreLog          *log);
void         gyre_log_go_on_by_order (GyreLog          *log);

/* Each message that is still to be read, in that order. */
void         gyre_log_foreach        (const GyreLog    *log,
                                      void            (*function) (const GyreMessage *message,
                                                                   gpointer           data),
                                      gpointer          data);

/* Room for a message of so many bytes with its head; NULL when there is no memory. Nothing is written yet. */
static inline GyreMessage *
gyre_log_reserve (GyreLog *log, gsize extent)
{
  GyreChunk *chunk = log->last;

  if (G_UNLIKELY (chunk == NULL || extent > chunk->limit - chunk->end))
    {
      if (!gyre_log_extend (log, extent))
        return NULL;
      chunk = log->last;
    }
  return (GyreMessage *) ((char *) chunk + chunk->end);
}

/* The message that was reserved last is complete. */
static inline void
gyre_log_write (GyreLog *log, gsize extent)
{
  log->last->end += extent;
}

/* The next message in the same chunk and in the order of the memory; NULL when it must be looked further. */
static inline GyreMessage *
gyre_log_look_near (GyreLog *log)
{
  if (G_LIKELY (log->first != NULL && log->position < log->first->end && log->ordered == NULL))
    return (GyreMessage *) ((char *) log->first + log->position);
  return NULL;
}

/* The oldest message; NULL when there is none, or it is still being written. */
static inline GyreMessage *
gyre_log_look (GyreLog *log)
{
  GyreMessage *message = gyre_log_look_near (log);

  return G_LIKELY (message != NULL) ? message : gyre_log_look_further (log);
}

/* @extent: of the message that gyre_log_look() gave. */
static inline void
gyre_log_go_on (GyreLog *log, gsize extent)
{
  if (G_UNLIKELY (log->ordered != NULL))
    gyre_log_go_on_by_order (log);
  else
    log->position += extent;
}

static inline gboolean
gyre_log_is_empty (GyreLog *log)
{
  return log->ordered == NULL
         && (log->first == NULL || (log->first == log->last && log->position == log->first->end));
}
