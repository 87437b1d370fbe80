/* gyre-mailbox-private.h: The messages that wait for one receiver
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * They stay where they were written and are linked there: all in the order in which they came, and those of each kind among
 * themselves. So the oldest one, and the oldest one of a kind, are found and taken in constant time, whatever else waits.
 *
 * A mailbox is made for the first message that waits. What must not fail later is reserved before.
 */
#pragma once

#include "gyre-chunk-private.h"
#include "gyre-slots-private.h"

typedef struct _GyreMailbox GyreMailbox;
typedef struct _GyreMailboxes GyreMailboxes;
typedef struct _GyreRoomWatch GyreRoomWatch;

typedef struct
{
  GQuark kind;                  /* 0: nothing stands here */
  guint32 first;
  guint32 last;
} GyreMailboxKind;

struct _GyreMailbox
{
  GyreSlot *slot;
  GyreMailbox *next;            /* among all of the messenger */
  GyreMailbox *previous;
  GyreMailbox *next_released;   /* among those whose messages are to be handed over */
  guint32 first;
  guint32 last;
  guint32 n_messages;
  guint32 n_kinds;
  guint32 n_places;             /* a power of two */
  GyreMailboxPolicy policy;
  guint32 ordinary_capacity;    /* before it could grow */
  guint is_released : 1;
  guint64 n_dropped;
  GyreMailboxKind *kinds;       /* by kind, each at its place or after it; `few` at first */
  GyreMailboxKind few[4];
  GyreRoomWatch *watches;       /* who waits for room, the longest first */
};

/* All mailboxes of a messenger. */
struct _GyreMailboxes
{
  GyreChunks chunks;
  GyreMailbox *first;
  gsize n_bytes;                /* records of messages that wait or were read in this frame */
  GyreMessage *read;            /* they go at the end of the frame; linked by `after` */
  GyreChunk *copies;            /* where the next copy goes; NULL before the first */
};

/* The mailbox of @slot; NULL when there is no memory. */
GyreMailbox *gyre_mailbox_get      (GyreMailboxes *mailboxes,
                                    GyreSlot      *slot);
void         gyre_mailbox_free     (GyreMailboxes *mailboxes,
                                    GyreMailbox   *mailbox);

/* So that a message of @kind can be put. */
gboolean     gyre_mailbox_reserve  (GyreMailbox   *mailbox,
                                    GQuark         kind);

/* A whole message, which can wait, of one that is apart; NULL when there is no memory. */
GyreMessage *gyre_mailboxes_copy   (GyreMailboxes *mailboxes,
                                    const GyreMessage *message);

/* The message waits from now on. Its kind was reserved. */
void         gyre_mailbox_put      (GyreMailboxes *mailboxes,
                                    GyreMailbox   *mailbox,
                                    GyreMessage   *message);

/* The oldest one of @kind, or of any (0); NULL when there is none. It holds its chunk until it is disposed of. */
GyreMessage *gyre_mailbox_take     (GyreMailboxes *mailboxes,
                                    GyreMailbox   *mailbox,
                                    GQuark         kind);

/* A message that was taken goes at once, or at the end of the frame. */
void         gyre_mailboxes_dispose (GyreMailboxes *mailboxes,
                                    GyreMessage   *message);
void         gyre_mailboxes_keep   (GyreMailboxes *mailboxes,
                                    GyreMessage   *message);
void         gyre_mailboxes_end_frame (GyreMailboxes *mailboxes);

/* When most of what the chunks hold is gone, what waits moves together. */
void         gyre_mailboxes_compact (GyreMailboxes *mailboxes,
                                    gsize          n_in_logs);
