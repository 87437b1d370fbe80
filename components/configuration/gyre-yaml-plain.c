/* gyre-yaml-plain.c: Reads yaml that uses little of the language
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The text is walked over twice: first to see that nothing else is in it, then to feed the reader of nested maps. Going back
 * from the middle of a text is no choice, because it may have included files and told mistakes by then.
 *
 * Only what is sure to be the same as libyaml's is read: printable ASCII, lines that end with a newline alone, texts of one
 * line without escapes. Places are those of libyaml's tokens: the end of a list by indentation is where the next token is.
 */
#include "gyre-yaml-plain-private.h"
#include "gyre-yaml-scalar-private.h"

#include <string.h>

/* Maps that stand in each other; libyaml tells what is wrong with more. */
#define DEEPEST 64

/* Lists that stand in each other, likewise. */
#define DEEPEST_LIST 32

/* libyaml wants the ':' of a key within 1024 characters. */
#define LONGEST_KEY 1000

/* What a byte is inside of a text without quotes. */
enum
{
  ORDINARY,
  BLANK,
  MEANS,        /* may mean something, by what stands beside it */
  LINE_END,
  UNUSUAL,
};

static const guint8 classes[256] = {
  [0 ... 9] = UNUSUAL, ['\n'] = LINE_END, [11 ... 31] = UNUSUAL, [' '] = BLANK, ['#'] = MEANS, [':'] = MEANS,
  [127 ... 255] = UNUSUAL,
};

/* What a text without quotes may begin with. A '-' may, where no blank follows. */
static const gboolean is_first[256] = {
  ['0' ... '9'] = TRUE, ['a' ... 'z'] = TRUE, ['A' ... 'Z'] = TRUE, ['_'] = TRUE, ['.'] = TRUE, ['/'] = TRUE, ['+'] = TRUE,
  ['-'] = TRUE, ['('] = TRUE, ['$'] = TRUE, ['~'] = TRUE, ['='] = TRUE, [';'] = TRUE, ['^'] = TRUE,
};

/* What a text without quotes may be made of between the brackets of a list. */
static const gboolean is_in_list[256] = {
  ['0' ... '9'] = TRUE, ['a' ... 'z'] = TRUE, ['A' ... 'Z'] = TRUE, ['_'] = TRUE, ['.'] = TRUE, ['/'] = TRUE, ['+'] = TRUE,
  ['-'] = TRUE, [' '] = TRUE,
};

typedef struct
{
  GyreNesting *nesting;         /* NULL as long as the text is only looked at */
  const char *text;
  const char *end;
  const char *at;               /* the next byte to read */
  const char *start;            /* of its line */
  guint line;
  guint depth;                  /* maps that are open, */
  guint indentations[DEEPEST];  /* and where their keys stand */
  gboolean is_waiting;          /* a key has no value yet */
  GyreNestingText nothing;      /* the value that it has if none comes */
  gboolean has_list;            /* a list by indentation is open */
  guint list_indentation;
  guint32 last_stop;            /* the byte behind the last text or bracket: a map ends there */
} Plain;

typedef struct
{
  GyreNestingText text;
  gboolean is_quoted;
} Scalar;

static inline guint
get_column (const Plain *self)
{
  return self->at - self->start + 1;
}

static inline GyreNestingText
make_text (const Plain *self, const char *start, const char *stop)
{
  return (GyreNestingText) {
    .text = start,
    .length = stop - start,
    .line = self->line,
    .column = start - self->start + 1,
    .is_lasting = TRUE,
    .start = start - self->text,
    .stop = stop - self->text,
  };
}

static inline void
skip_blanks (Plain *self)
{
  while (self->at < self->end && *self->at == ' ')
    self->at++;
}

static inline gboolean
is_blank_or_end (const Plain *self, const char *at)
{
  return at == self->end || *at == ' ' || *at == '\n';
}

/* Reads a text without quotes, up to a ':' before a blank, a comment, or the end of the line. */
static inline gboolean
read_word (Plain *self, Scalar *scalar)
{
  const char *start = self->at;
  const char *at = start;
  const char *stop;

  if (!is_first[(guchar) *at] || (*at == '-' && is_blank_or_end (self, at + 1)))
    return FALSE;
  stop = ++at;
  for (; at < self->end; at++)
    {
      guint class = classes[(guchar) *at];

      if (G_LIKELY (class == ORDINARY))
        {
          stop = at + 1;
          continue;
        }
      if (class == BLANK)
        continue;
      if (class == UNUSUAL)
        return FALSE;
      if (class == LINE_END || (*at == ':' ? is_blank_or_end (self, at + 1) : at[-1] == ' '))
        break;
      stop = at + 1;
    }
  scalar->text = make_text (self, start, stop);
  scalar->is_quoted = FALSE;
  self->at = stop;
  return TRUE;
}

/* Reads a text in quotes of either kind, which has neither escapes nor lines. */
static gboolean
read_quoted (Plain *self, Scalar *scalar)
{
  char quote = *self->at;
  const char *at = self->at + 1;

  for (; at < self->end && *at != quote; at++)
    if (*at < ' ' || *at > '~' || (*at == '\\' && quote == '"'))
      return FALSE;
  if (at == self->end || (at + 1 < self->end && at[1] == quote))
    return FALSE;
  scalar->text = make_text (self, self->at + 1, at);
  scalar->text.start--;
  scalar->text.stop++;
  scalar->is_quoted = TRUE;
  self->at = at + 1;
  return TRUE;
}

static inline gboolean
read_scalar (Plain *self, Scalar *scalar)
{
  if (self->at == self->end)
    return FALSE;
  if (*self->at == '"' || *self->at == '\'')
    return read_quoted (self, scalar);
  return read_word (self, scalar);
}

/* Reads a text without quotes between the brackets of a list. */
static gboolean
read_element (Plain *self, Scalar *scalar)
{
  const char *start = self->at;
  const char *at = start;

  if (at < self->end && (*at == '"' || *at == '\''))
    return read_quoted (self, scalar);
  if (at == self->end || !is_in_list[(guchar) *at] || *at == ' ' || (*at == '-' && is_blank_or_end (self, at + 1)))
    return FALSE;
  while (at < self->end && is_in_list[(guchar) *at])
    at++;
  while (at[-1] == ' ')
    at--;
  scalar->text = make_text (self, start, at);
  scalar->is_quoted = FALSE;
  self->at = at;
  return TRUE;
}

/* Steps to the next line: nothing but a comment may stand before it. */
static inline gboolean
finish_line (Plain *self)
{
  const char *stop = self->at;

  skip_blanks (self);
  if (self->at < self->end && *self->at == '#' && (self->at > stop || self->at == self->start))
    while (self->at < self->end && *self->at != '\n')
      if (classes[(guchar) *self->at++] == UNUSUAL)
        return FALSE;
  if (self->at == self->end)
    return TRUE;
  if (*self->at != '\n')
    return FALSE;
  self->start = ++self->at;
  self->line++;
  return TRUE;
}

static inline void
tell_scalar (Plain *self, Scalar *scalar)
{
  GyreNestingScalar kind = GYRE_NESTING_STRING;

  self->last_stop = scalar->text.stop;
  if (self->nesting == NULL)
    return;
  if (!scalar->is_quoted)
    kind = gyre_yaml_scalar_resolve (&scalar->text);
  gyre_nesting_scalar (self->nesting, &scalar->text, kind);
}

/* The key before has no value: its place is right behind the ':'. */
static void
tell_nothing (Plain *self)
{
  Scalar scalar = { self->nothing, FALSE };

  self->is_waiting = FALSE;
  tell_scalar (self, &scalar);
}

static gboolean
open_map (Plain *self, guint indentation)
{
  if (self->depth == DEEPEST)
    return FALSE;
  self->indentations[self->depth++] = indentation;
  self->is_waiting = FALSE;
  if (self->nesting != NULL)
    gyre_nesting_begin_map (self->nesting, self->line, get_column (self), self->at - self->text);
  return TRUE;
}

static void
close_map (Plain *self)
{
  self->depth--;
  if (self->nesting != NULL)
    gyre_nesting_end_map (self->nesting, self->last_stop);
}

static void
close_list (Plain *self)
{
  self->has_list = FALSE;
  if (self->nesting != NULL)
    gyre_nesting_end_list (self->nesting, self->line, get_column (self), self->last_stop);
}

static void
open_bracket (Plain *self)
{
  if (self->nesting != NULL)
    gyre_nesting_begin_list (self->nesting, self->line, get_column (self), self->at - self->text);
  self->at++;
}

static void
close_bracket (Plain *self)
{
  self->last_stop = self->at + 1 - self->text;
  if (self->nesting != NULL)
    gyre_nesting_end_list (self->nesting, self->line, get_column (self), self->last_stop);
  self->at++;
}

/* Reads a list in brackets, which ends on its line. */
static gboolean
read_list (Plain *self)
{
  guint depth = 0;
  gboolean is_element_next = TRUE;
  Scalar element;

  do
    {
      skip_blanks (self);
      if (self->at == self->end)
        return FALSE;
      if (*self->at == '[' && is_element_next && depth < DEEPEST_LIST)
        {
          open_bracket (self);
          depth++;
        }
      else if (*self->at == ']')
        {
          close_bracket (self);
          depth--;
          is_element_next = FALSE;
        }
      else if (*self->at == ',' && !is_element_next)
        {
          self->at++;
          is_element_next = TRUE;
        }
      else
        {
          if (!is_element_next || !read_element (self, &element))
            return FALSE;
          tell_scalar (self, &element);
          is_element_next = FALSE;
        }
    }
  while (depth > 0);
  return TRUE;
}

/* Reads a value that stands on its line. */
static inline gboolean
read_value (Plain *self)
{
  Scalar scalar;

  if (self->at < self->end && *self->at == '[')
    return read_list (self);
  if (!read_scalar (self, &scalar))
    return FALSE;
  tell_scalar (self, &scalar);
  return TRUE;
}

/* Closes what ends before a key at an indentation, and opens the map that it begins. */
static inline gboolean
settle (Plain *self, guint indentation)
{
  if (self->depth == 0 || (self->is_waiting && indentation > self->indentations[self->depth - 1]))
    return open_map (self, indentation);
  if (self->is_waiting)
    tell_nothing (self);
  if (self->has_list)
    {
      if (indentation > self->list_indentation
          || (indentation == self->list_indentation && indentation != self->indentations[self->depth - 1]))
        return FALSE;
      close_list (self);
    }
  while (self->depth > 1 && self->indentations[self->depth - 1] > indentation)
    close_map (self);
  return self->indentations[self->depth - 1] == indentation;
}

/* Reads a key and its ':'. */
static inline gboolean
read_key (Plain *self)
{
  Scalar scalar;

  if (*self->at == '-' || *self->at == '.' || !read_scalar (self, &scalar))
    return FALSE;
  skip_blanks (self);
  if (self->at == self->end || *self->at != ':' || self->at - self->start > LONGEST_KEY)
    return FALSE;
  self->at++;
  if (!is_blank_or_end (self, self->at))
    return FALSE;
  self->last_stop = scalar.text.stop;
  if (self->nesting == NULL)
    return TRUE;
  if (!scalar.is_quoted)
    gyre_yaml_scalar_resolve (&scalar.text);
  gyre_nesting_key (self->nesting, &scalar.text);
  return TRUE;
}

/* Reads a key, and its value if that stands on the line. */
static inline gboolean
read_member (Plain *self, guint indentation)
{
  const char *behind;

  if (!settle (self, indentation) || !read_key (self))
    return FALSE;
  behind = self->at;
  skip_blanks (self);
  if (self->at == self->end || *self->at == '\n' || *self->at == '#')
    {
      self->at = behind;
      self->nothing = make_text (self, behind, behind);
      self->is_waiting = TRUE;
    }
  else if (!read_value (self))
    return FALSE;
  return finish_line (self);
}

/* Reads an element of a list by indentation, whose '-' stands at the cursor. */
static gboolean
read_entry (Plain *self, guint indentation)
{
  if (self->is_waiting)
    {
      if (indentation < self->indentations[self->depth - 1])
        return FALSE;
      self->is_waiting = FALSE;
      self->has_list = TRUE;
      self->list_indentation = indentation;
      if (self->nesting != NULL)
        gyre_nesting_begin_list (self->nesting, self->line, get_column (self), self->at - self->text);
    }
  else if (!self->has_list || indentation != self->list_indentation)
    return FALSE;
  self->at++;
  skip_blanks (self);
  return read_value (self) && finish_line (self);
}

static inline gboolean
read_line (Plain *self)
{
  guint indentation;

  skip_blanks (self);
  indentation = self->at - self->start;
  if (self->at == self->end)
    return FALSE;
  if (*self->at == '\n' || *self->at == '#')
    {
      self->at = self->start;
      return finish_line (self) && self->at == self->start;
    }
  if (*self->at == '-' && self->at + 1 < self->end && self->at[1] == ' ')
    return read_entry (self, indentation);
  return read_member (self, indentation);
}

/* Where the text ends: behind a line that does not, as libyaml counts. N.B. it counts otherwise where that line says nothing. */
static void
finish (Plain *self)
{
  if (self->is_waiting)
    tell_nothing (self);
  self->line += self->at > self->start;
  self->start = self->at;
  if (self->has_list)
    close_list (self);
  while (self->depth > 0)
    close_map (self);
}

static gboolean
walk (Plain *self, GyreNesting *nesting, const char *text, gsize length)
{
  *self = (Plain) { .nesting = nesting, .text = text, .end = text + length, .at = text, .start = text, .line = 1 };
  while (self->at < self->end)
    if (!read_line (self))
      return FALSE;
  if (self->depth == 0)
    return FALSE;
  finish (self);
  return TRUE;
}

/* Reads a text of which nothing else was read. Returns FALSE where libyaml has to; then nothing was told. */
gboolean
gyre_yaml_plain_read (GyreNesting *nesting, const char *text, gsize length)
{
  Plain self;

  if (!walk (&self, NULL, text, length))
    return FALSE;
  walk (&self, nesting, text, length);
  return TRUE;
}
