/* gyre-literal-private.h: The grammar of values that hold others
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-container-private.h"
#include "gyre-literal.h"

GyreLiteral *gyre_literal_parse_container (const GyreTrait   *trait,
                                           const char        *text,
                                           GError           **error);
char        *gyre_literal_dup_source      (const GyreLiteral *literal);
