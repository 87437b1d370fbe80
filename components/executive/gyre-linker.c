/* gyre-linker.c: Finds and loads the modules that bring classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was loaded is a fact of the process, so the table of modules is shared by all linkers; each has a path of its own.
 * N.B. The lock is held while a module is loaded, and that runs the module's code; it is recursive, and no class_init waits for
 * it, since a class loads no modules when it is declared.
 */
#include "gyre-linker.h"
#include "gyre-name.h"
#include "gyre-provider.h"

#include <gmodule.h>
#include <stdlib.h>
#include <string.h>

struct _GyreLinker
{
  GObject parent_instance;

  GPtrArray *folders;
};

G_DEFINE_FINAL_TYPE (GyreLinker, gyre_linker, G_TYPE_OBJECT)
G_DEFINE_QUARK (gyre-linker-error-quark, gyre_linker_error)

static GRecMutex lock;
static GHashTable *modules;    /* real path → GModule */

static void
gyre_linker_finalize (GObject *object)
{
  g_ptr_array_unref (GYRE_LINKER (object)->folders);
  G_OBJECT_CLASS (gyre_linker_parent_class)->finalize (object);
}

static void
gyre_linker_class_init (GyreLinkerClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gyre_linker_finalize;
}

static void
gyre_linker_init (GyreLinker *self)
{
  self->folders = g_ptr_array_new_with_free_func (g_free);
}

/**
 * gyre_linker_new:
 *
 * Returns: (transfer full): a linker
 *
 * Since: 0.1
 */
GyreLinker *
gyre_linker_new (void)
{
  return g_object_new (GYRE_TYPE_LINKER, NULL);
}

/**
 * gyre_linker_add_folder:
 * @self: a linker
 * @folder: where modules are; searched before those of the environment, behind those that were added before
 *
 * Since: 0.1
 */
void
gyre_linker_add_folder (GyreLinker *self, const char *folder)
{
  g_return_if_fail (GYRE_IS_LINKER (self) && folder != NULL);

  g_rec_mutex_lock (&lock);
  g_ptr_array_add (self->folders, g_strdup (folder));
  g_rec_mutex_unlock (&lock);
}

/**
 * gyre_linker_dup_path:
 * @self: a linker
 *
 * Returns: (transfer full): the folders in the order of the search
 *
 * Since: 0.1
 */
GStrv
gyre_linker_dup_path (GyreLinker *self)
{
  g_autoptr (GStrvBuilder) path = g_strv_builder_new ();
  const char *variable = g_getenv ("GYRE_MODULE_PATH");

  g_return_val_if_fail (GYRE_IS_LINKER (self), NULL);

  g_rec_mutex_lock (&lock);
  for (guint index = 0; index < self->folders->len; index++)
    g_strv_builder_add (path, g_ptr_array_index (self->folders, index));
  g_rec_mutex_unlock (&lock);
  if (variable != NULL)
    {
      g_auto (GStrv) folders = g_strsplit (variable, G_SEARCHPATH_SEPARATOR_S, -1);
      for (guint index = 0; folders[index] != NULL; index++)
        if (*folders[index] != '\0')
          g_strv_builder_add (path, folders[index]);
    }
  g_strv_builder_add (path, GYRE_MODULE_FOLDER);
  return g_strv_builder_end (path);
}

/* The file of a package, or NULL. The link is resolved, so that a module has one name. */
static char *
find_file (GyreLinker *self, const char *package)
{
  g_auto (GStrv) path = gyre_linker_dup_path (self);
  static const char * const prefixes[] = { "lib", "" };

  for (guint index = 0; path[index] != NULL; index++)
    for (guint prefix = 0; prefix < G_N_ELEMENTS (prefixes); prefix++)
      {
        g_autofree char *name = g_strconcat (prefixes[prefix], package, ".so", NULL);
        g_autofree char *file = g_build_filename (path[index], name, NULL);
        char *real = g_file_test (file, G_FILE_TEST_IS_REGULAR) ? realpath (file, NULL) : NULL;

        if (real != NULL)
          return real;
      }
  return NULL;
}

/**
 * gyre_linker_dup_file:
 * @self: a linker
 * @package: a package
 *
 * Returns: (transfer full) (nullable) (type filename): the file of its module, or %NULL if no folder of the path has one
 *
 * Since: 0.1
 */
char *
gyre_linker_dup_file (GyreLinker *self, const char *package)
{
  char *real, *file;

  g_return_val_if_fail (GYRE_IS_LINKER (self) && package != NULL, NULL);

  real = find_file (self, package);
  file = g_strdup (real);
  free (real);
  return file;
}

static gboolean
open_module (const char *file, GError **error)
{
  GModule *module = g_module_open (file, G_MODULE_BIND_LOCAL);
  gpointer registration = NULL, provider = NULL;

  if (module == NULL)
    {
      g_set_error (error, GYRE_LINKER_ERROR, GYRE_LINKER_ERROR_REFUSED, "%s", g_module_error ());
      return FALSE;
    }
  g_module_symbol (module, "gyre_module_provider", &provider);
  if (!g_module_symbol (module, "gyre_module_register", &registration) && provider == NULL)
    {
      g_module_close (module);
      g_set_error (error, GYRE_LINKER_ERROR, GYRE_LINKER_ERROR_REFUSED,
                   "%s is no module of Gyre: it has no function gyre_module_register", file);
      return FALSE;
    }
  g_module_make_resident (module);
  g_hash_table_insert (modules, g_strdup (file), module);
  if (registration != NULL)
    ((void (*) (void)) registration) ();
  if (provider != NULL)
    gyre_provider_add (provider);
  return TRUE;
}

/**
 * gyre_linker_load:
 * @self: a linker
 * @package: the name of a package: the first fragment of its families
 * @error: return location for an error of %GYRE_LINKER_ERROR
 *
 * Loads the module of a package, once.
 *
 * Returns: whether it is loaded
 *
 * Since: 0.1
 */
gboolean
gyre_linker_load (GyreLinker *self, const char *package, GError **error)
{
  g_autofree char *file = NULL;
  gboolean loaded;

  g_return_val_if_fail (GYRE_IS_LINKER (self) && package != NULL, FALSE);

  file = strchr (package, G_DIR_SEPARATOR) == NULL ? find_file (self, package) : NULL;
  if (file == NULL)
    {
      g_auto (GStrv) path = gyre_linker_dup_path (self);
      g_autofree char *folders = g_strjoinv (", ", path);
      g_set_error (error, GYRE_LINKER_ERROR, GYRE_LINKER_ERROR_NOT_FOUND,
                   "no module '%s' (lib%s.so, %s.so) in %s", package, package, package, folders);
      return FALSE;
    }
  g_rec_mutex_lock (&lock);
  if (modules == NULL)
    modules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loaded = g_hash_table_contains (modules, file) || open_module (file, error);
  g_rec_mutex_unlock (&lock);
  return loaded;
}

/**
 * gyre_linker_list:
 * @self: a linker
 *
 * Returns: (transfer full): the files of the modules that are loaded, sorted
 *
 * Since: 0.1
 */
GStrv
gyre_linker_list (GyreLinker *self)
{
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();

  g_rec_mutex_lock (&lock);
  g_autoptr (GList) names = modules != NULL ? g_list_sort (g_hash_table_get_keys (modules), (GCompareFunc) g_strcmp0) : NULL;
  for (GList *name = names; name != NULL; name = name->next)
    g_strv_builder_add (files, name->data);
  g_rec_mutex_unlock (&lock);
  return g_strv_builder_end (files);
}

static char *
package_of_file (const char *name)
{
  const char *start = g_str_has_prefix (name, "lib") ? name + 3 : name;

  return g_str_has_suffix (name, ".so") ? g_strndup (start, strlen (start) - 3) : NULL;
}

/**
 * gyre_linker_list_available:
 * @self: a linker
 *
 * Returns: (transfer full): the packages that the folders of the path seem to have modules of, whether loaded or not
 *
 * Since: 0.1
 */
GStrv
gyre_linker_list_available (GyreLinker *self)
{
  g_auto (GStrv) path = gyre_linker_dup_path (self);
  g_autoptr (GStrvBuilder) packages = g_strv_builder_new ();

  for (guint index = 0; path[index] != NULL; index++)
    {
      g_autoptr (GDir) folder = g_dir_open (path[index], 0, NULL);
      const char *name;

      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *package = package_of_file (name);
          if (package != NULL)
            g_strv_builder_add (packages, package);
        }
    }
  return g_strv_builder_end (packages);
}

/**
 * gyre_module_mention: (skip)
 * @type: a type that a module brings
 *
 * Makes the class, so that it is registered; an interface is already.
 *
 * Since: 0.1
 */
void
gyre_module_mention (GType type)
{
  if (G_TYPE_IS_CLASSED (type))
    g_type_class_unref (g_type_class_ref (type));
}
