/* gyre-expression-scanner.c: The words of an expression
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-expression-scanner-private.h"
#include "gyre-expression-private.h"
#include "gyre-quotation-private.h"
#include "gyre-value-error-private.h"

#include <string.h>

/* gyre_expression_count: the characters in so many bytes of a text that is UTF-8. */
gsize
gyre_expression_count (const char *text, gsize bytes)
{
  gsize count = 0;

  for (gsize index = 0; index < bytes; index++)
    count += (text[index] & 0xc0) != 0x80 ? 1 : 0;
  return count;
}

/* gyre_expression_refuse: reports a mistake at @place of @text. Returns FALSE. */
gboolean
gyre_expression_refuse (const char *text, const char *place, GyreValueError code, const char *hint, GError **error,
                        const char *format, ...)
{
  g_autofree char *statement = NULL;
  va_list arguments;

  va_start (arguments, format);
  statement = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  gyre_value_error_set (error, code, gyre_expression_count (text, place - text), hint, "%s", statement);
  return FALSE;
}

static gboolean
byte_is_of_word (char byte)
{
  return g_ascii_isalnum (byte) || byte == '_' || (byte & 0x80) != 0;
}

static const char *
skip_word (const char *cursor, const char *end)
{
  while (cursor < end && byte_is_of_word (*cursor))
    cursor++;
  return cursor;
}

static const char *
skip_digits (const char *cursor, const char *end)
{
  while (cursor < end && (g_ascii_isdigit (*cursor) || (*cursor == '_' && cursor + 1 < end && g_ascii_isdigit (cursor[1]))))
    cursor++;
  return cursor;
}

/* Where a number ends: `30ms` is a number and a word, `0x1f` and `1e5` are numbers. */
static const char *
skip_number (const char *cursor, const char *end)
{
  const char *exponent;

  if (end - cursor > 2 && *cursor == '0' && strchr ("xXoObB", cursor[1]) != NULL && (g_ascii_isxdigit (cursor[2]) || cursor[2] == '_'))
    return skip_word (cursor, end);
  cursor = skip_digits (cursor, end);
  if (cursor < end && *cursor == '.')
    cursor = skip_digits (cursor + 1, end);
  if (cursor == end || (*cursor != 'e' && *cursor != 'E'))
    return cursor;
  exponent = cursor + 1;
  if (exponent < end && (*exponent == '+' || *exponent == '-'))
    exponent++;
  return exponent < end && g_ascii_isdigit (*exponent) ? skip_digits (exponent, end) : cursor;
}

/* gyre_expression_find_closing: the brace that closes the one at @cursor, or NULL. */
const char *
gyre_expression_find_closing (const char *cursor, const char *end)
{
  guint depth = 0;

  for (; cursor < end; cursor++)
    {
      if (*cursor == '{')
        depth++;
      else if (*cursor == '}' && --depth == 0)
        return cursor;
    }
  return NULL;
}

static gboolean
scan_reference (const char *text, const char *end, GyreToken *token, GError **error)
{
  const char *cursor = token->start + 1;

  if (cursor < end && *cursor == '{')
    return gyre_expression_refuse (text, token->start, GYRE_VALUE_ERROR_SYNTAX, "{{ stands for a brace in quotes only", error,
                                   "must have a name after '{'");
  while (cursor < end && *cursor != '}' && *cursor != '{')
    cursor++;
  if (cursor == end || *cursor == '{')
    return gyre_expression_refuse (text, token->start, GYRE_VALUE_ERROR_SYNTAX, "write } behind the name", error,
                                   "must close the brace '{'");
  token->kind = GYRE_TOKEN_REFERENCE;
  token->end = cursor + 1;
  return TRUE;
}

/* A quote within braces belongs to what is computed there. */
static gboolean
scan_quoted (const char *text, const char *end, GyreToken *token, GError **error)
{
  const char *cursor = token->start + 1;

  while (cursor < end && *cursor != *token->start)
    {
      if (*cursor == '\\')
        cursor++;
      else if (*cursor == '{' && cursor + 1 < end && cursor[1] == '{')
        cursor++;
      else if (*cursor == '{')
        {
          const char *closing = gyre_expression_find_closing (cursor, end);

          if (closing == NULL)
            return gyre_expression_refuse (text, cursor, GYRE_VALUE_ERROR_SYNTAX, "write {{ for a brace", error,
                                           "must close the brace '{'");
          cursor = closing;
        }
      cursor++;
    }
  if (cursor >= end)
    return gyre_expression_refuse (text, token->start, GYRE_VALUE_ERROR_SYNTAX, NULL, error, "must close the quote %c", *token->start);
  token->kind = GYRE_TOKEN_QUOTED;
  token->end = cursor + 1;
  return TRUE;
}

static const struct
{
  const char *text;
  const char *hint;        /* of a sign that is none: what to write instead */
} signs[] = {
  { "**" }, { "//" }, { "<=" }, { ">=" }, { "==" }, { "!=" },
  { "&&", "write 'and'" }, { "||", "write 'or'" }, { "=>", "write >=" }, { "=<", "write <=" }, { "<>", "write !=" },
  { "+" }, { "-" }, { "*" }, { "/" }, { "%" }, { "^" }, { "<" }, { ">" }, { "(" }, { ")" }, { "[" }, { "]" }, { "," },
  { "=", "write == to compare" }, { "!", "write 'not'" }, { "?", "write 'a if b else c'" },
  { "}", "write }} for a brace in quotes" },
};

static gboolean
scan_sign (const char *text, const char *end, GyreToken *token, GError **error)
{
  g_autofree char *found = NULL;
  const char *hint = NULL;

  for (gsize index = 0; index < G_N_ELEMENTS (signs); index++)
    {
      gsize length = strlen (signs[index].text);

      if ((gsize) (end - token->start) < length || memcmp (token->start, signs[index].text, length) != 0)
        continue;
      token->kind = GYRE_TOKEN_SIGN;
      token->end = token->start + length;
      if (signs[index].hint == NULL)
        return TRUE;
      hint = signs[index].hint;
      break;
    }
  found = g_strndup (token->start, g_utf8_next_char (token->start) - token->start);
  return gyre_expression_refuse (text, token->start, GYRE_VALUE_ERROR_SYNTAX, hint, error, "must be an expression, has '%s'", found);
}

/* gyre_token_scan: finds what stands at @cursor, behind blanks. @text is where the whole begins, for the places of mistakes. */
gboolean
gyre_token_scan (const char *text, const char *cursor, const char *end, GyreToken *token, GError **error)
{
  while (cursor < end && gyre_quotation_is_blank (*cursor))
    cursor++;
  *token = (GyreToken) { GYRE_TOKEN_END, cursor, cursor };
  if (cursor == end)
    return TRUE;
  if (g_ascii_isdigit (*cursor) || (*cursor == '.' && cursor + 1 < end && g_ascii_isdigit (cursor[1])))
    {
      token->kind = GYRE_TOKEN_NUMBER;
      token->end = skip_number (cursor, end);
      return TRUE;
    }
  if (byte_is_of_word (*cursor))
    {
      token->kind = GYRE_TOKEN_WORD;
      token->end = skip_word (cursor, end);
      return TRUE;
    }
  if (*cursor == '{')
    return scan_reference (text, end, token, error);
  if (gyre_quotation_is_quote (*cursor))
    return scan_quoted (text, end, token, error);
  return scan_sign (text, end, token, error);
}

gboolean
gyre_token_is (const GyreToken *token, const char *text)
{
  gsize length = token->end - token->start;

  return (token->kind == GYRE_TOKEN_SIGN || token->kind == GYRE_TOKEN_WORD) && strlen (text) == length
         && memcmp (token->start, text, length) == 0;
}

/*
 * gyre_reference_trim: a name without the blanks around its fragments, or NULL when a fragment is empty. Dots before the first
 * fragment are kept.
 */
char *
gyre_reference_trim (const char *text, gsize length)
{
  const char *end = text + length;
  GString *name = g_string_sized_new (length);

  while (text < end && (*text == '.' || gyre_quotation_is_blank (*text)))
    {
      if (*text == '.')
        g_string_append_c (name, '.');
      text++;
    }
  while (TRUE)
    {
      const char *dot = memchr (text, '.', end - text);
      const char *last = dot != NULL ? dot : end;

      while (text < last && gyre_quotation_is_blank (*text))
        text++;
      while (text < last && gyre_quotation_is_blank (last[-1]))
        last--;
      if (text == last)
        {
          g_string_free (name, TRUE);
          return NULL;
        }
      g_string_append_len (name, text, last - text);
      if (dot == NULL)
        return g_string_free (name, FALSE);
      g_string_append_c (name, '.');
      text = dot + 1;
    }
}
