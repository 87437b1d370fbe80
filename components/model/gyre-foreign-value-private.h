/* gyre-foreign-value-private.h: Values that other code keeps
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-state-private.h"

gboolean gyre_foreign_value_write         (GyreComponent   *component,
                                           const GyreTrait *trait,
                                           GyreValue        value,
                                           GyreProvenance   provenance);
gboolean gyre_foreign_value_write_text    (GyreComponent   *component,
                                           const GyreTrait *trait,
                                           const char      *text,
                                           GyreProvenance   provenance,
                                           GError         **error);
gboolean gyre_foreign_value_write_native  (GyreComponent   *component,
                                           const GyreTrait *trait,
                                           const GValue    *source,
                                           GyreProvenance   provenance,
                                           GError         **error);
gboolean gyre_foreign_value_write_birth   (GyreComponent   *component,
                                           const GyreTrait *trait,
                                           GError         **error);
gboolean gyre_foreign_value_is_opaque     (const GyreTrait *trait);
void     gyre_foreign_value_load         (GyreComponent   *component,
                                          const GyreTrait *trait,
                                          GValue          *native);
gboolean gyre_foreign_value_read_native  (GyreComponent   *component,
                                          const GyreTrait *trait,
                                          const GValue    *source,
                                          GyreProvenance  *provenance,
                                          GValue          *native,
                                          GError         **error);
gboolean gyre_foreign_value_read_text    (GyreComponent   *component,
                                          const GyreTrait *trait,
                                          const char      *text,
                                          GyreProvenance  *provenance,
                                          GValue          *native,
                                          GError         **error);
