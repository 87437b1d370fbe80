/* gyre-kind.h: What a trait's values are and how they are read, written and kept
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-storage.h"
#include "gyre-value-error.h"

GYRE_BEGIN_DECLARATIONS

typedef struct _GyreKind GyreKind;
typedef struct _GyreTrait GyreTrait;

/**
 * GyreKind: (skip)
 * @name: the word for it in pages and schemas: `real`
 * @base: (nullable): the kind that it specialises: a trait of this kind serves where one of the base is promised
 * @structured: whether @parse gets the text as it was written (quotes, brackets and all) and not just what is in the quotes
 * @parse: reads the text of a value that is not `none`; the value is owned by the caller; an error knows the
 *   offset of the mistake
 * @print: writes a present value so that @parse reads the same again
 * @equal: whether two present values are the same, to the bit
 * @copy: (nullable): makes a value of its own of a borrowed present one; %NULL where the bits are enough
 * @clear: (nullable): lets go of an owned present value; %NULL where nothing is owned
 * @validate: (nullable): the rule of the kind itself (a range, a word of an enumeration) for a present value
 * @specify: makes the GObject property
 * @from_gvalue: takes a native value; widening that loses nothing always, narrowing that loses something never; owned
 * @to_gvalue: hands a value out; the #GValue has the type of the property
 * @to_variant: (nullable): the present value as data for JSON and for other processes: numbers, booleans, strings, arrays (`av` or
 *   of one type), tuples and dictionaries (`a{sv}`); floating. %NULL where the text is the data
 * @from_variant: (nullable): what @to_variant made, back; %NULL where the text is the data
 * @describe_schema: (nullable): adds the members of a JSON Schema (draft 2020-12) that say what @to_variant gives and what a
 *   person may write in a json or yaml file; %NULL for `"type": "string"`
 * @difference: (nullable): of a container, what was removed and added and where, as an array of #GyreDelta
 * @is_text: whether `{reference}` in the text of a value is put between the rest of it, and not computed
 * @check_options: (nullable): checks the options of a declaration that only this kind has (a format, a variable)
 * @compare: (nullable): the order of two present values, by what they mean and not to the bit: less than, equal to, or greater
 *   than 0. With it a declaration can have bounds. %NULL where there is no order, and where the value is a number
 *
 * A sort of values, as a table of functions. All functions can be called from any thread and keep nothing.
 *
 * Since: 0.1
 */
struct _GyreKind
{
  const char *name;
  const GyreKind *base;
  gboolean structured;
  gboolean    (*parse)       (const GyreTrait  *trait,
                              const char       *text,
                              GyreValue        *value,
                              GError          **error);
  char       *(*print)       (const GyreTrait  *trait,
                              GyreValue         value);
  gboolean    (*equal)       (GyreValue         value,
                              GyreValue         other);
  GyreValue   (*copy)        (GyreValue         value);
  void        (*clear)       (GyreValue         value);
  gboolean    (*validate)    (const GyreTrait  *trait,
                              GyreValue         value,
                              GError          **error);
  GParamSpec *(*specify)     (const GyreTrait  *trait,
                              GParamFlags       flags);
  gboolean    (*from_gvalue) (const GyreTrait  *trait,
                              const GValue     *source,
                              GyreValue        *value,
                              GError          **error);
  void        (*to_gvalue)   (const GyreTrait  *trait,
                              GyreValue         value,
                              GValue           *target);
  GVariant   *(*to_variant)  (const GyreTrait  *trait,
                              GyreValue         value);
  gboolean    (*from_variant) (const GyreTrait *trait,
                              GVariant         *variant,
                              GyreValue        *value,
                              GError          **error);
  void        (*describe_schema) (const GyreTrait *trait,
                              GVariantBuilder  *builder);
  GPtrArray  *(*difference)  (const GyreTrait  *trait,
                              GyreValue         old_value,
                              GyreValue         new_value);
  gboolean is_text;
  gboolean    (*check_options) (const GyreTrait *trait,
                              GError          **error);
  int         (*compare)     (GyreValue         value,
                              GyreValue         other);

  /*< private >*/
  gpointer padding[1];
};

extern const GyreKind gyre_kind_boolean;
extern const GyreKind gyre_kind_integer;
extern const GyreKind gyre_kind_real;
extern const GyreKind gyre_kind_string;
extern const GyreKind gyre_kind_path;
extern const GyreKind gyre_kind_enumeration;
extern const GyreKind gyre_kind_array;
extern const GyreKind gyre_kind_list;
extern const GyreKind gyre_kind_set;
extern const GyreKind gyre_kind_tuple;
extern const GyreKind gyre_kind_mapping;
extern const GyreKind gyre_kind_catalog;
extern const GyreKind gyre_kind_facility;
extern const GyreKind gyre_kind_opaque;
extern const GyreKind gyre_kind_quantity;
extern const GyreKind gyre_kind_duration;
extern const GyreKind gyre_kind_complex;
extern const GyreKind gyre_kind_decimal;
extern const GyreKind gyre_kind_fraction;
extern const GyreKind gyre_kind_flags;
extern const GyreKind gyre_kind_date;
extern const GyreKind gyre_kind_time;
extern const GyreKind gyre_kind_timestamp;
extern const GyreKind gyre_kind_uri;
extern const GyreKind gyre_kind_internet_address;
extern const GyreKind gyre_kind_variant;
extern const GyreKind gyre_kind_object;
extern const GyreKind gyre_kind_boxed;
extern const GyreKind gyre_kind_environment_variable;
extern const GyreKind gyre_kind_secret;
extern const GyreKind gyre_kind_input_stream;
extern const GyreKind gyre_kind_output_stream;

gboolean  gyre_kind_is_a        (const GyreKind *kind,
                                 const GyreKind *other);
gboolean  gyre_kind_equal       (const GyreKind *kind,
                                 GyreValue       value,
                                 GyreValue       other);
GyreValue gyre_kind_copy        (const GyreKind *kind,
                                 GyreValue       value);
void      gyre_kind_clear       (const GyreKind *kind,
                                 GyreValue      *value);

GYRE_END_DECLARATIONS
