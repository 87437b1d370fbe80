/* gauss-gaussian.c: exp (−|x − μ|² / 2σ²) / (√(2π) σ)
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss-dimension.h"
#include "gauss-kernels.h"

struct _GaussGaussian
{
  GyreComponent parent_instance;

  GyreArray *mean;
  double spread;
};

static gboolean
gauss_gaussian_evaluate_points (GaussGaussian *self, const GyreArray *points, GyreArray *values, GError **error)
{
  if (!gauss_dimension_check (points, self->mean->length, "mean", error))
    return FALSE;
  gauss_gaussian_evaluate (self->mean->values, self->spread, points->values, points->shape[0], points->shape[1],
                           values->values);
  return TRUE;
}

GYRE_DEFINE_COMPONENT (GaussGaussian, gauss_gaussian, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_array (mean, "(0)", .aliases = "μ", .constraints = GYRE_NOT_EMPTY, .summary = "where the bell is highest"),
    gyre_real (spread, 1.0, .aliases = "σ", .units = "1", .constraints = GYRE_POSITIVE, .summary = "how wide the bell is")),
  GYRE_BEHAVIORS (
    gyre_behavior (evaluate, gauss_gaussian_evaluate_points, (nothing, (array, points), (buffer, values)), .aliases = "eval",
                   .summary = "the height of the bell at each point")),
  GYRE_IMPLEMENTS (GAUSS_TYPE_FUNCTOR),
  .family = "gauss.functors.gaussian",
  .summary = "a bell around a mean",
  .description = "exp(−|x−μ|²/2σ²) / (√(2π)σ)")
