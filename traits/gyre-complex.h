/* gyre-complex.h: A complex number
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreComplex:
 * @real: the real part
 * @imaginary: the imaginary part
 *
 * A complex number. Plain data, handed over by value; it lies in memory as C's `double _Complex` does.
 *
 * Since: 0.1
 */
typedef struct
{
  double real;
  double imaginary;
} GyreComplex;

#define GYRE_TYPE_COMPLEX (gyre_complex_get_type ())
GType        gyre_complex_get_type  (void);

GyreComplex *gyre_complex_copy      (const GyreComplex *complex);
void         gyre_complex_free      (GyreComplex       *complex);
gboolean     gyre_complex_equal     (const GyreComplex *complex,
                                     const GyreComplex *other);
gboolean     gyre_complex_from_text (const char        *text,
                                     GyreComplex       *complex,
                                     GError           **error);
char        *gyre_complex_to_text   (const GyreComplex *complex);

GYRE_END_DECLARATIONS
