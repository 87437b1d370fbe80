/* gyre-shape-private.h: What a value that nobody has declared is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A shape is a trait without a name: a kind, the type that it needs, and of a container the shape of its elements. There is one
 * of each in the process, so two values have the same shape if the pointers are equal. All functions can be called from any thread.
 */
#pragma once

#include "gyre-term.h"
#include "gyre-trait.h"

const GyreTrait *gyre_shape_of_native    (const GValue     *value,
                                          GError          **error);
const GyreTrait *gyre_shape_of_text      (const char       *text);
gboolean         gyre_shape_read_term    (const GyreTerm   *term,
                                          const GyreTrait **shape,
                                          GyreValue        *value,
                                          GError          **error);
const GyreTrait *gyre_shape_get_plain    (const GyreKind   *kind);
char            *gyre_shape_print        (const GyreTrait  *shape,
                                          GyreValue         value);
char            *gyre_shape_dup_name     (const GyreTrait  *shape);
const GyreTrait *gyre_shape_from_name    (const char       *name,
                                          GError          **error);
