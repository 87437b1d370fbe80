/* gyre-restoration.c: What a trait has when nobody has said anything to its instance
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-restoration-private.h"
#include "gyre-composed-private.h"
#include "gyre-condition-private.h"
#include "gyre-declaration-error.h"
#include "gyre-dynamic-setting-private.h"

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
GyreProvenance
gyre_restoration_get_provenance (GyreComponent *component, GyreBirth *now, guint slot)
{
  GyreProvenance provenance;

  if (now == gyre_component_get_birth (component))
    return (GyreProvenance) { .kind = GYRE_SOURCE_NONE };
  provenance = gyre_provenance_copy (&now->provenances[slot]);
  provenance.from_class = TRUE;
  return provenance;
}

static char *
dup_said_of_attribute (GyreComponent *component, const GyreTrait *trait, GyreProvenance *provenance)
{
  GyreMediator mediator = GYRE_MEDIATOR_NONE;
  GyreSetting *setting = gyre_dynamic_find_setting (component, trait->descriptor.name, &mediator);

  if (setting == NULL)
    return NULL;
  gyre_setting_mark_used (setting);
  *provenance = gyre_provenance_of_setting (setting);
  provenance->from_class = mediator;
  return g_strdup (gyre_setting_get_value (setting));
}

/* The text that is configured for the name of the instance, of an attribute also for its family; NULL for none, or with an error. */
char *
gyre_restoration_dup_said (GyreComponent *component, const GyreTrait *trait, GyreProvenance *provenance, GError **error)
{
  GyreSetting *setting;

  if (gyre_trait_is_dynamic (trait))
    return dup_said_of_attribute (component, trait, provenance);
  setting = find_setting (component, trait);
  if (setting == NULL)
    return NULL;
  if (gyre_composition_is_possible (trait))
    return gyre_composed_dup_said (component, trait, provenance, error);
  *provenance = gyre_provenance_of_setting (setting);
  return g_strdup (gyre_setting_get_value (setting));
}

/* Reads what the class gives, for a trait of which nothing is configured. On failure the assignment is empty. */
gboolean
gyre_restoration_read (GyreAssignment *self, GyreComponent *component, const GyreTrait *trait, GError **error)
{
  guint slot = trait->descriptor.index;
  GyreBirth *birth = gyre_birth_get (GYRE_COMPONENT_GET_CLASS (component), gyre_component_get_executive (component));

  self->provenance = gyre_restoration_get_provenance (component, birth, slot);
  self->is_reset = TRUE;
  if (G_UNLIKELY (birth->texts != NULL) && birth->texts[slot] != NULL)
    return gyre_assignment_read_text (self, component, trait, birth->texts[slot], error);
  return gyre_assignment_read_birth (self, component, trait, birth->values[slot], error);
}

/* An attribute that nothing configures goes; a property of another object stays what it is, and follows nothing. */
void
gyre_restoration_read_absence (GyreAssignment *self, GyreComponent *component, const GyreTrait *trait)
{
  self->component = g_object_ref (component);
  self->trait = trait;
  self->is_removed = !gyre_trait_is_shown (trait);
  gyre_dynamic_hold (component, (GyreDynamic *) trait);
}

/* What was there goes in the same transaction. */
void
gyre_restoration_refuse_unknown (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  g_autofree char *subject = gyre_component_dup_subject (component);

  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "%s.%s: was removed before in the same transaction",
               subject, trait->descriptor.name);
}
