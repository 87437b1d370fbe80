/* gyre-program-surroundings.c: What runs, what files speak of, and what is known of modules
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whoever presses TAB waits for the answer. A program that does not answer ends the question; modules are loaded by another process, so
 * that nothing of theirs can disturb a shell, and what is known from before is good enough until that is done.
 */
#include "gyre-program-complete.h"
#include "gyre-program-cache.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LONGEST_QUESTION 2                          /* seconds */
#define LONGEST_FILLING (5 * G_USEC_PER_SEC)        /* when nothing is known yet */
#define LONGEST_RENEWAL (G_USEC_PER_SEC / 5)        /* when something is */

static void
note_conditions (GHashTable *instances, GyreEvents *events)
{
  for (guint index = 0; index < gyre_events_get_length (events); index++)
    for (guint condition = 0; condition < gyre_events_get_condition_count (events, index); condition++)
      {
        g_auto (GStrv) name = NULL;
        g_auto (GStrv) family = NULL;

        gyre_events_dup_condition (events, index, condition, &name, &family);
        g_hash_table_replace (instances, g_strjoinv (".", name), g_strjoinv (".", family));
      }
}

/* What a file says of components, be it right or wrong; nothing is checked, so no module is loaded. */
static void
note_file (GHashTable *instances, const char *file)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreSource) source = g_file_test (file, G_FILE_TEST_IS_REGULAR) ? gyre_source_new_from_file (file, NULL) : NULL;
  const GyreCodec *codec = source != NULL ? gyre_codec_find_for_file (file, NULL) : NULL;
  g_autoptr (GyreEvents) events = codec != NULL ? gyre_codec_decode (codec, source, report) : NULL;

  if (events != NULL)
    note_conditions (instances, events);
}

/* The files that are found for the package of what is being typed. */
static void
note_found (GyreCompletion *self, const char *package)
{
  g_autoptr (GPtrArray) files = *package != '\0' && gyre_name_is_valid (package, NULL)
                                ? gyre_executive_find_files (self->executive, package) : NULL;

  for (guint index = 0; files != NULL && index < files->len; index++)
    note_file (self->instances, ((const GyreSearchHit *) files->pdata[index])->file);
}

static void
note_configured (GyreCompletion *self)
{
  const char *subject = self->program == NULL && self->words->len > 1 ? self->words->pdata[1] : gyre_completion_get_rest (self);
  g_autofree char *family = g_strndup (subject, strcspn (subject, "#"));
  g_autofree char *package = gyre_name_dup_package (family);

  note_found (self, "gyre");
  note_found (self, package);
  /* A program can be told its files as words. */
  for (guint index = 0; self->program != NULL && index < self->words->len; index++)
    note_file (self->instances, self->words->pdata[index]);
  for (guint index = 0; index < self->files->len; index++)
    note_file (self->instances, self->files->pdata[index]);
}

static void
note_component (GHashTable *instances, GVariant *component)
{
  const char *name = NULL, *family = NULL;

  g_variant_lookup (component, "name", "m&s", &name);
  g_variant_lookup (component, "family", "m&s", &family);
  if (name != NULL)
    g_hash_table_replace (instances, g_strdup (name), g_strdup (family != NULL ? family : ""));
}

static void
note_living (GyreCompletion *self)
{
  g_autoptr (GyreRemote) remote = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) components = NULL;

  alarm (LONGEST_QUESTION);
  remote = gyre_remote_new (self->place, NULL);
  if (remote != NULL)
    answer = gyre_remote_ask (remote, "list", NULL, NULL, NULL);
  if (answer != NULL)
    components = g_variant_lookup_value (answer, "components", G_VARIANT_TYPE ("av"));
  for (gsize index = 0; components != NULL && index < g_variant_n_children (components); index++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (components, index);
      g_autoptr (GVariant) component = g_variant_get_variant (boxed);

      note_component (self->instances, component);
    }
  alarm (0);
}

/* Names of components and the families of their classes: of a program that runs, or of what is configured. */
GHashTable *
gyre_completion_get_instances (GyreCompletion *self)
{
  if (self->instances != NULL)
    return self->instances;
  self->instances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (self->is_live)
    note_living (self);
  else
    note_configured (self);
  return self->instances;
}

void
gyre_completion_fill_programs (GyreCompletion *self)
{
  g_auto (GStrv) names = gyre_remote_list ();

  for (guint index = 0; names[index] != NULL; index++)
    {
      g_autofree char *whole = g_strconcat (self->prefix, names[index], NULL);

      gyre_completion_add (self, whole, NULL, TRUE);
    }
}

/* Lets another process run; waits for it, but not for ever. */
static GPid
run_quietly (const char * const *words, char **variables, gint64 patience)
{
  gint64 end = g_get_monotonic_time () + patience;
  GPid process;

  if (!g_spawn_async (NULL, (char **) words, variables, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &process, NULL))
    return 0;
  while (waitpid (process, NULL, WNOHANG) == 0)
    {
      if (g_get_monotonic_time () >= end)
        return process;
      g_usleep (1000);
    }
  return 0;
}

/* Lets another process load all modules and write the cache. */
static void
fill_cache (const char *module_path, char **variables, gint64 patience)
{
  g_autofree char *option = g_strconcat ("--module-path=", module_path, NULL);
  const char *words[] = { "/proc/self/exe", "list", "families", "--isolated", "--no-pager", *module_path != '\0' ? option : NULL, NULL };

  run_quietly (words, variables, patience);
}

/* Where the cache can't be written, one is made for this once. */
static GyreCatalogueCache *
borrow_cache (const char *module_path, const char *file)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *inner = folder != NULL ? g_build_filename (folder, "gyre", NULL) : NULL;
  g_autofree char *borrowed = folder != NULL ? g_build_filename (inner, name, NULL) : NULL;
  g_auto (GStrv) variables = folder != NULL ? g_environ_setenv (g_get_environ (), "XDG_CACHE_HOME", folder, TRUE) : NULL;
  GyreCatalogueCache *cache;

  if (folder == NULL)
    return NULL;
  fill_cache (module_path, variables, LONGEST_FILLING);
  cache = gyre_catalogue_cache_open (borrowed);
  g_unlink (borrowed);
  g_rmdir (inner);
  g_rmdir (folder);
  return cache;
}

/* What is known of the modules of a path, the newest that can be had without a long wait; NULL: nothing. */
GyreCatalogueCache *
gyre_program_fetch_cache (GyreExecutive *executive, const char *module_path)
{
  GyreLinker *linker = gyre_executive_get_linker (executive);
  g_autofree char *file = gyre_catalogue_cache_dup_file (linker, NULL);
  GyreCatalogueCache *cache = gyre_catalogue_cache_open (file);
  GyreCatalogueCache *renewed;

  gboolean has_signs = cache != NULL && gyre_catalogue_cache_has_fresh_signs (cache);

  if (has_signs && gyre_catalogue_cache_is_fresh (cache, linker))
    return cache;
  fill_cache (module_path, NULL, has_signs ? LONGEST_RENEWAL : LONGEST_FILLING);
  renewed = gyre_catalogue_cache_open (file);
  if (renewed == NULL)
    renewed = cache == NULL ? borrow_cache (module_path, file) : g_steal_pointer (&cache);
  g_clear_pointer (&cache, gyre_catalogue_cache_free);
  return renewed;
}

/* Whether a program answers at all: what does not speak of the function would not end, but do whatever it is for. */
static gboolean
can_answer (const char *program)
{
  static const char word[] = "completion_answer";
  g_autoptr (GMappedFile) file = g_mapped_file_new (program, FALSE, NULL);

  return file != NULL && g_mapped_file_get_length (file) > 0
         && memmem (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), word, strlen (word)) != NULL;
}

/* Lets a program write what it knows. Who does not end is ended. */
static void
ask_program (const char *program, const char *file)
{
  const char *words[] = { program, NULL };
  g_auto (GStrv) variables = g_environ_setenv (g_get_environ (), "GYRE_COMPLETION_FILE", file, TRUE);
  GPid process = run_quietly (words, variables, LONGEST_FILLING);

  if (process == 0)
    return;
  kill (process, SIGKILL);
  waitpid (process, NULL, 0);
}

/* What is known of the families and options of a program of a user; NULL: it does not say. */
GyreCatalogueCache *
gyre_program_fetch_program (GyreExecutive *executive, const char *program)
{
  GyreLinker *linker = gyre_executive_get_linker (executive);
  g_autofree char *own = g_str_has_prefix (program, "~/") ? g_build_filename (g_get_home_dir (), program + 2, NULL) : g_strdup (program);
  g_autofree char *path = g_find_program_in_path (own);
  g_autofree char *file = path != NULL ? gyre_catalogue_cache_dup_file (linker, path) : NULL;
  g_autoptr (GyreCatalogueCache) cache = file != NULL ? gyre_catalogue_cache_open (file) : NULL;

  if (cache != NULL && gyre_catalogue_cache_is_fresh (cache, linker) && gyre_catalogue_cache_has_fresh_signs (cache))
    return g_steal_pointer (&cache);
  if (file == NULL || !can_answer (path))
    return NULL;
  ask_program (path, file);
  g_clear_pointer (&cache, gyre_catalogue_cache_free);
  return gyre_catalogue_cache_open (file);
}
