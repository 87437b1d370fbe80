/* gyre-markup.c: HTML, written piece by piece
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A pattern is HTML in which each `$` stands for a text; texts come from declarations and files, so nothing of theirs is markup.
 */
#include "gyre-markup.h"

#include <string.h>

static const char *
find_escape (char character)
{
  switch (character)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return NULL;
    }
}

/* A text as HTML shows it; characters that HTML does not have are shown as the one that stands for what can't be shown. */
void
gyre_markup_append_text (GString *html, const char *text)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *start = valid != NULL ? valid : text;
  const char *place;

  for (place = start; *place != '\0'; place++)
    {
      const char *escape = find_escape (*place);

      if (escape == NULL && ((guchar) *place >= 0x20 || *place == '\n' || *place == '\t') && *place != 0x7f)
        continue;
      g_string_append_len (html, start, place - start);
      g_string_append (html, escape != NULL ? escape : "\357\277\275");
      start = place + 1;
    }
  g_string_append_len (html, start, place - start);
}

/* Appends @pattern; each `$` in it is replaced by the next text. The texts end with NULL. */
void
gyre_markup_append (GString *html, const char *pattern, ...)
{
  va_list texts;
  const char *next;

  va_start (texts, pattern);
  for (next = strchr (pattern, '$'); next != NULL; next = strchr (pattern, '$'))
    {
      const char *text = va_arg (texts, const char *);

      g_assert (text != NULL);
      g_string_append_len (html, pattern, next - pattern);
      gyre_markup_append_text (html, text);
      pattern = next + 1;
    }
  va_end (texts);
  g_string_append (html, pattern);
}

/* A dotted name, which may be broken behind each dot. */
void
gyre_markup_append_name (GString *html, const char *name)
{
  for (const char *next = strchr (name, '.'); next != NULL; next = strchr (name, '.'))
    {
      g_autofree char *fragment = g_strndup (name, (gsize) (next + 1 - name));

      gyre_markup_append (html, "$<wbr>", fragment, NULL);
      name = next + 1;
    }
  gyre_markup_append_text (html, name);
}

/* A text as a string of JSON, which is one of JavaScript as well. */
void
gyre_markup_append_json (GString *script, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (script, '"');
  for (const char *place = valid; *place != '\0'; place++)
    if (*place == '"' || *place == '\\')
      g_string_append_printf (script, "\\%c", *place);
    else if ((guchar) *place < 0x20)
      g_string_append_printf (script, "\\u%04x", *place);
    else
      g_string_append_c (script, *place);
  g_string_append_c (script, '"');
}

/* Names are any text; what a folder, an address or an attribute could take otherwise becomes `~` and its number. */
static char *
make_plain (const char *prefix, const char *name)
{
  GString *plain = g_string_new (prefix);

  for (const char *place = name; *place != '\0'; place++)
    if ((guchar) *place >= 0x80 || g_ascii_isalnum (*place) || strchr ("._-", *place) != NULL)
      g_string_append_c (plain, *place);
    else
      g_string_append_printf (plain, "~%02x", (guchar) *place);
  return g_string_free (plain, FALSE);
}

/* Returns: (transfer full): the name of the file, without its ending, of the page of @name */
char *
gyre_markup_dup_file (const char *name)
{
  return make_plain (*name == '.' ? "~" : "", name);
}

/* Returns: (transfer full): @file as an address says it */
char *
gyre_markup_dup_link (const char *file)
{
  return g_uri_escape_string (file, "/~", FALSE);
}

/* Returns: (transfer full): the place of a member in its page */
char *
gyre_markup_dup_anchor (const char *sort, const char *name)
{
  g_autofree char *prefix = g_strconcat (sort, "-", NULL);

  return make_plain (prefix, name);
}
