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

/* What modules complain of while they are loaded is a note without a package. */
static void
note_complaint (const char *domain, GLogLevelFlags level, const char *message, gpointer notes)
{
  g_autofree char *text = g_utf8_make_valid (message, -1);

  g_variant_builder_add (notes, "(ss)", "", text);
  g_log_default_handler (domain, level, message, NULL);
}

static void
load_packages (GyreLinker *linker, gboolean is_told, GVariantBuilder *notes)
{
  g_auto (GStrv) packages = gyre_linker_list_available (linker);

  for (guint index = 0; packages[index] != NULL; index++)
    {
      g_autoptr (GError) error = NULL;

      if (gyre_linker_load (linker, packages[index], &error))
        continue;
      add_note (notes, packages[index], error);
      if (is_told)
        g_printerr ("gyre: note: %s\n", error->message);
    }
}

static GVariant *
load_all (GyreLinker *linker, gboolean is_told)
{
  GLogFunc previous;
  GVariantBuilder notes;

  g_variant_builder_init (&notes, G_VARIANT_TYPE ("a(ss)"));
  previous = g_log_set_default_handler (note_complaint, &notes);
  load_packages (linker, is_told, &notes);
  g_log_set_default_handler (previous, NULL);
  return g_variant_builder_end (&notes);
}

/* The library's own classes come into being when somebody mentions them; what is kept must not depend on who did. */
static void
mention_own_classes (void)
{
  gyre_actor_get (GYRE_TYPE_BASE_PROCESS);
}

/* Whether what is provided is as it was. Signs that have changed are written anew, or whoever completes would ask for it each time. */
static gboolean
has_fresh_families (GyreCatalogueCache *cache, GyreLinker *linker)
{
  return gyre_catalogue_cache_has_fresh_signs (cache) && gyre_catalogue_cache_has_fresh_providers (cache, linker);
}

/* Loads all modules, and keeps what they bring for those who ask next. A folder of modules may hold other libraries as well: what can't
 * be loaded is left out, and told to whom it may interest. Where nothing can be kept nothing is lost. */
void
gyre_program_learn (GyreExecutive *executive, gboolean is_told)
{
  GyreLinker *linker = gyre_executive_get_linker (executive);
  g_autofree char *file = gyre_catalogue_cache_dup_file (linker, NULL);
  g_autoptr (GyreCatalogueCache) cache = gyre_catalogue_cache_open (file);
  gboolean is_fresh = cache != NULL && gyre_catalogue_cache_is_fresh (cache, linker) && has_fresh_families (cache, linker);
  g_autoptr (GVariant) stamps = g_variant_ref_sink (gyre_catalogue_cache_take_stamps (linker));
  g_autoptr (GVariant) notes = g_variant_ref_sink (load_all (linker, is_told));

  mention_own_classes ();
  if (!is_fresh && !gyre_program_is_configured (executive))
    gyre_catalogue_cache_write (file, stamps, notes, NULL);
}

/* Whether what could not be loaded still can't be; that is told again then. A module that complains does so whenever it is loaded, so
 * that its author does not miss it. */
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

      if (*package == '\0' || gyre_linker_load (linker, package, &error))
        return FALSE;
      g_string_append_printf (text, "gyre: note: %s\n", error->message);
    }
  if (is_told)
    g_printerr ("%s", text->str);
  return TRUE;
}

/* What can be answered from; NULL: modules must be loaded. Who lists wants what is provided to be right too, and hears what could not be
 * loaded. */
GyreCatalogueCache *
gyre_program_open_cache (GyreExecutive *executive, gboolean is_listed)
{
  GyreLinker *linker = gyre_executive_get_linker (executive);
  g_autofree char *file = gyre_program_is_configured (executive) ? NULL : gyre_catalogue_cache_dup_file (linker, NULL);
  g_autoptr (GyreCatalogueCache) cache = file != NULL ? gyre_catalogue_cache_open (file) : NULL;

  if (cache == NULL || !gyre_catalogue_cache_is_fresh (cache, linker)
      || (is_listed && !has_fresh_families (cache, linker)) || !tell_notes (cache, linker, is_listed))
    return NULL;
  return g_steal_pointer (&cache);
}

static GyreDescription *
read_description (GyreCatalogueCache *cache, guint index)
{
  g_autoptr (GVariant) variant = gyre_catalogue_cache_dup_description (cache, index);

  return variant != NULL ? gyre_description_new_from_variant (variant, NULL) : NULL;
}

/* What is provided is kept one by one: nobody wants to know all of another system. */
static GyreDescription *
recall_provided (GyreLinker *linker, const char *family)
{
  g_autofree char *file = gyre_catalogue_cache_dup_file (linker, family);
  g_autoptr (GyreCatalogueCache) cache = gyre_catalogue_cache_open (file);
  guint index;

  if (cache == NULL || !gyre_catalogue_cache_find (cache, family, &index) || !gyre_catalogue_cache_is_fresh (cache, linker)
      || !gyre_catalogue_cache_has_fresh_providers (cache, linker))
    return NULL;
  return read_description (cache, index);
}

/* Keeps what a provider has told, for those who ask next. */
void
gyre_program_remember (GyreExecutive *executive, GyreDescription *description)
{
  GyreLinker *linker = gyre_executive_get_linker (executive);
  g_autofree char *package = description->family != NULL ? gyre_name_dup_package (description->family) : NULL;
  g_autofree char *file = NULL;

  if (package == NULL || *package == '\0' || gyre_provider_get (package) == NULL
      || gyre_registrar_find (gyre_executive_get_registrar (executive), description->family) != NULL)
    return;
  file = gyre_catalogue_cache_dup_file (linker, description->family);
  gyre_catalogue_cache_write_provided (file, gyre_catalogue_cache_take_stamps (linker), description, NULL);
}

/* What a class or an interface is, as all modules of the path together say. NULL: nothing is known of it, it is invalid, or a
 * configuration may change what is told; then it is to be asked in the process itself, and the modules are loaded for that. */
GyreDescription *
gyre_program_recall (GyreExecutive *executive, const char *name)
{
  GyreLinker *linker = gyre_executive_get_linker (executive);
  g_autoptr (GyreCatalogueCache) cache = gyre_program_open_cache (executive, FALSE);
  GyreDescription *description = NULL;
  guint index;
  gboolean is_known = cache != NULL && gyre_catalogue_cache_find (cache, name, &index);
  GyreCatalogueFlags flags = is_known ? gyre_catalogue_cache_get (cache, index).flags : 0;

  if (flags & GYRE_CATALOGUE_PROVIDED)
    return recall_provided (linker, name);
  if (is_known && !(flags & GYRE_CATALOGUE_INVALID))
    description = read_description (cache, index);
  /* What a fresh cache does not have no module brings. */
  if (cache == NULL || (is_known && description == NULL))
    gyre_program_learn (executive, FALSE);
  return description;
}
