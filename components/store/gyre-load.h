/* gyre-load.h: Settings that can be said anew
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A load is what one source says, such as a file with all that it includes. When the file has changed it is read again into
 * a batch, and committing that as the next version of the same load puts it in the place of what the load said before, at
 * once for all other threads.
 *
 * Order of calls: take the number of a load when a source is first read; fill a batch; commit it as that load; whenever the
 * source has changed, fill another batch and commit it as the same load. An empty batch withdraws everything.
 *
 * A load keeps its place: what was loaded after it still beats it, also when it comes again. The store is then as if the
 * last versions had been loaded in the order of the first ones.
 *
 * What was said before leaves the chains and the walks, but its memory stays until the store goes, so that a pointer to a
 * setting is always good. A version that is the same as the one before, places and all, is dropped: watching a file that is
 * written again and again without a change costs nothing.
 */
#pragma once

#include "gyre-batch.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreSettingChange:
 * @node: the node of a key
 * @before: (nullable): the strongest setting that held without conditions before
 * @after: (nullable): the strongest one now; the same as @before where only conditions, or settings that add to it, changed
 * @differs: whether something else is said now; else only the places did move
 *
 * What a new version of a load changes about one key.
 *
 * Since: 0.1
 */
typedef struct
{
  guint node;
  GyreSetting *before;
  GyreSetting *after;
  gboolean differs;
} GyreSettingChange;

guint   gyre_settings_new_load          (GyreSettings         *settings);
GArray *gyre_batch_commit_load          (GyreBatch            *batch,
                                         guint                 load);

void    gyre_settings_foreach_of_load   (GyreSettings         *settings,
                                         guint                 load,
                                         GyreSettingFunction   function,
                                         gpointer              data);
void    gyre_settings_foreach_of_source (GyreSettings         *settings,
                                         const char           *source,
                                         GyreSettingFunction   function,
                                         gpointer              data);

GYRE_END_DECLARATIONS
