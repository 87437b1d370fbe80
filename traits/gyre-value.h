/* gyre-value.h: A value on its way in or out of a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-array.h"

GYRE_BEGIN_DECLARATIONS

typedef struct _GyreList GyreList;

/**
 * GyreValue: (skip)
 * @present: %FALSE for `none`
 * @dimension: of a quantity, what its number counts
 * @boolean: of a boolean
 * @integer: of an integer, an enumeration or a duration
 * @real: of a real or a quantity
 * @string: of a string or a path
 * @array: of an array
 * @list: of a list
 * @object: of a facility
 * @pointer: of anything else
 *
 * One value, 16 bytes. Which member counts, and whether what it points to is owned, the kind of the trait and the function
 * that takes it say.
 *
 * Since: 0.1
 */
typedef struct
{
  gboolean present;
  guint32  dimension;
  union
  {
    gboolean   boolean;
    gint64     integer;
    double     real;
    char      *string;
    GyreArray *array;
    GyreList  *list;
    GObject   *object;
    gpointer   pointer;
  };
} GyreValue;

/**
 * GYRE_NONE: (skip)
 *
 * The absent value.
 *
 * Since: 0.1
 */
#define GYRE_NONE ((GyreValue) { .present = FALSE })

/**
 * GyreMaybeBoolean:
 * @present: %FALSE for `none`
 * @value: the value
 *
 * The field of a nullable boolean trait.
 *
 * Since: 0.1
 */
typedef struct
{
  gboolean present;
  gboolean value;
} GyreMaybeBoolean;

/**
 * GyreMaybeInteger:
 * @present: %FALSE for `none`
 * @value: the value
 *
 * The field of a nullable integer trait.
 *
 * Since: 0.1
 */
typedef struct
{
  gboolean present;
  gint64 value;
} GyreMaybeInteger;

/**
 * GyreMaybeReal:
 * @present: %FALSE for `none`
 * @value: the value
 *
 * The field of a nullable real trait.
 *
 * Since: 0.1
 */
typedef struct
{
  gboolean present;
  double value;
} GyreMaybeReal;

GYRE_END_DECLARATIONS
