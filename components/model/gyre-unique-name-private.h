/* gyre-unique-name-private.h: Names that are given, and names that are made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-identity.h"

/* Gives a component a name in its executive, unless it is that of another one. */
gboolean gyre_unique_name_give (GyreComponent  *component,
                                const char     *name,
                                GyreLocator    *locator,
                                GError        **error);
