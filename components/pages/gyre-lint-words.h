/* gyre-lint-words.h: What the words of a summary tell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

GStrv       gyre_lint_split_words    (const char         *text);
gboolean    gyre_lint_repeats        (const char         *summary,
                                      const char * const *names);
char       *gyre_lint_find_dimension (const char         *name,
                                      const char         *summary);
gboolean    gyre_lint_ends_a_sentence (const char        *summary);
gboolean    gyre_lint_begins_large   (const char         *summary);
