/* gyre-program-line.c: A line that is being typed into a shell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * bash takes words apart at `=` and `:` before it asks, and wants back what replaces the last part. So it is asked for the whole line,
 * and what it would do is done here: where its last part begins depends on quotation marks, backslashes and the characters that break
 * words, as readline has them.
 */
#include "gyre-program-line.h"

#include <string.h>

/* What means something to a shell, where no quotation mark is open. */
static const char special[] = " \t\n'\"\\()<>|&;$`*?[]!{}^~";

typedef struct
{
  GyreTypedLine *line;
  GString *word;
  gboolean is_begun;
  const char *breaks;
} Split;

static void
end_word (Split *self)
{
  if (self->is_begun)
    g_ptr_array_add (self->line->words, g_strdup (self->word->str));
  g_string_truncate (self->word, 0);
  self->is_begun = FALSE;
  self->line->fixed = 0;
}

static void
add_byte (Split *self, char byte, gboolean is_plain)
{
  self->is_begun = TRUE;
  g_string_append_c (self->word, byte);
  if (is_plain && strchr (self->breaks, byte) != NULL)
    self->line->fixed = self->word->len;
}

/* A backslash between double quotation marks is one, except before what means something there. */
static const char *
read_backslash (Split *self, const char *text)
{
  self->is_begun = TRUE;
  if (text[1] == '\0')
    return text + 1;
  if (self->line->quote == '"' && strchr ("\"\\$`", text[1]) == NULL)
    g_string_append_c (self->word, '\\');
  g_string_append_c (self->word, text[1]);
  return text + 2;
}

/* What is offered replaces what stands behind a mark, be it open or closed. */
static void
read_quote (Split *self, char mark)
{
  self->is_begun = TRUE;
  self->line->quote = self->line->quote == mark ? '\0' : mark;
  self->line->fixed = self->word->len;
}

/* Takes a line apart. Text that is no UTF-8 stays as it is. */
GyreTypedLine *
gyre_typed_line_split (const char *text, const char *breaks)
{
  GyreTypedLine *line = g_new0 (GyreTypedLine, 1);
  g_autoptr (GString) word = g_string_new (NULL);
  Split split = { line, word, FALSE, breaks };

  line->words = g_ptr_array_new_with_free_func (g_free);
  while (*text != '\0')
    {
      char byte = *text;

      if (byte == '\\' && line->quote != '\'')
        {
          text = read_backslash (&split, text);
          continue;
        }
      if (byte == line->quote || (line->quote == '\0' && (byte == '"' || byte == '\'')))
        read_quote (&split, byte);
      else if (line->quote == '\0' && g_ascii_isspace (byte))
        end_word (&split);
      else
        add_byte (&split, byte, line->quote == '\0');
      text++;
    }
  g_ptr_array_add (line->words, g_strdup (word->str));
  return line;
}

void
gyre_typed_line_free (GyreTypedLine *line)
{
  g_ptr_array_unref (line->words);
  g_free (line);
}

static void
append_quoted (GString *text, const char *word, char quote)
{
  for (; *word != '\0'; word++)
    {
      if (quote == '\'' && *word == '\'')
        {
          g_string_append (text, "'\\''");
          continue;
        }
      if ((quote == '\0' && strchr (special, *word) != NULL) || (quote == '"' && strchr ("\"\\$`", *word) != NULL))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *word);
    }
}

/* What the shell shall put in place of what is not fixed, so that the last word becomes this one. */
char *
gyre_typed_line_quote (const GyreTypedLine *line, const char *word, gboolean is_final)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (strlen (word) >= line->fixed, g_string_free (text, FALSE));

  append_quoted (text, word + line->fixed, line->quote);
  /* The shell itself closes the marks. */
  if (is_final && line->quote == '\0')
    g_string_append_c (text, ' ');
  return g_string_free (text, FALSE);
}
