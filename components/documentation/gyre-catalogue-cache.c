/* gyre-catalogue-cache.c: What is known of classes whose modules are not loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * There is one file for each program and module path, because what is told of a class (who derives from it, who satisfies a facility)
 * depends on which modules there are. It is written beside and then renamed, so that each reader sees a whole one, whoever writes.
 */
#include "gyre-catalogue-cache.h"

#include "gyre-catalogue-file-private.h"
#include "gyre-catalogue-rows-private.h"
#include "gyre-provider.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Who works with more module paths than this in turns makes some of them anew; and who reads more of what is provided. */
static const struct
{
  const char *prefix;
  guint most;
} sorts[] = { { "catalogue-", 32 }, { "family-", 4096 } };

struct _GyreCatalogueCache
{
  GBytes *bytes;
  GVariant *index;
  GVariant *rows;
  const guint32 *order;       /* the rows in the order of their types */
  GVariant *order_owner;
};

/* Numbers of the parts of an index. */
enum { VERSION, STAMPS, NOTES, ROWS, ORDER, PROVIDERS, SIGNS };

/* The file of this library; what of it is described changes with it. */
static const char *
get_library (void)
{
  Dl_info place;

  return dladdr (gyre_catalogue_cache_open, &place) != 0 ? place.dli_fname : "";
}

static char *
dup_program (void)
{
  char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? program : g_strdup ("");
}

static GStrv
dup_folders (GyreLinker *linker)
{
  GStrv folders = gyre_linker_dup_path (linker);

  for (guint index = 0; folders[index] != NULL; index++)
    {
      char *whole = g_canonicalize_filename (folders[index], NULL);

      g_free (folders[index]);
      folders[index] = whole;
    }
  return folders;
}

/**
 * gyre_catalogue_cache_dup_file: (skip)
 * @linker: whose module path is meant
 * @family: (nullable): a family that is provided, or the path of another program, whose answer it is; %NULL: all that modules bring
 *
 * Returns: (transfer full): the file, below `XDG_CACHE_HOME/gyre/`, for this program and that path; it need not be there
 *
 * Since: 0.1
 */
char *
gyre_catalogue_cache_dup_file (GyreLinker *linker, const char *family)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *program = dup_program ();
  g_auto (GStrv) folders = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (GYRE_IS_LINKER (linker), NULL);

  folders = dup_folders (linker);
  g_checksum_update (sum, (const guchar *) program, (gssize) strlen (program) + 1);
  for (guint index = 0; folders[index] != NULL; index++)
    g_checksum_update (sum, (const guchar *) folders[index], (gssize) strlen (folders[index]) + 1);
  if (family != NULL)
    g_checksum_update (sum, (const guchar *) family, -1);
  name = g_strdup_printf ("%s%.24s", sorts[family != NULL].prefix, g_checksum_get_string (sum));
  return g_build_filename (g_get_user_cache_dir (), "gyre", name, NULL);
}

static void
add_folder (GVariantBuilder *stamps, const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_variant_builder_add_value (stamps, gyre_stamp_new (path));
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".so"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_clear_pointer (&folder, g_dir_close);
  for (guint index = 0; index < names->len; index++)
    g_variant_builder_add_value (stamps, gyre_stamp_new (names->pdata[index]));
}

/**
 * gyre_catalogue_cache_take_stamps: (skip)
 * @linker: whose module path is meant
 *
 * Notes how the files of all modules are, and the program and the library with them. Take the stamps before anything is loaded: what
 * changes afterwards makes stale what is written with them.
 *
 * Returns: (transfer floating): the stamps
 *
 * Since: 0.1
 */
GVariant *
gyre_catalogue_cache_take_stamps (GyreLinker *linker)
{
  g_autofree char *program = dup_program ();
  g_auto (GStrv) folders = NULL;
  GVariantBuilder stamps;

  g_return_val_if_fail (GYRE_IS_LINKER (linker), NULL);

  folders = dup_folders (linker);
  g_variant_builder_init (&stamps, G_VARIANT_TYPE ("a" GYRE_STAMP_TYPE));
  g_variant_builder_add_value (&stamps, gyre_stamp_new (program));
  g_variant_builder_add_value (&stamps, gyre_stamp_new (get_library ()));
  for (guint index = 0; folders[index] != NULL; index++)
    add_folder (&stamps, folders[index]);
  return g_variant_builder_end (&stamps);
}

/* The oldest of more files than anybody needs goes; of several writers each may take one. */
static void
forget_oldest (const char *folder, const char *prefix, guint most)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  g_autofree char *oldest = NULL;
  struct timespec time = { 0 };
  guint count = 0;
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      if (!g_str_has_prefix (name, prefix) || lstat (path, &status) != 0)
        continue;
      if (count++ == 0 || status.st_mtim.tv_sec < time.tv_sec)
        {
          g_free (oldest);
          oldest = g_steal_pointer (&path);
          time = status.st_mtim;
        }
    }
  if (count > most)
    g_unlink (oldest);
}

static gboolean
write_file (const char *file, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *name = g_path_get_basename (file);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  if (!g_file_set_contents_full (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 error))
    return FALSE;
  for (guint index = 0; index < G_N_ELEMENTS (sorts); index++)
    if (g_str_has_prefix (name, sorts[index].prefix))
      forget_oldest (folder, sorts[index].prefix, sorts[index].most);
  return TRUE;
}

/**
 * gyre_catalogue_cache_write: (skip)
 * @file: (type filename): gyre_catalogue_cache_dup_file()
 * @stamps: gyre_catalogue_cache_take_stamps(), from before the modules were loaded
 * @notes: pairs of a package and why its module can't be loaded, `a(ss)`; of another program, of an option and its line of words
 * @error: return location for a #GFileError
 *
 * Writes what the process knows now. All modules of the path should be loaded, and nothing be configured.
 *
 * Returns: whether it is written; what was there before stays otherwise
 *
 * Since: 0.1
 */
gboolean
gyre_catalogue_cache_write (const char *file, GVariant *stamps, GVariant *notes, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (file != NULL && stamps != NULL && notes != NULL, FALSE);

  bytes = gyre_catalogue_rows_write_everything (stamps, notes);
  return write_file (file, bytes, error);
}

/**
 * gyre_catalogue_cache_write_provided: (skip)
 * @file: (type filename): gyre_catalogue_cache_dup_file() of its family
 * @stamps: gyre_catalogue_cache_take_stamps(), from before the module was loaded
 * @description: what a #GyreProvider has told of one of its families
 * @error: return location for a #GFileError
 *
 * Writes one description, for as long as the fingerprint of its provider is what it is now.
 *
 * Returns: whether it is written; what was there before stays otherwise
 *
 * Since: 0.1
 */
gboolean
gyre_catalogue_cache_write_provided (const char *file, GVariant *stamps, GyreDescription *description, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (file != NULL && stamps != NULL && description != NULL && description->family != NULL, FALSE);

  bytes = gyre_catalogue_rows_write_provided (stamps, description);
  return write_file (file, bytes, error);
}

/* The bytes of a file of this user. Somebody else's says what he wants; and a file that others may change while it is mapped is read. */
static GBytes *
map_file (const char *file)
{
  int descriptor = open (file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  GMappedFile *mapping = NULL;
  GBytes *bytes = NULL;
  struct stat status;

  if (descriptor < 0)
    return NULL;
  if (fstat (descriptor, &status) == 0 && S_ISREG (status.st_mode) && status.st_uid == geteuid ())
    mapping = g_mapped_file_new_from_fd (descriptor, FALSE, NULL);
  close (descriptor);
  if (mapping != NULL)
    {
      bytes = g_mapped_file_get_bytes (mapping);
      g_mapped_file_unref (mapping);
    }
  return bytes;
}

/**
 * gyre_catalogue_cache_open: (skip)
 * @file: (type filename): what was written
 *
 * Returns: (transfer full) (nullable): what stands in it; %NULL where there is no such file, or where it is torn, of another version,
 * somebody else's, or no cache at all
 *
 * Since: 0.1
 */
GyreCatalogueCache *
gyre_catalogue_cache_open (const char *file)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  bytes = map_file (file);
  return bytes != NULL ? gyre_catalogue_cache_new_from_bytes (bytes) : NULL;
}

/**
 * gyre_catalogue_cache_new_from_bytes: (skip)
 * @bytes: what a file says
 *
 * Returns: (transfer full) (nullable): what it means; %NULL where it means nothing
 *
 * Since: 0.1
 */
GyreCatalogueCache *
gyre_catalogue_cache_new_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) index = NULL;
  GyreCatalogueCache *self;
  const char *version;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  index = gyre_catalogue_file_read (bytes);
  if (index == NULL)
    return NULL;
  g_variant_get_child (index, VERSION, "&s", &version);
  if (!g_str_equal (version, GYRE_LIBRARY_VERSION))
    return NULL;
  self = g_new0 (GyreCatalogueCache, 1);
  self->bytes = g_bytes_ref (bytes);
  self->rows = g_variant_get_child_value (index, ROWS);
  self->order_owner = g_variant_get_child_value (index, ORDER);
  self->order = g_variant_get_fixed_array (self->order_owner, &length, sizeof *self->order);
  self->index = g_steal_pointer (&index);
  return self;
}

/**
 * gyre_catalogue_cache_free: (skip)
 * @cache: (transfer full): a cache
 *
 * Since: 0.1
 */
void
gyre_catalogue_cache_free (GyreCatalogueCache *cache)
{
  g_variant_unref (cache->order_owner);
  g_variant_unref (cache->rows);
  g_variant_unref (cache->index);
  g_bytes_unref (cache->bytes);
  g_free (cache);
}

/* A stamp of every folder in this order, and no other: then no folder has come or gone. */
static gboolean
covers (GVariant *stamps, GStrv folders)
{
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GVariantIter iterator;
  const char *path;

  g_variant_iter_init (&iterator, stamps);
  while (g_variant_iter_next (&iterator, "(^&ayxxtt)", &path, NULL, NULL, NULL, NULL))
    g_hash_table_add (paths, g_strdup (path));
  for (guint index = 0; folders[index] != NULL; index++)
    if (!g_hash_table_contains (paths, folders[index]))
      return FALSE;
  return TRUE;
}

/**
 * gyre_catalogue_cache_is_fresh: (skip)
 * @cache: a cache
 * @linker: whose module path is meant
 *
 * Returns: whether every file is as it was when the cache was written
 *
 * Since: 0.1
 */
gboolean
gyre_catalogue_cache_is_fresh (GyreCatalogueCache *cache, GyreLinker *linker)
{
  g_autoptr (GVariant) stamps = NULL;
  g_auto (GStrv) folders = NULL;
  GVariantIter iterator;
  GVariant *stamp;
  gboolean holds = TRUE;

  g_return_val_if_fail (cache != NULL && GYRE_IS_LINKER (linker), FALSE);

  stamps = g_variant_get_child_value (cache->index, STAMPS);
  folders = dup_folders (linker);
  g_variant_iter_init (&iterator, stamps);
  while (holds && (stamp = g_variant_iter_next_value (&iterator)) != NULL)
    {
      holds = gyre_stamp_holds (stamp);
      g_variant_unref (stamp);
    }
  return holds && covers (stamps, folders);
}

static gboolean
has_fingerprint (GyreLinker *linker, const char *package, const char *fingerprint)
{
  const GyreProvider *provider = gyre_linker_load (linker, package, NULL) ? gyre_provider_get (package) : NULL;
  g_autofree char *now = provider != NULL ? gyre_provider_dup_fingerprint (provider) : NULL;

  return g_strcmp0 (now, fingerprint) == 0;
}

/**
 * gyre_catalogue_cache_has_fresh_providers: (skip)
 * @cache: a cache
 * @linker: whose module path is meant
 *
 * Asks those modules that tell of the classes of other systems whether they would tell the same as when the cache was written. They, and
 * no others, are loaded for it.
 *
 * Returns: whether they would
 *
 * Since: 0.1
 */
gboolean
gyre_catalogue_cache_has_fresh_providers (GyreCatalogueCache *cache, GyreLinker *linker)
{
  g_autoptr (GVariant) providers = NULL;
  GVariantIter iterator;
  const char *package, *fingerprint;

  g_return_val_if_fail (cache != NULL && GYRE_IS_LINKER (linker), FALSE);

  providers = g_variant_get_child_value (cache->index, PROVIDERS);
  g_variant_iter_init (&iterator, providers);
  while (g_variant_iter_next (&iterator, "(&s&s)", &package, &fingerprint))
    if (!has_fingerprint (linker, package, fingerprint))
      return FALSE;
  return TRUE;
}

/**
 * gyre_catalogue_cache_has_fresh_signs: (skip)
 * @cache: a cache
 *
 * Looks at the files and variables that decide which families such modules tell of, as far as they have named them. No module is loaded.
 *
 * Returns: whether all is as it was when the cache was written
 *
 * Since: 0.1
 */
gboolean
gyre_catalogue_cache_has_fresh_signs (GyreCatalogueCache *cache)
{
  g_autoptr (GVariant) signs = NULL;

  g_return_val_if_fail (cache != NULL, FALSE);

  signs = g_variant_get_child_value (cache->index, SIGNS);
  return gyre_signs_hold (signs);
}

/**
 * gyre_catalogue_cache_get_length: (skip)
 * @cache: a cache
 *
 * Returns: how many families it has
 *
 * Since: 0.1
 */
guint
gyre_catalogue_cache_get_length (GyreCatalogueCache *cache)
{
  g_return_val_if_fail (cache != NULL, 0);

  return (guint) g_variant_n_children (cache->rows);
}

/**
 * gyre_catalogue_cache_get: (skip)
 * @cache: a cache
 * @index: which one, from 0, in the order of their names
 *
 * Returns: the family; its texts live as long as the cache
 *
 * Since: 0.1
 */
GyreCatalogueEntry
gyre_catalogue_cache_get (GyreCatalogueCache *cache, guint index)
{
  GyreCatalogueEntry entry = { 0 };
  guint8 subject, flags;

  g_return_val_if_fail (cache != NULL && index < g_variant_n_children (cache->rows), entry);

  g_variant_get_child (cache->rows, index, "(&s&syym&sm&sttt)", &entry.family, &entry.type, &subject, &flags, &entry.package, &entry.summary,
                       NULL, NULL, NULL);
  entry.subject = subject == GYRE_DESCRIPTION_INTERFACE ? GYRE_DESCRIPTION_INTERFACE : GYRE_DESCRIPTION_CLASS;
  entry.flags = flags;
  if (*entry.type == '\0')
    entry.type = NULL;
  return entry;
}

/**
 * gyre_catalogue_cache_find_prefix: (skip)
 * @cache: a cache
 * @prefix: what families begin with
 *
 * Returns: the first family that begins so or, in the order of names, stands behind where it would be
 *
 * Since: 0.1
 */
guint
gyre_catalogue_cache_find_prefix (GyreCatalogueCache *cache, const char *prefix)
{
  guint first = 0, stop;

  g_return_val_if_fail (cache != NULL && prefix != NULL, 0);

  stop = gyre_catalogue_cache_get_length (cache);
  while (first < stop)
    {
      guint middle = first + (stop - first) / 2;

      if (strcmp (gyre_catalogue_cache_get (cache, middle).family, prefix) < 0)
        first = middle + 1;
      else
        stop = middle;
    }
  return first;
}

static gboolean
find_type (GyreCatalogueCache *cache, const char *type, guint *index)
{
  guint first = 0, stop = gyre_catalogue_cache_get_length (cache);

  while (first < stop)
    {
      guint middle = first + (stop - first) / 2;
      int order = g_strcmp0 (gyre_catalogue_cache_get (cache, cache->order[middle]).type, type);

      *index = cache->order[middle];
      if (order == 0)
        return TRUE;
      if (order < 0)
        first = middle + 1;
      else
        stop = middle;
    }
  return FALSE;
}

/**
 * gyre_catalogue_cache_find: (skip)
 * @cache: a cache
 * @name: a family, or the name of a type
 * @index: (out): which one it is
 *
 * Returns: whether there is one
 *
 * Since: 0.1
 */
gboolean
gyre_catalogue_cache_find (GyreCatalogueCache *cache, const char *name, guint *index)
{
  g_return_val_if_fail (cache != NULL && name != NULL && index != NULL, FALSE);

  *index = gyre_catalogue_cache_find_prefix (cache, name);
  if (*index < gyre_catalogue_cache_get_length (cache) && g_str_equal (gyre_catalogue_cache_get (cache, *index).family, name))
    return TRUE;
  return find_type (cache, name, index);
}

/**
 * gyre_catalogue_cache_dup_description: (skip)
 * @cache: a cache
 * @index: which family
 *
 * Returns: (transfer full) (nullable): what gyre_description_to_variant() said of it; %NULL where the file is damaged there
 *
 * Since: 0.1
 */
GVariant *
gyre_catalogue_cache_dup_description (GyreCatalogueCache *cache, guint index)
{
  guint64 offset, length, sum;

  g_return_val_if_fail (cache != NULL && index < g_variant_n_children (cache->rows), NULL);

  g_variant_get_child (cache->rows, index, "(&s&syym&sm&sttt)", NULL, NULL, NULL, NULL, NULL, NULL, &offset, &length, &sum);
  return gyre_catalogue_file_read_description (cache->bytes, offset, length, sum);
}

/**
 * gyre_catalogue_cache_dup_notes: (skip)
 * @cache: a cache
 *
 * Returns: (transfer full): pairs of a package and why its module could not be loaded, `a(ss)`
 *
 * Since: 0.1
 */
GVariant *
gyre_catalogue_cache_dup_notes (GyreCatalogueCache *cache)
{
  g_return_val_if_fail (cache != NULL, NULL);

  return g_variant_get_child_value (cache->index, NOTES);
}
