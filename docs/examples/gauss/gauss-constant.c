/* gauss-constant.c: The same value everywhere
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss.h"
#include "gauss-kernels.h"

struct _GaussConstant
{
  GyreComponent parent_instance;

  double value;
};

static gboolean
gauss_constant_evaluate_points (GaussConstant *self, const GyreArray *points, GyreArray *values, GError **error)
{
  gauss_constant_evaluate (self->value, points->shape[0], values->values);
  return TRUE;
}

GYRE_DEFINE_COMPONENT (GaussConstant, gauss_constant, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (value, 1.0, .summary = "the value at every point")),
  GYRE_BEHAVIORS (
    gyre_behavior (evaluate, gauss_constant_evaluate_points, (nothing, (array, points), (buffer, values)), .aliases = "eval",
                   .summary = "the constant at each point")),
  GYRE_IMPLEMENTS (GAUSS_TYPE_FUNCTOR),
  .family = "gauss.functors.constant",
  .summary = "the same value everywhere")
