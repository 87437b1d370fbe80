/* gyre-search.c: What the search and the tree of a site know, as scripts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A browser runs scripts from the file system and reads no data from there, so the index is scripts: a variable and a call. The
 * families are read by every page; the members, which are many more, when somebody searches. A member that many classes have (most
 * inherited ones) stands there once, with the numbers of its classes.
 */
#include "gyre-search.h"

typedef struct
{
  const char *name;
  const char *sort;     /* trait, behavior, signal */
  const char *alias_of; /* NULL: it is the name itself */
  const char *summary;
  GArray *classes;      /* guint */
} Member;

static void
member_free (gpointer data)
{
  Member *self = data;

  g_array_unref (self->classes);
  g_free (self);
}

static const char *
get_sort (GyreDescription *description)
{
  return description->subject == GYRE_DESCRIPTION_INTERFACE ? "interface" : "class";
}

static void
append_row (GString *script, const char * const *texts, guint length)
{
  g_string_append_c (script, '[');
  for (guint index = 0; index < length; index++)
    {
      g_string_append (script, index > 0 ? "," : "");
      gyre_markup_append_json (script, texts[index] != NULL ? texts[index] : "");
    }
  g_string_append (script, "],\n");
}

/* Name, sort, summary, type, package and file of each class; then title and file of each chapter. */
GString *
gyre_search_write_families (GyreCatalogue *catalogue, GPtrArray *chapters)
{
  GString *script = g_string_new ("window.gyreSite = { families: [\n");

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);
      const char *name = gyre_description_get_public_name (description);
      g_autofree char *file = gyre_markup_dup_file (name);
      const char *row[] = { name, get_sort (description), description->summary, description->type, description->package, file };

      append_row (script, row, g_str_equal (file, name) ? G_N_ELEMENTS (row) - 1 : G_N_ELEMENTS (row));
    }
  g_string_append (script, "], chapters: [\n");
  for (guint index = 0; index < gyre_markup_count (chapters); index++)
    {
      const GyreChapter *chapter = chapters->pdata[index];
      g_autofree char *link = gyre_markup_dup_link (chapter->file);
      const char *row[] = { chapter->title, link };

      append_row (script, row, G_N_ELEMENTS (row));
    }
  g_string_append (script, "] };\n");
  return script;
}

static void
add_member (GHashTable *members, Member template, guint class)
{
  g_autofree char *key = g_strjoin ("\n", template.name, template.sort, template.alias_of != NULL ? template.alias_of : "",
                                    template.summary != NULL ? template.summary : "", NULL);
  Member *member = g_hash_table_lookup (members, key);

  if (member == NULL)
    {
      member = g_new (Member, 1);
      *member = template;
      member->classes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (members, g_steal_pointer (&key), member);
    }
  g_array_append_val (member->classes, class);
}

static void
add_names (GHashTable *members, const char *sort, const char *name, GStrv aliases, const char *summary, guint class)
{
  add_member (members, (Member) { name, sort, NULL, summary, NULL }, class);
  for (guint index = 0; aliases != NULL && aliases[index] != NULL; index++)
    add_member (members, (Member) { aliases[index], sort, name, summary, NULL }, class);
}

static void
add_description (GHashTable *members, GyreDescription *description, guint class)
{
  for (guint index = 0; index < gyre_markup_count (description->traits); index++)
    {
      const GyreDescribedTrait *trait = description->traits->pdata[index];

      add_names (members, "trait", trait->name, trait->aliases, trait->summary, class);
    }
  for (guint index = 0; index < gyre_markup_count (description->behaviors); index++)
    {
      const GyreDescribedBehavior *behavior = description->behaviors->pdata[index];

      add_names (members, "behavior", behavior->name, behavior->aliases, behavior->summary, class);
    }
  for (guint index = 0; index < gyre_markup_count (description->signals); index++)
    {
      const GyreDescribedSignal *signal = description->signals->pdata[index];

      add_names (members, "signal", signal->name, NULL, signal->summary, class);
    }
}

static void
append_member (GString *script, const Member *member)
{
  const char *texts[] = { member->name, member->sort, member->alias_of, member->summary };

  append_row (script, texts, G_N_ELEMENTS (texts));
  g_string_truncate (script, script->len - 3);
  for (guint index = 0; index < member->classes->len; index++)
    g_string_append_printf (script, ",%u", g_array_index (member->classes, guint, index));
  g_string_append (script, "],\n");
}

static void
append_headings (GString *script, GPtrArray *chapters)
{
  for (guint index = 0; index < gyre_markup_count (chapters); index++)
    {
      g_autoptr (GPtrArray) headings = gyre_chapter_list_headings (chapters->pdata[index]);
      g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint heading = 0; heading < headings->len; heading++)
        {
          g_autofree char *anchor = gyre_chapter_dup_slug (headings->pdata[heading], used);
          const char *texts[] = { headings->pdata[heading], anchor };

          append_row (script, texts, G_N_ELEMENTS (texts));
          g_string_truncate (script, script->len - 3);
          g_string_append_printf (script, ",%u],\n", index);
        }
    }
}

/* Name, sort, what it is an alias of, summary, and the numbers of the classes that have it; then the headings of chapters: title, anchor
 * and the number of the chapter. */
GString *
gyre_search_write_members (GyreCatalogue *catalogue, GPtrArray *chapters)
{
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, member_free);
  g_autoptr (GList) keys = NULL;
  GString *script = g_string_new ("gyreMembers ([\n");

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    add_description (members, gyre_catalogue_get (catalogue, index), index);
  keys = g_list_sort (g_hash_table_get_keys (members), (GCompareFunc) g_strcmp0);
  for (GList *key = keys; key != NULL; key = key->next)
    append_member (script, g_hash_table_lookup (members, key->data));
  g_string_append (script, "], [\n");
  append_headings (script, chapters);
  g_string_append (script, "]);\n");
  return script;
}
