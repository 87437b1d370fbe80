/* gyre-operand.c: What arithmetic between two numbers yields
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-operand-private.h"

#include <math.h>

void
gyre_operand_set_integer (GyreOperand *operand, GyreWide integer)
{
  operand->is_integer = TRUE;
  operand->overflow = FALSE;
  operand->integer = integer;
  operand->real = (double) integer;
}

void
gyre_operand_set_real (GyreOperand *operand, double real)
{
  operand->is_integer = FALSE;
  operand->overflow = FALSE;
  operand->integer = 0;
  operand->real = real;
}

/* The negative of a whole zero is still whole, and as a real it keeps its sign: `-0` reads back as what wrote it. */
void
gyre_operand_negate (GyreOperand *operand)
{
  gboolean overflow = operand->overflow;
  double real = -operand->real;
  GyreWide integer;

  if (operand->is_integer && !__builtin_sub_overflow ((GyreWide) 0, operand->integer, &integer))
    gyre_operand_set_integer (operand, integer);
  else
    {
      overflow |= operand->is_integer;
      gyre_operand_set_real (operand, real);
      operand->overflow = overflow;
    }
  operand->real = real;
}

/* One more than the number of binary digits of a double's mantissa and its guard, so that one rounding is all there is. */
#define QUOTIENT_BITS 56

/* The double nearest to a quotient of whole numbers: long division until there are bits enough, the rest being sticky. */
static double
divide_exactly (GyreWide left, GyreWide right)
{
  gboolean negative = (left < 0) != (right < 0);
  GyreUnsignedWide dividend = left < 0 ? -(GyreUnsignedWide) left : (GyreUnsignedWide) left;
  GyreUnsignedWide divisor = right < 0 ? -(GyreUnsignedWide) right : (GyreUnsignedWide) right;
  GyreUnsignedWide quotient = dividend / divisor;
  GyreUnsignedWide remainder = dividend % divisor;
  int exponent = 0;
  double value;

  for (; remainder != 0 && quotient >> QUOTIENT_BITS == 0; exponent--)
    {
      gboolean bit = remainder >= divisor - remainder;

      remainder = bit ? remainder - (divisor - remainder) : remainder * 2;
      quotient = quotient * 2 + (bit ? 1 : 0);
    }
  value = ldexp ((double) (quotient | (remainder != 0 ? 1 : 0)), exponent);
  return negative ? -value : value;
}

static gboolean
integer_floor (GyreWide left, GyreWide right, GyreWide *result)
{
  if (right == -1)
    return !__builtin_sub_overflow ((GyreWide) 0, left, result);
  *result = left / right;
  if (left % right != 0 && (left < 0) != (right < 0))
    *result -= 1;
  return TRUE;
}

static gboolean
integer_remainder (GyreWide left, GyreWide right, GyreWide *result)
{
  *result = right == -1 ? 0 : left % right;
  if (*result != 0 && (*result < 0) != (right < 0))
    *result += right;
  return TRUE;
}

static gboolean
integer_power (GyreWide base, GyreWide exponent, GyreWide *result)
{
  *result = 1;
  if (exponent < 0)
    return FALSE;
  for (; exponent > 0; exponent >>= 1)
    {
      if ((exponent & 1) != 0 && __builtin_mul_overflow (*result, base, result))
        return FALSE;
      if (exponent > 1 && __builtin_mul_overflow (base, base, &base))
        return FALSE;
    }
  return TRUE;
}

/* Says whether the result is a whole number that can be held. */
static gboolean
integer_apply (GyreWide left, GyreOperator operator, GyreWide right, GyreWide *result)
{
  switch (operator)
    {
    case GYRE_OPERATOR_ADD:
      return !__builtin_add_overflow (left, right, result);
    case GYRE_OPERATOR_SUBTRACT:
      return !__builtin_sub_overflow (left, right, result);
    case GYRE_OPERATOR_MULTIPLY:
      return !__builtin_mul_overflow (left, right, result);
    case GYRE_OPERATOR_DIVIDE:
      return (right == -1 || left % right == 0) && integer_floor (left, right, result);
    case GYRE_OPERATOR_FLOOR:
      return integer_floor (left, right, result);
    case GYRE_OPERATOR_REMAINDER:
      return integer_remainder (left, right, result);
    case GYRE_OPERATOR_POWER:
      return integer_power (left, right, result);
    case GYRE_OPERATOR_NONE:
    default:
      g_assert_not_reached ();
    }
}

/* The remainder has the sign of the divisor, and left = right * floor + remainder, as nearly as doubles can. */
static double
real_remainder (double left, double right)
{
  double remainder = fmod (left, right);

  if (remainder == 0.0)
    return copysign (0.0, right);
  return (right < 0) != (remainder < 0) ? remainder + right : remainder;
}

static double
real_floor (double left, double right)
{
  double remainder = fmod (left, right);
  double quotient = (left - remainder) / right;
  double whole;

  if (remainder != 0.0 && (right < 0) != (remainder < 0))
    quotient -= 1.0;
  if (quotient == 0.0)
    return copysign (0.0, left / right);
  whole = floor (quotient);
  return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

static double
real_apply (double left, GyreOperator operator, double right)
{
  switch (operator)
    {
    case GYRE_OPERATOR_ADD:
      return left + right;
    case GYRE_OPERATOR_SUBTRACT:
      return left - right;
    case GYRE_OPERATOR_MULTIPLY:
      return left * right;
    case GYRE_OPERATOR_DIVIDE:
      return left / right;
    case GYRE_OPERATOR_FLOOR:
      return real_floor (left, right);
    case GYRE_OPERATOR_REMAINDER:
      return real_remainder (left, right);
    case GYRE_OPERATOR_POWER:
      return pow (left, right);
    case GYRE_OPERATOR_NONE:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
operand_is_whole (const GyreOperand *operand)
{
  return operand->is_integer || operand->overflow;
}

/* Says why two numbers cannot be combined; NULL if they can. The remainder of a rounded number would be any number. */
static const char *
operands_refuse (const GyreOperand *left, GyreOperator operator, const GyreOperand *right)
{
  gboolean divides = operator == GYRE_OPERATOR_DIVIDE || operator == GYRE_OPERATOR_FLOOR
                     || operator == GYRE_OPERATOR_REMAINDER;

  if (divides && right->real == 0.0)
    return "must not divide by zero";
  if (divides && operator != GYRE_OPERATOR_DIVIDE && (left->overflow || right->overflow)
      && operand_is_whole (left) && operand_is_whole (right))
    return "must not divide whole numbers that are too large to be exact";
  if (operator != GYRE_OPERATOR_POWER)
    return NULL;
  if (left->real == 0.0 && right->real < 0.0)
    return "must not divide by zero: a negative power of zero does";
  if (left->real < 0.0 && isfinite (left->real) && isfinite (right->real) && right->real != trunc (right->real))
    return "must be a real number: a broken power of a negative number is not";
  return NULL;
}

/*
 * gyre_operand_apply: puts the result into @left. Returns NULL, or what is wrong as the rest of a sentence about the value.
 */
const char *
gyre_operand_apply (GyreOperand *left, GyreOperator operator, const GyreOperand *right)
{
  const char *complaint = operands_refuse (left, operator, right);
  gboolean both_whole = operand_is_whole (left) && operand_is_whole (right);
  gboolean both_exact = left->is_integer && right->is_integer;
  gboolean stays_whole = operator != GYRE_OPERATOR_DIVIDE && !(operator == GYRE_OPERATOR_POWER && right->real < 0.0);
  GyreWide integer;
  double real;

  if (complaint != NULL)
    return complaint;
  if (both_exact && integer_apply (left->integer, operator, right->integer, &integer))
    {
      gyre_operand_set_integer (left, integer);
      return NULL;
    }
  real = both_exact && operator == GYRE_OPERATOR_DIVIDE ? divide_exactly (left->integer, right->integer)
                                                        : real_apply (left->real, operator, right->real);
  if (isinf (real) && isfinite (left->real) && isfinite (right->real))
    return "is beyond what a real number holds";
  gyre_operand_set_real (left, real);
  left->overflow = both_whole && stays_whole;
  return NULL;
}
