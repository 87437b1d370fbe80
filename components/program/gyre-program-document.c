/* gyre-program-document.c: gyre document: pages about the classes and interfaces of modules
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program-library.h"

#include "gyre-document-json.h"
#include "gyre-document-schema.h"
#include "gyre-document-text.h"
#include "gyre-gir.h"
#include "gyre-lint.h"
#include "gyre-manual.h"
#include "gyre-markdown-page.h"
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

/* The program belongs to the library. */
static gboolean
write_manuals (GyreCatalogue *catalogue, const GyreCommand *command, GError **error)
{
  g_autoptr (GyrePublication) publication = gyre_publication_new (command->output, "man");
  g_autofree char *own = gyre_program_dup_manual ();

  if (gyre_catalogue_get_length (catalogue) == 0 || gyre_catalogue_find (catalogue, "GyreComponent") != NULL)
    gyre_publication_add_text (publication, "man1/gyre.1", g_string_new (own), NULL);
  return gyre_manual_add_pages (publication, catalogue, error) && gyre_publication_write (publication, error);
}

/* Pages are printed one at a time. */
static char *
dup_manual (GyreCatalogue *catalogue)
{
  if (gyre_catalogue_get_length (catalogue) == 0)
    return gyre_program_dup_manual ();
  return gyre_catalogue_get_length (catalogue) == 1 ? gyre_manual_dup_page (catalogue, gyre_catalogue_get (catalogue, 0)) : NULL;
}

static gboolean
write_markdown (GyreCatalogue *catalogue, const GyreCommand *command, GError **error)
{
  return gyre_markdown_write (catalogue, command->output, error);
}

static gboolean
write_json (GyreCatalogue *catalogue, const GyreCommand *command, GError **error)
{
  return gyre_json_write (catalogue, command->output, error);
}

static gboolean
write_schema (GyreCatalogue *catalogue, const GyreCommand *command, GError **error)
{
  return gyre_schema_write (catalogue, command->output, error);
}

static gboolean
write_gir (GyreCatalogue *catalogue, const GyreCommand *command, GError **error)
{
  g_autofree char *text = gyre_gir_read (command->gir, error);
  g_autofree char *name = g_path_get_basename (command->gir);
  g_autoptr (GyrePublication) publication = command->output != NULL ? gyre_publication_new (command->output, "gir") : NULL;

  if (text != NULL && publication == NULL)
    gyre_program_print (text);
  return text != NULL && (publication == NULL || (gyre_publication_add_text (publication, name, g_string_new (text), error)
                                                  && gyre_publication_write (publication, error)));
}

static gboolean
write_text (GyreCatalogue *catalogue, const GyreCommand *command, GError **error)
{
  return gyre_text_write (catalogue, command->output, error);
}

/* One row a format. */
typedef struct
{
  const char *name;
  gboolean (*write) (GyreCatalogue *catalogue, const GyreCommand *command, GError **error);
  char    *(*print) (GyreCatalogue *catalogue);     /* of one document: what is printed where no folder is named */
  gboolean takes_pages;
  gboolean takes_gir;
  gboolean is_own;                                  /* it needs no module */
} Format;

static const Format formats[] = {
  { "html", write_html, NULL, .takes_pages = TRUE },
  { "man", write_manuals, dup_manual, .is_own = TRUE },
  { "markdown", write_markdown },
  { "json", write_json, gyre_document_json_dup },
  { "schema", write_schema, gyre_document_schema_dup },
  { "text", write_text, gyre_document_text_dup },
  { "gir", write_gir, NULL, .takes_gir = TRUE, .is_own = TRUE },
};

/* The names of the formats of pages. */
GStrv
gyre_program_dup_page_formats (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint index = 0; index < G_N_ELEMENTS (formats); index++)
    g_strv_builder_add (names, formats[index].name);
  return g_strv_builder_end (names);
}

/* As inspect does: a near miss is told. */
static void
set_missing (GyreExecutive *executive, const char *module, GError *problem, GError **error)
{
  g_auto (GStrv) available = gyre_linker_list_available (gyre_executive_get_linker (executive));
  g_autofree char *hint = gyre_name_suggest (module, (const char * const *) available);

  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "%s; %s", problem->message,
               hint != NULL ? hint : "gyre list modules tells what there is");
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
  if (g_error_matches (problem, GYRE_LINKER_ERROR, GYRE_LINKER_ERROR_NOT_FOUND))
    set_missing (executive, module, problem, error);
  else if (!is_loaded)
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

/* What the words of the modules lack. */
static GyreExit
check (GyreCatalogue *catalogue, const GyreCommand *command)
{
  g_autoptr (GPtrArray) mistakes = gyre_lint_check (catalogue);
  g_autofree char *text = gyre_lint_to_text (mistakes);

  if (command->is_json)
    gyre_program_print_json (gyre_lint_to_variant (mistakes));
  else
    gyre_program_print (text);
  return mistakes->len > 0 ? GYRE_EXIT_USAGE : GYRE_EXIT_OK;
}

static GyreExit
print (GyreCatalogue *catalogue, const Format *format)
{
  g_autofree char *text = format->print != NULL ? format->print (catalogue) : NULL;

  if (text == NULL)
    return gyre_program_fail (GYRE_EXIT_USAGE, "--output=FOLDER must say where the pages go");
  gyre_program_print (text);
  return GYRE_EXIT_OK;
}

/* The program has checked that there is one of this name. */
static const Format *
get_format (const char *name)
{
  const Format *format = formats;

  while (!g_str_equal (format->name, name))
    format++;
  return format;
}

GyreExit
gyre_program_document (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  const char *name = command->format != NULL ? command->format : "html";
  const Format *format = get_format (name);
  g_autoptr (GyreCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  if ((command->gir != NULL) != format->takes_gir)
    return gyre_program_fail (GYRE_EXIT_USAGE, "--gir=FILE is for --format=gir, which needs it");
  if (command->pages != NULL && !format->takes_pages)
    return gyre_program_fail (GYRE_EXIT_USAGE, "--pages is for --format=html");
  if (words[0] == NULL && (!format->is_own || command->is_checking))
    return gyre_program_fail (GYRE_EXIT_USAGE, "too few words; which modules are to be documented?");
  catalogue = gyre_program_open_libraries (command, &error) ? read_modules (executive, words, &error) : NULL;
  if (catalogue == NULL)
    return gyre_program_fail_with (error);
  if (command->is_checking)
    return check (catalogue, command);
  if (command->output == NULL && !format->takes_gir)
    return print (catalogue, format);
  return format->write (catalogue, command, &error) ? GYRE_EXIT_OK : gyre_program_fail_with (error);
}
