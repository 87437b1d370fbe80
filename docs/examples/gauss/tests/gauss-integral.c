/* gauss-integral.c: The two integrals of the original, by blocks and without components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss-integral.h"
#include "gauss-kernels.h"
#include "gauss-twister.h"

#define DIMENSION 2

typedef void (*Evaluate) (const double *points, gsize count, double *values);

static const double origin[DIMENSION] = { 0.0, 0.0 };

static double
integrate (const double *intervals, Evaluate evaluate, gsize samples, gint64 seed)
{
  GaussTwister twister;
  double points[GAUSS_BLOCK_LENGTH * DIMENSION];
  double values[GAUSS_BLOCK_LENGTH];
  guint8 inside[GAUSS_BLOCK_LENGTH];
  double total = 0.0;

  gauss_twister_init (&twister, seed);
  for (gsize done = 0; done < samples; done += GAUSS_BLOCK_LENGTH)
    {
      gsize count = MIN (samples - done, GAUSS_BLOCK_LENGTH);

      gauss_twister_fill_points (&twister, intervals, points, count, DIMENSION);
      gauss_ball_contains (origin, 1.0, points, count, DIMENSION, inside);
      count = gauss_points_keep_inside (points, count, DIMENSION, inside);
      evaluate (points, count, values);
      total = gauss_values_sum (total, values, count);
    }
  return gauss_box_measure (intervals, DIMENSION) / samples * total;
}

static void
evaluate_one (const double *points, gsize count, double *values)
{
  gauss_constant_evaluate (1.0, count, values);
}

static void
evaluate_gaussian (const double *points, gsize count, double *values)
{
  gauss_gaussian_evaluate (origin, 1.0 / 3.0, points, count, DIMENSION, values);
}

/* The area of the part of the unit ball that is in the unit box. */
double
gauss_integral_quarter_circle (gsize samples, gint64 seed)
{
  const double intervals[] = { 0.0, 1.0, 0.0, 1.0 };

  return integrate (intervals, evaluate_one, samples, seed);
}

/* A gaussian of spread 1/3 over the unit ball. */
double
gauss_integral_gaussian (gsize samples, gint64 seed)
{
  const double intervals[] = { -1.0, 1.0, -1.0, 1.0 };

  return integrate (intervals, evaluate_gaussian, samples, seed);
}
