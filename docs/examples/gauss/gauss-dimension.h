/* gauss-dimension.h: Points of another dimension are an error
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gauss.h"

gboolean gauss_dimension_check (const GyreArray *points,
                                gsize            dimension,
                                const char      *subject,
                                GError         **error);
