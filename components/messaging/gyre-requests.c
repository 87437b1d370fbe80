/* gyre-requests.c: The requests that wait for a reply
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-requests-private.h"

#include "gyre-handover-private.h"
#include "gyre-refusal-private.h"
#include "gyre-reply-private.h"

#define FIRST_PLACES 16

struct _GyreRequests
{
  GyreMessenger *messenger;
  GyreWheel *wheel;
  GyreReply **places;                   /* by number */
  guint n_places;                       /* a power of two */
  guint length;
};

GyreRequests *
gyre_requests_new (GyreMessenger *messenger, gint64 now)
{
  GyreRequests *self = g_new0 (GyreRequests, 1);

  self->messenger = messenger;
  self->wheel = gyre_wheel_new (now);
  self->n_places = FIRST_PLACES;
  self->places = g_new0 (GyreReply *, FIRST_PLACES);
  messenger->requests = self;
  return self;
}

/* When there is no memory for more places, the lists become longer. */
static void
grow (GyreRequests *self)
{
  GyreReply **places = g_try_new0 (GyreReply *, 2 * self->n_places);

  if (places == NULL)
    return;
  for (guint place = 0; place < self->n_places; place++)
    for (GyreReply *reply = self->places[place], *next; reply != NULL; reply = next)
      {
        GyreReply **target = &places[reply->number & (2 * self->n_places - 1)];
        next = reply->next;
        reply->next = *target;
        *target = reply;
      }
  g_free (self->places);
  self->places = places;
  self->n_places *= 2;
}

static void
add (GyreRequests *self, GyreReply *reply)
{
  GyreReply **place;

  if (self->length >= 2 * self->n_places)
    grow (self);
  place = &self->places[reply->number & (self->n_places - 1)];
  reply->next = *place;
  *place = reply;
  self->length++;
}

static GyreReply **
find (GyreRequests *self, guint64 number)
{
  GyreReply **link = &self->places[number & (self->n_places - 1)];

  while (*link != NULL && (*link)->number != number)
    link = &(*link)->next;
  return link;
}

/* It waits no more; the reference is the caller's. NULL when it did not wait. */
static GyreReply *
take (GyreRequests *self, guint64 number)
{
  GyreReply **link = find (self, number), *reply = *link;

  if (reply == NULL)
    return NULL;
  *link = reply->next;
  self->length--;
  if (reply->timer.link != NULL)
    gyre_wheel_cancel (self->wheel, &reply->timer);
  return reply;
}

void
gyre_requests_take_asked (GyreRequests *self)
{
  GyreReply *reply = __atomic_exchange_n (&self->messenger->asked, NULL, __ATOMIC_ACQUIRE), *next;

  for (; reply != NULL; reply = next)
    {
      next = reply->next;
      add (self, reply);
      if (reply->deadline != G_MAXINT64)
        gyre_wheel_insert (self->wheel, &reply->timer, reply->deadline, reply->number);
    }
}

void
gyre_requests_free (GyreRequests *self)
{
  gyre_requests_take_asked (self);
  self->messenger->requests = NULL;
  for (guint place = 0; place < self->n_places; place++)
    while (self->places[place] != NULL)
      {
        GyreReply *reply = take (self, self->places[place]->number);
        gyre_reply_complete (reply, NULL,
                             g_error_new (GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER,
                                          "reply to message %" G_GUINT64_FORMAT ": the executive has ended", reply->number));
        gyre_reply_unref (reply);
      }
  gyre_wheel_free (self->wheel);
  g_free (self->places);
  g_free (self);
}

GyreReply *
gyre_requests_send (GyreRequests *self, GyreHandle sender, GyreHandle receiver, GQuark kind, gconstpointer data, gsize size,
                    GyreMessageFlags flags, gint64 deadline, GError **error)
{
  GyreReply *reply = gyre_reply_new (sender);
  gboolean is_dropped = FALSE;

  if (reply == NULL)
    {
      gyre_refusal_of_memory (receiver, size, error);
      return NULL;
    }
  reply->number = gyre_messenger_send_request (self->messenger, sender, receiver, kind, data, size, flags, &is_dropped, error);
  if (reply->number == 0)
    {
      gyre_reply_unref (reply);
      if (is_dropped)
        gyre_refusal_when_full (receiver, size, 0, 0, error);
      return NULL;
    }
  add (self, reply);
  if (deadline != G_MAXINT64)
    gyre_wheel_insert (self->wheel, &reply->timer, deadline, reply->number);
  return gyre_reply_ref (reply);
}

/* Who is no component does not end. */
static gboolean
is_alive (GyreRequests *self, GyreHandle requester)
{
  return requester == GYRE_HANDLE_NONE || gyre_slots_find (self->messenger->slots, requester) != NULL;
}

static gboolean
send_reply (GyreRequests *self, GyreHandle sender, guint64 number, const GyreMessagePart *parts, guint n_parts, guint flags,
            GError **error)
{
  GyreReply *reply = *find (self, number);

  if (reply == NULL)
    g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER,
                 "reply to message %" G_GUINT64_FORMAT ": somebody must wait for it, nobody does (any more)", number);
  else if (!is_alive (self, reply->requester))
    g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER,
                 "reply to message %" G_GUINT64_FORMAT ": who has asked must live, has ended", number);
  else
    return gyre_messenger_send_reply (self->messenger, sender, reply->requester, parts, n_parts, flags, error);
  return FALSE;
}

gboolean
gyre_requests_reply (GyreRequests *self, GyreHandle sender, guint64 number, gconstpointer data, gsize size, GyreMessageFlags flags,
                     GError **error)
{
  const GyreMessagePart parts[] = { { &number, sizeof number }, { data, size } };

  return send_reply (self, sender, number, parts, G_N_ELEMENTS (parts), flags, error);
}

gboolean
gyre_requests_reply_variant (GyreRequests *self, GyreHandle sender, guint64 number, GVariant *variant, GyreMessageFlags flags,
                             GError **error)
{
  gsize size = gyre_message_get_prefix_size (variant);
  g_autofree char *prefix = g_try_malloc (size);
  const GyreMessagePart parts[] = {
    { &number, sizeof number }, { prefix, size }, { g_variant_get_data (variant), g_variant_get_size (variant) },
  };

  if (prefix == NULL)
    return gyre_refusal_of_memory (GYRE_HANDLE_NONE, size, error);
  gyre_message_write_prefix (variant, prefix);
  return send_reply (self, sender, number, parts, G_N_ELEMENTS (parts), flags | GYRE_MESSAGE_VARIANT, error);
}

guint
gyre_requests_expire (GyreRequests *self, gint64 now)
{
  guint count = 0;

  for (GyreTimer *timer = gyre_wheel_take_due (self->wheel, now), *next; timer != NULL; timer = next, count++)
    {
      GyreReply *reply = take (self, ((GyreReply *) timer)->number);
      next = timer->next;
      gyre_reply_complete (reply, NULL,
                           g_error_new (GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_TIMEOUT,
                                        "reply to message %" G_GUINT64_FORMAT ": must come in time, did not", reply->number));
      gyre_reply_unref (reply);
    }
  return count;
}

gint64
gyre_requests_get_next_due (GyreRequests *self)
{
  return gyre_wheel_get_next_due (self->wheel);
}

guint
gyre_requests_get_length (GyreRequests *self)
{
  return self->length;
}

gboolean
gyre_requests_take_reply (GyreRequests *self, const GyreMessage *message)
{
  guint64 number;
  GyreReply *reply;

  memcpy (&number, gyre_message_payload (message), sizeof number);
  if ((reply = take (self, number)) == NULL)
    return FALSE;
  if (is_alive (self, reply->requester))
    gyre_reply_complete (reply, message, NULL);
  else
    gyre_reply_complete (reply, NULL,
                         g_error_new (GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER,
                                      "reply to message %" G_GUINT64_FORMAT ": who has asked has ended", number));
  gyre_reply_unref (reply);
  return TRUE;
}

void
gyre_requests_fail (GyreRequests *self, GyreHandle receiver, const GyreMessage *message, GyreMessageError code)
{
  GyreReply *reply = take (self, message->number);
  GError *error = NULL;

  if (reply == NULL)
    return;
  if (code == GYRE_MESSAGE_ERROR_RECEIVER)
    gyre_refusal_of_receiver (receiver, &error);
  else
    g_set_error (&error, GYRE_MESSAGE_ERROR, code, "message %" G_GUINT64_FORMAT ": a full mailbox has dropped it", reply->number);
  gyre_reply_complete (reply, NULL, error);
  gyre_reply_unref (reply);
}
