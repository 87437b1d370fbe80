/* gauss-dimension.c: Points of another dimension are an error
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss-dimension.h"

G_DEFINE_QUARK (gauss-error-quark, gauss_error)

/* Points are rows; the error names both dimensions and who has the other one. */
gboolean
gauss_dimension_check (const GyreArray *points, gsize dimension, const char *subject, GError **error)
{
  if (points->rank == 2 && points->shape[1] == dimension)
    return TRUE;
  g_set_error (error, GAUSS_ERROR, GAUSS_ERROR_DIMENSION,
               "the points have dimension %" G_GSIZE_FORMAT ", the %s has dimension %" G_GSIZE_FORMAT,
               points->rank == 2 ? points->shape[1] : points->rank, subject, dimension);
  return FALSE;
}
