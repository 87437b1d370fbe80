/* gyre-expression-compiler.c: What is known while a text is compiled
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Arithmetic between constants is done here, once, and in as many bits as the texts of numbers have: `2**63 - 1` is a number
 * of 64 bits. What is left at the end has to fit.
 */
#include "gyre-expression-compiler-private.h"
#include "gyre-quotation-private.h"
#include "gyre-value-error-private.h"

#include <string.h>

/* Reports a mistake. Returns FALSE. */
gboolean
gyre_compiler_refuse (GyreCompiler *self, const char *place, GyreValueError code, const char *hint, const char *format, ...)
{
  g_autofree char *statement = NULL;
  va_list arguments;

  va_start (arguments, format);
  statement = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return gyre_expression_refuse (self->text, place, code, hint, self->error, "%s", statement);
}

/* One word more: the time that a text takes has an end. */
gboolean
gyre_compiler_count (GyreCompiler *self, const char *place)
{
  if (++self->words <= GYRE_EXPRESSION_MAXIMUM_WORDS)
    return TRUE;
  return gyre_compiler_refuse (self, place, GYRE_VALUE_ERROR_SYNTAX, NULL, "must be an expression of at most %d words",
                               GYRE_EXPRESSION_MAXIMUM_WORDS);
}

gboolean
gyre_compiler_advance (GyreCompiler *self)
{
  return gyre_compiler_count (self, self->token.start) && gyre_token_scan (self->text, self->token.end, self->end, &self->token, self->error);
}

/* So many more terms are on the stack. */
void
gyre_compiler_push (GyreCompiler *self, guint count)
{
  self->stacked += count;
  self->highest = MAX (self->highest, self->stacked);
}

/* Adds a step; returns its number. */
guint
gyre_compiler_emit (GyreCompiler *self, GyreStepCode code, guint operand, const char *place)
{
  GyreStep step = { .code = code, .operand = operand, .place = (guint32) (place - self->text) };

  g_array_append_val (self->steps, step);
  return self->steps->len - 1;
}

void
gyre_compiler_add_constant (GyreCompiler *self, GyreConstant constant, const char *place)
{
  g_array_append_val (self->constants, constant);
  gyre_compiler_emit (self, GYRE_STEP_CONSTANT, self->constants->len - 1, place);
  gyre_compiler_push (self, 1);
}

/* The name between two places; each different name is one input. */
gboolean
gyre_compiler_add_reference (GyreCompiler *self, const char *start, const char *end)
{
  g_autofree char *name = gyre_reference_trim (start, end - start);
  guint32 place = (guint32) (start - self->text);
  gpointer number;

  if (name == NULL)
    return gyre_compiler_refuse (self, start, GYRE_VALUE_ERROR_SYNTAX, "write {{ and }} for braces that are meant",
                                 "must have a name between braces, each of whose fragments has a character");
  if (!g_hash_table_lookup_extended (self->numbers, name, NULL, &number))
    {
      number = GUINT_TO_POINTER (self->names->len);
      g_hash_table_insert (self->numbers, name, number);
      g_ptr_array_add (self->names, g_steal_pointer (&name));
      g_array_append_val (self->places, place);
    }
  gyre_compiler_emit (self, GYRE_STEP_INPUT, GPOINTER_TO_UINT (number), start);
  gyre_compiler_push (self, 1);
  return TRUE;
}

static GyreConstant *
constant_of_step (GyreCompiler *self, guint step)
{
  const GyreStep *record = &g_array_index (self->steps, GyreStep, step);

  return record->code == GYRE_STEP_CONSTANT ? &g_array_index (self->constants, GyreConstant, record->operand) : NULL;
}

/* A whole number that is too large for its kind cannot be made a quantity or an element. */
static gboolean
constant_settle (GyreCompiler *self, GyreConstant *constant, guint32 place)
{
  if (!constant->is_plain)
    return TRUE;
  if (constant->wide.overflow || (constant->wide.is_integer && constant->wide.integer != (gint64) constant->wide.integer))
    return gyre_compiler_refuse (self, self->text + place, GYRE_VALUE_ERROR_RANGE, "write the number with a point to compute with reals",
                                 "must be between -9223372036854775808 and 9223372036854775807 as a whole number");
  constant->term = constant->wide.is_integer ? gyre_term_from_integer ((gint64) constant->wide.integer)
                                             : gyre_term_from_real (constant->wide.real, GYRE_DIMENSIONLESS);
  /* A whole zero with a sign is a zero. */
  constant->is_plain = FALSE;
  return TRUE;
}

/* gyre_compiler_settle: from here on the constants are terms. */
gboolean
gyre_compiler_settle (GyreCompiler *self)
{
  for (guint index = 0; index < self->steps->len; index++)
    {
      GyreConstant *constant = constant_of_step (self, index);

      if (constant != NULL && !constant_settle (self, constant, g_array_index (self->steps, GyreStep, index).place))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_zero (GyreCompiler *self, const char *place)
{
  return gyre_compiler_refuse (self, place, GYRE_VALUE_ERROR_DIMENSION, "write kelvin for a difference of temperatures",
                               "must not compute with a scale of temperatures whose zero is not the absolute one");
}

static void
drop_steps (GyreCompiler *self)
{
  g_array_set_size (self->steps, self->steps->len - 2);
  g_array_set_size (self->constants, self->constants->len - 1);
}

/* Quantities are computed as they would be later; what fails then is said then. */
static void
fold_terms (GyreCompiler *self, GyreConstant *left, GyreStepCode code, const GyreConstant *right)
{
  GyreEvaluation evaluation = { .work = 16 };
  GyreTerm first, second;

  if (!gyre_term_is_number (&left->term) || !gyre_term_is_number (&right->term))
    return;
  first = left->is_plain ? gyre_term_from_real (left->wide.real, GYRE_DIMENSIONLESS) : left->term;
  second = right->is_plain ? gyre_term_from_real (right->wide.real, GYRE_DIMENSIONLESS) : right->term;
  if (!gyre_term_calculate (&first, code, &second, &evaluation))
    return;
  *left = (GyreConstant) { .term = first };
  drop_steps (self);
}

static void
fold_sign (GyreCompiler *self, GyreConstant *constant, GyreStepCode code)
{
  GyreEvaluation evaluation = { .work = 16 };

  if (constant == NULL || code == GYRE_STEP_NOT || !gyre_term_is_number (&constant->term))
    return;
  if (constant->is_plain && code == GYRE_STEP_NEGATE)
    gyre_operand_negate (&constant->wide);
  else if (code == GYRE_STEP_NEGATE)
    gyre_term_negate (&constant->term, &evaluation);
  g_array_set_size (self->steps, self->steps->len - 1);
}

/* A constant, if nothing but it stands between two steps. */
static GyreConstant *
constant_between (GyreCompiler *self, guint start, guint end)
{
  return start + 1 == end ? constant_of_step (self, start) : NULL;
}

/*
 * gyre_compiler_fold: adds the step of an operator; its left operand stands between the steps @start and @middle, or is not there
 * (@start is @middle), and its right one behind @middle. Two constants become one.
 */
gboolean
gyre_compiler_fold (GyreCompiler *self, guint start, guint middle, GyreStepCode code, const char *place)
{
  GyreConstant *left = constant_between (self, start, middle);
  GyreConstant *right = constant_between (self, middle, self->steps->len);
  gboolean is_arithmetic = code <= GYRE_STEP_POWER || code == GYRE_STEP_NEGATE;

  if (is_arithmetic && ((left != NULL && left->has_zero) || (right != NULL && right->has_zero)))
    return refuse_zero (self, place);
  gyre_compiler_emit (self, code, 0, place);
  if (start == middle)
    {
      fold_sign (self, right, code);
      return TRUE;
    }
  self->stacked--;
  if (left == NULL || right == NULL || code > GYRE_STEP_POWER)
    return TRUE;
  if (!left->is_plain || !right->is_plain)
    fold_terms (self, left, code, right);
  else if (gyre_operand_apply (&left->wide, code - GYRE_STEP_ADD + GYRE_OPERATOR_ADD, &right->wide) == NULL)
    drop_steps (self);
  return TRUE;
}

/*
 * gyre_compiler_place_scale: the last step is the unit of a scale whose zero is its own, as celsius is one. Directly behind a
 * number it makes a temperature of it.
 */
gboolean
gyre_compiler_place_scale (GyreCompiler *self, guint start, const char *place)
{
  GyreConstant *number = constant_between (self, start, self->steps->len - 1);
  GyreConstant *unit = constant_of_step (self, self->steps->len - 1);

  if (number == NULL || !number->is_plain)
    return refuse_zero (self, place);
  *number = (GyreConstant) {
    .term = gyre_term_from_real ((number->wide.real + unit->offset) * unit->term.real, unit->term.dimension),
    .has_zero = TRUE,
  };
  g_array_set_size (self->steps, self->steps->len - 1);
  g_array_set_size (self->constants, self->constants->len - 1);
  self->stacked--;
  return TRUE;
}

static void
compiler_hand_over (GyreCompiler *self, GyreExpression *expression)
{
  expression->n_steps = self->steps->len;
  expression->steps = (GyreStep *) (gpointer) g_array_steal (self->steps, NULL);
  expression->n_constants = self->constants->len;
  expression->constants = g_new (GyreTerm, MAX (self->constants->len, 1));
  for (guint index = 0; index < self->constants->len; index++)
    expression->constants[index] = g_array_index (self->constants, GyreConstant, index).term;
  g_array_set_size (self->constants, 0);
  expression->n_names = self->names->len;
  expression->names = (char **) g_ptr_array_steal (self->names, NULL);
  expression->places = (guint32 *) (gpointer) g_array_steal (self->places, NULL);
  expression->depth = self->highest;
}

static void
constant_clear (gpointer data)
{
  gyre_term_clear (&((GyreConstant *) data)->term);
}

/* gyre_expression_compile: reads the text of an expression that has nothing else yet; with @trait, one that is made of parts. */
gboolean
gyre_expression_compile (GyreExpression *expression, GyreExpressionForm form, const GyreTrait *trait, GError **error)
{
  GyreCompiler self = { .text = expression->text, .error = error };
  const char *start = expression->text;
  const char *end = start + expression->length;
  gboolean fine;

  self.steps = g_array_new (FALSE, FALSE, sizeof (GyreStep));
  self.constants = g_array_new (FALSE, FALSE, sizeof (GyreConstant));
  g_array_set_clear_func (self.constants, constant_clear);
  self.names = g_ptr_array_new_with_free_func (g_free);
  self.places = g_array_new (FALSE, FALSE, sizeof (guint32));
  self.numbers = g_hash_table_new (g_str_hash, g_str_equal);
  while (start < end && gyre_quotation_is_blank (*start))
    start++;
  while (start < end && gyre_quotation_is_blank (end[-1]))
    end--;
  if (trait != NULL)
    fine = gyre_compiler_read_container (&self, trait);
  else if (form == GYRE_EXPRESSION_COMPUTED)
    fine = gyre_compiler_read_expression (&self, start, end);
  else if (end - start >= 2 && gyre_quotation_is_quote (*start) && end[-1] == *start)
    fine = gyre_compiler_read_text (&self, start + 1, end - 1, TRUE);
  else
    fine = gyre_compiler_read_text (&self, start, end, FALSE);
  fine = fine && gyre_compiler_settle (&self);
  g_hash_table_unref (self.numbers);
  if (fine)
    {
      /* The terms belong to the expression now. */
      g_array_set_clear_func (self.constants, NULL);
      compiler_hand_over (&self, expression);
    }
  g_array_unref (self.steps);
  g_array_unref (self.constants);
  g_ptr_array_unref (self.names);
  g_array_unref (self.places);
  return fine;
}
