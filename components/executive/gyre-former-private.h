/* gyre-former-private.h: Names that traits had
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A setting under a former name works until a version that the declaration says. It is compared with the version of the
 * package of the class, where somebody has told it; where nobody has, former names work for ever.
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-trait.h"

/* The trait that was called so; NULL when none was. Names of today are no former names. */
const GyreTrait *gyre_former_find     (GyreRequirement  *requirement,
                                       const char       *name);
/* The trait of a name, an alias or a former name that still works. */
GyreDescriptor  *gyre_former_resolve  (GyreExecutive    *executive,
                                       GyreRequirement  *requirement,
                                       const char       *name);
/* Whether the former names of the trait work no more. */
gboolean         gyre_former_is_over  (GyreExecutive    *executive,
                                       GyreRequirement  *requirement,
                                       const GyreTrait  *trait);
GStrv            gyre_former_dup_names (const GyreTrait *trait);
