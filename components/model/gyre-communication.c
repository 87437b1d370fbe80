/* gyre-communication.c: What components have to say to each other, and to people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-communication-private.h"
#include "gyre-identity.h"
#include "gyre-shard-private.h"

/* Traits that a class can have or not. */

static gboolean
get_number (GyreComponent *self, const char *name, gint64 *number)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (self));
  GyreDescriptor *trait = gyre_requirement_find_trait (requirement, name);
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) whole = G_VALUE_INIT;

  if (trait == NULL || gyre_descriptor_get_sort (trait) != GYRE_DESCRIPTOR_PROPERTY
      || !gyre_component_get_value (self, name, &value, NULL))
    return FALSE;
  g_value_init (&whole, G_TYPE_INT64);
  if (!g_value_transform (&value, &whole))
    return FALSE;
  *number = g_value_get_int64 (&whole);
  return TRUE;
}

const char *
gyre_communication_get_family (gpointer object)
{
  return GYRE_IS_COMPONENT (object) ? gyre_component_get_family (object) : NULL;
}

/* The class that declares it. */
GyreLocator *
gyre_communication_dup_place (gpointer object, const char *behavior)
{
  GyreRequirement *requirement = GYRE_IS_COMPONENT (object) ? GYRE_REQUIREMENT (gyre_component_get_actor (object)) : NULL;
  GyreDescriptor *descriptor = requirement != NULL && behavior != NULL ? gyre_requirement_find_trait (requirement, behavior) : NULL;
  GyreLocator *locator;

  if (descriptor != NULL && gyre_descriptor_get_owner (descriptor) != NULL)
    requirement = gyre_descriptor_get_owner (descriptor);
  locator = requirement != NULL ? gyre_requirement_get_locator (requirement) : NULL;
  return locator != NULL ? gyre_locator_ref (locator) : NULL;
}

GyreAlertLevel
gyre_communication_get_verbosity (gpointer object)
{
  gint64 level;

  if (!GYRE_IS_COMPONENT (object) || !get_number (object, "verbosity", &level))
    return GYRE_ALERT_DETAIL;
  return (GyreAlertLevel) CLAMP (level, GYRE_ALERT_ERROR, GYRE_ALERT_DEBUG);
}

void
gyre_communication_furnish (GyreComponent *component, GyreHandle handle)
{
  GyreShard *shard = gyre_executive_get_shard (gyre_component_get_executive (component));
  GyreSlot *slot = gyre_slots_find (shard->slots, handle);
  gint64 capacity, policy, limit;

  g_assert (slot != NULL);
  slot->receive = (GyreReceive) GYRE_COMPONENT_GET_CLASS (component)->receive;
  if (get_number (component, "memory-size", &capacity))
    gyre_messenger_set_capacity (shard->messenger, slot, (guint32) CLAMP (capacity, 0, G_MAXUINT32));
  if (get_number (component, "when-full", &policy) && get_number (component, "memory-limit", &limit))
    gyre_messenger_set_policy (shard->messenger, slot, (GyreMailboxPolicy) policy, (guint32) CLAMP (limit, 0, G_MAXUINT32), NULL);
}

/**
 * gyre_component_send_to:
 * @self: who sends
 * @receiver: the name of who shall get it
 * @data: (array length=size) (element-type guint8) (nullable): the bytes, which are copied
 * @size: how many
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * Writes to memory that another component owns.
 *
 * Returns: whether it was accepted: then it comes, unless its receiver ends first or its mailbox drops messages
 *
 * Since: 0.1
 */
gboolean
gyre_component_send_to (GyreComponent *self, const char *receiver, gconstpointer data, gsize size, GError **error)
{
  g_autoptr (GyreComponent) found = NULL;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  g_return_val_if_fail (receiver != NULL, FALSE);

  found = gyre_executive_find_component (gyre_component_get_executive (self), receiver);
  if (found != NULL)
    return gyre_component_send (self, gyre_component_get_handle (found), 0, data, size, GYRE_MESSAGE_SAME_FRAME, error);
  g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER, "there is no component “%s” to send to", receiver);
  return FALSE;
}

/**
 * gyre_component_send:
 * @self: who sends
 * @receiver: the handle of who shall get it
 * @kind: by which it can be read apart; 0 for none
 * @data: (array length=size) (element-type guint8) (nullable): the bytes, which are copied
 * @size: how many
 * @flags: how it goes
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * As gyre_executive_send(), with the component as the sender.
 *
 * Returns: whether it was accepted
 *
 * Since: 0.1
 */
gboolean
gyre_component_send (GyreComponent *self, GyreHandle receiver, GQuark kind, gconstpointer data, gsize size,
                     GyreMessageFlags flags, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_send (gyre_component_get_executive (self), gyre_component_get_handle (self), receiver, kind, data, size,
                              flags, error);
}

/**
 * gyre_component_send_variant:
 * @self: who sends
 * @receiver: the handle of who shall get it
 * @kind: by which it can be read apart; 0 for none
 * @variant: a value, which is sunk when it is floating
 * @flags: how it goes
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * As gyre_executive_send_variant(), with the component as the sender.
 *
 * Returns: whether it was accepted
 *
 * Since: 0.1
 */
gboolean
gyre_component_send_variant (GyreComponent *self, GyreHandle receiver, GQuark kind, GVariant *variant, GyreMessageFlags flags,
                             GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_send_variant (gyre_component_get_executive (self), gyre_component_get_handle (self), receiver, kind,
                                      variant, flags, error);
}

/**
 * gyre_component_read: (skip)
 * @self: a component, in the thread of its executive
 * @kind: of which kind; 0 for any
 *
 * Takes the oldest message out of the mailbox.
 *
 * Returns: (nullable) (transfer none): the message, until the end of the frame, or outside of one until the next call; %NULL
 *   when none waits
 *
 * Since: 0.1
 */
GyreMessage *
gyre_component_read (GyreComponent *self, GQuark kind)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);
  return gyre_executive_read (gyre_component_get_executive (self), gyre_component_get_handle (self), kind, NULL);
}

/**
 * gyre_component_read_messages:
 * @self: a component, in the thread of its executive
 *
 * Empties the mailbox.
 *
 * Returns: (element-type GBytes) (transfer full): a copy of each message, the oldest first; empty when none waits
 *
 * Since: 0.1
 */
GPtrArray *
gyre_component_read_messages (GyreComponent *self)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GyreMessage *message;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), messages);

  while ((message = gyre_component_read (self, 0)) != NULL)
    g_ptr_array_add (messages, gyre_message_dup_bytes (message));
  return messages;
}

/**
 * gyre_component_request: (skip)
 * @self: who asks
 * @receiver: the handle of who is asked
 * @kind: by which it can be read apart; 0 for none
 * @data: (array length=size) (element-type guint8) (nullable): the bytes of the request, which are copied
 * @size: how many
 * @patience: how long to wait for the reply, in nanoseconds; -1 for ever
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * As gyre_executive_request(), with the component as the sender.
 *
 * Returns: (nullable) (transfer full): where the reply will be; %NULL when the request was not accepted
 *
 * Since: 0.1
 */
GyreReply *
gyre_component_request (GyreComponent *self, GyreHandle receiver, GQuark kind, gconstpointer data, gsize size, gint64 patience,
                        GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);
  return gyre_executive_request (gyre_component_get_executive (self), gyre_component_get_handle (self), receiver, kind, data, size,
                                 patience, error);
}

/**
 * gyre_component_reply: (skip)
 * @self: who answers
 * @request: what was asked
 * @data: (array length=size) (element-type guint8) (nullable): the bytes of the reply, which are copied
 * @size: how many
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * As gyre_executive_reply(), with the component as the sender.
 *
 * Returns: whether somebody still waits for it
 *
 * Since: 0.1
 */
gboolean
gyre_component_reply (GyreComponent *self, const GyreMessage *request, gconstpointer data, gsize size, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_reply (gyre_component_get_executive (self), gyre_component_get_handle (self), request, data, size, error);
}

/**
 * gyre_component_reply_to:
 * @self: who answers
 * @number: gyre_message_get_number() of what was asked, which a receiver keeps when gyre_message_is_request()
 * @data: (array length=size) (element-type guint8) (nullable): the bytes of the reply, which are copied
 * @size: how many
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * As gyre_executive_reply_to(), with the component as the sender: answers in a later frame.
 *
 * Returns: whether somebody still waits for it
 *
 * Since: 0.1
 */
gboolean
gyre_component_reply_to (GyreComponent *self, guint64 number, gconstpointer data, gsize size, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_reply_to (gyre_component_get_executive (self), gyre_component_get_handle (self), number, data, size, error);
}

/**
 * gyre_component_subscribe:
 * @self: who wants to have it
 * @topic: what it is about
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR
 *
 * From now on what is published about the topic comes as messages. A second time changes nothing.
 *
 * Returns: whether it is subscribed now
 *
 * Since: 0.1
 */
gboolean
gyre_component_subscribe (GyreComponent *self, const char *topic, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_subscribe (gyre_component_get_executive (self), gyre_component_get_handle (self), topic, error);
}

/**
 * gyre_component_unsubscribe:
 * @self: who does not want it any more
 * @topic: what it is about
 *
 * Returns: whether it was subscribed
 *
 * Since: 0.1
 */
gboolean
gyre_component_unsubscribe (GyreComponent *self, const char *topic)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_executive_unsubscribe (gyre_component_get_executive (self), gyre_component_get_handle (self), topic);
}

/**
 * gyre_component_publish:
 * @self: who says it
 * @topic: what it is about
 * @data: (array length=size) (element-type guint8) (nullable): the bytes, which are copied for each subscriber
 * @size: how many
 * @error: return location for a #GError of %GYRE_MESSAGE_ERROR: the first refusal, with how many there were
 *
 * As gyre_executive_publish(), with the component as the sender.
 *
 * Returns: how many have it; with @error when there are others who refused it
 *
 * Since: 0.1
 */
guint
gyre_component_publish (GyreComponent *self, const char *topic, gconstpointer data, gsize size, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), 0);
  return gyre_executive_publish (gyre_component_get_executive (self), gyre_component_get_handle (self), topic, data, size,
                                 GYRE_MESSAGE_SAME_FRAME, error);
}

/**
 * gyre_component_post:
 * @self: a component
 * @behavior: what it shall do, without arguments
 * @delay: after how many nanoseconds; 0 for the next frame
 * @error: return location for a #GError
 *
 * Posts an instruction to the component itself. Others are made by gyre_instruction_new() and posted by gyre_executive_post().
 *
 * Returns: by which number gyre_executive_cancel() knows it; 0 when there is no memory
 *
 * Since: 0.1
 */
guint64
gyre_component_post (GyreComponent *self, const char *behavior, gint64 delay, GError **error)
{
  g_autoptr (GyreInstruction) instruction = NULL;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), 0);
  g_return_val_if_fail (behavior != NULL, 0);

  instruction = gyre_instruction_new_for_handle (gyre_component_get_handle (self), behavior, NULL, 0);
  return gyre_executive_post (gyre_component_get_executive (self), instruction, delay, error);
}

static GyreAlert *
alert (GyreComponent *self, const GyreAlertPlace *place, GyreAlertLevel level, const char *format, va_list arguments)
{
  return gyre_shard_alert_valist (gyre_executive_get_shard (gyre_component_get_executive (self)), self, place, level, format,
                                  arguments);
}

/**
 * gyre_component_alert_from: (skip)
 * @self: a component
 * @file: which file says it
 * @line: on which line
 * @function: (nullable): in which function
 * @level: how much it matters
 * @format: what is said, as printf () has it
 * @...: its arguments
 *
 * What the macro gyre_component_alert() calls.
 *
 * Since: 0.1
 */
void
gyre_component_alert_from (GyreComponent *self, const char *file, guint line, const char *function, GyreAlertLevel level,
                           const char *format, ...)
{
  GyreAlertPlace place = { file, line, function, NULL };
  GyreAlert *given;
  va_list arguments;

  g_return_if_fail (GYRE_IS_COMPONENT (self));

  va_start (arguments, format);
  given = alert (self, &place, level, format, arguments);
  va_end (arguments);
  g_clear_pointer (&given, gyre_alert_unref);
}

/**
 * gyre_component_alert_and: (skip)
 * @self: a component
 * @level: how much it matters
 * @callback: (scope call) (nullable): hears the alert
 * @user_data: what it gets
 * @instruction: (nullable): what is posted then
 * @format: what is said, as printf () has it
 * @...: its arguments
 *
 * As gyre_component_alert(), but its place is that of the component's class. When the alert is given (that is, when the component's
 * verbosity lets it through and it is printed, logged or heard by anybody) @callback is called, in this thread, before the function
 * returns, and after it @instruction is posted, to be done in the next frame. When it is not given, neither happens.
 *
 * Since: 0.1
 */
void
gyre_component_alert_and (GyreComponent *self, GyreAlertLevel level, GyreAlertFunction callback, gpointer user_data,
                          GyreInstruction *instruction, const char *format, ...)
{
  g_autoptr (GyreAlert) given = NULL;
  va_list arguments;

  g_return_if_fail (GYRE_IS_COMPONENT (self));

  va_start (arguments, format);
  given = alert (self, &(GyreAlertPlace) { NULL }, level, format, arguments);
  va_end (arguments);
  if (given != NULL && callback != NULL)
    callback (given, user_data);
  if (given != NULL && instruction != NULL)
    gyre_executive_post (gyre_component_get_executive (self), instruction, 0, NULL);
}
