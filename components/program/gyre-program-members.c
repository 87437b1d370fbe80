/* gyre-program-members.c: Families, components, and what they have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Everything is read from the descriptions of the cache: no module is loaded.
 */
#include "gyre-program-complete.h"

#include <string.h>

/* How deep a key follows facilities: `cow.feeder.size`. */
#define DEEPEST 8

static const char *
get_text (GVariant *fields, const char *name)
{
  const char *text = NULL;

  g_variant_lookup (fields, name, "&s", &text);
  return text;
}

static gboolean
get_fact (GVariant *fields, const char *name)
{
  gboolean fact = FALSE;

  g_variant_lookup (fields, name, "b", &fact);
  return fact;
}

typedef void (*Visit) (GyreCompletion *self,
                       GVariant       *member,
                       gpointer        data);

/* Each dictionary of a list: traits, behaviors, arguments, classes. */
static void
visit_members (GyreCompletion *self, GVariant *description, const char *list, Visit visit, gpointer data)
{
  g_autoptr (GVariant) members = g_variant_lookup_value (description, list, G_VARIANT_TYPE ("av"));

  for (gsize index = 0; members != NULL && index < g_variant_n_children (members); index++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (members, index);
      g_autoptr (GVariant) member = g_variant_get_variant (boxed);

      if (g_variant_is_of_type (member, G_VARIANT_TYPE_VARDICT))
        visit (self, member, data);
    }
}

/* The texts of a list, which belong to the dictionary. */
static const char **
dup_texts (GVariant *fields, const char *name)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (fields, name, G_VARIANT_TYPE ("av"));
  gsize length = list != NULL ? g_variant_n_children (list) : 0;
  const char **texts = g_new0 (const char *, length + 1);
  gsize count = 0;

  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, index);
      g_autoptr (GVariant) text = g_variant_get_variant (boxed);

      if (g_variant_is_of_type (text, G_VARIANT_TYPE_STRING))
        texts[count++] = g_variant_get_string (text, NULL);
    }
  return texts;
}

typedef struct
{
  const char *name;
  GVariant *found;
} Search;

static void
match_name (GyreCompletion *self, GVariant *member, gpointer data)
{
  Search *search = data;
  g_autofree const char **aliases = dup_texts (member, "aliases");

  if (search->found == NULL && (g_strcmp0 (get_text (member, "name"), search->name) == 0 || g_strv_contains (aliases, search->name)))
    search->found = g_variant_ref (member);
}

static GVariant *
find_member (GyreCompletion *self, GVariant *description, const char *list, const char *name)
{
  Search search = { name, NULL };

  visit_members (self, description, list, match_name, &search);
  return search.found;
}

static GVariant *
find_family (GyreCompletion *self, const char *family)
{
  guint index;

  if (self->cache == NULL || family == NULL || !gyre_catalogue_cache_find (self->cache, family, &index))
    return NULL;
  return gyre_catalogue_cache_dup_description (self->cache, index);
}

/* The family in `family#name`, or in what a facility says. */
static char *
dup_family (const char *specification)
{
  return specification != NULL ? g_strndup (specification, strcspn (specification, "#")) : NULL;
}

/* What has a key's members: a family, a component that has a name, or what is at a facility of either. */
static GVariant *
find_owner (GyreCompletion *self, const char *owner, guint depth)
{
  g_autofree char *family = dup_family (owner);
  const char *dot = strrchr (owner, '.');
  GVariant *found = find_family (self, family);
  g_autofree char *head = NULL;
  g_autoptr (GVariant) outer = NULL;
  g_autoptr (GVariant) facility = NULL;
  g_autofree char *inner = NULL;

  if (found == NULL)
    found = find_family (self, g_hash_table_lookup (gyre_completion_get_instances (self), owner));
  if (found != NULL || dot == NULL || depth == DEEPEST)
    return found;
  head = g_strndup (owner, (gsize) (dot - owner));
  outer = find_owner (self, head, depth + 1);
  facility = outer != NULL ? find_member (self, outer, "traits", dot + 1) : NULL;
  inner = facility != NULL ? dup_family (get_text (facility, "default")) : NULL;
  found = find_family (self, inner);
  return found != NULL || facility == NULL ? found : find_family (self, get_text (facility, "interface"));
}

/* Whether an entry begins as the rest of the word does; those that do stand together. */
static gboolean
has_entry (GyreCompletion *self, guint index, GyreCatalogueEntry *entry)
{
  if (index >= gyre_catalogue_cache_get_length (self->cache))
    return FALSE;
  *entry = gyre_catalogue_cache_get (self->cache, index);
  return g_str_has_prefix (entry->family, gyre_completion_get_rest (self));
}

static void
add_after_prefix (GyreCompletion *self, const char *text, const char *ending, const char *summary, gboolean is_final)
{
  g_autofree char *whole = g_strconcat (self->prefix, text, ending, NULL);

  gyre_completion_add (self, whole, summary, is_final);
}

void
gyre_completion_fill_families (GyreCompletion *self, gboolean with_interfaces, gboolean with_abstract)
{
  guint index = self->cache != NULL ? gyre_catalogue_cache_find_prefix (self->cache, gyre_completion_get_rest (self)) : 0;
  GyreCatalogueEntry entry;

  for (; self->cache != NULL && has_entry (self, index, &entry); index++)
    if (!(entry.flags & GYRE_CATALOGUE_INTERNAL) && (with_interfaces || entry.subject == GYRE_DESCRIPTION_CLASS)
        && (with_abstract || !(entry.flags & GYRE_CATALOGUE_ABSTRACT)))
      add_after_prefix (self, entry.family, "", entry.summary, TRUE);
}

/* Types stand in no order of theirs; nobody asks for them without a letter. */
void
gyre_completion_fill_types (GyreCompletion *self)
{
  if (self->cache == NULL || !g_ascii_isupper (*gyre_completion_get_rest (self)))
    return;
  for (guint index = 0; index < gyre_catalogue_cache_get_length (self->cache); index++)
    {
      GyreCatalogueEntry entry = gyre_catalogue_cache_get (self->cache, index);

      if (!(entry.flags & GYRE_CATALOGUE_INTERNAL))
        add_after_prefix (self, entry.type, "", entry.summary, TRUE);
    }
}

void
gyre_completion_fill_packages (GyreCompletion *self)
{
  for (guint index = 0; self->cache != NULL && index < gyre_catalogue_cache_get_length (self->cache); index++)
    {
      GyreCatalogueEntry entry = gyre_catalogue_cache_get (self->cache, index);

      if (entry.package != NULL && *entry.package != '\0')
        add_after_prefix (self, entry.package, "", NULL, TRUE);
    }
}

/* `family`, and `family#name` of what is configured. */
void
gyre_completion_fill_specifications (GyreCompletion *self)
{
  const char *hash = strchr (gyre_completion_get_rest (self), '#');
  GHashTableIter iterator;
  gpointer name, family;

  if (hash == NULL)
    gyre_completion_fill_families (self, FALSE, FALSE);
  g_hash_table_iter_init (&iterator, gyre_completion_get_instances (self));
  while (g_hash_table_iter_next (&iterator, &name, &family))
    {
      g_autofree char *specification = g_strconcat (family, "#", name, NULL);

      add_after_prefix (self, specification, "", NULL, TRUE);
    }
}

static void
add_behavior (GyreCompletion *self, GVariant *behavior, gpointer data)
{
  const char *signature = get_text (behavior, "summary");

  if (signature == NULL)
    signature = get_text (behavior, "signature");
  if (get_text (behavior, "name") != NULL)
    add_after_prefix (self, get_text (behavior, "name"), "", signature, TRUE);
}

void
gyre_completion_fill_behaviors (GyreCompletion *self, const char *owner)
{
  g_autoptr (GVariant) description = find_owner (self, owner, 0);

  if (description != NULL)
    visit_members (self, description, "behaviors", add_behavior, NULL);
}

static void
fill_truths (GyreCompletion *self)
{
  add_after_prefix (self, "true", "", NULL, TRUE);
  add_after_prefix (self, "false", "", NULL, TRUE);
}

typedef struct
{
  guint index;
  guint wanted;
} Place;

static void
add_argument (GyreCompletion *self, GVariant *argument, gpointer data)
{
  Place *place = data;

  if (place->index++ != place->wanted)
    return;
  if (get_text (argument, "default") != NULL)
    add_after_prefix (self, get_text (argument, "default"), "", get_text (argument, "summary"), TRUE);
  if (g_strcmp0 (get_text (argument, "kind"), "boolean") == 0)
    fill_truths (self);
}

void
gyre_completion_fill_arguments (GyreCompletion *self, const char *owner, const char *behavior, guint index)
{
  g_autoptr (GVariant) description = find_owner (self, owner, 0);
  g_autoptr (GVariant) found = description != NULL ? find_member (self, description, "behaviors", behavior) : NULL;
  Place place = { 0, index };

  if (found != NULL)
    visit_members (self, found, "arguments", add_argument, &place);
}

typedef struct
{
  const char *owner;
  const char *ending;
} Keys;

static void
add_key (GyreCompletion *self, GVariant *trait, gpointer data)
{
  const Keys *keys = data;
  g_autofree char *key = NULL;

  if (get_text (trait, "name") == NULL || get_fact (trait, "read-only"))
    return;
  key = g_strconcat (keys->owner, ".", get_text (trait, "name"), NULL);
  add_after_prefix (self, key, keys->ending, get_text (trait, "summary"), *keys->ending != '=');
}

/* `family.` and `name.`, which are to go on. */
static void
fill_owners (GyreCompletion *self)
{
  guint index = self->cache != NULL ? gyre_catalogue_cache_find_prefix (self->cache, gyre_completion_get_rest (self)) : 0;
  GyreCatalogueEntry entry;
  GHashTableIter iterator;
  gpointer name;

  for (; !self->is_live && self->cache != NULL && has_entry (self, index, &entry); index++)
    if (entry.subject == GYRE_DESCRIPTION_CLASS && !(entry.flags & GYRE_CATALOGUE_INTERNAL))
      add_after_prefix (self, entry.family, ".", entry.summary, FALSE);
  g_hash_table_iter_init (&iterator, gyre_completion_get_instances (self));
  while (g_hash_table_iter_next (&iterator, &name, NULL))
    add_after_prefix (self, name, ".", NULL, FALSE);
}

/* `owner.trait`, with what follows a key: `=` where a value is to be written at once. */
void
gyre_completion_fill_keys (GyreCompletion *self, const char *ending)
{
  const char *rest = gyre_completion_get_rest (self);
  const char *dot = strrchr (rest, '.');
  g_autofree char *owner = dot != NULL ? g_strndup (rest, (gsize) (dot - rest)) : NULL;
  g_autoptr (GVariant) description = owner != NULL ? find_owner (self, owner, 0) : NULL;
  Keys keys = { owner, ending };

  fill_owners (self);
  if (description != NULL)
    visit_members (self, description, "traits", add_key, &keys);
}

/* The rule that names all values: `moo, meow`. */
static void
add_choice (GyreCompletion *self, GVariant *constraint, gpointer data)
{
  g_auto (GStrv) choices = NULL;

  if (g_strcmp0 (get_text (constraint, "rule"), "member") != 0 || get_text (constraint, "parameter") == NULL)
    return;
  choices = g_strsplit (get_text (constraint, "parameter"), ",", -1);
  for (guint index = 0; choices[index] != NULL; index++)
    add_after_prefix (self, g_strstrip (choices[index]), "", NULL, TRUE);
}

static void
add_implementer (GyreCompletion *self, GVariant *class, gpointer data)
{
  guint index;

  if (get_text (class, "family") != NULL && gyre_catalogue_cache_find (self->cache, get_text (class, "family"), &index)
      && !(gyre_catalogue_cache_get (self->cache, index).flags & (GYRE_CATALOGUE_INTERNAL | GYRE_CATALOGUE_ABSTRACT)))
    add_after_prefix (self, get_text (class, "family"), "", get_text (class, "summary"), TRUE);
}

/* Who satisfies a facility: those that the trait knows, else those that its interface knows. */
static void
fill_implementers (GyreCompletion *self, GVariant *trait)
{
  guint before = self->candidates->len;
  g_autoptr (GVariant) interface = find_family (self, get_text (trait, "interface"));

  visit_members (self, trait, "implementers", add_implementer, NULL);
  if (self->candidates->len == before && interface != NULL)
    visit_members (self, interface, "implementers", add_implementer, NULL);
}

static void
add_default (GyreCompletion *self, const char *text)
{
  if (text != NULL && *text != '\0' && g_utf8_validate (text, -1, NULL) && strchr (text, '\n') == NULL)
    add_after_prefix (self, text, "", "the default", TRUE);
}

/* The values that a trait is known to take. */
void
gyre_completion_fill_values (GyreCompletion *self, const char *key)
{
  const char *dot = strrchr (key, '.');
  g_autofree char *owner = g_strndup (key, dot != NULL ? (gsize) (dot - key) : 0);
  g_autoptr (GVariant) description = dot != NULL ? find_owner (self, owner, 0) : NULL;
  g_autoptr (GVariant) trait = description != NULL ? find_member (self, description, "traits", dot + 1) : NULL;
  g_autofree const char **words = NULL;

  if (trait == NULL)
    return;
  words = dup_texts (trait, "words");
  for (guint index = 0; words[index] != NULL; index++)
    add_after_prefix (self, words[index], "", NULL, TRUE);
  visit_members (self, trait, "constraints", add_choice, NULL);
  if (g_strcmp0 (get_text (trait, "kind"), "boolean") == 0)
    fill_truths (self);
  if (get_text (trait, "interface") != NULL)
    fill_implementers (self, trait);
  if (get_fact (trait, "nullable"))
    add_after_prefix (self, "none", "", NULL, TRUE);
  add_default (self, get_text (trait, "default"));
}
