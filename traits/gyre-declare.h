/* gyre-declare.h: How the tables of a class are written
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GYRE_TRAITS and GYRE_BEHAVIORS hold rows. Each row becomes a tuple of its kind, its field and its options, and each tuple is
 * expanded several times: once to checks that speak of the field by its name, once to a row of a constant table, once to typed
 * accessors. Options are designated initialisers: any order, and a misspelt one is a compile error.
 *
 *     GYRE_TRAITS (
 *       gyre_real  (amplitude, 1.0, .aliases = "a", .summary = "the value at the origin"),
 *       gyre_array (exponents, "0", .aliases = "β", .units = "1/m", .summary = "one decay rate for each dimension"))
 *
 *     GYRE_BEHAVIORS (
 *       gyre_behavior (evaluate, gauss_exponential_evaluate, (nothing, (array, points), (buffer, values)),
 *                      .summary = "the value at each point"))
 *
 * The elements of a container are a kind, or what one of the words for elements with options says:
 *
 *     gyre_list    (names, string, "(a, b)")
 *     gyre_list    (grid, GYRE_LIST_OF (GYRE_OF (real, .minimum = 0)), "()")
 *     gyre_set     (flavours, GYRE_ENUMERATION_OF (gauss_mode), "()")
 *     gyre_tuple   (range, (real, GYRE_OF (real, .nullable = TRUE)), "(0, none)")
 *     gyre_mapping (weights, real, "(a: 1, \"b c\": 2)", .minimum = 0)
 *     gyre_catalog (groups, string, "(first: (a, b), second: ())")
 *     gyre_facilities (parts, gauss_shape, "(gauss.shapes.ball, #other)")
 *     gyre_facility_mapping (tools, gauss_tool, "()")
 *
 * Rules behind the default hold for elements that are a kind alone; `.constraints = GYRE_NOT_EMPTY` is the container's own. The
 * rules of an element that has options stand among those.
 *
 * A row ends where the tuple ends, so nothing here is evaluated at run time.
 */
#pragma once
#pragma GCC system_header

#include "gyre-behavior.h"
#include "gyre-boxed.h"
#include "gyre-decimal.h"
#include "gyre-each.h"
#include "gyre-internet-address.h"
#include "gyre-list.h"
#include "gyre-rule.h"
#include "gyre-stream.h"
#include "gyre-mapping.h"
#include "gyre-trait.h"

#include <math.h>
#include <stdbool.h>

/* Options that have other defaults than 0 stand before those of the row; that is what designated initialisers are for. */
#if defined (__clang__)
#define GYRE_BEGIN_TABLE _Pragma ("clang diagnostic push") _Pragma ("clang diagnostic ignored \"-Winitializer-overrides\"")
#define GYRE_END_TABLE _Pragma ("clang diagnostic pop")
#else
#define GYRE_BEGIN_TABLE _Pragma ("GCC diagnostic push") _Pragma ("GCC diagnostic ignored \"-Woverride-init\"")
#define GYRE_END_TABLE _Pragma ("GCC diagnostic pop")
#endif

/* The tables. */
#define GYRE_TRAITS(...) (__VA_ARGS__)
#define GYRE_BEHAVIORS(...) (__VA_ARGS__)

/* The rows. */
#define gyre_boolean(...) (boolean, __VA_ARGS__)
#define gyre_integer(...) (integer, __VA_ARGS__)
#define gyre_real(...) (real, __VA_ARGS__)
#define gyre_string(...) (string, __VA_ARGS__)
#define gyre_path(...) (path, __VA_ARGS__)
#define gyre_maybe_boolean(...) (maybe_boolean, __VA_ARGS__)
#define gyre_maybe_integer(...) (maybe_integer, __VA_ARGS__)
#define gyre_maybe_real(...) (maybe_real, __VA_ARGS__)
#define gyre_enumeration(...) (enumeration, __VA_ARGS__)
#define gyre_complex(...) (complex, __VA_ARGS__)
#define gyre_decimal(...) (decimal, __VA_ARGS__)
#define gyre_fraction(...) (fraction, __VA_ARGS__)
#define gyre_flags(...) (flags, __VA_ARGS__)
#define gyre_date(...) (date, __VA_ARGS__)
#define gyre_time(...) (time, __VA_ARGS__)
#define gyre_timestamp(...) (timestamp, __VA_ARGS__)
#define gyre_uri(...) (uri, __VA_ARGS__)
#define gyre_internet_address(...) (internet_address, __VA_ARGS__)
#define gyre_variant(...) (variant, __VA_ARGS__)
#define gyre_object(...) (object, __VA_ARGS__)
#define gyre_boxed(...) (boxed, __VA_ARGS__)
#define gyre_environment_variable(...) (environment_variable, __VA_ARGS__)
#define gyre_secret(...) (secret, __VA_ARGS__)
#define gyre_input_stream(...) (input_stream, __VA_ARGS__)
#define gyre_output_stream(...) (output_stream, __VA_ARGS__)
#define gyre_array(...) (array, __VA_ARGS__)
#define gyre_list(...) (list, __VA_ARGS__)
#define gyre_set(...) (set, __VA_ARGS__)
#define gyre_tuple(...) (tuple, __VA_ARGS__)
#define gyre_mapping(...) (mapping, __VA_ARGS__)
#define gyre_catalog(...) (catalog, __VA_ARGS__)
#define gyre_strings(field, ...) (list, field, string, __VA_ARGS__)
#define gyre_paths(field, ...) (list, field, path, __VA_ARGS__)
#define gyre_uris(field, ...) (list, field, uri, __VA_ARGS__)
#define gyre_facilities(...) (facilities, __VA_ARGS__)
#define gyre_facility_mapping(...) (facility_mapping, __VA_ARGS__)
#define gyre_facility(...) (facility, __VA_ARGS__)
#define gyre_quantity(...) (quantity, __VA_ARGS__)
#define gyre_duration(...) (duration, __VA_ARGS__)
#define gyre_behavior(...) (__VA_ARGS__)

/* What the checks ask. */
#define GYRE_FIELD(Self, field) (((Self *) 0)->field)
#define GYRE_FIELD_IS(Self, field, type) __builtin_types_compatible_p (__typeof__ (GYRE_FIELD (Self, field)), type)
#define GYRE_IS_INTEGER_FIELD(Self, field) \
  _Generic (GYRE_FIELD (Self, field), signed char: 1, unsigned char: 1, char: 1, short: 1, unsigned short: 1, int: 1, \
            unsigned int: 1, long: 1, unsigned long: 1, long long: 1, unsigned long long: 1, default: 0)
#define GYRE_IS_WORD_FIELD(Self, field) \
  _Generic (GYRE_FIELD (Self, field), int: 1, unsigned int: 1, default: 0)
#define GYRE_IS_POINTER_FIELD(Self, field) (__builtin_classify_type (GYRE_FIELD (Self, field)) == 5)
#define GYRE_IS_WHOLE(value) \
  _Generic ((value), signed char: 1, unsigned char: 1, char: 1, short: 1, unsigned short: 1, int: 1, unsigned int: 1, \
            long: 1, unsigned long: 1, long long: 1, unsigned long long: 1, bool: 1, default: 0)
#define GYRE_IS_NUMBER(value) \
  _Generic ((value), float: 1, double: 1, long double: 1, default: GYRE_IS_WHOLE (value))
#define GYRE_IS_TEXT(value) _Generic ((value), char *: 1, const char *: 1, void *: 1, default: 0)

#define GYRE_INTEGER_STORAGE(Self, field) \
  _Generic (GYRE_FIELD (Self, field), signed char: GYRE_STORAGE_INT8, char: GYRE_STORAGE_INT8, \
            unsigned char: GYRE_STORAGE_UINT8, short: GYRE_STORAGE_INT16, unsigned short: GYRE_STORAGE_UINT16, \
            int: GYRE_STORAGE_INT32, unsigned int: GYRE_STORAGE_UINT32, unsigned long: GYRE_STORAGE_UINT64, \
            unsigned long long: GYRE_STORAGE_UINT64, default: GYRE_STORAGE_INT64)

/* The kinds that a list can be of: what is defined here counts. */
#define GYRE_ELEMENT_boolean ~, 1
#define GYRE_ELEMENT_integer ~, 1
#define GYRE_ELEMENT_real ~, 1
#define GYRE_ELEMENT_string ~, 1
#define GYRE_ELEMENT_path ~, 1
#define GYRE_ELEMENT_enumeration ~, 1
#define GYRE_ELEMENT_quantity ~, 1
#define GYRE_ELEMENT_duration ~, 1
#define GYRE_ELEMENT_array ~, 1
#define GYRE_ELEMENT_complex ~, 1
#define GYRE_ELEMENT_decimal ~, 1
#define GYRE_ELEMENT_fraction ~, 1
#define GYRE_ELEMENT_date ~, 1
#define GYRE_ELEMENT_time ~, 1
#define GYRE_ELEMENT_timestamp ~, 1
#define GYRE_ELEMENT_uri ~, 1
#define GYRE_ELEMENT_internet_address ~, 1
#define GYRE_ELEMENT_variant ~, 1
#define GYRE_IS_ELEMENT(...) GYRE_IS_TUPLE_ (__VA_ARGS__, 0, ~)

/* The words for elements with options. Each becomes a tuple that holds the initialiser of a declaration. */
#define GYRE_OF(...) GYRE_OF_ (__VA_ARGS__, )
#define GYRE_OF_(kind_, ...) ({ .kind = &gyre_kind_##kind_, GYRE_UNBOUNDED, __VA_ARGS__ })
#define GYRE_UNBOUNDED .minimum = -(long double) INFINITY, .maximum = (long double) INFINITY
#define GYRE_ENUMERATION_OF(...) GYRE_ENUMERATION_OF_ (__VA_ARGS__, )
#define GYRE_ENUMERATION_OF_(type_, ...) ({ .kind = &gyre_kind_enumeration, .get_type = type_##_get_type, __VA_ARGS__ })
#define GYRE_FACILITY_OF(...) GYRE_FACILITY_OF_ (__VA_ARGS__, )
#define GYRE_FACILITY_OF_(interface_, ...) ({ .kind = &gyre_kind_facility, .get_type = interface_##_get_type, __VA_ARGS__ })
#define GYRE_LIST_OF(...) GYRE_CONTAINER_OF (list, __VA_ARGS__, )
#define GYRE_SET_OF(...) GYRE_CONTAINER_OF (set, __VA_ARGS__, )
#define GYRE_MAPPING_OF(...) GYRE_CONTAINER_OF (mapping, __VA_ARGS__, )
#define GYRE_CONTAINER_OF(kind_, element_, ...) ({ .kind = &gyre_kind_##kind_, .of = GYRE_ONE_OF (element_), __VA_ARGS__ })
#define GYRE_TUPLE_OF(...) ({ .kind = &gyre_kind_tuple, .parts = GYRE_PARTS ((__VA_ARGS__)) })
#define GYRE_ONE_OF(element) (const GyreTraitDeclaration[]) { GYRE_INITIALISER (element) }
#define GYRE_PARTS(parts) \
  (const GyreTraitDeclaration[]) { GYRE_EACH_ARGUMENT (GYRE_PART, (), parts) { .kind = NULL } }
#define GYRE_PART(context, part) GYRE_INITIALISER (part),
#define GYRE_INITIALISER(element) GYRE_CASE (GYRE_INITIALISER_, element) (element)
#define GYRE_INITIALISER_0(element) { .kind = &gyre_kind_##element, GYRE_UNBOUNDED }
#define GYRE_INITIALISER_1(element) GYRE_UNPACK element
#define GYRE_CHECK_ELEMENT(field, element) GYRE_CASE (GYRE_CHECK_ELEMENT_, element) (field, element)
#define GYRE_CHECK_ELEMENT_1(field, element)
#define GYRE_CHECK_ELEMENT_0(field, element) \
  _Static_assert (GYRE_IS_ELEMENT (GYRE_ELEMENT_##element), \
                  "trait '" #field "': elements are of a kind of values, or GYRE_OF (…) and its kin, not " #element);
#define GYRE_CHECK_PART(field, part) GYRE_CHECK_ELEMENT (field, part)

/* A field that is not there must not bring an avalanche: this one line speaks of it, by its name. */
#define GYRE_CHECK_FIELD(Self, field, holds, wanted) \
  _Static_assert (holds, "trait '" #field "': the field must be " wanted);
#define GYRE_CHECK_DEFAULT(field, holds, wanted) \
  _Static_assert (holds, "trait '" #field "': the default must be " wanted);

/* Checks, one macro a kind. */
#define GYRE_CHECK_boolean(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, bool), "a bool") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_WHOLE (initial), "true or false")
#define GYRE_CHECK_integer(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_IS_INTEGER_FIELD (Self, field), "an integer of up to 64 bits") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_WHOLE (initial), "an integer")
#define GYRE_CHECK_real(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, double), "a double") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_NUMBER (initial), "a number")
#define GYRE_CHECK_string(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, char *), "a char *") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text or NULL")
#define GYRE_CHECK_path(Self, field, initial, ...) GYRE_CHECK_string (Self, field, initial, )
#define GYRE_CHECK_maybe_boolean(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreMaybeBoolean), "a GyreMaybeBoolean") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"none\"")
#define GYRE_CHECK_maybe_integer(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreMaybeInteger), "a GyreMaybeInteger") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"none\"")
#define GYRE_CHECK_maybe_real(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreMaybeReal), "a GyreMaybeReal") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"none\"")
#define GYRE_CHECK_enumeration(Self, field, type, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_IS_WORD_FIELD (Self, field), "of an enumeration type") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_WHOLE (initial), "a word of the enumeration")
#define GYRE_CHECK_TEXT_OF(Self, field, initial, type, example) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, type), "a " #type) \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as " example)
#define GYRE_CHECK_complex(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreComplex) || GYRE_FIELD_IS (Self, field, _Complex double), \
                    "a GyreComplex or a double _Complex") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"3+4j\"")
#define GYRE_CHECK_decimal(Self, field, initial, ...) GYRE_CHECK_TEXT_OF (Self, field, initial, GyreDecimal *, "\"0.10\"")
#define GYRE_CHECK_fraction(Self, field, initial, ...) GYRE_CHECK_TEXT_OF (Self, field, initial, GyreFraction, "\"3/4\"")
#define GYRE_CHECK_flags(Self, field, type, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_IS_WORD_FIELD (Self, field), "of a flags type") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_WHOLE (initial), "words of the flags")
#define GYRE_CHECK_date(Self, field, initial, ...) GYRE_CHECK_TEXT_OF (Self, field, initial, GDate *, "\"2026-08-02\"")
#define GYRE_CHECK_time(Self, field, initial, ...) GYRE_CHECK_TEXT_OF (Self, field, initial, gint64, "\"12:30\"")
#define GYRE_CHECK_timestamp(Self, field, initial, ...) \
  GYRE_CHECK_TEXT_OF (Self, field, initial, GDateTime *, "\"2026-08-02T12:30:00Z\"")
#define GYRE_CHECK_uri(Self, field, initial, ...) GYRE_CHECK_TEXT_OF (Self, field, initial, GUri *, "\"https://localhost/\"")
#define GYRE_CHECK_internet_address(Self, field, initial, ...) \
  GYRE_CHECK_TEXT_OF (Self, field, initial, GyreInternetAddress *, "\"localhost:80\"")
#define GYRE_CHECK_variant(Self, field, initial, ...) GYRE_CHECK_TEXT_OF (Self, field, initial, GVariant *, "\"[1, 2]\"")
#define GYRE_CHECK_object(Self, field, type, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_IS_POINTER_FIELD (Self, field), "a pointer to an object") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "NULL")
#define GYRE_CHECK_boxed(Self, field, type, initial, ...) GYRE_CHECK_TEXT_OF (Self, field, initial, GyreBoxed *, "NULL")
#define GYRE_CHECK_environment_variable(Self, field, initial, ...) GYRE_CHECK_string (Self, field, initial, )
#define GYRE_CHECK_secret(Self, field, initial, ...) GYRE_CHECK_string (Self, field, initial, )
#define GYRE_CHECK_input_stream(Self, field, initial, ...) GYRE_CHECK_TEXT_OF (Self, field, initial, GyreStream *, "\"stdin\"")
#define GYRE_CHECK_output_stream(Self, field, initial, ...) GYRE_CHECK_TEXT_OF (Self, field, initial, GyreStream *, "\"stdout\"")
#define GYRE_CHECK_array(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreArray *), "a GyreArray *") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"(0, 0)\"")
#define GYRE_CHECK_list(Self, field, element, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreList *), "a GyreList *") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"(a, b)\"") \
  GYRE_CHECK_ELEMENT (field, element)
#define GYRE_CHECK_quantity(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreQuantity), "a GyreQuantity") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"9.81 m/s^2\"")
#define GYRE_CHECK_duration(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, gint64), "a gint64 or a GTimeSpan, for microseconds") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"30 ms\"")
#define GYRE_CHECK_set(Self, field, element, initial, ...) GYRE_CHECK_list (Self, field, element, initial, )
#define GYRE_CHECK_tuple(Self, field, parts, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreList *), "a GyreList *") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"(a, b)\"") \
  GYRE_EACH_ARGUMENT (GYRE_CHECK_PART, field, parts)
#define GYRE_CHECK_mapping(Self, field, element, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreMapping *), "a GyreMapping *") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"(key: value)\"") \
  GYRE_CHECK_ELEMENT (field, element)
#define GYRE_CHECK_catalog(Self, field, element, initial, ...) GYRE_CHECK_mapping (Self, field, element, initial, )
#define GYRE_CHECK_facilities(Self, field, interface, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreList *), "a GyreList *") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"(a, b)\"")
#define GYRE_CHECK_facility_mapping(Self, field, interface, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreMapping *), "a GyreMapping *") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"(key: value)\"")
#define GYRE_CHECK_facility(Self, field, interface, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_IS_POINTER_FIELD (Self, field), "a pointer to an object") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text that says a component, or NULL")

/* Rows of the constant table, one macro a kind. */
#define GYRE_ROW(Self, member, kind_, storage_, initial_, ...) \
  GYRE_ROW_OF (Self, member, &gyre_kind_##kind_, storage_, initial_, __VA_ARGS__)
/* A kind of other code has macros GYRE_CHECK_x, GYRE_ROW_x and GYRE_ACCESSORS_x of its own, and a row that is (x, …). */
#define GYRE_ROW_OF(Self, member, kind_, storage_, initial_, ...) \
  { .field = #member, .kind = (kind_), .storage = (storage_), .offset = __builtin_offsetof (Self, member), \
    .initial = { initial_ }, .minimum = -(long double) INFINITY, .maximum = (long double) INFINITY, __VA_ARGS__ },
#define GYRE_ROW_boolean(Self, member, value, ...) \
  GYRE_ROW (Self, member, boolean, GYRE_STORAGE_BOOLEAN, .boolean = (value), __VA_ARGS__)
#define GYRE_ROW_integer(Self, member, value, ...) \
  GYRE_ROW (Self, member, integer, GYRE_INTEGER_STORAGE (Self, member), .integer = (value), __VA_ARGS__)
#define GYRE_ROW_real(Self, member, value, ...) \
  GYRE_ROW (Self, member, real, GYRE_STORAGE_DOUBLE, .real = (value), __VA_ARGS__)
#define GYRE_ROW_string(Self, member, value, ...) \
  GYRE_ROW (Self, member, string, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_path(Self, member, value, ...) \
  GYRE_ROW (Self, member, path, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_maybe_boolean(Self, member, value, ...) \
  GYRE_ROW (Self, member, boolean, GYRE_STORAGE_MAYBE_BOOLEAN, .text = (value), __VA_ARGS__)
#define GYRE_ROW_maybe_integer(Self, member, value, ...) \
  GYRE_ROW (Self, member, integer, GYRE_STORAGE_MAYBE_INTEGER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_maybe_real(Self, member, value, ...) \
  GYRE_ROW (Self, member, real, GYRE_STORAGE_MAYBE_REAL, .text = (value), __VA_ARGS__)
#define GYRE_ROW_enumeration(Self, member, type_, value, ...) \
  GYRE_ROW (Self, member, enumeration, GYRE_STORAGE_INT32, .integer = (value), .get_type = type_##_get_type, __VA_ARGS__)
#define GYRE_ROW_complex(Self, member, value, ...) \
  GYRE_ROW (Self, member, complex, GYRE_STORAGE_COMPLEX, .text = (value), __VA_ARGS__)
#define GYRE_ROW_decimal(Self, member, value, ...) \
  GYRE_ROW (Self, member, decimal, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_fraction(Self, member, value, ...) \
  GYRE_ROW (Self, member, fraction, GYRE_STORAGE_FRACTION, .text = (value), __VA_ARGS__)
#define GYRE_ROW_flags(Self, member, type_, value, ...) \
  GYRE_ROW (Self, member, flags, GYRE_STORAGE_UINT32, .integer = (value), .get_type = type_##_get_type, __VA_ARGS__)
#define GYRE_ROW_date(Self, member, value, ...) \
  GYRE_ROW (Self, member, date, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_time(Self, member, value, ...) \
  GYRE_ROW (Self, member, time, GYRE_STORAGE_TIME, .text = (value), __VA_ARGS__)
#define GYRE_ROW_timestamp(Self, member, value, ...) \
  GYRE_ROW (Self, member, timestamp, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_uri(Self, member, value, ...) \
  GYRE_ROW (Self, member, uri, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_internet_address(Self, member, value, ...) \
  GYRE_ROW (Self, member, internet_address, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_variant(Self, member, value, ...) \
  GYRE_ROW (Self, member, variant, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_object(Self, member, type_, value, ...) \
  GYRE_ROW (Self, member, object, GYRE_STORAGE_POINTER, .text = (value), .get_type = type_##_get_type, __VA_ARGS__)
#define GYRE_ROW_boxed(Self, member, type_, value, ...) \
  GYRE_ROW (Self, member, boxed, GYRE_STORAGE_POINTER, .text = (value), .get_type = type_##_get_type, __VA_ARGS__)
#define GYRE_ROW_environment_variable(Self, member, value, ...) \
  GYRE_ROW (Self, member, environment_variable, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_secret(Self, member, value, ...) \
  GYRE_ROW (Self, member, secret, GYRE_STORAGE_POINTER, .text = (value), .secret = TRUE, __VA_ARGS__)
#define GYRE_ROW_input_stream(Self, member, value, ...) \
  GYRE_ROW (Self, member, input_stream, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_output_stream(Self, member, value, ...) \
  GYRE_ROW (Self, member, output_stream, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_array(Self, member, value, ...) \
  GYRE_ROW (Self, member, array, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_quantity(Self, member, value, ...) \
  GYRE_ROW (Self, member, quantity, GYRE_STORAGE_QUANTITY, .text = (value), __VA_ARGS__)
#define GYRE_ROW_duration(Self, member, value, ...) \
  GYRE_ROW (Self, member, duration, GYRE_STORAGE_INT64, .text = (value), __VA_ARGS__)
#define GYRE_ROW_CONTAINER(Self, member, kind, element, value, ...) \
  GYRE_ROW (Self, member, kind, GYRE_STORAGE_POINTER, .text = (value), GYRE_ROW_ELEMENT (element), __VA_ARGS__)
#define GYRE_ROW_ELEMENT(element) GYRE_CASE (GYRE_ROW_ELEMENT_, element) (element)
#define GYRE_ROW_ELEMENT_0(element_) .element = &gyre_kind_##element_
#define GYRE_ROW_ELEMENT_1(element_) .of = GYRE_ONE_OF (element_)
#define GYRE_ROW_list(Self, member, element, value, ...) GYRE_ROW_CONTAINER (Self, member, list, element, value, __VA_ARGS__)
#define GYRE_ROW_set(Self, member, element, value, ...) GYRE_ROW_CONTAINER (Self, member, set, element, value, __VA_ARGS__)
#define GYRE_ROW_mapping(Self, member, element, value, ...) GYRE_ROW_CONTAINER (Self, member, mapping, element, value, __VA_ARGS__)
#define GYRE_ROW_tuple(Self, member, parts_, value, ...) \
  GYRE_ROW (Self, member, tuple, GYRE_STORAGE_POINTER, .text = (value), .parts = GYRE_PARTS (parts_), __VA_ARGS__)
#define GYRE_ROW_catalog(Self, member, element_, value, ...) \
  GYRE_ROW (Self, member, catalog, GYRE_STORAGE_POINTER, .text = (value), \
            .of = (const GyreTraitDeclaration[]) { { .kind = &gyre_kind_list, .of = GYRE_ONE_OF (element_) } }, __VA_ARGS__)
#define GYRE_ROW_facilities(Self, member, interface, value, ...) \
  GYRE_ROW_CONTAINER (Self, member, list, GYRE_FACILITY_OF (interface), value, __VA_ARGS__)
#define GYRE_ROW_facility_mapping(Self, member, interface, value, ...) \
  GYRE_ROW_CONTAINER (Self, member, mapping, GYRE_FACILITY_OF (interface), value, __VA_ARGS__)
#define GYRE_ROW_facility(Self, member, interface_, value, ...) \
  GYRE_ROW (Self, member, facility, GYRE_STORAGE_POINTER, .text = (value), .get_type = interface_##_get_type, __VA_ARGS__)

/*
 * A row whose word is misspelt is no tuple, as nobody expands it. One check says so and quotes it; the other expansions
 * pass over it, so that there is no avalanche.
 */
#define GYRE_TUPLE_MARK(...) ~, 1
#define GYRE_IS_TUPLE(row) GYRE_IS_TUPLE_ (GYRE_TUPLE_MARK row, 0, ~)
#define GYRE_IS_TUPLE_(...) GYRE_IS_TUPLE__ (__VA_ARGS__)
#define GYRE_IS_TUPLE__(first, second, ...) second
#define GYRE_CASE(macro, row) GYRE_CASE_ (macro, GYRE_IS_TUPLE (row))
#define GYRE_CASE_(macro, case) GYRE_CASE__ (macro, case)
#define GYRE_CASE__(macro, case) macro##case
#define GYRE_NO_TUPLE(context, row) \
  _Static_assert (0, "no row of a table, or a kind that is not known: " #row);

/*
 * A context is (Self, prefix); these put it and the tuple of a row together. The comma behind the row gives an argument to the
 * dots of the macros that follow where a row has no options: clang's -Wpedantic wants one.
 */
#define GYRE_TRAIT_CHECK(context, row) GYRE_CASE (GYRE_TRAIT_CHECK_, row) (context, row)
#define GYRE_TRAIT_CHECK_0(context, row) GYRE_NO_TUPLE (context, row)
#define GYRE_TRAIT_CHECK_1(context, row) GYRE_TRAIT_CHECK_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_TRAIT_CHECK_(...) GYRE_TRAIT_CHECK__ (__VA_ARGS__)
#define GYRE_TRAIT_CHECK__(Self, prefix, kind, ...) GYRE_CHECK_##kind (Self, __VA_ARGS__)
#define GYRE_TRAIT_ROW(context, row) GYRE_CASE (GYRE_TRAIT_ROW_, row) (context, row)
#define GYRE_TRAIT_ROW_0(context, row)
#define GYRE_TRAIT_ROW_1(context, row) GYRE_TRAIT_ROW_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_TRAIT_ROW_(...) GYRE_TRAIT_ROW__ (__VA_ARGS__)
#define GYRE_TRAIT_ROW__(Self, prefix, kind, ...) GYRE_ROW_##kind (Self, __VA_ARGS__)
#define GYRE_TRAIT_INDEX(context, row) GYRE_CASE (GYRE_TRAIT_INDEX_, row) (context, row)
#define GYRE_TRAIT_INDEX_0(context, row)
#define GYRE_TRAIT_INDEX_1(context, row) GYRE_TRAIT_INDEX_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_TRAIT_INDEX_(...) GYRE_TRAIT_INDEX__ (__VA_ARGS__)
#define GYRE_TRAIT_INDEX__(Self, prefix, kind, member, ...) prefix##_trait_##member,

/* What the sorts of arguments are in C. */
#define GYRE_RESULT_nothing gboolean
#define GYRE_RESULT_boolean gboolean
#define GYRE_RESULT_integer gint64
#define GYRE_RESULT_real double
#define GYRE_RESULT_string char *
#define GYRE_RESULT_array GyreArray *
#define GYRE_RESULT_object GObject *
#define GYRE_RESULT_variant GVariant *
#define GYRE_PASS_boolean gboolean
#define GYRE_PASS_integer gint64
#define GYRE_PASS_real double
#define GYRE_PASS_string const char *
#define GYRE_PASS_array const GyreArray *
#define GYRE_PASS_buffer GyreArray *
#define GYRE_PASS_object GObject *
#define GYRE_PASS_variant GVariant *
#define GYRE_PASS_reals const GyreArray *
#define GYRE_PASS_strings const char * const *
#define GYRE_KIND_nothing GYRE_ARGUMENT_NOTHING
#define GYRE_KIND_boolean GYRE_ARGUMENT_BOOLEAN
#define GYRE_KIND_integer GYRE_ARGUMENT_INTEGER
#define GYRE_KIND_real GYRE_ARGUMENT_REAL
#define GYRE_KIND_string GYRE_ARGUMENT_STRING
#define GYRE_KIND_array GYRE_ARGUMENT_ARRAY
#define GYRE_KIND_buffer GYRE_ARGUMENT_BUFFER
#define GYRE_KIND_object GYRE_ARGUMENT_OBJECT
#define GYRE_KIND_variant GYRE_ARGUMENT_VARIANT
#define GYRE_KIND_reals GYRE_ARGUMENT_REALS
#define GYRE_KIND_strings GYRE_ARGUMENT_STRINGS

/* A signature is (result, (kind, name, options…), …). */
#define GYRE_SIGNATURE_RESULT(signature) GYRE_SIGNATURE_RESULT_ (GYRE_UNPACK signature, )
#define GYRE_SIGNATURE_RESULT_(...) GYRE_SIGNATURE_RESULT__ (__VA_ARGS__)
#define GYRE_SIGNATURE_RESULT__(result, ...) GYRE_RESULT_##result
#define GYRE_SIGNATURE_KIND(signature) GYRE_SIGNATURE_KIND_ (GYRE_UNPACK signature, )
#define GYRE_SIGNATURE_KIND_(...) GYRE_SIGNATURE_KIND__ (__VA_ARGS__)
#define GYRE_SIGNATURE_KIND__(result, ...) GYRE_KIND_##result
#define GYRE_SIGNATURE_ARGUMENTS(signature) GYRE_SIGNATURE_TAIL (GYRE_COUNT signature) signature
#define GYRE_SIGNATURE_TAIL(count) GYRE_SIGNATURE_TAIL_ (count)
#define GYRE_SIGNATURE_TAIL_(count) GYRE_TAIL_##count
#define GYRE_TAIL_1(first) ()
#define GYRE_TAIL_2(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_3(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_4(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_5(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_6(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_7(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_8(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_9(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_10(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_11(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_12(first, ...) (__VA_ARGS__)
#define GYRE_TAIL_13(first, ...) (__VA_ARGS__)
#define GYRE_SIGNATURE_LENGTH(signature) GYRE_COUNT_ROWS (GYRE_SIGNATURE_ARGUMENTS (signature))
#define GYRE_COUNT_ROWS(rows) GYRE_COUNT rows
#define GYRE_SIGNATURE_ROW(signature) \
  { .result = GYRE_SIGNATURE_KIND (signature), .length = GYRE_SIGNATURE_LENGTH (signature), \
    .arguments = (const GyreArgument[]) { \
      GYRE_EACH_ARGUMENT (GYRE_ARGUMENT_ROW, (), GYRE_SIGNATURE_ARGUMENTS (signature)) { .name = NULL } } }
#define GYRE_ARGUMENT_ROW(context, argument) GYRE_ARGUMENT_ROW_ (GYRE_UNPACK argument, )
#define GYRE_ARGUMENT_ROW_(...) GYRE_ARGUMENT_ROW__ (__VA_ARGS__)
#define GYRE_ARGUMENT_ROW__(kind_, name_, ...) { .kind = GYRE_KIND_##kind_, .name = #name_, __VA_ARGS__ },
#define GYRE_ARGUMENT_PARAMETER(context, argument) GYRE_ARGUMENT_PARAMETER_ (GYRE_UNPACK argument, )
#define GYRE_ARGUMENT_PARAMETER_(...) GYRE_ARGUMENT_PARAMETER__ (__VA_ARGS__)
#define GYRE_ARGUMENT_PARAMETER__(kind, name, ...) , GYRE_PASS_##kind name
#define GYRE_ARGUMENT_NAME(context, argument) GYRE_ARGUMENT_NAME_ (GYRE_UNPACK argument, )
#define GYRE_ARGUMENT_NAME_(...) GYRE_ARGUMENT_NAME__ (__VA_ARGS__)
#define GYRE_ARGUMENT_NAME__(kind, name, ...) , name

/* Sums up to 1 at most where only the last argument stands for any number of values: those before it count twice. */
#define GYRE_ARGUMENT_VARIABLE(context, argument) GYRE_ARGUMENT_VARIABLE_ (GYRE_UNPACK argument, )
#define GYRE_ARGUMENT_VARIABLE_(...) GYRE_ARGUMENT_VARIABLE__ (__VA_ARGS__)
#define GYRE_ARGUMENT_VARIABLE__(kind, name, ...) * 2 + (GYRE_KIND_##kind >= GYRE_ARGUMENT_REALS)
#define GYRE_SIGNATURE_VARIABLE(signature) (0 GYRE_EACH_ARGUMENT (GYRE_ARGUMENT_VARIABLE, (), GYRE_SIGNATURE_ARGUMENTS (signature)))

/* Too many arguments: the check of the behavior says so, and nothing else has to. */
#define GYRE_EACH_ARGUMENT_9(...)
#define GYRE_EACH_ARGUMENT_10(...)
#define GYRE_EACH_ARGUMENT_11(...)
#define GYRE_EACH_ARGUMENT_12(...)

/* The parameters and the function type that a signature stands for. */
#define GYRE_SIGNATURE_PARAMETERS(Self, signature) \
  (Self *self GYRE_EACH_ARGUMENT (GYRE_ARGUMENT_PARAMETER, (), GYRE_SIGNATURE_ARGUMENTS (signature)), GError **error)
#define GYRE_SIGNATURE_CALL(signature) \
  (self GYRE_EACH_ARGUMENT (GYRE_ARGUMENT_NAME, (), GYRE_SIGNATURE_ARGUMENTS (signature)), error)
#define GYRE_SIGNATURE_FUNCTION(Self, signature) \
  GYRE_SIGNATURE_RESULT (signature) (*) GYRE_SIGNATURE_PARAMETERS (Self, signature)

#define GYRE_CHECK_BEHAVIOR_LENGTH(behavior, signature) \
  _Static_assert (GYRE_SIGNATURE_LENGTH (signature) <= GYRE_SIGNATURE_MAXIMUM_LENGTH, \
                  "behavior '" #behavior "': it has too many arguments"); \
  _Static_assert (GYRE_SIGNATURE_VARIABLE (signature) <= 1, \
                  "behavior '" #behavior "': only the last argument can stand for any number of values");

#define GYRE_BEHAVIOR_CHECK(context, row) GYRE_CASE (GYRE_BEHAVIOR_CHECK_, row) (context, row)
#define GYRE_BEHAVIOR_CHECK_0(context, row) GYRE_NO_TUPLE (context, row)
#define GYRE_BEHAVIOR_CHECK_1(context, row) GYRE_BEHAVIOR_CHECK_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_BEHAVIOR_CHECK_(...) GYRE_BEHAVIOR_CHECK__ (__VA_ARGS__)
#define GYRE_BEHAVIOR_CHECK__(Self, prefix, behavior, implementation, signature, ...) \
  _Static_assert (__builtin_types_compatible_p (__typeof__ (&implementation), GYRE_SIGNATURE_FUNCTION (Self, signature)), \
                  "behavior '" #behavior "': " #implementation " must take and give what the signature says: " #signature); \
  GYRE_CHECK_BEHAVIOR_LENGTH (behavior, signature)
#define GYRE_BEHAVIOR_ROW(context, row) GYRE_CASE (GYRE_BEHAVIOR_ROW_, row) (context, row)
#define GYRE_BEHAVIOR_ROW_0(context, row)
#define GYRE_BEHAVIOR_ROW_1(context, row) GYRE_BEHAVIOR_ROW_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_BEHAVIOR_ROW_(...) GYRE_BEHAVIOR_ROW__ (__VA_ARGS__)
#define GYRE_BEHAVIOR_ROW__(Self, prefix, behavior, implementation, signature_, ...) \
  { .name = #behavior, .function = G_CALLBACK (implementation), .signature = GYRE_SIGNATURE_ROW (signature_), __VA_ARGS__ },
