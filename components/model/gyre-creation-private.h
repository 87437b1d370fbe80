/* gyre-creation-private.h: Values from variable arguments
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

/* One value, as GObject would take it for a property of the type of the trait. */
gboolean gyre_creation_collect (GyreActor    *actor,
                                const char   *name,
                                va_list      *arguments,
                                GValue       *value,
                                GError      **error);
