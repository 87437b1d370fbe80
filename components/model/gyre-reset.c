/* gyre-reset.c: Whether a value is the instance's own, and taking it back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-reset.h"
#include "gyre-assignment-private.h"
#include "gyre-binding-private.h"
#include "gyre-composed-private.h"
#include "gyre-condition-private.h"
#include "gyre-dynamic-setting-private.h"
#include "gyre-foreign-value-private.h"

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

typedef struct
{
  GyreComponent *component;
  const GyreTrait *trait;
  GyreSetting *strongest;
} Search;

static void
visit_child (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  Search *self = data;
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (self->component));
  GyreSetting *setting;

  if (gyre_requirement_find_trait (requirement, fragment) != &self->trait->descriptor)
    return;
  setting = gyre_settings_choose (settings, node, gyre_condition_holds, self->component);
  if (setting != NULL
      && (self->strongest == NULL
          || gyre_priority_compare (gyre_setting_get_priority (setting), gyre_setting_get_priority (self->strongest)) > 0))
    self->strongest = setting;
}

/* What is set for the name of the instance. */
static GyreSetting *
find_setting (GyreComponent *component, const GyreTrait *trait)
{
  GyreSettings *settings = gyre_executive_get_settings (gyre_component_get_executive (component));
  Search search = { component, trait, NULL };
  guint node;

  if (gyre_component_get_name (component) == NULL)
    return NULL;
  node = gyre_settings_find (settings, gyre_component_get_name (component));
  if (node != GYRE_SETTINGS_NOWHERE)
    gyre_settings_foreach_child (settings, node, visit_child, &search);
  return search.strongest;
}

/* The class can have another value now than the one that the instance was born with. */
static GyreProvenance
provenance_of_class (GyreComponent *component, GyreBirth *now, guint slot)
{
  GyreProvenance provenance;

  if (now == gyre_component_get_birth (component))
    return (GyreProvenance) { .kind = GYRE_SOURCE_NONE };
  provenance = gyre_provenance_copy (&now->provenances[slot]);
  provenance.from_class = TRUE;
  return provenance;
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

static gboolean
reset_to_class (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  guint slot = trait->descriptor.index;
  GyreBirth *birth = gyre_birth_get (GYRE_COMPONENT_GET_CLASS (component), gyre_component_get_executive (component));
  GyreProvenance provenance = provenance_of_class (component, birth, slot);

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
  const GyreTrait *found;
  GyreSetting *setting;

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
  setting = find_setting (self, found);
  if (setting != NULL && gyre_composition_is_possible (found))
    return gyre_composed_refresh (self, found, &setting, error);
  if (setting != NULL)
    return gyre_component_commit_text (self, found, gyre_setting_get_value (setting), gyre_provenance_of_setting (setting), error);
  return reset_to_class (self, found, error);
}
