/* gyre-facts.c: What is told about a member, fact by fact
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Manual pages and Markdown show the same facts in the same order, because both ask here.
 */
#include "gyre-facts.h"

#include <string.h>

static void
row_free (gpointer data)
{
  GyreDescribedRow *row = data;

  g_free (row->name);
  g_free (row->text);
  g_free (row);
}

/* Takes @text; nothing is told where there is none. */
static void
add (GPtrArray *facts, const char *name, char *text)
{
  GyreDescribedRow *row;

  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  row = g_new (GyreDescribedRow, 1);
  *row = (GyreDescribedRow) { g_strdup (name), text };
  g_ptr_array_add (facts, row);
}

static char *
dup_list (const char * const *words)
{
  return words != NULL ? g_strjoinv (", ", (char **) words) : NULL;
}

static char *
dup_place (GyreLocator *locator)
{
  return locator != NULL ? gyre_locator_to_string (locator) : NULL;
}

/* The default as the class is configured now, or else as it was declared; %NULL where there is none to tell. */
const char *
gyre_facts_get_default (const GyreDescribedTrait *trait)
{
  return trait->fallback.text != NULL ? trait->fallback.text : trait->declared.text;
}

/* Who said the default, where somebody has changed it. */
static char *
dup_said (const GyreDescribedTrait *trait)
{
  if (trait->fallback.text == NULL || trait->fallback.priority.category <= GYRE_CATEGORY_DEFAULTS || g_strcmp0 (trait->fallback.text, trait->declared.text) == 0)
    return NULL;
  return dup_place (trait->fallback.locator);
}

/* The words of an enumeration, with what each means where that is known. */
static char *
dup_words (const GyreDescribedTrait *trait)
{
  GString *text;

  if (trait->values->len == 0)
    return dup_list ((const char * const *) trait->words);
  text = g_string_new (NULL);
  for (guint index = 0; index < trait->values->len; index++)
    {
      const GyreDescribedWord *word = trait->values->pdata[index];

      g_string_append_printf (text, "%s%s", index > 0 ? ", " : "", word->word);
      if (word->summary != NULL)
        g_string_append_printf (text, " (%s)", word->summary);
    }
  return g_string_free (text, FALSE);
}

/* Public names, with commas between them. */
char *
gyre_facts_dup_classes (GPtrArray *classes)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < classes->len; index++)
    {
      const GyreDescribedClass *class = classes->pdata[index];

      g_string_append_printf (text, "%s%s", index > 0 ? ", " : "", class->family != NULL ? class->family : class->type);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_remarks (const GyreDescribedTrait *trait)
{
  g_autofree const char **remarks = gyre_described_trait_list_remarks (trait);

  return g_strjoinv ("; ", (char **) remarks);
}

GPtrArray *
gyre_facts_list_trait (const GyreDescribedTrait *trait)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (row_free);

  add (facts, "Default", g_strdup (gyre_facts_get_default (trait)));
  add (facts, "Said by", dup_said (trait));
  add (facts, "Range", g_strdup (trait->rules));
  add (facts, "Units", g_strdup (gyre_described_trait_get_units (trait)));
  add (facts, "Words", dup_words (trait));
  add (facts, "Aliases", dup_list ((const char * const *) trait->aliases));
  add (facts, "Key", g_strdup (trait->key));
  add (facts, "Known", gyre_facts_dup_classes (trait->implementers));
  add (facts, "Owner", trait->is_inherited ? g_strdup (trait->owner) : NULL);
  add (facts, "Words of", g_strdup (trait->said_by));
  add (facts, "Replaces", trait->shadows != NULL ? g_strdup_printf ("the one of %s", trait->shadows) : NULL);
  add (facts, "Remarks", dup_remarks (trait));
  add (facts, "Deprecated", trait->deprecated_since != NULL ? g_strdup_printf ("since %s", trait->deprecated_since) : NULL);
  return facts;
}

/* What an argument is, without its name. */
char *
gyre_facts_dup_argument (const GyreDescribedArgument *argument)
{
  return g_strdup_printf ("%s%s%s%s%s%s", argument->kind, argument->is_variable ? ", any number" : "",
                          argument->fallback != NULL ? ", else " : "", argument->fallback != NULL ? argument->fallback : "",
                          argument->summary != NULL ? ": " : "", argument->summary != NULL ? argument->summary : "");
}

static void
add_arguments (GPtrArray *facts, GPtrArray *arguments)
{
  for (guint index = 0; index < arguments->len; index++)
    {
      const GyreDescribedArgument *argument = arguments->pdata[index];

      add (facts, argument->name, gyre_facts_dup_argument (argument));
    }
}

/* The function behind a behavior, where its place does not name it. */
const char *
gyre_facts_get_function (const GyreDescribedBehavior *behavior)
{
  const char *told = behavior->locator != NULL ? gyre_locator_get_function (behavior->locator) : NULL;

  return g_strcmp0 (told, behavior->symbol) != 0 ? behavior->symbol : NULL;
}

GPtrArray *
gyre_facts_list_behavior (const GyreDescribedBehavior *behavior)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (row_free);

  add_arguments (facts, behavior->arguments);
  add (facts, "Aliases", dup_list ((const char * const *) behavior->aliases));
  add (facts, "Owner", behavior->is_inherited ? g_strdup (behavior->owner) : NULL);
  add (facts, "Words of", g_strdup (behavior->said_by));
  add (facts, "Replaces", behavior->shadows != NULL ? g_strdup_printf ("the one of %s", behavior->shadows) : NULL);
  add (facts, "Function", g_strdup (gyre_facts_get_function (behavior)));
  add (facts, "Source", dup_place (behavior->locator));
  add (facts, "Deprecated", behavior->deprecated_since != NULL ? g_strdup_printf ("since %s", behavior->deprecated_since) : NULL);
  return facts;
}

GPtrArray *
gyre_facts_list_signal (const GyreDescribedSignal *signal)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (row_free);

  add_arguments (facts, signal->arguments);
  add (facts, "Flags", dup_list ((const char * const *) signal->flags));
  add (facts, "Owner", signal->is_inherited ? g_strdup (signal->owner) : NULL);
  return facts;
}

/* All but the class itself, which stands first. */
static char *
dup_ancestors (GPtrArray *classes)
{
  g_autofree char *all = gyre_facts_dup_classes (classes);
  const char *comma = strchr (all, ',');

  return comma != NULL ? g_strdup (comma + 2) : NULL;
}

/* The module and its file, `lab (liblab.so)`, so that pages are the same on every machine; its folder is for the inspector. NULL: there is
 * no file, and no package. */
char *
gyre_facts_dup_module (const GyreDescription *description)
{
  g_autofree char *file = description->module != NULL ? g_path_get_basename (description->module) : NULL;

  if (file == NULL || description->package == NULL)
    return g_strdup (file != NULL ? file : description->package);
  return g_strdup_printf ("%s (%s)", description->package, file);
}

/* What a class or an interface is, before its members. */
GPtrArray *
gyre_facts_list_subject (GyreDescription *description)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (row_free);
  gboolean is_interface = description->subject == GYRE_DESCRIPTION_INTERFACE;
  GPtrArray *ancestors = description->hierarchy->len > 0 ? description->hierarchy : description->pedigree;

  add (facts, "Type", g_strdup (description->type));
  add (facts, "Invalid", g_strdup (description->mistakes));
  add (facts, "Abstract", description->is_abstract ? g_strdup ("only derived classes have instances") : NULL);
  add (facts, "Open", description->is_open ? g_strdup ("instances take attributes that nobody has declared") : NULL);
  add (facts, "Ancestors", dup_ancestors (ancestors));
  add (facts, is_interface ? "Extends" : "Interfaces", gyre_facts_dup_classes (description->interfaces));
  add (facts, "Derived", gyre_facts_dup_classes (description->derived));
  add (facts, "Default", g_strdup (description->implementation));
  add (facts, "Implemented by", gyre_facts_dup_classes (description->implementers));
  add (facts, "Module", gyre_facts_dup_module (description));
  add (facts, "Version", g_strdup (description->version));
  add (facts, "Declared", dup_place (description->declared));
  return facts;
}
