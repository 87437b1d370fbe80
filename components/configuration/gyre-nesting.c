/* gyre-nesting.c: Maps in maps become events
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-nesting-private.h"
#include "gyre-include-private.h"
#include "gyre-literal.h"
#include "gyre-name.h"

#include <string.h>

/* Makes a reader for one document. */
void
gyre_nesting_init (GyreNesting *self, GyreSource *source, GyreEvents *events, GyreReport *report)
{
  *self = (GyreNesting) {
    .source = source,
    .events = events,
    .report = report,
    .frames = g_array_new (FALSE, FALSE, sizeof (GyreNestingFrame)),
    .key_pieces = g_array_new (FALSE, FALSE, sizeof (GyreNestingPiece)),
  };
  gyre_duplicate_init (&self->duplicate);
  gyre_key_init (&self->key);
  gyre_listing_init (&self->listing);
}

void
gyre_nesting_clear (GyreNesting *self)
{
  gyre_duplicate_clear (&self->duplicate);
  gyre_key_clear (&self->key);
  g_clear_pointer (&self->frames, g_array_unref);
  g_clear_pointer (&self->key_pieces, g_array_unref);
  gyre_listing_clear (&self->listing);
}

/* Tells where a byte of a text was written. */
static void
find_place (const GyreNestingText *text, guint32 offset, guint *line, guint *column)
{
  GyreNestingPiece place = { 0, text->line, text->column };

  for (guint index = 0; index < text->n_pieces && text->pieces[index].offset <= offset; index++)
    place = text->pieces[index];
  *line = place.line;
  *column = place.column + g_utf8_strlen (text->text + place.offset, offset - place.offset);
}

/* Tells what is wrong with a key, and takes care that its value is not looked at. */
static void
refuse_key (GyreNesting *self, const GyreNestingText *text, const char *at, const char *hint, const char *reason)
{
  guint line, column;

  find_place (text, at - text->text, &line, &column);
  gyre_source_report (self->source, self->report, line, column, hint, "key: %s", reason);
  self->is_skipping = TRUE;
}

static gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static void
trim (const char **start, const char **stop)
{
  while (*start < *stop && is_blank (**start))
    ++*start;
  while (*stop > *start && is_blank ((*stop)[-1]))
    --*stop;
}

/* Reads a name and remembers where its fragments were written. */
static gboolean
read_name (GyreNesting *self, const GyreNestingText *text, const char *start, const char *stop)
{
  guint line, column;

  if (!gyre_key_read (&self->key, self->events, start, stop))
    {
      refuse_key (self, text, self->key.wrong, NULL, self->key.reason);
      return FALSE;
    }
  g_array_set_size (self->key_pieces, 0);
  for (guint index = 0; index < self->key.pieces->len; index++)
    {
      const GyreKeyPiece *piece = &g_array_index (self->key.pieces, GyreKeyPiece, index);
      GyreNestingPiece place;

      find_place (text, piece->at - text->text, &line, &column);
      place = (GyreNestingPiece) { piece->offset, line, column };
      g_array_append_val (self->key_pieces, place);
    }
  for (guint index = 0; self->key.pieces->len == 0 && index < text->n_pieces; index++)
    {
      GyreNestingPiece place = text->pieces[index];
      gsize skipped = self->key.name - text->text;

      if (place.offset <= skipped)
        continue;
      place.offset -= skipped;
      g_array_append_val (self->key_pieces, place);
    }
  return TRUE;
}

/* The names of sections follow stricter rules than those of traits. */
static gboolean
check_section_name (GyreNesting *self, const GyreNestingText *text, const char *name, guint length, const char *at)
{
  g_autofree char *copy = g_strndup (name, length);
  const char *reason;

  if (gyre_name_is_valid (copy, &reason))
    return TRUE;
  refuse_key (self, text, at, NULL, reason);
  return FALSE;
}

/* Takes the operator off the end of a key. */
static GyreSettingOperator
read_operator (const char *start, const char **stop)
{
  static const GyreSettingOperator all[] = { GYRE_SETTING_APPEND, GYRE_SETTING_REMOVE, GYRE_SETTING_PREPEND };

  for (guint index = 0; index < G_N_ELEMENTS (all); index++)
    {
      const char *sign = gyre_setting_operator_to_string (all[index]);

      if (*stop - start <= 2 || memcmp (*stop - 2, sign, 2) != 0)
        continue;
      *stop -= 2;
      trim (&start, stop);
      return all[index];
    }
  return GYRE_SETTING_ASSIGN;
}

/* No other format could say such a key. */
static const char *
find_forbidden (const char *start, const char *stop)
{
  for (const char *at = start; at < stop; at++)
    if (*at == '=' || *at == ':' || g_ascii_iscntrl (*at))
      return at;
  return NULL;
}

/* Reads `family # name`. */
static gboolean
read_condition (GyreNesting *self, const GyreNestingText *text, const char *start, const char *hash, const char *stop)
{
  const char *path = hash + 1;
  guint line;

  trim (&path, &stop);
  trim (&start, &hash);
  if (!read_name (self, text, start, hash)
      || !check_section_name (self, text, self->key.name, self->key.length, start))
    return FALSE;
  self->family = self->key.name;
  self->family_length = self->key.length;
  find_place (text, start - text->text, &line, &self->family_column);
  if (!read_name (self, text, path, stop) || !check_section_name (self, text, self->key.name, self->key.length, path))
    return FALSE;
  find_place (text, path - text->text, &self->event.line, &self->event.column);
  return TRUE;
}

/* Reads a key that is more than a word. Returns whether it is good. */
static gboolean
read_key (GyreNesting *self, const GyreNestingText *text)
{
  const char *start = text->text;
  const char *stop = start + text->length;
  const char *forbidden, *hash;

  trim (&start, &stop);
  if (start < stop && *start == '@')
    {
      self->event.key = start;
      self->event.key_length = stop - start;
      return self->is_include = TRUE;
    }
  self->event.operator = read_operator (start, &stop);
  forbidden = find_forbidden (start, stop);
  if (forbidden != NULL)
    {
      refuse_key (self, text, forbidden, *forbidden == '=' ? "operators are +=, -= and ^= at the end of a key" : NULL,
                  "a name must not hold '=', ':' or control characters");
      return FALSE;
    }
  hash = memchr (start, '#', stop - start);
  if (hash != NULL)
    {
      if (!read_condition (self, text, start, hash, stop))
        return FALSE;
    }
  else
    {
      if (!read_name (self, text, start, stop))
        return FALSE;
      find_place (text, start - text->text, &self->event.line, &self->event.column);
    }
  self->event.key = self->key.name;
  self->event.key_length = self->key.length;
  self->fragments = self->key.fragments;
  return TRUE;
}

/* 1: part of a word, 2: a dot, 0: something else. */
static const guint8 key_classes[256] = {
  ['0' ... '9'] = 1, ['a' ... 'z'] = 1, ['A' ... 'Z'] = 1, ['_'] = 1, ['-'] = 1, ['.'] = 2,
};

#define ALL(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (guint64) (byte))

/* Whether eight bytes are all part of a word. Each sum has the highest bit of a byte where that byte is at least the second
 * number taken from 128. */
static inline gboolean
are_of_word (guint64 bytes)
{
  guint64 lower = bytes | ALL (32);
  guint64 letters = (lower + ALL (128 - 'a')) & ~(lower + ALL (127 - 'z'));
  guint64 digits = (bytes + ALL (128 - '0')) & ~(bytes + ALL (127 - '9'));
  guint64 others = ~((bytes ^ ALL ('_')) + ALL (127)) | ~((bytes ^ ALL ('-')) + ALL (127));

  return (bytes & ALL (128)) == 0 && ((letters | digits | others) & ALL (128)) == ALL (128);
}

/* Whether a text is one word: most keys are. Its last bytes are looked at twice. */
static inline gboolean
is_word (const char *text, guint length)
{
  guint64 bytes;
  guint32 first, last;

  if (length < 4)
    return FALSE;
  if (length < 8)
    {
      memcpy (&first, text, 4);
      memcpy (&last, text + length - 4, 4);
      return are_of_word ((guint64) first << 32 | last);
    }
  for (guint index = 0; index + 8 < length; index += 8)
    {
      memcpy (&bytes, text + index, 8);
      if (!are_of_word (bytes))
        return FALSE;
    }
  memcpy (&bytes, text + length - 8, 8);
  return are_of_word (bytes);
}

/* Whether a key is made of words between single dots, as nearly all are. Counts the words. */
static inline gboolean
is_plain_key (const GyreNestingText *text, guint32 *words)
{
  guint before = 2;

  *words = 1;
  if (is_word (text->text, text->length))
    return TRUE;
  for (guint index = 0; index < text->length; index++)
    {
      guint class = key_classes[(guchar) text->text[index]];

      if (class == 0 || (class & before) == 2)
        return FALSE;
      *words += class >> 1;
      before = class;
    }
  return before == 1;
}

/* Tells a key that the map has already. */
static void
refuse_duplicate (GyreNesting *self, const GyreNestingText *text, const GyreDuplicateKey *other)
{
  gyre_source_report (self->source, self->report, text->line, text->column, "a key can stand in a map once; join the two",
                      "key '%.*s' is there already, in line %u, column %u", (int) MIN (text->length, 60), text->text,
                      other->line, other->column);
  self->is_skipping = TRUE;
}

/* Tells that names get too long. */
static void
check_depth (GyreNesting *self)
{
  guint depth = gyre_events_get_section (self->events, self->section)->depth + self->fragments;

  if (depth <= GYRE_EVENTS_DEEPEST)
    return;
  gyre_source_report (self->source, self->report, self->event.line, self->event.column, NULL,
                      "a name must not have more than %d fragments, has %u with its sections", GYRE_EVENTS_DEEPEST, depth);
  self->is_skipping = TRUE;
}

/* Reads the key of the next member of the innermost map. */
void
gyre_nesting_key (GyreNesting *self, const GyreNestingText *text)
{
  const GyreDuplicateKey *other;
  GyreNestingText copy;

  if (self->skipped > 0)
    return;
  if (!text->is_lasting)
    {
      copy = *text;
      copy.text = memcpy (gyre_events_allocate (self->events, text->length), text->text, text->length);
      text = &copy;
    }
  self->is_skipping = FALSE;
  self->is_include = FALSE;
  self->has_key = TRUE;
  self->family = NULL;
  self->key_start = text->start;
  self->key_stop = text->stop;
  self->event = (GyreEvent) {
    .key = text->text,
    .key_length = text->length,
    .section = self->section,
    .line = text->line,
    .column = text->column,
  };
  other = NULL;
  if (G_LIKELY (!self->may_repeat))
    other = gyre_duplicate_add (&self->duplicate, text->text, text->length, text->line, text->column);
  if (G_UNLIKELY (other != NULL))
    {
      refuse_duplicate (self, text, other);
      return;
    }
  g_array_set_size (self->key_pieces, 0);
  self->is_plain = G_LIKELY (text->n_pieces == 0) && is_plain_key (text, &self->fragments);
  if (G_UNLIKELY (!self->is_plain) && !read_key (self, text))
    return;
  check_depth (self);
}

static void
refuse_value (GyreNesting *self, guint line, guint column, const char *hint, const char *reason)
{
  gyre_source_report (self->source, self->report, line, column, hint, "%s", reason);
}

static guint
add_section (GyreNesting *self)
{
  GyreEventSection section = {
    .path = self->event.key,
    .path_length = self->event.key_length,
    .family = self->family,
    .family_length = self->family_length,
    .family_column = self->family_column,
    .parent = self->section,
    .line = self->event.line,
    .column = self->event.column,
  };

  return gyre_events_add_section (self->events, &section);
}

/* Whether a map may be the value of the key. Tells why not. */
static gboolean
accept_map (GyreNesting *self, guint line, guint column)
{
  GyreNestingText text = { self->event.key, self->event.key_length, self->event.line, self->event.column };
  const char *reason = NULL;

  if (self->lists > 0)
    reason = "a map must not stand in a list";
  else if (self->is_include)
    reason = "'" GYRE_INCLUDE_KEY "' must be the name of a file, or a list of names";
  else if (self->event.operator != GYRE_SETTING_ASSIGN)
    reason = "what has an operator must be a value or a list";
  if (reason == NULL)
    return self->is_plain || self->family != NULL || check_section_name (self, &text, text.text, text.length, text.text);
  refuse_value (self, line, column, NULL, reason);
  return FALSE;
}

static void
add_span (GyreNesting *self, GArray *spans, guint32 start, guint32 stop)
{
  GyreEventSpan span = { self->key_start, self->key_stop, start, stop };

  g_array_append_val (spans, span);
}

/* A map begins at a place: the document itself, or the value of the key before. */
void
gyre_nesting_begin_map (GyreNesting *self, guint line, guint column, guint32 start)
{
  GyreNestingFrame frame = { self->section };

  if (self->skipped > 0 || self->is_skipping || (self->has_key && !accept_map (self, line, column)))
    {
      self->skipped++;
      return;
    }
  if (self->has_key)
    self->section = add_section (self);
  if (self->events->section_spans != NULL)
    add_span (self, self->events->section_spans, start, start);
  g_array_append_val (self->frames, frame);
  gyre_duplicate_open (&self->duplicate);
  self->has_key = FALSE;
}

void
gyre_nesting_end_map (GyreNesting *self, guint32 stop)
{
  if (self->skipped > 0)
    {
      self->skipped--;
      self->is_skipping = self->is_skipping && self->skipped > 0;
      return;
    }
  if (self->events->section_spans != NULL)
    g_array_index (self->events->section_spans, GyreEventSpan, self->section).value_stop = stop;
  self->section = g_array_index (self->frames, GyreNestingFrame, self->frames->len - 1).section;
  g_array_set_size (self->frames, self->frames->len - 1);
  gyre_duplicate_close (&self->duplicate);
}

static void
add_segments (GyreNesting *self, GyreEventPart part, const GyreNestingPiece *pieces, guint count)
{
  for (guint index = 0; index < count; index++)
    gyre_events_add_segment (self->events, part, pieces[index].offset, pieces[index].line, pieces[index].column);
}

/* Puts the files that it names in the place of the event added last. */
static void
read_include (GyreNesting *self)
{
  GArray *spans = self->events->spans;

  gyre_include_read (self->events, self->report);
  if (spans == NULL)
    return;
  g_array_set_size (spans, spans->len - 1);
  while (spans->len < self->events->length)
    add_span (self, spans, 0, 0);
}

/* Adds the event of the key, whose value is known now. */
static inline void
add_event (GyreNesting *self, const GyreNestingText *text)
{
  GyreEvent *event = gyre_events_add (self->events);

  /* N.B. a copy of the whole record waits for the fields, which were written one by one a moment ago. */
  event->key = self->event.key;
  event->key_length = self->event.key_length;
  event->section = self->event.section;
  event->line = self->event.line;
  event->column = self->event.column;
  event->operator = self->event.operator;
  event->optional = FALSE;
  event->value_length = text->length;
  event->value_line = text->line;
  event->value_column = text->column;
  event->kind = gyre_events_get_section (self->events, self->section)->n_conditions > 0 ? GYRE_EVENT_CONDITIONAL
                                                                                       : GYRE_EVENT_ASSIGNMENT;
  if (text->is_lasting)
    event->value = text->text;
  else
    event->value = memcpy (gyre_events_allocate (self->events, text->length), text->text, text->length);
  if (G_UNLIKELY (self->key_pieces->len > 0))
    add_segments (self, GYRE_EVENT_PART_KEY, (GyreNestingPiece *) self->key_pieces->data, self->key_pieces->len);
  if (G_UNLIKELY (text->n_pieces > 0))
    add_segments (self, GYRE_EVENT_PART_VALUE, text->pieces, text->n_pieces);
  if (G_UNLIKELY (self->events->spans != NULL))
    add_span (self, self->events->spans, text->start, text->stop);
  if (G_UNLIKELY (self->is_include))
    read_include (self);
}

/* A list begins at a place. Returns whether the document is worth reading on. */
gboolean
gyre_nesting_begin_list (GyreNesting *self, guint line, guint column, guint32 start)
{
  if (self->skipped > 0 || self->is_skipping)
    {
      self->skipped++;
      return TRUE;
    }
  if (!self->has_key || (self->family != NULL && self->lists == 0))
    {
      refuse_value (self, line, column, NULL, self->has_key ? "a section with a condition must be a map"
                                                            : "a configuration must be a map of keys and values");
      self->skipped++;
      return TRUE;
    }
  if (self->lists == GYRE_LITERAL_MAXIMUM_DEPTH)
    {
      refuse_value (self, line, column, NULL, "lists must not nest deeper than " G_STRINGIFY (GYRE_LITERAL_MAXIMUM_DEPTH));
      return FALSE;
    }
  if (self->lists++ == 0)
    gyre_listing_begin (&self->listing, line, column, start);
  gyre_listing_open (&self->listing, line, column);
  return TRUE;
}

void
gyre_nesting_end_list (GyreNesting *self, guint line, guint column, guint32 stop)
{
  if (self->skipped > 0)
    {
      self->skipped--;
      self->is_skipping = self->is_skipping && self->skipped > 0;
      return;
    }
  self->lists--;
  gyre_listing_close (&self->listing, line, column, stop);
  if (self->lists == 0)
    add_event (self, &self->listing.text);
}

/* A scalar: the value of the key before, or an element of a list. */
void
gyre_nesting_scalar (GyreNesting *self, const GyreNestingText *text, GyreNestingScalar kind)
{
  if (G_UNLIKELY (self->skipped > 0 || self->is_skipping))
    {
      self->is_skipping = self->is_skipping && self->skipped > 0;
      return;
    }
  if (self->lists > 0)
    gyre_listing_append (&self->listing, text, kind);
  else if (G_UNLIKELY (!self->has_key))
    refuse_value (self, text->line, text->column, NULL, "a configuration must be a map of keys and values");
  else if (G_UNLIKELY (self->family != NULL))
    refuse_value (self, text->line, text->column, NULL, "a section with a condition must be a map");
  else
    add_event (self, text);
}
