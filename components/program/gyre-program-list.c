/* gyre-program-list.c: gyre list: what there is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Modules on the path are loaded, so that their families are seen, unless the cache knows them. Of instances there are those that a
 * configuration speaks of: nothing lives yet in a program that has just begun.
 */
#include "gyre-program-cache.h"

#include <string.h>

/* One list: rows of a name and a remark for people, and dictionaries for programs. */
typedef struct
{
  GPtrArray *names;
  GPtrArray *remarks;
  GVariantBuilder rows;
  gboolean is_json;         /* rows are wanted */
} List;

static void
list_init (List *self, const GyreCommand *command)
{
  self->is_json = command->is_json;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  g_variant_builder_init (&self->rows, G_VARIANT_TYPE ("av"));
}

static void
list_clear (List *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->remarks);
  g_variant_builder_clear (&self->rows);
}

/* A row of fields; the texts stand in pairs of a name and a value, NULL ends them. */
static void
list_add (List *self, const char *name, const char *remark, const char * const *pairs)
{
  GVariantBuilder fields;

  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->remarks, g_strdup (remark != NULL ? remark : ""));
  if (!self->is_json)
    return;
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  for (; *pairs != NULL; pairs += 2)
    {
      g_autofree char *text = pairs[1] != NULL ? g_utf8_make_valid (pairs[1], -1) : NULL;

      g_variant_builder_add (&fields, "{sv}", pairs[0], g_variant_new ("ms", text));
    }
  g_variant_builder_add (&self->rows, "v", g_variant_builder_end (&fields));
}

static int
compare_families (gconstpointer first, gconstpointer second)
{
  return g_strcmp0 (gyre_requirement_get_family (*(GyreRequirement * const *) first),
                    gyre_requirement_get_family (*(GyreRequirement * const *) second));
}

static void
list_records (List *self, GPtrArray *records)
{
  g_ptr_array_sort (records, compare_families);
  for (guint index = 0; index < records->len; index++)
    {
      GyreRequirement *record = records->pdata[index];
      const char *family = gyre_requirement_get_family (record);
      const char *pairs[] = {
        "family", family, "type", gyre_requirement_get_name (record), "package", gyre_requirement_get_package (record),
        "summary", gyre_requirement_get_summary (record), NULL,
      };

      if (family != NULL && !gyre_requirement_is_internal (record))
        list_add (self, family, gyre_requirement_get_summary (record), pairs);
    }
}

/* What can be read and not be built has no type yet: what it is of is loaded when somebody reads it. */
static void
list_provided (List *self, const GyreProvider *provider)
{
  g_autoptr (GPtrArray) families = gyre_provider_list (provider);

  for (guint index = 0; index < families->len; index++)
    {
      const GyreProvidedFamily *provided = families->pdata[index];
      const char *pairs[] = {
        "family", provided->family, "type", NULL, "package", provider->package, "summary", provided->summary, NULL,
      };

      list_add (self, provided->family, provided->summary, pairs);
    }
}

static void
list_entry (List *self, const GyreCatalogueEntry *entry)
{
  const char *pairs[] = {
    "family", entry->family, "type", entry->type, "package", entry->package, "summary", entry->summary, NULL,
  };

  list_add (self, entry->family, entry->summary, pairs);
}

/* What is provided stands behind what is ours. */
static void
list_entries (List *self, GyreCatalogueCache *cache, GyreDescriptionSubject subject)
{
  g_autoptr (GArray) provided = g_array_new (FALSE, FALSE, sizeof (GyreCatalogueEntry));

  for (guint index = 0; index < gyre_catalogue_cache_get_length (cache); index++)
    {
      GyreCatalogueEntry entry = gyre_catalogue_cache_get (cache, index);

      if (entry.subject != subject || (entry.flags & GYRE_CATALOGUE_INTERNAL))
        continue;
      if (entry.flags & GYRE_CATALOGUE_PROVIDED)
        g_array_append_val (provided, entry);
      else
        list_entry (self, &entry);
    }
  for (guint index = 0; index < provided->len; index++)
    list_entry (self, &g_array_index (provided, GyreCatalogueEntry, index));
}

static void
list_families (List *self, GyreExecutive *executive)
{
  g_autoptr (GPtrArray) records = gyre_registrar_list_classes (gyre_executive_get_registrar (executive));
  g_auto (GStrv) packages = gyre_provider_list_packages ();

  list_records (self, records);
  for (guint index = 0; packages[index] != NULL; index++)
    list_provided (self, gyre_provider_get (packages[index]));
}

static void
list_interfaces (List *self, GyreExecutive *executive)
{
  g_autoptr (GPtrArray) records = gyre_registrar_list_interfaces (gyre_executive_get_registrar (executive));

  list_records (self, records);
}

static void
note_names (GyreSetting *setting, gpointer data)
{
  for (guint index = 0; index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, index, &name, &family);
      g_hash_table_replace (data, g_steal_pointer (&name), g_steal_pointer (&family));
    }
}

static void
list_instances (List *self, GyreExecutive *executive)
{
  g_autoptr (GHashTable) families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GList) names = NULL;

  gyre_settings_foreach (gyre_executive_get_settings (executive), note_names, families);
  names = g_list_sort (g_hash_table_get_keys (families), (GCompareFunc) strcmp);
  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *family = g_hash_table_lookup (families, name->data);
      const char *pairs[] = { "name", name->data, "family", family, NULL };

      list_add (self, name->data, family, pairs);
    }
}

/* The file of a loaded module; NULL where it is not loaded. */
static const char *
find_file (GStrv files, const char *package)
{
  g_autofree char *library = g_strdup_printf ("lib%s.so", package);
  g_autofree char *plain = g_strdup_printf ("%s.so", package);

  for (guint index = 0; files[index] != NULL; index++)
    {
      g_autofree char *base = g_path_get_basename (files[index]);

      if (g_str_equal (base, library) || g_str_equal (base, plain))
        return files[index];
    }
  return NULL;
}

static void
list_modules (List *self, GyreExecutive *executive)
{
  GyreLinker *linker = gyre_executive_get_linker (executive);
  g_auto (GStrv) files = gyre_linker_list (linker);
  g_auto (GStrv) packages = gyre_linker_list_available (linker);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  qsort (packages, g_strv_length (packages), sizeof (char *), (GCompareFunc) (void (*) (void)) g_strcmp0);
  for (guint index = 0; packages[index] != NULL; index++)
    {
      const char *file = find_file (files, packages[index]);
      const char *pairs[] = { "package", packages[index], "file", file, NULL };

      if (file != NULL && g_hash_table_add (told, packages[index]))
        list_add (self, packages[index], file, pairs);
    }
}

/* What runs and can be reached. */
static void
list_programs (List *self, GyreExecutive *executive)
{
  g_auto (GStrv) names = gyre_remote_list ();

  for (guint index = 0; names[index] != NULL; index++)
    {
      g_autoptr (GyreRemote) remote = gyre_remote_new (names[index], NULL);
      g_autofree char *process = remote != NULL ? g_strdup_printf ("%d", gyre_remote_get_process (remote)) : NULL;
      const char *pairs[] = { "name", names[index], "process", process, NULL };

      if (remote != NULL)
        list_add (self, names[index], process, pairs);
    }
}

static const struct
{
  const char *name;
  void (*fill) (List *self, GyreExecutive *executive);
  gboolean is_cached;
  GyreDescriptionSubject subject;
} sorts[] = {
  { "families", list_families, TRUE, GYRE_DESCRIPTION_CLASS },
  { "interfaces", list_interfaces, TRUE, GYRE_DESCRIPTION_INTERFACE },
  { "instances", list_instances },
  { "modules", list_modules },
  { "programs", list_programs },
};

static void
append_list (GString *page, const List *self, const char *indent)
{
  glong widest = 0;

  for (guint index = 0; index < self->names->len; index++)
    widest = MAX (widest, g_utf8_strlen (self->names->pdata[index], -1));
  for (guint index = 0; index < self->names->len; index++)
    {
      const char *name = self->names->pdata[index];
      const char *remark = self->remarks->pdata[index];
      int padding = *remark != '\0' ? (int) (widest - g_utf8_strlen (name, -1)) + 2 : 0;

      g_string_append_printf (page, "%s%s%*s%s\n", indent, name, padding, "", remark);
    }
}

static void
print_all (GyreExecutive *executive, const GyreCommand *command)
{
  g_autoptr (GString) page = g_string_new (NULL);
  GVariantBuilder fields;

  gyre_program_load_all_modules (executive);
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  for (guint index = 0; index < G_N_ELEMENTS (sorts); index++)
    {
      List list;

      list_init (&list, command);
      sorts[index].fill (&list, executive);
      g_string_append_printf (page, "%s%s\n", index > 0 ? "\n" : "", sorts[index].name);
      append_list (page, &list, "  ");
      g_variant_builder_add (&fields, "{sv}", sorts[index].name, g_variant_builder_end (&list.rows));
      list_clear (&list);
    }
  if (command->is_json)
    gyre_program_print_json (g_variant_builder_end (&fields));
  else
    gyre_program_print_page (page->str, command);
  g_variant_builder_clear (&fields);
}

static void
print_one (GyreExecutive *executive, const GyreCommand *command, guint sort)
{
  g_autoptr (GyreCatalogueCache) cache = sorts[sort].is_cached ? gyre_program_open_cache (executive, TRUE) : NULL;
  g_autoptr (GString) page = g_string_new (NULL);
  List list;

  list_init (&list, command);
  if (cache == NULL)
    gyre_program_load_all_modules (executive);
  if (cache != NULL)
    list_entries (&list, cache, sorts[sort].subject);
  else
    sorts[sort].fill (&list, executive);
  append_list (page, &list, "");
  if (command->is_json)
    gyre_program_print_json (g_variant_builder_end (&list.rows));
  else
    gyre_program_print_page (page->str, command);
  list_clear (&list);
}

static GyreExit
refuse_sort (const char *word)
{
  const char *names[G_N_ELEMENTS (sorts) + 1] = { NULL };
  g_autofree char *hint = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (sorts); index++)
    names[index] = sorts[index].name;
  hint = gyre_name_suggest (word, names);
  return gyre_program_fail (GYRE_EXIT_USAGE, "there is no list of '%s'; %s", word,
                            hint != NULL ? hint : "there are families, interfaces, instances, modules and programs");
}

GyreExit
gyre_program_list (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  guint sort = 0;

  if (command->place != NULL && (words[0] == NULL || g_str_equal (words[0], "instances")))
    return gyre_program_remote (executive, command, words);
  if (command->place != NULL)
    return gyre_program_fail (GYRE_EXIT_USAGE, "only the instances of a running program can be listed: gyre list --at=%s",
                              command->place);
  while (words[0] != NULL && sort < G_N_ELEMENTS (sorts) && !g_str_equal (words[0], sorts[sort].name))
    sort++;
  if (sort == G_N_ELEMENTS (sorts))
    return refuse_sort (words[0]);
  if (words[0] == NULL)
    print_all (executive, command);
  else
    print_one (executive, command, sort);
  return GYRE_EXIT_OK;
}
