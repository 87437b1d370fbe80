/* gyre-encoder.c: Writes configurations, in any format
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Everything is collected first. What a writer made is read back before it is given away: a value that a format cannot hold is
 * an error, and never another value.
 */
#include "gyre-encoder-private.h"
#include "gyre-codec.h"

#include <string.h>

typedef struct
{
  const char *encoding;
  GyreEncoderFunction write;
} Writer;

static const Writer writers[] = {
  { "pfg", gyre_encoder_write_pfg },   { "cfg", gyre_encoder_write_cfg }, { "yaml", gyre_encoder_write_yaml },
  { "yml", gyre_encoder_write_yaml },  { "json", gyre_encoder_write_json }, { "pml", gyre_encoder_write_pml },
};

struct _GyreEncoder
{
  const Writer *writer;
  GArray *items;        /* of GyreEncoderItem */
  guint depth;
};

static void
clear_item (gpointer data)
{
  GyreEncoderItem *item = data;

  g_free (item->family);
  g_free (item->key);
  g_free (item->value);
}

/**
 * gyre_encoder_new: (skip)
 * @encoding: a format: pfg, cfg, yaml, json or pml
 * @error: return location of an error
 *
 * Begins a configuration. Fails with %GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING.
 *
 * Returns: (transfer full): an encoder, or %NULL with @error set
 *
 * Since: 0.1
 */
GyreEncoder *
gyre_encoder_new (const char *encoding, GError **error)
{
  GyreEncoder *self;

  g_return_val_if_fail (encoding != NULL, NULL);
  for (guint index = 0; index < G_N_ELEMENTS (writers); index++)
    if (g_ascii_strcasecmp (writers[index].encoding, encoding) == 0)
      {
        self = g_new0 (GyreEncoder, 1);
        self->writer = &writers[index];
        self->items = g_array_new (FALSE, FALSE, sizeof (GyreEncoderItem));
        g_array_set_clear_func (self->items, clear_item);
        return self;
      }
  if (gyre_codec_find (encoding, error) != NULL)
    g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING,
                 "configuration: the encoding '%s' can be read, but not written", encoding);
  return NULL;
}

/**
 * gyre_encoder_free: (skip)
 * @encoder: (transfer full): an encoder
 *
 * Since: 0.1
 */
void
gyre_encoder_free (GyreEncoder *encoder)
{
  g_array_unref (encoder->items);
  g_free (encoder);
}

static void
add (GyreEncoder *self, GyreEncoderItemType type, GyreSettingOperator operator, const char *family, const char *key,
     char *value)
{
  GyreEncoderItem item = { type, operator, g_strdup (family), g_strdup (key), value };

  g_array_append_val (self->items, item);
}

/**
 * gyre_encoder_open: (skip)
 * @encoder: an encoder
 * @family: (nullable): a family; what the section says then holds if the instance @name is of it
 * @name: a dotted name, to which the names of the sections that are open are added
 *
 * Opens a section in the one that is open.
 *
 * Since: 0.1
 */
void
gyre_encoder_open (GyreEncoder *encoder, const char *family, const char *name)
{
  g_return_if_fail (encoder != NULL && name != NULL);
  add (encoder, GYRE_ENCODER_OPEN, 0, family, name, NULL);
  encoder->depth++;
}

/**
 * gyre_encoder_close: (skip)
 * @encoder: an encoder
 *
 * Closes the section that was opened last.
 *
 * Since: 0.1
 */
void
gyre_encoder_close (GyreEncoder *encoder)
{
  g_return_if_fail (encoder != NULL && encoder->depth > 0);
  add (encoder, GYRE_ENCODER_CLOSE, 0, NULL, NULL, NULL);
  encoder->depth--;
}

/**
 * gyre_encoder_add: (skip)
 * @encoder: an encoder
 * @key: a dotted name
 * @operator: what the value does with what there is
 * @value: the text of a value, as it stands behind the `=` of a pfg; blanks around it mean nothing and go
 * @comment: (nullable): what to tell the reader, in the lines before
 *
 * Adds a setting to the section that is open.
 *
 * Since: 0.1
 */
void
gyre_encoder_add (GyreEncoder *encoder, const char *key, GyreSettingOperator operator, const char *value, const char *comment)
{
  g_return_if_fail (encoder != NULL && key != NULL && value != NULL);
  if (comment != NULL)
    gyre_encoder_add_comment (encoder, comment);
  add (encoder, GYRE_ENCODER_SETTING, operator, NULL, key, g_strstrip (g_strdup (value)));
}

/**
 * gyre_encoder_add_comment: (skip)
 * @encoder: an encoder
 * @text: any text, of one or more lines
 *
 * Adds a comment.
 *
 * Since: 0.1
 */
void
gyre_encoder_add_comment (GyreEncoder *encoder, const char *text)
{
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (encoder != NULL && text != NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint index = 0; lines[index] != NULL; index++)
    add (encoder, GYRE_ENCODER_COMMENT, 0, NULL, NULL, g_strchomp (g_strdup (lines[index])));
}

/**
 * gyre_encoder_add_include: (skip)
 * @encoder: an encoder
 * @path: the file, or a pattern
 * @is_optional: whether there need not be such a file
 *
 * Adds a file to be read at this place, which must be outside of all sections.
 *
 * Since: 0.1
 */
void
gyre_encoder_add_include (GyreEncoder *encoder, const char *path, gboolean is_optional)
{
  gboolean has_special;

  g_return_if_fail (encoder != NULL && path != NULL && encoder->depth == 0);
  has_special = strpbrk (path, ",'()[]; ?") != NULL;
  add (encoder, GYRE_ENCODER_INCLUDE, 0, NULL, "@include",
       g_strconcat (is_optional ? "?" : "", has_special ? "\"" : "", path, has_special ? "\"" : "", NULL));
}

/* Appends what a setting means to a list that is compared: one line of names, conditions, operator and value. */
static void
note (GString *notes, const char *name, const char *conditions, const char *operator, const char *value)
{
  g_string_append_printf (notes, "%s\001%s\001%s\001%s\002", name, conditions, operator, value);
}

static char *
join (GStrv list)
{
  g_auto (GStrv) owned = list;

  return g_strjoinv (".", owned);
}

/* What the events mean. */
static char *
note_events (GyreEvents *events)
{
  GString *notes = g_string_new (NULL);

  for (guint index = 0; index < gyre_events_get_length (events); index++)
    {
      g_autoptr (GString) conditions = g_string_new (NULL);
      g_autofree char *key = join (gyre_events_dup_key (events, index));
      g_autofree char *component = join (gyre_events_dup_component (events, index));
      g_autofree char *name = g_strconcat (component, *component != '\0' ? "." : "", key, NULL);
      g_autofree char *value = gyre_events_dup_value (events, index);

      if (gyre_events_get_kind (events, index) == GYRE_EVENT_SOURCE)
        continue;
      for (guint condition = 0; condition < gyre_events_get_condition_count (events, index); condition++)
        {
          g_autofree char *instance_text = NULL;
          g_autofree char *family_text = NULL;
          GStrv instance, family;

          gyre_events_dup_condition (events, index, condition, &instance, &family);
          instance_text = join (instance);
          family_text = join (family);
          g_string_append_printf (conditions, "%s#%s;", family_text, instance_text);
        }
      note (notes, name, conditions->str, gyre_events_get_operator (events, index), value);
    }
  return g_string_free (notes, FALSE);
}

/* What the items mean. */
static char *
note_items (GyreEncoder *self)
{
  GString *notes = g_string_new (NULL);
  g_autoptr (GString) prefix = g_string_new (NULL);
  g_autoptr (GString) conditions = g_string_new (NULL);
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint index = 0; index < self->items->len; index++)
    {
      const GyreEncoderItem *item = &g_array_index (self->items, GyreEncoderItem, index);
      gsize before[2] = { prefix->len, conditions->len };

      if (item->type == GYRE_ENCODER_OPEN)
        {
          g_array_append_vals (lengths, before, 2);
          g_string_append_printf (prefix, "%s.", item->key);
          if (item->family != NULL)
            g_string_append_printf (conditions, "%s#%.*s;", item->family, (int) prefix->len - 1, prefix->str);
        }
      else if (item->type == GYRE_ENCODER_CLOSE)
        {
          g_string_truncate (prefix, g_array_index (lengths, gsize, lengths->len - 2));
          g_string_truncate (conditions, g_array_index (lengths, gsize, lengths->len - 1));
          g_array_set_size (lengths, lengths->len - 2);
        }
      else if (item->type == GYRE_ENCODER_SETTING)
        {
          g_autofree char *name = g_strconcat (prefix->str, item->key, NULL);

          note (notes, name, conditions->str, gyre_setting_operator_to_string (item->operator), item->value);
        }
    }
  return g_string_free (notes, FALSE);
}

/* Tells the first setting that did not come back. */
static void
set_difference (GyreEncoder *self, const char *said, const char *read, GError **error)
{
  gsize place = 0, start = 0;
  const char *stop;

  for (; said[place] != '\0' && said[place] == read[place]; place++)
    if (said[place] == '\002')
      start = place + 1;
  stop = strchr (said + start, '\001');
  g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID,
               "%.*s: the format %s cannot say so, or not at this place; other formats may",
               stop != NULL ? (int) (stop - said - start) : 0, said + start, self->writer->encoding);
}

/* Reads back what was written. */
static gboolean
check (GyreEncoder *self, GString *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("configuration", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find (self->writer->encoding, NULL), source, report);
  g_autofree char *said = note_items (self);
  g_autofree char *read = note_events (events);

  if (gyre_report_get_errors (report) > 0)
    {
      g_autofree char *told = gyre_report_to_string (report);

      g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID,
                   "the format %s cannot say so: %s", self->writer->encoding, told);
      return FALSE;
    }
  if (strcmp (said, read) == 0)
    return TRUE;
  set_difference (self, said, read, error);
  return FALSE;
}

/**
 * gyre_encoder_finish: (skip)
 * @encoder: an encoder whose sections are closed
 * @error: return location of an error
 *
 * Makes the text. Fails with %GYRE_CONFIGURATION_ERROR_INVALID when the format cannot say something, which is named.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 *
 * Since: 0.1
 */
char *
gyre_encoder_finish (GyreEncoder *encoder, GError **error)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (encoder != NULL && encoder->depth == 0, NULL);

  text = g_string_new (NULL);
  encoder->writer->write ((const GyreEncoderItem *) encoder->items->data, encoder->items->len, text);
  if (!check (encoder, text, error))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}
