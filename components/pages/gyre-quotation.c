/* gyre-quotation.c: Any text, written so that graphviz takes it for text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-quotation.h"

#include <string.h>

#define NAME_LENGTH 200

/* Text that XML can have: UTF-8 without control characters. */
char *
gyre_quotation_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *result = g_string_new (NULL);

  for (const char *place = valid; *place != '\0'; place = g_utf8_next_char (place))
    {
      gunichar letter = g_utf8_get_char (place);
      gboolean is_space = letter == '\n' || letter == '\t' || letter == '\r';
      gboolean is_bad = letter < 0x20 || (letter >= 0x7f && letter < 0xa0) || (letter & 0xfffe) == 0xfffe;

      g_string_append_unichar (result, is_space ? ' ' : is_bad ? 0xfffd : letter);
    }
  return g_string_free (result, FALSE);
}

/* Which end of a dotted name tells most is unknown: the middle goes. */
char *
gyre_quotation_shorten (const char *text, glong most)
{
  g_autofree char *whole = gyre_quotation_clean (text);
  glong length = g_utf8_strlen (whole, -1);
  glong head = (most - 1) / 2;
  g_autofree char *front = NULL;

  if (length <= most)
    return g_steal_pointer (&whole);
  front = g_utf8_substring (whole, 0, head);
  return g_strconcat (front, "…", g_utf8_offset_to_pointer (whole, length - (most - 1 - head)), NULL);
}

/* A name that graphviz neither interprets nor finds too long: what it would interpret is written as in addresses. */
char *
gyre_quotation_encode (const char *name)
{
  GString *text = g_string_new (NULL);

  for (const guchar *byte = (const guchar *) name; *byte != '\0'; byte++)
    if (*byte < 0x20 || *byte == 0x7f || strchr ("%\"\\&<>", *byte) != NULL)
      g_string_append_printf (text, "%%%02X", *byte);
    else
      g_string_append_c (text, (char) *byte);
  if (!g_utf8_validate (text->str, (gssize) text->len, NULL) || text->len > NAME_LENGTH)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

      g_string_printf (text, "%%%.32s", sum);
    }
  return g_string_free (text, FALSE);
}

/* Inside of `<…>`. N.B. the parser that graphviz uses, given a text part by part, takes a `]` before a tag for the begin
 * of a `]]>`, and refuses the label. */
void
gyre_quotation_append_markup (GString *dot, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (GString) whole = g_string_new (escaped);

  g_string_replace (whole, "]", "&#93;", 0);
  g_string_append (dot, whole->str);
}

/* Inside of `"…"`, as entities. N.B. graphviz reads its own escapes twice, also those that it reads from
 * entities: one backslash is left of four. */
void
gyre_quotation_append_text (GString *dot, const char *before, const char *text)
{
  g_autofree char *valid = gyre_quotation_clean (text);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);
  g_autoptr (GString) whole = g_string_new (escaped);

  g_string_replace (whole, "&apos;", "'", 0);
  g_string_replace (whole, "\\", "&#92;&#92;&#92;&#92;", 0);
  g_string_append_printf (dot, "%s\"%s\"", before, whole->str);
}

/* N.B. graphviz writes an address as it is, with quotes and all. */
static char *
dup_safe_address (const char *address)
{
  g_autofree char *valid = gyre_quotation_clean (address);

  return g_uri_escape_string (valid, ":/?#[]@!$&()*+,;=%", TRUE);
}

void
gyre_quotation_append_address (GString *dot, const char *before, const char *address)
{
  g_autofree char *safe = dup_safe_address (address);

  gyre_quotation_append_text (dot, before, safe);
}

/* N.B. other than between `"`, graphviz reads its escapes once here, and escapes whatever it finds. */
void
gyre_quotation_append_value (GString *dot, const char *before, const char *text)
{
  g_autofree char *valid = gyre_quotation_clean (text);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);
  g_autoptr (GString) whole = g_string_new (escaped);

  g_string_replace (whole, "\\", "\\\\", 0);
  g_string_append_printf (dot, "%s\"%s\"", before, whole->str);
}

void
gyre_quotation_append_link (GString *dot, const char *before, const char *address)
{
  g_autofree char *safe = dup_safe_address (address);

  gyre_quotation_append_value (dot, before, safe);
}
