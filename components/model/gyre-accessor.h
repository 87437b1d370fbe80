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
gboolean gyre_component_commit_quantity    (gpointer         self,
                                            guint            slot,
                                            GyreQuantity     value,
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
gboolean gyre_component_commit_unsigned    (gpointer         self,
                                            guint            slot,
                                            guint64          value,
                                            gconstpointer    place,
                                            GError         **error);
gboolean gyre_component_commit_pointer     (gpointer         self,
                                            guint            slot,
                                            const GyreKind  *kind,
                                            gconstpointer    value,
                                            gconstpointer    place,
                                            GError         **error);
gpointer gyre_component_open_stream        (gpointer         self,
                                            guint            slot,
                                            GError         **error);
gpointer gyre_component_fetch_object       (gpointer         self,
                                            guint            slot,
                                            GError         **error);
void     gyre_component_settle             (gpointer         self,
                                            guint            slot);

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
#define GYRE_DECLARE_UNSIGNED(Self, prefix, field, type) \
  type prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, guint64 value, GError **error)
#define GYRE_DECLARE_COMPLEX(Self, prefix, field) \
  GyreComplex prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, GyreComplex value, GError **error)
#define GYRE_DECLARE_FRACTION(Self, prefix, field) \
  GyreFraction prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, GyreFraction value, GError **error)
#define GYRE_DECLARE_FLAGS(Self, prefix, field, type) GYRE_DECLARE_ENUMERATION (Self, prefix, field, type)
#define GYRE_DECLARE_TIME(Self, prefix, field) GYRE_DECLARE_INTEGER (Self, prefix, field, gint64)
#define GYRE_DECLARE_POINTER(Self, prefix, field, type) \
  type *prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, const type *value, GError **error)
#define GYRE_DECLARE_DECIMAL(Self, prefix, field) GYRE_DECLARE_POINTER (Self, prefix, field, GyreDecimal)
#define GYRE_DECLARE_DATE(Self, prefix, field) GYRE_DECLARE_POINTER (Self, prefix, field, GDate)
#define GYRE_DECLARE_TIMESTAMP(Self, prefix, field) GYRE_DECLARE_POINTER (Self, prefix, field, GDateTime)
#define GYRE_DECLARE_URI(Self, prefix, field) GYRE_DECLARE_POINTER (Self, prefix, field, GUri)
#define GYRE_DECLARE_INTERNET_ADDRESS(Self, prefix, field) GYRE_DECLARE_POINTER (Self, prefix, field, GyreInternetAddress)
#define GYRE_DECLARE_VARIANT(Self, prefix, field) GYRE_DECLARE_POINTER (Self, prefix, field, GVariant)
#define GYRE_DECLARE_OBJECT(Self, prefix, field, type) GYRE_DECLARE_POINTER (Self, prefix, field, type)
#define GYRE_DECLARE_BOXED(Self, prefix, field) GYRE_DECLARE_POINTER (Self, prefix, field, GyreBoxed)
#define GYRE_DECLARE_ENVIRONMENT_VARIABLE(Self, prefix, field) GYRE_DECLARE_STRING (Self, prefix, field)
#define GYRE_DECLARE_SECRET(Self, prefix, field) GYRE_DECLARE_STRING (Self, prefix, field)
#define GYRE_DECLARE_INPUT_STREAM(Self, prefix, field) \
  GInputStream *prefix##_open_##field (Self *self, GError **error); \
  GYRE_DECLARE_POINTER (Self, prefix, field, GyreStream)
#define GYRE_DECLARE_OUTPUT_STREAM(Self, prefix, field) \
  GOutputStream *prefix##_open_##field (Self *self, GError **error); \
  GYRE_DECLARE_POINTER (Self, prefix, field, GyreStream)
#define GYRE_DECLARE_ARRAY(Self, prefix, field) \
  GyreArray *prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, const GyreArray *value, GError **error)
#define GYRE_DECLARE_LIST(Self, prefix, field) \
  GyreList *prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, GyreList *value, GError **error)
#define GYRE_DECLARE_QUANTITY(Self, prefix, field) \
  GyreQuantity prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, GyreQuantity value, GError **error)
#define GYRE_DECLARE_DURATION(Self, prefix, field) GYRE_DECLARE_INTEGER (Self, prefix, field, GTimeSpan)
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

/* Definitions, one macro a kind. The widest type that a number comes in has no sign where the field has 64 bits without one. */
#define GYRE_WIDE(Self, field) \
  __typeof__ (_Generic (GYRE_FIELD (Self, field), unsigned long: (guint64) 0, unsigned long long: (guint64) 0, default: (gint64) 0))
#define GYRE_SLOT(prefix, field) ((guint) prefix##_first_slot + prefix##_trait_##field)
#define GYRE_SETTER(prefix, field, ...) G_GNUC_NO_INLINE gboolean prefix##_set_##field (__VA_ARGS__, GError **error)
#define GYRE_COMMIT(kind, prefix, field, value) \
  return gyre_component_commit_##kind (self, GYRE_SLOT (prefix, field), value, __builtin_return_address (0), error);

/* A getter makes a computed value first. The table of the class is constant, so that a getter of any other trait stays one load. */
#define GYRE_SETTLE(prefix, field) \
  G_STMT_START { \
    if (prefix##_traits[prefix##_trait_##field].compute != NULL || prefix##_traits[prefix##_trait_##field].delegate != NULL) \
      gyre_component_settle (self, GYRE_SLOT (prefix, field)); \
  } G_STMT_END

#define GYRE_ACCESSORS_boolean(Self, prefix, field, ...) \
  GYRE_DECLARE_BOOLEAN (Self, prefix, field); \
  bool prefix##_get_##field (Self *self) { GYRE_SETTLE (prefix, field); return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, bool value) { GYRE_COMMIT (boolean, prefix, field, value) }
#define GYRE_ACCESSORS_integer(Self, prefix, field, ...) \
  __typeof__ (GYRE_FIELD (Self, field)) prefix##_get_##field (Self *self); \
  gboolean prefix##_set_##field (Self *self, GYRE_WIDE (Self, field) value, GError **error); \
  __typeof__ (GYRE_FIELD (Self, field)) prefix##_get_##field (Self *self) { GYRE_SETTLE (prefix, field); return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, GYRE_WIDE (Self, field) value) \
  { \
    return _Generic (value, guint64: gyre_component_commit_unsigned, default: gyre_component_commit_integer) \
      (self, GYRE_SLOT (prefix, field), value, __builtin_return_address (0), error); \
  }
#define GYRE_ACCESSORS_real(Self, prefix, field, ...) \
  GYRE_DECLARE_REAL (Self, prefix, field); \
  double prefix##_get_##field (Self *self) { GYRE_SETTLE (prefix, field); return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, double value) { GYRE_COMMIT (real, prefix, field, value) }
#define GYRE_ACCESSORS_string(Self, prefix, field, ...) \
  GYRE_DECLARE_STRING (Self, prefix, field); \
  const char *prefix##_get_##field (Self *self) { GYRE_SETTLE (prefix, field); return self->field; } \
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
    GYRE_SETTLE (prefix, field); \
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
  __typeof__ (GYRE_FIELD (Self, field)) prefix##_get_##field (Self *self) { GYRE_SETTLE (prefix, field); return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, __typeof__ (GYRE_FIELD (Self, field)) value) \
  { GYRE_COMMIT (integer, prefix, field, (gint64) value) }
#define GYRE_ACCESSORS_array(Self, prefix, field, ...) \
  GYRE_DECLARE_ARRAY (Self, prefix, field); \
  GyreArray *prefix##_get_##field (Self *self) { GYRE_SETTLE (prefix, field); return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, const GyreArray *value) { GYRE_COMMIT (array, prefix, field, value) }
#define GYRE_ACCESSORS_list(Self, prefix, field, ...) \
  GYRE_DECLARE_LIST (Self, prefix, field); \
  GyreList *prefix##_get_##field (Self *self) { GYRE_SETTLE (prefix, field); return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, GyreList *value) { GYRE_COMMIT (list, prefix, field, value) }
#define GYRE_ACCESSORS_quantity(Self, prefix, field, ...) \
  GYRE_DECLARE_QUANTITY (Self, prefix, field); \
  GyreQuantity prefix##_get_##field (Self *self) { return *(const GyreQuantity *) (gconstpointer) &self->field; } \
  GYRE_SETTER (prefix, field, Self *self, GyreQuantity value) { GYRE_COMMIT (quantity, prefix, field, value) }
#define GYRE_ACCESSORS_duration(Self, prefix, field, ...) GYRE_ACCESSORS_integer (Self, prefix, field, )
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

/* A struct that lies in place: another type of the same layout is told as the library's own. */
#define GYRE_ACCESSORS_IN_PLACE(Self, prefix, field, type, kind) \
  type prefix##_get_##field (Self *self) { return *(const type *) (gconstpointer) &self->field; } \
  GYRE_SETTER (prefix, field, Self *self, type value) { GYRE_COMMIT_POINTER (kind, prefix, field, &value) }
#define GYRE_COMMIT_POINTER(kind, prefix, field, value) \
  return gyre_component_commit_pointer (self, GYRE_SLOT (prefix, field), &gyre_kind_##kind, value, __builtin_return_address (0), error);
#define GYRE_ACCESSORS_complex(Self, prefix, field, ...) \
  GYRE_DECLARE_COMPLEX (Self, prefix, field); \
  GYRE_ACCESSORS_IN_PLACE (Self, prefix, field, GyreComplex, complex)
#define GYRE_ACCESSORS_fraction(Self, prefix, field, ...) \
  GYRE_DECLARE_FRACTION (Self, prefix, field); \
  GYRE_ACCESSORS_IN_PLACE (Self, prefix, field, GyreFraction, fraction)
#define GYRE_ACCESSORS_flags(Self, prefix, field, ...) GYRE_ACCESSORS_enumeration (Self, prefix, field, )
#define GYRE_ACCESSORS_time(Self, prefix, field, ...) \
  GYRE_DECLARE_TIME (Self, prefix, field); \
  gint64 prefix##_get_##field (Self *self) { GYRE_SETTLE (prefix, field); return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, gint64 value) { GYRE_COMMIT (integer, prefix, field, value) }
#define GYRE_ACCESSORS_POINTER(Self, prefix, field, type, kind) \
  GYRE_DECLARE_POINTER (Self, prefix, field, type); \
  type *prefix##_get_##field (Self *self) { GYRE_SETTLE (prefix, field); return (gpointer) self->field; } \
  GYRE_SETTER (prefix, field, Self *self, const type *value) { GYRE_COMMIT_POINTER (kind, prefix, field, value) }
#define GYRE_ACCESSORS_decimal(Self, prefix, field, ...) GYRE_ACCESSORS_POINTER (Self, prefix, field, GyreDecimal, decimal)
#define GYRE_ACCESSORS_date(Self, prefix, field, ...) GYRE_ACCESSORS_POINTER (Self, prefix, field, GDate, date)
#define GYRE_ACCESSORS_timestamp(Self, prefix, field, ...) GYRE_ACCESSORS_POINTER (Self, prefix, field, GDateTime, timestamp)
#define GYRE_ACCESSORS_uri(Self, prefix, field, ...) GYRE_ACCESSORS_POINTER (Self, prefix, field, GUri, uri)
#define GYRE_ACCESSORS_internet_address(Self, prefix, field, ...) \
  GYRE_ACCESSORS_POINTER (Self, prefix, field, GyreInternetAddress, internet_address)
#define GYRE_ACCESSORS_variant(Self, prefix, field, ...) GYRE_ACCESSORS_POINTER (Self, prefix, field, GVariant, variant)
#define GYRE_ACCESSORS_object(Self, prefix, field, ...) \
  GYRE_ACCESSORS_POINTER (Self, prefix, field, __typeof__ (*GYRE_FIELD (Self, field)), object)
#define GYRE_ACCESSORS_boxed(Self, prefix, field, ...) GYRE_ACCESSORS_POINTER (Self, prefix, field, GyreBoxed, boxed)
#define GYRE_ACCESSORS_environment_variable(Self, prefix, field, ...) GYRE_ACCESSORS_string (Self, prefix, field, )
#define GYRE_ACCESSORS_secret(Self, prefix, field, ...) GYRE_ACCESSORS_string (Self, prefix, field, )
#define GYRE_ACCESSORS_input_stream(Self, prefix, field, ...) \
  GYRE_DECLARE_INPUT_STREAM (Self, prefix, field); \
  GInputStream *prefix##_open_##field (Self *self, GError **error) \
  { return gyre_component_open_stream (self, GYRE_SLOT (prefix, field), error); } \
  GYRE_ACCESSORS_POINTER (Self, prefix, field, GyreStream, input_stream)
#define GYRE_ACCESSORS_output_stream(Self, prefix, field, ...) \
  GYRE_DECLARE_OUTPUT_STREAM (Self, prefix, field); \
  GOutputStream *prefix##_open_##field (Self *self, GError **error) \
  { return gyre_component_open_stream (self, GYRE_SLOT (prefix, field), error); } \
  GYRE_ACCESSORS_POINTER (Self, prefix, field, GyreStream, output_stream)

#define GYRE_TRAIT_ACCESSORS(context, row) GYRE_CASE (GYRE_TRAIT_ACCESSORS_, row) (context, row)
#define GYRE_TRAIT_ACCESSORS_0(context, row)
#define GYRE_TRAIT_ACCESSORS_1(context, row) GYRE_TRAIT_ACCESSORS_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_TRAIT_ACCESSORS_(...) GYRE_TRAIT_ACCESSORS__ (__VA_ARGS__)
#define GYRE_TRAIT_ACCESSORS__(Self, prefix, kind, ...) GYRE_ACCESSORS_##kind (Self, prefix, __VA_ARGS__)
