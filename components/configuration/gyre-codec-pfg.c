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
#include "gyre-key-private.h"
#include "gyre-name.h"
#include "gyre-written-private.h"

#include <string.h>

#define TAB_WIDTH 8
#define DEEPEST_TAB (1 << 28)

/* Lines that belong together. */
typedef struct
{
  gint header;          /* the indentation of the line that opened it; -1 for the file */
  gint indentation;     /* that of its lines; -1 before the first */
  gint odd;             /* a wrong indentation that was told; -1: none */
  guint section;
  gboolean is_too_deep;
} Block;

typedef enum
{
  HEAD_HAS_DOTS = 1 << 0,
  HEAD_HAS_ESCAPES = 1 << 1,
  HEAD_HAS_CONTROLS = 1 << 2,
} HeadFlags;

/* What stands before the `=` or the `:` of a line. */
typedef struct
{
  const char *start;
  const char *stop;     /* the byte that ends it: `=`, `:`, `;`, the end of the line */
  guint column;         /* of its start */
  guint wide;           /* bytes that are not the first of their character */
  guint flags;          /* of HeadFlags */
} Head;

typedef struct
{
  GyreSource *source;
  GyreEvents *events;
  GyreReport *report;
  const char *text;
  const char *end;
  const char *at;       /* the next byte to read */
  const char *start;    /* of the line that is read */
  guint line;           /* its number */
  GArray *blocks;       /* of Block, the innermost last */
  GyreKey key;          /* the name that is read */
  GyreWritten written;  /* the value that is read */
} Parser;

enum
{
  PLAIN,
  INNER,                /* not the first byte of a character */
  DOT,
  CONTROL,
  STOP,
};

static const guint8 head_classes[256] = {
  [0 ... 8] = CONTROL,
  ['\n'] = STOP,
  [11 ... 12] = CONTROL,
  [14 ... 31] = CONTROL,
  [127] = CONTROL,
  ['.'] = DOT,
  ['='] = STOP,
  [':'] = STOP,
  [';'] = STOP,
  [0x80 ... 0xbf] = INNER,
};

static const char *
find_line_end (const char *at, const char *end)
{
  const char *found = at < end ? memchr (at, '\n', end - at) : NULL;

  return found != NULL ? found : end;
}

/* The column of a byte of the line that is read. */
static guint
get_column (Parser *self, const char *at)
{
  return 1 + g_utf8_strlen (self->start, at - self->start);
}

static inline Block *
get_block (Parser *self)
{
  return &g_array_index (self->blocks, Block, self->blocks->len - 1);
}

static void
push_block (Parser *self, gint header, guint section, gboolean is_too_deep)
{
  Block block = { header, -1, -1, section, is_too_deep };

  g_array_append_val (self->blocks, block);
}

/* How many bytes of a text a message shows: whole characters, and not too many. */
static int
get_shown_length (const char *start, const char *stop)
{
  const char *limit = start + 60;

  if (stop <= limit)
    return stop - start;
  while (limit > start && head_classes[(guchar) *limit] == INNER)
    limit--;
  return limit - start;
}

/* Steps to the line after the one that `at` stands in. */
static void
skip_line (Parser *self, const char *at)
{
  at = find_line_end (at, self->end);
  self->at = at < self->end ? at + 1 : at;
}

static void
report_indentation (Parser *self, const Block *block, gint indentation)
{
  guint column = indentation + 1;

  if (indentation < block->indentation)
    gyre_source_report (self->source, self->report, self->line, column,
                        "indent the line like the others of its section",
                        "the indentation must be %d, or that of an outer section, is %d", block->indentation, indentation);
  else
    gyre_source_report (self->source, self->report, self->line, column,
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
      g_array_set_size (self->blocks, self->blocks->len - 1);
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

/* Steps over blanks and tells about how deep they go. */
static const char *
measure_blanks (const char *at, const char *end, gint *indentation)
{
  *indentation = 0;
  for (; at < end && gyre_written_is_blank (*at); at++)
    *indentation += *at == '\t' && *indentation < DEEPEST_TAB ? TAB_WIDTH - *indentation % TAB_WIDTH : 1;
  return at;
}

/* Tells an indentation up to @at that has other things than blanks. */
static void
check_blanks (Parser *self, const char *at)
{
  const char *wrong = self->start;

  while (wrong < at && *wrong == ' ')
    wrong++;
  if (wrong < at)
    gyre_source_report (self->source, self->report, self->line, wrong - self->start + 1,
                        *wrong == '\t' ? "replace each tab by blanks" : NULL,
                        "the indentation must be made of blanks, has a %s", *wrong == '\t' ? "tab" : "carriage return");
}

static void
report_name (Parser *self, const char *at, const char *what, const char *reason)
{
  gyre_source_report (self->source, self->report, self->line, get_column (self, at), NULL, "%s: %s", what, reason);
}

/* Names of nothing but these need no second look. */
static gboolean
is_plain_name (const char *name, guint length)
{
  for (guint index = 0; index < length; index++)
    if (!g_ascii_isalnum (name[index]) && strchr ("._-", name[index]) == NULL)
      return FALSE;
  return TRUE;
}

/* Reads what stands on one side of the `#` of a section. */
static gboolean
read_section_name (Parser *self, const char *start, const char *stop, const char *what, const char **name, guint *length)
{
  g_autofree char *copy = NULL;
  const char *reason;

  if (!gyre_key_read (&self->key, self->events, start, stop))
    {
      report_name (self, self->key.wrong, what, self->key.reason);
      return FALSE;
    }
  *name = self->key.name;
  *length = self->key.length;
  if (is_plain_name (*name, *length))
    return TRUE;
  copy = g_strndup (*name, *length);
  if (gyre_name_is_valid (copy, &reason))
    return TRUE;
  report_name (self, gyre_written_skip_blanks (start, stop), what, reason);
  return FALSE;
}

/* Tells that names get too long, once for everything inside. */
static gboolean
check_depth (Parser *self, guint fragments, const char *at)
{
  const Block *block = get_block (self);

  if (gyre_events_get_section (self->events, block->section)->depth + fragments <= GYRE_EVENTS_DEEPEST)
    return TRUE;
  if (!block->is_too_deep)
    gyre_source_report (self->source, self->report, self->line, get_column (self, at), NULL,
                        "a name must not have more than %d fragments, has %d with its sections", GYRE_EVENTS_DEEPEST,
                        gyre_events_get_section (self->events, block->section)->depth + fragments);
  return FALSE;
}

/* Reads `path` or `family # path` into `section`. Returns whether the names are good. */
static gboolean
read_section (Parser *self, const Head *head, GyreEventSection *section)
{
  const char *hash = memchr (head->start, '#', head->stop - head->start);
  const char *path = hash != NULL ? hash + 1 : head->start;
  gboolean has_family = TRUE, has_path;

  if (hash != NULL)
    has_family = read_section_name (self, head->start, hash, "family", &section->family, &section->family_length);
  has_path = read_section_name (self, path, head->stop, hash != NULL ? "name" : "section",
                                &section->path, &section->path_length);
  section->line = self->line;
  section->family_column = head->column;
  section->column = get_column (self, gyre_written_skip_blanks (path, head->stop));
  return has_path && has_family;
}

/* Nothing but a comment may follow the `:`. */
static const char *
check_rest (Parser *self, const Head *head)
{
  const char *rest = gyre_written_skip_blanks (head->stop + 1, self->end);
  const char *rest_end = find_line_end (rest, self->end);

  if (rest < rest_end && *rest != ';')
    gyre_source_report (self->source, self->report, self->line, get_column (self, rest),
                        "a setting is written 'key = value'; the lines of a section stand below it, indented",
                        "the ':' of a section must end the line, is followed by '%.*s'",
                        get_shown_length (rest, gyre_written_trim (rest, rest_end)), rest);
  return rest_end;
}

static void
read_section_line (Parser *self, const Head *head, gint indentation)
{
  guint number = get_block (self)->section;
  GyreEventSection section = { .parent = number };
  gboolean is_good = read_section (self, head, &section);
  gboolean is_too_deep = is_good && !check_depth (self, self->key.fragments, head->start);

  skip_line (self, check_rest (self, head));
  if (is_good && !is_too_deep)
    number = gyre_events_add_section (self->events, &section);
  push_block (self, indentation, number, is_too_deep);
  g_array_set_size (self->key.pieces, 0);
}

static void
report_quote (Parser *self)
{
  guint line, column;

  gyre_source_find_place (self->source, self->written.quoted - self->text, &line, &column);
  gyre_source_report (self->source, self->report, line, column, "a quote that is part of a text is written in other quotes",
                      "a quoted text must be closed by %c", *self->written.quoted);
}

/* Reads a line of a value and steps to the next line. Returns where the value's part of the line ends. */
static inline const char *
scan_value (Parser *self, const char *start)
{
  const char *line_end;
  const char *stop = gyre_written_scan (&self->written, start, &line_end);

  self->at = line_end < self->end ? line_end + 1 : line_end;
  return stop;
}

/* Looks at the next line: whether it belongs to the value of a key with this indentation. */
static gboolean
continues (Parser *self, gint key_indentation, const char **content)
{
  gint indentation;
  const char *at = measure_blanks (self->at, self->end, &indentation);

  *content = at;
  if (at == self->end || *at == '\n')
    return at < self->end;
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

      self->start = self->at;
      self->line++;
      if (*content != '\n' && (*content != ';' || is_quoted))
        check_blanks (self, content);
      stop = scan_value (self, content);
      if (stop == content && !is_quoted)
        continue;
      if (written->lines == 0)
        {
          event->value_line = self->line;
          event->value_column = get_column (self, content);
        }
      gyre_written_join (written, content, stop, self->line, get_column (self, content));
    }
  if (written->lines > 0)
    gyre_written_take (written, self->events, event);
}

/* Reads the value after the `=` at `stop` of the head. */
static inline void
read_value (Parser *self, const Head *head, gint indentation, GyreEvent *event)
{
  const char *start = gyre_written_skip_blanks (head->stop + 1, self->end);
  const char *stop;

  gyre_written_begin (&self->written);
  stop = scan_value (self, start);
  event->value = start;
  event->value_length = stop - start;
  event->value_line = self->line;
  event->value_column = head->column + (start - head->start) - head->wide;
  if (G_UNLIKELY (self->written.escapes->len > 0))
    {
      gyre_written_join (&self->written, start, stop, self->line, event->value_column);
      gyre_written_take (&self->written, self->events, event);
    }
  else if (G_UNLIKELY (start == stop))
    {
      event->value_column = get_column (self, head->stop);
      read_lines (self, indentation, event);
    }
  if (G_UNLIKELY (self->written.quote != 0))
    report_quote (self);
}

/* Tells where the fragments of a key were written that is not as it was written. */
static void
add_key_pieces (Parser *self, const char *line_start, guint line)
{
  for (guint index = 0; index < self->key.pieces->len; index++)
    {
      const GyreKeyPiece *piece = &g_array_index (self->key.pieces, GyreKeyPiece, index);

      gyre_events_add_segment (self->events, GYRE_EVENT_PART_KEY, piece->offset, line,
                               1 + g_utf8_strlen (line_start, piece->at - line_start));
    }
}

/* Reads a key that is more than a word. Returns whether it is good. */
static gboolean
read_key (Parser *self, const Head *head, GyreEvent *event)
{
  if (*head->start == '#')
    {
      gyre_source_report (self->source, self->report, self->line, head->column, "a comment begins with ';'",
                          "a key must not begin with '#'");
      return FALSE;
    }
  if (!gyre_key_read (&self->key, self->events, head->start, head->stop))
    {
      report_name (self, self->key.wrong, "key", self->key.reason);
      return FALSE;
    }
  event->key = self->key.name;
  event->key_length = self->key.length;
  if (head->flags & HEAD_HAS_CONTROLS)
    {
      const char *control = head->start;

      while (head_classes[(guchar) *control] != CONTROL)
        control++;
      report_name (self, control, "key", "a name must not hold control characters");
    }
  return check_depth (self, self->key.fragments, head->start) && !(head->flags & HEAD_HAS_CONTROLS);
}

/* Most keys are a word, which needs no second look. */
static inline gboolean
is_word (const Head *head, const char *stop)
{
  return stop > head->start && head->flags == 0 && *head->start != '#'
         && (guchar) *head->start < 0x80 && (guchar) stop[-1] < 0x80;
}

static inline void
read_assignment (Parser *self, const Head *head, gint indentation)
{
  const char *line_start = self->start;
  const char *stop = gyre_written_trim (head->start, head->stop);
  guint number = get_block (self)->section;
  const GyreEventSection *section = gyre_events_get_section (self->events, number);
  gboolean is_good = TRUE;
  GyreEvent event = {
    .key = head->start,
    .key_length = stop - head->start,
    .section = number,
    .line = self->line,
    .column = head->column,
    .kind = section->n_conditions > 0 ? GYRE_EVENT_CONDITIONAL : GYRE_EVENT_ASSIGNMENT,
  };

  if (!is_word (head, stop) || section->depth == GYRE_EVENTS_DEEPEST)
    is_good = read_key (self, head, &event);
  read_value (self, head, indentation, &event);
  if (is_good)
    *gyre_events_add (self->events) = event;
  if (G_LIKELY (self->key.pieces->len == 0 && self->written.pieces->len == 0))
    return;
  if (is_good)
    {
      add_key_pieces (self, line_start, event.line);
      gyre_written_add_pieces (&self->written, self->events);
    }
  g_array_set_size (self->key.pieces, 0);
  g_array_set_size (self->written.pieces, 0);
}

/* Tells a line that is neither a section nor a setting. */
static void
read_other (Parser *self, const Head *head, gint indentation)
{
  const char *stop = gyre_written_trim (head->start, head->stop);
  const char *hint = NULL;

  if (*head->start == '#')
    hint = "a comment begins with ';'";
  else if (*head->start == '[')
    hint = "a section is written 'name:', its lines stand below it, indented";
  gyre_source_report (self->source, self->report, self->line, head->column, hint,
                      "a line must be a section 'name:' or a setting 'key = value', is '%.*s'",
                      get_shown_length (head->start, stop), head->start);
  push_block (self, indentation, get_block (self)->section, get_block (self)->is_too_deep);
  skip_line (self, head->stop);
}

/* Reads up to the byte that tells what the line is. */
static inline void
scan_head (Parser *self, const char *at, Head *head)
{
  const char *end = self->end;
  const char *start = at;
  guint wide = 0;
  guint flags = 0;

  for (;; at++)
    {
      while (at < end && head_classes[(guchar) *at] == PLAIN)
        at++;
      if (at == end)
        break;
      switch (head_classes[(guchar) *at])
        {
        case INNER:
          wide++;
          continue;
        case DOT:
          flags |= HEAD_HAS_DOTS;
          continue;
        case CONTROL:
          flags |= HEAD_HAS_CONTROLS;
          continue;
        default:
          break;
        }
      if (*at != ';' || at == start || at[-1] != '\\')
        break;
      flags |= HEAD_HAS_ESCAPES;
    }
  *head = (Head) { start, at, start - self->start + 1, wide, flags };
}

static inline void
read_line (Parser *self)
{
  const char *at = self->start = self->at;
  gint indentation;
  gboolean has_tabs;
  Head head;

  self->line++;
  while (at < self->end && *at == ' ')
    at++;
  indentation = at - self->start;
  if (at < self->end && gyre_written_is_blank (*at))
    at = gyre_written_skip_blanks (at, self->end);
  if (at == self->end || *at == '\n' || *at == ';')
    {
      skip_line (self, at);
      return;
    }
  has_tabs = at - self->start != indentation;
  if (G_UNLIKELY (has_tabs))
    {
      check_blanks (self, at);
      measure_blanks (self->start, self->end, &indentation);
    }
  if (get_block (self)->indentation != indentation)
    enter_block (self, indentation, has_tabs);
  scan_head (self, at, &head);
  if (head.stop < self->end && *head.stop == '=')
    read_assignment (self, &head, indentation);
  else if (head.stop < self->end && *head.stop == ':')
    read_section_line (self, &head, indentation);
  else
    read_other (self, &head, indentation);
}

/* Adds the events of a pfg text, and tells its mistakes. */
void
gyre_codec_pfg_decode (GyreSource *source, GyreEvents *events, GyreReport *report)
{
  Parser self = { source, events, report };
  gsize length;

  self.text = self.at = self.start = gyre_source_get_text (source, &length);
  self.end = self.at + length;
  self.blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  gyre_written_init (&self.written, self.end);
  gyre_key_init (&self.key);
  push_block (&self, -1, 0, FALSE);
  while (self.at < self.end)
    read_line (&self);
  g_array_unref (self.blocks);
  gyre_key_clear (&self.key);
  gyre_written_clear (&self.written);
}
