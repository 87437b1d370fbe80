/* gyre-send.h: Messages between the components of an executive, and from other threads to them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-message.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreMessageCounts: (skip)
 * @sent: messages that were accepted
 * @delivered: those that came to their receivers, or were read
 * @dropped: those that a full mailbox has dropped, by its policy
 * @dead: those whose receiver had ended
 *
 * What became of the messages of an executive. What is missing is under way, or waits to be read.
 *
 * Since: 0.1
 */
typedef struct
{
  guint64 sent;
  guint64 delivered;
  guint64 dropped;
  guint64 dead;
} GyreMessageCounts;

/* Any thread. Of one sender messages come in the order in which they were sent; each has exactly the bytes that were sent. */
gboolean gyre_executive_send         (GyreExecutive     *self,
                                      GyreHandle         sender,
                                      GyreHandle         receiver,
                                      GQuark             kind,
                                      gconstpointer      data,
                                      gsize              size,
                                      GyreMessageFlags   flags,
                                      GError           **error);
gboolean gyre_executive_send_variant (GyreExecutive     *self,
                                      GyreHandle         sender,
                                      GyreHandle         receiver,
                                      GQuark             kind,
                                      GVariant          *variant,
                                      GyreMessageFlags   flags,
                                      GError           **error);
guint    gyre_executive_send_many    (GyreExecutive     *self,
                                      GyreHandle         sender,
                                      GyreHandle         receiver,
                                      GQuark             kind,
                                      GBytes           **messages,
                                      guint              n_messages,
                                      GyreMessageFlags   flags,
                                      GError           **error);

/* The mailbox of a component. */
gboolean gyre_executive_set_mailbox  (GyreExecutive     *self,
                                      GyreHandle         receiver,
                                      guint              capacity,
                                      GyreMailboxPolicy  policy,
                                      guint              limit,
                                      GError           **error);
GyreMessage *gyre_executive_read     (GyreExecutive     *self,
                                      GyreHandle         receiver,
                                      GQuark             kind,
                                      GError           **error);
void     gyre_executive_get_message_counts (GyreExecutive *self,
                                      GyreMessageCounts *counts);

GYRE_END_DECLARATIONS
