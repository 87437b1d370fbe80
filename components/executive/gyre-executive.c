/* gyre-executive.c: The owner of names, settings and modules
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The lock guards two small tables and is a leaf: no module is loaded and nothing of GType's runs while it is held.
 */
#include "gyre-executive-private.h"
#include "gyre-finaliser.h"
#include "gyre-manifest-private.h"
#include "gyre-name.h"
#include "gyre-shard-private.h"
#include "gyre-thread-private.h"

struct _GyreExecutive
{
  GObject parent_instance;

  GyreNameserver *nameserver;
  GyreSettings *settings;
  GyreLinker *linker;
  GyreManifest *manifest;     /* the files that were loaded */
  GyreSearchPath *search_path;
  GyreReport *discoveries;    /* what was told about files that were found; NULL: none are looked for */

  gpointer bindings;          /* of the model */
  GyreShard *shard;           /* what runs; NULL until something shall */

  GRWLock lock;
  GHashTable *class_states;   /* GyreActor → what the model keeps for it */
  GHashTable *attempts;       /* package → Attempt */
  GHashTable *searches;       /* the packages whose files are looked for at this moment */
  GHashTable *versions;       /* package → its version */
};

/* What came of loading the module of a package. */
typedef struct
{
  char *path;
  GError *error;              /* NULL: it is loaded */
} Attempt;

G_DEFINE_FINAL_TYPE (GyreExecutive, gyre_executive, G_TYPE_OBJECT)
G_DEFINE_QUARK (gyre-executive-error-quark, gyre_executive_error)

static GyreExecutive *process_executive;
static const GyreExecutiveModel *model;

static void
attempt_free (gpointer data)
{
  Attempt *self = data;

  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self);
}

static void
release_class_states (GyreExecutive *self)
{
  GHashTableIter iterator;
  gpointer state;

  g_hash_table_iter_init (&iterator, self->class_states);
  while (g_hash_table_iter_next (&iterator, NULL, &state))
    if (model != NULL && model->release != NULL)
      model->release (state);
}

static void
gyre_executive_dispose (GObject *object)
{
  GyreExecutive *self = GYRE_EXECUTIVE (object);

  if (self->shard != NULL)
    {
      gyre_thread_end (self->shard);
      gyre_executive_shut_down (self);
    }
  G_OBJECT_CLASS (gyre_executive_parent_class)->dispose (object);
}

static void
gyre_executive_finalize (GObject *object)
{
  GyreExecutive *self = GYRE_EXECUTIVE (object);

  release_class_states (self);
  if (self->bindings != NULL && model != NULL && model->release_bindings != NULL)
    model->release_bindings (self->bindings);
  g_clear_pointer (&self->shard, gyre_shard_free);
  g_object_unref (self->nameserver);
  gyre_settings_unref (self->settings);
  g_object_unref (self->linker);
  gyre_manifest_free (self->manifest);
  g_clear_pointer (&self->search_path, gyre_search_path_free);
  g_clear_pointer (&self->discoveries, gyre_report_unref);
  g_hash_table_unref (self->class_states);
  g_hash_table_unref (self->attempts);
  g_hash_table_unref (self->searches);
  g_hash_table_unref (self->versions);
  g_rw_lock_clear (&self->lock);
  G_OBJECT_CLASS (gyre_executive_parent_class)->finalize (object);
}

static void
gyre_executive_class_init (GyreExecutiveClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gyre_executive_dispose;
  G_OBJECT_CLASS (class)->finalize = gyre_executive_finalize;
}

static void
gyre_executive_init (GyreExecutive *self)
{
  self->nameserver = gyre_nameserver_new ();
  self->settings = gyre_settings_new ();
  self->linker = gyre_linker_new ();
  self->manifest = gyre_manifest_new ();
  self->class_states = g_hash_table_new (NULL, NULL);
  self->searches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, attempt_free);
  self->versions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_rw_lock_init (&self->lock);
}

/**
 * gyre_executive_new:
 *
 * Makes an executive with names, settings and a path for modules of its own.
 *
 * Returns: (transfer full): an executive
 *
 * Since: 0.1
 */
GyreExecutive *
gyre_executive_new (void)
{
  return g_object_new (GYRE_TYPE_EXECUTIVE, NULL);
}

/**
 * gyre_executive_get_default:
 *
 * Returns: (transfer none): the executive of the process, which lives as long
 *
 * Since: 0.1
 */
GyreExecutive *
gyre_executive_get_default (void)
{
  if (g_once_init_enter (&process_executive))
    g_once_init_leave (&process_executive, gyre_executive_new ());
  return process_executive;
}

/**
 * gyre_executive_get_nameserver:
 * @self: an executive
 *
 * Returns: (transfer none): the names of its instances
 *
 * Since: 0.1
 */
GyreNameserver *
gyre_executive_get_nameserver (GyreExecutive *self)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);
  return self->nameserver;
}

/**
 * gyre_executive_get_settings:
 * @self: an executive
 *
 * Returns: (transfer none): everything that was said about families and names
 *
 * Since: 0.1
 */
GyreSettings *
gyre_executive_get_settings (GyreExecutive *self)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);
  return self->settings;
}

/**
 * gyre_executive_get_linker:
 * @self: an executive
 *
 * Returns: (transfer none): what finds and loads modules
 *
 * Since: 0.1
 */
GyreLinker *
gyre_executive_get_linker (GyreExecutive *self)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);
  return self->linker;
}

/**
 * gyre_executive_get_registrar:
 * @self: an executive
 *
 * Returns: (transfer none): the classes and interfaces of the process
 *
 * Since: 0.1
 */
GyreRegistrar *
gyre_executive_get_registrar (GyreExecutive *self)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);
  return gyre_registrar_get_default ();
}

/* Returns FALSE when nothing is known about the package on this path. */
static gboolean
find_attempt (GyreExecutive *self, const char *package, const char *path, gboolean *is_loaded, GError **error)
{
  Attempt *attempt;
  gboolean found;

  g_rw_lock_reader_lock (&self->lock);
  attempt = g_hash_table_lookup (self->attempts, package);
  found = attempt != NULL && (attempt->error == NULL || g_str_equal (attempt->path, path));
  *is_loaded = found && attempt->error == NULL;
  if (found && attempt->error != NULL && error != NULL)
    *error = g_error_copy (attempt->error);
  g_rw_lock_reader_unlock (&self->lock);
  return found;
}

static void
keep_attempt (GyreExecutive *self, const char *package, const char *path, const GError *error)
{
  Attempt *attempt = g_new (Attempt, 1);

  *attempt = (Attempt) { g_strdup (path), error != NULL ? g_error_copy (error) : NULL };
  g_rw_lock_writer_lock (&self->lock);
  g_hash_table_replace (self->attempts, g_strdup (package), attempt);
  g_rw_lock_writer_unlock (&self->lock);
}

gboolean
gyre_executive_load_package (GyreExecutive *self, const char *package, GError **error)
{
  g_auto (GStrv) folders = gyre_linker_dup_path (self->linker);
  g_autofree char *path = g_strjoinv ("\n", folders);
  GError *problem = NULL;
  gboolean is_loaded;

  if (find_attempt (self, package, path, &is_loaded, error))
    return is_loaded;
  is_loaded = gyre_linker_load (self->linker, package, &problem);
  keep_attempt (self, package, path, problem);
  if (!is_loaded)
    g_propagate_error (error, problem);
  else if (self->discoveries != NULL)
    gyre_executive_discover (self, package, self->discoveries, NULL);
  return is_loaded;
}

/**
 * gyre_executive_set_package_version:
 * @self: an executive
 * @package: the first fragment of the families of a module
 * @version: (nullable): its version: `1.4`
 *
 * Tells which version of a package this is: former names of traits end with a version.
 *
 * Since: 0.1
 */
void
gyre_executive_set_package_version (GyreExecutive *self, const char *package, const char *version)
{
  g_return_if_fail (GYRE_IS_EXECUTIVE (self) && package != NULL);

  g_rw_lock_writer_lock (&self->lock);
  if (version != NULL)
    g_hash_table_replace (self->versions, g_strdup (package), g_strdup (version));
  else
    g_hash_table_remove (self->versions, package);
  g_rw_lock_writer_unlock (&self->lock);
}

/**
 * gyre_executive_dup_package_version:
 * @self: an executive
 * @package: the first fragment of the families of a module
 *
 * Returns: (nullable) (transfer full): the version that somebody has told
 *
 * Since: 0.1
 */
char *
gyre_executive_dup_package_version (GyreExecutive *self, const char *package)
{
  char *version;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && package != NULL, NULL);

  g_rw_lock_reader_lock (&self->lock);
  version = g_strdup (g_hash_table_lookup (self->versions, package));
  g_rw_lock_reader_unlock (&self->lock);
  return version;
}

/* Called once, before there is any executive. */
void
gyre_executive_set_model (const GyreExecutiveModel *new_model)
{
  g_atomic_pointer_set (&model, new_model);
}

const GyreExecutiveModel *
gyre_executive_get_model (void)
{
  return g_atomic_pointer_get (&model);
}

/* The threads that come first each make one; all of them get the same. */
GyreShard *
gyre_executive_get_shard (GyreExecutive *executive)
{
  GyreShard *shard = g_atomic_pointer_get (&executive->shard);

  if (G_LIKELY (shard != NULL))
    return shard;
  shard = gyre_shard_new (executive);
  if (g_atomic_pointer_compare_and_exchange (&executive->shard, NULL, shard))
    return shard;
  gyre_shard_free (shard);
  return g_atomic_pointer_get (&executive->shard);
}

void
gyre_executive_tell_withdrawn (GyreExecutive *self, const GyreWithdrawal *withdrawal)
{
  const GyreExecutiveModel *known = g_atomic_pointer_get (&model);

  if (known != NULL && known->withdrawn != NULL && withdrawal->settings->len > 0)
    known->withdrawn (self, withdrawal);
}

void
gyre_executive_tell_configured (GyreExecutive *self, GPtrArray *settings, GPtrArray *pending)
{
  const GyreExecutiveModel *known = g_atomic_pointer_get (&model);

  if (known != NULL && known->configured != NULL && settings->len > 0)
    known->configured (self, settings, pending);
}

gpointer
gyre_executive_get_bindings (GyreExecutive *self)
{
  return g_atomic_pointer_get (&self->bindings);
}

gpointer
gyre_executive_set_bindings (GyreExecutive *self, gpointer bindings)
{
  return g_atomic_pointer_compare_and_exchange (&self->bindings, NULL, bindings) ? bindings : g_atomic_pointer_get (&self->bindings);
}

gpointer
gyre_executive_get_class_state (GyreExecutive *self, GyreActor *actor)
{
  gpointer state;

  g_rw_lock_reader_lock (&self->lock);
  state = g_hash_table_lookup (self->class_states, actor);
  g_rw_lock_reader_unlock (&self->lock);
  return state;
}

gpointer
gyre_executive_set_class_state (GyreExecutive *self, GyreActor *actor, gpointer state)
{
  gpointer winner;

  g_rw_lock_writer_lock (&self->lock);
  winner = g_hash_table_lookup (self->class_states, actor);
  if (winner == NULL)
    {
      g_hash_table_insert (self->class_states, actor, state);
      winner = state;
    }
  g_rw_lock_writer_unlock (&self->lock);
  return winner;
}

GyreManifest *
gyre_executive_get_manifest (GyreExecutive *self)
{
  return self->manifest;
}

/* The search path looks at the machine when it is first needed. Called with the lock held. */
static GyreSearchPath *
ensure_search_path (GyreExecutive *self)
{
  if (self->search_path == NULL)
    self->search_path = gyre_search_path_new ();
  return self->search_path;
}

/**
 * gyre_executive_find_files: (skip)
 * @self: an executive
 * @package: a package or an application
 *
 * Looks which configuration files of a package are there now, beside its module and on the search path.
 *
 * Returns: (element-type GyreSearchHit) (transfer full): them, in the order of loading
 *
 * Since: 0.1
 */
GPtrArray *
gyre_executive_find_files (GyreExecutive *self, const char *package)
{
  g_autofree char *module = NULL;
  g_autofree char *folder = NULL;
  GPtrArray *hits;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && package != NULL, NULL);

  module = gyre_linker_dup_file (self->linker, package);
  folder = module != NULL ? g_path_get_dirname (module) : NULL;
  g_rw_lock_writer_lock (&self->lock);
  hits = gyre_search_path_find (ensure_search_path (self), package, folder);
  g_rw_lock_writer_unlock (&self->lock);
  return hits;
}

gboolean
gyre_executive_begin_search (GyreExecutive *self, const char *package)
{
  gboolean is_new;

  g_rw_lock_writer_lock (&self->lock);
  is_new = g_hash_table_add (self->searches, g_strdup (package));
  g_rw_lock_writer_unlock (&self->lock);
  return is_new;
}

void
gyre_executive_end_search (GyreExecutive *self, const char *package)
{
  g_rw_lock_writer_lock (&self->lock);
  g_hash_table_remove (self->searches, package);
  g_rw_lock_writer_unlock (&self->lock);
}

void
gyre_executive_set_host (GyreExecutive *self, const char *nickname)
{
  g_rw_lock_writer_lock (&self->lock);
  gyre_search_path_set_host (ensure_search_path (self), nickname);
  g_rw_lock_writer_unlock (&self->lock);
}

GPtrArray *
gyre_executive_list_folders (GyreExecutive *self)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);

  g_rw_lock_writer_lock (&self->lock);
  for (guint index = 0; index < gyre_search_path_get_length (ensure_search_path (self)); index++)
    g_ptr_array_add (folders, g_strdup (gyre_search_path_get_folder (self->search_path, index, NULL)));
  g_rw_lock_writer_unlock (&self->lock);
  return folders;
}

/**
 * gyre_executive_take_search_path: (skip)
 * @self: an executive
 * @path: (transfer full): where configuration files are looked for from now on
 *
 * Since: 0.1
 */
void
gyre_executive_take_search_path (GyreExecutive *self, GyreSearchPath *path)
{
  g_return_if_fail (GYRE_IS_EXECUTIVE (self) && path != NULL);

  g_rw_lock_writer_lock (&self->lock);
  g_clear_pointer (&self->search_path, gyre_search_path_free);
  self->search_path = path;
  g_rw_lock_writer_unlock (&self->lock);
}

/**
 * gyre_executive_set_discovery:
 * @self: an executive
 * @report: (nullable): where is told what is wrong with the files that are found; %NULL: look for none
 *
 * Makes the executive look for the configuration files of each package whose module it loads, as gyre_executive_discover() does. Unless
 * this is called it reads only files that somebody names. Call it before anything is loaded.
 *
 * Since: 0.1
 */
void
gyre_executive_set_discovery (GyreExecutive *self, GyreReport *report)
{
  g_return_if_fail (GYRE_IS_EXECUTIVE (self));

  if (report != NULL)
    gyre_report_ref (report);
  g_clear_pointer (&self->discoveries, gyre_report_unref);
  self->discoveries = report;
}

/**
 * gyre_executive_report_undefined:
 * @self: an executive
 * @report: where an error is made for each
 *
 * Tells which values follow a name of which nothing was said: they keep their defaults. What was said of an instance that is not
 * built, and follows such a name, gets a note. Meant for the end of a program's start; what is said later heals them.
 *
 * Since: 0.1
 */
void
gyre_executive_report_undefined (GyreExecutive *self, GyreReport *report)
{
  const GyreExecutiveModel *known = g_atomic_pointer_get (&model);

  g_return_if_fail (GYRE_IS_EXECUTIVE (self) && report != NULL);

  if (known != NULL && known->report_undefined != NULL)
    known->report_undefined (self, report);
  gyre_executive_report_unsaid (self, report);
}
