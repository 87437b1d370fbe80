/* gyre-unit-private.h: The names of units, and what they count
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-dimension-private.h"

typedef enum
{
  GYRE_SCALE_PROPORTIONAL,
  GYRE_SCALE_OFFSET,          /* its zero is not nothing: celsius */
  GYRE_SCALE_DECIBEL,         /* a ratio of powers is ten to the power of a tenth of it */
} GyreScale;

/* How many base units one of it is. More digits than a double, so that what is converted there and back is what it was. */
typedef struct
{
  long double factor;
  long double offset;         /* in base units */
  GyreDimension dimension;
  GyreScale scale;
} GyreUnit;

gboolean gyre_unit_look_up (const char *name,
                            gsize       length,
                            GyreUnit   *unit);
