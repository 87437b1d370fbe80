/* gyre-kind-private.h: What the kinds share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-trait.h"
#include "gyre-value-error-private.h"

GParamSpec *gyre_kind_specify_maybe  (const GyreTrait    *trait,
                                      GParamFlags         flags,
                                      const GVariantType *type);
gboolean    gyre_kind_refuse_type    (const GyreTrait    *trait,
                                      const GValue       *source,
                                      GError            **error);
gboolean    gyre_kind_number_from_gvalue (const GValue   *source,
                                      GyreValue          *value,
                                      gboolean           *is_whole);
GyreStorage gyre_kind_get_element_storage (const GyreKind *kind);
long double gyre_kind_duration_scale (const char         *units,
                                      long double         number);
GyreValue   gyre_kind_copy_string    (GyreValue           value);
void        gyre_kind_clear_string   (GyreValue           value);
gboolean    gyre_kind_equal_strings  (GyreValue           value,
                                      GyreValue           other);
gboolean    gyre_kind_validate_string (const GyreTrait   *trait,
                                      GyreValue           value,
                                      GError            **error);
gboolean    gyre_kind_unpack_variant (GVariant           *variant,
                                      GValue             *target);
