/* gyre-topics.c: Who wants to have what is said on a topic
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-topics-private.h"

#include "gyre-refusal-private.h"

#include <string.h>

typedef struct
{
  GQuark name;                          /* 0: nothing stands here */
  guint length;
  guint n_places;
  GyreHandle *subscribers;              /* in the order in which they came */
} Topic;

struct _GyreTopics
{
  GyreSlots *slots;
  GyreMessenger *messenger;
  Topic *topics;                        /* by name, each at its place or after it */
  guint length;
  guint n_places;                       /* 0, or a power of two */
};

GyreTopics *
gyre_topics_new (GyreSlots *slots, GyreMessenger *messenger)
{
  GyreTopics *self = g_new0 (GyreTopics, 1);

  self->slots = slots;
  self->messenger = messenger;
  return self;
}

void
gyre_topics_free (GyreTopics *self)
{
  for (guint place = 0; place < self->n_places; place++)
    g_free (self->topics[place].subscribers);
  g_free (self->topics);
  g_free (self);
}

static Topic *
find_place (Topic *topics, guint n_places, GQuark name)
{
  guint place = name * 2654435769u >> 8;

  while (topics[place & (n_places - 1)].name != name && topics[place & (n_places - 1)].name != 0)
    place++;
  return &topics[place & (n_places - 1)];
}

/* NULL when nobody has ever subscribed to it. */
static Topic *
find (GyreTopics *self, const char *name)
{
  GQuark quark = g_quark_try_string (name);
  Topic *topic = quark != 0 && self->n_places > 0 ? find_place (self->topics, self->n_places, quark) : NULL;

  return topic != NULL && topic->name != 0 ? topic : NULL;
}

static gboolean
grow (GyreTopics *self)
{
  guint n_places = MAX (16, 2 * self->n_places);
  Topic *topics = g_try_new0 (Topic, n_places);

  if (topics == NULL)
    return FALSE;
  for (guint place = 0; place < self->n_places; place++)
    if (self->topics[place].name != 0)
      *find_place (topics, n_places, self->topics[place].name) = self->topics[place];
  g_free (self->topics);
  self->topics = topics;
  self->n_places = n_places;
  return TRUE;
}

/* Those who have ended go; the others keep their order. */
static void
drop_ended (GyreTopics *self, Topic *topic)
{
  guint length = 0;

  for (guint index = 0; index < topic->length; index++)
    if (gyre_slots_find (self->slots, topic->subscribers[index]) != NULL)
      topic->subscribers[length++] = topic->subscribers[index];
  topic->length = length;
}

static gboolean
make_room (GyreTopics *self, Topic *topic)
{
  guint n_places = MAX (4, 2 * topic->length);
  GyreHandle *subscribers;

  if (topic->length < topic->n_places)
    return TRUE;
  drop_ended (self, topic);
  if (2 * topic->length < topic->n_places)
    return TRUE;
  if ((subscribers = g_try_renew (GyreHandle, topic->subscribers, n_places)) == NULL)
    return topic->length < topic->n_places;
  topic->subscribers = subscribers;
  topic->n_places = n_places;
  return TRUE;
}

gboolean
gyre_topics_subscribe (GyreTopics *self, const char *name, GyreHandle subscriber, GError **error)
{
  Topic *topic;

  if (gyre_slots_find (self->slots, subscriber) == NULL)
    return gyre_refusal_of_receiver (subscriber, error);
  if ((self->length + 1) * 4 > self->n_places * 3 && !grow (self))
    return gyre_refusal_of_memory (subscriber, sizeof *topic, error);
  topic = find_place (self->topics, self->n_places, g_quark_from_string (name));
  for (guint index = 0; index < topic->length; index++)
    if (topic->subscribers[index] == subscriber)
      return TRUE;
  if (!make_room (self, topic))
    return gyre_refusal_of_memory (subscriber, sizeof subscriber, error);
  if (topic->name == 0)
    {
      topic->name = g_quark_from_string (name);
      self->length++;
    }
  topic->subscribers[topic->length++] = subscriber;
  return TRUE;
}

gboolean
gyre_topics_unsubscribe (GyreTopics *self, const char *name, GyreHandle subscriber)
{
  Topic *topic = find (self, name);

  for (guint index = 0; topic != NULL && index < topic->length; index++)
    if (topic->subscribers[index] == subscriber)
      {
        topic->length--;
        memmove (&topic->subscribers[index], &topic->subscribers[index + 1], (topic->length - index) * sizeof subscriber);
        return TRUE;
      }
  return FALSE;
}

/* N.B. sending runs nobody's code, so the subscribers stay as they are meanwhile. */
gboolean
gyre_topics_publish (GyreTopics *self, GyreHandle sender, const char *name, gconstpointer data, gsize size, GyreMessageFlags flags,
                     GyrePublication *result, GError **error)
{
  GyrePublication publication = { 0 };
  Topic *topic = find (self, name);

  if (topic != NULL)
    drop_ended (self, topic);
  for (guint index = 0; topic != NULL && index < topic->length; index++)
    if (gyre_messenger_send (self->messenger, sender, topic->subscribers[index], topic->name, data, size, flags,
                             publication.n_refused == 0 ? error : NULL))
      publication.n_reached++;
    else if (publication.n_refused++ == 0)
      publication.first_refused = topic->subscribers[index];
  if (result != NULL)
    *result = publication;
  return publication.n_refused == 0;
}

guint
gyre_topics_get_length (GyreTopics *self, const char *name)
{
  Topic *topic = find (self, name);

  if (topic == NULL)
    return 0;
  drop_ended (self, topic);
  return topic->length;
}
