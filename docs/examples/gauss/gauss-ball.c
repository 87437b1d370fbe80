/* gauss-ball.c: All points that are not farther from a center than a radius
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss-dimension.h"
#include "gauss-kernels.h"

struct _GaussBall
{
  GyreComponent parent_instance;

  GyreArray *center;
  double radius;
};

static double
gauss_ball_measure_volume (GaussBall *self, GError **error)
{
  return gauss_ball_measure (self->radius, self->center->length);
}

static gboolean
gauss_ball_contains_points (GaussBall *self, const GyreArray *points, GyreArray *inside, GError **error)
{
  guint8 marks[GAUSS_BLOCK_LENGTH];

  if (!gauss_dimension_check (points, self->center->length, "center", error))
    return FALSE;
  for (gsize start = 0; start < points->shape[0]; start += GAUSS_BLOCK_LENGTH)
    {
      gsize count = MIN (points->shape[0] - start, GAUSS_BLOCK_LENGTH);

      gauss_ball_contains (self->center->values, self->radius, points->values + start * points->shape[1], count,
                           points->shape[1], marks);
      for (gsize index = 0; index < count; index++)
        inside->values[start + index] = marks[index];
    }
  return TRUE;
}

GYRE_DEFINE_COMPONENT (GaussBall, gauss_ball, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_array (center, "(0, 0)", .summary = "the point in the middle", .constraints = GYRE_NOT_EMPTY),
    gyre_real (radius, 1.0, .units = "1", .constraints = GYRE_NOT_NEGATIVE, .summary = "how far the points can be from the center")),
  GYRE_BEHAVIORS (
    gyre_behavior (measure, gauss_ball_measure_volume, (real), .summary = "length, area, volume of the ball"),
    gyre_behavior (contains, gauss_ball_contains_points, (nothing, (array, points), (buffer, inside)),
                   .summary = "for each point, 1 if it is in the ball, else 0")),
  GYRE_IMPLEMENTS (GAUSS_TYPE_SHAPE),
  .family = "gauss.shapes.ball",
  .summary = "all points that are not farther from a center than a radius")
