/* gyre-quotation.c: Quotes, escapes and braces in the text of a value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-quotation-private.h"
#include "gyre-value-error-private.h"

#include <string.h>

static const struct
{
  char letter;
  char meaning;
} escapes[] = {
  { 'n', '\n' }, { 't', '\t' }, { 'r', '\r' }, { '\\', '\\' }, { '"', '"' }, { '\'', '\'' },
};

gboolean
gyre_quotation_is_blank (char byte)
{
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

gboolean
gyre_quotation_is_quote (char byte)
{
  return byte == '"' || byte == '\'';
}

gboolean
gyre_quotation_is_none (const char *text, gsize length)
{
  return length == 4 && g_ascii_strncasecmp (text, "none", 4) == 0;
}

/* gyre_scanner_refuse: reports a mistake at @place. Returns FALSE. */
gboolean
gyre_scanner_refuse (GyreScanner *scanner, const char *place, const char *hint, const char *format, ...)
{
  g_autofree char *statement = NULL;
  va_list arguments;

  va_start (arguments, format);
  statement = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  gyre_value_error_set (scanner->error, GYRE_VALUE_ERROR_SYNTAX, g_utf8_strlen (scanner->text, place - scanner->text),
                        hint, "%s", statement);
  return FALSE;
}

/* gyre_scanner_dup_found: the character at the cursor, for a message. */
char *
gyre_scanner_dup_found (GyreScanner *scanner)
{
  return g_strndup (scanner->cursor, g_utf8_next_char (scanner->cursor) - scanner->cursor);
}

/* gyre_scanner_validate: everything else here relies on a text that is UTF-8. */
gboolean
gyre_scanner_validate (GyreScanner *scanner)
{
  const char *end;

  if (g_utf8_validate (scanner->text, -1, &end))
    return TRUE;
  return gyre_scanner_refuse (scanner, end, NULL, "must be UTF-8, has the byte 0x%02x", (guint) (guchar) *end);
}

void
gyre_scanner_skip_blanks (GyreScanner *scanner)
{
  while (gyre_quotation_is_blank (*scanner->cursor))
    scanner->cursor++;
}

/* N.B. it looks no further than the brace that closes it: a text can have a million of them. */
static gboolean
scanner_skip_reference (GyreScanner *scanner)
{
  guint depth = 0;

  for (const char *cursor = scanner->cursor; *cursor != '\0'; cursor++)
    if (*cursor == '{')
      depth++;
    else if (*cursor == '}' && --depth == 0)
      {
        scanner->cursor = cursor + 1;
        return TRUE;
      }
  return gyre_scanner_refuse (scanner, scanner->cursor, "write {{ for a brace", "must close the brace '{'");
}

/* gyre_scanner_skip_brace: the cursor stands at a brace, and another one must follow. */
gboolean
gyre_scanner_skip_brace (GyreScanner *scanner)
{
  const char *place = scanner->cursor;

  if (place[1] == place[0])
    {
      scanner->cursor += 2;
      return TRUE;
    }
  if (*place == '{' && scanner->takes_references)
    return scanner_skip_reference (scanner);
  if (*place == '{')
    return gyre_scanner_refuse (scanner, place, "write {{ for a brace",
                                "must not begin a reference with '{', as references cannot be read here");
  return gyre_scanner_refuse (scanner, place, "write }} for a brace", "must not have a '}' that closes nothing");
}

/* How many hexadecimal digits follow a backslash and a letter; 0 for other letters. */
static guint
escape_digits (char letter)
{
  switch (letter)
    {
    case 'x':
      return 2;
    case 'u':
      return 4;
    case 'U':
      return 8;
    default:
      return 0;
    }
}

/* Reads the digits of an escape. Returns 0 if they name no character that a text can hold. */
static gunichar
escape_character (const char *digits, guint count)
{
  gunichar character = 0;

  for (guint index = 0; index < count; index++)
    {
      if (!g_ascii_isxdigit (digits[index]))
        return 0;
      character = character << 4 | (gunichar) g_ascii_xdigit_value (digits[index]);
    }
  return g_unichar_validate (character) ? character : 0;
}

/* The meaning of the letter after a backslash; 0 for other letters. */
static char
escape_meaning (char letter)
{
  for (gsize index = 0; index < G_N_ELEMENTS (escapes); index++)
    if (escapes[index].letter == letter)
      return escapes[index].meaning;
  return '\0';
}

static gboolean
scanner_skip_escape (GyreScanner *scanner)
{
  const char *place = scanner->cursor;
  guint digits = escape_digits (place[1]);

  if (digits > 0)
    {
      if (escape_character (place + 2, digits) == 0)
        return gyre_scanner_refuse (scanner, place, NULL, "must name a character by the %u hexadecimal digits after '\\%c'",
                                    digits, place[1]);
      scanner->cursor += 2 + digits;
      return TRUE;
    }
  if (escape_meaning (place[1]) == '\0')
    return gyre_scanner_refuse (scanner, place, "write \\\\ for a backslash between quotes",
                                "must not have a backslash before anything but n t r \\ \" ' x u U");
  scanner->cursor += 2;
  return TRUE;
}

/*
 * gyre_scanner_skip_quoted: the cursor stands at the first quote, and comes to stand behind the last one. Sets @is_escaped
 * if the text between them is not what it means.
 */
gboolean
gyre_scanner_skip_quoted (GyreScanner *scanner, gboolean *is_escaped)
{
  const char *first = scanner->cursor++;
  gboolean fine = TRUE;

  *is_escaped = FALSE;
  while (fine && *scanner->cursor != *first)
    {
      gboolean brace = *scanner->cursor == '{' || *scanner->cursor == '}';
      gboolean backslash = *scanner->cursor == '\\';

      if (*scanner->cursor == '\0')
        return gyre_scanner_refuse (scanner, first, "write the quote between quotes of the other sort if it is meant",
                                    "must close the quote %c", *first);
      *is_escaped |= brace || backslash;
      if (brace)
        fine = gyre_scanner_skip_brace (scanner);
      else if (backslash)
        fine = scanner_skip_escape (scanner);
      else
        scanner->cursor++;
    }
  scanner->cursor++;
  return fine;
}

/* A bare key ends at its colon; a comma or a bracket before it is a mistake. */
static gboolean
scanner_skip_bare_key (GyreScanner *scanner, const char **end, gboolean *is_escaped)
{
  for (*end = scanner->cursor; *scanner->cursor != '\0' && strchr (":,()[]", *scanner->cursor) == NULL;)
    {
      gboolean is_blank = gyre_quotation_is_blank (*scanner->cursor);

      if (*scanner->cursor != '{' && *scanner->cursor != '}')
        scanner->cursor++;
      else if (!gyre_scanner_skip_brace (scanner))
        return FALSE;
      else
        *is_escaped = TRUE;
      if (!is_blank)
        *end = scanner->cursor;
    }
  return TRUE;
}

/* gyre_scanner_skip_key: the cursor stands at a key, and comes to stand behind its colon; @end is behind the key or at its quote. */
gboolean
gyre_scanner_skip_key (GyreScanner *scanner, const char **end, gboolean *is_quoted, gboolean *is_escaped)
{
  const char *start = scanner->cursor;

  *is_escaped = FALSE;
  *is_quoted = gyre_quotation_is_quote (*start);
  if (*is_quoted ? !gyre_scanner_skip_quoted (scanner, is_escaped) : !scanner_skip_bare_key (scanner, end, is_escaped))
    return FALSE;
  if (*is_quoted)
    *end = scanner->cursor - 1;
  gyre_scanner_skip_blanks (scanner);
  if (*scanner->cursor != ':')
    return gyre_scanner_refuse (scanner, start, "write (key: value, \"other key\": value)", "must be a key, a colon and a value");
  if (*end == start + *is_quoted)
    return gyre_scanner_refuse (scanner, start, NULL, "must have a key before the colon");
  scanner->cursor++;
  return TRUE;
}

/* Appends what an escape means. Returns the text behind it. */
static const char *
decode_escape (GString *meaning, const char *text)
{
  guint digits = escape_digits (text[1]);

  if (digits > 0)
    g_string_append_unichar (meaning, escape_character (text + 2, digits));
  else
    g_string_append_c (meaning, escape_meaning (text[1]));
  return text + 2 + digits;
}

/* gyre_quotation_decode: what a piece of text means, which a scanner has passed; a quoted one comes without its quotes. */
char *
gyre_quotation_decode (const char *text, gsize length, gboolean is_quoted)
{
  GString *meaning = g_string_sized_new (length);
  const char *end = text + length;

  while (text < end)
    {
      if (is_quoted && *text == '\\')
        {
          text = decode_escape (meaning, text);
          continue;
        }
      g_string_append_c (meaning, *text);
      text += *text == '{' || *text == '}' ? 2 : 1;
    }
  return g_string_free (meaning, FALSE);
}

static void
encode_quoted_byte (GString *text, char byte)
{
  for (gsize index = 0; index < G_N_ELEMENTS (escapes); index++)
    if (escapes[index].meaning == byte && byte != '\'')
      {
        g_string_append_printf (text, "\\%c", escapes[index].letter);
        return;
      }
  if (g_ascii_iscntrl (byte))
    g_string_append_printf (text, "\\x%02x", (guint) (guchar) byte);
  else
    g_string_append_c (text, byte);
}

static char *
encode (const char *text, gboolean is_quoted)
{
  GString *encoded = g_string_new (is_quoted ? "\"" : NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '{' || *text == '}')
        g_string_append_c (encoded, *text);
      if (is_quoted)
        encode_quoted_byte (encoded, *text);
      else
        g_string_append_c (encoded, *text);
    }
  if (is_quoted)
    g_string_append_c (encoded, '"');
  return g_string_free (encoded, FALSE);
}

/*
 * Whether a text needs quotes to be read as itself. A control character and a semicolon would be read back as well, but not
 * out of a file of lines with comments. An empty text has quotes so that one sees it.
 */
static gboolean
text_needs_quotes (const char *text, const char *special)
{
  gsize length = strlen (text);

  if (length == 0 || gyre_quotation_is_quote (*text) || gyre_quotation_is_none (text, length))
    return TRUE;
  if (gyre_quotation_is_blank (*text) || gyre_quotation_is_blank (text[length - 1]))
    return TRUE;
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text) || *text == ';' || strchr (special, *text) != NULL)
      return TRUE;
  return FALSE;
}

/*
 * gyre_quotation_write: writes a text so that it is read as itself, bare where it can be; the characters of @special cannot be
 * bare.
 */
char *
gyre_quotation_write (const char *text, const char *special)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);

  text = valid != NULL ? valid : text;
  return encode (text, text_needs_quotes (text, special));
}
