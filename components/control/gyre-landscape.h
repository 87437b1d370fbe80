/* gyre-landscape.h: The components that live in an executive, and how they hang together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

GVariant *gyre_executive_dup_landscape (GyreExecutive  *self,
                                        guint           limit);

GYRE_END_DECLARATIONS
