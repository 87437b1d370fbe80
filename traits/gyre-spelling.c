/* gyre-spelling.c: The text of one value, read and written
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-spelling.h"
#include "gyre-quotation-private.h"
#include "gyre-value-error-private.h"

static char *
scan_quoted (GyreScanner *scanner)
{
  const char *start = scanner->cursor + 1;
  const char *end;
  g_autofree char *found = NULL;
  gboolean is_escaped;

  if (!gyre_scanner_skip_quoted (scanner, &is_escaped))
    return NULL;
  end = scanner->cursor - 1;
  gyre_scanner_skip_blanks (scanner);
  if (*scanner->cursor == '\0')
    return gyre_quotation_decode (start, end - start, TRUE);
  found = gyre_scanner_dup_found (scanner);
  gyre_scanner_refuse (scanner, scanner->cursor, "quotes stand around the whole of a value",
                       "must end after the quote, has '%s'", found);
  return NULL;
}

static char *
scan_bare (GyreScanner *scanner, gboolean *is_none)
{
  const char *start = scanner->cursor;
  const char *end = start;

  while (*scanner->cursor != '\0')
    {
      gboolean is_blank = gyre_quotation_is_blank (*scanner->cursor);

      if (*scanner->cursor != '{' && *scanner->cursor != '}')
        scanner->cursor++;
      else if (!gyre_scanner_skip_brace (scanner))
        return NULL;
      if (!is_blank)
        end = scanner->cursor;
    }
  *is_none = gyre_quotation_is_none (start, end - start);
  return *is_none ? NULL : gyre_quotation_decode (start, end - start, FALSE);
}

/**
 * gyre_literal_scalar: (skip)
 * @text: a text; any bytes are allowed
 * @is_none: (out) (optional): whether it is the bare word `none`; where this is %NULL, that word is an error
 * @is_quoted: (out) (optional): whether it stands in quotes
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Reads a text as one value: without the blanks around it, and without quotes and escapes. Brackets and commas are
 * nothing special here, and neither is a quote in the midst of bare text. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): the text; %NULL if it is none, and %NULL with @error if it breaks the grammar
 *
 * Since: 0.1
 */
char *
gyre_literal_scalar (const char *text, gboolean *is_none, gboolean *is_quoted, GError **error)
{
  GyreScanner scanner = { .text = text, .cursor = text, .error = error };
  gboolean none = FALSE;
  gboolean quoted;
  char *meaning;

  g_return_val_if_fail (text != NULL, NULL);

  if (!gyre_scanner_validate (&scanner))
    return NULL;
  gyre_scanner_skip_blanks (&scanner);
  quoted = gyre_quotation_is_quote (*scanner.cursor);
  meaning = quoted ? scan_quoted (&scanner) : scan_bare (&scanner, &none);
  if (is_none != NULL)
    *is_none = none;
  else if (none)
    gyre_value_error_set (error, GYRE_VALUE_ERROR_NULL, GYRE_VALUE_ERROR_NOWHERE, "write \"none\" for the word",
                          "must not be none");
  if (is_quoted != NULL)
    *is_quoted = quoted;
  return meaning;
}

/**
 * gyre_literal_quote:
 * @text: a text
 *
 * Writes a text as a value: bare where it can be, else in quotes. [func@Gyre.Literal.scalar] reads it back. What is
 * no UTF-8 in @text becomes U+FFFD.
 *
 * Returns: (transfer full): the value's text
 *
 * Since: 0.1
 */
char *
gyre_literal_quote (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return gyre_quotation_write (text, "");
}

/**
 * gyre_literal_quote_element:
 * @text: a text
 *
 * Writes a text as an element of a list: bare where it can be, else in quotes. [func@Gyre.Literal.parse_list] reads
 * it back. What is no UTF-8 in @text becomes U+FFFD.
 *
 * Returns: (transfer full): the element's text
 *
 * Since: 0.1
 */
char *
gyre_literal_quote_element (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return gyre_quotation_write (text, ",()[]");
}

/**
 * gyre_literal_quote_key:
 * @text: a text
 *
 * Writes a text as the key of an entry of a mapping: bare where it can be, else in quotes. What is no UTF-8 in @text becomes
 * U+FFFD.
 *
 * Returns: (transfer full): the key's text
 *
 * Since: 0.1
 */
char *
gyre_literal_quote_key (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return gyre_quotation_write (text, ":,()[]\"'");
}
