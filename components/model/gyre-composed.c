/* gyre-composed.c: The lists of classes and instances that several settings make
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The list of an instance is made anew from the first setting to the last whenever one arrives, so the order of arrival does
 * not matter. What code has given is remembered as long as settings stand on top of it.
 */
#include "gyre-composed-private.h"
#include "gyre-actor-private.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-condition-private.h"
#include "gyre-declaration-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-record-private.h"
#include "gyre-requirement-private.h"

/* A value that code has given, under the settings that were added to it. */
typedef struct
{
  char *text;
  GyreProvenance provenance;
} Base;

static void
base_free (gpointer data)
{
  Base *self = data;

  g_free (self->text);
  gyre_provenance_clear (&self->provenance);
  g_free (self);
}

static GyreBirth *
current_birth (GyreComponent *component)
{
  return gyre_birth_get (GYRE_COMPONENT_GET_CLASS (component), gyre_component_get_executive (component));
}

static const GyreProvenance *
get_own_provenance (GyreComponent *component, guint slot)
{
  GyreState *state = gyre_state_peek (component);
  const GyreProvenance *own = state != NULL && state->provenances != NULL ? &state->provenances[slot] : NULL;

  return own != NULL && gyre_provenance_is_set (own) && !own->from_class ? own : NULL;
}

static void
remember_base (GyreComponent *component, const GyreTrait *trait, const GyreProvenance *own)
{
  GyreState *state = gyre_state_ensure (component);
  Base *base = g_new (Base, 1);

  if (state->bases == NULL)
    state->bases = g_hash_table_new_full (NULL, NULL, NULL, base_free);
  *base = (Base) { gyre_trait_print (trait, gyre_component_peek (component, trait)), gyre_provenance_copy (own) };
  g_hash_table_insert (state->bases, GUINT_TO_POINTER (trait->descriptor.index), base);
}

/* What code has said of the instance's own list, if it has; NULL where the list starts from that of the class. */
static const Base *
find_base (GyreComponent *component, const GyreTrait *trait)
{
  const GyreProvenance *own = get_own_provenance (component, trait->descriptor.index);
  GyreState *state = gyre_state_peek (component);

  if (own != NULL && own->kind != GYRE_SOURCE_SETTING)
    remember_base (component, trait, own);
  else if (own == NULL && state != NULL && state->bases != NULL)
    g_hash_table_remove (state->bases, GUINT_TO_POINTER (trait->descriptor.index));
  state = gyre_state_peek (component);
  return state != NULL && state->bases != NULL
           ? g_hash_table_lookup (state->bases, GUINT_TO_POINTER (trait->descriptor.index)) : NULL;
}

static gboolean
is_stronger (const GyreSettingLink *link, const Base *base)
{
  return gyre_priority_compare (gyre_setting_get_priority (link->setting), gyre_provenance_get_priority (&base->provenance)) > 0;
}

static gboolean
is_plain (const GyreSettingLink *link)
{
  return !link->is_entry && gyre_setting_get_operator (link->setting) == GYRE_SETTING_ASSIGN;
}

/* Where the settings begin that count on top of what code has said. */
static guint
find_first (GArray *chain, const Base *base)
{
  guint first = 0;

  while (base != NULL && first < chain->len && !is_stronger (&g_array_index (chain, GyreSettingLink, first), base))
    first++;
  return first;
}

static GArray *
list_own_chain (GyreComponent *component, const GyreTrait *trait)
{
  return gyre_settings_list_chain (gyre_executive_get_settings (gyre_component_get_executive (component)),
                                   gyre_component_get_name (component), trait, gyre_condition_holds, component);
}

static gboolean
begin (GyreComponent *component, const GyreTrait *trait, GyreComposition *composition, const Base *base, GError **error)
{
  GyreBirth *birth = current_birth (component);
  guint slot = trait->descriptor.index;
  g_autofree char *text = base == NULL ? gyre_birth_dup_text (birth, trait) : NULL;

  return gyre_composition_start (composition, base != NULL ? base->text : text,
                                 base != NULL ? &base->provenance : &birth->provenances[slot], error);
}

/*
 * gyre_composed_commit:
 * @chain: everything that was said of the trait of this instance
 * @culprit: (out): the setting that is to blame for an error
 *
 * Gives the trait what the settings make together, unless all of them are weaker than what it has.
 */
gboolean
gyre_composed_commit (GyreComponent *component, const GyreTrait *trait, GArray *chain, GyreSetting **culprit, GError **error)
{
  g_autoptr (GyreComposition) composition = gyre_composition_new (trait);
  g_autofree char *text = NULL;
  const Base *base = find_base (component, trait);
  guint first = find_first (chain, base);

  if (first == chain->len)
    return TRUE;
  *culprit = g_array_index (chain, GyreSettingLink, first).setting;
  gyre_setting_mark_used (*culprit);
  if (first + 1 == chain->len && is_plain (&g_array_index (chain, GyreSettingLink, first)))
    return gyre_component_commit_text (component, trait, gyre_setting_get_value (*culprit),
                                       gyre_provenance_of_setting (*culprit), error);
  if ((!is_plain (&g_array_index (chain, GyreSettingLink, first)) && !begin (component, trait, composition, base, error))
      || !gyre_composition_apply_chain (composition, chain, first, culprit, error))
    {
      gyre_component_prefix_error (component, trait, error);
      return FALSE;
    }
  text = gyre_composition_dup_text (composition);
  return gyre_component_commit_text (component, trait, text, gyre_provenance_of_setting (*culprit), error);
}

/* Makes the list again after something was said, if settings of the instance's own make it. */
gboolean
gyre_composed_refresh (GyreComponent *component, const GyreTrait *trait, GyreSetting **culprit, GError **error)
{
  g_autoptr (GArray) chain = list_own_chain (component, trait);

  return chain->len == 0 || gyre_composed_commit (component, trait, chain, culprit, error);
}

char *
gyre_composed_dup_said (GyreComponent *component, const GyreTrait *trait, GyreProvenance *provenance, GError **error)
{
  g_autoptr (GArray) chain = list_own_chain (component, trait);
  g_autoptr (GyreComposition) composition = gyre_composition_new (trait);
  const GyreSettingLink *first = chain->len > 0 ? &g_array_index (chain, GyreSettingLink, 0) : NULL;
  GyreSetting *culprit = first != NULL ? first->setting : NULL;

  if (first == NULL)
    return NULL;
  gyre_setting_mark_used (culprit);
  if (chain->len == 1 && is_plain (first))
    {
      *provenance = gyre_provenance_of_setting (culprit);
      return g_strdup (gyre_setting_get_value (culprit));
    }
  if ((!is_plain (first) && !begin (component, trait, composition, NULL, error))
      || !gyre_composition_apply_chain (composition, chain, 0, &culprit, error))
    {
      gyre_component_prefix_error (component, trait, error);
      return NULL;
    }
  *provenance = gyre_provenance_of_setting (culprit);
  return gyre_composition_dup_text (composition);
}

void
gyre_composed_forget (GyreComponent *component, const GyreTrait *trait)
{
  GyreState *state = gyre_state_peek (component);

  if (state != NULL && state->bases != NULL && !gyre_trait_is_dynamic (trait))
    g_hash_table_remove (state->bases, GUINT_TO_POINTER (trait->descriptor.index));
}

static const char *
find_class_default (GyreRequirement *requirement, const GyreTrait *trait)
{
  GPtrArray *defaults = gyre_requirement_get_record (requirement)->declaration->defaults;
  const char *text = NULL;

  for (guint index = 0; defaults != NULL && index + 1 < defaults->len; index += 2)
    if (gyre_requirement_find_trait (requirement, g_ptr_array_index (defaults, index)) == &trait->descriptor)
      text = g_ptr_array_index (defaults, index + 1);
  return text;
}

/* A declared default stands where the class is declared. */
static GyreProvenance
provenance_of_declaration (const GyreTrait *trait)
{
  GyreLocator *declared = gyre_requirement_get_locator (trait->descriptor.owner);
  g_autoptr (GyreLocator) place = gyre_locator_new_default (declared != NULL ? gyre_locator_get_file (declared) : NULL,
                                                            declared != NULL ? gyre_locator_get_line (declared) : 0);

  return gyre_provenance_of_locator (GYRE_CATEGORY_DEFAULTS, place);
}

static GyreComposition *take_apart_class (GyreBirth *birth, const GyreTrait *trait);

/* What a class has without the settings of its family. */
static GyreComposition *
take_apart_inherited (GyreBirth *birth, const GyreTrait *trait)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (birth->actor);
  GyreActor *parent = gyre_actor_get_parent (birth->actor);
  const char *text = find_class_default (requirement, trait);
  g_autofree char *initial = NULL;
  GyreComposition *composition;
  GyreProvenance provenance;

  if (text == NULL && parent != NULL && trait->descriptor.owner != requirement
      && gyre_requirement_find_trait (GYRE_REQUIREMENT (parent), trait->descriptor.name) == &trait->descriptor)
    return take_apart_class (gyre_birth_get (g_type_class_peek (gyre_requirement_get_gtype (GYRE_REQUIREMENT (parent))),
                                             birth->executive), trait);
  provenance = text != NULL ? gyre_provenance_of_locator (GYRE_CATEGORY_DEFAULTS, gyre_requirement_get_locator (requirement))
                            : provenance_of_declaration (trait);
  if (text == NULL)
    text = initial = gyre_trait_dup_initial_text (trait);
  composition = gyre_composition_new (trait);
  gyre_composition_start (composition, text != NULL ? text : "none", &provenance, NULL);
  gyre_provenance_clear (&provenance);
  return composition;
}

/* The elements of a class's list, each with who said it. */
static GyreComposition *
take_apart_class (GyreBirth *birth, const GyreTrait *trait)
{
  const GyreProvenance *provenance = &birth->provenances[trait->descriptor.index];
  g_autoptr (GArray) chain = gyre_settings_list_chain (gyre_executive_get_settings (birth->executive),
                                                       gyre_requirement_get_family (GYRE_REQUIREMENT (birth->actor)), trait,
                                                       NULL, NULL);
  GyreComposition *composition;
  GyreSetting *culprit = NULL;

  if (provenance->kind == GYRE_SOURCE_SETTING || provenance->category == GYRE_CATEGORY_DEFAULTS)
    {
      composition = take_apart_inherited (birth, trait);
      gyre_composition_apply_chain (composition, chain, 0, &culprit, NULL);
      return composition;
    }
  composition = gyre_composition_new (trait);
  g_autofree char *text = gyre_birth_dup_text (birth, trait);
  gyre_composition_start (composition, text, provenance, NULL);
  return composition;
}

/* The elements of an instance's list, each with who said it. */
GyreComposition *
gyre_composed_take_apart (GyreComponent *component, const GyreTrait *trait)
{
  const GyreProvenance *own = get_own_provenance (component, trait->descriptor.index);
  g_autoptr (GArray) chain = list_own_chain (component, trait);
  GyreComposition *composition;
  GyreSetting *culprit = NULL;
  const Base *base;

  if (own == NULL)
    return take_apart_class (current_birth (component), trait);
  base = find_base (component, trait);
  composition = base != NULL ? gyre_composition_new (trait) : take_apart_class (current_birth (component), trait);
  if (base != NULL)
    begin (component, trait, composition, base, NULL);
  gyre_composition_apply_chain (composition, chain, find_first (chain, base), &culprit, NULL);
  return composition;
}

static const GyreTrait *
find_list (GyreComponent *self, const char *name, GError **error)
{
  GyreDescriptor *descriptor = gyre_requirement_get_trait (GYRE_REQUIREMENT (gyre_component_get_actor (self)), name, error);

  if (descriptor == NULL || (descriptor->sort == GYRE_DESCRIPTOR_PROPERTY
                             && gyre_composition_is_possible ((const GyreTrait *) descriptor)))
    return (const GyreTrait *) descriptor;
  g_autofree char *subject = gyre_component_dup_subject (self);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "%s.%s: has no elements", subject, descriptor->name);
  return NULL;
}

/**
 * gyre_component_dup_element_locator:
 * @self: a component
 * @trait: a name or alias of a list, set, array or mapping
 * @index: of the element
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN, or %GYRE_COMPONENT_ERROR_VALUE when there is no such element
 *
 * Tells who said one element of a list, which several settings can have made: `=`, and `+=` of another file.
 *
 * Returns: (transfer full) (nullable): where it was said
 *
 * Since: 0.1
 */
GyreLocator *
gyre_component_dup_element_locator (GyreComponent *self, const char *trait, guint index, GError **error)
{
  g_autoptr (GyreComposition) composition = NULL;
  const GyreTrait *found;
  GyreLocator *locator;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, NULL);

  found = find_list (self, trait, error);
  if (found == NULL)
    return NULL;
  composition = gyre_composed_take_apart (self, found);
  locator = gyre_composition_dup_locator (composition, index);
  if (locator == NULL)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "%s has %u elements, none with the number %u",
                 found->descriptor.name, gyre_composition_get_length (composition), index);
  return locator;
}

/**
 * gyre_component_dup_entry_locator:
 * @self: a component
 * @trait: a name or alias of a mapping
 * @key: of the entry
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN, or %GYRE_COMPONENT_ERROR_VALUE when there is no such entry
 *
 * As gyre_component_dup_element_locator(), for an entry of a mapping.
 *
 * Returns: (transfer full) (nullable): where it was said
 *
 * Since: 0.1
 */
GyreLocator *
gyre_component_dup_entry_locator (GyreComponent *self, const char *trait, const char *key, GError **error)
{
  g_autoptr (GyreComposition) composition = NULL;
  const GyreTrait *found;
  GyreLocator *locator;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && key != NULL, NULL);

  found = find_list (self, trait, error);
  if (found == NULL)
    return NULL;
  composition = gyre_composed_take_apart (self, found);
  locator = gyre_composition_dup_key_locator (composition, key);
  if (locator == NULL)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "%s has no entry '%s'", found->descriptor.name, key);
  return locator;
}
