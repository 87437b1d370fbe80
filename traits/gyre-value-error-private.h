/* gyre-value-error-private.h: How the layers say what is wrong with a value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-value-error.h"

/* The offset of a mistake that has no place of its own. */
#define GYRE_VALUE_ERROR_NOWHERE G_MAXSIZE

void gyre_value_error_set       (GError         **error,
                                 GyreValueError   code,
                                 gsize            offset,
                                 const char      *hint,
                                 const char      *format,
                                 ...) G_GNUC_PRINTF (5, 6);
void gyre_value_error_relocate  (GError          *error,
                                 gsize            offset,
                                 const char      *subject);
void gyre_value_error_forget_place (GError      *error);
const char *gyre_value_error_get_statement (const GError *error);
