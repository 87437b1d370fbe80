/* gyre-topics-private.h: Who wants to have what is said on a topic
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is published is a message to each subscriber, of the kind that the topic's name is, in the order in which they subscribed.
 * Whoever ends is unsubscribed by that.
 *
 * The thread of the executive.
 */
#pragma once

#include "gyre-messenger-private.h"

typedef struct _GyreTopics GyreTopics;

/* What became of something that was published. */
typedef struct
{
  guint n_reached;
  guint n_refused;
  GyreHandle first_refused;     /* whose refusal the error tells */
} GyrePublication;

GyreTopics *gyre_topics_new         (GyreSlots         *slots,
                                     GyreMessenger     *messenger);
void        gyre_topics_free        (GyreTopics        *self);

/* A second time changes nothing. */
gboolean    gyre_topics_subscribe   (GyreTopics        *self,
                                     const char        *topic,
                                     GyreHandle         subscriber,
                                     GError           **error);

/* Whether it was subscribed. */
gboolean    gyre_topics_unsubscribe (GyreTopics        *self,
                                     const char        *topic,
                                     GyreHandle         subscriber);

/* To all who can have it. FALSE with the first @error when some could not; *@result says more. A topic without
 * subscribers is no mistake. */
gboolean    gyre_topics_publish     (GyreTopics        *self,
                                     GyreHandle         sender,
                                     const char        *topic,
                                     gconstpointer      data,
                                     gsize              size,
                                     GyreMessageFlags   flags,
                                     GyrePublication   *result,
                                     GError           **error);
guint       gyre_topics_get_length  (GyreTopics        *self,
                                     const char        *topic);
