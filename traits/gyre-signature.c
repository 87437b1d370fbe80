/* gyre-signature.c: What a behavior takes and gives
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-signature.h"
#include "gyre-kind-private.h"
#include "gyre-real.h"

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
  [GYRE_ARGUMENT_REALS] = "reals",
  [GYRE_ARGUMENT_STRINGS] = "strings",
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
    case GYRE_ARGUMENT_REALS:
    case GYRE_ARGUMENT_BUFFER: return GYRE_TYPE_ARRAY;
    case GYRE_ARGUMENT_STRINGS: return G_TYPE_STRV;
    case GYRE_ARGUMENT_OBJECT: return G_TYPE_OBJECT;
    case GYRE_ARGUMENT_VARIANT: return G_TYPE_VARIANT;
    case GYRE_ARGUMENT_NOTHING:
    default: return G_TYPE_NONE;
    }
}

/**
 * gyre_argument_kind_is_variable:
 * @kind: a sort of arguments
 *
 * Returns: whether it stands for any number of values
 *
 * Since: 0.1
 */
gboolean
gyre_argument_kind_is_variable (GyreArgumentKind kind)
{
  return gyre_argument_kind_get_element (kind) != kind;
}

/**
 * gyre_argument_kind_get_element:
 * @kind: a sort of arguments
 *
 * Returns: the sort of each value: of one that stands for any number, what each of them is; else @kind
 *
 * Since: 0.1
 */
GyreArgumentKind
gyre_argument_kind_get_element (GyreArgumentKind kind)
{
  return kind == GYRE_ARGUMENT_REALS ? GYRE_ARGUMENT_REAL : kind == GYRE_ARGUMENT_STRINGS ? GYRE_ARGUMENT_STRING : kind;
}

/* What a trait of each sort would be, so that arguments and traits are read by one grammar. */
static const GyreTrait readers[] = {
  [GYRE_ARGUMENT_BOOLEAN] = { .kind = &gyre_kind_boolean, .storage = GYRE_STORAGE_BOOLEAN },
  [GYRE_ARGUMENT_INTEGER] = { .kind = &gyre_kind_integer, .storage = GYRE_STORAGE_INT64 },
  [GYRE_ARGUMENT_REAL] = { .kind = &gyre_kind_real, .storage = GYRE_STORAGE_DOUBLE },
  [GYRE_ARGUMENT_STRING] = { .kind = &gyre_kind_string, .storage = GYRE_STORAGE_POINTER, .nullable = TRUE },
  [GYRE_ARGUMENT_ARRAY] = { .kind = &gyre_kind_array, .storage = GYRE_STORAGE_POINTER },
};

static gboolean
parse_value (const GyreTrait *reader, const char *text, GValue *target, GError **error)
{
  GyreValue value = GYRE_NONE;

  if (!gyre_trait_parse (reader, text, &value, error))
    return FALSE;
  gyre_trait_to_gvalue (reader, value, target);
  gyre_kind_clear (reader->kind, &value);
  return TRUE;
}

static gboolean
parse_variant (const char *text, GValue *value, GError **error)
{
  GVariant *variant = g_variant_parse (NULL, text, NULL, NULL, error);

  if (variant == NULL)
    return FALSE;
  g_value_take_variant (value, variant);
  return TRUE;
}

/**
 * gyre_argument_parse: (skip)
 * @argument: an argument
 * @text: the text of a value
 * @value: (out caller-allocates): an empty #GValue, which gets the type of the argument
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Reads the value of an argument, or one value of those for which it stands. Objects and buffers have no text form.
 *
 * Returns: whether the text is a value for the argument
 *
 * Since: 0.1
 */
gboolean
gyre_argument_parse (const GyreArgument *argument, const char *text, GValue *value, GError **error)
{
  GyreArgumentKind kind;

  g_return_val_if_fail (argument != NULL && text != NULL && value != NULL, FALSE);

  kind = gyre_argument_kind_get_element (argument->kind);
  g_value_init (value, gyre_argument_kind_get_gtype (kind));
  switch (kind)
    {
    case GYRE_ARGUMENT_BOOLEAN:
    case GYRE_ARGUMENT_INTEGER:
    case GYRE_ARGUMENT_REAL:
    case GYRE_ARGUMENT_STRING:
    case GYRE_ARGUMENT_ARRAY: return parse_value (&readers[kind], text, value, error);
    case GYRE_ARGUMENT_VARIANT: return parse_variant (text, value, error);
    default:
      gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                            "an argument of kind %s has no text form", gyre_argument_kind_get_name (kind));
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
 * gyre_signature_is_variable: (skip)
 * @signature: what a behavior takes and gives
 *
 * Returns: whether the last argument stands for any number of values
 *
 * Since: 0.1
 */
gboolean
gyre_signature_is_variable (const GyreSignature *signature)
{
  g_return_val_if_fail (signature != NULL, FALSE);
  return signature->length > 0 && gyre_argument_kind_is_variable (signature->arguments[signature->length - 1].kind);
}

/**
 * gyre_signature_get_minimum: (skip)
 * @signature: what a behavior takes and gives
 *
 * Returns: how many values must be said: for arguments without a fallback, and for what stands before one of them
 *
 * Since: 0.1
 */
guint
gyre_signature_get_minimum (const GyreSignature *signature)
{
  guint minimum;

  g_return_val_if_fail (signature != NULL, 0);

  minimum = signature->length - (gyre_signature_is_variable (signature) ? 1 : 0);
  while (minimum > 0 && signature->arguments[minimum - 1].fallback != NULL)
    minimum--;
  return minimum;
}

/**
 * gyre_signature_get_maximum: (skip)
 * @signature: what a behavior takes and gives
 *
 * Returns: how many values can be said; %G_MAXUINT for any number
 *
 * Since: 0.1
 */
guint
gyre_signature_get_maximum (const GyreSignature *signature)
{
  g_return_val_if_fail (signature != NULL, 0);
  return gyre_signature_is_variable (signature) ? G_MAXUINT : signature->length;
}

/**
 * gyre_signature_get_argument: (skip)
 * @signature: what a behavior takes and gives
 * @index: the number of a value, from 0, less than the maximum
 *
 * Returns: (transfer none): the argument to which it belongs
 *
 * Since: 0.1
 */
const GyreArgument *
gyre_signature_get_argument (const GyreSignature *signature, guint index)
{
  g_return_val_if_fail (signature != NULL && index < gyre_signature_get_maximum (signature), NULL);
  return &signature->arguments[MIN (index, signature->length - 1)];
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
 * Returns: (transfer full): "real evaluate (array points, integer count = 1)", "real add (real numbers …)"
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
      g_string_append_printf (text, "%s%s %s%s", index > 0 ? ", " : "",
                              gyre_argument_kind_get_name (gyre_argument_kind_get_element (argument->kind)), argument->name,
                              gyre_argument_kind_is_variable (argument->kind) ? " …" : "");
      if (argument->fallback != NULL)
        g_string_append_printf (text, " = %s", argument->fallback);
    }
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}
