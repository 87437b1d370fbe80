/* gyre-scale-private.h: Between the value of a trait and the value in an expression
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A number of a trait with units has a dimension in expressions, so `{mesh.step} * 2` is a length.
 */
#pragma once

#include "gyre-expression.h"
#include "gyre-trait.h"

/* How many base units a number of a trait is; worked out once for each trait that takes part. */
typedef struct
{
  double slope;
  double offset;
  GyreDimension dimension;
  gboolean is_quantity;
} GyreScale;

void     gyre_scale_init     (GyreScale       *self,
                                const GyreTrait   *trait);
GyreTerm gyre_scale_to_term  (const GyreScale *self,
                                const GyreTrait   *trait,
                                GyreValue          value);
gboolean gyre_scale_from_term (const GyreScale *self,
                                const GyreTrait   *trait,
                                const GyreTerm    *term,
                                GyreValue         *value,
                                GError           **error);

/* How a text with references is read for a trait. */
GyreExpression *gyre_scale_compile (const GyreTrait *trait,
                                      const char      *text,
                                      GError         **error);
