/* gyre-edit-private.h: Changes of single events, for those who have looked at them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-edit.h"
#include "gyre-event.h"

/* (transfer none): what the file says now. A change makes new ones; those that it does not add or remove keep their numbers. */
GyreEvents *gyre_edit_get_events   (GyreEdit    *edit);

/* Gives a setting another key, as it stands within its section; its operator, its value and its place stay. */
gboolean    gyre_edit_rename_event (GyreEdit    *edit,
                                    guint        event,
                                    const char  *key,
                                    GError     **error);
