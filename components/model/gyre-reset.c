/* gyre-reset.c: Whether a value is the instance's own, and taking it back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-reset.h"
#include "gyre-assignment-private.h"
#include "gyre-binding-private.h"
#include "gyre-composed-private.h"
#include "gyre-computed-private.h"
#include "gyre-dynamic-setting-private.h"
#include "gyre-foreign-value-private.h"
#include "gyre-restoration-private.h"

static const GyreTrait *
find_trait (GyreComponent *self, const char *name, GError **error)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (self));
  GyreDescriptor *descriptor = gyre_dynamic_get (self, name, error);

  if (descriptor == NULL || descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR)
    return (const GyreTrait *) descriptor;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a behavior and has no value",
               gyre_requirement_get_public_name (requirement), descriptor->name);
  return NULL;
}

/**
 * gyre_component_is_set:
 * @self: a component
 * @trait: a name or alias
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether somebody has said the value to this instance: by its name, a keyword or code; %FALSE where it has what its
 *   class gives, also by configuration
 *
 * Since: 0.1
 */
gboolean
gyre_component_is_set (GyreComponent *self, const char *trait, GError **error)
{
  const GyreTrait *found;
  GyreState *state;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  found = find_trait (self, trait, error);
  if (found != NULL && gyre_trait_is_dynamic (found))
    return gyre_dynamic_of_trait (found)->provenance.from_class == GYRE_MEDIATOR_NONE;
  state = gyre_state_peek (self);
  if (found == NULL || state == NULL || state->provenances == NULL)
    return FALSE;
  return gyre_provenance_is_set (&state->provenances[found->descriptor.index])
         && !state->provenances[found->descriptor.index].from_class;
}

static gboolean
reset_foreign (GyreComponent *component, const GyreTrait *trait, GyreBirth *birth, GyreProvenance provenance, GError **error)
{
  guint slot = trait->descriptor.index;
  g_auto (GValue) native = G_VALUE_INIT;

  if (!gyre_foreign_value_is_opaque (trait))
    return gyre_foreign_value_write (component, trait, gyre_kind_copy (trait->kind, birth->values[slot]), provenance);
  if (birth->values[slot].present)
    return gyre_foreign_value_write_text (component, trait, birth->values[slot].string, provenance, error);
  g_value_init (&native, trait->specification->value_type);
  g_param_value_set_default (trait->specification, &native);
  return gyre_foreign_value_write_native (component, trait, &native, provenance, error);
}

/* The part has what its own class gives, and the component shows that. */
static gboolean
reset_part (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  const GyreTrait *target = NULL;
  GyreComponent *part = gyre_delegate_fetch (component, trait, &target, error);

  return part != NULL && gyre_component_reset (part, target->descriptor.name, error);
}

static gboolean
reset_to_class (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  guint slot = trait->descriptor.index;
  GyreBirth *birth = gyre_birth_get (GYRE_COMPONENT_GET_CLASS (component), gyre_component_get_executive (component));
  GyreProvenance provenance = { .kind = GYRE_SOURCE_NONE };

  if (gyre_trait_is_computed (trait) && trait->options->delegate != NULL)
    return reset_part (component, trait, error);
  provenance = gyre_restoration_get_provenance (component, birth, slot);
  if (gyre_trait_is_foreign (trait))
    return reset_foreign (component, trait, birth, provenance, error);
  if (G_UNLIKELY (birth->texts != NULL) && birth->texts[slot] != NULL)
    return gyre_binding_bind (component, trait, birth->texts[slot], provenance, error);
  if (gyre_trait_is_facility (trait))
    return gyre_assignment_commit_facility (component, trait, NULL, birth->values[slot].string, TRUE, provenance, error);
  return gyre_assignment_commit (component, trait, gyre_kind_copy (trait->kind, birth->values[slot]), provenance, error);
}

/**
 * gyre_component_reset:
 * @self: a component
 * @trait: a name or alias
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Takes back what code and keywords have said: the trait gets what the configuration says now for the name of the instance, else
 * what its class gives now, as if nobody had set it. If that is another value it is a change, of which observers hear.
 *
 * Returns: whether it is so; if not, for example because a rule of the class refuses it, the old value stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_reset (GyreComponent *self, const char *trait, GError **error)
{
  GyreProvenance provenance = { .kind = GYRE_SOURCE_NONE };
  g_autofree char *text = NULL;
  const GyreTrait *found;
  GError *problem = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  found = find_trait (self, trait, error);
  if (found == NULL)
    return FALSE;
  if (!gyre_component_check_settable (self, found, error))
    {
      gyre_component_prefix_error (self, found, error);
      return FALSE;
    }
  if (gyre_trait_is_dynamic (found))
    return gyre_dynamic_restore (self, (GyreDynamic *) found, error);
  text = gyre_restoration_dup_said (self, found, &provenance, &problem);
  if (problem != NULL)
    g_propagate_error (error, problem);
  else
    done = text != NULL ? gyre_component_commit_text (self, found, text, provenance, error) : reset_to_class (self, found, error);
  if (done)
    gyre_composed_forget (self, found);
  return done;
}
