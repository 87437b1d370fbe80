/* gyre-array.h: Numbers in rows, tables, and more dimensions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GYRE_ARRAY_MAXIMUM_RANK:
 *
 * How many dimensions an array can have.
 *
 * Since: 0.1
 */
#define GYRE_ARRAY_MAXIMUM_RANK 8

/**
 * GyreArray:
 * @values: (array length=length): the numbers, row by row: the last index runs fastest
 * @length: how many there are: the product of the shape
 * @rank: how many dimensions there are, from 1
 * @shape: the length of each dimension
 *
 * A rectangular array of reals. An array from the `new` functions is counted: whoever made it fills it, and it does not
 * change any more once it is shared; then any thread may read it.
 *
 * A view is a `GyreArray` on the stack over memory of the caller's ([func@Gyre.array_view_vector] and
 * [func@Gyre.array_view_matrix]). Views are for arguments: a function that wants to keep one calls
 * [method@Gyre.Array.ref], which copies a view, and [method@Gyre.Array.unref] leaves a view alone.
 *
 * Since: 0.1
 */
typedef struct _GyreArray GyreArray;

struct _GyreArray
{
  double *values;
  gsize   length;
  gsize   shape[GYRE_ARRAY_MAXIMUM_RANK];
  guint   rank;
  /*< private >*/
  gint    references;   /* 0: a view */
};

#define GYRE_TYPE_ARRAY (gyre_array_get_type ())
GType      gyre_array_get_type        (void);

GyreArray *gyre_array_new             (guint            rank,
                                       const gsize     *shape);
GyreArray *gyre_array_new_from_values (const double    *values,
                                       gsize            length);
GyreArray *gyre_array_new_from_text   (const char      *text,
                                       GError         **error);
GyreArray *gyre_array_copy            (const GyreArray *array);

GyreArray *gyre_array_ref             (GyreArray       *array);
void       gyre_array_unref           (GyreArray       *array);
const double *gyre_array_get_values   (const GyreArray *array,
                                       gsize           *length);
const gsize  *gyre_array_get_shape    (const GyreArray *array,
                                       guint           *rank);
gboolean   gyre_array_set_values      (GyreArray       *array,
                                       const double    *values,
                                       gsize            length);

gboolean   gyre_array_equal           (const GyreArray *array,
                                       const GyreArray *other);
char      *gyre_array_to_string       (const GyreArray *array);

/**
 * gyre_array_view_vector: (skip)
 * @values: (array length=length): numbers, which must live as long as the view
 * @length: how many
 *
 * Makes a vector of the caller's memory.
 *
 * Returns: a view
 *
 * Since: 0.1
 */
static inline GyreArray
gyre_array_view_vector (double *values, gsize length)
{
  GyreArray view = { .values = values, .length = length, .shape = { length }, .rank = 1 };

  return view;
}

/**
 * gyre_array_view_matrix: (skip)
 * @values: (array): numbers row by row, which must live as long as the view
 * @rows: the number of rows
 * @columns: the length of each row
 *
 * Makes a matrix of the caller's memory.
 *
 * Returns: a view
 *
 * Since: 0.1
 */
static inline GyreArray
gyre_array_view_matrix (double *values, gsize rows, gsize columns)
{
  GyreArray view = { .values = values, .length = rows * columns, .shape = { rows, columns }, .rank = 2 };

  return view;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreArray, gyre_array_unref)

GYRE_END_DECLARATIONS
