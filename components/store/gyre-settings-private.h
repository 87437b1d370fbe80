/* gyre-settings-private.h: What the store is made of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-journal-private.h"
#include "gyre-batch.h"
#include "gyre-node-private.h"

/* One version of what a source says. What is withdrawn goes with the whole version, when nobody has kept a setting of it. */
struct _GyreVersion
{
  gint pins;                /* of provenances and others; while there are some, the store is kept as well */
  gboolean is_cut;          /* its settings lead to no others any more */
  GyreJournal journal;      /* its blocks, which are part of that of the store */
  GPtrArray *origins;
};

/* What one source says, and may say anew. */
typedef struct
{
  gboolean is_loaded;
  gint8 category;
  guint32 rank;             /* the first of those that it has for good */
  guint32 ranks;
  guint32 length;           /* settings of the last version */
  GyreJournalCursor begin;  /* where they stand */
  GyreJournalCursor end;
  GyreVersion *version;
} GyreLoad;

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
  GArray *loads;            /* of GyreLoad */
  guint withdrawn;          /* settings of the journal that count no more */
  GQueue versions;          /* of GyreVersion that were withdrawn, the oldest first */
  guint visits;             /* walks that are on their way: nothing goes */
};

GyreVersion *gyre_version_adopt   (GyreBatch    *batch);
void         gyre_version_free    (gpointer      version);
void         gyre_settings_expire (GyreSettings *settings);

void gyre_settings_link (GyreSettings *settings,
                         GyreSetting  *setting);

/* The node that a number means now, through aliases; none for a number that is none. Under the lock. */
guint32 gyre_settings_check_node (GyreSettings *settings,
                                  guint         node);
