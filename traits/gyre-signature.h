/* gyre-signature.h: What a behavior takes and gives
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-value.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreArgumentKind:
 * @GYRE_ARGUMENT_NOTHING: only as a result: the C function returns a #gboolean that says whether it succeeded
 * @GYRE_ARGUMENT_BOOLEAN: `gboolean`
 * @GYRE_ARGUMENT_INTEGER: `gint64`
 * @GYRE_ARGUMENT_REAL: `double`
 * @GYRE_ARGUMENT_STRING: `const char *`; as a result `char *`, owned by the caller
 * @GYRE_ARGUMENT_ARRAY: `const GyreArray *`; as a result `GyreArray *`, owned by the caller
 * @GYRE_ARGUMENT_BUFFER: `GyreArray *`, only as an argument: room of the caller's that the behavior fills
 * @GYRE_ARGUMENT_OBJECT: `GObject *`; as a result owned by the caller
 * @GYRE_ARGUMENT_VARIANT: `GVariant *`; as a result owned by the caller
 * @GYRE_ARGUMENT_REALS: any number of reals, only as the last argument: `const GyreArray *`, a vector that knows its length
 * @GYRE_ARGUMENT_STRINGS: any number of texts, only as the last argument: `const char * const *`, with %NULL behind the last
 *
 * The sorts of arguments and results.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_ARGUMENT_NOTHING,
  GYRE_ARGUMENT_BOOLEAN,
  GYRE_ARGUMENT_INTEGER,
  GYRE_ARGUMENT_REAL,
  GYRE_ARGUMENT_STRING,
  GYRE_ARGUMENT_ARRAY,
  GYRE_ARGUMENT_BUFFER,
  GYRE_ARGUMENT_OBJECT,
  GYRE_ARGUMENT_VARIANT,
  GYRE_ARGUMENT_REALS,
  GYRE_ARGUMENT_STRINGS,
} GyreArgumentKind;

/**
 * GyreArgument: (skip)
 * @kind: its sort
 * @name: its name
 * @summary: (nullable): one line
 * @fallback: (nullable): the text of the value that it has when nobody says one
 *
 * One argument of a behavior.
 *
 * Since: 0.1
 */
typedef struct
{
  GyreArgumentKind kind;
  const char      *name;
  const char      *summary;
  const char      *fallback;
} GyreArgument;

/**
 * GYRE_SIGNATURE_MAXIMUM_LENGTH:
 *
 * How many arguments a behavior can have.
 *
 * Since: 0.1
 */
#define GYRE_SIGNATURE_MAXIMUM_LENGTH 8

/**
 * GyreSignature: (skip)
 * @result: what it gives
 * @length: how many arguments it takes
 * @arguments: (array length=length): the arguments
 *
 * What a behavior takes besides its component and an error location, which every behavior has.
 *
 * Since: 0.1
 */
typedef struct
{
  GyreArgumentKind    result;
  guint               length;
  const GyreArgument *arguments;
} GyreSignature;

const char *gyre_argument_kind_get_name (GyreArgumentKind      kind);
GType       gyre_argument_kind_get_gtype (GyreArgumentKind     kind);
gboolean    gyre_argument_kind_from_name (const char          *name,
                                         GyreArgumentKind     *kind);
gboolean    gyre_argument_kind_is_variable (GyreArgumentKind   kind);
GyreArgumentKind gyre_argument_kind_get_element (GyreArgumentKind kind);
gboolean    gyre_argument_parse         (const GyreArgument   *argument,
                                         const char           *text,
                                         GValue               *value,
                                         GError              **error);
char       *gyre_argument_print_value   (const GValue         *value);
gboolean    gyre_signature_is_variable  (const GyreSignature  *signature);
guint       gyre_signature_get_minimum  (const GyreSignature  *signature);
guint       gyre_signature_get_maximum  (const GyreSignature  *signature);
const GyreArgument *gyre_signature_get_argument (const GyreSignature *signature,
                                         guint                 index);
gboolean    gyre_signature_equal        (const GyreSignature  *signature,
                                         const GyreSignature  *other);
char       *gyre_signature_to_string    (const GyreSignature  *signature,
                                         const char           *name);

GYRE_END_DECLARATIONS
