/* gyre-promise-private.h: Whether one promised trait or behavior is kept
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-compatibility.h"

/* What is told about a broken promise: what is found and what is expected, and what may help, or NULL. */
typedef void (*GyrePromiseFunction) (GyreCompatibilityError  code,
                                     GyreDescriptor         *promised,
                                     const char             *detail,
                                     const char             *hint,
                                     gpointer                data);

void gyre_promise_check (GyreRequirement     *subject,
                         GyreDescriptor      *promised,
                         GyrePromiseFunction  tell,
                         gpointer             data);
