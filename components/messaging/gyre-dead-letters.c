/* gyre-dead-letters.c: Messages that reached nobody, for somebody who wants to have them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-dead-letters-private.h"

#include "gyre-handover-private.h"

#define PUBLIC_FLAGS (GYRE_MESSAGE_NEXT_FRAME | GYRE_MESSAGE_VARIANT)

GQuark
gyre_dead_letter_quark (void)
{
  return g_quark_from_static_string ("gyre-dead-letter");
}

void
gyre_messenger_set_collector (GyreMessenger *self, GyreHandle collector)
{
  self->collector = collector;
}

/* N.B. a dead letter to a collector that has ended is dead too, and no letter is made of it: that would never end. */
void
gyre_dead_letters_collect (GyreMessenger *self, GyreHandle receiver, const GyreMessage *message)
{
  GyreDeadLetter letter = { receiver, message->number, message->kind, message->flags & PUBLIC_FLAGS };
  GyreMessagePart parts[2] = { { &letter, sizeof letter } };

  if (receiver == self->collector || message->kind == gyre_dead_letter_quark ())
    return;
  parts[1].data = gyre_message_get_data (message, &parts[1].size);
  gyre_messenger_send_parts (self, message->sender, self->collector, gyre_dead_letter_quark (), parts, G_N_ELEMENTS (parts), 0, NULL);
}
