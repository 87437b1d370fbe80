/* gyre-settings-private.h: What the store is made of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-journal-private.h"
#include "gyre-node-private.h"

/* The mutex guards everything but the count of references, the texts, and the places of settings that are part of the
 * store, which never change. No function of a caller runs while it is held. */
struct _GyreSettings
{
  gint references;
  GMutex mutex;
  GyreNodes nodes;
  GyreJournal journal;
  GPtrArray *origins;
  guint32 ranks[GYRE_CATEGORIES];
};

void gyre_settings_link (GyreSettings *settings,
                         GyreSetting  *setting);

/* The node that a number means now, through aliases; none for a number that is none. Under the lock. */
guint32 gyre_settings_check_node (GyreSettings *settings,
                                  guint         node);
