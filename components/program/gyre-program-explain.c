/* gyre-program-explain.c: gyre configuration explain: why a value is what it is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

static const char *
get_text (GVariant *fields, const char *name)
{
  const char *text = NULL;

  g_variant_lookup (fields, name, "m&s", &text);
  if (text == NULL)
    g_variant_lookup (fields, name, "&s", &text);
  return text;
}

static gint64
get_number (GVariant *fields, const char *name)
{
  gint64 number = 0;

  g_variant_lookup (fields, name, "x", &number);
  return number;
}

/* As gyre_locator_to_string() writes it. */
static void
append_place (GString *page, GVariant *locator)
{
  const char *kind = get_text (locator, "kind");
  const char *file = get_text (locator, "file");
  gint64 line = get_number (locator, "line");
  gint64 column = get_number (locator, "column");

  if (g_strcmp0 (kind, "argument") == 0)
    g_string_append_printf (page, "argument %" G_GINT64_FORMAT " '%s'", line, file);
  else if (file == NULL)
    g_string_append (page, kind != NULL ? kind : "unknown place");
  else
    {
      g_string_append (page, file);
      if (line > 0)
        g_string_append_printf (page, ":%" G_GINT64_FORMAT, line);
      if (column > 0)
        g_string_append_printf (page, ":%" G_GINT64_FORMAT, column);
    }
}

static void
append_locator (GString *page, GVariant *fields)
{
  g_autoptr (GVariant) locator = g_variant_lookup_value (fields, "locator", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) through = locator != NULL ? g_variant_lookup_value (locator, "through", G_VARIANT_TYPE ("av")) : NULL;
  gsize length = through != NULL ? g_variant_n_children (through) : 0;

  if (locator == NULL)
    g_string_append (page, "unknown place");
  else
    append_place (page, locator);
  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) outer = NULL;

      g_variant_get_child (through, index, "v", &outer);
      g_string_append (page, ", through ");
      append_place (page, outer);
    }
}

static void
append_conditions (GString *page, GVariant *fields)
{
  g_autoptr (GVariant) conditions = g_variant_lookup_value (fields, "conditions", G_VARIANT_TYPE ("av"));
  gsize length = conditions != NULL ? g_variant_n_children (conditions) : 0;

  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) condition = NULL;

      g_variant_get_child (conditions, index, "v", &condition);
      g_string_append_printf (page, "%s%s is %s", index == 0 ? "  if " : " and ", get_text (condition, "name"),
                              get_text (condition, "family"));
    }
}

/* One line: who, the value, the weight, the place, the key if it is another one, the conditions. */
static void
append_setting (GString *page, const char *role, GVariant *fields, const char *key)
{
  const char *value = get_text (fields, "value");
  const char *written = get_text (fields, "key");
  gint64 rank = get_number (fields, "rank");

  g_string_append_printf (page, "  %-13s %s  %s", role, value != NULL ? value : "none", get_text (fields, "priority"));
  if (rank > 0)
    g_string_append_printf (page, " %" G_GINT64_FORMAT, rank);
  g_string_append (page, "  ");
  append_locator (page, fields);
  if (written != NULL && g_strcmp0 (written, key) != 0)
    g_string_append_printf (page, "  as %s", written);
  append_conditions (page, fields);
  g_string_append_c (page, '\n');
}

static void
append_settings (GString *page, const char *role, GVariant *explanation, const char *name, const char *key)
{
  g_autoptr (GVariant) settings = g_variant_lookup_value (explanation, name, G_VARIANT_TYPE ("av"));
  gsize length = settings != NULL ? g_variant_n_children (settings) : 0;

  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) fields = NULL;

      g_variant_get_child (settings, index, "v", &fields);
      append_setting (page, role, fields, key);
    }
}

static void
print_explanation (GVariant *explanation, const GyreCommand *command)
{
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (GVariant) winner = g_variant_lookup_value (explanation, "winner", G_VARIANT_TYPE_VARDICT);
  const char *key = get_text (explanation, "key");
  const char *value = get_text (explanation, "value");

  g_string_append_printf (page, "%s = %s\n", key, value != NULL ? value : "none");
  if (winner != NULL)
    append_setting (page, "winner", winner, key);
  append_settings (page, "shadowed", explanation, "shadowed", key);
  append_settings (page, "inapplicable", explanation, "inapplicable", key);
  gyre_program_print_page (page->str, command);
}

GyreExit
gyre_program_explain (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) explanation = gyre_explanation_of_key (executive, words[0], &error);

  if (explanation == NULL)
    return gyre_program_fail_with (error);
  g_variant_ref_sink (explanation);
  if (command->is_json)
    gyre_program_print_json (explanation);
  else
    print_explanation (explanation, command);
  return GYRE_EXIT_OK;
}
