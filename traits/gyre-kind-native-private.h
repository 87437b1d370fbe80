/* gyre-kind-native-private.h: What the kinds share on the way to native values and to data
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-kind-private.h"

/* Integers of a field, which may have no sign. */
static inline GyreStorage
gyre_kind_integer_storage (const GyreTrait *trait)
{
  gboolean is_foreign = trait->storage == GYRE_STORAGE_NONE && trait->has_type;

  return is_foreign && (trait->type == G_TYPE_UINT64 || trait->type == G_TYPE_ULONG) ? GYRE_STORAGE_UINT64 : (GyreStorage) trait->storage;
}

char       *gyre_kind_integer_to_text   (GyreStorage        storage,
                                         gint64             bits);
void        gyre_kind_integer_bound_unsigned (long double   least,
                                         long double        greatest,
                                         gint64            *minimum,
                                         gint64            *maximum);

/* Values that are a boxed type of GObject: theirs, or a text. */
GParamSpec *gyre_kind_specify_boxed     (const GyreTrait   *trait,
                                         GParamFlags        flags,
                                         GType              type);
gboolean    gyre_kind_boxed_from_gvalue (const GyreTrait   *trait,
                                         const GValue      *source,
                                         GType              type,
                                         GyreValue         *value,
                                         GError           **error);
void        gyre_kind_boxed_to_gvalue   (const GyreTrait   *trait,
                                         GyreValue          value,
                                         GValue            *target);
gboolean    gyre_kind_equal_pointers    (GyreValue          value,
                                         GyreValue          other);

/* Texts. */
GParamSpec *gyre_kind_specify_string    (const GyreTrait   *trait,
                                         GParamFlags        flags);
gboolean    gyre_kind_string_from_gvalue (const GyreTrait  *trait,
                                         const GValue      *source,
                                         GyreValue         *value,
                                         GError           **error);
void        gyre_kind_string_to_gvalue  (const GyreTrait   *trait,
                                         GyreValue          value,
                                         GValue            *target);
GVariant   *gyre_kind_string_to_variant (const GyreTrait   *trait,
                                         GyreValue          value);
gboolean    gyre_kind_string_from_variant (const GyreTrait *trait,
                                         GVariant          *variant,
                                         GyreValue         *value,
                                         GError           **error);

/* For GyreKind.check_options: that a value which is its own field is not said to be nullable. */
gboolean    gyre_kind_check_room        (const GyreTrait   *trait,
                                         GError           **error);
/* The text of the default of an environment variable. */
const char *gyre_kind_environment_variable_get_initial (const GyreTrait *trait);

/* Data. */
GVariant   *gyre_kind_print_variant     (const GyreTrait   *trait,
                                         GyreValue          value);
gboolean    gyre_kind_from_variant      (const GyreTrait   *trait,
                                         GVariant          *variant,
                                         GyreValue         *value,
                                         GError           **error);
GVariant   *gyre_kind_unwrap_variant    (GVariant          *variant);
gboolean    gyre_kind_refuse_variant    (const GyreTrait   *trait,
                                         GVariant          *variant,
                                         GError           **error);
void        gyre_kind_describe          (GVariantBuilder   *builder,
                                         const char        *name,
                                         const char        *text);
void        gyre_kind_describe_text     (const GyreTrait   *trait,
                                         GVariantBuilder   *builder);
