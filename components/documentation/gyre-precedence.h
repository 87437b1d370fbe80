/* gyre-precedence.h: Who beats whom, and which files are looked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

GVariant *gyre_precedence_describe  (GyreExecutive  *executive,
                                     const char     *package);
char     *gyre_precedence_to_string (GyreExecutive  *executive,
                                     const char     *package);

GYRE_END_DECLARATIONS
