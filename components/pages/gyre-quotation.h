/* gyre-quotation.h: Any text, written so that graphviz takes it for text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Between `"` graphviz knows escapes of its own and the entities of HTML; between `<` and `>` it reads a sort of HTML; what it
 * writes into an SVG it escapes, apart from addresses.
 */
#pragma once

#include <gyre.h>

/* Text that XML can have: UTF-8 without control characters. */
char *gyre_quotation_clean          (const char  *text);
/* The same with at most so many characters. */
char *gyre_quotation_shorten        (const char  *text,
                                     glong        most);
/* A name for graphviz; different ones for different names. */
char *gyre_quotation_encode         (const char  *name);
/* @before, and then the text between `"`. */
void  gyre_quotation_append_text    (GString     *dot,
                                     const char  *before,
                                     const char  *text);
void  gyre_quotation_append_address (GString     *dot,
                                     const char  *before,
                                     const char  *address);
/* Between `<` and `>`, or between their tags; of clean text. */
void  gyre_quotation_append_markup  (GString     *dot,
                                     const char  *text);
/* @before, and then an attribute of such a tag, between `"`. */
void  gyre_quotation_append_value   (GString     *dot,
                                     const char  *before,
                                     const char  *text);
void  gyre_quotation_append_link    (GString     *dot,
                                     const char  *before,
                                     const char  *address);
