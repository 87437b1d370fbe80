/* gyre-component-places.c: Where the values of a component were said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-binding-private.h"
#include "gyre-commit-private.h"
#include "gyre-computed-private.h"
#include "gyre-dynamic-private.h"

static const GyreTrait *
find_trait (GyreComponent *self, const char *name, GError **error)
{
  GyreDescriptor *descriptor = gyre_dynamic_get (self, name, error);

  if (descriptor != NULL && descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    {
      g_autofree char *subject = gyre_component_dup_subject (self);
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a behavior and has no value",
                   subject, descriptor->name);
      return NULL;
    }
  return (const GyreTrait *) descriptor;
}

/* What was said for the family came to the instance through the declaration of its class. */
static GyreLocator *
dup_direct_locator (GyreComponent *self, guint slot)
{
  const GyreProvenance *provenance = gyre_state_get_provenance (self, slot);
  g_autoptr (GyreLocator) direct = gyre_provenance_dup_locator (provenance);
  GyreLocator *declared = gyre_requirement_get_locator (GYRE_REQUIREMENT (gyre_component_get_actor (self)));
  gboolean is_of_class = provenance == &gyre_component_get_birth (self)->provenances[slot]
                         || provenance->from_class == GYRE_MEDIATOR_CLASS;

  if (direct != NULL && declared != NULL && is_of_class && provenance->kind == GYRE_SOURCE_SETTING)
    return gyre_locator_new_through (direct, declared);
  return g_steal_pointer (&direct);
}

/* The value of a trait that follows another one was said there, in the end. */
static GyreLocator *
dup_locator (GyreComponent *self, guint slot)
{
  GyreLocator *locator = dup_direct_locator (self, slot);
  GyreBinding *binding = locator != NULL ? gyre_binding_peek (self, gyre_component_get_slot (self, slot)) : NULL;
  g_autoptr (GyreLocator) input = binding != NULL ? gyre_binding_dup_input_locator (binding) : NULL;
  g_autoptr (GyreLocator) direct = NULL;

  if (input == NULL)
    return locator;
  direct = locator;
  return gyre_locator_new_through (direct, input);
}

/**
 * gyre_component_dup_value_locator:
 * @self: a component
 * @trait: a name or alias
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: (transfer full) (nullable): where its value was said
 *
 * Since: 0.1
 */
GyreLocator *
gyre_component_dup_value_locator (GyreComponent *self, const char *trait, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, NULL);

  found = find_trait (self, trait, error);
  if (found != NULL && gyre_trait_is_dynamic (found))
    return gyre_dynamic_dup_locator (self, found);
  if (found != NULL && gyre_trait_is_computed (found))
    gyre_computed_settle (self, found);
  return found != NULL ? dup_locator (self, found->descriptor.index) : NULL;
}

/**
 * gyre_component_get_value_priority:
 * @self: a component
 * @trait: a name or alias
 * @priority: (out caller-allocates): how much weight its value has
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether there is such a trait
 *
 * Since: 0.1
 */
gboolean
gyre_component_get_value_priority (GyreComponent *self, const char *trait, GyrePriority *priority, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && priority != NULL, FALSE);

  found = find_trait (self, trait, error);
  if (found != NULL)
    *priority = gyre_provenance_get_priority (gyre_trait_is_dynamic (found) ? &gyre_dynamic_of_trait (found)->provenance
                                                                            : gyre_state_get_provenance (self, found->descriptor.index));
  return found != NULL;
}
