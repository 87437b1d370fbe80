/* gyre-lane-private.h: The way of one thread's messages into an executive of another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One writer, one reader, no lock. The writer fills chunks with complete messages and tells how far they are written; the reader
 * hands the messages over where they are. A chunk that was read goes back to the writer, unless messages in it wait: then it
 * belongs to the reader. What is under way is limited to four megabytes, or to one larger message.
 *
 * The writer's thread holds the lane and so does the reader; the last one to let go frees it.
 */
#pragma once

#include "gyre-chunk-private.h"
#include "gyre-messenger-private.h"

#define GYRE_LANE_WINDOW ((gsize) 4 * 1024 * 1024)
#define GYRE_LANE_NUMBERS 65536         /* that a writer takes at a time */
#define GYRE_LANE_LINE 64
#define GYRE_LANE_AHEAD 1024            /* bytes that the writer asks for before it is there */
#define GYRE_LANE_APART_HEAD ((gsize) 8) /* of a message that is like the one before it: the stamp alone */

typedef struct _GyreLane GyreLane;

/* What a lane has sent to one receiver and what may not have arrived. */
typedef struct
{
  GyreHandle receiver;                  /* 0: nothing stands here */
  guint64 early_until;                  /* the bytes have arrived when the reader has come so far */
  guint64 late_until;
  guint32 early;
  guint32 late;
} GyreLaneCharge;

struct _GyreLane
{
  /* Of the writer. */
  guint64 messenger;                    /* its number */
  GyreChunk *last;
  gsize end;                            /* where it writes; chunk->end is what it has told */
  gsize limit;                          /* of the chunk */
  gsize asked;                          /* the lines before it were asked for */
  GyreMessage model;                    /* the head that was written last, as one that is apart, without its number */
  gsize model_extent;
  guint32 model_flags;                  /* as they were given */
  const GyreSlot *model_slot;
  GyreLaneCharge *model_charge;
  guint64 n_written;
  guint64 number;                       /* of the next message, and of the first that it may not use */
  guint64 number_end;
  GyreChunk *spare;                     /* the first to come back first */
  guint n_spare;
  GyreLaneCharge *charges;              /* by receiver, each at its place or after it */
  guint n_charges;
  guint n_places;
  GyreLane *next_of_thread;
  char writer_line[64];

  /* Of both, atomic. */
  guint64 n_taken;                      /* bytes handed over, told once in each delivery */
  GyreChunk *returned;                  /* chunks on the way back */
  gint n_holders;
  gint is_ended;                        /* the thread is gone */
  gint is_closed;                       /* the messenger is gone */
  char common_line[64];

  /* Of the reader. */
  GyreChunk *first;
  gsize position;
  gsize end_of_first;                   /* of what was taken up */
  gsize extent;                         /* of the message that was looked at */
  gsize apart_extent;                   /* of one that is like the one before it */
  GyreApartMessage apart;               /* with the head that was read last */
  GyreChunk *until_chunk;               /* what is taken up in this frame ends there */
  gsize until;
  guint64 n_read;
  GyreLane *next;
};

GyreLane    *gyre_lane_new          (guint64                messenger);
void         gyre_lane_unref        (GyreLane              *lane);

/* The writer, when gyre_lane_is_model () says so: charges and writes the first of so many messages, those that have the size of the
 * one that was written last and find room. Returns how many; it may be none. */
guint        gyre_lane_write_alike  (GyreLane              *lane,
                                     const GyreMessagePart *messages,
                                     guint                  n_messages);

/* Charges and writes so many messages with the same @head, each with a size and a number of its own. The reader sees
 * them once they are told. Returns how many; when it is fewer, @error says why. */
guint        gyre_lane_write_all    (GyreLane              *lane,
                                     const GyreSlot        *slot,
                                     const GyreMessage     *head,
                                     const GyreMessagePart *messages,
                                     guint                  n_messages,
                                     guint64               *next_number,
                                     GError               **error);

/* The reader, which looks at what was there when it was taken up last. */
void         gyre_lane_take_up      (GyreLane              *lane);
gboolean     gyre_lane_look_further (GyreLane              *lane,
                                     GyreChunks            *chunks);

/* The reader: all that the writer has told of, taken up or not. A message is there until the function returns. */
void         gyre_lane_foreach      (const GyreLane        *lane,
                                     GyreMessageVisitor     function,
                                     gpointer               data);

/* Once in a delivery. */
void         gyre_lane_tell_taken   (GyreLane              *lane);

/* The reader lets go. */
void         gyre_lane_close        (GyreLane              *lane,
                                     GyreChunks            *chunks);

/* Whether nothing is in it, taken up or not. */
gboolean     gyre_lane_is_empty     (GyreLane              *lane);

/* N.B. the lines that will be written soon are elsewhere, and the processor asks for few of them at a time when there are many
 * small stores. */
static inline void
gyre_lane_ask_for_lines (GyreLane *lane, gsize end)
{
  gsize until = MIN (end + GYRE_LANE_AHEAD, lane->limit);

  for (; lane->asked < until; lane->asked += GYRE_LANE_LINE)
#if defined (__x86_64__)
    __asm__ volatile ("prefetchw %0" : : "m" (((char *) lane->last)[lane->asked]));
#else
    __builtin_prefetch ((char *) lane->last + lane->asked, 1);
#endif
}

/* What the receiver may still be charged. */
static inline guint64
gyre_lane_get_room (const GyreLaneCharge *charge, const GyreSlot *slot)
{
  guint64 capacity = __atomic_load_n (&slot->capacity, __ATOMIC_RELAXED);
  guint64 held = __atomic_load_n (&slot->n_bytes, __ATOMIC_RELAXED) + (guint64) charge->early + charge->late;

  return G_LIKELY (capacity > held) ? capacity - held : 0;
}

/* Whether messages with such a head can be written without it: the last one had it, and the receiver probably takes them as they come,
 * since what waits has to be copied then. */
static inline gboolean
gyre_lane_is_model (const GyreLane *lane, GyreHandle sender, GyreHandle receiver, GQuark kind, guint flags)
{
  const GyreSlot *slot = lane->model_slot;

  return receiver == lane->model.receiver && sender == lane->model.sender && kind == lane->model.kind && flags == lane->model_flags
         && (__atomic_load_n (&slot->flags, __ATOMIC_ACQUIRE) & (GYRE_SLOT_ALIVE | GYRE_SLOT_DETOUR)) == GYRE_SLOT_ALIVE
         && __atomic_load_n (&slot->generation, __ATOMIC_ACQUIRE) == receiver >> 32;
}

static inline void
gyre_lane_go_forth (GyreLane *lane, guint n_messages, gsize charge, gsize extent)
{
  lane->number += n_messages;
  lane->end += extent;
  lane->n_written += extent;
  lane->model_charge->late += (guint32) charge;
  lane->model_charge->late_until = lane->n_written;
}

/* gyre_lane_write_alike () for a single one. */
static inline gboolean
gyre_lane_write_one_alike (GyreLane *lane, const GyreMessagePart *message)
{
  gsize size = lane->model.size, extent = lane->model_extent;
  char *place = (char *) lane->last + lane->end;

  if (message->size != size || extent > lane->limit - lane->end || lane->number == lane->number_end
      || size > gyre_lane_get_room (lane->model_charge, lane->model_slot))
    return FALSE;
  gyre_lane_ask_for_lines (lane, lane->end + extent);
  ((GyreMessage *) place)->stamp = lane->model.stamp | GYRE_MESSAGE_STAMP (lane->number, 0);
  gyre_message_fill (place + GYRE_LANE_APART_HEAD, message->data, size);
  gyre_lane_go_forth (lane, 1, size, extent);
  return TRUE;
}

/* Of the message that was written last. */
static inline guint64
gyre_lane_get_number (const GyreLane *lane)
{
  return lane->number - 1;
}

/* @is_ordered: before anything that this thread reads afterwards. */
static inline void
gyre_lane_tell (GyreLane *lane, gboolean is_ordered)
{
  if (is_ordered)
    __atomic_store_n (&lane->last->end, lane->end, __ATOMIC_SEQ_CST);
  else
    __atomic_store_n (&lane->last->end, lane->end, __ATOMIC_RELEASE);
}

/* Whether what stands there is like what was read before. */
static inline gboolean
gyre_lane_is_apart (const char *place)
{
  return (((const GyreMessage *) place)->flags & GYRE_MESSAGE_IS_APART) != 0;
}

static inline void
gyre_lane_read_apart (GyreLane *lane, const char *place)
{
  lane->apart.head.stamp = ((const GyreMessage *) place)->stamp;
  lane->apart.payload = (gpointer) (place + GYRE_LANE_APART_HEAD);
}

/* The oldest message; NULL when there is none. It stays until this is called again, or longer where its chunk is held. */
static inline GyreMessage *
gyre_lane_look (GyreLane *lane, GyreChunks *chunks)
{
  GyreMessage *message;

  if (G_UNLIKELY (lane->position >= lane->end_of_first) && !gyre_lane_look_further (lane, chunks))
    return NULL;
  message = (GyreMessage *) ((char *) lane->first + lane->position);
  if (gyre_lane_is_apart ((const char *) message))
    {
      gyre_lane_read_apart (lane, (const char *) message);
      lane->extent = lane->apart_extent;
      return &lane->apart.head;
    }
  lane->apart.head.sender = message->sender;
  lane->apart.head.receiver = message->receiver;
  lane->apart.head.size = message->size;
  lane->apart.head.kind = message->kind;
  lane->apart_extent = GYRE_LANE_APART_HEAD + GYRE_MESSAGE_PADDED (message->size);
  lane->extent = gyre_message_extent (message);
  return message;
}

static inline void
gyre_lane_go_on (GyreLane *lane)
{
  lane->position += lane->extent;
  lane->n_read += lane->extent;
}
