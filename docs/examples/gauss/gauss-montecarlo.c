/* gauss-montecarlo.c: The share of random points that hit, weighed by what they hit
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The work is done on blocks of points that stay in the processor's cache; nothing is allocated for a point. The sum runs
 * through all blocks in order, so that it is the same as if it were taken point after point.
 */
#include "gauss-dimension.h"
#include "gauss-kernels.h"

struct _GaussMontecarlo
{
  GyreComponent parent_instance;

  gint64 samples;
  GaussBox *box;
  GaussMesh *mesh;
  GaussShape *region;
  GaussFunctor *integrand;
};

/* What one integration works with. */
typedef struct
{
  GaussMesh *mesh;
  GaussShape *region;
  GaussFunctor *integrand;
  const GyreArray *intervals;
  gsize dimension;
  double *points;
  double values[GAUSS_BLOCK_LENGTH];
  double marks[GAUSS_BLOCK_LENGTH];
  guint8 inside[GAUSS_BLOCK_LENGTH];
} Work;

/* Adds what one block of points contributes. */
static gboolean
add_block (Work *work, gsize count, double *total, GError **error)
{
  GyreArray points = gyre_array_view_matrix (work->points, count, work->dimension);
  GyreArray marks = gyre_array_view_vector (work->marks, count);
  GyreArray values;

  if (!gauss_mesh_points (work->mesh, work->intervals, &points, error)
      || !gauss_shape_contains (work->region, &points, &marks, error))
    return FALSE;
  for (gsize index = 0; index < count; index++)
    work->inside[index] = work->marks[index] != 0.0;
  count = gauss_points_keep_inside (work->points, count, work->dimension, work->inside);
  points = gyre_array_view_matrix (work->points, count, work->dimension);
  values = gyre_array_view_vector (work->values, count);
  if (!gauss_functor_evaluate (work->integrand, &points, &values, error))
    return FALSE;
  *total = gauss_values_sum (*total, work->values, count);
  return TRUE;
}

static gboolean
gauss_montecarlo_prepare (GaussMontecarlo *self, Work *work, GError **error)
{
  GaussBox *box = gauss_montecarlo_get_box (self, error);

  work->mesh = box != NULL ? gauss_montecarlo_get_mesh (self, error) : NULL;
  work->region = work->mesh != NULL ? gauss_montecarlo_get_region (self, error) : NULL;
  work->integrand = work->region != NULL ? gauss_montecarlo_get_integrand (self, error) : NULL;
  if (work->integrand == NULL)
    return FALSE;
  work->intervals = gauss_box_get_intervals (box);
  work->dimension = work->intervals->shape[0];
  return TRUE;
}

static double
gauss_montecarlo_integrate (GaussMontecarlo *self, GError **error)
{
  g_autofree Work *work = g_new (Work, 1);
  GError *problem = NULL;
  double measure, total = 0.0;

  if (!gauss_montecarlo_prepare (self, work, error))
    return 0.0;
  measure = gauss_shape_measure (GAUSS_SHAPE (self->box), &problem);
  work->points = g_new (double, GAUSS_BLOCK_LENGTH * work->dimension);
  for (gint64 done = 0; done < self->samples && problem == NULL; done += GAUSS_BLOCK_LENGTH)
    {
      add_block (work, MIN (self->samples - done, GAUSS_BLOCK_LENGTH), &total, &problem);
      gyre_progress_report ((double) done / self->samples);
    }
  g_free (work->points);
  if (problem == NULL)
    return measure / self->samples * total;
  g_propagate_error (error, problem);
  return 0.0;
}

GYRE_DEFINE_COMPONENT (GaussMontecarlo, gauss_montecarlo, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_integer (samples, 100000, .constraints = GYRE_POSITIVE, .summary = "how many points are drawn"),
    gyre_facility (box, gauss_box, "box", .summary = "where the points are drawn"),
    gyre_facility (mesh, gauss_mesh, NULL, .summary = "who draws the points"),
    gyre_facility (region, gauss_shape, "ball", .summary = "where to integrate"),
    gyre_facility (integrand, gauss_functor, NULL, .summary = "what to integrate")),
  GYRE_BEHAVIORS (
    gyre_behavior (integrate, gauss_montecarlo_integrate, (real), .summary = "the integral of the integrand over the region")),
  GYRE_IMPLEMENTS (GAUSS_TYPE_INTEGRATOR),
  .family = "gauss.integrators.montecarlo",
  .summary = "the share of random points that hit, weighed by what they hit")
