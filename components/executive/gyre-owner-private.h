/* gyre-owner-private.h: Which thread something belongs to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A thread that asks for the first time what belongs to nobody gets it, and has it until it gives it up or ends. What belonged
 * to a thread that has ended belongs to nobody.
 */
#pragma once

#include <glib.h>

/* NULL: nobody. */
typedef gpointer GyreOwner;

gboolean gyre_owner_claim   (GyreOwner *owner);
gboolean gyre_owner_is_me   (GyreOwner *owner);
gboolean gyre_owner_is_mine_or_free (GyreOwner *owner);
void     gyre_owner_give_up (GyreOwner *owner);

/* What owns goes: of any thread. */
void     gyre_owner_clear   (GyreOwner *owner);
