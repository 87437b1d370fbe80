/* gyre-slots.c: The records of those who can be reached by handle
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each slab is twice as large as the one before, so that the highest bit of a record's number names its slab and no table of
 * slabs has to grow under a reader of another thread.
 */
#include "gyre-slots-private.h"

#define LINE 64

GyreSlots *
gyre_slots_new (void)
{
  return g_new0 (GyreSlots, 1);
}

void
gyre_slots_free (GyreSlots *slots)
{
  for (guint slab = 0; slab < GYRE_SLOTS_SLABS; slab++)
    g_free (slots->blocks[slab]);
  g_free (slots);
}

static gboolean
add_slab (GyreSlots *slots)
{
  guint slab = 0, bits;
  gsize first;

  while (slab < GYRE_SLOTS_SLABS && slots->blocks[slab] != NULL)
    slab++;
  if (slab == GYRE_SLOTS_SLABS)
    return FALSE;
  bits = GYRE_SLOTS_FIRST_BITS + slab;
  slots->blocks[slab] = g_try_malloc0 (((gsize) sizeof (GyreSlot) << bits) + LINE);
  if (slots->blocks[slab] == NULL)
    return FALSE;
  first = ((gsize) slots->blocks[slab] + LINE - 1) & ~(gsize) (LINE - 1);
  __atomic_store_n (&slots->origins[bits], first - ((gsize) sizeof (GyreSlot) << bits), __ATOMIC_RELEASE);
  return TRUE;
}

/* A record that nobody has had yet. */
static GyreSlot *
take_new (GyreSlots *slots)
{
  GyreSlot *slot = gyre_slots_get_record (slots, slots->n_used);

  if (slot == NULL && (!add_slab (slots) || (slot = gyre_slots_get_record (slots, slots->n_used)) == NULL))
    return NULL;
  slot->index = slots->n_used++;
  slot->generation = 1;
  return slot;
}

GyreSlot *
gyre_slots_add (GyreSlots *slots, gpointer object)
{
  GyreSlot *slot = slots->free;

  if (slot != NULL)
    slots->free = slot->object;
  else
    slot = take_new (slots);
  if (slot == NULL)
    return NULL;
  slot->object = object;
  slot->receive = NULL;
  slot->mailbox = slot->process = slot->rare = NULL;
  __atomic_store_n (&slot->load, 0, __ATOMIC_RELAXED);
  __atomic_store_n (&slot->capacity, 0, __ATOMIC_RELAXED);
  /* N.B. as it will be read: a look at both would wait for two stores of halves. */
  __atomic_store_n (&slot->state, GYRE_SLOT_WORD (slot->generation, GYRE_SLOT_ALIVE), __ATOMIC_RELEASE);
  slots->length++;
  return slot;
}

/* A record whose generations are used up is not used again. */
void
gyre_slots_remove (GyreSlots *slots, GyreSlot *slot)
{
  g_assert (slot->flags & GYRE_SLOT_ALIVE);

  __atomic_store_n (&slot->flags, 0, __ATOMIC_RELEASE);
  __atomic_store_n (&slot->generation, slot->generation + 1, __ATOMIC_RELEASE);
  slots->length--;
  if (slot->generation == 0)
    return;
  slot->object = slots->free;
  slots->free = slot;
}

const GyreSlot *
gyre_slots_peek (GyreSlots *slots, GyreHandle handle)
{
  GyreSlot *slot = gyre_slots_get_record (slots, (guint32) handle);

  if (slot != NULL && (__atomic_load_n (&slot->flags, __ATOMIC_ACQUIRE) & GYRE_SLOT_ALIVE) != 0
      && __atomic_load_n (&slot->generation, __ATOMIC_ACQUIRE) == handle >> 32)
    return slot;
  return NULL;
}

gboolean
gyre_slots_is_alive (GyreSlots *slots, GyreHandle handle)
{
  return gyre_slots_peek (slots, handle) != NULL;
}

guint
gyre_slots_get_length (GyreSlots *slots)
{
  return slots->length;
}
