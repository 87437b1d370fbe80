/* gyre-json-string.c: Reads the texts of json
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-json-string-private.h"

#include <string.h>

/* 0: stands for itself; 1: means something; 2: not the first byte of its character. */
const guint8 gyre_json_string_classes[256] = {
  [0 ... 31] = 1, ['"'] = 1, ['\\'] = 1, [0x80 ... 0xbf] = 2,
};

void
gyre_json_string_init (GyreJsonString *self)
{
  *self = (GyreJsonString) {
    .decoded = g_string_new (NULL),
    .pieces = g_array_new (FALSE, FALSE, sizeof (GyreNestingPiece)),
    .faults = g_array_new (FALSE, FALSE, sizeof (GyreJsonFault)),
  };
}

void
gyre_json_string_clear (GyreJsonString *self)
{
  g_string_free (g_steal_pointer (&self->decoded), TRUE);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->faults, g_array_unref);
}

static void
add_fault (GyreJsonString *self, const char *at, const char *reason, const char *hint)
{
  GyreJsonFault fault = { at, reason, hint };

  g_array_append_val (self->faults, fault);
  g_string_append_c (self->decoded, '?');
}

/* Reads four hexadecimal digits; G_MAXUINT32 where there are none. */
static guint32
read_digits (const char *at, const char *end)
{
  guint32 value = 0;

  if (end - at < 4)
    return G_MAXUINT32;
  for (guint index = 0; index < 4; index++)
    {
      if (!g_ascii_isxdigit (at[index]))
        return G_MAXUINT32;
      value = value << 4 | (guint32) g_ascii_xdigit_value (at[index]);
    }
  return value;
}

/* Reads what follows `\u`. Returns the byte behind it. */
static const char *
decode_character (GyreJsonString *self, const char *escape, const char *end)
{
  const char *at = escape + 2;
  guint32 high = read_digits (at, end);
  guint32 low;

  if (high == G_MAXUINT32)
    {
      add_fault (self, escape, "'\\u' must be followed by four hexadecimal digits", NULL);
      return at;
    }
  at += 4;
  if (high == 0)
    add_fault (self, escape, "a text must not hold the character 0", NULL);
  else if (high < 0xd800 || high > 0xdfff)
    g_string_append_unichar (self->decoded, high);
  else
    {
      low = end - at >= 6 && at[0] == '\\' && at[1] == 'u' ? read_digits (at + 2, end) : 0;
      if (high > 0xdbff || low < 0xdc00 || low > 0xdfff)
        {
          add_fault (self, escape, "half of a surrogate pair must not stand alone",
                     "a character beyond U+FFFF is written \\uD8xx\\uDCxx, or as itself");
          return at;
        }
      g_string_append_unichar (self->decoded, 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
      at += 6;
    }
  return at;
}

/* Reads an escape. Returns the byte behind it. */
static const char *
decode_escape (GyreJsonString *self, const char *escape, const char *end)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (end - escape < 2 || escape[1] == '\n')
    {
      add_fault (self, escape, "a backslash must be followed by one of \" \\ / b f n r t u", NULL);
      return escape + 1;
    }
  if (escape[1] == 'u')
    return decode_character (self, escape, end);
  letter = strchr (letters, escape[1]);
  if (letter != NULL)
    {
      g_string_append_c (self->decoded, meanings[letter - letters]);
      return escape + 2;
    }
  add_fault (self, escape, "a backslash must be followed by one of \" \\ / b f n r t u", "write \\\\ for a backslash");
  return g_utf8_next_char (escape + 1);
}

static void
add_piece (GyreJsonString *self, const GyreNestingText *text, guint column)
{
  GyreNestingPiece piece = { self->decoded->len, text->line, column };

  g_array_append_val (self->pieces, piece);
}

/* Reads the text at @start, which is not as it was written, into @text. It lives until the next one is read. */
void
gyre_json_string_decode (GyreJsonString *self, const char *start, const char *end, GyreNestingText *text)
{
  const char *at = start;
  guint column = text->column;

  g_string_truncate (self->decoded, 0);
  g_array_set_size (self->pieces, 0);
  g_array_set_size (self->faults, 0);
  self->wide = 0;
  for (;;)
    {
      const char *first = at;
      guint wide = 0;

      at = gyre_json_string_scan (at, end, &wide);
      g_string_append_len (self->decoded, first, at - first);
      column += at - first - wide;
      self->wide += wide;
      if (at == end || *at == '"' || *at == '\n')
        break;
      first = at;
      if (*at == '\\')
        at = decode_escape (self, at, end);
      else
        add_fault (self, at++, "a text must not hold control characters",
                   *first == '\t' ? "write \\t for a tab" : "write control characters as \\u00xx");
      column += g_utf8_strlen (first, at - first);
      self->wide += at - first - g_utf8_strlen (first, at - first);
      add_piece (self, text, column);
    }
  self->stop = at;
  text->text = self->decoded->str;
  text->length = self->decoded->len;
  text->pieces = (const GyreNestingPiece *) self->pieces->data;
  text->n_pieces = self->pieces->len;
  text->is_lasting = FALSE;
}
