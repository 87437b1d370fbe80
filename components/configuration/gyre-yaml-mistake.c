/* gyre-yaml-mistake.c: What libyaml complains about, in our words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-yaml-mistake-private.h"

#include <string.h>

typedef struct
{
  const char *problem;
  const char *context;          /* NULL: any */
  gboolean is_at_context;       /* the place to look at is where the thing began */
  const char *reason;
  const char *hint;
} Row;

static const Row rows[] = {
  { "found unexpected end of stream", "while scanning a quoted scalar", TRUE, "a quoted text must be closed", NULL },
  { "found unexpected document indicator", NULL, TRUE, "a quoted text must be closed", NULL },
  { "did not find expected ',' or ']'", NULL, TRUE, "a '[' must be closed by ']', with ',' between its elements", NULL },
  { "did not find expected ',' or '}'", NULL, TRUE, "a '{' must be closed by '}', with ',' between its members", NULL },
  { "mapping values are not allowed in this context", NULL, FALSE, "a ':' must not stand here",
    "a text with ': ' in it stands in quotes; keys of one map have the same indentation" },
  { "did not find expected key", NULL, FALSE, "a key must stand here",
    "keys of one map have the same indentation" },
  { "could not find expected ':'", NULL, TRUE, "a ':' and a blank must stand after a key", NULL },
  { "did not find expected '-' indicator", NULL, FALSE, "a '-' must stand here",
    "elements of one list have the same indentation" },
  { "block sequence entries are not allowed in this context", NULL, FALSE, "a '-' must not stand here",
    "the elements of a list stand on lines of their own" },
  { "mapping keys are not allowed in this context", NULL, FALSE, "a '?' must not stand here", NULL },
  { "found unknown escape character", NULL, FALSE, "a backslash must not stand before this character",
    "write \\\\ for a backslash, or the text in single quotes" },
  { "did not find expected hexdecimal number", NULL, FALSE, "an escape must be followed by its hexadecimal digits", NULL },
  { "found invalid Unicode character escape code", NULL, TRUE, "an escape must name a character", NULL },
  { "control characters are not allowed", NULL, FALSE, "the text must not have control characters", NULL },
  { "found undefined tag handle", NULL, FALSE, "a tag must be one of YAML's own",
    "drop the tag; the trait says what its value is" },
  { "found incompatible YAML document", NULL, FALSE, "the version must be 1.1 or 1.2", "drop the %YAML line" },
  { "found a tab character that violates indentation", NULL, FALSE,
    "the indentation must be made of blanks, has a tab", "replace each tab by blanks" },
  { "found a tab character where an indentation space is expected", NULL, FALSE,
    "the indentation must be made of blanks, has a tab", "replace each tab by blanks" },
  { "found a tab character where an intendation space is expected", NULL, FALSE,
    "the indentation must be made of blanks, has a tab", "replace each tab by blanks" },
  { "did not find expected <document start>", NULL, FALSE, "the document must be one map from its first to its last line",
    "keys of one map have the same indentation" },
  { "did not find expected node content", NULL, FALSE, "a value must stand here", NULL },
  { "did not find expected alphabetic or numeric character", NULL, FALSE, "an anchor and an alias must have a name",
    "a text that begins with '*' or '&' stands in quotes" },
};

/* Finds our words for the mistake that ended the reading. */
void
gyre_yaml_mistake_read (GyreYamlMistake *self, const yaml_parser_t *parser)
{
  *self = (GyreYamlMistake) { parser->error == YAML_READER_ERROR ? NULL : &parser->problem_mark };
  if (parser->error == YAML_MEMORY_ERROR)
    {
      self->mark = &parser->mark;
      self->reason = GYRE_YAML_MISTAKE_MEMORY;
      return;
    }
  for (guint index = 0; index < G_N_ELEMENTS (rows); index++)
    {
      const Row *row = &rows[index];

      if (parser->problem == NULL || strcmp (row->problem, parser->problem) != 0
          || (row->context != NULL && (parser->context == NULL || strcmp (row->context, parser->context) != 0)))
        continue;
      self->reason = row->reason;
      self->hint = row->hint;
      if (row->is_at_context && parser->context != NULL)
        self->mark = &parser->context_mark;
      return;
    }
}

/* Looks at the character that libyaml stumbled over, where there is nothing else to tell. */
void
gyre_yaml_mistake_look (GyreYamlMistake *self, const char *text, gsize offset, gsize length)
{
  if (self->reason != NULL)
    return;
  if (offset >= length)
    self->reason = "the text must not end here";
  else if (text[offset] == '\t')
    {
      self->reason = "the indentation must be made of blanks, has a tab";
      self->hint = "replace each tab by blanks";
    }
  else if (strchr ("@`%", text[offset]) != NULL)
    {
      self->reason = "a text must not begin with '@', '`' or '%'";
      self->hint = "write it in quotes";
    }
  else
    self->reason = "the text must be yaml, is not from here on";
}
