/* gyre-array.c: Numbers in rows, tables, and more dimensions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-array.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (GyreArray, gyre_array, gyre_array_ref, gyre_array_unref)

/* The header and its values are one piece of memory. */
typedef struct
{
  GyreArray header;
  double values[];
} CountedArray;

static gboolean
shape_measure (guint rank, const gsize *shape, gsize *length)
{
  *length = 1;
  for (guint index = 0; index < rank; index++)
    if (!g_size_checked_mul (length, *length, shape[index]))
      return FALSE;
  return *length <= (G_MAXSSIZE - sizeof (CountedArray)) / sizeof (double);
}

static GyreArray *
array_allocate (guint rank, const gsize *shape, gsize length)
{
  CountedArray *self = g_try_malloc (sizeof (CountedArray) + length * sizeof (double));

  if (self == NULL)
    return NULL;
  memset (&self->header, 0, sizeof self->header);
  memcpy (self->header.shape, shape, rank * sizeof (gsize));
  self->header.values = self->values;
  self->header.length = length;
  self->header.rank = rank;
  self->header.references = 1;
  return &self->header;
}

/**
 * gyre_array_new: (constructor)
 * @rank: how many dimensions, from 1 to %GYRE_ARRAY_MAXIMUM_RANK
 * @shape: (array length=rank): the length of each dimension; 0 is allowed
 *
 * Makes an array of zeros.
 *
 * Returns: (transfer full) (nullable): an array; %NULL if @rank is out of range or no memory can hold that many numbers
 *
 * Since: 0.1
 */
GyreArray *
gyre_array_new (guint rank, const gsize *shape)
{
  GyreArray *self;
  gsize length;

  if (rank < 1 || rank > GYRE_ARRAY_MAXIMUM_RANK || shape == NULL || !shape_measure (rank, shape, &length))
    return NULL;
  self = array_allocate (rank, shape, length);
  if (self != NULL)
    memset (self->values, 0, length * sizeof (double));
  return self;
}

/**
 * gyre_array_new_from_values: (constructor)
 * @values: (array length=length) (nullable): numbers; may be %NULL if @length is 0
 * @length: how many
 *
 * Makes a vector that holds a copy of @values.
 *
 * Returns: (transfer full): an array of rank 1
 *
 * Since: 0.1
 */
GyreArray *
gyre_array_new_from_values (const double *values, gsize length)
{
  GyreArray view = gyre_array_view_vector ((double *) values, length);

  g_return_val_if_fail (values != NULL || length == 0, NULL);
  return gyre_array_copy (&view);
}

/**
 * gyre_array_copy:
 * @array: an array or a view
 *
 * Makes an array of the same shape and numbers, which may be changed until it is shared.
 *
 * Returns: (transfer full): a new array
 *
 * Since: 0.1
 */
GyreArray *
gyre_array_copy (const GyreArray *array)
{
  GyreArray *self;

  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (array->rank >= 1 && array->rank <= GYRE_ARRAY_MAXIMUM_RANK, NULL);

  self = array_allocate (array->rank, array->shape, array->length);
  if (self == NULL)
    g_error ("no memory for a copy of %" G_GSIZE_FORMAT " numbers", array->length);
  if (array->length > 0)
    memcpy (self->values, array->values, array->length * sizeof (double));
  return self;
}

/**
 * gyre_array_ref: (skip)
 * @array: an array or a view
 *
 * Keeps an array. Any thread may call it.
 *
 * Returns: (transfer full): @array; a copy if @array is a view
 *
 * Since: 0.1
 */
GyreArray *
gyre_array_ref (GyreArray *array)
{
  g_return_val_if_fail (array != NULL, NULL);
  if (array->references == 0)
    return gyre_array_copy (array);
  g_atomic_int_inc (&array->references);
  return array;
}

/**
 * gyre_array_unref: (skip)
 * @array: (transfer full): an array; a view is left alone
 *
 * Lets an array go. Any thread may call it.
 *
 * Since: 0.1
 */
void
gyre_array_unref (GyreArray *array)
{
  g_return_if_fail (array != NULL);
  if (array->references != 0 && g_atomic_int_dec_and_test (&array->references))
    g_free (array);
}

/**
 * gyre_array_equal:
 * @array: an array
 * @other: another
 *
 * Compares shapes and numbers, the numbers bit by bit: NaN equals itself, and 0 and -0 differ.
 *
 * Returns: whether both are the same
 *
 * Since: 0.1
 */
gboolean
gyre_array_equal (const GyreArray *array, const GyreArray *other)
{
  g_return_val_if_fail (array != NULL && other != NULL, FALSE);
  if (array->rank != other->rank || memcmp (array->shape, other->shape, array->rank * sizeof (gsize)) != 0)
    return FALSE;
  return array->length == 0 || memcmp (array->values, other->values, array->length * sizeof (double)) == 0;
}
