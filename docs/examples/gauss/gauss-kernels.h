/* gauss-kernels.h: Shapes and functors over a block of points
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Points lie one after the other, @dimension numbers each. No function allocates, keeps what it is given, or looks at more
 * than its arguments, so any thread may call any of them. The order of the operations is the Python original's, and so is
 * every bit of a result: compile with `-ffp-contract=off`.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GAUSS_BLOCK_LENGTH:
 *
 * How many points to work on at once. From 128 to 2048 the kernels were measured as equally fast; this many points of the
 * plane and their values still stay in the nearest cache (25 KB), and calls between components cost little for each.
 */
#define GAUSS_BLOCK_LENGTH 1024

double gauss_square             (double        number);

double gauss_box_measure        (const double *intervals,
                                 guint         dimension);
double gauss_ball_measure       (double        radius,
                                 guint         dimension);
void   gauss_box_contains       (const double *intervals,
                                 const double *points,
                                 gsize         count,
                                 guint         dimension,
                                 guint8       *inside);
void   gauss_ball_contains      (const double *center,
                                 double        radius,
                                 const double *points,
                                 gsize         count,
                                 guint         dimension,
                                 guint8       *inside);

gsize  gauss_points_keep_inside (double       *points,
                                 gsize         count,
                                 guint         dimension,
                                 const guint8 *inside);

void   gauss_constant_evaluate  (double        value,
                                 gsize         count,
                                 double       *values);
void   gauss_gaussian_evaluate  (const double *mean,
                                 double        spread,
                                 const double *points,
                                 gsize         count,
                                 guint         dimension,
                                 double       *values);

double gauss_values_sum         (double        total,
                                 const double *values,
                                 gsize         count);
double gauss_values_sum_inside  (double        total,
                                 const double *values,
                                 const guint8 *inside,
                                 gsize         count);

G_END_DECLS
