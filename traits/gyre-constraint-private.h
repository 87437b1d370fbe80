/* gyre-constraint-private.h: How the rules of a trait are checked
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-constraint.h"

gboolean gyre_constraints_hold (const GyreTrait  *trait,
                                GyreValue         value,
                                GError          **error);
gboolean gyre_constraints_check (const GyreTrait *trait,
                                 GError         **error);
gboolean gyre_constraints_find  (const GyreTrait *trait,
                                 const GyreArray *array,
                                 gsize           *index);
