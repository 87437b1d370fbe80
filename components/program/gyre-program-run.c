/* gyre-program-run.c: gyre run: builds a component and asks it to do something
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program-inspect.h"

#include <string.h>

/* Settings of names that no instance had: mistakes for those who want it so. */
static gboolean
tell_unused (GyreExecutive *executive, const GyreCommand *command)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  gyre_executive_report_unused (executive, report);
  return gyre_program_tell_notes (report, command->is_strict);
}

/* A part is built when somebody asks for it. One that can't be built is told by whoever needs it. */
static void
build_parts (GObject *instance)
{
  g_autoptr (GPtrArray) traits = gyre_requirement_get_traits (GYRE_REQUIREMENT (gyre_actor_get (G_OBJECT_TYPE (instance))));

  for (guint index = 0; index < traits->len; index++)
    {
      g_auto (GValue) part = G_VALUE_INIT;

      if (gyre_descriptor_get_sort (traits->pdata[index]) == GYRE_DESCRIPTOR_FACILITY)
        gyre_component_get_value (GYRE_COMPONENT (instance), gyre_descriptor_get_name (traits->pdata[index]), &part, NULL);
    }
}

/* What follows names that nobody has said would run with a default that nobody wanted. */
static gboolean
tell_undefined (GyreExecutive *executive, const GyreCommand *command, GObject *instance)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  gyre_executive_report_undefined (executive, report);
  if (gyre_report_get_errors (report) > 0 && GYRE_IS_COMPONENT (instance))
    {
      build_parts (instance);
      gyre_report_unref (report);
      report = gyre_report_new ();
      gyre_executive_report_undefined (executive, report);
    }
  return gyre_program_tell_notes (report, command->is_strict);
}

/* No behavior is called so: a setting was meant. */
static GyreExit
refuse_setting (const GyreCommand *command, const char *word)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreLocator) place = gyre_command_locate (command, word);
  g_autofree char *hint = g_strdup_printf ("a setting is written --%s", word);

  gyre_report_error (report, place, hint, "the name of a behavior must not have a '='");
  gyre_program_print_report (report);
  return GYRE_EXIT_USAGE;
}

static const GyreBehavior *
find_behavior (GObject *instance, const char *name, GError **error)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_actor_get (G_OBJECT_TYPE (instance)));
  GyreDescriptor *descriptor = gyre_requirement_get_trait (requirement, name, error);

  if (descriptor == NULL || gyre_descriptor_get_sort (descriptor) == GYRE_DESCRIPTOR_BEHAVIOR)
    return (const GyreBehavior *) descriptor;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is no behavior and can't be called",
               gyre_requirement_get_public_name (requirement), name);
  return NULL;
}

/* Whether the texts can be the arguments of the behavior, so that a mistake in them is not taken for its failure. */
static gboolean
check_arguments (const GyreBehavior *behavior, GStrv texts, GError **error)
{
  const GyreSignature *signature = gyre_behavior_get_signature (behavior);
  guint given = g_strv_length (texts);

  if (given < gyre_signature_get_minimum (signature) || given > gyre_signature_get_maximum (signature))
    {
      g_autofree char *text = gyre_behavior_dup_signature_text (behavior);

      g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS, "%s: got %u argument%s", text, given,
                   given == 1 ? "" : "s");
      return FALSE;
    }
  for (guint index = 0; index < given; index++)
    {
      const GyreArgument *argument = gyre_signature_get_argument (signature, index);
      g_auto (GValue) value = G_VALUE_INIT;

      if (!gyre_argument_parse (argument, texts[index], &value, error))
        {
          g_prefix_error (error, "%s: ", argument->name);
          return FALSE;
        }
    }
  return TRUE;
}

static void
print_result (const GValue *result, const GyreCommand *command)
{
  GVariantBuilder fields;

  if (command->is_json)
    {
      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&fields, "{sv}", "result", gyre_value_to_variant (result));
      gyre_program_print_json (g_variant_builder_end (&fields));
    }
  else if (G_IS_VALUE (result))
    {
      g_autofree char *text = gyre_argument_print_value (result);

      gyre_program_print (text);
      gyre_program_print ("\n");
    }
}

static GyreExit
call (GObject *instance, const GyreBehavior *behavior, GStrv texts, const GyreCommand *command)
{
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (!check_arguments (behavior, texts, &error))
    return gyre_program_fail (GYRE_EXIT_USAGE, "%s", error->message);
  gyre_program_begin_progress ();
  is_done = gyre_behavior_call_with_texts (behavior, instance, (const char * const *) texts, &result, &error);
  gyre_program_end_progress ();
  if (!is_done)
    return gyre_program_fail (GYRE_EXIT_NEGATIVE, "%s: %s", gyre_behavior_get_name (behavior), error->message);
  print_result (&result, command);
  return GYRE_EXIT_OK;
}

GyreExit
gyre_program_run (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreLocator) place = gyre_command_locate (command, words[0]);
  g_autoptr (GObject) instance = NULL;
  const GyreBehavior *behavior;
  GyreExit code = GYRE_EXIT_OK;

  if (!gyre_program_prepare (executive, command))
    return GYRE_EXIT_USAGE;
  instance = gyre_component_new_from_specification_at (words[0], place, &error);
  if (instance != NULL && words[1] != NULL && strchr (words[1], '=') != NULL)
    return refuse_setting (command, words[1]);
  behavior = instance != NULL && words[1] != NULL ? find_behavior (instance, words[1], &error) : NULL;
  if (error != NULL)
    return gyre_program_fail_with (error);
  if (!tell_undefined (executive, command, instance))
    return GYRE_EXIT_USAGE;
  if (behavior != NULL)
    code = call (instance, behavior, words + 2, command);
  if (code == GYRE_EXIT_OK && (gyre_program_wants_frames (command) || (behavior == NULL && gyre_program_is_process (instance))))
    code = gyre_program_run_frames (executive, command, instance);
  else if (behavior == NULL)
    {
      g_autoptr (GyreDescription) description = gyre_description_new_for_instance (instance);

      gyre_program_print_description (description, command);
    }
  return tell_unused (executive, command) || code != GYRE_EXIT_OK ? code : GYRE_EXIT_USAGE;
}
