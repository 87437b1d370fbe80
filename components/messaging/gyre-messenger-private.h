/* gyre-messenger-private.h: Carries messages between the components of one thread, and from other threads to them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages of the executive's own thread are written once, in place, into a log of chunks and delivered in the order in which
 * they were sent. Who has `receive` gets each as it comes; the messages of the others wait in their mailboxes. A message for the
 * next frame stands in a second log. Every other thread has a lane of its own into the executive, made when it sends first:
 * chunks that it fills and hands over, one writer, one reader, no lock.
 *
 * A frame: gyre_messenger_begin_frame (), then gyre_messenger_deliver () any number of times, then gyre_messenger_end_frame ().
 *
 * Capacity is payload (an empty message counts as one byte), charged to the receiver from the sending to the delivery or the
 * reading. Nothing is ever cut, and nothing disappears without being counted: sent = delivered + dropped + dead + what waits or
 * is under way.
 *
 * What the thread of the executive sends is charged exactly: a mailbox that refuses never holds more than its capacity of it.
 * Another thread compares with what the mailbox holds at that moment and what it has itself under way. So one other thread by
 * itself never exceeds a capacity; several at the same time, or one beside the executive's own thread, can exceed it together,
 * each by at most what it has under way, which is less than one capacity. What was accepted is kept even then. What was taken up
 * in the last moment may count twice, so that another thread can be refused a moment too early.
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
  guint64 sent;               /* those of other threads count when they are delivered */
  guint64 delivered;
  guint64 dropped;            /* by the policy of a mailbox */
  guint64 dead;               /* for receivers that ended, or never were */
} GyreMessengerCounts;

/* What is asked of who owns the messenger. Each may be NULL. */
typedef struct
{
  /* A receiver failed with @error, which the function owns. @slot is NULL when it has ended meanwhile. */
  void (*failed)    (gpointer     owner,
                     GyreSlot    *slot,
                     GError      *error);

  /* A message reached nobody. */
  void (*dead)      (gpointer           owner,
                     GyreHandle         receiver,
                     const GyreMessage *message);

  /* Another thread has put something into its lane while the executive was not known to be awake. Any thread. */
  void (*wake)      (gpointer     owner);

  /* There is room in the mailbox of @receiver, for which @watcher asked. */
  void (*room)      (gpointer     owner,
                     GyreHandle   receiver,
                     GyreHandle   watcher);

  /* A message for a receiver that is traced is about to be delivered or to wait. */
  void (*traced)    (gpointer           owner,
                     GyreSlot          *slot,
                     const GyreMessage *message);
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
gboolean       gyre_messenger_send_variant (GyreMessenger            *self,
                                            GyreHandle                sender,
                                            GyreHandle                receiver,
                                            GQuark                    kind,
                                            GVariant                 *variant,
                                            GyreMessageFlags          flags,
                                            GError                  **error);

/* Room for a message that is written in place, aligned to eight bytes; one at a time. It takes its turn when it is claimed and is
 * charged from then on: what others send meanwhile is delivered after it. NULL with @error; also, without any, when the policy
 * of the mailbox has dropped it already. */
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

/* Any other thread: @n_messages whole messages, which become visible together. When some are refused, those before them are
 * sent, and *@n_sent says how many. A lane that is full is GYRE_MESSAGE_ERROR_FULL as well. */
gboolean       gyre_messenger_send_from_outside (GyreMessenger       *self,
                                            GyreHandle                sender,
                                            GyreHandle                receiver,
                                            GQuark                    kind,
                                            const GyreMessagePart    *messages,
                                            guint                     n_messages,
                                            GyreMessageFlags          flags,
                                            guint                    *n_sent,
                                            GError                  **error);

/* Whether other threads need not call `wake`. It is not awake until this was said. Before it sleeps, the owner says that it is
 * not awake any more and then looks once more whether the messenger is idle. */
void           gyre_messenger_set_awake    (GyreMessenger            *self,
                                            gboolean                  is_awake);

/* A frame begins: what was sent for it is sent now, and what stands in the lanes is taken up, lane after lane. */
void           gyre_messenger_begin_frame  (GyreMessenger            *self);

/* Delivers up to @budget messages, also those that are sent meanwhile. Returns how many there were. Without memory for a mailbox
 * it stops early, and goes on the next time. */
guint          gyre_messenger_deliver      (GyreMessenger            *self,
                                            guint                     budget);

/* Whether nothing is under way; what waits to be read does not count. */
gboolean       gyre_messenger_is_idle      (GyreMessenger            *self);

/* What was read in this frame goes. */
void           gyre_messenger_end_frame    (GyreMessenger            *self);

/* The oldest message that waits, of @kind or of any (0); NULL when there is none. Constant time for each. */
GyreMessage   *gyre_messenger_read         (GyreMessenger            *self,
                                            GyreSlot                 *slot,
                                            GQuark                    kind);

/* The receiver is not paused or stashing any more: what waits is handed to its `receive` at the next delivery, before anything
 * newer. */
void           gyre_messenger_resume       (GyreMessenger            *self,
                                            GyreSlot                 *slot);

/* Its messages are dead, those that wait now and those under way when their turn comes. Before gyre_slots_remove (). */
void           gyre_messenger_forget       (GyreMessenger            *self,
                                            GyreSlot                 *slot);

/* How much a mailbox holds, in bytes of payload; what it does when it is full, and how far it may grow. Dropping is decided when
 * a message would be delivered or begin to wait. */
void           gyre_messenger_set_capacity (GyreMessenger            *self,
                                            GyreSlot                 *slot,
                                            guint32                   capacity);
gboolean       gyre_messenger_set_policy   (GyreMessenger            *self,
                                            GyreSlot                 *slot,
                                            GyreMailboxPolicy         policy,
                                            guint32                   limit,
                                            GError                  **error);
guint64        gyre_messenger_get_dropped  (GyreMessenger            *self,
                                            GyreSlot                 *slot);

/* `room` is called once, when @size bytes fit; from gyre_messenger_deliver () or gyre_messenger_end_frame (), never inline. */
gboolean       gyre_messenger_watch_room   (GyreMessenger            *self,
                                            GyreHandle                receiver,
                                            GyreHandle                watcher,
                                            guint32                   size,
                                            GError                  **error);
/* Each message that has come and not gone: those of the mailbox of each of @slots (NULL stands for none), then those under way for
 * anybody, those of other threads first, then those for the next frame. Nothing is taken up or delivered by it. */
typedef void (*GyreMessageVisitor) (GyreHandle         receiver,
                                    const GyreMessage *message,
                                    gboolean           is_for_next,
                                    gpointer           data);
void           gyre_messenger_visit        (GyreMessenger            *self,
                                            GyreSlot        * const  *slots,
                                            guint                     n_slots,
                                            GyreMessageVisitor        function,
                                            gpointer                  data);
const GyreMessengerCounts *gyre_messenger_get_counts (GyreMessenger  *self);
