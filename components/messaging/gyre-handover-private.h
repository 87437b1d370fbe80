/* gyre-handover-private.h: What a messenger holds, and how a message comes to its receiver
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The common way: the receiver is found, one word of flags is tested, `receive` is called. Everything rare stands behind that
 * test.
 */
#pragma once

#include "gyre-lane-private.h"
#include "gyre-log-private.h"
#include "gyre-mailbox-private.h"
#include "gyre-messenger-private.h"
#include "gyre-requests-private.h"

/* N.B. what other threads read with each message shares no line of the processor's cache with what our thread writes. */
struct _GyreMessenger
{
  char line_before[64];
  GyreSlots *slots;
  const GyreMessengerOwner *owner;
  gpointer owner_data;
  guint64 id;                           /* of all messengers there ever were */
  gint is_awake;                        /* atomic */
  char line_between[64];
  guint64 next_number;                  /* atomic: numbers are given out in blocks, to all threads */
  GyreLane *new_lanes;                  /* atomic: the last one first */
  GyreReply *asked;                     /* atomic: what other threads have asked since the last frame, the last one first */
  char line_after[64];

  /* Of the thread of the executive. */
  GyreMailboxes mailboxes;
  GyreLog log;                          /* for this frame */
  GyreLog next;                         /* for the next one */
  guint64 number;                       /* of the next message, and of the first that is not ours */
  guint64 number_end;
  GyreMessengerCounts counts;
  GyreMessage *claimed;
  GyreLog *claimed_log;
  GyreMailbox *released;                /* whose messages go to `receive` now; the last one first */
  GyreRoomWatch *room;                  /* to be told that there is room */
  GyreLane *lanes;                      /* in the order in which they were made */
  guint n_lanes;
  gboolean is_delivering;
  GyreRequests *requests;               /* NULL: there are none */
  GyreHandle collector;                 /* of dead letters */
};

/* The number of the request; 0 with @error, or when the policy of the mailbox has dropped it. */
guint64  gyre_messenger_send_request  (GyreMessenger    *self,
                                       GyreHandle        sender,
                                       GyreHandle        receiver,
                                       GQuark            kind,
                                       gconstpointer     data,
                                       gsize             size,
                                       GyreMessageFlags  flags,
                                       gboolean         *is_dropped,
                                       GError          **error);

/* The first of @parts is the number of the request. It goes to no mailbox. */
gboolean gyre_messenger_send_reply    (GyreMessenger    *self,
                                       GyreHandle        sender,
                                       GyreHandle        requester,
                                       const GyreMessagePart *parts,
                                       guint             n_parts,
                                       guint             flags,
                                       GError          **error);

/* Reads lanes and log until @budget messages were handed over. */
guint    gyre_handover_run            (GyreMessenger *self,
                                       guint          budget);

/* What a receiver holds becomes less. */
void     gyre_handover_discharge      (GyreMessenger *self,
                                       GyreSlot      *slot,
                                       guint32        charge);

/* A message that will not be delivered. */
void     gyre_handover_bury           (GyreMessenger *self,
                                       GyreHandle     receiver,
                                       GyreMessage   *message);
void     gyre_handover_release        (GyreMessenger *self,
                                       GyreMailbox   *mailbox);

/* Takes the oldest message of a mailbox, or of a kind, and out of what is charged. */
GyreMessage *gyre_handover_take       (GyreMessenger *self,
                                       GyreSlot      *slot,
                                       GQuark         kind);
