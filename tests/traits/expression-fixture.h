/* expression-fixture.h: Expressions and what they amount to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-expression.h"

#include <string.h>

/* Computes a text whose references all have the values that their own names have as texts: {2} is 2. */
static inline gboolean
evaluate_form (const char *text, GyreExpressionForm form, GyreTerm *result, GError **error)
{
  g_autoptr (GyreExpression) expression = gyre_expression_new (text, -1, form, error);
  GyreTerm *inputs;
  gboolean fine;
  guint length;

  if (expression == NULL)
    return FALSE;
  length = gyre_expression_get_length (expression);
  inputs = g_new0 (GyreTerm, length + 1);
  for (guint index = 0; index < length; index++)
    inputs[index] = gyre_term_from_text (gyre_expression_get_name (expression, index), -1);
  fine = gyre_expression_evaluate (expression, inputs, result, error);
  for (guint index = 0; index < length; index++)
    gyre_term_clear (&inputs[index]);
  g_free (inputs);
  return fine;
}

static inline void
assert_form (const char *text, GyreExpressionForm form, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  GyreTerm result = { 0 };

  if (!evaluate_form (text, form, &result, &error))
    g_error ("%s: %s", text, error->message);
  found = gyre_term_to_text (result);
  gyre_term_clear (&result);
  if (strcmp (found, expected) != 0)
    g_error ("%s: is %s, not %s", text, found, expected);
}

static inline void
assert_computed (const char *text, const char *expected)
{
  assert_form (text, GYRE_EXPRESSION_COMPUTED, expected);
}

/* The text is refused at a place, and the message and the hint have these words. */
static inline void
assert_refused (const char *text, gsize offset, const char *message, const char *hint)
{
  g_autoptr (GError) error = NULL;
  GyreTerm result = { 0 };
  gsize found = G_MAXSIZE;

  if (evaluate_form (text, GYRE_EXPRESSION_COMPUTED, &result, &error))
    g_error ("%s: is not refused", text);
  g_assert_true (error->domain == GYRE_VALUE_ERROR);
  if (strstr (error->message, message) == NULL)
    g_error ("%s: %s, not %s", text, error->message, message);
  if (!gyre_value_error_get_offset (error, &found) || found != offset)
    g_error ("%s: %s, not at %u", text, error->message, (guint) offset);
  if (hint != NULL && (gyre_value_error_get_hint (error) == NULL || strstr (gyre_value_error_get_hint (error), hint) == NULL))
    g_error ("%s: %s: the hint is %s, not %s", text, error->message, gyre_value_error_get_hint (error), hint);
}
