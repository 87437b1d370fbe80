/* gyre-quantity.h: Numbers that have a dimension
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-value-error.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreDimension: (skip)
 *
 * The number of a dimension: rational exponents over kilogram, metre, second, ampere, kelvin, mole and candela, which are the
 * base units of the International System, and over the byte: who asks for radians must not get megabytes. Each different one
 * has one number for the life of the process; 0 is that of plain numbers. So two dimensions are the same when their numbers are.
 *
 * Since: 0.1
 */
typedef guint32 GyreDimension;

/**
 * GYRE_DIMENSIONLESS: (skip)
 *
 * The dimension of plain numbers.
 *
 * Since: 0.1
 */
#define GYRE_DIMENSIONLESS 0

/**
 * GyreQuantity:
 * @magnitude: the number, in the base units of the International System
 * @dimension: its dimension
 *
 * A number with a dimension. Plain data, handed over by value. What has the dimensions of a temperature is in kelvin; a
 * text in celsius or fahrenheit is converted with its offset when it stands alone.
 *
 * Since: 0.1
 */
typedef struct
{
  double        magnitude;
  GyreDimension dimension;
} GyreQuantity;

#define GYRE_TYPE_QUANTITY (gyre_quantity_get_type ())
GType         gyre_quantity_get_type       (void);
GyreQuantity *gyre_quantity_copy           (const GyreQuantity *quantity);
void          gyre_quantity_free           (GyreQuantity       *quantity);

/* Reading and writing. Both ways of writing are read: `9.81*kg*m/s**2` and `9.81 m/s^2`, `30 ms`, `64 MiB`, `-6 dB`. */
gboolean      gyre_quantity_from_text      (const char     *text,
                                            gssize          length,
                                            GyreQuantity   *quantity,
                                            GError        **error);
char         *gyre_quantity_to_text        (GyreQuantity    quantity);
char         *gyre_quantity_format         (GyreQuantity    quantity,
                                            const char     *units,
                                            const char     *format,
                                            GError        **error);

/* One name of a unit, with its prefix: how many base units it is, and for celsius the zero of its scale. */
gboolean      gyre_unit_find               (const char     *name,
                                            gssize          length,
                                            GyreQuantity   *unit,
                                            double         *offset);
char         *gyre_unit_suggest            (const char     *name);

/* How many of @units (an expression of units) a quantity is. Fails with the units that would do. */
gboolean      gyre_quantity_convert        (GyreQuantity    quantity,
                                            const char     *units,
                                            double         *number,
                                            GError        **error);

/* Arithmetic. Fails, without an offset, when the dimensions do not fit. */
gboolean      gyre_quantity_add            (GyreQuantity    left,
                                            GyreQuantity    right,
                                            GyreQuantity   *result,
                                            GError        **error);
gboolean      gyre_quantity_subtract       (GyreQuantity    left,
                                            GyreQuantity    right,
                                            GyreQuantity   *result,
                                            GError        **error);
gboolean      gyre_quantity_multiply       (GyreQuantity    left,
                                            GyreQuantity    right,
                                            GyreQuantity   *result,
                                            GError        **error);
gboolean      gyre_quantity_divide         (GyreQuantity    left,
                                            GyreQuantity    right,
                                            GyreQuantity   *result,
                                            GError        **error);
gboolean      gyre_quantity_power          (GyreQuantity    base,
                                            double          exponent,
                                            GyreQuantity   *result,
                                            GError        **error);
gboolean      gyre_quantity_compare        (GyreQuantity    left,
                                            GyreQuantity    right,
                                            int            *order,
                                            GError        **error);

/* Dimensions. */
char         *gyre_dimension_to_text       (GyreDimension   dimension);
GStrv         gyre_dimension_dup_units     (GyreDimension   dimension);

GYRE_END_DECLARATIONS
