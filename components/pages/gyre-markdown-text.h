/* gyre-markdown-text.h: Text as Markdown wants it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

char *gyre_markdown_text_escape (const char *text);
char *gyre_markdown_text_code   (const char *text);
char *gyre_markdown_text_cell   (const char *text);
char *gyre_markdown_text_close  (const char *markdown);
void  gyre_markdown_text_append_row (GString    *page,
                                     const char *first,
                                     ...) G_GNUC_NULL_TERMINATED;
