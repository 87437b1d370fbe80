/* gyre-lane.c: The way of one thread's messages into an executive of another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-lane-private.h"

#include "gyre-refusal-private.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_PLACES 16
#define ROUND 32                        /* chunks that go round with small messages */
#define LARGE_ROUND 6                   /* with large ones */
#define NO_MODEL G_MAXUINT32            /* no flags of a message */
#define MOST_APART 1024                 /* bytes of a message whose head is not repeated */

G_STATIC_ASSERT (G_STRUCT_OFFSET (GyreLane, n_taken) - G_STRUCT_OFFSET (GyreLane, next_of_thread) >= GYRE_LANE_LINE);
G_STATIC_ASSERT (G_STRUCT_OFFSET (GyreLane, first) - G_STRUCT_OFFSET (GyreLane, is_closed) >= GYRE_LANE_LINE);

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
  lane->end = lane->position = lane->until = lane->end_of_first = lane->asked = GYRE_CHUNK_BEGIN;
  lane->limit = lane->last->size;
  lane->n_places = FIRST_PLACES;
  lane->model_flags = NO_MODEL;
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
  lane->model_flags = NO_MODEL;
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

/* There seems to be no room for a message of so many bytes: looks once more, or refuses it. */
static G_GNUC_NO_INLINE gboolean
find_room (GyreLane *lane, GyreLaneCharge *charge, const GyreSlot *slot, gsize size, guint64 *room, GError **error)
{
  guint64 capacity = __atomic_load_n (&slot->capacity, __ATOMIC_RELAXED), n_bytes = MAX (size, 1);

  if (n_bytes > capacity)
    return gyre_refusal_of_size (charge->receiver, size, capacity, error);
  settle (lane, charge);
  *room = gyre_lane_get_room (charge, slot);
  if (n_bytes <= *room)
    return TRUE;
  if ((__atomic_load_n (&slot->flags, __ATOMIC_RELAXED) & GYRE_SLOT_POLICY) == 0)
    return gyre_refusal_when_full (charge->receiver, size, capacity - *room, capacity, error);
  *room = n_bytes;
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
 * getting it from memory. So several go round, and the one that came back first is used first. Large messages are written by whole
 * lines, of which only the place is wanted, so for these the fewer are the better. */
static GyreChunk *
take_chunk (GyreLane *lane, gsize extent)
{
  GyreChunk *chunk;

  if (extent > GYRE_CHUNK_SIZE - GYRE_CHUNK_BEGIN)
    return gyre_chunk_new (extent);
  if (__atomic_load_n (&lane->returned, __ATOMIC_RELAXED) != NULL)
    take_returned (lane);
  if (lane->n_spare < (extent < GYRE_MESSAGE_LARGE ? ROUND : LARGE_ROUND))
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
  lane->end = lane->asked = GYRE_CHUNK_BEGIN;
  lane->limit = chunk->size;
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

/* What comes next needs no head of its own when it is like this one, which was written last. A message that waits is copied when it
 * is apart, so that is for small ones. */
static inline void
keep_model (GyreLane *lane, const GyreSlot *slot, GyreLaneCharge *charge, const GyreMessage *head, gsize size)
{
  gboolean is_model = size > 0 && size <= MOST_APART && (head->flags & GYRE_MESSAGE_IS_REQUEST) == 0;

  lane->model.sender = head->sender;
  lane->model.receiver = head->receiver;
  lane->model.size = (guint32) size;
  lane->model.kind = head->kind;
  lane->model.stamp = GYRE_MESSAGE_STAMP (0, head->flags | GYRE_MESSAGE_IS_APART);
  lane->model_extent = GYRE_LANE_APART_HEAD + GYRE_MESSAGE_PADDED (size);
  lane->model_flags = is_model ? head->flags : NO_MODEL;
  lane->model_slot = slot;
  lane->model_charge = charge;
}

/* N.B. when many bytes are copied by one instruction, the processor writes whole lines and needs not fetch what another one has had
 * in them; so they are not asked for either. */
static void
write_large (char *target, gconstpointer data, gsize size)
{
#if defined (__x86_64__) && !defined (__SANITIZE_THREAD__) && !defined (__SANITIZE_ADDRESS__)
  __asm__ volatile ("rep movsb" : "+D" (target), "+S" (data), "+c" (size) : : "memory");
#else
  memcpy (target, data, size);
#endif
}

/* N.B. @head is not written: a word that is read in one piece after it was written in two waits for all stores before. */
static gboolean
write_message (GyreLane *lane, const GyreMessage *head, const GyreMessagePart *part, guint64 *next_number, GError **error)
{
  guint32 size = (guint32) part->size;
  gsize extent = GYRE_MESSAGE_EXTENT (head->flags, size);
  GyreMessage *message;

  if (G_UNLIKELY (extent > lane->limit - lane->end) && !extend (lane, head->receiver, extent, error))
    return FALSE;
  message = (GyreMessage *) ((char *) lane->last + lane->end);
  if (size < GYRE_MESSAGE_LARGE)
    gyre_lane_ask_for_lines (lane, lane->end + extent);
  message->stamp = GYRE_MESSAGE_STAMP (take_number (lane, next_number), head->flags);
  message->sender = head->sender;
  message->receiver = head->receiver;
  message->size = size;
  message->kind = head->kind;
  if (size < GYRE_MESSAGE_LARGE)
    gyre_message_fill ((char *) message + GYRE_MESSAGE_HEAD (head->flags), part->data, size);
  else
    write_large ((char *) message + GYRE_MESSAGE_HEAD (head->flags), part->data, size);
  lane->end += extent;
  lane->asked = MAX (lane->asked, lane->end);
  lane->n_written += extent;
  return TRUE;
}

/* How many messages like the model can be written without another look: room, numbers and place suffice for them. */
static inline guint
count_alike (const GyreLane *lane, guint n_messages)
{
  gsize size = lane->model.size, extent = lane->model_extent, place = lane->limit - lane->end;
  guint64 room = gyre_lane_get_room (lane->model_charge, lane->model_slot), count = MIN (n_messages, lane->number_end - lane->number);

  if (G_UNLIKELY (count * size > room))
    count = room / size;
  if (G_UNLIKELY (count * extent > place))
    count = place / extent;
  return (guint) count;
}

guint
gyre_lane_write_alike (GyreLane *lane, const GyreMessagePart *messages, guint n_messages)
{
  gsize size = lane->model.size, extent = lane->model_extent;
  char *place = (char *) lane->last + lane->end;
  guint64 stamp = lane->model.stamp;
  guint most = count_alike (lane, n_messages), index;

  for (index = 0; index < most && messages[index].size == size; index++)
    {
      gyre_lane_ask_for_lines (lane, (gsize) (place + extent - (char *) lane->last));
      ((GyreMessage *) place)->stamp = stamp | GYRE_MESSAGE_STAMP (lane->number + index, 0);
      gyre_message_fill (place + GYRE_LANE_APART_HEAD, messages[index].data, size);
      place += extent;
    }
  gyre_lane_go_forth (lane, index, index * size, index * extent);
  return index;
}

guint
gyre_lane_write_all (GyreLane *lane, const GyreSlot *slot, const GyreMessage *head, const GyreMessagePart *messages, guint n_messages,
                     guint64 *next_number, GError **error)
{
  GyreLaneCharge *charge = get_charge (lane, head->receiver);
  guint64 room;

  if (charge == NULL)
    return (guint) gyre_refusal_of_memory (head->receiver, sizeof *charge, error);
  room = gyre_lane_get_room (charge, slot);
  for (guint index = 0; index < n_messages; index++)
    {
      guint64 n_bytes = MAX (messages[index].size, 1);

      if (G_UNLIKELY (n_bytes > room) && !find_room (lane, charge, slot, messages[index].size, &room, error))
        return index;
      if (G_UNLIKELY (!write_message (lane, head, &messages[index], next_number, error)))
        return index;
      keep_model (lane, slot, charge, head, messages[index].size);
      charge->late += (guint32) n_bytes;
      charge->late_until = lane->n_written;
      if (gyre_lane_is_model (lane, head->sender, head->receiver, head->kind, head->flags))
        index += gyre_lane_write_alike (lane, messages + index + 1, n_messages - index - 1);
      room = gyre_lane_get_room (charge, slot);
    }
  return n_messages;
}

/* --- The reader. */

/* N.B. another chunk is there, so the end is final. */
static void
find_end_of_first (GyreLane *lane)
{
  lane->end_of_first = lane->first == lane->until_chunk ? lane->until : __atomic_load_n (&lane->first->end, __ATOMIC_RELAXED);
}

/* N.B. that there is another chunk is asked first: only then is the end of this one final. */
void
gyre_lane_take_up (GyreLane *lane)
{
  GyreChunk *chunk = lane->until_chunk, *next;

  while ((next = __atomic_load_n (&chunk->next, __ATOMIC_ACQUIRE)) != NULL)
    chunk = next;
  lane->until_chunk = chunk;
  lane->until = __atomic_load_n (&chunk->end, __ATOMIC_ACQUIRE);
  find_end_of_first (lane);
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

/* Whether there is a message, after another end of what can be read was found. */
gboolean
gyre_lane_look_further (GyreLane *lane, GyreChunks *chunks)
{
  while (lane->position >= lane->end_of_first)
    {
      if (lane->first == lane->until_chunk)
        return FALSE;
      leave_chunk (lane, chunks);
      find_end_of_first (lane);
    }
  return TRUE;
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

/* What follows from one head to the next one: @apart is what was read last. Returns the message, with its extent. */
static const GyreMessage *
read_on (const char *place, GyreApartMessage *apart, gsize *extent)
{
  const GyreMessage *message = (const GyreMessage *) place;

  if (gyre_lane_is_apart (place))
    {
      apart->head.stamp = message->stamp;
      apart->payload = (gpointer) (place + GYRE_LANE_APART_HEAD);
      *extent = GYRE_LANE_APART_HEAD + GYRE_MESSAGE_PADDED (apart->head.size);
      return &apart->head;
    }
  apart->head.sender = message->sender;
  apart->head.receiver = message->receiver;
  apart->head.size = message->size;
  apart->head.kind = message->kind;
  *extent = gyre_message_extent (message);
  return message;
}

/* N.B. a chunk that has a next one is told to its end, so that is looked at first. */
void
gyre_lane_foreach (const GyreLane *lane, GyreMessageVisitor function, gpointer data)
{
  GyreApartMessage apart = lane->apart;
  gsize position = lane->position, end, extent;

  for (const GyreChunk *chunk = lane->first, *next; chunk != NULL; chunk = next, position = GYRE_CHUNK_BEGIN)
    {
      next = __atomic_load_n (&chunk->next, __ATOMIC_ACQUIRE);
      end = __atomic_load_n (&chunk->end, __ATOMIC_ACQUIRE);
      for (; position < end; position += extent)
        {
          const GyreMessage *message = read_on ((const char *) chunk + position, &apart, &extent);

          function (message->receiver, message, FALSE, data);
        }
    }
}
