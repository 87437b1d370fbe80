/* gyre-dimension-private.h: Powers of the base units
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-quantity.h"

/* The seven of the International System, and the byte: who asks for radians must not get megabytes. */
typedef enum
{
  GYRE_BASE_KILOGRAM,
  GYRE_BASE_METRE,
  GYRE_BASE_SECOND,
  GYRE_BASE_AMPERE,
  GYRE_BASE_KELVIN,
  GYRE_BASE_MOLE,
  GYRE_BASE_CANDELA,
  GYRE_BASE_BYTE,
} GyreBase;
#define GYRE_BASES 8

/* Each numerator / denominator is in its lowest terms, and 0 is 0 / 1, so that equal ones have equal bytes. */
typedef struct
{
  gint16 numerator[GYRE_BASES];
  guint16 denominator[GYRE_BASES];
} GyreExponents;

/* What a dimension can be at most: the numbers of dimensions are kept for the life of the process. */
#define GYRE_DIMENSION_MAXIMUM_COUNT 65536
#define GYRE_EXPONENT_MAXIMUM_NUMERATOR 1000
#define GYRE_EXPONENT_MAXIMUM_DENOMINATOR 60

GyreExponents gyre_dimension_get_exponents (GyreDimension        dimension);
gboolean      gyre_dimension_intern        (const GyreExponents *exponents,
                                            GyreDimension       *dimension);
gboolean      gyre_dimension_combine       (GyreDimension        left,
                                            GyreDimension        right,
                                            int                  sign,
                                            GyreDimension       *result);
gboolean      gyre_dimension_raise         (GyreDimension        dimension,
                                            double               exponent,
                                            GyreDimension       *result);
