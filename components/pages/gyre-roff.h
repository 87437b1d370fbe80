/* gyre-roff.h: Text as manual pages want it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A page is a GString that ends with a newline. Text is escaped first, by one of the first two functions, and then added: what the
 * others take is escaped, unless it says "text".
 */
#pragma once

#include <gyre.h>

char *gyre_roff_escape          (const char *text);
char *gyre_roff_escape_exactly  (const char *text);
char *gyre_roff_escape_argument (const char *text);

void  gyre_roff_append_filled   (GString    *page,
                                 const char *escaped);
void  gyre_roff_append_text     (GString    *page,
                                 const char *text);
void  gyre_roff_append_literal  (GString    *page,
                                 const char *text);
void  gyre_roff_append_macro    (GString    *page,
                                 const char *macro,
                                 ...) G_GNUC_NULL_TERMINATED;
char *gyre_roff_finish          (GString    *page);
