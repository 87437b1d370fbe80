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

/* The same for a text with references, which belong to the elements that they stand in; only the source of an element tells them. */
GyreLiteral *gyre_literal_parse_references (const GyreTrait  *trait,
                                            const char       *text,
                                            GError          **error);
/* The bytes of the whole text before the text of a literal, without its quotes. */
gsize        gyre_literal_get_place        (const GyreLiteral *root,
                                            const GyreLiteral *literal,
                                            gsize             *size);
