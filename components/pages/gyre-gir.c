/* gyre-gir.c: What an introspection repository does not know of properties
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * g-ir-scanner finds the properties of a class by running it, but neither their words nor their defaults, and gi-docgen then has no
 * description of them. Here a repository is read and written again, and on the way each class that the process knows fills in what is
 * missing. Arguments of signals that nobody has named, `object` and `p0` for the scanner, get the names that all other documents have.
 * Everything else stays as it is; what has words already keeps them.
 */
#include "gyre-gir.h"

#include "gyre-gir-type.h"

#include <string.h>

/* More shared objects than one are rare. */
#define MOST_LIBRARIES 16

/* An element that may get words: they stand before everything else in it. */
typedef struct
{
  guint depth;
  gsize begin;          /* where in the result its contents begin */
  char *words;          /* NULL: nothing is to be said */
  char *value;          /* the default of a property; NULL: nothing is to be said */
} Subject;

typedef struct
{
  GString *result;
  const char *folder;   /* of the repository */
  GModule *libraries[MOST_LIBRARIES + 1];
  guint n_libraries;
  GyreGirType *type;    /* of the class that is being read */
  guint type_depth;
  char *signal;         /* the one of it that is being read; NULL: none */
  guint argument;       /* its arguments so far */
  GArray *subjects;     /* Subject, the innermost last */
  guint depth;
  gboolean is_open;     /* the last tag may still become one without contents */
} Reading;

static void
end_tag (Reading *self)
{
  if (self->is_open)
    g_string_append_c (self->result, '>');
  self->is_open = FALSE;
}

static void
append_attribute (GString *result, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (result, " %s=\"%s\"", name, escaped);
}

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (; *names != NULL; names++, values++)
    if (g_str_equal (*names, name))
      return *values;
  return NULL;
}

static void
add_library (Reading *self, const char *file)
{
  GModule *library = self->n_libraries < MOST_LIBRARIES ? g_module_open (file, G_MODULE_BIND_LAZY) : NULL;

  if (library != NULL)
    self->libraries[self->n_libraries++] = library;
}

/* The shared objects of a namespace: what the process has already, then by name, then beside the repository. */
static void
open_libraries (Reading *self, const char *files)
{
  g_auto (GStrv) names = g_strsplit (files != NULL ? files : "", ",", -1);

  for (guint index = 0; names[index] != NULL; index++)
    {
      g_autofree char *beside = g_build_filename (self->folder, names[index], NULL);

      if (*names[index] == '\0')
        continue;
      add_library (self, names[index]);
      if (g_file_test (beside, G_FILE_TEST_EXISTS))
        add_library (self, beside);
    }
}

static void
begin_subject (Reading *self, char *words, char *value)
{
  Subject subject = { self->depth, self->result->len, words, value };

  g_array_append_val (self->subjects, subject);
}

static void
begin_class (Reading *self, const char **names, const char **values)
{
  const char *get_type = find_attribute (names, values, "glib:get-type");

  if (self->type != NULL || get_type == NULL)
    return;
  self->type = gyre_gir_type_new (self->libraries, get_type);
  self->type_depth = self->depth;
  if (self->type != NULL)
    begin_subject (self, gyre_gir_type_dup_words (self->type), NULL);
}

/* A default stands in the tag, where new readers find it, and in an element, where gi-docgen of 2023 does. */
static void
begin_property (Reading *self, const char *name, gboolean has_default)
{
  char *value = !has_default ? gyre_gir_type_dup_default (self->type, name) : NULL;

  if (value != NULL)
    append_attribute (self->result, "default-value", value);
  begin_subject (self, gyre_gir_type_dup_property (self->type, name), value);
}

static void
begin_member (Reading *self, const char *element, const char **names, const char **values)
{
  const char *name = find_attribute (names, values, "name");

  if (name != NULL && g_str_equal (element, "property"))
    begin_property (self, name, find_attribute (names, values, "default-value") != NULL);
  else if (name != NULL && g_str_equal (element, "glib:signal"))
    {
      begin_subject (self, gyre_gir_type_dup_signal (self->type, name), NULL);
      self->signal = g_strdup (name);
      self->argument = 0;
    }
}

/* A better name than the one that says nothing; NULL: the name is good. */
static const char *
find_name (Reading *self, const char *element, const char *attribute, const char *value)
{
  gboolean is_number = value[0] == 'p' && value[1] != '\0' && strspn (value + 1, "0123456789") == strlen (value + 1);

  if (self->signal == NULL || self->depth != self->type_depth + 3 || !g_str_equal (element, "parameter") || !g_str_equal (attribute, "name"))
    return NULL;
  self->argument++;
  if (!is_number && !g_str_equal (value, "object"))
    return NULL;
  return gyre_gir_type_get_argument (self->type, self->signal, self->argument - 1);
}

/* Who has words keeps them. */
static void
keep_words (Reading *self)
{
  Subject *subject = self->subjects->len > 0 ? &g_array_index (self->subjects, Subject, self->subjects->len - 1) : NULL;

  if (subject != NULL && subject->depth + 1 == self->depth)
    g_clear_pointer (&subject->words, g_free);
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data, GError **error)
{
  Reading *self = data;
  gboolean is_member;

  end_tag (self);
  self->depth++;
  is_member = self->type != NULL && self->depth == self->type_depth + 1;
  g_string_append_printf (self->result, "<%s", element);
  for (guint index = 0; names[index] != NULL; index++)
    {
      const char *name = find_name (self, element, names[index], values[index]);

      append_attribute (self->result, names[index], name != NULL ? name : values[index]);
    }
  self->is_open = TRUE;
  if (g_str_equal (element, "namespace"))
    open_libraries (self, find_attribute (names, values, "shared-library"));
  else if (g_str_equal (element, "class") || g_str_equal (element, "interface"))
    begin_class (self, names, values);
  else if (g_str_equal (element, "doc"))
    keep_words (self);
  else if (is_member)
    begin_member (self, element, names, values);
}

/* gi-docgen wants to know where the words come from. It takes the default for HTML, which it is after one escape more. */
static char *
dup_additions (Reading *self, const Subject *subject)
{
  GyreLocator *place = gyre_gir_type_get_place (self->type);
  const char *file = place != NULL ? gyre_locator_get_file (place) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *value = NULL;

  if (subject->words != NULL)
    words = g_markup_printf_escaped ("<doc xml:space=\"preserve\" filename=\"%s\" line=\"%u\">%s</doc>", file != NULL ? file : "",
                                     place != NULL ? gyre_locator_get_line (place) : 0, subject->words);
  if (subject->value != NULL)
    {
      g_autofree char *shown = g_markup_escape_text (subject->value, -1);

      value = g_markup_printf_escaped ("<attribute name=\"org.gtk.Property.default\" value=\"%s\"/>", shown);
    }
  return g_strconcat (words != NULL ? words : "", value, NULL);
}

static void
end_subject (Reading *self)
{
  Subject *subject = &g_array_index (self->subjects, Subject, self->subjects->len - 1);

  g_autofree char *additions = dup_additions (self, subject);

  if (*additions != '\0')
    {
      end_tag (self);
      /* The tag was still open when its contents began. */
      g_string_insert (self->result, (gssize) subject->begin + 1, additions);
    }
  g_free (subject->words);
  g_free (subject->value);
  g_array_set_size (self->subjects, self->subjects->len - 1);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *self = data;

  if (self->subjects->len > 0 && g_array_index (self->subjects, Subject, self->subjects->len - 1).depth == self->depth)
    end_subject (self);
  if (self->type != NULL && self->type_depth + 1 == self->depth)
    g_clear_pointer (&self->signal, g_free);
  if (self->type != NULL && self->type_depth == self->depth)
    g_clear_pointer (&self->type, gyre_gir_type_free);
  if (self->is_open)
    g_string_append (self->result, "/>");
  else
    g_string_append_printf (self->result, "</%s>", element);
  self->is_open = FALSE;
  self->depth--;
}

static void
add_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *self = data;
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  end_tag (self);
  g_string_append (self->result, escaped);
}

/* Comments and the declaration. */
static void
add_rest (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *self = data;

  end_tag (self);
  g_string_append_len (self->result, text, (gssize) length);
  if (self->depth == 0)
    g_string_append_c (self->result, '\n');
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->type, gyre_gir_type_free);
  g_free (self->signal);
  for (guint index = 0; index < self->subjects->len; index++)
    {
      g_free (g_array_index (self->subjects, Subject, index).words);
      g_free (g_array_index (self->subjects, Subject, index).value);
    }
  g_array_unref (self->subjects);
  /* Types stay registered, so their code stays too. */
  for (guint index = 0; index < self->n_libraries; index++)
    g_module_make_resident (self->libraries[index]);
}

/* Returns: (transfer full): the repository @text with the words and defaults of the classes that its libraries bring; @name is its
 * file, for messages, and @folder where libraries may be */
char *
gyre_gir_enrich (const char *text, const char *name, const char *folder, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, add_rest, NULL };
  Reading reading = { .result = g_string_new (NULL), .folder = folder, .subjects = g_array_new (FALSE, FALSE, sizeof (Subject)) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  gboolean is_good;

  add_library (&reading, NULL);
  is_good = g_markup_parse_context_parse (context, text, (gssize) strlen (text), error) && g_markup_parse_context_end_parse (context, error);
  reading_clear (&reading);
  g_string_append_c (reading.result, '\n');
  if (is_good)
    return g_string_free (reading.result, FALSE);
  g_prefix_error (error, "%s: ", name);
  g_string_free (reading.result, TRUE);
  return NULL;
}

/* Returns: (transfer full): the same of a file */
char *
gyre_gir_read (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  return gyre_gir_enrich (text, path, folder, error);
}
