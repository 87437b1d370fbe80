/* gyre-signature.c: What a behavior takes and gives
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-signature.h"
#include "gyre-literal.h"
#include "gyre-number.h"
#include "gyre-value-error-private.h"

#include <string.h>

static const char * const kind_names[] = {
  [GYRE_ARGUMENT_NOTHING] = "nothing",
  [GYRE_ARGUMENT_BOOLEAN] = "boolean",
  [GYRE_ARGUMENT_INTEGER] = "integer",
  [GYRE_ARGUMENT_REAL] = "real",
  [GYRE_ARGUMENT_STRING] = "string",
  [GYRE_ARGUMENT_ARRAY] = "array",
  [GYRE_ARGUMENT_BUFFER] = "buffer",
  [GYRE_ARGUMENT_OBJECT] = "object",
  [GYRE_ARGUMENT_VARIANT] = "variant",
};

/**
 * gyre_argument_kind_get_name:
 * @kind: a sort of arguments
 *
 * Returns: (transfer none): the word for it
 *
 * Since: 0.1
 */
const char *
gyre_argument_kind_get_name (GyreArgumentKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);
  return kind_names[kind];
}

/**
 * gyre_argument_kind_from_name:
 * @name: a word
 * @kind: (out): the sort of arguments that it means
 *
 * Returns: whether there is one
 *
 * Since: 0.1
 */
gboolean
gyre_argument_kind_from_name (const char *name, GyreArgumentKind *kind)
{
  for (guint index = 0; index < G_N_ELEMENTS (kind_names); index++)
    if (strcmp (kind_names[index], name) == 0)
      {
        *kind = index;
        return TRUE;
      }
  return FALSE;
}

/**
 * gyre_argument_kind_get_gtype:
 * @kind: a sort of arguments
 *
 * Returns: the type of a #GValue that carries one; %G_TYPE_NONE for nothing
 *
 * Since: 0.1
 */
GType
gyre_argument_kind_get_gtype (GyreArgumentKind kind)
{
  switch (kind)
    {
    case GYRE_ARGUMENT_BOOLEAN: return G_TYPE_BOOLEAN;
    case GYRE_ARGUMENT_INTEGER: return G_TYPE_INT64;
    case GYRE_ARGUMENT_REAL: return G_TYPE_DOUBLE;
    case GYRE_ARGUMENT_STRING: return G_TYPE_STRING;
    case GYRE_ARGUMENT_ARRAY:
    case GYRE_ARGUMENT_BUFFER: return GYRE_TYPE_ARRAY;
    case GYRE_ARGUMENT_OBJECT: return G_TYPE_OBJECT;
    case GYRE_ARGUMENT_VARIANT: return G_TYPE_VARIANT;
    case GYRE_ARGUMENT_NOTHING:
    default: return G_TYPE_NONE;
    }
}

static gboolean
parse_number (const GyreArgument *argument, const char *text, GValue *value, GError **error)
{
  GyreNumber number;
  gint64 integer = 0;

  if (!gyre_number_from_text (text, -1, &number, error))
    return FALSE;
  if (argument->kind == GYRE_ARGUMENT_REAL)
    {
      g_value_set_double (value, number.is_integer ? (double) number.integer : number.real);
      return TRUE;
    }
  if (!gyre_number_to_integer (&number, &integer, error))
    return FALSE;
  g_value_set_int64 (value, integer);
  return TRUE;
}

static gboolean
parse_boolean (const char *text, GValue *value, GError **error)
{
  gboolean yes = g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "yes") == 0 || strcmp (text, "1") == 0;

  g_value_set_boolean (value, yes);
  if (yes || g_ascii_strcasecmp (text, "false") == 0 || g_ascii_strcasecmp (text, "no") == 0 || strcmp (text, "0") == 0)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_UNKNOWN, 0, NULL, "must be true or false, is '%s'", text);
  return FALSE;
}

static gboolean
parse_array (const char *text, GValue *value, GError **error)
{
  GyreArray *array = gyre_array_new_from_text (text, error);

  g_value_take_boxed (value, array);
  return array != NULL;
}

static gboolean
parse_string (const char *text, GValue *value, GError **error)
{
  gboolean is_none = FALSE, is_quoted = FALSE;
  char *scalar = gyre_literal_scalar (text, &is_none, &is_quoted, error);

  g_value_take_string (value, scalar);
  return scalar != NULL || is_none;
}

static gboolean
parse_variant (const char *text, GValue *value, GError **error)
{
  GVariant *variant = g_variant_parse (NULL, text, NULL, NULL, error);

  if (variant == NULL)
    return FALSE;
  g_value_take_variant (value, g_variant_ref_sink (variant));
  return TRUE;
}

/**
 * gyre_argument_parse: (skip)
 * @argument: an argument
 * @text: the text of a value
 * @value: (out caller-allocates): an empty #GValue, which gets the type of the argument
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Reads the value of an argument. Objects and buffers have no text form.
 *
 * Returns: whether the text is a value for the argument
 *
 * Since: 0.1
 */
gboolean
gyre_argument_parse (const GyreArgument *argument, const char *text, GValue *value, GError **error)
{
  g_return_val_if_fail (argument != NULL && text != NULL && value != NULL, FALSE);

  g_value_init (value, gyre_argument_kind_get_gtype (argument->kind));
  switch (argument->kind)
    {
    case GYRE_ARGUMENT_BOOLEAN: return parse_boolean (text, value, error);
    case GYRE_ARGUMENT_INTEGER:
    case GYRE_ARGUMENT_REAL: return parse_number (argument, text, value, error);
    case GYRE_ARGUMENT_STRING: return parse_string (text, value, error);
    case GYRE_ARGUMENT_ARRAY: return parse_array (text, value, error);
    case GYRE_ARGUMENT_VARIANT: return parse_variant (text, value, error);
    default:
      gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                            "an argument of kind %s has no text form", gyre_argument_kind_get_name (argument->kind));
      return FALSE;
    }
}

/**
 * gyre_argument_print_value:
 * @value: an argument or a result
 *
 * Returns: (transfer full): its text
 *
 * Since: 0.1
 */
char *
gyre_argument_print_value (const GValue *value)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  g_return_val_if_fail (value != NULL, NULL);

  if (G_VALUE_HOLDS_DOUBLE (value))
    return g_strdup (gyre_real_to_string (g_value_get_double (value), buffer));
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_strdup (g_value_get_boolean (value) ? "true" : "false");
  if (G_VALUE_HOLDS_INT64 (value))
    return g_strdup_printf ("%" G_GINT64_FORMAT, g_value_get_int64 (value));
  if (G_VALUE_HOLDS_STRING (value))
    return g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : "none");
  if (G_VALUE_HOLDS (value, GYRE_TYPE_ARRAY) && g_value_get_boxed (value) != NULL)
    return gyre_array_to_string (g_value_get_boxed (value));
  if (G_VALUE_HOLDS_VARIANT (value) && g_value_get_variant (value) != NULL)
    return g_variant_print (g_value_get_variant (value), TRUE);
  return g_strdup_value_contents (value);
}

/**
 * gyre_signature_equal: (skip)
 * @signature: what a behavior takes and gives
 * @other: what another does
 *
 * Returns: whether one can be called as the other: the same result and the same sorts of arguments in the same order
 *
 * Since: 0.1
 */
gboolean
gyre_signature_equal (const GyreSignature *signature, const GyreSignature *other)
{
  g_return_val_if_fail (signature != NULL && other != NULL, FALSE);

  if (signature->result != other->result || signature->length != other->length)
    return FALSE;
  for (guint index = 0; index < signature->length; index++)
    if (signature->arguments[index].kind != other->arguments[index].kind)
      return FALSE;
  return TRUE;
}

/**
 * gyre_signature_to_string: (skip)
 * @signature: what a behavior takes and gives
 * @name: the behavior's name
 *
 * Returns: (transfer full): "real evaluate (array points, integer count = 1)"
 *
 * Since: 0.1
 */
char *
gyre_signature_to_string (const GyreSignature *signature, const char *name)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (signature != NULL && name != NULL, NULL);

  g_string_printf (text, "%s %s (", gyre_argument_kind_get_name (signature->result), name);
  for (guint index = 0; index < signature->length; index++)
    {
      const GyreArgument *argument = &signature->arguments[index];
      g_string_append_printf (text, "%s%s %s", index > 0 ? ", " : "", gyre_argument_kind_get_name (argument->kind),
                              argument->name);
      if (argument->fallback != NULL)
        g_string_append_printf (text, " = %s", argument->fallback);
    }
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}
