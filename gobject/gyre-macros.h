/* gyre-macros.h: What every header needs: visibility and guards
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A public header stands between GYRE_BEGIN_DECLARATIONS and GYRE_END_DECLARATIONS: what is declared there is exported
 * from the shared library, everything else stays inside.
 */
#pragma once

#if !defined (GYRE_INSIDE) && !defined (GYRE_COMPILATION)
#error "Only <gyre.h> can be included directly."
#endif

#include <glib-object.h>

#define GYRE_BEGIN_DECLARATIONS G_BEGIN_DECLS _Pragma ("GCC visibility push(default)")
#define GYRE_END_DECLARATIONS _Pragma ("GCC visibility pop") G_END_DECLS
