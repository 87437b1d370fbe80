/* gyre-program-line.h: A line that is being typed into a shell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* What stands before the cursor. */
typedef struct
{
  GPtrArray *words;           /* without their quotes; the last one is being typed, and may be empty */
  gsize fixed;                /* how many bytes of the last word the shell keeps: what it offers replaces the rest */
  char quote;                 /* the quotation mark that is open at the cursor, or 0 */
} GyreTypedLine;

GyreTypedLine *gyre_typed_line_split  (const char     *text,
                            const char     *breaks);
void      gyre_typed_line_free   (GyreTypedLine       *line);
char     *gyre_typed_line_quote  (const GyreTypedLine *line,
                            const char     *word,
                            gboolean        is_final);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreTypedLine, gyre_typed_line_free)
