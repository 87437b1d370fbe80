/* gyre-array.c: Numbers in rows, tables, and more dimensions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-array.h"
#include "gyre-literal.h"
#include "gyre-number.h"
#include "gyre-value-error-private.h"

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

/* Reads a list of lists: the first elements tell the shape, which all others must have. */
typedef struct
{
  gsize shape[GYRE_ARRAY_MAXIMUM_RANK];
  gsize path[GYRE_ARRAY_MAXIMUM_RANK];   /* the indices of the element at hand */
  guint rank;
  GArray *values;
  GError **error;
} Reader;

static gboolean reader_read_list (Reader *reader, const GyreLiteral *list, guint dimension);

static char *
reader_dup_path (const Reader *reader, guint dimension)
{
  GString *path = g_string_new ("element ");

  for (guint index = 0; index <= dimension; index++)
    g_string_append_printf (path, "%s%" G_GSIZE_FORMAT, index > 0 ? "," : "", reader->path[index]);
  return g_string_free (path, FALSE);
}

static gboolean
reader_refuse (Reader *reader, GyreValueError code, const GyreLiteral *element, guint dimension, const char *complaint)
{
  g_autofree char *path = reader_dup_path (reader, dimension);

  gyre_value_error_set (reader->error, code, gyre_literal_get_offset (element), NULL, "%s %s", path, complaint);
  return FALSE;
}

static gboolean
reader_refuse_length (Reader *reader, const GyreLiteral *list, guint dimension)
{
  g_autofree char *complaint = g_strdup_printf ("has the length %" G_GSIZE_FORMAT ", the lists before it have %"
                                                G_GSIZE_FORMAT ": all must have the same length",
                                                gyre_literal_get_length (list), reader->shape[dimension + 1]);

  return reader_refuse (reader, GYRE_VALUE_ERROR_DIMENSION, list, dimension, complaint);
}

/* A text with escapes has no places to tell: the whole of it is at fault. */
static gboolean
reader_read_number (Reader *reader, const GyreLiteral *element, guint dimension)
{
  gsize length;
  const char *text = gyre_literal_peek_text (element, &length);
  gsize offset = gyre_literal_get_offset (element) + (gyre_literal_get_kind (element) == GYRE_LITERAL_QUOTED ? 1 : 0);
  g_autofree char *path = NULL;
  GError *error = NULL;
  GyreNumber number;

  if (text == NULL)
    return reader_refuse (reader, GYRE_VALUE_ERROR_SYNTAX, element, dimension, "must be a number, has escapes or braces");
  if (gyre_number_from_text (text, length, &number, &error))
    {
      g_array_append_val (reader->values, number.real);
      return TRUE;
    }
  path = reader_dup_path (reader, dimension);
  gyre_value_error_relocate (error, offset, path);
  g_propagate_error (reader->error, error);
  return FALSE;
}

static gboolean
reader_read_element (Reader *reader, const GyreLiteral *element, guint dimension)
{
  gboolean is_list = gyre_literal_get_kind (element) == GYRE_LITERAL_LIST;

  if (dimension + 1 < reader->rank && !is_list)
    return reader_refuse (reader, GYRE_VALUE_ERROR_DIMENSION, element, dimension, "must be a list, as those before it are");
  if (dimension + 1 < reader->rank)
    return gyre_literal_get_length (element) == reader->shape[dimension + 1]
             ? reader_read_list (reader, element, dimension + 1)
             : reader_refuse_length (reader, element, dimension);
  if (is_list)
    return reader_refuse (reader, GYRE_VALUE_ERROR_DIMENSION, element, dimension, "must be a number, is a list");
  if (gyre_literal_get_kind (element) == GYRE_LITERAL_NONE)
    return reader_refuse (reader, GYRE_VALUE_ERROR_NULL, element, dimension, "must be a number, is none");
  return reader_read_number (reader, element, dimension);
}

static gboolean
reader_read_list (Reader *reader, const GyreLiteral *list, guint dimension)
{
  const GyreLiteral *element = gyre_literal_get_first (list);

  for (reader->path[dimension] = 0; element != NULL; reader->path[dimension]++)
    {
      if (!reader_read_element (reader, element, dimension))
        return FALSE;
      element = gyre_literal_get_next (element);
    }
  return TRUE;
}

static gboolean
reader_measure (Reader *reader, const GyreLiteral *literal)
{
  for (; literal != NULL && gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST; literal = gyre_literal_get_first (literal))
    {
      if (reader->rank == GYRE_ARRAY_MAXIMUM_RANK)
        {
          gyre_value_error_set (reader->error, GYRE_VALUE_ERROR_DIMENSION, gyre_literal_get_offset (literal), NULL,
                                "must have at most " G_STRINGIFY (GYRE_ARRAY_MAXIMUM_RANK) " dimensions");
          return FALSE;
        }
      reader->shape[reader->rank++] = gyre_literal_get_length (literal);
    }
  return TRUE;
}

static GyreArray *
reader_read (Reader *reader, const GyreLiteral *literal)
{
  GyreArray *self;

  if (!reader_measure (reader, literal) || !reader_read_list (reader, literal, 0))
    return NULL;
  self = gyre_array_new (reader->rank, reader->shape);
  g_assert (self != NULL && self->length == reader->values->len);
  if (self->length > 0)
    memcpy (self->values, reader->values->data, self->length * sizeof (double));
  return self;
}

/**
 * gyre_array_new_from_text: (constructor)
 * @text: a list of numbers, or of lists, of the grammar of values; any bytes are allowed
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Reads an array: `0` and `(1, 1/2)` are vectors, `((0, 1), (0, 1))` is a matrix, an empty text has no numbers. Every list of
 * a dimension must have the same length, and every number may be arithmetic ([func@Gyre.number_from_text]).
 *
 * Returns: (transfer full) (nullable): an array; %NULL with @error if @text is none or no array
 *
 * Since: 0.1
 */
GyreArray *
gyre_array_new_from_text (const char *text, GError **error)
{
  g_autoptr (GyreLiteral) literal = NULL;
  g_autoptr (GArray) values = NULL;
  Reader reader = { .error = error };

  g_return_val_if_fail (text != NULL, NULL);

  literal = gyre_literal_parse_list (text, error);
  if (literal == NULL)
    return NULL;
  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_NONE)
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_NULL, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be an array, is none");
      return NULL;
    }
  values = g_array_new (FALSE, FALSE, sizeof (double));
  reader.values = values;
  return reader_read (&reader, literal);
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

/* A text has one word for all numbers that are none, so they are the same value. */
static gboolean
values_are_equal (const double *values, const double *others, gsize length)
{
  if (length == 0 || memcmp (values, others, length * sizeof (double)) == 0)
    return TRUE;
  for (gsize index = 0; index < length; index++)
    if (!gyre_real_equal (values[index], others[index]))
      return FALSE;
  return TRUE;
}

/**
 * gyre_array_equal:
 * @array: an array
 * @other: another
 *
 * Compares shapes and numbers ([func@Gyre.real_equal]): NaN equals itself, and 0 and -0 differ.
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
  return values_are_equal (array->values, other->values, array->length);
}

/* Writes the list of one dimension. Returns the first number behind it. */
static const double *
write_list (const GyreArray *array, guint dimension, const double *values, GString *text)
{
  char number[GYRE_REAL_TEXT_SIZE];

  g_string_append_c (text, '(');
  for (gsize index = 0; index < array->shape[dimension]; index++)
    {
      if (index > 0)
        g_string_append (text, ", ");
      if (dimension + 1 < array->rank)
        values = write_list (array, dimension + 1, values, text);
      else
        g_string_append (text, gyre_real_to_string (*values++, number));
    }
  g_string_append_c (text, ')');
  return values;
}

/**
 * gyre_array_get_values:
 * @array: an array
 * @length: (out): how many there are
 *
 * The field `values`, for languages that do not see it.
 *
 * Returns: (transfer none) (array length=length): the numbers, row by row
 *
 * Since: 0.1
 */
const double *
gyre_array_get_values (const GyreArray *array, gsize *length)
{
  g_return_val_if_fail (array != NULL && length != NULL, NULL);
  *length = array->length;
  return array->values;
}

/**
 * gyre_array_get_shape:
 * @array: an array
 * @rank: (out): how many dimensions there are
 *
 * Returns: (transfer none) (array length=rank): the length of each dimension
 *
 * Since: 0.1
 */
const gsize *
gyre_array_get_shape (const GyreArray *array, guint *rank)
{
  g_return_val_if_fail (array != NULL && rank != NULL, NULL);
  *rank = array->rank;
  return array->shape;
}

/**
 * gyre_array_set_values:
 * @array: an array that is not shared, or a buffer
 * @values: (array length=length): as many numbers as it has, row by row
 * @length: how many
 *
 * Fills an array.
 *
 * Returns: whether there were as many as it holds; if not, it is as it was
 *
 * Since: 0.1
 */
gboolean
gyre_array_set_values (GyreArray *array, const double *values, gsize length)
{
  g_return_val_if_fail (array != NULL && (values != NULL || length == 0), FALSE);

  if (length != array->length)
    return FALSE;
  if (length > 0)
    memcpy (array->values, values, length * sizeof (double));
  return TRUE;
}

/**
 * gyre_array_to_string:
 * @array: an array
 *
 * Writes an array as [ctor@Gyre.Array.new_from_text] reads it: `((0, 1), (0, 1))`. What reads back is equal, except for
 * dimensions after one of length 0, of which a text cannot speak.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
gyre_array_to_string (const GyreArray *array)
{
  GString *text;

  g_return_val_if_fail (array != NULL && array->rank >= 1 && array->rank <= GYRE_ARRAY_MAXIMUM_RANK, NULL);
  text = g_string_new (NULL);
  write_list (array, 0, array->values, text);
  return g_string_free (text, FALSE);
}
