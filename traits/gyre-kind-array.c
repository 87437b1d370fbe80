/* gyre-kind-array.c: The kind of rectangular arrays of reals
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-constraint-private.h"
#include "gyre-kind-private.h"
#include "gyre-literal.h"
#include "gyre-quantity-number-private.h"

/* The number at @index, where the ones before it are counted down. */
static const GyreLiteral *
find_number (const GyreLiteral *literal, gsize *index)
{
  const GyreLiteral *found = NULL;

  if (gyre_literal_get_kind (literal) != GYRE_LITERAL_LIST)
    return (*index)-- == 0 ? literal : NULL;
  literal = gyre_literal_get_first (literal);
  for (; literal != NULL && found == NULL; literal = gyre_literal_get_next (literal))
    found = find_number (literal, index);
  return found;
}

/* A number that breaks a rule has a place in the text, which is looked up only then. */
static gboolean
check_numbers (const GyreTrait *trait, const char *text, GyreValue value, GError **error)
{
  g_autoptr (GyreLiteral) literal = NULL;
  const GyreLiteral *number;
  GError *problem = NULL;
  gsize index;

  if (!gyre_constraints_find (trait, value.array, &index))
    return TRUE;
  gyre_trait_validate (trait, value, &problem);
  literal = gyre_literal_parse_list (text, NULL);
  number = find_number (literal, &index);
  gyre_value_error_relocate (problem, gyre_literal_get_offset (number), NULL);
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean convert_literal (const GyreTrait *trait, const GyreLiteral *literal, GString *numbers, guint *index, GError **error);

static gboolean
convert_number (const GyreTrait *trait, const GyreLiteral *literal, GString *numbers, guint *index, GError **error)
{
  g_autofree char *text = gyre_literal_dup_text (literal);
  char buffer[GYRE_REAL_TEXT_SIZE];
  GError *problem = NULL;
  GyreNumber number;

  if (gyre_quantity_read_number (trait->units, text, &number, &problem))
    {
      g_string_append (numbers, gyre_real_to_string (number.real, buffer));
      *index += 1;
      return TRUE;
    }
  g_autofree char *subject = g_strdup_printf ("element %u", *index);
  gyre_value_error_relocate (problem, gyre_literal_get_offset (literal), subject);
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
convert_list (const GyreTrait *trait, const GyreLiteral *list, GString *numbers, guint *index, GError **error)
{
  g_string_append_c (numbers, '(');
  for (const GyreLiteral *literal = gyre_literal_get_first (list); literal != NULL; literal = gyre_literal_get_next (literal))
    {
      if (literal != gyre_literal_get_first (list))
        g_string_append (numbers, ", ");
      if (!convert_literal (trait, literal, numbers, index, error))
        return FALSE;
    }
  g_string_append_c (numbers, ')');
  return TRUE;
}

static gboolean
convert_literal (const GyreTrait *trait, const GyreLiteral *literal, GString *numbers, guint *index, GError **error)
{
  return (gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST ? convert_list : convert_number) (trait, literal, numbers, index, error);
}

/* The same text with each quantity as a number of the units of the trait. What is no list is told by who reads numbers. */
static GyreArray *
read_quantities (const GyreTrait *trait, const char *text, GError **error)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_list (text, NULL);
  g_autoptr (GString) numbers = g_string_new (NULL);
  GError *problem = NULL;
  GyreArray *array;
  guint index = 0;

  if (literal == NULL)
    return gyre_array_new_from_text (text, error);
  if (!convert_list (trait, literal, numbers, &index, error))
    return NULL;
  array = gyre_array_new_from_text (numbers->str, &problem);
  if (array != NULL)
    return array;
  gyre_value_error_forget_place (problem);
  g_propagate_error (error, problem);
  return NULL;
}

static GyreArray *
read_array (const GyreTrait *trait, const char *text, GError **error)
{
  GyreArray *array;

  if (!gyre_quantity_is_units (trait->units))
    return gyre_array_new_from_text (text, error);
  array = gyre_array_new_from_text (text, NULL);
  return array != NULL ? array : read_quantities (trait, text, error);
}

static gboolean
array_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .present = TRUE, .array = read_array (trait, text, error) };
  if (value->array == NULL)
    return FALSE;
  if (check_numbers (trait, text, *value, error))
    return TRUE;
  gyre_kind_clear (trait->kind, value);
  return FALSE;
}

static char *
array_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_array_to_string (value.array);
}

static gboolean
array_equal (GyreValue value, GyreValue other)
{
  return value.array == other.array || gyre_array_equal (value.array, other.array);
}

static GyreValue
array_copy (GyreValue value)
{
  value.array = gyre_array_ref (value.array);
  return value;
}

static void
array_clear (GyreValue value)
{
  gyre_array_unref (value.array);
}

static GParamSpec *
array_specify (const GyreTrait *trait, GParamFlags flags)
{
  return g_param_spec_boxed (trait->descriptor.name, trait->descriptor.name, trait->descriptor.summary,
                             GYRE_TYPE_ARRAY, flags);
}

static gboolean
array_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (!G_VALUE_HOLDS (source, GYRE_TYPE_ARRAY))
    return gyre_kind_refuse_type (trait, source, error);
  *value = (GyreValue) { .present = g_value_get_boxed (source) != NULL };
  if (value->present)
    value->array = gyre_array_ref (g_value_get_boxed (source));
  return TRUE;
}

static void
array_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_boxed (target, value.array);
}

const GyreKind gyre_kind_array = {
  .name = "array",
  .structured = TRUE,
  .parse = array_parse,
  .print = array_print,
  .equal = array_equal,
  .copy = array_copy,
  .clear = array_clear,
  .specify = array_specify,
  .from_gvalue = array_from_gvalue,
  .to_gvalue = array_to_gvalue,
};
