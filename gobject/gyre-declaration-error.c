/* gyre-declaration-error.c: What can be wrong with a declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-declaration-error.h"

G_DEFINE_QUARK (gyre-declaration-error-quark, gyre_declaration_error)
