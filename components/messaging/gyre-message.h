/* gyre-message.h: Bytes that one component sends to another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-handle.h"

#include <glib-object.h>

GYRE_BEGIN_DECLARATIONS

/**
 * GyreMessageError:
 * @GYRE_MESSAGE_ERROR_RECEIVER: there is no such component (any more)
 * @GYRE_MESSAGE_ERROR_FULL: the mailbox has no room at this moment
 * @GYRE_MESSAGE_ERROR_SIZE: the mailbox could never hold it
 * @GYRE_MESSAGE_ERROR_TIMEOUT: no reply came in time
 * @GYRE_MESSAGE_ERROR_MEMORY: there is no memory
 * @GYRE_MESSAGE_ERROR_KIND: it is not of the kind that was asked for
 *
 * What can go wrong with messages.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_MESSAGE_ERROR_RECEIVER,
  GYRE_MESSAGE_ERROR_FULL,
  GYRE_MESSAGE_ERROR_SIZE,
  GYRE_MESSAGE_ERROR_TIMEOUT,
  GYRE_MESSAGE_ERROR_MEMORY,
  GYRE_MESSAGE_ERROR_KIND,
} GyreMessageError;

#define GYRE_MESSAGE_ERROR (gyre_message_error_quark ())
GQuark gyre_message_error_quark (void);

/**
 * GyreMailboxPolicy:
 * @GYRE_MAILBOX_REFUSE: the sender gets an error and nothing is stored
 * @GYRE_MAILBOX_GROW: it grows up to its limit, then refuses
 * @GYRE_MAILBOX_DROP_OLDEST: the oldest messages go, and are counted
 * @GYRE_MAILBOX_DROP_NEWEST: the message that comes goes, and is counted; the sender gets no error
 *
 * What a full mailbox does.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_MAILBOX_REFUSE,
  GYRE_MAILBOX_GROW,
  GYRE_MAILBOX_DROP_OLDEST,
  GYRE_MAILBOX_DROP_NEWEST,
} GyreMailboxPolicy;

#define GYRE_TYPE_MAILBOX_POLICY (gyre_mailbox_policy_get_type ())
GType         gyre_mailbox_policy_get_type (void);

/**
 * GyreMessageFlags:
 * @GYRE_MESSAGE_SAME_FRAME: delivered in the frame in which it was sent, as soon as it is its turn
 * @GYRE_MESSAGE_NEXT_FRAME: delivered in the next frame, so that it does not matter who ran first
 * @GYRE_MESSAGE_VARIANT: the bytes are a serialised #GVariant with its type
 *
 * How a message goes.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_MESSAGE_SAME_FRAME = 0,
  GYRE_MESSAGE_NEXT_FRAME = 1 << 0,
  GYRE_MESSAGE_VARIANT = 1 << 1,
} GyreMessageFlags;

/**
 * GyreMessage:
 *
 * One message as its receiver sees it. It and its bytes belong to the executive; they stay until the receiver has returned, and
 * of messages that were read from the mailbox until the end of the frame. What shall stay longer is copied.
 *
 * Since: 0.1
 */
typedef struct _GyreMessage GyreMessage;

gconstpointer gyre_message_get_data     (const GyreMessage  *message,
                                         gsize              *size);
GBytes       *gyre_message_dup_bytes    (const GyreMessage  *message);
GVariant     *gyre_message_dup_variant  (const GyreMessage  *message,
                                         GError            **error);
GQuark        gyre_message_get_kind     (const GyreMessage  *message);
GyreHandle    gyre_message_get_sender   (const GyreMessage  *message);
guint64       gyre_message_get_number   (const GyreMessage  *message);
gboolean      gyre_message_is_request   (const GyreMessage  *message);

GYRE_END_DECLARATIONS
