/* gyre-dynamic-names.c: Attributes that nobody has declared, by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-dynamic-private.h"
#include "gyre-commit-private.h"
#include "gyre-shown-private.h"

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

/**
 * gyre_component_unset:
 * @self: a component
 * @name: an attribute that nobody has declared
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN, or %GYRE_COMPONENT_ERROR_READ_ONLY for a trait, which can be reset
 *
 * Removes an attribute, whoever has said it; gyre_component_reset() gives it what is configured.
 *
 * Returns: whether it was there
 *
 * Since: 0.1
 */
gboolean
gyre_component_unset (GyreComponent *self, const char *name, GError **error)
{
  GyreDescriptor *descriptor;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && name != NULL, FALSE);

  descriptor = gyre_dynamic_get (self, name, error);
  if (descriptor == NULL)
    return FALSE;
  if (descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR || !gyre_trait_is_dynamic ((const GyreTrait *) descriptor)
      || ((GyreDynamic *) descriptor)->property != NULL)
    {
      g_autofree char *subject = gyre_component_dup_subject (self);
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "%s.%s: is declared and can't be removed (it can be reset)",
                   subject, descriptor->name);
      return FALSE;
    }
  if (!gyre_component_check_settable (self, (const GyreTrait *) descriptor, error))
    {
      gyre_component_prefix_error (self, (const GyreTrait *) descriptor, error);
      return FALSE;
    }
  gyre_dynamic_withdraw (self, (GyreDynamic *) descriptor);
  return TRUE;
}
