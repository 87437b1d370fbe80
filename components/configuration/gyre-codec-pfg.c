/* gyre-codec-pfg.c: Reads pfg, sections by indentation
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One pass over the bytes, a line at a time. The indentation of a line tells the block that it belongs to: the file, a
 * section, or what hangs below a line that is wrong. Wrong lines open a block too, so that one mistake does not make
 * mistakes of all that follows.
 *
 * N.B. pyre emits what is unconditional first, whatever the order of the lines; here events keep the order of the file.
 */
#include "gyre-codec-pfg-private.h"
#include "gyre-include-private.h"
#include "gyre-reader-private.h"

#include <string.h>

/* Lines that belong together. */
typedef struct
{
  gint header;          /* the indentation of the line that opened it; -1 for the file */
  gint indentation;     /* that of its lines; -1 before the first */
  gint odd;             /* a wrong indentation that was told; -1: none */
  guint section;
  gboolean is_too_deep;
  GyreKeySet keys;
} Block;

typedef struct
{
  GyreReader reader;
  GArray *blocks;       /* of Block, the innermost last */
  GyreWritten written;  /* the value that is read */
} Parser;

static const guint8 head_classes[256] = { GYRE_HEAD_CLASSES, [';'] = GYRE_HEAD_STOP };

static inline Block *
get_block (Parser *self)
{
  return &g_array_index (self->blocks, Block, self->blocks->len - 1);
}

static void
push_block (Parser *self, gint header, guint section, gboolean is_too_deep)
{
  Block *block;

  g_array_set_size (self->blocks, self->blocks->len + 1);
  block = get_block (self);
  block->header = header;
  block->indentation = block->odd = -1;
  block->section = section;
  block->is_too_deep = is_too_deep;
  gyre_key_set_init (&block->keys);
}

static void
pop_block (Parser *self)
{
  gyre_key_set_clear (&get_block (self)->keys);
  g_array_set_size (self->blocks, self->blocks->len - 1);
}

static void
report_indentation (Parser *self, const Block *block, gint indentation)
{
  guint column = indentation + 1;

  if (indentation < block->indentation)
    gyre_source_report (self->reader.source, self->reader.report, self->reader.line, column,
                        "indent the line like the others of its section",
                        "the indentation must be %d, or that of an outer section, is %d", block->indentation, indentation);
  else
    gyre_source_report (self->reader.source, self->reader.report, self->reader.line, column,
                        "lines go deeper only below 'name:', or below a key with nothing after its '='",
                        "the indentation must be %d, is %d", block->indentation, indentation);
}

/* Finds the block that a line with this indentation belongs to. A wrong one is told once for all lines that share it; one
 * with tabs has been told already, and how deep it is is a guess. */
static void
enter_block (Parser *self, gint indentation, gboolean has_tabs)
{
  Block *block = get_block (self);

  while (block->header >= indentation)
    {
      pop_block (self);
      block = get_block (self);
    }
  if (block->indentation < 0 && has_tabs)
    return;
  if (block->indentation < 0)
    block->indentation = indentation;
  if (block->indentation == indentation || block->odd == indentation)
    return;
  if (!has_tabs)
    report_indentation (self, block, indentation);
  if (indentation < block->indentation)
    {
      block->odd = indentation;
      return;
    }
  push_block (self, block->indentation, block->section, block->is_too_deep);
  get_block (self)->indentation = indentation;
}

/* Tells an indentation up to @at that has other things than blanks. */
static void
check_blanks (Parser *self, const char *at)
{
  const char *wrong = self->reader.start;

  while (wrong < at && *wrong == ' ')
    wrong++;
  if (wrong < at)
    gyre_source_report (self->reader.source, self->reader.report, self->reader.line, wrong - self->reader.start + 1,
                        *wrong == '\t' ? "replace each tab by blanks" : NULL,
                        "the indentation must be made of blanks, has a %s", *wrong == '\t' ? "tab" : "carriage return");
}

/* Tells that names get too long, once for everything inside. */
static gboolean
check_depth (Parser *self, guint fragments, const char *at)
{
  const Block *block = get_block (self);

  if (gyre_events_get_section (self->reader.events, block->section)->depth + fragments <= GYRE_EVENTS_DEEPEST)
    return TRUE;
  if (!block->is_too_deep)
    gyre_source_report (self->reader.source, self->reader.report, self->reader.line, gyre_reader_get_column (&self->reader, at), NULL,
                        "a name must not have more than %d fragments, has %d with its sections", GYRE_EVENTS_DEEPEST,
                        gyre_events_get_section (self->reader.events, block->section)->depth + fragments);
  return FALSE;
}

/* Reads `path` or `family # path` into `section`. Returns whether the names are good. */
static gboolean
read_section (Parser *self, const GyreHead *head, GyreEventSection *section)
{
  const char *hash = memchr (head->start, '#', head->stop - head->start);
  const char *path = hash != NULL ? hash + 1 : head->start;
  gboolean has_family = TRUE, has_path;

  if (hash != NULL)
    has_family = gyre_reader_read_name (&self->reader, head->start, hash, "family", &section->family, &section->family_length);
  has_path = gyre_reader_read_name (&self->reader, path, head->stop, hash != NULL ? "name" : "section",
                                &section->path, &section->path_length);
  section->line = self->reader.line;
  section->family_column = head->column;
  section->column = gyre_reader_get_column (&self->reader, gyre_written_skip_blanks (path, head->stop));
  return has_path && has_family;
}

/* Nothing but a comment may follow the `:`. */
static const char *
check_rest (Parser *self, const GyreHead *head)
{
  const char *rest = gyre_written_skip_blanks (head->stop + 1, self->reader.end);
  const char *rest_end = gyre_reader_find_line_end (rest, self->reader.end);

  if (rest < rest_end && *rest != ';')
    gyre_source_report (self->reader.source, self->reader.report, self->reader.line, gyre_reader_get_column (&self->reader, rest),
                        "a setting is written 'key = value'; the lines of a section stand below it, indented",
                        "the ':' of a section must end the line, is followed by '%.*s'",
                        gyre_reader_get_shown_length (rest, gyre_written_trim (rest, rest_end)), rest);
  return rest_end;
}

static void
read_section_line (Parser *self, const GyreHead *head, gint indentation)
{
  guint number = get_block (self)->section;
  GyreEventSection section = { .parent = number };
  gboolean is_good = read_section (self, head, &section);
  gboolean is_too_deep = is_good && !check_depth (self, self->reader.key.fragments, head->start);

  gyre_reader_skip_line (&self->reader, check_rest (self, head));
  if (is_good && !is_too_deep)
    number = gyre_events_add_section (self->reader.events, &section);
  push_block (self, indentation, number, is_too_deep);
  g_array_set_size (self->reader.key.pieces, 0);
}

static void
report_quote (Parser *self)
{
  guint line, column;

  gyre_source_find_place (self->reader.source, self->written.quoted - self->reader.text, &line, &column);
  gyre_source_report (self->reader.source, self->reader.report, line, column, "a quote that is part of a text is written in other quotes",
                      "a quoted text must be closed by %c", *self->written.quoted);
}

/* Reads a line of a value and steps to the next line. Returns where the value's part of the line ends. */
static inline const char *
scan_value (Parser *self, const char *start)
{
  const char *line_end;
  const char *stop = gyre_written_scan (&self->written, start, &line_end);

  self->reader.at = line_end < self->reader.end ? line_end + 1 : line_end;
  return stop;
}

/* Looks at the next line: whether it belongs to the value of a key with this indentation. */
static gboolean
continues (Parser *self, gint key_indentation, const char **content)
{
  gint indentation;
  const char *at = gyre_reader_measure_blanks (self->reader.at, self->reader.end, &indentation);

  *content = at;
  if (at == self->reader.end || *at == '\n')
    return at < self->reader.end;
  return indentation > key_indentation || (*at == ';' && self->written.quote == 0);
}

/* Reads the lines below a key that has nothing after its `=`. */
static void
read_lines (Parser *self, gint indentation, GyreEvent *event)
{
  GyreWritten *written = &self->written;
  const char *content;

  while (continues (self, indentation, &content))
    {
      gboolean is_quoted = written->quote != 0;
      const char *stop;

      self->reader.start = self->reader.at;
      self->reader.line++;
      if (*content != '\n' && (*content != ';' || is_quoted))
        check_blanks (self, content);
      stop = scan_value (self, content);
      if (stop == content && !is_quoted)
        continue;
      if (written->lines == 0)
        {
          event->value_line = self->reader.line;
          event->value_column = gyre_reader_get_column (&self->reader, content);
        }
      gyre_written_join (written, content, stop, self->reader.line, gyre_reader_get_column (&self->reader, content));
    }
  if (written->lines > 0)
    gyre_written_take (written, self->reader.events, event);
}

/* Reads the value after the `=` at `stop` of the head. */
static inline void
read_value (Parser *self, const GyreHead *head, gint indentation, GyreEvent *event)
{
  const char *start = gyre_written_skip_blanks (head->stop + 1, self->reader.end);
  const char *stop;

  gyre_written_begin (&self->written);
  stop = scan_value (self, start);
  event->value = start;
  event->value_length = stop - start;
  event->value_line = self->reader.line;
  event->value_column = head->column + (start - head->start) - head->wide;
  if (G_UNLIKELY (self->written.escapes->len > 0))
    {
      gyre_written_join (&self->written, start, stop, self->reader.line, event->value_column);
      gyre_written_take (&self->written, self->reader.events, event);
    }
  else if (G_UNLIKELY (start == stop))
    {
      event->value_column = gyre_reader_get_column (&self->reader, head->stop);
      read_lines (self, indentation, event);
    }
  if (G_UNLIKELY (self->written.quote != 0))
    report_quote (self);
}

/* Adds the pieces that keys and values have that are not as they were written. */
static void
take_pieces (Parser *self, const char *line_start, const GyreEvent *event, gboolean is_good)
{
  if (is_good)
    {
      gyre_reader_add_key_pieces (&self->reader, line_start, event->line);
      gyre_written_add_pieces (&self->written, self->reader.events);
    }
  g_array_set_size (self->reader.key.pieces, 0);
  g_array_set_size (self->written.pieces, 0);
}

static inline void
read_assignment (Parser *self, GyreHead *head, gint indentation)
{
  const char *line_start = self->reader.start;
  const char *stop = gyre_written_trim (head->start, head->stop);
  Block *block = get_block (self);
  const GyreEventSection *section = gyre_events_get_section (self->reader.events, block->section);
  gboolean is_good = TRUE;
  GyreEvent event = {
    .key = head->start,
    .key_length = stop - head->start,
    .section = block->section,
    .line = self->reader.line,
    .column = head->column,
    .kind = section->n_conditions > 0 ? GYRE_EVENT_CONDITIONAL : GYRE_EVENT_ASSIGNMENT,
  };

  if (!gyre_head_is_word (head, stop) || section->depth == GYRE_EVENTS_DEEPEST)
    is_good = gyre_reader_read_key (&self->reader, head, "a comment begins with ';'", &event)
              && check_depth (self, self->reader.key.fragments, head->start);
  read_value (self, head, indentation, &event);
  if (is_good)
    *gyre_events_add (self->reader.events) = event;
  if (G_UNLIKELY (self->reader.key.pieces->len > 0 || self->written.pieces->len > 0))
    take_pieces (self, line_start, &event, is_good);
  if (G_UNLIKELY (is_good && event.kind == GYRE_EVENT_SOURCE))
    gyre_include_read (self->reader.events, self->reader.report);
  else if (is_good)
    gyre_key_set_note (&block->keys, self->reader.events, self->reader.report);
}

/* Tells a line that is neither a section nor a setting. */
static void
read_other (Parser *self, const GyreHead *head, gint indentation)
{
  const char *stop = gyre_written_trim (head->start, head->stop);
  const char *hint = NULL;

  if (*head->start == '#')
    hint = "a comment begins with ';'";
  else if (*head->start == '[')
    hint = "a section is written 'name:', its lines stand below it, indented";
  gyre_source_report (self->reader.source, self->reader.report, self->reader.line, head->column, hint,
                      "a line must be a section 'name:' or a setting 'key = value', is '%.*s'",
                      gyre_reader_get_shown_length (head->start, stop), head->start);
  push_block (self, indentation, get_block (self)->section, get_block (self)->is_too_deep);
  gyre_reader_skip_line (&self->reader, head->stop);
}

static inline void
read_line (Parser *self)
{
  const char *at = self->reader.start = self->reader.at;
  gint indentation;
  gboolean has_tabs;
  GyreHead head;

  self->reader.line++;
  while (at < self->reader.end && *at == ' ')
    at++;
  indentation = at - self->reader.start;
  if (at < self->reader.end && gyre_written_is_blank (*at))
    at = gyre_written_skip_blanks (at, self->reader.end);
  if (at == self->reader.end || *at == '\n' || *at == ';')
    {
      gyre_reader_skip_line (&self->reader, at);
      return;
    }
  has_tabs = at - self->reader.start != indentation;
  if (G_UNLIKELY (has_tabs))
    {
      check_blanks (self, at);
      gyre_reader_measure_blanks (self->reader.start, self->reader.end, &indentation);
    }
  if (get_block (self)->indentation != indentation)
    enter_block (self, indentation, has_tabs);
  gyre_reader_scan_head (&self->reader, head_classes, at, &head);
  if (head.stop < self->reader.end && *head.stop == '=')
    read_assignment (self, &head, indentation);
  else if (head.stop < self->reader.end && *head.stop == ':')
    read_section_line (self, &head, indentation);
  else
    read_other (self, &head, indentation);
}

/* Adds the events of a pfg text, and tells its mistakes. */
void
gyre_codec_pfg_decode (GyreSource *source, GyreEvents *events, GyreReport *report)
{
  Parser self;

  gyre_reader_init (&self.reader, source, events, report);
  self.blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  gyre_written_init (&self.written, self.reader.end);
  push_block (&self, -1, 0, FALSE);
  while (self.reader.at < self.reader.end)
    read_line (&self);
  while (self.blocks->len > 0)
    pop_block (&self);
  g_array_unref (self.blocks);
  gyre_written_clear (&self.written);
  gyre_reader_clear (&self.reader);
}
