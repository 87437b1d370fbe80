/* gyre-search-path.c: Where the configuration files of a package are looked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-search-path.h"
#include "gyre-codec.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
  GyreCategory category;
} Folder;

struct _GyreSearchPath
{
  GArray *folders;        /* of Folder, weakest first */
  char *platform;
  char *host;
  char *user;
};

/* A search that goes on. */
typedef struct
{
  GyreSearchPath *path;
  const char *package;
  GPtrArray *hits;        /* of GyreSearchHit */
  GHashTable *masks;      /* name of a drop-in → index of the nearest folder that has it */
  GStrv encodings;
} Search;

static void
folder_clear (gpointer data)
{
  g_free (((Folder *) data)->folder);
}

static void
hit_free (gpointer data)
{
  GyreSearchHit *hit = data;

  g_free (hit->file);
  g_free (hit->folder);
  g_free (hit);
}

/**
 * gyre_search_path_new_empty: (skip)
 *
 * Returns: (transfer full): a path without folders, for nobody and nowhere
 *
 * Since: 0.1
 */
GyreSearchPath *
gyre_search_path_new_empty (void)
{
  GyreSearchPath *self = g_new0 (GyreSearchPath, 1);

  self->folders = g_array_new (FALSE, FALSE, sizeof (Folder));
  g_array_set_clear_func (self->folders, folder_clear);
  return self;
}

/* The first name of the machine, without its domain. */
static char *
dup_host (void)
{
  const char *name = g_get_host_name ();

  return g_strndup (name, strcspn (name, "."));
}

static void
add_system_folders (GyreSearchPath *self)
{
  const char * const *folders = g_get_system_config_dirs ();
  guint length = g_strv_length ((GStrv) folders);

  /* GLib has the strongest first. */
  for (guint index = length; index > 0; index--)
    {
      g_autofree char *folder = g_build_filename (folders[index - 1], "gyre", NULL);
      gyre_search_path_add_folder (self, folder, GYRE_CATEGORY_PACKAGE);
    }
}

/* A program that must not depend on what lies around names its folders itself, or none. */
static gboolean
add_named_folders (GyreSearchPath *self)
{
  const char *variable = g_getenv ("GYRE_CONFIGURATION_PATH");
  g_auto (GStrv) folders = variable != NULL ? g_strsplit (variable, G_SEARCHPATH_SEPARATOR_S, -1) : NULL;

  for (guint index = 0; folders != NULL && folders[index] != NULL; index++)
    if (*folders[index] != '\0')
      gyre_search_path_add_folder (self, folders[index], GYRE_CATEGORY_PERSISTENT);
  return folders != NULL;
}

/**
 * gyre_search_path_new: (skip)
 *
 * Makes the path of this machine and this user: the folders of `XDG_CONFIG_DIRS` (priority `package`), that of `XDG_CONFIG_HOME`, and
 * the working folder (both `persistent`: what somebody
 * names, with --config or by code, is stronger, whenever a package is looked for). The variable `GYRE_CONFIGURATION_PATH` names other folders in place of all of them,
 * weakest first; an empty one names none.
 *
 * Returns: (transfer full): a path
 *
 * Since: 0.1
 */
GyreSearchPath *
gyre_search_path_new (void)
{
  GyreSearchPath *self = gyre_search_path_new_empty ();

  self->platform = g_get_os_info (G_OS_INFO_KEY_ID);
  self->host = dup_host ();
  self->user = g_strdup (g_get_user_name ());
  if (!add_named_folders (self))
    {
      g_autofree char *own = g_build_filename (g_get_user_config_dir (), "gyre", NULL);

      add_system_folders (self);
      gyre_search_path_add_folder (self, own, GYRE_CATEGORY_PERSISTENT);
      gyre_search_path_add_folder (self, ".", GYRE_CATEGORY_PERSISTENT);
    }
  return self;
}

/**
 * gyre_search_path_free: (skip)
 * @path: (transfer full): a path
 *
 * Since: 0.1
 */
void
gyre_search_path_free (GyreSearchPath *path)
{
  g_array_unref (path->folders);
  g_free (path->platform);
  g_free (path->host);
  g_free (path->user);
  g_free (path);
}

/**
 * gyre_search_path_add_folder: (skip)
 * @path: a path
 * @folder: (type filename): a folder, which need not be there
 * @category: the category of what its files say
 *
 * Adds a folder that is stronger than those before.
 *
 * Since: 0.1
 */
void
gyre_search_path_add_folder (GyreSearchPath *path, const char *folder, GyreCategory category)
{
  Folder entry = { g_strdup (folder), category };

  g_return_if_fail (path != NULL && folder != NULL);
  g_array_append_val (path->folders, entry);
}

/**
 * gyre_search_path_get_length: (skip)
 * @path: a path
 *
 * Returns: how many folders it has
 *
 * Since: 0.1
 */
guint
gyre_search_path_get_length (GyreSearchPath *path)
{
  g_return_val_if_fail (path != NULL, 0);
  return path->folders->len;
}

/**
 * gyre_search_path_get_folder: (skip)
 * @path: a path
 * @index: which folder, weakest first
 * @category: (out) (optional): the category of what its files say
 *
 * Returns: (transfer none): its name
 *
 * Since: 0.1
 */
const char *
gyre_search_path_get_folder (GyreSearchPath *path, guint index, GyreCategory *category)
{
  g_return_val_if_fail (path != NULL && index < path->folders->len, NULL);

  if (category != NULL)
    *category = g_array_index (path->folders, Folder, index).category;
  return g_array_index (path->folders, Folder, index).folder;
}

/**
 * gyre_search_path_set_platform: (skip)
 * @path: a path
 * @platform: (nullable): such as `debian`; %NULL: no file is for a platform
 *
 * Since: 0.1
 */
void
gyre_search_path_set_platform (GyreSearchPath *path, const char *platform)
{
  g_return_if_fail (path != NULL);
  g_free (path->platform);
  path->platform = g_strdup (platform);
}

/**
 * gyre_search_path_set_host: (skip)
 * @path: a path
 * @host: (nullable): the name or nickname of the machine; %NULL: no file is for a host
 *
 * Since: 0.1
 */
void
gyre_search_path_set_host (GyreSearchPath *path, const char *host)
{
  g_return_if_fail (path != NULL);
  g_free (path->host);
  path->host = g_strdup (host);
}

/**
 * gyre_search_path_set_user: (skip)
 * @path: a path
 * @user: (nullable): the name of the user; %NULL: no file is for a user
 *
 * Since: 0.1
 */
void
gyre_search_path_set_user (GyreSearchPath *path, const char *user)
{
  g_return_if_fail (path != NULL);
  g_free (path->user);
  path->user = g_strdup (user);
}

/**
 * gyre_search_path_get_platform: (skip)
 * @path: a path
 *
 * Returns: (transfer none) (nullable): the platform
 *
 * Since: 0.1
 */
const char *
gyre_search_path_get_platform (GyreSearchPath *path)
{
  g_return_val_if_fail (path != NULL, NULL);
  return path->platform;
}

/**
 * gyre_search_path_get_host: (skip)
 * @path: a path
 *
 * Returns: (transfer none) (nullable): the host
 *
 * Since: 0.1
 */
const char *
gyre_search_path_get_host (GyreSearchPath *path)
{
  g_return_val_if_fail (path != NULL, NULL);
  return path->host;
}

/**
 * gyre_search_path_get_user: (skip)
 * @path: a path
 *
 * Returns: (transfer none) (nullable): the user
 *
 * Since: 0.1
 */
const char *
gyre_search_path_get_user (GyreSearchPath *path)
{
  g_return_val_if_fail (path != NULL, NULL);
  return path->user;
}

static void
add_hit (Search *search, const Folder *folder, char *file)
{
  GyreSearchHit *hit = g_new0 (GyreSearchHit, 1);

  hit->file = file;
  hit->category = folder->category;
  hit->folder = g_strdup (folder->folder);
  g_ptr_array_add (search->hits, hit);
}

/* Adds "folder/stem.cfg" and so on, as far as they are there. A stem that is no single name is none of ours. */
static void
add_stem (Search *search, const Folder *folder, const char *within, const char *stem)
{
  if (stem == NULL || *stem == '\0' || strchr (stem, G_DIR_SEPARATOR) != NULL)
    return;
  for (guint index = 0; search->encodings[index] != NULL; index++)
    {
      g_autofree char *name = g_strconcat (stem, ".", search->encodings[index], NULL);
      g_autofree char *file = strcmp (folder->folder, ".") == 0 ? g_build_filename (within, name, NULL)
                                                               : g_build_filename (folder->folder, within, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
        add_hit (search, folder, g_steal_pointer (&file));
    }
}

static gboolean
has_known_encoding (Search *search, const char *name)
{
  const char *suffix = strrchr (name, '.');

  return *name != '.' && suffix != NULL && g_strv_contains ((const char * const *) search->encodings, suffix + 1);
}

static int
compare_names (gconstpointer left, gconstpointer right)
{
  return strcmp (*(const char * const *) left, *(const char * const *) right);
}

static char *
dup_drop_in_folder (Search *search, const Folder *folder)
{
  g_autofree char *name = g_strconcat (search->package, ".d", NULL);

  return strcmp (folder->folder, ".") == 0 ? g_steal_pointer (&name) : g_build_filename (folder->folder, name, NULL);
}

/* The names of the drop-ins of a folder, sorted by their bytes. */
static GPtrArray *
list_drop_ins (Search *search, const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (has_known_encoding (search, name))
      g_ptr_array_add (names, g_strdup (name));
  g_clear_pointer (&folder, g_dir_close);
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* The nearest folder that has a drop-in of a name is the one that counts. */
static void
note_masks (Search *search, guint index, const Folder *folder)
{
  g_autofree char *path = dup_drop_in_folder (search, folder);
  g_autoptr (GPtrArray) names = list_drop_ins (search, path);

  for (guint name = 0; name < names->len; name++)
    g_hash_table_insert (search->masks, g_strdup (names->pdata[name]), GUINT_TO_POINTER (index));
}

/* A file without a byte, or /dev/null: it says nothing, on purpose. */
static gboolean
says_nothing (const char *file)
{
  struct stat status;

  return stat (file, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size == 0;
}

static void
add_drop_ins (Search *search, guint index, const Folder *folder)
{
  g_autofree char *path = dup_drop_in_folder (search, folder);
  g_autoptr (GPtrArray) names = list_drop_ins (search, path);

  for (guint name = 0; name < names->len; name++)
    {
      g_autofree char *file = g_build_filename (path, names->pdata[name], NULL);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (search->masks, names->pdata[name])) == index && !says_nothing (file))
        add_hit (search, folder, g_steal_pointer (&file));
    }
}

static void
add_variants (Search *search, const Folder *folder)
{
  GyreSearchPath *self = search->path;
  g_autofree char *person = self->user != NULL && self->host != NULL ? g_strconcat (self->user, "@", self->host, NULL) : NULL;
  const struct { const char *folder; const char *stem; } variants[] = {
    { "platforms", self->platform }, { "hosts", self->host }, { "users", person },
  };

  for (guint index = 0; index < G_N_ELEMENTS (variants); index++)
    {
      g_autofree char *within = g_build_filename (search->package, variants[index].folder, NULL);

      if (g_strcmp0 (variants[index].stem, search->package) != 0)
        add_stem (search, folder, "", variants[index].stem);
      add_stem (search, folder, within, variants[index].stem);
    }
}

static void
search_folder (Search *search, guint index, const Folder *folder)
{
  add_stem (search, folder, "", search->package);
  add_stem (search, folder, search->package, search->package);
  add_drop_ins (search, index, folder);
  add_variants (search, folder);
}

/**
 * gyre_search_path_find: (skip)
 * @path: a path
 * @package: a package, the first fragment of its families; or an application
 * @module_folder: (type filename) (nullable): the folder of the package's module, weaker than all others
 *
 * Looks which files are there now.
 *
 * Returns: (element-type GyreSearchHit) (transfer full): the files in the order in which they are to be loaded
 *
 * Since: 0.1
 */
GPtrArray *
gyre_search_path_find (GyreSearchPath *path, const char *package, const char *module_folder)
{
  g_auto (GStrv) encodings = gyre_codec_dup_encodings ();
  g_autoptr (GHashTable) masks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Folder own = { (char *) module_folder, GYRE_CATEGORY_PACKAGE };
  Search search = { path, package, g_ptr_array_new_with_free_func (hit_free), masks, encodings };

  g_return_val_if_fail (path != NULL && package != NULL, NULL);

  if (module_folder != NULL)
    note_masks (&search, 0, &own);
  for (guint index = 0; index < path->folders->len; index++)
    note_masks (&search, index + 1, &g_array_index (path->folders, Folder, index));
  if (module_folder != NULL)
    search_folder (&search, 0, &own);
  for (guint index = 0; index < path->folders->len; index++)
    search_folder (&search, index + 1, &g_array_index (path->folders, Folder, index));
  return search.hits;
}
