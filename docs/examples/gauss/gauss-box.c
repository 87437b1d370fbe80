/* gauss-box.c: All points whose coordinates lie in intervals
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss-dimension.h"
#include "gauss-kernels.h"

struct _GaussBox
{
  GyreComponent parent_instance;

  GyreArray *intervals;
};

/* Whether the intervals are pairs; only then does the box have a dimension. */
static gboolean
check_intervals (GaussBox *self, GError **error)
{
  if (self->intervals->rank == 2 && self->intervals->shape[1] == 2)
    return TRUE;
  g_set_error (error, GAUSS_ERROR, GAUSS_ERROR_DIMENSION, "a box has a pair of numbers for each dimension, such as ((0, 1), (0, 1))");
  return FALSE;
}

static double
gauss_box_measure_volume (GaussBox *self, GError **error)
{
  return check_intervals (self, error) ? gauss_box_measure (self->intervals->values, self->intervals->shape[0]) : 0.0;
}

static gboolean
gauss_box_contains_points (GaussBox *self, const GyreArray *points, GyreArray *inside, GError **error)
{
  guint8 marks[GAUSS_BLOCK_LENGTH];

  if (!check_intervals (self, error) || !gauss_dimension_check (points, self->intervals->shape[0], "box", error))
    return FALSE;
  for (gsize start = 0; start < points->shape[0]; start += GAUSS_BLOCK_LENGTH)
    {
      gsize count = MIN (points->shape[0] - start, GAUSS_BLOCK_LENGTH);

      gauss_box_contains (self->intervals->values, points->values + start * points->shape[1], count, points->shape[1], marks);
      for (gsize index = 0; index < count; index++)
        inside->values[start + index] = marks[index];
    }
  return TRUE;
}

GYRE_DEFINE_COMPONENT (GaussBox, gauss_box, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_array (intervals, "((0, 1), (0, 1))", .constraints = GYRE_NOT_EMPTY,
                .summary = "from where to where the box goes in each dimension")),
  GYRE_BEHAVIORS (
    gyre_behavior (measure, gauss_box_measure_volume, (real), .summary = "length, area, volume of the box"),
    gyre_behavior (contains, gauss_box_contains_points, (nothing, (array, points), (buffer, inside)),
                   .summary = "for each point, 1 if it is in the box, else 0")),
  GYRE_IMPLEMENTS (GAUSS_TYPE_SHAPE),
  .family = "gauss.shapes.box",
  .summary = "all points whose coordinates lie in intervals")
