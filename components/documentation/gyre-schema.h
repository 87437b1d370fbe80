/* gyre-schema.h: What editors must know to help with configuration files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-requirement.h"

GYRE_BEGIN_DECLARATIONS

GVariant *gyre_schema_describe (GPtrArray *requirements);

GYRE_END_DECLARATIONS
