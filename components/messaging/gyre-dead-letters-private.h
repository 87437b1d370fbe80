/* gyre-dead-letters-private.h: Messages that reached nobody, for somebody who wants to have them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-messenger-private.h"

/* What stands before the bytes of the message; its sender is the sender of the letter. */
typedef struct
{
  GyreHandle receiver;
  guint64 number;
  GQuark kind;
  guint32 flags;              /* GyreMessageFlags */
} GyreDeadLetter;

/* The kind of all dead letters. */
GQuark gyre_dead_letter_quark       (void);

/* Who gets them, as messages that its mailbox has room for; GYRE_HANDLE_NONE: nobody. Those that the collector does not get are
 * counted as dead like all others. */
void   gyre_messenger_set_collector (GyreMessenger     *self,
                                     GyreHandle         collector);

/* The messenger: a message is dead. */
void   gyre_dead_letters_collect    (GyreMessenger     *self,
                                     GyreHandle         receiver,
                                     const GyreMessage *message);
