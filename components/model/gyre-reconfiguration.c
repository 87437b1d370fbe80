/* gyre-reconfiguration.c: Settings that arrive when classes and instances are there already
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A setting for a family changes the class, and reaches each living instance whose value came from the class; a value of the
 * instance's own (by its name, by a keyword, by code) is more special and stays. A setting for a name reaches the instance
 * unless its value has a higher priority. So the order in which settings and instances arrive does not matter.
 */
#include "gyre-reconfiguration-private.h"
#include "gyre-actor-private.h"
#include "gyre-base-process-private.h"
#include "gyre-binding-private.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-composed-private.h"
#include "gyre-condition-private.h"
#include "gyre-construction-private.h"
#include "gyre-dynamic-setting-private.h"
#include "gyre-executive-private.h"
#include "gyre-former-private.h"
#include "gyre-host-private.h"
#include "gyre-communication-private.h"
#include "gyre-identity-private.h"
#include "gyre-target-private.h"
#include "gyre-mutability.h"
#include "gyre-requirement-private.h"
#include "gyre-reset.h"

#include <string.h>

static void
warn_refused (GyreSetting *setting, GError *error)
{
  g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (setting);
  g_autofree char *place = gyre_locator_to_string (locator);

  g_warning ("%s: %s", place, error->message);
}

/* What is read again leaves living instances alone where a new value counts from the next start. */
static gboolean
waits_for_restart (const GyreTrait *trait, GyreSetting *setting, GPtrArray *pending)
{
  g_autofree char *key = NULL;

  if (pending == NULL || gyre_trait_get_mutability (trait) == GYRE_MUTABILITY_ANY_TIME)
    return FALSE;
  key = gyre_setting_dup_key (setting);
  if (!g_ptr_array_find_with_equal_func (pending, key, g_str_equal, NULL))
    g_ptr_array_add (pending, g_steal_pointer (&key));
  return TRUE;
}

static gboolean
came_from_class (GyreComponent *component, guint slot)
{
  GyreState *state = gyre_state_peek (component);

  return state == NULL || state->provenances == NULL || !gyre_provenance_is_set (&state->provenances[slot])
         || state->provenances[slot].from_class == GYRE_MEDIATOR_CLASS;
}

/* What the instance has itself, or through its name: the class of a host speaks as a class does. */
static gboolean
is_own (GyreComponent *component, guint slot)
{
  GyreState *state = gyre_state_peek (component);

  return !came_from_class (component, slot) && state->provenances[slot].from_class != GYRE_MEDIATOR_HOST;
}

/* A list that settings make can be another one whenever one of them comes, also when another one is the strongest. */
static void
pass_on_list (GyreComponent *component, GyreBirth *birth, guint slot, GyreSetting *setting)
{
  const GyreTrait *trait = gyre_component_get_slot (component, slot);
  GyreProvenance provenance;
  GyreSetting *culprit = setting;
  g_autoptr (GError) error = NULL;

  if (!came_from_class (component, slot))
    gyre_composed_refresh (component, trait, &culprit, &error);
  else
    {
      provenance = gyre_provenance_copy (&birth->provenances[slot]);
      provenance.from_class = GYRE_MEDIATOR_CLASS;
      if (birth->texts != NULL && birth->texts[slot] != NULL)
        gyre_binding_bind (component, trait, birth->texts[slot], provenance, &error);
      else
        gyre_component_commit (component, trait, gyre_kind_copy (trait->kind, birth->values[slot]), provenance, &error);
    }
  if (error != NULL)
    warn_refused (culprit, error);
}

/* The class's value is what the setting says (it may have lost against a stronger one): then the instance gets it too. */
static void
pass_on (GyreComponent *component, GyreBirth *birth, guint slot, GyreSetting *setting, GPtrArray *pending)
{
  const GyreTrait *trait = gyre_component_get_slot (component, slot);
  GyreProvenance provenance;
  g_autoptr (GError) error = NULL;

  if (gyre_composition_is_possible (trait))
    {
      if (!waits_for_restart (trait, setting, pending))
        pass_on_list (component, birth, slot, setting);
      return;
    }
  if (birth->provenances[slot].source != setting || !came_from_class (component, slot)
      || waits_for_restart (trait, setting, pending))
    return;
  provenance = gyre_provenance_of_setting (setting);
  provenance.from_class = GYRE_MEDIATOR_CLASS;
  if (!gyre_component_commit_text (component, trait, gyre_setting_get_value (setting), provenance, &error))
    warn_refused (setting, error);
}

static void
pass_on_to_extent (GyreActor *actor, GyreExecutive *executive, const GyreTrait *trait, GyreSetting *setting, GPtrArray *pending)
{
  g_autoptr (GPtrArray) extent = gyre_actor_get_extent (actor);
  g_autoptr (GPtrArray) derived = gyre_actor_get_derived (actor);
  GyreComponentClass *class = g_type_class_peek (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)));
  GyreBirth *birth = extent->len > 0 ? gyre_birth_get (class, executive) : NULL;

  for (guint index = 0; index < extent->len; index++)
    if (gyre_component_get_executive (g_ptr_array_index (extent, index)) == executive)
      pass_on (g_ptr_array_index (extent, index), birth, trait->descriptor.index, setting, pending);
  for (guint index = 0; index < derived->len; index++)
    pass_on_to_extent (g_ptr_array_index (derived, index), executive, trait, setting, pending);
}

static void
take_for_class (GyreExecutive *executive, GyreActor *actor, GyreSetting *setting, GPtrArray *pending)
{
  GyreDescriptor *descriptor = gyre_former_resolve (executive, GYRE_REQUIREMENT (actor), gyre_setting_get_fragment (setting));

  if (descriptor == NULL)
    gyre_dynamic_take_for_class (executive, actor, setting);
  else if (descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR)
    pass_on_to_extent (actor, executive, (const GyreTrait *) descriptor, setting, pending);
}

static gboolean
is_list (const GyreDescriptor *descriptor)
{
  return descriptor != NULL && descriptor->sort == GYRE_DESCRIPTOR_PROPERTY
         && gyre_composition_is_possible ((const GyreTrait *) descriptor);
}

static void
refresh_list (GyreComponent *component, const GyreTrait *trait, GyreSetting *setting, GPtrArray *pending)
{
  g_autoptr (GError) error = NULL;
  GyreSetting *culprit = setting;

  if (!waits_for_restart (trait, setting, pending) && !gyre_composed_refresh (component, trait, &culprit, &error))
    warn_refused (culprit, error);
}

static void
take_for_instance (GyreComponent *component, GyreSetting *setting, GPtrArray *pending)
{
  g_autoptr (GError) error = NULL;
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (component));
  GyreDescriptor *descriptor;
  GyrePriority own = GYRE_PRIORITY_NONE;

  if (!gyre_conditions_hold (component, setting) || gyre_dynamic_take_for_instance (component, setting))
    return;
  gyre_setting_mark_used (setting);
  descriptor = gyre_former_resolve (gyre_component_get_executive (component), requirement, gyre_setting_get_fragment (setting));
  if (descriptor == NULL)
    descriptor = gyre_requirement_get_trait (requirement, gyre_setting_get_fragment (setting), &error);
  if (is_list (descriptor))
    {
      refresh_list (component, (const GyreTrait *) descriptor, setting, pending);
      return;
    }
  if (descriptor != NULL && descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    g_set_error (&error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "'%s' is a behavior", descriptor->name);
  if (error == NULL && is_own (component, descriptor->index))
    own = gyre_provenance_get_priority (gyre_state_get_provenance (component, descriptor->index));
  if (error == NULL && !gyre_composition_check ((const GyreTrait *) descriptor, gyre_setting_get_operator (setting), &error))
    gyre_component_prefix_error (component, (const GyreTrait *) descriptor, &error);
  if (error == NULL && gyre_priority_compare (gyre_setting_get_priority (setting), own) >= 0
      && !waits_for_restart ((const GyreTrait *) descriptor, setting, pending))
    gyre_component_commit_text (component, (const GyreTrait *) descriptor, gyre_setting_get_value (setting),
                                gyre_provenance_of_setting (setting), &error);
  if (error != NULL)
    warn_refused (setting, error);
}

/* Of `owner.trait`, the owner; the trait is what follows the last dot. */
static char *
dup_owner (const char *component, const char **trait)
{
  const char *dot = strrchr (component, '.');

  *trait = dot != NULL ? dot + 1 : "";
  return dot != NULL ? g_strndup (component, dot - component) : g_strdup ("");
}

static const GyreTrait *
find_mapping (GyreActor *actor, const char *name)
{
  GyreDescriptor *descriptor = actor != NULL ? gyre_requirement_find_trait (GYRE_REQUIREMENT (actor), name) : NULL;

  return is_list (descriptor) && gyre_target_has_entries ((const GyreTrait *) descriptor) ? (const GyreTrait *) descriptor : NULL;
}

static GyreActor *
find_class (const char *family)
{
  GyreRequirement *record = gyre_registrar_find (gyre_registrar_get_default (), family);

  return record != NULL && GYRE_IS_ACTOR (record) ? GYRE_ACTOR (record) : NULL;
}

/* The node of what a setting speaks of: neighbours in a file mostly have the same. */
static guint
get_parent (GyreExecutive *executive, GyreSetting *setting)
{
  return gyre_settings_get_parent (gyre_executive_get_settings (executive), gyre_setting_get_node (setting));
}

/* All births are set aside before the first class is asked for its new values: one file can change a class and its base. */
static void
invalidate (GyreExecutive *executive, GPtrArray *settings)
{
  GyreActor *last = NULL;
  guint previous = GYRE_SETTINGS_NOWHERE;

  for (guint index = 0; index < settings->len; index++)
    {
      guint parent = get_parent (executive, g_ptr_array_index (settings, index));

      if (parent == previous)
        continue;
      previous = parent;
      g_autofree char *component = gyre_setting_dup_component (g_ptr_array_index (settings, index));
      const char *trait = NULL;
      g_autofree char *owner = dup_owner (component, &trait);
      GyreActor *actor = find_class (component);

      if (actor == NULL && *owner != '\0')
        actor = find_class (owner);
      if (actor != NULL && actor != last)
        gyre_birth_invalidate (actor, executive);
      last = actor;
    }
}

/* A setting of `name.mapping.key` or `family.mapping.key`. */
static gboolean
take_entry (GyreExecutive *executive, const char *component, GyreSetting *setting, GPtrArray *pending)
{
  const char *name = NULL;
  g_autofree char *owner = dup_owner (component, &name);
  g_autoptr (GObject) instance = gyre_nameserver_find (gyre_executive_get_nameserver (executive), owner);
  GyreActor *actor = find_class (owner);
  const GyreTrait *of_class = find_mapping (actor, name);
  const GyreTrait *of_instance = GYRE_IS_COMPONENT (instance)
                                   ? find_mapping (gyre_component_get_actor (GYRE_COMPONENT (instance)), name) : NULL;

  if (of_class != NULL && gyre_setting_get_conditions (setting) == 0)
    pass_on_to_extent (actor, executive, of_class, setting, pending);
  if (of_instance != NULL)
    refresh_list (GYRE_COMPONENT (instance), of_instance, setting, pending);
  return of_class != NULL || of_instance != NULL;
}

/* Whom the settings of one name are for. */
typedef struct
{
  guint node;
  char *name;
  GyreActor *actor;
  GObject *instance;
} Target;

static void
target_clear (Target *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->instance);
  self->node = GYRE_SETTINGS_NOWHERE;
}

static void
target_find (Target *self, GyreExecutive *executive, GyreSetting *setting, guint node)
{
  target_clear (self);
  self->node = node;
  self->name = gyre_setting_dup_component (setting);
  self->actor = find_class (self->name);
  self->instance = gyre_nameserver_find (gyre_executive_get_nameserver (executive), self->name);
}

static void
take (GyreExecutive *executive, const Target *target, GyreSetting *setting, GPtrArray *pending)
{
  gboolean is_unconditional = gyre_setting_get_conditions (setting) == 0;

  if (target->actor != NULL && is_unconditional)
    take_for_class (executive, target->actor, setting, pending);
  if (GYRE_IS_COMPONENT (target->instance))
    take_for_instance (GYRE_COMPONENT (target->instance), setting, pending);
  if (target->actor == NULL && target->instance == NULL && !take_entry (executive, target->name, setting, pending)
      && is_unconditional)
    gyre_host_take (executive, setting);
}

static void
settings_arrived (GyreExecutive *executive, GPtrArray *settings, GPtrArray *pending)
{
  Target target = { GYRE_SETTINGS_NOWHERE };

  invalidate (executive, settings);
  for (guint index = 0; index < settings->len; index++)
    {
      GyreSetting *setting = g_ptr_array_index (settings, index);
      guint node = get_parent (executive, setting);

      if (node != target.node || node == GYRE_SETTINGS_NOWHERE)
        target_find (&target, executive, setting, node);
      take (executive, &target, setting, pending);
    }
  target_clear (&target);
  gyre_bindings_configured (executive, settings);
}

/* Files that are read again, and the nodes of what they said before. */
typedef struct
{
  GyreExecutive *executive;
  const GyreWithdrawal *withdrawal;
  GHashTable *nodes;
} Recall;

/* A list is made of several settings, of which only one is known as its source. */
static gboolean
is_concerned (const Recall *self, const GyreTrait *trait, const GyreProvenance *provenance)
{
  guint node;

  if (provenance->kind != GYRE_SOURCE_SETTING)
    return FALSE;
  node = gyre_setting_get_node ((GyreSetting *) provenance->source);
  if (g_hash_table_contains (self->withdrawal->changed, GUINT_TO_POINTER (node)))
    return g_hash_table_contains (self->nodes, GUINT_TO_POINTER (node));
  if (gyre_composition_is_possible (trait))
    return g_hash_table_size (self->withdrawal->changed) > 0;
  return g_hash_table_contains (self->nodes, GUINT_TO_POINTER (node)) && !gyre_trait_is_facility (trait)
         && provenance->from_class != GYRE_MEDIATOR_HOST;
}

static gboolean
has_own_chain (GyreComponent *component, const GyreTrait *trait)
{
  g_autoptr (GArray) chain = gyre_settings_list_chain (gyre_executive_get_settings (gyre_component_get_executive (component)),
                                                       gyre_component_get_name (component), trait, gyre_condition_holds, component);

  return chain->len > 0;
}

/* The value becomes what is said now: that may be what it was, at another place. */
static void
recall_slot (const Recall *self, GyreComponent *component, guint slot)
{
  const GyreTrait *trait = gyre_component_get_slot (component, slot);
  GyreSetting *source = (GyreSetting *) gyre_state_get_provenance (component, slot)->source;
  guint node = gyre_setting_get_node (source);
  gboolean is_changed = g_hash_table_contains (self->withdrawal->changed, GUINT_TO_POINTER (node));
  GyreBirth *birth = gyre_birth_get (GYRE_COMPONENT_GET_CLASS (component), self->executive);
  g_autoptr (GError) error = NULL;

  if (gyre_trait_get_mutability (trait) != GYRE_MUTABILITY_ANY_TIME)
    {
      if (is_changed)
        waits_for_restart (trait, source, self->withdrawal->pending);
      return;
    }
  if (gyre_composition_is_possible (trait) && has_own_chain (component, trait))
    refresh_list (component, trait, source, NULL);
  else if (!gyre_component_reset (component, trait->descriptor.name, &error))
    warn_refused (source, error);
  else if (came_from_class (component, slot) && birth->texts != NULL && birth->texts[slot] != NULL)
    pass_on_list (component, birth, slot, source);
}

static void
recall_instance (const Recall *self, GyreComponent *component)
{
  guint slots = gyre_component_get_birth (component)->n_slots;

  for (guint slot = 0; slot < slots; slot++)
    if (is_concerned (self, gyre_component_get_slot (component, slot), gyre_state_get_provenance (component, slot)))
      recall_slot (self, component, slot);
  gyre_dynamic_recall (component, self->nodes);
}

/* Instances of a class that keeps no extent are found by the names that were spoken of. What came from their class stays, as the
 * declaration says. */
static void
recall_untracked (const Recall *self)
{
  GyreNameserver *nameserver = gyre_executive_get_nameserver (self->executive);
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);

  for (guint index = 0; index < self->withdrawal->settings->len; index++)
    {
      GyreSetting *setting = self->withdrawal->settings->pdata[index];
      g_autofree char *name = NULL;
      g_autoptr (GObject) instance = NULL;

      if (!g_hash_table_add (parents, GUINT_TO_POINTER (get_parent (self->executive, setting))))
        continue;
      name = gyre_setting_dup_component (setting);
      instance = gyre_nameserver_find (nameserver, name);
      if (GYRE_IS_COMPONENT (instance) && !gyre_actor_is_tracked (gyre_component_get_actor (GYRE_COMPONENT (instance))))
        recall_instance (self, GYRE_COMPONENT (instance));
    }
}

static void
settings_withdrawn (GyreExecutive *executive, const GyreWithdrawal *withdrawal)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) classes = gyre_registrar_list_classes (gyre_registrar_get_default ());
  Recall recall = { executive, withdrawal, nodes };

  invalidate (executive, withdrawal->settings);
  for (guint index = 0; index < withdrawal->settings->len; index++)
    g_hash_table_add (nodes, GUINT_TO_POINTER (gyre_setting_get_node (withdrawal->settings->pdata[index])));
  for (guint index = 0; index < classes->len; index++)
    {
      g_autoptr (GPtrArray) extent = gyre_actor_get_extent (classes->pdata[index]);

      for (guint number = 0; number < extent->len; number++)
        if (gyre_component_get_executive (extent->pdata[number]) == executive)
          recall_instance (&recall, extent->pdata[number]);
    }
  for (guint index = 0; index < classes->len; index++)
    if (!gyre_actor_is_tracked (classes->pdata[index]))
      {
        recall_untracked (&recall);
        break;
      }
}

void
gyre_reconfiguration_attach (void)
{
  static const GyreExecutiveModel model = {
    .withdrawn = settings_withdrawn,
    .configured = settings_arrived,
    .release = gyre_birth_release,
    .release_bindings = gyre_bindings_free,
    .report_undefined = gyre_binding_report_undefined,
    .find_handle = gyre_identity_find_name,
    .call = gyre_identity_call,
    .dup_name = gyre_identity_dup_name,
    .get_family = gyre_communication_get_family,
    .dup_place = gyre_communication_dup_place,
    .get_verbosity = gyre_communication_get_verbosity,
    .run_state_changed = gyre_base_process_hear_of_state,
    .hears_of_runs = gyre_base_process_is,
  };

  gyre_executive_set_model (&model);
}
