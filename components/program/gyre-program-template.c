/* gyre-program-template.c: gyre configuration template and schema: what could be configured
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

GyreExit
gyre_program_template (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GError) error = NULL;
  GyreRequirement *requirement = gyre_executive_find_family (executive, words[0], &error);
  g_autofree char *text = NULL;

  if (requirement == NULL)
    return gyre_program_fail_with (error);
  if (!GYRE_IS_ACTOR (requirement))
    return gyre_program_fail (GYRE_EXIT_USAGE, "%s is an interface; a template is made of a class", words[0]);
  text = gyre_template_write (requirement, command->format != NULL ? command->format : "pfg", &error);
  if (text == NULL)
    return gyre_program_fail (GYRE_EXIT_USAGE, "%s", error->message);
  gyre_program_print_page (text, command);
  return GYRE_EXIT_OK;
}

static void
add_all (GyreExecutive *executive, GPtrArray *requirements)
{
  g_autoptr (GPtrArray) classes = NULL;

  gyre_program_load_all_modules (executive);
  classes = gyre_registrar_list_classes (gyre_executive_get_registrar (executive));
  for (guint index = 0; index < classes->len; index++)
    if (gyre_requirement_get_family (classes->pdata[index]) != NULL && !gyre_requirement_is_internal (classes->pdata[index]))
      g_ptr_array_add (requirements, classes->pdata[index]);
}

GyreExit
gyre_program_schema (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GPtrArray) requirements = g_ptr_array_new ();

  if (words[0] == NULL)
    add_all (executive, requirements);
  for (guint index = 0; words[index] != NULL; index++)
    {
      g_autoptr (GError) error = NULL;
      GyreRequirement *requirement = gyre_executive_find_family (executive, words[index], &error);

      if (requirement == NULL)
        return gyre_program_fail_with (error);
      g_ptr_array_add (requirements, requirement);
    }
  gyre_program_print_json (gyre_schema_describe (requirements));
  return GYRE_EXIT_OK;
}
