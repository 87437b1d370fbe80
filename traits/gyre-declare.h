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
 * A row ends where the tuple ends, so nothing here is evaluated at run time.
 */
#pragma once
#pragma GCC system_header

#include "gyre-behavior.h"
#include "gyre-each.h"
#include "gyre-list.h"
#include "gyre-rule.h"
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
#define gyre_array(...) (array, __VA_ARGS__)
#define gyre_list(...) (list, __VA_ARGS__)
#define gyre_facility(...) (facility, __VA_ARGS__)
#define gyre_quantity(...) (quantity, __VA_ARGS__)
#define gyre_duration(...) (duration, __VA_ARGS__)
#define gyre_behavior(...) (__VA_ARGS__)

/* What the checks ask. */
#define GYRE_FIELD(Self, field) (((Self *) 0)->field)
#define GYRE_FIELD_IS(Self, field, type) __builtin_types_compatible_p (__typeof__ (GYRE_FIELD (Self, field)), type)
#define GYRE_IS_INTEGER_FIELD(Self, field) \
  _Generic (GYRE_FIELD (Self, field), signed char: 1, unsigned char: 1, char: 1, short: 1, unsigned short: 1, int: 1, \
            unsigned int: 1, long: 1, long long: 1, default: 0)
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
            int: GYRE_STORAGE_INT32, unsigned int: GYRE_STORAGE_UINT32, default: GYRE_STORAGE_INT64)

/* The kinds that a list can be of: what is defined here counts. */
#define GYRE_ELEMENT_boolean ~, 1
#define GYRE_ELEMENT_integer ~, 1
#define GYRE_ELEMENT_real ~, 1
#define GYRE_ELEMENT_string ~, 1
#define GYRE_ELEMENT_path ~, 1
#define GYRE_ELEMENT_enumeration ~, 1
#define GYRE_ELEMENT_quantity ~, 1
#define GYRE_ELEMENT_duration ~, 1
#define GYRE_IS_ELEMENT(...) GYRE_IS_TUPLE_ (__VA_ARGS__, 0, ~)

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
  GYRE_CHECK_FIELD (Self, field, GYRE_IS_INTEGER_FIELD (Self, field), "an integer of up to 64 bits, signed if it has 64") \
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
#define GYRE_CHECK_array(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreArray *), "a GyreArray *") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"(0, 0)\"")
#define GYRE_CHECK_list(Self, field, element, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreList *), "a GyreList *") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"(a, b)\"") \
  _Static_assert (GYRE_IS_ELEMENT (GYRE_ELEMENT_##element), \
                  "trait '" #field "': elements are of kind boolean, integer, real, string, path or enumeration, not " #element);
#define GYRE_CHECK_quantity(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, GyreQuantity), "a GyreQuantity") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"9.81 m/s^2\"")
#define GYRE_CHECK_duration(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, gint64), "a gint64 or a GTimeSpan, for microseconds") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text, such as \"30 ms\"")
#define GYRE_CHECK_facility(Self, field, interface, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_IS_POINTER_FIELD (Self, field), "a pointer to an object") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_TEXT (initial), "a text that says a component, or NULL")

/* Rows of the constant table, one macro a kind. */
#define GYRE_ROW(Self, member, kind_, storage_, initial_, ...) \
  { .field = #member, .kind = &gyre_kind_##kind_, .storage = (storage_), .offset = __builtin_offsetof (Self, member), \
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
#define GYRE_ROW_array(Self, member, value, ...) \
  GYRE_ROW (Self, member, array, GYRE_STORAGE_POINTER, .text = (value), __VA_ARGS__)
#define GYRE_ROW_list(Self, member, element_, value, ...) \
  GYRE_ROW (Self, member, list, GYRE_STORAGE_POINTER, .text = (value), .element = &gyre_kind_##element_, __VA_ARGS__)
#define GYRE_ROW_quantity(Self, member, value, ...) \
  GYRE_ROW (Self, member, quantity, GYRE_STORAGE_QUANTITY, .text = (value), __VA_ARGS__)
#define GYRE_ROW_duration(Self, member, value, ...) \
  GYRE_ROW (Self, member, duration, GYRE_STORAGE_INT64, .text = (value), __VA_ARGS__)
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
#define GYRE_KIND_nothing GYRE_ARGUMENT_NOTHING
#define GYRE_KIND_boolean GYRE_ARGUMENT_BOOLEAN
#define GYRE_KIND_integer GYRE_ARGUMENT_INTEGER
#define GYRE_KIND_real GYRE_ARGUMENT_REAL
#define GYRE_KIND_string GYRE_ARGUMENT_STRING
#define GYRE_KIND_array GYRE_ARGUMENT_ARRAY
#define GYRE_KIND_buffer GYRE_ARGUMENT_BUFFER
#define GYRE_KIND_object GYRE_ARGUMENT_OBJECT
#define GYRE_KIND_variant GYRE_ARGUMENT_VARIANT

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
                  "behavior '" #behavior "': it has too many arguments");

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
