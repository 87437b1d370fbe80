/* gyre-program-document.c: gyre document: pages about the classes and interfaces of modules
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

#include "gyre-site.h"

static gboolean
write_html (GyreCatalogue *catalogue, const GyreCommand *command, GError **error)
{
  g_autofree char *note = NULL;
  gboolean is_good = gyre_site_write (catalogue, command->pages, command->output, &note, error);

  if (note != NULL)
    g_printerr ("gyre: note: %s\n", note);
  return is_good;
}

/* One row a format. */
static const struct
{
  const char *name;
  gboolean takes_pages;
  gboolean (*write) (GyreCatalogue *catalogue, const GyreCommand *command, GError **error);
} formats[] = {
  { "html", TRUE, write_html },
};

static GyreExit
refuse_format (const char *name)
{
  const char *names[G_N_ELEMENTS (formats) + 1] = { NULL };
  g_autofree char *all = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (formats); index++)
    names[index] = formats[index].name;
  all = g_strjoinv (", ", (char **) names);
  return gyre_program_fail (GYRE_EXIT_USAGE, "there is no format '%s' for pages; there are: %s", name, all);
}

/* Everything that the module brings. A part of the program, such as the library itself, has no file to load. */
static gboolean
add_module (GyreCatalogue *catalogue, GyreExecutive *executive, const char *module, GError **error)
{
  guint before = gyre_catalogue_get_length (catalogue);
  g_autoptr (GError) problem = NULL;
  gboolean is_loaded = gyre_linker_load (gyre_executive_get_linker (executive), module, &problem);

  gyre_catalogue_add_known (catalogue, module);
  if (gyre_catalogue_get_length (catalogue) > before)
    return TRUE;
  if (!is_loaded)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "the module '%s' has no class and no interface with a family '%s.…'",
                 module, module);
  return FALSE;
}

/* The library's own classes are known when somebody asks for them. The base of all has no family, and a page all the same. */
static void
know_library (GyreCatalogue *catalogue, GStrv modules)
{
  g_autoptr (GyreDescription) component = NULL;

  gyre_role_get (GYRE_TYPE_PROCESS);
  gyre_actor_get (GYRE_TYPE_BASE_PROCESS);
  component = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (GYRE_TYPE_COMPONENT)));
  if (g_strv_contains ((const char * const *) modules, "gyre"))
    gyre_catalogue_add (catalogue, component);
}

static GyreCatalogue *
read_modules (GyreExecutive *executive, GStrv modules, GError **error)
{
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();

  know_library (catalogue, modules);
  for (guint index = 0; modules[index] != NULL; index++)
    if (!add_module (catalogue, executive, modules[index], error))
      return NULL;
  return g_steal_pointer (&catalogue);
}

GyreExit
gyre_program_document (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  const char *name = command->format != NULL ? command->format : "html";
  g_autoptr (GyreCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  guint format = 0;

  while (format < G_N_ELEMENTS (formats) && !g_str_equal (formats[format].name, name))
    format++;
  if (format == G_N_ELEMENTS (formats))
    return refuse_format (name);
  if (command->output == NULL)
    return gyre_program_fail (GYRE_EXIT_USAGE, "--output=FOLDER must say where the pages go");
  if (command->pages != NULL && !formats[format].takes_pages)
    return gyre_program_fail (GYRE_EXIT_USAGE, "--pages is for --format=html");
  catalogue = read_modules (executive, words, &error);
  if (catalogue == NULL || !formats[format].write (catalogue, command, &error))
    return gyre_program_fail_with (error);
  return GYRE_EXIT_OK;
}
