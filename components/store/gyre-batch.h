/* gyre-batch.h: Settings that arrive together: all of them or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-settings.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreBatch:
 *
 * Settings that arrive together, such as those of one file. Nobody else sees them until [method@Gyre.Batch.commit] makes
 * them part of the store at once; a batch that is freed before leaves no trace, not even in the ranks.
 *
 * Order of calls: name the source (a file, or each argument in turn); open a section; insert its settings; close it; look
 * through what was inserted; commit. A batch belongs to one thread at a time, several threads may each fill their own.
 *
 * Since: 0.1
 */
typedef struct _GyreBatch GyreBatch;

GyreBatch    *gyre_batch_new             (GyreSettings         *settings,
                                          GyreCategory          category);
void          gyre_batch_free            (GyreBatch            *batch);

void          gyre_batch_set_source      (GyreBatch            *batch,
                                          GyreLocatorKind       kind,
                                          const char           *file,
                                          const char           *function);
void          gyre_batch_set_locator     (GyreBatch            *batch,
                                          GyreLocator          *locator);
void          gyre_batch_set_through     (GyreBatch            *batch,
                                          GyreLocator          *through);

void          gyre_batch_push_section    (GyreBatch            *batch,
                                          const char           *path,
                                          gssize                path_length,
                                          const char           *family,
                                          gssize                family_length,
                                          guint                 line,
                                          guint                 column);
void          gyre_batch_pop_section     (GyreBatch            *batch);
guint         gyre_batch_get_depth       (GyreBatch            *batch);

GyreSetting  *gyre_batch_insert          (GyreBatch            *batch,
                                          const char           *key,
                                          gssize                key_length,
                                          guint                 key_line,
                                          guint                 key_column,
                                          const char           *value,
                                          gssize                value_length,
                                          guint                 value_line,
                                          guint                 value_column);

void          gyre_batch_set_operator    (GyreBatch            *batch,
                                          GyreSetting          *setting,
                                          GyreSettingOperator   operator);

guint         gyre_batch_get_length      (GyreBatch            *batch);
void          gyre_batch_foreach         (GyreBatch            *batch,
                                          GyreSettingFunction   function,
                                          gpointer              data);
void          gyre_batch_commit          (GyreBatch            *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreBatch, gyre_batch_free)

GYRE_END_DECLARATIONS
