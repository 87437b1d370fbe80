/* gyre-requests-private.h: The requests that wait for a reply
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A request is a message; its number is what the reply names. A reply goes past the mailbox of who has asked, and is charged to
 * nobody. Each request is completed once: by the reply, by its deadline, because it reached nobody, or because who has asked has
 * ended. A reply that comes after that is a dead letter.
 *
 * The thread of the executive.
 */
#pragma once

#include "gyre-messenger-private.h"
#include "gyre-reply.h"

typedef struct _GyreRequests GyreRequests;

GyreRequests *gyre_requests_new          (GyreMessenger     *messenger,
                                          gint64             now);

/* Those that wait are completed with an error. Before gyre_messenger_free (). */
void          gyre_requests_free         (GyreRequests      *self);

/* Sends a request that is to be answered until @deadline (nanoseconds; G_MAXINT64: for ever). Returns a reference to the reply. */
GyreReply    *gyre_requests_send         (GyreRequests      *self,
                                          GyreHandle         sender,
                                          GyreHandle         receiver,
                                          GQuark             kind,
                                          gconstpointer      data,
                                          gsize              size,
                                          GyreMessageFlags   flags,
                                          gint64             deadline,
                                          GError           **error);

/* What other threads have asked: from now on it waits as all others. */
void          gyre_requests_take_asked   (GyreRequests      *self);

/* Answers the request with that number, in this frame or later. With GYRE_MESSAGE_VARIANT the bytes are as those of such a message.
 * When nobody waits for it any more, an error of GYRE_MESSAGE_ERROR_RECEIVER. */
gboolean      gyre_requests_reply        (GyreRequests      *self,
                                          GyreHandle         sender,
                                          guint64            number,
                                          gconstpointer      data,
                                          gsize              size,
                                          GyreMessageFlags   flags,
                                          GError           **error);
gboolean      gyre_requests_reply_variant (GyreRequests     *self,
                                          GyreHandle         sender,
                                          guint64            number,
                                          GVariant          *variant,
                                          GyreMessageFlags   flags,
                                          GError           **error);

/* Completes those whose deadline is past. Returns how many there were. */
guint         gyre_requests_expire       (GyreRequests      *self,
                                          gint64             now);
gint64        gyre_requests_get_next_due (GyreRequests      *self);
guint         gyre_requests_get_length   (GyreRequests      *self);

/* The messenger: a reply has come; FALSE when nobody waits for it. */
gboolean      gyre_requests_take_reply   (GyreRequests      *self,
                                          const GyreMessage *message);

/* The messenger: the request has reached nobody. */
void          gyre_requests_fail         (GyreRequests      *self,
                                          GyreHandle         receiver,
                                          const GyreMessage *message,
                                          GyreMessageError   code);
