/* gyre-registrar.c: The classes and interfaces of the process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Classes and interfaces belong to the process and are shared by all executives. The lock is a leaf: nothing of GType's and no
 * user's code runs under it, because class_init comes here while it holds GType's own lock.
 */
#include "gyre-registrar-private.h"
#include "gyre-actor-private.h"
#include "gyre-name.h"
#include "gyre-requirement-private.h"

#include <stdlib.h>
#include <string.h>

struct _GyreRegistrar
{
  GObject parent_instance;

  GMutex lock;
  GHashTable *families;      /* family → GyreRequirement */
  GHashTable *packages;      /* first fragments of families */
  GPtrArray *classes;        /* GyreActor, in order of registration */
  GPtrArray *interfaces;     /* GyreRole, bases first */
  GHashTable *implementers;  /* GyreRole → GPtrArray of GyreActor */
};

G_DEFINE_FINAL_TYPE (GyreRegistrar, gyre_registrar, G_TYPE_OBJECT)

enum
{
  SIGNAL_REGISTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
gyre_registrar_class_init (GyreRegistrarClass *class)
{
  /**
   * GyreRegistrar::registered:
   * @self: the registrar
   * @record: the record of a new class or interface
   *
   * A class or an interface has been declared and is valid. It is emitted in the thread that declares, while GType's class lock
   * is held: a handler must not wait for another thread.
   *
   * Since: 0.1
   */
  signals[SIGNAL_REGISTERED] =
    g_signal_new ("registered", GYRE_TYPE_REGISTRAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, GYRE_TYPE_REQUIREMENT);
}

static void
gyre_registrar_init (GyreRegistrar *self)
{
  g_mutex_init (&self->lock);
  self->families = g_hash_table_new (g_str_hash, g_str_equal);
  self->packages = g_hash_table_new (g_str_hash, g_str_equal);
  self->classes = g_ptr_array_new ();
  self->interfaces = g_ptr_array_new ();
  self->implementers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * gyre_registrar_get_default:
 *
 * Returns: (transfer none): the registrar of the process
 *
 * Since: 0.1
 */
GyreRegistrar *
gyre_registrar_get_default (void)
{
  static GyreRegistrar *registrar;

  if (g_once_init_enter (&registrar))
    g_once_init_leave (&registrar, g_object_new (GYRE_TYPE_REGISTRAR, NULL));
  return registrar;
}

static void
add_implementer (GyreRegistrar *self, GyreRole *role, GyreActor *actor)
{
  GPtrArray *actors = g_hash_table_lookup (self->implementers, role);

  if (actors == NULL)
    {
      actors = g_ptr_array_new ();
      g_hash_table_insert (self->implementers, role, actors);
    }
  g_ptr_array_add (actors, actor);
}

static void
add_actor (GyreRegistrar *self, GyreActor *actor)
{
  GyreActorRecord *record = gyre_actor_get_record (actor);

  g_ptr_array_add (self->classes, actor);
  if (record->parent != NULL)
    g_ptr_array_add (gyre_actor_get_record (record->parent)->derived, actor);
  for (guint index = 0; index < record->roles->len; index++)
    add_implementer (self, g_ptr_array_index (record->roles, index), actor);
}

/* Takes the family for the record, or returns who has it. */
static GyreRequirement *
registrar_take (GyreRegistrar *self, GyreRequirement *requirement)
{
  GyreRecord *record = gyre_requirement_get_record (requirement);
  GyreRequirement *other = record->family != NULL ? g_hash_table_lookup (self->families, record->family) : NULL;

  if (other != NULL)
    return other;
  if (record->family != NULL)
    {
      g_hash_table_insert (self->families, (gpointer) record->family, requirement);
      g_hash_table_add (self->packages, (gpointer) record->package);
    }
  if (GYRE_IS_ACTOR (requirement))
    add_actor (self, GYRE_ACTOR (requirement));
  else
    g_ptr_array_add (self->interfaces, requirement);
  return NULL;
}

/* Registers a record that kept all rules. A family that is taken is one more broken rule, and then nothing is registered. */
gboolean
gyre_registrar_add (GyreRegistrar *self, GyreRequirement *record, GyreReport *report)
{
  const char *family = gyre_requirement_get_family (record);
  const char *reason = NULL;
  GyreRequirement *other;

  if (family != NULL && !gyre_name_is_valid (family, &reason))
    {
      gyre_report_error (report, gyre_requirement_get_locator (record), NULL,
                         "%s: '%s' can't be a family: %s", gyre_requirement_get_name (record), family, reason);
      return FALSE;
    }
  g_mutex_lock (&self->lock);
  other = registrar_take (self, record);
  g_mutex_unlock (&self->lock);
  if (other == NULL)
    return TRUE;

  g_autofree char *place = gyre_requirement_describe_place (other);
  gyre_report_error (report, gyre_requirement_get_locator (record), NULL,
                     "%s: the family '%s' is taken by %s", gyre_requirement_get_name (record), family, place);
  return FALSE;
}

void
gyre_registrar_announce (GyreRegistrar *self, GyreRequirement *record)
{
  g_signal_emit (self, signals[SIGNAL_REGISTERED], 0, record);
}

GPtrArray *
gyre_registrar_dup_derived (GyreRegistrar *self, GyreActor *actor)
{
  GPtrArray *derived;

  g_mutex_lock (&self->lock);
  derived = g_ptr_array_copy (gyre_actor_get_record (actor)->derived, NULL, NULL);
  g_mutex_unlock (&self->lock);
  return derived;
}

/**
 * gyre_registrar_find:
 * @self: a registrar
 * @family: a family
 *
 * Returns: (nullable) (transfer none): the record of the class or interface that has it; no module is loaded for it
 *
 * Since: 0.1
 */
GyreRequirement *
gyre_registrar_find (GyreRegistrar *self, const char *family)
{
  GyreRequirement *record;

  g_return_val_if_fail (GYRE_IS_REGISTRAR (self) && family != NULL, NULL);

  g_mutex_lock (&self->lock);
  record = g_hash_table_lookup (self->families, family);
  g_mutex_unlock (&self->lock);
  return record;
}

/**
 * gyre_registrar_has_package:
 * @self: a registrar
 * @package: the first fragment of a family
 *
 * Returns: whether any class or interface of the package is known
 *
 * Since: 0.1
 */
gboolean
gyre_registrar_has_package (GyreRegistrar *self, const char *package)
{
  gboolean found;

  g_return_val_if_fail (GYRE_IS_REGISTRAR (self) && package != NULL, FALSE);

  g_mutex_lock (&self->lock);
  found = g_hash_table_contains (self->packages, package);
  g_mutex_unlock (&self->lock);
  return found;
}

/**
 * gyre_registrar_list_classes:
 * @self: a registrar
 *
 * Returns: (element-type GyreActor) (transfer container): the valid classes in the order of their registration
 *
 * Since: 0.1
 */
GPtrArray *
gyre_registrar_list_classes (GyreRegistrar *self)
{
  GPtrArray *classes;

  g_return_val_if_fail (GYRE_IS_REGISTRAR (self), NULL);

  g_mutex_lock (&self->lock);
  classes = g_ptr_array_copy (self->classes, NULL, NULL);
  g_mutex_unlock (&self->lock);
  return classes;
}

/**
 * gyre_registrar_list_interfaces:
 * @self: a registrar
 *
 * Returns: (element-type GyreRole) (transfer container): the interfaces, bases before what extends them
 *
 * Since: 0.1
 */
GPtrArray *
gyre_registrar_list_interfaces (GyreRegistrar *self)
{
  GPtrArray *interfaces;

  g_return_val_if_fail (GYRE_IS_REGISTRAR (self), NULL);

  g_mutex_lock (&self->lock);
  interfaces = g_ptr_array_copy (self->interfaces, NULL, NULL);
  g_mutex_unlock (&self->lock);
  return interfaces;
}

/**
 * gyre_registrar_list_implementers:
 * @self: a registrar
 * @role: an interface's record
 *
 * Returns: (element-type GyreActor) (transfer container): the classes that are obliged to the interface
 *
 * Since: 0.1
 */
GPtrArray *
gyre_registrar_list_implementers (GyreRegistrar *self, GyreRole *role)
{
  GPtrArray *actors;

  g_return_val_if_fail (GYRE_IS_REGISTRAR (self) && GYRE_IS_ROLE (role), NULL);

  g_mutex_lock (&self->lock);
  actors = g_hash_table_lookup (self->implementers, role);
  actors = actors != NULL ? g_ptr_array_copy (actors, NULL, NULL) : g_ptr_array_new ();
  g_mutex_unlock (&self->lock);
  return actors;
}

static int
compare_names (gconstpointer left, gconstpointer right)
{
  return strcmp (*(const char * const *) left, *(const char * const *) right);
}

/**
 * gyre_registrar_suggest_family:
 * @self: a registrar
 * @family: a family that nobody has
 *
 * Returns: (nullable) (transfer full): "did you mean …?"
 *
 * Since: 0.1
 */
char *
gyre_registrar_suggest_family (GyreRegistrar *self, const char *family)
{
  g_autofree gpointer *families = NULL;
  guint length = 0;
  char *hint;

  g_return_val_if_fail (GYRE_IS_REGISTRAR (self) && family != NULL, NULL);

  g_mutex_lock (&self->lock);
  families = g_hash_table_get_keys_as_array (self->families, &length);
  g_mutex_unlock (&self->lock);
  /* Among equally near ones the choice must not depend on where they lie in memory. */
  qsort (families, length, sizeof (gpointer), compare_names);
  hint = gyre_name_suggest (family, (const char * const *) families);
  return hint;
}
