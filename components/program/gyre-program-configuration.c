/* gyre-program-configuration.c: gyre configuration: what files say, whether they may, and what is in force
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

/* A file that can't be read at all is one more mistake. */
static void
report_file (GyreReport *report, const char *file, const GError *error)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autoptr (GyreLocator) place = gyre_locator_new_file (name, 0, 0);

  gyre_report_error (report, place, NULL, "%s", error->message);
}

static void
check_file (GyreExecutive *executive, const char *file, GyreReport *report)
{
  guint errors = gyre_report_get_errors (report);
  g_autoptr (GError) error = NULL;

  if (!gyre_executive_load (executive, file, GYRE_CATEGORY_USER, report, &error) && gyre_report_get_errors (report) == errors)
    report_file (report, file, error);
}

/* All files that are found, of each package whose module is. */
static void
check_found (GyreExecutive *executive, GyreReport *report)
{
  g_auto (GStrv) packages = gyre_linker_list_available (gyre_executive_get_linker (executive));

  gyre_executive_discover (executive, "gyre", report, NULL);
  for (guint index = 0; packages[index] != NULL; index++)
    gyre_executive_discover (executive, packages[index], report, NULL);
}

GyreExit
gyre_program_check (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  if (words[0] == NULL)
    check_found (executive, report);
  for (guint index = 0; words[index] != NULL; index++)
    check_file (executive, words[index], report);
  gyre_executive_report_undefined (executive, report);
  if (command->is_json)
    gyre_program_print_json (gyre_report_to_variant (report));
  else
    gyre_program_tell_notes (report, command->is_strict);
  return gyre_report_get_errors (report) > 0 || (command->is_strict && gyre_report_get_length (report) > 0) ? GYRE_EXIT_USAGE : GYRE_EXIT_OK;
}

static GyreEvents *
read_events (GyreExecutive *executive, const char *file, GyreReport *report, GyreSecrecy **secrecy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreReport) found = gyre_report_new ();
  g_autoptr (GyreSource) source = gyre_source_new_from_file (file, &error);
  const GyreCodec *codec = source != NULL ? gyre_codec_find_for_file (file, &error) : NULL;
  GyreEvents *events;

  if (codec == NULL)
    {
      report_file (report, file, error);
      return NULL;
    }
  events = gyre_codec_decode (codec, source, found);
  *secrecy = gyre_secrecy_new (executive, source);
  gyre_secrecy_conceal (*secrecy, events, found, report);
  return events;
}

static void
append_conditions (GString *page, GyreEvents *events, guint index)
{
  for (guint condition = 0; condition < gyre_events_get_condition_count (events, index); condition++)
    {
      g_auto (GStrv) name = NULL;
      g_auto (GStrv) family = NULL;
      g_autofree char *name_text = NULL;
      g_autofree char *family_text = NULL;

      gyre_events_dup_condition (events, index, condition, &name, &family);
      name_text = g_strjoinv (".", name);
      family_text = g_strjoinv (".", family);
      g_string_append_printf (page, "%s%s is %s", condition == 0 ? "  if " : " and ", name_text, family_text);
    }
}

static void
append_event (GString *page, GyreEvents *events, guint index, GyreSecrecy *secrecy)
{
  g_auto (GStrv) component = gyre_events_dup_component (events, index);
  g_auto (GStrv) key = gyre_events_dup_key (events, index);
  g_autofree char *component_text = g_strjoinv (".", component);
  g_autofree char *key_text = g_strjoinv (".", key);
  g_autofree char *value = gyre_secrecy_covers_event (secrecy, events, index) ? g_strdup ("***")
                                                                              : gyre_events_dup_value (events, index);
  g_autoptr (GyreLocator) locator = gyre_events_dup_key_locator (events, index);
  g_autofree char *place = gyre_locator_to_string (locator);

  g_string_append_printf (page, "%s  %s%s%s %s %s", place, component_text, *component_text != '\0' ? "." : "", key_text,
                          gyre_events_get_operator (events, index), value);
  append_conditions (page, events, index);
  g_string_append_c (page, '\n');
}

GyreExit
gyre_program_events (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GString) page = g_string_new (NULL);
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint file = 0; words[file] != NULL; file++)
    {
      g_autoptr (GyreSecrecy) secrecy = NULL;
      g_autoptr (GyreEvents) events = read_events (executive, words[file], report, &secrecy);

      if (events != NULL)
        gyre_program_append_elements (&list, gyre_events_to_variant_without_secrets (events, secrecy));
      for (guint index = 0; events != NULL && index < gyre_events_get_length (events); index++)
        append_event (page, events, index, secrecy);
    }
  if (command->is_json)
    gyre_program_print_json (g_variant_builder_end (&list));
  else
    gyre_program_print_page (page->str, command);
  g_variant_builder_clear (&list);
  gyre_program_print_report (report);
  return gyre_report_get_errors (report) > 0 ? GYRE_EXIT_USAGE : GYRE_EXIT_OK;
}

GyreExit
gyre_program_dump (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (gyre_program_needs_config (executive, command))
    return GYRE_EXIT_USAGE;
  if (command->is_json)
    {
      gyre_program_print_json (gyre_explanation_of_all (executive));
      return GYRE_EXIT_OK;
    }
  text = gyre_explanation_to_text (executive, command->format != NULL ? command->format : "pfg", &error);
  if (text == NULL)
    return gyre_program_fail (GYRE_EXIT_USAGE, "%s", error->message);
  gyre_program_print_page (text, command);
  return GYRE_EXIT_OK;
}

GyreExit
gyre_program_order (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autofree char *text = NULL;

  if (command->is_json)
    gyre_program_print_json (gyre_precedence_describe (executive, words[0]));
  else
    {
      text = gyre_precedence_to_string (executive, words[0]);
      gyre_program_print_page (text, command);
    }
  return GYRE_EXIT_OK;
}
