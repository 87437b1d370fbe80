/* gyre-executive-private.h: What the model of components asks of the executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

/* What the layer above lends to every executive, so that the executive knows nothing of components. */
typedef struct
{
  /* New settings (GyreSetting, in order) are in force: classes and living instances take them up. No lock is held. */
  void (*configured) (GyreExecutive *executive,
                      GPtrArray     *settings);
} GyreExecutiveModel;

void     gyre_executive_set_model       (const GyreExecutiveModel *model);

/* One pointer for a class and an executive, of the layer above. The first to set it wins; the winner is returned. */
gpointer gyre_executive_get_class_state (GyreExecutive  *self,
                                         GyreActor      *actor);
gpointer gyre_executive_set_class_state (GyreExecutive  *self,
                                         GyreActor      *actor,
                                         gpointer        state);
