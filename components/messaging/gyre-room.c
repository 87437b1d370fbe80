/* gyre-room.c: Senders who wait for room in a mailbox
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-room-private.h"

#include "gyre-refusal-private.h"

static void
append (GyreRoomWatch **list, GyreRoomWatch *watch)
{
  while (*list != NULL)
    list = &(*list)->next;
  watch->next = NULL;
  *list = watch;
}

gboolean
gyre_messenger_watch_room (GyreMessenger *self, GyreHandle receiver, GyreHandle watcher, guint32 size, GError **error)
{
  GyreSlot *slot = gyre_slots_find (self->slots, receiver);
  GyreMailbox *mailbox;
  GyreRoomWatch *watch;

  if (slot == NULL)
    return gyre_refusal_of_receiver (receiver, error);
  if (size > slot->capacity)
    return gyre_refusal_of_size (receiver, size, slot->capacity, error);
  if ((mailbox = gyre_mailbox_get (&self->mailboxes, slot)) == NULL || (watch = g_try_new0 (GyreRoomWatch, 1)) == NULL)
    return gyre_refusal_of_memory (receiver, sizeof *watch, error);
  watch->receiver = receiver;
  watch->watcher = watcher;
  watch->size = MAX (size, 1);
  append (&mailbox->watches, watch);
  gyre_slot_add_flags (slot, GYRE_SLOT_WATCHED);
  gyre_room_look (self, slot);
  return TRUE;
}

/* The longest waiting first, and nobody before them: a small message does not overtake a large one for ever. */
void
gyre_room_look (GyreMessenger *self, GyreSlot *slot)
{
  GyreMailbox *mailbox = slot->mailbox;
  guint64 room = slot->capacity > slot->n_bytes ? slot->capacity - slot->n_bytes : 0;
  GyreRoomWatch *watch;

  while ((watch = mailbox->watches) != NULL && watch->size <= room)
    {
      mailbox->watches = watch->next;
      room -= watch->size;
      append (&self->room, watch);
    }
  if (mailbox->watches == NULL)
    gyre_slot_remove_flags (slot, GYRE_SLOT_WATCHED);
}

void
gyre_room_tell (GyreMessenger *self)
{
  GyreRoomWatch *watches = g_steal_pointer (&self->room), *watch;

  while ((watch = watches) != NULL)
    {
      watches = watch->next;
      if (self->owner->room != NULL)
        self->owner->room (self->owner_data, watch->receiver, watch->watcher);
      g_free (watch);
    }
}

void
gyre_room_free (GyreRoomWatch *watch)
{
  for (GyreRoomWatch *next; watch != NULL; watch = next)
    {
      next = watch->next;
      g_free (watch);
    }
}

void
gyre_room_forget (GyreMailbox *mailbox)
{
  gyre_room_free (g_steal_pointer (&mailbox->watches));
}
