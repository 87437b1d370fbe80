/* test-operand.c: What arithmetic between two numbers yields
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-operand-private.h"

#include <math.h>

static GyreOperand
whole (gint64 integer)
{
  GyreOperand operand = { 0 };

  gyre_operand_set_integer (&operand, integer);
  return operand;
}

static GyreOperand
apply (GyreOperand left, GyreOperator operator, GyreOperand right)
{
  g_assert_null (gyre_operand_apply (&left, operator, &right));
  return left;
}

/* The smallest number of the widest type divided by -1 stops the processor unless somebody takes care. */
static void
test_smallest_by_minus_one (void)
{
  GyreOperand left = whole (0);
  GyreOperand right = whole (-1);

  gyre_operand_set_integer (&left, -((GyreWide) G_MAXINT64 + 1) * ((GyreWide) G_MAXINT64 + 1) * (sizeof (GyreWide) > 8 ? 2 : 1));
  g_assert_false (apply (left, GYRE_OPERATOR_FLOOR, right).is_integer);
  g_assert_true (apply (left, GYRE_OPERATOR_FLOOR, right).overflow);
  g_assert_false (apply (left, GYRE_OPERATOR_DIVIDE, right).is_integer);
  g_assert_cmpfloat (apply (left, GYRE_OPERATOR_REMAINDER, right).real, ==, 0.0);
  g_assert_cmpfloat (apply (left, GYRE_OPERATOR_DIVIDE, right).real, ==, -(double) left.integer);
}

/* Rounding both to double and then dividing gives 9007199254740992.0 / 3 here, and a neighbour of the right answer. */
static void
test_quotient_is_rounded_once (void)
{
  GyreOperand quotient = apply (whole (G_GINT64_CONSTANT (9007199254740993)), GYRE_OPERATOR_DIVIDE, whole (2));

  g_assert_cmpfloat (quotient.real, ==, 4503599627370496.5);
  quotient = apply (whole (1), GYRE_OPERATOR_DIVIDE, whole (3));
  g_assert_cmpfloat (quotient.real, ==, 1.0 / 3.0);
  quotient = apply (whole (-1), GYRE_OPERATOR_DIVIDE, whole (10));
  g_assert_cmpfloat (quotient.real, ==, -0.1);
}

static void
test_quotients_like_the_processor (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (gsize count = 0; count < 20000; count++)
    {
      gint64 left = (gint64) g_rand_int_range (random, -1000000, 1000000) * (1 << 20) + g_rand_int_range (random, 0, 1 << 20);
      gint64 right = (gint64) g_rand_int_range (random, 1, G_MAXINT) << g_rand_int_range (random, 0, 20);

      g_assert_cmpfloat (apply (whole (left), GYRE_OPERATOR_DIVIDE, whole (right)).real, ==,
                         (double) left / (double) right);
    }
}

static void
test_negative_zero (void)
{
  GyreOperand zero = whole (0);

  gyre_operand_negate (&zero);
  g_assert_true (zero.is_integer);
  g_assert_true (signbit (zero.real));
}

static void
test_complaints (void)
{
  GyreOperand left = whole (1);
  GyreOperand right = whole (0);

  g_assert_nonnull (gyre_operand_apply (&left, GYRE_OPERATOR_REMAINDER, &right));
  g_assert_true (left.is_integer);
  g_assert_cmpfloat (left.real, ==, 1.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/operand/smallest-number-by-minus-one-is-survived", test_smallest_by_minus_one);
  g_test_add_func ("/traits/operand/quotient-of-large-numbers-is-rounded-once", test_quotient_is_rounded_once);
  g_test_add_func ("/traits/operand/quotients-are-those-of-the-processor", test_quotients_like_the_processor);
  g_test_add_func ("/traits/operand/negative-zero-keeps-its-sign", test_negative_zero);
  g_test_add_func ("/traits/operand/refused-operation-leaves-its-operand", test_complaints);
  return g_test_run ();
}
