/* fuzz-expression.c: Any bytes, compiled and computed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The values of the names are guessed from the names themselves. What is refused must say why and where; what is computed must
 * be the same again, and be written so that it reads back.
 */
#include <gyre.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

enum { MOST_NAMES = 256 };

static void
require (gboolean fact)
{
  if (!fact)
    abort ();
}

static void
require_place (const GError *error, size_t size)
{
  gsize offset = 0;

  require (error != NULL && error->domain == GYRE_VALUE_ERROR && g_utf8_validate (error->message, -1, NULL));
  require (gyre_value_error_get_offset (error, &offset) && offset <= size);
}

static void
require_text (GyreTerm term)
{
  g_autofree char *text = gyre_term_to_text (term);
  GyreTerm again = gyre_term_from_text (text, -1);
  g_autofree char *text_again = gyre_term_to_text (again);

  require (term.kind != GYRE_TERM_STRING || gyre_term_equal (term, again));
  gyre_term_clear (&again);
}

static void
compute (const GyreExpression *expression, const GyreTerm *inputs, size_t size)
{
  g_autoptr (GError) error = NULL;
  GyreTerm first = { 0 }, second = { 0 };
  gboolean fine = gyre_expression_evaluate (expression, inputs, &first, &error);

  require (gyre_expression_evaluate (expression, inputs, &second, NULL) == fine);
  if (!fine)
    require_place (error, size);
  require (gyre_term_equal (first, second));
  require_text (first);
  gyre_term_clear (&first);
  gyre_term_clear (&second);
}

static void
try (const char *text, size_t size, GyreExpressionForm form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreExpression) expression = gyre_expression_new (text, size, form, &error);
  GyreTerm inputs[MOST_NAMES];
  guint length;

  if (expression == NULL)
    {
      require_place (error, size);
      return;
    }
  length = gyre_expression_get_length (expression);
  for (guint index = 0; index < length; index++)
    {
      const char *name = gyre_expression_get_name (expression, index);
      g_autofree char *whole = gyre_reference_resolve (name, "a.b");

      require (gyre_expression_get_offset (expression, index) <= size);
      if (index < MOST_NAMES)
        inputs[index] = gyre_term_from_text (name, -1);
    }
  if (length <= MOST_NAMES)
    compute (expression, inputs, size);
  for (guint index = 0; index < MIN (length, MOST_NAMES); index++)
    gyre_term_clear (&inputs[index]);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gyre_text_has_references ((const char *) data, size);
  try ((const char *) data, size, GYRE_EXPRESSION_COMPUTED);
  try ((const char *) data, size, GYRE_EXPRESSION_WRITTEN);
  return 0;
}
