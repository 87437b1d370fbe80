/* gyre-quotation-private.h: Quotes, escapes and braces in the text of a value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A scanner walks over a text that ends with a NUL and says where it broke the rules. A backslash means something between
 * quotes only; a brace is written twice everywhere, because one brace begins a reference, in quotes or not.
 */
#pragma once

#include "gyre-value-error.h"

typedef struct
{
  const char *text;
  const char *cursor;
  GError **error;
  gboolean takes_references;   /* what is between single braces belongs to the text */
} GyreScanner;

gboolean gyre_quotation_is_blank  (char            byte);
gboolean gyre_quotation_is_quote  (char            byte);
gboolean gyre_quotation_is_none   (const char     *text,
                                   gsize           length);

gboolean gyre_scanner_validate    (GyreScanner    *scanner);
void     gyre_scanner_skip_blanks (GyreScanner    *scanner);
gboolean gyre_scanner_skip_brace  (GyreScanner    *scanner);
gboolean gyre_scanner_skip_quoted (GyreScanner    *scanner,
                                   gboolean       *is_escaped);
gboolean gyre_scanner_skip_key    (GyreScanner    *scanner,
                                   const char    **end,
                                   gboolean       *is_quoted,
                                   gboolean       *is_escaped);
gboolean gyre_scanner_refuse      (GyreScanner    *scanner,
                                   const char     *place,
                                   const char     *hint,
                                   const char     *format,
                                   ...) G_GNUC_PRINTF (4, 5);
char    *gyre_scanner_dup_found   (GyreScanner    *scanner);

char    *gyre_quotation_decode    (const char     *text,
                                   gsize           length,
                                   gboolean        is_quoted);
char    *gyre_quotation_write     (const char     *text,
                                   const char     *special);
