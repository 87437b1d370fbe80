/* gauss-integral.h: The two integrals of the original, by blocks and without components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double gauss_integral_quarter_circle (gsize  samples,
                                      gint64 seed);
double gauss_integral_gaussian       (gsize  samples,
                                      gint64 seed);

G_END_DECLS
