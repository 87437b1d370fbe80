/* gyre-roff.c: Text as manual pages want it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * In roff a backslash begins an escape, a point or an apostrophe at the start of a line begins a request, an empty line is a request
 * too, and a hyphen is typography unless somebody says that it is the character. Characters beyond ASCII are written by their numbers,
 * so that a page is the same whatever the reader's roff takes its input for.
 */
#include "gyre-roff.h"

#include <string.h>

/* Where lines are broken; what can't be broken may be longer. */
#define WIDTH 76

/* ASCII that roff would take for typography. */
static const char *
find_exact (gunichar character)
{
  switch (character)
    {
    case '-':
      return "\\-";
    case '\'':
      return "\\(aq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    default:
      return NULL;
    }
}

static gboolean
is_unprintable (gunichar character)
{
  return character < 0x20 || (character >= 0x7f && character < 0xa0) || (character & 0xfffe) == 0xfffe
         || (character >= 0xfdd0 && character <= 0xfdef);
}

static void
append_character (GString *escaped, gunichar character, gboolean is_exact)
{
  const char *exact = is_exact ? find_exact (character) : NULL;

  if (character == '\\')
    g_string_append (escaped, "\\e");
  else if (character == '"')
    g_string_append (escaped, "\\(dq");
  else if (exact != NULL)
    g_string_append (escaped, exact);
  else if (character == '\n' || character == '\t' || character == '\r')
    g_string_append_c (escaped, ' ');
  else if (is_unprintable (character))
    g_string_append (escaped, "\\[uFFFD]");
  else if (character < 0x80)
    g_string_append_c (escaped, (char) character);
  else if (character == 0xa0)
    g_string_append (escaped, "\\~");
  else
    g_string_append_printf (escaped, "\\[u%04X]", character);
}

static char *
escape (const char *text, gboolean is_exact)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *escaped = g_string_sized_new (strlen (valid));

  for (const char *place = valid; *place != '\0'; place = g_utf8_next_char (place))
    append_character (escaped, g_utf8_get_char (place), is_exact);
  return g_string_free (escaped, FALSE);
}

/* Returns: (transfer full): @text as prose in the middle of a line */
char *
gyre_roff_escape (const char *text)
{
  return escape (text, FALSE);
}

/* Returns: (transfer full): @text as somebody must type it, in the middle of a line */
char *
gyre_roff_escape_exactly (const char *text)
{
  return escape (text, TRUE);
}

/* A short word could be the name of a macro or a delimiter, which it is not after `\&`. */
char *
gyre_roff_escape_argument (const char *text)
{
  g_autofree char *escaped = gyre_roff_escape_exactly (text);

  return g_strdup_printf ("\"%s%s\"", strlen (text) <= 3 ? "\\&" : "", escaped);
}

/* Each sentence begins a line, so that roff knows sentences from abbreviations. */
static gboolean
ends_sentence (const char *word, gsize length)
{
  while (length > 0 && strchr (")]}'", word[length - 1]) != NULL)
    length--;
  return length > 0 && strchr (".!?", word[length - 1]) != NULL;
}

/* Adds a paragraph's text, broken into lines. */
void
gyre_roff_append_filled (GString *page, const char *escaped)
{
  g_auto (GStrv) words = g_strsplit (escaped, " ", -1);
  gsize column = 0;
  gboolean is_ended = FALSE;

  for (guint index = 0; words[index] != NULL; index++)
    {
      gsize length = strlen (words[index]);

      if (length == 0)
        continue;
      if (column > 0)
        g_string_append_c (page, column + length < WIDTH && !is_ended ? ' ' : '\n');
      if (column + length >= WIDTH || is_ended)
        column = 0;
      if (column == 0 && (*words[index] == '.' || *words[index] == '\''))
        g_string_append (page, "\\&");
      g_string_append (page, words[index]);
      column += length + 1;
      is_ended = ends_sentence (words[index], length);
    }
  if (column > 0)
    g_string_append_c (page, '\n');
}

/* Adds prose; an empty line begins a paragraph. */
void
gyre_roff_append_text (GString *page, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n\n", -1);
  gsize begin = page->len;

  for (guint index = 0; paragraphs[index] != NULL; index++)
    {
      g_autofree char *escaped = gyre_roff_escape (g_strstrip (paragraphs[index]));

      if (*escaped == '\0')
        continue;
      if (page->len > begin)
        g_string_append (page, ".Pp\n");
      gyre_roff_append_filled (page, escaped);
    }
}

/* Adds lines as they are. */
void
gyre_roff_append_literal (GString *page, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint length = g_strv_length (lines);

  while (length > 0 && *g_strchomp (lines[length - 1]) == '\0')
    length--;
  g_string_append (page, ".Bd -literal -offset indent\n");
  for (guint index = 0; index < length; index++)
    {
      g_autofree char *escaped = gyre_roff_escape_exactly (g_strchomp (lines[index]));

      if (*escaped == '.' || *escaped == '\'' || *escaped == '\0')
        g_string_append (page, "\\&");
      g_string_append_printf (page, "%s\n", escaped);
    }
  g_string_append (page, ".Ed\n");
}

/* Adds a line that begins with a macro; the arguments are texts. */
void
gyre_roff_append_macro (GString *page, const char *macro, ...)
{
  const char *text;
  va_list arguments;

  g_string_append_printf (page, ".%s", macro);
  va_start (arguments, macro);
  while ((text = va_arg (arguments, const char *)) != NULL)
    {
      g_autofree char *escaped = gyre_roff_escape_argument (text);

      g_string_append_printf (page, " %s", escaped);
    }
  va_end (arguments);
  g_string_append_c (page, '\n');
}

static gboolean
begins_with_one_of (const char *line, const char * const *macros)
{
  for (; *macros != NULL; macros++)
    if (g_str_has_prefix (line, *macros))
      return TRUE;
  return FALSE;
}

/* A paragraph between these lines would be one without a text. */
static gboolean
is_idle (const char *before, const char *after)
{
  static const char * const openings[] = { ".Sh", ".Ss", ".It", ".Pp", ".Bd", ".Bl", NULL };
  static const char * const ends[] = { ".Sh", ".Ss", ".It", ".Pp", ".Bd", ".El", ".Ed", NULL };

  if (begins_with_one_of (before, openings) || *after == '\0' || begins_with_one_of (after, ends))
    return TRUE;
  return g_str_has_prefix (after, ".Bl") && !g_str_has_suffix (after, "-compact");
}

static gboolean
is_empty (const char *line, const char *after)
{
  if (g_str_has_prefix (line, ".Bd"))
    return g_str_equal (after, ".Ed");
  return g_str_equal (line, ".It") && (g_str_has_prefix (after, ".It") || g_str_equal (after, ".El"));
}

/* Ends a page: breaks of paragraphs where there is nothing to break are left out, and what has no text gets an empty one.
 *
 * Returns: (transfer full): its text */
char *
gyre_roff_finish (GString *page)
{
  g_autofree char *text = g_string_free (page, FALSE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *finished = g_string_new (NULL);
  const char *before = ".Sh";

  for (guint index = 0; lines[index] != NULL && lines[index + 1] != NULL; index++)
    {
      if (g_str_equal (lines[index], ".Pp") && is_idle (before, lines[index + 1]))
        continue;
      before = lines[index];
      g_string_append_printf (finished, "%s\n", before);
      if (is_empty (before, lines[index + 1]))
        g_string_append (finished, "\\&\n");
    }
  return g_string_free (finished, FALSE);
}
