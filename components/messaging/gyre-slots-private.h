/* gyre-slots-private.h: The records of those who can be reached by handle
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Records lie in slabs that never move and are never given back while the executive lives, so a record can be looked at with a
 * stale handle: its generation tells. A record costs one line of the processor's cache. What few components have stands behind
 * `rare`; all rare features share one word of flags, so that the common way tests it once.
 *
 * Everything here belongs to the thread of the executive, except gyre_slots_is_alive () and gyre_slots_peek ().
 */
#pragma once

#include "gyre-handle.h"

typedef struct _GyreSlot GyreSlot;
typedef struct _GyreSlots GyreSlots;
typedef struct _GyreMessage GyreMessage;

/* Why a record does not take the common way. */
typedef enum
{
  GYRE_SLOT_ALIVE = 1 << 0,       /* belongs to somebody */
  GYRE_SLOT_PAUSED = 1 << 1,      /* does not run, and its messages wait */
  GYRE_SLOT_STASHING = 1 << 2,    /* reads its messages itself: they wait in its mailbox */
  GYRE_SLOT_WATCHED = 1 << 3,     /* somebody waits for room in its mailbox */
  GYRE_SLOT_TRACED = 1 << 4,      /* each message and step is written to the trace */
  GYRE_SLOT_POLICY = 1 << 5,      /* its mailbox does something else than to refuse when it is full */
  GYRE_SLOT_RUNNING = 1 << 6,     /* its code runs at this moment */
  GYRE_SLOT_DELETED = 1 << 7,     /* ended during this frame */
  GYRE_SLOT_WAITING = 1 << 8,     /* messages wait in its mailbox: those that come now go behind them */
} GyreSlotFlags;

/* Takes a message as it comes. Returns: FALSE with @error when it failed; then an alert says so. */
typedef gboolean (*GyreReceive) (gpointer      object,
                                 GyreMessage  *message,
                                 GError      **error);

struct _GyreSlot
{
  gpointer object;            /* whose record it is; not kept alive */
  GyreReceive receive;        /* NULL: its messages wait in its mailbox */
  union
  {
    guint64 state;            /* both of the next in one look; see GYRE_SLOT_WORD () */
    struct
    {
      guint32 generation;     /* changes with each owner; never 0 */
      guint32 flags;          /* GyreSlotFlags */
    };
  };
  guint32 index;
  guint32 capacity;           /* of payload, in bytes */
  union
  {
    guint64 load;             /* both of the next; see GYRE_SLOT_WORD () */
    struct
    {
      guint32 n_messages;     /* in its mailbox and under way to it */
      guint32 n_bytes;        /* their payload */
    };
  };
  gpointer mailbox;           /* GyreMailbox; NULL before the first message waits */
  gpointer process;           /* GyreProcessRecord; NULL for what is no process */
  gpointer rare;
};

G_STATIC_ASSERT (sizeof (GyreSlot) == 64);

#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define GYRE_SLOT_WORD(first, second) ((guint64) (first) | (guint64) (second) << 32)
#define GYRE_SLOT_SECOND(word) ((guint32) ((word) >> 32))
#else
#define GYRE_SLOT_WORD(first, second) ((guint64) (first) << 32 | (guint64) (second))
#define GYRE_SLOT_SECOND(word) ((guint32) (word))
#endif

#define GYRE_SLOTS_FIRST_BITS 10          /* the first slab has this power of two of records */
#define GYRE_SLOTS_SLABS (32 - GYRE_SLOTS_FIRST_BITS)
#define GYRE_SLOTS_ORIGINS 33             /* any 32 bits and the length of the first slab */

struct _GyreSlots
{
  gsize origins[GYRE_SLOTS_ORIGINS];      /* by the highest bit of a position; atomic for readers of other threads; 0: no slab */
  gpointer blocks[GYRE_SLOTS_SLABS];      /* what was allocated for the slabs, which are aligned to lines */
  guint32 n_used;                         /* records that somebody had once */
  guint length;
  GyreSlot *free;                         /* linked by `object`; the last to end is the first to be used again */
};

GyreSlots *gyre_slots_new              (void);
void       gyre_slots_free             (GyreSlots  *slots);

/* A record for @object, with no flag but GYRE_SLOT_ALIVE; NULL when there is no memory. */
GyreSlot  *gyre_slots_add              (GyreSlots  *slots,
                                        gpointer    object);

/* The record goes to whoever comes next; handles to it are stale from now on. */
void       gyre_slots_remove           (GyreSlots  *slots,
                                        GyreSlot   *slot);

/* From any thread: whether the handle was not stale a moment ago. */
gboolean   gyre_slots_is_alive         (GyreSlots  *slots,
                                        GyreHandle  handle);

/* From any thread: the record of whoever had the handle a moment ago; NULL when it is stale. Its flags, generation, capacity and
 * n_bytes can be read as atomic words. */
const GyreSlot *gyre_slots_peek        (GyreSlots  *slots,
                                        GyreHandle  handle);

guint      gyre_slots_get_length       (GyreSlots  *slots);

/* The thread of the executive; others may look at the flags meanwhile. */
static inline void
gyre_slot_add_flags (GyreSlot *slot, guint32 flags)
{
  __atomic_store_n (&slot->flags, slot->flags | flags, __ATOMIC_RELEASE);
}

static inline void
gyre_slot_remove_flags (GyreSlot *slot, guint32 flags)
{
  __atomic_store_n (&slot->flags, slot->flags & ~flags, __ATOMIC_RELEASE);
}

/* The thread of the executive; others may look at n_bytes meanwhile. A message is on its way to it, or not any more. */
static inline void
gyre_slot_charge (GyreSlot *slot, guint32 charge)
{
  __atomic_store_n (&slot->load, slot->load + GYRE_SLOT_WORD (1, charge), __ATOMIC_RELAXED);
}

static inline void
gyre_slot_discharge (GyreSlot *slot, guint32 charge)
{
  __atomic_store_n (&slot->load, slot->load - GYRE_SLOT_WORD (1, charge), __ATOMIC_RELAXED);
}

static inline GyreHandle
gyre_slot_get_handle (const GyreSlot *slot)
{
  return (GyreHandle) slot->generation << 32 | slot->index;
}

/* The record of a number, whoever has it; NULL when there is no slab for it. N.B. an origin is where position 0 would be if its slab
 * went so far, so that one addition leads to the record. */
static inline GyreSlot *
gyre_slots_get_record (GyreSlots *slots, guint32 index)
{
  guint64 position = (guint64) index + (1u << GYRE_SLOTS_FIRST_BITS);
  gsize origin = __atomic_load_n (&slots->origins[63 - __builtin_clzll (position)], __ATOMIC_ACQUIRE);

  if (G_UNLIKELY (origin == 0))
    return NULL;
  origin += position * sizeof (GyreSlot);
  if (origin == 0)
    __builtin_unreachable ();
  return (GyreSlot *) origin;
}

/* NULL when the handle is stale or never was one. A few nanoseconds. */
static inline GyreSlot *
gyre_slots_find (GyreSlots *slots, GyreHandle handle)
{
  GyreSlot *slot = gyre_slots_get_record (slots, (guint32) handle);

  if (G_LIKELY (slot != NULL && slot->generation == handle >> 32 && (slot->flags & GYRE_SLOT_ALIVE) != 0))
    return slot;
  return NULL;
}

/* As gyre_slots_find (), of those that have none of these flags. */
static inline GyreSlot *
gyre_slots_find_without (GyreSlots *slots, GyreHandle handle, guint32 flags)
{
  GyreSlot *slot = gyre_slots_get_record (slots, (guint32) handle);
  guint64 asked = GYRE_SLOT_WORD (G_MAXUINT32, flags | GYRE_SLOT_ALIVE);

  return G_LIKELY (slot != NULL && (slot->state & asked) == GYRE_SLOT_WORD (handle >> 32, GYRE_SLOT_ALIVE)) ? slot : NULL;
}
