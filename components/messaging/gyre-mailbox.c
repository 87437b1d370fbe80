/* gyre-mailbox.c: The messages that wait for one receiver
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-mailbox-private.h"

#include <string.h>

#define LEAST_WASTE (16 * GYRE_CHUNK_SIZE)    /* less is not worth moving anything */

GyreMailbox *
gyre_mailbox_get (GyreMailboxes *mailboxes, GyreSlot *slot)
{
  GyreMailbox *mailbox = slot->mailbox;

  if (mailbox != NULL || (mailbox = g_try_new0 (GyreMailbox, 1)) == NULL)
    return mailbox;
  mailbox->slot = slot;
  mailbox->kinds = mailbox->few;
  mailbox->n_places = G_N_ELEMENTS (mailbox->few);
  mailbox->next = mailboxes->first;
  if (mailbox->next != NULL)
    mailbox->next->previous = mailbox;
  mailboxes->first = mailbox;
  return slot->mailbox = mailbox;
}

/* It is empty. */
void
gyre_mailbox_free (GyreMailboxes *mailboxes, GyreMailbox *mailbox)
{
  if (mailbox->previous != NULL)
    mailbox->previous->next = mailbox->next;
  else
    mailboxes->first = mailbox->next;
  if (mailbox->next != NULL)
    mailbox->next->previous = mailbox->previous;
  mailbox->slot->mailbox = NULL;
  if (mailbox->kinds != mailbox->few)
    g_free (mailbox->kinds);
  g_free (mailbox);
}

/* Where @kind stands, or would stand. One place at least is always empty. */
static GyreMailboxKind *
find_place (GyreMailboxKind *kinds, guint32 n_places, GQuark kind)
{
  guint32 place = kind * 2654435769u >> 8;

  for (;; place++)
    {
      GyreMailboxKind *candidate = &kinds[place & (n_places - 1)];
      if (candidate->kind == kind || candidate->kind == 0)
        return candidate;
    }
}

/* Makes the table anew, without the kinds of which nothing waits. */
static gboolean
renew_kinds (GyreMailbox *mailbox)
{
  guint32 n_used = 0, n_places = G_N_ELEMENTS (mailbox->few);
  GyreMailboxKind *kinds;

  for (guint32 place = 0; place < mailbox->n_places; place++)
    n_used += mailbox->kinds[place].first != 0;
  while (n_places < (n_used + 1) * 3)
    n_places *= 2;
  if ((kinds = g_try_new0 (GyreMailboxKind, n_places)) == NULL)
    return FALSE;
  for (guint32 place = 0; place < mailbox->n_places; place++)
    if (mailbox->kinds[place].first != 0)
      *find_place (kinds, n_places, mailbox->kinds[place].kind) = mailbox->kinds[place];
  if (mailbox->kinds != mailbox->few)
    g_free (mailbox->kinds);
  mailbox->kinds = kinds;
  mailbox->n_places = n_places;
  mailbox->n_kinds = n_used;
  return TRUE;
}

gboolean
gyre_mailbox_reserve (GyreMailbox *mailbox, GQuark kind)
{
  GyreMailboxKind *place;

  if (kind == 0)
    return TRUE;
  place = find_place (mailbox->kinds, mailbox->n_places, kind);
  if (place->kind == kind)
    return TRUE;
  if ((mailbox->n_kinds + 1) * 4 > mailbox->n_places * 3)
    {
      if (!renew_kinds (mailbox))
        return FALSE;
      place = find_place (mailbox->kinds, mailbox->n_places, kind);
    }
  place->kind = kind;
  mailbox->n_kinds++;
  return TRUE;
}

GyreMessage *
gyre_mailboxes_copy (GyreMailboxes *mailboxes, const GyreMessage *message)
{
  guint flags = message->flags & ~(guint) GYRE_MESSAGE_IS_APART;
  gsize extent = GYRE_MESSAGE_EXTENT (flags, message->size);
  GyreChunk *chunk = mailboxes->copies;
  GyreMessage *copy;

  if (chunk == NULL || extent > chunk->size - chunk->end)
    {
      if ((chunk = gyre_chunks_take (&mailboxes->chunks, extent)) == NULL)
        return NULL;
      if (mailboxes->copies != NULL)
        gyre_chunks_release (&mailboxes->chunks, mailboxes->copies);
      mailboxes->copies = chunk;
    }
  copy = (GyreMessage *) ((char *) chunk + chunk->end);
  memcpy (copy, message, GYRE_MESSAGE_HEAD (flags));
  copy->flags = flags;
  memcpy ((char *) copy + GYRE_MESSAGE_HEAD (flags), gyre_message_payload (message), message->size);
  chunk->end += extent;
  return copy;
}

void
gyre_mailbox_put (GyreMailboxes *mailboxes, GyreMailbox *mailbox, GyreMessage *message)
{
  guint32 reference = gyre_message_get_reference (message);
  GyreMessage *last = gyre_chunks_find (&mailboxes->chunks, mailbox->last);

  gyre_message_get_chunk (message)->n_holders++;
  message->next = 0;
  message->previous = mailbox->last;
  if (last != NULL)
    last->next = reference;
  else
    mailbox->first = reference;
  mailbox->last = reference;
  if (message->kind != 0)
    {
      GyreMailboxKind *kind = find_place (mailbox->kinds, mailbox->n_places, message->kind);
      last = gyre_chunks_find (&mailboxes->chunks, kind->last);
      message->next_of_kind = 0;
      message->previous_of_kind = kind->last;
      if (last != NULL)
        last->next_of_kind = reference;
      else
        kind->first = reference;
      kind->last = reference;
    }
  mailbox->n_messages++;
  mailboxes->n_bytes += gyre_message_extent (message);
}

/* The first of its kind. */
static void
unlink_of_kind (GyreMailboxes *mailboxes, GyreMailbox *mailbox, GyreMessage *message)
{
  GyreMailboxKind *kind = find_place (mailbox->kinds, mailbox->n_places, message->kind);
  GyreMessage *next = gyre_chunks_find (&mailboxes->chunks, message->next_of_kind);

  kind->first = message->next_of_kind;
  if (next != NULL)
    next->previous_of_kind = 0;
  else
    kind->last = 0;
}

GyreMessage *
gyre_mailbox_take (GyreMailboxes *mailboxes, GyreMailbox *mailbox, GQuark kind)
{
  guint32 reference = kind == 0 ? mailbox->first : find_place (mailbox->kinds, mailbox->n_places, kind)->first;
  GyreMessage *message = gyre_chunks_find (&mailboxes->chunks, reference), *next, *previous;

  if (message == NULL)
    return NULL;
  next = gyre_chunks_find (&mailboxes->chunks, message->next);
  previous = gyre_chunks_find (&mailboxes->chunks, message->previous);
  *(previous != NULL ? &previous->next : &mailbox->first) = message->next;
  *(next != NULL ? &next->previous : &mailbox->last) = message->previous;
  if (message->kind != 0)
    unlink_of_kind (mailboxes, mailbox, message);
  mailbox->n_messages--;
  return message;
}

void
gyre_mailboxes_dispose (GyreMailboxes *mailboxes, GyreMessage *message)
{
  mailboxes->n_bytes -= gyre_message_extent (message);
  gyre_chunks_release (&mailboxes->chunks, gyre_message_get_chunk (message));
}

void
gyre_mailboxes_keep (GyreMailboxes *mailboxes, GyreMessage *message)
{
  message->after = mailboxes->read;
  mailboxes->read = message;
}

void
gyre_mailboxes_end_frame (GyreMailboxes *mailboxes)
{
  for (GyreMessage *message = g_steal_pointer (&mailboxes->read), *after; message != NULL; message = after)
    {
      after = message->after;
      gyre_mailboxes_dispose (mailboxes, message);
    }
}

/* Puts a copy in the place of @message. */
static void
move_message (GyreMailboxes *mailboxes, GyreMailbox *mailbox, GyreMessage *message, GyreChunk *target)
{
  gsize extent = gyre_message_extent (message);
  GyreMessage *copy = (GyreMessage *) ((char *) target + target->end);
  guint32 reference = gyre_message_get_reference (copy);

  memcpy (copy, message, extent);
  target->end += extent;
  target->n_holders++;
  *(copy->previous != 0 ? &gyre_chunks_find (&mailboxes->chunks, copy->previous)->next : &mailbox->first) = reference;
  *(copy->next != 0 ? &gyre_chunks_find (&mailboxes->chunks, copy->next)->previous : &mailbox->last) = reference;
  if (copy->kind != 0)
    {
      GyreMailboxKind *kind = find_place (mailbox->kinds, mailbox->n_places, copy->kind);
      GyreMessage *next = gyre_chunks_find (&mailboxes->chunks, copy->next_of_kind);
      GyreMessage *previous = gyre_chunks_find (&mailboxes->chunks, copy->previous_of_kind);
      *(previous != NULL ? &previous->next_of_kind : &kind->first) = reference;
      *(next != NULL ? &next->previous_of_kind : &kind->last) = reference;
    }
  gyre_chunks_release (&mailboxes->chunks, gyre_message_get_chunk (message));
}

/* Whether it lies in a chunk that was read, and that is neither its own nor packed already. */
static gboolean
is_worth_moving (const GyreMessage *message, GyreChunk *target)
{
  const GyreChunk *chunk = gyre_message_get_chunk (message);

  return chunk != target && chunk->size == GYRE_CHUNK_SIZE;
}

/* N.B. a single message that is slow to be read would otherwise keep 64 KiB. Everything moves, at the price of one copy of what
 * waits for at least as much that came and went. Without memory it stays as it is. */
static void
compact_mailbox (GyreMailboxes *mailboxes, GyreMailbox *mailbox, GyreChunk **target)
{
  GyreMessage *message = gyre_chunks_find (&mailboxes->chunks, mailbox->first), *next;

  for (; message != NULL; message = next)
    {
      gsize extent = gyre_message_extent (message);
      next = gyre_chunks_find (&mailboxes->chunks, message->next);
      if (!is_worth_moving (message, *target))
        continue;
      if (extent > (*target)->size - (*target)->end)
        {
          GyreChunk *another = gyre_chunks_take (&mailboxes->chunks, extent);
          if (another == NULL)
            return;
          gyre_chunks_release (&mailboxes->chunks, *target);
          *target = another;
        }
      move_message (mailboxes, mailbox, message, *target);
    }
}

void
gyre_mailboxes_compact (GyreMailboxes *mailboxes, gsize n_in_logs)
{
  gsize held = mailboxes->chunks.n_bytes - MIN (mailboxes->chunks.n_bytes, n_in_logs);
  GyreChunk *target;

  if (held <= LEAST_WASTE + 2 * mailboxes->n_bytes || (target = gyre_chunks_take (&mailboxes->chunks, 0)) == NULL)
    return;
  for (GyreMailbox *mailbox = mailboxes->first; mailbox != NULL; mailbox = mailbox->next)
    compact_mailbox (mailboxes, mailbox, &target);
  gyre_chunks_release (&mailboxes->chunks, target);
}
