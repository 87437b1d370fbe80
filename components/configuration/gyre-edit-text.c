/* gyre-edit-text.c: Where a change of a configuration's text would be made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-edit-text-private.h"
#include "gyre-codec-cfg-private.h"
#include "gyre-codec-json-private.h"
#include "gyre-codec-pfg-private.h"
#include "gyre-codec-pml-private.h"
#include "gyre-codec-yaml-private.h"
#include "gyre-encoder-private.h"

#include <string.h>

static const struct
{
  const char *encoding;
  GyreEditFormat format;
} formats[] = {
  { "pfg", GYRE_EDIT_PFG },  { "cfg", GYRE_EDIT_CFG },   { "yaml", GYRE_EDIT_YAML },
  { "yml", GYRE_EDIT_YAML }, { "json", GYRE_EDIT_JSON }, { "pml", GYRE_EDIT_PML },
};

/* Whether files of this encoding can be changed. */
gboolean
gyre_edit_text_find_format (const char *encoding, GyreEditFormat *format)
{
  for (guint index = 0; index < G_N_ELEMENTS (formats); index++)
    if (g_ascii_strcasecmp (formats[index].encoding, encoding) == 0)
      {
        *format = formats[index].format;
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_spans (const GyreEditText *self)
{
  return self->format >= GYRE_EDIT_YAML;
}

/* Reads a text with the places of everything. The events are to be dropped by the caller. */
void
gyre_edit_text_read (GyreEditText *self, GyreEditFormat format, GyreSource *source, GyreReport *report)
{
  static void (* const decoders[]) (GyreSource *, GyreEvents *, GyreReport *) = {
    gyre_codec_pfg_decode, gyre_codec_cfg_decode, gyre_codec_yaml_decode, gyre_codec_json_decode, gyre_codec_pml_decode,
  };
  const char *newline;

  self->format = format;
  self->text = gyre_source_get_text (source, &self->length);
  self->events = gyre_events_new (source);
  if (has_spans (self))
    {
      self->events->spans = g_array_new (FALSE, TRUE, sizeof (GyreEventSpan));
      self->events->section_spans = g_array_new (FALSE, TRUE, sizeof (GyreEventSpan));
    }
  newline = memchr (self->text, '\n', self->length);
  self->line_end = newline > self->text && newline[-1] == '\r' ? "\r\n" : "\n";
  if (gyre_source_check (source, report))
    decoders[format] (source, self->events, report);
  if (has_spans (self) && self->events->section_spans->len == 0)
    g_array_set_size (self->events->section_spans, 1);
}

static gsize
find_line_start (const GyreEditText *self, gsize offset)
{
  while (offset > 0 && self->text[offset - 1] != '\n')
    offset--;
  return offset;
}

/* The byte of the line's end, before its carriage return. */
static gsize
find_line_end (const GyreEditText *self, gsize offset)
{
  while (offset < self->length && self->text[offset] != '\n')
    offset++;
  return offset > 0 && offset < self->length && self->text[offset - 1] == '\r' ? offset - 1 : offset;
}

static gsize
skip_line (const GyreEditText *self, gsize offset)
{
  while (offset < self->length && self->text[offset] != '\n')
    offset++;
  return MIN (offset + 1, self->length);
}

static gsize
find_place (const GyreEditText *self, guint line, guint column)
{
  gsize offset = 0;

  for (; line > 1; line--)
    offset = skip_line (self, offset);
  for (; column > 1 && offset < self->length && self->text[offset] != '\n'; column--)
    offset += g_utf8_skip[(guchar) self->text[offset]];
  return MIN (offset, self->length);
}

/* How deep the line of a byte is indented. */
static guint
measure (const GyreEditText *self, gsize offset)
{
  gsize start = find_line_start (self, offset);

  for (offset = start; offset < self->length && self->text[offset] == ' ';)
    offset++;
  return offset - start;
}

/* Whether nothing but blanks stands between the start of the line and a byte. */
static gboolean
is_first (const GyreEditText *self, gsize offset)
{
  return find_line_start (self, offset) + measure (self, offset) == offset;
}

/* The bytes of the value of an event in a format of lines. */
static void
find_lines (const GyreEditText *self, guint event, GyreEventSpan *span)
{
  g_autoptr (GyreLocator) start = gyre_events_dup_value_locator (self->events, event, 0);
  g_autoptr (GyreLocator) stop = gyre_events_dup_value_locator (self->events, event, G_MAXSIZE);
  const GyreEvent *record = gyre_events_get (self->events, event);

  span->key_start = find_place (self, record->line, record->column);
  span->key_stop = span->key_start;
  while (span->key_stop < self->length && self->text[span->key_stop] != '=')
    span->key_stop++;
  span->value_start = find_place (self, gyre_locator_get_line (start), gyre_locator_get_column (start));
  span->value_stop = find_place (self, gyre_locator_get_line (stop), gyre_locator_get_column (stop));
  if (record->value_length == 0)
    span->value_start = span->value_stop = span->key_stop + 1;
  if (record->operator != GYRE_SETTING_ASSIGN)
    span->key_stop--;
  while (span->key_stop > span->key_start && strchr (" \t", self->text[span->key_stop - 1]) != NULL)
    span->key_stop--;
}

static GyreEventSpan
get_span (const GyreEditText *self, guint event)
{
  GyreEventSpan span;

  if (has_spans (self))
    return g_array_index (self->events->spans, GyreEventSpan, event);
  find_lines (self, event, &span);
  return span;
}

static char *
dup_value (const GyreEditText *self, const char *value, guint indentation)
{
  switch (self->format)
    {
    case GYRE_EDIT_PFG:
      return gyre_encoder_dup_pfg_value (value, indentation);
    case GYRE_EDIT_CFG:
      return gyre_encoder_dup_cfg_value (value);
    case GYRE_EDIT_YAML:
      return gyre_encoder_dup_yaml_value (value);
    case GYRE_EDIT_JSON:
      return gyre_encoder_dup_json_value (value);
    default:
      return gyre_encoder_dup_pml_value (value);
    }
}

static char *
replace_newlines (const GyreEditText *self, char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_free (text);
  return g_strjoinv (self->line_end, lines);
}

/* Gives a setting another value. */
void
gyre_edit_text_set (GyreEditText *self, guint event, const char *value, GyreEditChange *change)
{
  GyreEventSpan span = get_span (self, event);
  g_autofree char *written = NULL;
  gboolean is_below = self->format == GYRE_EDIT_PFG && is_first (self, span.value_start);
  gboolean is_empty = span.value_start == span.value_stop;
  guint indentation = is_below ? measure (self, span.value_start) : measure (self, span.key_start) + 4;

  written = dup_value (self, value, indentation);
  if (self->format == GYRE_EDIT_YAML && is_first (self, span.value_start)
      && memchr (self->text + span.key_stop, '#', span.value_start - span.key_stop) == NULL)
    {
      is_empty = TRUE;
      span.value_start = span.key_stop + 1;
    }
  change->start = span.value_start;
  change->stop = span.value_stop;
  if (self->format == GYRE_EDIT_PML && is_empty && span.value_start > 1 && self->text[span.value_start - 2] == '/')
    {
      change->start -= 2;
      while (change->start > 0 && self->text[change->start - 1] == ' ')
        change->start--;
      change->text = g_strconcat (">", written, "</bind>", NULL);
    }
  else if (self->format == GYRE_EDIT_PML)
    change->text = g_steal_pointer (&written);
  else
    change->text = g_strconcat (is_empty && *written != '\0' ? " " : "", is_below ? g_strchug (written) : written, NULL);
  change->text = replace_newlines (self, change->text);
}

/* Gives a setting another key in the same section. */
void
gyre_edit_text_rename (GyreEditText *self, guint event, const char *key, GyreEditChange *change)
{
  GyreEventSpan span = get_span (self, event);

  change->start = span.key_start;
  change->stop = span.key_stop;
  if (self->format == GYRE_EDIT_JSON || self->format == GYRE_EDIT_YAML)
    change->text = gyre_encoder_dup_map_key (self->format == GYRE_EDIT_JSON, NULL, key,
                                             gyre_events_get (self->events, event)->operator, 0);
  else
    change->text = self->format == GYRE_EDIT_PML ? gyre_encoder_dup_pml_value (key) : g_strdup (key);
}

/* Looks at the settings and sections that stand right in a section: how many, the first byte and the byte behind the last. */
static guint
measure_members (const GyreEditText *self, guint section, gsize *start, gsize *stop)
{
  guint count = 0;

  *start = G_MAXSIZE;
  *stop = 0;
  for (guint event = 0; event < self->events->length; event++)
    if (gyre_events_get (self->events, event)->section == section)
      {
        GyreEventSpan span = get_span (self, event);

        count++;
        *start = MIN (*start, span.key_start);
        *stop = MAX (*stop, span.value_stop);
      }
  for (guint number = 1; has_spans (self) && number < self->events->sections->len; number++)
    if (gyre_events_get_section (self->events, number)->parent == section)
      {
        const GyreEventSpan *span = &g_array_index (self->events->section_spans, GyreEventSpan, number);

        count++;
        *start = MIN (*start, span->key_start);
        *stop = MAX (*stop, span->value_stop);
      }
  return count;
}

/* The byte behind the member that ends last before @offset; 0: there is none. */
static gsize
find_before (const GyreEditText *self, gsize offset)
{
  gsize found = 0;

  for (guint event = 0; event < self->events->length; event++)
    if (get_span (self, event).value_stop <= offset)
      found = MAX (found, get_span (self, event).value_stop);
  for (guint number = 1; number < self->events->sections->len; number++)
    if (g_array_index (self->events->section_spans, GyreEventSpan, number).value_stop <= offset)
      found = MAX (found, g_array_index (self->events->section_spans, GyreEventSpan, number).value_stop);
  return found;
}

/* Takes the lines of the bytes up to @last. Where the last line of the file goes, its end is the one before it. */
static void
set_lines (const GyreEditText *self, GyreEditChange *change, gsize last)
{
  change->start = find_line_start (self, change->start);
  change->stop = skip_line (self, last);
  if (change->stop == self->length && self->length > 0 && self->text[self->length - 1] != '\n' && change->start > 0)
    change->start = find_line_end (self, change->start - 1);
}

/* Takes whole lines where nothing else stands in them. */
static void
take_lines (const GyreEditText *self, GyreEditChange *change)
{
  gsize rest = change->stop;

  while (rest < self->length && (self->text[rest] == ' ' || self->text[rest] == '\t'))
    rest++;
  if (!is_first (self, change->start))
    return;
  if (rest < self->length && self->text[rest] != '\n' && self->text[rest] != '\r'
      && !(self->format == GYRE_EDIT_YAML && self->text[rest] == '#'))
    return;
  set_lines (self, change, rest);
}

/* Takes the comma behind a member, or else the one before it. */
static void
take_comma (const GyreEditText *self, guint section, GyreEditChange *change)
{
  gsize behind = change->stop;
  gsize before = find_before (self, change->start);

  while (behind < self->length && g_ascii_isspace (self->text[behind]))
    behind++;
  if (behind < self->length && self->text[behind] == ',')
    {
      change->stop = behind + 1;
      if (!is_first (self, change->start))
        while (change->stop < self->length && self->text[change->stop] == ' ')
          change->stop++;
      take_lines (self, change);
    }
  else if (before > g_array_index (self->events->section_spans, GyreEventSpan, section).value_start)
    change->start = before;
  else
    take_lines (self, change);
}

/* Whether a member stands in braces. */
static gboolean
is_in_braces (const GyreEditText *self, guint section)
{
  gsize start = g_array_index (self->events->section_spans, GyreEventSpan, section).value_start;

  return self->format == GYRE_EDIT_JSON || (start < self->length && self->text[start] == '{');
}

static void
remove_markup (const GyreEditText *self, GyreEventSpan span, GyreEditChange *change)
{
  change->start = span.key_start;
  while (change->start > 0 && self->text[change->start] != '<')
    change->start--;
  change->stop = span.value_stop;
  if (change->stop < self->length && self->text[change->stop] == '<' && self->text[change->stop - 2] != '/')
    while (change->stop < self->length && self->text[change->stop - 1] != '>')
      change->stop++;
  take_lines (self, change);
}

/* Takes a setting out of the file, and in yaml the sections that would be left with nothing in them. */
void
gyre_edit_text_remove (GyreEditText *self, guint event, GyreEditChange *change)
{
  GyreEventSpan span = get_span (self, event);
  guint section = gyre_events_get (self->events, event)->section;
  gsize start, stop;

  change->text = g_strdup ("");
  change->start = span.key_start;
  change->stop = span.value_stop;
  if (self->format == GYRE_EDIT_PML)
    {
      remove_markup (self, span, change);
      return;
    }
  if (!has_spans (self))
    {
      set_lines (self, change, span.value_stop);
      return;
    }
  while (self->format == GYRE_EDIT_YAML && section != 0 && !is_in_braces (self, section)
         && measure_members (self, section, &start, &stop) == 1)
    {
      change->start = g_array_index (self->events->section_spans, GyreEventSpan, section).key_start;
      section = gyre_events_get_section (self->events, section)->parent;
    }
  if (is_in_braces (self, section))
    take_comma (self, section, change);
  else
    take_lines (self, change);
}

/* Writes a setting as it stands in its format, without what is around it. */
static char *
dup_setting (const GyreEditText *self, const char *key, GyreSettingOperator operator, const char *value, guint indentation)
{
  g_autofree char *written = dup_value (self, value, indentation + 4);
  g_autofree char *name = NULL;
  const char *sign = gyre_setting_operator_to_string (operator);

  switch (self->format)
    {
    case GYRE_EDIT_PFG:
    case GYRE_EDIT_CFG:
      return g_strconcat (key, " ", sign, *written != '\0' && *written != '\n' ? " " : "", written, NULL);
    case GYRE_EDIT_YAML:
    case GYRE_EDIT_JSON:
      name = gyre_encoder_dup_map_key (self->format == GYRE_EDIT_JSON, NULL, key, operator, 0);
      return g_strconcat (name, ": ", written, NULL);
    default:
      name = gyre_encoder_dup_pml_value (key);
      return g_strdup_printf ("<bind property=\"%s\"%s%s%s>%s</bind>", name,
                              operator != GYRE_SETTING_ASSIGN ? " operator=\"" : "",
                              operator != GYRE_SETTING_ASSIGN ? sign : "", operator != GYRE_SETTING_ASSIGN ? "\"" : "", written);
    }
}

/* Makes a line behind the one of a byte. */
static void
insert_line (const GyreEditText *self, gsize behind, guint indentation, const char *line, GyreEditChange *change)
{
  gsize end = find_line_end (self, behind);

  change->start = change->stop = end;
  change->text = replace_newlines (self, g_strdup_printf ("\n%*s%s", (int) indentation, "", line));
}

/* Puts a member into braces. */
static void
insert_member (const GyreEditText *self, guint section, const char *member, GyreEditChange *change)
{
  const GyreEventSpan *span = &g_array_index (self->events->section_spans, GyreEventSpan, section);
  gsize start, stop;

  if (measure_members (self, section, &start, &stop) == 0)
    {
      change->start = change->stop = span->value_start + 1;
      change->text = g_strdup (member);
      return;
    }
  change->start = change->stop = stop;
  if (is_first (self, start))
    change->text = replace_newlines (self, g_strdup_printf (",\n%*s%s", (int) measure (self, start), "", member));
  else
    change->text = g_strconcat (", ", member, NULL);
}

/* Adds a setting to a section that is there. Returns whether there is a place for it. */
gboolean
gyre_edit_text_insert (GyreEditText *self, guint section, const char *key, GyreSettingOperator operator, const char *value,
                       GyreEditChange *change)
{
  const GyreEventSection *record = gyre_events_get_section (self->events, section);
  gsize start, stop;
  guint count = measure_members (self, section, &start, &stop);
  guint indentation = count > 0 ? measure (self, start) : section == 0 ? 0 : 4;
  gsize behind = stop;
  g_autofree char *setting = NULL;

  if (!has_spans (self) && count == 0)
    {
      if (section == 0)
        return FALSE;
      behind = find_place (self, record->line, record->column);
      indentation = self->format == GYRE_EDIT_CFG ? 0 : measure (self, behind) + 4;
    }
  setting = dup_setting (self, key, operator, value, indentation);
  if (has_spans (self) && self->format != GYRE_EDIT_PML && is_in_braces (self, section))
    insert_member (self, section, setting, change);
  else if (has_spans (self) && (count == 0 || !is_first (self, self->format == GYRE_EDIT_PML ? find_line_start (self, start) + measure (self, start) : start)))
    return FALSE;
  else
    insert_line (self, behind, indentation, setting, change);
  return TRUE;
}

/* Writes a section with one setting, or the setting alone. */
static char *
dup_section (const GyreEditText *self, const char *family, const char *name, const char *setting)
{
  g_autofree char *key = NULL;

  switch (self->format)
    {
    case GYRE_EDIT_PFG:
      return g_strdup_printf ("%s%s%s:\n    %s", family != NULL ? family : "", family != NULL ? " # " : "", name, setting);
    case GYRE_EDIT_CFG:
      return g_strdup_printf ("[%s%s%s]\n%s", family != NULL ? family : "", family != NULL ? " # " : "", name, setting);
    case GYRE_EDIT_YAML:
    case GYRE_EDIT_JSON:
      key = gyre_encoder_dup_map_key (self->format == GYRE_EDIT_JSON, family, name, GYRE_SETTING_ASSIGN, 0);
      return g_strdup_printf (is_in_braces (self, 0) ? "%s: {%s}" : "%s:\n  %s", key, setting);
    default:
      return g_strdup_printf ("  <%s name=\"%s\"%s%s%s>\n    %s\n  </%s>", family != NULL ? "component" : "package", name,
                              family != NULL ? " family=\"" : "", family != NULL ? family : "", family != NULL ? "\"" : "",
                              setting, family != NULL ? "component" : "package");
    }
}

/* Adds a setting at the end of the file, in a section of its own if it has one. */
void
gyre_edit_text_append (GyreEditText *self, const char *family, const char *name, const char *key, GyreSettingOperator operator,
                       const char *value, GyreEditChange *change)
{
  g_autofree char *setting = dup_setting (self, key, operator, value, name != NULL ? 4 : 0);
  g_autofree char *whole = name != NULL ? dup_section (self, family, name, setting) : g_strdup (setting);
  gboolean has_end = self->length == 0 || self->text[self->length - 1] == '\n';

  if (self->format == GYRE_EDIT_PML)
    {
      gsize stop = g_array_index (self->events->section_spans, GyreEventSpan, 0).value_stop;

      change->start = change->stop = find_line_start (self, stop);
      change->text = replace_newlines (self, g_strconcat (name == NULL ? "  " : "", whole, "\n", NULL));
    }
  else if (has_spans (self) && self->length > 0 && is_in_braces (self, 0))
    insert_member (self, 0, whole, change);
  else
    {
      change->start = change->stop = name == NULL && self->format == GYRE_EDIT_CFG ? 0 : self->length;
      change->text = replace_newlines (self, g_strconcat (has_end ? "" : "\n", whole, has_end ? "\n" : "", NULL));
    }
}
