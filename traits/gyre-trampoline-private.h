/* gyre-trampoline-private.h: A C function that calls what another language implements
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-signature.h"

#include <ffi.h>

ffi_type *gyre_trampoline_type_of (GyreArgumentKind     kind);
GCallback gyre_trampoline_new     (const GyreSignature *signature,
                                   const char          *name,
                                   GClosure            *closure);
void      gyre_trampoline_raise   (const char          *message);
char     *gyre_trampoline_steal_raised (void);
