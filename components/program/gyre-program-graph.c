/* gyre-program-graph.c: gyre graph: pictures of classes, of interfaces and of components that live
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program-graph.h"

#include "gyre-drawing.h"
#include "gyre-picture.h"

#include <string.h>
#include <unistd.h>

static const char * const formats[] = { "dot", "svg", "png", NULL };

/* The lines, by the names that --without takes. */
static const struct
{
  const char *name;
  GyreLine line;
} lines[] = {
  { "derives", GYRE_LINE_DERIVES }, { "implements", GYRE_LINE_IMPLEMENTS }, { "facilities", GYRE_LINE_FACILITY },
  { "children", GYRE_LINE_CHILD }, { "bindings", GYRE_LINE_FOLLOWS }, { "messages", GYRE_LINE_MESSAGES },
};

GStrv
gyre_program_dup_picture_formats (void)
{
  return g_strdupv ((GStrv) formats);
}

GStrv
gyre_program_dup_picture_lines (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint index = 0; index < G_N_ELEMENTS (lines); index++)
    g_strv_builder_add (names, lines[index].name);
  return g_strv_builder_end (names);
}

static gboolean
add_omitted (const char *name, guint *omitted)
{
  const char *names[G_N_ELEMENTS (lines) + 1] = { NULL };
  g_autofree char *all = NULL;
  g_autofree char *hint = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (lines); index++)
    {
      names[index] = lines[index].name;
      if (g_str_equal (lines[index].name, name))
        {
          *omitted |= 1u << lines[index].line;
          return TRUE;
        }
    }
  all = g_strjoinv (", ", (char **) names);
  hint = gyre_name_suggest (name, names);
  gyre_program_fail (GYRE_EXIT_USAGE, "--without: there are no lines '%s'; %s%s", name, hint != NULL ? hint : "there are ", hint != NULL ? "" : all);
  return FALSE;
}

/* What the options say. FALSE when they have told a mistake. */
static gboolean
read_wish (const GyreCommand *command, GyrePictureWish *wish)
{
  g_auto (GStrv) names = g_strsplit (command->without != NULL ? command->without : "", ",", -1);

  *wish = (GyrePictureWish) { .pattern = command->links, .depth = (guint) MAX (command->depth, 0) };
  for (guint index = 0; names[index] != NULL; index++)
    if (!add_omitted (names[index], &wish->omitted))
      return FALSE;
  if (command->depth >= -1 && command->depth <= G_MAXINT)
    return TRUE;
  gyre_program_fail (GYRE_EXIT_USAGE, "--depth: must be a number of steps from 0 on; 0 goes as far as there is something");
  return FALSE;
}

static gboolean
has_package (GyreCatalogue *catalogue, const char *package)
{
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    if (g_strcmp0 (gyre_catalogue_get (catalogue, index)->package, package) == 0)
      return TRUE;
  return FALSE;
}

/* The library's own classes are known when somebody asks for them. */
static GyreCatalogue *
read_classes (GyreExecutive *executive, GStrv modules, GError **error)
{
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();

  gyre_role_get (GYRE_TYPE_PROCESS);
  gyre_actor_get (GYRE_TYPE_BASE_PROCESS);
  if (modules[0] == NULL)
    gyre_program_load_all_modules (executive);
  for (guint index = 0; modules[index] != NULL; index++)
    {
      g_autoptr (GError) problem = NULL;
      gboolean is_loaded = gyre_linker_load (gyre_executive_get_linker (executive), modules[index], &problem);

      gyre_catalogue_add_known (catalogue, modules[index]);
      if (has_package (catalogue, modules[index]))
        continue;
      if (is_loaded)
        g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN,
                     "the module '%s' has no class and no interface with a family '%s.…'", modules[index], modules[index]);
      else
        g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  /* What they depend on, and of whom only some families are registered. */
  gyre_catalogue_add_known (catalogue, NULL);
  return g_steal_pointer (&catalogue);
}

static char *
draw_classes (GyreExecutive *executive, const GyreCommand *command, GStrv words, const GyrePictureWish *wish, GyreExit *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreCatalogue) catalogue = read_classes (executive, words + 1, &error);
  const char * const *packages = (const char * const *) words + 1;

  if (catalogue == NULL)
    {
      *code = gyre_program_fail_with (error);
      return NULL;
    }
  return g_str_equal (words[0], "interfaces") ? gyre_picture_draw_interfaces (catalogue, packages, wish)
                                              : gyre_picture_draw_packages (catalogue, packages, wish);
}

static const struct
{
  const char *name;
  char *(*draw) (GyreExecutive         *executive,
                 const GyreCommand     *command,
                 GStrv                  words,
                 const GyrePictureWish *wish,
                 GyreExit              *code);
} subjects[] = {
  { "classes", draw_classes }, { "interfaces", draw_classes }, { "components", gyre_program_draw_components },
};

static GyreExit
refuse_subject (const char *name)
{
  const char *names[G_N_ELEMENTS (subjects) + 1] = { NULL };
  g_autofree char *hint = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (subjects); index++)
    names[index] = subjects[index].name;
  hint = gyre_name_suggest (name, names);
  return gyre_program_fail (GYRE_EXIT_USAGE, "there is no picture of '%s'; %s", name, hint != NULL ? hint : "there are classes, interfaces and components");
}

/* A picture is no text: a terminal would show rubbish. */
static GyreExit
write_picture (const char *data, gsize length, const char *format, const GyreCommand *command)
{
  g_autoptr (GError) error = NULL;

  if (command->output != NULL)
    return g_file_set_contents (command->output, data, (gssize) length, &error) ? GYRE_EXIT_OK
                                                                                : gyre_program_fail (GYRE_EXIT_NEGATIVE, "%s", error->message);
  if (g_str_equal (format, "png") && isatty (STDOUT_FILENO))
    return gyre_program_fail (GYRE_EXIT_USAGE, "a PNG is not for terminals; write --output=FILE or send it to another program");
  gyre_program_print_data (data, length);
  return GYRE_EXIT_OK;
}

static GyreExit
write_graph (char *dot, const char *format, const GyreCommand *command)
{
  g_autoptr (GPtrArray) graphs = g_ptr_array_new ();
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (GError) error = NULL;
  gconstpointer data;
  gsize length;

  if (g_str_equal (format, "dot"))
    return write_picture (dot, strlen (dot), format, command);
  g_ptr_array_add (graphs, dot);
  pictures = gyre_drawing_render (graphs, format, &error);
  if (pictures == NULL)
    return gyre_program_fail (GYRE_EXIT_NEGATIVE, "%s", error->message);
  data = g_bytes_get_data (pictures->pdata[0], &length);
  return write_picture (data, length, format, command);
}

/* The end of the file's name says it, unless --format does. */
static const char *
get_format (const GyreCommand *command)
{
  const char *point = command->output != NULL ? strrchr (command->output, '.') : NULL;

  if (command->format != NULL)
    return command->format;
  return point != NULL && g_strv_contains (formats, point + 1) ? point + 1 : "dot";
}

GyreExit
gyre_program_graph (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  const char *format = get_format (command);
  g_autofree char *dot = NULL;
  GyrePictureWish wish;
  GyreExit code = GYRE_EXIT_NEGATIVE;
  guint subject = 0;

  while (subject < G_N_ELEMENTS (subjects) && !g_str_equal (subjects[subject].name, words[0]))
    subject++;
  if (subject == G_N_ELEMENTS (subjects))
    return refuse_subject (words[0]);
  if (!read_wish (command, &wish))
    return GYRE_EXIT_USAGE;
  dot = subjects[subject].draw (executive, command, words, &wish, &code);
  return dot != NULL ? write_graph (dot, format, command) : code;
}
