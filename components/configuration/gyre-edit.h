/* gyre-edit.h: Changes a configuration file and keeps the rest of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-setting.h"
#include "gyre-source.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreEdit: (skip)
 *
 * A configuration file to be changed. Comments, order and every byte that no change concerns stay as they are. Each change is
 * read back: what would change anything else too is refused.
 *
 * A section is named as pfg names it: a dotted name, or `family # name` for settings that hold if that instance is of that
 * family; %NULL is the file outside of all sections. It does not matter how the file nests them.
 *
 * Order of calls: open; change; save; free. One thread.
 *
 * Since: 0.1
 */
typedef struct _GyreEdit GyreEdit;

GyreEdit *gyre_edit_open       (const char           *path,
                                GError              **error);
void      gyre_edit_free       (GyreEdit             *edit);

gboolean  gyre_edit_set        (GyreEdit             *edit,
                                const char           *section,
                                const char           *key,
                                GyreSettingOperator   operator,
                                const char           *value,
                                GError              **error);
gboolean  gyre_edit_remove     (GyreEdit             *edit,
                                const char           *section,
                                const char           *key,
                                GyreSettingOperator   operator,
                                GError              **error);
gboolean  gyre_edit_rename     (GyreEdit             *edit,
                                const char           *section,
                                const char           *key,
                                const char           *new_key,
                                GError              **error);
GBytes   *gyre_edit_dup_bytes  (GyreEdit             *edit);
gboolean  gyre_edit_save       (GyreEdit             *edit,
                                GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreEdit, gyre_edit_free)

GYRE_END_DECLARATIONS
