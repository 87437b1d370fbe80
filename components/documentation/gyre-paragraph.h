/* gyre-paragraph.h: Text, broken where a terminal ends
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

guint gyre_paragraph_get_width (const char *text);
void  gyre_paragraph_append    (GString    *page,
                                const char *text,
                                guint       column,
                                guint       indent,
                                guint       columns);

GYRE_END_DECLARATIONS
