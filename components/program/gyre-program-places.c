/* gyre-program-places.c: What can stand at a place of a line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tables of verbs and options say it, in the words that the help prints: small letters are a word as it is written, capitals the
 * sort of what is to stand there. Nothing is told here a second time.
 */
#include "gyre-program-complete.h"

#include <string.h>

static const char *
get_word (GyreCompletion *self, guint index)
{
  return index < self->words->len ? self->words->pdata[index] : "";
}

static gboolean
is_literal (const char *alternative)
{
  return g_ascii_islower (*alternative);
}

static void
add_literal (GyreCompletion *self, const char *word)
{
  g_autofree char *whole = g_strconcat (self->prefix, word, NULL);

  gyre_completion_add (self, whole, NULL, TRUE);
}

/* Those of the verb; nothing, as long as there is none. */
static void
fill_formats (GyreCompletion *self, const GyreVerb *verb)
{
  g_auto (GStrv) formats = verb != NULL && verb->dup_formats != NULL ? verb->dup_formats () : NULL;

  for (guint index = 0; formats != NULL && formats[index] != NULL; index++)
    add_literal (self, formats[index]);
}

/* Of a picture. */
static void
fill_lines (GyreCompletion *self)
{
  g_auto (GStrv) lines = gyre_program_dup_picture_lines ();

  for (guint index = 0; lines[index] != NULL; index++)
    add_literal (self, lines[index]);
}

/* The value of an option. What it says of itself is `FILE`, `NAME|PID` or `real|virtual`. */
void
gyre_completion_fill_option (GyreCompletion *self, const GOptionEntry *option, const GyreVerb *verb)
{
  g_auto (GStrv) alternatives = g_strsplit (option->arg_description, "|", -1);

  for (guint index = 0; alternatives[index] != NULL; index++)
    if (is_literal (alternatives[index]))
      add_literal (self, alternatives[index]);
    else if (g_str_equal (alternatives[index], "FILE"))
      self->mode = GYRE_COMPLETION_FILES;
    else if (g_str_equal (alternatives[index], "FOLDER") || g_str_equal (alternatives[index], "DIR"))
      self->mode = GYRE_COMPLETION_FOLDERS;
    else if (g_str_equal (alternatives[index], "FORMAT"))
      fill_formats (self, verb);
    else if (g_str_equal (alternatives[index], "LINES"))
      fill_lines (self);
    else if (g_str_equal (alternatives[index], "PID"))
      gyre_completion_fill_programs (self);
}

void
gyre_completion_fill_verbs (GyreCompletion *self, const GyreVerb *verbs)
{
  for (; verbs->name != NULL; verbs++)
    gyre_completion_add (self, verbs->name, verbs->summary, TRUE);
}

/* Without a verb, those that every verb takes. */
void
gyre_completion_fill_options (GyreCompletion *self, const GyreVerb *verb)
{
  for (const GOptionEntry *entry = gyre_command_get_entries (); entry->long_name != NULL; entry++)
    {
      gboolean takes_value = entry->arg_description != NULL;
      g_autofree char *option = g_strconcat ("--", entry->long_name, takes_value ? "=" : "", NULL);

      if (gyre_verb_takes (verb, entry->long_name))
        gyre_completion_add (self, option, entry->description, !takes_value);
    }
}

static void
fill_family (GyreCompletion *self, guint first, guint place)
{
  /* What is configured is a class; everything else can be asked about an interface too. */
  gboolean is_configured = first > 1;

  gyre_completion_fill_families (self, !is_configured, TRUE);
}

static void
fill_type (GyreCompletion *self, guint first, guint place)
{
  gyre_completion_fill_types (self);
}

static void
fill_package (GyreCompletion *self, guint first, guint place)
{
  gyre_completion_fill_packages (self);
}

static void
fill_name (GyreCompletion *self, guint first, guint place)
{
  GHashTableIter iterator;
  gpointer name, family;

  g_hash_table_iter_init (&iterator, gyre_completion_get_instances (self));
  while (g_hash_table_iter_next (&iterator, &name, &family))
    gyre_completion_add (self, name, family, TRUE);
}

static void
fill_specification (GyreCompletion *self, guint first, guint place)
{
  if (self->is_live)
    fill_name (self, first, place);
  else
    gyre_completion_fill_specifications (self);
}

static void
fill_behavior (GyreCompletion *self, guint first, guint place)
{
  gyre_completion_fill_behaviors (self, get_word (self, first));
}

static void
fill_argument (GyreCompletion *self, guint first, guint place)
{
  gyre_completion_fill_arguments (self, get_word (self, first), get_word (self, first + 1), place - first - 2);
}

static void
fill_key (GyreCompletion *self, guint first, guint place)
{
  gyre_completion_fill_keys (self, "");
}

static void
fill_value (GyreCompletion *self, guint first, guint place)
{
  gyre_completion_fill_values (self, get_word (self, place - 1));
}

static void
fill_file (GyreCompletion *self, guint first, guint place)
{
  self->mode = GYRE_COMPLETION_FILES;
}

/* The words that verbs say of what follows them. */
static const struct
{
  const char *sort;
  void (*fill) (GyreCompletion *self,
                guint           first,
                guint           place);
} sorts[] = {
  { "FAMILY", fill_family }, { "TYPE", fill_type }, { "SPECIFICATION", fill_specification }, { "BEHAVIOR", fill_behavior },
  { "ARGUMENT", fill_argument }, { "NAME", fill_name }, { "NAME.TRAIT", fill_key }, { "KEY", fill_key }, { "VALUE", fill_value },
  { "FILE", fill_file }, { "PACKAGE", fill_package }, { "MODULE", fill_package },
};

static void
fill_alternative (GyreCompletion *self, const char *alternative, guint first, guint place)
{
  if (is_literal (alternative))
    add_literal (self, alternative);
  for (guint index = 0; index < G_N_ELEMENTS (sorts); index++)
    if (g_str_equal (sorts[index].sort, alternative))
      sorts[index].fill (self, first, place);
}

/* What follows a verb, place by place: `SPECIFICATION [BEHAVIOR [ARGUMENT…]]` without brackets and options. The last one stands for
 * all further ones where it says so. */
static GPtrArray *
list_places (const char *form, gboolean *repeats)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit (form, " ", -1);

  for (guint index = 0; words[index] != NULL; index++)
    {
      g_autoptr (GString) word = g_string_new (words[index]);

      g_string_replace (word, "[", "", 0);
      g_string_replace (word, "]", "", 0);
      if (word->len == 0 || *word->str == '-')
        continue;
      *repeats = g_string_replace (word, "…", "", 0) > 0;
      g_ptr_array_add (places, g_string_free (g_steal_pointer (&word), FALSE));
    }
  return places;
}

/* Whether a word can stand at a place: where there are words to choose from it must be one of them. */
static gboolean
fits (const char *place, const char *word)
{
  g_auto (GStrv) alternatives = g_strsplit (place, "|", -1);

  for (guint index = 0; alternatives[index] != NULL; index++)
    if (!is_literal (alternatives[index]) || g_str_equal (alternatives[index], word))
      return TRUE;
  return FALSE;
}

static void
fill_form (GyreCompletion *self, const char *form, guint first)
{
  gboolean repeats = FALSE;
  g_autoptr (GPtrArray) places = list_places (form, &repeats);
  guint place = self->words->len - first;
  g_auto (GStrv) alternatives = NULL;

  if (places->len == 0 || (place >= places->len && !repeats))
    return;
  for (guint index = 0; index < MIN (place, places->len); index++)
    if (!fits (places->pdata[index], self->words->pdata[first + index]))
      return;
  alternatives = g_strsplit (places->pdata[MIN (place, places->len - 1)], "|", -1);
  for (guint index = 0; alternatives[index] != NULL; index++)
    fill_alternative (self, alternatives[index], first, self->words->len);
}

/* The word that is being typed; the words of the verb begin with that number. */
void
gyre_completion_fill_word (GyreCompletion *self, const GyreVerb *verb, guint first)
{
  g_auto (GStrv) forms = g_strsplit (verb->parameters, " | ", -1);

  for (guint index = 0; forms[index] != NULL; index++)
    fill_form (self, forms[index], first);
}
