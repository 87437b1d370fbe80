/* gyre-messenger.c: Carries messages between the components of one thread
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-messenger-private.h"

#include "gyre-lane-private.h"
#include "gyre-outside-private.h"
#include "gyre-handover-private.h"
#include "gyre-refusal-private.h"
#include "gyre-room-private.h"

#include <string.h>

#define NUMBERS 65536                   /* in a block */

/* What a caller may say; the rest is ours. */
#define PUBLIC_FLAGS (GYRE_MESSAGE_NEXT_FRAME | GYRE_MESSAGE_VARIANT)

/* What is to happen with a message. */
typedef enum
{
  REFUSED,
  ACCEPTED,
  DROPPED,
} Decision;

GyreMessenger *
gyre_messenger_new (GyreSlots *slots, const GyreMessengerOwner *owner, gpointer owner_data)
{
  static guint64 last_id;
  GyreMessenger *self = g_new0 (GyreMessenger, 1);

  self->slots = slots;
  self->owner = owner;
  self->owner_data = owner_data;
  gyre_chunks_init (&self->mailboxes.chunks);
  gyre_log_init (&self->log, &self->mailboxes.chunks);
  gyre_log_init (&self->next, &self->mailboxes.chunks);
  self->id = __atomic_add_fetch (&last_id, 1, __ATOMIC_RELAXED);
  self->next_number = 1;
  gyre_message_error_quark ();
  return self;
}

void
gyre_messenger_free (GyreMessenger *self)
{
  gyre_outside_close (self);
  while (self->mailboxes.first != NULL)
    {
      gyre_room_forget (self->mailboxes.first);
      gyre_mailbox_free (&self->mailboxes, self->mailboxes.first);
    }
  gyre_room_free (self->room);
  gyre_chunks_clear (&self->mailboxes.chunks);
  g_free (self);
}

/* A receiver that reads for itself: what its mailbox needs later is made now, when the sender can still be told. */
static gboolean
prepare_mailbox (GyreMessenger *self, GyreSlot *slot, GQuark kind)
{
  GyreMailbox *mailbox = gyre_mailbox_get (&self->mailboxes, slot);

  return mailbox != NULL && gyre_mailbox_reserve (mailbox, kind);
}

static Decision
refuse (gboolean is_accepted)
{
  return is_accepted ? ACCEPTED : REFUSED;
}

static G_GNUC_NO_INLINE Decision
decide_by_detour (GyreMessenger *self, GyreSlot *slot, GyreHandle receiver, GQuark kind, gsize size, GError **error)
{
  guint64 charge = MAX (size, 1);
  GyreMailboxPolicy policy = GYRE_MAILBOX_REFUSE;

  if (slot == NULL)
    return refuse (gyre_refusal_of_receiver (receiver, error));
  if (charge > slot->capacity)
    return refuse (gyre_refusal_of_size (receiver, size, slot->capacity, error));
  if ((slot->flags & GYRE_SLOT_POLICY) != 0)
    policy = ((GyreMailbox *) slot->mailbox)->policy;
  if (slot->n_bytes + charge > (policy == GYRE_MAILBOX_DROP_OLDEST ? G_MAXUINT32 : slot->capacity))
    {
      if (policy != GYRE_MAILBOX_DROP_NEWEST)
        return refuse (gyre_refusal_when_full (receiver, size, slot->n_bytes, slot->capacity, error));
      ((GyreMailbox *) slot->mailbox)->n_dropped++;
      self->counts.sent++;
      self->counts.dropped++;
      return DROPPED;
    }
  if ((slot->receive == NULL || (slot->flags & GYRE_SLOT_DETOUR) != 0) && !prepare_mailbox (self, slot, kind))
    return refuse (gyre_refusal_of_memory (receiver, size, error));
  return ACCEPTED;
}

static inline Decision
decide (GyreMessenger *self, GyreSlot *slot, GyreHandle receiver, GQuark kind, gsize size, GError **error)
{
  if (G_LIKELY (slot != NULL && slot->receive != NULL && (slot->flags & GYRE_SLOT_DETOUR) == 0
                && MAX (size, 1) + slot->n_bytes <= slot->capacity))
    return ACCEPTED;
  return decide_by_detour (self, slot, receiver, kind, size, error);
}

static inline guint64
take_number (GyreMessenger *self)
{
  if (G_UNLIKELY (self->number == self->number_end))
    {
      self->number = __atomic_fetch_add (&self->next_number, NUMBERS, __ATOMIC_RELAXED);
      self->number_end = self->number + NUMBERS;
    }
  return self->number++;
}

/* A message that is being written. N.B. what its head says stands here once more, so that nothing waits for what was just written
 * to be read again. */
typedef struct
{
  GyreMessage *message;
  char *payload;
  GyreLog *log;
  gsize extent;
  Decision decision;
} Draft;

/* The place of a message, with its head. */
static inline gboolean
write_head (GyreMessenger *self, Draft *draft, GyreHandle sender, GyreHandle receiver, GQuark kind, gsize size, guint flags)
{
  GyreMessage *message;

  draft->log = (flags & GYRE_MESSAGE_NEXT_FRAME) != 0 ? &self->next : &self->log;
  if (kind != 0 || (flags & GYRE_MESSAGE_NEXT_FRAME) != 0)
    flags |= GYRE_MESSAGE_IS_WIDE;
  draft->extent = GYRE_MESSAGE_EXTENT (flags, size);
  draft->message = message = gyre_log_reserve (draft->log, draft->extent);
  if (G_UNLIKELY (message == NULL))
    return FALSE;
  message->sender = sender;
  message->stamp = GYRE_MESSAGE_STAMP (take_number (self), flags);
  message->receiver = receiver;
  message->size = (guint32) size;
  message->kind = kind;
  draft->payload = (char *) message + GYRE_MESSAGE_HEAD (flags);
  self->counts.sent++;
  return TRUE;
}

/* The receiver is charged. FALSE when the message is refused or was dropped. */
static inline gboolean
begin (GyreMessenger *self, Draft *draft, GyreHandle sender, GyreHandle receiver, GQuark kind, gsize size, guint flags,
       GError **error)
{
  GyreSlot *slot = gyre_slots_find (self->slots, receiver);

  draft->decision = decide (self, slot, receiver, kind, size, error);
  if (G_UNLIKELY (draft->decision != ACCEPTED))
    return FALSE;
  if (G_UNLIKELY (!write_head (self, draft, sender, receiver, kind, size, flags)))
    {
      draft->decision = refuse (gyre_refusal_of_memory (receiver, size, error));
      return FALSE;
    }
  gyre_slot_charge (slot, MAX ((guint32) size, 1));
  return TRUE;
}

gboolean
gyre_messenger_send (GyreMessenger *self, GyreHandle sender, GyreHandle receiver, GQuark kind, gconstpointer data, gsize size,
                     GyreMessageFlags flags, GError **error)
{
  Draft draft;

  if (G_UNLIKELY (!begin (self, &draft, sender, receiver, kind, size, flags & PUBLIC_FLAGS, error)))
    return draft.decision == DROPPED;
  gyre_message_fill (draft.payload, data, size);
  gyre_log_write (draft.log, draft.extent);
  return TRUE;
}

gboolean
gyre_messenger_send_parts (GyreMessenger *self, GyreHandle sender, GyreHandle receiver, GQuark kind, const GyreMessagePart *parts,
                           guint n_parts, GyreMessageFlags flags, GError **error)
{
  gsize size = 0;
  Draft draft;

  for (guint index = 0; index < n_parts; index++)
    size = parts[index].size > G_MAXSIZE - size ? G_MAXSIZE : size + parts[index].size;
  if (!begin (self, &draft, sender, receiver, kind, size, flags & PUBLIC_FLAGS, error))
    return draft.decision == DROPPED;
  for (guint index = 0; index < n_parts; draft.payload += parts[index++].size)
    gyre_message_fill (draft.payload, parts[index].data, parts[index].size);
  gyre_log_write (draft.log, draft.extent);
  return TRUE;
}

gboolean
gyre_messenger_send_variant (GyreMessenger *self, GyreHandle sender, GyreHandle receiver, GQuark kind, GVariant *variant,
                             GyreMessageFlags flags, GError **error)
{
  gsize prefix = gyre_message_get_prefix_size (variant), size = g_variant_get_size (variant);
  Draft draft;

  if (!begin (self, &draft, sender, receiver, kind, prefix + size, (flags & PUBLIC_FLAGS) | GYRE_MESSAGE_VARIANT, error))
    return draft.decision == DROPPED;
  gyre_message_write_prefix (variant, draft.payload);
  g_variant_store (variant, draft.payload + prefix);
  gyre_log_write (draft.log, draft.extent);
  return TRUE;
}

guint64
gyre_messenger_send_request (GyreMessenger *self, GyreHandle sender, GyreHandle receiver, GQuark kind, gconstpointer data, gsize size,
                             GyreMessageFlags flags, gboolean *is_dropped, GError **error)
{
  Draft draft;

  if (!begin (self, &draft, sender, receiver, kind, size, (flags & PUBLIC_FLAGS) | GYRE_MESSAGE_IS_REQUEST, error))
    {
      *is_dropped = draft.decision == DROPPED;
      return 0;
    }
  gyre_message_fill (draft.payload, data, size);
  gyre_log_write (draft.log, draft.extent);
  return draft.message->number;
}

gboolean
gyre_messenger_send_reply (GyreMessenger *self, GyreHandle sender, GyreHandle requester, const GyreMessagePart *parts, guint n_parts,
                           guint flags, GError **error)
{
  gsize size = 0;
  Draft draft;

  for (guint index = 0; index < n_parts; index++)
    size = parts[index].size > G_MAXSIZE - size ? G_MAXSIZE : size + parts[index].size;
  if (size > G_MAXUINT32)
    return gyre_refusal_of_size (requester, size, G_MAXUINT32, error);
  if (!write_head (self, &draft, sender, GYRE_HANDLE_NONE, 0, size, (flags & PUBLIC_FLAGS) | GYRE_MESSAGE_IS_REPLY))
    return gyre_refusal_of_memory (requester, size, error);
  for (guint index = 0; index < n_parts; draft.payload += parts[index++].size)
    gyre_message_fill (draft.payload, parts[index].data, parts[index].size);
  gyre_log_write (draft.log, draft.extent);
  return TRUE;
}

gpointer
gyre_messenger_claim (GyreMessenger *self, GyreHandle sender, GyreHandle receiver, GQuark kind, gsize size, GyreMessageFlags flags,
                      GError **error)
{
  Draft draft;

  g_return_val_if_fail (self->claimed == NULL, NULL);

  if (!begin (self, &draft, sender, receiver, kind, size, flags & PUBLIC_FLAGS, error))
    return NULL;
  self->claimed = draft.message;
  self->claimed_log = draft.log;
  gyre_log_claim (draft.log);
  return draft.payload;
}

/* The receiver may have ended since. */
static void
charge_anew (GyreMessenger *self, GyreMessage *message, guint32 charge)
{
  GyreSlot *slot = gyre_slots_find (self->slots, message->receiver);

  if (slot == NULL)
    return;
  if (charge == 0)
    gyre_handover_discharge (self, slot, gyre_message_charge (message));
  else
    __atomic_store_n (&slot->n_bytes, slot->n_bytes - gyre_message_charge (message) + charge, __ATOMIC_RELAXED);
}

void
gyre_messenger_commit (GyreMessenger *self, gsize size)
{
  GyreMessage *message = g_steal_pointer (&self->claimed);

  g_return_if_fail (message != NULL);
  g_return_if_fail (size <= message->size);

  charge_anew (self, message, MAX (size, 1));
  message->size = size;
  gyre_log_commit (self->claimed_log, gyre_message_extent (message));
}

void
gyre_messenger_abandon (GyreMessenger *self)
{
  GyreMessage *message = g_steal_pointer (&self->claimed);

  g_return_if_fail (message != NULL);

  charge_anew (self, message, 0);
  self->counts.sent--;
  gyre_log_commit (self->claimed_log, 0);
}

void
gyre_messenger_begin_frame (GyreMessenger *self)
{
  gyre_log_append_in_order (&self->log, &self->next);
  gyre_outside_take_up (self);
  if (G_UNLIKELY (self->requests != NULL && __atomic_load_n (&self->asked, __ATOMIC_RELAXED) != NULL))
    gyre_requests_take_asked (self->requests);
}

guint
gyre_messenger_deliver (GyreMessenger *self, guint budget)
{
  guint count;

  g_return_val_if_fail (!self->is_delivering, 0);

  if (gyre_messenger_is_idle (self))
    return 0;
  self->is_delivering = TRUE;
  count = gyre_handover_run (self, budget);
  self->is_delivering = FALSE;
  if (G_UNLIKELY (self->room != NULL))
    gyre_room_tell (self);
  return count;
}

gboolean
gyre_messenger_is_idle (GyreMessenger *self)
{
  return gyre_log_is_empty (&self->log) && gyre_log_is_empty (&self->next) && self->released == NULL && self->room == NULL
         && gyre_outside_is_idle (self);
}

void
gyre_messenger_end_frame (GyreMessenger *self)
{
  gyre_mailboxes_end_frame (&self->mailboxes);
  gyre_chunks_trim (&self->mailboxes.chunks);
  gyre_mailboxes_compact (&self->mailboxes, self->log.n_bytes + self->next.n_bytes + self->n_lanes * GYRE_CHUNK_SIZE);
  if (self->room != NULL)
    gyre_room_tell (self);
}

GyreMessage *
gyre_messenger_read (GyreMessenger *self, GyreSlot *slot, GQuark kind)
{
  GyreMessage *message = gyre_handover_take (self, slot, kind);

  if (message == NULL)
    return NULL;
  self->counts.delivered++;
  gyre_mailboxes_keep (&self->mailboxes, message);
  return message;
}

void
gyre_messenger_resume (GyreMessenger *self, GyreSlot *slot)
{
  GyreMailbox *mailbox = slot->mailbox;

  if (mailbox != NULL && mailbox->n_messages > 0 && slot->receive != NULL)
    gyre_handover_release (self, mailbox);
}

void
gyre_messenger_forget (GyreMessenger *self, GyreSlot *slot)
{
  GyreHandle receiver = gyre_slot_get_handle (slot);
  GyreMailbox **link = &self->released, *mailbox;
  GyreMessage *message;

  while ((message = gyre_handover_take (self, slot, 0)) != NULL)
    {
      gyre_handover_bury (self, receiver, message);
      gyre_mailboxes_dispose (&self->mailboxes, message);
    }
  mailbox = slot->mailbox;
  if (mailbox == NULL)
    return;
  for (; mailbox->is_released && *link != NULL; link = &(*link)->next_released)
    if (*link == mailbox)
      {
        *link = mailbox->next_released;
        break;
      }
  gyre_room_forget (mailbox);
  gyre_slot_remove_flags (slot, GYRE_SLOT_POLICY | GYRE_SLOT_WATCHED);
  gyre_mailbox_free (&self->mailboxes, mailbox);
}

void
gyre_messenger_set_capacity (GyreMessenger *self, GyreSlot *slot, guint32 capacity)
{
  GyreMailbox *mailbox = slot->mailbox;

  if (mailbox != NULL && mailbox->policy == GYRE_MAILBOX_GROW)
    {
      mailbox->ordinary_capacity = capacity;
      capacity = MAX (capacity, slot->capacity);
    }
  __atomic_store_n (&slot->capacity, capacity, __ATOMIC_RELAXED);
  if ((slot->flags & GYRE_SLOT_WATCHED) != 0)
    gyre_room_look (self, slot);
}

/* A mailbox that grows simply has its limit as capacity: memory is taken only by what is in it. */
gboolean
gyre_messenger_set_policy (GyreMessenger *self, GyreSlot *slot, GyreMailboxPolicy policy, guint32 limit, GError **error)
{
  GyreMailbox *mailbox = gyre_mailbox_get (&self->mailboxes, slot);
  guint32 capacity;

  if (mailbox == NULL)
    return gyre_refusal_of_memory (gyre_slot_get_handle (slot), sizeof *mailbox, error);
  capacity = mailbox->policy == GYRE_MAILBOX_GROW ? mailbox->ordinary_capacity : slot->capacity;
  mailbox->policy = policy;
  mailbox->ordinary_capacity = capacity;
  if (policy == GYRE_MAILBOX_DROP_OLDEST || policy == GYRE_MAILBOX_DROP_NEWEST)
    gyre_slot_add_flags (slot, GYRE_SLOT_POLICY);
  else
    gyre_slot_remove_flags (slot, GYRE_SLOT_POLICY);
  capacity = policy == GYRE_MAILBOX_GROW ? MAX (capacity, limit) : capacity;
  __atomic_store_n (&slot->capacity, capacity, __ATOMIC_RELAXED);
  if ((slot->flags & GYRE_SLOT_WATCHED) != 0)
    gyre_room_look (self, slot);
  return TRUE;
}

guint64
gyre_messenger_get_dropped (GyreMessenger *self, GyreSlot *slot)
{
  return slot->mailbox != NULL ? ((GyreMailbox *) slot->mailbox)->n_dropped : 0;
}

const GyreMessengerCounts *
gyre_messenger_get_counts (GyreMessenger *self)
{
  return &self->counts;
}

typedef struct
{
  GyreMessageVisitor function;
  gpointer data;
  gboolean is_for_next;
} Visit;

static void
visit (const GyreMessage *message, gpointer data)
{
  const Visit *self = data;

  self->function (message->receiver, message, self->is_for_next, self->data);
}

static void
visit_mailbox (GyreMessenger *self, GyreSlot *slot, const Visit *visit)
{
  const GyreMailbox *mailbox = slot->mailbox;
  guint32 reference = mailbox != NULL ? mailbox->first : 0;

  while (reference != 0)
    {
      const GyreMessage *message = gyre_chunks_find (&self->mailboxes.chunks, reference);

      visit->function (gyre_slot_get_handle (slot), message, FALSE, visit->data);
      reference = message->next;
    }
}

/* Only who takes new lanes up takes them out of their list. */
static void
visit_lanes (GyreMessenger *self, const Visit *visitor)
{
  for (const GyreLane *lane = self->lanes; lane != NULL; lane = lane->next)
    gyre_lane_foreach (lane, visitor->function, visitor->data);
  for (const GyreLane *lane = __atomic_load_n (&self->new_lanes, __ATOMIC_ACQUIRE); lane != NULL; lane = lane->next)
    gyre_lane_foreach (lane, visitor->function, visitor->data);
}

void
gyre_messenger_visit (GyreMessenger *self, GyreSlot * const *slots, guint n_slots, GyreMessageVisitor function, gpointer data)
{
  Visit visitor = { function, data, FALSE };

  for (guint index = 0; index < n_slots; index++)
    if (slots[index] != NULL)
      visit_mailbox (self, slots[index], &visitor);
  visit_lanes (self, &visitor);
  gyre_log_foreach (&self->log, visit, &visitor);
  visitor.is_for_next = TRUE;
  gyre_log_foreach (&self->next, visit, &visitor);
}
