/* gyre-codec-cfg.c: Reads cfg, sections in brackets
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One pass over the bytes, a line at a time.
 *
 * N.B. pyre drops a whole cfg file without a word when one line of it is wrong; here each wrong line is told, and what is
 * right is read.
 */
#include "gyre-codec-cfg-private.h"
#include "gyre-include-private.h"
#include "gyre-reader-private.h"

#include <string.h>

typedef struct
{
  GyreReader reader;
  guint section;
  gint indentation;       /* of the setting before in this section; -1: there is none */
  gboolean is_wrong;      /* the head of the section is, which was told */
  GyreKeySet keys;
} Parser;

static const guint8 head_classes[256] = { GYRE_HEAD_CLASSES };

/* Reads a name in quotes behind a family: `family "name"`. Both ends of the name step inside. */
static gboolean
read_quotes (Parser *self, const char *start, const char *stop, const char **family_stop, const char **name, const char **name_stop)
{
  const char *quote = memchr (start, '"', stop - start);

  stop = gyre_written_trim (start, stop);
  *family_stop = quote;
  *name = quote + 1;
  *name_stop = stop - 1;
  if (stop[-1] == '"' && *name < stop && memchr (*name, '"', *name_stop - *name) == NULL)
    return TRUE;
  gyre_reader_report (&self->reader, quote, "a condition is written [family # name] or [family \"name\"]",
                      "section: a name in quotes must end the section");
  return FALSE;
}

/* Reads one part of a head, of which there are several when there is a `>`: a name, or a family and a name. */
static gboolean
read_part (Parser *self, const char *start, const char *stop, GyreEventSection *section)
{
  const char *hash = memchr (start, '#', stop - start);
  const char *family_stop = hash;
  const char *name = hash != NULL ? hash + 1 : start;
  const char *name_stop = stop;
  gboolean has_family = TRUE, has_name;
  guint length;

  if (hash == NULL && memchr (start, '"', stop - start) != NULL
      && !read_quotes (self, start, stop, &family_stop, &name, &name_stop))
    return FALSE;
  if (family_stop != NULL)
    {
      has_family = gyre_reader_read_name (&self->reader, start, family_stop, "family", &section->family, &length);
      section->family_length = length;
    }
  has_name = gyre_reader_read_name (&self->reader, name, name_stop, family_stop != NULL ? "name" : "section", &section->path, &length);
  section->path_length = length;
  section->line = self->reader.line;
  section->family_column = gyre_reader_get_column (&self->reader, gyre_written_skip_blanks (start, stop));
  section->column = gyre_reader_get_column (&self->reader, gyre_written_skip_blanks (name, name_stop));
  return has_family && has_name;
}

static gboolean
check_depth (Parser *self, guint section, const char *at)
{
  guint depth = gyre_events_get_section (self->reader.events, section)->depth + self->reader.key.fragments;

  if (depth <= GYRE_EVENTS_DEEPEST)
    return TRUE;
  gyre_reader_report (&self->reader, at, NULL, "a name must not have more than %d fragments, has %d with its sections",
                      GYRE_EVENTS_DEEPEST, depth);
  return FALSE;
}

/* Reads what stands between the brackets. */
static gboolean
read_parts (Parser *self, const char *start, const char *stop)
{
  guint number = 0;

  for (const char *part = start; part <= stop;)
    {
      const char *arrow = part < stop ? memchr (part, '>', stop - part) : NULL;
      const char *part_stop = arrow != NULL ? arrow : stop;
      GyreEventSection section = { .parent = number };

      if (!read_part (self, part, part_stop, &section) || !check_depth (self, number, part))
        return FALSE;
      number = gyre_events_add_section (self->reader.events, &section);
      part = part_stop + 1;
    }
  self->section = number;
  return TRUE;
}

/* Finds the bracket that ends a section, after which nothing may stand. */
static const char *
find_bracket (Parser *self, const char *start, const char *stop)
{
  const char *bracket = memchr (start, ']', stop - start);
  const char *rest = bracket != NULL ? gyre_written_skip_blanks (bracket + 1, stop) : stop;

  if (bracket == NULL)
    gyre_reader_report (&self->reader, start - 1, "sections are written [name], [family # name] or [family \"name\"]",
                        "section: a '[' must be closed by ']' in the same line");
  else if (rest < stop)
    gyre_reader_report (&self->reader, rest, *rest == '#' || *rest == ';' ? "a comment has a line of its own" : NULL,
                        "section: the ']' must end the line, is followed by '%.*s'",
                        gyre_reader_get_shown_length (rest, gyre_written_trim (rest, stop)), rest);
  return bracket;
}

static void
read_section (Parser *self, const char *at)
{
  const char *line_end = gyre_reader_find_line_end (at, self->reader.end);
  const char *bracket = find_bracket (self, at + 1, line_end);

  gyre_key_set_clear (&self->keys);
  gyre_key_set_init (&self->keys);
  self->section = 0;
  self->indentation = -1;
  self->is_wrong = bracket == NULL || !read_parts (self, at + 1, bracket);
  g_array_set_size (self->reader.key.pieces, 0);
  gyre_reader_skip_line (&self->reader, line_end);
}

/* Tells a line that is neither a section nor a setting nor a comment. */
static void
read_other (Parser *self, const GyreHead *head)
{
  const char *line_end = gyre_reader_find_line_end (head->stop, self->reader.end);
  const char *hint = NULL;

  if (self->indentation >= 0 && head->start > self->reader.start)
    hint = "a value ends with its line";
  else if (head->stop < self->reader.end && *head->stop == ':')
    hint = gyre_written_trim (head->start, line_end) == head->stop + 1 ? "a section is written '[name]'"
                                                                        : "a setting is written 'key = value'";
  gyre_reader_report (&self->reader, head->start, hint,
                      "a line must be a section '[name]', a setting 'key = value' or a comment, is '%.*s'",
                      gyre_reader_get_shown_length (head->start, gyre_written_trim (head->start, line_end)), head->start);
  gyre_reader_skip_line (&self->reader, line_end);
}

/* The value is the rest of the line. */
static inline void
read_value (Parser *self, const GyreHead *head, GyreEvent *event)
{
  const char *start = gyre_written_skip_blanks (head->stop + 1, self->reader.end);
  const char *line_end = gyre_reader_find_line_end (start, self->reader.end);
  const char *stop = gyre_written_trim (start, line_end);

  self->reader.at = line_end < self->reader.end ? line_end + 1 : line_end;
  event->value = start;
  event->value_length = stop - start;
  event->value_line = self->reader.line;
  event->value_column = head->column + ((start < stop ? start : head->stop) - head->start) - head->wide;
}

/* A line that stands deeper than the setting before it: other formats would take it for a part of the value. */
static gboolean
check_indentation (Parser *self, const char *at, gint indentation)
{
  if (G_LIKELY (indentation <= self->indentation || self->indentation < 0))
    {
      self->indentation = indentation;
      return TRUE;
    }
  gyre_reader_report (&self->reader, at, "a value ends with its line; settings of a section begin in the same column",
                      "a setting must not stand deeper than the one before it");
  return FALSE;
}

static inline void
read_setting (Parser *self, GyreHead *head, gint indentation)
{
  GyreReader *reader = &self->reader;
  const char *stop = gyre_written_trim (head->start, head->stop);
  const GyreEventSection *section = gyre_events_get_section (reader->events, self->section);
  gboolean is_good = check_indentation (self, head->start, indentation);
  GyreEvent event = {
    .key = head->start,
    .key_length = stop - head->start,
    .section = self->section,
    .line = reader->line,
    .column = head->column,
    .kind = section->n_conditions > 0 ? GYRE_EVENT_CONDITIONAL : GYRE_EVENT_ASSIGNMENT,
  };

  if (is_good && (!gyre_head_is_word (head, stop) || section->depth == GYRE_EVENTS_DEEPEST))
    is_good = gyre_reader_read_key (reader, head, NULL, &event) && check_depth (self, self->section, head->start);
  read_value (self, head, &event);
  if (G_LIKELY (is_good))
    {
      *gyre_events_add (reader->events) = event;
      if (reader->key.pieces->len > 0)
        gyre_reader_add_key_pieces (reader, reader->start, reader->line);
      if (G_UNLIKELY (event.kind == GYRE_EVENT_SOURCE))
        gyre_include_read (reader->events, reader->report);
      else if (!self->is_wrong)
        gyre_key_set_note (&self->keys, reader->events, reader->report);
    }
  g_array_set_size (reader->key.pieces, 0);
}

static inline void
read_line (Parser *self)
{
  GyreReader *reader = &self->reader;
  const char *at = reader->start = reader->at;
  gint indentation = 0;
  GyreHead head;

  reader->line++;
  if (at < reader->end && gyre_written_is_blank (*at))
    at = gyre_reader_measure_blanks (at, reader->end, &indentation);
  if (at == reader->end || *at == '\n' || *at == '#' || *at == ';')
    gyre_reader_skip_line (reader, at);
  else if (*at == '[')
    read_section (self, at);
  else
    {
      gyre_reader_scan_head (reader, head_classes, at, &head);
      if (head.stop < reader->end && *head.stop == '=')
        read_setting (self, &head, indentation);
      else
        read_other (self, &head);
    }
}

/* Adds the events of a cfg text, and tells its mistakes. */
void
gyre_codec_cfg_decode (GyreSource *source, GyreEvents *events, GyreReport *report)
{
  Parser self = { .indentation = -1 };

  gyre_reader_init (&self.reader, source, events, report);
  gyre_key_set_init (&self.keys);
  while (self.reader.at < self.reader.end)
    read_line (&self);
  gyre_key_set_clear (&self.keys);
  gyre_reader_clear (&self.reader);
}
