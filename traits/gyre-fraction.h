/* gyre-fraction.h: An exact quotient of two whole numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreFraction:
 * @numerator: what stands above the line, with the sign
 * @denominator: what stands below it: greater than 0, and without a factor in common with @numerator
 *
 * A quotient of two whole numbers. Plain data, handed over by value. Nothing rounds: what 64 bits do not hold is an error.
 *
 * Since: 0.1
 */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
} GyreFraction;

#define GYRE_TYPE_FRACTION (gyre_fraction_get_type ())
GType         gyre_fraction_get_type  (void);

GyreFraction *gyre_fraction_copy      (const GyreFraction *fraction);
void          gyre_fraction_free      (GyreFraction       *fraction);
gboolean      gyre_fraction_set       (GyreFraction       *fraction,
                                       gint64              numerator,
                                       gint64              denominator,
                                       GError            **error);
int           gyre_fraction_compare   (const GyreFraction *fraction,
                                       const GyreFraction *other);
double        gyre_fraction_to_real   (const GyreFraction *fraction);
gboolean      gyre_fraction_from_text (const char         *text,
                                       GyreFraction       *fraction,
                                       GError            **error);
char         *gyre_fraction_to_text   (const GyreFraction *fraction);

GYRE_END_DECLARATIONS
