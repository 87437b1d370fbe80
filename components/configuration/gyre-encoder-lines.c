/* gyre-encoder-lines.c: Writes pfg and cfg
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-encoder-private.h"

#include <string.h>

#define STEP 4

/* Writes a value as pfg reads it: outside of quotes a `;` needs a backslash. Several lines stand below the key. */
char *
gyre_encoder_dup_pfg_value (const char *value, guint indentation)
{
  GString *text = g_string_new (NULL);
  gboolean has_lines = strchr (value, '\n') != NULL;
  char quote = 0, before = '(';

  if (has_lines)
    g_string_append_printf (text, "\n%*s", (int) indentation, "");
  for (; *value != '\0'; value++)
    {
      if (quote != 0 && *value == '\\' && value[1] != '\0')
        g_string_append_c (text, *value++);
      else if (quote != 0 && *value == quote)
        quote = 0;
      else if (quote == 0 && (*value == '"' || *value == '\'') && strchr ("([,", before) != NULL)
        quote = *value;
      else if (quote == 0 && *value == ';')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *value);
      if (*value == '\n')
        g_string_append_printf (text, "%*s", (int) indentation, "");
      if (!g_ascii_isspace (*value))
        before = *value;
    }
  return g_string_free (text, FALSE);
}

/* Writes a value as cfg reads it: in one line, which a list can always be. */
char *
gyre_encoder_dup_cfg_value (const char *value)
{
  g_autofree char *copy = g_strdup (value);

  if (*copy == '(' || *copy == '[')
    g_strdelimit (copy, "\n", ' ');
  return g_steal_pointer (&copy);
}

static void
write_comment (GString *text, guint indentation, const char *sign, const char *comment)
{
  g_string_append_printf (text, "%*s%s%s%s\n", (int) indentation, "", sign, *comment != '\0' ? " " : "", comment);
}

static void
write_setting (GString *text, guint indentation, const GyreEncoderItem *item, const char *value)
{
  g_string_append_printf (text, "%*s%s %s%s%s\n", (int) indentation, "", item->key,
                          gyre_setting_operator_to_string (item->operator), *value != '\0' && *value != '\n' ? " " : "", value);
}

void
gyre_encoder_write_pfg (const GyreEncoderItem *items, guint length, GString *text)
{
  guint indentation = 0;

  for (guint index = 0; index < length; index++)
    {
      const GyreEncoderItem *item = &items[index];
      g_autofree char *value = item->value != NULL ? gyre_encoder_dup_pfg_value (item->value, indentation + STEP) : NULL;

      switch (item->type)
        {
        case GYRE_ENCODER_OPEN:
          g_string_append_printf (text, "%*s%s%s%s:\n", (int) indentation, "", item->family != NULL ? item->family : "",
                                  item->family != NULL ? " # " : "", item->key);
          indentation += STEP;
          break;
        case GYRE_ENCODER_CLOSE:
          indentation -= STEP;
          break;
        case GYRE_ENCODER_COMMENT:
          write_comment (text, indentation, ";", item->value);
          break;
        default:
          write_setting (text, indentation, item, item->type == GYRE_ENCODER_INCLUDE ? item->value : value);
          break;
        }
    }
}

/* Writes the line that leads into the innermost of the sections that are open. */
static void
write_header (GString *text, const GPtrArray *open)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_c (text, '[');
  for (guint index = 0; index < open->len; index++)
    {
      const GyreEncoderItem *item = open->pdata[index];

      g_string_append_printf (text, "%s%s%s%s", index > 0 ? " > " : "", item->family != NULL ? item->family : "",
                              item->family != NULL ? " # " : "", item->key);
    }
  g_string_append (text, "]\n");
}

/* N.B. what stands outside of all sections can stand before the first one only; the encoder finds out when it reads back. */
void
gyre_encoder_write_cfg (const GyreEncoderItem *items, guint length, GString *text)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  gboolean needs_header = FALSE;

  for (guint index = 0; index < length; index++)
    {
      const GyreEncoderItem *item = &items[index];
      g_autofree char *value = NULL;

      if (item->type == GYRE_ENCODER_OPEN)
        g_ptr_array_add (open, (gpointer) item);
      else if (item->type == GYRE_ENCODER_CLOSE)
        g_ptr_array_set_size (open, open->len - 1);
      if (item->type == GYRE_ENCODER_OPEN || item->type == GYRE_ENCODER_CLOSE)
        {
          needs_header = open->len > 0;
          continue;
        }
      if (needs_header)
        write_header (text, open);
      needs_header = FALSE;
      value = gyre_encoder_dup_cfg_value (item->value);
      if (item->type == GYRE_ENCODER_COMMENT)
        write_comment (text, 0, "#", item->value);
      else
        write_setting (text, 0, item, item->type == GYRE_ENCODER_INCLUDE ? item->value : value);
    }
}
