/* gyre-builder.c: Makes events of formats that nest: yaml, json, pml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-builder-private.h"
#include "gyre-include-private.h"
#include "gyre-key-private.h"
#include "gyre-key-set-private.h"
#include "gyre-name.h"

#include <string.h>

typedef struct
{
  guint section;
  gboolean is_wrong;    /* its name is: what stands in it would be told wrongly */
  GyreKeySet keys;
} Level;

struct _GyreBuilder
{
  GyreEvents *events;
  GyreReport *report;
  const char *text;     /* of the source */
  gsize length;
  GArray *levels;       /* of Level, the innermost last; the first is the file */
  GyreKey key;
};

static inline Level *
get_level (GyreBuilder *self)
{
  return &g_array_index (self->levels, Level, self->levels->len - 1);
}

static void
push_level (GyreBuilder *self, guint section, gboolean is_wrong)
{
  Level *level;

  g_array_set_size (self->levels, self->levels->len + 1);
  level = get_level (self);
  level->section = section;
  level->is_wrong = is_wrong;
  gyre_key_set_init (&level->keys);
}

static void
pop_level (GyreBuilder *self)
{
  gyre_key_set_clear (&get_level (self)->keys);
  g_array_set_size (self->levels, self->levels->len - 1);
}

/* Makes a builder that adds to @events, which come from a source. */
GyreBuilder *
gyre_builder_new (GyreEvents *events, GyreReport *report)
{
  GyreBuilder *self = g_new0 (GyreBuilder, 1);

  g_assert (events->source != NULL);
  self->events = gyre_events_ref (events);
  self->report = gyre_report_ref (report);
  self->text = gyre_source_get_text (events->source, &self->length);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  gyre_key_init (&self->key);
  push_level (self, 0, FALSE);
  return self;
}

void
gyre_builder_free (GyreBuilder *self)
{
  while (self->levels->len > 0)
    pop_level (self);
  g_array_unref (self->levels);
  gyre_key_clear (&self->key);
  gyre_report_unref (self->report);
  gyre_events_unref (self->events);
  g_free (self);
}

/* The text itself where it is part of the source, else a copy that lives as long as the events. */
static const char *
keep_text (GyreBuilder *self, const GyreText *text)
{
  if (text->text >= self->text && text->text + text->length <= self->text + self->length)
    return text->text;
  if (text->length == 0)
    return "";
  return memcpy (gyre_events_allocate (self->events, text->length), text->text, text->length);
}

/* The place of a byte of a text whose first byte is now at @kept. */
static void
find_place (const GyreText *text, const char *kept, gsize offset, guint *line, guint *column)
{
  gsize from = 0;

  *line = text->line;
  *column = text->column;
  for (guint index = 0; index < text->n_segments && text->segments[index].offset <= offset; index++)
    {
      from = text->segments[index].offset;
      *line = text->segments[index].line;
      *column = text->segments[index].column;
    }
  *column += g_utf8_strlen (kept + from, offset - from);
}

static gboolean
report_at (GyreBuilder *self, const GyreText *text, const char *kept, gsize offset, const char *hint, const char *what,
           const char *reason)
{
  guint line, column;

  find_place (text, kept, offset, &line, &column);
  gyre_source_report (self->events->source, self->report, line, column, hint, "%s: %s", what, reason);
  return FALSE;
}

/* Reads the dotted name in a part of a text into the builder's key. */
static gboolean
read_name (GyreBuilder *self, const GyreText *text, const char *kept, gsize first, gsize last, const char *what, gboolean is_strict)
{
  g_autofree char *copy = NULL;
  const char *reason = NULL;

  if (!gyre_key_read (&self->key, self->events, kept + first, kept + last))
    return report_at (self, text, kept, self->key.wrong - kept, NULL, what, self->key.reason);
  if (!is_strict)
    return TRUE;
  copy = g_strndup (self->key.name, self->key.length);
  if (gyre_name_is_valid (copy, &reason))
    return TRUE;
  return report_at (self, text, kept, first, NULL, what, reason);
}

static gboolean
check_depth (GyreBuilder *self, const GyreText *text, const char *kept)
{
  guint depth = gyre_events_get_section (self->events, get_level (self)->section)->depth + self->key.fragments;

  if (depth <= GYRE_EVENTS_DEEPEST)
    return TRUE;
  if (!get_level (self)->is_wrong)
    report_at (self, text, kept, 0, NULL, "name",
               "must not have more than " G_STRINGIFY (GYRE_EVENTS_DEEPEST) " fragments with its sections");
  return FALSE;
}

/* Reads a name from @first up to @last of a text, and where its first character stands. */
static gboolean
read_part (GyreBuilder *self, const GyreText *text, gsize first, gsize last, const char *what, const char **name, guint32 *length,
           guint32 *line, guint32 *column)
{
  const char *kept = keep_text (self, text);
  guint found_line, found_column;

  if (!read_name (self, text, kept, first, last, what, TRUE))
    return FALSE;
  *name = self->key.name;
  *length = self->key.length;
  while (first < last && g_ascii_isspace (kept[first]))
    first++;
  find_place (text, kept, first, &found_line, &found_column);
  if (line != NULL)
    *line = found_line;
  *column = found_column;
  return TRUE;
}

/* Opens the section that a good name gives, or one in which nothing more is told about names. */
static void
open_section (GyreBuilder *self, GyreEventSection *section, gboolean is_good, const GyreText *name)
{
  guint number = section->parent;

  is_good = is_good && check_depth (self, name, keep_text (self, name));
  if (is_good)
    number = gyre_events_add_section (self->events, section);
  push_level (self, number, !is_good);
  g_array_set_size (self->key.pieces, 0);
}

/* Opens the section of a mapping: `a.b`, or `family # name`. */
void
gyre_builder_open (GyreBuilder *self, const GyreText *key)
{
  GyreEventSection section = { .parent = get_level (self)->section };
  const char *hash = key->length > 0 ? memchr (key->text, '#', key->length) : NULL;
  gsize first = hash != NULL ? hash + 1 - key->text : 0;
  gboolean has_family = TRUE, has_name;

  if (hash != NULL)
    has_family = read_part (self, key, 0, first - 1, "family", &section.family, &section.family_length, NULL,
                            &section.family_column);
  has_name = read_part (self, key, first, key->length, hash != NULL ? "name" : "section", &section.path, &section.path_length,
                        &section.line, &section.column);
  open_section (self, &section, has_family && has_name, key);
}

/* Opens a section whose name, and family if it is a condition, are told apart. */
void
gyre_builder_open_conditional (GyreBuilder *self, const GyreText *family, const GyreText *name)
{
  GyreEventSection section = { .parent = get_level (self)->section };
  gboolean has_family = TRUE, has_name;

  if (family != NULL)
    has_family = read_part (self, family, 0, family->length, "family", &section.family, &section.family_length, NULL,
                            &section.family_column);
  has_name = read_part (self, name, 0, name->length, "name", &section.path, &section.path_length, &section.line, &section.column);
  open_section (self, &section, has_family && has_name, name);
}

/* Closes the innermost section. */
void
gyre_builder_close (GyreBuilder *self)
{
  g_return_if_fail (self->levels->len > 1);
  pop_level (self);
}

guint
gyre_builder_get_depth (GyreBuilder *self)
{
  return self->levels->len - 1;
}

static void
add_segments (GyreBuilder *self, const GyreText *key, const char *kept, const GyreText *value)
{
  for (guint index = 0; index < self->key.pieces->len; index++)
    {
      const GyreKeyPiece *piece = &g_array_index (self->key.pieces, GyreKeyPiece, index);
      guint line, column;

      find_place (key, kept, piece->at - kept, &line, &column);
      gyre_events_add_segment (self->events, GYRE_EVENT_PART_KEY, piece->offset, line, column);
    }
  for (guint index = 0; self->key.pieces->len == 0 && index < key->n_segments; index++)
    gyre_events_add_segment (self->events, GYRE_EVENT_PART_KEY, key->segments[index].offset, key->segments[index].line,
                             key->segments[index].column);
  for (guint index = 0; index < value->n_segments; index++)
    gyre_events_add_segment (self->events, GYRE_EVENT_PART_VALUE, value->segments[index].offset, value->segments[index].line,
                             value->segments[index].column);
  g_array_set_size (self->key.pieces, 0);
}

static void
add_event (GyreBuilder *self, GyreSettingOperator operator, const GyreText *key, const char *kept, const GyreText *value)
{
  Level *level = get_level (self);
  gboolean is_source = *self->key.name == '@';
  gboolean is_conditional = gyre_events_get_section (self->events, level->section)->n_conditions > 0;

  *gyre_events_add (self->events) = (GyreEvent) {
    .key = self->key.name,
    .value = keep_text (self, value),
    .key_length = self->key.length,
    .value_length = value->length,
    .section = level->section,
    .line = key->line,
    .column = key->column,
    .value_line = value->line,
    .value_column = value->column,
    .kind = is_source ? GYRE_EVENT_SOURCE : is_conditional ? GYRE_EVENT_CONDITIONAL : GYRE_EVENT_ASSIGNMENT,
    .operator = operator,
  };
  add_segments (self, key, kept, value);
  if (is_source)
    gyre_include_read (self->events, self->report);
  else
    gyre_key_set_note (&level->keys, self->events, self->report);
}

/* Assigns with an operator that is told apart from the key. */
void
gyre_builder_assign_with (GyreBuilder *self, const GyreText *key, GyreSettingOperator operator, const GyreText *value)
{
  const char *kept = keep_text (self, key);
  const char *wrong = NULL;

  for (gsize index = 0; index < key->length && wrong == NULL; index++)
    if (kept[index] == '=' || kept[index] == '#' || g_ascii_iscntrl (kept[index]))
      wrong = kept + index;
  if (wrong != NULL)
    report_at (self, key, kept, wrong - kept,
               *wrong == '=' ? "an operator ends the key: 'shapes +='" : *wrong == '#' ? "a condition has sections below it" : NULL,
               "key", *wrong == '=' ? "must not hold a '='" : *wrong == '#' ? "must not hold a '#'"
                                                                            : "a name must not hold control characters");
  else if (read_name (self, key, kept, 0, key->length, "key", FALSE) && check_depth (self, key, kept))
    add_event (self, operator, key, kept, value);
  g_array_set_size (self->key.pieces, 0);
}

/* Assigns; the key may end with an operator: `shapes +=`. */
void
gyre_builder_assign (GyreBuilder *self, const GyreText *key, const GyreText *value)
{
  GyreText name = *key;
  GyreSettingOperator operator = GYRE_SETTING_ASSIGN;

  if (key->length > 1 && key->text[key->length - 1] == '=')
    {
      const char *stop = key->text + key->length - 1;

      operator = gyre_key_read_operator (key->text, &stop);
      if (operator != GYRE_SETTING_ASSIGN)
        name.length = stop - key->text;
    }
  gyre_builder_assign_with (self, &name, operator, value);
}
