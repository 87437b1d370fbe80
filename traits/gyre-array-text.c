/* gyre-array-text.c: The text of an array
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The first element of each level says the shape; every other one must have the same, and an error names both lengths.
 */
#include "gyre-array.h"
#include "gyre-literal.h"
#include "gyre-number.h"
#include "gyre-value-error-private.h"

#include <string.h>

typedef struct
{
  gsize shape[GYRE_ARRAY_MAXIMUM_RANK];
  guint rank;
  gsize position[GYRE_ARRAY_MAXIMUM_RANK];
  double *values;
  gsize filled;
} Filling;

/* "element 1,0" */
static char *
dup_position (const Filling *filling, guint depth)
{
  GString *text = g_string_new ("element ");

  for (guint level = 0; level <= depth; level++)
    g_string_append_printf (text, "%s%" G_GSIZE_FORMAT, level > 0 ? "," : "", filling->position[level]);
  return g_string_free (text, FALSE);
}

static gboolean
find_shape (const GyreLiteral *literal, Filling *filling, GError **error)
{
  for (; literal != NULL && gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST; literal = gyre_literal_get_first (literal))
    {
      if (filling->rank == GYRE_ARRAY_MAXIMUM_RANK)
        {
          gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, gyre_literal_get_offset (literal), NULL,
                                "an array has at most %d dimensions", GYRE_ARRAY_MAXIMUM_RANK);
          return FALSE;
        }
      filling->shape[filling->rank++] = gyre_literal_get_length (literal);
    }
  return TRUE;
}

static gboolean
fill_number (const GyreLiteral *literal, guint depth, Filling *filling, GError **error)
{
  gsize size = 0;
  const char *text = gyre_literal_peek_text (literal, &size);
  g_autofree char *copy = text == NULL ? gyre_literal_dup_text (literal) : NULL;
  g_autofree char *subject = dup_position (filling, depth);
  GyreNumber number = { 0 };
  GError *problem = NULL;
  double *value = &filling->values[filling->filled++];

  if (copy != NULL)
    {
      text = copy;
      size = strlen (copy);
    }
  if (gyre_literal_get_kind (literal) != GYRE_LITERAL_BARE)
    gyre_value_error_set (&problem, GYRE_VALUE_ERROR_TYPE, 0, NULL, "must be a number");
  else if (gyre_real_from_decimal (text, size, value))
    return TRUE;
  else if (gyre_number_from_text (text, size, &number, &problem))
    {
      *value = number.is_integer ? (double) number.integer : number.real;
      return TRUE;
    }
  gyre_value_error_relocate (problem, gyre_literal_get_offset (literal), subject);
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
refuse_shape (const GyreLiteral *literal, guint depth, const Filling *filling, GError **error)
{
  g_autofree char *subject = dup_position (filling, depth);
  gboolean is_list = gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST;

  if (!is_list)
    gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, gyre_literal_get_offset (literal), NULL,
                          "%s: must be a list of %" G_GSIZE_FORMAT " as the first one is, is a number", subject,
                          filling->shape[depth + 1]);
  else if (depth + 1 == filling->rank)
    gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, gyre_literal_get_offset (literal), NULL,
                          "%s: must be a number as the first one is, is a list", subject);
  else
    gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, gyre_literal_get_offset (literal), NULL,
                          "%s: must have length %" G_GSIZE_FORMAT " as the first one has, has %" G_GSIZE_FORMAT, subject,
                          filling->shape[depth + 1], gyre_literal_get_length (literal));
  return FALSE;
}

/* A literal is at most as deep as the parser allows, so this recursion is bounded. */
static gboolean
fill (const GyreLiteral *list, guint depth, Filling *filling, GError **error)
{
  const GyreLiteral *element = gyre_literal_get_first (list);

  for (filling->position[depth] = 0; element != NULL; element = gyre_literal_get_next (element), filling->position[depth]++)
    {
      gboolean is_list = gyre_literal_get_kind (element) == GYRE_LITERAL_LIST;
      gboolean wants_list = depth + 1 < filling->rank;

      if (is_list != wants_list || (is_list && gyre_literal_get_length (element) != filling->shape[depth + 1]))
        return refuse_shape (element, depth, filling, error);
      if (!(is_list ? fill (element, depth + 1, filling, error) : fill_number (element, depth, filling, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * gyre_array_new_from_text: (constructor)
 * @text: lists of numbers, nested as deep as the array has dimensions
 * @error: return location for an error of %GYRE_VALUE_ERROR, which knows the place of the mistake
 *
 * Reads an array: `(0, 1)`, `((0, 1), (0, 1))`, `1/3, 2/3`.
 *
 * Returns: (transfer full) (nullable): the array
 *
 * Since: 0.1
 */
GyreArray *
gyre_array_new_from_text (const char *text, GError **error)
{
  g_autoptr (GyreLiteral) literal = NULL;
  Filling filling = { .rank = 0 };
  GyreArray *array;

  g_return_val_if_fail (text != NULL, NULL);

  literal = gyre_literal_parse_list (text, error);
  if (literal == NULL || !find_shape (literal, &filling, error))
    return NULL;
  array = gyre_array_new (filling.rank, filling.shape);
  if (array == NULL)
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, 0, NULL, "the array is too large");
      return NULL;
    }
  filling.values = array->values;
  if (fill (literal, 0, &filling, error))
    return array;
  gyre_array_unref (array);
  return NULL;
}

static const double *
append_level (GString *text, const GyreArray *array, guint depth, const double *values)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  g_string_append_c (text, '(');
  for (gsize index = 0; index < array->shape[depth]; index++)
    {
      if (index > 0)
        g_string_append (text, ", ");
      if (depth + 1 < array->rank)
        values = append_level (text, array, depth + 1, values);
      else
        g_string_append (text, gyre_real_to_string (*values++, buffer));
    }
  g_string_append_c (text, ')');
  return values;
}

/**
 * gyre_array_to_string:
 * @array: an array
 *
 * Returns: (transfer full): the text that gyre_array_new_from_text() reads as the same array
 *
 * Since: 0.1
 */
char *
gyre_array_to_string (const GyreArray *array)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (array != NULL && array->rank > 0, NULL);

  append_level (text, array, 0, array->values);
  return g_string_free (text, FALSE);
}
