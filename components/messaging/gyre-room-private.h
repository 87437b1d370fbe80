/* gyre-room-private.h: Senders who wait for room in a mailbox
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-handover-private.h"

struct _GyreRoomWatch
{
  GyreRoomWatch *next;
  GyreHandle receiver;
  GyreHandle watcher;
  guint32 size;
};

/* After room was made: those for whom it is enough are told at the next gyre_room_tell (). */
void gyre_room_look   (GyreMessenger *self,
                       GyreSlot      *slot);
void gyre_room_tell   (GyreMessenger *self);

/* The receiver ends. */
void gyre_room_forget (GyreMailbox   *mailbox);
void gyre_room_free   (GyreRoomWatch *watch);
