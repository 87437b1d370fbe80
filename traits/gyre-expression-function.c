/* gyre-expression-function.c: The functions that expressions know
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-expression-private.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

#define ANY G_MAXUINT

typedef struct _Function Function;
typedef gboolean (*Implementation) (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result,
                                    GyreEvaluation *evaluation);

struct _Function
{
  const char *name;
  guint fewest;
  guint most;
  Implementation call;
  double (*real) (double);
  double lowest;           /* of what the function is defined for */
  double highest;
  const char *rule;
};

static gboolean
refuse_kind (const Function *function, const char *expected, const GyreTerm *found, GyreEvaluation *evaluation)
{
  return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_TYPE, NULL, "%s() must have %s, has %s", function->name, expected,
                                 gyre_term_kind_to_name (found));
}

static gboolean
require_number (const Function *function, const GyreTerm *term, GyreEvaluation *evaluation)
{
  return gyre_term_is_number (term) || refuse_kind (function, "a number", term, evaluation);
}

static gboolean
require_plain (const Function *function, const GyreTerm *term, GyreEvaluation *evaluation)
{
  if (!require_number (function, term, evaluation))
    return FALSE;
  if (term->kind == GYRE_TERM_INTEGER || term->dimension == GYRE_DIMENSIONLESS)
    return TRUE;
  return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_DIMENSION, "divide by a unit first",
                                 "%s() must have a plain number, has a quantity", function->name);
}

static gboolean
yield_real (double real, GyreDimension dimension, gboolean was_finite, GyreTerm *result, GyreEvaluation *evaluation)
{
  if (!isfinite (real) && was_finite)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "is beyond what a real number holds");
  *result = gyre_term_from_real (real, dimension);
  return TRUE;
}

static gboolean
call_real (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  double real;

  if (!require_plain (function, arguments, evaluation))
    return FALSE;
  real = gyre_term_get_real (arguments);
  if (function->rule != NULL && (real < function->lowest || real > function->highest))
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "%s() must have %s, has %g", function->name,
                                   function->rule, real);
  return yield_real (function->real (real), GYRE_DIMENSIONLESS, isfinite (real), result, evaluation);
}

static gboolean
call_square_root (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result,
                  GyreEvaluation *evaluation)
{
  GyreQuantity quantity;

  if (!require_number (function, arguments, evaluation))
    return FALSE;
  if (arguments->kind == GYRE_TERM_INTEGER || arguments->dimension == GYRE_DIMENSIONLESS)
    return call_real (function, arguments, n_arguments, result, evaluation);
  quantity = (GyreQuantity) { arguments->real, arguments->dimension };
  if (quantity.magnitude < 0)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "sqrt() must have a number of at least 0, has a negative quantity");
  if (!gyre_quantity_power (quantity, 0.5, &quantity, evaluation->error))
    return FALSE;
  *result = gyre_term_from_real (quantity.magnitude, quantity.dimension);
  return TRUE;
}

static gboolean
call_absolute (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  if (!require_number (function, arguments, evaluation))
    return FALSE;
  *result = *arguments;
  if (result->kind == GYRE_TERM_REAL)
    result->real = fabs (result->real);
  else if (result->integer < 0)
    return gyre_term_negate (result, evaluation);
  return TRUE;
}

static gboolean
round_to_digits (const Function *function, const GyreTerm *arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  gint64 digits;
  char text[512];

  if (arguments[1].kind != GYRE_TERM_INTEGER)
    return refuse_kind (function, "a whole number of digits", &arguments[1], evaluation);
  digits = arguments[1].integer;
  if (digits < 0 || digits > 15)
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "round() must have between 0 and 15 digits, has %"
                                   G_GINT64_FORMAT, digits);
  *result = arguments[0];
  if (result->kind == GYRE_TERM_REAL && isfinite (result->real))
    {
      char format[8];

      /* The library rounds the decimal digits correctly, which arithmetic with powers of ten does not. */
      g_snprintf (format, sizeof format, "%%.%df", (int) digits);
      result->real = g_ascii_strtod (g_ascii_formatd (text, sizeof text, format, result->real), NULL);
    }
  return TRUE;
}

/* round() goes to the even neighbour from the middle, as arithmetic itself does. */
static gboolean
call_whole (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  double real;

  if (!require_plain (function, arguments, evaluation))
    return FALSE;
  if (n_arguments == 2)
    return round_to_digits (function, arguments, result, evaluation);
  *result = *arguments;
  if (result->kind == GYRE_TERM_INTEGER)
    return TRUE;
  real = function->real (arguments->real);
  if (!(real >= -0x1p63 && real < 0x1p63))
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "%s() must have a number that 64 bits hold, has %g",
                                   function->name, arguments->real);
  *result = gyre_term_from_integer ((gint64) real);
  return TRUE;
}

/* Two numbers of one dimension: atan2() yields an angle, hypot() has the dimension that they have. */
static gboolean
call_two (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  GyreDimension dimensions[2];
  double reals[2];
  gboolean is_length = strcmp (function->name, "hypot") == 0;

  for (guint index = 0; index < 2; index++)
    {
      if (!require_number (function, &arguments[index], evaluation))
        return FALSE;
      dimensions[index] = arguments[index].kind == GYRE_TERM_REAL ? arguments[index].dimension : GYRE_DIMENSIONLESS;
      reals[index] = gyre_term_get_real (&arguments[index]);
    }
  if (dimensions[0] != dimensions[1])
    return gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_DIMENSION, NULL, "%s() must have two numbers of one dimension",
                                   function->name);
  return yield_real (is_length ? hypot (reals[0], reals[1]) : atan2 (reals[0], reals[1]),
                     is_length ? dimensions[0] : GYRE_DIMENSIONLESS, isfinite (reals[0]) && isfinite (reals[1]), result, evaluation);
}

/* An aggregate takes one list, or several values. */
static const GyreTerm *
spread (const GyreTerm *arguments, guint *length)
{
  if (*length != 1 || arguments->kind != GYRE_TERM_LIST)
    return arguments;
  *length = arguments->list->length;
  return arguments->list->terms;
}

static gboolean
require_some (const Function *function, guint length, GyreEvaluation *evaluation)
{
  return length > 0 || gyre_evaluation_refuse (evaluation, GYRE_VALUE_ERROR_RANGE, NULL, "%s() must have at least one value",
                                               function->name);
}

static gboolean
call_extreme (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  guint length = n_arguments;
  const GyreTerm *terms = spread (arguments, &length);
  const GyreTerm *best = terms;
  int sign = function->name[1] == 'i' ? -1 : 1;

  if (!require_some (function, length, evaluation) || !gyre_evaluation_spend (evaluation, length))
    return FALSE;
  for (guint index = 0; index < length; index++)
    {
      gboolean unordered = FALSE;
      int order = 0;

      /* The first one is compared with itself: that tells whether it can be compared at all. */
      if (!gyre_term_order (&terms[index], best, &unordered, &order, evaluation))
        return FALSE;
      if (unordered)
        {
          *result = gyre_term_from_real (NAN, terms[index].kind == GYRE_TERM_REAL ? terms[index].dimension : GYRE_DIMENSIONLESS);
          return TRUE;
        }
      if (order * sign > 0)
        best = &terms[index];
    }
  *result = gyre_term_copy (*best);
  return TRUE;
}

static gboolean
accumulate (const Function *function, const GyreTerm *terms, guint length, GyreStepCode code, GyreTerm *result,
            GyreEvaluation *evaluation)
{
  if (!gyre_evaluation_spend (evaluation, length))
    return FALSE;
  *result = gyre_term_from_integer (code == GYRE_STEP_ADD ? 0 : 1);
  for (guint index = 0; index < length; index++)
    {
      GyreTerm term = terms[index];

      if (!require_number (function, &term, evaluation))
        return FALSE;
      /* The sum of lengths begins with a length: there is no plain 0 to add it to. */
      if (index == 0)
        *result = term;
      else if (!gyre_term_calculate (result, code, &term, evaluation))
        return FALSE;
    }
  return TRUE;
}

static gboolean
call_total (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  guint length = n_arguments;
  const GyreTerm *terms = spread (arguments, &length);
  gboolean is_product = function->name[0] == 'p';
  GyreTerm divisor;

  if (!accumulate (function, terms, length, is_product ? GYRE_STEP_MULTIPLY : GYRE_STEP_ADD, result, evaluation))
    return FALSE;
  if (function->name[0] != 'a')
    return TRUE;
  divisor = gyre_term_from_integer (length);
  return require_some (function, length, evaluation) && gyre_term_calculate (result, GYRE_STEP_DIVIDE, &divisor, evaluation);
}

static gboolean
call_count (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  guint length = n_arguments;

  spread (arguments, &length);
  *result = gyre_term_from_integer (length);
  return TRUE;
}

static gboolean
call_length (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  if (arguments->kind == GYRE_TERM_LIST)
    *result = gyre_term_from_integer (arguments->list->length);
  else if (arguments->kind != GYRE_TERM_STRING)
    return refuse_kind (function, "a list or a text", arguments, evaluation);
  else
    {
      *result = gyre_term_from_integer (g_utf8_strlen (arguments->string, -1));
      return gyre_evaluation_spend (evaluation, (gsize) result->integer / 16);
    }
  return TRUE;
}

static gboolean
call_any_or_all (const Function *function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  guint length = n_arguments;
  const GyreTerm *terms = spread (arguments, &length);
  gboolean is_any = strcmp (function->name, "any") == 0;
  gboolean answer = !is_any;

  if (!gyre_evaluation_spend (evaluation, length))
    return FALSE;
  for (guint index = 0; index < length; index++)
    {
      if (terms[index].kind != GYRE_TERM_BOOLEAN)
        return refuse_kind (function, "values that are yes or no", &terms[index], evaluation);
      answer = is_any ? answer || terms[index].boolean : answer && terms[index].boolean;
    }
  *result = gyre_term_from_boolean (answer);
  return TRUE;
}

#define POSITIVE "a number above 0"
#define RATIO "a number between -1 and 1"

static const Function functions[] = {
  { "abs", 1, 1, call_absolute },
  { "acos", 1, 1, call_real, acos, -1, 1, RATIO },
  { "all", 1, ANY, call_any_or_all },
  { "any", 1, ANY, call_any_or_all },
  { "asin", 1, 1, call_real, asin, -1, 1, RATIO },
  { "atan", 1, 1, call_real, atan },
  { "atan2", 2, 2, call_two },
  { "average", 1, ANY, call_total },
  { "ceil", 1, 1, call_whole, ceil },
  { "cos", 1, 1, call_real, cos },
  { "count", 0, ANY, call_count },
  { "exp", 1, 1, call_real, exp },
  { "floor", 1, 1, call_whole, floor },
  { "hypot", 2, 2, call_two },
  { "length", 1, 1, call_length },
  { "log", 1, 1, call_real, log, 5e-324, INFINITY, POSITIVE },
  { "log10", 1, 1, call_real, log10, 5e-324, INFINITY, POSITIVE },
  { "max", 1, ANY, call_extreme },
  { "min", 1, ANY, call_extreme },
  { "product", 1, ANY, call_total },
  { "round", 1, 2, call_whole, rint },
  { "sin", 1, 1, call_real, sin },
  { "sqrt", 1, 1, call_square_root, sqrt, 0, INFINITY, "a number of at least 0" },
  { "sum", 1, ANY, call_total },
  { "tan", 1, 1, call_real, tan },
};

/* gyre_function_find: the number of a function, or -1. */
gint
gyre_function_find (const char *name, gsize length)
{
  for (gsize index = 0; index < G_N_ELEMENTS (functions); index++)
    if (strncmp (functions[index].name, name, length) == 0 && functions[index].name[length] == '\0')
      return (gint) index;
  return -1;
}

const char * const *
gyre_function_get_names (void)
{
  static const char *names[G_N_ELEMENTS (functions) + 1];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (gsize index = 0; index < G_N_ELEMENTS (functions); index++)
        names[index] = functions[index].name;
      g_once_init_leave (&ready, 1);
    }
  return names;
}

/* gyre_function_check: whether a function takes so many arguments. */
gboolean
gyre_function_check (guint function, guint n_arguments, GError **error)
{
  const Function *row = &functions[function];

  if (n_arguments >= row->fewest && n_arguments <= row->most)
    return TRUE;
  if (row->most == ANY)
    gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, GYRE_VALUE_ERROR_NOWHERE, NULL,
                          "%s() must have a list or values, has none", row->name);
  else if (row->fewest == row->most)
    gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, GYRE_VALUE_ERROR_NOWHERE, NULL, "%s() must have %u argument%s, has %u",
                          row->name, row->most, row->most == 1 ? "" : "s", n_arguments);
  else
    gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, GYRE_VALUE_ERROR_NOWHERE, NULL, "%s() must have %u or %u arguments, has %u",
                          row->name, row->fewest, row->most, n_arguments);
  return FALSE;
}

gboolean
gyre_function_call (guint function, const GyreTerm *arguments, guint n_arguments, GyreTerm *result, GyreEvaluation *evaluation)
{
  return functions[function].call (&functions[function], arguments, n_arguments, result, evaluation);
}
