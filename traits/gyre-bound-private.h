/* gyre-bound-private.h: The bounds of a declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-rule.h"

gboolean        gyre_bound_is_infinite (long double number);
gboolean        gyre_bound_is_given  (const GyreTraitDeclaration *declaration);
const GyreRule *gyre_bound_make_rule (const GyreTraitDeclaration *declaration);
gboolean        gyre_bound_has_sign  (const GyreKind             *kind);
gboolean        gyre_bound_covers    (const GyreTrait            *found,
                                      const GyreTrait            *promised);
