/* gauss-components.h: The two integrals of the original, by the components of the module
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

double gauss_components_quarter_circle (gsize  samples,
                                        gint64 seed);
double gauss_components_gaussian       (gsize  samples,
                                        gint64 seed);
