/* gyre-value-error.h: What can be wrong with a value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreValueError:
 * @GYRE_VALUE_ERROR_SYNTAX: the text does not follow the grammar of values
 * @GYRE_VALUE_ERROR_TYPE: a value of another kind was expected
 * @GYRE_VALUE_ERROR_RANGE: the value is beyond what its kind can hold
 * @GYRE_VALUE_ERROR_CONSTRAINT: the value breaks a rule of its trait
 * @GYRE_VALUE_ERROR_NULL: the value is none, which is not allowed here
 * @GYRE_VALUE_ERROR_UNKNOWN: the value is a word that nobody knows
 * @GYRE_VALUE_ERROR_DIMENSION: shapes or units do not fit
 *
 * What can be wrong with a value. The message says it for a person; an error that concerns a place of a text also knows
 * the place ([func@Gyre.value_error_get_offset]), and some errors know what to do ([func@Gyre.value_error_get_hint]).
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_VALUE_ERROR_SYNTAX,
  GYRE_VALUE_ERROR_TYPE,
  GYRE_VALUE_ERROR_RANGE,
  GYRE_VALUE_ERROR_CONSTRAINT,
  GYRE_VALUE_ERROR_NULL,
  GYRE_VALUE_ERROR_UNKNOWN,
  GYRE_VALUE_ERROR_DIMENSION,
} GyreValueError;

#define GYRE_VALUE_ERROR (gyre_value_error_quark ())
GQuark      gyre_value_error_quark      (void);

void        gyre_value_error_set_literal (GError         **error,
                                         GyreValueError   code,
                                         gssize           offset,
                                         const char      *hint,
                                         const char      *message);
gboolean    gyre_value_error_get_offset (const GError *error,
                                         gsize        *offset);
const char *gyre_value_error_get_hint   (const GError *error);

GYRE_END_DECLARATIONS
