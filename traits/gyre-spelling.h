/* gyre-spelling.h: The text of one value, read and written
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

char              *gyre_literal_scalar        (const char        *text,
                                               gboolean          *is_none,
                                               gboolean          *is_quoted,
                                               GError           **error);
char              *gyre_literal_quote         (const char        *text);
char              *gyre_literal_quote_element (const char        *text);
char              *gyre_literal_quote_key     (const char        *text);

GYRE_END_DECLARATIONS
