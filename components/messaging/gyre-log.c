/* gyre-log.c: Messages one after the other, in the order in which they were sent
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-log-private.h"

void
gyre_log_init (GyreLog *log, GyreChunks *chunks)
{
  *log = (GyreLog) { .chunks = chunks };
}

/* The chunks are let go; messages that wait in them hold them. */
void
gyre_log_clear (GyreLog *log)
{
  for (GyreChunk *chunk = log->first, *next; chunk != NULL; chunk = next)
    {
      next = chunk == log->last ? NULL : chunk->next;
      gyre_chunks_release (log->chunks, chunk);
    }
  gyre_log_init (log, log->chunks);
}

gboolean
gyre_log_extend (GyreLog *log, gsize extent)
{
  GyreChunk *chunk = gyre_chunks_take (log->chunks, extent);

  if (chunk == NULL)
    return FALSE;
  if (log->last != NULL)
    {
      log->last->next = chunk;
    }
  else
    {
      log->first = chunk;
      log->position = GYRE_CHUNK_BEGIN;
    }
  log->last = chunk;
  log->n_bytes += chunk->size;
  return TRUE;
}

/* Nothing more fits into the chunk, so that the next message gets another one. */
void
gyre_log_claim (GyreLog *log)
{
  g_assert (log->claimed == NULL);

  log->claimed = log->last;
  log->last->limit = log->last->end;
}

/* @extent 0: it was given up. A large chunk has one message. */
void
gyre_log_commit (GyreLog *log, gsize extent)
{
  log->claimed->end += extent;
  log->claimed->limit = log->claimed->size == GYRE_CHUNK_SIZE ? log->claimed->size : log->claimed->end;
  log->claimed = NULL;
}

/* Goes from a chunk that was read to the next one. */
static void
leave_chunk (GyreLog *log)
{
  GyreChunk *chunk = log->first;

  log->first = chunk->next;
  log->position = GYRE_CHUNK_BEGIN;
  log->n_bytes -= chunk->size;
  gyre_chunks_release (log->chunks, chunk);
}

/* Takes the next one of the order out of the chunk in which the order begins, which stays the first one until the last was read.
 * N.B. a message that waits uses its links for its mailbox, so the link is read before the message is handed out. */
static void
enter_order (GyreLog *log)
{
  log->ordered = log->first->order;
  if (log->ordered != NULL)
    log->first->order = log->ordered->next_in_order;
}

void
gyre_log_go_on_by_order (GyreLog *log)
{
  GyreChunk *target = log->first->order_chunk;
  gsize position = log->first->order_end;

  enter_order (log);
  if (log->ordered != NULL)
    return;
  while (log->first != target)
    leave_chunk (log);
  log->position = position;
}

GyreMessage *
gyre_log_look_further (GyreLog *log)
{
  while (log->ordered == NULL && log->first != NULL && log->position == log->first->end)
    {
      if (log->first == log->claimed)
        return NULL;
      if (log->first == log->last)
        {
          if (log->first->size != GYRE_CHUNK_SIZE)
            gyre_log_clear (log);
          else if (log->first->n_holders == 1)
            log->first->end = log->position = GYRE_CHUNK_BEGIN;
          return NULL;
        }
      leave_chunk (log);
      enter_order (log);
    }
  if (log->ordered != NULL || log->first == NULL)
    return log->ordered;
  return (GyreMessage *) ((char *) log->first + log->position);
}

/* Handles in the order in which their places were given out. */
static gboolean
comes_before (const GyreMessage *left, const GyreMessage *right)
{
  guint64 left_key = left->sender << 32 | left->sender >> 32;
  guint64 right_key = right->sender << 32 | right->sender >> 32;

  return left_key <= right_key;
}

/* Both are in order; of equal ones, those of @older come first. */
static GyreMessage *
merge (GyreMessage *older, GyreMessage *newer)
{
  GyreMessage *first = NULL, **end = &first;

  while (older != NULL && newer != NULL)
    {
      GyreMessage **source = comes_before (older, newer) ? &older : &newer;
      *end = *source;
      end = &(*source)->next_in_order;
      *source = *end;
    }
  *end = older != NULL ? older : newer;
  return first;
}

/* The next messages that are in order as they stand, linked. */
static GyreMessage *
take_run (GyreChunk **chunk, gsize *position)
{
  GyreMessage *first = NULL, *last = NULL;

  while (*chunk != NULL)
    {
      GyreMessage *message = (GyreMessage *) ((char *) *chunk + *position);
      if (*position == (*chunk)->end)
        {
          *chunk = (*chunk)->next;
          *position = GYRE_CHUNK_BEGIN;
          continue;
        }
      if (last != NULL && !comes_before (last, message))
        break;
      if (last != NULL)
        last->next_in_order = message;
      else
        first = message;
      last = message;
      last->next_in_order = NULL;
      *position += gyre_message_extent (message);
    }
  return first;
}

/* A sort that merges runs of about the same length and allocates nothing: place n has 2^n runs. */
static GyreMessage *
sort (GyreChunk *chunk)
{
  GyreMessage *places[32] = { NULL }, *run, *result = NULL;
  gsize position = GYRE_CHUNK_BEGIN;
  guint place;

  while ((run = take_run (&chunk, &position)) != NULL)
    {
      for (place = 0; place < G_N_ELEMENTS (places) - 1 && places[place] != NULL; place++)
        run = merge (g_steal_pointer (&places[place]), run);
      places[place] = places[place] != NULL ? merge (places[place], run) : run;
    }
  for (place = 0; place < G_N_ELEMENTS (places); place++)
    result = merge (places[place], result);
  return result;
}

void
gyre_log_append_in_order (GyreLog *log, GyreLog *source)
{
  GyreChunk *chunk = source->first;

  if (gyre_log_is_empty (source) || source->claimed != NULL)
    return;
  chunk->order = sort (chunk);
  chunk->order_chunk = source->last;
  chunk->order_end = source->last->end;
  if (log->last != NULL)
    {
      log->last->next = chunk;
    }
  else
    {
      log->first = chunk;
      log->position = GYRE_CHUNK_BEGIN;
      enter_order (log);
    }
  log->last = source->last;
  log->n_bytes += source->n_bytes;
  gyre_log_init (source, source->chunks);
}

/* Those that go by order, from one on. */
static void
visit_order (const GyreMessage *message, void (*function) (const GyreMessage *message, gpointer data), gpointer data)
{
  for (; message != NULL; message = message->next_in_order)
    function (message, data);
}

void
gyre_log_foreach (const GyreLog *log, void (*function) (const GyreMessage *message, gpointer data), gpointer data)
{
  const GyreChunk *chunk = log->first;
  gsize position = log->position;

  if (log->ordered != NULL)
    {
      function (log->ordered, data);
      visit_order (chunk->order, function, data);
      position = chunk->order_end;
      chunk = chunk->order_chunk;
    }
  while (chunk != NULL && (position < chunk->end || chunk != log->last))
    if (position < chunk->end)
      {
        const GyreMessage *message = (const GyreMessage *) ((const char *) chunk + position);

        function (message, data);
        position += gyre_message_extent (message);
      }
    else
      {
        chunk = chunk->next;
        position = GYRE_CHUNK_BEGIN;
        if (chunk->order != NULL)
          {
            visit_order (chunk->order, function, data);
            position = chunk->order_end;
            chunk = chunk->order_chunk;
          }
      }
}
