/* gyre-duration.h: Times as numbers of nanoseconds
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

#include <glib.h>

GYRE_BEGIN_DECLARATIONS

/* Every function that takes or gives a time does it in nanoseconds, as a gint64; a date is nanoseconds since the beginning of 1970 in
 * universal time. So a delay of 5 ms is GYRE_MILLISECONDS (5), and what a duration trait holds (microseconds, as GLib has it in
 * GTimeSpan) is GYRE_MICROSECONDS (self->pause). What is longer than there is room for is as long as there is. */

/**
 * GYRE_SECONDS: (skip)
 * @number: how many, a number of any type
 *
 * Returns: so many seconds, in nanoseconds
 *
 * Since: 0.1
 */
#define GYRE_SECONDS(number) GYRE_TIMES_ (number, 1000000000)

/**
 * GYRE_MILLISECONDS: (skip)
 * @number: how many, a number of any type
 *
 * Returns: so many milliseconds, in nanoseconds
 *
 * Since: 0.1
 */
#define GYRE_MILLISECONDS(number) GYRE_TIMES_ (number, 1000000)

/**
 * GYRE_MICROSECONDS: (skip)
 * @number: how many, a number of any type
 *
 * Returns: so many microseconds, in nanoseconds
 *
 * Since: 0.1
 */
#define GYRE_MICROSECONDS(number) GYRE_TIMES_ (number, 1000)

/**
 * GYRE_NANOSECONDS: (skip)
 * @number: how many, a number of any type
 *
 * Returns: so many nanoseconds
 *
 * Since: 0.1
 */
#define GYRE_NANOSECONDS(number) GYRE_TIMES_ (number, 1)

/* Whole numbers exactly, also in constants; others as far as a double goes. */
#define GYRE_TIMES_(number, nanoseconds) \
  ((gint64) _Generic ((number), float: GYRE_SPAN_ ((double) (number), nanoseconds), double: GYRE_SPAN_ ((double) (number), nanoseconds), \
                      default: GYRE_WHOLE_SPAN_ ((gint64) (number), nanoseconds)))
#define GYRE_SPAN_(number, nanoseconds) \
  ((number) * (nanoseconds) >= 9223372036854775807.0 ? G_MAXINT64 \
   : (number) * (nanoseconds) <= -9223372036854775808.0 ? G_MININT64 : (gint64) ((number) * (nanoseconds)))
#define GYRE_WHOLE_SPAN_(number, nanoseconds) \
  ((number) > G_MAXINT64 / (nanoseconds) ? G_MAXINT64 \
   : (number) < G_MININT64 / (nanoseconds) ? G_MININT64 : (number) * G_GINT64_CONSTANT (nanoseconds))

GYRE_END_DECLARATIONS
