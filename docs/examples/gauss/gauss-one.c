/* gauss-one.c: One everywhere, so that the integral is the measure of the region
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss.h"
#include "gauss-kernels.h"

struct _GaussOne
{
  GyreComponent parent_instance;
};

static gboolean
gauss_one_evaluate_points (GaussOne *self, const GyreArray *points, GyreArray *values, GError **error)
{
  gauss_constant_evaluate (1.0, points->shape[0], values->values);
  return TRUE;
}

GYRE_DEFINE_COMPONENT (GaussOne, gauss_one, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (
    gyre_behavior (evaluate, gauss_one_evaluate_points, (nothing, (array, points), (buffer, values)), .aliases = "eval",
                   .summary = "one at each point")),
  GYRE_IMPLEMENTS (GAUSS_TYPE_FUNCTOR),
  .family = "gauss.functors.one",
  .summary = "one everywhere, so that the integral is the measure of the region")
