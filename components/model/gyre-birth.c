/* gyre-birth.c: The values that the instances of a class are born with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Births are kept as long as there can be instances that were born with them, which explain their values by them.
 */
#include "gyre-birth-private.h"
#include "gyre-actor-private.h"
#include "gyre-binding-private.h"
#include "gyre-class-state-private.h"
#include "gyre-composition-private.h"
#include "gyre-declaration-private.h"
#include "gyre-executive-private.h"
#include "gyre-requirement-private.h"
#include "gyre-resolution-private.h"
#include "gyre-setting-chooser-private.h"
#include "gyre-succession-private.h"
#include "gyre-value-error.h"

#include <string.h>

static void
report_value (GyreBirth *birth, const GyreTrait *trait, GyreLocator *locator, GError *problem)
{
  if (birth->report == NULL)
    birth->report = gyre_report_new ();
  gyre_report_error (birth->report, locator, problem->domain == GYRE_VALUE_ERROR ? gyre_value_error_get_hint (problem) : NULL, "%s.%s: %s",
                     gyre_requirement_get_public_name (GYRE_REQUIREMENT (birth->actor)), trait->descriptor.name,
                     problem->message);
}

static void
take_value (GyreBirth *birth, guint slot, const GyreTrait *trait, GyreValue value, GyreProvenance provenance)
{
  gyre_kind_clear (trait->kind, &birth->values[slot]);
  gyre_provenance_clear (&birth->provenances[slot]);
  if (birth->texts != NULL)
    g_clear_pointer (&birth->texts[slot], g_free);
  birth->values[slot] = value;
  birth->provenances[slot] = provenance;
}

static void
set_text (GyreBirth *birth, guint slot, const char *text)
{
  if (birth->texts == NULL && text != NULL)
    birth->texts = g_new0 (char *, birth->n_slots + 1);
  if (birth->texts == NULL)
    return;
  g_free (birth->texts[slot]);
  birth->texts[slot] = g_strdup (text);
}

/* What follows other values does so in each instance; the class keeps the value that it had, for as long as there is no other. */
static gboolean
take_followed (GyreBirth *birth, guint slot, const GyreTrait *trait, const char *text, GyreProvenance *provenance, GError **error)
{
  GyreExpression *expression = gyre_scale_compile (trait, text, error);

  if (expression == NULL)
    return FALSE;
  gyre_expression_unref (expression);
  gyre_provenance_clear (&birth->provenances[slot]);
  birth->provenances[slot] = *provenance;
  set_text (birth, slot, text);
  return TRUE;
}

static gboolean
take_text (GyreBirth *birth, guint slot, const GyreTrait *trait, const char *text, GyreProvenance provenance)
{
  GyreValue value = GYRE_NONE;
  g_autoptr (GError) problem = NULL;
  gboolean is_followed = gyre_binding_is_meant (trait, text);

  if (is_followed && take_followed (birth, slot, trait, text, &provenance, &problem))
    return TRUE;
  if (!is_followed && gyre_trait_parse (trait, text, &value, &problem))
    {
      take_value (birth, slot, trait, value, provenance);
      return TRUE;
    }
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (&provenance);
  report_value (birth, trait, locator, problem);
  gyre_provenance_clear (&provenance);
  return FALSE;
}

/* A facility that names nothing has what its interface suggests. */
static GyreValue
initial_facility (const GyreTrait *trait)
{
  GyreRole *role = gyre_role_get (gyre_trait_get_value_type (trait));
  const char *text = trait->initial.text;

  if (text == NULL && role != NULL)
    text = gyre_role_get_implementation (role);
  if (text == NULL || strcmp (text, "none") == 0)
    return GYRE_NONE;
  return (GyreValue) { .present = TRUE, .string = g_strdup (text) };
}

static void
take_initial (GyreBirth *birth, guint slot, const GyreTrait *trait)
{
  GyreLocator *locator = gyre_requirement_get_locator (trait->descriptor.owner);
  g_autoptr (GyreLocator) place = gyre_locator_new_default (locator != NULL ? gyre_locator_get_file (locator) : NULL,
                                                            locator != NULL ? gyre_locator_get_line (locator) : 0);
  GyreValue value = GYRE_NONE;

  if (gyre_trait_is_facility (trait))
    value = gyre_trait_is_foreign (trait) ? GYRE_NONE : initial_facility (trait);
  else
    gyre_trait_get_initial (trait, &value, NULL);
  take_value (birth, slot, trait, value, gyre_provenance_of_locator (GYRE_CATEGORY_DEFAULTS, place));
}

/* What the parent class has, also as far as it was configured, with the place where it was said. */
static gboolean
take_from_parent (GyreBirth *birth, GyreBirth *parent, guint slot, const GyreTrait *trait)
{
  if (parent == NULL || slot >= parent->n_slots || trait->descriptor.owner == GYRE_REQUIREMENT (birth->actor))
    return FALSE;
  if (gyre_requirement_get_record (GYRE_REQUIREMENT (parent->actor))->slots[slot] != &trait->descriptor)
    return FALSE;
  take_value (birth, slot, trait, gyre_kind_copy (trait->kind, parent->values[slot]),
              gyre_provenance_copy (&parent->provenances[slot]));
  set_text (birth, slot, parent->texts != NULL ? parent->texts[slot] : NULL);
  return TRUE;
}

static void
take_class_default (GyreBirth *birth, guint slot, const GyreTrait *trait)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (birth->actor);
  GPtrArray *defaults = gyre_requirement_get_record (requirement)->declaration->defaults;

  for (guint index = 0; defaults != NULL && index + 1 < defaults->len; index += 2)
    if (gyre_requirement_find_trait (requirement, g_ptr_array_index (defaults, index)) == &trait->descriptor)
      take_text (birth, slot, trait, g_ptr_array_index (defaults, index + 1),
                 gyre_provenance_of_locator (GYRE_CATEGORY_DEFAULTS, gyre_requirement_get_locator (requirement)));
}

/* That what is said about a facility names a class, and one that does what is asked for. */
static gboolean
check_facility (GyreExecutive *executive, const GyreTrait *trait, const char *text, GError **error)
{
  GyreValue value = GYRE_NONE;
  g_autofree char *family = NULL;
  g_autofree char *name = NULL;
  gboolean fits = TRUE;

  if (!gyre_trait_is_facility (trait) || gyre_trait_is_foreign (trait))
    return TRUE;
  if (gyre_trait_parse (trait, text, &value, NULL) && value.present)
    fits = gyre_resolution_check (executive, value.string, &family, &name, error)
           && (family == NULL
               || gyre_resolution_find_class (executive, family, gyre_trait_get_value_type (trait), error) != NULL);
  gyre_kind_clear (trait->kind, &value);
  return fits;
}

static void
take_setting (GyreBirth *birth, guint slot, const GyreTrait *trait, GyreSetting *setting)
{
  g_autoptr (GError) problem = NULL;

  gyre_setting_mark_used (setting);
  if (!gyre_composition_check (trait, gyre_setting_get_operator (setting), &problem)
      || !check_facility (birth->executive, trait, gyre_setting_get_value (setting), &problem))
    {
      g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (setting);
      report_value (birth, trait, locator, problem);
      return;
    }
  take_text (birth, slot, trait, gyre_setting_get_value (setting), gyre_provenance_of_setting (setting));
}

static gboolean
compose_text (GyreBirth *birth, guint slot, const GyreTrait *trait, GArray *chain, char **text, GyreSetting **culprit,
              GError **error)
{
  g_autoptr (GyreComposition) composition = gyre_composition_new (trait);
  g_autofree char *base = gyre_birth_dup_text (birth, trait);

  *culprit = g_array_index (chain, GyreSettingLink, 0).setting;
  if (!gyre_composition_start (composition, base, &birth->provenances[slot], error)
      || !gyre_composition_apply_chain (composition, chain, 0, culprit, error))
    return FALSE;
  *text = gyre_composition_dup_text (composition);
  return TRUE;
}

/* Several settings make the value together, from what the class has without them. */
static void
take_chain (GyreBirth *birth, guint slot, const GyreTrait *trait, GArray *chain)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = NULL;
  GyreSetting *last = g_array_index (chain, GyreSettingLink, chain->len - 1).setting;
  GyreSetting *culprit = NULL;

  if (!compose_text (birth, slot, trait, chain, &text, &culprit, &problem))
    {
      g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (culprit);
      report_value (birth, trait, locator, problem);
      return;
    }
  take_text (birth, slot, trait, text, gyre_provenance_of_setting (last));
}

static gboolean
overrides_wins (const GyreProvenance *override, const GyreProvenance *present)
{
  return gyre_priority_compare (gyre_provenance_get_priority (override), gyre_provenance_get_priority (present)) >= 0;
}

static void
take_overrides (GyreBirth *birth, GyreClassState *state)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&state->lock);

  for (guint index = 0; index < state->overrides->len; index++)
    {
      GyreOverride *override = &g_array_index (state->overrides, GyreOverride, index);
      guint slot = override->trait->descriptor.index;

      if (overrides_wins (&override->provenance, &birth->provenances[slot]))
        take_text (birth, slot, override->trait, override->text, gyre_provenance_copy (&override->provenance));
    }
}

/* What was said for the family, whether the class was known at the time or not. */
static void
take_settings (GyreBirth *birth)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (birth->actor);
  const char *family = gyre_requirement_get_family (requirement);
  g_autoptr (GPtrArray) chosen = NULL;

  if (family == NULL)
    return;
  chosen = gyre_settings_choose_for (gyre_executive_get_settings (birth->executive), birth->executive, family, requirement, NULL, NULL,
                                     &birth->report);
  for (guint index = 0; index < chosen->len; index++)
    {
      GyreChosenSetting *choice = g_ptr_array_index (chosen, index);
      if (choice->chain != NULL)
        take_chain (birth, choice->trait->descriptor.index, choice->trait, choice->chain);
      else
        take_setting (birth, choice->trait->descriptor.index, choice->trait, choice->setting);
    }
}

static const GyreTrait *
trait_of_slot (GyreRecord *record, guint slot)
{
  GyreDescriptor *descriptor = record->slots[slot];

  /* A slot that leads to the trait that shadows it is filled where that trait has its own slot. */
  return descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR && descriptor->index == slot ? (const GyreTrait *) descriptor : NULL;
}

static void
fill_values (GyreBirth *birth, GyreBirth *parent, GyreClassState *state)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (birth->actor));

  for (guint slot = 0; slot < birth->n_slots; slot++)
    {
      const GyreTrait *trait = trait_of_slot (record, slot);
      if (trait == NULL)
        continue;
      if (!take_from_parent (birth, parent, slot, trait))
        take_initial (birth, slot, trait);
      take_class_default (birth, slot, trait);
    }
  take_settings (birth);
  take_overrides (birth, state);
}

const GyreTrait *
gyre_birth_get_trait (GyreRecord *record, guint slot)
{
  for (guint index = 0; index < record->pedigree->len; index++)
    {
      GyreRecord *base = gyre_requirement_get_record (g_ptr_array_index (record->pedigree, index));
      if (slot < base->first_local)
        continue;
      GyreDescriptor *descriptor = g_ptr_array_index (base->local, slot - base->first_local);
      return descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR ? (const GyreTrait *) descriptor : NULL;
    }
  return NULL;
}

static gboolean
is_mirrored (GyreDescriptor *nearer, const GyreTrait *shadowed)
{
  if (nearer->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    return FALSE;
  for (const GyreTrait *trait = ((const GyreTrait *) nearer)->shadowed; trait != NULL; trait = trait->shadowed)
    if (trait == shadowed)
      return TRUE;
  return FALSE;
}

static void
add_field (GArray *fields, guint offset, guint source, const GyreKind *kind)
{
  GyreBirthField field = { offset, source, kind };
  g_array_append_val (fields, field);
}

/* The trait of an ancestor that has the same layout keeps step with the one that shadows it, so that the ancestor's own code
 * sees the value. One of another layout keeps the ancestor's default; the birth owns it, for all instances. */
static void
draw_shadowed (GyreBirth *birth, GyreRecord *record, guint slot, GArray *fields)
{
  const GyreTrait *trait = gyre_birth_get_trait (record, slot);
  const GyreTrait *nearer = (const GyreTrait *) record->slots[slot];
  gpointer field;

  if (trait == NULL || &trait->descriptor == record->slots[slot] || trait->storage == GYRE_STORAGE_NONE)
    return;
  field = birth->image + trait->offset - sizeof (GyreComponent);
  if (!is_mirrored (record->slots[slot], trait))
    {
      if (!gyre_trait_is_facility (trait) && gyre_trait_get_initial (trait, &birth->values[slot], NULL))
        gyre_storage_store (trait->storage, field, birth->values[slot]);
    }
  else if (nearer->kind->copy == NULL || gyre_storage_is_in_place (nearer->storage))
    gyre_storage_store (trait->storage, field, birth->values[nearer->descriptor.index]);
  else if (!gyre_trait_is_facility (nearer))
    add_field (fields, trait->offset, nearer->offset, NULL);
}

static void
draw_image (GyreBirth *birth)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (birth->actor));
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (GyreBirthField));
  GTypeQuery query = { 0 };

  g_type_query (record->type, &query);
  birth->image_size = query.instance_size - sizeof (GyreComponent);
  birth->image = g_malloc0 (birth->image_size + 1);
  for (guint slot = 0; slot < birth->n_slots; slot++)
    {
      const GyreTrait *trait = trait_of_slot (record, slot);
      gpointer field = trait != NULL ? birth->image + trait->offset - sizeof (GyreComponent) : NULL;

      if (trait == NULL || trait->storage == GYRE_STORAGE_NONE)
        {
          birth->n_foreign += trait != NULL && birth->provenances[slot].category > GYRE_CATEGORY_DEFAULTS;
          continue;
        }
      if (gyre_trait_is_facility (trait))
        continue;
      if (trait->kind->copy == NULL || gyre_storage_is_in_place (trait->storage))
        gyre_storage_store (trait->storage, field, birth->values[slot]);
      else if (birth->values[slot].present)
        add_field (fields, trait->offset, slot, trait->kind);
    }
  for (guint slot = 0; slot < record->first_local; slot++)
    draw_shadowed (birth, record, slot, fields);
  birth->n_fields = fields->len;
  birth->fields = (GyreBirthField *) (gpointer) g_array_steal (fields, NULL);
}

static GyreBirth *
birth_new (GyreActor *actor, GyreExecutive *executive, GyreBirth *parent, GyreClassState *state)
{
  GyreBirth *self = g_new0 (GyreBirth, 1);

  self->actor = actor;
  self->executive = executive;
  self->census = &state->census;
  self->n_slots = gyre_requirement_get_record (GYRE_REQUIREMENT (actor))->n_slots;
  self->values = g_new0 (GyreValue, self->n_slots + 1);
  self->provenances = g_new0 (GyreProvenance, self->n_slots + 1);
  self->texts = gyre_actor_is_open (actor) ? g_new0 (char *, self->n_slots + 1) : NULL;
  self->is_tracked = gyre_actor_is_tracked (actor);
  self->holds_executive = executive != gyre_executive_get_default ();
  fill_values (self, parent, state);
  draw_image (self);
  return self;
}

static guint
get_version (GyreClassState *state)
{
  guint version;

  g_mutex_lock (&state->lock);
  version = state->version;
  g_mutex_unlock (&state->lock);
  return version;
}

/* The first birth of a version wins. Returns NULL when the class has changed since the version was read. */
static GyreBirth *
publish (GyreClassState *state, GyreComponentClass *class, GyreBirth *fresh, guint version)
{
  gboolean is_first = FALSE;
  GyreBirth *gone = NULL;
  GyreBirth *birth;

  g_mutex_lock (&state->lock);
  birth = state->current;
  if (birth == NULL && state->version == version)
    {
      birth = fresh;
      is_first = state->births.newest == NULL;
      gyre_succession_add (&state->births, birth);
      gone = gyre_succession_expire (&state->births);
      g_atomic_pointer_set (&state->current, birth);
      if (!birth->holds_executive)
        g_atomic_pointer_set (&class->birth, birth);
    }
  g_mutex_unlock (&state->lock);
  gyre_births_free (gone);
  if (birth == fresh && is_first)
    gyre_bindings_class_changed (birth->executive, birth->actor);
  if (birth != fresh)
    gyre_births_free (fresh);
  return birth;
}

/*
 * gyre_birth_get:
 *
 * The birth of the next instance. The class struct keeps the one for the default executive, so that this is one load for it.
 *
 * A birth is made without a lock, because reading values runs code of others (the functions of types, class_init). What was
 * changed meanwhile, also in the parent, has raised the version, and then it is made again.
 */
GyreBirth *
gyre_birth_get (GyreComponentClass *class, GyreExecutive *executive)
{
  GyreActor *actor = class->actor;
  GyreClassState *state = gyre_class_state_get (actor, executive);
  GyreActor *parent_actor = gyre_actor_get_parent (actor);
  GyreBirth *birth = g_atomic_pointer_get (&state->current);

  while (birth == NULL)
    {
      guint version = get_version (state);
      GyreBirth *parent = NULL;

      if (parent_actor != NULL)
        parent = gyre_birth_get (g_type_class_peek (gyre_requirement_get_gtype (GYRE_REQUIREMENT (parent_actor))), executive);
      birth = publish (state, class, birth_new (actor, executive, parent, state), version);
    }
  return birth;
}

/* Something was set for the class: the next instance of it, and of what is derived from it, gets a new birth. */
void
gyre_birth_invalidate (GyreActor *actor, GyreExecutive *executive)
{
  GyreClassState *state = gyre_class_state_get (actor, executive);
  g_autoptr (GPtrArray) derived = gyre_actor_get_derived (actor);
  GyreComponentClass *class = g_type_class_peek (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)));

  g_mutex_lock (&state->lock);
  state->version++;
  g_atomic_pointer_set (&state->current, NULL);
  if (class != NULL && executive == gyre_executive_get_default ())
    g_atomic_pointer_set (&class->birth, NULL);
  g_mutex_unlock (&state->lock);
  for (guint index = 0; index < derived->len; index++)
    gyre_birth_invalidate (g_ptr_array_index (derived, index), executive);
}

static gboolean
check_override (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GyreExpression *expression;

  if (!gyre_binding_is_meant (trait, text))
    return gyre_trait_parse (trait, text, value, error);
  expression = gyre_scale_compile (trait, text, error);
  g_clear_pointer (&expression, gyre_expression_unref);
  return expression != NULL;
}

/* Code gives a class another default. It is for later instances. */
gboolean
gyre_birth_override (GyreActor *actor, GyreExecutive *executive, const GyreTrait *trait, const char *text,
                     GyreProvenance provenance, GError **error)
{
  GyreClassState *state = gyre_class_state_get (actor, executive);
  GyreOverride override = { trait, NULL, provenance };
  GyreValue value = GYRE_NONE;

  if (!check_override (trait, text, &value, error) || !check_facility (executive, trait, text, error))
    {
      gyre_kind_clear (trait->kind, &value);
      gyre_provenance_clear (&provenance);
      return FALSE;
    }
  gyre_kind_clear (trait->kind, &value);
  override.text = g_strdup (text);
  g_mutex_lock (&state->lock);
  gyre_class_state_drop_override (state, trait);
  g_array_append_val (state->overrides, override);
  g_mutex_unlock (&state->lock);
  gyre_birth_invalidate (actor, executive);
  gyre_bindings_class_changed (executive, actor);
  return TRUE;
}

/* What a class was in an executive that ends. */
void
gyre_birth_release (gpointer data)
{
  GyreClassState *state = data;

  gyre_births_free (state->births.newest);
  gyre_class_state_free (state);
}
