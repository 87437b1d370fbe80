/* gyre-commit.c: How a value gets into a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every way to set a trait ends here: check, compare, store, tell. A refused value leaves the old one in place and nobody
 * hears of it; an equal value updates only the place where it was said.
 */
#include "gyre-commit-private.h"
#include "gyre-binding-private.h"
#include "gyre-computed-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-facility-container-private.h"
#include "gyre-facility-private.h"
#include "gyre-foreign-value-private.h"
#include "gyre-history-private.h"
#include "gyre-hooks-private.h"
#include "gyre-identity-private.h"
#include "gyre-observers-private.h"
#include "gyre-assignment-private.h"
#include "gyre-value-error.h"
#include "gyre-watch-private.h"

#include <string.h>

/* How an error names the component: "mc-π", or its family, or its type. */
char *
gyre_component_dup_subject (GyreComponent *component)
{
  const char *name = gyre_component_get_name (component);

  return g_strdup (name != NULL ? name
                                : gyre_requirement_get_public_name (GYRE_REQUIREMENT (gyre_component_get_actor (component))));
}

/* Gives an error that only knows a value its subject, its domain and its hint. */
void
gyre_component_prefix_error (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  if (error == NULL || *error == NULL)
    return;

  g_autofree char *subject = gyre_component_dup_subject (component);
  g_autoptr (GError) cause = g_steal_pointer (error);
  const char *hint = cause->domain == GYRE_VALUE_ERROR ? gyre_value_error_get_hint (cause) : NULL;
  gint code = cause->domain == GYRE_COMPONENT_ERROR ? cause->code : GYRE_COMPONENT_ERROR_VALUE;
  g_set_error (error, GYRE_COMPONENT_ERROR, code, "%s.%s: %s%s%s%s", subject, trait->descriptor.name, cause->message,
               hint != NULL ? " (" : "", hint != NULL ? hint : "", hint != NULL ? ")" : "");
}

GyreValue
gyre_component_peek (GyreComponent *component, const GyreTrait *trait)
{
  if (G_UNLIKELY (gyre_trait_is_dynamic (trait)))
    return gyre_dynamic_of_trait (trait)->value;
  return gyre_storage_load (trait->storage, gyre_component_get_field (component, trait));
}

static GyreCommitListener commit_listener;

void
gyre_commit_set_listener (GyreCommitListener listener)
{
  commit_listener = listener;
}

/* Whether the one listener hears of the changes of a component. */
void
gyre_commit_set_referenced (GyreComponent *component, gboolean is_referenced)
{
  gyre_state_set_listening (component, GYRE_LISTENING_REFERENCES, is_referenced && commit_listener != NULL);
}

/* Those who hear before observers: the history, and the one who binds traits to others. The component is held. */
void
gyre_component_tell_first (GyreComponent *component, const GyreTrait *trait)
{
  GyreState *state = gyre_state_peek (component);

  if (state != NULL && (state->listening & GYRE_LISTENING_HISTORY))
    gyre_history_record (component, trait);
  if (state != NULL && (state->listening & GYRE_LISTENING_REFERENCES))
    commit_listener (component, trait);
}

/* What follows the component can let it go. */
static gboolean
tell_references (GyreComponent *component, const GyreTrait *trait)
{
  gboolean is_alive;

  g_object_ref (component);
  commit_listener (component, trait);
  is_alive = g_atomic_int_get (&((GObject *) component)->ref_count) > 1;
  g_object_unref (component);
  return is_alive;
}

/* An observer can set the trait again, which lets the new value go: those behind it see a copy. */
static gboolean
tell_observers (GyreComponent *component, const GyreTrait *trait, GyreValue old_value, GyreValue new_value)
{
  GyreState *state = gyre_state_peek (component);
  gboolean is_facility = gyre_trait_is_facility (trait);
  const GyreChange change = { trait, old_value, is_facility ? new_value : gyre_kind_copy (trait->kind, new_value), component };
  g_autoptr (GObject) held G_GNUC_UNUSED = is_facility && new_value.present ? g_object_ref (new_value.object) : NULL;
  gboolean is_alive = gyre_observers_notify (state->observers, component, &change);
  GyreValue copy = change.new_value;

  if (!is_facility)
    gyre_kind_clear (trait->kind, &copy);
  return is_alive;
}

/*
 * gyre_component_tell:
 *
 * Tells everybody but the hook of the class and GObject's handlers.
 *
 * Returns: %FALSE when somebody has let the component go: nobody may touch it any more
 */
gboolean
gyre_component_tell (GyreComponent *component, const GyreTrait *trait, GyreValue old_value, GyreValue new_value)
{
  GyreState *state = gyre_state_peek (component);

  if (state == NULL)
    return TRUE;
  gyre_watch_refresh (component);
  if (state->listening & GYRE_LISTENING_HISTORY)
    gyre_history_record (component, trait);
  if ((state->listening & GYRE_LISTENING_REFERENCES) && !tell_references (component, trait))
    return FALSE;
  return !(state->listening & GYRE_LISTENING_OBSERVERS) || state->observers == NULL
         || tell_observers (component, trait, old_value, new_value);
}

/* Observers first, then the hook of the class, then GObject's handlers. */
void
gyre_component_notify_change (GyreComponent *component, const GyreTrait *trait, GyreValue old_value, GyreValue new_value)
{
  GyreState *state = gyre_state_peek (component);
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);

  if (state != NULL && gyre_watch_is_heard (state) && !gyre_component_tell (component, trait, old_value, new_value))
    return;
  if (class->trait_modified != NULL && state != NULL && state->complete)
    gyre_hooks_trait_modified (component, trait);
  g_object_notify_by_pspec (G_OBJECT (component), trait->specification);
}

/* A rule looks at what is proposed, and sets nothing. */
gboolean
gyre_component_check_settable (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  GyreState *state = gyre_state_peek (component);

  if (!trait->writable)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "can't be set");
  else if (gyre_identity_has (component, GYRE_IDENTITY_DELETED))
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_DELETED, "can't be set: the component is deleted");
  else if (gyre_component_is_judged ())
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "can't be set by a rule that judges values");
  else if (trait->construct_only && state != NULL && state->complete)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "can only be set while the component is built");
  else
    return TRUE;
  return FALSE;
}

/* The fields of shadowed traits of the same layout keep step. They own nothing. */
void
gyre_component_mirror (GyreComponent *component, const GyreTrait *trait)
{
  gconstpointer field = gyre_component_get_field (component, trait);

  for (const GyreTrait *shadowed = trait->shadowed; shadowed != NULL; shadowed = shadowed->shadowed)
    memcpy (gyre_component_get_field (component, shadowed), field, gyre_storage_get_size (trait->storage));
}

static gboolean
commit_opaque (GyreComponent *component, const GyreTrait *trait, const char *text, const GValue *source,
               GyreProvenance provenance, GError **error)
{
  gboolean done;

  if (gyre_trait_is_dynamic (trait))
    return text != NULL ? gyre_dynamic_commit_text (component, trait, text, provenance, error)
                        : gyre_dynamic_commit_native (component, trait, source, provenance, error);
  done = gyre_component_check_settable (component, trait, error);
  if (!done)
    gyre_provenance_clear (&provenance);
  else if (text != NULL)
    done = gyre_foreign_value_write_text (component, trait, text, provenance, error);
  else
    done = gyre_foreign_value_write_native (component, trait, source, provenance, error);
  if (!done)
    gyre_component_prefix_error (component, trait, error);
  return done;
}

/* The part has it in its own kind, so the value goes there as text. */
static gboolean
commit_delegate (GyreComponent *component, const GyreTrait *trait, GyreValue value, GyreProvenance provenance, GError **error)
{
  g_autofree char *text = gyre_trait_print (trait, value);

  gyre_kind_clear (trait->kind, &value);
  return gyre_delegate_commit_text (component, trait, text, provenance, error);
}

/*
 * gyre_component_commit:
 * @value: (transfer full): a value of the trait's kind
 * @provenance: (transfer full): who says it
 *
 * Sets a property (not a facility).
 */
gboolean
gyre_component_commit (GyreComponent *component, const GyreTrait *trait, GyreValue value, GyreProvenance provenance,
                       GError **error)
{
  GyreValue old_value;

  if (G_UNLIKELY (gyre_trait_is_computed (trait)) && trait->options->delegate != NULL)
    return commit_delegate (component, trait, value, provenance, error);
  if (!gyre_component_check_settable (component, trait, error) || !gyre_trait_normalise (trait, &value, error)
      || !gyre_trait_validate_for (trait, value, component, error)
      || !gyre_facility_container_check (component, trait, value, error))
    {
      gyre_kind_clear (trait->kind, &value);
      gyre_provenance_clear (&provenance);
      gyre_component_prefix_error (component, trait, error);
      return FALSE;
    }
  if (gyre_trait_is_foreign (trait))
    return gyre_foreign_value_write (component, trait, value, provenance);
  if (gyre_component_has_rules (component))
    return gyre_assignment_commit (component, trait, value, provenance, error);
  old_value = gyre_storage_load (trait->storage, gyre_component_get_field (component, trait));
  gyre_state_set_provenance (component, trait->descriptor.index, provenance);
  if (gyre_kind_equal (trait->kind, old_value, value))
    {
      gyre_kind_clear (trait->kind, &value);
      gyre_history_record_again (component, trait);
      return TRUE;
    }
  if (gyre_storage_is_in_place (trait->storage))
    old_value = gyre_kind_copy (trait->kind, old_value);
  gyre_storage_store (trait->storage, gyre_component_get_field (component, trait), value);
  gyre_component_mirror (component, trait);
  gyre_facility_container_release (component, trait, old_value);
  gyre_component_notify_change (component, trait, old_value, value);
  gyre_kind_clear (trait->kind, &old_value);
  if (gyre_storage_is_in_place (trait->storage))
    gyre_kind_clear (trait->kind, &value);
  return TRUE;
}

/* Sets any trait from text: what files, arguments and consoles say. */
gboolean
gyre_component_commit_text (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance provenance,
                            GError **error)
{
  GyreValue value = GYRE_NONE;

  if (gyre_foreign_value_is_opaque (trait))
    return commit_opaque (component, trait, text, NULL, provenance, error);
  if (gyre_trait_is_facility (trait))
    return gyre_facility_bind_text (component, trait, text, provenance, error);
  if (gyre_trait_is_computed (trait) && trait->options->delegate != NULL)
    return gyre_delegate_commit_text (component, trait, text, provenance, error);
  if (G_UNLIKELY (gyre_binding_is_meant (trait, text)))
    return gyre_binding_bind (component, trait, text, provenance, error);
  if (!gyre_trait_parse (trait, text, &value, error))
    {
      gyre_provenance_clear (&provenance);
      gyre_component_prefix_error (component, trait, error);
      return FALSE;
    }
  return gyre_component_commit (component, trait, value, provenance, error);
}

/* Sets any trait from a native value. */
gboolean
gyre_component_commit_gvalue (GyreComponent *component, const GyreTrait *trait, const GValue *source,
                              GyreProvenance provenance, GError **error)
{
  GyreValue value = GYRE_NONE;

  if (gyre_foreign_value_is_opaque (trait))
    return commit_opaque (component, trait, NULL, source, provenance, error);
  if (gyre_trait_is_facility (trait))
    return gyre_facility_bind_gvalue (component, trait, source, provenance, error);
  if (!gyre_trait_from_gvalue (trait, source, &value, error))
    {
      gyre_provenance_clear (&provenance);
      gyre_component_prefix_error (component, trait, error);
      return FALSE;
    }
  return gyre_component_commit (component, trait, value, provenance, error);
}
