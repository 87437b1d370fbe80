/* gyre-mapping.h: Values of one kind by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-kind.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_MAPPING (gyre_mapping_get_type ())
GType        gyre_mapping_get_type    (void);

/**
 * GyreMapping:
 *
 * Values of one kind, each under a key, in the order in which the keys were first mentioned. It is filled by who makes it and never
 * changed afterwards, so any thread may read it.
 *
 * Since: 0.1
 */
GyreMapping *gyre_mapping_new         (const GyreKind    *kind);
GyreMapping *gyre_mapping_ref         (GyreMapping       *mapping);
void         gyre_mapping_unref       (GyreMapping       *mapping);
void         gyre_mapping_take_value  (GyreMapping       *mapping,
                                       const char        *key,
                                       GyreValue          value);

guint        gyre_mapping_get_length  (const GyreMapping *mapping);
const GyreKind *gyre_mapping_get_kind (const GyreMapping *mapping);
const char  *gyre_mapping_get_key     (const GyreMapping *mapping,
                                       guint              index);
GyreValue    gyre_mapping_get_value   (const GyreMapping *mapping,
                                       guint              index);
gboolean     gyre_mapping_contains    (const GyreMapping *mapping,
                                       const char        *key);
gboolean     gyre_mapping_find        (const GyreMapping *mapping,
                                       const char        *key,
                                       guint             *index);
GyreValue    gyre_mapping_get         (const GyreMapping *mapping,
                                       const char        *key);
const char  *gyre_mapping_get_string  (const GyreMapping *mapping,
                                       const char        *key);
double       gyre_mapping_get_real    (const GyreMapping *mapping,
                                       const char        *key);
gint64       gyre_mapping_get_integer (const GyreMapping *mapping,
                                       const char        *key);
gboolean     gyre_mapping_get_boolean (const GyreMapping *mapping,
                                       const char        *key);
GyreList    *gyre_mapping_get_list    (const GyreMapping *mapping,
                                       const char        *key);
GyreMapping *gyre_mapping_get_mapping (const GyreMapping *mapping,
                                       const char        *key);
GObject     *gyre_mapping_get_object  (const GyreMapping *mapping,
                                       const char        *key);
char       **gyre_mapping_dup_keys    (const GyreMapping *mapping);

GyreMapping *gyre_mapping_replace     (const GyreMapping *mapping,
                                       guint              position,
                                       guint              removed,
                                       const GyreMapping *added);
GyreMapping *gyre_mapping_with        (const GyreMapping *mapping,
                                       const char        *key,
                                       GyreValue          value);
GyreMapping *gyre_mapping_without     (const GyreMapping *mapping,
                                       const char        *key);
gboolean     gyre_mapping_equal       (const GyreMapping *mapping,
                                       const GyreMapping *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreMapping, gyre_mapping_unref)

GYRE_END_DECLARATIONS
