/* gyre-dynamic-names.c: Attributes that nobody has declared, by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-dynamic-private.h"
#include "gyre-commit-private.h"
#include "gyre-declaration-error.h"
#include "gyre-identity-private.h"
#include "gyre-name.h"
#include "gyre-requirement-private.h"
#include "gyre-shown-private.h"

#include <string.h>

static gboolean
is_open (GyreComponent *component)
{
  return gyre_actor_is_open (gyre_component_get_birth (component)->actor);
}

static void
collect_name (const char *name, guint index, gpointer data)
{
  g_ptr_array_add (data, (gpointer) name);
}

static char *
suggest (GyreComponent *component, const char *name)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (gyre_component_get_actor (component)));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  gyre_namemap_foreach (record->namemap, collect_name, names);
  for (guint index = 0; index < gyre_dynamics_get_length (component); index++)
    if (gyre_dynamics_get (component, index)->shape != NULL)
      g_ptr_array_add (names, (gpointer) gyre_dynamics_get (component, index)->trait.descriptor.name);
  g_ptr_array_add (names, NULL);
  return gyre_name_suggest (name, (const char * const *) names->pdata);
}

/* What a closed class says of a name that it does not have, and an open one of an attribute that nobody has set. */
GyreDescriptor *
gyre_dynamic_get (GyreComponent *component, const char *name, GError **error)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (component));
  GyreDescriptor *descriptor = gyre_requirement_find_trait (requirement, name);
  GyreDynamic *found = descriptor == NULL ? gyre_dynamic_find (component, name) : NULL;
  g_autofree char *subject = NULL;
  g_autofree char *hint = NULL;

  if (descriptor != NULL || (found != NULL && found->shape != NULL))
    return descriptor != NULL ? descriptor : &found->trait.descriptor;
  if (!is_open (component))
    return gyre_requirement_get_trait (requirement, name, error);
  subject = gyre_component_dup_subject (component);
  hint = suggest (component, name);
  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "%s has no trait and no attribute '%s'%s%s", subject, name,
               hint != NULL ? "; " : "", hint != NULL ? hint : "");
  return NULL;
}

static gboolean
check_name (GyreComponent *component, const char *name, GError **error)
{
  g_autofree char *subject = NULL;
  const char *reason = NULL;

  if (strcmp (name, "name") == 0)
    reason = "a component gets its name when it is built";
  else if (gyre_name_is_valid (name, &reason) && strchr (name, '.') != NULL)
    reason = "the name of an attribute must not have a dot";
  if (reason == NULL && gyre_identity_has (component, GYRE_IDENTITY_ENDED))
    reason = "the component has ended";
  if (reason == NULL)
    return TRUE;
  subject = gyre_component_dup_subject (component);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "%s: '%s' can't be an attribute: %s", subject, name, reason);
  return FALSE;
}

/* The trait of a name, which an open class need not know. Without a value it is there until the next set of it has failed. */
GyreDescriptor *
gyre_dynamic_get_settable (GyreComponent *component, const char *name, GError **error)
{
  GyreRequirement *requirement = (GyreRequirement *) gyre_component_get_birth (component)->actor;
  GyreDescriptor *descriptor = gyre_requirement_find_trait (requirement, name);
  GyreDynamic *found;

  if (descriptor != NULL)
    return descriptor;
  if (!is_open (component))
    return gyre_requirement_get_trait (requirement, name, error);
  found = gyre_dynamics_get_shown (component) == NULL || gyre_shown_is_first (gyre_dynamics_get_shown (component))
            ? gyre_dynamic_find (component, name) : gyre_dynamic_find_own (component, name);
  if ((found == NULL || gyre_dynamics_are_over (component)) && !check_name (component, name, error))
    return NULL;
  return &(found != NULL ? found : gyre_dynamics_add (component, name))->trait.descriptor;
}

/**
 * gyre_component_is_open:
 * @self: a component
 *
 * Returns: whether its class takes attributes that nobody has declared
 *
 * Since: 0.1
 */
gboolean
gyre_component_is_open (GyreComponent *self)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_actor_is_open (gyre_component_get_birth (self)->actor);
}

/**
 * gyre_component_list_dynamic:
 * @self: a component
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of the attributes that nobody has declared, in the order in which
 *   they came
 *
 * Since: 0.1
 */
char **
gyre_component_list_dynamic (GyreComponent *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  for (guint index = 0; index < gyre_dynamics_get_length (self); index++)
    if (gyre_dynamics_get (self, index)->shape != NULL)
      g_strv_builder_add (names, gyre_dynamics_get (self, index)->trait.descriptor.name);
  if (gyre_dynamics_get_shown (self) != NULL)
    gyre_shown_list (gyre_dynamics_get_shown (self), names);
  return g_strv_builder_end (names);
}

/**
 * gyre_component_find_dynamic: (skip)
 * @self: a component
 * @name: a name
 *
 * Returns: (transfer none) (nullable): an attribute that nobody has declared, as a trait of the kind that its value has now; it is
 *   valid until the attribute is set or unset
 *
 * Since: 0.1
 */
const GyreTrait *
gyre_component_find_dynamic (GyreComponent *self, const char *name)
{
  GyreDynamic *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && name != NULL, NULL);

  found = gyre_dynamic_find (self, name);
  return found != NULL && found->shape != NULL ? &found->trait : NULL;
}

/* The error names component and attribute. */
gboolean
gyre_dynamic_check_removable (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  if (trait->descriptor.sort == GYRE_DESCRIPTOR_BEHAVIOR || !gyre_trait_is_dynamic (trait)
      || gyre_dynamic_of_trait (trait)->property != NULL)
    {
      g_autofree char *subject = gyre_component_dup_subject (component);
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "%s.%s: is declared and can't be removed (it can be reset)",
                   subject, trait->descriptor.name);
      return FALSE;
    }
  if (gyre_component_check_settable (component, trait, error))
    return TRUE;
  gyre_component_prefix_error (component, trait, error);
  return FALSE;
}

/**
 * gyre_component_unset:
 * @self: a component
 * @name: an attribute that nobody has declared
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN, %GYRE_COMPONENT_ERROR_READ_ONLY for a trait, which can be reset, or
 *   %GYRE_COMPONENT_ERROR_VALUE when a rule of the class refuses it
 *
 * Removes an attribute, whoever has said it; gyre_component_reset() gives it what is configured.
 *
 * Returns: whether it was there, and is no more
 *
 * Since: 0.1
 */
gboolean
gyre_component_unset (GyreComponent *self, const char *name, GError **error)
{
  GyreDescriptor *descriptor;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && name != NULL, FALSE);

  descriptor = gyre_dynamic_get (self, name, error);
  return descriptor != NULL && gyre_dynamic_check_removable (self, (const GyreTrait *) descriptor, error)
         && gyre_dynamic_remove (self, (GyreDynamic *) descriptor, error);
}
