/* gyre-program-cache.c: What is known without loading a module
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An answer from the cache is the one that loading all modules would have given, byte for byte. So it is used only while nothing is
 * configured, and modules that could not be loaded are tried again: why not can depend on other files than theirs.
 */
#include "gyre-program-cache.h"

gboolean
gyre_program_is_configured (GyreExecutive *executive)
{
  return gyre_settings_get_length (gyre_executive_get_settings (executive)) > 0;
}

static void
add_note (GVariantBuilder *notes, const char *package, const GError *error)
{
  g_autofree char *name = g_utf8_make_valid (package, -1);
  g_autofree char *message = g_utf8_make_valid (error->message, -1);

  g_variant_builder_add (notes, "(ss)", name, message);
}

static GVariant *
load_all (GyreLinker *linker, gboolean is_told)
{
  g_auto (GStrv) packages = gyre_linker_list_available (linker);
  GVariantBuilder notes;

  g_variant_builder_init (&notes, G_VARIANT_TYPE ("a(ss)"));
  for (guint index = 0; packages[index] != NULL; index++)
    {
      g_autoptr (GError) error = NULL;

      if (gyre_linker_load (linker, packages[index], &error))
        continue;
      add_note (&notes, packages[index], error);
      if (is_told)
        g_printerr ("gyre: note: %s\n", error->message);
    }
  return g_variant_builder_end (&notes);
}

/* Loads all modules, and keeps what they bring for those who ask next. A folder of modules may hold other libraries as well: what can't
 * be loaded is left out, and told to whom it may interest. Where nothing can be kept nothing is lost. */
void
gyre_program_learn (GyreExecutive *executive, gboolean is_told)
{
  GyreLinker *linker = gyre_executive_get_linker (executive);
  g_autofree char *file = gyre_catalogue_cache_dup_file (linker);
  g_autoptr (GyreCatalogueCache) cache = gyre_catalogue_cache_open (file);
  gboolean is_fresh = cache != NULL && gyre_catalogue_cache_is_fresh (cache, linker);
  g_autoptr (GVariant) stamps = g_variant_ref_sink (gyre_catalogue_cache_take_stamps (linker));
  g_autoptr (GVariant) notes = g_variant_ref_sink (load_all (linker, is_told));

  if (!is_fresh && !gyre_program_is_configured (executive))
    gyre_catalogue_cache_write (file, stamps, notes, NULL);
}

/* Whether what could not be loaded still can't be; that is told again then. */
static gboolean
tell_notes (GyreCatalogueCache *cache, GyreLinker *linker, gboolean is_told)
{
  g_autoptr (GVariant) notes = gyre_catalogue_cache_dup_notes (cache);
  g_autoptr (GString) text = g_string_new (NULL);
  GVariantIter iterator;
  const char *package;

  g_variant_iter_init (&iterator, notes);
  while (g_variant_iter_next (&iterator, "(&s&s)", &package, NULL))
    {
      g_autoptr (GError) error = NULL;

      if (gyre_linker_load (linker, package, &error))
        return FALSE;
      g_string_append_printf (text, "gyre: note: %s\n", error->message);
    }
  if (is_told)
    g_printerr ("%s", text->str);
  return TRUE;
}

/* What can be answered from; NULL: modules must be loaded. */
GyreCatalogueCache *
gyre_program_open_cache (GyreExecutive *executive, gboolean is_told)
{
  GyreLinker *linker = gyre_executive_get_linker (executive);
  g_autofree char *file = gyre_program_is_configured (executive) ? NULL : gyre_catalogue_cache_dup_file (linker);
  g_autoptr (GyreCatalogueCache) cache = file != NULL ? gyre_catalogue_cache_open (file) : NULL;

  if (cache == NULL || !gyre_catalogue_cache_is_fresh (cache, linker) || !tell_notes (cache, linker, is_told))
    return NULL;
  return g_steal_pointer (&cache);
}

/* The description of a valid class or interface; NULL: nothing is known of it yet. */
static GVariant *
find_description (GyreCatalogueCache *cache, const char *name)
{
  guint index;

  if (!gyre_catalogue_cache_find (cache, name, &index) || (gyre_catalogue_cache_get (cache, index).flags & GYRE_CATALOGUE_INVALID))
    return NULL;
  return gyre_catalogue_cache_dup_description (cache, index);
}

/* What a class or an interface is, as all modules of the path together say. Without a cache, or where a configuration changes what is
 * told, they are loaded: then it is to be asked in the process itself, and NULL is returned. */
GVariant *
gyre_program_recall (GyreExecutive *executive, const char *name)
{
  g_autoptr (GyreCatalogueCache) cache = gyre_program_open_cache (executive, FALSE);
  GVariant *description = cache != NULL ? find_description (cache, name) : NULL;

  if (description == NULL)
    gyre_program_learn (executive, FALSE);
  return description;
}
