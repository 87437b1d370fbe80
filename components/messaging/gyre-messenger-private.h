/* gyre-messenger-private.h: Carries messages between the components of one thread, and from other threads to them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages of the executive's own thread are written once, in place, into a log of chunks and delivered in the order in which
 * they were sent. Who has `receive` gets each as it comes; the messages of the others wait in their mailboxes. A message for the
 * next frame stands in a second log. Every other thread has a lane of its own into the executive, made when it sends first:
 * bytes in a ring, one writer, one reader, no lock.
 *
 * Capacity is payload, charged to the receiver from the sending to the reading. Nothing is ever cut, and nothing disappears
 * without being counted.
 */
#pragma once

#include "gyre-message.h"
#include "gyre-slots-private.h"

typedef struct _GyreMessenger GyreMessenger;

typedef struct
{
  gconstpointer data;
  gsize size;
} GyreMessagePart;

typedef struct
{
  guint64 sent;
  guint64 delivered;
  guint64 dropped;            /* by the policy of a mailbox */
  guint64 dead;               /* for receivers that ended, or never were */
} GyreMessengerCounts;

/* What is asked of who owns the messenger. */
typedef struct
{
  /* A receiver failed with @error, which the function owns. */
  void (*failed)    (gpointer     owner,
                     GyreSlot    *slot,
                     GError      *error);

  /* A message reached nobody. */
  void (*dead)      (gpointer           owner,
                     GyreHandle         receiver,
                     const GyreMessage *message);

  /* Another thread has put something into a lane that was empty. Any thread. */
  void (*wake)      (gpointer     owner);
} GyreMessengerOwner;

GyreMessenger *gyre_messenger_new          (GyreSlots                *slots,
                                            const GyreMessengerOwner *owner,
                                            gpointer                  owner_data);
void           gyre_messenger_free         (GyreMessenger            *self);

/* The thread of the executive. */
gboolean       gyre_messenger_send         (GyreMessenger            *self,
                                            GyreHandle                sender,
                                            GyreHandle                receiver,
                                            GQuark                    kind,
                                            gconstpointer             data,
                                            gsize                     size,
                                            GyreMessageFlags          flags,
                                            GError                  **error);
gboolean       gyre_messenger_send_parts   (GyreMessenger            *self,
                                            GyreHandle                sender,
                                            GyreHandle                receiver,
                                            GQuark                    kind,
                                            const GyreMessagePart    *parts,
                                            guint                     n_parts,
                                            GyreMessageFlags          flags,
                                            GError                  **error);

/* Room for a message that is written in place: nothing else is sent by the claimer before it is committed or abandoned. */
gpointer       gyre_messenger_claim        (GyreMessenger            *self,
                                            GyreHandle                sender,
                                            GyreHandle                receiver,
                                            GQuark                    kind,
                                            gsize                     size,
                                            GyreMessageFlags          flags,
                                            GError                  **error);
void           gyre_messenger_commit       (GyreMessenger            *self,
                                            gsize                     size);
void           gyre_messenger_abandon      (GyreMessenger            *self);

/* Any other thread. */
gboolean       gyre_messenger_send_from_outside (GyreMessenger       *self,
                                            GyreHandle                sender,
                                            GyreHandle                receiver,
                                            GQuark                    kind,
                                            const GyreMessagePart    *messages,
                                            guint                     n_messages,
                                            GyreMessageFlags          flags,
                                            guint                    *n_sent,
                                            GError                  **error);

/* A frame begins: what was sent for it is sent now, and what stands in the lanes is taken up, lane after lane. */
void           gyre_messenger_begin_frame  (GyreMessenger            *self);

/* Delivers up to @budget messages, also those that are sent meanwhile. Returns how many there were. */
guint          gyre_messenger_deliver      (GyreMessenger            *self,
                                            guint                     budget);
gboolean       gyre_messenger_is_idle      (GyreMessenger            *self);

/* What was read in this frame goes. */
void           gyre_messenger_end_frame    (GyreMessenger            *self);

/* The oldest message that waits, of @kind or of any (0); NULL when there is none. Constant time for each. */
GyreMessage   *gyre_messenger_read         (GyreMessenger            *self,
                                            GyreSlot                 *slot,
                                            GQuark                    kind);

/* Its messages go; those under way to it are dead. Before gyre_slots_remove (). */
void           gyre_messenger_forget       (GyreMessenger            *self,
                                            GyreSlot                 *slot);

/* What the mailbox does when it is full, and how far it may grow, in bytes of payload. */
void           gyre_messenger_set_policy   (GyreMessenger            *self,
                                            GyreSlot                 *slot,
                                            GyreMailboxPolicy         policy,
                                            guint32                   limit);
guint64        gyre_messenger_get_dropped  (GyreMessenger            *self,
                                            GyreSlot                 *slot);
const GyreMessengerCounts *gyre_messenger_get_counts (GyreMessenger  *self);
