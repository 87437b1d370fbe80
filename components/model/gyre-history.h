/* gyre-history.h: What values a trait had, on demand
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreHistoryEntry:
 *
 * A value that a trait had, who said it and where. Entries of all components of a process are numbered in the order in which
 * the values came.
 *
 * Since: 0.1
 */
typedef struct _GyreHistoryEntry GyreHistoryEntry;

#define GYRE_TYPE_HISTORY_ENTRY (gyre_history_entry_get_type ())
GType             gyre_history_entry_get_type     (void);

GyreHistoryEntry *gyre_history_entry_ref          (GyreHistoryEntry  *entry);
void              gyre_history_entry_unref        (GyreHistoryEntry  *entry);
const char       *gyre_history_entry_get_trait    (GyreHistoryEntry  *entry);
const char       *gyre_history_entry_get_text     (GyreHistoryEntry  *entry);
guint64           gyre_history_entry_get_sequence (GyreHistoryEntry  *entry);
GyreLocator      *gyre_history_entry_dup_locator  (GyreHistoryEntry  *entry);
void              gyre_history_entry_get_priority (GyreHistoryEntry  *entry,
                                                   GyrePriority      *priority);

gboolean          gyre_component_track_history    (GyreComponent     *self,
                                                   const char        *trait,
                                                   guint              capacity,
                                                   GError           **error);
GPtrArray        *gyre_component_list_history     (GyreComponent     *self,
                                                   const char        *trait,
                                                   GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreHistoryEntry, gyre_history_entry_unref)

GYRE_END_DECLARATIONS
