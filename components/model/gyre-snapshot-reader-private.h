/* gyre-snapshot-reader-private.h: What a reader knows of a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"
#include "gyre-provenance-private.h"
#include "gyre-snapshot-private.h"

/* One value of a component, of a trait or of an attribute. */
typedef struct
{
  const char *name;
  const GyreTrait *trait;        /* NULL for an attribute */
  const GyreTrait *shape;        /* of an attribute */
  const char *text;              /* NULL for a reference */
  guint32 number;                /* of a reference */
  GVariant *components;          /* several references; NULL for most */
  guint8 category;
  const char *file;
  guint32 line;
  gboolean may_be_several;
  gboolean is_keyword;           /* it was said when the component was built */
} GyreSnapshotItem;

typedef struct
{
  gint32 parent;
  GyreActor *actor;
  const char *name;              /* NULL for none */
  GArray *items;
  GObject *object;               /* around which it stands; owned; NULL for most */
  GyreComponent *component;      /* owned */
} GyreSnapshotNode;

typedef struct
{
  GVariant *snapshot;            /* owns the texts */
  guint32 version;
  GVariant *list;
  GVariant *instructions;
  GVariant *objects;             /* NULL, as the next ones, when the format is an old one or they are not wanted */
  GVariant *processes;
  GVariant *messages;
  GPtrArray *held;               /* GVariant that own texts of items */
  GyreSnapshotFlags flags;
  GyreExecutive *executive;
  GArray *nodes;
  GPtrArray *posts;              /* GyreInstruction */
  GArray *delays;                /* of gint64 */
} GyreSnapshotReader;

static inline GyreSnapshotNode *
gyre_snapshot_reader_get_node (GyreSnapshotReader *self, guint number)
{
  return &g_array_index (self->nodes, GyreSnapshotNode, number);
}

/* "component 3 (test.ball#big)": who is meant in an error. Both return FALSE; the second takes the cause. */
gboolean gyre_snapshot_reader_fail      (GyreSnapshotReader *self,
                                         guint               number,
                                         GyreSnapshotError   code,
                                         GError            **error,
                                         const char         *format,
                                         ...) G_GNUC_PRINTF (5, 6);
gboolean gyre_snapshot_reader_fail_with (GyreSnapshotReader *self,
                                         guint               number,
                                         GyreSnapshotError   code,
                                         GError             *cause,
                                         GError            **error);

/* Takes the value: the item's text or number, which the reader keeps alive. */
gboolean gyre_snapshot_reader_take_value (GyreSnapshotReader *self,
                                         guint               number,
                                         GyreSnapshotItem   *item,
                                         GVariant           *value,
                                         GError            **error);

/* Several components in one trait: what says so, whether it is good, and setting it, which takes the provenance. */
gboolean gyre_snapshot_reader_is_container (GVariant        *value);
gboolean gyre_snapshot_reader_check_container (GyreSnapshotReader *self,
                                         guint               number,
                                         const GyreSnapshotItem *item,
                                         GError            **error);
gboolean gyre_snapshot_reader_set_container (GyreSnapshotReader *self,
                                         GyreComponent      *component,
                                         const GyreSnapshotItem *item,
                                         GyreProvenance      provenance,
                                         GError            **error);

/* When all components are there: the instructions, and posting them. */
gboolean gyre_snapshot_reader_read_calls (GyreSnapshotReader *self,
                                         GError            **error);
gboolean gyre_snapshot_reader_post_all  (GyreSnapshotReader *self,
                                         GError            **error);

/* The objects, before their wrappers are built, and what refers to components in them, when those are there. */
gboolean gyre_snapshot_reader_read_objects (GyreSnapshotReader *self,
                                         GError            **error);
gboolean gyre_snapshot_reader_connect_objects (GyreSnapshotReader *self,
                                         GError            **error);

/* Looking whether they are good, when all components are there, and letting processes run and sending messages. */
gboolean gyre_snapshot_reader_read_processes (GyreSnapshotReader *self,
                                         GError            **error);
gboolean gyre_snapshot_reader_give_processes (GyreSnapshotReader *self,
                                         GError            **error);
gboolean gyre_snapshot_reader_read_messages (GyreSnapshotReader *self,
                                         GError            **error);
gboolean gyre_snapshot_reader_send_messages (GyreSnapshotReader *self,
                                         GError            **error);
