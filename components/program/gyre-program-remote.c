/* gyre-program-remote.c: gyre get, set, call, post, pause, resume, and inspect and list of a program that runs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

#include <string.h>

/* The text of the answer, where it has one. */
static GyreExit
print_text (GVariant *answer, const GyreCommand *command)
{
  const char *text = NULL;

  g_variant_lookup (answer, "text", "m&s", &text);
  if (text != NULL)
    {
      gyre_program_print (text);
      gyre_program_print ("\n");
    }
  return GYRE_EXIT_OK;
}

static GyreExit
print_nothing (GVariant *answer, const GyreCommand *command)
{
  return GYRE_EXIT_OK;
}

static GyreExit
print_posting (GVariant *answer, const GyreCommand *command)
{
  g_autofree char *text = NULL;
  guint64 posting = 0;

  g_variant_lookup (answer, "posting", "t", &posting);
  text = g_strdup_printf ("%" G_GUINT64_FORMAT "\n", posting);
  gyre_program_print (text);
  return GYRE_EXIT_OK;
}

static GyreExit
print_page (GVariant *answer, const GyreCommand *command)
{
  const char *text = "";

  g_variant_lookup (answer, "text", "&s", &text);
  gyre_program_print_page (text, command);
  return GYRE_EXIT_OK;
}

static void
append_component (GString *page, GVariant *component)
{
  const char *name = NULL, *family = NULL, *state = NULL;

  g_variant_lookup (component, "name", "m&s", &name);
  g_variant_lookup (component, "family", "m&s", &family);
  g_variant_lookup (component, "state", "m&s", &state);
  g_string_append_printf (page, "%-32s  %-32s  %s", name != NULL ? name : "", family != NULL ? family : "", state != NULL ? state : "");
  while (g_str_has_suffix (page->str, " "))
    g_string_truncate (page, page->len - 1);
  g_string_append_c (page, '\n');
}

static GyreExit
print_components (GVariant *answer, const GyreCommand *command)
{
  g_autoptr (GVariant) components = g_variant_lookup_value (answer, "components", G_VARIANT_TYPE ("av"));
  g_autoptr (GString) page = g_string_new (NULL);
  gsize n_shown = components != NULL ? g_variant_n_children (components) : 0;
  guint64 n_components = 0;

  for (gsize index = 0; index < n_shown; index++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (components, index);
      g_autoptr (GVariant) component = g_variant_get_variant (boxed);

      append_component (page, component);
    }
  g_variant_lookup (answer, "n-components", "t", &n_components);
  if (n_components > n_shown)
    g_string_append_printf (page, "… and %" G_GUINT64_FORMAT " more\n", n_components - n_shown);
  gyre_program_print_page (page->str, command);
  return GYRE_EXIT_OK;
}

static const struct
{
  const char *verb;
  GyreExit (*print) (GVariant          *answer,
                     const GyreCommand *command);
} printers[] = {
  { "list", print_components }, { "inspect", print_page }, { "get", print_text }, { "set", print_nothing }, { "call", print_text },
  { "post", print_posting }, { "pause", print_nothing }, { "resume", print_nothing },
};

static GyreExit
print_answer (GVariant *answer, const GyreCommand *command)
{
  if (command->is_json)
    {
      gyre_program_print_json (answer);
      return GYRE_EXIT_OK;
    }
  for (guint index = 0; index < G_N_ELEMENTS (printers); index++)
    if (g_str_equal (printers[index].verb, command->words[0]))
      return printers[index].print (answer, command);
  return GYRE_EXIT_OK;
}

/* The time that an option says; FALSE when it has told that it is none. */
gboolean
gyre_program_read_time (const char *option, const char *text, gint64 *nanoseconds)
{
  g_autoptr (GError) error = NULL;
  GyreQuantity quantity;
  double seconds;

  if (gyre_quantity_from_text (text, -1, &quantity, &error) && gyre_quantity_convert (quantity, "s", &seconds, &error)
      && seconds >= 0 && seconds < 9e9)
    {
      *nanoseconds = (gint64) (seconds * 1e9);
      return TRUE;
    }
  gyre_program_fail (GYRE_EXIT_USAGE, "--%s: %s", option, error != NULL ? error->message : "must be a time of at least 0 s");
  return FALSE;
}

static gboolean
read_delay (const GyreCommand *command, GVariantDict *options)
{
  gint64 delay;

  if (command->delay == NULL)
    return TRUE;
  if (!gyre_program_read_time ("delay", command->delay, &delay))
    return FALSE;
  g_variant_dict_insert (options, "delay", "x", delay);
  return TRUE;
}

GyreExit
gyre_program_remote (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  const char *verb = command->words[0];
  g_autoptr (GyreRemote) remote = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "coloured", "b", gyre_program_is_coloured ());
  g_variant_dict_insert (&options, "columns", "u", gyre_program_get_columns ());
  if (words[0] != NULL)
    g_variant_dict_insert (&options, "position", "u", g_array_index (command->positions, guint, 1));
  if (!read_delay (command, &options))
    {
      g_variant_dict_clear (&options);
      return GYRE_EXIT_USAGE;
    }
  remote = gyre_remote_new (command->place, &error);
  if (remote != NULL)
    answer = gyre_remote_ask (remote, verb, g_str_equal (verb, "list") ? NULL : (const char * const *) words,
                              g_variant_dict_end (&options), &error);
  else
    g_variant_dict_clear (&options);
  return answer != NULL ? print_answer (answer, command) : gyre_program_fail_with (error);
}
