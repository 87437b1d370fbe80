/* gyre-program-inspect.c: gyre inspect: what a class, an interface, an instance, a module or a type is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program-inspect.h"
#include "gyre-program-cache.h"
#include "gyre-program-library.h"

#include <stdio.h>
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
  text = gyre_description_to_page (description, gyre_program_is_coloured (), gyre_program_get_columns ());
  gyre_program_print_page (text, command);
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (name != NULL)
    g_ptr_array_add (names, g_strdup (name));
}

static void
add_records (GPtrArray *names, GPtrArray *records)
{
  for (guint index = 0; index < records->len; index++)
    if (!gyre_requirement_is_internal (records->pdata[index]))
      {
        add_name (names, gyre_requirement_get_family (records->pdata[index]));
        add_name (names, gyre_requirement_get_name (records->pdata[index]));
      }
}

static void
add_types (GPtrArray *names, GType parent)
{
  guint length = 0;
  g_autofree GType *children = g_type_children (parent, &length);

  for (guint index = 0; index < length; index++)
    {
      add_name (names, g_type_name (children[index]));
      add_types (names, children[index]);
    }
}

static void
add_provided (GPtrArray *names)
{
  g_auto (GStrv) packages = gyre_provider_list_packages ();

  for (guint index = 0; packages[index] != NULL; index++)
    {
      g_autoptr (GPtrArray) families = gyre_provider_list (gyre_provider_get (packages[index]));

      for (guint number = 0; number < families->len; number++)
        add_name (names, ((GyreProvidedFamily *) families->pdata[number])->family);
    }
}

/* Everything that could have been meant: families, modules, types. All modules are loaded by now. */
static GStrv
list_candidates (GyreExecutive *executive, const GyreCommand *command)
{
  GyreRegistrar *registrar = gyre_executive_get_registrar (executive);
  g_autoptr (GPtrArray) classes = gyre_registrar_list_classes (registrar);
  g_autoptr (GPtrArray) interfaces = gyre_registrar_list_interfaces (registrar);
  g_auto (GStrv) modules = gyre_linker_list_available (gyre_executive_get_linker (executive));
  g_auto (GStrv) types = gyre_program_list_types (command);
  GPtrArray *names = g_ptr_array_new ();

  add_records (names, classes);
  add_records (names, interfaces);
  add_provided (names);
  for (guint index = 0; modules[index] != NULL; index++)
    add_name (names, modules[index]);
  for (guint index = 0; types[index] != NULL; index++)
    add_name (names, types[index]);
  add_types (names, G_TYPE_OBJECT);
  add_types (names, G_TYPE_INTERFACE);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

static void
set_missing (GyreExecutive *executive, const GyreCommand *command, const char *subject, GError **error)
{
  g_auto (GStrv) candidates = NULL;
  g_autofree char *hint = NULL;
  g_autofree char *readable = g_utf8_make_valid (subject, -1);

  candidates = list_candidates (executive, command);
  hint = gyre_name_suggest (subject, (const char * const *) candidates);
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "there is no %s '%s'; %s",
               strchr (subject, '.') != NULL ? "family" : "family, module or type", readable,
               hint != NULL ? hint : "gyre list tells what there is");
}

/* By family, or by the name of the type. A class with mistakes is found, and they are told with it. */
static GyreDescription *
find_class (GyreExecutive *executive, const GyreCommand *command, const char *subject, GError **error)
{
  GyreDescription *description = strchr (subject, '.') != NULL ? gyre_description_new_for_family (executive, subject, error) : NULL;
  GType type;

  if (description != NULL)
    {
      if (command->typelibs == NULL)
        gyre_program_remember (executive, description);
      return description;
    }
  type = gyre_program_find_type (command, subject);
  if (type == G_TYPE_INVALID)
    return NULL;
  g_clear_error (error);
  return gyre_description_new_for_type (type, error);
}

static GyreDescription *
describe_class (GyreExecutive *executive, const GyreCommand *command, const char *subject, GError **error)
{
  g_autoptr (GError) problem = NULL;
  GType type = g_type_from_name (subject);
  /* What is known answers, as all modules of the path would; else they are all loaded by now. A type of another library needs none, and
   * a typelib knows more. */
  gboolean can_be_kept = command->typelibs == NULL && (type == G_TYPE_INVALID || g_type_is_a (type, GYRE_TYPE_COMPONENT));
  GyreDescription *description = can_be_kept ? gyre_program_recall (executive, subject) : NULL;

  if (description == NULL)
    description = find_class (executive, command, subject, &problem);
  if (description == NULL && (problem == NULL || g_error_matches (problem, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN)))
    {
      g_clear_error (&problem);
      if (!command->is_asking || strchr (subject, '.') == NULL)
        gyre_program_load_all_modules (executive);
      description = find_class (executive, command, subject, &problem);
    }
  if (description != NULL)
    return description;
  if (problem == NULL || g_error_matches (problem, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN))
    set_missing (executive, command, subject, error);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static GyreDescription *
describe_instance (const GyreCommand *command, const char *specification, GError **error)
{
  g_autoptr (GyreLocator) place = gyre_command_locate (command, specification);
  g_autoptr (GObject) instance = gyre_component_new_from_specification_at (specification, place, error);

  return instance != NULL ? gyre_description_new_for_instance (instance) : NULL;
}

static GyreExit
tell_types (const GyreCommand *command)
{
  g_auto (GStrv) types = gyre_program_list_types (command);
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; types[index] != NULL && command->is_json; index++)
    g_variant_builder_add (&list, "v", g_variant_new_string (types[index]));
  if (command->is_json)
    gyre_program_print_json (g_variant_builder_end (&list));
  else
    {
      g_autofree char *text = g_strjoinv ("\n", types);
      g_autofree char *lines = g_strconcat (text, *text != '\0' ? "\n" : "", NULL);

      g_variant_builder_clear (&list);
      gyre_program_print_page (lines, command);
    }
  return GYRE_EXIT_OK;
}

/* A module has no dot in its name, and neither has a type; those who want the type of that name can say its family. */
static gboolean
is_module (GyreExecutive *executive, const char *subject)
{
  gboolean can_be = strpbrk (subject, ".#") == NULL && gyre_name_is_valid (subject, NULL);
  g_autofree char *file = can_be ? gyre_linker_dup_file (gyre_executive_get_linker (executive), subject) : NULL;

  return file != NULL || (can_be && gyre_registrar_has_package (gyre_executive_get_registrar (executive), subject));
}

static GyreExit
inspect_subject (GyreExecutive *executive, const GyreCommand *command, const char *subject, GError **error)
{
  g_autoptr (GyreDescription) description = NULL;

  if (is_module (executive, subject))
    return gyre_program_inspect_module (executive, command, subject, error);
  if (strchr (subject, '#') != NULL)
    description = describe_instance (command, subject, error);
  else
    description = describe_class (executive, command, subject, error);
  if (description == NULL)
    return GYRE_EXIT_NOT_FOUND;
  if (!command->is_asking)
    gyre_program_print_description (description, command);
  return GYRE_EXIT_OK;
}

GyreExit
gyre_program_inspect (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GError) error = NULL;
  GyreExit code;

  if (command->place != NULL && words[0] != NULL)
    return gyre_program_remote (executive, command, words);
  if (words[0] == NULL && command->libraries == NULL && command->typelibs == NULL)
    return gyre_program_fail (GYRE_EXIT_USAGE, "too few words; usage: gyre inspect FAMILY|TYPE|SPECIFICATION|MODULE");
  g_type_ensure (GYRE_TYPE_COMPONENT);
  gyre_actor_get (GYRE_TYPE_BASE_PROCESS);
  if (!gyre_program_open_libraries (command, &error))
    code = GYRE_EXIT_NOT_FOUND;
  else
    code = words[0] == NULL ? tell_types (command) : inspect_subject (executive, command, words[0], &error);
  if (error == NULL)
    return code;
  return command->is_asking ? GYRE_EXIT_NEGATIVE : gyre_program_fail_with (error);
}
