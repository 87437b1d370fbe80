/* gyre-restoration-private.h: What a trait has when nobody has said anything to its instance
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-assignment-private.h"

char          *gyre_restoration_dup_said       (GyreComponent    *component,
                                                const GyreTrait  *trait,
                                                GyreProvenance   *provenance,
                                                GError          **error);
GyreProvenance gyre_restoration_get_provenance (GyreComponent    *component,
                                                GyreBirth        *birth,
                                                guint             slot);
gboolean       gyre_restoration_read           (GyreAssignment   *self,
                                                GyreComponent    *component,
                                                const GyreTrait  *trait,
                                                GError          **error);
void           gyre_restoration_read_absence   (GyreAssignment   *self,
                                                GyreComponent    *component,
                                                const GyreTrait  *trait);
void           gyre_restoration_refuse_unknown (GyreComponent    *component,
                                                const GyreTrait  *trait,
                                                GError          **error);
