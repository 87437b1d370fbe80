/* gyre-expression-arithmetic.c: What arithmetic and comparison between two terms yield
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Plain numbers that stay plain numbers take a short way; the long way is that of the arithmetic in numbers' own texts, so that
 * both have the same rules. What it holds in more than 64 bits is refused here, and never rounded.
 */
#include "gyre-expression-private.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

static const char * const signs[] = {
  [GYRE_STEP_ADD] = "+", [GYRE_STEP_SUBTRACT] = "-", [GYRE_STEP_MULTIPLY] = "*", [GYRE_STEP_DIVIDE] = "/",
  [GYRE_STEP_FLOOR] = "//", [GYRE_STEP_REMAINDER] = "%", [GYRE_STEP_POWER] = "**", [GYRE_STEP_LESS] = "<",
  [GYRE_STEP_LESS_OR_EQUAL] = "<=", [GYRE_STEP_GREATER] = ">", [GYRE_STEP_GREATER_OR_EQUAL] = ">=",
  [GYRE_STEP_EQUAL] = "==", [GYRE_STEP_DIFFERENT] = "!=",
};

/* Reports a mistake that has no place yet. Returns FALSE. */
gboolean
gyre_evaluation_refuse (GyreEvaluation *evaluation, GyreValueError code, const char *hint, const char *format, ...)
{
  g_autofree char *statement = NULL;
  va_list arguments;

  va_start (arguments, format);
  statement = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  gyre_value_error_set (evaluation->error, code, GYRE_VALUE_ERROR_NOWHERE, hint, "%s", statement);
  return FALSE;
}

gboolean
gyre_evaluation_spend (GyreEvaluation *evaluation, gsize work)
{
  if (G_LIKELY ((gint64) work <= evaluation->work))
    {
      evaluation->work -= (gint64) work;
      return TRUE;
    }
  return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "must be computed in at most %d steps",
                                 GYRE_EXPRESSION_MAXIMUM_WORK);
}

static GyreQuantity
term_get_quantity (const GyreTerm *term)
{
  return (GyreQuantity) { gyre_term_get_real (term), term->kind == GYRE_TERM_REAL ? term->dimension : GYRE_DIMENSIONLESS };
}

static gboolean
calculate_quantities (GyreTerm *left, GyreStepCode code, const GyreTerm *right, GyreEvaluation *evaluation)
{
  GyreQuantity first = term_get_quantity (left);
  GyreQuantity second = term_get_quantity (right);
  GyreQuantity result = { 0 };
  gboolean fine = FALSE;

  if ((code == GYRE_STEP_DIVIDE || code == GYRE_STEP_FLOOR || code == GYRE_STEP_REMAINDER) && second.magnitude == 0.0)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "must not divide by zero");
  if (code == GYRE_STEP_ADD)
    fine = gyre_quantity_add (first, second, &result, evaluation->error);
  else if (code == GYRE_STEP_SUBTRACT)
    fine = gyre_quantity_subtract (first, second, &result, evaluation->error);
  else if (code == GYRE_STEP_MULTIPLY)
    fine = gyre_quantity_multiply (first, second, &result, evaluation->error);
  else if (code == GYRE_STEP_DIVIDE)
    fine = gyre_quantity_divide (first, second, &result, evaluation->error);
  else if (code == GYRE_STEP_POWER && second.dimension == GYRE_DIMENSIONLESS)
    fine = gyre_quantity_power (first, second.magnitude, &result, evaluation->error);
  else if (code == GYRE_STEP_POWER)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_DIMENSION, NULL, "must have a plain number as exponent, has a quantity");
  else
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_DIMENSION, "divide both by a unit first",
                                   "must have plain numbers on both sides of %s, has a quantity", signs[code]);
  if (fine && !isfinite (result.magnitude) && isfinite (first.magnitude) && isfinite (second.magnitude))
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "is beyond what a real number holds");
  *left = gyre_term_from_real (result.magnitude, result.dimension);
  return fine;
}

static void
term_to_operand (const GyreTerm *term, GyreOperand *operand)
{
  if (term->kind == GYRE_TERM_INTEGER)
    gyre_operand_set_integer (operand, term->integer);
  else
    gyre_operand_set_real (operand, term->real);
}

static gboolean
calculate_operands (GyreTerm *left, GyreStepCode code, const GyreTerm *right, GyreEvaluation *evaluation)
{
  GyreOperand first, second;
  const char *complaint;

  term_to_operand (left, &first);
  term_to_operand (right, &second);
  complaint = gyre_operand_apply (&first, code - GYRE_STEP_ADD + GYRE_OPERATOR_ADD, &second);
  if (complaint != NULL)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "%s", complaint);
  if (first.overflow || (first.is_integer && first.integer != (gint64) first.integer))
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, "write one of the numbers with a point to compute with reals",
                                   "must be between -9223372036854775808 and 9223372036854775807 as a whole number");
  *left = first.is_integer ? gyre_term_from_integer ((gint64) first.integer) : gyre_term_from_real (first.real, GYRE_DIMENSIONLESS);
  return TRUE;
}

static gboolean
join_texts (GyreTerm *left, GyreTerm *right, GyreEvaluation *evaluation)
{
  gsize length = strlen (left->string);
  gsize more = strlen (right->string);
  g_autofree char *joined = NULL;

  if (length + more > GYRE_TERM_MAXIMUM_LENGTH)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "must be a text of at most %d bytes",
                                   GYRE_TERM_MAXIMUM_LENGTH);
  if (!gyre_evaluation_spend (evaluation, (length + more) / 16))
    return FALSE;
  joined = g_malloc (length + more + 1);
  memcpy (joined, left->string, length);
  memcpy (joined + length, right->string, more + 1);
  gyre_term_clear (left);
  gyre_term_clear (right);
  *left = gyre_term_from_string (joined, length + more);
  return TRUE;
}

/* A text between the operands of an operator that wants numbers was most likely meant to be one. */
static gboolean
refuse_operands (const GyreTerm *left, GyreStepCode code, const GyreTerm *right, GyreEvaluation *evaluation)
{
  gboolean texts = left->kind == GYRE_TERM_STRING || right->kind == GYRE_TERM_STRING;
  const char *hint = code == GYRE_STEP_ADD && texts ? "write a text in quotes with {…} in it to put a value into a text" : NULL;

  return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_TYPE, hint, "must have numbers%s on both sides of %s, has %s and %s",
                                 code == GYRE_STEP_ADD ? " or texts" : "", signs[code], gyre_term_kind_to_name (left),
                                 gyre_term_kind_to_name (right));
}

/* gyre_term_calculate: the long way of arithmetic. */
gboolean
gyre_term_calculate (GyreTerm *left, GyreStepCode code, GyreTerm *right, GyreEvaluation *evaluation)
{
  if (gyre_term_is_number (left) && gyre_term_is_number (right))
    {
      if ((left->kind == GYRE_TERM_REAL && left->dimension != GYRE_DIMENSIONLESS)
          || (right->kind == GYRE_TERM_REAL && right->dimension != GYRE_DIMENSIONLESS))
        return calculate_quantities (left, code, right, evaluation);
      return calculate_operands (left, code, right, evaluation);
    }
  if (code == GYRE_STEP_ADD && left->kind == GYRE_TERM_STRING && right->kind == GYRE_TERM_STRING)
    return join_texts (left, right, evaluation);
  return refuse_operands (left, code, right, evaluation);
}

gboolean
gyre_term_negate (GyreTerm *term, GyreEvaluation *evaluation)
{
  if (term->kind == GYRE_TERM_REAL)
    term->real = -term->real;
  else if (term->kind != GYRE_TERM_INTEGER)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_TYPE, NULL, "must have a number after -, has %s",
                                   gyre_term_kind_to_name (term));
  else if (term->integer == G_MININT64)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL,
                                   "must be between -9223372036854775808 and 9223372036854775807 as a whole number");
  else
    term->integer = -term->integer;
  return TRUE;
}

/* A whole number and a real one, exactly: a double cannot hold every whole number. */
static int
compare_exactly (gint64 integer, double real)
{
  double whole;

  if (real >= 0x1p63)
    return -1;
  if (real < -0x1p63)
    return 1;
  whole = floor (real);
  if ((gint64) whole != integer)
    return integer < (gint64) whole ? -1 : 1;
  return real > whole ? -1 : 0;
}

static gboolean
order_numbers (const GyreTerm *left, const GyreTerm *right, gboolean *unordered, int *order, GyreEvaluation *evaluation)
{
  double first = gyre_term_get_real (left);
  double second = gyre_term_get_real (right);
  GyreQuantity left_quantity = term_get_quantity (left);
  GyreQuantity right_quantity = term_get_quantity (right);

  if (left_quantity.dimension != right_quantity.dimension)
    return gyre_quantity_compare (left_quantity, right_quantity, order, evaluation->error);
  *unordered = isnan (first) || isnan (second);
  if (*unordered || left->kind == right->kind)
    *order = left->kind == GYRE_TERM_INTEGER ? (left->integer > right->integer) - (left->integer < right->integer)
                                             : (first > second) - (first < second);
  else
    *order = left->kind == GYRE_TERM_INTEGER ? compare_exactly (left->integer, second) : -compare_exactly (right->integer, first);
  return TRUE;
}

static gboolean
refuse_comparison (const GyreTerm *left, const GyreTerm *right, GyreEvaluation *evaluation)
{
  return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_TYPE, NULL, "must compare values of one kind, has %s and %s",
                                 gyre_term_kind_to_name (left), gyre_term_kind_to_name (right));
}

/* gyre_term_order: which of two numbers or texts is the smaller one. Not-a-number is in no order. */
gboolean
gyre_term_order (const GyreTerm *left, const GyreTerm *right, gboolean *unordered, int *order, GyreEvaluation *evaluation)
{
  *unordered = FALSE;
  if (gyre_term_is_number (left) && gyre_term_is_number (right))
    return order_numbers (left, right, unordered, order, evaluation);
  if (left->kind != GYRE_TERM_STRING || right->kind != GYRE_TERM_STRING)
    return refuse_comparison (left, right, evaluation);
  *order = strcmp (left->string, right->string);
  return gyre_evaluation_spend (evaluation, strlen (left->string) / 16);
}

/* Whether two terms are the same, where 1 and 1.0 are. None is no other value; otherwise only one kind is compared. */
static gboolean
compare_equality (const GyreTerm *left, const GyreTerm *right, gboolean *equal, GyreEvaluation *evaluation)
{
  gboolean unordered, fine = TRUE;
  int order = 0;

  if (left->kind == GYRE_TERM_LIST && right->kind == GYRE_TERM_LIST)
    {
      *equal = left->list->length == right->list->length;
      fine = gyre_evaluation_spend (evaluation, left->list->length);
      for (guint index = 0; fine && *equal && index < left->list->length; index++)
        fine = compare_equality (&left->list->terms[index], &right->list->terms[index], equal, evaluation);
      return fine;
    }
  if (left->kind == GYRE_TERM_NONE || right->kind == GYRE_TERM_NONE || (left->kind == right->kind && left->kind == GYRE_TERM_BOOLEAN))
    {
      *equal = gyre_term_equal (*left, *right);
      return TRUE;
    }
  fine = gyre_term_order (left, right, &unordered, &order, evaluation);
  *equal = fine && !unordered && order == 0;
  return fine;
}

static gboolean
order_answers (GyreStepCode code, int order)
{
  switch (code)
    {
    case GYRE_STEP_LESS:
      return order < 0;
    case GYRE_STEP_LESS_OR_EQUAL:
      return order <= 0;
    case GYRE_STEP_GREATER:
      return order > 0;
    default:
      return order >= 0;
    }
}

gboolean
gyre_term_compare (GyreTerm *left, GyreStepCode code, GyreTerm *right, GyreEvaluation *evaluation)
{
  gboolean answer = FALSE, unordered, fine;
  int order = 0;

  if (code == GYRE_STEP_EQUAL || code == GYRE_STEP_DIFFERENT)
    {
      fine = compare_equality (left, right, &answer, evaluation);
      answer = answer == (code == GYRE_STEP_EQUAL);
    }
  else
    {
      fine = gyre_term_order (left, right, &unordered, &order, evaluation);
      answer = fine && !unordered && order_answers (code, order);
    }
  if (!fine)
    return FALSE;
  gyre_term_clear (left);
  gyre_term_clear (right);
  *left = gyre_term_from_boolean (answer);
  return TRUE;
}
