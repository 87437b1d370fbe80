/* gyre-encoder-markup.c: Writes pml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-encoder-private.h"

#include <string.h>

#define STEP 2

/* Writes a text so that each of its bytes is read, those that begin lines too. */
char *
gyre_encoder_dup_pml_value (const char *value)
{
  GString *text = g_string_new (NULL);

  for (; *value != '\0'; value++)
    switch (*value)
      {
      case '&':
        g_string_append (text, "&amp;");
        break;
      case '<':
        g_string_append (text, "&lt;");
        break;
      case '>':
        g_string_append (text, "&gt;");
        break;
      case '"':
        g_string_append (text, "&quot;");
        break;
      case '\n':
        g_string_append (text, "&#10;");
        break;
      case '\r':
        g_string_append (text, "&#13;");
        break;
      default:
        g_string_append_c (text, *value);
      }
  return g_string_free (text, FALSE);
}

/* Two dashes end a comment. */
static char *
dup_comment (const char *comment)
{
  GString *text = g_string_new (NULL);

  for (; *comment != '\0'; comment++)
    {
      if (*comment == '-' && text->len > 0 && text->str[text->len - 1] == '-')
        g_string_append_c (text, ' ');
      g_string_append_c (text, *comment);
    }
  return g_string_free (text, FALSE);
}

static void
write_attribute (GString *text, const char *name, const char *value)
{
  g_autofree char *escaped = gyre_encoder_dup_pml_value (value);

  g_string_append_printf (text, " %s=\"%s\"", name, escaped);
}

static void
write_setting (GString *text, const GyreEncoderItem *item)
{
  g_autofree char *value = gyre_encoder_dup_pml_value (item->value);

  g_string_append (text, "<bind");
  write_attribute (text, "property", item->key);
  if (item->operator != GYRE_SETTING_ASSIGN)
    write_attribute (text, "operator", gyre_setting_operator_to_string (item->operator));
  g_string_append_printf (text, ">%s</bind>\n", value);
}

static void
write_opening (GString *text, const GyreEncoderItem *item)
{
  g_string_append (text, item->family != NULL ? "<component" : "<package");
  write_attribute (text, "name", item->key);
  if (item->family != NULL)
    write_attribute (text, "family", item->family);
  g_string_append (text, ">\n");
}

static void
write_comment (GString *text, const char *comment)
{
  g_autofree char *escaped = dup_comment (comment);

  g_string_append_printf (text, "<!-- %s -->\n", escaped);
}

void
gyre_encoder_write_pml (const GyreEncoderItem *items, guint length, GString *text)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_string_append (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<config>\n");
  for (guint index = 0; index < length; index++)
    {
      const GyreEncoderItem *item = &items[index];

      g_string_append_printf (text, "%*s", (int) ((open->len + (item->type != GYRE_ENCODER_CLOSE)) * STEP), "");
      if (item->type == GYRE_ENCODER_OPEN)
        {
          write_opening (text, item);
          g_ptr_array_add (open, (gpointer) item);
        }
      else if (item->type == GYRE_ENCODER_CLOSE)
        {
          const GyreEncoderItem *opening = g_ptr_array_steal_index (open, open->len - 1);

          g_string_append (text, opening->family != NULL ? "</component>\n" : "</package>\n");
        }
      else if (item->type == GYRE_ENCODER_SETTING)
        write_setting (text, item);
      else if (item->type == GYRE_ENCODER_COMMENT)
        write_comment (text, item->value);
      else
        {
          g_string_append (text, "<include");
          write_attribute (text, "file", item->value);
          g_string_append (text, "/>\n");
        }
    }
  g_string_append (text, "</config>\n");
}
