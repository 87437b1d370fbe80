/* gyre-measure-private.h: The text of a number with a unit
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-unit-private.h"

/*
 * What a text amounts to. It has more digits than a double, and its offset is kept apart, so that what is read and written in
 * the same units is what it was.
 */
typedef struct
{
  long double magnitude;      /* of a decibel, how many; else in base units */
  long double offset;         /* to be added */
  GyreDimension dimension;
  GyreScale scale;
  gboolean has_unit;
  gboolean is_bare;           /* a unit, and no number with it */
  gboolean is_boundless;      /* infinity was meant */
} GyreMeasure;

gboolean gyre_measure_read        (const char        *text,
                                   gssize             length,
                                   GyreMeasure       *measure,
                                   GError           **error);
gboolean gyre_measure_to_quantity (const GyreMeasure *measure,
                                   GyreQuantity      *quantity,
                                   GError           **error);
gboolean gyre_measure_read_units  (const char        *units,
                                   GyreUnit          *unit,
                                   GError           **error);
gboolean gyre_measure_refuse      (GyreDimension      found,
                                   GyreDimension      wanted,
                                   const char        *units,
                                   GError           **error);
gboolean gyre_measure_in_units    (const GyreMeasure *measure,
                                   const GyreUnit    *unit,
                                   const char        *units,
                                   double            *number,
                                   GError           **error);
