/* gyre-operand-private.h: What arithmetic between two numbers yields
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whole numbers are held in 128 bits while a text is computed, so that `2**63 - 1` and `-2**63` are exact although a step
 * of each is beyond 64 bits. The rules are Python's, except that a quotient of whole numbers stays whole where it can.
 */
#pragma once

#include <glib.h>

#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 GyreWide;
__extension__ typedef unsigned __int128 GyreUnsignedWide;
#else
typedef gint64 GyreWide;
typedef guint64 GyreUnsignedWide;
#endif

typedef struct
{
  gboolean is_integer;
  gboolean overflow;    /* a whole number that was too large to stay exact */
  GyreWide integer;
  double real;          /* always set */
} GyreOperand;

typedef enum
{
  GYRE_OPERATOR_NONE,
  GYRE_OPERATOR_ADD,
  GYRE_OPERATOR_SUBTRACT,
  GYRE_OPERATOR_MULTIPLY,
  GYRE_OPERATOR_DIVIDE,
  GYRE_OPERATOR_FLOOR,
  GYRE_OPERATOR_REMAINDER,
  GYRE_OPERATOR_POWER,
} GyreOperator;

void        gyre_operand_set_integer (GyreOperand       *operand,
                                      GyreWide           integer);
void        gyre_operand_set_real    (GyreOperand       *operand,
                                      double             real);
void        gyre_operand_negate      (GyreOperand       *operand);
const char *gyre_operand_apply       (GyreOperand       *left,
                                      GyreOperator       operator,
                                      const GyreOperand *right);
