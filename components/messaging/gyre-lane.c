/* gyre-lane.c: The way of one thread's messages into an executive of another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-lane-private.h"

#include "gyre-refusal-private.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_PLACES 16
#define LINE 64
#define AHEAD 1024                      /* bytes */
#define ROUND 48                        /* chunks that go round */

G_STATIC_ASSERT (G_STRUCT_OFFSET (GyreLane, n_taken) - G_STRUCT_OFFSET (GyreLane, next_of_thread) >= LINE);
G_STATIC_ASSERT (G_STRUCT_OFFSET (GyreLane, first) - G_STRUCT_OFFSET (GyreLane, is_closed) >= LINE);

/* NULL when there is no memory. Held by the writer and by the reader. */
GyreLane *
gyre_lane_new (guint64 messenger)
{
  GyreLane *lane = g_try_new0 (GyreLane, 1);

  if (lane == NULL)
    return NULL;
  lane->last = lane->first = lane->until_chunk = gyre_chunk_new (0);
  lane->charges = g_try_new0 (GyreLaneCharge, FIRST_PLACES);
  if (lane->last == NULL || lane->charges == NULL)
    {
      gyre_chunk_free (lane->last);
      g_free (lane->charges);
      g_free (lane);
      return NULL;
    }
  lane->last->n_holders = 1;
  lane->messenger = messenger;
  lane->end = lane->position = lane->until = GYRE_CHUNK_BEGIN;
  lane->n_places = FIRST_PLACES;
  lane->n_holders = 2;
  return lane;
}

static void
free_chunks (GyreChunk *chunk)
{
  for (GyreChunk *next; chunk != NULL; chunk = next)
    {
      next = chunk->next;
      gyre_chunk_free (chunk);
    }
}

void
gyre_lane_unref (GyreLane *lane)
{
  if (__atomic_sub_fetch (&lane->n_holders, 1, __ATOMIC_ACQ_REL) > 0)
    return;
  free_chunks (lane->first);
  free_chunks (lane->spare);
  free_chunks (lane->returned);
  g_free (lane->charges);
  g_free (lane);
}

/* --- The writer. */

static GyreLaneCharge *
find_place (GyreLaneCharge *charges, guint n_places, GyreHandle receiver)
{
  guint place = (guint) ((receiver * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40);

  for (;; place++)
    {
      GyreLaneCharge *candidate = &charges[place & (n_places - 1)];
      if (candidate->receiver == receiver || candidate->receiver == GYRE_HANDLE_NONE)
        return candidate;
    }
}

/* Makes the table anew, without those of whom everything has arrived. */
static gboolean
renew_charges (GyreLane *lane)
{
  guint64 taken = __atomic_load_n (&lane->n_taken, __ATOMIC_ACQUIRE);
  guint n_used = 0, n_places = FIRST_PLACES;
  GyreLaneCharge *charges;

  for (guint place = 0; place < lane->n_places; place++)
    n_used += lane->charges[place].late_until > taken;
  while (n_places < (n_used + 1) * 3)
    n_places *= 2;
  if ((charges = g_try_new0 (GyreLaneCharge, n_places)) == NULL)
    return FALSE;
  for (guint place = 0; place < lane->n_places; place++)
    if (lane->charges[place].late_until > taken)
      *find_place (charges, n_places, lane->charges[place].receiver) = lane->charges[place];
  g_free (lane->charges);
  lane->charges = charges;
  lane->n_places = n_places;
  lane->n_charges = n_used;
  return TRUE;
}

static GyreLaneCharge *
get_charge (GyreLane *lane, GyreHandle receiver)
{
  GyreLaneCharge *charge = find_place (lane->charges, lane->n_places, receiver);

  if (G_LIKELY (charge->receiver == receiver))
    return charge;
  if ((lane->n_charges + 1) * 4 > lane->n_places * 3)
    {
      if (!renew_charges (lane))
        return NULL;
      charge = find_place (lane->charges, lane->n_places, receiver);
    }
  charge->receiver = receiver;
  lane->n_charges++;
  return charge;
}

/* What has arrived is charged to the receiver itself by now. The bytes are kept in two parts, an early and a late one, so that the
 * sum goes down while more is sent all the time. */
static void
settle (GyreLane *lane, GyreLaneCharge *charge)
{
  guint64 taken = __atomic_load_n (&lane->n_taken, __ATOMIC_ACQUIRE);

  if (taken < charge->early_until)
    return;
  charge->early = charge->late;
  charge->early_until = charge->late_until;
  charge->late = 0;
  if (taken >= charge->early_until)
    charge->early = 0;
}

/* Charges a receiver with a message of so many bytes, or refuses it. @charge: of the last message in the same vector. */
inline gboolean
gyre_lane_charge (GyreLane *lane, const GyreSlot *slot, GyreHandle receiver, gsize size, GyreLaneCharge **charge, GError **error)
{
  guint64 capacity = __atomic_load_n (&slot->capacity, __ATOMIC_RELAXED), n_bytes = MAX (size, 1), held;
  gboolean drops = (__atomic_load_n (&slot->flags, __ATOMIC_RELAXED) & GYRE_SLOT_POLICY) != 0;

  if (n_bytes > capacity)
    return gyre_refusal_of_size (receiver, size, capacity, error);
  if (*charge == NULL && (*charge = get_charge (lane, receiver)) == NULL)
    return gyre_refusal_of_memory (receiver, size, error);
  held = __atomic_load_n (&slot->n_bytes, __ATOMIC_RELAXED) + (guint64) (*charge)->early + (*charge)->late;
  if (G_UNLIKELY (held + n_bytes > capacity))
    {
      settle (lane, *charge);
      held = __atomic_load_n (&slot->n_bytes, __ATOMIC_RELAXED) + (guint64) (*charge)->early + (*charge)->late;
      if (held + n_bytes > capacity && !drops)
        return gyre_refusal_when_full (receiver, size, held, capacity, error);
    }
  return TRUE;
}

/* What came back stands behind what came back before. */
static void
take_returned (GyreLane *lane)
{
  GyreChunk *chunk = __atomic_exchange_n (&lane->returned, NULL, __ATOMIC_ACQUIRE), *in_order = NULL, *next;
  GyreChunk **end = &lane->spare;

  for (; chunk != NULL; chunk = next)
    {
      next = chunk->next;
      chunk->next = in_order;
      in_order = chunk;
      lane->n_spare++;
    }
  while (*end != NULL)
    end = &(*end)->next;
  *end = in_order;
}

/* N.B. a chunk that was just read lies in the cache of the reader's processor, and taking each line away from there costs more than
 * getting it from memory. So several go round, and the one that came back first is used first. */
static GyreChunk *
take_chunk (GyreLane *lane, gsize extent)
{
  GyreChunk *chunk;

  if (extent > GYRE_CHUNK_SIZE - GYRE_CHUNK_BEGIN)
    return gyre_chunk_new (extent);
  if (__atomic_load_n (&lane->returned, __ATOMIC_RELAXED) != NULL)
    take_returned (lane);
  if (lane->n_spare < ROUND)
    {
      chunk = gyre_chunk_new (extent);
      if (chunk != NULL)
        return chunk;
    }
  if ((chunk = lane->spare) == NULL)
    return NULL;
  lane->spare = chunk->next;
  lane->n_spare--;
  chunk->next = NULL;
  chunk->end = GYRE_CHUNK_BEGIN;
  return chunk;
}

/* What was written so far is told before the reader can see that there is another chunk. */
static gboolean
extend (GyreLane *lane, GyreHandle receiver, gsize extent, GError **error)
{
  guint64 under_way = lane->n_written - __atomic_load_n (&lane->n_taken, __ATOMIC_ACQUIRE);
  GyreChunk *chunk;

  if (under_way > 0 && under_way + extent > GYRE_LANE_WINDOW)
    return gyre_refusal_of_lane (receiver, under_way, error);
  if ((chunk = take_chunk (lane, extent)) == NULL)
    return gyre_refusal_of_memory (receiver, extent, error);
  chunk->n_holders = 1;
  __atomic_store_n (&lane->last->end, lane->end, __ATOMIC_RELEASE);
  __atomic_store_n (&lane->last->next, chunk, __ATOMIC_RELEASE);
  lane->last = chunk;
  lane->end = GYRE_CHUNK_BEGIN;
  return TRUE;
}

/* N.B. the lines that will be written soon are elsewhere, and the processor asks for few of them at a time when there are many
 * small stores. */
static inline void
ask_for_lines (const char *place, gsize extent)
{
  for (gsize offset = 0; offset < MIN (extent, AHEAD); offset += LINE)
#if defined (__x86_64__)
    __asm__ volatile ("prefetchw %0" : : "m" (place[AHEAD + offset]));
#else
    __builtin_prefetch (place + AHEAD + offset, 1);
#endif
}

inline gboolean
gyre_lane_write (GyreLane *lane, const GyreMessage *head, gconstpointer data, GyreLaneCharge *charge, GError **error)
{
  gsize extent = gyre_message_extent (head);
  GyreMessage *message;

  if (G_UNLIKELY (extent > lane->last->size - lane->end) && !extend (lane, head->receiver, extent, error))
    return FALSE;
  message = (GyreMessage *) ((char *) lane->last + lane->end);
  ask_for_lines ((char *) message, extent);
  message->sender = head->sender;
  message->stamp = head->stamp;
  message->receiver = head->receiver;
  message->size = head->size;
  message->kind = head->kind;
  gyre_message_fill ((char *) message + GYRE_MESSAGE_HEAD (head->flags), data, head->size);
  lane->end += extent;
  lane->n_written += extent;
  charge->late += gyre_message_charge (head);
  charge->late_until = lane->n_written;
  return TRUE;
}

static inline guint64
take_number (GyreLane *lane, guint64 *next_number)
{
  if (G_UNLIKELY (lane->number == lane->number_end))
    {
      lane->number = __atomic_fetch_add (next_number, GYRE_LANE_NUMBERS, __ATOMIC_RELAXED);
      lane->number_end = lane->number + GYRE_LANE_NUMBERS;
    }
  return lane->number++;
}

guint
gyre_lane_write_all (GyreLane *lane, const GyreSlot *slot, GyreMessage *head, const GyreMessagePart *messages, guint n_messages,
                     guint64 *next_number, GError **error)
{
  GyreLaneCharge *charge = NULL;
  guint flags = head->flags;

  for (guint index = 0; index < n_messages; index++)
    {
      if (G_UNLIKELY (!gyre_lane_charge (lane, slot, head->receiver, messages[index].size, &charge, error)))
        return index;
      head->size = (guint32) messages[index].size;
      head->stamp = GYRE_MESSAGE_STAMP (take_number (lane, next_number), flags);
      if (G_UNLIKELY (!gyre_lane_write (lane, head, messages[index].data, charge, error)))
        return index;
    }
  return n_messages;
}

void
gyre_lane_tell (GyreLane *lane, gboolean is_ordered)
{
  if (is_ordered)
    __atomic_store_n (&lane->last->end, lane->end, __ATOMIC_SEQ_CST);
  else
    __atomic_store_n (&lane->last->end, lane->end, __ATOMIC_RELEASE);
}

/* --- The reader. */

/* N.B. that there is another chunk is asked first: only then is the end of this one final. */
void
gyre_lane_take_up (GyreLane *lane)
{
  GyreChunk *chunk = lane->until_chunk, *next;

  while ((next = __atomic_load_n (&chunk->next, __ATOMIC_ACQUIRE)) != NULL)
    chunk = next;
  lane->until_chunk = chunk;
  lane->until = __atomic_load_n (&chunk->end, __ATOMIC_ACQUIRE);
}

/* A chunk was read: back to the writer, or to those messages in it that wait. */
static void
leave_chunk (GyreLane *lane, GyreChunks *chunks)
{
  GyreChunk *chunk = lane->first;

  lane->first = __atomic_load_n (&chunk->next, __ATOMIC_ACQUIRE);
  lane->position = GYRE_CHUNK_BEGIN;
  if (chunk->n_holders > 1)
    {
      chunk->n_holders--;
      return;
    }
  if (chunk->number != 0)
    gyre_chunks_disown (chunks, chunk);
  if (chunk->size != GYRE_CHUNK_SIZE)
    {
      gyre_chunk_free (chunk);
      return;
    }
  chunk->next = __atomic_load_n (&lane->returned, __ATOMIC_RELAXED);
  while (!__atomic_compare_exchange_n (&lane->returned, &chunk->next, chunk, TRUE, __ATOMIC_RELEASE, __ATOMIC_RELAXED))
    continue;
}

GyreMessage *
gyre_lane_look_further (GyreLane *lane, GyreChunks *chunks)
{
  for (;;)
    {
      gsize end = lane->first == lane->until_chunk ? lane->until : __atomic_load_n (&lane->first->end, __ATOMIC_RELAXED);
      if (G_LIKELY (lane->position < end))
        return (GyreMessage *) ((char *) lane->first + lane->position);
      if (lane->first == lane->until_chunk)
        return NULL;
      leave_chunk (lane, chunks);
    }
}

void
gyre_lane_tell_taken (GyreLane *lane)
{
  if (__atomic_load_n (&lane->n_taken, __ATOMIC_RELAXED) != lane->n_read)
    __atomic_store_n (&lane->n_taken, lane->n_read, __ATOMIC_RELEASE);
}

gboolean
gyre_lane_is_empty (GyreLane *lane)
{
  return lane->position == __atomic_load_n (&lane->first->end, __ATOMIC_SEQ_CST)
         && __atomic_load_n (&lane->first->next, __ATOMIC_SEQ_CST) == NULL;
}

/* Chunks in which messages wait, or that have a number, belong to the reader; all others go with the lane. */
void
gyre_lane_close (GyreLane *lane, GyreChunks *chunks)
{
  GyreChunk *chunk = lane->first;

  if (chunk->number != 0)
    {
      lane->first = __atomic_load_n (&chunk->next, __ATOMIC_ACQUIRE);
      gyre_chunks_release (chunks, chunk);
    }
  __atomic_store_n (&lane->is_closed, TRUE, __ATOMIC_RELEASE);
  gyre_lane_unref (lane);
}
