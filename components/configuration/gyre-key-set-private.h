/* gyre-key-set-private.h: The keys that a section has given values to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A section that says a key twice has a mistake in one of the two places; which one, only its author knows. Most sections
 * are small and most keys are new: a filter of 64 bits tells so without looking at the others. A large section gets a hash
 * table, which starts from a random seed.
 */
#pragma once

#include "gyre-event-private.h"

enum { GYRE_KEY_SET_FEW = 16 };

typedef struct
{
  guint64 filter;
  guint64 *slots;       /* the hash above, an event and 1 below; NULL while there are few */
  guint32 mask;
  guint32 length;
  guint32 few[GYRE_KEY_SET_FEW];
} GyreKeySet;

void     gyre_key_set_clear      (GyreKeySet  *set);
gboolean gyre_key_set_add_slowly (GyreKeySet  *set,
                                  GyreEvents  *events,
                                  guint        event,
                                  guint       *earlier);
void     gyre_key_set_report     (GyreEvents  *events,
                                  guint        event,
                                  guint        earlier,
                                  GyreReport  *report);

static inline void
gyre_key_set_init (GyreKeySet *set)
{
  set->filter = 0;
  set->slots = NULL;
  set->length = 0;
}

static inline guint64
gyre_key_set_get_bit (const GyreEvent *event)
{
  const guchar *key = (const guchar *) event->key;
  guint32 length = event->key_length;

  return G_GUINT64_CONSTANT (1) << ((37u * key[length - 1] + 11u * key[length / 2] + key[0] + length) & 63);
}

/* Notes the event that was added last, which gives a value to a key, and tells when its section has done so before. */
static inline void
gyre_key_set_note (GyreKeySet *set, GyreEvents *events, GyreReport *report)
{
  guint index = events->length - 1;
  const GyreEvent *event = &events->events[index];
  guint64 bit = gyre_key_set_get_bit (event);
  guint earlier;

  if (G_UNLIKELY (event->operator != GYRE_SETTING_ASSIGN))
    return;
  if (G_LIKELY ((set->filter & bit) == 0 && set->length < GYRE_KEY_SET_FEW))
    {
      set->filter |= bit;
      set->few[set->length++] = index;
    }
  else if (!gyre_key_set_add_slowly (set, events, index, &earlier))
    gyre_key_set_report (events, index, earlier, report);
}
