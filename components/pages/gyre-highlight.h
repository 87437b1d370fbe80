/* gyre-highlight.h: Code with its words, texts and comments told apart
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-markup.h"

void gyre_highlight_append (GString    *html,
                            const char *code,
                            const char *language);
