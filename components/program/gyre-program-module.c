/* gyre-program-module.c: gyre inspect MODULE: what a module brings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program-inspect.h"

#define SCHEMA "gyre.module/1"

static gboolean
is_interface (const GyreDescription *description)
{
  return description->subject == GYRE_DESCRIPTION_INTERFACE;
}

static const char *
find_version (GyreCatalogue *catalogue)
{
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    if (gyre_catalogue_get (catalogue, index)->version != NULL)
      return gyre_catalogue_get (catalogue, index)->version;
  return NULL;
}

static GVariant *
list_members (GyreCatalogue *catalogue, gboolean wants_interfaces)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      const GyreDescription *description = gyre_catalogue_get (catalogue, index);
      GVariantBuilder fields;

      if (is_interface (description) != wants_interfaces)
        continue;
      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&fields, "{sv}", "family", g_variant_new ("ms", description->family));
      g_variant_builder_add (&fields, "{sv}", "type", g_variant_new_string (description->type));
      g_variant_builder_add (&fields, "{sv}", "summary", g_variant_new ("ms", description->summary));
      g_variant_builder_add (&fields, "{sv}", "abstract", g_variant_new_boolean (description->is_abstract));
      g_variant_builder_add (&list, "v", g_variant_builder_end (&fields));
    }
  return g_variant_builder_end (&list);
}

static void
print_data (GyreCatalogue *catalogue, const char *package, const char *file)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "schema", g_variant_new_string (SCHEMA));
  g_variant_builder_add (&fields, "{sv}", "subject", g_variant_new_string ("module"));
  g_variant_builder_add (&fields, "{sv}", "package", g_variant_new_string (package));
  g_variant_builder_add (&fields, "{sv}", "module", g_variant_new ("ms", file));
  g_variant_builder_add (&fields, "{sv}", "version", g_variant_new ("ms", find_version (catalogue)));
  g_variant_builder_add (&fields, "{sv}", "families", list_members (catalogue, FALSE));
  g_variant_builder_add (&fields, "{sv}", "interfaces", list_members (catalogue, TRUE));
  gyre_program_print_json (g_variant_builder_end (&fields));
}

static void
append_styled (GString *text, const char *word)
{
  gboolean is_coloured = gyre_program_is_coloured ();

  g_string_append_printf (text, "%s%s%s", is_coloured ? "\033[1m" : "", word, is_coloured ? "\033[0m" : "");
}

static void
append_members (GString *text, GyreCatalogue *catalogue, const char *title, gboolean wants_interfaces)
{
  guint width = 0;
  gboolean is_first = TRUE;

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    width = MAX (width, gyre_paragraph_get_width (gyre_description_get_public_name (gyre_catalogue_get (catalogue, index))));
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);
      const char *name = gyre_description_get_public_name (description);

      if (is_interface (description) != wants_interfaces)
        continue;
      if (is_first)
        {
          g_string_append_c (text, '\n');
          append_styled (text, title);
          g_string_append_c (text, '\n');
        }
      is_first = FALSE;
      g_string_append (text, "  ");
      append_styled (text, name);
      if (description->summary != NULL)
        {
          g_string_append_printf (text, "%*s", (int) (width + 2 - gyre_paragraph_get_width (name)), "");
          gyre_paragraph_append (text, description->summary, width + 4, width + 4, gyre_program_get_columns ());
        }
      g_string_append_c (text, '\n');
    }
}

static void
print_text (GyreCatalogue *catalogue, const char *package, const char *file, const GyreCommand *command)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_styled (text, package);
  g_string_append_printf (text, ": a module\n  file        %s\n", file != NULL ? file : "part of the program");
  if (find_version (catalogue) != NULL)
    g_string_append_printf (text, "  version     %s\n", find_version (catalogue));
  append_members (text, catalogue, "interfaces", TRUE);
  append_members (text, catalogue, "families", FALSE);
  gyre_program_print_page (text->str, command);
}

/* Loads it, and tells the families that it has brought. */
GyreExit
gyre_program_inspect_module (GyreExecutive *executive, const GyreCommand *command, const char *package, GError **error)
{
  g_autofree char *file = gyre_linker_dup_file (gyre_executive_get_linker (executive), package);
  g_autoptr (GyreCatalogue) catalogue = NULL;

  if (command->is_asking)
    return GYRE_EXIT_OK;
  if (file != NULL && !gyre_linker_load (gyre_executive_get_linker (executive), package, error))
    return GYRE_EXIT_NEGATIVE;
  catalogue = gyre_catalogue_new ();
  gyre_catalogue_add_known (catalogue, package);
  /* The library brings its own families, and is no module. */
  if (file == NULL && gyre_catalogue_get_length (catalogue) > 0)
    file = g_strdup (gyre_catalogue_get (catalogue, 0)->module);
  if (command->is_json)
    print_data (catalogue, package, file);
  else
    print_text (catalogue, package, file, command);
  return GYRE_EXIT_OK;
}
