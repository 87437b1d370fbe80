/* gyre-key-set.c: The keys that a section has given values to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-key-set-private.h"
#include "gyre-fragment-private.h"

#include <string.h>

enum { FIRST_SLOTS = 64 };

void
gyre_key_set_clear (GyreKeySet *self)
{
  g_clear_pointer (&self->slots, g_free);
}

static gboolean
is_same_key (GyreEvents *events, guint left, guint right)
{
  const GyreEvent *first = gyre_events_get (events, left);
  const GyreEvent *second = gyre_events_get (events, right);

  return first->key_length == second->key_length && memcmp (first->key, second->key, first->key_length) == 0;
}

static void
fill_slot (guint64 *slots, guint32 mask, guint64 slot)
{
  guint32 position = (guint32) (slot >> 32) & mask;

  while (slots[position] != 0)
    position = (position + 1) & mask;
  slots[position] = slot;
}

static guint32
hash_key (GyreEvents *events, guint event)
{
  const GyreEvent *record = gyre_events_get (events, event);

  return gyre_fragment_hash (record->key, record->key_length);
}

/* Makes the first table, or one of twice the size. */
static void
grow (GyreKeySet *self, GyreEvents *events)
{
  guint32 mask = self->slots != NULL ? self->mask * 2 + 1 : FIRST_SLOTS - 1;
  guint64 *slots = g_new0 (guint64, (gsize) mask + 1);

  if (self->slots == NULL)
    for (guint index = 0; index < self->length; index++)
      fill_slot (slots, mask, (guint64) hash_key (events, self->few[index]) << 32 | (self->few[index] + 1));
  else
    for (guint index = 0; index <= self->mask; index++)
      if (self->slots[index] != 0)
        fill_slot (slots, mask, self->slots[index]);
  g_free (self->slots);
  self->slots = slots;
  self->mask = mask;
}

static gboolean
add_to_table (GyreKeySet *self, GyreEvents *events, guint event, guint *earlier)
{
  guint32 hash = hash_key (events, event);
  guint32 position = hash & self->mask;

  for (; self->slots[position] != 0; position = (position + 1) & self->mask)
    {
      *earlier = (guint32) self->slots[position] - 1;
      if (self->slots[position] >> 32 == hash && is_same_key (events, *earlier, event))
        return FALSE;
    }
  self->slots[position] = (guint64) hash << 32 | (event + 1);
  if (++self->length * 2 > self->mask)
    grow (self, events);
  return TRUE;
}

/* Adds a key that the filter can't tell to be new. Returns FALSE when it is not; *earlier is the event that said it. */
gboolean
gyre_key_set_add_slowly (GyreKeySet *self, GyreEvents *events, guint event, guint *earlier)
{
  if (self->slots == NULL && self->length < GYRE_KEY_SET_FEW)
    {
      for (guint index = 0; index < self->length; index++)
        if (is_same_key (events, *earlier = self->few[index], event))
          return FALSE;
      self->filter |= gyre_key_set_get_bit (gyre_events_get (events, event));
      self->few[self->length++] = event;
      return TRUE;
    }
  if (self->slots == NULL)
    grow (self, events);
  return add_to_table (self, events, event, earlier);
}

/* Tells that a section says a key twice. */
void
gyre_key_set_report (GyreEvents *events, guint event, guint earlier, GyreReport *report)
{
  const GyreEvent *record = gyre_events_get (events, event);
  const GyreEvent *first = gyre_events_get (events, earlier);

  gyre_source_report (events->source, report, record->line, record->column,
                      "keep one of the two; '+=' adds to a list",
                      "'%.*s': a section must give a key one value, gives it one at %s:%u:%u already",
                      (int) MIN (record->key_length, 120), record->key, gyre_source_get_name (events->source),
                      first->line, first->column);
}
