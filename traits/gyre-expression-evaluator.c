/* gyre-expression-evaluator.c: The steps of an expression, done
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Plain numbers stay in this file: nothing is allocated, copied or called for them.
 */
#include "gyre-expression-private.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

/* What lies on the stack without memory of its own. */
#define SMALL_DEPTH 32

static inline gboolean
both_plain (const GyreTerm *left, const GyreTerm *right)
{
  return left->kind == GYRE_TERM_REAL && right->kind == GYRE_TERM_REAL && (left->dimension | right->dimension) == GYRE_DIMENSIONLESS;
}

static inline gboolean
both_whole (const GyreTerm *left, const GyreTerm *right)
{
  return left->kind == GYRE_TERM_INTEGER && right->kind == GYRE_TERM_INTEGER;
}

static inline gboolean
calculate_whole (GyreTerm *left, GyreStepCode code, const GyreTerm *right)
{
  gint64 integer;
  gboolean overflows = TRUE;

  if (code == GYRE_STEP_ADD)
    overflows = __builtin_add_overflow (left->integer, right->integer, &integer);
  else if (code == GYRE_STEP_SUBTRACT)
    overflows = __builtin_sub_overflow (left->integer, right->integer, &integer);
  else if (code == GYRE_STEP_MULTIPLY)
    overflows = __builtin_mul_overflow (left->integer, right->integer, &integer);
  if (!overflows)
    left->integer = integer;
  return !overflows;
}

/* What is beyond the finite numbers is for the long way to judge. */
static inline gboolean
calculate_real (double left, GyreStepCode code, double right, double *result)
{
  if (code == GYRE_STEP_ADD)
    *result = left + right;
  else if (code == GYRE_STEP_SUBTRACT)
    *result = left - right;
  else if (code == GYRE_STEP_MULTIPLY)
    *result = left * right;
  else if (code == GYRE_STEP_DIVIDE)
    *result = left / right;
  else
    return FALSE;
  return isfinite (*result);
}

static inline gboolean
is_plain (const GyreTerm *term)
{
  return term->kind == GYRE_TERM_INTEGER || (term->kind == GYRE_TERM_REAL && term->dimension == GYRE_DIMENSIONLESS);
}

static inline gboolean
calculate (GyreTerm *left, GyreStepCode code, GyreTerm *right, GyreEvaluation *evaluation)
{
  double real;

  if (both_whole (left, right))
    {
      if (G_LIKELY (calculate_whole (left, code, right)))
        return TRUE;
    }
  else if (is_plain (left) && is_plain (right)
           && G_LIKELY (calculate_real (gyre_term_get_real (left), code, gyre_term_get_real (right), &real)))
    {
      left->kind = GYRE_TERM_REAL;
      left->dimension = GYRE_DIMENSIONLESS;
      left->real = real;
      return TRUE;
    }
  return gyre_term_calculate (left, code, right, evaluation);
}

#define ANSWER(code, left, right) \
  ((code) == GYRE_STEP_LESS ? (left) < (right) : (code) == GYRE_STEP_LESS_OR_EQUAL ? (left) <= (right) \
   : (code) == GYRE_STEP_GREATER ? (left) > (right) : (code) == GYRE_STEP_GREATER_OR_EQUAL ? (left) >= (right) \
   : (code) == GYRE_STEP_EQUAL ? (left) == (right) : (left) != (right))

static inline gboolean
compare (GyreTerm *left, GyreStepCode code, GyreTerm *right, GyreEvaluation *evaluation)
{
  if (both_whole (left, right))
    *left = gyre_term_from_boolean (ANSWER (code, left->integer, right->integer));
  else if (both_plain (left, right))
    *left = gyre_term_from_boolean (ANSWER (code, left->real, right->real));
  else
    return gyre_term_compare (left, code, right, evaluation);
  return TRUE;
}

static gboolean
require_boolean (const GyreTerm *term, const char *where, GyreEvaluation *evaluation)
{
  return term->kind == GYRE_TERM_BOOLEAN
         || gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_TYPE, NULL, "must have yes or no %s, has %s", where,
                                    gyre_term_kind_to_name (term));
}

static gboolean
make_list (GyreTerm *terms, guint count, GyreTerm *result, GyreEvaluation *evaluation)
{
  guint64 weight = 1;
  guint depth = 0;
  GyreTermList *list;

  for (guint index = 0; index < count; index++)
    {
      weight += gyre_term_get_weight (&terms[index]);
      depth = MAX (depth, terms[index].kind == GYRE_TERM_LIST ? terms[index].list->depth : 0);
    }
  if (weight > GYRE_TERM_MAXIMUM_WEIGHT || depth >= GYRE_TERM_MAXIMUM_DEPTH)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "must be a list of at most %d values, nested at most %d deep",
                                   GYRE_TERM_MAXIMUM_WEIGHT, GYRE_TERM_MAXIMUM_DEPTH);
  if (!gyre_evaluation_spend (evaluation, count))
    return FALSE;
  list = gyre_term_list_new (count);
  if (count > 0)
    memcpy (list->terms, terms, count * sizeof (GyreTerm));
  gyre_term_list_seal (list);
  *result = gyre_term_from_list (list);
  return TRUE;
}

static gboolean
take_element (GyreTerm *list, GyreTerm *index, GyreEvaluation *evaluation)
{
  gint64 position = index->integer;
  gint64 length;
  GyreTerm element;

  if (list->kind != GYRE_TERM_LIST)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_TYPE, NULL, "must have a list before [, has %s", gyre_term_kind_to_name (list));
  if (index->kind != GYRE_TERM_INTEGER)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_TYPE, NULL, "must have a whole number between [ and ], has %s",
                                   gyre_term_kind_to_name (index));
  length = list->list->length;
  if (position < -length || position >= length)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, "the first element is [0], the last one [-1]",
                                   "must be an element of a list of %" G_GINT64_FORMAT ", has [%" G_GINT64_FORMAT "]", length, position);
  element = gyre_term_copy (list->list->terms[position < 0 ? position + length : position]);
  gyre_term_clear (list);
  *list = element;
  return TRUE;
}

static gboolean
join (const GyreTerm *terms, guint count, GyreTerm *result, GyreEvaluation *evaluation)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint index = 0; index < count; index++)
    {
      gsize before = text->len;

      if (!gyre_evaluation_spend (evaluation, gyre_term_get_weight (&terms[index]) * (terms[index].kind == GYRE_TERM_LIST ? 8 : 1)))
        return FALSE;
      gyre_term_append (&terms[index], text);
      if (!gyre_evaluation_spend (evaluation, (text->len - before) / 16))
        return FALSE;
      if (text->len > GYRE_TERM_MAXIMUM_LENGTH)
        return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "must be a text of at most %d bytes",
                                       GYRE_TERM_MAXIMUM_LENGTH);
    }
  *result = gyre_term_from_string (text->str, text->len);
  return TRUE;
}

static void
clear_terms (GyreTerm *terms, guint count)
{
  for (guint index = 0; index < count; index++)
    if (gyre_term_owns (&terms[index]))
      gyre_term_clear (&terms[index]);
}

/* Steps that take several terms. Returns the new top, or NULL. */
static GyreTerm *
take_several (const GyreStep *step, GyreTerm *top, GyreEvaluation *evaluation)
{
  GyreTerm *first = top - step->operand;
  GyreTerm result;
  gboolean fine;

  if (step->code == GYRE_STEP_LIST)
    fine = make_list (first, step->operand, &result, evaluation);
  else if (step->code == GYRE_STEP_JOIN)
    fine = join (first, step->operand, &result, evaluation);
  else
    fine = gyre_function_call (step->function, first, step->operand, &result, evaluation);
  if (!fine)
    return NULL;
  /* The terms of a list have moved into it. */
  if (step->code != GYRE_STEP_LIST)
    clear_terms (first, step->operand);
  *first = result;
  return first + 1;
}

/* Steps that look at yes or no. Returns how many steps to skip, or -1. */
static gint64
decide (const GyreStep *step, GyreTerm **top, GyreEvaluation *evaluation)
{
  GyreTerm *term = *top - 1;
  static const char * const places[] = { "after 'not'", "on both sides of 'and'", "on both sides of 'or'", "after 'if'" };
  guint place = step->code == GYRE_STEP_NOT ? 0 : step->code == GYRE_STEP_AND ? 1 : step->code == GYRE_STEP_OR ? 2 : 3;

  if (step->code == GYRE_STEP_BOOLEAN)
    place = step->operand == GYRE_STEP_AND ? 1 : 2;
  if (!require_boolean (term, places[place], evaluation))
    return -1;
  switch (step->code)
    {
    case GYRE_STEP_NOT:
      *term = gyre_term_from_boolean (!term->boolean);
      return 0;
    case GYRE_STEP_AND:
    case GYRE_STEP_OR:
      if (!term->boolean == (step->code == GYRE_STEP_AND))
        return step->operand;
      *top -= 1;
      return 0;
    case GYRE_STEP_UNLESS:
      *top -= 1;
      return term->boolean ? 0 : step->operand;
    default:
      return 0;
    }
}

static inline gboolean
pair (const GyreStep *step, GyreTerm *top, GyreEvaluation *evaluation)
{
  if (step->code <= GYRE_STEP_POWER)
    return calculate (top - 2, step->code, top - 1, evaluation);
  if (step->code <= GYRE_STEP_DIFFERENT)
    return compare (top - 2, step->code, top - 1, evaluation);
  return take_element (top - 2, top - 1, evaluation);
}

static gboolean
sign (const GyreStep *step, GyreTerm *term, GyreEvaluation *evaluation)
{
  if (step->code == GYRE_STEP_NEGATE)
    return gyre_term_negate (term, evaluation);
  return gyre_term_is_number (term)
         || gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_TYPE, NULL, "must have a number after +, has %s",
                                    gyre_term_kind_to_name (term));
}

/* Does the steps. @top comes to stand behind what is left on the stack. Returns the step that failed, or NULL. */
static const GyreStep *
run (const GyreExpression *self, const GyreTerm *inputs, GyreTerm **top, GyreEvaluation *evaluation)
{
  const GyreStep *step = self->steps;
  const GyreStep *end = step + self->n_steps;
  GyreTerm *stack = *top;
  gboolean fine = TRUE;
  gint64 skipped;

  for (; fine && step < end; step++)
    {
      const GyreTerm *pushed;

      *top = stack;
      switch (step->code)
        {
        case GYRE_STEP_CONSTANT:
        case GYRE_STEP_INPUT:
          pushed = step->code == GYRE_STEP_INPUT ? &inputs[step->operand] : &self->constants[step->operand];
          *stack++ = gyre_term_owns (pushed) ? gyre_term_copy (*pushed) : *pushed;
          continue;
        case GYRE_STEP_JUMP:
          step += step->operand;
          continue;
        case GYRE_STEP_NEGATE:
        case GYRE_STEP_PLUS:
          fine = sign (step, stack - 1, evaluation);
          break;
        case GYRE_STEP_NOT:
        case GYRE_STEP_BOOLEAN:
        case GYRE_STEP_AND:
        case GYRE_STEP_OR:
        case GYRE_STEP_UNLESS:
          skipped = decide (step, &stack, evaluation);
          fine = skipped >= 0;
          step += MAX (skipped, 0);
          break;
        case GYRE_STEP_LIST:
        case GYRE_STEP_CALL:
        case GYRE_STEP_JOIN:
          stack = take_several (step, stack, evaluation);
          fine = stack != NULL;
          break;
        default:
          fine = pair (step, stack, evaluation);
          stack -= fine ? 1 : 0;
        }
      if (!fine)
        return step;
    }
  *top = stack;
  return NULL;
}

/**
 * gyre_expression_evaluate: (skip)
 * @expression: an expression
 * @inputs: one term for each of its names, in their order; none of them is undefined
 * @result: (out): what the text amounts to; the caller's
 * @error: return location for an error of [error@Gyre.ValueError], which knows its place in the text
 *
 * Computes an expression, in at most %GYRE_EXPRESSION_MAXIMUM_WORK steps. Any thread may call it.
 *
 * Returns: whether there is a result
 *
 * Since: 0.1
 */
gboolean
gyre_expression_evaluate (const GyreExpression *expression, const GyreTerm *inputs, GyreTerm *result, GError **error)
{
  GyreTerm small[SMALL_DEPTH];
  g_autofree GyreTerm *large = NULL;
  g_autoptr (GError) mistake = NULL;
  GyreEvaluation evaluation = { GYRE_EXPRESSION_MAXIMUM_WORK - (gint64) expression->n_steps, error != NULL ? &mistake : NULL };
  GyreTerm *stack = small;
  GyreTerm *top;
  const GyreStep *failed;

  if (expression->depth > SMALL_DEPTH)
    stack = large = g_new (GyreTerm, expression->depth);
  top = stack;
  failed = run (expression, inputs, &top, &evaluation);
  if (failed == NULL)
    {
      *result = *stack;
      return TRUE;
    }
  clear_terms (stack, top - stack);
  *result = (GyreTerm) { .kind = GYRE_TERM_UNDEFINED };
  if (mistake != NULL)
    {
      gyre_value_error_relocate (mistake, gyre_expression_count (expression->text, failed->place), NULL);
      g_propagate_error (error, g_steal_pointer (&mistake));
    }
  return FALSE;
}
