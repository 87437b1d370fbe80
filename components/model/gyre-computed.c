/* gyre-computed.c: Values that are made when they are asked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-computed-private.h"
#include "gyre-accessor.h"
#include "gyre-commit-private.h"
#include "gyre-compatibility.h"
#include "gyre-facility-private.h"
#include "gyre-observer.h"
#include "gyre-record-private.h"
#include "gyre-requirement-private.h"

#include <string.h>

/* A part whose trait is shown. */
typedef struct
{
  guint slot;                   /* of the delegating trait */
  GWeakRef part;
  gulong observer;
  gboolean is_setting;          /* the change is our own, and has its own place */
} Link;

static void
link_free (gpointer data)
{
  Link *self = data;
  g_autoptr (GyreComponent) part = g_weak_ref_get (&self->part);

  if (part != NULL && self->observer != 0)
    gyre_component_unobserve (part, self->observer);
  g_weak_ref_clear (&self->part);
  g_free (self);
}

static Link *
find_link (GyreComponent *component, guint slot)
{
  GyreState *state = gyre_state_ensure (component);

  if (state->links == NULL)
    state->links = g_ptr_array_new_with_free_func (link_free);
  for (guint index = 0; index < state->links->len; index++)
    if (((Link *) state->links->pdata[index])->slot == slot)
      return state->links->pdata[index];

  Link *fresh = g_new0 (Link, 1);
  fresh->slot = slot;
  g_weak_ref_init (&fresh->part, NULL);
  g_ptr_array_add (state->links, fresh);
  return fresh;
}

/* Puts a value in the field without telling anybody: it was this all the time. Takes the value; returns whether it is another. */
static gboolean
store (GyreComponent *component, const GyreTrait *trait, GyreValue value, GyreValue *old_value)
{
  *old_value = gyre_component_peek (component, trait);
  if (gyre_kind_equal (trait->kind, *old_value, value))
    {
      gyre_kind_clear (trait->kind, &value);
      return FALSE;
    }
  gyre_storage_store (trait->storage, gyre_component_get_field (component, trait), value);
  for (const GyreTrait *shadowed = trait->shadowed; shadowed != NULL; shadowed = shadowed->shadowed)
    memcpy (gyre_component_get_field (component, shadowed), gyre_component_get_field (component, trait),
            gyre_storage_get_size (trait->storage));
  return TRUE;
}

/* Nobody has given a value, neither to the instance nor to its class. */
static gboolean
is_default (GyreComponent *component, guint slot)
{
  GyreState *state = gyre_state_peek (component);
  GyreBirth *birth = gyre_component_get_birth (component);

  return (state == NULL || state->provenances == NULL || !gyre_provenance_is_set (&state->provenances[slot]))
         && birth->provenances[slot].category == GYRE_CATEGORY_DEFAULTS && (birth->texts == NULL || birth->texts[slot] == NULL);
}

/* The place of the function in the source; its name where there is no debug information. */
static GyreLocator *
locate_function (gconstpointer function)
{
  g_autoptr (GyreLocator) place = gyre_locator_new_address ((const guint8 *) function + 1);
  const char *file = gyre_locator_get_file (place);
  const char *symbol = gyre_locator_get_function (place);
  g_autofree char *name = symbol != NULL ? g_strconcat ("computed by ", symbol, NULL) : g_strdup ("computed");

  return gyre_locator_new_source (file, gyre_locator_get_line (place), name);
}

static void
compute (GyreComponent *component, const GyreTrait *trait)
{
  GyreValue value = GYRE_NONE;
  GyreValue old_value = GYRE_NONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreLocator) place = locate_function ((gconstpointer) trait->options->compute);
  GyreProvenance provenance = gyre_provenance_of_locator (GYRE_CATEGORY_DEFAULTS, place);

  /* Said before it is done: what asks for itself while it is computed sees the plain default. */
  provenance.from_class = GYRE_MEDIATOR_CLASS;
  gyre_state_set_provenance (component, trait->descriptor.index, provenance);
  if (!trait->options->compute (trait, component, &value, &error) || !gyre_trait_validate (trait, value, &error))
    {
      gyre_component_prefix_error (component, trait, &error);
      g_warning ("%s", error != NULL ? error->message : "a default can't be computed, and nobody says why");
      gyre_kind_clear (trait->kind, &value);
    }
  else if (store (component, trait, value, &old_value))
    gyre_kind_clear (trait->kind, &old_value);
}

static const GyreTrait *
find_facility (GyreRequirement *requirement, const char *delegate, const char **target)
{
  const char *dot = strchr (delegate, '.');
  g_autofree char *name = dot != NULL ? g_strndup (delegate, dot - delegate) : NULL;
  GyreDescriptor *descriptor = name != NULL ? gyre_requirement_find_trait (requirement, name) : NULL;

  *target = dot != NULL ? dot + 1 : "";
  return descriptor != NULL && descriptor->sort == GYRE_DESCRIPTOR_FACILITY && !gyre_trait_is_foreign ((const GyreTrait *) descriptor)
           ? (const GyreTrait *) descriptor : NULL;
}

/* The part that a delegate shows a trait of; built if it is not there. */
static GyreComponent *
fetch_part (GyreComponent *component, const GyreTrait *trait, const char **target, GError **error)
{
  const GyreTrait *facility = find_facility (GYRE_REQUIREMENT (gyre_component_get_actor (component)), trait->options->delegate, target);
  GObject *part = gyre_component_fetch_object (component, facility->descriptor.index, error);

  if (part == NULL || GYRE_IS_COMPONENT (part))
    return (GyreComponent *) part;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "'%s' is no component", facility->descriptor.name);
  return NULL;
}

static void
refresh (GyreComponent *component, const GyreTrait *trait, GyreComponent *part, const char *target, gboolean is_told)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gyre_component_dup_text (part, target, &error);
  g_autoptr (GyreLocator) place = text != NULL ? gyre_component_dup_value_locator (part, target, NULL) : NULL;
  GyrePriority priority = GYRE_PRIORITY_NONE;
  GyreValue value = GYRE_NONE;
  GyreValue old_value = GYRE_NONE;

  if (text == NULL || !gyre_trait_parse (trait, text, &value, &error))
    {
      gyre_component_prefix_error (component, trait, &error);
      g_warning ("%s", error->message);
      return;
    }
  gyre_component_get_value_priority (part, target, &priority, NULL);
  gyre_state_set_provenance (component, trait->descriptor.index, gyre_provenance_of_locator (priority.category, place));
  if (!store (component, trait, value, &old_value))
    return;
  if (is_told)
    gyre_component_notify_change (component, trait, old_value, gyre_component_peek (component, trait));
  gyre_kind_clear (trait->kind, &old_value);
}

/* Whose delegate has to be refreshed when a part changes. */
typedef struct
{
  GWeakRef host;
  const GyreTrait *trait;
} Follower;

static void
follower_free (gpointer data)
{
  Follower *self = data;

  g_weak_ref_clear (&self->host);
  g_free (self);
}

static void
on_part_changed (GyreComponent *part, const GyreChange *change, gpointer data)
{
  Follower *self = data;
  g_autoptr (GyreComponent) host = g_weak_ref_get (&self->host);

  if (host != NULL)
    refresh (host, self->trait, part, change->trait->descriptor.name, TRUE);
}

/* Follows the trait of a part; the one that it followed before is let go. */
static gboolean
follow (GyreComponent *component, const GyreTrait *trait, GyreComponent *part, const char *target, GError **error)
{
  Link *link = find_link (component, trait->descriptor.index);
  g_autoptr (GyreComponent) old = g_weak_ref_get (&link->part);
  Follower *follower;

  if (old == part)
    return TRUE;
  if (old != NULL)
    gyre_component_unobserve (old, link->observer);
  follower = g_new0 (Follower, 1);
  g_weak_ref_init (&follower->host, component);
  follower->trait = trait;
  link->observer = gyre_component_observe (part, target, on_part_changed, follower, follower_free, error);
  g_weak_ref_set (&link->part, link->observer != 0 ? part : NULL);
  return link->observer != 0;
}

static void
show (GyreComponent *component, const GyreTrait *trait)
{
  g_autoptr (GError) error = NULL;
  const char *target = NULL;
  GyreComponent *part = fetch_part (component, trait, &target, &error);

  if (part != NULL && follow (component, trait, part, target, &error))
    refresh (component, trait, part, target, FALSE);
  if (error == NULL)
    return;
  gyre_component_prefix_error (component, trait, &error);
  g_warning ("%s", error->message);
}

void
gyre_computed_settle (GyreComponent *component, const GyreTrait *trait)
{
  if (trait->options->delegate != NULL)
    show (component, trait);
  else if (is_default (component, trait->descriptor.index))
    compute (component, trait);
}

GyreComponent *
gyre_delegate_fetch (GyreComponent *component, const GyreTrait *trait, const GyreTrait **target, GError **error)
{
  const char *name = NULL;
  GyreComponent *part = fetch_part (component, trait, &name, error);
  GyreDescriptor *descriptor = NULL;

  if (part != NULL && follow (component, trait, part, name, error))
    descriptor = gyre_requirement_get_trait (GYRE_REQUIREMENT (gyre_component_get_actor (part)), name, error);
  *target = (const GyreTrait *) descriptor;
  if (descriptor != NULL)
    return part;
  if (error != NULL && *error == NULL)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "'%s' is none", trait->options->delegate);
  gyre_component_prefix_error (component, trait, error);
  return NULL;
}

gpointer
gyre_delegate_peek (GyreComponent *component, const GyreTrait *trait)
{
  const char *name = NULL;
  const GyreTrait *facility = find_facility (GYRE_REQUIREMENT (gyre_component_get_actor (component)), trait->options->delegate, &name);

  return *(gpointer *) gyre_component_get_field (component, facility);
}

gboolean
gyre_delegate_commit_text (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance provenance,
                           GError **error)
{
  const GyreTrait *target = NULL;
  GyreComponent *part = gyre_delegate_fetch (component, trait, &target, error);

  if (part != NULL)
    return gyre_component_commit_text (part, target, text, provenance, error);
  gyre_provenance_clear (&provenance);
  return FALSE;
}

void
gyre_delegate_attach (GyreComponent *component, const GyreTrait *facility, gboolean is_told)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (gyre_component_get_actor (component)));
  gpointer part = *(gpointer *) gyre_component_get_field (component, facility);

  for (guint slot = 0; GYRE_IS_COMPONENT (part) && slot < record->n_slots; slot++)
    {
      const GyreTrait *trait = (const GyreTrait *) record->slots[slot];
      const char *target = NULL;

      if (trait->descriptor.sort != GYRE_DESCRIPTOR_PROPERTY || trait->descriptor.index != slot || trait->options == NULL
          || trait->options->delegate == NULL
          || find_facility (GYRE_REQUIREMENT (gyre_component_get_actor (component)), trait->options->delegate, &target) != facility)
        continue;
      if (follow (component, trait, part, target, NULL))
        refresh (component, trait, part, target, is_told);
    }
}

void
gyre_delegate_release (GyreComponent *component)
{
  GyreState *state = gyre_state_peek (component);

  if (state != NULL)
    g_clear_pointer (&state->links, g_ptr_array_unref);
}

/* What is asked for tells its traits where it is an interface, or a class that is there already: two classes can ask for each
 * other, so none is made for this. */
static void
check_delegate (GyreRequirement *requirement, const GyreTrait *trait, GyreReport *report)
{
  const char *target = NULL;
  const GyreTrait *facility = find_facility (requirement, trait->options->delegate, &target);
  const char *name = gyre_requirement_get_public_name (requirement);
  GyreLocator *locator = gyre_requirement_get_locator (requirement);
  g_autofree char *hint = NULL;
  GyreRequirement *promise;
  GType type;

  if (facility == NULL)
    {
      gyre_report_error (report, locator, "write \"facility.trait\"", "%s.%s: delegates to '%s', which is no trait of a facility", name,
                         trait->descriptor.name, trait->options->delegate);
      return;
    }
  type = gyre_trait_get_value_type (facility);
  promise = G_TYPE_IS_INTERFACE (type) ? (GyreRequirement *) gyre_role_get (type)
            : g_type_class_peek (type) != NULL ? (GyreRequirement *) gyre_actor_peek (type) : NULL;
  if (promise == NULL || gyre_requirement_find_trait (promise, target) != NULL)
    return;
  hint = gyre_requirement_suggest_trait (promise, target);
  gyre_report_error (report, locator, hint, "%s.%s: delegates to '%s', but %s promises no trait '%s'", name, trait->descriptor.name,
                     trait->options->delegate, gyre_requirement_get_public_name (promise), target);
}

void
gyre_delegate_check (GyreActor *actor, GyreReport *report)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (actor));

  for (guint index = 0; index < record->local->len; index++)
    {
      const GyreTrait *trait = g_ptr_array_index (record->local, index);
      if (trait->descriptor.sort == GYRE_DESCRIPTOR_PROPERTY && trait->options != NULL && trait->options->delegate != NULL)
        check_delegate (GYRE_REQUIREMENT (actor), trait, report);
    }
}

gboolean
gyre_computed_is_needed (GyreActor *actor)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (actor));

  for (guint slot = 0; slot < record->n_slots; slot++)
    if (record->slots[slot]->sort == GYRE_DESCRIPTOR_PROPERTY && gyre_trait_is_computed ((const GyreTrait *) record->slots[slot]))
      return TRUE;
  return FALSE;
}
