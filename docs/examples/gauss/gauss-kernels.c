/* gauss-kernels.c: Shapes and functors over a block of points
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * N.B. Python computes `x ** 2` by pow (x, 2.0), and that is not x × x: glibc's pow is wrong by a little more than half a
 * unit in the last place, so one square in 1,200 is the neighbour of the right one. Results agree with Python's to the last
 * bit only when the same squares are wrong. Calling pow for each would cost more than all else, so it is called only where
 * it could make a difference.
 */
#include "gauss-kernels.h"

#include <float.h>
#include <math.h>

/* Not a constant, lest the compiler turn pow (x, 2.0) into x × x. */
static const volatile double two = 2.0;

/* What is lost when number × number is rounded to product, exactly (T. J. Dekker, 1971). */
static inline double
rounding_error (double number, double product)
{
  double spread = 0x8000001p0 * number;
  double high = spread - (spread - number);
  double low = number - high;

  return ((high * high - product) + 2.0 * (high * low)) + low * low;
}

/* pow's error is at most 0.511 units in the last place and 0.00005 more for each unit of |log (square)|. So it can leave the
 * right result only where the exact square lies within 0.02 units of the middle between two numbers. There, 1.04 × what was
 * rounded away reaches the neighbour. */
static inline double
square (double number)
{
  double product = number * number;

  if (G_LIKELY (product > 1e-70 && product < 1e70
                && product + 1.04 * rounding_error (number, product) == product))
    return product;
  return pow (number, two);
}

/**
 * gauss_square:
 * @number: a number
 *
 * Returns: Python's `number ** 2`, to the last bit
 */
double
gauss_square (double number)
{
  return square (number);
}

/**
 * gauss_box_measure:
 * @intervals: lower and upper end for each axis: @dimension × 2 numbers
 * @dimension: the number of axes
 *
 * Returns: the volume: the product of the lengths, in order; 1 without an axis
 */
double
gauss_box_measure (const double *intervals, guint dimension)
{
  double measure = 1.0;

  for (guint axis = 0; axis < dimension; axis++)
    measure *= intervals[2 * axis + 1] - intervals[2 * axis];
  return measure;
}

/**
 * gauss_ball_measure:
 * @radius: the radius
 * @dimension: the number of axes, any
 *
 * Computes V(n) = V(n − 2) × 2π r² / n from V(0) = 1 and V(1) = 2 r. Unlike the form with the gamma function this does not
 * overflow on the way, and in the plane it is π × r² exactly as written.
 *
 * Returns: the volume
 */
double
gauss_ball_measure (double radius, guint dimension)
{
  double measure = dimension % 2 == 0 ? 1.0 : 2.0 * radius;

  for (guint64 axis = dimension % 2 + 2; axis <= dimension && measure > 0.0; axis += 2)
    measure *= 2.0 * G_PI * square (radius) / (double) axis;
  return measure;
}

static G_ALWAYS_INLINE inline void
box_contains (const double *intervals, const double *points, gsize count, guint dimension, guint8 *inside)
{
  for (gsize index = 0; index < count; index++)
    {
      const double *point = points + index * dimension;
      gboolean within = TRUE;

      for (guint axis = 0; axis < dimension; axis++)
        within &= (intervals[2 * axis] <= point[axis]) & (point[axis] <= intervals[2 * axis + 1]);
      inside[index] = within;
    }
}

/**
 * gauss_box_contains:
 * @intervals: lower and upper end for each axis: @dimension × 2 numbers
 * @points: @count × @dimension numbers
 * @count: how many points
 * @dimension: the number of axes
 * @inside: (out caller-allocates) (array length=count): becomes 1 for a point inside or on the border, else 0
 *
 * Tells which points lie in a box.
 */
void
gauss_box_contains (const double *intervals, const double *points, gsize count, guint dimension, guint8 *inside)
{
  /* Here and below: a dimension that the compiler knows makes a loop without an inner loop. */
  switch (dimension)
    {
    case 1:
      box_contains (intervals, points, count, 1, inside);
      break;
    case 2:
      box_contains (intervals, points, count, 2, inside);
      break;
    case 3:
      box_contains (intervals, points, count, 3, inside);
      break;
    default:
      box_contains (intervals, points, count, dimension, inside);
      break;
    }
}

/* Tells which points are in the ball by squares that may be off by one unit in the last place. Returns whether a point came
 * so close to the surface that this matters. */
static G_ALWAYS_INLINE inline gboolean
ball_contains (const double *center, double limit, const double *points, gsize count, guint dimension, guint8 *inside)
{
  double margin = 4.0 * (dimension + 2) * DBL_EPSILON * limit + DBL_MIN;
  gboolean is_close = FALSE;

  for (gsize index = 0; index < count; index++)
    {
      const double *point = points + index * dimension;
      double distance = 0.0;

      for (guint axis = 0; axis < dimension; axis++)
        distance += (point[axis] - center[axis]) * (point[axis] - center[axis]);
      inside[index] = distance <= limit;
      is_close |= fabs (distance - limit) <= margin;
    }
  return is_close;
}

static gboolean
ball_contains_fast (const double *center, double limit, const double *points, gsize count, guint dimension, guint8 *inside)
{
  switch (dimension)
    {
    case 1:
      return ball_contains (center, limit, points, count, 1, inside);
    case 2:
      return ball_contains (center, limit, points, count, 2, inside);
    case 3:
      return ball_contains (center, limit, points, count, 3, inside);
    default:
      return ball_contains (center, limit, points, count, dimension, inside);
    }
}

static G_ALWAYS_INLINE inline double
squared_distance (const double *point, const double *center, guint dimension)
{
  double distance = 0.0;

  for (guint axis = 0; axis < dimension; axis++)
    distance += square (point[axis] - center[axis]);
  return distance;
}

/**
 * gauss_ball_contains:
 * @center: the center: @dimension numbers
 * @radius: the radius
 * @points: @count × @dimension numbers
 * @count: how many points
 * @dimension: the number of axes
 * @inside: (out caller-allocates) (array length=count): becomes 1 for a point inside or on the surface, else 0
 *
 * Tells which points lie in a ball: those whose squared distance, summed in the order of the axes, is at most radius².
 */
void
gauss_ball_contains (const double *center, double radius, const double *points, gsize count, guint dimension, guint8 *inside)
{
  double limit = square (radius);

  if (G_LIKELY (!ball_contains_fast (center, limit, points, count, dimension, inside)))
    return;
  for (gsize index = 0; index < count; index++)
    inside[index] = squared_distance (points + index * dimension, center, dimension) <= limit;
}

static G_ALWAYS_INLINE inline gsize
keep_inside (double *points, gsize count, guint dimension, const guint8 *inside)
{
  gsize kept = 0;

  for (gsize index = 0; index < count; index++)
    {
      /* Without a branch: what is copied for a point outside is overwritten by the next. */
      for (guint axis = 0; axis < dimension; axis++)
        points[kept * dimension + axis] = points[index * dimension + axis];
      kept += inside[index];
    }
  return kept;
}

/**
 * gauss_points_keep_inside:
 * @points: @count × @dimension numbers
 * @count: how many points
 * @dimension: the numbers of a point
 * @inside: (array length=count): 1 for a point to keep, else 0
 *
 * Moves the points that are inside to the front, in their order, so that an integrand sees no point outside its region.
 *
 * Returns: how many there are
 */
gsize
gauss_points_keep_inside (double *points, gsize count, guint dimension, const guint8 *inside)
{
  switch (dimension)
    {
    case 1:
      return keep_inside (points, count, 1, inside);
    case 2:
      return keep_inside (points, count, 2, inside);
    case 3:
      return keep_inside (points, count, 3, inside);
    default:
      return keep_inside (points, count, dimension, inside);
    }
}

/**
 * gauss_constant_evaluate:
 * @value: the value everywhere
 * @count: how many points
 * @values: (out caller-allocates) (array length=count): becomes the value at each point
 *
 * Evaluates a constant. The functor that is one everywhere is that of 1.
 */
void
gauss_constant_evaluate (double value, gsize count, double *values)
{
  for (gsize index = 0; index < count; index++)
    values[index] = value;
}

static G_ALWAYS_INLINE inline void
squared_distances (const double *mean, const double *points, gsize count, guint dimension, double *values)
{
  for (gsize index = 0; index < count; index++)
    values[index] = squared_distance (points + index * dimension, mean, dimension);
}

/**
 * gauss_gaussian_evaluate:
 * @mean: the mean: @dimension numbers
 * @spread: the spread; not 0
 * @points: @count × @dimension numbers
 * @count: how many points
 * @dimension: the number of axes
 * @values: (out caller-allocates) (array length=count): becomes the value at each point; not the same memory as @points
 *
 * Evaluates exp (−|x − μ|² / 2σ²) / (√(2π) σ). As in the original the factor is that of one axis, whatever the dimension.
 */
void
gauss_gaussian_evaluate (const double *mean, double spread, const double *points, gsize count, guint dimension,
                         double *values)
{
  double width = 2.0 * square (spread);
  double normalization = sqrt (2.0 * G_PI) * spread;

  switch (dimension)
    {
    case 1:
      squared_distances (mean, points, count, 1, values);
      break;
    case 2:
      squared_distances (mean, points, count, 2, values);
      break;
    case 3:
      squared_distances (mean, points, count, 3, values);
      break;
    default:
      squared_distances (mean, points, count, dimension, values);
      break;
    }
  /* One loop: the divisions fit into the time that exp waits. Vectorised in loops of their own they were slower. */
  for (gsize index = 0; index < count; index++)
    values[index] = exp (-values[index] / width) / normalization;
}

/**
 * gauss_values_sum:
 * @total: the sum of the blocks before; 0 at first
 * @values: (array length=count): the values
 * @count: how many
 *
 * Adds values one after the other. The total goes through, since sums of blocks that were added later would round otherwise.
 *
 * Returns: the new total
 */
double
gauss_values_sum (double total, const double *values, gsize count)
{
  for (gsize index = 0; index < count; index++)
    total += values[index];
  return total;
}

/**
 * gauss_values_sum_inside:
 * @total: the sum of the blocks before; 0 at first
 * @values: (array length=count): the values
 * @inside: (array length=count): 1 for a value to add, else 0
 * @count: how many
 *
 * Adds the values of the points inside one after the other; what a value outside is does not matter, not even when it is
 * not a number.
 *
 * Returns: the new total
 */
double
gauss_values_sum_inside (double total, const double *values, const guint8 *inside, gsize count)
{
  for (gsize index = 0; index < count; index++)
    total += inside[index] ? values[index] : 0.0;
  return total;
}
