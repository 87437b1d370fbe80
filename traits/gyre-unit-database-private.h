/* gyre-unit-database-private.h: The units that UDUNITS knows
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-unit-private.h"

typedef enum
{
  GYRE_UNIT_NAME,             /* `metre`, with `kilo` before it */
  GYRE_UNIT_SYMBOL,           /* `m`, with `k` before it */
} GyreUnitSpelling;

gboolean gyre_unit_database_find (const char       *name,
                                  GyreUnitSpelling  spelling,
                                  GyreUnit         *unit);
