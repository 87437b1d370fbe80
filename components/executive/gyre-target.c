/* gyre-target.c: What the settings of a name are about
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * N.B. A name that is no family can be that of an instance which will be built some day. Only near misses are mistakes.
 */
#include "gyre-target-private.h"
#include "gyre-executive-private.h"
#include "gyre-name.h"
#include "gyre-provider.h"

#include <string.h>

struct _GyreTargets
{
  GyreExecutive *executive;
  GHashTable *targets;      /* name → GyreTarget */
  GHashTable *packages;     /* package → whether it has classes */
  GHashTable *available;    /* packages that have a module, once they were listed */
};

static void
target_free (gpointer data)
{
  GyreTarget *self = data;

  g_free (self->next);
  g_free (self->message);
  g_free (self->hint);
  g_free (self);
}

GyreTargets *
gyre_targets_new (GyreExecutive *executive)
{
  GyreTargets *self = g_new0 (GyreTargets, 1);

  self->executive = executive;
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, target_free);
  self->packages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
gyre_targets_free (GyreTargets *self)
{
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->packages);
  g_clear_pointer (&self->available, g_hash_table_unref);
  g_free (self);
}

/* The folders are listed once: a file can have a hundred thousand names, and asking for a file of each would take its time. */
gboolean
gyre_targets_has_module (GyreTargets *self, const char *package)
{
  if (self->available == NULL)
    {
      g_auto (GStrv) packages = gyre_linker_list_available (gyre_executive_get_linker (self->executive));

      self->available = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint index = 0; packages[index] != NULL; index++)
        g_hash_table_add (self->available, g_strdup (packages[index]));
    }
  return g_hash_table_contains (self->available, package);
}

/* Whether there are classes of a package, when its module is loaded if it has one. A module that can't be loaded is told once,
 * and as a warning: a key can be meant for an instance that happens to be called like it. */
static gboolean
know_package (GyreTargets *self, const char *package, char **warning)
{
  g_autoptr (GError) error = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (self->packages, package, NULL, &known))
    return GPOINTER_TO_INT (known);
  if (gyre_targets_has_module (self, package) && !gyre_executive_load_package (self->executive, package, &error))
    *warning = g_strdup_printf ("the module of '%s' can't be loaded: %s", package, error->message);
  known = GINT_TO_POINTER (gyre_registrar_has_package (gyre_executive_get_registrar (self->executive), package));
  g_hash_table_insert (self->packages, g_strdup (package), known);
  return GPOINTER_TO_INT (known);
}

static guint
count_fragments (const char *name)
{
  guint fragments = *name != '\0';

  for (; *name != '\0'; name++)
    fragments += *name == '.';
  return fragments;
}

/* The first fragments of a name. */
static char *
dup_prefix (const char *name, guint fragments)
{
  const char *at = name;

  for (; fragments > 0 && *at != '\0'; fragments--)
    at += strcspn (at, ".") + (fragments > 1 && strchr (at, '.') != NULL);
  return g_strndup (name, at - name);
}

/* The fragment of a name that follows its first ones. */
static char *
dup_fragment (const char *name, guint before)
{
  for (; before > 0; before--)
    name += strcspn (name, ".") + 1;
  return g_strndup (name, strcspn (name, "."));
}

/* Whether a name of a known package was meant to be a family: only families with as many fragments are compared. */
static gboolean
find_near_family (GyreTargets *self, const char *name, GyreTarget *target)
{
  g_autoptr (GPtrArray) classes = gyre_registrar_list_classes (gyre_executive_get_registrar (self->executive));
  g_autofree char *package = gyre_name_dup_package (name);

  for (guint length = target->length; length > MAX (target->matched, 1) && target->hint == NULL; length--)
    {
      g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
      g_autofree char *prefix = dup_prefix (name, length);

      for (guint index = 0; index < classes->len; index++)
        {
          const char *family = gyre_requirement_get_family (classes->pdata[index]);

          if (family != NULL && count_fragments (family) == length &&
              g_str_equal (gyre_requirement_get_package (classes->pdata[index]), package))
            g_ptr_array_add (candidates, (gpointer) family);
        }
      g_ptr_array_add (candidates, NULL);
      target->hint = gyre_name_suggest (prefix, (const char * const *) candidates->pdata);
      if (target->hint != NULL)
        {
          target->message = g_strdup_printf ("no family '%s'", prefix);
          target->is_open = !gyre_targets_has_module (self, package);
        }
    }
  return target->hint != NULL;
}

char *
gyre_targets_suggest_package (GyreTargets *self, const char *name)
{
  g_autofree char *package = gyre_name_dup_package (name);
  g_autofree gpointer *packages = NULL;
  g_autofree char *warning = NULL;

  if (name[strlen (package)] == '\0' || gyre_targets_has_module (self, package))
    return NULL;
  packages = g_hash_table_get_keys_as_array (self->available, NULL);
  for (guint index = 0; packages[index] != NULL; index++)
    {
      const char *one[] = { packages[index], NULL };
      g_autofree char *near = gyre_name_suggest (package, one);
      g_autofree char *family = NULL;

      if (near == NULL || !know_package (self, one[0], &warning))
        continue;
      family = g_strconcat (one[0], name + strlen (package), NULL);
      for (char *dot = family; dot != NULL && strchr (family, '.') != NULL; *dot = '\0')
        {
          if (gyre_executive_peek_family (self->executive, family) != NULL)
            return g_strdup_printf ("did you mean '%s'?", family);
          dot = strrchr (family, '.');
        }
    }
  return NULL;
}

/* Finds the longest prefix of a name that is a family. */
static void
match_family (GyreTargets *self, const char *name, GyreTarget *target)
{
  for (guint length = target->length; length > 0 && target->record == NULL; length--)
    {
      g_autofree char *prefix = dup_prefix (name, length);

      target->record = gyre_executive_peek_family (self->executive, prefix);
      target->matched = target->record != NULL ? length : 0;
    }
  if (target->record != NULL && target->matched < target->length)
    target->next = dup_fragment (name, target->matched);
}

/* A name can be that of an instance that lives: then its class is known. Settings of its parts wait for the parts. */
static gboolean
match_instance (GyreTargets *self, const char *name, GyreTarget *target)
{
  GyreNameserver *nameserver = gyre_executive_get_nameserver (self->executive);
  g_autoptr (GObject) instance = gyre_nameserver_find (nameserver, name);
  GyreActor *actor = instance != NULL ? gyre_actor_peek (G_OBJECT_TYPE (instance)) : NULL;

  if (actor == NULL)
    return FALSE;
  target->record = GYRE_REQUIREMENT (actor);
  target->matched = target->length;
  return TRUE;
}

/* Works out what settings of a name are about. */
/* A family that a module only tells of has no class, and nobody will declare one. */
static gboolean
match_provided (const char *name, GyreTarget *target)
{
  g_autofree char *package = gyre_name_dup_package (name);
  const GyreProvider *provider = gyre_provider_get (package);

  for (guint length = target->length; provider != NULL && length > 1; length--)
    {
      g_autofree char *family = dup_prefix (name, length);

      if (!gyre_provider_has_family (provider, family))
        continue;
      target->message = g_strdup_printf ("'%s' is %s: it can be read with gyre inspect, and not yet be built or configured", family, provider->noun);
      target->hint = g_strdup_printf ("gyre inspect %s", family);
      return TRUE;
    }
  return FALSE;
}

static GyreTarget *
target_new (GyreTargets *self, const char *name, char **warning)
{
  GyreTarget *target = g_new0 (GyreTarget, 1);
  g_autofree char *package = gyre_name_dup_package (name);

  target->length = count_fragments (name);
  if (target->length > 0 && match_instance (self, name, target))
    return target;
  if (target->length == 0)
    return target;
  if (!know_package (self, package, warning))
    {
      if (match_provided (name, target))
        return target;
      target->hint = gyre_targets_suggest_package (self, name);
      if (target->hint != NULL)
        target->message = g_strdup_printf ("no family '%s'", name);
      return target;
    }
  target->is_of_package = TRUE;
  match_family (self, name, target);
  if (target->record != NULL && target->next == NULL && GYRE_IS_ACTOR (target->record))
    return target;
  if (GYRE_IS_ACTOR (target->record) && gyre_requirement_find_trait (target->record, target->next) != NULL)
    return target;
  if (!find_near_family (self, name, target) && GYRE_IS_ROLE (target->record))
    {
      target->message = g_strdup_printf ("%s is an interface, which has no settings",
                                         gyre_requirement_get_public_name (target->record));
      target->hint = g_strdup ("settings are for classes and instances");
    }
  return target;
}

const GyreTarget *
gyre_targets_find (GyreTargets *self, const char *name, char **warning)
{
  GyreTarget *target = g_hash_table_lookup (self->targets, name);

  if (target == NULL)
    {
      target = target_new (self, name, warning);
      g_hash_table_insert (self->targets, g_strdup (name), target);
    }
  return target;
}

gboolean
gyre_target_has_entries (const GyreTrait *trait)
{
  return trait->kind == &gyre_kind_mapping || trait->kind == &gyre_kind_catalog;
}
