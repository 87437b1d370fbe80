/* gyre-request.h: Requests with replies, topics, and letters that reached nobody
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-reply.h"

GYRE_BEGIN_DECLARATIONS

/* In the thread of the executive. A request is a message whose receiver answers; each is completed once: by the reply, by its
 * deadline, or because one of the two has ended. */
GyreReply *gyre_executive_request       (GyreExecutive      *self,
                                         GyreHandle          sender,
                                         GyreHandle          receiver,
                                         GQuark              kind,
                                         gconstpointer       data,
                                         gsize               size,
                                         gint64              patience,
                                         GError            **error);
gboolean   gyre_executive_reply         (GyreExecutive      *self,
                                         GyreHandle          sender,
                                         const GyreMessage  *request,
                                         gconstpointer       data,
                                         gsize               size,
                                         GError            **error);
gboolean   gyre_executive_reply_variant (GyreExecutive      *self,
                                         GyreHandle          sender,
                                         const GyreMessage  *request,
                                         GVariant           *variant,
                                         GError            **error);

/* In a later frame: the message is gone then, its number is good until somebody has answered or nobody waits any more. */
gboolean   gyre_executive_reply_to      (GyreExecutive      *self,
                                         GyreHandle          sender,
                                         guint64             number,
                                         gconstpointer       data,
                                         gsize               size,
                                         GError            **error);
gboolean   gyre_executive_reply_variant_to (GyreExecutive   *self,
                                         GyreHandle          sender,
                                         guint64             number,
                                         GVariant           *variant,
                                         GError            **error);

/* What is published on a topic is a message, of the kind that the topic's name is, to each subscriber, in the order in which they
 * subscribed. Who ends is unsubscribed by that. */
gboolean   gyre_executive_subscribe     (GyreExecutive      *self,
                                         GyreHandle          subscriber,
                                         const char         *topic,
                                         GError            **error);
gboolean   gyre_executive_unsubscribe   (GyreExecutive      *self,
                                         GyreHandle          subscriber,
                                         const char         *topic);
guint      gyre_executive_publish       (GyreExecutive      *self,
                                         GyreHandle          sender,
                                         const char         *topic,
                                         gconstpointer       data,
                                         gsize               size,
                                         GyreMessageFlags    flags,
                                         GError            **error);

/* Who gets the messages that reached nobody. */
void       gyre_executive_set_collector (GyreExecutive      *self,
                                         GyreHandle          collector);

GYRE_END_DECLARATIONS
