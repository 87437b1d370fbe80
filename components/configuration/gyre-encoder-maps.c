/* gyre-encoder-maps.c: Writes yaml and json
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-codec.h"
#include "gyre-encoder-private.h"
#include "gyre-literal.h"
#include "gyre-yaml-scalar-private.h"

#include <string.h>

#define STEP 2

typedef struct
{
  gboolean is_json;
  GString *text;
  GPtrArray *keys;      /* GHashTable of the keys of each map that is open */
  gboolean has_member;  /* the innermost map has one already */
  gsize comma_after;    /* where that one ends: comments may follow it */
} Writer;

/* Writes a text in double quotes; both formats read the same escapes. */
static void
append_quoted (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (; *string != '\0'; string++)
    switch (*string)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *string);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if (g_ascii_iscntrl (*string))
          g_string_append_printf (text, "\\u%04x", (guint) (guchar) *string);
        else
          g_string_append_c (text, *string);
      }
  g_string_append_c (text, '"');
}

/* Whether a text is a number as json writes it. */
static gboolean
is_number (const char *text)
{
  return g_regex_match_simple ("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z", text, 0, 0);
}

/* Whether yaml reads a text without quotes as what it is. */
static gboolean
is_plain (const char *text)
{
  GyreNestingText resolved = { .text = text, .length = strlen (text) };

  if (!g_regex_match_simple ("^[A-Za-z0-9_/](?:[A-Za-z0-9_/.+*()^ -]*[A-Za-z0-9_/.+*()^-])?\\z|^-?[0-9.][0-9.eE+-]*\\z", text, 0, 0))
    return FALSE;
  gyre_yaml_scalar_resolve (&resolved);
  return resolved.text == text;
}

static void
append_scalar (GString *text, gboolean is_json, const char *value)
{
  if (strcmp (value, "none") == 0)
    g_string_append (text, "null");
  else if (strcmp (value, "true") == 0 || strcmp (value, "false") == 0 || is_number (value)
           || (!is_json && is_plain (value)))
    g_string_append (text, value);
  else
    append_quoted (text, value);
}

/* Writes an element of a list as it was parsed. The bare word none is null, and in quotes it is a text. */
static void
append_literal (GString *text, gboolean is_json, const GyreLiteral *literal)
{
  g_autofree char *content = NULL;

  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST)
    {
      g_string_append_c (text, '[');
      for (const GyreLiteral *element = gyre_literal_get_first (literal); element != NULL; element = gyre_literal_get_next (element))
        {
          append_literal (text, is_json, element);
          if (gyre_literal_get_next (element) != NULL)
            g_string_append (text, ", ");
        }
      g_string_append_c (text, ']');
      return;
    }
  content = gyre_literal_get_kind (literal) == GYRE_LITERAL_NONE ? NULL : gyre_literal_dup_text (literal);
  if (content == NULL)
    g_string_append (text, "null");
  else if (strcmp (content, "none") == 0)
    append_quoted (text, content);
  else
    append_scalar (text, is_json, content);
}

/* Whether a text is read back as this value. */
static gboolean
reads_as (gboolean is_json, const char *text, const char *value)
{
  g_autofree char *whole = g_strdup_printf ("{\"a\": %s}", text);
  g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("list", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find (is_json ? "json" : "yaml", NULL), source, report);
  g_autofree char *read = NULL;

  if (gyre_report_get_errors (report) > 0 || gyre_events_get_length (events) != 1)
    return FALSE;
  read = gyre_events_dup_value (events, 0);
  return strcmp (read, value) == 0;
}

/* Writes a list as an array where that means the same, to the byte. */
static char *
dup_array (gboolean is_json, const char *value)
{
  g_autoptr (GyreLiteral) literal = NULL;
  g_autoptr (GString) text = NULL;

  if (*value != '(' || strpbrk (value, "{}\n") != NULL)
    return NULL;
  literal = gyre_literal_parse_list (value, NULL);
  if (literal == NULL || gyre_literal_get_kind (literal) != GYRE_LITERAL_LIST)
    return NULL;
  text = g_string_new (NULL);
  append_literal (text, is_json, literal);
  return reads_as (is_json, text->str, value) ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
dup_value (gboolean is_json, const char *value)
{
  char *array = dup_array (is_json, value);
  GString *text;

  if (array != NULL)
    return array;
  text = g_string_new (NULL);
  append_scalar (text, is_json, value);
  return g_string_free (text, FALSE);
}

char *
gyre_encoder_dup_yaml_value (const char *value)
{
  return dup_value (FALSE, value);
}

char *
gyre_encoder_dup_json_value (const char *value)
{
  return dup_value (TRUE, value);
}

/* Writes a key: `family#name`, `name +=`. Blanks behind it make it another key of the map, with the same meaning. */
char *
gyre_encoder_dup_map_key (gboolean is_json, const char *family, const char *key, GyreSettingOperator operator, guint padding)
{
  g_autofree char *blanks = g_strnfill (padding, ' ');
  g_autofree char *whole = NULL;
  GString *text = g_string_new (NULL);

  whole = g_strconcat (family != NULL ? family : "", family != NULL ? "#" : "", key,
                       operator != GYRE_SETTING_ASSIGN ? " " : "",
                       operator != GYRE_SETTING_ASSIGN ? gyre_setting_operator_to_string (operator) : "", blanks, NULL);
  if (!is_json && g_regex_match_simple ("^[A-Za-z_][A-Za-z0-9_.#-]*( [-+^]=)?\\z", whole, 0, 0) && strcmp (whole, "null") != 0)
    g_string_append (text, whole);
  else
    append_quoted (text, whole);
  return g_string_free (text, FALSE);
}

static void
begin_line (Writer *self)
{
  g_string_append_printf (self->text, "%*s", (int) ((self->keys->len - (self->is_json ? 0 : 1)) * STEP), "");
}

/* Puts a comma behind the member before. */
static void
begin_member (Writer *self)
{
  if (self->is_json && self->has_member)
    g_string_insert_c (self->text, self->comma_after, ',');
  self->has_member = TRUE;
  begin_line (self);
}

static void
write_key (Writer *self, const GyreEncoderItem *item)
{
  GHashTable *keys = self->keys->pdata[self->keys->len - 1];
  g_autofree char *key = NULL;
  guint padding = 0;

  begin_member (self);
  do
    {
      g_free (key);
      key = gyre_encoder_dup_map_key (self->is_json, item->family, item->key, item->operator, padding++);
    }
  while (g_hash_table_contains (keys, key));
  g_string_append_printf (self->text, "%s:", key);
  g_hash_table_add (keys, g_steal_pointer (&key));
}

static void
open_map (Writer *self)
{
  g_ptr_array_add (self->keys, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  if (self->is_json)
    g_string_append (self->text, "{\n");
  self->has_member = FALSE;
}

static void
close_map (Writer *self)
{
  g_ptr_array_set_size (self->keys, self->keys->len - 1);
  if (self->is_json)
    {
      begin_line (self);
      g_string_append_c (self->text, '}');
      self->comma_after = self->text->len;
      g_string_append_c (self->text, '\n');
    }
  self->has_member = TRUE;
}

/* Whether nothing but comments stands in the section that an item opens. */
static gboolean
is_empty_section (const GyreEncoderItem *items, guint index)
{
  for (index++; items[index].type == GYRE_ENCODER_COMMENT; index++)
    ;
  return items[index].type == GYRE_ENCODER_CLOSE;
}

static void
write_item (Writer *self, const GyreEncoderItem *items, guint index)
{
  const GyreEncoderItem *item = &items[index];
  g_autofree char *value = NULL;

  switch (item->type)
    {
    case GYRE_ENCODER_OPEN:
      write_key (self, item);
      g_string_append (self->text, self->is_json ? " " : is_empty_section (items, index) ? " {}\n" : "\n");
      open_map (self);
      break;
    case GYRE_ENCODER_CLOSE:
      close_map (self);
      break;
    case GYRE_ENCODER_COMMENT:
      begin_line (self);
      g_string_append_printf (self->text, "%s%s%s\n", self->is_json ? "//" : "#", *item->value != '\0' ? " " : "", item->value);
      break;
    default:
      write_key (self, item);
      value = dup_value (self->is_json, item->value);
      g_string_append_printf (self->text, " %s", value);
      self->comma_after = self->text->len;
      g_string_append_c (self->text, '\n');
      break;
    }
}

static void
write_all (gboolean is_json, const GyreEncoderItem *items, guint length, GString *text)
{
  Writer self = { is_json, text };

  self.keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  open_map (&self);
  for (guint index = 0; index < length; index++)
    write_item (&self, items, index);
  close_map (&self);
  g_ptr_array_unref (self.keys);
}

void
gyre_encoder_write_yaml (const GyreEncoderItem *items, guint length, GString *text)
{
  write_all (FALSE, items, length, text);
}

void
gyre_encoder_write_json (const GyreEncoderItem *items, guint length, GString *text)
{
  write_all (TRUE, items, length, text);
}
