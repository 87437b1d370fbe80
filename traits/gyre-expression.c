/* gyre-expression.c: What a text with references computes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-expression.h"
#include "gyre-expression-private.h"
#include "gyre-expression-scanner-private.h"
#include "gyre-value-error-private.h"

#include <string.h>

/**
 * gyre_text_has_references: (skip)
 * @text: (array length=length): a text
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Asks whether a text has to be compiled. Any thread may call it.
 *
 * Returns: whether there is a brace in @text that is not doubled
 *
 * Since: 0.1
 */
gboolean
gyre_text_has_references (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  for (; text < end; text++)
    if (*text == '{' || *text == '}')
      {
        if (text + 1 == end || text[1] != *text)
          return TRUE;
        text++;
      }
  return FALSE;
}

static gboolean
check_text (const char *text, gsize length, GError **error)
{
  const char *end;

  if (length > GYRE_EXPRESSION_MAXIMUM_LENGTH)
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, 0, NULL, "must be an expression of at most %d bytes",
                            GYRE_EXPRESSION_MAXIMUM_LENGTH);
      return FALSE;
    }
  if (g_utf8_validate (text, length, &end))
    return TRUE;
  return gyre_expression_refuse (text, end, GYRE_VALUE_ERROR_SYNTAX, NULL, error, "must be UTF-8, has the byte 0x%02x",
                                 (guint) (guchar) *end);
}

/* An expression that has nothing but its text yet. */
GyreExpression *
gyre_expression_new_empty (const char *text, gssize length, GError **error)
{
  GyreExpression *self;
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (!check_text (text, size, error))
    return NULL;
  self = g_new0 (GyreExpression, 1);
  self->references = 1;
  self->length = size;
  self->text = g_strndup (text, size);
  return self;
}

/**
 * gyre_expression_new: (skip)
 * @text: (array length=length): a text; any bytes
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @form: how to read it
 * @error: return location for an error of [error@Gyre.ValueError], which knows its place in @text
 *
 * Compiles a text. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): an expression, or %NULL if @text is none
 *
 * Since: 0.1
 */
GyreExpression *
gyre_expression_new (const char *text, gssize length, GyreExpressionForm form, GError **error)
{
  g_autoptr (GyreExpression) self = gyre_expression_new_empty (text, length, error);

  return self != NULL && gyre_expression_compile (self, form, NULL, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * gyre_expression_ref: (skip)
 * @expression: an expression
 *
 * Takes a reference. Any thread may call it.
 *
 * Returns: @expression
 *
 * Since: 0.1
 */
GyreExpression *
gyre_expression_ref (GyreExpression *expression)
{
  g_atomic_int_inc (&expression->references);
  return expression;
}

/**
 * gyre_expression_unref: (skip)
 * @expression: an expression
 *
 * Drops a reference. Any thread may call it.
 *
 * Since: 0.1
 */
void
gyre_expression_unref (GyreExpression *expression)
{
  if (!g_atomic_int_dec_and_test (&expression->references))
    return;
  for (guint index = 0; index < expression->n_constants; index++)
    gyre_term_clear (&expression->constants[index]);
  for (guint index = 0; index < expression->n_names; index++)
    g_free (expression->names[index]);
  g_free (expression->steps);
  g_free (expression->constants);
  g_free (expression->names);
  g_free (expression->places);
  g_free (expression->text);
  g_free (expression);
}

/**
 * gyre_expression_get_length: (skip)
 * @expression: an expression
 *
 * Returns: how many different names it refers to
 *
 * Since: 0.1
 */
guint
gyre_expression_get_length (const GyreExpression *expression)
{
  return expression->n_names;
}

/**
 * gyre_expression_get_name: (skip)
 * @expression: an expression
 * @index: the number of a name, in the order in which they come first
 *
 * Returns: (transfer none): the name between the braces, without blanks around its fragments
 *
 * Since: 0.1
 */
const char *
gyre_expression_get_name (const GyreExpression *expression, guint index)
{
  g_return_val_if_fail (index < expression->n_names, NULL);
  return expression->names[index];
}

/**
 * gyre_expression_get_offset: (skip)
 * @expression: an expression
 * @index: the number of a name
 *
 * Returns: the characters before the name in the text, where it comes first
 *
 * Since: 0.1
 */
gsize
gyre_expression_get_offset (const GyreExpression *expression, guint index)
{
  g_return_val_if_fail (index < expression->n_names, 0);
  return gyre_expression_count (expression->text, expression->places[index]);
}

/**
 * gyre_reference_resolve: (skip)
 * @name: a name as it is written between braces
 * @owner: the name of the component whose trait it is written for
 *
 * Finds out what a relative name means: for `a.b`, `.x` is `a.b.x`, `..x` is `a.x`, and `...x` is `x`. A name that does not
 * begin with a dot is whole already.
 *
 * Returns: (transfer full) (nullable): a whole name, or %NULL when there are more dots than names
 *
 * Since: 0.1
 */
char *
gyre_reference_resolve (const char *name, const char *owner)
{
  gsize length = strlen (owner);

  if (*name != '.')
    return g_strdup (name);
  for (name++; *name == '.'; name++)
    {
      if (length == 0)
        return NULL;
      while (length > 0 && owner[length - 1] != '.')
        length--;
      length -= length > 0 ? 1 : 0;
    }
  return length == 0 ? g_strdup (name) : g_strdup_printf ("%.*s.%s", (int) length, owner, name);
}
