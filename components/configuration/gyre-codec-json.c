/* gyre-codec-json.c: Reads json
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One pass over the bytes, without recursion. Numbers stay the text that they are. Where it is clear what was meant (a comma
 * too many or too few, a word without quotes, a wrong escape), the mistake is told and reading goes on; else it ends, because
 * most of what could be told about the rest would be wrong.
 *
 * N.B. yajl stops at the first mistake, says little about it, and has no comments worth the name; with all that has to be
 * known here (places, duplicates) its callbacks took longer than these lines.
 */
#include "gyre-codec-json-private.h"
#include "gyre-json-string-private.h"
#include "gyre-nesting-private.h"

#include <string.h>

/* Brackets nest no deeper: names have at most 256 fragments, and lists 64 levels. */
#define DEEPEST 512

#define MOST_MISTAKES 50

typedef enum
{
  EXPECT_VALUE,
  EXPECT_FIRST,                 /* a key, an element, or the bracket that closes */
  EXPECT_KEY,
  EXPECT_MORE,                  /* a comma, or the bracket that closes */
  EXPECT_NOTHING,
} Expectation;

typedef struct
{
  GyreSource *source;
  GyreReport *report;
  const char *text;
  const char *end;
  const char *at;               /* the next byte to read */
  const char *start;            /* of its line */
  guint line;
  guint wide;                   /* bytes of the line up to there that are not the first of their character */
  guint mistakes;
  gboolean is_over;             /* it makes no sense to read on */
  Expectation expectation;
  guint depth;
  char open[DEEPEST];           /* brackets */
  const char *places[DEEPEST];
  GyreNesting nesting;
  GyreJsonString string;
} Parser;

static inline guint
get_column (Parser *self)
{
  return self->at - self->start - self->wide + 1;
}

static void G_GNUC_PRINTF (4, 5)
refuse (Parser *self, const char *at, const char *hint, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;
  guint line, column;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  gyre_source_find_place (self->source, at - self->text, &line, &column);
  gyre_source_report (self->source, self->report, line, column, hint, "%s", message);
  if (++self->mistakes >= MOST_MISTAKES)
    self->is_over = TRUE;
}

static void G_GNUC_PRINTF (4, 5)
give_up (Parser *self, const char *at, const char *hint, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  refuse (self, at, hint, "%s", message);
  self->is_over = TRUE;
}

/* Steps to a later byte, over any text. */
static void
step_to (Parser *self, const char *to)
{
  for (; self->at < to; self->at++)
    {
      self->wide += ((guchar) *self->at & 0xc0) == 0x80;
      if (*self->at != '\n')
        continue;
      self->line++;
      self->start = self->at + 1;
      self->wide = 0;
    }
}

static const char *
find_line_end (Parser *self)
{
  const char *found = memchr (self->at, '\n', self->end - self->at);

  return found != NULL ? found : self->end;
}

static void
skip_comment (Parser *self)
{
  const char *end;

  if (*self->at == '#')
    refuse (self, self->at, "a comment begins with '//'", "a comment must not begin with '#'");
  if (*self->at == '#' || (self->end - self->at > 1 && self->at[1] == '/'))
    {
      step_to (self, find_line_end (self));
      return;
    }
  if (self->end - self->at < 2 || self->at[1] != '*')
    {
      give_up (self, self->at, "a comment begins with '//'", "a '/' must begin a comment");
      return;
    }
  end = memmem (self->at + 2, self->end - self->at - 2, "*/", 2);
  if (end == NULL)
    give_up (self, self->at, NULL, "a comment must be closed by '*/'");
  else
    step_to (self, end + 2);
}

/* Steps over the blanks that a line begins with. */
static inline void
skip_indentation (Parser *self)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN && defined __GNUC__
  for (; self->end - self->at >= 8; self->at += 8)
    {
      guint64 word;

      memcpy (&word, self->at, sizeof word);
      word ^= GYRE_JSON_STRING_ALL (' ');
      if (word == 0)
        continue;
      self->at += __builtin_ctzll (word) >> 3;
      return;
    }
#endif
}

/* Steps to the next byte that means something. */
static inline void
skip_blanks (Parser *self)
{
  while (self->at < self->end && !self->is_over)
    switch (*self->at)
      {
      case '\n':
        self->line++;
        self->start = ++self->at;
        self->wide = 0;
        skip_indentation (self);
        break;
      case ' ':
      case '\t':
      case '\r':
        self->at++;
        break;
      case '/':
      case '#':
        skip_comment (self);
        break;
      default:
        return;
      }
}

/* The bytes of a word: what people write where they forget quotes. */
static const char *
find_word_end (Parser *self)
{
  const char *at = self->at;

  while (at < self->end && (g_ascii_isalnum (*at) || (guchar) *at >= 0x80 || strchr ("._+-$@", *at) != NULL))
    at++;
  return at;
}

static inline void
begin_text (Parser *self, GyreNestingText *text, const char *start, const char *stop)
{
  *text = (GyreNestingText) {
    .text = start,
    .length = stop - start,
    .line = self->line,
    .column = get_column (self),
    .is_lasting = TRUE,
    .start = self->at - self->text,
    .stop = stop - self->text,
  };
}

/* Reads a text whose quote stands at the cursor. */
static inline void
read_string (Parser *self, GyreNestingText *text)
{
  guint wide = 0;
  const char *start = self->at + 1;
  const char *stop = gyre_json_string_scan (start, self->end, &wide);

  begin_text (self, text, start, stop);
  text->column++;
  text->stop++;
  if (G_UNLIKELY (stop == self->end || *stop != '"'))
    {
      gyre_json_string_decode (&self->string, start, self->end, text);
      stop = self->string.stop;
      wide = self->string.wide;
      for (guint index = 0; index < self->string.faults->len && !self->is_over; index++)
        {
          const GyreJsonFault *fault = &g_array_index (self->string.faults, GyreJsonFault, index);

          refuse (self, fault->at, fault->hint, "%s", fault->reason);
        }
      if (stop == self->end || *stop != '"')
        {
          give_up (self, self->at, NULL, "a text must be closed by '\"'");
          return;
        }
      text->stop = stop + 1 - self->text;
    }
  self->wide += wide;
  self->at = stop + 1;
}

/* Reads a word that stands where a text should. */
static void
read_bare_text (Parser *self, GyreNestingText *text, const char *what)
{
  const char *stop = find_word_end (self);
  char quote = *self->at;

  if (stop == self->at && quote != '\'')
    {
      give_up (self, self->at, NULL, "%s must stand here, has '%.*s'", what,
               (int) (g_utf8_next_char (self->at) - self->at), self->at);
      return;
    }
  if (quote == '\'')
    {
      const char *line_end = find_line_end (self);

      stop = memchr (self->at + 1, '\'', line_end - self->at - 1);
      stop = stop != NULL ? stop + 1 : line_end;
    }
  refuse (self, self->at, NULL, "%s must stand in double quotes, is %.*s", what, (int) MIN (stop - self->at, 60), self->at);
  begin_text (self, text, self->at, stop);
  step_to (self, stop);
}

/* What a number goes on with, or what looks as if it should. */
static const gboolean is_in_number[256] = {
  ['0' ... '9'] = TRUE, ['a' ... 'z'] = TRUE, ['A' ... 'Z'] = TRUE, ['.'] = TRUE, ['_'] = TRUE, ['+'] = TRUE, ['-'] = TRUE,
};

static inline const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && (guchar) (*at - '0') < 10)
    at++;
  return at;
}

/* Finds the end of a number; NULL where it breaks the rules. */
static inline const char *
find_number_end (const char *at, const char *end)
{
  const char *digits;

  at += at < end && *at == '-';
  digits = at;
  at = skip_digits (at, end);
  if (at == digits || (*digits == '0' && at > digits + 1))
    return NULL;
  if (at < end && *at == '.')
    {
      digits = ++at;
      at = skip_digits (at, end);
      if (at == digits)
        return NULL;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      at += 1 + (at + 1 < end && (at[1] == '+' || at[1] == '-'));
      digits = at;
      at = skip_digits (at, end);
      if (at == digits)
        return NULL;
    }
  return at < end && is_in_number[(guchar) *at] ? NULL : at;
}

static inline void
read_number (Parser *self, GyreNestingText *text)
{
  const char *stop = find_number_end (self->at, self->end);

  if (G_UNLIKELY (stop == NULL))
    {
      stop = find_word_end (self);
      refuse (self, self->at, "anything but plain decimal numbers stands in double quotes",
              "a number must be like -1, 0.5 or 2e10, is %.*s", (int) MIN (stop - self->at, 60), self->at);
    }
  begin_text (self, text, self->at, stop);
  self->at = stop;
}

/* Reads true, false or null. Returns whether it is one. */
static gboolean
read_word (Parser *self, GyreNestingText *text)
{
  static const char * const words[] = { "true", "false", "null" };
  const char *stop = find_word_end (self);

  for (guint index = 0; index < G_N_ELEMENTS (words); index++)
    if ((gsize) (stop - self->at) == strlen (words[index]) && memcmp (self->at, words[index], stop - self->at) == 0)
      {
        begin_text (self, text, self->at, stop);
        if (index == 2)
          text->text = "none";
        self->at = stop;
        return TRUE;
      }
  return FALSE;
}

static void
open_bracket (Parser *self)
{
  if (self->depth == DEEPEST)
    {
      give_up (self, self->at, NULL, "brackets must not nest deeper than %d", DEEPEST);
      return;
    }
  self->places[self->depth] = self->at;
  self->open[self->depth++] = *self->at;
  self->expectation = EXPECT_FIRST;
  if (*self->at == '{')
    gyre_nesting_begin_map (&self->nesting, self->line, get_column (self), self->at - self->text);
  else if (!gyre_nesting_begin_list (&self->nesting, self->line, get_column (self), self->at - self->text))
    self->is_over = TRUE;
  self->at++;
}

static inline void
read_value (Parser *self)
{
  GyreNestingText text;
  GyreNestingScalar kind = GYRE_NESTING_WORD;

  if (*self->at == '{' || *self->at == '[')
    {
      open_bracket (self);
      return;
    }
  self->expectation = self->depth > 0 ? EXPECT_MORE : EXPECT_NOTHING;
  if (*self->at == '"')
    {
      kind = GYRE_NESTING_STRING;
      read_string (self, &text);
    }
  else if (g_ascii_isdigit (*self->at) || *self->at == '-' || *self->at == '+' || *self->at == '.')
    read_number (self, &text);
  else if (!read_word (self, &text))
    read_bare_text (self, &text, "a text");
  if (!self->is_over)
    gyre_nesting_scalar (&self->nesting, &text, kind);
}

static inline void
read_key (Parser *self)
{
  GyreNestingText text;

  if (G_LIKELY (*self->at == '"'))
    read_string (self, &text);
  else
    read_bare_text (self, &text, "a key");
  if (self->is_over)
    return;
  gyre_nesting_key (&self->nesting, &text);
  skip_blanks (self);
  self->expectation = EXPECT_VALUE;
  if (self->at < self->end && *self->at == ':')
    self->at++;
  else if (self->at < self->end && *self->at == '=')
    refuse (self, self->at++, NULL, "a ':' must stand after the key, has '='");
  else
    give_up (self, self->at, NULL, "a ':' must stand after the key");
}

/* Closes the innermost bracket. */
static void
close_bracket (Parser *self)
{
  char open = self->open[self->depth - 1];

  if (*self->at != (open == '{' ? '}' : ']'))
    {
      give_up (self, self->at, NULL, "a '%c' must be closed by '%c', has '%c'", open, open == '{' ? '}' : ']', *self->at);
      return;
    }
  self->at++;
  if (open == '{')
    gyre_nesting_end_map (&self->nesting, self->at - self->text);
  else
    gyre_nesting_end_list (&self->nesting, self->line, get_column (self) - 1, self->at - self->text);
  self->expectation = --self->depth > 0 ? EXPECT_MORE : EXPECT_NOTHING;
}

static inline gboolean
is_closing (Parser *self)
{
  return self->at < self->end && (*self->at == '}' || *self->at == ']');
}

/* Reads the comma between two members, or what stands in its place. */
static inline void
read_more (Parser *self)
{
  const char *comma = self->at;

  self->expectation = self->open[self->depth - 1] == '{' ? EXPECT_KEY : EXPECT_VALUE;
  if (*self->at != ',')
    {
      refuse (self, self->at, NULL, "a ',' must stand between two %s", self->expectation == EXPECT_KEY ? "members" : "elements");
      if (strchr ("=:;", *self->at) != NULL)
        self->is_over = TRUE;
      return;
    }
  self->at++;
  skip_blanks (self);
  if (G_UNLIKELY (is_closing (self)))
    {
      refuse (self, comma, "drop the comma", "a ',' must not stand before '%c'", *self->at);
      self->expectation = EXPECT_MORE;
    }
}

static inline void
read_token (Parser *self)
{
  if (self->expectation == EXPECT_NOTHING)
    give_up (self, self->at, NULL, "a configuration must end here, goes on with '%.*s'",
             (int) (g_utf8_next_char (self->at) - self->at), self->at);
  else if (is_closing (self) && (self->expectation == EXPECT_FIRST || self->expectation == EXPECT_MORE))
    close_bracket (self);
  else if (self->expectation == EXPECT_MORE)
    read_more (self);
  else if (self->expectation == EXPECT_KEY || (self->expectation == EXPECT_FIRST && self->open[self->depth - 1] == '{'))
    read_key (self);
  else
    read_value (self);
}

static void
check_end (Parser *self)
{
  if (self->is_over || self->mistakes > 0)
    return;
  if (self->depth > 0)
    refuse (self, self->places[self->depth - 1], NULL, "a '%c' must be closed by '%c'", self->open[self->depth - 1],
            self->open[self->depth - 1] == '{' ? '}' : ']');
  else if (self->expectation == EXPECT_VALUE)
    refuse (self, self->at, "an empty one is '{}'", "a configuration must be a map of keys and values");
}

/* Adds the events of a json text, and tells its mistakes. */
void
gyre_codec_json_decode (GyreSource *source, GyreEvents *events, GyreReport *report)
{
  g_autofree Parser *self = g_new0 (Parser, 1);
  gsize length;

  self->source = source;
  self->report = report;
  self->text = self->at = self->start = gyre_source_get_text (source, &length);
  self->end = self->text + length;
  self->line = 1;
  self->expectation = EXPECT_VALUE;
  gyre_nesting_init (&self->nesting, source, events, report);
  gyre_json_string_init (&self->string);
  for (skip_blanks (self); self->at < self->end && !self->is_over; skip_blanks (self))
    read_token (self);
  check_end (self);
  gyre_json_string_clear (&self->string);
  gyre_nesting_clear (&self->nesting);
}
