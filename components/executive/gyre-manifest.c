/* gyre-manifest.c: The files that were loaded, in order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-manifest-private.h"

#include <string.h>

struct _GyreManifest
{
  GMutex lock;
  GPtrArray *entries;     /* of GyreManifestEntry */
  GPtrArray *files;       /* of char *, without repetition */
};

static void
entry_free (gpointer data)
{
  GyreManifestEntry *entry = data;

  g_free (entry->file);
  g_free (entry->package);
  g_free (entry);
}

GyreManifest *
gyre_manifest_new (void)
{
  GyreManifest *self = g_new0 (GyreManifest, 1);

  g_mutex_init (&self->lock);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->files = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
gyre_manifest_free (GyreManifest *manifest)
{
  g_ptr_array_unref (manifest->entries);
  g_ptr_array_unref (manifest->files);
  g_mutex_clear (&manifest->lock);
  g_free (manifest);
}

static GyreManifestEntry *
entry_new (const char *file, const char *package, GyreCategory category)
{
  GyreManifestEntry *entry = g_new (GyreManifestEntry, 1);

  *entry = (GyreManifestEntry) { g_strdup (file), g_strdup (package), category, { 0 } };
  return entry;
}

static GyreManifestEntry *
entry_copy (const GyreManifestEntry *entry)
{
  GyreManifestEntry *copy = entry_new (entry->file, entry->package, entry->category);

  memcpy (copy->loads, entry->loads, sizeof copy->loads);
  return copy;
}

/* A file that is named again counts again: its settings are said later. */
void
gyre_manifest_add_file (GyreManifest *manifest, const char *file, GyreCategory category)
{
  g_mutex_lock (&manifest->lock);
  g_ptr_array_add (manifest->entries, entry_new (file, NULL, category));
  g_mutex_unlock (&manifest->lock);
}

static gboolean
has_package (GyreManifest *manifest, const char *package)
{
  for (guint index = 0; index < manifest->entries->len; index++)
    if (g_strcmp0 (((GyreManifestEntry *) manifest->entries->pdata[index])->package, package) == 0)
      return TRUE;
  return FALSE;
}

gboolean
gyre_manifest_add_package (GyreManifest *manifest, const char *package)
{
  gboolean is_new;

  g_mutex_lock (&manifest->lock);
  is_new = !has_package (manifest, package);
  if (is_new)
    g_ptr_array_add (manifest->entries, entry_new (NULL, package, GYRE_CATEGORY_PACKAGE));
  g_mutex_unlock (&manifest->lock);
  return is_new;
}

gboolean
gyre_manifest_has_package (GyreManifest *manifest, const char *package)
{
  gboolean is_there;

  g_mutex_lock (&manifest->lock);
  is_there = has_package (manifest, package);
  g_mutex_unlock (&manifest->lock);
  return is_there;
}

GPtrArray *
gyre_manifest_dup_entries (GyreManifest *manifest)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (entry_free);

  g_mutex_lock (&manifest->lock);
  for (guint index = 0; index < manifest->entries->len; index++)
    {
      const GyreManifestEntry *entry = manifest->entries->pdata[index];

      g_ptr_array_add (copies, entry_copy (entry));
    }
  g_mutex_unlock (&manifest->lock);
  return copies;
}

guint
gyre_manifest_get_load (GyreManifest *manifest, guint position, GyreCategory category)
{
  guint load;

  g_mutex_lock (&manifest->lock);
  load = ((GyreManifestEntry *) manifest->entries->pdata[position])->loads[category];
  g_mutex_unlock (&manifest->lock);
  return load;
}

void
gyre_manifest_set_load (GyreManifest *manifest, guint position, GyreCategory category, guint load)
{
  g_mutex_lock (&manifest->lock);
  ((GyreManifestEntry *) manifest->entries->pdata[position])->loads[category] = load;
  g_mutex_unlock (&manifest->lock);
}

static gboolean
find_file (GPtrArray *files, const char *file)
{
  return g_ptr_array_find_with_equal_func (files, file, g_str_equal, NULL);
}

static void
add_files (GPtrArray *target, GPtrArray *files)
{
  for (guint index = 0; index < files->len; index++)
    if (!find_file (target, files->pdata[index]))
      g_ptr_array_add (target, g_strdup (files->pdata[index]));
}

void
gyre_manifest_append (GyreManifest *manifest, GyreManifest *other, GPtrArray *files)
{
  g_autoptr (GPtrArray) entries = gyre_manifest_dup_entries (other);

  g_mutex_lock (&manifest->lock);
  for (guint index = 0; index < entries->len; index++)
    {
      const GyreManifestEntry *entry = entries->pdata[index];

      if (entry->package == NULL || !has_package (manifest, entry->package))
        g_ptr_array_add (manifest->entries, entry_copy (entry));
    }
  add_files (manifest->files, files);
  g_mutex_unlock (&manifest->lock);
}

void
gyre_manifest_set_files (GyreManifest *manifest, char * const *before, GPtrArray *files)
{
  g_autoptr (GPtrArray) known = NULL;

  g_mutex_lock (&manifest->lock);
  known = manifest->files;
  manifest->files = g_ptr_array_new_with_free_func (g_free);
  add_files (manifest->files, files);
  for (guint index = 0; index < known->len; index++)
    if (!g_strv_contains ((const char * const *) before, known->pdata[index]) && !find_file (manifest->files, known->pdata[index]))
      g_ptr_array_add (manifest->files, g_strdup (known->pdata[index]));
  g_mutex_unlock (&manifest->lock);
}

GStrv
gyre_manifest_dup_files (GyreManifest *manifest)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv files;

  g_mutex_lock (&manifest->lock);
  for (guint index = 0; index < manifest->files->len; index++)
    g_strv_builder_add (builder, manifest->files->pdata[index]);
  g_mutex_unlock (&manifest->lock);
  files = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return files;
}

gboolean
gyre_manifest_has_file (GyreManifest *manifest, const char *file)
{
  gboolean is_there;

  g_mutex_lock (&manifest->lock);
  is_there = find_file (manifest->files, file);
  g_mutex_unlock (&manifest->lock);
  return is_there;
}
