/* gyre-decimal.h: A decimal number of any size, exact
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GYRE_DECIMAL_MAXIMUM_EXPONENT:
 *
 * How far from the digits the point can be.
 *
 * Since: 0.1
 */
#define GYRE_DECIMAL_MAXIMUM_EXPONENT 999999999

/**
 * GyreDecimal:
 *
 * A decimal number: a sign, digits, and how many of them stand behind the point. `0.1` is a tenth, not the binary number next to
 * it, and `0.10` keeps its scale. It is counted and never changes, so any thread may read it.
 *
 * Since: 0.1
 */
typedef struct _GyreDecimal GyreDecimal;

#define GYRE_TYPE_DECIMAL (gyre_decimal_get_type ())
GType        gyre_decimal_get_type         (void);

GyreDecimal *gyre_decimal_new_from_text    (const char        *text,
                                            GError           **error);
GyreDecimal *gyre_decimal_new_from_integer (gint64             integer);
GyreDecimal *gyre_decimal_new_from_real    (double             real,
                                            GError           **error);
GyreDecimal *gyre_decimal_ref              (GyreDecimal       *decimal);
void         gyre_decimal_unref            (GyreDecimal       *decimal);

gboolean     gyre_decimal_equal            (const GyreDecimal *decimal,
                                            const GyreDecimal *other);
int          gyre_decimal_compare          (const GyreDecimal *decimal,
                                            const GyreDecimal *other);
gint64       gyre_decimal_get_scale        (const GyreDecimal *decimal);
double       gyre_decimal_to_real          (const GyreDecimal *decimal);
char        *gyre_decimal_to_text          (const GyreDecimal *decimal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreDecimal, gyre_decimal_unref)

GYRE_END_DECLARATIONS
