/* gyre-highlight.c: Code with its words, texts and comments told apart
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Enough to see where a comment ends and a text begins, not more: one pass, one character of foresight, no grammar.
 */
#include "gyre-highlight.h"

#include <string.h>

typedef struct
{
  const char *names;            /* with a blank on both sides of each */
  const char *words;            /* the same; NULL: none */
  const char *comment;          /* up to the end of the line */
  const char *quotes;
  gboolean has_blocks;          /* comments of C */
} Language;

static const Language languages[] = {
  { " c h ",
    " auto bool break case char const continue default do double else enum extern false float for gboolean gint64 guint if inline int "
    "long NULL return short signed sizeof static struct switch true typedef union unsigned void volatile while FALSE TRUE ",
    "//", "\"'", TRUE },
  { " python ", " and as assert class def del elif else except False finally for from if import in is lambda None not or pass raise return "
    "True try while with yield ", "#", "\"'", FALSE },
  { " sh bash shell ", " case do done elif else esac export fi for function if in local return then until while ", "#", "\"'", FALSE },
  { " meson ", " and elif else endforeach endif false foreach if in not or true ", "#", "'", FALSE },
  { " pfg cfg ini ", NULL, ";", "", FALSE },
  { " yaml ", " true false null ", "#", "\"'", FALSE },
  { " json ", " true false null ", NULL, "\"", FALSE },
};

static const Language *
find_language (const char *name)
{
  g_autofree char *padded = g_strdup_printf (" %s ", name);

  for (guint index = 0; index < G_N_ELEMENTS (languages); index++)
    if (strstr (languages[index].names, padded) != NULL)
      return &languages[index];
  return NULL;
}

static void
append_piece (GString *html, const char *class, const char *start, gsize length)
{
  g_autofree char *piece = g_strndup (start, length);

  if (class != NULL)
    gyre_markup_append (html, "<span class=\"$\">$</span>", class, piece, NULL);
  else
    gyre_markup_append_text (html, piece);
}

/* How long the comment is that begins here; 0: none does. */
static gsize
measure_comment (const Language *language, const char *code, const char *place)
{
  const char *end;

  if (language->has_blocks && g_str_has_prefix (place, "/*"))
    {
      end = strstr (place + 2, "*/");
      return end != NULL ? (gsize) (end + 2 - place) : strlen (place);
    }
  if (language->comment == NULL || !g_str_has_prefix (place, language->comment))
    return 0;
  /* A `#` inside a word is none. */
  if (place > code && !g_ascii_isspace (place[-1]))
    return 0;
  return strcspn (place, "\n");
}

/* How long the text in quotes is that begins here; a quote that the line does not close is none. */
static gsize
measure_text (const Language *language, const char *place)
{
  gsize length = 1;

  if (strchr (language->quotes, *place) == NULL)
    return 0;
  while (place[length] != '\0' && place[length] != '\n' && place[length] != *place)
    length += place[length] == '\\' && place[length + 1] != '\0' ? 2 : 1;
  return place[length] == *place ? length + 1 : 0;
}

static gsize
measure_word (const char *place)
{
  gsize length = 0;

  while (g_ascii_isalnum (place[length]) || place[length] == '_')
    length++;
  return length;
}

static gboolean
is_word (const Language *language, const char *place, gsize length)
{
  g_autofree char *padded = g_strdup_printf (" %.*s ", (int) length, place);

  return language->words != NULL && strstr (language->words, padded) != NULL;
}

static void
append_code (GString *html, const char *code, const Language *language)
{
  const char *plain = code;
  const char *place = code;

  while (*place != '\0')
    {
      const char *class = "note";
      gsize length = measure_comment (language, code, place);

      if (length == 0)
        {
          class = "text";
          length = measure_text (language, place);
        }
      if (length == 0)
        {
          length = MAX (measure_word (place), 1);
          class = is_word (language, place, length) ? "word" : NULL;
        }
      if (class != NULL)
        {
          append_piece (html, NULL, plain, (gsize) (place - plain));
          append_piece (html, class, place, length);
          plain = place + length;
        }
      place += length;
    }
  append_piece (html, NULL, plain, (gsize) (place - plain));
}

/* Code as HTML; what is of an unknown language is a plain text. */
void
gyre_highlight_append (GString *html, const char *code, const char *language)
{
  const Language *known = find_language (language);

  if (known != NULL && *language != '\0')
    append_code (html, code, known);
  else
    gyre_markup_append_text (html, code);
}
