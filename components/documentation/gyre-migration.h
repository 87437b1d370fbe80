/* gyre-migration.h: A configuration file that speaks of traits by names that they had
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreMigration: (skip)
 *
 * What must change in a configuration file so that it speaks of traits by the names that they have today: each setting of a
 * former name gets the present one. Settings of deprecated traits are told, and stay. What the file includes is not looked at.
 *
 * Order of calls: make it; look at it; write; free. One thread.
 *
 * Since: 0.1
 */
typedef struct _GyreMigration GyreMigration;

GyreMigration *gyre_migration_new         (GyreExecutive  *executive,
                                           const char     *file,
                                           GyreReport     *report,
                                           GError        **error);
void           gyre_migration_free        (GyreMigration  *migration);

guint          gyre_migration_get_changes (GyreMigration  *migration);
char          *gyre_migration_to_string   (GyreMigration  *migration);
GVariant      *gyre_migration_to_variant  (GyreMigration  *migration);
gboolean       gyre_migration_write       (GyreMigration  *migration,
                                           GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreMigration, gyre_migration_free)

GYRE_END_DECLARATIONS
