/* gyre-assignment.c: A value that a trait shall have, and can be taken back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-assignment-private.h"
#include "gyre-binding-private.h"
#include "gyre-composed-private.h"
#include "gyre-dynamic-assignment-private.h"
#include "gyre-facility-private.h"
#include "gyre-foreign-value-private.h"
#include "gyre-history-private.h"
#include "gyre-hooks-private.h"
#include "gyre-part-private.h"
#include "gyre-rebinding-private.h"
#include "gyre-reflection-private.h"

#include <string.h>

/* How many rules run in this thread; they look, and set nothing. */
#define THREAD_LOCAL static __thread __attribute__ ((tls_model ("initial-exec")))
THREAD_LOCAL guint rules_running;

gboolean
gyre_component_is_judged (void)
{
  return rules_running > 0;
}

static void
start (GyreAssignment *self, GyreComponent *component, const GyreTrait *trait)
{
  self->component = g_object_ref (component);
  self->trait = trait;
  if (gyre_trait_is_dynamic (trait))
    gyre_dynamic_hold (component, (GyreDynamic *) trait);
}

static gboolean
read_facility_text (GyreAssignment *self, const char *text, GError **error)
{
  GyreValue value = GYRE_NONE;

  if (!gyre_facility_check_text (self->component, self->trait, text, &value, error))
    return FALSE;
  self->is_text = TRUE;
  self->text = value.string;
  return TRUE;
}

static gboolean
read_facility_gvalue (GyreAssignment *self, const GValue *source, GError **error)
{
  g_autofree char *text = NULL;
  GObject *object = NULL;

  if (!gyre_facility_read_gvalue (self->trait, source, &object, &text, error))
    return FALSE;
  if (text != NULL)
    return read_facility_text (self, text, error);
  if (!gyre_facility_check_object (self->component, self->trait, object, error))
    return FALSE;
  self->object = object != NULL ? g_object_ref (object) : NULL;
  return TRUE;
}

static GyreValue
steal (GyreValue *value)
{
  GyreValue stolen = *value;

  *value = GYRE_NONE;
  return stolen;
}

static gboolean
take_native (GyreAssignment *self, GyreValue value)
{
  g_value_init (&self->native, self->trait->specification->value_type);
  gyre_trait_to_gvalue (self->trait, value, &self->native);
  gyre_kind_clear (self->trait->kind, &value);
  return TRUE;
}

static gboolean
read_text (GyreAssignment *self, const char *text, GError **error)
{
  GyreValue value = GYRE_NONE;

  if (!gyre_component_check_settable (self->component, self->trait, error))
    return FALSE;
  if (gyre_trait_is_dynamic (self->trait))
    return gyre_dynamic_assignment_read_text (self, text, error);
  if (gyre_foreign_value_is_opaque (self->trait))
    return gyre_foreign_value_read_text (self->component, self->trait, text, &self->provenance, &self->native, error);
  if (gyre_trait_is_facility (self->trait))
    return read_facility_text (self, text, error);
  if (G_UNLIKELY (gyre_binding_is_meant (self->trait, text)))
    return gyre_rebinding_read (self, text, error);
  if (!gyre_trait_parse (self->trait, text, &value, error))
    return FALSE;
  self->value = value;
  return !gyre_trait_is_foreign (self->trait) || take_native (self, steal (&self->value));
}

static gboolean
read_gvalue (GyreAssignment *self, const GValue *source, GError **error)
{
  GyreValue value = GYRE_NONE;

  if (!gyre_component_check_settable (self->component, self->trait, error))
    return FALSE;
  if (gyre_trait_is_dynamic (self->trait))
    return gyre_dynamic_assignment_read_native (self, source, error);
  if (gyre_foreign_value_is_opaque (self->trait))
    return gyre_foreign_value_read_native (self->component, self->trait, source, &self->provenance, &self->native, error);
  if (gyre_trait_is_facility (self->trait))
    return read_facility_gvalue (self, source, error);
  if (!gyre_trait_from_gvalue (self->trait, source, &value, error))
    return FALSE;
  self->value = value;
  return !gyre_trait_is_foreign (self->trait) || take_native (self, steal (&self->value));
}

/*
 * gyre_assignment_read_text:
 *
 * Reads what a trait shall be, and checks it against everything that does not depend on other values. On failure the
 * assignment is empty.
 */
gboolean
gyre_assignment_read_text (GyreAssignment *self, GyreComponent *component, const GyreTrait *trait, const char *text, GError **error)
{
  start (self, component, trait);
  if (read_text (self, text, error))
    return TRUE;
  gyre_component_prefix_error (component, trait, error);
  gyre_assignment_clear (self);
  return FALSE;
}

gboolean
gyre_assignment_read_gvalue (GyreAssignment *self, GyreComponent *component, const GyreTrait *trait, const GValue *source,
                           GError **error)
{
  start (self, component, trait);
  if (read_gvalue (self, source, error))
    return TRUE;
  gyre_component_prefix_error (component, trait, error);
  gyre_assignment_clear (self);
  return FALSE;
}

static gboolean
read_birth (GyreAssignment *self, GyreValue value, GError **error)
{
  const GyreTrait *trait = self->trait;

  if (gyre_foreign_value_is_opaque (trait) && value.present)
    return gyre_foreign_value_read_text (self->component, trait, value.string, &self->provenance, &self->native, error);
  if (gyre_foreign_value_is_opaque (trait))
    {
      g_param_value_set_default (trait->specification, g_value_init (&self->native, trait->specification->value_type));
      return TRUE;
    }
  if (gyre_trait_is_facility (trait))
    {
      self->is_text = TRUE;
      self->text = g_strdup (value.string);
      return TRUE;
    }
  self->value = gyre_kind_copy (trait->kind, value);
  return !gyre_trait_is_foreign (trait) || take_native (self, steal (&self->value));
}

gboolean
gyre_assignment_read_birth (GyreAssignment *self, GyreComponent *component, const GyreTrait *trait, GyreValue value, GError **error)
{
  start (self, component, trait);
  if (read_birth (self, value, error))
    return TRUE;
  gyre_component_prefix_error (component, trait, error);
  gyre_assignment_clear (self);
  return FALSE;
}

static void
exchange_provenance (GyreAssignment *self)
{
  GyreProvenance *provenance = gyre_trait_is_dynamic (self->trait)
                                 ? &((GyreDynamic *) self->trait)->provenance
                                 : &gyre_state_ensure_provenances (self->component)[self->trait->descriptor.index];
  GyreProvenance other = *provenance;

  *provenance = self->provenance;
  self->provenance = other;
}

/* Only of a pointer the field owns what it shows; a value that lies in the field itself is copied. */
static gboolean
field_owns (const GyreTrait *trait)
{
  return trait->storage == GYRE_STORAGE_POINTER;
}

static void
apply_property (GyreAssignment *self)
{
  gpointer field = gyre_component_get_field (self->component, self->trait);
  gsize size = gyre_storage_get_size (self->trait->storage);

  g_assert (size <= sizeof self->bytes);
  memcpy (self->bytes, field, size);
  self->old_value = gyre_component_peek (self->component, self->trait);
  if ((self->binding != NULL || self->part != NULL) && !self->is_known)
    self->value = gyre_kind_copy (self->trait->kind, self->old_value);
  self->is_changed = !gyre_kind_equal (self->trait->kind, self->old_value, self->value);
  if (!self->is_changed)
    return;
  if (!field_owns (self->trait))
    self->old_value = gyre_kind_copy (self->trait->kind, self->old_value);
  gyre_storage_store (self->trait->storage, field, self->value);
  gyre_component_mirror (self->component, self->trait);
}

static void
withdraw_property (GyreAssignment *self)
{
  if (!self->is_changed)
    return;
  memcpy (gyre_component_get_field (self->component, self->trait), self->bytes, gyre_storage_get_size (self->trait->storage));
  gyre_component_mirror (self->component, self->trait);
  if (!field_owns (self->trait))
    gyre_kind_clear (self->trait->kind, &self->old_value);
  self->old_value = GYRE_NONE;
}

/* The component has the value, and nobody has heard of it. */
void
gyre_assignment_apply (GyreAssignment *self)
{
  self->is_applied = TRUE;
  if (gyre_assignment_is_foreign (self))
    return;
  if (gyre_trait_is_dynamic (self->trait))
    gyre_dynamic_assignment_apply (self);
  else if (gyre_trait_is_facility (self->trait))
    gyre_part_apply (self);
  else
    apply_property (self);
  exchange_provenance (self);
}

/* Asks the validators of the trait again, which can look at other traits of the component. They set nothing. */
gboolean
gyre_assignment_check (GyreAssignment *self, GError **error)
{
  const GyreTraitOptions *options = self->trait->options;
  gboolean is_good;

  if (!gyre_reflection_check (self, error))
    return FALSE;
  if (gyre_trait_is_dynamic (self->trait))
    return TRUE;
  if (options == NULL || options->validators == NULL || gyre_trait_is_facility (self->trait) || gyre_trait_is_foreign (self->trait))
    return TRUE;
  rules_running++;
  is_good = gyre_trait_validate_for (self->trait, self->value, self->component, error);
  rules_running--;
  if (!is_good)
    gyre_component_prefix_error (self->component, self->trait, error);
  return is_good;
}

/* The component is as it was before gyre_assignment_apply(). Those that were applied last are withdrawn first. */
void
gyre_assignment_withdraw (GyreAssignment *self)
{
  if (!self->is_applied)
    return;
  self->is_applied = FALSE;
  if (gyre_assignment_is_foreign (self))
    return;
  exchange_provenance (self);
  if (gyre_trait_is_dynamic (self->trait))
    gyre_dynamic_assignment_withdraw (self);
  else if (gyre_trait_is_facility (self->trait))
    gyre_part_withdraw (self);
  else
    withdraw_property (self);
}

static void
settle_foreign (GyreAssignment *self)
{
  const GyreTrait *trait = self->trait;
  gboolean is_opaque = gyre_foreign_value_is_opaque (trait);
  GyreProvenance provenance = self->provenance;

  self->provenance = (GyreProvenance) { .kind = GYRE_SOURCE_NONE };
  gyre_foreign_value_load (self->component, trait, &self->old_native);
  gyre_state_set_provenance (self->component, trait->descriptor.index, provenance);
  g_object_set_property (G_OBJECT (self->component), trait->descriptor.name, &self->native);
  g_value_unset (&self->native);
  gyre_foreign_value_load (self->component, trait, &self->native);
  if (!G_IS_VALUE (&self->native))
    return;
  trait->kind->from_gvalue (trait, &self->old_native, &self->old_value, NULL);
  trait->kind->from_gvalue (trait, &self->native, &self->new_value, NULL);
  self->is_changed = is_opaque ? self->old_value.pointer != self->new_value.pointer
                               : !gyre_kind_equal (trait->kind, self->old_value, self->new_value);
}

/* It is final. What has changed can be told, as long as the assignment is there. */
void
gyre_assignment_settle (GyreAssignment *self)
{
  if (self->is_reset)
    gyre_composed_forget (self->component, self->trait);
  if (gyre_trait_is_dynamic (self->trait))
    gyre_dynamic_assignment_settle (self);
  else if (gyre_trait_is_foreign (self->trait))
    settle_foreign (self);
  else if (gyre_trait_is_facility (self->trait))
    gyre_part_settle (self);
  else if (self->is_changed)
    self->new_value = gyre_kind_copy (self->trait->kind, self->value);
}

/* Those who want to know who said a value last hear of it also if the value is the same. */
void
gyre_assignment_note (GyreAssignment *self)
{
  if (!self->is_changed && !gyre_assignment_is_foreign (self))
    gyre_history_record_again (self->component, self->trait);
}

/* What is to be told; of an attribute that has another kind now there are two changes. */
void
gyre_assignment_list_changes (GyreAssignment *self, GArray *changes)
{
  const GyreChange change = { self->trait, self->old_value, self->new_value, self->component };

  if (self->is_changed && gyre_trait_is_dynamic (self->trait))
    gyre_dynamic_assignment_list_changes (self, changes);
  else if (self->is_changed)
    g_array_append_val (changes, change);
}

/* What a facility has is held by its own member, what other code keeps by the native values where no kind knows it. */
static void
clear_values (GyreAssignment *self)
{
  gboolean is_stored = self->is_applied && self->is_changed && !gyre_trait_is_foreign (self->trait);

  if (gyre_trait_is_facility (self->trait) || gyre_foreign_value_is_opaque (self->trait))
    return;
  if (!is_stored || !field_owns (self->trait))
    gyre_kind_clear (self->trait->kind, &self->value);
  if (is_stored || gyre_trait_is_foreign (self->trait))
    gyre_kind_clear (self->trait->kind, &self->old_value);
  gyre_kind_clear (self->trait->kind, &self->new_value);
}

void
gyre_assignment_clear (GyreAssignment *self)
{
  if (self->component == NULL)
    return;
  if (gyre_trait_is_dynamic (self->trait))
    gyre_dynamic_assignment_clear (self);
  else
    clear_values (self);
  gyre_rebinding_drop (self);
  gyre_reflection_clear (self);
  g_clear_object (&self->object);
  g_free (self->text);
  g_free (self->lent_name);
  if (G_IS_VALUE (&self->native))
    g_value_unset (&self->native);
  if (G_IS_VALUE (&self->old_native))
    g_value_unset (&self->old_native);
  gyre_provenance_clear (&self->provenance);
  if (gyre_trait_is_dynamic (self->trait))
    gyre_dynamic_let_go (self->component, (GyreDynamic *) self->trait);
  g_object_unref (self->component);
  *self = (GyreAssignment) { .component = NULL };
}

/* Whether a set can be refused because of the values of other traits. While a component is built it is judged at the end. */
gboolean
gyre_component_has_rules (GyreComponent *component)
{
  GyreComponentClass *class = (GyreComponentClass *) ((GTypeInstance *) component)->g_class;
  GyreState *state = gyre_state_peek (component);

  return class->validate != NULL && state != NULL && state->complete;
}

/* Asks the class whether the values that the component has now go together. */
gboolean
gyre_component_check_rules (GyreComponent *component, GError **error)
{
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);
  g_autoptr (GyreReport) report = NULL;

  if (class->validate == NULL)
    return TRUE;
  report = gyre_report_new ();
  rules_running++;
  gyre_hooks_validate (component, report);
  rules_running--;
  return gyre_report_to_error (report, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, error);
}

static gboolean
run (GyreAssignment *self, GError **error)
{
  gboolean done;

  gyre_assignment_apply (self);
  done = gyre_component_check_rules (self->component, error);
  if (!done)
    {
      gyre_assignment_withdraw (self);
      gyre_component_prefix_error (self->component, self->trait, error);
    }
  else
    {
      gyre_assignment_settle (self);
      if (self->is_changed)
        gyre_component_notify_change (self->component, self->trait, self->old_value, self->new_value);
      gyre_assignment_note (self);
    }
  gyre_assignment_clear (self);
  return done;
}

/*
 * gyre_assignment_commit:
 * @value: (transfer full): a value that keeps the rules of the trait
 * @provenance: (transfer full): who says it
 *
 * Sets a property of a component whose class has rules: the value stays only if the class agrees.
 */
gboolean
gyre_assignment_commit (GyreComponent *component, const GyreTrait *trait, GyreValue value, GyreProvenance provenance, GError **error)
{
  GyreAssignment self = { .provenance = provenance, .value = value };

  start (&self, component, trait);
  return run (&self, error);
}

/* The same for a facility: an object, or with @is_text what it shall be. */
gboolean
gyre_assignment_commit_facility (GyreComponent *component, const GyreTrait *trait, GObject *object, const char *text,
                               gboolean is_text, GyreProvenance provenance, GError **error)
{
  GyreAssignment self = { .provenance = provenance, .object = object != NULL ? g_object_ref (object) : NULL,
                        .text = g_strdup (text), .is_text = is_text };

  start (&self, component, trait);
  return run (&self, error);
}
