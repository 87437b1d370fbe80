/* gyre-composed-private.h: The lists of classes and instances that several settings make
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-composition-private.h"
#include "gyre-state-private.h"

gboolean         gyre_composed_commit    (GyreComponent    *component,
                                          const GyreTrait  *trait,
                                          GArray           *chain,
                                          GyreSetting     **culprit,
                                          GError          **error);
gboolean         gyre_composed_refresh   (GyreComponent    *component,
                                          const GyreTrait  *trait,
                                          GyreSetting     **culprit,
                                          GError          **error);
/* What the settings of the instance make, without what code has said; NULL where they say nothing, or with an error. */
char            *gyre_composed_dup_said  (GyreComponent    *component,
                                          const GyreTrait  *trait,
                                          GyreProvenance   *provenance,
                                          GError          **error);
/* What code has said does not come back. */
void             gyre_composed_forget    (GyreComponent    *component,
                                          const GyreTrait  *trait);
GyreComposition *gyre_composed_take_apart (GyreComponent   *component,
                                          const GyreTrait  *trait);
