/* gyre-program-inspect.c: gyre inspect: what a class, an interface or an instance is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program-inspect.h"
#include "gyre-program-cache.h"

#include <string.h>

void
gyre_program_print_description (GyreDescription *description, const GyreCommand *command)
{
  g_autofree char *text = NULL;

  if (command->is_json)
    {
      gyre_program_print_json (gyre_description_to_variant (description));
      return;
    }
  text = gyre_description_to_text (description, gyre_program_is_coloured ());
  gyre_program_print_page (text, command);
}

/* The record of a type of that name; modules are loaded until somebody knows it. */
static GyreRequirement *
find_type (GyreExecutive *executive, const char *name)
{
  GType type = g_type_from_name (name);

  if (type == G_TYPE_INVALID && strchr (name, '.') == NULL)
    {
      gyre_program_load_all_modules (executive);
      type = g_type_from_name (name);
    }
  if (G_TYPE_IS_INTERFACE (type))
    return (GyreRequirement *) gyre_role_get (type);
  return G_TYPE_IS_OBJECT (type) ? (GyreRequirement *) gyre_actor_get (type) : NULL;
}

static GyreDescription *
describe_class (GyreExecutive *executive, const char *subject, GError **error)
{
  GyreDescription *description = gyre_program_recall (executive, subject);
  GyreRequirement *requirement = NULL;

  if (description != NULL)
    return description;
  g_type_ensure (GYRE_TYPE_COMPONENT);
  if (strchr (subject, '.') == NULL)
    requirement = find_type (executive, subject);
  if (requirement != NULL)
    return gyre_description_new (requirement);
  description = gyre_description_new_for_family (executive, subject, error);
  if (description != NULL)
    gyre_program_remember (executive, description);
  return description;
}

static GyreDescription *
describe_instance (const GyreCommand *command, const char *specification, GError **error)
{
  g_autoptr (GyreLocator) place = gyre_command_locate (command, specification);
  g_autoptr (GObject) instance = gyre_component_new_from_specification_at (specification, place, error);

  return instance != NULL ? gyre_description_new_for_instance (instance) : NULL;
}

GyreExit
gyre_program_inspect (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GyreDescription) description = NULL;
  g_autoptr (GError) error = NULL;

  if (command->place != NULL)
    return gyre_program_remote (executive, command, words);
  if (strchr (words[0], '#') != NULL)
    description = describe_instance (command, words[0], &error);
  else
    description = describe_class (executive, words[0], &error);
  if (description == NULL)
    return gyre_program_fail_with (error);
  gyre_program_print_description (description, command);
  return GYRE_EXIT_OK;
}
