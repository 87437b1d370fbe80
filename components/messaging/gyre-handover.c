/* gyre-handover.c: How a message comes to its receiver
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-handover-private.h"

#include "gyre-dead-letters-private.h"
#include "gyre-room-private.h"

/* What became of a message. */
typedef enum
{
  HANDED_OVER,
  NO_MEMORY,                            /* to be tried again: nothing has happened */
} Outcome;

void
gyre_handover_bury (GyreMessenger *self, GyreHandle receiver, GyreMessage *message)
{
  self->counts.dead++;
  if ((message->flags & GYRE_MESSAGE_IS_REQUEST) != 0 && self->requests != NULL)
    gyre_requests_fail (self->requests, receiver, message, GYRE_MESSAGE_ERROR_RECEIVER);
  if (self->owner->dead != NULL)
    self->owner->dead (self->owner_data, receiver, message);
  if (self->collector != GYRE_HANDLE_NONE)
    gyre_dead_letters_collect (self, receiver, message);
}

/* The policy of a mailbox does not want it. */
static void
drop (GyreMessenger *self, GyreMailbox *mailbox, GyreMessage *message)
{
  mailbox->n_dropped++;
  self->counts.dropped++;
  if ((message->flags & GYRE_MESSAGE_IS_REQUEST) != 0 && self->requests != NULL)
    gyre_requests_fail (self->requests, GYRE_HANDLE_NONE, message, GYRE_MESSAGE_ERROR_FULL);
}

void
gyre_handover_discharge (GyreMessenger *self, GyreSlot *slot, guint32 charge)
{
  gyre_slot_discharge (slot, charge);
  if ((slot->flags & GYRE_SLOT_WATCHED) != 0)
    gyre_room_look (self, slot);
}

static void
tell_failure (GyreMessenger *self, GyreHandle receiver, GError *error)
{
  if (self->owner->failed != NULL)
    self->owner->failed (self->owner_data, gyre_slots_find (self->slots, receiver), error);
  else
    g_error_free (error);
}

/* N.B. the receiver can end, or be followed by another, while it receives: nothing of the record is used afterwards. */
static inline void
call (GyreMessenger *self, GyreSlot *slot, GyreHandle receiver, GyreMessage *message)
{
  GError *error = NULL;

  self->counts.delivered++;
  if (G_UNLIKELY (!slot->receive (slot->object, message, &error) && error != NULL))
    tell_failure (self, receiver, error);
}

void
gyre_handover_release (GyreMessenger *self, GyreMailbox *mailbox)
{
  if (mailbox->is_released)
    return;
  mailbox->is_released = TRUE;
  mailbox->next_released = self->released;
  self->released = mailbox;
}

GyreMessage *
gyre_handover_take (GyreMessenger *self, GyreSlot *slot, GQuark kind)
{
  GyreMailbox *mailbox = slot->mailbox;
  GyreMessage *message = mailbox != NULL ? gyre_mailbox_take (&self->mailboxes, mailbox, kind) : NULL;

  if (message == NULL)
    return NULL;
  if (mailbox->n_messages == 0)
    gyre_slot_remove_flags (slot, GYRE_SLOT_WAITING);
  gyre_handover_discharge (self, slot, gyre_message_charge (message));
  return message;
}

/* A message begins to wait. */
static Outcome
put_away (GyreMessenger *self, GyreSlot *slot, GyreMessage *message)
{
  GyreChunk *chunk = gyre_message_get_chunk (message);
  GyreMailbox *mailbox = gyre_mailbox_get (&self->mailboxes, slot);

  if (mailbox == NULL || !gyre_mailbox_reserve (mailbox, message->kind)
      || (chunk->number == 0 && !gyre_chunks_adopt (&self->mailboxes.chunks, chunk)))
    return NO_MEMORY;
  if ((message->flags & GYRE_MESSAGE_IS_FOREIGN) != 0)
    gyre_slot_charge (slot, gyre_message_charge (message));
  gyre_mailbox_put (&self->mailboxes, mailbox, message);
  gyre_slot_add_flags (slot, GYRE_SLOT_WAITING);
  if (slot->receive != NULL && (slot->flags & (GYRE_SLOT_PAUSED | GYRE_SLOT_STASHING)) == 0)
    gyre_handover_release (self, mailbox);
  return HANDED_OVER;
}

/* The policy of a receiver that drops: whether the message itself goes. The oldest goes first, and the one that comes is the
 * last to be the oldest. */
static gboolean
drop_for (GyreMessenger *self, GyreSlot *slot, GyreMessage *message)
{
  GyreMailbox *mailbox = slot->mailbox;
  gboolean is_foreign = (message->flags & GYRE_MESSAGE_IS_FOREIGN) != 0;
  guint64 more = is_foreign ? gyre_message_charge (message) : 0;
  GyreMessage *oldest;

  while (mailbox->policy == GYRE_MAILBOX_DROP_OLDEST && slot->n_bytes + more > slot->capacity && mailbox->n_messages > 0)
    {
      oldest = gyre_handover_take (self, slot, 0);
      drop (self, mailbox, oldest);
      gyre_mailboxes_dispose (&self->mailboxes, oldest);
    }
  if (mailbox->policy == GYRE_MAILBOX_GROW || slot->n_bytes + more <= slot->capacity)
    return FALSE;
  if (!is_foreign)
    gyre_handover_discharge (self, slot, gyre_message_charge (message));
  drop (self, mailbox, message);
  return TRUE;
}

static Outcome
hand_over_by_detour (GyreMessenger *self, GyreSlot *slot, GyreMessage *message)
{
  GyreHandle receiver = message->receiver;
  guint32 charge = gyre_message_charge (message);

  if ((slot->flags & GYRE_SLOT_POLICY) != 0 && drop_for (self, slot, message))
    return HANDED_OVER;
  if (slot->receive == NULL || (slot->flags & (GYRE_SLOT_PAUSED | GYRE_SLOT_STASHING | GYRE_SLOT_WAITING)) != 0)
    {
      if (put_away (self, slot, message) == NO_MEMORY)
        return NO_MEMORY;
      if ((slot->flags & GYRE_SLOT_TRACED) != 0 && self->owner->traced != NULL)
        self->owner->traced (self->owner_data, slot, message);
      return HANDED_OVER;
    }
  if ((message->flags & GYRE_MESSAGE_IS_FOREIGN) == 0)
    gyre_handover_discharge (self, slot, charge);
  if ((slot->flags & GYRE_SLOT_TRACED) != 0 && self->owner->traced != NULL)
    self->owner->traced (self->owner_data, slot, message);
  if (gyre_slots_find (self->slots, receiver) == slot)
    call (self, slot, receiver, message);
  else
    gyre_handover_bury (self, receiver, message);
  return HANDED_OVER;
}

/* To nobody that has a record: a reply, or a letter that is dead. */
static void
hand_over_elsewhere (GyreMessenger *self, GyreMessage *message)
{
  if ((message->flags & GYRE_MESSAGE_IS_REPLY) != 0 && self->requests != NULL && gyre_requests_take_reply (self->requests, message))
    self->counts.delivered++;
  else
    gyre_handover_bury (self, message->receiver, message);
}

/* To one of whom something rare is true. */
static G_GNUC_NO_INLINE Outcome
hand_over_rarely (GyreMessenger *self, GyreMessage *message)
{
  GyreSlot *slot = gyre_slots_find (self->slots, message->receiver);

  if (slot != NULL)
    return hand_over_by_detour (self, slot, message);
  hand_over_elsewhere (self, message);
  return HANDED_OVER;
}

static inline Outcome
hand_over (GyreMessenger *self, GyreMessage *message, gboolean is_foreign)
{
  GyreHandle receiver = message->receiver;
  GyreSlot *slot = gyre_slots_find_without (self->slots, receiver, GYRE_SLOT_DETOUR);

  if (G_UNLIKELY (slot == NULL || slot->receive == NULL))
    return hand_over_rarely (self, message);
  if (!is_foreign)
    gyre_slot_discharge (slot, gyre_message_charge (message));
  call (self, slot, receiver, message);
  return HANDED_OVER;
}

/* What waited for receivers that do not wait any more. */
static guint
deliver_released (GyreMessenger *self, guint budget)
{
  guint count = 0;
  GyreMailbox *mailbox;

  while ((mailbox = self->released) != NULL && count < budget)
    {
      GyreSlot *slot = mailbox->slot;
      GyreMessage *message = NULL;
      if (slot->receive != NULL && (slot->flags & (GYRE_SLOT_PAUSED | GYRE_SLOT_STASHING)) == 0)
        message = gyre_handover_take (self, slot, 0);
      if (message == NULL)
        {
          self->released = mailbox->next_released;
          mailbox->is_released = FALSE;
          continue;
        }
      call (self, slot, gyre_slot_get_handle (slot), message);
      gyre_mailboxes_dispose (&self->mailboxes, message);
      count++;
    }
  return count;
}

static guint
deliver_lane (GyreMessenger *self, GyreLane *lane, guint budget)
{
  guint count = 0;
  GyreMessage *message;

  while (count < budget && (message = gyre_lane_look (lane, &self->mailboxes.chunks)) != NULL)
    {
      gsize extent = gyre_message_extent (message);
      if (hand_over (self, message, TRUE) == NO_MEMORY)
        break;
      gyre_lane_go_on (lane, extent);
      count++;
    }
  self->counts.sent += count;
  gyre_lane_tell_taken (lane);
  return count;
}

static guint
deliver_lanes (GyreMessenger *self, guint budget)
{
  guint count = 0;

  for (GyreLane *lane = self->lanes; lane != NULL && count < budget; lane = lane->next)
    count += deliver_lane (self, lane, budget - count);
  return count;
}

/* A message at the beginning of a chunk or out of its order. Returns: whether it was handed over. */
static G_GNUC_NO_INLINE gboolean
deliver_further (GyreMessenger *self)
{
  GyreMessage *message = gyre_log_look_further (&self->log);
  gsize extent;

  if (message == NULL)
    return FALSE;
  extent = gyre_message_extent (message);
  if (hand_over (self, message, FALSE) == NO_MEMORY)
    return FALSE;
  gyre_log_go_on (&self->log, extent);
  return TRUE;
}

/* N.B. what is given out again waits until `released` was served, so that nothing overtakes it: see put_away (). An order begins
 * only where it is looked further. */
static guint
deliver_log (GyreMessenger *self, guint budget)
{
  GyreLog *log = &self->log;
  guint count = 0;

  for (; count < budget; count++)
    {
      GyreMessage *message = gyre_log_look_near (log);
      gsize extent;

      if (G_UNLIKELY (message == NULL))
        {
          if (!deliver_further (self))
            break;
          continue;
        }
      extent = gyre_message_extent (message);
      if (hand_over (self, message, FALSE) == NO_MEMORY)
        break;
      log->position += extent;
    }
  return count;
}

/* Other threads get half of the budget at first, so that neither they nor those inside can keep the other waiting for ever. */
guint
gyre_handover_run (GyreMessenger *self, guint budget)
{
  guint count = deliver_released (self, budget), more;

  count += deliver_lanes (self, (budget - count + 1) / 2);
  do
    {
      more = deliver_log (self, budget - count);
      more += deliver_lanes (self, budget - count - more);
      more += deliver_released (self, budget - count - more);
      count += more;
    }
  while (more > 0 && count < budget);
  return count;
}
