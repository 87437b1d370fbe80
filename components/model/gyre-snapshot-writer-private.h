/* gyre-snapshot-writer-private.h: What a writer knows of a tree
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"
#include "gyre-snapshot-private.h"

typedef struct
{
  GyreSnapshotFlags flags;
  GPtrArray *components;
  GArray *parents;            /* of gint32 */
  GHashTable *numbers;        /* component → its number and one */
  GError **error;
} GyreSnapshotWriter;

gboolean  gyre_snapshot_writer_find_number   (GyreSnapshotWriter *self,
                                              gpointer            object,
                                              guint              *number);

/* "test.open#root.colour can't be saved: ...". Returns FALSE. */
gboolean  gyre_snapshot_writer_refuse        (GyreSnapshotWriter *self,
                                              GyreComponent      *component,
                                              const char         *name,
                                              const char         *reason);

/* A component of the tree by its number, another one by its specification; and a value by a text that is read as the same value. Both
 * are NULL with the error of the writer. */
GVariant *gyre_snapshot_writer_new_reference (GyreSnapshotWriter *self,
                                              GyreComponent      *component,
                                              const char         *name,
                                              gpointer            object);
GVariant *gyre_snapshot_writer_new_text      (GyreSnapshotWriter *self,
                                              GyreComponent      *component,
                                              const GyreTrait    *trait,
                                              GyreValue           value);

/* Several components in one trait, which are there. */
gboolean  gyre_snapshot_writer_has_components (GyreComponent     *component,
                                              const GyreTrait    *trait);
GVariant *gyre_snapshot_writer_new_container (GyreSnapshotWriter *self,
                                              GyreComponent      *component,
                                              const GyreTrait    *trait);

/* The lists of what is not in each node. */
gboolean  gyre_snapshot_writer_add_objects   (GyreSnapshotWriter *self,
                                              GVariantBuilder    *builder);
gboolean  gyre_snapshot_writer_add_processes (GyreSnapshotWriter *self,
                                              GVariantBuilder    *builder);
gboolean  gyre_snapshot_writer_add_messages  (GyreSnapshotWriter *self,
                                              GVariantBuilder    *builder);
