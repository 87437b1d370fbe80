/* gyre-accessor.h: Typed accessors of traits
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A getter is a load from the struct. A setter checks the rules of the trait, keeps where it was called from, stores, and tells
 * the observers. Setters are never inlined: their return address is the place that the value was said at.
 */
#pragma once
#pragma GCC system_header

#include "gyre-component.h"
#include "gyre-declare.h"

GYRE_BEGIN_DECLARATIONS

gboolean gyre_component_commit_boolean     (gpointer         self,
                                            guint            slot,
                                            gboolean         value,
                                            gconstpointer    place,
                                            GError         **error);
gboolean gyre_component_commit_integer     (gpointer         self,
                                            guint            slot,
                                            gint64           value,
                                            gconstpointer    place,
                                            GError         **error);
gboolean gyre_component_commit_real        (gpointer         self,
                                            guint            slot,
                                            double           value,
                                            gconstpointer    place,
                                            GError         **error);
gboolean gyre_component_commit_none        (gpointer         self,
                                            guint            slot,
                                            gconstpointer    place,
                                            GError         **error);
gboolean gyre_component_commit_string      (gpointer         self,
                                            guint            slot,
                                            const char      *value,
                                            gconstpointer    place,
                                            GError         **error);
gboolean gyre_component_commit_array       (gpointer         self,
                                            guint            slot,
                                            const GyreArray *value,
                                            gconstpointer    place,
                                            GError         **error);
gboolean gyre_component_commit_list        (gpointer         self,
                                            guint            slot,
                                            GyreList        *value,
                                            gconstpointer    place,
                                            GError         **error);
gboolean gyre_component_commit_mapping     (gpointer         self,
                                            guint            slot,
                                            GyreMapping     *value,
                                            gconstpointer    place,
                                            GError         **error);
GyreList *gyre_component_fetch_list        (gpointer         self,
                                            guint            slot,
                                            GError         **error);
GyreMapping *gyre_component_fetch_mapping  (gpointer         self,
                                            guint            slot,
                                            GError         **error);
gboolean gyre_component_commit_object      (gpointer         self,
                                            guint            slot,
                                            gpointer         value,
                                            gconstpointer    place,
                                            GError         **error);
gpointer gyre_component_fetch_object       (gpointer         self,
                                            guint            slot,
                                            GError         **error);

GYRE_END_DECLARATIONS

/* Prototypes for a header. */
#define GYRE_DECLARE_BOOLEAN(Self, prefix, field) \
  bool prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, bool value, GError **error)
#define GYRE_DECLARE_INTEGER(Self, prefix, field, type) \
  type prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, gint64 value, GError **error)
#define GYRE_DECLARE_REAL(Self, prefix, field) \
  double prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, double value, GError **error)
#define GYRE_DECLARE_STRING(Self, prefix, field) \
  const char *prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, const char *value, GError **error)
#define GYRE_DECLARE_PATH(Self, prefix, field) GYRE_DECLARE_STRING (Self, prefix, field)
#define GYRE_DECLARE_MAYBE_BOOLEAN(Self, prefix, field) \
  gboolean prefix##_get_##field (Self *self, gboolean *value); \
  gboolean prefix##_set_##field (Self *self, const gboolean *value, GError **error)
#define GYRE_DECLARE_MAYBE_INTEGER(Self, prefix, field) \
  gboolean prefix##_get_##field (Self *self, gint64 *value); \
  gboolean prefix##_set_##field (Self *self, const gint64 *value, GError **error)
#define GYRE_DECLARE_MAYBE_REAL(Self, prefix, field) \
  gboolean prefix##_get_##field (Self *self, double *value); \
  gboolean prefix##_set_##field (Self *self, const double *value, GError **error)
#define GYRE_DECLARE_ENUMERATION(Self, prefix, field, type) \
  type prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, type value, GError **error)
#define GYRE_DECLARE_ARRAY(Self, prefix, field) \
  GyreArray *prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, const GyreArray *value, GError **error)
#define GYRE_DECLARE_LIST(Self, prefix, field) \
  GyreList *prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, GyreList *value, GError **error)
#define GYRE_DECLARE_MAPPING(Self, prefix, field) \
  GyreMapping *prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, GyreMapping *value, GError **error)
#define GYRE_DECLARE_FACILITIES(Self, prefix, field) \
  GyreList *prefix##_get_##field (Self *self, GError **error); \
  gboolean prefix##_set_##field (Self *self, GyreList *value, GError **error)
#define GYRE_DECLARE_FACILITY_MAPPING(Self, prefix, field) \
  GyreMapping *prefix##_get_##field (Self *self, GError **error); \
  gboolean prefix##_set_##field (Self *self, GyreMapping *value, GError **error)
#define GYRE_DECLARE_SET(Self, prefix, field) GYRE_DECLARE_LIST (Self, prefix, field)
#define GYRE_DECLARE_TUPLE(Self, prefix, field) GYRE_DECLARE_LIST (Self, prefix, field)
#define GYRE_DECLARE_CATALOG(Self, prefix, field) GYRE_DECLARE_MAPPING (Self, prefix, field)
#define GYRE_DECLARE_FACILITY(Self, prefix, field, type) \
  type *prefix##_get_##field (Self *self, GError **error); \
  gboolean prefix##_set_##field (Self *self, type *value, GError **error)

/* Definitions, one macro a kind. */
#define GYRE_SLOT(prefix, field) ((guint) prefix##_first_slot + prefix##_trait_##field)
#define GYRE_SETTER(prefix, field, ...) G_GNUC_NO_INLINE gboolean prefix##_set_##field (__VA_ARGS__, GError **error)
#define GYRE_COMMIT(kind, prefix, field, value) \
  return gyre_component_commit_##kind (self, GYRE_SLOT (prefix, field), value, __builtin_return_address (0), error);

#define GYRE_ACCESSORS_boolean(Self, prefix, field, ...) \
  GYRE_DECLARE_BOOLEAN (Self, prefix, field); \
  bool prefix##_get_##field (Self *self) { return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, bool value) { GYRE_COMMIT (boolean, prefix, field, value) }
#define GYRE_ACCESSORS_integer(Self, prefix, field, ...) \
  GYRE_DECLARE_INTEGER (Self, prefix, field, __typeof__ (GYRE_FIELD (Self, field))); \
  __typeof__ (GYRE_FIELD (Self, field)) prefix##_get_##field (Self *self) { return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, gint64 value) { GYRE_COMMIT (integer, prefix, field, value) }
#define GYRE_ACCESSORS_real(Self, prefix, field, ...) \
  GYRE_DECLARE_REAL (Self, prefix, field); \
  double prefix##_get_##field (Self *self) { return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, double value) { GYRE_COMMIT (real, prefix, field, value) }
#define GYRE_ACCESSORS_string(Self, prefix, field, ...) \
  GYRE_DECLARE_STRING (Self, prefix, field); \
  const char *prefix##_get_##field (Self *self) { return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, const char *value) { GYRE_COMMIT (string, prefix, field, value) }
#define GYRE_ACCESSORS_path(Self, prefix, field, ...) GYRE_ACCESSORS_string (Self, prefix, field, )
/* A field of another type is told by the check of the row; here it must not be told again. */
#define GYRE_MAYBE_boolean GyreMaybeBoolean
#define GYRE_MAYBE_integer GyreMaybeInteger
#define GYRE_MAYBE_real GyreMaybeReal
#define GYRE_ACCESSORS_MAYBE(Self, prefix, field, type, kind) \
  gboolean prefix##_get_##field (Self *self, type *value) \
  { \
    const GYRE_MAYBE_##kind *maybe = (gconstpointer) &self->field; \
    if (maybe->present && value != NULL) \
      *value = maybe->value; \
    return maybe->present; \
  } \
  GYRE_SETTER (prefix, field, Self *self, const type *value) \
  { \
    if (value == NULL) \
      return gyre_component_commit_none (self, GYRE_SLOT (prefix, field), __builtin_return_address (0), error); \
    GYRE_COMMIT (kind, prefix, field, *value) \
  }
#define GYRE_ACCESSORS_maybe_boolean(Self, prefix, field, ...) \
  GYRE_DECLARE_MAYBE_BOOLEAN (Self, prefix, field); \
  GYRE_ACCESSORS_MAYBE (Self, prefix, field, gboolean, boolean)
#define GYRE_ACCESSORS_maybe_integer(Self, prefix, field, ...) \
  GYRE_DECLARE_MAYBE_INTEGER (Self, prefix, field); \
  GYRE_ACCESSORS_MAYBE (Self, prefix, field, gint64, integer)
#define GYRE_ACCESSORS_maybe_real(Self, prefix, field, ...) \
  GYRE_DECLARE_MAYBE_REAL (Self, prefix, field); \
  GYRE_ACCESSORS_MAYBE (Self, prefix, field, double, real)
#define GYRE_ACCESSORS_enumeration(Self, prefix, field, ...) \
  GYRE_DECLARE_ENUMERATION (Self, prefix, field, __typeof__ (GYRE_FIELD (Self, field))); \
  __typeof__ (GYRE_FIELD (Self, field)) prefix##_get_##field (Self *self) { return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, __typeof__ (GYRE_FIELD (Self, field)) value) \
  { GYRE_COMMIT (integer, prefix, field, (gint64) value) }
#define GYRE_ACCESSORS_array(Self, prefix, field, ...) \
  GYRE_DECLARE_ARRAY (Self, prefix, field); \
  GyreArray *prefix##_get_##field (Self *self) { return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, const GyreArray *value) { GYRE_COMMIT (array, prefix, field, value) }
#define GYRE_ACCESSORS_list(Self, prefix, field, ...) \
  GYRE_DECLARE_LIST (Self, prefix, field); \
  GyreList *prefix##_get_##field (Self *self) { return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, GyreList *value) { GYRE_COMMIT (list, prefix, field, value) }
#define GYRE_ACCESSORS_set(Self, prefix, field, ...) GYRE_ACCESSORS_list (Self, prefix, field, )
#define GYRE_ACCESSORS_tuple(Self, prefix, field, ...) GYRE_ACCESSORS_list (Self, prefix, field, )
#define GYRE_ACCESSORS_mapping(Self, prefix, field, ...) \
  GYRE_DECLARE_MAPPING (Self, prefix, field); \
  GyreMapping *prefix##_get_##field (Self *self) { return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, GyreMapping *value) { GYRE_COMMIT (mapping, prefix, field, value) }
#define GYRE_ACCESSORS_catalog(Self, prefix, field, ...) GYRE_ACCESSORS_mapping (Self, prefix, field, )
#define GYRE_ACCESSORS_facilities(Self, prefix, field, ...) \
  GYRE_DECLARE_FACILITIES (Self, prefix, field); \
  GyreList *prefix##_get_##field (Self *self, GError **error) \
  { return gyre_component_fetch_list (self, GYRE_SLOT (prefix, field), error); } \
  GYRE_SETTER (prefix, field, Self *self, GyreList *value) { GYRE_COMMIT (list, prefix, field, value) }
#define GYRE_ACCESSORS_facility_mapping(Self, prefix, field, ...) \
  GYRE_DECLARE_FACILITY_MAPPING (Self, prefix, field); \
  GyreMapping *prefix##_get_##field (Self *self, GError **error) \
  { return gyre_component_fetch_mapping (self, GYRE_SLOT (prefix, field), error); } \
  GYRE_SETTER (prefix, field, Self *self, GyreMapping *value) { GYRE_COMMIT (mapping, prefix, field, value) }
#define GYRE_ACCESSORS_facility(Self, prefix, field, ...) \
  __typeof__ (GYRE_FIELD (Self, field)) prefix##_get_##field (Self *self, GError **error); \
  gboolean prefix##_set_##field (Self *self, __typeof__ (GYRE_FIELD (Self, field)) value, GError **error); \
  __typeof__ (GYRE_FIELD (Self, field)) prefix##_get_##field (Self *self, GError **error) \
  { return gyre_component_fetch_object (self, GYRE_SLOT (prefix, field), error); } \
  GYRE_SETTER (prefix, field, Self *self, __typeof__ (GYRE_FIELD (Self, field)) value) \
  { GYRE_COMMIT (object, prefix, field, value) }

#define GYRE_TRAIT_ACCESSORS(context, row) GYRE_CASE (GYRE_TRAIT_ACCESSORS_, row) (context, row)
#define GYRE_TRAIT_ACCESSORS_0(context, row)
#define GYRE_TRAIT_ACCESSORS_1(context, row) GYRE_TRAIT_ACCESSORS_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_TRAIT_ACCESSORS_(...) GYRE_TRAIT_ACCESSORS__ (__VA_ARGS__)
#define GYRE_TRAIT_ACCESSORS__(Self, prefix, kind, ...) GYRE_ACCESSORS_##kind (Self, prefix, __VA_ARGS__)
