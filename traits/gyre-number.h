/* gyre-number.h: The arithmetic that a number's text may use
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-real.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreNumber:
 * @is_integer: whether the number is whole, exact, and within 64 bits with a sign
 * @is_unsigned: whether it is whole, exact, beyond those, and within 64 bits without a sign
 * @overflow: whether it came from whole numbers and is beyond what 64 bits hold
 * @integer: the number, if @is_integer; its bits, if @is_unsigned
 * @real: the number as a real, always
 *
 * What a text of arithmetic amounts to.
 *
 * Since: 0.1
 */
typedef struct
{
  gboolean is_integer;
  gboolean is_unsigned;
  gboolean overflow;
  gint64   integer;
  double   real;
} GyreNumber;

/**
 * GYRE_NUMBER_MAXIMUM_LENGTH:
 *
 * The longest text, in bytes, that is read as a number.
 *
 * Since: 0.1
 */
#define GYRE_NUMBER_MAXIMUM_LENGTH 4096

/**
 * GYRE_NUMBER_MAXIMUM_DEPTH:
 *
 * How deep parentheses, signs and powers of a number's text may nest.
 *
 * Since: 0.1
 */
#define GYRE_NUMBER_MAXIMUM_DEPTH 64

gboolean gyre_number_from_text  (const char        *text,
                                 gssize             length,
                                 GyreNumber        *number,
                                 GError           **error);
gboolean gyre_number_to_integer (const GyreNumber  *number,
                                 gint64            *integer,
                                 GError           **error);
gboolean gyre_number_to_unsigned (const GyreNumber *number,
                                 guint64           *integer,
                                 GError           **error);

GYRE_END_DECLARATIONS
