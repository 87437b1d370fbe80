/* gyre-batch-private.h: What is in a batch, for those who fill and commit it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-batch.h"
#include "gyre-settings-private.h"

typedef struct
{
  guint32 node;
  GyreOrigin *origin;
} GyreBatchSection;

struct _GyreBatch
{
  GyreSettings *settings;
  GyreCategory category;
  GyreJournal journal;
  GPtrArray *origins;
  GyreLocator *through;     /* of the sources to come */
  guint sources;            /* how many were named */
  gboolean is_holding;      /* the lock of the store */
  GArray *sections;         /* of GyreBatchSection, the innermost last; the first is the root */
};

GPtrArray *gyre_batch_hand_over (GyreBatch *batch,
                                 GPtrArray *origins);
void gyre_batch_begin_again (GyreBatch *batch);

void gyre_batch_hold        (GyreBatch *batch);
void gyre_batch_release     (GyreBatch *batch);
